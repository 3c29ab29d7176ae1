// Raising SyntaxError and its kin at a place of the text. All return -1, with the exception set.
#ifndef ADDER_COMPILER_SYNTAX_SYNTAX_ERROR_H
#define ADDER_COMPILER_SYNTAX_SYNTAX_ERROR_H

#include "compiler/syntax/parser.h"
#include "runtime/model/error.h"

// A range of the text in byte columns, as nodes and tokens have it. -1 as a column: none.
typedef struct TextRange {
    int lineno;
    int col_offset;
    int end_lineno;
    int end_col_offset;
} TextRange;

// At a range. `format` as error_format has it.
int syntax_error_range(Parser *parser, TypeObject *type, TextRange range, const char *format, ...);
// At the last token that was read, where CPython puts what it has no better place for.
int syntax_error_last(Parser *parser, TypeObject *type, const char *format, ...);
int syntax_error_token(Parser *parser, const Token *token, const char *format, ...);
// What the scanner's fault says.
int syntax_error_fault(Parser *parser);
// "'(' was never closed" for the innermost open bracket.
int syntax_error_unclosed(Parser *parser);

static inline TextRange range_of_token(const Token *token)
{
    return (TextRange){token->lineno, token->col_offset, token->end_lineno, token->end_col_offset};
}

static inline TextRange range_of_node(const Node *node)
{
    return (TextRange){node->lineno, node->col_offset, node->end_lineno, node->end_col_offset};
}

#endif
