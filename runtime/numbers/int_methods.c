// Methods and attributes of int.
#include "runtime/numbers/int_methods.h"

#include <string.h>

#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/bigint.h"
#include "runtime/text/bytes.h"
#include "runtime/text/format.h"
#include "runtime/text/str.h"

Object *int_pair_steal(Object *a, Object *b)
{
    if (likely(a && b))
        return tuple_from_array_steal((Object *[]){a, b}, 2);
    xdecref(a);
    xdecref(b);
    return NULL;
}

static Object *int_method_bit_length(Object *self)
{
    return int_from_size(int_bit_length(self));
}

static Object *int_method_bit_count(Object *self)
{
    IntView view;
    bigint_view(self, &view);
    return int_from_uint64(view.count ? mpn_popcount(view.limbs, view.count) : 0);
}

static Object *int_method_conjugate(Object *self)
{
    return int_exact(self);
}

static Object *int_method_as_integer_ratio(Object *self)
{
    return int_pair_steal(int_exact(self), int_from_int64(1));
}

// round(self, -n): to the nearest multiple of 10**n, half to even.
static Object *round_to_power(Object *self, Object *digits)
{
    Object *ten = int_from_int64(10), *count = int_negate(digits), *unit = NULL, *quotient = NULL,
           *rest = NULL;
    Object *result = NULL, *twice = NULL;
    unit = count ? int_power(ten, count, object_none) : NULL;
    if (!unit || bigint_divmod(self, unit, &quotient, &rest) < 0)
        goto done;
    twice = int_add(rest, rest);
    if (!twice)
        goto done;
    int order = int_compare(twice, unit); // the rest is not negative: floor division
    IntView view;
    bigint_view(quotient, &view);
    bool is_odd = view.count && view.limbs[0] & 1;
    Object *down = int_subtract(self, rest);
    if (down && (order > 0 || (order == 0 && is_odd))) {
        result = int_add(down, unit);
        decref(down);
    } else {
        result = down;
    }
done:
    xdecref(count);
    xdecref(unit);
    xdecref(quotient);
    xdecref(rest);
    xdecref(twice);
    return result;
}

static Object *int_method_round(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("__round__", nargs, 0, 1) < 0)
        return NULL;
    if (nargs == 0)
        return int_exact(self);
    Object *digits = object_to_index(args[0]);
    if (!digits)
        return NULL;
    Object *result = int_sign(digits) >= 0 ? int_exact(self) : round_to_power(self, digits);
    decref(digits);
    return result;
}

// "little" or "big". -1 with ValueError / TypeError.
static int parse_byte_order(Object *order)
{
    if (!order || !IS_STR(order)) {
        if (order)
            error_format(&exc_type_error, "to_bytes() argument 'byteorder' must be str, not %T",
                         order);
        return order ? -1 : 0;
    }
    if (str_equal_text(order, "little"))
        return 1;
    if (str_equal_text(order, "big"))
        return 0;
    error_text(&exc_value_error, "byteorder must be either 'little' or 'big'");
    return -1;
}

static int read_length(Object *object, int64_t *size)
{
    Object *index = object_to_index(object);
    if (!index)
        return -1;
    bool fits = int_fits_int64(index, size);
    decref(index);
    if (!fits)
        error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    return fits ? 0 : -1;
}

static Object *int_method_to_bytes(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"length", "byteorder", "signed", NULL};
    static const Signature signature = {"to_bytes", parameters, 0, 0, 2};
    Object *values[3];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int64_t size = 1;
    if (values[0] && read_length(values[0], &size) < 0)
        return NULL;
    int is_little = parse_byte_order(values[1]);
    int is_signed = values[2] ? object_is_true(values[2]) : 0;
    if (is_little < 0 || is_signed < 0)
        return NULL;
    if (size < 0)
        return error_text(&exc_value_error, "length argument must be non-negative");
    if (!is_signed && int_sign(self) < 0)
        return error_text(&exc_overflow_error, "can't convert negative int to unsigned");
    Object *bytes = bytes_new(NULL, (size_t)size);
    if (!bytes)
        return NULL;
    if (bigint_to_bytes(self, ((BytesObject *)bytes)->data, (size_t)size, is_little, is_signed))
        return bytes;
    decref(bytes);
    return error_text(&exc_overflow_error, "int too big to convert");
}

static Object *int_method_from_bytes(Object *class, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    static const char *const parameters[] = {"bytes", "byteorder", "signed", NULL};
    static const Signature signature = {"from_bytes", parameters, 0, 1, 2};
    Object *values[3];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int is_little = parse_byte_order(values[1]);
    int is_signed = values[2] ? object_is_true(values[2]) : 0;
    if (is_little < 0 || is_signed < 0)
        return NULL;
    Object *source = NULL;
    const uint8_t *data;
    size_t size;
    if (!bytes_view(values[0], &data, &size)) {
        source = bytes_from_object(values[0]);
        if (!source || !bytes_view(source, &data, &size))
            return NULL;
    }
    Object *result = int_from_bytes(data, size, is_little, is_signed);
    xdecref(source);
    if (result && class != OBJECT(&type_int)) {
        Object *converted = call_one(class, result);
        decref(result);
        return converted;
    }
    return result;
}

static Object *int_method_format(Object *self, Object *spec)
{
    if (!IS_STR(spec))
        return error_format(&exc_type_error, "__format__() argument must be str, not %T", spec);
    return format_int(self, spec);
}

static Object *int_method_getnewargs(Object *self)
{
    Object *exact = int_exact(self);
    Object *tuple = exact ? tuple_pack(1, exact) : NULL;
    xdecref(exact);
    return tuple;
}

static Object *int_method_sizeof(Object *self)
{
    IntView view;
    bigint_view(self, &view);
    return int_from_size(self->flags & FLAG_INT_BIG
                             ? sizeof(BigIntObject) + (size_t)view.count * sizeof(mp_limb_t)
                             : sizeof(IntObject));
}

const MethodDef int_methods[] = {
    {"conjugate", (void *)int_method_conjugate, METHOD_NOARGS,
     "Returns self, the complex conjugate of any int."},
    {"bit_length", (void *)int_method_bit_length, METHOD_NOARGS,
     "bit_length($self, /)\n--\n\nNumber of bits necessary to represent self in binary.\n\n>>> "
     "bin(37)\n'0b100101'\n>>> (37).bit_length()\n6"},
    {"bit_count", (void *)int_method_bit_count, METHOD_NOARGS,
     "bit_count($self, /)\n--\n\nNumber of ones in the binary representation of the absolute value "
     "of self.\n\nAlso known as the population count.\n\n>>> bin(13)\n'0b1101'\n>>> "
     "(13).bit_count()\n3"},
    {"to_bytes", (void *)int_method_to_bytes, METHOD_KEYWORDS,
     "to_bytes($self, /, length=1, byteorder='big', *, signed=False)\n--\n\nReturn an array of "
     "bytes representing an integer."},
    {"from_bytes", (void *)int_method_from_bytes, METHOD_KEYWORDS | METHOD_CLASS,
     "from_bytes($type, /, bytes, byteorder='big', *, signed=False)\n--\n\nReturn the integer "
     "represented by the given array of bytes."},
    {"as_integer_ratio", (void *)int_method_as_integer_ratio, METHOD_NOARGS,
     "as_integer_ratio($self, /)\n--\n\nReturn integer ratio."},
    {"__trunc__", (void *)int_method_conjugate, METHOD_NOARGS,
     "Truncating an Integral returns itself."},
    {"__floor__", (void *)int_method_conjugate, METHOD_NOARGS,
     "Flooring an Integral returns itself."},
    {"__ceil__", (void *)int_method_conjugate, METHOD_NOARGS,
     "Ceiling of an Integral returns itself."},
    {"__round__", (void *)int_method_round, METHOD_FAST,
     "Rounding an Integral returns itself.\n\nRounding with an ndigits argument also returns an "
     "integer."},
    {"__getnewargs__", (void *)int_method_getnewargs, METHOD_NOARGS, NULL},
    {"__format__", (void *)int_method_format, METHOD_O, NULL},
    {"__sizeof__", (void *)int_method_sizeof, METHOD_NOARGS, "Returns size in memory, in bytes."},
    {0},
};

static Object *get_self(Object *self, void *closure)
{
    (void)closure;
    return int_exact(self);
}

static Object *get_constant(Object *self, void *closure)
{
    (void)self;
    return int_from_int64((int64_t)(intptr_t)closure);
}

const GetSetDef int_getsets[] = {
    {"real", get_self, NULL, "the real part of a complex number", NULL},
    {"imag", get_constant, NULL, "the imaginary part of a complex number", (void *)0},
    {"numerator", get_self, NULL, "the numerator of a rational number in lowest terms", NULL},
    {"denominator", get_constant, NULL, "the denominator of a rational number in lowest terms",
     (void *)1},
    {0},
};
