// complex: two doubles.
#include "runtime/numbers/complex.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "runtime/base/fpconv.h"
#include "runtime/base/hash.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/text/format.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

#define COMPLEX(o) ((ComplexObject *)(o))

Object *complex_new(double real, double imag)
{
    ComplexObject *self = memory_alloc(sizeof(ComplexObject), MEMORY_ATOM);
    if (!self)
        return error_no_memory();
    self->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_COMPLEX};
    self->real = real;
    self->imag = imag;
    return OBJECT(self);
}

static bool is_complex_object(Object *object)
{
    return IS_EXACT(object, COMPLEX) || type_is_subtype(type_of(object), &type_complex);
}

// Operand as a pair: 1; not a number: 0; -1 with exception.
static int as_operand(Object *object, double *real, double *imag)
{
    *imag = 0.0;
    if (is_complex_object(object)) {
        *real = COMPLEX(object)->real;
        *imag = COMPLEX(object)->imag;
        return 1;
    }
    if (IS_FLOAT(object)) {
        *real = FLOAT_VALUE(object);
        return 1;
    }
    if (!IS_INT(object))
        return 0;
    *real = int_as_double(object);
    return *real == -1.0 && error_occurred() ? -1 : 1;
}

#define OPERANDS(x, y)                                                                             \
    double a, b, c, d; /* a + bi, c + di */                                                        \
    int status_ = as_operand(x, &a, &b);                                                           \
    if (status_ == 1)                                                                              \
        status_ = as_operand(y, &c, &d);                                                           \
    if (status_ <= 0)                                                                              \
    return status_ < 0 ? NULL : object_not_implemented

static Object *slot_add(Object *x, Object *y)
{
    OPERANDS(x, y);
    return complex_new(a + c, b + d);
}

static Object *slot_subtract(Object *x, Object *y)
{
    OPERANDS(x, y);
    return complex_new(a - c, b - d);
}

static Object *slot_multiply(Object *x, Object *y)
{
    OPERANDS(x, y);
    return complex_new(a * c - b * d, a * d + b * c);
}

// (a + bi) / (c + di) by Smith's method, as CPython's _Py_c_quot. False: the divisor is 0.
static bool divide(double a, double b, double c, double d, double *real, double *imag)
{
    *real = *imag = NAN;
    if (fabs(c) >= fabs(d)) {
        if (c == 0.0) {
            *real = *imag = 0.0;
            return false;
        }
        double ratio = d / c, denominator = c + d * ratio;
        *real = (a + b * ratio) / denominator;
        *imag = (b - a * ratio) / denominator;
    } else if (fabs(d) >= fabs(c)) {
        double ratio = c / d, denominator = c * ratio + d;
        *real = (a * ratio + b) / denominator;
        *imag = (b * ratio - a) / denominator;
    }
    return true;
}

static Object *slot_true_divide(Object *x, Object *y)
{
    OPERANDS(x, y);
    double real, imag;
    if (!divide(a, b, c, d, &real, &imag))
        return error_text(&exc_zero_division_error, "complex division by zero");
    return complex_new(real, imag);
}

// Power by repeated multiplication for small whole exponents.
static void integer_power(double a, double b, long n, double *real, double *imag)
{
    double result_real = 1.0, result_imag = 0.0;
    for (long mask = 1; mask > 0 && n >= mask; mask <<= 1) {
        if (n & mask) {
            double t = result_real * a - result_imag * b;
            result_imag = result_real * b + result_imag * a;
            result_real = t;
        }
        double t = a * a - b * b;
        b = a * b + b * a; // not 2ab: it would round and overflow differently
        a = t;
    }
    *real = result_real;
    *imag = result_imag;
}

// The quotient 1 / (a + bi), with errno as a division by zero leaves it.
static void reciprocal(double a, double b, double *real, double *imag)
{
    if (!divide(1.0, 0.0, a, b, real, imag))
        errno = EDOM;
}

static void general_power(double a, double b, double c, double d, double *real, double *imag)
{
    double magnitude = hypot(a, b), length = pow(magnitude, c), angle = atan2(b, a);
    double phase = angle * c;
    if (d != 0.0) {
        length /= exp(angle * d);
        phase += d * log(magnitude);
    }
    *real = length * cos(phase);
    *imag = length * sin(phase);
}

// errno decides which error is raised, libm's part in it included: as CPython's complex_pow.
Object *complex_power(double a, double b, double c, double d)
{
    double real = 0.0, imag = 0.0;
    errno = 0;
    if (d == 0.0 && c == floor(c) && fabs(c) <= 100.0) {
        integer_power(a, b, (long)fabs(c), &real, &imag);
        if (c <= 0.0)
            reciprocal(real, imag, &real, &imag);
    } else if (a == 0.0 && b == 0.0) {
        if (d != 0.0 || c < 0.0)
            errno = EDOM;
    } else {
        general_power(a, b, c, d, &real, &imag);
    }
    if (isinf(real) || isinf(imag)) {
        if (errno == 0)
            errno = ERANGE;
    } else if (errno == ERANGE) {
        errno = 0;
    }
    if (errno == EDOM)
        return error_text(&exc_zero_division_error, "0.0 to a negative or complex power");
    if (errno == ERANGE)
        return error_text(&exc_overflow_error, "complex exponentiation");
    return complex_new(real, imag);
}

static Object *slot_power(Object *x, Object *y)
{
    OPERANDS(x, y);
    return complex_power(a, b, c, d);
}

static Object *slot_power3(Object *x, Object *y, Object *modulus)
{
    if (modulus != object_none) {
        OPERANDS(x, y); // their errors come first
        return error_text(&exc_value_error, "complex modulo");
    }
    return slot_power(x, y);
}

static Object *slot_negative(Object *self)
{
    return complex_new(-COMPLEX(self)->real, -COMPLEX(self)->imag);
}

static Object *slot_positive(Object *self)
{
    return IS_EXACT(self, COMPLEX) ? new_ref(self)
                                   : complex_new(COMPLEX(self)->real, COMPLEX(self)->imag);
}

static Object *slot_absolute(Object *self)
{
    double value = hypot(COMPLEX(self)->real, COMPLEX(self)->imag);
    if (isinf(value) && isfinite(COMPLEX(self)->real) && isfinite(COMPLEX(self)->imag))
        return error_text(&exc_overflow_error, "absolute value too large");
    return float_new(value);
}

static int slot_truth(Object *self)
{
    return COMPLEX(self)->real != 0.0 || COMPLEX(self)->imag != 0.0;
}

static Object *slot_compare(Object *x, Object *y, CompareOp op)
{
    double c, d;
    if (op != COMPARE_EQ && op != COMPARE_NE)
        return_not_implemented;
    if (IS_INT(y)) { // exactly, whatever the size of the int
        bool equal = COMPLEX(x)->imag == 0.0;
        if (equal) {
            Object *real = float_new(COMPLEX(x)->real);
            int status = real ? object_compare_bool(real, y, COMPARE_EQ) : -1;
            xdecref(real);
            if (status < 0)
                return NULL;
            equal = status;
        }
        return object_from_bool(equal == (op == COMPARE_EQ));
    }
    int status = as_operand(y, &c, &d);
    if (status <= 0)
        return status < 0 ? NULL : object_not_implemented;
    return object_from_bool((COMPLEX(x)->real == c && COMPLEX(x)->imag == d) == (op == COMPARE_EQ));
}

static int64_t complex_hash(Object *self)
{
    uint64_t real = (uint64_t)(isnan(COMPLEX(self)->real) ? hash_pointer(self)
                                                          : hash_double(COMPLEX(self)->real));
    uint64_t imag = (uint64_t)(isnan(COMPLEX(self)->imag) ? hash_pointer(self)
                                                          : hash_double(COMPLEX(self)->imag));
    int64_t hash = (int64_t)(real + 1000003u * imag);
    return hash == -1 ? -2 : hash;
}

// One part without ".0", as repr shows it: "1", "1.5", "inf".
static size_t part_text(double value, bool with_sign, char *out)
{
    char text[FPCONV_SHORTEST_SIZE];
    size_t length = fpconv_shortest(value, text), used = 0;
    if (length > 2 && text[length - 2] == '.' && text[length - 1] == '0')
        length -= 2;
    if (with_sign && text[0] != '-')
        out[used++] = '+';
    memcpy(out + used, text, length);
    return used + length;
}

static Object *complex_repr(Object *self)
{
    char text[2 * FPCONV_SHORTEST_SIZE + 8];
    size_t used = 0;
    double real = COMPLEX(self)->real, imag = COMPLEX(self)->imag;
    if (real == 0.0 && !signbit(real)) {
        used = part_text(imag, false, text);
        text[used++] = 'j';
    } else {
        text[used++] = '(';
        used += part_text(real, false, text + used);
        used += part_text(imag, true, text + used);
        text[used++] = 'j';
        text[used++] = ')';
    }
    return str_from_latin1((const uint8_t *)text, used);
}

// --- complex("1+2j") ---

static const char *skip_spaces(const char *text, const char *end)
{
    while (text < end && (*text == ' ' || (*text >= '\t' && *text <= '\r')))
        text++;
    return text;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// [real][+-imag j], in parentheses or not. False: malformed.
static bool parse_parts(const char *text, const char *end, double *real, double *imag)
{
    *real = *imag = 0.0;
    text = skip_spaces(text, end);
    bool bracket = text < end && *text == '(';
    if (bracket)
        text = skip_spaces(text + 1, end);
    double first = 0.0;
    const char *stop = fpconv_parse(text, end, &first);
    if (stop && stop != text) {
        text = stop;
        if (text < end && (*text == '+' || *text == '-')) {
            *real = first;
            double second = *text == '-' ? -1.0 : 1.0, parsed;
            stop = fpconv_parse(text, end, &parsed);
            if (stop && stop != text) {
                second = parsed;
                text = stop;
            } else {
                text++;
            }
            if (text >= end || (*text | 0x20) != 'j')
                return false;
            text++;
            *imag = second;
        } else if (text < end && (*text | 0x20) == 'j') {
            text++;
            *imag = first;
        } else {
            *real = first;
        }
    } else { // "j", "+j", "-j"
        double sign = 1.0;
        if (text < end && (*text == '+' || *text == '-'))
            sign = *text++ == '-' ? -1.0 : 1.0;
        if (text >= end || (*text | 0x20) != 'j')
            return false;
        text++;
        *imag = sign;
    }
    text = skip_spaces(text, end);
    if (bracket) {
        if (text >= end || *text != ')')
            return false;
        text = skip_spaces(text + 1, end);
    }
    return text == end;
}

// `text` loses its underscores. False: one is not between digits.
static bool drop_underscores(char *text, size_t *length)
{
    size_t used = 0;
    char previous = 0;
    for (size_t i = 0; i < *length; i++) {
        char c = text[i];
        bool between = is_digit(previous) && i + 1 < *length && is_digit(text[i + 1]);
        if (c == '_' && !between)
            return false;
        if (c != '_')
            text[used++] = c;
        previous = c;
    }
    text[used] = 0;
    *length = used;
    return true;
}

static int parse_complex(Object *source, double *real, double *imag)
{
    size_t length = str_length(source), room = length + 1;
    char small[128], *text = room <= sizeof small ? small : memory_alloc(room, MEMORY_RAW);
    if (!text) {
        error_no_memory();
        return -1;
    }
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_char_at(source, i);
        int decimal = c < 128 ? -1 : unicode_decimal_value(c);
        text[i] = c < 128               ? (char)c
                  : decimal >= 0        ? (char)('0' + decimal)
                  : unicode_is_space(c) ? ' '
                                        : '?';
    }
    text[length] = 0;
    bool has_good_underscores = drop_underscores(text, &length);
    bool is_good = has_good_underscores && parse_parts(text, text + length, real, imag);
    if (text != small)
        memory_free(text, room);
    if (!has_good_underscores)
        error_format(&exc_value_error, "could not convert string to complex: %R", source);
    else if (!is_good)
        error_text(&exc_value_error, "complex() arg is a malformed string");
    return is_good ? 0 : -1;
}

// One argument as a pair, through __complex__ where there is one.
static int argument(Object *object, const char *which, double *real, double *imag, bool *is_complex)
{
    *is_complex = false;
    Object *converted = NULL;
    if (!IS_EXACT(object, COMPLEX) && *which == 'f' &&
        call_special(object, NAME(complex), NULL, 0, &converted)) {
        if (!converted)
            return -1;
        if (!is_complex_object(converted)) {
            error_format(&exc_type_error, "__complex__ returned non-complex (type %T)", converted);
            decref(converted);
            return -1;
        }
        if (!IS_EXACT(converted, COMPLEX) &&
            error_warn_deprecated("__complex__ returned non-complex (type %.200T).  The ability to return an instance "
                                  "of a strict subclass of complex is deprecated, and may be removed in a future "
                                  "version of Python.", converted) < 0) {
            decref(converted);
            return -1;
        }
        object = converted;
    }
    int status = as_operand(object, real, imag);
    *is_complex = is_complex_object(object);
    if (status == 0) {
        if (type_of(object)->to_float || type_of(object)->to_index) {
            *real = object_as_double(object);
            status = *real == -1.0 && error_occurred() ? -1 : 1;
        } else {
            error_format(&exc_type_error,
                         *which == 'f'
                             ? "complex() first argument must be a string or a number, not '%T'"
                             : "complex() second argument must be a number, not '%T'",
                         object);
            status = -1;
        }
    }
    xdecref(converted);
    return status < 0 ? -1 : 0;
}

static Object *complex_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"real", "imag", NULL};
    static const Signature signature = {"complex", parameters, 0, 0, 2};
    Object *values[2];
    double real = 0.0, imag = 0.0, second_real = 0.0, second_imag = 0.0;
    bool first_complex = false, second_complex = false;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (type == &type_complex && values[0] && !values[1] && IS_EXACT(values[0], COMPLEX))
        return new_ref(values[0]);
    if (values[0] && IS_STR(values[0])) {
        if (values[1])
            return error_text(&exc_type_error,
                              "complex() can't take second arg if first is a string");
        if (parse_complex(values[0], &real, &imag) < 0)
            return NULL;
    } else {
        if (values[1] && IS_STR(values[1]))
            return error_text(&exc_type_error, "complex() second arg can't be a string");
        if (values[0] && argument(values[0], "first", &real, &imag, &first_complex) < 0)
            return NULL;
        if (values[1]) {
            if (argument(values[1], "second", &second_real, &second_imag, &second_complex) < 0)
                return NULL;
            if (second_complex)
                real -= second_imag;
            imag = first_complex ? imag + second_real : second_real;
        }
    }
    if (type == &type_complex)
        return complex_new(real, imag);
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    COMPLEX(self)->real = real;
    COMPLEX(self)->imag = imag;
    if (object_has(self, TF_TRACKED))
        gc_track(self);
    return self;
}

static void complex_dealloc(Object *self)
{
    if (IS_EXACT(self, COMPLEX))
        memory_free(self, sizeof(ComplexObject));
    else
        type_release(self, 0);
}

static Object *complex_method_conjugate(Object *self)
{
    return complex_new(COMPLEX(self)->real, -COMPLEX(self)->imag);
}

static Object *complex_method_getnewargs(Object *self)
{
    return int_pair_steal(float_new(COMPLEX(self)->real), float_new(COMPLEX(self)->imag));
}

static Object *complex_method_format(Object *self, Object *spec)
{
    if (!IS_STR(spec))
        return error_format(&exc_type_error, "__format__() argument must be str, not %T", spec);
    return format_complex(self, spec);
}

static const MethodDef complex_methods[] = {
    {"conjugate", (void *)complex_method_conjugate, METHOD_NOARGS,
     "conjugate($self, /)\n--\n\nReturn the complex conjugate of its argument. (3-4j).conjugate() "
     "== 3+4j."},
    {"__complex__", (void *)slot_positive, METHOD_NOARGS,
     "__complex__($self, /)\n--\n\nConvert this value to exact type complex."},
    {"__getnewargs__", (void *)complex_method_getnewargs, METHOD_NOARGS, NULL},
    {"__format__", (void *)complex_method_format, METHOD_O, NULL},
    {0},
};

static Object *get_part(Object *self, void *closure)
{
    return float_new(closure ? COMPLEX(self)->imag : COMPLEX(self)->real);
}

static const GetSetDef complex_getsets[] = {
    {"real", get_part, NULL, "the real part of a complex number", (void *)0},
    {"imag", get_part, NULL, "the imaginary part of a complex number", (void *)1},
    {0},
};

TypeObject type_complex = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "complex",
    .doc =
        "complex(real=0, imag=0)\n--\n\nCreate a complex number from a real part and an optional "
        "imaginary part.\n\nThis is equivalent to (real + imag*1j) where imag defaults to 0.",
    .flags = TF_BASE,
    .basic_size = sizeof(ComplexObject),
    .methods = complex_methods,
    .getsets = complex_getsets,
    .dealloc = complex_dealloc,
    .make = complex_make,
    .repr = complex_repr,
    .hash = complex_hash,
    .compare = slot_compare,
    .binary = {[BINARY_ADD] = slot_add,
               [BINARY_SUBTRACT] = slot_subtract,
               [BINARY_MULTIPLY] = slot_multiply,
               [BINARY_TRUE_DIVIDE] = slot_true_divide,
               [BINARY_POWER] = slot_power},
    .power3 = slot_power3,
    .unary = {[UNARY_NEGATIVE] = slot_negative,
              [UNARY_POSITIVE] = slot_positive,
              [UNARY_ABSOLUTE] = slot_absolute},
    .truth = slot_truth,
};
