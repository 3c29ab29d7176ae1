// Methods and attributes of float.
#include "runtime/numbers/float_methods.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/base/fpconv.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/text/format.h"
#include "runtime/text/str.h"

static Object *float_method_is_integer(Object *self)
{
    double value = FLOAT_VALUE(self);
    return object_from_bool(isfinite(value) && floor(value) == value);
}

static Object *float_method_trunc(Object *self)
{
    return int_from_double(FLOAT_VALUE(self));
}
static Object *float_method_floor(Object *self)
{
    return int_from_double(floor(FLOAT_VALUE(self)));
}
static Object *float_method_ceil(Object *self)
{
    return int_from_double(ceil(FLOAT_VALUE(self)));
}

static Object *float_method_conjugate(Object *self)
{
    return IS_EXACT(self, FLOAT) ? new_ref(self) : float_new(FLOAT_VALUE(self));
}

Object *float_round(double value, int64_t digits)
{
    if (!isfinite(value) || digits > 323)
        return float_new(value);
    if (digits < -308)
        return float_new(0.0 * value);
    // printf rounds the exact decimal value half to even, as Python does.
    char text[400];
    if (digits >= 0) {
        fpconv_format(value, 'f', (int)digits, 0, text, sizeof text);
        double rounded = strtod(text, NULL);
        if (isinf(rounded))
            return error_text(&exc_overflow_error, "rounded value too large to represent");
        return float_new(rounded);
    }
    // Left of the point: digits of the integer part in decimal.
    snprintf(text, sizeof text, "%.0f", value);
    double magnitude = fabs(value);
    int integer_digits = magnitude < 1 ? 0 : (int)strlen(text) - (value < 0);
    int keep = integer_digits + (int)digits; // significant digits that stay
    if (keep < 0)
        return float_new(copysign(0.0, value));
    if (keep == 0) { // 0 or one unit: compare with half a unit
        double unit = pow(10.0, (double)-digits);
        return float_new(magnitude > unit / 2 ? copysign(unit, value) : copysign(0.0, value));
    }
    snprintf(text, sizeof text, "%.*e", keep - 1, value);
    double rounded = strtod(text, NULL);
    if (isinf(rounded))
        return error_text(&exc_overflow_error, "rounded value too large to represent");
    return float_new(rounded);
}

static Object *float_method_round(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("__round__", nargs, 0, 1) < 0)
        return NULL;
    double value = FLOAT_VALUE(self);
    if (nargs == 0 || args[0] == object_none)
        return int_from_double(isfinite(value) ? rint(value) : value);
    int64_t digits = object_as_index(args[0], NULL);
    if (digits == -1 && error_occurred())
        return NULL;
    return float_round(value, digits);
}

static Object *float_method_as_integer_ratio(Object *self)
{
    double value = FLOAT_VALUE(self);
    if (isinf(value))
        return error_text(&exc_overflow_error, "cannot convert Infinity to integer ratio");
    if (isnan(value))
        return error_text(&exc_value_error, "cannot convert NaN to integer ratio");
    int exponent;
    double mantissa = frexp(value, &exponent);
    for (int i = 0; i < 300 && mantissa != floor(mantissa); i++) {
        mantissa *= 2.0;
        exponent--;
    }
    Object *numerator = int_from_double(mantissa), *denominator = int_from_int64(1);
    if (numerator && denominator) {
        Object **scaled = exponent > 0 ? &numerator : &denominator;
        Object *shifted = int_lshift(*scaled, exponent > 0 ? exponent : -exponent);
        decref(*scaled);
        *scaled = shifted;
    }
    return int_pair_steal(numerator, denominator);
}

static Object *float_method_hex(Object *self)
{
    double value = FLOAT_VALUE(self);
    if (!isfinite(value))
        return object_repr(self);
    const char *sign = signbit(value) ? "-" : "";
    char text[64];
    if (value == 0.0) {
        snprintf(text, sizeof text, "%s0x0.0p+0", sign);
        return str_from_text(text);
    }
    int exponent;
    double mantissa = frexp(fabs(value), &exponent); // [0.5, 1)
    int shift = 1 - (-1021 - exponent > 0 ? -1021 - exponent : 0);
    mantissa = ldexp(mantissa, shift);
    exponent -= shift;
    char digits[16];
    int lead = (int)mantissa;
    mantissa -= lead;
    for (int i = 0; i < 13; i++) {
        mantissa *= 16.0;
        int digit = (int)mantissa;
        digits[i] = "0123456789abcdef"[digit];
        mantissa -= digit;
    }
    digits[13] = 0;
    snprintf(text, sizeof text, "%s0x%d.%sp%+d", sign, lead, digits, exponent);
    return str_from_text(text);
}

// [sign] (inf | nan | [0x] hex [. hex] [p exp]) with white space around; strtod does the rounding.
// `buffer` has room for three bytes more than the text. 0, or -1 with an exception.
static int parse_hex(const char *from, size_t length, char *buffer, double *value)
{
    while (length && (*from == ' ' || (*from >= '\t' && *from <= '\r'))) {
        from++;
        length--;
    }
    while (length &&
           (from[length - 1] == ' ' || (from[length - 1] >= '\t' && from[length - 1] <= '\r')))
        length--;
    char *start = buffer;
    if (length && (*from == '+' || *from == '-')) {
        *buffer++ = *from++;
        length--;
    }
    bool is_word = length && strchr("iInN", *from) != NULL;
    if (!is_word && !(length > 1 && from[0] == '0' && (from[1] | 0x20) == 'x')) {
        *buffer++ = '0';
        *buffer++ = 'x';
    }
    memcpy(buffer, from, length);
    char *end = buffer + length, *stop;
    *end = 0;
    *value = strtod(start, &stop);
    if (!length || stop != end || strchr(start, '(') || stop[-1] == 'x' || stop[-1] == 'X') {
        error_text(&exc_value_error, "invalid hexadecimal floating-point string");
        return -1;
    }
    if (isinf(*value) && !is_word) {
        error_text(&exc_overflow_error, "hexadecimal value too large to represent as a float");
        return -1;
    }
    return 0;
}

static Object *float_method_fromhex(Object *class, Object *text_object)
{
    size_t byte_size = 0;
    const char *text = IS_STR(text_object) ? str_utf8(text_object, &byte_size) : NULL;
    if (!text)
        return error_occurred()
                   ? NULL
                   : error_text(&exc_type_error, "bad argument type for built-in operation");
    size_t room = byte_size + 4;
    char small[200], *buffer = room <= sizeof small ? small : memory_alloc(room, MEMORY_RAW);
    if (!buffer)
        return error_no_memory();
    double value;
    int status = parse_hex(text, byte_size, buffer, &value);
    if (buffer != small)
        memory_free(buffer, room);
    if (status < 0)
        return NULL;
    Object *result = float_new(value);
    if (result && class != OBJECT(&type_float)) {
        Object *converted = call_one(class, result);
        decref(result);
        return converted;
    }
    return result;
}

static Object *float_method_format(Object *self, Object *spec)
{
    if (!IS_STR(spec))
        return error_format(&exc_type_error, "__format__() argument must be str, not %T", spec);
    return format_float(self, spec);
}

static Object *float_method_getnewargs(Object *self)
{
    Object *exact = float_method_conjugate(self);
    Object *tuple = exact ? tuple_pack(1, exact) : NULL;
    xdecref(exact);
    return tuple;
}

const MethodDef float_methods[] = {
    {"conjugate", (void *)float_method_conjugate, METHOD_NOARGS,
     "conjugate($self, /)\n--\n\nReturn self, the complex conjugate of any float."},
    {"__trunc__", (void *)float_method_trunc, METHOD_NOARGS,
     "__trunc__($self, /)\n--\n\nReturn the Integral closest to x between 0 and x."},
    {"__floor__", (void *)float_method_floor, METHOD_NOARGS,
     "__floor__($self, /)\n--\n\nReturn the floor as an Integral."},
    {"__ceil__", (void *)float_method_ceil, METHOD_NOARGS,
     "__ceil__($self, /)\n--\n\nReturn the ceiling as an Integral."},
    {"__round__", (void *)float_method_round, METHOD_FAST,
     "__round__($self, ndigits=None, /)\n--\n\nReturn the Integral closest to x, rounding half "
     "toward even.\n\nWhen an argument is passed, work like built-in round(x, ndigits)."},
    {"as_integer_ratio", (void *)float_method_as_integer_ratio, METHOD_NOARGS,
     "as_integer_ratio($self, /)\n--\n\nReturn integer ratio."},
    {"fromhex", (void *)float_method_fromhex, METHOD_O | METHOD_CLASS,
     "fromhex($type, string, /)\n--\n\nCreate a floating-point number from a hexadecimal string."},
    {"hex", (void *)float_method_hex, METHOD_NOARGS,
     "hex($self, /)\n--\n\nReturn a hexadecimal representation of a floating-point number."},
    {"is_integer", (void *)float_method_is_integer, METHOD_NOARGS,
     "is_integer($self, /)\n--\n\nReturn True if the float is an integer."},
    {"__getnewargs__", (void *)float_method_getnewargs, METHOD_NOARGS, NULL},
    {"__format__", (void *)float_method_format, METHOD_O, NULL},
    {0},
};

static Object *get_real(Object *self, void *closure)
{
    (void)closure;
    return float_method_conjugate(self);
}

static Object *get_imag(Object *self, void *closure)
{
    (void)self;
    (void)closure;
    return float_new(0.0);
}

const GetSetDef float_getsets[] = {
    {"real", get_real, NULL, "the real part of a complex number", NULL},
    {"imag", get_imag, NULL, "the imaginary part of a complex number", NULL},
    {0},
};
