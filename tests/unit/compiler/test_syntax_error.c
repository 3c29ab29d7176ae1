// Syntax errors: type, words and place are CPython 3.11's.
#include "compiler/syntax/parse.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "runtime/model/error.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(syntax_error, .init = start);

typedef struct Wrong {
    const char *source;
    const char *message; // "Type: text"
    int lineno, offset, end_lineno, end_offset;
} Wrong;

static const Wrong wrongs[] = {
    {"x = (1,\n", "SyntaxError: '(' was never closed", 1, 5, 1, 0},
    {"x = (1]\n", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('", 1,
     7, 1, 7},
    {"x = )\n", "SyntaxError: unmatched ')'", 1, 5, 1, 5},
    {"x = 'a\n", "SyntaxError: unterminated string literal (detected at line 1)", 1, 5, 1, 5},
    {"x = 1 2\n", "SyntaxError: invalid syntax", 1, 7, 1, 8},
    {"f(a b)\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma?", 1, 3, 1, 6},
    {"f() = 1\n",
     "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='?", 1, 1,
     1, 4},
    {"f() += 1\n", "SyntaxError: 'function call' is an illegal expression for augmented assignment",
     1, 1, 1, 4},
    {"None = 1\n", "SyntaxError: cannot assign to None", 1, 1, 1, 5},
    {"x = y = f() = 1\n", "SyntaxError: cannot assign to function call", 1, 9, 1, 12},
    {"(a, b): int\n", "SyntaxError: only single target (not tuple) can be annotated", 1, 1, 1, 7},
    {"del f()\n", "SyntaxError: cannot delete function call", 1, 5, 1, 8},
    {"for f() in x: pass\n", "SyntaxError: cannot assign to function call", 1, 5, 1, 8},
    {"with a as f(): pass\n", "SyntaxError: cannot assign to function call", 1, 11, 1, 14},
    {"a := 1\n", "SyntaxError: invalid syntax", 1, 3, 1, 5},
    {"if a = 1: pass\n",
     "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1, 4, 1, 9},
    {"f(a.b=1)\n", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"?",
     1, 3, 1, 7},
    {"f(True=1)\n", "SyntaxError: cannot assign to True", 1, 3, 1, 8},
    {"f(a=1, b)\n", "SyntaxError: positional argument follows keyword argument", 1, 9, 1, 10},
    {"f(**k, *a)\n", "SyntaxError: iterable argument unpacking follows keyword argument unpacking",
     1, 3, 1, 6},
    {"f(a for a in b, c)\n", "SyntaxError: Generator expression must be parenthesized", 1, 3, 1,
     15},
    {"def f(a=1, b): pass\n", "SyntaxError: non-default argument follows default argument", 1, 12,
     1, 13},
    {"def f(*): pass\n", "SyntaxError: named arguments must follow bare *", 1, 7, 1, 8},
    {"def f(**k, a): pass\n", "SyntaxError: arguments cannot follow var-keyword argument", 1, 12, 1,
     13},
    {"lambda *: 1\n", "SyntaxError: named arguments must follow bare *", 1, 9, 1, 10},
    {"print a\n", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?",
     1, 1, 1, 8},
    {"if x\n", "SyntaxError: expected ':'", 1, 5, 1, 5},
    {"if x:\ny", "IndentationError: expected an indented block after 'if' statement on line 1", 2,
     1, 2, 2},
    {"def f\n", "SyntaxError: expected '('", 1, 6, 1, 6},
    {"class A\n", "SyntaxError: expected ':'", 1, 8, 1, 8},
    {"for x in y:\nz",
     "IndentationError: expected an indented block after 'for' statement on line 1", 2, 1, 2, 2},
    {"try: x\n", "SyntaxError: expected 'except' or 'finally' block", 1, 7, 1, -1},
    {"except a, b: pass\n", "SyntaxError: invalid syntax", 1, 1, 1, 7},
    {"  x\n", "IndentationError: unexpected indent", 1, 2, 1, -1},
    {"if a:\n    b\n  c", "IndentationError: unindent does not match any outer indentation level",
     3, 4, 3, -1},
    {"if a:\n\tb\n        c", "TabError: inconsistent use of tabs and spaces in indentation", 3, 1,
     3, 0},
    {"else: x\n", "SyntaxError: invalid syntax", 1, 1, 1, 5},
    {"a \\ b\n", "SyntaxError: unexpected character after line continuation character", 1, 4, 1, 0},
    {"a $ b\n", "SyntaxError: invalid syntax", 1, 3, 1, 4},
    {"x = “a”\n", "SyntaxError: invalid character '“' (U+201C)", 1, 5, 1, 5},
    {"a b\n", "SyntaxError: invalid non-printable character U+00A0", 1, 2, 1, 2},
    {"0777\n",
     "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix "
     "for octal integers",
     1, 1, 1, 2},
    {"1__0\n", "SyntaxError: invalid decimal literal", 1, 2, 1, 2},
    {"0b2\n", "SyntaxError: invalid digit '2' in binary literal", 1, 3, 1, 3},
    {"0xg\n", "SyntaxError: invalid hexadecimal literal", 1, 2, 1, 2},
    {"1a\n", "SyntaxError: invalid decimal literal", 1, 1, 1, 1},
    {"{a: b, c}\n", "SyntaxError: ':' expected after dictionary key", 1, 8, 1, 0},
    {"{**a for a in b}\n", "SyntaxError: dict unpacking cannot be used in dict comprehension", 1, 2,
     1, 4},
    {"[*a for a in b]\n", "SyntaxError: iterable unpacking cannot be used in comprehension", 1, 2,
     1, 4},
    {"[a, b for a in c]\n",
     "SyntaxError: did you forget parentheses around the comprehension target?", 1, 2, 1, 6},
    {"(*a)\n", "SyntaxError: cannot use starred expression here", 1, 2, 1, 4},
    {"import a from b\n", "SyntaxError: invalid syntax", 1, 10, 1, 14},
    {"from a import b,\n",
     "SyntaxError: trailing comma not allowed without surrounding parentheses", 1, 17, 1, 17},
    {"'a' b'b'\n", "SyntaxError: cannot mix bytes and nonbytes literals", 1, 9, 1, 9},
    {"'\\x'\n",
     "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: "
     "truncated \\xXX escape",
     1, 5, 1, 5},
    {"b'\\x'\n", "SyntaxError: (value error) invalid \\x escape at position 0", 1, 6, 1, 6},
    {"b'é'\n", "SyntaxError: bytes can only contain ASCII literal characters", 1, 5, 1, 5},
    {"f'{'\n", "SyntaxError: f-string: expecting '}'", 1, 5, 1, 5},
    {"f'{}'\n", "SyntaxError: f-string: empty expression not allowed", 1, 6, 1, 6},
    {"f'{a b}'\n", "SyntaxError: f-string: invalid syntax. Perhaps you forgot a comma?", 1, 2, 1,
     5},
    {"f'{a!x}'\n", "SyntaxError: f-string: invalid conversion character: expected 's', 'r', or 'a'",
     1, 9, 1, 9},
    {"f'{a:{b:{c}}}'\n", "SyntaxError: f-string: expressions nested too deeply", 1, 15, 1, 15},
    {"f'{#}'\n", "SyntaxError: f-string expression part cannot include '#'", 1, 7, 1, 7},
    {"f'}'\n", "SyntaxError: f-string: single '}' is not allowed", 1, 5, 1, 5},
    {"x = lambda (a): 1\n", "SyntaxError: Lambda expression parameters cannot be parenthesized", 1,
     12, 1, 15},
    {"raise a, b\n", "SyntaxError: invalid syntax", 1, 8, 1, 9},
    {"nonlocal\n", "SyntaxError: invalid syntax", 1, 9, 1, 9},
    {"a if b\n", "SyntaxError: expected 'else' after 'if' expression", 1, 1, 1, 7},
    {"f(a if b)\n", "SyntaxError: expected 'else' after 'if' expression", 1, 3, 1, 9},
    {"*a + 1 = 2\n", "SyntaxError: cannot assign to expression", 1, 2, 1, 7},
    {"x +\n", "SyntaxError: invalid syntax", 1, 4, 1, 4},
};

// Parses a wrong text and takes its error.
static Object *error_of(const char *source, ParseMode mode, unsigned flags)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    int status = parse_text(&tree, source, strlen(source), filename, mode, flags);
    tree_free(&tree);
    decref(filename);
    cr_assert_eq(status, -1, "no error: %s", source);
    return error_take();
}

static int number(Object *object)
{
    int64_t value = 0;
    cr_assert(object && int_fits_int64(object, &value));
    return (int)value;
}

static void check(const Wrong *wrong)
{
    Object *error = error_of(wrong->source, PARSE_FILE, PARSE_FROM_STR);
    const SyntaxErrorObject *e = (const SyntaxErrorObject *)error;
    char message[300];
    snprintf(message, sizeof message, "%s: %s", type_of(error)->name, str_utf8(e->msg, NULL));
    cr_assert_str_eq(message, wrong->message, "%s: %s", wrong->source, message);
    cr_assert_eq(number(e->lineno), wrong->lineno, "%s", wrong->source);
    cr_assert_eq(number(e->offset), wrong->offset, "%s", wrong->source);
    cr_assert_eq(number(e->end_lineno), wrong->end_lineno, "%s", wrong->source);
    cr_assert_eq(number(e->end_offset), wrong->end_offset, "%s", wrong->source);
    decref(error);
}

Test(syntax_error, words_and_places)
{
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++)
        check(&wrongs[i]);
}

static void check_message(const char *source, const char *message)
{
    Object *error = error_of(source, PARSE_FILE, PARSE_FROM_STR);
    cr_assert_str_eq(str_utf8(((SyntaxErrorObject *)error)->msg, NULL), message);
    decref(error);
}

Test(syntax_error, what_adder_leaves_out_is_named)
{
    check_message("async def f(): pass\n", "'async' is not supported by Adder");
    check_message("x = await y\n", "'await' is not supported by Adder");
    check_message("try: pass\nexcept* a: pass\n", "'except*' is not supported by Adder");
    check_message("match x:\n    case 1: pass\n", "'match' statement is not supported by Adder");
    check_message("match x, y:\n    case _: pass\n", "'match' statement is not supported by Adder");
}

Test(syntax_error, line_is_shown)
{
    Object *error = error_of("x = 1\nf(é b)\ny\n", PARSE_FILE, PARSE_FROM_STR);
    const SyntaxErrorObject *e = (const SyntaxErrorObject *)error;
    cr_assert_str_eq(str_utf8(e->text, NULL), "f(é b)\n");
    cr_assert_eq(number(e->offset), 3); // characters, not bytes
    cr_assert_eq(number(e->end_offset), 6);
    decref(error);
}

Test(syntax_error, first_error_only_but_scanner_first)
{
    check_message("a b\nc d\n", "invalid syntax");
    check_message("a b\n'c\n", "unterminated string literal (detected at line 2)");
    check_message("a b\n)\n", "unmatched ')'");
}

Test(syntax_error, deep_nesting_ends_in_an_error)
{
    static char text[200003];
    memset(text, '(', 250);
    text[250] = 0;
    check_message(text, "too many nested parentheses");
    memset(text, '-', 200000);
    memcpy(text + 200000, "1\n", 3);
    Object *error = error_of(text, PARSE_FILE, PARSE_FROM_STR);
    cr_assert_eq(type_of(error), &exc_memory_error);
    decref(error);
}

Test(syntax_error, null_bytes)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    cr_assert_eq(parse_text(&tree, "a\0b", 3, filename, PARSE_FILE, PARSE_FROM_STR), -1);
    cr_assert(error_is(&exc_value_error));
    error_clear();
    tree_free(&tree);
    decref(filename);
}
