// Methods of int, and helpers that numbers share.
#ifndef ADDER_RUNTIME_NUMBERS_INT_METHODS_H
#define ADDER_RUNTIME_NUMBERS_INT_METHODS_H

#include "runtime/type.h"

extern const MethodDef int_methods[];
extern const GetSetDef int_getsets[];
extern int64_t int_max_str_digits; // sys.set_int_max_str_digits; 0: no limit
Object *int_exact(Object *self);   // an exact int of the same value
// (a, b), taking over both; NULL in either passes the error on.
Object *int_pair_steal(Object *a, Object *b);

#endif
