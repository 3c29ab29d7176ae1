// Values of literals: numbers, escapes, concatenation, bytes, f-strings, warnings.
#include "compiler/syntax/parse.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(literal, .init = start);

// repr of the constant that a text is; the message of the error otherwise.
static const char *value_of(const char *source)
{
    static char out[1000];
    Tree tree;
    Object *filename = str_from_text("<test>"), *text;
    if (parse_text(&tree, source, strlen(source), filename, PARSE_EVAL, PARSE_FROM_STR) == 0) {
        const Node *node = tree.root->Expression.body;
        text =
            node->kind == AST_CONSTANT ? object_repr(node->Constant.value) : ast_dump(node, false);
    } else {
        Object *error = error_take();
        text = new_ref(((SyntaxErrorObject *)error)->msg);
        decref(error);
    }
    strncpy(out, str_utf8(text, NULL), sizeof out - 1);
    decref(text);
    tree_free(&tree);
    decref(filename);
    return out;
}

Test(literal, numbers)
{
    cr_assert_str_eq(value_of("1_000"), "1000");
    cr_assert_str_eq(value_of("0xff"), "255");
    cr_assert_str_eq(value_of("0o17"), "15");
    cr_assert_str_eq(value_of("0b1_01"), "5");
    cr_assert_str_eq(value_of("9223372036854775808"), "9223372036854775808");
    cr_assert_str_eq(value_of("1_0.5"), "10.5");
    cr_assert_str_eq(value_of("1e400"), "inf");
    cr_assert_str_eq(value_of(".5j"), "0.5j");
    cr_assert_str_eq(value_of("077.5"), "77.5");
}

Test(literal, int_digit_limit)
{
    static char text[5000];
    memset(text, '1', 4301);
    cr_assert_str_eq(value_of(text),
                     "Exceeds the limit (4300 digits) for integer string conversion: value has "
                     "4301 digits; use sys.set_int_max_str_digits() to increase the limit - "
                     "Consider hexadecimal for huge integer literals to avoid decimal conversion "
                     "limits.");
}

Test(literal, escapes)
{
    cr_assert_str_eq(value_of("'\\n\\t\\\\\\'\\x41\\101\\u00e9\\U0001F600'"),
                     "\"\\n\\t\\\\'AAé😀\"");
    cr_assert_str_eq(value_of("'a\\\nb'"), "'ab'");
    cr_assert_str_eq(value_of("r'\\n'"), "'\\\\n'");
    cr_assert_str_eq(value_of("'\\q'"), "'\\\\q'");
    cr_assert_str_eq(value_of("'\\777'"), "'ǿ'");
    cr_assert_str_eq(value_of("'\\ud800'"), "'\\ud800'");
    cr_assert_str_eq(value_of("b'\\xff\\0\\q'"), "b'\\xff\\x00\\\\q'");
    cr_assert_str_eq(value_of("'é\\x'"), "(unicode error) 'unicodeescape' codec can't decode bytes "
                                         "in position 10-11: truncated \\xXX escape");
    cr_assert_str_eq(value_of("'\\N{DASH}'"), "\\N{...} escapes are not supported by Adder");
}

Test(literal, concatenation)
{
    cr_assert_str_eq(value_of("'a' \"b\" '''c'''"), "'abc'");
    cr_assert_str_eq(value_of("b'a' rb'\\b'"), "b'a\\\\b'");
    cr_assert_str_eq(value_of("'a' b'b'"), "cannot mix bytes and nonbytes literals");
    cr_assert_str_eq(value_of("''"), "''");
}

Test(literal, fstrings)
{
    cr_assert_str_eq(value_of("f'{{}}'"), "JoinedStr(\n values=[\n  Constant(value='{}')])");
    cr_assert_str_eq(value_of("f''"), "JoinedStr(values=[])");
    cr_assert_str_eq(
        value_of("'a' f'{b}' 'c'"),
        "JoinedStr(\n values=[\n  Constant(value='a'),\n  FormattedValue(\n   "
        "value=Name(id='b', ctx=Load()),\n   conversion=-1),\n  Constant(value='c')])");
    cr_assert_str_eq(value_of("f'{a = }'"),
                     "JoinedStr(\n values=[\n  Constant(value='a = '),\n  FormattedValue(\n   "
                     "value=Name(id='a', ctx=Load()),\n   conversion=114)])");
    cr_assert_str_eq(value_of("f'{a:{b:{c}}}'"), "f-string: expressions nested too deeply");
    cr_assert_str_eq(value_of("f'{a[\"b\"]}'"),
                     "JoinedStr(\n values=[\n  FormattedValue(\n   value=Subscript(\n    "
                     "value=Name(id='a', ctx=Load()),\n    slice=Constant(value='b'),\n    "
                     "ctx=Load()),\n   conversion=-1)])");
}

static char warned[200];
static bool was_syntax_warning;

static int keep_warning(bool syntax_warning, Object *message, Object *filename, int lineno)
{
    (void)filename;
    was_syntax_warning = syntax_warning;
    snprintf(warned, sizeof warned, "%d: %s", lineno, str_utf8(message, NULL));
    return 0;
}

static int refuse_warning(bool syntax_warning, Object *message, Object *filename, int lineno)
{
    (void)syntax_warning, (void)filename, (void)lineno;
    return error_text(&exc_value_error, str_utf8(message, NULL)) ? 0 : -1;
}

Test(literal, warnings)
{
    syntax_hooks.warning = keep_warning;
    cr_assert_str_eq(value_of("(\n'\\q')"), "'\\\\q'");
    cr_assert_str_eq(warned, "2: invalid escape sequence '\\q'");
    cr_assert_not(was_syntax_warning);
    value_of("1if 2else 3");
    cr_assert_str_eq(warned, "1: invalid decimal literal");
    cr_assert(was_syntax_warning);

    syntax_hooks.warning = refuse_warning;
    Tree tree;
    Object *filename = str_from_text("<test>");
    cr_assert_eq(parse_text(&tree, "'\\q'", 4, filename, PARSE_EVAL, PARSE_FROM_STR), -1);
    cr_assert(error_is(&exc_value_error));
    error_clear();
    tree_free(&tree);
    cr_assert_eq(parse_text(&tree, "1if 2 else 3", 12, filename, PARSE_EVAL, PARSE_FROM_STR), -1);
    cr_assert(error_is(&exc_value_error));
    error_clear();
    tree_free(&tree);
    decref(filename);
}
