// Constant folding on the tree, before scopes are built: what CPython 3.11's ast_opt.c does.
#ifndef ADDER_COMPILER_CODEGEN_FOLD_H
#define ADDER_COMPILER_CODEGEN_FOLD_H

#include "compiler/codegen/context.h"
#include "runtime/type.h"

// Set on a Constant that was an operation in the source: it is no docstring.
enum { NODE_FOLDED = NODE_FREE_FLAG };

// Folds the whole tree in place. 0, or -1 with an exception.
int fold_tree(CompileContext *context);

// AstOperator to BinaryOp.
extern const uint8_t fold_binary_op[AST_OP_COUNT];

#endif
