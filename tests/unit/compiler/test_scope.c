// Where names live, and what is refused about them.
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

TestSuite(scope, .init = start);

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

Test(scope, names_of_functions_are_registers)
{
    expect("def f(a):\n  b = a\n  return b\n", "MOVE               b a");
    expect("def f():\n  return a\n", "LOAD_GLOBAL        t0 a");
    expect("a = 1\n", "STORE_NAME         t0 a");
}

Test(scope, inner_functions_make_cells)
{
    expect("def f(a):\n  return lambda: a\n", "MAKE_CELL          a");
    expect("def f(a):\n  return lambda: a\n", "COPY_FREE          a.. 1");
    expect("def f(a):\n  class C:\n    b = a\n", "LOAD_CLASS_DEREF   t0 a a");
}

Test(scope, super_finds_its_class)
{
    expect("class C:\n  def f(self): super().f()\n", "STORE_NAME         t0 __classcell__");
}

Test(scope, private_names_are_mangled)
{
    expect("class C:\n  def f(self): return self.__x\n", "LOAD_ATTR          t0 self _C__x");
}

Test(scope, refuses_contradictions)
{
    expect("def f(x):\n  global x\n", "name 'x' is parameter and global");
    expect("def f():\n  nonlocal x\n", "no binding for nonlocal 'x' found");
    expect("def f():\n  x = 1\n  global x\n", "name 'x' is assigned to before global declaration");
    expect("def f():\n  print(x)\n  global x\n", "name 'x' is used prior to global declaration");
    expect("def f(x, x): pass\n", "duplicate argument 'x' in function definition");
    expect("def f():\n  from a import *\n", "import * only allowed at module level");
    expect("[x := 1 for x in y]\n",
           "assignment expression cannot rebind comprehension iteration variable 'x'");
}
