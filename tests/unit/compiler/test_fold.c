// Constant folding and its limits.
#include "compiler/compile.h"

#include <criterion/criterion.h>
#include <string.h>

#include "compiler/disasm.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(fold, .init = start);

static char text[1 << 16];

// Disassembly of a source text, or the message of the error.
static const char *compiled(const char *source)
{
    Buffer out;
    buffer_init(&out);
    Object *filename = str_from_text("<test>");
    CodeObject *code = compile_text(source, strlen(source), filename, COMPILE_FILE, 0);
    decref(filename);
    if (code) {
        cr_assert_eq(disasm_code(code, true, &out), 0);
        decref(OBJECT(code));
    } else {
        Object *error = error_take();
        Object *message = ((SyntaxErrorObject *)error)->msg;
        cr_assert_eq(buffer_append_text(&out, str_utf8(message, NULL)), 0);
        decref(error);
    }
    cr_assert_lt(out.size, sizeof text);
    memcpy(text, out.data, out.size);
    text[out.size] = 0;
    buffer_free(&out);
    return text;
}

static void expect(const char *source, const char *part)
{
    cr_assert_not_null(strstr(compiled(source), part), "%s\n--- lacks: %s", text, part);
}

Test(fold, operations_on_constants_are_done)
{
    expect("x = 2 * 3 + 4\n", "LOAD_CONST         t0 10");
    expect("x = -(5)\n", "LOAD_CONST         t0 -5");
    expect("x = 'ab'[1]\n", "LOAD_CONST         t0 'b'");
    expect("x = (1, (2, 'a'))\n", "LOAD_CONST         t0 (1, (2, 'a'))");
    expect("x = not ()\n", "LOAD_CONST         t0 True");
}

Test(fold, what_fails_stays)
{
    expect("x = 1 / 0\n", "TRUE_DIVIDE");
    expect("x = 'a' - 1\n", "SUBTRACT");
    expect("x = ()[0]\n", "LOAD_SUBSCR");
}

Test(fold, results_stay_small)
{
    expect("x = 'a' * 20\n", "'aaaaaaaaaaaaaaaaaaaa'");
    expect("x = 'a' * 5000\n", "MULTIPLY");
    expect("x = 2 ** 60\n", "1152921504606846976");
    expect("x = 2 ** 100\n", "POWER");
    expect("x = 2 ** 1000\n", "POWER");
    expect("x = 1 << 1000\n", "LSHIFT");
    expect("x = (0,) * 300\n", "MULTIPLY");
}

Test(fold, searched_displays_become_constants)
{
    expect("x = a in [1, 2]\n", "IN                 t0 t0 (1, 2)");
    expect("x = a in {1}\n", "frozenset({1})");
    expect("for a in [1, 2]: pass\n", "LOAD_CONST         t0 (1, 2)");
}
