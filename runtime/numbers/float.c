// float: a boxed double with Python's division, rounding and text rules.
#include "runtime/numbers/float.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "runtime/base/fpconv.h"
#include "runtime/base/hash.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/bigint.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float_methods.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

Object *float_new(double value)
{
    FloatObject *self = memory_alloc(sizeof(FloatObject), MEMORY_ATOM);
    if (!self)
        return error_no_memory();
    self->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_FLOAT};
    self->value = value;
    return OBJECT(self);
}

// --- text ---

static bool is_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Copies text without underscores between digits. False: an underscore stands elsewhere.
static bool drop_underscores(const char *text, size_t length, char *out, size_t *out_length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '_') {
            bool between = i > 0 && i + 1 < length && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                           text[i + 1] >= '0' && text[i + 1] <= '9';
            if (!between)
                return false;
            continue;
        }
        out[count++] = text[i];
    }
    out[count] = 0;
    *out_length = count;
    return true;
}

static Object *parse_ascii(Object *source, const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end && is_ascii_space(*text))
        text++;
    while (text < end && is_ascii_space(end[-1]))
        end--;
    size_t room = (size_t)(end - text) + 1, cleaned;
    char small[128], *copy = room <= sizeof small ? small : memory_alloc(room, MEMORY_RAW);
    if (!copy)
        return error_no_memory();
    Object *result = NULL;
    if (end > text && !memchr(text, 0, (size_t)(end - text)) &&
        drop_underscores(text, (size_t)(end - text), copy, &cleaned)) {
        double value;
        const char *stop = fpconv_parse(copy, copy + cleaned, &value);
        if (stop == copy + cleaned && cleaned)
            result = float_new(value);
    }
    if (copy != small)
        memory_free(copy, room);
    if (!result && !error_occurred())
        error_format(&exc_value_error, "could not convert string to float: %R", source);
    return result;
}

Object *float_parse(Object *source)
{
    const uint8_t *data;
    size_t size;
    if (bytes_view(source, &data, &size))
        return parse_ascii(source, (const char *)data, size);
    size = str_length(source);
    if (str_is_ascii(source))
        return parse_ascii(source, (const char *)STR(source)->data, size);
    char *ascii = memory_alloc(size + 1, MEMORY_RAW);
    if (!ascii)
        return error_no_memory();
    for (size_t i = 0; i < size; i++) {
        uint32_t c = str_char_at(source, i);
        int decimal = c < 128 ? -1 : unicode_decimal_value(c);
        ascii[i] = c < 128               ? (char)c
                   : decimal >= 0        ? (char)('0' + decimal)
                   : unicode_is_space(c) ? ' '
                                         : '?';
    }
    Object *result = parse_ascii(source, ascii, size);
    memory_free(ascii, size + 1);
    return result;
}

static Object *float_repr(Object *self)
{
    char text[FPCONV_SHORTEST_SIZE];
    size_t length = fpconv_shortest(FLOAT_VALUE(self), text);
    return str_from_ascii(text, length);
}

// --- arithmetic ---

int64_t float_hash(Object *self)
{
    double value = FLOAT_VALUE(self);
    return isnan(value) ? hash_pointer(self) : hash_double(value);
}

// Operand as double: 1; not a number of ours: 0; -1 with exception.
static int as_operand(Object *object, double *value)
{
    if (IS_FLOAT(object)) {
        *value = FLOAT_VALUE(object);
        return 1;
    }
    if (!IS_INT(object))
        return 0;
    *value = int_as_double(object);
    return *value == -1.0 && error_occurred() ? -1 : 1;
}

#define OPERANDS(a, b, x, y)                                                                       \
    double x, y;                                                                                   \
    int status_ = as_operand(a, &x);                                                               \
    if (status_ == 1)                                                                              \
        status_ = as_operand(b, &y);                                                               \
    if (status_ <= 0)                                                                              \
    return status_ < 0 ? NULL : object_not_implemented

static Object *slot_add(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    return float_new(x + y);
}

static Object *slot_subtract(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    return float_new(x - y);
}

static Object *slot_multiply(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    return float_new(x * y);
}

static Object *slot_true_divide(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    if (y == 0.0)
        return error_text(&exc_zero_division_error, "float division by zero");
    return float_new(x / y);
}

void float_divmod(double a, double b, double *quotient, double *remainder)
{
    double rest = fmod(a, b), div = (a - rest) / b;
    if (rest != 0.0) {
        if ((b < 0) != (rest < 0)) {
            rest += b;
            div -= 1.0;
        }
    } else {
        rest = copysign(0.0, b);
    }
    if (div != 0.0) {
        double floored = floor(div);
        if (div - floored > 0.5)
            floored += 1.0;
        div = floored;
    } else {
        div = copysign(0.0, a / b);
    }
    *quotient = div;
    *remainder = rest;
}

static Object *slot_floor_divide(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    if (y == 0.0)
        return error_text(&exc_zero_division_error, "float floor division by zero");
    double quotient, remainder;
    float_divmod(x, y, &quotient, &remainder);
    return float_new(quotient);
}

static Object *slot_remainder(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    if (y == 0.0)
        return error_text(&exc_zero_division_error, "float modulo");
    double quotient, remainder;
    float_divmod(x, y, &quotient, &remainder);
    return float_new(remainder);
}

static Object *slot_divmod(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    if (y == 0.0)
        return error_text(&exc_zero_division_error, "float divmod()");
    double quotient, remainder;
    float_divmod(x, y, &quotient, &remainder);
    return int_pair_steal(float_new(quotient), float_new(remainder));
}

Object *float_power(double base, double exponent)
{
    if (exponent == 0)
        return float_new(1.0);
    if (isnan(base))
        return float_new(base);
    if (isnan(exponent))
        return float_new(base == 1.0 ? 1.0 : exponent);
    if (isinf(exponent)) {
        double magnitude = fabs(base);
        return float_new(magnitude == 1.0                      ? 1.0
                         : (exponent > 0) == (magnitude > 1.0) ? fabs(exponent)
                                                               : 0.0);
    }
    if (base == 0.0 && exponent < 0.0)
        return error_text(&exc_zero_division_error, "0.0 cannot be raised to a negative power");
    if (base < 0.0 && !isinf(base) && exponent != floor(exponent))
        return complex_power(base, 0.0, exponent, 0.0);
    double result = pow(base, exponent);
    if (isinf(result) && !isinf(base)) {
        error_os(ERANGE, NULL);
        error_clear();
        Object *args =
            int_pair_steal(int_from_int64(ERANGE), str_from_text("Numerical result out of range"));
        if (args)
            error_object(&exc_overflow_error, args);
        xdecref(args);
        return NULL;
    }
    return float_new(result);
}

static Object *slot_power(Object *a, Object *b)
{
    OPERANDS(a, b, x, y);
    return float_power(x, y);
}

static Object *slot_power3(Object *a, Object *b, Object *modulus)
{
    if (modulus != object_none)
        return error_text(&exc_type_error,
                          "pow() 3rd argument not allowed unless all arguments are integers");
    return slot_power(a, b);
}

static Object *slot_negative(Object *self)
{
    return float_new(-FLOAT_VALUE(self));
}
static Object *slot_absolute(Object *self)
{
    return float_new(fabs(FLOAT_VALUE(self)));
}

static Object *slot_exact(Object *self)
{
    return IS_EXACT(self, FLOAT) ? new_ref(self) : float_new(FLOAT_VALUE(self));
}

static int slot_truth(Object *self)
{
    return FLOAT_VALUE(self) != 0.0;
}
static Object *slot_to_int(Object *self)
{
    return int_from_double(FLOAT_VALUE(self));
}

// Exact order of a double and an int: -1, 0, 1; nan is handled by the caller.
static int compare_with_int(double value, Object *integer)
{
    if (isinf(value))
        return value > 0 ? 1 : -1;
    int64_t small;
    if (int_fits_int64(integer, &small) && small <= ((int64_t)1 << 53) &&
        small >= -((int64_t)1 << 53))
        return (value > (double)small) - (value < (double)small);
    Object *truncated = int_from_double(value);
    if (!truncated)
        return -2;
    int order = int_compare(truncated, integer);
    decref(truncated);
    double fraction = value - trunc(value);
    return order != 0 ? order : (fraction > 0) - (fraction < 0);
}

static Object *slot_compare(Object *a, Object *b, CompareOp op)
{
    double x = FLOAT_VALUE(a);
    if (IS_FLOAT(b)) {
        double y = FLOAT_VALUE(b);
        switch (op) {
        case COMPARE_LT:
            return object_from_bool(x < y);
        case COMPARE_LE:
            return object_from_bool(x <= y);
        case COMPARE_EQ:
            return object_from_bool(x == y);
        case COMPARE_NE:
            return object_from_bool(x != y);
        case COMPARE_GT:
            return object_from_bool(x > y);
        default:
            return object_from_bool(x >= y);
        }
    }
    if (!IS_INT(b))
        return_not_implemented;
    if (isnan(x))
        return object_from_bool(op == COMPARE_NE);
    int order = compare_with_int(x, b);
    if (order == -2)
        return NULL;
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

static void float_dealloc(Object *self)
{
    if (IS_EXACT(self, FLOAT))
        memory_free(self, sizeof(FloatObject));
    else
        type_release(self, 0);
}

static Object *float_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_float || type->make == float_make) && type->init == type_float.init &&
        args_no_keywords("float", kwnames) < 0)
        return NULL;
    if (args_check_count("float", nargs, 0, 1) < 0)
        return NULL;
    Object *exact;
    if (nargs == 0)
        exact = float_new(0.0);
    else if (IS_STR(args[0]))
        exact = float_parse(args[0]);
    else
        exact = object_to_float(args[0]);
    if (!exact || type == &type_float)
        return exact;
    Object *self = type_allocate(type, 0);
    if (self) {
        FLOAT_VALUE(self) = FLOAT_VALUE(exact);
        if (object_has(self, TF_TRACKED))
            gc_track(self);
    }
    decref(exact);
    return self;
}

static Object *float_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return float_make((TypeObject *)type, args, nargs, kwnames);
}

TypeObject type_float = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "float",
    .doc =
        "float(x=0, /)\n--\n\nConvert a string or number to a floating point number, if possible.",
    .flags = TF_BASE | TF_SUBCLASS_FLOAT,
    .basic_size = sizeof(FloatObject),
    .methods = float_methods,
    .getsets = float_getsets,
    .dealloc = float_dealloc,
    .make = float_make,
    .construct = float_construct,
    .repr = float_repr,
    .hash = float_hash,
    .compare = slot_compare,
    .binary = {[BINARY_ADD] = slot_add,
               [BINARY_SUBTRACT] = slot_subtract,
               [BINARY_MULTIPLY] = slot_multiply,
               [BINARY_TRUE_DIVIDE] = slot_true_divide,
               [BINARY_FLOOR_DIVIDE] = slot_floor_divide,
               [BINARY_REMAINDER] = slot_remainder,
               [BINARY_POWER] = slot_power,
               [BINARY_DIVMOD] = slot_divmod},
    .power3 = slot_power3,
    .unary = {[UNARY_NEGATIVE] = slot_negative,
              [UNARY_POSITIVE] = slot_exact,
              [UNARY_ABSOLUTE] = slot_absolute},
    .truth = slot_truth,
    .to_int = slot_to_int,
    .to_float = slot_exact,
};
