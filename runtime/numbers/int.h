// int: 64 bits inline, GMP limbs beyond.
#ifndef ADDER_RUNTIME_NUMBERS_INT_H
#define ADDER_RUNTIME_NUMBERS_INT_H

#include "runtime/type.h"

// Exact int that fits in 64 bits: type index TYPE_INT, 16 bytes.
typedef struct IntObject {
    Object header;
    int64_t value;
} IntObject;

// FLAG of an int (exact or subclass) whose value does not fit 64 bits: exact ones are BigIntObject
// with type index TYPE_BIGINT; a subclass instance is an IntObject whose `value` holds the owned
// pointer to an exact BigIntObject.
enum { FLAG_INT_BIG = 1 << FLAG_PRIVATE_SHIFT };

extern IntObject small_ints[262]; // -5..256, immortal
#define SMALL_INT_MIN (-5)
#define SMALL_INT_MAX 256
static inline bool int_is_small(int64_t value)
{
    return (uint64_t)value + 5 < 262;
}
static inline Object *int_small_borrow(int64_t value)
{
    return OBJECT(&small_ints[value + 5]);
}

Object *int_from_int64_slow(int64_t value);
static inline Object *int_from_int64(int64_t value)
{
    if (int_is_small(value))
        return int_small_borrow(value);
    return int_from_int64_slow(value);
}
Object *int_from_uint64(uint64_t value);
static inline Object *int_from_size(size_t value)
{
    return int_from_uint64(value);
}
Object *int_from_double(double value); // truncates; OverflowError / ValueError for inf, nan
Object *int_from_pointer(const void *pointer);
// Digits without sign, prefix or underscores; base 2..36. ValueError for too many digits (4300
// rule).
Object *int_from_text(const char *digits, size_t length, int base);
// int(text, base) with sign, prefix, underscores and white space; ValueError as CPython.
Object *int_parse(Object *str, int base);
Object *int_to_text(Object *self, int base, bool with_prefix); // str
// Writes sign and decimal digits before `end`, 20 characters at most; returns where they start.
char *int_decimal_digits(int64_t value, char *end);
// Value of an int (any subclass). False when it does not fit; no exception.
bool int_fits_int64(Object *self, int64_t *value);
// -1 with OverflowError "Python int too large to convert to C long"; TypeError for non-ints through
// __index__.
int64_t int_as_int64(Object *self);
int int_as_int32(Object *self);
uint64_t int_as_uint64(Object *self);
double int_as_double(
    Object *self); // correctly rounded; -1.0 with OverflowError "int too large to convert to float"
int int_sign(Object *self);
bool int_is_zero(Object *self);
size_t int_bit_length(Object *self);
int64_t int_hash(Object *self);
Object *int_add(Object *a,
                Object *b); // a and b: any ints; the int slots return NotImplemented for others
Object *int_subtract(Object *a, Object *b);
Object *int_multiply(Object *a, Object *b);
Object *int_floor_divide(Object *a, Object *b);
Object *int_remainder(Object *a, Object *b);
Object *int_true_divide(Object *a, Object *b);
Object *int_power(Object *a, Object *b, Object *modulus_or_none);
Object *int_lshift(Object *a, int64_t count);
Object *int_negate(Object *a);
Object *int_gcd(Object *a, Object *b);
Object *int_sqrt_floor(Object *a);     // math.isqrt
int int_compare(Object *a, Object *b); // -1, 0, 1; cannot fail
Object *int_from_bytes(const uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed);
// frexp for big ints: mantissa in [0.5, 1), exponent; for math.log
double int_frexp(Object *self, int64_t *exponent);
int int_start(void);

#endif
