// types.SimpleNamespace, also what sys.implementation and friends are.
#ifndef ADDER_RUNTIME_PROGRAM_SIMPLE_NAMESPACE_H
#define ADDER_RUNTIME_PROGRAM_SIMPLE_NAMESPACE_H

#include "runtime/type.h"

typedef struct SimpleNamespaceObject {
    Object header;
    Object *dict; // never NULL
} SimpleNamespaceObject;

// With a copy of the dict's entries (NULL: empty).
Object *simple_namespace_new(Object *dict_or_null);

#endif
