// Encodings: utf-8, ascii, latin-1, utf-16, utf-32, unicode_escape; error handlers; the cache of
// UTF-8 forms.
//
// A codec runs over plain stretches by itself and calls decode_error or encode_error for the rest;
// those raise or append what the handler puts there. Handler names are looked at only when an error
// occurs, as in CPython. Read str_encode and bytes_decode, at the end, first.
#include "runtime/text/codec.h"

#include <stdio.h>
#include <string.h>

#include "runtime/base/hash.h"
#include "runtime/base/utf8.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/state.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "runtime/model/tables.h"

// ---- Exceptions ---------------------------------------------------------------------------------

static void raise_unicode(TypeObject *type, const char *encoding, Object *object, size_t start,
                          size_t end, const char *reason)
{
    Object *args[5] = {str_from_text(encoding), object, int_from_size(start), int_from_size(end),
                       str_from_text(reason)};
    Object *exception = NULL;
    if (args[0] && args[1] && args[2] && args[3] && args[4])
        exception = call_object(OBJECT(type), args, 5, NULL);
    if (exception) {
        Object *handled = state_handled_exception_borrow();
        ExceptionObject *fresh = (ExceptionObject *)exception;
        if (handled && handled != exception && !fresh->context)
            fresh->context = new_ref(handled);
        error_restore_steal(exception);
    }
    for (int i = 0; i < 5; i++)
        if (i != 1)
            xdecref(args[i]);
}

void *codec_error_decode(const char *encoding, const uint8_t *data, size_t size, size_t start,
                         size_t end, const char *reason)
{
    Object *bytes = bytes_new((const char *)data, size);
    if (bytes)
        raise_unicode(&exc_unicode_decode_error, encoding, bytes, start, end, reason);
    xdecref(bytes);
    return NULL;
}

void *codec_error_encode(const char *encoding, Object *str, size_t start, size_t end,
                         const char *reason)
{
    raise_unicode(&exc_unicode_encode_error, encoding, str, start, end, reason);
    return NULL;
}

// ---- Handlers -----------------------------------------------------------------------------------

typedef enum Handler {
    HANDLER_STRICT,
    HANDLER_IGNORE,
    HANDLER_REPLACE,
    HANDLER_BACKSLASH,
    HANDLER_XML,
    HANDLER_ESCAPE,
    HANDLER_PASS,
    HANDLER_UNKNOWN
} Handler;

static Handler find_handler(const char *errors)
{
    static const char *const handler_names[] = {
        "strict",          "ignore",       "replace", "backslashreplace", "xmlcharrefreplace",
        "surrogateescape", "surrogatepass"};
    if (!errors)
        return HANDLER_STRICT;
    int i = 0;
    while (i < HANDLER_UNKNOWN && strcmp(errors, handler_names[i]) != 0)
        i++;
    return (Handler)i;
}

typedef enum Codec {
    CODEC_UTF8,
    CODEC_ASCII,
    CODEC_LATIN1,
    CODEC_UTF16,
    CODEC_UTF16_LE,
    CODEC_UTF16_BE,
    CODEC_UTF32,
    CODEC_UTF32_LE,
    CODEC_UTF32_BE,
    CODEC_UTF8_SIG,
    CODEC_UNICODE_ESCAPE,
    CODEC_RAW_UNICODE_ESCAPE,
    CODEC_UNKNOWN
} Codec;

static const char *const codec_names[] = {
    "utf-8",  "ascii",     "latin-1",   "utf-16", "utf-16-le",     "utf-16-be",
    "utf-32", "utf-32-le", "utf-32-be", "utf-8",  "unicodeescape", "rawunicodeescape"};

typedef struct Decoding {
    const uint8_t *data;
    size_t size;
    Codec codec;
    const char *errors;
    StrBuilder out;
} Decoding;

static int unknown_handler(const char *errors)
{
    error_format(&exc_lookup_error, "unknown error handler name '%s'", errors);
    return -1;
}

// surrogateescape: bytes from 0x80 on as U+DC80..U+DCFF; *next is set behind them.
static int decode_escaped(Decoding *decoding, size_t start, size_t end, const char *reason,
                          size_t *next)
{
    size_t i = start;
    for (; i < end && decoding->data[i] >= 0x80; i++)
        if (str_builder_char(&decoding->out, 0xDC00u + decoding->data[i]) < 0)
            return -1;
    if (i == start) {
        codec_error_decode(codec_names[decoding->codec], decoding->data, decoding->size, start, end,
                           reason);
        return -1;
    }
    *next = i;
    return 0;
}

// surrogatepass for utf-8, utf-16, utf-32.
static int decode_passed(Decoding *decoding, size_t start, size_t end, const char *reason,
                         size_t *next)
{
    const uint8_t *p = decoding->data + start;
    size_t left = decoding->size - start, width = 0;
    uint32_t c = 0;
    if ((decoding->codec == CODEC_UTF8 || decoding->codec == CODEC_UTF8_SIG) && left >= 3 &&
        (p[0] & 0xF0) == 0xE0 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        c = (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63u);
        width = 3;
    } else if ((decoding->codec == CODEC_UTF16 || decoding->codec == CODEC_UTF16_LE) && left >= 2) {
        c = p[0] | (uint32_t)p[1] << 8;
        width = 2;
    } else if (decoding->codec == CODEC_UTF16_BE && left >= 2) {
        c = p[1] | (uint32_t)p[0] << 8;
        width = 2;
    } else if ((decoding->codec == CODEC_UTF32 || decoding->codec == CODEC_UTF32_LE) && left >= 4) {
        c = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
        width = 4;
    } else if (decoding->codec == CODEC_UTF32_BE && left >= 4) {
        c = p[3] | (uint32_t)p[2] << 8 | (uint32_t)p[1] << 16 | (uint32_t)p[0] << 24;
        width = 4;
    }
    if (!width || !unicode_is_surrogate(c)) {
        codec_error_decode(codec_names[decoding->codec], decoding->data, decoding->size, start, end,
                           reason);
        return -1;
    }
    *next = start + width;
    return str_builder_char(&decoding->out, c);
}

// Bytes [start, end) cannot be decoded: appends what the handler wants, sets *next. 0, or -1
// raised.
static int decode_error(Decoding *decoding, size_t start, size_t end, const char *reason,
                        size_t *next)
{
    *next = end;
    switch (find_handler(decoding->errors)) {
    case HANDLER_STRICT:
        codec_error_decode(codec_names[decoding->codec], decoding->data, decoding->size, start, end,
                           reason);
        return -1;
    case HANDLER_IGNORE:
        return 0;
    case HANDLER_REPLACE:
        return str_builder_char(&decoding->out, 0xFFFD);
    case HANDLER_BACKSLASH:
        for (size_t i = start; i < end; i++) {
            char text[8];
            snprintf(text, sizeof text, "\\x%02x", decoding->data[i]);
            if (str_builder_text(&decoding->out, text) < 0)
                return -1;
        }
        return 0;
    case HANDLER_ESCAPE:
        return decode_escaped(decoding, start, end, reason, next);
    case HANDLER_PASS:
        return decode_passed(decoding, start, end, reason, next);
    case HANDLER_XML:
        error_text(&exc_type_error,
                   "don't know how to handle UnicodeDecodeError in error callback");
        return -1;
    default:
        return unknown_handler(decoding->errors);
    }
}

// ---- Decoders: each reads all of decoding->data into out; 0 / -1
// ---------------------------------

static int decode_utf8(Decoding *decoding, size_t start)
{
    const char *text = (const char *)decoding->data;
    while (start < decoding->size) {
        Utf8Scan scan;
        bool is_whole = utf8_scan(text + start, decoding->size - start, UTF8_STRICT, &scan);
        size_t valid = is_whole ? decoding->size - start : scan.error_start;
        if (valid && str_builder_utf8(&decoding->out, text + start, valid) < 0)
            return -1;
        if (is_whole)
            return 0;
        if (decode_error(decoding, start + scan.error_start, start + scan.error_end,
                         utf8_error_text(scan.error), &start) < 0)
            return -1;
    }
    return 0;
}

static int decode_ascii(Decoding *decoding)
{
    for (size_t i = 0; i < decoding->size;) {
        size_t plain = utf8_ascii_prefix((const char *)decoding->data + i, decoding->size - i);
        if (str_builder_ascii(&decoding->out, (const char *)decoding->data + i, plain) < 0)
            return -1;
        i += plain;
        if (i < decoding->size &&
            decode_error(decoding, i, i + 1, "ordinal not in range(128)", &i) < 0)
            return -1;
    }
    return 0;
}

static uint32_t read_unit(const uint8_t *p, int width, bool is_big)
{
    uint32_t unit = 0;
    for (int i = 0; i < width; i++)
        unit |= (uint32_t)p[i] << 8 * (is_big ? width - 1 - i : i);
    return unit;
}

static int decode_utf16(Decoding *decoding, size_t start, bool is_big)
{
    const uint8_t *data = decoding->data;
    size_t size = decoding->size;
    for (size_t i = start; i < size;) {
        if (size - i < 2) {
            if (decode_error(decoding, i, size, "truncated data", &i) < 0)
                return -1;
            continue;
        }
        uint32_t c = read_unit(data + i, 2, is_big), low;
        size_t step = 2;
        const char *reason = NULL;
        if (unicode_is_surrogate(c)) {
            if (c >= 0xDC00)
                reason = "illegal encoding";
            else if (size - i < 4) {
                reason = "unexpected end of data";
                step = size - i;
            } else if ((low = read_unit(data + i + 2, 2, is_big)) < 0xDC00 || low > 0xDFFF)
                reason = "illegal UTF-16 surrogate";
            else {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                step = 4;
            }
        }
        if (reason ? decode_error(decoding, i, i + step, reason, &i) < 0
                   : str_builder_char(&decoding->out, c) < 0)
            return -1;
        if (!reason)
            i += step;
    }
    return 0;
}

static int decode_utf32(Decoding *decoding, size_t start, bool is_big)
{
    for (size_t i = start; i < decoding->size;) {
        const char *reason = NULL;
        size_t step = 4;
        uint32_t c = 0;
        if (decoding->size - i < 4) {
            reason = "truncated data";
            step = decoding->size - i;
        } else {
            c = read_unit(decoding->data + i, 4, is_big);
            if (unicode_is_surrogate(c))
                reason = "code point in surrogate code point range(0xd800, 0xe000)";
            else if (c > UNICODE_MAX)
                reason = "code point not in range(0x110000)";
        }
        if (reason ? decode_error(decoding, i, i + step, reason, &i) < 0
                   : str_builder_char(&decoding->out, c) < 0)
            return -1;
        if (!reason)
            i += step;
    }
    return 0;
}

// utf-16 and utf-32 without a byte order in the name: a mark decides, little endian without one.
static int decode_marked(Decoding *decoding, int width)
{
    bool is_big = false;
    size_t start = 0;
    if (decoding->size >= (size_t)width) {
        uint32_t mark = read_unit(decoding->data, width, true);
        is_big = mark == 0xFEFF;
        if (is_big || mark == (width == 2 ? 0xFFFEu : 0xFFFE0000u))
            start = (size_t)width;
    }
    if (width == 2)
        decoding->codec = is_big ? CODEC_UTF16_BE : CODEC_UTF16_LE; // what errors name
    else
        decoding->codec = is_big ? CODEC_UTF32_BE : CODEC_UTF32_LE;
    return width == 2 ? decode_utf16(decoding, start, is_big)
                      : decode_utf32(decoding, start, is_big);
}

static int hex_value(uint8_t c)
{
    return c >= '0' && c <= '9'                 ? c - '0'
           : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                : -1;
}

// \x \u \U at data[i] (the letter): appends the character. *next behind it.
static int decode_hex_escape(Decoding *decoding, size_t i, size_t *next)
{
    uint8_t letter = decoding->data[i];
    size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8, count = 0;
    uint32_t c = 0;
    for (; count < digits && i + 1 + count < decoding->size &&
           hex_value(decoding->data[i + 1 + count]) >= 0;
         count++)
        c = c << 4 | (uint32_t)hex_value(decoding->data[i + 1 + count]);
    const char *reason = NULL;
    if (count < digits)
        reason = letter == 'x'   ? "truncated \\xXX escape"
                 : letter == 'u' ? "truncated \\uXXXX escape"
                                 : "truncated \\UXXXXXXXX escape";
    else if (c > UNICODE_MAX)
        reason = "illegal Unicode character";
    if (reason)
        return decode_error(decoding, i - 1, i + 1 + count, reason, next);
    *next = i + 1 + digits;
    return str_builder_char(&decoding->out, c);
}

static int decode_escape(Decoding *decoding, size_t i, size_t *next)
{
    static const char letters[] = "\\'\"abfnrtv", meanings[] = "\\'\"\a\b\f\n\r\t\v";
    uint8_t letter = decoding->data[i];
    const char *simple = letter ? strchr(letters, letter) : NULL;
    *next = i + 1;
    if (simple)
        return str_builder_char(&decoding->out, (uint8_t)meanings[simple - letters]);
    if (letter == '\n')
        return 0;
    if (letter >= '0' && letter <= '7') {
        uint32_t c = 0;
        size_t end = i;
        for (; end < i + 3 && end < decoding->size && decoding->data[end] >= '0' &&
               decoding->data[end] <= '7';
             end++)
            c = c * 8 + (decoding->data[end] - (uint32_t)'0');
        *next = end;
        return str_builder_char(&decoding->out, c);
    }
    if (letter == 'x' || letter == 'u' || letter == 'U')
        return decode_hex_escape(decoding, i, next);
    return str_builder_char(&decoding->out, '\\') < 0 ? -1
                                                      : str_builder_char(&decoding->out, letter);
}

static int decode_unicode_escape(Decoding *decoding, bool is_raw)
{
    const uint8_t *data = decoding->data;
    for (size_t i = 0; i < decoding->size;) {
        if (data[i] != '\\' ||
            (is_raw && (i + 1 == decoding->size || (data[i + 1] != 'u' && data[i + 1] != 'U')))) {
            if (str_builder_char(&decoding->out, data[i]) < 0)
                return -1;
            i++;
            if (is_raw && data[i - 1] == '\\' && i < decoding->size &&
                str_builder_char(&decoding->out, data[i++]) < 0)
                return -1;
            continue;
        }
        if (i + 1 == decoding->size) {
            if (decode_error(decoding, i, i + 1, "\\ at end of string", &i) < 0)
                return -1;
            continue;
        }
        if ((is_raw ? decode_hex_escape(decoding, i + 1, &i) : decode_escape(decoding, i + 1, &i)) <
            0)
            return -1;
    }
    return 0;
}

static int decode_latin1(Decoding *decoding)
{
    Object *str = str_from_latin1(decoding->data, decoding->size);
    if (!str)
        return -1;
    int result = str_builder_str(&decoding->out, str);
    decref(str);
    return result;
}

static int decode_all(Decoding *decoding)
{
    switch (decoding->codec) {
    case CODEC_ASCII:
        return decode_ascii(decoding);
    case CODEC_LATIN1:
        return decode_latin1(decoding);
    case CODEC_UTF16:
        return decode_marked(decoding, 2);
    case CODEC_UTF16_LE:
        return decode_utf16(decoding, 0, false);
    case CODEC_UTF16_BE:
        return decode_utf16(decoding, 0, true);
    case CODEC_UTF32:
        return decode_marked(decoding, 4);
    case CODEC_UTF32_LE:
        return decode_utf32(decoding, 0, false);
    case CODEC_UTF32_BE:
        return decode_utf32(decoding, 0, true);
    case CODEC_UTF8_SIG:
        return decode_utf8(
            decoding,
            decoding->size >= 3 && memcmp(decoding->data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0);
    case CODEC_UNICODE_ESCAPE:
        return decode_unicode_escape(decoding, false);
    case CODEC_RAW_UNICODE_ESCAPE:
        return decode_unicode_escape(decoding, true);
    default:
        return decode_utf8(decoding, 0);
    }
}

// ---- Encoders -----------------------------------------------------------------------------------

typedef struct Encoding {
    Object *str;
    Codec codec;
    const char *errors;
    Buffer out;
} Encoding;

static int no_memory(void)
{
    error_no_memory();
    return -1;
}

static int put_unit(Encoding *encoding, uint32_t unit, int width, bool is_big)
{
    char bytes[4];
    for (int i = 0; i < width; i++)
        bytes[i] = (char)(unit >> 8 * (is_big ? width - 1 - i : i));
    return buffer_append(&encoding->out, bytes, (size_t)width) < 0 ? no_memory() : 0;
}

// Writes a character that the codec can hold; surrogates as they are.
static int put_char(Encoding *encoding, uint32_t c)
{
    char bytes[4];
    bool is_big = encoding->codec == CODEC_UTF16_BE || encoding->codec == CODEC_UTF32_BE;
    switch (encoding->codec) {
    case CODEC_UTF16:
    case CODEC_UTF16_LE:
    case CODEC_UTF16_BE:
        if (c < 0x10000)
            return put_unit(encoding, c, 2, is_big);
        return put_unit(encoding, 0xD7C0 + (c >> 10), 2, is_big) < 0
                   ? -1
                   : put_unit(encoding, 0xDC00 + (c & 0x3FF), 2, is_big);
    case CODEC_UTF32:
    case CODEC_UTF32_LE:
    case CODEC_UTF32_BE:
        return put_unit(encoding, c, 4, is_big);
    case CODEC_UTF8:
    case CODEC_UTF8_SIG:
        return buffer_append(&encoding->out, bytes, utf8_encode(c, bytes)) < 0 ? no_memory() : 0;
    default:
        return buffer_append_byte(&encoding->out, (uint8_t)c) < 0 ? no_memory() : 0;
    }
}

static int put_text(Encoding *encoding, const char *text)
{
    for (; *text; text++)
        if (put_char(encoding, (uint8_t)*text) < 0)
            return -1;
    return 0;
}

static int encode_strict(Encoding *encoding, size_t start, size_t end, const char *reason)
{
    codec_error_encode(codec_names[encoding->codec], encoding->str, start, end, reason);
    return -1;
}

// surrogateescape and surrogatepass.
static int encode_surrogates(Encoding *encoding, size_t start, size_t end, const char *reason,
                             bool passes)
{
    for (size_t i = start; i < end; i++) {
        uint32_t c = str_char_at(encoding->str, i);
        bool fits = passes ? unicode_is_surrogate(c) && encoding->codec >= CODEC_UTF16
                           : c >= 0xDC80 && c <= 0xDCFF;
        if (passes && unicode_is_surrogate(c) && encoding->codec == CODEC_UTF8)
            fits = true;
        if (!fits)
            return encode_strict(encoding, start, end, reason);
        if (passes ? put_char(encoding, c) < 0
                   : buffer_append_byte(&encoding->out, (uint8_t)(c - 0xDC00)) < 0)
            return passes ? -1 : no_memory();
    }
    return 0;
}

// Characters [start, end) cannot be encoded.
static int encode_error(Encoding *encoding, size_t start, size_t end, const char *reason)
{
    Handler handler = find_handler(encoding->errors);
    switch (handler) {
    case HANDLER_STRICT:
        return encode_strict(encoding, start, end, reason);
    case HANDLER_IGNORE:
        return 0;
    case HANDLER_ESCAPE:
        return encode_surrogates(encoding, start, end, reason, false);
    case HANDLER_PASS:
        return encode_surrogates(encoding, start, end, reason, true);
    case HANDLER_UNKNOWN:
        return unknown_handler(encoding->errors);
    default:
        break;
    }
    for (size_t i = start; i < end; i++) {
        char text[16];
        uint32_t c = str_char_at(encoding->str, i);
        if (handler == HANDLER_REPLACE)
            strcpy(text, "?");
        else if (handler == HANDLER_XML)
            snprintf(text, sizeof text, "&#%u;", c);
        else
            snprintf(text, sizeof text,
                     c < 0x100     ? "\\x%02x"
                     : c < 0x10000 ? "\\u%04x"
                                   : "\\U%08x",
                     c);
        if (put_text(encoding, text) < 0)
            return -1;
    }
    return 0;
}

static bool can_encode(Codec codec, uint32_t c)
{
    return codec == CODEC_ASCII    ? c < 0x80
           : codec == CODEC_LATIN1 ? c < 0x100
                                   : !unicode_is_surrogate(c);
}

static int encode_all(Encoding *encoding)
{
    Object *str = encoding->str;
    size_t length = str_length(str);
    const char *reason = encoding->codec == CODEC_ASCII    ? "ordinal not in range(128)"
                         : encoding->codec == CODEC_LATIN1 ? "ordinal not in range(256)"
                                                           : "surrogates not allowed";
    if (encoding->codec == CODEC_UTF16 || encoding->codec == CODEC_UTF32 ||
        encoding->codec == CODEC_UTF8_SIG)
        if (put_char(encoding, 0xFEFF) < 0)
            return -1;
    bool is_plain = str_kind(str) == 0 && (encoding->codec == CODEC_LATIN1 ||
                                           (str_is_ascii(str) && encoding->codec <= CODEC_LATIN1));
    if (is_plain)
        return buffer_append(&encoding->out, STR(str)->data, length) < 0 ? no_memory() : 0;
    for (size_t i = 0; i < length;) {
        if (can_encode(encoding->codec, str_char_at(str, i))) {
            if (put_char(encoding, str_char_at(str, i++)) < 0)
                return -1;
            continue;
        }
        size_t end = i + 1;
        bool joins = encoding->codec < CODEC_UTF16 ||
                     encoding->codec == CODEC_UTF8_SIG; // one error for a run
        while (joins && end < length && !can_encode(encoding->codec, str_char_at(str, end)))
            end++;
        if (encode_error(encoding, i, end, reason) < 0)
            return -1;
        i = end;
    }
    return 0;
}

static int encode_escapes(Encoding *encoding, bool is_raw)
{
    for (size_t i = 0, length = str_length(encoding->str); i < length; i++) {
        uint32_t c = str_char_at(encoding->str, i);
        char text[16];
        if (is_raw ? c < 0x100 : c >= ' ' && c < 0x7F && c != '\\')
            snprintf(text, sizeof text, "%c", (int)c);
        else if (!is_raw && (c == '\n' || c == '\r' || c == '\t' || c == '\\'))
            snprintf(text, sizeof text, "\\%c",
                     c == '\n'   ? 'n'
                     : c == '\r' ? 'r'
                     : c == '\t' ? 't'
                                 : '\\');
        else
            snprintf(text, sizeof text,
                     c < 0x100     ? "\\x%02x"
                     : c < 0x10000 ? "\\u%04x"
                                   : "\\U%08x",
                     c);
        if ((text[0] ? buffer_append_text(&encoding->out, text)
                     : buffer_append_byte(&encoding->out, 0)) < 0)
            return no_memory();
    }
    return 0;
}

// ---- The cache of UTF-8 forms
// --------------------------------------------------------------------- Open addressing by the
// str's address, closed up on removal; the strs' flag says who is in.

typedef struct CacheEntry {
    Object *str; // borrowed: str_dealloc calls codec_forget_utf8
    char *text;  // NUL-ended
    size_t size;
} CacheEntry;

static struct {
    CacheEntry *entries;
    size_t mask, count;
} cache;

static size_t cache_home(const Object *str, size_t mask)
{
    return ((uintptr_t)str >> 4) * 0x9E3779B97F4A7C15u >> 20 & mask;
}

static CacheEntry *cache_find(const Object *str)
{
    size_t index = cache_home(str, cache.mask);
    while (cache.entries[index].str && cache.entries[index].str != str)
        index = (index + 1) & cache.mask;
    return &cache.entries[index];
}

static int cache_make_room(void)
{
    size_t old_capacity = cache.entries ? cache.mask + 1 : 0;
    if ((cache.count + 1) * 2 <= old_capacity)
        return 0;
    size_t capacity = old_capacity ? old_capacity * 2 : 16;
    CacheEntry *entries = memory_alloc(capacity * sizeof *entries, MEMORY_RAW);
    if (!entries)
        return no_memory();
    memset(entries, 0, capacity * sizeof *entries);
    CacheEntry *old = cache.entries;
    cache.entries = entries;
    cache.mask = capacity - 1;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].str)
            *cache_find(old[i].str) = old[i];
    memory_free(old, old_capacity * sizeof *old);
    return 0;
}

void codec_forget_utf8(Object *str)
{
    str->flags &= (uint16_t)~FLAG_STR_HAS_UTF8;
    if (!cache.entries)
        return;
    CacheEntry *found = cache_find(str);
    if (!found->str)
        return;
    memory_free(found->text, found->size + 1);
    cache.count--;
    size_t gap = (size_t)(found - cache.entries);
    for (size_t next = (gap + 1) & cache.mask; cache.entries[next].str;
         next = (next + 1) & cache.mask) {
        size_t home = cache_home(cache.entries[next].str, cache.mask);
        if (((next - home) & cache.mask) >= ((next - gap) & cache.mask)) {
            cache.entries[gap] = cache.entries[next];
            gap = next;
        }
    }
    cache.entries[gap] = (CacheEntry){.str = NULL};
}

void codec_stop(void)
{
    for (size_t i = 0; cache.entries && i <= cache.mask; i++)
        if (cache.entries[i].str) {
            cache.entries[i].str->flags &= (uint16_t)~FLAG_STR_HAS_UTF8;
            memory_free(cache.entries[i].text, cache.entries[i].size + 1);
        }
    if (cache.entries)
        memory_free(cache.entries, (cache.mask + 1) * sizeof *cache.entries);
    cache.entries = NULL;
    cache.count = cache.mask = 0;
}

// Bytes of the UTF-8 form; -1 with UnicodeEncodeError for surrogates.
static int64_t measure_utf8(Object *str)
{
    size_t size = 0, length = str_length(str);
    int kind = str_kind(str);
    const void *data = STR(str)->data;
    if (kind == 0) {
        for (size_t i = 0; i < length; i++)
            size += ((const uint8_t *)data)[i] >> 7;
        return (int64_t)(length + size);
    }
    if (kind == 1) {
        bool has_surrogate = false;
        for (size_t i = 0; i < length; i++) {
            uint32_t c = ((const uint16_t *)data)[i];
            size += 1u + (c >= 0x80) + (c >= 0x800);
            has_surrogate |= unicode_is_surrogate(c);
        }
        if (likely(!has_surrogate))
            return (int64_t)size;
        size = 0;
    }
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_read(data, kind, i);
        if (unlikely(unicode_is_surrogate(c))) {
            size_t end = i + 1;
            while (end < length && unicode_is_surrogate(str_char_at(str, end)))
                end++;
            codec_error_encode("utf-8", str, i, end, "surrogates not allowed");
            return -1;
        }
        size += utf8_length(c);
    }
    return (int64_t)size;
}

static void write_utf8(Object *str, char *to)
{
    const void *data = STR(str)->data;
    size_t length = str_length(str);
#define WRITE_LOOP(type)                             \
    for (size_t i = 0; i < length; i++) {            \
        uint32_t c = ((const type *)data)[i];        \
        if (c < 0x80) {                              \
            *to++ = (char)c;                         \
        } else if (c < 0x800) {                      \
            *to++ = (char)(0xC0 | c >> 6);           \
            *to++ = (char)(0x80 | (c & 0x3F));       \
        } else if (c < 0x10000) {                    \
            *to++ = (char)(0xE0 | c >> 12);          \
            *to++ = (char)(0x80 | (c >> 6 & 0x3F));  \
            *to++ = (char)(0x80 | (c & 0x3F));       \
        } else {                                     \
            to += utf8_encode(c, to);                \
        }                                            \
    }
    switch (str_kind(str)) {
    case 0: WRITE_LOOP(uint8_t) break;
    case 1: WRITE_LOOP(uint16_t) break;
    default: WRITE_LOOP(uint32_t)
    }
#undef WRITE_LOOP
}

const char *str_utf8(Object *str, size_t *byte_size)
{
    if (likely(str_is_ascii(str))) {
        if (byte_size)
            *byte_size = str_length(str);
        return (const char *)STR(str)->data;
    }
    if (!(str->flags & FLAG_STR_HAS_UTF8)) {
        int64_t size = measure_utf8(str);
        if (size < 0)
            return NULL;
        char *text = memory_alloc((size_t)size + 1, MEMORY_RAW);
        if (!text)
            return error_no_memory();
        if (cache_make_room() < 0) {
            memory_free(text, (size_t)size + 1);
            return NULL;
        }
        write_utf8(str, text);
        text[size] = 0;
        *cache_find(str) = (CacheEntry){.str = str, .text = text, .size = (size_t)size};
        cache.count++;
        str->flags |= FLAG_STR_HAS_UTF8;
    }
    const CacheEntry *entry = cache_find(str);
    if (byte_size)
        *byte_size = entry->size;
    return entry->text;
}

Object *str_encode_utf8(Object *str)
{
    if (str_is_ascii(str))
        return bytes_new((const char *)STR(str)->data, str_length(str));
    int64_t size = measure_utf8(str);
    Object *bytes = size < 0 ? NULL : bytes_new(NULL, (size_t)size);
    if (bytes)
        write_utf8(str, (char *)((BytesObject *)bytes)->data);
    return bytes;
}

// ---- Doors --------------------------------------------------------------------------------------

static Codec find_codec(const char *encoding)
{
    static const struct {
        const char *name;
        Codec codec;
    } aliases[] = {
        {"utf8", CODEC_UTF8},
        {"u8", CODEC_UTF8},
        {"utf", CODEC_UTF8},
        {"cp65001", CODEC_UTF8},
        {"ascii", CODEC_ASCII},
        {"usascii", CODEC_ASCII},
        {"646", CODEC_ASCII},
        {"latin1", CODEC_LATIN1},
        {"latin", CODEC_LATIN1},
        {"iso88591", CODEC_LATIN1},
        {"8859", CODEC_LATIN1},
        {"cp819", CODEC_LATIN1},
        {"l1", CODEC_LATIN1},
        {"utf16", CODEC_UTF16},
        {"u16", CODEC_UTF16},
        {"utf16le", CODEC_UTF16_LE},
        {"utf16be", CODEC_UTF16_BE},
        {"utf32", CODEC_UTF32},
        {"u32", CODEC_UTF32},
        {"utf32le", CODEC_UTF32_LE},
        {"utf32be", CODEC_UTF32_BE},
        {"utf8sig", CODEC_UTF8_SIG},
        {"unicodeescape", CODEC_UNICODE_ESCAPE},
        {"rawunicodeescape", CODEC_RAW_UNICODE_ESCAPE},
    };
    char plain[24]; // lower case, without separators
    size_t length = 0;
    if (!encoding)
        return CODEC_UTF8;
    for (; *encoding; encoding++) {
        if (*encoding == '-' || *encoding == '_' || *encoding == ' ')
            continue;
        if (length == sizeof plain - 1)
            return CODEC_UNKNOWN;
        plain[length++] = (char)(*encoding >= 'A' && *encoding <= 'Z' ? *encoding | 32 : *encoding);
    }
    plain[length] = 0;
    for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
        if (strcmp(aliases[i].name, plain) == 0)
            return aliases[i].codec;
    return CODEC_UNKNOWN;
}

bool codec_is_utf8(const char *encoding)
{
    return find_codec(encoding) == CODEC_UTF8;
}

static Codec require_codec(const char *encoding)
{
    Codec codec = find_codec(encoding);
    if (codec == CODEC_UNKNOWN)
        error_format(&exc_lookup_error, "unknown encoding: %s", encoding);
    return codec;
}

Object *bytes_decode(const uint8_t *data, size_t size, const char *encoding, const char *errors)
{
    if (size == 0)
        return OBJECT(str_empty); // CPython asks for no codec then
    Decoding decoding = {
        .data = data, .size = size, .codec = require_codec(encoding), .errors = errors};
    if (decoding.codec == CODEC_UNKNOWN)
        return NULL;
    if (decoding.codec == CODEC_UTF8 && find_handler(errors) == HANDLER_STRICT)
        return str_from_utf8((const char *)data, size);
    if (decoding.codec == CODEC_LATIN1)
        return str_from_latin1(data, size);
    str_builder_init(&decoding.out);
    if (decode_all(&decoding) < 0) {
        str_builder_free(&decoding.out);
        return NULL;
    }
    return str_builder_finish(&decoding.out);
}

Object *str_encode(Object *str, const char *encoding, const char *errors)
{
    Encoding work = {.str = str, .codec = require_codec(encoding), .errors = errors};
    if (work.codec == CODEC_UNKNOWN)
        return NULL;
    if (work.codec == CODEC_UTF8 && find_handler(errors) == HANDLER_STRICT)
        return str_encode_utf8(str);
    if (str_is_ascii(str) && work.codec <= CODEC_LATIN1)
        return bytes_new((const char *)STR(str)->data, str_length(str));
    buffer_init(&work.out);
    bool escapes = work.codec == CODEC_UNICODE_ESCAPE || work.codec == CODEC_RAW_UNICODE_ESCAPE;
    int result =
        escapes ? encode_escapes(&work, work.codec == CODEC_RAW_UNICODE_ESCAPE) : encode_all(&work);
    Object *bytes =
        result < 0 ? NULL : bytes_new(work.out.data ? work.out.data : "", work.out.size);
    buffer_free(&work.out);
    return bytes;
}

void codec_visit_blocks(BlockVisitor visit, void *context)
{
    if (cache.entries)
        visit(cache.entries, (cache.mask + 1) * sizeof *cache.entries, context);
    for (size_t i = 0; cache.entries && i <= cache.mask; i++)
        if (cache.entries[i].str)
            visit(cache.entries[i].text, cache.entries[i].size + 1, context);
}
