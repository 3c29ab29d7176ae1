// Finds the words for tokens that the grammar refused.
#ifndef ADDER_COMPILER_SYNTAX_DIAGNOSE_H
#define ADDER_COMPILER_SYNTAX_DIAGNOSE_H

#include "compiler/syntax/parser.h"

// Sets the SyntaxError (or IndentationError, MemoryError) for a rejected parse. Always -1.
int diagnose(Parser *parser);

#endif
