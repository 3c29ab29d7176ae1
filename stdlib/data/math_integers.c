// Functions of the module math on ints of any size. Read product_of_range first: factorials,
// permutations and combinations multiply halves, so that the factors stay equally long.
#include "stdlib/data/math_private.h"

#include "runtime/model/arithmetic.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"

// a * b, taking over both; NULL in either passes the error on.
static Object *multiply_steal(Object *a, Object *b)
{
    Object *product = a && b ? int_multiply(a, b) : NULL;
    xdecref(a);
    xdecref(b);
    return product;
}

static Object *divide_steal(Object *a, Object *b)
{
    Object *quotient = a && b ? int_floor_divide(a, b) : NULL;
    xdecref(a);
    xdecref(b);
    return quotient;
}

// first * (first + 1) * ... * last
static Object *product_of_range(uint64_t first, uint64_t last)
{
    uint64_t product = 1, wider;
    for (uint64_t i = first; i <= last; i++) {
        if (__builtin_mul_overflow(product, i, &wider) || wider > INT64_MAX) {
            if (i > first + 1 && last - i < 4)
                return multiply_steal(int_from_uint64(product), product_of_range(i, last));
            if (last - first < 2)
                return multiply_steal(int_from_uint64(first), product_of_range(first + 1, last));
            uint64_t middle = first + (last - first) / 2;
            return multiply_steal(product_of_range(first, middle), product_of_range(middle + 1, last));
        }
        product = wider;
    }
    return int_from_uint64(product);
}

Object *math_fn_factorial(Object *module, Object *argument)
{
    (void)module;
    Object *index = object_to_index(argument);
    if (!index)
        return NULL;
    int64_t n;
    bool fits = int_fits_int64(index, &n);
    int sign = int_sign(index);
    decref(index);
    if (sign < 0)
        return error_text(&exc_value_error, "factorial() not defined for negative values");
    if (!fits)
        return error_format(&exc_overflow_error, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
    return n < 2 ? int_from_int64(1) : product_of_range(2, (uint64_t)n);
}

// n! / (n - k)! for 0 <= k <= n.
static Object *falling(uint64_t n, uint64_t k)
{
    return k == 0 ? int_from_int64(1) : product_of_range(n - k + 1, n);
}

static Object *choose(uint64_t n, uint64_t k)
{
    return divide_steal(falling(n, k), falling(k, k));
}

// The same for an n of any size.
static Object *falling_big(Object *n, uint64_t k)
{
    Object *result = int_from_int64(1);
    for (uint64_t i = 0; i < k && result; i++) {
        Object *step = int_from_uint64(i);
        Object *factor = step ? int_subtract(n, step) : NULL;
        xdecref(step);
        result = multiply_steal(result, factor);
    }
    return result;
}

// n and k as exact ints, not negative. 0 / -1.
static int check_counts(Object *const *args, Object **n, Object **k)
{
    *k = NULL;
    *n = object_to_index(args[0]);
    if (*n)
        *k = object_to_index(args[1]);
    if (*k && int_sign(*n) < 0)
        error_text(&exc_value_error, "n must be a non-negative integer");
    else if (*k && int_sign(*k) < 0)
        error_text(&exc_value_error, "k must be a non-negative integer");
    else if (*k)
        return 0;
    xdecref(*n);
    xdecref(*k);
    return -1;
}

Object *math_fn_perm(Object *module, Object *const *args, size_t nargs)
{
    if (args_check_count("perm", nargs, 1, 2) < 0)
        return NULL;
    if (nargs == 1 || args[1] == object_none)
        return math_fn_factorial(module, args[0]);
    Object *n, *k, *result;
    int64_t small_n, small_k;
    if (check_counts(args, &n, &k) < 0)
        return NULL;
    if (int_compare(n, k) < 0)
        result = int_from_int64(0);
    else if (!int_fits_int64(k, &small_k))
        result = error_format(&exc_overflow_error, "k must not exceed %lld", (long long)INT64_MAX);
    else if (int_fits_int64(n, &small_n))
        result = falling((uint64_t)small_n, (uint64_t)small_k);
    else
        result = falling_big(n, (uint64_t)small_k);
    decref(n);
    decref(k);
    return result;
}

Object *math_fn_comb(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    Object *n, *k, *result = NULL;
    int64_t small_n, small_k;
    if (args_check_count("comb", nargs, 2, 2) < 0 || check_counts(args, &n, &k) < 0)
        return NULL;
    if (int_compare(n, k) < 0) {
        decref(n);
        decref(k);
        return int_from_int64(0);
    }
    Object *rest = int_subtract(n, k);
    if (rest && int_compare(rest, k) < 0) {
        Object *other = k;
        k = rest;
        rest = other;
    }
    if (!rest)
        result = NULL;
    else if (!int_fits_int64(k, &small_k))
        result = error_format(&exc_overflow_error, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    else if (int_fits_int64(n, &small_n))
        result = choose((uint64_t)small_n, (uint64_t)small_k);
    else
        result = divide_steal(falling_big(n, (uint64_t)small_k), falling((uint64_t)small_k, (uint64_t)small_k));
    decref(n);
    decref(k);
    xdecref(rest);
    return result;
}

static Object *absolute_steal(Object *value)
{
    if (!value || int_sign(value) >= 0)
        return value;
    Object *result = int_negate(value);
    decref(value);
    return result;
}

static Object *lcm_of(Object *a, Object *b)
{
    if (int_is_zero(a) || int_is_zero(b))
        return int_from_int64(0);
    Object *divisor = int_gcd(a, b);
    Object *part = divisor ? int_floor_divide(a, divisor) : NULL;
    xdecref(divisor);
    return absolute_steal(multiply_steal(part, new_ref(b)));
}

static Object *fold(Object *const *args, size_t nargs, int64_t start, Object *(*step)(Object *a, Object *b))
{
    Object *result = int_from_int64(start);
    for (size_t i = 0; i < nargs && result; i++) {
        Object *value = object_to_index(args[i]);
        ref_set_steal(&result, value ? step(result, value) : NULL);
        xdecref(value);
    }
    return absolute_steal(result);
}

Object *math_fn_gcd(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return fold(args, nargs, 0, int_gcd);
}

Object *math_fn_lcm(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return fold(args, nargs, 1, lcm_of);
}

Object *math_fn_isqrt(Object *module, Object *argument)
{
    (void)module;
    Object *index = object_to_index(argument), *root;
    if (!index)
        return NULL;
    if (int_sign(index) < 0)
        root = error_text(&exc_value_error, "isqrt() argument must be nonnegative");
    else
        root = int_sqrt_floor(index);
    decref(index);
    return root;
}

Object *math_fn_prod(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"", "start", NULL};
    static const Signature signature = {"prod", parameters, 1, 1, 1};
    Object *values[2], *item;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *iterator = object_iterate(values[0]);
    if (!iterator)
        return NULL;
    Object *product = values[1] ? new_ref(values[1]) : int_from_int64(1);
    while (product && (item = iterator_next(iterator))) {
        int64_t small;
        Object *next;
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
