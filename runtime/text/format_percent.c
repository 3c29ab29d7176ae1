// The % operator of str and bytes. A bytes format runs as its Latin-1 str, and the result goes back
// to bytes, so one walk serves both. Read percent and append_conversion first.
#include <limits.h>
#include <stddef.h>
#include <string.h>

#include "runtime/base/fpconv.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/format.h"
#include "runtime/text/format_number.h"
#include "runtime/text/str.h"

enum {
    PERCENT_LEFT = 1,
    PERCENT_SIGN = 2,
    PERCENT_BLANK = 4,
    PERCENT_ALT = 8,
    PERCENT_ZERO = 16,
    PERCENT_NO_NEG_0 = 32
};

typedef struct Percent {
    Object *format;
    size_t position, end;
    bool is_bytes;
    Object *args; // the tuple, the single argument, or the value of the last key (owned then)
    bool owns_args;
    bool is_single; // args is one value, not a tuple
    size_t arg_count, next_arg;
    Object *mapping; // borrowed; NULL: no keys possible
    Object *piece;   // the last str appended whole, owned: perhaps it is all
    StrBuilder out;
} Percent;

typedef struct Conversion {
    uint32_t code, flags;
    int64_t width, precision; // -1: none
} Conversion;

static uint32_t peek(const Percent *percent)
{
    return str_char_at(percent->format, percent->position);
}

static int fail(TypeObject *type, const char *text)
{
    error_text(type, text);
    return -1;
}

// Borrowed; NULL with TypeError.
static Object *next_argument(Percent *percent)
{
    if (percent->next_arg >= percent->arg_count)
        return error_text(&exc_type_error, "not enough arguments for format string");
    size_t index = percent->next_arg++;
    return percent->is_single ? percent->args : TUPLE(percent->args)->items[index];
}

// ---- Reading a conversion -----------------------------------------------------------------------

// "(key)": the value becomes the only argument.
static int read_key(Percent *percent)
{
    if (!percent->mapping)
        return fail(&exc_type_error, "format requires a mapping");
    size_t start = ++percent->position;
    int depth = 1;
    for (; percent->position < percent->end; percent->position++) {
        uint32_t c = peek(percent);
        if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            break;
    }
    if (depth > 0)
        return fail(&exc_value_error, "incomplete format key");
    Object *key = str_slice(percent->format, start, percent->position++);
    if (key && percent->is_bytes) {
        Object *bytes = str_encode(key, "latin-1", NULL);
        decref(key);
        key = bytes;
    }
    Object *value = key ? object_subscript(percent->mapping, key) : NULL;
    xdecref(key);
    if (!value)
        return -1;
    if (percent->owns_args)
        decref(percent->args);
    percent->args = value;
    percent->owns_args = percent->is_single = true;
    percent->next_arg = 0;
    percent->arg_count = 1;
    return 0;
}

static uint32_t flag_of(const Percent *percent, uint32_t c)
{
    switch (c) {
    case '-':
        return PERCENT_LEFT;
    case '+':
        return PERCENT_SIGN;
    case ' ':
        return PERCENT_BLANK;
    case '#':
        return PERCENT_ALT;
    case '0':
        return PERCENT_ZERO;
    case 'z':
        return percent->is_bytes ? PERCENT_NO_NEG_0 : 0; // as CPython 3.11: bytes only
    default:
        return 0;
    }
}

// "*" or digits; *value untouched without either. 0 / -1.
static int read_number(Percent *percent, int64_t *value, const char *too_big, int64_t limit)
{
    if (percent->position < percent->end && peek(percent) == '*') {
        percent->position++;
        Object *argument = next_argument(percent);
        if (!argument)
            return -1;
        if (!IS_INT(argument))
            return fail(&exc_type_error, "* wants int");
        if (!int_fits_int64(argument, value) || *value > limit || *value < -limit)
            return fail(&exc_overflow_error, limit == INT_MAX
                                                 ? "Python int too large to convert to C int"
                                                 : "Python int too large to convert to C ssize_t");
        return 0;
    }
    int64_t number = 0;
    bool has_digits = false;
    for (; percent->position < percent->end; percent->position++) {
        uint32_t digit = peek(percent) - '0';
        if (digit > 9)
            break;
        if (number > (limit - (int64_t)digit) / 10)
            return fail(&exc_value_error, too_big);
        number = number * 10 + (int64_t)digit;
        has_digits = true;
    }
    if (has_digits)
        *value = number;
    return 0;
}

// Reads what stands behind '%', the code included. 0 / -1.
static int read_conversion(Percent *percent, Conversion *conversion)
{
    *conversion = (Conversion){.width = -1, .precision = -1};
    if (percent->position < percent->end && peek(percent) == '(' && read_key(percent) < 0)
        return -1;
    uint32_t flag;
    while (percent->position < percent->end && (flag = flag_of(percent, peek(percent)))) {
        conversion->flags |= flag;
        percent->position++;
    }
    if (read_number(percent, &conversion->width, "width too big", INT64_MAX) < 0)
        return -1;
    if (conversion->width < -1) {
        conversion->flags |= PERCENT_LEFT;
        conversion->width = -conversion->width;
    }
    if (percent->position < percent->end && peek(percent) == '.') {
        percent->position++;
        conversion->precision = 0;
        if (read_number(percent, &conversion->precision,
                        percent->is_bytes ? "prec too big" : "precision too big", INT_MAX) < 0)
            return -1;
        if (conversion->precision < 0)
            conversion->precision = 0;
    }
    if (percent->position < percent->end &&
        (peek(percent) == 'h' || peek(percent) == 'l' || peek(percent) == 'L'))
        percent->position++;
    if (percent->position >= percent->end)
        return fail(&exc_value_error, "incomplete format");
    conversion->code = peek(percent);
    percent->position++;
    return 0;
}

// ---- Output -------------------------------------------------------------------------------------

// Pads with blanks and appends [0, length) of a str.
static int append_padded(Percent *percent, const Conversion *conversion, Object *text,
                         size_t length)
{
    size_t padding = conversion->width > (int64_t)length ? (size_t)conversion->width - length : 0;
    bool is_left = conversion->flags & PERCENT_LEFT;
    if (padding > STR_LENGTH_MAX) {
        error_no_memory();
        return -1;
    }
    if (!is_left && str_builder_fill(&percent->out, ' ', padding) < 0)
        return -1;
    if (str_builder_slice(&percent->out, text, 0, length) < 0)
        return -1;
    return is_left ? str_builder_fill(&percent->out, ' ', padding) : 0;
}

// Appends a number: sign, prefix ("0x"), zeros, digits; all ASCII.
static int append_number(Percent *percent, const Conversion *conversion, bool is_negative,
                         const char *prefix, const char *digits, size_t count, size_t zeros)
{
    StrBuilder *out = &percent->out;
    char sign = is_negative                         ? '-'
                : conversion->flags & PERCENT_SIGN  ? '+'
                : conversion->flags & PERCENT_BLANK ? ' '
                                                    : 0;
    size_t prefix_length = strlen(prefix), length = (sign != 0) + prefix_length + zeros + count;
    size_t padding = conversion->width > (int64_t)length ? (size_t)conversion->width - length : 0;
    size_t left = 0, right = 0;
    if (padding > STR_LENGTH_MAX) {
        error_no_memory();
        return -1;
    }
    if (conversion->flags & PERCENT_LEFT)
        right = padding;
    else if (conversion->flags & PERCENT_ZERO)
        zeros += padding;
    else
        left = padding;
    if (str_builder_fill(out, ' ', left) < 0 ||
        (sign && str_builder_char(out, (uint8_t)sign) < 0) ||
        str_builder_ascii(out, prefix, prefix_length) < 0 ||
        str_builder_fill(out, '0', zeros) < 0 || str_builder_ascii(out, digits, count) < 0)
        return -1;
    return str_builder_fill(out, ' ', right);
}

// The exact or sub int that %d, %x... show: new reference, or NULL.
static Object *integer_argument(uint32_t code, Object *value, bool is_bytes)
{
    bool needs_int = code == 'o' || code == 'x' || code == 'X';
    TypeObject *type = type_of(value);
    if (IS_INT(value))
        return new_ref(value);
    if (type->to_index || (!needs_int && (type->to_int || type->to_float))) {
        Object *number = needs_int ? object_to_index(value) : object_to_int(value);
        if (number || !error_is(&exc_type_error))
            return number;
        error_clear();
    }
    if (is_bytes && code == 'i')
        code = 'd';
    return error_format(&exc_type_error, "%%%c format: %s is required, not %T", (int)code,
                        needs_int ? "an integer" : "a real number", value);
}

static int append_integer(Percent *percent, const Conversion *conversion, Object *value)
{
    uint32_t code = conversion->code;
    Object *number = integer_argument(code, value, percent->is_bytes);
    if (!number)
        return -1;
    int base = code == 'o' ? 8 : code == 'x' || code == 'X' ? 16 : 10;
    Object *text = int_to_text(number, base, false);
    decref(number);
    if (!text)
        return -1;
    size_t length = str_length(text);
    bool is_negative = STR(text)->data[0] == '-';
    if (code == 'X') { // int_to_text's result may be shared
        Object *upper = str_new_uninitialized(length, 0x7F);
        for (size_t i = 0; upper && i < length; i++)
            STR(upper)->data[i] =
                (uint8_t)(STR(text)->data[i] >= 'a' ? STR(text)->data[i] - 32 : STR(text)->data[i]);
        decref(text);
        if (!upper)
            return -1;
        text = upper;
    }
    const char *prefix = "";
    if (conversion->flags & PERCENT_ALT)
        prefix = code == 'o' ? "0o" : code == 'x' ? "0x" : code == 'X' ? "0X" : "";
    size_t count = length - is_negative, zeros = 0;
    if (conversion->precision > (int64_t)count)
        zeros = (size_t)conversion->precision - count;
    int result = append_number(percent, conversion, is_negative, prefix,
                               (const char *)STR(text)->data + is_negative, count, zeros);
    decref(text);
    return result;
}

static int append_float(Percent *percent, const Conversion *conversion, Object *value)
{
    double number = IS_FLOAT(value) ? FLOAT_VALUE(value) : object_as_double(value);
    if (number == -1.0 && error_occurred()) {
        if (percent->is_bytes && error_is(&exc_type_error))
            error_format(&exc_type_error, "float argument required, not %T", value);
        return -1;
    }
    FloatText text;
    uint32_t flags = (conversion->flags & PERCENT_ALT ? FPCONV_ALT : 0) |
                     (conversion->flags & PERCENT_NO_NEG_0 ? FPCONV_NO_NEG_0 : 0);
    if (format_float_text(number, (char)conversion->code,
                          conversion->precision < 0 ? 6 : conversion->precision, flags, &text) < 0)
        return -1;
    bool is_negative = text.text[0] == '-';
    int result = append_number(percent, conversion, is_negative, "", text.text + is_negative,
                               text.length - is_negative, 0);
    format_float_free(&text);
    return result;
}

static int append_char(Percent *percent, const Conversion *conversion, Object *value)
{
    uint32_t limit = percent->is_bytes ? 0xFF : 0x10FFFF;
    int64_t code = -1;
    ByteView view;
    if (!percent->is_bytes && IS_STR(value) && str_length(value) == 1)
        code = str_char_at(value, 0);
    else if (percent->is_bytes && bytes_view(value, &view.data, &view.size) && view.size == 1)
        code = view.data[0];
    else if (!IS_STR(value) && !IS_BYTES(value) && (IS_INT(value) || type_of(value)->to_index)) {
        Object *number = object_to_index(value);
        if (!number)
            return -1;
        if (!int_fits_int64(number, &code) || code < 0 || code > (int64_t)limit)
            code = -1;
        decref(number);
        if (code < 0)
            return fail(&exc_overflow_error, percent->is_bytes ? "%c arg not in range(256)"
                                                               : "%c arg not in range(0x110000)");
    } else
        return fail(&exc_type_error, percent->is_bytes
                                         ? "%c requires an integer in range(256) or a single byte"
                                         : "%c requires int or char");
    Object *text = str_from_char((uint32_t)code);
    if (!text)
        return -1;
    int result = append_padded(percent, conversion, text, 1);
    decref(text);
    return result;
}

// bytes % with %s or %b: the bytes as a Latin-1 str.
static Object *bytes_text(Object *value)
{
    ByteView view;
    Object *made = NULL;
    if (!bytes_view(value, &view.data, &view.size)) {
        if (!call_special(value, NAME(bytes), NULL, 0, &made)) {
            if (error_occurred())
                return NULL;
            return error_format(&exc_type_error,
                                "%%b requires a bytes-like object, or an object that implements "
                                "__bytes__, not '%T'",
                                value);
        }
        if (!made)
            return NULL;
        if (!IS_BYTES(made)) {
            error_format(&exc_type_error, "__bytes__ returned non-bytes (type %T)", made);
            decref(made);
            return NULL;
        }
        view = bytes_self_view(made);
    }
    Object *text = str_from_latin1(view.data, view.size);
    xdecref(made);
    return text;
}

static int append_text(Percent *percent, const Conversion *conversion, Object *value)
{
    uint32_t code = conversion->code;
    Object *text;
    if (percent->is_bytes)
        text = code == 's' || code == 'b' ? bytes_text(value) : object_ascii(value);
    else
        text = code == 's'   ? object_str(value)
               : code == 'r' ? object_repr(value)
                             : object_ascii(value);
    if (!text)
        return -1;
    size_t length = str_length(text);
    if (conversion->precision >= 0 && (uint64_t)conversion->precision < length)
        length = (size_t)conversion->precision;
    int result = append_padded(percent, conversion, text, length);
    if (length > 0 && !percent->is_bytes)
        ref_set_steal(&percent->piece, text);
    else
        decref(text);
    return result;
}

// "%s" of an exact str, "%d" and "%s" of an int of 64 bits: 1 done, 0 another case (nothing was read), -1.
static int append_simple(Percent *percent)
{
    if (percent->position >= percent->end || percent->next_arg >= percent->arg_count)
        return 0;
    uint32_t code = peek(percent);
    if (code != 'd' && (code != 's' || percent->is_bytes))
        return 0;
    Object *value = percent->is_single ? percent->args : TUPLE(percent->args)->items[percent->next_arg];
    int status;
    if (IS_EXACT(value, INT)) {
        char text[24], *end = text + sizeof text;
        char *digits = int_decimal_digits(((IntObject *)value)->value, end);
        status = str_builder_ascii(&percent->out, digits, (size_t)(end - digits));
    } else if (code == 's' && IS_EXACT(value, STR)) {
        status = str_builder_str(&percent->out, value);
        if (str_length(value) > 0)
            ref_set_steal(&percent->piece, new_ref(value));
    } else {
        return 0;
    }
    percent->position++;
    percent->next_arg++;
    return status < 0 ? -1 : 1;
}

static int append_conversion(Percent *percent)
{
    Conversion conversion;
    size_t start = percent->position;
    int done = append_simple(percent);
    if (done)
        return done < 0 ? -1 : 0;
    if (read_conversion(percent, &conversion) < 0)
        return -1;
    if (conversion.code == '%' && percent->position == start + 1)
        return str_builder_char(&percent->out, '%');
    Object *value = next_argument(percent);
    if (!value)
        return -1;
    incref(value); // conversions run script code
    int result = -1;
    switch (conversion.code) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
        result = append_integer(percent, &conversion, value);
        break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        result = append_float(percent, &conversion, value);
        break;
    case 'c':
        result = append_char(percent, &conversion, value);
        break;
    case 's':
    case 'r':
    case 'a':
        result = append_text(percent, &conversion, value);
        break;
    default:
        if (conversion.code == 'b' && percent->is_bytes) {
            result = append_text(percent, &conversion, value);
            break;
        }
        error_format(&exc_value_error, "unsupported format character '%c' (0x%x) at index %zd",
                     conversion.code > 31 && conversion.code < 128 ? (int)conversion.code : '?',
                     conversion.code, (ssize_t)percent->position - 1);
    }
    decref(value);
    return result;
}

static Object *percent_str(Object *format, Object *args, bool is_bytes)
{
    Percent percent; // not its buffer
    memset(&percent, 0, offsetof(Percent, out));
    percent.format = format;
    percent.end = str_length(format);
    percent.is_bytes = is_bytes;
    percent.args = args;
    bool is_text = is_bytes ? IS_STR(args) || IS_BYTES(args) || IS_BYTEARRAY(args) : IS_STR(args);
    percent.is_single = !IS_TUPLE(args);
    percent.arg_count = percent.is_single ? 1 : TUPLE(args)->count;
    if (percent.is_single && !is_text && type_of(args)->subscript)
        percent.mapping = args;
    str_builder_init(&percent.out);
    while (percent.position < percent.end) {
        size_t literal = percent.position;
        if (str_kind(format) == 0) {
            const uint8_t *data = STR(format)->data,
                          *found = memchr(data + literal, '%', percent.end - literal);
            percent.position = found ? (size_t)(found - data) : percent.end;
        } else
            while (percent.position < percent.end && peek(&percent) != '%')
                percent.position++;
        if (str_builder_slice(&percent.out, format, literal, percent.position) < 0)
            goto fail;
        if (percent.position == percent.end)
            break;
        percent.position++;
        if (append_conversion(&percent) < 0)
            goto fail;
    }
    if (percent.next_arg < percent.arg_count && !percent.mapping) {
        error_text(&exc_type_error, is_bytes
                                        ? "not all arguments converted during bytes formatting"
                                        : "not all arguments converted during string formatting");
        goto fail;
    }
    if (percent.owns_args)
        decref(percent.args);
    return str_builder_finish_steal(&percent.out, percent.piece);
fail:
    xdecref(percent.piece);
    if (percent.owns_args)
        decref(percent.args);
    str_builder_free(&percent.out);
    return NULL;
}

Object *format_percent(Object *format, Object *args)
{
    return percent_str(format, args, false);
}

Object *format_percent_bytes(Object *format, Object *args)
{
    ByteView view = bytes_self_view(format);
    Object *text = str_from_latin1(view.data, view.size);
    Object *result = text ? percent_str(text, args, true) : NULL;
    xdecref(text);
    if (!result)
        return NULL;
    Object *bytes = NULL;
    ASSERT(str_kind(result) == 0);
    bytes = bytes_like(format, STR(result)->data, str_length(result));
    decref(result);
    return bytes;
}
