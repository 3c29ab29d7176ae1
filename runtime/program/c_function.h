// Functions written in C, bound or not, and the descriptors of built-in types' methods.
#ifndef ADDER_RUNTIME_PROGRAM_C_FUNCTION_H
#define ADDER_RUNTIME_PROGRAM_C_FUNCTION_H

#include "runtime/type.h"

typedef struct CFunctionObject { // "built-in function" / "built-in method"
    Object header;
    const MethodDef *def;
    Object *self;   // owned, or NULL
    Object *module; // str __module__, owned, or NULL
} CFunctionObject;

typedef struct MethodDescriptorObject { // method_descriptor, classmethod_descriptor
    Object header;
    TypeObject *owner; // borrowed (static) or owned (heap)
    const MethodDef *def;
} MethodDescriptorObject;

Object *c_function_new(const MethodDef *def, Object *self_or_null, Object *module_or_null);
Object *method_descriptor_new(TypeObject *owner, const MethodDef *def); // by kind: also classmethod, static function
// Calls def with `self`; what METHOD_NOARGS etc. want is checked here, with CPython's texts.
// `owner_name` is NULL for functions; "list" for "list.append() takes exactly one argument (0 given)".
Object *c_function_call_def(const MethodDef *def, const char *owner_name, Object *self, Object *const *args,
                            size_t nargs, Object *kwnames);

#endif
