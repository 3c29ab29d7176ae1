// Modules.
#ifndef ADDER_RUNTIME_PROGRAM_MODULE_H
#define ADDER_RUNTIME_PROGRAM_MODULE_H

#include "runtime/containers/dict.h"

typedef struct ModuleObject {
    Object header;
    DictObject *dict; // never NULL
} ModuleObject;
#define MODULE(o) ((ModuleObject *)(o))

// A builtin module: its functions and a function that adds the rest at first import.
typedef struct ModuleDef {
    const char *name;
    const char *doc;
    const MethodDef *functions;                // ended by a NULL name
    int (*fill)(ModuleObject *module);         // constants, types; may be NULL; 0 / -1
    const char *source;                        // or: the module is this Python text (NULL otherwise)
    size_t source_size;
} ModuleDef;

Object *module_new(Object *name);
// New module object of a builtin definition without source, filled; not yet in sys.modules.
Object *module_from_def(const ModuleDef *def);
int module_add(ModuleObject *module, const char *name, Object *value);
int module_add_steal(ModuleObject *module, const char *name, Object *value_or_null); // NULL: passes the error on
int module_add_type(ModuleObject *module, TypeObject *type);

// Whether its body runs: "partially initialized module ... has no attribute"; set by import.
bool module_is_initializing(Object *module);
void module_set_initializing(Object *module, bool is_initializing);

#endif
