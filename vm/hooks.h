// What vm installs in the layers below, and what they call through it.
#ifndef ADDER_VM_HOOKS_H
#define ADDER_VM_HOOKS_H

#include "runtime/object.h"

void hooks_install(void);
// atexit-like functions of builtin modules: called once at shutdown, last registered first.
int hooks_at_exit(void (*function)(void));
void hooks_run_at_exit(void);
// Adder's version of CPython's finalize_modules: empties sys.modules and the modules' namespaces, in
// CPython's order, with a collection between.
void hooks_clear_modules(void);

#endif
