// range: expected values printed by CPython 3.11.
#include "tests/unit/containers/support.h"

TestSuite(range, .init = start);

Test(range, values_and_slices)
{
    Object *range = range_new(num(0), num(10), num(3));
    CHECK_REPR(range, "range(0, 10, 3)");
    CHECK_REPR(object_to_list(range), "[0, 3, 6, 9]");
    CHECK_REPR(object_subscript(range, num(-1)), "9");
    CHECK_REPR(object_subscript(range, slice_new(NULL, NULL, num(-1))), "range(9, -3, -3)");
    CHECK_REPR(object_to_list(call_named(range, "__reversed__", NULL)), "[9, 6, 3, 0]");
    CHECK_REPR(call_named(range, "index", num(6)), "2");
    CHECK_REPR(call_named(range, "index", num(5)), "ValueError('5 is not in range')");
    CHECK_REPR(object_subscript(range, num(4)), "IndexError('range object index out of range')");
    CHECK_REPR(range_new(num(0), num(1), num(0)), "ValueError('range() arg 3 must not be zero')");
    cr_assert_eq(object_hash(range), -1816567394155750349);
    cr_assert_eq(object_compare_bool(range, range_new(num(0), num(12), num(3)), COMPARE_EQ), 1);
}

Test(range, beyond_64_bits)
{
    Object *start_ = int_parse(str_from_text("100000000000000000000"), 10);
    Object *range = range_new(start_, int_add(start_, num(5)), num(2));
    CHECK_REPR(range, "range(100000000000000000000, 100000000000000000005, 2)");
    CHECK_REPR(object_to_list(range), "[100000000000000000000, 100000000000000000002, "
                                      "100000000000000000004]");
    cr_assert_eq(object_contains(range, int_add(start_, num(4))), 1);
    cr_assert_eq(object_contains(range, num(4)), 0);
}
