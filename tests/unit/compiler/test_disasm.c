// The disassembly shows operands in readable form.
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

TestSuite(disasm, .init = start);

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

Test(disasm, shows_lines_registers_constants_and_targets)
{
    expect("def f(a):\n  while a < 10: a += 1\n", "code f: line 1, 1 locals");
    expect("def f(a):\n  while a < 10: a += 1\n", "     2     0 > LT_JUMP            a 10 -> 3");
    expect("def f(a):\n  while a < 10: a += 1\n", "JUMP_BACK          -> 0");
    expect("x = 'text'\n", "LOAD_CONST         t0 'text'");
    expect("f(1)\n", "CALL               t0.. 1 t0");
}

Test(disasm, shows_handlers_and_nested_code)
{
    expect("try: a\nexcept: b\n", "handler 0..");
    expect("def f(): pass\n", "MAKE_FUNCTION      t0 <code f>");
    expect("def f(): pass\n", "\ncode f: line 1");
}
