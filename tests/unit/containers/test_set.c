// set and frozenset: printed order is CPython 3.11's (PYTHONHASHSEED=0).
#include "tests/unit/containers/support.h"

TestSuite(set, .init = start);

Test(set, order_of_ints)
{
    CHECK_REPR(set_from_iterable(LIST_OF(-257, 106, 57, -367, -122)),
               "{-122, 106, -367, 57, -257}");
    CHECK_REPR(set_from_iterable(LIST_OF(437, 118, -15, 140, 94, -433, 120, -487, 430, 357, -20, -235)),
               "{357, 140, -20, 430, -433, -15, 437, 118, -235, 120, -487, 94}");
    CHECK_REPR(set_from_iterable(LIST_OF(64, -261, -304, 234, -19, 53, 356, 62, -13, -94, 154, 381, -346, -263, 150,
                               -345, 388, 448, 35, -101, 259, -485, 187, 295, -435, -337, 276, 480, 105, -457,
                               -192, 298, -469, 343, 386, -225, -16, 109, 236, 442)),
               "{386, 259, 388, 276, 150, 154, -101, -485, -225, -94, 35, -346, -345, 295, 298, "
               "-469, -337, 53, -457, 442, 187, 62, 64, 448, -192, -435, -304, 343, 480, 356, "
               "105, 234, 236, -19, 109, -16, -13, -263, -261, 381}");
}

Test(set, order_after_operations)
{
    Object *a = set_from_iterable(LIST_OF(49, 91, 54, 50, 93, 73, 56, 17, 46, 12, 4, 17, 63, 27, 33, 86, 55, 99, 80,
                                  38, 53, 64, 49, 73, 44, 68, 74, 52, 74, 29));
    Object *b = set_from_iterable(LIST_OF(43, 87, 3, 35, 77, 85, 89, 20, 89, 41, 69, 73, 72, 13, 91, 83, 27, 81, 73,
                                  34, 36, 15, 8, 61, 81, 61, 11, 44, 8, 52));
    CHECK_REPR(call_named(a, "union", b),
               "{3, 4, 8, 11, 12, 13, 15, 17, 20, 27, 29, 33, 34, 35, 36, 38, 41, 43, 44, 46, "
               "49, 50, 52, 53, 54, 55, 56, 61, 63, 64, 68, 69, 72, 73, 74, 77, 80, 81, 83, 85, "
               "86, 87, 89, 91, 93, 99}");
    CHECK_REPR(call_named(a, "intersection", b),
               "{27, 73, 44, 52, 91}");
    CHECK_REPR(call_named(a, "difference", b),
               "{4, 12, 17, 29, 33, 38, 46, 49, 50, 53, 54, 55, 56, 63, 64, 68, 74, 80, 86, 93, "
               "99}");
    CHECK_REPR(call_named(a, "symmetric_difference", b),
               "{3, 4, 8, 11, 12, 13, 15, 17, 20, 29, 33, 34, 35, 36, 38, 41, 43, 46, 49, 50, "
               "53, 54, 55, 56, 61, 63, 64, 68, 69, 72, 74, 77, 80, 81, 83, 85, 86, 87, 89, 93, "
               "99}");
    CHECK_REPR(call_named(a, "symmetric_difference_update", b), "None");
    CHECK_REPR(a, "{3, 4, 8, 11, 12, 13, 15, 17, 20, 29, 33, 34, 35, 36, 38, 41, 43, 46, 49, 50, "
               "53, 54, 55, 56, 61, 63, 64, 68, 69, 72, 74, 77, 80, 81, 83, 85, 86, 87, 89, 93, "
               "99}");
    CHECK_REPR(call_named(a, "difference_update", b), "None");
    CHECK_REPR(a, "{4, 12, 17, 29, 33, 38, 46, 49, 50, 53, 54, 55, 56, 63, 64, 68, 74, 80, 86, 93, "
               "99}");
    for (int i = 0; i < 3; i++)
        decref(call_named(a, "pop", NULL));
    set_add(a, num(1000));
    set_add(a, num(3));
    CHECK_REPR(a, "{3, 29, 33, 38, 46, 49, 50, 53, 54, 55, 56, 63, 64, 68, 74, 80, 86, 93, 99, "
               "1000}");
}

Test(set, order_of_strs)
{
    Object *set = set_new();
    static const char *const words[] = {"spam", "eggs", "ham", "adder", "x", "y", "z"};
    for (size_t i = 0; i < 7; i++)
        set_add(set, str_from_text(words[i]));
    CHECK_REPR(set, "{'y', 'x', 'z', 'eggs', 'ham', 'spam', 'adder'}");
}

Test(set, frozen_hash_and_membership)
{
    Object *list = LIST_OF(1, 2, 3), *frozen = frozenset_from_iterable(list);
    cr_assert_eq(object_hash(frozen), -272375401224217160);
    CHECK_REPR(frozen, "frozenset({1, 2, 3})");
    Object *outer = set_new();
    set_add(outer, frozen);
    cr_assert_eq(set_contains(outer, set_from_iterable(list)), 1);
    cr_assert_eq(set_discard(outer, set_from_iterable(list)), 1);
    CHECK_REPR(outer, "set()");
    CHECK_REPR(call_named(outer, "pop", NULL), "KeyError('pop from an empty set')");
    CHECK_REPR(call_named(outer, "remove", num(4)), "KeyError(4)");
    CHECK_REPR(call_named(outer, "add", list), "TypeError(\"unhashable type: 'list'\")");
}

Test(set, iteration_error)
{
    Object *set = set_from_iterable(LIST_OF(1, 2)), *iterator = object_iterate(set);
    cr_assert_not_null(iterator_next(iterator));
    set_add(set, num(3));
    CHECK_REPR(iterator_next(iterator), "RuntimeError('Set changed size during iteration')");
}
