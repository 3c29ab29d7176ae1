// Tokens of a program with NEWLINE, INDENT and DEDENT.
#ifndef ADDER_COMPILER_SYNTAX_LAYOUT_H
#define ADDER_COMPILER_SYNTAX_LAYOUT_H

#include "compiler/syntax/lexer.h"

// Makes the next token. 0, or -1 with lexer->fault set; then every further call fails the same way.
// Behind ENDMARKER comes ENDMARKER again.
int layout_next(Lexer *lexer, Token *token);
// Whether nothing but blank lines and comments follows the cursor.
bool layout_at_end(const Lexer *lexer);

#endif
