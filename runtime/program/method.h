// Bound methods.
#ifndef ADDER_RUNTIME_PROGRAM_METHOD_H
#define ADDER_RUNTIME_PROGRAM_METHOD_H

#include "runtime/type.h"

typedef struct MethodObject {
    Object header;
    Object *function, *self;
} MethodObject;

Object *method_new(Object *function, Object *self);

#endif
