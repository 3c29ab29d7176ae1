// SyntaxError and the Unicode errors: exceptions that carry a place in a text.
#include "runtime/program/exception.h"

#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

#include <stdio.h>

static void set_reference(Object **slot, Object *value)
{
    incref(value);
    ref_set_steal(slot, value);
}

// ---- SyntaxError --------------------------------------------------------------------------------

// (filename, lineno, offset, text[, end_lineno, end_offset])
static int fill_place(SyntaxErrorObject *self, Object *place)
{
    size_t count = TUPLE(place)->count;
    if (count < 4 || count > 6) {
        error_format(&exc_type_error, "function takes at %s %d arguments (%zu given)",
                     count < 4 ? "least" : "most", count < 4 ? 4 : 6, count);
        return -1;
    }
    Object **slots[6] = {&self->filename, &self->lineno,     &self->offset,
                         &self->text,     &self->end_lineno, &self->end_offset};
    for (size_t i = 0; i < 6; i++) {
        if (i < count)
            set_reference(slots[i], TUPLE(place)->items[i]);
        else
            ref_clear(slots[i]);
    }
    if (count == 5) {
        error_text(&exc_type_error, "end_offset must be provided when end_lineno is provided");
        return -1;
    }
    return 0;
}

static int syntax_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    SyntaxErrorObject *error = (SyntaxErrorObject *)self;
    if (exception_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs >= 1)
        set_reference(&error->msg, args[0]);
    if (nargs != 2)
        return 0;
    Object *place = object_to_tuple(args[1]);
    if (!place)
        return -1;
    int result = fill_place(error, place);
    decref(place);
    return result;
}

// The part of a path behind the last slash.
static Object *base_name(Object *path)
{
    size_t length = str_length(path), start = 0;
    for (size_t i = 0; i < length; i++)
        if (str_char_at(path, i) == '/')
            start = i + 1;
    if (start == 0)
        return new_ref(path);
    StrBuilder builder;
    str_builder_init(&builder);
    if (str_builder_slice(&builder, path, start, length) < 0) {
        str_builder_free(&builder);
        return NULL;
    }
    return str_builder_finish(&builder);
}

static Object *syntax_error_str(Object *self)
{
    SyntaxErrorObject *error = (SyntaxErrorObject *)self;
    bool has_line = error->lineno && IS_EXACT_INT(error->lineno);
    bool has_file = error->filename && IS_STR(error->filename);
    Object *message = new_ref(error->msg ? error->msg : object_none);
    Object *file = NULL, *line = NULL, *result = NULL;
    if (has_line)
        line = new_ref(error->lineno);
    if (has_file && !(file = base_name(error->filename)))
        goto fail;
    if (has_file && has_line)
        result = str_format("%S (%U, line %S)", message, file, line);
    else if (has_file)
        result = str_format("%S (%U)", message, file);
    else if (has_line)
        result = str_format("%S (line %S)", message, line);
    else
        result = object_str(message);
fail:
    decref(message);
    xdecref(file);
    xdecref(line);
    return result;
}

#define SYNTAX_MEMBER(name, field, doc) \
    {name, MEMBER_OBJECT, offsetof(SyntaxErrorObject, field), false, doc}
static const MemberDef syntax_error_members[] = {
    SYNTAX_MEMBER("msg", msg, "exception msg"),
    SYNTAX_MEMBER("filename", filename, "exception filename"),
    SYNTAX_MEMBER("lineno", lineno, "exception lineno"),
    SYNTAX_MEMBER("offset", offset, "exception offset"),
    SYNTAX_MEMBER("text", text, "exception text"),
    SYNTAX_MEMBER("end_lineno", end_lineno, "exception end lineno"),
    SYNTAX_MEMBER("end_offset", end_offset, "exception end offset"),
    SYNTAX_MEMBER("print_file_and_line", print_file_and_line,
                  "exception print_file_and_line"),
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};

// ---- UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError ------------------------------

static int expect_str(Object *value, int position)
{
    if (IS_STR(value))
        return 0;
    error_format(&exc_type_error, "argument %d must be str, not %.50s", position,
                 value == object_none ? "None" : type_of(value)->name);
    return -1;
}

// Reads start, end, reason from args[first...]; the arguments before are checked by the caller.
static int fill_range(UnicodeErrorObject *self, Object *const *args, size_t first)
{
    int64_t start = object_as_index(args[first], &exc_overflow_error);
    if (start == -1 && error_occurred())
        return -1;
    int64_t end = object_as_index(args[first + 1], &exc_overflow_error);
    if (end == -1 && error_occurred())
        return -1;
    if (expect_str(args[first + 2], (int)first + 3) < 0)
        return -1;
    self->start = start;
    self->end = end;
    set_reference(&self->reason, args[first + 2]);
    return 0;
}

static int check_arity(size_t nargs, size_t wanted)
{
    if (nargs == wanted)
        return 0;
    error_format(&exc_type_error, "function takes exactly %zu arguments (%zu given)", wanted, nargs);
    return -1;
}

static int unicode_decode_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    const uint8_t *data;
    size_t size;
    if (exception_init(self, args, nargs, kwnames) < 0 || check_arity(nargs, 5) < 0 ||
        expect_str(args[0], 1) < 0 || fill_range(error, args, 2) < 0)
        return -1;
    Object *bytes;
    if (IS_BYTES(args[1])) {
        bytes = new_ref(args[1]);
    } else if (bytes_view(args[1], &data, &size)) {
        bytes = bytes_new((const char *)data, size);
        if (!bytes)
            return -1;
    } else {
        error_format(&exc_type_error, "a bytes-like object is required, not '%.100s'",
                     type_of(args[1])->name);
        return -1;
    }
    set_reference(&error->encoding, args[0]);
    ref_set_steal(&error->object, bytes);
    return 0;
}

static int unicode_encode_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    if (exception_init(self, args, nargs, kwnames) < 0 || check_arity(nargs, 5) < 0 ||
        expect_str(args[0], 1) < 0 || expect_str(args[1], 2) < 0 || fill_range(error, args, 2) < 0)
        return -1;
    set_reference(&error->encoding, args[0]);
    set_reference(&error->object, args[1]);
    return 0;
}

static int unicode_translate_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    if (exception_init(self, args, nargs, kwnames) < 0 || check_arity(nargs, 4) < 0 ||
        expect_str(args[0], 1) < 0 || fill_range(error, args, 1) < 0)
        return -1;
    set_reference(&error->object, args[0]);
    return 0;
}

static Object *unicode_decode_str(Object *self)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    const uint8_t *data;
    size_t size;
    if (!error->object || !error->encoding || !error->reason ||
        !bytes_view(error->object, &data, &size))
        return new_ref(OBJECT(str_empty));
    if (error->start >= 0 && (uint64_t)error->start < size && error->end == error->start + 1) {
        char place[64];
        snprintf(place, sizeof place, "byte 0x%02x in position %lld", data[error->start],
                 (long long)error->start);
        return str_format("'%S' codec can't decode %s: %S", error->encoding, place, error->reason);
    }
    return str_format("'%S' codec can't decode bytes in position %lld-%lld: %S", error->encoding,
                      (long long)error->start, (long long)(error->end - 1), error->reason);
}

// "character '\xe9' in position 3" or "characters in position 3-5"
static void describe_characters(const UnicodeErrorObject *error, char *place, size_t size)
{
    long long start = error->start, end = error->end;
    if (start >= 0 && (uint64_t)start < str_length(error->object) && end == start + 1) {
        uint32_t point = str_char_at(error->object, (size_t)start);
        const char *format = point <= 0xff     ? "character '\\x%02x' in position %lld"
                             : point <= 0xffff ? "character '\\u%04x' in position %lld"
                                               : "character '\\U%08x' in position %lld";
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        snprintf(place, size, format, point, start);
#pragma GCC diagnostic pop
    } else {
        snprintf(place, size, "characters in position %lld-%lld", start, end - 1);
    }
}

static Object *unicode_encode_str(Object *self)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    char place[96];
    if (!error->object || !IS_STR(error->object) || !error->encoding || !error->reason)
        return new_ref(OBJECT(str_empty));
    describe_characters(error, place, sizeof place);
    return str_format("'%S' codec can't encode %s: %S", error->encoding, place, error->reason);
}

static Object *unicode_translate_str(Object *self)
{
    UnicodeErrorObject *error = (UnicodeErrorObject *)self;
    char place[96];
    if (!error->object || !IS_STR(error->object) || !error->reason)
        return new_ref(OBJECT(str_empty));
    describe_characters(error, place, sizeof place);
    return str_format("can't translate %s: %S", place, error->reason);
}

static const MemberDef unicode_members[] = {
    {"encoding", MEMBER_OBJECT, offsetof(UnicodeErrorObject, encoding), false,
     "exception encoding"},
    {"object", MEMBER_OBJECT, offsetof(UnicodeErrorObject, object), false, "exception object"},
    {"start", MEMBER_INT64, offsetof(UnicodeErrorObject, start), false, "exception start"},
    {"end", MEMBER_INT64, offsetof(UnicodeErrorObject, end), false, "exception end"},
    {"reason", MEMBER_OBJECT, offsetof(UnicodeErrorObject, reason), false, "exception reason"},
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};

void exception_prepare_text(void)
{
    exc_syntax_error.init = syntax_error_init;
    exc_syntax_error.str = syntax_error_str;
    exc_syntax_error.members = syntax_error_members;
    exc_unicode_decode_error.init = unicode_decode_init;
    exc_unicode_decode_error.str = unicode_decode_str;
    exc_unicode_decode_error.members = unicode_members;
    exc_unicode_encode_error.init = unicode_encode_init;
    exc_unicode_encode_error.str = unicode_encode_str;
    exc_unicode_encode_error.members = unicode_members;
    exc_unicode_translate_error.init = unicode_translate_init;
    exc_unicode_translate_error.str = unicode_translate_str;
    exc_unicode_translate_error.members = unicode_members;
}
