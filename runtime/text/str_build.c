// StrBuilder (text piece by piece), str_format (printf with objects), repr and ascii.
//
// A builder writes to its own small array, then to builder->str, an unpublished str whose length field
// is its capacity. max_char is the width of what was written so far. Read make_room first.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // strchrnul
#endif
#include <stdio.h>
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/base/utf8.h"
#include "runtime/memory/memory.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

// ---- StrBuilder ---------------------------------------------------------------------------------

void str_builder_init(StrBuilder *builder)
{
    builder->data = builder->small;
    builder->str = NULL;
    builder->length = 0;
    builder->capacity = sizeof builder->small;
    builder->max_char = 0;
    builder->limit = 0xFF;
    builder->kind = 0;
}

void str_builder_free(StrBuilder *builder)
{
    if (builder->str)
        decref(builder->str);
    str_builder_init(builder);
}

// Moves what is there to a str of `capacity` characters of the width of max_char.
static int reallocate(StrBuilder *builder, size_t capacity, uint32_t max_char)
{
    Object *fresh = str_new_uninitialized(capacity, max_char);
    if (!fresh)
        return -1;
    int kind = str_kind(fresh);
    if (builder->length)
        str_copy_chars(STR(fresh)->data, kind, 0, builder->data, builder->kind, 0, builder->length);
    if (builder->str)
        decref(builder->str);
    fresh->flags |= FLAG_IN; // never published: walks over the heap leave it out
    builder->str = fresh;
    builder->data = STR(fresh)->data;
    builder->capacity = capacity;
    builder->kind = kind;
    builder->limit = kind == 0 ? 0xFF : kind == 1 ? 0xFFFF : 0x10FFFF;
    return 0;
}

static int make_room(StrBuilder *builder, size_t count, uint32_t max_char)
{
    size_t needed = builder->length + count;
    if (needed > STR_LENGTH_MAX) {
        error_no_memory();
        return -1;
    }
    uint32_t widest = builder->max_char | max_char;
    size_t capacity = builder->capacity;
    if (needed > capacity) {
        capacity = builder->length ? needed + needed / 2 : needed;
        if (capacity > STR_LENGTH_MAX)
            capacity = STR_LENGTH_MAX;
    }
    if (reallocate(builder, capacity, widest) < 0)
        return -1;
    builder->max_char = widest;
    return 0;
}

// Makes sure of `count` more characters up to max_char. Inline: the usual case is one compare each.
static inline int reserve(StrBuilder *builder, size_t count, uint32_t max_char)
{
    uint32_t widest = builder->max_char | max_char;
    if (likely(builder->length + count <= builder->capacity && widest <= builder->limit)) {
        builder->max_char = widest;
        return 0;
    }
    return make_room(builder, count, max_char);
}

int str_builder_reserve(StrBuilder *builder, size_t count, uint32_t max_char)
{
    return reserve(builder, count, max_char);
}

int str_builder_char(StrBuilder *builder, uint32_t code_point)
{
    if (reserve(builder, 1, code_point) < 0)
        return -1;
    str_write(builder->data, builder->kind, builder->length++, code_point);
    return 0;
}

int str_builder_fill(StrBuilder *builder, uint32_t code_point, size_t count)
{
    if (count == 0)
        return 0;
    if (reserve(builder, count, code_point) < 0)
        return -1;
    int kind = builder->kind;
    void *data = builder->data;
    if (kind == 0)
        memset((uint8_t *)data + builder->length, (int)code_point, count);
    else
        for (size_t i = 0; i < count; i++)
            str_write(data, kind, builder->length + i, code_point);
    builder->length += count;
    return 0;
}

static int append_data(StrBuilder *builder, const void *data, int kind, size_t start, size_t count,
                       uint32_t width)
{
    if (count == 0)
        return 0;
    if (reserve(builder, count, width) < 0)
        return -1;
    if (likely((kind | builder->kind) == 0))
        copy_bytes((uint8_t *)builder->data + builder->length, (const uint8_t *)data + start, count);
    else
        str_copy_chars(builder->data, builder->kind, builder->length, data, kind, start, count);
    builder->length += count;
    return 0;
}

int str_builder_ascii(StrBuilder *builder, const char *text, size_t length)
{
    return append_data(builder, text, 0, 0, length, 0x7F);
}

int str_builder_text(StrBuilder *builder, const char *ascii_text)
{
    return append_data(builder, ascii_text, 0, 0, strlen(ascii_text), 0x7F);
}

int str_builder_utf8(StrBuilder *builder, const char *text, size_t byte_size)
{
    if (utf8_ascii_prefix(text, byte_size) == byte_size)
        return append_data(builder, text, 0, 0, byte_size, 0x7F);
    Object *str = str_from_utf8(text, byte_size);
    if (!str)
        return -1;
    int result = str_builder_str(builder, str);
    decref(str);
    return result;
}

int str_builder_str(StrBuilder *builder, Object *str)
{
    return append_data(builder, STR(str)->data, str_kind(str), 0, str_length(str),
                       str_max_char(str));
}

int str_builder_slice(StrBuilder *builder, Object *str, size_t start, size_t end)
{
    uint32_t width =
        str_is_ascii(str) ? 0x7F : str_scan_width(STR(str)->data, str_kind(str), start, end);
    return append_data(builder, STR(str)->data, str_kind(str), start, end - start, width);
}

Object *str_builder_finish_steal(StrBuilder *builder, Object *piece_or_null)
{
    if (piece_or_null && IS_EXACT(piece_or_null, STR) && str_length(piece_or_null) == builder->length) {
        str_builder_free(builder);
        return piece_or_null;
    }
    xdecref(piece_or_null);
    return str_builder_finish(builder);
}

Object *str_builder_finish(StrBuilder *builder)
{
    Object *result;
    size_t length = builder->length;
    if (length <= 1)
        result = length ? str_from_char(str_read(builder->data, builder->kind, 0)) : OBJECT(str_empty);
    else if (likely(builder->max_char < 0x80))
        result = str_from_ascii(builder->data, length);
    else if ((result = str_new_uninitialized(length, builder->max_char))) // its width is the builder's or less
        str_copy_chars(STR(result)->data, str_kind(result), 0, builder->data, builder->kind, 0, length);
    str_builder_free(builder);
    return result;
}

// ---- str_format ---------------------------------------------------------------------------------

typedef struct Conversion {
    char flags[8];
    size_t flag_count;
    int width, precision; // -1: none
    int size;             // 0, 1 = l, 2 = ll, 3 = z
} Conversion;

static const char *read_conversion(const char *format, Conversion *conversion)
{
    *conversion = (Conversion){.width = -1, .precision = -1};
    while (*format && strchr("-+ #0", *format) && conversion->flag_count < 7)
        conversion->flags[conversion->flag_count++] = *format++;
    if (*format >= '0' && *format <= '9')
        for (conversion->width = 0; *format >= '0' && *format <= '9'; format++)
            conversion->width = conversion->width * 10 + (*format - '0');
    if (*format == '.')
        for (conversion->precision = 0, format++; *format >= '0' && *format <= '9'; format++)
            conversion->precision = conversion->precision * 10 + (*format - '0');
    for (;; format++) {
        if (*format == 'l')
            conversion->size++;
        else if (*format == 'z')
            conversion->size = 3;
        else
            return format;
    }
}

// An integer conversion, by snprintf with the widest type.
static int append_integer(StrBuilder *builder, const Conversion *conversion, char code,
                          long long value)
{
    char format[24], text[128];
    int width = conversion->width > 100 ? 100 : conversion->width;
    if (width >= 0 && conversion->precision >= 0)
        snprintf(format, sizeof format, "%%%s%d.%dll%c", conversion->flags, width,
                 conversion->precision % 100, code);
    else if (width >= 0)
        snprintf(format, sizeof format, "%%%s%dll%c", conversion->flags, width, code);
    else if (conversion->precision >= 0)
        snprintf(format, sizeof format, "%%%s.%dll%c", conversion->flags,
                 conversion->precision % 100, code);
    else
        snprintf(format, sizeof format, "%%%sll%c", conversion->flags, code);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, format, value);
#pragma GCC diagnostic pop
    return str_builder_text(builder, text);
}

static long long next_signed(int size, va_list *list)
{
    switch (size) {
    case 0:
        return va_arg(*list, int);
    case 1:
        return va_arg(*list, long);
    case 2:
        return va_arg(*list, long long);
    default:
        return va_arg(*list, ssize_t);
    }
}

static long long next_unsigned(int size, va_list *list)
{
    switch (size) {
    case 0:
        return (long long)va_arg(*list, unsigned);
    case 1:
        return (long long)va_arg(*list, unsigned long);
    case 2:
        return (long long)va_arg(*list, unsigned long long);
    default:
        return (long long)va_arg(*list, size_t);
    }
}

// Appends an owned str (NULL: the error goes on), cut to the precision, padded to the width.
static int append_steal(StrBuilder *builder, const Conversion *conversion, Object *str)
{
    if (!str)
        return -1;
    size_t length = str_length(str);
    if (conversion->precision >= 0 && (size_t)conversion->precision < length)
        length = (size_t)conversion->precision;
    size_t padding = conversion->width > 0 && (size_t)conversion->width > length
                         ? (size_t)conversion->width - length
                         : 0;
    bool is_left = memchr(conversion->flags, '-', conversion->flag_count) != NULL;
    int result = 0;
    if (!is_left)
        result = str_builder_fill(builder, ' ', padding);
    if (result == 0)
        result = str_builder_slice(builder, str, 0, length);
    if (result == 0 && is_left)
        result = str_builder_fill(builder, ' ', padding);
    decref(str);
    return result;
}

// %s: the precision counts bytes; text that is cut inside a character loses that character.
static int append_c_text(StrBuilder *builder, const Conversion *conversion, const char *text)
{
    size_t size =
        conversion->precision >= 0 ? strnlen(text, (size_t)conversion->precision) : strlen(text);
    while (size > 0 && text[size] && ((uint8_t)text[size] & 0xC0) == 0x80)
        size--;
    if (conversion->width <= 0)
        return str_builder_utf8(builder, text, size);
    Conversion plain = *conversion;
    plain.precision = -1;
    return append_steal(builder, &plain, str_from_utf8(text, size));
}

// CPython's tp_name: a type that C code made outside builtins carries its module.
static int append_type(StrBuilder *builder, const Conversion *conversion, const TypeObject *type)
{
    if (type->module_name && (str_builder_text(builder, type->module_name) < 0 ||
                              str_builder_char(builder, '.') < 0))
        return -1;
    return append_c_text(builder, conversion, type->name);
}

static int append_conversion(StrBuilder *builder, const Conversion *conversion, char code,
                             va_list *list)
{
    char text[32];
    switch (code) {
    case 's':
        return append_c_text(builder, conversion, va_arg(*list, const char *));
    case 'd':
    case 'i':
        return append_integer(builder, conversion, 'd', next_signed(conversion->size, list));
    case 'u':
    case 'x':
    case 'X':
    case 'o':
        return append_integer(builder, conversion, code, next_unsigned(conversion->size, list));
    case 'c':
        return str_builder_char(builder, (uint32_t)va_arg(*list, int));
    case 'p':
        snprintf(text, sizeof text, "%p", va_arg(*list, void *));
        return str_builder_text(builder, text);
    case 'U':
        return append_steal(builder, conversion, new_ref(va_arg(*list, Object *)));
    case 'R':
        return append_steal(builder, conversion, object_repr(va_arg(*list, Object *)));
    case 'S':
        return append_steal(builder, conversion, object_str(va_arg(*list, Object *)));
    case 'A':
        return append_steal(builder, conversion, object_ascii(va_arg(*list, Object *)));
    case 'T':
        return append_type(builder, conversion, type_of(va_arg(*list, Object *)));
    case 'N':
        return append_type(builder, conversion, va_arg(*list, TypeObject *));
    case '%':
        return str_builder_char(builder, '%');
    default:
        UNREACHABLE();
        return -1;
    }
}

Object *str_format_list(const char *format, va_list list)
{
    StrBuilder builder;
    va_list copy;
    str_builder_init(&builder);
    va_copy(copy, list);
    for (;;) {
        const char *percent = strchrnul(format, '%');
        if (str_builder_utf8(&builder, format, (size_t)(percent - format)) < 0)
            goto fail;
        if (!*percent)
            break;
        Conversion conversion;
        format = read_conversion(percent + 1, &conversion);
        if (append_conversion(&builder, &conversion, *format++, &copy) < 0)
            goto fail;
    }
    va_end(copy);
    return str_builder_finish(&builder);
fail:
    va_end(copy);
    str_builder_free(&builder);
    return NULL;
}

Object *str_format(const char *format, ...)
{
    va_list list;
    va_start(list, format);
    Object *result = str_format_list(format, list);
    va_end(list);
    return result;
}

// ---- repr and ascii -----------------------------------------------------------------------------

// '...' unless the text has ' and no ".
static char choose_quote(const Object *str)
{
    bool has_single = false;
    size_t length = str_length(str);
    int kind = str_kind(str);
    if (kind == 0)
        return memchr(STR(str)->data, '\'', length) && !memchr(STR(str)->data, '"', length) ? '"'
                                                                                            : '\'';
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_read(STR(str)->data, kind, i);
        if (c == '"')
            return '\'';
        has_single |= c == '\'';
    }
    return has_single ? '"' : '\'';
}

// Appends \n, \x1b, \u1234 or \U0001f600.
static int append_escape(StrBuilder *builder, uint32_t c)
{
    char text[16];
    switch (c) {
    case '\t':
        return str_builder_ascii(builder, "\\t", 2);
    case '\n':
        return str_builder_ascii(builder, "\\n", 2);
    case '\r':
        return str_builder_ascii(builder, "\\r", 2);
    default:
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        return str_builder_text(builder, text);
    }
}

static Object *repr_slow(Object *str, char quote)
{
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(str), plain_start = 0;
    int kind = str_kind(str);
    if (str_builder_char(&builder, (uint8_t)quote) < 0)
        goto fail;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_read(STR(str)->data, kind, i);
        bool is_escaped = c == (uint8_t)quote || c == '\\';
        if (!is_escaped && (c < 0x7F ? c >= ' ' : unicode_is_printable(c)))
            continue;
        if (str_builder_slice(&builder, str, plain_start, i) < 0)
            goto fail;
        if (is_escaped ? str_builder_char(&builder, '\\') < 0 || str_builder_char(&builder, c) < 0
                       : append_escape(&builder, c) < 0)
            goto fail;
        plain_start = i + 1;
    }
    if (str_builder_slice(&builder, str, plain_start, length) < 0 ||
        str_builder_char(&builder, (uint8_t)quote) < 0)
        goto fail;
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

Object *str_repr(Object *str)
{
    char quote = choose_quote(str);
    if (!str_is_ascii(str))
        return repr_slow(str, quote);
    const uint8_t *data = STR(str)->data;
    size_t length = str_length(str);
    for (size_t i = 0; i < length; i++)
        if (data[i] < ' ' || data[i] == 0x7F || data[i] == '\\' || data[i] == (uint8_t)quote)
            return repr_slow(str, quote);
    Object *result = str_new_uninitialized(length + 2, 0x7F);
    if (!result)
        return NULL;
    STR(result)->data[0] = STR(result)->data[length + 1] = (uint8_t)quote;
    memcpy(STR(result)->data + 1, data, length);
    return result;
}

Object *str_escape_non_ascii(Object *str)
{
    if (str_is_ascii(str))
        return new_ref(str);
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(str);
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_char_at(str, i);
        if ((c < 0x80 ? str_builder_char(&builder, c) : append_escape(&builder, c)) < 0) {
            str_builder_free(&builder);
            return NULL;
        }
    }
    return str_builder_finish(&builder);
}
