// Source text as the scanner wants it: valid UTF-8, '\n' line ends, NUL behind the last byte.
#ifndef ADDER_COMPILER_SYNTAX_SOURCE_H
#define ADDER_COMPILER_SYNTAX_SOURCE_H

#include "compiler/syntax/parse.h"

// Decodes `text` into tree->text and fills tree->lines. 0, or -1 with SyntaxError or MemoryError.
int source_load(Tree *tree, const char *text, size_t byte_size, ParseMode mode, unsigned flags);

#endif
