// Methods of float.
#ifndef ADDER_RUNTIME_NUMBERS_FLOAT_METHODS_H
#define ADDER_RUNTIME_NUMBERS_FLOAT_METHODS_H

#include "runtime/type.h"

extern const MethodDef float_methods[];
extern const GetSetDef float_getsets[];
// round(value, digits) correctly rounded, half to even; NULL with OverflowError.
Object *float_round(double value, int64_t digits);

#endif
