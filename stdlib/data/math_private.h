// The module math in two files: functions of floats (mod_math.c) and of ints (math_integers.c).
#ifndef ADDER_STDLIB_DATA_MATH_PRIVATE_H
#define ADDER_STDLIB_DATA_MATH_PRIVATE_H

#include "runtime/type.h"

Object *math_fn_comb(Object *module, Object *const *args, size_t nargs);
Object *math_fn_perm(Object *module, Object *const *args, size_t nargs);
Object *math_fn_factorial(Object *module, Object *argument);
Object *math_fn_gcd(Object *module, Object *const *args, size_t nargs);
Object *math_fn_lcm(Object *module, Object *const *args, size_t nargs);
Object *math_fn_isqrt(Object *module, Object *argument);
Object *math_fn_prod(Object *module, Object *const *args, size_t nargs, Object *kwnames);
// gamma and lgamma by Lanczos' formula, with errno as libm sets it.
double math_gamma(double x);
double math_lgamma(double x);
// Euclidean length of a vector whose components are not negative and at most `max`; changes it.
double math_vector_norm(size_t count, double *vector, double max, bool has_nan);

#endif
