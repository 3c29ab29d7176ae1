// Register code of expressions and statements.
#include "compiler/compile.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/disasm.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(codegen, .init = start);

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

static void refuse(const char *source, const char *part)
{
    cr_assert_null(strstr(compiled(source), part), "%s\n--- has: %s", text, part);
}

Test(codegen, results_go_where_they_are_wanted)
{
    expect("def f(a, b):\n  x = a + b\n  return x\n", "ADD                x a b");
    expect("def f(a):\n  a = g(a)\n  return a\n", "CALL               t0.. 1 a");
    expect("def f(a):\n  a += 1\n  return a\n", "ADD                a a 1");
}

Test(codegen, operands_that_are_rebound_are_copied)
{
    expect("def f(x):\n  return x + (x := 5)\n", "MOVE               t0 x");
    refuse("def f(x):\n  return x + 5\n", "MOVE");
}

Test(codegen, conditions_are_fused)
{
    expect("def f(a, b):\n  while a < b: a = g(a)\n", "LT_JUMP            a b ->");
    expect("def f(a):\n  if a is None: return 1\n", "JUMP_IF_NOT_NONE   a ->");
    expect("def f(a):\n  if not a: return 1\n", "JUMP_IF_TRUE       a ->");
}

Test(codegen, bound_is_checked_only_where_in_doubt)
{
    refuse("def f(a):\n  b = a\n  return b\n", "CHECK_BOUND");
    refuse("def f(a):\n  if a: b = 1\n  else: b = 2\n  return b\n", "CHECK_BOUND");
    expect("def f(a):\n  if a: b = 1\n  return b\n", "CHECK_BOUND        b");
    expect("def f(a):\n  for b in a: pass\n  return b\n", "CHECK_BOUND        b");
    expect("def f(a):\n  del a\n  return a\n", "CHECK_BOUND        a");
    expect("def f(a):\n  while 1:\n    g(a)\n    del a\n", "CHECK_BOUND        a");
}

Test(codegen, equal_constants_are_one)
{
    expect("x = 1\ny = 1.0\nz = -0.0\nw = 0.0\nv = True\n", "LOAD_CONST         t0 True");
    expect("x = 1\nz = -0.0\nw = 0.0\n", "LOAD_CONST         t0 -0.0");
}

Test(codegen, handlers_name_their_depth)
{
    expect("for a in b:\n  try: c()\n  except d: pass\n", "depth 1");
}

Test(codegen, refuses_what_stands_in_the_wrong_place)
{
    expect("return 1\n", "'return' outside function");
    expect("break\n", "'break' outside loop");
    expect("continue\n", "'continue' not properly in loop");
    expect("class A:\n  yield 1\n", "'yield' outside function");
    expect("try: pass\nexcept: pass\nexcept A: pass\n", "default 'except:' must be last");
    expect("x = 1\nfrom __future__ import annotations\n",
           "from __future__ imports must occur at the beginning of the file");
    expect("from __future__ import braces\n", "not a chance");
    expect("__debug__ = 1\n", "cannot assign to __debug__");
    expect("a, *b, *c = d\n", "multiple starred expressions in assignment");
}

// A loop body that 16-bit jumps do not reach across.
Test(codegen, far_jumps_go_through_trampolines)
{
    enum { LINE_COUNT = 40000 };
    char *source = malloc(LINE_COUNT * 8 + 64), *end = source;
    end += sprintf(end, "def f(a, x):\n for i in a:\n");
    for (int i = 0; i < LINE_COUNT; i++)
        end += sprintf(end, "  x=x+i\n");
    Object *filename = str_from_text("<test>");
    CodeObject *code =
        compile_text(source, (size_t)(end - source), filename, COMPILE_FILE, 0);
    cr_assert_not_null(code);
    decref(OBJECT(code));
    decref(filename);
    free(source);
}
