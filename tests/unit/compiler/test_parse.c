// Trees: those that CPython 3.11's ast.dump prints.
#include "compiler/syntax/parse.h"

#include <criterion/criterion.h>
#include <string.h>

#include "runtime/model/error.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(parse, .init = start);

typedef struct Sample {
    const char *source;
    const char *dump;
} Sample;

// clang-format off
static const Sample samples[] = {
    {"x = a + b * c ** -d",
     "Module(\n"
     " body=[\n"
     "  Assign(\n"
     "   targets=[\n"
     "    Name(id='x', ctx=Store())],\n"
     "   value=BinOp(\n"
     "    left=Name(id='a', ctx=Load()),\n"
     "    op=Add(),\n"
     "    right=BinOp(\n"
     "     left=Name(id='b', ctx=Load()),\n"
     "     op=Mult(),\n"
     "     right=BinOp(\n"
     "      left=Name(id='c', ctx=Load()),\n"
     "      op=Pow(),\n"
     "      right=UnaryOp(\n"
     "       op=USub(),\n"
     "       operand=Name(id='d', ctx=Load()))))))],\n"
     " type_ignores=[])"},
    {"f(a, *b, c=1, **d)",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Call(\n"
     "    func=Name(id='f', ctx=Load()),\n"
     "    args=[\n"
     "     Name(id='a', ctx=Load()),\n"
     "     Starred(\n"
     "      value=Name(id='b', ctx=Load()),\n"
     "      ctx=Load())],\n"
     "    keywords=[\n"
     "     keyword(\n"
     "      arg='c',\n"
     "      value=Constant(value=1)),\n"
     "     keyword(\n"
     "      value=Name(id='d', ctx=Load()))]))],\n"
     " type_ignores=[])"},
    {"a < b is not c",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Compare(\n"
     "    left=Name(id='a', ctx=Load()),\n"
     "    ops=[\n"
     "     Lt(),\n"
     "     IsNot()],\n"
     "    comparators=[\n"
     "     Name(id='b', ctx=Load()),\n"
     "     Name(id='c', ctx=Load())]))],\n"
     " type_ignores=[])"},
    {"with (a as b, c):\n    pass",
     "Module(\n"
     " body=[\n"
     "  With(\n"
     "   items=[\n"
     "    withitem(\n"
     "     context_expr=Name(id='a', ctx=Load()),\n"
     "     optional_vars=Name(id='b', ctx=Store())),\n"
     "    withitem(\n"
     "     context_expr=Name(id='c', ctx=Load()))],\n"
     "   body=[\n"
     "    Pass()])],\n"
     " type_ignores=[])"},
    {"def f(a, /, b=1, *c, d, e=2, **g) -> h: return",
     "Module(\n"
     " body=[\n"
     "  FunctionDef(\n"
     "   name='f',\n"
     "   args=arguments(\n"
     "    posonlyargs=[\n"
     "     arg(arg='a')],\n"
     "    args=[\n"
     "     arg(arg='b')],\n"
     "    vararg=arg(arg='c'),\n"
     "    kwonlyargs=[\n"
     "     arg(arg='d'),\n"
     "     arg(arg='e')],\n"
     "    kw_defaults=[\n"
     "     None,\n"
     "     Constant(value=2)],\n"
     "    kwarg=arg(arg='g'),\n"
     "    defaults=[\n"
     "     Constant(value=1)]),\n"
     "   body=[\n"
     "    Return()],\n"
     "   decorator_list=[],\n"
     "   returns=Name(id='h', ctx=Load()))],\n"
     " type_ignores=[])"},
    {"[x for x, y in z if x if y]",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=ListComp(\n"
     "    elt=Name(id='x', ctx=Load()),\n"
     "    generators=[\n"
     "     comprehension(\n"
     "      target=Tuple(\n"
     "       elts=[\n"
     "        Name(id='x', ctx=Store()),\n"
     "        Name(id='y', ctx=Store())],\n"
     "       ctx=Store()),\n"
     "      iter=Name(id='z', ctx=Load()),\n"
     "      ifs=[\n"
     "       Name(id='x', ctx=Load()),\n"
     "       Name(id='y', ctx=Load())],\n"
     "      is_async=0)]))],\n"
     " type_ignores=[])"},
    {"f\"a{b!r:>{c}}d{e=}\"",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=JoinedStr(\n"
     "    values=[\n"
     "     Constant(value='a'),\n"
     "     FormattedValue(\n"
     "      value=Name(id='b', ctx=Load()),\n"
     "      conversion=114,\n"
     "      format_spec=JoinedStr(\n"
     "       values=[\n"
     "        Constant(value='>'),\n"
     "        FormattedValue(\n"
     "         value=Name(id='c', ctx=Load()),\n"
     "         conversion=-1)])),\n"
     "     Constant(value='de='),\n"
     "     FormattedValue(\n"
     "      value=Name(id='e', ctx=Load()),\n"
     "      conversion=114)]))],\n"
     " type_ignores=[])"},
    {"a: int = 1",
     "Module(\n"
     " body=[\n"
     "  AnnAssign(\n"
     "   target=Name(id='a', ctx=Store()),\n"
     "   annotation=Name(id='int', ctx=Load()),\n"
     "   value=Constant(value=1),\n"
     "   simple=1)],\n"
     " type_ignores=[])"},
    {"(a): int",
     "Module(\n"
     " body=[\n"
     "  AnnAssign(\n"
     "   target=Name(id='a', ctx=Store()),\n"
     "   annotation=Name(id='int', ctx=Load()),\n"
     "   simple=0)],\n"
     " type_ignores=[])"},
    {"try:\n    a\nexcept b as c:\n    d\nelse:\n    e\nfinally:\n    g",
     "Module(\n"
     " body=[\n"
     "  Try(\n"
     "   body=[\n"
     "    Expr(\n"
     "     value=Name(id='a', ctx=Load()))],\n"
     "   handlers=[\n"
     "    ExceptHandler(\n"
     "     type=Name(id='b', ctx=Load()),\n"
     "     name='c',\n"
     "     body=[\n"
     "      Expr(\n"
     "       value=Name(id='d', ctx=Load()))])],\n"
     "   orelse=[\n"
     "    Expr(\n"
     "     value=Name(id='e', ctx=Load()))],\n"
     "   finalbody=[\n"
     "    Expr(\n"
     "     value=Name(id='g', ctx=Load()))])],\n"
     " type_ignores=[])"},
    {"from ..a import b as c, d",
     "Module(\n"
     " body=[\n"
     "  ImportFrom(\n"
     "   module='a',\n"
     "   names=[\n"
     "    alias(name='b', asname='c'),\n"
     "    alias(name='d')],\n"
     "   level=2)],\n"
     " type_ignores=[])"},
    {"import a.b, c as d",
     "Module(\n"
     " body=[\n"
     "  Import(\n"
     "   names=[\n"
     "    alias(name='a.b'),\n"
     "    alias(name='c', asname='d')])],\n"
     " type_ignores=[])"},
    {"lambda: (yield)",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Lambda(\n"
     "    args=arguments(\n"
     "     posonlyargs=[],\n"
     "     args=[],\n"
     "     kwonlyargs=[],\n"
     "     kw_defaults=[],\n"
     "     defaults=[]),\n"
     "    body=Yield()))],\n"
     " type_ignores=[])"},
    {"x[1:2, ::3, *a]",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Subscript(\n"
     "    value=Name(id='x', ctx=Load()),\n"
     "    slice=Tuple(\n"
     "     elts=[\n"
     "      Slice(\n"
     "       lower=Constant(value=1),\n"
     "       upper=Constant(value=2)),\n"
     "      Slice(\n"
     "       step=Constant(value=3)),\n"
     "      Starred(\n"
     "       value=Name(id='a', ctx=Load()),\n"
     "       ctx=Load())],\n"
     "     ctx=Load()),\n"
     "    ctx=Load()))],\n"
     " type_ignores=[])"},
    {"global a, b",
     "Module(\n"
     " body=[\n"
     "  Global(\n"
     "   names=[\n"
     "    'a',\n"
     "    'b'])],\n"
     " type_ignores=[])"},
    {"@a\nclass B(C, d=1): x",
     "Module(\n"
     " body=[\n"
     "  ClassDef(\n"
     "   name='B',\n"
     "   bases=[\n"
     "    Name(id='C', ctx=Load())],\n"
     "   keywords=[\n"
     "    keyword(\n"
     "     arg='d',\n"
     "     value=Constant(value=1))],\n"
     "   body=[\n"
     "    Expr(\n"
     "     value=Name(id='x', ctx=Load()))],\n"
     "   decorator_list=[\n"
     "    Name(id='a', ctx=Load())])],\n"
     " type_ignores=[])"},
    {"if a: b\nelif c: d\nelse: e",
     "Module(\n"
     " body=[\n"
     "  If(\n"
     "   test=Name(id='a', ctx=Load()),\n"
     "   body=[\n"
     "    Expr(\n"
     "     value=Name(id='b', ctx=Load()))],\n"
     "   orelse=[\n"
     "    If(\n"
     "     test=Name(id='c', ctx=Load()),\n"
     "     body=[\n"
     "      Expr(\n"
     "       value=Name(id='d', ctx=Load()))],\n"
     "     orelse=[\n"
     "      Expr(\n"
     "       value=Name(id='e', ctx=Load()))])])],\n"
     " type_ignores=[])"},
    {"{1: 2, **a}",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Dict(\n"
     "    keys=[\n"
     "     Constant(value=1),\n"
     "     None],\n"
     "    values=[\n"
     "     Constant(value=2),\n"
     "     Name(id='a', ctx=Load())]))],\n"
     " type_ignores=[])"},
    {"f(a for a in b)",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Call(\n"
     "    func=Name(id='f', ctx=Load()),\n"
     "    args=[\n"
     "     GeneratorExp(\n"
     "      elt=Name(id='a', ctx=Load()),\n"
     "      generators=[\n"
     "       comprehension(\n"
     "        target=Name(id='a', ctx=Store()),\n"
     "        iter=Name(id='b', ctx=Load()),\n"
     "        ifs=[],\n"
     "        is_async=0)])],\n"
     "    keywords=[]))],\n"
     " type_ignores=[])"},
    {"a, *b = c = d",
     "Module(\n"
     " body=[\n"
     "  Assign(\n"
     "   targets=[\n"
     "    Tuple(\n"
     "     elts=[\n"
     "      Name(id='a', ctx=Store()),\n"
     "      Starred(\n"
     "       value=Name(id='b', ctx=Store()),\n"
     "       ctx=Store())],\n"
     "     ctx=Store()),\n"
     "    Name(id='c', ctx=Store())],\n"
     "   value=Name(id='d', ctx=Load()))],\n"
     " type_ignores=[])"},
    {"del a, (b, c)",
     "Module(\n"
     " body=[\n"
     "  Delete(\n"
     "   targets=[\n"
     "    Name(id='a', ctx=Del()),\n"
     "    Tuple(\n"
     "     elts=[\n"
     "      Name(id='b', ctx=Del()),\n"
     "      Name(id='c', ctx=Del())],\n"
     "     ctx=Del())])],\n"
     " type_ignores=[])"},
    {"u\"a\" \"b\"",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=Constant(value='ab', kind='u'))],\n"
     " type_ignores=[])"},
    {"while a: break",
     "Module(\n"
     " body=[\n"
     "  While(\n"
     "   test=Name(id='a', ctx=Load()),\n"
     "   body=[\n"
     "    Break()],\n"
     "   orelse=[])],\n"
     " type_ignores=[])"},
    {"(a := 1)",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=NamedExpr(\n"
     "    target=Name(id='a', ctx=Store()),\n"
     "    value=Constant(value=1)))],\n"
     " type_ignores=[])"},
    {"a and b or not c",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=BoolOp(\n"
     "    op=Or(),\n"
     "    values=[\n"
     "     BoolOp(\n"
     "      op=And(),\n"
     "      values=[\n"
     "       Name(id='a', ctx=Load()),\n"
     "       Name(id='b', ctx=Load())]),\n"
     "     UnaryOp(\n"
     "      op=Not(),\n"
     "      operand=Name(id='c', ctx=Load()))]))],\n"
     " type_ignores=[])"},
    {"assert a, b",
     "Module(\n"
     " body=[\n"
     "  Assert(\n"
     "   test=Name(id='a', ctx=Load()),\n"
     "   msg=Name(id='b', ctx=Load()))],\n"
     " type_ignores=[])"},
    {"raise a from b",
     "Module(\n"
     " body=[\n"
     "  Raise(\n"
     "   exc=Name(id='a', ctx=Load()),\n"
     "   cause=Name(id='b', ctx=Load()))],\n"
     " type_ignores=[])"},
    {"nonlocal a",
     "Module(\n"
     " body=[\n"
     "  Nonlocal(\n"
     "   names=[\n"
     "    'a'])],\n"
     " type_ignores=[])"},
    {"async_ = match = case = _ = type = 1",
     "Module(\n"
     " body=[\n"
     "  Assign(\n"
     "   targets=[\n"
     "    Name(id='async_', ctx=Store()),\n"
     "    Name(id='match', ctx=Store()),\n"
     "    Name(id='case', ctx=Store()),\n"
     "    Name(id='_', ctx=Store()),\n"
     "    Name(id='type', ctx=Store())],\n"
     "   value=Constant(value=1))],\n"
     " type_ignores=[])"},};

static const Sample samples_with_places[] = {
    {"x = (a) + f(b)[1]",
     "Module(\n"
     " body=[\n"
     "  Assign(\n"
     "   targets=[\n"
     "    Name(\n"
     "     id='x',\n"
     "     ctx=Store(),\n"
     "     lineno=1,\n"
     "     col_offset=0,\n"
     "     end_lineno=1,\n"
     "     end_col_offset=1)],\n"
     "   value=BinOp(\n"
     "    left=Name(\n"
     "     id='a',\n"
     "     ctx=Load(),\n"
     "     lineno=1,\n"
     "     col_offset=5,\n"
     "     end_lineno=1,\n"
     "     end_col_offset=6),\n"
     "    op=Add(),\n"
     "    right=Subscript(\n"
     "     value=Call(\n"
     "      func=Name(\n"
     "       id='f',\n"
     "       ctx=Load(),\n"
     "       lineno=1,\n"
     "       col_offset=10,\n"
     "       end_lineno=1,\n"
     "       end_col_offset=11),\n"
     "      args=[\n"
     "       Name(\n"
     "        id='b',\n"
     "        ctx=Load(),\n"
     "        lineno=1,\n"
     "        col_offset=12,\n"
     "        end_lineno=1,\n"
     "        end_col_offset=13)],\n"
     "      keywords=[],\n"
     "      lineno=1,\n"
     "      col_offset=10,\n"
     "      end_lineno=1,\n"
     "      end_col_offset=14),\n"
     "     slice=Constant(\n"
     "      value=1,\n"
     "      lineno=1,\n"
     "      col_offset=15,\n"
     "      end_lineno=1,\n"
     "      end_col_offset=16),\n"
     "     ctx=Load(),\n"
     "     lineno=1,\n"
     "     col_offset=10,\n"
     "     end_lineno=1,\n"
     "     end_col_offset=17),\n"
     "    lineno=1,\n"
     "    col_offset=4,\n"
     "    end_lineno=1,\n"
     "    end_col_offset=17),\n"
     "   lineno=1,\n"
     "   col_offset=0,\n"
     "   end_lineno=1,\n"
     "   end_col_offset=17)],\n"
     " type_ignores=[])"},
    {"def f():\n    return (1,\n            2)\nx",
     "Module(\n"
     " body=[\n"
     "  FunctionDef(\n"
     "   name='f',\n"
     "   args=arguments(\n"
     "    posonlyargs=[],\n"
     "    args=[],\n"
     "    kwonlyargs=[],\n"
     "    kw_defaults=[],\n"
     "    defaults=[]),\n"
     "   body=[\n"
     "    Return(\n"
     "     value=Tuple(\n"
     "      elts=[\n"
     "       Constant(\n"
     "        value=1,\n"
     "        lineno=2,\n"
     "        col_offset=12,\n"
     "        end_lineno=2,\n"
     "        end_col_offset=13),\n"
     "       Constant(\n"
     "        value=2,\n"
     "        lineno=3,\n"
     "        col_offset=12,\n"
     "        end_lineno=3,\n"
     "        end_col_offset=13)],\n"
     "      ctx=Load(),\n"
     "      lineno=2,\n"
     "      col_offset=11,\n"
     "      end_lineno=3,\n"
     "      end_col_offset=14),\n"
     "     lineno=2,\n"
     "     col_offset=4,\n"
     "     end_lineno=3,\n"
     "     end_col_offset=14)],\n"
     "   decorator_list=[],\n"
     "   lineno=1,\n"
     "   col_offset=0,\n"
     "   end_lineno=3,\n"
     "   end_col_offset=14),\n"
     "  Expr(\n"
     "   value=Name(\n"
     "    id='x',\n"
     "    ctx=Load(),\n"
     "    lineno=4,\n"
     "    col_offset=0,\n"
     "    end_lineno=4,\n"
     "    end_col_offset=1),\n"
     "   lineno=4,\n"
     "   col_offset=0,\n"
     "   end_lineno=4,\n"
     "   end_col_offset=1)],\n"
     " type_ignores=[])"},
    {"f\"{a}\" \"\"\"b\n{c}\"\"\"",
     "Module(\n"
     " body=[\n"
     "  Expr(\n"
     "   value=JoinedStr(\n"
     "    values=[\n"
     "     FormattedValue(\n"
     "      value=Name(\n"
     "       id='a',\n"
     "       ctx=Load(),\n"
     "       lineno=1,\n"
     "       col_offset=3,\n"
     "       end_lineno=1,\n"
     "       end_col_offset=4),\n"
     "      conversion=-1,\n"
     "      lineno=1,\n"
     "      col_offset=0,\n"
     "      end_lineno=2,\n"
     "      end_col_offset=6),\n"
     "     Constant(\n"
     "      value='b\\n{c}',\n"
     "      lineno=1,\n"
     "      col_offset=0,\n"
     "      end_lineno=2,\n"
     "      end_col_offset=6)],\n"
     "    lineno=1,\n"
     "    col_offset=0,\n"
     "    end_lineno=2,\n"
     "    end_col_offset=6),\n"
     "   lineno=1,\n"
     "   col_offset=0,\n"
     "   end_lineno=2,\n"
     "   end_col_offset=6)],\n"
     " type_ignores=[])"},
    {"class A: pass; pass",
     "Module(\n"
     " body=[\n"
     "  ClassDef(\n"
     "   name='A',\n"
     "   bases=[],\n"
     "   keywords=[],\n"
     "   body=[\n"
     "    Pass(\n"
     "     lineno=1,\n"
     "     col_offset=9,\n"
     "     end_lineno=1,\n"
     "     end_col_offset=13),\n"
     "    Pass(\n"
     "     lineno=1,\n"
     "     col_offset=15,\n"
     "     end_lineno=1,\n"
     "     end_col_offset=19)],\n"
     "   decorator_list=[],\n"
     "   lineno=1,\n"
     "   col_offset=0,\n"
     "   end_lineno=1,\n"
     "   end_col_offset=19)],\n"
     " type_ignores=[])"},};
// clang-format on

static void check(const Sample *sample, bool include_attributes)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    cr_assert_eq(parse_text(&tree, sample->source, strlen(sample->source), filename, PARSE_FILE,
                            PARSE_FROM_STR),
                 0, "%s", sample->source);
    Object *dump = ast_dump(tree.root, include_attributes);
    cr_assert_str_eq(str_utf8(dump, NULL), sample->dump, "%s", sample->source);
    decref(dump);
    tree_free(&tree);
    decref(filename);
}

Test(parse, trees)
{
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        check(&samples[i], false);
}

Test(parse, places)
{
    for (size_t i = 0; i < sizeof samples_with_places / sizeof *samples_with_places; i++)
        check(&samples_with_places[i], true);
}

static AstKind root_kind(const char *source, ParseMode mode)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    int status = parse_text(&tree, source, strlen(source), filename, mode, PARSE_FROM_STR);
    AstKind kind = status == 0 ? (AstKind)tree.root->kind : AST_KIND_COUNT;
    tree_free(&tree);
    decref(filename);
    error_clear();
    return kind;
}

Test(parse, modes)
{
    cr_assert_eq(root_kind("", PARSE_FILE), AST_MODULE);
    cr_assert_eq(root_kind("1 + 2", PARSE_EVAL), AST_EXPRESSION);
    cr_assert_eq(root_kind("1 + 2\n\n", PARSE_EVAL), AST_EXPRESSION);
    cr_assert_eq(root_kind("x = 1", PARSE_EVAL), AST_KIND_COUNT);
    cr_assert_eq(root_kind("*a, b", PARSE_EVAL), AST_KIND_COUNT);
    cr_assert_eq(root_kind("x = 1; y", PARSE_SINGLE), AST_INTERACTIVE);
    cr_assert_eq(root_kind("if x:\n    y\n\n", PARSE_SINGLE), AST_INTERACTIVE);
    cr_assert_eq(root_kind("x\ny\n", PARSE_SINGLE), AST_KIND_COUNT);
}

Test(parse, completeness)
{
    static const char *const complete[] = {
        "x", "x = (1,\n2)", "# c", "", "if x: y\n", "if x:\n    y\n", "@a\ndef f(): pass\n"};
    static const char *const incomplete[] = {"if x:", "if x: y",  "if x:\n    y",
                                             "(1,",   "'''a",     "x = \\",
                                             "@a",    "def f():", "try:\n    x\n"};
    static const char *const wrong[] = {"x y", ")", "x = (]", "'abc", "if x y:"};
    for (size_t i = 0; i < sizeof complete / sizeof *complete; i++)
        cr_assert_eq(parse_is_complete(complete[i]), PARSE_COMPLETE, "%s", complete[i]);
    for (size_t i = 0; i < sizeof incomplete / sizeof *incomplete; i++)
        cr_assert_eq(parse_is_complete(incomplete[i]), PARSE_INCOMPLETE, "%s", incomplete[i]);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        cr_assert_eq(parse_is_complete(wrong[i]), PARSE_WRONG, "%s", wrong[i]);
}

Test(parse, source_encodings)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    const char latin[] = "# coding: latin-1\nx = '\xE9'\r\ny\r";
    cr_assert_eq(parse_text(&tree, latin, strlen(latin), filename, PARSE_FILE, 0), 0);
    cr_assert_str_eq(tree.text, "# coding: latin-1\nx = '\xC3\xA9'\ny\n");
    tree_free(&tree);
    const char mark[] = "\xEF\xBB\xBFx";
    cr_assert_eq(parse_text(&tree, mark, strlen(mark), filename, PARSE_FILE, 0), 0);
    cr_assert_str_eq(tree.text, "x\n");
    tree_free(&tree);
    const char other[] = "# -*- coding: klingon -*-\n";
    cr_assert_eq(parse_text(&tree, other, strlen(other), filename, PARSE_FILE, 0), -1);
    error_clear();
    tree_free(&tree);
    decref(filename);
}

static void check_unparse(const char *source, const char *expected)
{
    Tree tree;
    Object *filename = str_from_text("<test>");
    cr_assert_eq(parse_text(&tree, source, strlen(source), filename, PARSE_EVAL, PARSE_FROM_STR),
                 0);
    Object *text = ast_unparse(tree.root->Expression.body);
    cr_assert_str_eq(str_utf8(text, NULL), expected);
    decref(text);
    tree_free(&tree);
    decref(filename);
}

Test(parse, unparse)
{
    check_unparse("(a+b)*c**-d", "(a + b) * c ** (-d)");
    check_unparse("lambda x,y=1,*a,z:0", "lambda x, y=1, *a, z: 0");
    check_unparse("a if(b if c else d)else e", "a if (b if c else d) else e");
    check_unparse("f(x for x in y)", "f(x for x in y)");
    check_unparse("x[1:2,...]", "x[1:2, ...]");
    check_unparse("f'{a!r:>{w}}{{'", "f'{a!r:>{w}}{{'");
    check_unparse("1 .real", "1 .real");
    check_unparse("1e400", "1e309");
    check_unparse("list['int', None]", "list['int', None]");
}
