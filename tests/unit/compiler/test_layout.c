// Lines, indentation and tokens, as the token dump shows them.
#include "compiler/syntax/parse.h"

#include <criterion/criterion.h>
#include <string.h>

#include "runtime/model/error.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(layout, .init = start);

// The kinds of the tokens of a text, with a blank behind each; "error" if the scanner fails.
static const char *kinds(const char *source)
{
    static char out[4096];
    Object *filename = str_from_text("<test>");
    Object *dump = parse_token_dump(source, strlen(source), filename, PARSE_FROM_STR);
    decref(filename);
    if (!dump) {
        error_clear();
        return "error";
    }
    size_t size = 0;
    for (const char *line = str_utf8(dump, NULL); *line; line = strchr(line, '\n') + 1) {
        const char *name = line + 20;
        size_t length = strcspn(name, " ");
        cr_assert_lt(size + length + 2, sizeof out);
        memcpy(out + size, name, length);
        out[size + length] = ' ';
        size += length + 1;
    }
    out[size] = 0;
    decref(dump);
    return out;
}

Test(layout, blocks)
{
    cr_assert_str_eq(kinds("if a:\n  b\n  c\nd\n"), "IF NAME COLON NEWLINE INDENT NAME NEWLINE "
                                                    "NAME NEWLINE DEDENT NAME NEWLINE ENDMARKER ");
    cr_assert_str_eq(kinds("a\n  # c\n\n \t\nb"), "NAME NEWLINE NAME NEWLINE ENDMARKER ");
    cr_assert_str_eq(kinds("if a:\n  b"),
                     "IF NAME COLON NEWLINE INDENT NAME NEWLINE DEDENT ENDMARKER ");
    cr_assert_str_eq(kinds(""), "ENDMARKER ");
    cr_assert_str_eq(kinds("\fa"), "NAME NEWLINE ENDMARKER ");
}

Test(layout, joined_lines)
{
    cr_assert_str_eq(kinds("(a\n  ,\n b)"), "LPAR NAME COMMA NAME RPAR NEWLINE ENDMARKER ");
    cr_assert_str_eq(kinds("a + \\\n  b"), "NAME PLUS NAME NEWLINE ENDMARKER ");
    cr_assert_str_eq(kinds("a \\ b"), "error");
    cr_assert_str_eq(kinds("(a"), "error");
    cr_assert_str_eq(kinds("(a]"), "error");
    cr_assert_str_eq(kinds("a)"), "error");
}

Test(layout, tabs_and_spaces)
{
    cr_assert_str_eq(kinds("if a:\n\tb\n\tc"), "IF NAME COLON NEWLINE INDENT NAME NEWLINE "
                                               "NAME NEWLINE DEDENT ENDMARKER ");
    cr_assert_str_eq(kinds("if a:\n\tb\n        c"), "error");
    cr_assert_str_eq(kinds("if a:\n    b\n  c"), "error");
}

Test(layout, indentation_limit)
{
    static char text[20000];
    size_t size = 0;
    for (int level = 0; level <= 100; level++) {
        for (int i = 0; i < level; i++)
            text[size++] = ' ';
        strcpy(text + size, level < 100 ? "if a:\n" : "b\n");
        size += strlen(text + size);
        if (level == 98) { // 99 levels are fine
            char saved[] = "b\n";
            size_t end = size;
            for (int i = 0; i < 99; i++)
                text[end++] = ' ';
            memcpy(text + end, saved, sizeof saved);
            cr_assert_str_neq(kinds(text), "error");
        }
    }
    cr_assert_str_eq(kinds(text), "error");
}
