// The format mini-language for int, float, complex and str: parsing a specification and laying the
// parts of a number out. Read format_parse_spec and write_number first.
//
//   [left fill][sign][prefix][= fill or grouped zeros][digits, grouped][point and rest][right fill]
#include "runtime/text/format_number.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "runtime/base/fpconv.h"
#include "runtime/memory/memory.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/format.h"

// ---- Specifications -----------------------------------------------------------------------------

int format_read_integer(Object *text, size_t *position, size_t end, int64_t *value)
{
    size_t start = *position;
    int64_t number = 0;
    for (; *position < end; ++*position) {
        uint32_t digit = str_char_at(text, *position) - '0';
        if (digit > 9)
            break;
        if (number > (INT64_MAX - (int64_t)digit) / 10) {
            error_text(&exc_value_error, "Too many decimal digits in format string");
            return -1;
        }
        number = number * 10 + (int64_t)digit;
    }
    *value = number;
    return *position > start;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static int error_type(uint32_t type, Object *object)
{
    if (type > 32 && type < 128)
        error_format(&exc_value_error, "Unknown format code '%c' for object of type '%T'",
                     (int)type, object);
    else
        error_format(&exc_value_error, "Unknown format code '\\x%x' for object of type '%T'", type,
                     object);
    return -1;
}

// Whether the type goes with ',' or '_'. 0 / -1.
static int check_separator(const FormatSpec *spec)
{
    if (!spec->separator || spec->type == 0 ||
        (spec->type < 128 && strchr("defgEGF%", (int)spec->type)))
        return 0;
    if (spec->separator == '_' && spec->type < 128 && strchr("boxX", (int)spec->type))
        return 0;
    if (spec->type > 32 && spec->type < 128)
        error_format(&exc_value_error, "Cannot specify '%c' with '%c'.", (int)spec->separator,
                     (int)spec->type);
    else
        error_format(&exc_value_error, "Cannot specify '%c' with '\\x%x'.", (int)spec->separator,
                     spec->type);
    return -1;
}

// Grouping marks at *i. 0 / -1.
static int parse_separator(Object *text, size_t *i, size_t end, FormatSpec *out)
{
    if (*i < end && str_char_at(text, *i) == ',') {
        out->separator = ',';
        ++*i;
    }
    if (*i < end && str_char_at(text, *i) == '_') {
        if (out->separator)
            goto fail;
        out->separator = '_';
        ++*i;
    }
    if (*i < end && str_char_at(text, *i) == ',' && out->separator == '_')
        goto fail;
    return 0;
fail:
    error_text(&exc_value_error, "Cannot specify both ',' and '_'.");
    return -1;
}

static int error_spec(Object *text, Object *object)
{
    error_format(&exc_value_error, "Invalid format specifier '%U' for object of type '%T'", text,
                 object);
    return -1;
}

int format_parse_spec(Object *text, Object *object, uint32_t default_type, uint32_t default_align,
                      FormatSpec *out)
{
    size_t i = 0, end = str_length(text);
    bool has_fill = false, has_align = false;
    *out = (FormatSpec){
        .fill = ' ', .align = default_align, .type = default_type, .width = -1, .precision = -1};
#define HERE (i < end ? str_char_at(text, i) : 0)
    if (end >= 2 && is_align(str_char_at(text, 1))) {
        out->fill = str_char_at(text, 0);
        out->align = str_char_at(text, 1);
        has_fill = has_align = true;
        i = 2;
    } else if (is_align(HERE)) {
        out->align = HERE;
        has_align = true;
        i = 1;
    }
    if (HERE == '+' || HERE == '-' || HERE == ' ') {
        out->sign = HERE;
        i++;
    }
    if (HERE == 'z') {
        out->no_negative_0 = true;
        i++;
    }
    if (HERE == '#') {
        out->alternate = true;
        i++;
    }
    if (!has_fill && HERE == '0') {
        out->fill = '0';
        if (!has_align && default_align == '>')
            out->align = '=';
        i++;
    }
    int found = format_read_integer(text, &i, end, &out->width);
    if (found == 0)
        out->width = -1;
    if (found < 0 || parse_separator(text, &i, end, out) < 0)
        return -1;
    if (HERE == '.') {
        i++;
        found = format_read_integer(text, &i, end, &out->precision);
        if (found == 0)
            error_text(&exc_value_error, "Format specifier missing precision");
        if (found <= 0)
            return -1;
    }
    if (end - i > 1)
        return error_spec(text, object);
    if (end - i == 1)
        out->type = HERE;
#undef HERE
    return check_separator(out);
}

// ---- Layout -------------------------------------------------------------------------------------

typedef struct NumberParts {
    char sign;          // 0: none
    const char *prefix; // "0x", or ""
    const void *digits; // before the point; grouped
    int digit_kind;
    size_t digit_count;
    const char *rest; // from the point on
    size_t rest_length;
    uint32_t group; // digits of a group
} NumberParts;

// Length of `count` digits with a separator behind each group.
static size_t grouped_length(size_t count, uint32_t group)
{
    return count == 0 ? 0 : count + (count - 1) / group;
}

// Writes digits from right to left, with separators and leading zeros, into `to`.
static void write_grouped(void *to, int kind, size_t start, size_t total, const FormatSpec *spec,
                          const NumberParts *parts)
{
    size_t left = parts->digit_count;
    for (size_t i = total, in_group = 0; i-- > 0; in_group++) {
        uint32_t c = '0';
        if (spec->separator && in_group == parts->group) {
            c = spec->separator;
            in_group = (size_t)-1;
        } else if (left > 0)
            c = str_read(parts->digits, parts->digit_kind, --left);
        str_write(to, kind, start + i, c);
    }
}

static size_t write_fill(void *to, int kind, size_t start, uint32_t fill, size_t count)
{
    for (size_t i = 0; i < count; i++)
        str_write(to, kind, start + i, fill);
    return start + count;
}

static Object *write_number(const FormatSpec *spec, const NumberParts *parts)
{
    size_t prefix_length = strlen(parts->prefix), head = prefix_length + (parts->sign != 0);
    size_t width = spec->width > 0 ? (size_t)spec->width : 0, padding = 0, zeros = 0;
    size_t digits =
        spec->separator ? grouped_length(parts->digit_count, parts->group) : parts->digit_count;
    size_t fixed = head + parts->rest_length;
    if (spec->fill == '0' && spec->align == '=' && parts->digit_count > 0 && spec->separator) {
        size_t count = parts->digit_count;
        while (count < width && grouped_length(count, parts->group) + fixed < width)
            count++;
        digits = grouped_length(count, parts->group);
    }
    if (width > STR_LENGTH_MAX)
        return error_no_memory();
    if (fixed + digits < width)
        padding = width - fixed - digits;
    size_t left = spec->align == '>' ? padding : spec->align == '^' ? padding / 2 : 0;
    zeros = spec->align == '=' ? padding : 0;
    uint32_t widest = padding && spec->fill > 0x7F ? spec->fill : 0x7F;
    if (parts->digit_kind ||
        (parts->digit_count == 1 && str_read(parts->digits, parts->digit_kind, 0) > 0x7F))
        widest |= str_scan_width(parts->digits, parts->digit_kind, 0, parts->digit_count);
    Object *result = str_new_uninitialized(fixed + digits + padding, widest);
    if (!result || str_length(result) == 0)
        return result;
    int kind = str_kind(result);
    void *to = STR(result)->data;
    size_t i = write_fill(to, kind, 0, spec->fill, left);
    if (parts->sign)
        str_write(to, kind, i++, (uint8_t)parts->sign);
    str_copy_chars(to, kind, i, parts->prefix, 0, 0, prefix_length);
    i = write_fill(to, kind, i + prefix_length, spec->fill, zeros);
    write_grouped(to, kind, i, digits, spec, parts);
    str_copy_chars(to, kind, i + digits, parts->rest, 0, 0, parts->rest_length);
    write_fill(to, kind, i + digits + parts->rest_length, spec->fill, padding - left - zeros);
    return result;
}

static char choose_sign(const FormatSpec *spec, bool is_negative)
{
    return is_negative ? '-' : spec->sign == '+' ? '+' : spec->sign == ' ' ? ' ' : 0;
}

// ---- int ----------------------------------------------------------------------------------------

static Object *format_as_char(Object *self, FormatSpec *spec)
{
    int64_t code;
    if (spec->sign)
        return error_text(&exc_value_error, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return error_text(&exc_value_error,
                          "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_fits_int64(self, &code))
        return error_text(&exc_overflow_error, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10FFFF)
        return error_text(&exc_overflow_error, "%c arg not in range(0x110000)");
    uint32_t character = (uint32_t)code;
    NumberParts parts = {.prefix = "",
                         .digits = &character,
                         .digit_kind = 2,
                         .digit_count = 1,
                         .rest = "",
                         .group = 3};
    return write_number(spec, &parts);
}

static Object *format_digits(Object *self, FormatSpec *spec)
{
    int base = spec->type == 'b'                        ? 2
               : spec->type == 'o'                      ? 8
               : spec->type == 'x' || spec->type == 'X' ? 16
                                                        : 10;
    Object *text = int_to_text(self, base, false);
    if (!text)
        return NULL;
    size_t length = str_length(text);
    if (spec->type == 'X') {
        Object *upper = str_new_uninitialized(length, 0x7F);
        for (size_t i = 0; upper && i < length; i++) {
            uint8_t c = STR(text)->data[i];
            STR(upper)->data[i] = (uint8_t)(c >= 'a' ? c - 32 : c);
        }
        decref(text);
        if (!upper)
            return NULL;
        text = upper;
    }
    bool is_negative = STR(text)->data[0] == '-';
    NumberParts parts = {.sign = choose_sign(spec, is_negative),
                         .prefix = "",
                         .digits = STR(text)->data + is_negative,
                         .digit_count = length - is_negative,
                         .rest = "",
                         .group = base == 10 ? 3 : 4};
    if (spec->alternate && base != 10)
        parts.prefix = spec->type == 'b'   ? "0b"
                       : spec->type == 'o' ? "0o"
                       : spec->type == 'x' ? "0x"
                                           : "0X";
    Object *result = write_number(spec, &parts);
    decref(text);
    return result;
}

static Object *format_double(double value, FormatSpec *spec, Object *object);

Object *format_int(Object *self, Object *text)
{
    FormatSpec spec;
    if (str_length(text) == 0)
        return IS_EXACT_INT(self) ? int_to_text(self, 10, false) : object_str(self);
    if (format_parse_spec(text, self, 'd', '>', &spec) < 0)
        return NULL;
    if (spec.type < 128 && spec.type && strchr("eEfFgG%", (int)spec.type)) {
        double value = int_as_double(self);
        return value == -1.0 && error_occurred() ? NULL : format_double(value, &spec, self);
    }
    if (spec.type >= 128 || !spec.type || !strchr("bcdoxXn", (int)spec.type)) {
        error_type(spec.type, self);
        return NULL;
    }
    if (spec.precision >= 0)
        return error_text(&exc_value_error, "Precision not allowed in integer format specifier");
    if (spec.no_negative_0)
        return error_text(&exc_value_error,
                          "Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_as_char(self, &spec) : format_digits(self, &spec);
}

// ---- float --------------------------------------------------------------------------------------

int format_float_text(double value, char code, int64_t precision, uint32_t flags, FloatText *out)
{
    out->text = out->inline_text;
    out->block_size = 0;
    if (precision > INT_MAX - 512) {
        error_text(&exc_value_error, "precision too big");
        return -1;
    }
    out->length =
        fpconv_format(value, code, (int)precision, flags, out->text, sizeof out->inline_text);
    if (out->length < sizeof out->inline_text)
        return 0;
    out->block_size = out->length + 1;
    out->text = memory_alloc(out->block_size, MEMORY_RAW);
    if (!out->text) {
        error_no_memory();
        return -1;
    }
    out->length = fpconv_format(value, code, (int)precision, flags, out->text, out->block_size);
    return 0;
}

void format_float_free(FloatText *text)
{
    if (text->block_size)
        memory_free(text->text, text->block_size);
}

static Object *write_float(const FormatSpec *spec, const char *text, size_t length)
{
    bool is_negative = length > 0 && text[0] == '-';
    text += is_negative;
    length -= is_negative;
    size_t digits = 0;
    while (digits < length && text[digits] >= '0' && text[digits] <= '9')
        digits++;
    NumberParts parts = {.sign = choose_sign(spec, is_negative),
                         .prefix = "",
                         .digits = text,
                         .digit_count = digits,
                         .rest = text + digits,
                         .rest_length = length - digits,
                         .group = 3};
    return write_number(spec, &parts);
}

static Object *format_double(double value, FormatSpec *spec, Object *object)
{
    uint32_t flags =
        (spec->alternate ? FPCONV_ALT : 0) | (spec->no_negative_0 ? FPCONV_NO_NEG_0 : 0);
    uint32_t type = spec->type;
    int64_t precision = spec->precision;
    FloatText text;
    if (precision > INT_MAX)
        return error_text(&exc_value_error, "precision too big");
    if (type == 0) {
        flags |= FPCONV_DOT_0;
        type = precision < 0 ? 'r' : 'g';
    } else if (type == 'n')
        type = 'g';
    else if (type >= 128 || !strchr("eEfFgG%", (int)type)) {
        error_type(type, object);
        return NULL;
    }
    bool is_percent = type == '%';
    if (precision < 0)
        precision = 6;
    if (format_float_text(is_percent ? value * 100 : value, is_percent ? 'f' : (char)type,
                          precision, flags, &text) < 0)
        return NULL;
    Object *result = NULL;
    if (is_percent) {
        size_t size = text.length + 1;
        char *with_sign = memory_alloc(size, MEMORY_RAW);
        if (with_sign) {
            memcpy(with_sign, text.text, text.length);
            with_sign[text.length] = '%';
            result = write_float(spec, with_sign, size);
            memory_free(with_sign, size);
        } else
            error_no_memory();
    } else
        result = write_float(spec, text.text, text.length);
    format_float_free(&text);
    return result;
}

Object *format_float(Object *self, Object *text)
{
    FormatSpec spec;
    if (str_length(text) == 0)
        return object_str(self);
    if (format_parse_spec(text, self, 0, '>', &spec) < 0)
        return NULL;
    return format_double(FLOAT_VALUE(self), &spec, self);
}

// ---- complex ------------------------------------------------------------------------------------

// Both parts and the frame, unpadded.
static Object *write_complex(const FormatSpec *spec, const ComplexObject *self, char code,
                             int64_t precision, uint32_t flags)
{
    bool is_repr = spec->type == 0;
    bool skips_real = is_repr && self->real == 0.0 && !signbit(self->real);
    FormatSpec part = *spec;
    part.width = -1;
    FloatText text = {.block_size = 0};
    Object *real = NULL, *imag = NULL, *result = NULL;
    if (!skips_real) {
        if (format_float_text(self->real, code, precision, flags, &text) < 0)
            return NULL;
        real = write_float(&part, text.text, text.length);
        format_float_free(&text);
        if (!real)
            return NULL;
        part.sign = '+';
    }
    if (format_float_text(self->imag, code, precision, flags, &text) == 0) {
        imag = write_float(&part, text.text, text.length);
        format_float_free(&text);
    }
    if (imag && skips_real)
        result = str_format("%Uj", imag);
    else if (imag)
        result = str_format(is_repr ? "(%U%Uj)" : "%U%Uj", real, imag);
    xdecref(real);
    xdecref(imag);
    return result;
}

Object *format_complex(Object *self, Object *text)
{
    FormatSpec spec;
    if (str_length(text) == 0)
        return object_str(self);
    if (format_parse_spec(text, self, 0, '>', &spec) < 0)
        return NULL;
    char code = spec.type == 0     ? (spec.precision < 0 ? 'r' : 'g')
                : spec.type == 'n' ? 'g'
                                   : (char)spec.type;
    if (spec.type >= 128 || !strchr("reEfFgG", code) || spec.type == 'r') {
        error_type(spec.type, self);
        return NULL;
    }
    if (spec.precision > INT_MAX)
        return error_text(&exc_value_error, "precision too big");
    if (spec.fill == '0')
        return error_text(&exc_value_error,
                          "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return error_text(&exc_value_error,
                          "'=' alignment flag is not allowed in complex format specifier");
    uint32_t flags = (spec.alternate ? FPCONV_ALT : 0) | (spec.no_negative_0 ? FPCONV_NO_NEG_0 : 0);
    Object *body = write_complex(&spec, (ComplexObject *)self, code,
                                 spec.precision < 0 ? 6 : spec.precision, flags);
    if (!body || spec.width <= (int64_t)str_length(body))
        return body;
    NumberParts parts = {.prefix = "",
                         .digits = STR(body)->data,
                         .digit_count = str_length(body),
                         .rest = "",
                         .group = 3};
    spec.separator = 0;
    Object *result = write_number(&spec, &parts);
    decref(body);
    return result;
}

// ---- str ----------------------------------------------------------------------------------------

static int check_str_spec(const FormatSpec *spec, Object *self)
{
    if (spec->type != 's')
        error_type(spec->type, self);
    else if (spec->sign)
        error_text(&exc_value_error, spec->sign == ' '
                                         ? "Space not allowed in string format specifier"
                                         : "Sign not allowed in string format specifier");
    else if (spec->no_negative_0)
        error_text(&exc_value_error,
                   "Negative zero coercion (z) not allowed in string format specifier");
    else if (spec->alternate)
        error_text(&exc_value_error, "Alternate form (#) not allowed in string format specifier");
    else if (spec->align == '=')
        error_text(&exc_value_error, "'=' alignment not allowed in string format specifier");
    else
        return 0;
    return -1;
}

Object *format_str(Object *self, Object *text)
{
    FormatSpec spec;
    if (str_length(text) == 0)
        return object_str(self);
    if (format_parse_spec(text, self, 's', '<', &spec) < 0 || check_str_spec(&spec, self) < 0)
        return NULL;
    size_t length = str_length(self);
    if (spec.precision >= 0 && (uint64_t)spec.precision < length)
        length = (size_t)spec.precision;
    if (spec.width <= (int64_t)length)
        return str_slice(self, 0, length);
    if (spec.width > (int64_t)STR_LENGTH_MAX)
        return error_no_memory();
    size_t padding = (size_t)spec.width - length;
    size_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
    StrBuilder builder;
    str_builder_init(&builder);
    if (str_builder_reserve(&builder, (size_t)spec.width, 0) < 0 ||
        str_builder_fill(&builder, spec.fill, left) < 0 ||
        str_builder_slice(&builder, self, 0, length) < 0 ||
        str_builder_fill(&builder, spec.fill, padding - left) < 0) {
        str_builder_free(&builder);
        return NULL;
    }
    return str_builder_finish(&builder);
}
