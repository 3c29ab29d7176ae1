// Interned names that C code uses: NAME(init) is the str "__init__" (borrowed, immortal).
#ifndef ADDER_RUNTIME_MODEL_NAMES_H
#define ADDER_RUNTIME_MODEL_NAMES_H

#include "runtime/object.h"

typedef struct Names {
#define NAME_ENTRY(identifier, text) Object *name_##identifier;
#include "runtime/model/names.def"
#undef NAME_ENTRY
} Names;
extern Names names;
#define NAME(identifier) (names.name_##identifier)

int names_start(void);

#endif
