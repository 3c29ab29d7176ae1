// builtins: what its two files share, and the prompt's hook for input().
#ifndef ADDER_STDLIB_MACHINE_MOD_BUILTINS_H
#define ADDER_STDLIB_MACHINE_MOD_BUILTINS_H

#include "runtime/program/module.h"

extern const ModuleDef module_builtins;

// On a terminal, input() reads through the line editor: a str without its newline; NULL with EOFError.
typedef struct BuiltinsHooks {
    Object *(*read_line)(Object *prompt);
} BuiltinsHooks;
extern BuiltinsHooks builtins_hooks;

// builtins_code.c
Object *builtins_fn_compile(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *builtins_fn_eval(Object *self, Object *const *args, size_t nargs);
Object *builtins_fn_exec(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *builtins_fn_globals(Object *self);
Object *builtins_fn_locals(Object *self);
Object *builtins_fn_dir(Object *self, Object *const *args, size_t nargs);
Object *builtins_fn_vars(Object *self, Object *const *args, size_t nargs);
Object *builtins_fn_build_class(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *builtins_fn_import(Object *self, Object *const *args, size_t nargs, Object *kwnames);

#endif
