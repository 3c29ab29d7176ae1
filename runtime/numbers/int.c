// int: conversions, operators and the fast 64-bit paths; big values go to bigint.c.
// The slots at the end are what scripts reach; the int_* functions above them are for C.
#include "runtime/numbers/int.h"

#include <math.h>
#include <string.h>

#include "runtime/base/hash.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/bigint.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

#define SMALL(n)                                                                                   \
    {                                                                                              \
        .header = OBJECT_HEADER_STATIC(TYPE_INT), .value = (n)                                     \
    }
#define SMALL8(n)                                                                                  \
    SMALL(n), SMALL(n + 1), SMALL(n + 2), SMALL(n + 3), SMALL(n + 4), SMALL(n + 5), SMALL(n + 6),  \
        SMALL(n + 7)
#define SMALL64(n)                                                                                 \
    SMALL8(n), SMALL8(n + 8), SMALL8(n + 16), SMALL8(n + 24), SMALL8(n + 32), SMALL8(n + 40),      \
        SMALL8(n + 48), SMALL8(n + 56)
IntObject small_ints[262] = {SMALL(-5),  SMALL(-4),   SMALL(-3),    SMALL(-2),    SMALL(-1),
                             SMALL64(0), SMALL64(64), SMALL64(128), SMALL64(192), SMALL(256)};
IntObject bool_singletons[2] = {{.header = OBJECT_HEADER_STATIC(TYPE_BOOL), .value = 0},
                                {.header = OBJECT_HEADER_STATIC(TYPE_BOOL), .value = 1}};

int64_t int_max_str_digits = 4300;

static inline bool is_big(const Object *self)
{
    return (self->flags & FLAG_INT_BIG) != 0;
}

#define VALUE(o) (((IntObject *)(o))->value)

int int_start(void)
{
    bigint_start();
    return 0;
}

// --- making ---

Object *int_from_int64_slow(int64_t value)
{
    IntObject *self = memory_alloc(sizeof(IntObject), MEMORY_ATOM);
    if (!self)
        return error_no_memory();
    self->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_INT};
    self->value = value;
    return OBJECT(self);
}

Object *int_from_uint64(uint64_t value)
{
    mp_limb_t limb = value;
    return value <= INT64_MAX ? int_from_int64((int64_t)value) : bigint_from_limbs(&limb, 1, false);
}

Object *int_from_pointer(const void *pointer)
{
    return int_from_uint64((uintptr_t)pointer);
}

Object *int_from_double(double value)
{
    if (isinf(value))
        return error_text(&exc_overflow_error, "cannot convert float infinity to integer");
    if (isnan(value))
        return error_text(&exc_value_error, "cannot convert float NaN to integer");
    if (value >= -9223372036854775808.0 && value < 9223372036854775808.0)
        return int_from_int64((int64_t)value);
    int exponent;
    double mantissa = frexp(fabs(value), &exponent); // value = mantissa * 2^exponent, exponent > 63
    uint64_t bits = (uint64_t)ldexp(mantissa, 53);
    mp_limb_t limbs[18] = {0};
    int shift = exponent - 53;
    limbs[shift / 64] = bits << (shift % 64);
    if (shift % 64)
        limbs[shift / 64 + 1] = bits >> (64 - shift % 64);
    return bigint_from_limbs(limbs, shift / 64 + 2, value < 0);
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

// Raises when `length` digits of a base that is not a power of two are too many.
static int check_digit_count(size_t length, int base)
{
    if ((base & (base - 1)) == 0 || !int_max_str_digits || (int64_t)length <= int_max_str_digits)
        return 0;
    error_format(
        &exc_value_error,
        "Exceeds the limit (%lld digits) for integer string conversion: value has %zu digits; use "
        "sys.set_int_max_str_digits() to increase the limit",
        (long long)int_max_str_digits, length);
    return -1;
}

static Object *from_digits(const char *digits, size_t length, int base, bool is_negative)
{
    uint64_t value = 0;
    if (check_digit_count(length, base) < 0)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        if (__builtin_mul_overflow(value, (uint64_t)base, &value) ||
            __builtin_add_overflow(value, (uint64_t)digit_value(digits[i]), &value))
            return bigint_parse(digits, length, base, is_negative);
    }
    mp_limb_t limb = value;
    return bigint_from_limbs(&limb, 1, is_negative);
}

Object *int_from_text(const char *digits, size_t length, int base)
{
    return from_digits(digits, length, base, false);
}

// int(text, base): ASCII text. NULL without exception: malformed.
static Object *parse_ascii(const char *text, size_t length, int base)
{
    const char *end = text + length;
    while (text < end && (*text == ' ' || (*text >= '\t' && *text <= '\r')))
        text++;
    while (text < end && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r')))
        end--;
    bool is_negative = text < end && *text == '-';
    if (text < end && (*text == '-' || *text == '+'))
        text++;
    int prefix = 0;
    if (end - text >= 2 && *text == '0') {
        char mark = (char)(text[1] | 0x20);
        prefix = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 0;
    }
    bool must_be_zero = false;
    if (base == 0) {
        base = prefix ? prefix : 10;
        must_be_zero = !prefix && text < end && *text == '0';
    } else if (prefix != base) {
        prefix = 0;
    }
    if (prefix) {
        text += 2;
        if (text < end && *text == '_')
            text++;
    }
    if (text >= end || *text == '_')
        return NULL;
    char small[256], *digits = small;
    size_t count = 0, room = (size_t)(end - text);
    if (room > sizeof small && !(digits = memory_alloc(room, MEMORY_RAW)))
        return error_no_memory();
    Object *result = NULL;
    bool is_good = true, is_nonzero = false;
    for (const char *c = text; c < end && is_good; c++) {
        if (*c == '_') {
            is_good = c + 1 < end && c[1] != '_';
            continue;
        }
        is_good = digit_value(*c) < base;
        is_nonzero |= *c != '0';
        digits[count++] = *c;
    }
    if (is_good && !(must_be_zero && is_nonzero))
        result = from_digits(digits, count, base, is_negative);
    if (digits != small)
        memory_free(digits, room);
    return result;
}

static Object *raise_invalid(Object *source, int base)
{
    Object *repr = object_repr(source);
    if (!repr)
        return NULL;
    Object *cut = str_slice(repr, 0, str_length(repr) > 200 ? 200 : str_length(repr));
    decref(repr);
    if (cut)
        error_format(&exc_value_error, "invalid literal for int() with base %d: %U", base, cut);
    xdecref(cut);
    return NULL;
}

Object *int_parse(Object *str, int base)
{
    size_t length = str_length(str);
    Object *result;
    if (str_is_ascii(str)) {
        result = parse_ascii((const char *)STR(str)->data, length, base);
    } else { // digits and spaces of other scripts
        char *ascii = memory_alloc(length + 1, MEMORY_RAW);
        if (!ascii)
            return error_no_memory();
        for (size_t i = 0; i < length; i++) {
            uint32_t c = str_char_at(str, i);
            int decimal = c < 128 ? -1 : unicode_decimal_value(c);
            ascii[i] = c < 128               ? (char)c
                       : decimal >= 0        ? (char)('0' + decimal)
                       : unicode_is_space(c) ? ' '
                                             : '?';
        }
        result = parse_ascii(ascii, length, base);
        memory_free(ascii, length + 1);
    }
    return result || error_occurred() ? result : raise_invalid(str, base);
}

static Object *parse_bytes(const uint8_t *data, size_t size, int base)
{
    Object *result = memchr(data, 0, size) ? NULL : parse_ascii((const char *)data, size, base);
    if (result || error_occurred())
        return result;
    Object *text = bytes_new((const char *)data, size > 200 ? 200 : size); // of a bytearray, too
    if (text)
        raise_invalid(text, base);
    xdecref(text);
    return NULL;
}

// --- reading ---

bool int_fits_int64(Object *self, int64_t *value)
{
    if (is_big(self))
        return false;
    *value = VALUE(self);
    return true;
}

int64_t int_as_int64(Object *self)
{
    if (IS_INT(self)) {
        if (!is_big(self))
            return VALUE(self);
        error_text(&exc_overflow_error, "Python int too large to convert to C long");
        return -1;
    }
    Object *index = object_to_index(self);
    if (!index)
        return -1;
    int64_t value = int_as_int64(index);
    decref(index);
    return value;
}

int int_as_int32(Object *self)
{
    int64_t value = int_as_int64(self);
    if (value == -1 && error_occurred())
        return -1;
    if (value != (int32_t)value) {
        error_text(&exc_overflow_error, "Python int too large to convert to C int");
        return -1;
    }
    return (int)value;
}

uint64_t int_as_uint64(Object *self)
{
    IntView view;
    bigint_view(self, &view);
    if (view.is_negative || view.count > 1) {
        error_text(&exc_overflow_error, view.is_negative
                                            ? "can't convert negative int to unsigned"
                                            : "Python int too large to convert to C unsigned long");
        return (uint64_t)-1;
    }
    return view.count ? view.limbs[0] : 0;
}

double int_as_double(Object *self)
{
    if (!is_big(self))
        return (double)VALUE(self);
    bool overflows;
    double value = bigint_as_double(self, &overflows);
    if (overflows) {
        error_text(&exc_overflow_error, "int too large to convert to float");
        return -1.0;
    }
    return value;
}

int int_sign(Object *self)
{
    IntView view;
    bigint_view(self, &view);
    return view.count == 0 ? 0 : view.is_negative ? -1 : 1;
}

bool int_is_zero(Object *self)
{
    return !is_big(self) && VALUE(self) == 0;
}

size_t int_bit_length(Object *self)
{
    IntView view;
    bigint_view(self, &view);
    if (view.count == 0)
        return 0;
    return (size_t)view.count * 64 - (size_t)__builtin_clzl(view.limbs[view.count - 1]);
}

int64_t int_hash(Object *self)
{
    if (!is_big(self))
        return hash_int64(VALUE(self));
    IntView view;
    bigint_view(self, &view);
    const mp_limb_t modulus = ((mp_limb_t)1 << 61) - 1;
    int64_t hash = (int64_t)mpn_mod_1(view.limbs, view.count, modulus);
    if (view.is_negative)
        hash = -hash;
    return hash == -1 ? -2 : hash;
}

int int_compare(Object *a, Object *b)
{
    if (!is_big(a) && !is_big(b))
        return (VALUE(a) > VALUE(b)) - (VALUE(a) < VALUE(b));
    if (!is_big(b)) // what is not in 64 bits is beyond all that is
        return int_sign(a);
    if (!is_big(a))
        return -int_sign(b);
    IntView x, y;
    bigint_view(a, &x);
    bigint_view(b, &y);
    if (x.is_negative != y.is_negative)
        return x.is_negative ? -1 : 1;
    int magnitude =
        x.count != y.count ? (x.count > y.count ? 1 : -1) : mpn_cmp(x.limbs, y.limbs, x.count);
    magnitude = (magnitude > 0) - (magnitude < 0);
    return x.is_negative ? -magnitude : magnitude;
}

double int_frexp(Object *self, int64_t *exponent)
{
    size_t bits = int_bit_length(self);
    if (bits == 0) {
        *exponent = 0;
        return 0.0;
    }
    Object *top = bits > 64 ? bigint_shift_right(self, bits - 64) : new_ref(self);
    if (!top)
        return -1.0;
    bool overflows;
    double value = is_big(top) ? bigint_as_double(top, &overflows) : (double)VALUE(top);
    decref(top);
    int small_exponent;
    value = frexp(value, &small_exponent);
    *exponent = (bits > 64 ? (int64_t)bits - 64 : 0) + small_exponent;
    return value;
}

// --- arithmetic ---

Object *int_add(Object *a, Object *b)
{
    int64_t result;
    if (!is_big(a) && !is_big(b) && !__builtin_add_overflow(VALUE(a), VALUE(b), &result))
        return int_from_int64(result);
    return bigint_add(a, b, false);
}

Object *int_subtract(Object *a, Object *b)
{
    int64_t result;
    if (!is_big(a) && !is_big(b) && !__builtin_sub_overflow(VALUE(a), VALUE(b), &result))
        return int_from_int64(result);
    return bigint_add(a, b, true);
}

Object *int_multiply(Object *a, Object *b)
{
    int64_t result;
    if (!is_big(a) && !is_big(b) && !__builtin_mul_overflow(VALUE(a), VALUE(b), &result))
        return int_from_int64(result);
    return bigint_multiply(a, b);
}

// Both small and the machine's division is defined.
static bool is_easy_division(Object *a, Object *b)
{
    return !is_big(a) && !is_big(b) && !(VALUE(a) == INT64_MIN && VALUE(b) == -1);
}

static int64_t floor_quotient(int64_t a, int64_t b)
{
    int64_t quotient = a / b;
    return a % b && (a < 0) != (b < 0) ? quotient - 1 : quotient;
}

static int64_t floor_remainder(int64_t a, int64_t b)
{
    int64_t remainder = a % b;
    return remainder && (remainder < 0) != (b < 0) ? remainder + b : remainder;
}

Object *int_floor_divide(Object *a, Object *b)
{
    if (int_is_zero(b))
        return error_text(&exc_zero_division_error, "integer division or modulo by zero");
    if (is_easy_division(a, b))
        return int_from_int64(floor_quotient(VALUE(a), VALUE(b)));
    Object *quotient;
    return bigint_divmod(a, b, &quotient, NULL) < 0 ? NULL : quotient;
}

Object *int_remainder(Object *a, Object *b)
{
    if (int_is_zero(b))
        return error_text(&exc_zero_division_error, "integer modulo by zero");
    if (is_easy_division(a, b))
        return int_from_int64(floor_remainder(VALUE(a), VALUE(b)));
    Object *remainder;
    return bigint_divmod(a, b, NULL, &remainder) < 0 ? NULL : remainder;
}

static Object *int_divmod(Object *a, Object *b)
{
    Object *quotient, *remainder;
    if (int_is_zero(b))
        return error_text(&exc_zero_division_error, "integer division or modulo by zero");
    if (is_easy_division(a, b)) {
        quotient = int_from_int64(floor_quotient(VALUE(a), VALUE(b)));
        remainder = quotient ? int_from_int64(floor_remainder(VALUE(a), VALUE(b))) : NULL;
        if (!remainder) {
            xdecref(quotient);
            return NULL;
        }
    } else if (bigint_divmod(a, b, &quotient, &remainder) < 0) {
        return NULL;
    }
    return int_pair_steal(quotient, remainder);
}

Object *int_true_divide(Object *a, Object *b)
{
    if (int_is_zero(b))
        return error_text(&exc_zero_division_error, "division by zero");
    const int64_t exact = (int64_t)1 << 53;
    if (!is_big(a) && !is_big(b) && VALUE(a) <= exact && VALUE(a) >= -exact && VALUE(b) <= exact &&
        VALUE(b) >= -exact)
        return float_new((double)VALUE(a) / (double)VALUE(b));
    return bigint_true_divide(a, b);
}

static Object *power_small(int64_t base, uint64_t exponent)
{
    int64_t result = 1, factor = base;
    for (uint64_t rest = exponent;;) {
        if (rest & 1 && __builtin_mul_overflow(result, factor, &result))
            return NULL;
        rest >>= 1;
        if (!rest)
            return int_from_int64(result);
        if (__builtin_mul_overflow(factor, factor, &factor))
            return NULL;
    }
}

static inline uint64_t multiply_mod(uint64_t a, uint64_t b, uint64_t modulus)
{
    if (modulus <= UINT32_MAX)
        return a * b % modulus;
    return (uint64_t)((unsigned __int128)a * b % modulus);
}

// base ** exponent % modulus, with the sign of the modulus.
static int64_t power_mod_small(int64_t base, uint64_t exponent, int64_t modulus)
{
    uint64_t m = modulus < 0 ? -(uint64_t)modulus : (uint64_t)modulus;
    uint64_t magnitude = (base < 0 ? -(uint64_t)base : (uint64_t)base) % m;
    uint64_t x = base < 0 && magnitude ? m - magnitude : magnitude, result = 1 % m;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            result = multiply_mod(result, x, m);
        x = multiply_mod(x, x, m);
    }
    return modulus < 0 && result ? (int64_t)result + modulus : (int64_t)result;
}

Object *int_power(Object *a, Object *b, Object *modulus)
{
    if (modulus && modulus != object_none) {
        if (int_is_zero(modulus))
            return error_text(&exc_value_error, "pow() 3rd argument cannot be 0");
        if (!is_big(a) && !is_big(b) && !is_big(modulus) && VALUE(b) >= 0)
            return int_from_int64(power_mod_small(VALUE(a), (uint64_t)VALUE(b), VALUE(modulus)));
        return bigint_power_mod(a, b, modulus);
    }
    if (int_sign(b) < 0) {
        double base = int_as_double(a);
        if (base == -1.0 && error_occurred())
            return NULL;
        double exponent = int_as_double(b);
        if (exponent == -1.0 && error_occurred())
            return NULL;
        return float_power(base, exponent);
    }
    if (!is_big(a) && (VALUE(a) == 0 || VALUE(a) == 1 || VALUE(a) == -1)) {
        IntView view;
        bigint_view(b, &view);
        bool is_odd = view.count && view.limbs[0] & 1;
        return int_from_int64(view.count == 0 ? 1 : VALUE(a) == -1 && !is_odd ? 1 : VALUE(a));
    }
    if (is_big(b))
        return error_no_memory();
    if (!is_big(a)) {
        Object *result = power_small(VALUE(a), (uint64_t)VALUE(b));
        if (result || error_occurred())
            return result;
    }
    return bigint_power(a, (uint64_t)VALUE(b));
}

Object *int_lshift(Object *a, int64_t count)
{
    if (!is_big(a) && count < 63) {
        int64_t value = VALUE(a), shifted = (int64_t)((uint64_t)value << count);
        if (shifted >> count == value)
            return int_from_int64(shifted);
    }
    if (int_is_zero(a))
        return int_from_int64(0);
    return bigint_shift_left(a, (uint64_t)count);
}

static Object *int_shift(Object *a, Object *b, bool left)
{
    if (int_sign(b) < 0)
        return error_text(&exc_value_error, "negative shift count");
    if (int_is_zero(a))
        return int_from_int64(0);
    if (is_big(b)) {
        if (left && int_bit_length(b) <= 66) // CPython: too many digits from 30 * 2**61 on
            return error_no_memory();
        if (left)
            return error_text(&exc_overflow_error, "too many digits in integer");
        return int_from_int64(int_sign(a) < 0 ? -1 : 0);
    }
    if (left)
        return int_lshift(a, VALUE(b));
    if (!is_big(a))
        return int_from_int64(VALUE(a) >> (VALUE(b) > 63 ? 63 : VALUE(b)));
    return bigint_shift_right(a, (uint64_t)VALUE(b));
}

Object *int_negate(Object *a)
{
    if (!is_big(a) && VALUE(a) != INT64_MIN)
        return int_from_int64(-VALUE(a));
    return bigint_add(OBJECT(int_small_borrow(0)), a, true);
}

Object *int_gcd(Object *a, Object *b)
{
    if (is_big(a) || is_big(b) || VALUE(a) == INT64_MIN || VALUE(b) == INT64_MIN)
        return bigint_gcd(a, b);
    int64_t x = VALUE(a) < 0 ? -VALUE(a) : VALUE(a), y = VALUE(b) < 0 ? -VALUE(b) : VALUE(b);
    while (y) {
        int64_t rest = x % y;
        x = y;
        y = rest;
    }
    return int_from_int64(x);
}

Object *int_sqrt_floor(Object *a)
{
    if (int_sign(a) < 0)
        return error_text(&exc_value_error, "isqrt() argument must be nonnegative");
    return bigint_sqrt(a);
}

Object *int_from_bytes(const uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed)
{
    return bigint_from_bytes(bytes, size, is_little_endian, is_signed);
}

// --- text ---

char *int_decimal_digits(int64_t value, char *end)
{
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    while (rest >= 100) { // a constant divisor is a multiplication
        uint64_t pair = rest % 100;
        rest /= 100;
        *--end = (char)('0' + pair % 10);
        *--end = (char)('0' + pair / 10);
    }
    if (rest >= 10) {
        *--end = (char)('0' + rest % 10);
        rest /= 10;
    }
    *--end = (char)('0' + rest);
    if (value < 0)
        *--end = '-';
    return end;
}

static Object *small_to_text(int64_t value, int base, bool with_prefix)
{
    char text[70], *end = text + sizeof text, *next = end;
    if (base == 10) {
        next = int_decimal_digits(value, end);
        return str_from_ascii(next, (size_t)(end - next));
    }
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    unsigned shift = base == 16 ? 4 : base == 8 ? 3 : 1;
    do {
        *--next = "0123456789abcdef"[rest & (unsigned)(base - 1)];
        rest >>= shift;
    } while (rest);
    if (with_prefix) {
        *--next = base == 16 ? 'x' : base == 8 ? 'o' : 'b';
        *--next = '0';
    }
    if (value < 0)
        *--next = '-';
    return str_from_ascii(next, (size_t)(end - next));
}

static int raise_too_long(void)
{
    error_format(&exc_value_error,
                 "Exceeds the limit (%lld digits) for integer string conversion; use "
                 "sys.set_int_max_str_digits() to "
                 "increase the limit",
                 (long long)int_max_str_digits);
    return -1;
}

Object *int_to_text(Object *self, int base, bool with_prefix)
{
    if (!is_big(self))
        return small_to_text(VALUE(self), base, with_prefix);
    bool is_limited = (base & (base - 1)) != 0 && int_max_str_digits > 0;
    if (is_limited && (double)int_bit_length(self) * 0.30103 > (double)int_max_str_digits + 2) {
        raise_too_long();
        return NULL;
    }
    Object *text = bigint_to_text(self, base);
    if (!text)
        return NULL;
    bool is_negative = int_sign(self) < 0;
    if (is_limited && (int64_t)str_length(text) - is_negative > int_max_str_digits) {
        decref(text);
        raise_too_long();
        return NULL;
    }
    if (!with_prefix || base == 10)
        return text;
    const char *prefix = base == 16 ? "0x" : base == 8 ? "0o" : "0b";
    Object *digits = is_negative ? str_slice(text, 1, str_length(text)) : new_ref(text);
    decref(text);
    Object *result = digits ? str_format("%s%s%U", is_negative ? "-" : "", prefix, digits) : NULL;
    xdecref(digits);
    return result;
}

// --- slots ---

#define BOTH_INTS_OR_DECLINE(a, b)                                                                 \
    if (!IS_INT(a) || !IS_INT(b))                                                                  \
    return_not_implemented

static Object *slot_add(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_add(a, b);
}
static Object *slot_subtract(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_subtract(a, b);
}
static Object *slot_multiply(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_multiply(a, b);
}
static Object *slot_true_divide(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_true_divide(a, b);
}
static Object *slot_floor_divide(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_floor_divide(a, b);
}
static Object *slot_remainder(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_remainder(a, b);
}
static Object *slot_divmod(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_divmod(a, b);
}
static Object *slot_power(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_power(a, b, object_none);
}
static Object *slot_lshift(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_shift(a, b, true);
}
static Object *slot_rshift(Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    return int_shift(a, b, false);
}

static Object *slot_power3(Object *a, Object *b, Object *modulus)
{
    BOTH_INTS_OR_DECLINE(a, b);
    if (modulus != object_none && !IS_INT(modulus))
        return_not_implemented;
    return int_power(a, b, modulus);
}

static Object *bitwise(BinaryOp op, Object *a, Object *b)
{
    BOTH_INTS_OR_DECLINE(a, b);
    if (is_big(a) || is_big(b))
        return bigint_bitwise(op, a, b);
    int64_t x = VALUE(a), y = VALUE(b);
    return int_from_int64(op == BINARY_AND ? x & y : op == BINARY_OR ? x | y : x ^ y);
}
static Object *slot_and(Object *a, Object *b)
{
    return bitwise(BINARY_AND, a, b);
}
static Object *slot_or(Object *a, Object *b)
{
    return bitwise(BINARY_OR, a, b);
}
static Object *slot_xor(Object *a, Object *b)
{
    return bitwise(BINARY_XOR, a, b);
}

// Exact int of the same value.
Object *int_exact(Object *self)
{
    if (IS_EXACT_INT(self))
        return new_ref(self);
    if (!is_big(self))
        return int_from_int64(VALUE(self));
    return new_ref(OBJECT((uintptr_t)VALUE(self)));
}

static Object *slot_absolute(Object *self)
{
    return int_sign(self) < 0 ? int_negate(self) : int_exact(self);
}

static Object *slot_invert(Object *self)
{
    if (!is_big(self))
        return int_from_int64(~VALUE(self));
    Object *negative = int_negate(self);
    if (!negative)
        return NULL;
    Object *result = int_subtract(negative, OBJECT(int_small_borrow(1)));
    decref(negative);
    return result;
}

static int slot_truth(Object *self)
{
    return !int_is_zero(self);
}

static Object *slot_to_float(Object *self)
{
    double value = int_as_double(self);
    return value == -1.0 && error_occurred() ? NULL : float_new(value);
}

static Object *slot_compare(Object *a, Object *b, CompareOp op)
{
    if (!IS_INT(b))
        return_not_implemented;
    int order = int_compare(a, b);
    switch (op) {
    case COMPARE_LT:
        return object_from_bool(order < 0);
    case COMPARE_LE:
        return object_from_bool(order <= 0);
    case COMPARE_EQ:
        return object_from_bool(order == 0);
    case COMPARE_NE:
        return object_from_bool(order != 0);
    case COMPARE_GT:
        return object_from_bool(order > 0);
    default:
        return object_from_bool(order >= 0);
    }
}

static Object *slot_repr(Object *self)
{
    return int_to_text(self, 10, false);
}

static void int_dealloc(Object *self)
{
    if (self->type_index == TYPE_INT) {
        memory_free(self, sizeof(IntObject));
    } else if (self->type_index == TYPE_BIGINT) {
        bigint_free(self);
    } else { // a subclass instance
        if (is_big(self)) {
            Object *big = OBJECT((uintptr_t)VALUE(self));
            decref(big);
        }
        type_release(self, 0);
    }
}

// int(value, base)
static Object *make_exact(Object *value, Object *base_object)
{
    if (!base_object) {
        const uint8_t *data;
        size_t size;
        if (IS_EXACT_INT(value))
            return new_ref(value);
        if (IS_STR(value))
            return int_parse(value, 10);
        if (bytes_view(value, &data, &size))
            return parse_bytes(data, size, 10);
        return object_to_int(value);
    }
    int64_t base = object_as_index(base_object, NULL);
    if (base == -1 && error_occurred())
        return NULL;
    if (base != 0 && (base < 2 || base > 36))
        return error_text(&exc_value_error, "int() base must be >= 2 and <= 36, or 0");
    const uint8_t *data;
    size_t size;
    if (IS_STR(value))
        return int_parse(value, (int)base);
    if (bytes_view(value, &data, &size))
        return parse_bytes(data, size, (int)base);
    return error_text(&exc_type_error, "int() can't convert non-string with explicit base");
}

static Object *int_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"", "base", NULL};
    static const Signature signature = {"int", parameters, 1, 0, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (!values[0] && values[1])
        return error_text(&exc_type_error, "int() missing string argument");
    Object *exact = values[0] ? make_exact(values[0], values[1]) : int_from_int64(0);
    if (!exact || type == &type_int)
        return exact;
    Object *self = type_allocate(type, 0);
    if (!self) {
        decref(exact);
        return NULL;
    }
    if (is_big(exact)) {
        self->flags |= FLAG_INT_BIG;
        VALUE(self) = (int64_t)(uintptr_t)exact; // owned
    } else {
        VALUE(self) = VALUE(exact);
        decref(exact);
    }
    if (object_has(self, TF_TRACKED))
        gc_track(self);
    return self;
}

static Object *int_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs == 1 && !kwnames)
        return make_exact(args[0], NULL);
    return int_make((TypeObject *)type, args, nargs, kwnames);
}

TypeObject type_int = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "int",
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
           "Convert a number or string to an integer, or return 0 if no arguments\n"
           "are given.  If x is a number, return x.__int__().  For floating point\n"
           "numbers, this truncates towards zero.\n\n"
           "If x is not a number or if base is given, then x must be a string,\n"
           "bytes, or bytearray instance representing an integer literal in the\n"
           "given base.  The literal can be preceded by '+' or '-' and be surrounded\n"
           "by whitespace.  The base defaults to 10.  Valid bases are 0 and 2-36.\n"
           "Base 0 means to interpret the base from the string as an integer literal.\n"
           ">>> int('0b100', base=0)\n4",
    .flags = TF_BASE | TF_SUBCLASS_INT,
    .basic_size = sizeof(IntObject),
    .methods = int_methods,
    .getsets = int_getsets,
    .dealloc = int_dealloc,
    .make = int_make,
    .construct = int_construct,
    .repr = slot_repr,
    .hash = int_hash,
    .compare = slot_compare,
    .binary = {[BINARY_ADD] = slot_add,
               [BINARY_SUBTRACT] = slot_subtract,
               [BINARY_MULTIPLY] = slot_multiply,
               [BINARY_TRUE_DIVIDE] = slot_true_divide,
               [BINARY_FLOOR_DIVIDE] = slot_floor_divide,
               [BINARY_REMAINDER] = slot_remainder,
               [BINARY_POWER] = slot_power,
               [BINARY_LSHIFT] = slot_lshift,
               [BINARY_RSHIFT] = slot_rshift,
               [BINARY_AND] = slot_and,
               [BINARY_OR] = slot_or,
               [BINARY_XOR] = slot_xor,
               [BINARY_DIVMOD] = slot_divmod},
    .power3 = slot_power3,
    .unary = {[UNARY_NEGATIVE] = int_negate,
              [UNARY_POSITIVE] = int_exact,
              [UNARY_INVERT] = slot_invert,
              [UNARY_ABSOLUTE] = slot_absolute},
    .truth = slot_truth,
    .to_int = int_exact,
    .to_float = slot_to_float,
    .to_index = int_exact,
};
