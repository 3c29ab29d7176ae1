// list: expected values printed by CPython 3.11.
#include "tests/unit/containers/support.h"

TestSuite(list, .init = start);

Test(list, grows_like_cpython)
{
    Object *list = list_new(0);
    static const size_t expected[] = {4, 4, 4, 4, 8, 8, 8, 8, 16, 16, 16, 16, 16, 16, 16, 16, 24};
    for (size_t i = 0; i < 17; i++) {
        cr_assert_eq(list_append(list, object_none), 0);
        cr_assert_eq(LIST(list)->capacity, expected[i]);
    }
    decref(list);
}

Test(list, slices)
{
    Object *list = LIST_OF(0, 1, 2, 3, 4, 5);
    Object *slice = slice_new(num(4), NULL, num(-2));
    CHECK_REPR(object_subscript(list, slice), "[4, 2, 0]");
    cr_assert_eq(object_delete_subscript(list, slice), 0);
    CHECK_REPR(list, "[1, 3, 5]");
    cr_assert_eq(list_set_slice(list, 1, 2, list), 0);
    CHECK_REPR(list, "[1, 1, 3, 5, 5]");
    Object *wide = slice_new(NULL, NULL, num(2)), *two = LIST_OF(7, 8);
    cr_assert_eq(object_set_subscript(list, wide, two), -1);
    CHECK_REPR(NULL, "ValueError('attempt to assign sequence of size 2 to extended slice of size 3')");
}

Test(list, methods_and_errors)
{
    Object *list = LIST_OF(3, 1, 2);
    cr_assert_eq(list_insert(list, -1, num(9)), 0);
    CHECK_REPR(list, "[3, 1, 9, 2]");
    CHECK_REPR(call_named(list, "pop", num(0)), "3");
    CHECK_REPR(call_named(list, "pop", num(5)), "IndexError('pop index out of range')");
    CHECK_REPR(call_named(list, "remove", num(77)), "ValueError('list.remove(x): x not in list')");
    CHECK_REPR(call_named(list, "index", num(77)), "ValueError('77 is not in list')");
    CHECK_REPR(call_named(list, "clear", NULL), "None");
    CHECK_REPR(call_named(list, "pop", NULL), "IndexError('pop from empty list')");
}

Test(list, repr_of_itself)
{
    Object *list = LIST_OF(1);
    list_append(list, list);
    CHECK_REPR(list, "[1, [...]]");
}

Test(list, iterators)
{
    Object *list = LIST_OF(1, 2, 3);
    Object *reversed = call_named(list, "__reversed__", NULL);
    CHECK_REPR(object_to_list(reversed), "[3, 2, 1]");
    Object *letters = str_from_text("ab"), *args[] = {list, letters, object_true};
    CHECK_REPR(object_to_list(call_object(OBJECT(&type_zip), args, 2, NULL)),
               "[(1, 'a'), (2, 'b')]");
    Object *names = tuple_pack(1, str_from_text("strict"));
    cr_assert_null(object_to_list(call_object(OBJECT(&type_zip), args, 2, names)));
    CHECK_REPR(NULL, "ValueError('zip() argument 2 is shorter than argument 1')");
    CHECK_REPR(object_to_list(call_one(OBJECT(&type_enumerate), letters)),
               "[(0, 'a'), (1, 'b')]");
    CHECK_REPR(object_to_list(call_two(OBJECT(&type_map), OBJECT(&type_str), list)),
               "['1', '2', '3']");
    CHECK_REPR(object_to_list(call_two(OBJECT(&type_filter), object_none, LIST_OF(0, 1, 0, 2))),
               "[1, 2]");
    CHECK_REPR(object_to_list(call_one(OBJECT(&type_reversed), letters)), "['b', 'a']");
    CHECK_REPR(call_one(OBJECT(&type_map), list),
               "TypeError('map() must have at least two arguments.')");
}
