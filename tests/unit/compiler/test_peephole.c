// Jumps that lead nowhere new, and code that nothing reaches.
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

TestSuite(peephole, .init = start);

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

static void refuse(const char *source, const char *part)
{
    cr_assert_null(strstr(compiled(source), part), "%s\n--- has: %s", text, part);
}

Test(peephole, jumps_to_jumps_are_threaded)
{
    refuse("def f(a):\n  while a:\n    if a: b()\n    else: c()\n", "JUMP               ->");
}

Test(peephole, unreachable_code_is_gone)
{
    refuse("def f(a):\n  return a\n  b()\n", "LOAD_GLOBAL");
    refuse("def f(a):\n  if 0: b()\n", "LOAD_GLOBAL");
    refuse("def f(a):\n  try: return a\n  except c: d()\n  e()\n", " e");
}

Test(peephole, results_are_not_moved_again)
{
    refuse("def f():\n  import a\n  return a\n", "TAKE");
    refuse("def f():\n  def g(): pass\n  return g\n", "TAKE");
}
