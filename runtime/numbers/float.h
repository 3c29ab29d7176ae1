// float: a boxed double, 16 bytes.
#ifndef ADDER_RUNTIME_NUMBERS_FLOAT_H
#define ADDER_RUNTIME_NUMBERS_FLOAT_H

#include "runtime/type.h"

typedef struct FloatObject {
    Object header;
    double value;
} FloatObject;

Object *float_new(double value);
Object *float_parse(Object *str_or_bytes); // float("..."): ValueError as CPython
#define FLOAT_VALUE(o) (((FloatObject *)(o))->value)
int64_t float_hash(Object *self);
// Python's // and % on doubles (divisor not zero).
void float_divmod(double a, double b, double *quotient, double *remainder);
Object *float_power(double base,
                    double exponent); // ZeroDivisionError, OverflowError, complex result as CPython

#endif
