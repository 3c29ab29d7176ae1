// The builtin modules: what vm_start() is given.
#ifndef ADDER_STDLIB_MODULES_H
#define ADDER_STDLIB_MODULES_H

#include "runtime/program/module.h"

// All builtin modules, ended by NULL.
const ModuleDef *const *stdlib_modules(void);

#endif
