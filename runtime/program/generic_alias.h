// list[int] and int | str: types with parameters, and unions of types.
#ifndef ADDER_RUNTIME_PROGRAM_GENERIC_ALIAS_H
#define ADDER_RUNTIME_PROGRAM_GENERIC_ALIAS_H

#include "runtime/type.h"

typedef struct GenericAliasObject {
    Object header;
    Object *origin; // list
    Object *args;   // tuple
} GenericAliasObject;

typedef struct UnionObject {
    Object header;
    Object *args; // tuple of distinct members
} UnionObject;

Object *generic_alias_new(Object *origin, Object *args); // args: a tuple, or one argument
// The method __class_getitem__ of builtin containers: for their method tables.
Object *generic_alias_class_getitem(Object *class, Object *args);
// left | right for types; NotImplemented when one operand cannot stand in a union.
Object *union_or(Object *left, Object *right);

#endif
