#include "tests/unit/text/text_support.h"

#include <stdio.h>

#include "runtime/text/intern.h"

TestSuite(intern, .init = start_runtime);

Test(intern, equal_text_is_one_object)
{
    Object *a = intern_text("some_name"), *b = intern_utf8("some_name!", 9);
    cr_assert_eq(a, b);
    cr_assert(str_is_interned(a));
    Object *c = S("some_name");
    cr_assert_neq(c, a);
    intern_in_place(&c);
    cr_assert_eq(c, a);
    decref(a);
    decref(b);
    decref(c);
}

Test(intern, characters_are_the_static_ones)
{
    Object *wide = S("\xc3\xa9");
    cr_assert_eq(intern_text("a"), str_latin1_char('a'));
    cr_assert_eq(intern_text("\xc3\xa9"), wide);
    cr_assert_eq(intern_text(""), OBJECT(str_empty));
}

Test(intern, dies_with_its_last_reference)
{
    size_t count = intern_count();
    Object *a = intern_text("mortal_name_\xe2\x82\xac");
    cr_assert_eq(intern_count(), count + 1);
    decref(a);
    cr_assert_eq(intern_count(), count);
}

Test(intern, thousands_come_and_go)
{
    enum { COUNT = 20000 };
    static Object *kept[COUNT];
    size_t count = intern_count();
    char text[32];
    for (int i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "name_%d", i);
        kept[i] = intern_text(text);
    }
    cr_assert_eq(intern_count(), count + COUNT);
    for (int i = 0; i < COUNT; i += 2)
        decref(kept[i]);
    for (int i = 1; i < COUNT; i += 2) {
        snprintf(text, sizeof text, "name_%d", i);
        Object *again = intern_text(text);
        cr_assert_eq(again, kept[i]);
        decref(again);
        decref(kept[i]);
    }
    cr_assert_eq(intern_count(), count);
}
