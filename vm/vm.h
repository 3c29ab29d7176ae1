// The door of the vm: starting, stopping, running code.
#ifndef ADDER_VM_VM_H
#define ADDER_VM_VM_H

#include "runtime/program/code.h"
#include "runtime/program/module.h"

// Starts runtime and vm. `modules`: the builtin modules (stdlib's table, ended by NULL); they are
// imported by name when a script asks, "builtins" and "sys" at once. 0, or -1 with a message on stderr.
int vm_start(const ModuleDef *const *modules);
// Shuts down as CPython: atexit, modules, last collection, caches. Afterwards no block is left
// except what a script leaked through a defect of ours; returns the number of such blocks. With
// state.ends_process only what a script can see is done; 0.
size_t vm_stop(void);

// Runs code in a namespace (locals NULL: globals). New reference to the result (None for modules).
Object *vm_run_code(CodeObject *code, DictObject *globals, Object *locals_or_null);
// Compiles and runs text as __main__-like code in `globals`.
Object *vm_run_text(const char *text, size_t byte_size, Object *filename, DictObject *globals);
// The call slot of functions.
Object *function_call(Object *function, Object *const *args, size_t nargs, Object *kwnames);

// import (vm/import.c)
Object *import_module(Object *name);                       // by absolute dotted name: the module itself
Object *import_name(Object *name, DictObject *globals, Object *fromlist, int level); // __import__ semantics
Object *import_from(Object *module, Object *name);
int import_star(Object *module, Object *locals);
// The builtin function __import__ (borrowed): as long as it is in builtins, imports skip the call.
Object *vm_import_function_borrow(void);
int import_start(const ModuleDef *const *modules);
void import_stop(void);

// vm/class.c
Object *class_build(Object *function, Object *name, Object *const *bases, size_t base_count,
                    Object *const *kw_values, Object *kwnames); // __build_class__

// vm/traceback.c: prints an exception with chain, source lines and carets on sys.stderr, as CPython's
// default excepthook. Cannot raise.
void traceback_print_exception(Object *exception);
// The same as text for format helpers: list of lines appended to `builder`.
struct StrBuilder;
int traceback_format_exception(Object *exception, struct StrBuilder *builder);
// The uncaught current exception: sys.excepthook, SystemExit; returns the exit status. Clears it.
int vm_report_uncaught(void);

// vm/safepoint.c: runs what waits (collection, signals). 0, or -1 with an exception (KeyboardInterrupt).
int safepoint_run(void);
// Run at the next safe point after INTERRUPT_MEMORY was set; NULL: nothing. Errors stay inside.
extern void (*safepoint_memory)(void);
void safepoint_install_sigint(void);

#endif
