// Names beyond ASCII.
#ifndef ADDER_COMPILER_SYNTAX_UNICODE_NAME_H
#define ADDER_COMPILER_SYNTAX_UNICODE_NAME_H

#include <stddef.h>
#include <stdint.h>

typedef enum NameVerdict {
    NAME_OK,
    NAME_INVALID,  // a character that no name holds at this place
    NAME_UNSTABLE, // NFKC normalisation, which CPython applies, would or might change the name
} NameVerdict;

// Judges a name of valid UTF-8. If it is invalid sets *character to the one at fault and
// *end_offset to the byte offset behind it.
NameVerdict unicode_name_check(const char *text, size_t byte_size, uint32_t *character,
                               size_t *end_offset);

#endif
