// The module sys: what main sets in it.
#ifndef ADDER_STDLIB_MACHINE_MOD_SYS_H
#define ADDER_STDLIB_MACHINE_MOD_SYS_H

#include "runtime/program/module.h"

extern const ModuleDef module_sys;

// The integers of sys.flags that options of the command line set, at their places in it.
enum {
    SYS_FLAG_DEBUG = 0,
    SYS_FLAG_INSPECT = 1,
    SYS_FLAG_INTERACTIVE = 2,
    SYS_FLAG_DONT_WRITE_BYTECODE = 4,
    SYS_FLAG_NO_USER_SITE = 5,
    SYS_FLAG_NO_SITE = 6,
    SYS_FLAG_IGNORE_ENVIRONMENT = 7,
    SYS_FLAG_VERBOSE = 8,
    SYS_FLAG_BYTES_WARNING = 9,
    SYS_FLAG_QUIET = 10,
    SYS_FLAG_ISOLATED = 12,
    SYS_FLAG_SAFE_PATH = 16, // a bool in sys.flags
    SYS_FLAG_COUNT = 18
};

// sys.flags and sys._xoptions from the command line. 0 / -1 with exception.
int sys_set_options(const int *flags, const char *const *x_options, int x_option_count);
// sys.argv, sys.orig_argv and sys.executable. 0 / -1 with exception.
int sys_set_argv(int count, char **arguments, const char *program);

#endif
