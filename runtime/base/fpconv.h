// double <-> text, exactly as CPython 3.11 writes and reads floats.
#ifndef ADDER_RUNTIME_BASE_FPCONV_H
#define ADDER_RUNTIME_BASE_FPCONV_H

#include <stddef.h>
#include <stdint.h>

#define FPCONV_SHORTEST_SIZE 32 // room for any repr(float) with its NUL

enum {
    FPCONV_SIGN = 1,     // '+' before what is not negative (nan included)
    FPCONV_DOT_0 = 2,    // ".0" behind what looks like an int
    FPCONV_ALT = 4,      // '#': keep the point, and the zeros of 'g'
    FPCONV_NO_NEG_0 = 8, // 'z': no sign before a zero that came from rounding or was negative
};

// repr(value): the shortest digits that read back as the value, closest to it among those. Writes a
// NUL too and returns the length without it.
size_t fpconv_shortest(double value, char *out);

// The shortest digits alone, without point or trailing zeros; value finite and not 0, its sign
// ignored. value = 0.DIGITS * 10^*point. Returns the number of digits (1 to 17), no NUL.
size_t fpconv_digits(double value, char *digits, int *point);

// Text of a value with format code 'e', 'f', 'g' (or 'E', 'F', 'G': upper case) and a precision
// >= 0, correctly rounded; 'r' (precision ignored) gives the shortest digits, with an exponent
// where repr has one, and ".0" only under FPCONV_DOT_0. Writes a NUL too and returns the length
// without it. If that is capacity or more, `out` is useless: call again with one byte more than the
// length (which may be up to 2 too large then). 0: out of memory.
size_t fpconv_format(double value, char code, int precision, uint32_t flags, char *out,
                     size_t capacity);

// Reads a Python float at `text`: sign, then digits with point and exponent, or inf, infinity, nan
// in any case; no blanks, no underscores, no hex. Returns the first character behind it, or NULL if
// there is none. Too large gives inf, too small 0. The byte at `end` must be readable and must not
// continue a number (the NUL behind a string will do).
const char *fpconv_parse(const char *text, const char *end, double *value);

#endif
