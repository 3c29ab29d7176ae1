// The modules that are written in the language (stdlib/lib/*.py), embedded by embed.cmake.
#ifndef ADDER_STDLIB_LIB_MODULES_H
#define ADDER_STDLIB_LIB_MODULES_H

#include "runtime/program/module.h"

extern const ModuleDef module___future__, module_random;
extern const ModuleDef module_operator;
extern const ModuleDef module_tracemalloc;
extern const ModuleDef module_weakref;

#endif
