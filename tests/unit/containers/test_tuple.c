// tuple: expected values printed by CPython 3.11.
#include "tests/unit/containers/support.h"

TestSuite(tuple, .init = start);

Test(tuple, repr_and_hash)
{
    CHECK_REPR(OBJECT(tuple_empty), "()");
    Object *one = tuple_pack(1, num(1)), *three = tuple_pack(3, num(1), num(2), num(3));
    CHECK_REPR(one, "(1,)");
    CHECK_REPR(three, "(1, 2, 3)");
    cr_assert_eq(tuple_hash(OBJECT(tuple_empty)), 5740354900026072187);
    cr_assert_eq(tuple_hash(three), 529344067295497451);
    cr_assert_eq(tuple_new(0), OBJECT(tuple_empty));
}

Test(tuple, concat_repeat_slice)
{
    Object *pair = tuple_pack(2, num(1), num(2));
    CHECK_REPR(tuple_concat(pair, pair), "(1, 2, 1, 2)");
    cr_assert_eq(tuple_slice(pair, 0, 2), pair);
    CHECK_REPR(tuple_slice(pair, 1, 9), "(2,)");
    CHECK_REPR(type_tuple.sequence.repeat(pair, 2), "(1, 2, 1, 2)");
    CHECK_REPR(tuple_concat(pair, object_none),
               "TypeError('can only concatenate tuple (not \"NoneType\") to tuple')");
    CHECK_REPR(object_subscript(pair, num(2)), "IndexError('tuple index out of range')");
}

Test(tuple, compares_by_first_difference)
{
    Object *a = tuple_pack(2, num(1), num(2)), *b = tuple_pack(3, num(1), num(2), num(0));
    cr_assert_eq(object_compare_bool(a, b, COMPARE_LT), 1);
    cr_assert_eq(object_compare_bool(a, b, COMPARE_EQ), 0);
    cr_assert_eq(object_compare_bool(b, a, COMPARE_GE), 1);
}

Test(tuple, untracks_atoms)
{
    Object *atoms = tuple_pack(2, num(1), object_none), *list = list_new(0);
    Object *other = tuple_pack(1, list);
    tuple_maybe_untrack(atoms);
    tuple_maybe_untrack(other);
    cr_assert_not(atoms->flags & FLAG_TRACKED);
    cr_assert(other->flags & FLAG_TRACKED);
}
