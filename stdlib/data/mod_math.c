// The module math: C's functions with Python's errors, and the sums that have to be exact. The
// numbers agree with CPython 3.11 to the bit, because the same formulas are used where libm is not.
// Read call_one_float for how a failure becomes an exception. The integer half is math_integers.c.
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "stdlib/data/math_private.h"

// --- errors ---

static Object *domain_error(void)
{
    return error_text(&exc_value_error, "math domain error");
}

static Object *range_error(void)
{
    return error_text(&exc_overflow_error, "math range error");
}

// The float, or the exception that errno means; an underflow is none.
static Object *result_by_errno(double result)
{
    if (errno == EDOM)
        return domain_error();
    if (errno == ERANGE && fabs(result) >= 1.5)
        return range_error();
    return float_new(result);
}

// The value of an argument. False with exception.
static bool read_float(Object *object, double *value)
{
    if (IS_EXACT(object, FLOAT)) {
        *value = FLOAT_VALUE(object);
        return true;
    }
    *value = object_as_double(object);
    return *value != -1.0 || !error_occurred();
}

static Object *call_one_float(Object *argument, double (*function)(double), bool can_overflow)
{
    double x;
    if (!read_float(argument, &x))
        return NULL;
    errno = 0;
    double result = function(x);
    if (isnan(result) && !isnan(x))
        return domain_error();
    if (isinf(result) && isfinite(x))
        return can_overflow ? range_error() : domain_error();
    return isfinite(result) ? result_by_errno(result) : float_new(result);
}

#define FUNCTION(name, function, can_overflow)                       \
    static Object *math_fn_##name(Object *module, Object *argument)  \
    {                                                                \
        (void)module;                                                \
        return call_one_float(argument, function, can_overflow);     \
    }
FUNCTION(acos, acos, false)
FUNCTION(acosh, acosh, false)
FUNCTION(asin, asin, false)
FUNCTION(asinh, asinh, false)
FUNCTION(atan, atan, false)
FUNCTION(atanh, atanh, false)
FUNCTION(cbrt, cbrt, false)
FUNCTION(cos, cos, false)
FUNCTION(cosh, cosh, true)
FUNCTION(exp, exp, true)
FUNCTION(exp2, exp2, true)
FUNCTION(expm1, expm1, true)
FUNCTION(fabs, fabs, false)
FUNCTION(sin, sin, false)
FUNCTION(sinh, sinh, true)
FUNCTION(sqrt, sqrt, false)
FUNCTION(tan, tan, false)
FUNCTION(tanh, tanh, false)
FUNCTION(log1p, log1p, false)

// Functions that say by errno what went wrong.
#define ERRNO_FUNCTION(name, function)                               \
    static Object *math_fn_##name(Object *module, Object *argument)  \
    {                                                                \
        (void)module;                                                \
        double x;                                                    \
        if (!read_float(argument, &x))                               \
            return NULL;                                             \
        errno = 0;                                                   \
        return result_by_errno(function(x));                         \
    }
static double quiet_erf(double x)
{
    double result = erf(x);
    errno = 0;
    return result;
}
static double quiet_erfc(double x)
{
    double result = erfc(x);
    errno = 0;
    return result;
}
ERRNO_FUNCTION(erf, quiet_erf)
ERRNO_FUNCTION(erfc, quiet_erfc)
ERRNO_FUNCTION(gamma, math_gamma)
ERRNO_FUNCTION(lgamma, math_lgamma)

// --- two arguments ---

static bool read_two(const char *name, Object *const *args, size_t nargs, double *x, double *y)
{
    return args_check_count(name, nargs, 2, 2) == 0 && read_float(args[0], x) && read_float(args[1], y);
}

static Object *call_two_floats(const char *name, Object *const *args, size_t nargs, double (*function)(double, double))
{
    double x, y;
    if (!read_two(name, args, nargs, &x, &y))
        return NULL;
    errno = 0;
    double result = function(x, y);
    if (isnan(result))
        errno = !isnan(x) && !isnan(y) ? EDOM : 0;
    else if (isinf(result))
        errno = isfinite(x) && isfinite(y) ? ERANGE : 0;
    return result_by_errno(result);
}

#define TWO_FUNCTION(name, function)                                                   \
    static Object *math_fn_##name(Object *module, Object *const *args, size_t nargs)   \
    {                                                                                  \
        (void)module;                                                                  \
        return call_two_floats(#name, args, nargs, function);                          \
    }
TWO_FUNCTION(atan2, atan2)
TWO_FUNCTION(copysign, copysign)
TWO_FUNCTION(remainder, remainder)

static Object *math_fn_nextafter(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    double x, y;
    return read_two("nextafter", args, nargs, &x, &y) ? float_new(nextafter(x, y)) : NULL;
}

static Object *math_fn_fmod(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    double x, y;
    if (!read_two("fmod", args, nargs, &x, &y))
        return NULL;
    if (isinf(y) && isfinite(x))
        return float_new(x);
    double result = fmod(x, y);
    errno = isnan(result) && !isnan(x) && !isnan(y) ? EDOM : 0;
    return result_by_errno(result);
}

// pow() where an argument is no finite number: C99's cases.
static double power_of_specials(double x, double y)
{
    if (isnan(x))
        return y == 0 ? 1 : x;
    if (isnan(y))
        return x == 1 ? 1 : y;
    if (isinf(x)) {
        bool is_odd = isfinite(y) && fmod(fabs(y), 2) == 1;
        if (y > 0)
            return is_odd ? x : fabs(x);
        return y == 0 ? 1 : is_odd ? copysign(0, x) : 0;
    }
    if (fabs(x) == 1)
        return 1;
    if (y > 0 && fabs(x) > 1)
        return y;
    return y < 0 && fabs(x) < 1 ? -y : 0;
}

static Object *math_fn_pow(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    double x, y;
    if (!read_two("pow", args, nargs, &x, &y))
        return NULL;
    if (!isfinite(x) || !isfinite(y))
        return float_new(power_of_specials(x, y));
    errno = 0;
    double result = pow(x, y);
    if (isnan(result))
        errno = EDOM;
    else if (isinf(result))
        errno = x == 0 ? EDOM : ERANGE;
    return result_by_errno(result);
}

static Object *math_fn_ldexp(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    double x;
    int64_t exponent;
    if (args_check_count("ldexp", nargs, 2, 2) < 0 || !read_float(args[0], &x))
        return NULL;
    if (!IS_INT(args[1]))
        return error_text(&exc_type_error, "Expected an int as second argument to ldexp.");
    if (!int_fits_int64(args[1], &exponent))
        exponent = int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0 || !isfinite(x))
        return float_new(x);
    if (exponent < INT_MIN)
        return float_new(copysign(0, x));
    double result = exponent > INT_MAX ? copysign(INFINITY, x) : ldexp(x, (int)exponent);
    return isinf(result) ? range_error() : float_new(result);
}

// --- logarithms ---

// log of an argument that may be an int of any size.
static Object *logarithm(Object *argument, double (*function)(double))
{
    double x;
    if (IS_INT(argument)) {
        if (int_sign(argument) <= 0)
            return domain_error();
        x = int_as_double(argument);
        if (x != -1.0 || !error_occurred())
            return float_new(function(x));
        if (!error_is(&exc_overflow_error))
            return NULL;
        error_clear();
        int64_t exponent;
        x = int_frexp(argument, &exponent);
        return float_new(function(x) + function(2.0) * (double)exponent);
    }
    if (!read_float(argument, &x))
        return NULL;
    return isfinite(x) && x <= 0 ? domain_error() : call_one_float(argument, function, false);
}

static Object *math_fn_log(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)module;
    if (args_no_keywords("log", kwnames) < 0)
        return NULL;
    if (nargs < 1 || nargs > 2)
        return error_text(&exc_type_error, "math.log requires 1 to 2 arguments");
    Object *numerator = logarithm(args[0], log);
    if (!numerator || nargs == 1)
        return numerator;
    Object *denominator = logarithm(args[1], log);
    Object *result = denominator ? object_binary(BINARY_TRUE_DIVIDE, numerator, denominator) : NULL;
    decref(numerator);
    xdecref(denominator);
    return result;
}

static Object *math_fn_log2(Object *module, Object *argument)
{
    (void)module;
    return logarithm(argument, log2);
}

static Object *math_fn_log10(Object *module, Object *argument)
{
    (void)module;
    return logarithm(argument, log10);
}

// --- rounding ---

// __ceil__ and __floor__ of what is no float, else the C function.
static Object *rounded(Object *argument, Object *name, double (*function)(double))
{
    Object *result;
    double x;
    if (!IS_EXACT(argument, FLOAT) && call_special(argument, name, NULL, 0, &result))
        return result;
    return read_float(argument, &x) ? int_from_double(function(x)) : NULL;
}

static Object *math_fn_ceil(Object *module, Object *argument)
{
    (void)module;
    return rounded(argument, NAME(ceil), ceil);
}

static Object *math_fn_floor(Object *module, Object *argument)
{
    (void)module;
    return rounded(argument, NAME(floor), floor);
}

static Object *math_fn_trunc(Object *module, Object *argument)
{
    (void)module;
    Object *result;
    if (IS_EXACT(argument, FLOAT))
        return int_from_double(FLOAT_VALUE(argument));
    if (call_special(argument, NAME(trunc), NULL, 0, &result))
        return result;
    return error_format(&exc_type_error, "type %T doesn't define __trunc__ method", argument);
}

// (a, b) from new references; NULL in either passes the error on.
static Object *pair_steal(Object *a, Object *b)
{
    Object *pair = a && b ? tuple_pack(2, a, b) : NULL;
    xdecref(a);
    xdecref(b);
    return pair;
}

static Object *math_fn_frexp(Object *module, Object *argument)
{
    (void)module;
    double x;
    int exponent = 0;
    if (!read_float(argument, &x))
        return NULL;
    if (isfinite(x) && x != 0)
        x = frexp(x, &exponent);
    Object *mantissa = float_new(x);
    return pair_steal(mantissa, int_from_int64(exponent));
}

static Object *math_fn_modf(Object *module, Object *argument)
{
    (void)module;
    double x, whole;
    if (!read_float(argument, &x))
        return NULL;
    double fraction = modf(x, &whole);
    Object *first = float_new(fraction);
    return pair_steal(first, float_new(whole));
}

// --- predicates and units ---

#define PREDICATE(name)                                              \
    static Object *math_fn_##name(Object *module, Object *argument)  \
    {                                                                \
        (void)module;                                                \
        double x;                                                    \
        return read_float(argument, &x) ? object_from_bool(name(x) != 0) : NULL; \
    }
PREDICATE(isfinite)
PREDICATE(isinf)
PREDICATE(isnan)

static Object *math_fn_degrees(Object *module, Object *argument)
{
    (void)module;
    double x;
    return read_float(argument, &x) ? float_new(x * (180.0 / M_PI)) : NULL;
}

static Object *math_fn_radians(Object *module, Object *argument)
{
    (void)module;
    double x;
    return read_float(argument, &x) ? float_new(x * (M_PI / 180.0)) : NULL;
}

static Object *math_fn_ulp(Object *module, Object *argument)
{
    (void)module;
    double x;
    if (!read_float(argument, &x))
        return NULL;
    if (isnan(x))
        return float_new(x);
    x = fabs(x);
    if (isinf(x))
        return float_new(x);
    double next = nextafter(x, INFINITY);
    return float_new(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

static Object *math_fn_isclose(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"a", "b", "rel_tol", "abs_tol", NULL};
    static const Signature signature = {"isclose", parameters, 0, 2, 2};
    Object *values[4];
    double a, b, relative = 1e-9, absolute = 0;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || !read_float(values[0], &a) ||
        !read_float(values[1], &b) || (values[2] && !read_float(values[2], &relative)) ||
        (values[3] && !read_float(values[3], &absolute)))
        return NULL;
    if (relative < 0 || absolute < 0)
        return error_text(&exc_value_error, "tolerances must be non-negative");
    if (a == b)
        return object_true;
    if (isinf(a) || isinf(b))
        return object_false;
    double difference = fabs(b - a);
    return object_from_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                            difference <= absolute);
}

// --- sums and distances ---

// Partial sums that do not overlap, by increasing size: their exact sum is the sum so far.
typedef struct Partials {
    double *values;
    size_t count, capacity;
} Partials;

static int grow(Partials *partials)
{
    size_t capacity = partials->capacity ? partials->capacity * 2 : 32;
    double *values = memory_realloc(partials->values, partials->capacity * sizeof(double), capacity * sizeof(double));
    if (!values) {
        error_no_memory();
        return -1;
    }
    partials->values = values;
    partials->capacity = capacity;
    return 0;
}

// Adds x (finite). Returns 0, 1 if the sum overflowed, -1.
static int add_exactly(Partials *partials, double x)
{
    size_t kept = 0;
    for (size_t i = 0; i < partials->count; i++) {
        double y = partials->values[i];
        if (fabs(x) < fabs(y)) {
            double other = x;
            x = y;
            y = other;
        }
        volatile double high = x + y, rounded_y = high - x, low = y - rounded_y;
        if (low != 0)
            partials->values[kept++] = low;
        x = high;
    }
    partials->count = kept;
    if (x == 0)
        return 0;
    if (!isfinite(x))
        return 1;
    if (kept == partials->capacity && grow(partials) < 0)
        return -1;
    partials->values[partials->count++] = x;
    return 0;
}

// The sum of the partials, correctly rounded.
static double sum_partials(const Partials *partials)
{
    size_t n = partials->count;
    volatile double high = 0, low = 0, y;
    if (n == 0)
        return 0;
    high = partials->values[--n];
    while (n > 0) {
        double x = high;
        y = partials->values[--n];
        high = x + y;
        volatile double rounded_y = high - x;
        low = y - rounded_y;
        if (low != 0)
            break;
    }
    // half an ulp: the next partial decides which way to round
    if (n > 0 && ((low < 0 && partials->values[n - 1] < 0) || (low > 0 && partials->values[n - 1] > 0))) {
        y = low * 2;
        volatile double x = high + y, rounded_y = x - high;
        if (y == rounded_y)
            high = x;
    }
    return high;
}

static Object *math_fn_fsum(Object *module, Object *iterable)
{
    (void)module;
    Partials partials = {0};
    double special = 0, infinities = 0, x;
    Object *iterator = object_iterate(iterable), *item;
    if (!iterator)
        return NULL;
    int status = 0;
    while (status == 0 && (item = iterator_next(iterator))) {
        bool is_float = read_float(item, &x);
        decref(item);
        if (!is_float) {
            status = -1;
        } else if (!isfinite(x)) {
            if (isinf(x))
                infinities += x;
            special += x;
            partials.count = 0;
        } else if (add_exactly(&partials, x) != 0) {
            status = -1;
            if (!error_occurred())
                error_text(&exc_overflow_error, "intermediate overflow in fsum");
        }
    }
    decref(iterator);
    if (!error_occurred() && special != 0 && isnan(infinities))
        error_text(&exc_value_error, "-inf + inf in fsum");
    Object *result = error_occurred() ? NULL : float_new(special != 0 ? special : sum_partials(&partials));
    memory_free(partials.values, partials.capacity * sizeof(double));
    return result;
}

// Components on the C stack, or in a block where they are many.
typedef struct Vector {
    double inline_values[16];
    double *values;
    size_t count;
} Vector;

static int vector_start(Vector *vector, size_t count)
{
    vector->count = count;
    vector->values = vector->inline_values;
    if (count <= 16)
        return 0;
    vector->values = count < SIZE_MAX / sizeof(double) ? memory_alloc(count * sizeof(double), MEMORY_RAW) : NULL;
    if (vector->values)
        return 0;
    error_no_memory();
    return -1;
}

// Length of the vector of absolute values; frees it.
static Object *vector_finish(Vector *vector, bool is_whole)
{
    double max = 0;
    bool has_nan = false;
    for (size_t i = 0; i < vector->count && is_whole; i++) {
        double x = vector->values[i];
        has_nan = has_nan || isnan(x);
        max = x > max ? x : max;
    }
    Object *result = is_whole ? float_new(math_vector_norm(vector->count, vector->values, max, has_nan)) : NULL;
    if (vector->values != vector->inline_values)
        memory_free(vector->values, vector->count * sizeof(double));
    return result;
}

static Object *math_fn_hypot(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    Vector vector;
    if (vector_start(&vector, nargs) < 0)
        return NULL;
    bool is_whole = true;
    for (size_t i = 0; i < nargs && is_whole; i++) {
        is_whole = read_float(args[i], &vector.values[i]);
        vector.values[i] = fabs(vector.values[i]);
    }
    return vector_finish(&vector, is_whole);
}

static Object *math_fn_dist(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("dist", nargs, 2, 2) < 0)
        return NULL;
    Object *p = object_to_tuple(args[0]), *q = p ? object_to_tuple(args[1]) : NULL, *result = NULL;
    Vector vector;
    if (q && TUPLE(p)->count != TUPLE(q)->count)
        error_text(&exc_value_error, "both points must have the same number of dimensions");
    else if (q && vector_start(&vector, TUPLE(p)->count) == 0) {
        bool is_whole = true;
        for (size_t i = 0; i < vector.count && is_whole; i++) {
            double x, y;
            is_whole = read_float(TUPLE(p)->items[i], &x) && read_float(TUPLE(q)->items[i], &y);
            if (is_whole)
                vector.values[i] = fabs(x - y);
        }
        result = vector_finish(&vector, is_whole);
    }
    xdecref(p);
    xdecref(q);
    return result;
}

// --- the module ---

static int fill(ModuleObject *module)
{
    return module_add_steal(module, "pi", float_new(M_PI)) < 0 || module_add_steal(module, "e", float_new(M_E)) < 0 ||
                   module_add_steal(module, "tau", float_new(2 * M_PI)) < 0 ||
                   module_add_steal(module, "inf", float_new(INFINITY)) < 0 ||
                   module_add_steal(module, "nan", float_new(NAN)) < 0
               ? -1
               : 0;
}

static const MethodDef math_functions[] = {
    {"acos", (void *)math_fn_acos, METHOD_O,
     "acos($module, x, /)\n--\n\nReturn the arc cosine (measured in radians) of x.\n\nThe"
     " result is between 0 and pi."},
    {"acosh", (void *)math_fn_acosh, METHOD_O,
     "acosh($module, x, /)\n--\n\nReturn the inverse hyperbolic cosine of x."},
    {"asin", (void *)math_fn_asin, METHOD_O,
     "asin($module, x, /)\n--\n\nReturn the arc sine (measured in radians) of x.\n\nThe result"
     " is between -pi/2 and pi/2."},
    {"asinh", (void *)math_fn_asinh, METHOD_O,
     "asinh($module, x, /)\n--\n\nReturn the inverse hyperbolic sine of x."},
    {"atan", (void *)math_fn_atan, METHOD_O,
     "atan($module, x, /)\n--\n\nReturn the arc tangent (measured in radians) of x.\n\nThe"
     " result is between -pi/2 and pi/2."},
    {"atan2", (void *)math_fn_atan2, METHOD_FAST,
     "atan2($module, y, x, /)\n--\n\nReturn the arc tangent (measured in radians) of"
     " y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered."},
    {"atanh", (void *)math_fn_atanh, METHOD_O,
     "atanh($module, x, /)\n--\n\nReturn the inverse hyperbolic tangent of x."},
    {"cbrt", (void *)math_fn_cbrt, METHOD_O,
     "cbrt($module, x, /)\n--\n\nReturn the cube root of x."},
    {"ceil", (void *)math_fn_ceil, METHOD_O,
     "ceil($module, x, /)\n--\n\nReturn the ceiling of x as an Integral.\n\nThis is the"
     " smallest integer >= x."},
    {"comb", (void *)math_fn_comb, METHOD_FAST,
     "comb($module, n, k, /)\n--\n\nNumber of ways to choose k items from n items without"
     " repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and"
     " evaluates\nto zero when k > n.\n\nAlso called the binomial coefficient because it is"
     " equivalent\nto the coefficient of k-th term in polynomial expansion of"
     " the\nexpression (1 + x)**n.\n\nRaises TypeError if either of the arguments are not"
     " integers.\nRaises ValueError if either of the arguments are negative."},
    {"copysign", (void *)math_fn_copysign, METHOD_FAST,
     "copysign($module, x, y, /)\n--\n\nReturn a float with the magnitude (absolute value) of"
     " x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0,"
     " -0.0)\nreturns -1.0.\n"},
    {"cos", (void *)math_fn_cos, METHOD_O,
     "cos($module, x, /)\n--\n\nReturn the cosine of x (measured in radians)."},
    {"cosh", (void *)math_fn_cosh, METHOD_O,
     "cosh($module, x, /)\n--\n\nReturn the hyperbolic cosine of x."},
    {"degrees", (void *)math_fn_degrees, METHOD_O,
     "degrees($module, x, /)\n--\n\nConvert angle x from radians to degrees."},
    {"dist", (void *)math_fn_dist, METHOD_FAST,
     "dist($module, p, q, /)\n--\n\nReturn the Euclidean distance between two points p and"
     " q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates. "
     " Both inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px"
     " - qx) ** 2.0 for px, qx in zip(p, q)))"},
    {"erf", (void *)math_fn_erf, METHOD_O,
     "erf($module, x, /)\n--\n\nError function at x."},
    {"erfc", (void *)math_fn_erfc, METHOD_O,
     "erfc($module, x, /)\n--\n\nComplementary error function at x."},
    {"exp", (void *)math_fn_exp, METHOD_O,
     "exp($module, x, /)\n--\n\nReturn e raised to the power of x."},
    {"exp2", (void *)math_fn_exp2, METHOD_O,
     "exp2($module, x, /)\n--\n\nReturn 2 raised to the power of x."},
    {"expm1", (void *)math_fn_expm1, METHOD_O,
     "expm1($module, x, /)\n--\n\nReturn exp(x)-1.\n\nThis function avoids the loss of"
     " precision involved in the direct evaluation of exp(x)-1 for small x."},
    {"fabs", (void *)math_fn_fabs, METHOD_O,
     "fabs($module, x, /)\n--\n\nReturn the absolute value of the float x."},
    {"factorial", (void *)math_fn_factorial, METHOD_O,
     "factorial($module, n, /)\n--\n\nFind n!.\n\nRaise a ValueError if x is negative or"
     " non-integral."},
    {"floor", (void *)math_fn_floor, METHOD_O,
     "floor($module, x, /)\n--\n\nReturn the floor of x as an Integral.\n\nThis is the largest"
     " integer <= x."},
    {"fmod", (void *)math_fn_fmod, METHOD_FAST,
     "fmod($module, x, y, /)\n--\n\nReturn fmod(x, y), according to platform C.\n\nx % y may"
     " differ."},
    {"frexp", (void *)math_fn_frexp, METHOD_O,
     "frexp($module, x, /)\n--\n\nReturn the mantissa and exponent of x, as pair (m, e).\n\nm"
     " is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both 0."
     "  Else 0.5 <= abs(m) < 1.0."},
    {"fsum", (void *)math_fn_fsum, METHOD_O,
     "fsum($module, seq, /)\n--\n\nReturn an accurate floating point sum of values in the"
     " iterable seq.\n\nAssumes IEEE-754 floating point arithmetic."},
    {"gamma", (void *)math_fn_gamma, METHOD_O,
     "gamma($module, x, /)\n--\n\nGamma function at x."},
    {"gcd", (void *)math_fn_gcd, METHOD_FAST,
     "gcd($module, *integers)\n--\n\nGreatest Common Divisor."},
    {"hypot", (void *)math_fn_hypot, METHOD_FAST,
     "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin to"
     " a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))\n\nFor a"
     " two dimensional point (x, y), gives the hypotenuse\nusing the Pythagorean theorem: "
     " sqrt(x*x + y*y).\n\nFor example, the hypotenuse of a 3/4/5 right triangle is:\n\n   "
     " >>> hypot(3.0, 4.0)\n    5.0\n"},
    {"isclose", (void *)math_fn_isclose, METHOD_KEYWORDS,
     "isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)\n--\n\nDetermine whether two"
     " floating point numbers are close in value.\n\n  rel_tol\n    maximum difference for"
     " being considered \"close\", relative to the\n    magnitude of the input values\n "
     " abs_tol\n    maximum difference for being considered \"close\", regardless of the\n   "
     " magnitude of the input values\n\nReturn True if a is close in value to b, and False"
     " otherwise.\n\nFor the values to be considered close, the difference between"
     " them\nmust be smaller than at least one of the tolerances.\n\n-inf, inf and NaN behave"
     " similarly to the IEEE 754 Standard.  That\nis, NaN is not close to anything, even"
     " itself.  inf and -inf are\nonly close to themselves."},
    {"isfinite", (void *)math_fn_isfinite, METHOD_O,
     "isfinite($module, x, /)\n--\n\nReturn True if x is neither an infinity nor a NaN, and"
     " False otherwise."},
    {"isinf", (void *)math_fn_isinf, METHOD_O,
     "isinf($module, x, /)\n--\n\nReturn True if x is a positive or negative infinity, and"
     " False otherwise."},
    {"isnan", (void *)math_fn_isnan, METHOD_O,
     "isnan($module, x, /)\n--\n\nReturn True if x is a NaN (not a number), and False"
     " otherwise."},
    {"isqrt", (void *)math_fn_isqrt, METHOD_O,
     "isqrt($module, n, /)\n--\n\nReturn the integer part of the square root of the input."},
    {"lcm", (void *)math_fn_lcm, METHOD_FAST,
     "lcm($module, *integers)\n--\n\nLeast Common Multiple."},
    {"ldexp", (void *)math_fn_ldexp, METHOD_FAST,
     "ldexp($module, x, i, /)\n--\n\nReturn x * (2**i).\n\nThis is essentially the inverse of"
     " frexp()."},
    {"lgamma", (void *)math_fn_lgamma, METHOD_O,
     "lgamma($module, x, /)\n--\n\nNatural logarithm of absolute value of Gamma function at"
     " x."},
    {"log", (void *)math_fn_log, METHOD_KEYWORDS,
     "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base not"
     " specified, returns the natural logarithm (base e) of x."},
    {"log10", (void *)math_fn_log10, METHOD_O,
     "log10($module, x, /)\n--\n\nReturn the base 10 logarithm of x."},
    {"log1p", (void *)math_fn_log1p, METHOD_O,
     "log1p($module, x, /)\n--\n\nReturn the natural logarithm of 1+x (base e).\n\nThe result"
     " is computed in a way which is accurate for x near zero."},
    {"log2", (void *)math_fn_log2, METHOD_O,
     "log2($module, x, /)\n--\n\nReturn the base 2 logarithm of x."},
    {"modf", (void *)math_fn_modf, METHOD_O,
     "modf($module, x, /)\n--\n\nReturn the fractional and integer parts of x.\n\nBoth results"
     " carry the sign of x and are floats."},
    {"nextafter", (void *)math_fn_nextafter, METHOD_FAST,
     "nextafter($module, x, y, /)\n--\n\nReturn the next floating-point value after x towards"
     " y."},
    {"perm", (void *)math_fn_perm, METHOD_FAST,
     "perm($module, n, k=None, /)\n--\n\nNumber of ways to choose k items from n items"
     " without repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and"
     " evaluates\nto zero when k > n.\n\nIf k is not specified or is None, then k defaults to"
     " n\nand the function returns n!.\n\nRaises TypeError if either of the arguments are not"
     " integers.\nRaises ValueError if either of the arguments are negative."},
    {"pow", (void *)math_fn_pow, METHOD_FAST,
     "pow($module, x, y, /)\n--\n\nReturn x**y (x to the power of y)."},
    {"prod", (void *)math_fn_prod, METHOD_KEYWORDS,
     "prod($module, iterable, /, *, start=1)\n--\n\nCalculate the product of all the elements"
     " in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the"
     " iterable is empty, return the start value.  This function is\nintended specifically"
     " for use with numeric values and may reject\nnon-numeric types."},
    {"radians", (void *)math_fn_radians, METHOD_O,
     "radians($module, x, /)\n--\n\nConvert angle x from degrees to radians."},
    {"remainder", (void *)math_fn_remainder, METHOD_FAST,
     "remainder($module, x, y, /)\n--\n\nDifference between x and the closest integer"
     " multiple of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn"
     " the case where x is exactly halfway between two multiples of\ny, the nearest even"
     " value of n is used. The result is always exact."},
    {"sin", (void *)math_fn_sin, METHOD_O,
     "sin($module, x, /)\n--\n\nReturn the sine of x (measured in radians)."},
    {"sinh", (void *)math_fn_sinh, METHOD_O,
     "sinh($module, x, /)\n--\n\nReturn the hyperbolic sine of x."},
    {"sqrt", (void *)math_fn_sqrt, METHOD_O,
     "sqrt($module, x, /)\n--\n\nReturn the square root of x."},
    {"tan", (void *)math_fn_tan, METHOD_O,
     "tan($module, x, /)\n--\n\nReturn the tangent of x (measured in radians)."},
    {"tanh", (void *)math_fn_tanh, METHOD_O,
     "tanh($module, x, /)\n--\n\nReturn the hyperbolic tangent of x."},
    {"trunc", (void *)math_fn_trunc, METHOD_O,
     "trunc($module, x, /)\n--\n\nTruncates the Real x to the nearest Integral toward"
     " 0.\n\nUses the __trunc__ magic method."},
    {"ulp", (void *)math_fn_ulp, METHOD_O,
     "ulp($module, x, /)\n--\n\nReturn the value of the least significant bit of the float x."},
    {0},
};

extern const ModuleDef module_math;
const ModuleDef module_math = {
    .name = "math",
    .doc = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = math_functions,
    .fill = fill,
};
