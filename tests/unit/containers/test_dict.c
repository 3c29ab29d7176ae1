// dict: expected values printed by CPython 3.11.
#include "tests/unit/containers/support.h"

TestSuite(dict, .init = start);

static Object *letters(void)
{
    Object *dict = dict_new();
    dict_set_text(DICT(dict), "a", num(1));
    dict_set_text(DICT(dict), "b", num(2));
    dict_set_text(DICT(dict), "c", num(3));
    return dict;
}

Test(dict, order_and_deletion)
{
    Object *dict = letters();
    cr_assert_eq(dict_delete(dict, str_from_text("a")), 0);
    dict_set_text(DICT(dict), "a", num(9));
    CHECK_REPR(dict, "{'b': 2, 'c': 3, 'a': 9}");
    CHECK_REPR(call_named(dict, "popitem", NULL), "('a', 9)");
    CHECK_REPR(call_named(dict, "pop", str_from_text("z")), "KeyError('z')");
    CHECK_REPR(call_named(dict_new(), "popitem", NULL),
               "KeyError('popitem(): dictionary is empty')");
}

Test(dict, grows_and_converts)
{
    Object *dict = dict_new();
    for (int64_t i = 0; i < 1000; i++) {
        Object *key = i % 2 ? num(i) : str_format("k%ld", (long)i);
        cr_assert_eq(dict_set_steal(dict, key, num(i)), 0);
    }
    cr_assert_eq(dict_length(dict), 1000);
    for (int64_t i = 1; i < 1000; i += 2)
        cr_assert_eq(((IntObject *)dict_get_borrow(dict, num(i)))->value, i);
    cr_assert_eq(((IntObject *)dict_get_borrow(dict, float_new(7.0)))->value, 7);
    cr_assert_not(dict_has_only_str_keys(DICT(dict)));
}

Test(dict, keys_version_follows_keys_only)
{
    Object *a = letters(), *b = letters();
    uint32_t version = dict_keys_version(DICT(a));
    cr_assert_neq(version, 0);
    cr_assert_neq(dict_keys_version(DICT(b)), version);
    dict_set_text(DICT(a), "a", num(5));
    cr_assert_eq(DICT(a)->keys_version, version);
    dict_set_text(DICT(a), "d", num(5));
    cr_assert_eq(DICT(a)->keys_version, 0);
}

Test(dict, tracks_lazily)
{
    Object *dict = letters();
    cr_assert_not(dict->flags & FLAG_TRACKED);
    dict_set_text(DICT(dict), "l", list_new(0));
    cr_assert(dict->flags & FLAG_TRACKED);
}

Test(dict, iteration_errors)
{
    Object *dict = letters(), *iterator = object_iterate(dict);
    CHECK_REPR(iterator_next(iterator), "'a'");
    dict_set_text(DICT(dict), "d", num(4));
    CHECK_REPR(iterator_next(iterator),
               "RuntimeError('dictionary changed size during iteration')");
    iterator = object_iterate(dict);
    dict_delete(dict, str_from_text("a"));
    dict_set_text(DICT(dict), "e", num(4));
    for (int i = 0; i < 4; i++)
        cr_assert_not_null(iterator_next(iterator));
    cr_assert_null(iterator_next(iterator));
    cr_assert(!error_occurred());
}

Test(dict, views)
{
    Object *dict = letters(), *keys = call_named(dict, "keys", NULL);
    CHECK_REPR(keys, "dict_keys(['a', 'b', 'c'])");
    CHECK_REPR(call_named(dict, "items", NULL), "dict_items([('a', 1), ('b', 2), ('c', 3)])");
    Object *other = set_new();
    set_add(other, str_from_text("b"));
    CHECK_REPR(type_dict_keys.binary[BINARY_AND](keys, other), "{'b'}");
    cr_assert_eq(object_compare_bool(keys, other, COMPARE_GT), 1);
    CHECK_REPR(object_to_list(call_named(dict, "__reversed__", NULL)), "['c', 'b', 'a']");
}

Test(dict, update_errors)
{
    Object *dict = dict_new(), *list = list_new(0);
    list_append(list, num(1));
    cr_assert_eq(dict_update(dict, list), -1);
    CHECK_REPR(NULL, "TypeError('cannot convert dictionary update sequence element #0 to a "
                     "sequence')");
    LIST(list)->items[0] = LIST_OF(1, 2, 3);
    cr_assert_eq(dict_update(dict, list), -1);
    CHECK_REPR(NULL, "ValueError('dictionary update sequence element #0 has length 3; 2 is "
                     "required')");
    cr_assert_eq(dict_set(dict, list, list), -1);
    CHECK_REPR(NULL, "TypeError(\"unhashable type: 'list'\")");
}
