// complex.
#ifndef ADDER_RUNTIME_NUMBERS_COMPLEX_H
#define ADDER_RUNTIME_NUMBERS_COMPLEX_H

#include "runtime/type.h"

typedef struct ComplexObject {
    Object header;
    double real, imag;
} ComplexObject;

Object *complex_new(double real, double imag);
// base ** exponent; ZeroDivisionError, OverflowError as CPython.
Object *complex_power(double base_real, double base_imag, double exponent_real,
                      double exponent_imag);

#endif
