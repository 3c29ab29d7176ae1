// str.format: replacement fields. A walk over the format string finds literal text and fields; a
// field is looked up (name, attributes, items), converted, formatted with its own specification,
// which may hold fields again (once). Read build and parse_field first.
#include "runtime/text/format.h"

#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/numbers/int.h"
#include "runtime/text/format_number.h"
#include "runtime/text/search.h"
#include "runtime/text/str.h"

typedef struct Span { // characters [start, end) of the format
    size_t start, end;
} Span;

typedef enum Numbering { NUMBERING_UNKNOWN, NUMBERING_AUTO, NUMBERING_MANUAL } Numbering;

typedef struct Fields {
    Object *format;
    Object *const *args;
    size_t nargs;
    Object *kwnames, *mapping; // either may be NULL
    Numbering numbering;
    int64_t next_number;
    Object *piece; // the last value's text that is not empty, owned: perhaps it is all
} Fields;

typedef struct Field {
    Span name, spec;
    uint32_t conversion; // 0: none
    bool spec_has_fields;
} Field;

static uint32_t char_at(const Fields *fields, size_t index)
{
    return str_char_at(fields->format, index);
}

static int fail_text(const char *text)
{
    error_text(&exc_value_error, text);
    return -1;
}

// ---- Looking a field up -------------------------------------------------------------------------

// The whole span as an index: 1 and *value, 0 if it is none, -1.
static int span_integer(const Fields *fields, Span span, int64_t *value)
{
    size_t position = span.start;
    int found = format_read_integer(fields->format, &position, span.end, value);
    return found < 0 ? -1 : found && position == span.end;
}

static Object *find_keyword(const Fields *fields, Object *key)
{
    if (fields->mapping)
        return object_subscript(fields->mapping, key);
    size_t count = fields->kwnames ? TUPLE(fields->kwnames)->count : 0;
    for (size_t i = 0; i < count; i++)
        if (str_equal(TUPLE(fields->kwnames)->items[i], key))
            return new_ref(fields->args[fields->nargs + i]);
    return error_key(key);
}

// Number of the next positional field: checks that auto and manual numbering don't meet. 0 / -1.
static int take_number(Fields *fields, bool is_auto, int64_t *index)
{
    if (fields->numbering == NUMBERING_UNKNOWN)
        fields->numbering = is_auto ? NUMBERING_AUTO : NUMBERING_MANUAL;
    if (fields->numbering == NUMBERING_MANUAL && is_auto)
        return fail_text(
            "cannot switch from manual field specification to automatic field numbering");
    if (fields->numbering == NUMBERING_AUTO && !is_auto)
        return fail_text(
            "cannot switch from automatic field numbering to manual field specification");
    if (is_auto)
        *index = fields->next_number++;
    return 0;
}

// What the first part of a field's name stands for.
static Object *find_first(Fields *fields, Span first)
{
    int64_t index = 0;
    bool is_empty = first.start >= first.end;
    int is_number = is_empty ? 1 : span_integer(fields, first, &index);
    if (is_number < 0 || (is_number && take_number(fields, is_empty, &index) < 0))
        return NULL;
    if (!is_number) {
        Object *key = str_slice(fields->format, first.start, first.end);
        Object *value = key ? find_keyword(fields, key) : NULL;
        xdecref(key);
        return value;
    }
    if (!fields->args && fields->mapping)
        return error_text(&exc_value_error, "Format string contains positional fields");
    if ((uint64_t)index >= fields->nargs)
        return error_format(&exc_index_error,
                            "Replacement index %lld out of range for positional args tuple",
                            (long long)index);
    return new_ref(fields->args[index]);
}

static Object *follow_attribute(const Fields *fields, Object *object, Span name)
{
    Object *attribute = str_slice(fields->format, name.start, name.end);
    Object *value = attribute ? object_get_attribute(object, attribute) : NULL;
    xdecref(attribute);
    return value;
}

static Object *follow_item(const Fields *fields, Object *object, Span name)
{
    int64_t index;
    int is_number = span_integer(fields, name, &index);
    if (is_number < 0)
        return NULL;
    Object *key =
        is_number ? int_from_int64(index) : str_slice(fields->format, name.start, name.end);
    Object *value = key ? object_subscript(object, key) : NULL;
    xdecref(key);
    return value;
}

// The next ".name" or "[item]" at *position of `object`.
static Object *follow_next(const Fields *fields, Object *object, size_t *position, size_t end)
{
    uint32_t c = char_at(fields, (*position)++);
    Span name = {*position, *position};
    if (c != '.' && c != '[')
        return error_text(&exc_value_error,
                          "Only '.' or '[' may follow ']' in format field specifier");
    bool is_closed = false;
    for (; *position < end; ++*position) {
        uint32_t here = char_at(fields, *position);
        if (c == '.' ? here == '.' || here == '[' : here == ']') {
            is_closed = true;
            break;
        }
    }
    name.end = *position;
    if (c == '[') {
        if (!is_closed)
            return error_text(&exc_value_error, "Missing ']' in format string");
        ++*position;
    }
    if (name.start == name.end)
        return error_text(&exc_value_error, "Empty attribute in format string");
    return c == '.' ? follow_attribute(fields, object, name) : follow_item(fields, object, name);
}

static Object *find_object(Fields *fields, Span name)
{
    size_t position = name.start;
    while (position < name.end && char_at(fields, position) != '.' &&
           char_at(fields, position) != '[')
        position++;
    Object *object = find_first(fields, (Span){name.start, position});
    while (object && position < name.end) {
        Object *next = follow_next(fields, object, &position, name.end);
        decref(object);
        object = next;
    }
    return object;
}

// ---- Formatting a field -------------------------------------------------------------------------

static Object *convert_steal(Object *object, uint32_t conversion)
{
    Object *result = NULL;
    if (conversion == 0)
        return object;
    if (conversion == 'r')
        result = object_repr(object);
    else if (conversion == 's')
        result = object_str(object);
    else if (conversion == 'a')
        result = object_ascii(object);
    else if (conversion > 32 && conversion < 127)
        error_format(&exc_value_error, "Unknown conversion specifier %c", (int)conversion);
    else
        error_format(&exc_value_error, "Unknown conversion specifier \\x%x", conversion);
    decref(object);
    return result;
}

static Object *build_span(Fields *fields, Span span, int depth);

static int append_field(Fields *fields, StrBuilder *builder, const Field *field, int depth)
{
    Object *object = find_object(fields, field->name), *spec = NULL, *text = NULL;
    if (object)
        object = convert_steal(object, field->conversion);
    if (!object)
        return -1;
    if (field->spec.start >= field->spec.end)
        spec = OBJECT(str_empty);
    else if (field->spec_has_fields)
        spec = build_span(fields, field->spec, depth - 1);
    else
        spec = str_slice(fields->format, field->spec.start, field->spec.end);
    if (spec)
        text = object_format(object, spec);
    xdecref(spec);
    decref(object);
    if (!text)
        return -1;
    int result = str_builder_str(builder, text);
    if (str_length(text) > 0)
        ref_set_steal(&fields->piece, text);
    else
        decref(text);
    return result;
}

// ---- Walking ------------------------------------------------------------------------------------

// Reads "!c" (behind the '!'). 1: the field ends with it; 0: a specification follows; -1.
static int parse_conversion(const Fields *fields, size_t *position, size_t end, Field *field)
{
    if (*position >= end)
        return fail_text("end of string while looking for conversion specifier");
    field->conversion = char_at(fields, (*position)++);
    if (*position >= end)
        return 0;
    uint32_t c = char_at(fields, (*position)++);
    if (c == '}')
        return 1;
    return c == ':' ? 0 : fail_text("expected ':' after conversion specifier");
}

static int parse_spec(const Fields *fields, size_t *position, size_t end, Field *field)
{
    int depth = 1;
    field->spec.start = *position;
    while (*position < end) {
        uint32_t c = char_at(fields, (*position)++);
        if (c == '{') {
            field->spec_has_fields = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = *position - 1;
            return 0;
        }
    }
    return fail_text("unmatched '{' in format spec");
}

// Reads a field behind its '{' up to its '}'. 0 / -1.
static int parse_field(const Fields *fields, size_t *position, size_t end, Field *field)
{
    uint32_t c = 0;
    *field = (Field){.name = {*position, 0}};
    while (*position < end) {
        c = char_at(fields, (*position)++);
        if (c == '{')
            return fail_text("unexpected '{' in field name");
        if (c == '[') {
            while (*position < end && char_at(fields, *position) != ']')
                ++*position;
            continue;
        }
        if (c == '}' || c == ':' || c == '!')
            break;
    }
    field->name.end = *position - 1;
    if (c == '}')
        return 0;
    if (c != ':' && c != '!')
        return fail_text("expected '}' before end of string");
    if (c == '!') {
        int result = parse_conversion(fields, position, end, field);
        if (result)
            return result < 0 ? -1 : 0;
    }
    return parse_spec(fields, position, end, field);
}

// Index of the next brace, or `end`.
static size_t find_brace(const Fields *fields, size_t position, size_t end)
{
    if (str_kind(fields->format) == 0) {
        const uint8_t *data = STR(fields->format)->data;
        while (position < end && data[position] != '{' && data[position] != '}')
            position++;
        return position;
    }
    while (position < end && char_at(fields, position) != '{' && char_at(fields, position) != '}')
        position++;
    return position;
}

static int append_span(Fields *fields, StrBuilder *builder, Span span, int depth)
{
    size_t position = span.start;
    while (position < span.end) {
        size_t brace = find_brace(fields, position, span.end);
        if (brace > position && str_builder_slice(builder, fields->format, position, brace) < 0)
            return -1;
        if (brace == span.end)
            return 0;
        uint32_t c = char_at(fields, brace);
        position = brace + 1;
        bool is_doubled = position < span.end && char_at(fields, position) == c;
        if (is_doubled) {
            if (str_builder_char(builder, c) < 0)
                return -1;
            position++;
            continue;
        }
        if (c == '}')
            return fail_text("Single '}' encountered in format string");
        if (position == span.end)
            return fail_text("Single '{' encountered in format string");
        Field field;
        if (parse_field(fields, &position, span.end, &field) < 0 ||
            append_field(fields, builder, &field, depth) < 0)
            return -1;
    }
    return 0;
}

static Object *build_span(Fields *fields, Span span, int depth)
{
    if (depth <= 0)
        return error_text(&exc_value_error, "Max string recursion exceeded");
    StrBuilder builder;
    str_builder_init(&builder);
    if (append_span(fields, &builder, span, depth) < 0) {
        str_builder_free(&builder);
        return NULL;
    }
    return str_builder_finish(&builder);
}

Object *format_fields(Object *format, Object *const *args, size_t nargs, Object *kwnames,
                      Object *mapping_or_null)
{
    Fields fields = {.format = format,
                     .args = args,
                     .nargs = nargs,
                     .kwnames = kwnames,
                     .mapping = mapping_or_null};
    Object *result = build_span(&fields, (Span){0, str_length(format)}, 2);
    if (result && fields.piece && IS_EXACT(fields.piece, STR) && str_length(result) == str_length(fields.piece))
        ref_set_steal(&result, new_ref(fields.piece));
    xdecref(fields.piece);
    return result;
}
