// What CPython 3.11 (Unicode 14.0) knows about characters. All functions take any value up to
// 0x10FFFF and cannot fail.
#ifndef ADDER_RUNTIME_TEXT_UNICODE_H
#define ADDER_RUNTIME_TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

enum { // scripts/make_unicode.py knows the order
    UNICODE_ALPHA = 1 << 0,
    UNICODE_DECIMAL = 1 << 1,
    UNICODE_DIGIT = 1 << 2,
    UNICODE_NUMERIC = 1 << 3,
    UNICODE_LOWER = 1 << 4,
    UNICODE_UPPER = 1 << 5,
    UNICODE_TITLE = 1 << 6,
    UNICODE_CASED = 1 << 7,
    UNICODE_CASE_IGNORABLE = 1 << 8,
    UNICODE_SPACE = 1 << 9,
    UNICODE_PRINTABLE = 1 << 10,
    UNICODE_XID_START = 1 << 11,
    UNICODE_XID_CONTINUE = 1 << 12,
    UNICODE_SPECIAL_CASE = 1 << 13, // full case mapping is in the table of special cases
    UNICODE_ALNUM = UNICODE_ALPHA | UNICODE_DECIMAL | UNICODE_DIGIT | UNICODE_NUMERIC,
};

extern const uint16_t unicode_latin1_flags[256];
uint32_t unicode_flags_wide(uint32_t c);
static inline uint32_t unicode_flags(uint32_t c)
{
    return c < 256 ? unicode_latin1_flags[c] : unicode_flags_wide(c);
}
static inline bool unicode_is_alpha(uint32_t c)
{
    return unicode_flags(c) & UNICODE_ALPHA;
}
static inline bool unicode_is_decimal(uint32_t c)
{
    return unicode_flags(c) & UNICODE_DECIMAL;
}
static inline bool unicode_is_digit(uint32_t c)
{
    return unicode_flags(c) & UNICODE_DIGIT;
}
static inline bool unicode_is_numeric(uint32_t c)
{
    return unicode_flags(c) & UNICODE_NUMERIC;
}
static inline bool unicode_is_alnum(uint32_t c)
{
    return unicode_flags(c) & UNICODE_ALNUM;
}
static inline bool unicode_is_lower(uint32_t c)
{
    return unicode_flags(c) & UNICODE_LOWER;
}
static inline bool unicode_is_upper(uint32_t c)
{
    return unicode_flags(c) & UNICODE_UPPER;
}
static inline bool unicode_is_title(uint32_t c)
{
    return unicode_flags(c) & UNICODE_TITLE;
}
static inline bool unicode_is_space(uint32_t c)
{
    return unicode_flags(c) & UNICODE_SPACE;
}
static inline bool unicode_is_printable(uint32_t c)
{
    return unicode_flags(c) & UNICODE_PRINTABLE;
}
static inline bool unicode_is_xid_start(uint32_t c)
{
    return unicode_flags(c) & UNICODE_XID_START;
}
static inline bool unicode_is_xid_continue(uint32_t c)
{
    return unicode_flags(c) & UNICODE_XID_CONTINUE;
}
// Ends a line for str.splitlines.
static inline bool unicode_is_line_break(uint32_t c)
{
    return c < 0x80 ? (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E)
                    : c == 0x85 || c == 0x2028 || c == 0x2029;
}
// 0..9, or -1.
int unicode_decimal_value(uint32_t c);
// Full mappings: write 1 to 3 characters and return their number. Without the final-sigma rule.
int unicode_to_upper(uint32_t c, uint32_t out[3]);
int unicode_to_title(uint32_t c, uint32_t out[3]);
int unicode_to_lower(uint32_t c, uint32_t out[3]);
int unicode_to_fold(uint32_t c, uint32_t out[3]);

#endif
