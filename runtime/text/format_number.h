// Format specifications and padded numbers: what format.c and format_percent.c share.
#ifndef ADDER_RUNTIME_TEXT_FORMAT_NUMBER_H
#define ADDER_RUNTIME_TEXT_FORMAT_NUMBER_H

#include "runtime/text/str.h"

// [[fill]align][sign][z][#][0][width][grouping][.precision][type]
typedef struct FormatSpec {
    uint32_t fill;
    uint32_t align;           // '<', '>', '=', '^'
    uint32_t sign;            // 0, '+', '-', ' '
    uint32_t separator;       // 0, ',', '_'
    uint32_t type;            // 0: none given
    bool alternate;           // '#'
    bool no_negative_0;       // 'z'
    int64_t width, precision; // -1: none
} FormatSpec;

// Reads a specification for `object` (named in errors). 0, or -1 with ValueError.
int format_parse_spec(Object *spec, Object *object, uint32_t default_type, uint32_t default_align,
                      FormatSpec *out);
// Unsigned integer at *position; 1 and *value, 0 if there are no digits, -1 too large (ValueError).
int format_read_integer(Object *text, size_t *position, size_t end, int64_t *value);
// Text of a double by type code ('r' for repr's digits); ASCII in out (capacity bytes on the stack)
// or in a new raw block. *text and *length; format_free_text releases. 0 / -1.
typedef struct FloatText {
    char inline_text[128];
    char *text;
    size_t length, block_size; // block_size 0: inline
} FloatText;
int format_float_text(double value, char code, int64_t precision, uint32_t flags, FloatText *out);
void format_float_free(FloatText *text);

#endif
