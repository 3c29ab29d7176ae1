// What all stages behind the parser share: the tree, how to report errors, the depth check.
#ifndef ADDER_COMPILER_CODEGEN_CONTEXT_H
#define ADDER_COMPILER_CODEGEN_CONTEXT_H

#include "compiler/codegen/constants.h"
#include "compiler/syntax/ast.h"

typedef struct CompileContext {
    Tree *tree;            // borrowed; its region holds what lives as long as the compilation
    Constants constants;   // the pool
    bool future_annotations;
    unsigned depth;        // nested nodes being visited
} CompileContext;

// Raises SyntaxError with the place of `node` (NULL: line 0), worded by str_format. Always -1.
int context_error(CompileContext *context, const Node *node, const char *format, ...);
// Reports a SyntaxWarning through syntax_hooks. 0, or -1 when it became an error.
int context_warn(CompileContext *context, const Node *node, const char *format, ...);
// Zeroed bytes of the tree's region; NULL with MemoryError.
void *context_alloc(CompileContext *context, size_t byte_size);

// Around each nested visit. CPython lets the compiler nest three times as deep as the recursion
// limit, so only each third level counts. 0, or -1 with RecursionError.
int context_enter(CompileContext *context);
void context_leave(CompileContext *context);

// `name` as a class called `class_name` (NULL: none) sees it: "__x" becomes "_Class__x". Borrowed
// from the tree; NULL with an exception.
Object *context_mangle(CompileContext *context, Object *class_name, Object *name);

#endif
