// Module math: CPython 3.11's, on libm and GMP.
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <string.h>

#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"

// --- arguments and results ---

// The double of an argument. False with exception.
static inline bool read_double(Object *object, double *value)
{
    if (likely(IS_EXACT(object, FLOAT))) {
        *value = FLOAT_VALUE(object);
        return true;
    }
    if (IS_EXACT(object, INT)) {
        *value = (double)((IntObject *)object)->value;
        return true;
    }
    *value = object_as_double(object);
    return *value != -1.0 || !error_occurred();
}

static Object *domain_error(void)
{
    return error_text(&exc_value_error, "math domain error");
}

static Object *range_error(void)
{
    return error_text(&exc_overflow_error, "math range error");
}

// float_new(result), or the exception that errno stands for. ERANGE of a small result is underflow.
static Object *result_by_errno(double result)
{
    if (errno == EDOM)
        return domain_error();
    if (errno == ERANGE && fabs(result) >= 1.5)
        return range_error();
    return float_new(result);
}

// function(argument) where NaN and infinity out of finite arguments are errors.
static inline Object *apply_one(Object *argument, double (*function)(double), bool can_overflow)
{
    double x;
    if (!read_double(argument, &x))
        return NULL;
    double result = function(x);
    if (likely(isfinite(result)))
        return float_new(result);
    if (isnan(result) && !isnan(x))
        return domain_error();
    if (isinf(result) && isfinite(x))
        return can_overflow ? range_error() : domain_error();
    return float_new(result);
}

static Object *apply_two(const char *name, Object *const *args, size_t nargs, double (*function)(double, double))
{
    double x, y;
    if (args_check_count(name, nargs, 2, 2) < 0 || !read_double(args[0], &x) || !read_double(args[1], &y))
        return NULL;
    double result = function(x, y);
    if (isnan(result) && !isnan(x) && !isnan(y))
        return domain_error();
    if (isinf(result) && isfinite(x) && isfinite(y))
        return range_error();
    return float_new(result);
}

// --- gamma: the Lanczos approximation ---

#define LANCZOS_COUNT 13
#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375
#define LOG_PI 1.144729885849400174143427351353058711647

static double lanczos_sum(double x)
{
    static const double numerator[LANCZOS_COUNT] = {
        23531376880.410759688572007674451636754734846804940,
        42919803642.649098768957899047001988850926355848959,
        35711959237.355668049440185451547166705960488635843,
        17921034426.037209699919755754458931112671403265390,
        6039542586.3520280050642916443072979210699388420708,
        1439720407.3117216736632230727949123939715485786372,
        248874557.86205415651146038641322942321632125127801,
        31426415.585400194380614231628318205362874684987640,
        2876370.6289353724412254090516208496135991145378768,
        186056.26539522349504029498971604569928220784236328,
        8071.6720023658162106380029022722506138218516325024,
        210.82427775157934587250973392071336271166969580291,
        2.5066282746310002701649081771338373386264310793408,
    };
    static const double denominator[LANCZOS_COUNT] = {0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                                      45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
                                                      1925.0, 66.0, 1.0};
    double above = 0.0, below = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_COUNT; --i >= 0;) {
            above = above * x + numerator[i];
            below = below * x + denominator[i];
        }
    } else { // by 1/x: no overflow
        for (int i = 0; i < LANCZOS_COUNT; i++) {
            above = above / x + numerator[i];
            below = below / x + denominator[i];
        }
    }
    return above / below;
}

// sin(pi * x), accurate near integers.
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0:
        result = sin(M_PI * y);
        break;
    case 1:
        result = cos(M_PI * (y - 0.5));
        break;
    case 2:
        result = sin(M_PI * (1.0 - y)); // this way round: never -0.0
        break;
    case 3:
        result = -cos(M_PI * (y - 1.5));
        break;
    default:
        result = sin(M_PI * (y - 2.0));
    }
    return copysign(1.0, x) * result;
}

// gamma(x) for finite x that is no small integer; a power beyond the range is applied as two square roots.
static double gamma_of_middle(double x, double magnitude)
{
    double y = magnitude + LANCZOS_G_MINUS_HALF, z, result;
    if (magnitude > LANCZOS_G_MINUS_HALF)
        z = (y - magnitude) - LANCZOS_G_MINUS_HALF;
    else
        z = (y - LANCZOS_G_MINUS_HALF) - magnitude;
    z = z * LANCZOS_G / y; // the rounding error of y
    double power = magnitude < 140.0 ? pow(y, magnitude - 0.5) : pow(y, magnitude / 2.0 - 0.25);
    int times = magnitude < 140.0 ? 1 : 2;
    if (x < 0.0) {
        result = -M_PI / sin_pi(magnitude) / magnitude * exp(y) / lanczos_sum(magnitude);
        result -= z * result;
        while (times-- > 0)
            result /= power;
    } else {
        result = lanczos_sum(magnitude) / exp(y);
        result += z * result;
        while (times-- > 0)
            result *= power;
    }
    if (isinf(result))
        errno = ERANGE;
    return result;
}

// gamma(x); sets errno.
static double gamma_function(double x)
{
    static const double factorials[] = { // gamma(1) ...: exact as doubles
        1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0, 5040.0, 40320.0, 362880.0, 3628800.0, 39916800.0,
        479001600.0, 6227020800.0, 87178291200.0, 1307674368000.0, 20922789888000.0, 355687428096000.0,
        6402373705728000.0, 121645100408832000.0, 2432902008176640000.0, 51090942171709440000.0,
        1124000727777607680000.0,
    };
    if (!isfinite(x)) {
        if (isnan(x) || x > 0.0)
            return x;
        errno = EDOM;
        return NAN;
    }
    if (x == 0.0) {
        errno = EDOM;
        return copysign(INFINITY, x);
    }
    if (x == floor(x)) {
        if (x < 0.0) {
            errno = EDOM;
            return NAN;
        }
        if (x <= 23.0)
            return factorials[(int)x - 1];
    }
    double magnitude = fabs(x);
    if (magnitude < 1e-20) {
        double result = 1.0 / x;
        if (isinf(result))
            errno = ERANGE;
        return result;
    }
    if (magnitude > 200.0) {
        if (x < 0.0)
            return 0.0 / sin_pi(x);
        errno = ERANGE;
        return HUGE_VAL;
    }
    return gamma_of_middle(x, magnitude);
}

// log(abs(gamma(x))); sets errno.
static double log_gamma(double x)
{
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) {
        if (x > 0.0)
            return 0.0;
        errno = EDOM;
        return HUGE_VAL;
    }
    double magnitude = fabs(x);
    if (magnitude < 1e-20)
        return -log(magnitude);
    double result = log(lanczos_sum(magnitude)) - LANCZOS_G;
    result += (magnitude - 0.5) * (log(magnitude + LANCZOS_G - 0.5) - 1);
    if (x < 0.0)
        result = LOG_PI - log(fabs(sin_pi(magnitude))) - log(magnitude) - result;
    if (isinf(result))
        errno = ERANGE;
    return result;
}

static Object *apply_errno(Object *argument, double (*function)(double))
{
    double x;
    if (!read_double(argument, &x))
        return NULL;
    errno = 0;
    return result_by_errno(function(x));
}

static Object *math_fn_gamma(Object *self, Object *x) { (void)self; return apply_errno(x, gamma_function); }
static Object *math_fn_lgamma(Object *self, Object *x) { (void)self; return apply_errno(x, log_gamma); }
static Object *math_fn_erf(Object *self, Object *x) { (void)self; return apply_errno(x, erf); }
static Object *math_fn_erfc(Object *self, Object *x) { (void)self; return apply_errno(x, erfc); }

// --- libm's functions of one and two doubles ---

#define ONE(name, function, can_overflow)                       \
    static Object *math_fn_##name(Object *self, Object *x)      \
    {                                                           \
        (void)self;                                             \
        return apply_one(x, function, can_overflow);            \
    }
#define TWO(name, function)                                                            \
    static Object *math_fn_##name(Object *self, Object *const *args, size_t nargs)     \
    {                                                                                  \
        (void)self;                                                                    \
        return apply_two(#name, args, nargs, function);                                \
    }

ONE(acos, acos, false)
ONE(acosh, acosh, false)
ONE(asin, asin, false)
ONE(asinh, asinh, false)
ONE(atan, atan, false)
ONE(atanh, atanh, false)
ONE(cbrt, cbrt, false)
ONE(cos, cos, false)
ONE(cosh, cosh, true)
ONE(exp, exp, true)
ONE(exp2, exp2, true)
ONE(expm1, expm1, true)
ONE(fabs, fabs, false)
ONE(log1p, log1p, false)
ONE(sin, sin, false)
ONE(sinh, sinh, true)
ONE(sqrt, sqrt, false)
ONE(tan, tan, false)
ONE(tanh, tanh, false)
TWO(atan2, atan2)
TWO(copysign, copysign)
TWO(remainder, remainder)

static Object *math_fn_nextafter(Object *self, Object *const *args, size_t nargs)
{
    double x, y;
    (void)self;
    if (args_check_count("nextafter", nargs, 2, 2) < 0 || !read_double(args[0], &x) || !read_double(args[1], &y))
        return NULL;
    return float_new(nextafter(x, y));
}

static Object *math_fn_fmod(Object *self, Object *const *args, size_t nargs)
{
    double x, y;
    (void)self;
    if (args_check_count("fmod", nargs, 2, 2) < 0 || !read_double(args[0], &x) || !read_double(args[1], &y))
        return NULL;
    double result = fmod(x, y);
    return isnan(result) && !isnan(x) && !isnan(y) ? domain_error() : float_new(result);
}

static Object *math_fn_pow(Object *self, Object *const *args, size_t nargs)
{
    double x, y;
    (void)self;
    if (args_check_count("pow", nargs, 2, 2) < 0 || !read_double(args[0], &x) || !read_double(args[1], &y))
        return NULL;
    double result = pow(x, y);
    if (!isfinite(result) && isfinite(x) && isfinite(y))
        return isnan(result) || x == 0.0 ? domain_error() : range_error();
    return float_new(result);
}

static Object *math_fn_degrees(Object *self, Object *argument)
{
    double x;
    (void)self;
    return read_double(argument, &x) ? float_new(x * (180.0 / M_PI)) : NULL;
}

static Object *math_fn_radians(Object *self, Object *argument)
{
    double x;
    (void)self;
    return read_double(argument, &x) ? float_new(x * (M_PI / 180.0)) : NULL;
}

static Object *math_fn_isfinite(Object *self, Object *argument)
{
    double x;
    (void)self;
    return read_double(argument, &x) ? object_from_bool(isfinite(x)) : NULL;
}

static Object *math_fn_isinf(Object *self, Object *argument)
{
    double x;
    (void)self;
    return read_double(argument, &x) ? object_from_bool(isinf(x)) : NULL;
}

static Object *math_fn_isnan(Object *self, Object *argument)
{
    double x;
    (void)self;
    return read_double(argument, &x) ? object_from_bool(isnan(x)) : NULL;
}

static Object *math_fn_isclose(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"a", "b", "rel_tol", "abs_tol", NULL};
    static const Signature signature = {"isclose", parameters, 0, 2, 2};
    Object *values[4];
    double a, b, relative = 1e-09, absolute = 0.0;
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || !read_double(values[0], &a) ||
        !read_double(values[1], &b) || (values[2] && !read_double(values[2], &relative)) ||
        (values[3] && !read_double(values[3], &absolute)))
        return NULL;
    if (relative < 0.0 || absolute < 0.0)
        return error_text(&exc_value_error, "tolerances must be non-negative");
    if (a == b)
        return object_true;
    if (isinf(a) || isinf(b))
        return object_false;
    double difference = fabs(b - a);
    return object_from_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) ||
                            difference <= absolute);
}

static Object *math_fn_ulp(Object *self, Object *argument)
{
    double x;
    (void)self;
    if (!read_double(argument, &x))
        return NULL;
    x = fabs(x);
    if (!isfinite(x))
        return float_new(x);
    double next = nextafter(x, INFINITY);
    return float_new(isinf(next) ? x - nextafter(x, -INFINITY) : next - x);
}

// --- parts of a float ---

static Object *pair_steal(Object *first, Object *second)
{
    Object *tuple = first && second ? tuple_new(2) : NULL;
    if (!tuple) {
        xdecref(first);
        xdecref(second);
        return NULL;
    }
    TUPLE(tuple)->items[0] = first;
    TUPLE(tuple)->items[1] = second;
    return tuple;
}

static Object *math_fn_frexp(Object *self, Object *argument)
{
    double x;
    int exponent = 0;
    (void)self;
    if (!read_double(argument, &x))
        return NULL;
    if (isfinite(x))
        x = frexp(x, &exponent);
    return pair_steal(float_new(x), int_from_int64(exponent));
}

static Object *math_fn_modf(Object *self, Object *argument)
{
    double x, whole;
    (void)self;
    if (!read_double(argument, &x))
        return NULL;
    double fraction = modf(x, &whole);
    return pair_steal(float_new(fraction), float_new(whole));
}

static Object *math_fn_ldexp(Object *self, Object *const *args, size_t nargs)
{
    double x;
    int64_t exponent;
    (void)self;
    if (args_check_count("ldexp", nargs, 2, 2) < 0 || !read_double(args[0], &x))
        return NULL;
    if (!IS_INT(args[1]))
        return error_text(&exc_type_error, "Expected an int as second argument to ldexp.");
    if (!int_fits_int64(args[1], &exponent))
        exponent = int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    if (x == 0.0 || !isfinite(x))
        return float_new(x);
    if (exponent > INT_MAX)
        return range_error();
    double result = exponent < INT_MIN ? copysign(0.0, x) : ldexp(x, (int)exponent);
    return isinf(result) ? range_error() : float_new(result);
}

// __ceil__ or __floor__ of the type, else of the float.
static Object *round_by(Object *argument, Object *name, double (*function)(double))
{
    Object *result;
    double x;
    if (!IS_EXACT(argument, FLOAT)) {
        if (IS_EXACT(argument, INT))
            return new_ref(argument);
        if (call_special(argument, name, NULL, 0, &result))
            return result;
    }
    return read_double(argument, &x) ? int_from_double(function(x)) : NULL;
}

static Object *math_fn_ceil(Object *self, Object *x) { (void)self; return round_by(x, NAME(ceil), ceil); }
static Object *math_fn_floor(Object *self, Object *x) { (void)self; return round_by(x, NAME(floor), floor); }

static Object *math_fn_trunc(Object *self, Object *argument)
{
    Object *result;
    (void)self;
    if (IS_EXACT(argument, FLOAT))
        return int_from_double(FLOAT_VALUE(argument));
    if (call_special(argument, NAME(trunc), NULL, 0, &result))
        return result;
    return error_format(&exc_type_error, "type %.100s doesn't define __trunc__ method", type_of(argument)->name);
}

// --- logarithms ---

static Object *logarithm(Object *argument, double (*function)(double))
{
    if (!IS_INT(argument))
        return apply_one(argument, function, false);
    if (int_sign(argument) <= 0)
        return domain_error();
    int64_t exponent;
    if (int_bit_length(argument) <= 1023)
        return float_new(function(int_as_double(argument)));
    double x = int_frexp(argument, &exponent);
    if (exponent <= DBL_MAX_EXP && isfinite(ldexp(x, (int)exponent)))
        return float_new(function(ldexp(x, (int)exponent)));
    return float_new(function(x) + function(2.0) * (double)exponent);
}

static Object *math_fn_log(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    if (nargs < 1 || nargs > 2)
        return error_text(&exc_type_error, "math.log requires 1 to 2 arguments");
    Object *result = logarithm(args[0], log);
    if (!result || nargs == 1)
        return result;
    Object *base = logarithm(args[1], log);
    if (!base) {
        decref(result);
        return NULL;
    }
    double numerator = FLOAT_VALUE(result), denominator = FLOAT_VALUE(base);
    decref(result);
    decref(base);
    if (denominator == 0.0)
        return error_text(&exc_zero_division_error, "float division by zero");
    return float_new(numerator / denominator);
}

static Object *math_fn_log2(Object *self, Object *x) { (void)self; return logarithm(x, log2); }
static Object *math_fn_log10(Object *self, Object *x) { (void)self; return logarithm(x, log10); }

// --- vectors ---

// One square added to a sum that keeps its rounding errors (Kahan, with exact products).
typedef struct SquareSum {
    double sum, error1, error2, error3;
} SquareSum;

static inline void add_term(double term, double *sum, double *error)
{
    double before = *sum;
    *sum += term;
    *error += (before - *sum) + term;
}

// sum += sign * x * x, x split into two halves of 26 bits.
static inline void add_square(SquareSum *s, double x, double sign)
{
    double t = x * 134217729.0; // 2^27 + 1
    double high = t - (t - x), low = x - high;
    add_term(sign * (high * high), &s->sum, &s->error1);
    add_term(sign * (2.0 * high * low), &s->sum, &s->error2);
    s->error3 += sign * (low * low);
}

// Square root of the sum of squares of absolute values whose largest is `max`. Overwrites them.
static double vector_norm(double *values, size_t count, double max, bool has_nan)
{
    if (isinf(max))
        return max;
    if (has_nan)
        return NAN;
    if (max == 0.0 || count <= 1)
        return max;
    int exponent;
    frexp(max, &exponent);
    SquareSum s = {.sum = 1.0};
    if (exponent < -1023) { // the scale would overflow: make the values normal
        for (size_t i = 0; i < count; i++)
            values[i] /= DBL_MIN;
        return DBL_MIN * vector_norm(values, count, max / DBL_MIN, false);
    }
    double scale = ldexp(1.0, -exponent);
    for (size_t i = 0; i < count; i++)
        add_square(&s, values[i] * scale, 1.0);
    double root = sqrt(s.sum - 1.0 + (s.error1 + s.error2 + s.error3));
    add_square(&s, root, -1.0);
    double rest = s.sum - 1.0 + (s.error1 + s.error2 + s.error3);
    return (root + rest / (2.0 * root)) / scale;
}

#define VECTOR_ON_STACK 20

// The norm of minuends[i] - subtrahends[i] (NULL: of the minuends). Both arrays stay alive: the caller holds them.
static Object *norm_of(Object *const *minuends, Object *const *subtrahends, size_t count)
{
    double on_stack[VECTOR_ON_STACK], max = 0.0;
    double *values = on_stack;
    bool has_nan = false;
    Object *result = NULL;
    if (count > VECTOR_ON_STACK) {
        values = memory_alloc(count * sizeof *values, MEMORY_RAW);
        if (!values)
            return error_no_memory();
    }
    for (size_t i = 0; i < count; i++) {
        double x, y = 0.0;
        if (!read_double(minuends[i], &x) || (subtrahends && !read_double(subtrahends[i], &y)))
            goto done;
        x = fabs(x - y);
        values[i] = x;
        has_nan = has_nan || isnan(x);
        if (x > max)
            max = x;
    }
    result = float_new(vector_norm(values, count, max, has_nan));
done:
    if (values != on_stack)
        memory_free(values, count * sizeof *values);
    return result;
}

static Object *math_fn_hypot(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    return norm_of(args, NULL, nargs);
}

static Object *math_fn_dist(Object *self, Object *const *args, size_t nargs)
{
    Object *p, *q = NULL, *result = NULL;
    (void)self;
    if (args_check_count("dist", nargs, 2, 2) < 0)
        return NULL;
    p = IS_TUPLE(args[0]) ? new_ref(args[0]) : object_to_tuple(args[0]);
    if (p)
        q = IS_TUPLE(args[1]) ? new_ref(args[1]) : object_to_tuple(args[1]);
    if (q) {
        if (TUPLE(p)->count != TUPLE(q)->count)
            error_text(&exc_value_error, "both points must have the same number of dimensions");
        else
            result = norm_of(TUPLE(p)->items, TUPLE(q)->items, TUPLE(p)->count);
    }
    xdecref(p);
    xdecref(q);
    return result;
}

// --- fsum ---

// Partial sums that do not overlap, smallest first; their exact sum is the sum so far.
typedef struct Partials {
    double *values, on_stack[32];
    size_t count, capacity;
    double special, infinities; // sums of what was not finite
} Partials;

static int push_partial(Partials *p, double value)
{
    if (p->count == p->capacity) {
        bool is_on_stack = p->values == p->on_stack;
        size_t size = p->capacity * sizeof(double);
        double *more = memory_realloc(is_on_stack ? NULL : p->values, is_on_stack ? 0 : size, 2 * size);
        if (!more) {
            error_no_memory();
            return -1;
        }
        if (is_on_stack)
            memcpy(more, p->on_stack, size);
        p->values = more;
        p->capacity *= 2;
    }
    p->values[p->count++] = value;
    return 0;
}

static int add_exactly(Partials *p, double x)
{
    double original = x;
    size_t kept = 0;
    for (size_t i = 0; i < p->count; i++) {
        double y = p->values[i];
        if (fabs(x) < fabs(y)) {
            double t = x;
            x = y;
            y = t;
        }
        volatile double high = x + y;
        volatile double low = y - (high - x);
        if (low != 0.0)
            p->values[kept++] = low;
        x = high;
    }
    p->count = kept;
    if (x == 0.0)
        return 0;
    if (isfinite(x))
        return push_partial(p, x);
    if (isfinite(original)) {
        error_text(&exc_overflow_error, "intermediate overflow in fsum");
        return -1;
    }
    if (isinf(original))
        p->infinities += original;
    p->special += original;
    p->count = 0;
    return 0;
}

static double round_partials(const Partials *p)
{
    size_t n = p->count;
    if (n == 0)
        return 0.0;
    double high = p->values[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = p->values[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0)
            break;
    }
    // half-even across several partials: a tie that the next partial breaks
    if (n > 0 && ((low < 0.0 && p->values[n - 1] < 0.0) || (low > 0.0 && p->values[n - 1] > 0.0))) {
        double y = low * 2.0, x = high + y;
        if (y == x - high)
            high = x;
    }
    return high;
}

static Object *math_fn_fsum(Object *self, Object *iterable)
{
    Partials p = {.values = p.on_stack, .capacity = 32};
    Object *item, *result = NULL;
    (void)self;
    Object *iterator = object_iterate(iterable);
    if (!iterator)
        return NULL;
    while ((item = iterator_next(iterator))) {
        double x;
        bool is_number = read_double(item, &x);
        decref(item);
        if (!is_number || add_exactly(&p, x) < 0)
            goto done;
    }
    if (error_occurred())
        goto done;
    if (p.special == 0.0)
        result = float_new(round_partials(&p));
    else if (isnan(p.infinities))
        error_text(&exc_value_error, "-inf + inf in fsum");
    else
        result = float_new(p.special);
done:
    decref(iterator);
    if (p.values != p.on_stack)
        memory_free(p.values, p.capacity * sizeof(double));
    return result;
}

static Object *math_fn_prod(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"", "start", NULL};
    static const Signature signature = {"prod", parameters, 1, 1, 1};
    Object *values[2], *item;
    (void)self;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *iterator = object_iterate(values[0]);
    if (!iterator)
        return NULL;
    Object *product = values[1] ? new_ref(values[1]) : int_from_int64(1);
    while (product && (item = iterator_next(iterator))) {
        Object *next;
        int64_t small;
        if (IS_EXACT(product, INT) && IS_EXACT(item, INT) &&
            !__builtin_mul_overflow(((IntObject *)product)->value, ((IntObject *)item)->value, &small))
            next = int_from_int64(small);
        else if (IS_EXACT(product, FLOAT) && IS_EXACT(item, FLOAT))
            next = float_new(FLOAT_VALUE(product) * FLOAT_VALUE(item));
        else
            next = object_binary(BINARY_MULTIPLY, product, item);
        decref(item);
        ref_set_steal(&product, next);
    }
    decref(iterator);
    if (product && error_occurred())
        ref_clear(&product);
    return product;
}

// --- integers ---

// a OP b, releasing both; NULL in either passes the error on.
static Object *combine_steal(Object *(*function)(Object *, Object *), Object *a, Object *b)
{
    Object *result = a && b ? function(a, b) : NULL;
    xdecref(a);
    xdecref(b);
    return result;
}

// Product of the `count` numbers first, first+1, ...
static Object *product_of_range(uint64_t first, uint64_t count)
{
    if (count <= 4) {
        uint64_t product = 1;
        uint64_t i = 0;
        for (; i < count; i++)
            if (__builtin_mul_overflow(product, first + i, &product))
                break;
        if (i == count)
            return int_from_uint64(product);
        if (count == 1)
            return int_from_uint64(first);
    }
    return combine_steal(int_multiply, product_of_range(first, count / 2),
                         product_of_range(first + count / 2, count - count / 2));
}

// n * (n-1) * ... `count` factors, for an n of any size.
static Object *falling_product(Object *n, uint64_t offset, uint64_t count)
{
    if (count == 1)
        return combine_steal(int_subtract, new_ref(n), int_from_uint64(offset));
    return combine_steal(int_multiply, falling_product(n, offset, count / 2),
                         falling_product(n, offset + count / 2, count - count / 2));
}

// n! / (n-k)!, for 0 <= k <= n.
static Object *permutations(Object *n, uint64_t k)
{
    int64_t small;
    if (k == 0)
        return int_from_int64(1);
    if (int_fits_int64(n, &small))
        return product_of_range((uint64_t)small - k + 1, k);
    return falling_product(n, 0, k);
}

static Object *math_fn_factorial(Object *self, Object *argument)
{
    int64_t n;
    (void)self;
    Object *number = object_to_index(argument);
    if (!number)
        return NULL;
    bool fits = int_fits_int64(number, &n), is_negative = int_sign(number) < 0;
    decref(number);
    if (is_negative)
        return error_text(&exc_value_error, "factorial() not defined for negative values");
    if (!fits)
        return error_format(&exc_overflow_error, "factorial() argument should not exceed %ld", LONG_MAX);
    return product_of_range(1, (uint64_t)n);
}

// Reads n and k for perm and comb: 1 go on, 0 the result is 0, -1 error.
static int read_n_and_k(Object *const *args, Object **n, Object **k)
{
    *k = NULL;
    *n = object_to_index(args[0]);
    if (*n)
        *k = object_to_index(args[1]);
    if (!*k)
        return -1;
    if (int_sign(*n) < 0 || int_sign(*k) < 0) {
        error_format(&exc_value_error, "%s must be a non-negative integer", int_sign(*n) < 0 ? "n" : "k");
        return -1;
    }
    return int_compare(*n, *k) >= 0;
}

static Object *math_fn_perm(Object *self, Object *const *args, size_t nargs)
{
    Object *n, *k, *result = NULL;
    int64_t count;
    if (args_check_count("perm", nargs, 1, 2) < 0)
        return NULL;
    if (nargs == 1 || args[1] == object_none)
        return math_fn_factorial(self, args[0]);
    int status = read_n_and_k(args, &n, &k);
    if (status == 0)
        result = int_from_int64(0);
    else if (status > 0 && !int_fits_int64(k, &count))
        error_format(&exc_overflow_error, "k must not exceed %lld", LLONG_MAX);
    else if (status > 0)
        result = permutations(n, (uint64_t)count);
    xdecref(n);
    xdecref(k);
    return result;
}

// Binomial coefficient of small numbers; false: an intermediate result is too large.
static bool combinations_small(uint64_t n, uint64_t k, uint64_t *result)
{
    uint64_t value = 1;
    for (uint64_t i = 0; i < k; i++) {
        unsigned __int128 next = (unsigned __int128)value * (n - i) / (i + 1);
        if (next > UINT64_MAX)
            return false;
        value = (uint64_t)next;
    }
    *result = value;
    return true;
}

static Object *combinations(Object *n, int64_t k)
{
    int64_t small;
    uint64_t result;
    if (int_fits_int64(n, &small) && combinations_small((uint64_t)small, (uint64_t)k, &result))
        return int_from_uint64(result);
    return combine_steal(int_floor_divide, permutations(n, (uint64_t)k), product_of_range(1, (uint64_t)k));
}

static Object *math_fn_comb(Object *self, Object *const *args, size_t nargs)
{
    Object *n, *k, *result = NULL;
    int64_t count;
    (void)self;
    if (args_check_count("comb", nargs, 2, 2) < 0)
        return NULL;
    int status = read_n_and_k(args, &n, &k);
    if (status == 0) {
        result = int_from_int64(0);
    } else if (status > 0) {
        Object *rest = int_subtract(n, k);
        if (rest && int_compare(rest, k) < 0)
            ref_set_steal(&k, new_ref(rest));
        if (!rest)
            ;
        else if (!int_fits_int64(k, &count))
            error_format(&exc_overflow_error, "min(n - k, k) must not exceed %lld", LLONG_MAX);
        else
            result = combinations(n, count);
        xdecref(rest);
    }
    xdecref(n);
    xdecref(k);
    return result;
}

static Object *lcm_of(Object *a, Object *b)
{
    if (int_is_zero(a) || int_is_zero(b))
        return int_from_int64(0);
    Object *product = combine_steal(int_multiply, combine_steal(int_floor_divide, new_ref(a), int_gcd(a, b)),
                                    new_ref(b));
    if (product && int_sign(product) < 0)
        ref_set_steal(&product, int_negate(product));
    return product;
}

// Folds the indices of all arguments, beginning with `start`.
static Object *fold_indices(Object *const *args, size_t nargs, int64_t start, Object *(*function)(Object *, Object *))
{
    Object *result = int_from_int64(start);
    for (size_t i = 0; result && i < nargs; i++)
        result = combine_steal(function, result, object_to_index(args[i]));
    return result;
}

static Object *math_fn_gcd(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    return fold_indices(args, nargs, 0, int_gcd);
}

static Object *math_fn_lcm(Object *self, Object *const *args, size_t nargs)
{
    (void)self;
    return fold_indices(args, nargs, 1, lcm_of);
}

static Object *math_fn_isqrt(Object *self, Object *argument)
{
    (void)self;
    Object *number = object_to_index(argument), *result = NULL;
    if (!number)
        return NULL;
    if (int_sign(number) < 0)
        error_text(&exc_value_error, "isqrt() argument must be nonnegative");
    else
        result = int_sqrt_floor(number);
    decref(number);
    return result;
}

// --- the module ---

static int fill_math(ModuleObject *module)
{
    static const struct {
        const char *name;
        double value;
    } constants[] = {{"pi", M_PI}, {"e", M_E}, {"tau", 2.0 * M_PI}, {"inf", INFINITY}, {"nan", NAN}};
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_add_steal(module, constants[i].name, float_new(constants[i].value)) < 0)
            return -1;
    return 0;
}

static const MethodDef math_functions[] = {
    {"acos", math_fn_acos, METHOD_O,
     "acos($module, x, /)\n--\n\nReturn the arc cosine (measured in radians) of x.\n\nThe "
     "result is between 0 and pi."},
    {"acosh", math_fn_acosh, METHOD_O,
     "acosh($module, x, /)\n--\n\nReturn the inverse hyperbolic cosine of x."},
    {"asin", math_fn_asin, METHOD_O,
     "asin($module, x, /)\n--\n\nReturn the arc sine (measured in radians) of x.\n\nThe result "
     "is between -pi/2 and pi/2."},
    {"asinh", math_fn_asinh, METHOD_O,
     "asinh($module, x, /)\n--\n\nReturn the inverse hyperbolic sine of x."},
    {"atan", math_fn_atan, METHOD_O,
     "atan($module, x, /)\n--\n\nReturn the arc tangent (measured in radians) of x.\n\nThe "
     "result is between -pi/2 and pi/2."},
    {"atan2", math_fn_atan2, METHOD_FAST,
     "atan2($module, y, x, /)\n--\n\nReturn the arc tangent (measured in radians) of y/x.\n"
     "\nUnlike atan(y/x), the signs of both x and y are considered."},
    {"atanh", math_fn_atanh, METHOD_O,
     "atanh($module, x, /)\n--\n\nReturn the inverse hyperbolic tangent of x."},
    {"cbrt", math_fn_cbrt, METHOD_O,
     "cbrt($module, x, /)\n--\n\nReturn the cube root of x."},
    {"ceil", math_fn_ceil, METHOD_O,
     "ceil($module, x, /)\n--\n\nReturn the ceiling of x as an Integral.\n\nThis is the smallest "
     "integer >= x."},
    {"comb", math_fn_comb, METHOD_FAST,
     "comb($module, n, k, /)\n--\n\nNumber of ways to choose k items from n items without "
     "repetition and without order.\n\nEvaluates to n! / (k! * (n - k)!) when k <= n and evaluates\n"
     "to zero when k > n.\n\nAlso called the binomial coefficient because it is equivalent\n"
     "to the coefficient of k-th term in polynomial expansion of the\nexpression (1 + x)**n.\n"
     "\nRaises TypeError if either of the arguments are not integers.\nRaises ValueError if "
     "either of the arguments are negative."},
    {"copysign", math_fn_copysign, METHOD_FAST,
     "copysign($module, x, y, /)\n--\n\nReturn a float with the magnitude (absolute value) "
     "of x but the sign of y.\n\nOn platforms that support signed zeros, copysign(1.0, -0.0)\n"
     "returns -1.0.\n"},
    {"cos", math_fn_cos, METHOD_O,
     "cos($module, x, /)\n--\n\nReturn the cosine of x (measured in radians)."},
    {"cosh", math_fn_cosh, METHOD_O,
     "cosh($module, x, /)\n--\n\nReturn the hyperbolic cosine of x."},
    {"degrees", math_fn_degrees, METHOD_O,
     "degrees($module, x, /)\n--\n\nConvert angle x from radians to degrees."},
    {"dist", math_fn_dist, METHOD_FAST,
     "dist($module, p, q, /)\n--\n\nReturn the Euclidean distance between two points p and "
     "q.\n\nThe points should be specified as sequences (or iterables) of\ncoordinates.  Both "
     "inputs must have the same dimension.\n\nRoughly equivalent to:\n    sqrt(sum((px - qx) "
     "** 2.0 for px, qx in zip(p, q)))"},
    {"erf", math_fn_erf, METHOD_O,
     "erf($module, x, /)\n--\n\nError function at x."},
    {"erfc", math_fn_erfc, METHOD_O,
     "erfc($module, x, /)\n--\n\nComplementary error function at x."},
    {"exp", math_fn_exp, METHOD_O,
     "exp($module, x, /)\n--\n\nReturn e raised to the power of x."},
    {"exp2", math_fn_exp2, METHOD_O,
     "exp2($module, x, /)\n--\n\nReturn 2 raised to the power of x."},
    {"expm1", math_fn_expm1, METHOD_O,
     "expm1($module, x, /)\n--\n\nReturn exp(x)-1.\n\nThis function avoids the loss of precision "
     "involved in the direct evaluation of exp(x)-1 for small x."},
    {"fabs", math_fn_fabs, METHOD_O,
     "fabs($module, x, /)\n--\n\nReturn the absolute value of the float x."},
    {"factorial", math_fn_factorial, METHOD_O,
     "factorial($module, n, /)\n--\n\nFind n!.\n\nRaise a ValueError if x is negative or non-integral."},
    {"floor", math_fn_floor, METHOD_O,
     "floor($module, x, /)\n--\n\nReturn the floor of x as an Integral.\n\nThis is the largest "
     "integer <= x."},
    {"fmod", math_fn_fmod, METHOD_FAST,
     "fmod($module, x, y, /)\n--\n\nReturn fmod(x, y), according to platform C.\n\nx % y may "
     "differ."},
    {"frexp", math_fn_frexp, METHOD_O,
     "frexp($module, x, /)\n--\n\nReturn the mantissa and exponent of x, as pair (m, e).\n"
     "\nm is a float and e is an int, such that x = m * 2.**e.\nIf x is 0, m and e are both "
     "0.  Else 0.5 <= abs(m) < 1.0."},
    {"fsum", math_fn_fsum, METHOD_O,
     "fsum($module, seq, /)\n--\n\nReturn an accurate floating point sum of values in the "
     "iterable seq.\n\nAssumes IEEE-754 floating point arithmetic."},
    {"gamma", math_fn_gamma, METHOD_O,
     "gamma($module, x, /)\n--\n\nGamma function at x."},
    {"gcd", math_fn_gcd, METHOD_FAST,
     "gcd($module, *integers)\n--\n\nGreatest Common Divisor."},
    {"hypot", math_fn_hypot, METHOD_FAST,
     "hypot(*coordinates) -> value\n\nMultidimensional Euclidean distance from the origin "
     "to a point.\n\nRoughly equivalent to:\n    sqrt(sum(x**2 for x in coordinates))\n\nFor "
     "a two dimensional point (x, y), gives the hypotenuse\nusing the Pythagorean theorem: "
     " sqrt(x*x + y*y).\n\nFor example, the hypotenuse of a 3/4/5 right triangle is:\n\n  "
     "  >>> hypot(3.0, 4.0)\n    5.0\n"},
    {"isclose", math_fn_isclose, METHOD_KEYWORDS,
     "isclose($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)\n--\n\nDetermine whether two "
     "floating point numbers are close in value.\n\n  rel_tol\n    maximum difference for "
     "being considered \"close\", relative to the\n    magnitude of the input values\n  abs_tol\n"
     "    maximum difference for being considered \"close\", regardless of the\n    magnitude "
     "of the input values\n\nReturn True if a is close in value to b, and False otherwise.\n"
     "\nFor the values to be considered close, the difference between them\nmust be smaller "
     "than at least one of the tolerances.\n\n-inf, inf and NaN behave similarly to the IEEE "
     "754 Standard.  That\nis, NaN is not close to anything, even itself.  inf and -inf are\n"
     "only close to themselves."},
    {"isfinite", math_fn_isfinite, METHOD_O,
     "isfinite($module, x, /)\n--\n\nReturn True if x is neither an infinity nor a NaN, and "
     "False otherwise."},
    {"isinf", math_fn_isinf, METHOD_O,
     "isinf($module, x, /)\n--\n\nReturn True if x is a positive or negative infinity, and "
     "False otherwise."},
    {"isnan", math_fn_isnan, METHOD_O,
     "isnan($module, x, /)\n--\n\nReturn True if x is a NaN (not a number), and False otherwise."},
    {"isqrt", math_fn_isqrt, METHOD_O,
     "isqrt($module, n, /)\n--\n\nReturn the integer part of the square root of the input."},
    {"lcm", math_fn_lcm, METHOD_FAST,
     "lcm($module, *integers)\n--\n\nLeast Common Multiple."},
    {"ldexp", math_fn_ldexp, METHOD_FAST,
     "ldexp($module, x, i, /)\n--\n\nReturn x * (2**i).\n\nThis is essentially the inverse "
     "of frexp()."},
    {"lgamma", math_fn_lgamma, METHOD_O,
     "lgamma($module, x, /)\n--\n\nNatural logarithm of absolute value of Gamma function at "
     "x."},
    {"log", math_fn_log, METHOD_FAST,
     "log(x, [base=math.e])\nReturn the logarithm of x to the given base.\n\nIf the base not "
     "specified, returns the natural logarithm (base e) of x."},
    {"log10", math_fn_log10, METHOD_O,
     "log10($module, x, /)\n--\n\nReturn the base 10 logarithm of x."},
    {"log1p", math_fn_log1p, METHOD_O,
     "log1p($module, x, /)\n--\n\nReturn the natural logarithm of 1+x (base e).\n\nThe result "
     "is computed in a way which is accurate for x near zero."},
    {"log2", math_fn_log2, METHOD_O,
     "log2($module, x, /)\n--\n\nReturn the base 2 logarithm of x."},
    {"modf", math_fn_modf, METHOD_O,
     "modf($module, x, /)\n--\n\nReturn the fractional and integer parts of x.\n\nBoth results "
     "carry the sign of x and are floats."},
    {"nextafter", math_fn_nextafter, METHOD_FAST,
     "nextafter($module, x, y, /)\n--\n\nReturn the next floating-point value after x towards "
     "y."},
    {"perm", math_fn_perm, METHOD_FAST,
     "perm($module, n, k=None, /)\n--\n\nNumber of ways to choose k items from n items without "
     "repetition and with order.\n\nEvaluates to n! / (n - k)! when k <= n and evaluates\n"
     "to zero when k > n.\n\nIf k is not specified or is None, then k defaults to n\nand the "
     "function returns n!.\n\nRaises TypeError if either of the arguments are not integers.\n"
     "Raises ValueError if either of the arguments are negative."},
    {"pow", math_fn_pow, METHOD_FAST,
     "pow($module, x, y, /)\n--\n\nReturn x**y (x to the power of y)."},
    {"prod", math_fn_prod, METHOD_KEYWORDS,
     "prod($module, iterable, /, *, start=1)\n--\n\nCalculate the product of all the elements "
     "in the input iterable.\n\nThe default start value for the product is 1.\n\nWhen the "
     "iterable is empty, return the start value.  This function is\nintended specifically "
     "for use with numeric values and may reject\nnon-numeric types."},
    {"radians", math_fn_radians, METHOD_O,
     "radians($module, x, /)\n--\n\nConvert angle x from degrees to radians."},
    {"remainder", math_fn_remainder, METHOD_FAST,
     "remainder($module, x, y, /)\n--\n\nDifference between x and the closest integer multiple "
     "of y.\n\nReturn x - n*y where n*y is the closest integer multiple of y.\nIn the case "
     "where x is exactly halfway between two multiples of\ny, the nearest even value of n "
     "is used. The result is always exact."},
    {"sin", math_fn_sin, METHOD_O,
     "sin($module, x, /)\n--\n\nReturn the sine of x (measured in radians)."},
    {"sinh", math_fn_sinh, METHOD_O,
     "sinh($module, x, /)\n--\n\nReturn the hyperbolic sine of x."},
    {"sqrt", math_fn_sqrt, METHOD_O,
     "sqrt($module, x, /)\n--\n\nReturn the square root of x."},
    {"tan", math_fn_tan, METHOD_O,
     "tan($module, x, /)\n--\n\nReturn the tangent of x (measured in radians)."},
    {"tanh", math_fn_tanh, METHOD_O,
     "tanh($module, x, /)\n--\n\nReturn the hyperbolic tangent of x."},
    {"trunc", math_fn_trunc, METHOD_O,
     "trunc($module, x, /)\n--\n\nTruncates the Real x to the nearest Integral toward 0.\n"
     "\nUses the __trunc__ magic method."},
    {"ulp", math_fn_ulp, METHOD_O,
     "ulp($module, x, /)\n--\n\nReturn the value of the least significant bit of the float "
     "x."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module_math;
const ModuleDef module_math = {
    .name = "math",
    .doc = "This module provides access to the mathematical functions\ndefined by the C standard.",
    .functions = math_functions,
    .fill = fill_math,
};
