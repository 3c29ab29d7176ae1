// slice: expected values printed by CPython 3.11.
#include "tests/unit/containers/support.h"

TestSuite(slice, .init = start);

Test(slice, indices)
{
    CHECK_REPR(slice_new(num(1), NULL, NULL), "slice(1, None, None)");
    CHECK_REPR(call_named(slice_new(NULL, NULL, num(-1)), "indices", num(5)), "(4, -1, -1)");
    CHECK_REPR(call_named(slice_new(num(-3), num(99), NULL), "indices", num(5)), "(2, 5, 1)");
    CHECK_REPR(call_named(slice_new(NULL, NULL, num(0)), "indices", num(5)),
               "ValueError('slice step cannot be zero')");
}

Test(slice, unpack_and_adjust)
{
    int64_t first, last, step;
    cr_assert_eq(slice_unpack(slice_new(NULL, NULL, num(-2)), &first, &last, &step), 0);
    cr_assert_eq(slice_adjust(7, &first, &last, step), 4);
    cr_assert_eq(first, 6);
    cr_assert_eq(last, -1);
    cr_assert_eq(slice_unpack(slice_new(str_from_text("a"), NULL, NULL), &first, &last, &step), -1);
    CHECK_REPR(NULL, "TypeError('slice indices must be integers or None or have an __index__ "
                     "method')");
}
