// Decoding stops where CPython stops: an error spans the longest prefix of a valid character.
// Read decode_multibyte first.
#include "runtime/base/utf8.h"

#include <string.h>

#include "runtime/base/bits.h"

#define HIGH_BITS 0x8080808080808080u

const char *utf8_error_text(Utf8Error error)
{
    static const char *const texts[] = {
        [UTF8_OK] = "",
        [UTF8_INVALID_START] = "invalid start byte",
        [UTF8_INVALID_CONTINUATION] = "invalid continuation byte",
        [UTF8_UNEXPECTED_END] = "unexpected end of data",
    };
    return texts[error];
}

static inline bool is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

// Whether the second byte keeps the character in its range: no overlong form, no surrogate (unless
// a whole one is allowed), nothing beyond U+10FFFF.
static inline bool is_second_byte(const uint8_t *text, size_t available, uint32_t flags)
{
    uint8_t second = text[1];
    if (!is_continuation(second))
        return false;
    switch (text[0]) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0 ||
               (flags & UTF8_SURROGATES && available >= 3 && is_continuation(text[2]));
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

static size_t decode_multibyte(const uint8_t *text, size_t available, uint32_t flags,
                               uint32_t *character, Utf8Error *error, size_t *error_size)
{
    uint8_t first = text[0];
    size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    *error_size = 1;
    if (first < 0xC2 || first > 0xF4) {
        *error = UTF8_INVALID_START;
        return 0;
    }
    uint32_t value = first & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++) {
        if (i >= available) {
            *error = UTF8_UNEXPECTED_END;
            *error_size = available;
            return 0;
        }
        if (i == 1 ? !is_second_byte(text, available, flags) : !is_continuation(text[i])) {
            *error = UTF8_INVALID_CONTINUATION;
            *error_size = i;
            return 0;
        }
        value = value << 6 | (text[i] & 0x3F);
    }
    *character = value;
    return length;
}

size_t utf8_decode(const char *text, const char *end, uint32_t flags, uint32_t *character,
                   Utf8Error *error, size_t *error_size)
{
    uint8_t first = (uint8_t)*text;
    if (first < 0x80) {
        *character = first;
        return 1;
    }
    return decode_multibyte((const uint8_t *)text, (size_t)(end - text), flags, character, error,
                            error_size);
}

size_t utf8_decode_valid(const char *text, uint32_t *character)
{
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t first = bytes[0];
    if (first < 0x80) {
        *character = first;
        return 1;
    }
    if (first < 0xE0) {
        *character = (first & 0x1F) << 6 | (bytes[1] & 0x3F);
        return 2;
    }
    if (first < 0xF0) {
        *character = (first & 0xF) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3F);
        return 3;
    }
    *character =
        (first & 7) << 18 | (bytes[1] & 0x3Fu) << 12 | (bytes[2] & 0x3Fu) << 6 | (bytes[3] & 0x3F);
    return 4;
}

size_t utf8_encode(uint32_t character, char *out)
{
    if (character < 0x80) {
        out[0] = (char)character;
        return 1;
    }
    size_t length = utf8_length(character);
    for (size_t i = length - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (character & 0x3F));
        character >>= 6;
    }
    out[0] = (char)(0xF00u >> length | character); // 2: C0, 3: E0, 4: F0 in the low byte
    return length;
}

size_t utf8_ascii_prefix(const char *text, size_t byte_size)
{
    size_t i = 0;
    uint64_t word;
    for (; i + sizeof word <= byte_size; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        word &= HIGH_BITS;
        if (word)
            return i + trailing_zeros(word) / 8;
    }
    while (i < byte_size && (uint8_t)text[i] < 0x80)
        i++;
    return i;
}

bool utf8_scan(const char *text, size_t byte_size, uint32_t flags, Utf8Scan *scan)
{
    const char *next = text, *end = text + byte_size;
    *scan = (Utf8Scan){.widest = 0x7F};
    for (;;) {
        size_t ascii_count = utf8_ascii_prefix(next, (size_t)(end - next));
        scan->char_count += ascii_count;
        next += ascii_count;
        while (next < end && (uint8_t)*next >= 0x80) {
            uint32_t character;
            size_t error_size;
            size_t length = decode_multibyte((const uint8_t *)next, (size_t)(end - next), flags,
                                             &character, &scan->error, &error_size);
            if (length == 0) {
                scan->error_start = (size_t)(next - text);
                scan->error_end = scan->error_start + error_size;
                return false;
            }
            uint32_t bound = character < 0x100 ? 0xFF : character < 0x10000 ? 0xFFFF : UNICODE_MAX;
            if (bound > scan->widest)
                scan->widest = bound;
            scan->char_count++;
            next += length;
        }
        if (next == end)
            return true;
    }
}

size_t utf8_count(const char *text, size_t byte_size)
{
    size_t i = 0, continuation_count = 0;
    uint64_t word;
    for (; i + sizeof word <= byte_size; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        continuation_count += bit_count(word & ~(word << 1) & HIGH_BITS); // 10xxxxxx
    }
    for (; i < byte_size; i++)
        continuation_count += is_continuation((uint8_t)text[i]);
    return byte_size - continuation_count;
}
