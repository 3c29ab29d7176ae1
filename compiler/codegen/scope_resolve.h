// Second pass over the scopes: what each name is. Used by scope.c alone.
#ifndef ADDER_COMPILER_CODEGEN_SCOPE_RESOLVE_H
#define ADDER_COMPILER_CODEGEN_SCOPE_RESOLVE_H

#include "compiler/codegen/scope.h"

// Decides the place of every symbol of `module` and the scopes in it, outermost first, and sorts
// cells and free variables. 0, or -1 with SyntaxError.
int scope_resolve(CompileContext *context, Scope *module, Object *name_class);
// The symbol of an interned name, made if missing (scope.c). NULL with MemoryError.
Symbol *scope_add(CompileContext *context, Scope *scope, Object *name);

#endif
