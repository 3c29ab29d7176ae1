// UTF-8: decoding with the positions and reasons of CPython's UnicodeDecodeError, encoding, and
// scans that tell how wide a str must be.
//
// Surrogates (U+D800..U+DFFF) are no characters of UTF-8: strict decoding refuses them at their
// first byte, as CPython does. UTF8_SURROGATES lets them pass (error handler 'surrogatepass').
#ifndef ADDER_RUNTIME_BASE_UTF8_H
#define ADDER_RUNTIME_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum Utf8Error {
    UTF8_OK,
    UTF8_INVALID_START,        // "invalid start byte"
    UTF8_INVALID_CONTINUATION, // "invalid continuation byte"
    UTF8_UNEXPECTED_END,       // "unexpected end of data"
} Utf8Error;

enum { UTF8_STRICT = 0, UTF8_SURROGATES = 1 }; // flags

#define UTF8_LENGTH_MAX 4 // bytes of one character
#define UNICODE_MAX 0x10FFFFu

// The reason in CPython's words.
const char *utf8_error_text(Utf8Error error);

// Decodes the character at `text` (text < end). Returns its length in bytes and sets *character.
// On an error returns 0 and sets *error and *error_size, the number of bytes that the error spans
// (1 to 3; UnicodeDecodeError's end - start).
size_t utf8_decode(const char *text, const char *end, uint32_t flags, uint32_t *character,
                   Utf8Error *error, size_t *error_size);
// The same without checks, for text that is known to be valid.
size_t utf8_decode_valid(const char *text, uint32_t *character);

// Writes 1 to 4 bytes and returns their number. Surrogates are written as 3 bytes.
size_t utf8_encode(uint32_t character, char *out);

static inline size_t utf8_length(uint32_t character)
{
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
}

static inline bool unicode_is_surrogate(uint32_t character)
{
    return (character & 0xFFFFF800u) == 0xD800u;
}

// What a str needs to know before it decodes.
typedef struct Utf8Scan {
    size_t char_count;  // characters before the error, or in all
    uint32_t widest;    // an upper bound with the right width: 0x7F, 0xFF, 0xFFFF or 0x10FFFF
    Utf8Error error;    // UTF8_OK: all is valid
    size_t error_start; // byte offsets of the error
    size_t error_end;
} Utf8Scan;

// Scans the whole text or up to the first error. Returns whether there was none.
bool utf8_scan(const char *text, size_t byte_size, uint32_t flags, Utf8Scan *scan);
// Number of leading ASCII bytes.
size_t utf8_ascii_prefix(const char *text, size_t byte_size);
// Characters of valid text.
size_t utf8_count(const char *text, size_t byte_size);

#endif
