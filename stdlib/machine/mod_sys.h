// The module sys: what main sets in it.
#ifndef ADDER_STDLIB_MACHINE_MOD_SYS_H
#define ADDER_STDLIB_MACHINE_MOD_SYS_H

#include "runtime/program/module.h"

extern const ModuleDef module_sys;

// sys.argv, sys.orig_argv and sys.executable. 0 / -1 with exception.
int sys_set_argv(int count, char **arguments, const char *program);

#endif
