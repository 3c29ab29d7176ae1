#include "tests/unit/text/text_support.h"

#include "runtime/base/hash.h"
#include "runtime/containers/list.h"
#include "runtime/containers/slice.h"
#include "runtime/model/protocol.h"

TestSuite(str, .init = start_runtime);

Test(str, head_is_20_bytes_and_kind_follows_the_widest)
{
    cr_assert_eq(offsetof(StrObject, data), 20u);
    static const struct {
        const char *text;
        int kind;
        bool is_ascii;
        size_t length;
    } cases[] = {{"abc", 0, true, 3},
                 {"ab\xc3\xa9", 0, false, 3},
                 {"a\xe2\x82\xac", 1, false, 2},
                 {"a\xf0\x9f\x98\x80", 2, false, 2}};
    for (size_t i = 0; i < 4; i++) {
        Object *str = S(cases[i].text);
        cr_assert_eq(str_kind(str), cases[i].kind);
        cr_assert_eq(str_is_ascii(str), cases[i].is_ascii);
        cr_assert_eq(str_length(str), cases[i].length);
        cr_assert_str_eq(str_utf8(str, NULL), cases[i].text);
        decref(str);
    }
}

Test(str, latin1_characters_and_the_empty_str_are_shared)
{
    cr_assert_eq(S("a"), S("a"));
    cr_assert_eq(S("\xc3\xa9"), str_latin1_char(0xE9));
    cr_assert_eq(S(""), OBJECT(str_empty));
    cr_assert_eq(str_hash(OBJECT(str_empty)), 0);
}

Test(str, slices_narrow)
{
    Object *str = S("a\xf0\x9f\x98\x80"
                    "b\xc3\xa9"
                    "cd");
    Object *part = str_slice(str, 2, 4);
    cr_assert_eq(str_kind(part), 0);
    check_repr(part, "'b\xc3\xa9'");
    part = str_slice(str, 4, 6);
    cr_assert(str_is_ascii(part));
    check_repr(part, "'cd'");
    check_repr(str_substring_step(str, 5, -2, 3), "'d\xc3\xa9\xf0\x9f\x98\x80'");
    decref(str);
}

Test(str, append_in_place_only_when_unshared)
{
    Object *str = S("hello"), *suffix = S(" wide \xe2\x82\xac"), *bang = S("!");
    Object *kept = new_ref(str);
    cr_assert_eq(str_append_move(&str, bang), 0);
    cr_assert_neq(str, kept);
    check_repr(kept, "'hello'");
    int64_t hash = str_hash(str);
    cr_assert_eq(str_append_move(&str, bang), 0);
    cr_assert_neq(str_hash(str), hash);
    cr_assert_eq(str_append_move(&str, suffix), 0);
    check_repr(str, "'hello!! wide \xe2\x82\xac'");
    decref(suffix);
}

Test(str, append_a_million_times_is_linear)
{
    Object *str = S("xy"), *suffix = S("ab");
    for (int i = 0; i < 1000000; i++)
        cr_assert_eq(str_append_move(&str, suffix), 0);
    cr_assert_eq(str_length(str), 2000002u);
    cr_assert_eq(str_char_at(str, 2000001), (uint32_t)'b');
    decref(str);
    decref(suffix);
}

Test(str, append_to_itself)
{
    Object *str = S("ab");
    cr_assert_eq(str_append_move(&str, str), 0);
    check_repr(str, "'abab'");
}

Test(str, utf8_form_is_cached_and_forgotten)
{
    size_t before = memory_live_block_count();
    Object *str = S("gr\xc3\xbc\xc3\x9f"
                    "e \xe2\x82\xac");
    const char *first = str_utf8(str, NULL);
    cr_assert_eq(first, str_utf8(str, NULL));
    decref(str);
    str_stop();
    cr_assert_eq(memory_live_block_count(), before);
}

Test(str, errors)
{
    Object *str = S("abc"), *number = I(1), *float_key = S("x");
    check_error(str_concat(str, number), &exc_type_error,
                "can only concatenate str (not \"int\") to str");
    check_error(object_subscript(str, float_key), &exc_type_error,
                "string indices must be integers, not 'str'");
    check_error(call(str, "find", END), &exc_type_error,
                "find() takes at least 1 argument (0 given)");
    check_error(call(str, "index", S("z"), END), &exc_value_error, "substring not found");
    check_error(call(str, "split", S(""), END), &exc_value_error, "empty separator");
    check_error(call(str, "center", I(9), S("ab"), END), &exc_type_error,
                "The fill character must be exactly one character long");
    check_error(str_repeat(str, INT64_MAX), &exc_overflow_error, "repeated string is too long");
    decref(str);
    decref(float_key);
}

Test(str, methods)
{
    Object *str = S("  one two  three ");
    check_repr(call(str, "split", END), "['one', 'two', 'three']");
    check_repr(call(str, "split", object_none, I(1), END), "['one', 'two  three ']");
    check_repr(call(str, "rsplit", object_none, I(1), END), "['  one two', 'three']");
    check_repr(call(str, "strip", END), "'one two  three'");
    check_repr(call(str, "replace", S("o"), S("0"), I(1), END), "'  0ne two  three '");
    check_repr(call(str, "partition", S("two"), END), "('  one ', 'two', '  three ')");
    check_repr(call(str, "title", END), "'  One Two  Three '");
    check_repr(call(str, "zfill", I(20), END), "'000  one two  three '");
    decref(str);
    str = S("a\r\nb\xe2\x80\xa8"
            "c\n");
    check_repr(call(str, "splitlines", END), "['a', 'b', 'c']");
    decref(str);
}

Test(str, hashes_and_order_are_of_the_buffer)
{
    Object *a = S("a\xe2\x82\xac"), *b = S("a\xe2\x82\xad");
    cr_assert_eq(str_hash(a), hash_bytes(STR(a)->data, 4));
    cr_assert_eq(str_compare(a, b), -1);
    cr_assert_eq(str_compare(a, a), 0);
    cr_assert(!str_equal(a, b));
    decref(a);
    decref(b);
}

Test(str, builder_widens_and_format_knows_objects)
{
    StrBuilder builder;
    str_builder_init(&builder);
    cr_assert_eq(str_builder_text(&builder, "abc"), 0);
    cr_assert_eq(str_builder_char(&builder, 0x20AC), 0);
    cr_assert_eq(str_builder_char(&builder, 0x1F600), 0);
    check_repr(str_builder_finish(&builder), "'abc\xe2\x82\xac\xf0\x9f\x98\x80'");
    Object *name = S("it's");
    check_repr(
        str_format("%d %5s|%-4s|%.2s %R %U %T %c%%", -3, "ab", "c", "xyz", name, name, name, 'q'),
        "'-3    ab|c   |xy \"it\\'s\" it\\'s str q%'");
    decref(name);
}

Test(str, every_allocation_may_fail)
{
    Object *str = S("one,two,\xc3\xa9,three"), *comma = S(",");
    for (uint64_t n = 0; n < 20; n++) {
        debug_fail_after(DEBUG_FAIL_REQUEST, n, false);
        Object *parts = str_split(str, comma, -1);
        Object *joined = parts ? str_join(comma, parts) : NULL;
        debug_fail_off(DEBUG_FAIL_REQUEST);
        if (!joined)
            cr_assert(error_is(&exc_memory_error));
        else
            cr_assert(str_equal(joined, str));
        error_clear();
        xdecref(parts);
        xdecref(joined);
    }
}
