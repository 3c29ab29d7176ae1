// Text -> tree -> folded tree -> scopes -> code object. Everything made on the way lies in the
// tree's region or in that of a unit.
#include "compiler/compile.h"

#include "compiler/codegen/codegen.h"
#include "compiler/codegen/fold.h"
#include "compiler/codegen/scope.h"
#include "compiler/syntax/parse.h"
#include "runtime/text/str.h"

void compile_set_warning(CompileWarning receiver)
{
    syntax_hooks.warning = receiver;
}

// Whether the tree starts with `from __future__ import annotations`. Wrong __future__ imports are
// refused later, by the code generator.
static bool imports_annotations(const Tree *tree)
{
    const Node *root = tree->root;
    if (root->kind == AST_EXPRESSION)
        return false;
    const NodeSeq *body =
        root->kind == AST_MODULE ? &root->Module.body : &root->Interactive.body;
    for (size_t i = 0; i < body->count; i++) {
        const Node *node = body->items[i];
        if (node->kind == AST_EXPR && i == 0)
            continue;
        if (node->kind != AST_IMPORT_FROM || !node->ImportFrom.module || node->ImportFrom.level ||
            !str_equal_text(node->ImportFrom.module, "__future__"))
            return false;
        for (size_t k = 0; k < node->ImportFrom.names.count; k++)
            if (str_equal_text(node->ImportFrom.names.items[k]->alias.name, "annotations"))
                return true;
    }
    return false;
}

CodeObject *compile_tree(Tree *tree, unsigned flags)
{
    CompileContext context = {.tree = tree};
    context.future_annotations =
        (flags & COMPILE_FUTURE_ANNOTATIONS) || imports_annotations(tree);
    ScopeTable scopes;
    constants_init(&context.constants, &tree->region, NULL);
    if (fold_tree(&context) < 0 || scope_build(&context, &scopes) < 0)
        return NULL;
    CodeObject *code = codegen_tree(&context, &scopes);
    constants_free_pool(&context.constants);
    return code;
}

CodeObject *compile_text(const char *text, size_t byte_size, Object *filename, CompileMode mode,
                         unsigned flags)
{
    static const ParseMode modes[] = {[COMPILE_FILE] = PARSE_FILE,
                                      [COMPILE_EVAL] = PARSE_EVAL,
                                      [COMPILE_SINGLE] = PARSE_SINGLE};
    Tree tree;
    CodeObject *code = NULL;
    if (parse_text(&tree, text, byte_size, filename, modes[mode],
                   flags >> COMPILE_PARSE_SHIFT) == 0)
        code = compile_tree(&tree, flags);
    tree_free(&tree);
    return code;
}
