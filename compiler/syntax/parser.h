// What the parts of a running parse share: scanner, tokens kept for diagnosis, the tree.
#ifndef ADDER_COMPILER_SYNTAX_PARSER_H
#define ADDER_COMPILER_SYNTAX_PARSER_H

#include "compiler/syntax/layout.h"

#define NAME_CACHE_SIZE 128

typedef struct CachedName {
    const char *text;
    size_t size;
    Object *name; // owned by the tree
} CachedName;

// A parse of one text: a program, or the expression of an f-string (then `outer` is set).
// tokens[0..token_count) are those from the start of the last but one top-level statement on.
// At most one of `is_rejected` (the grammar or a builder refuses the tokens) and `has_failed` (an
// exception is set) ends a parse; a builder called later must do nothing.
typedef struct Parser {
    Tree *tree;
    Lexer lexer;
    ParseMode mode;
    unsigned flags; // PARSE_*
    int start_kind; // TOK_START_*
    bool is_rejected;
    bool has_failed;
    bool is_settled;     // no later fault of the scanner may replace the exception
    bool has_read;       // PARSE_SINGLE: a token was read since the last implied NEWLINE
    int open_item_count; // `expr as target` in parentheses that no `with` has claimed yet
    Token *tokens;
    size_t token_count;
    size_t token_capacity;
    size_t statement_start; // of the current top-level statement
    size_t seen_count;      // diagnosis: tokens[0..seen_count) were looked at; 0: all of them were
    Node *piece;            // what TOK_START_PIECE made
    struct Parser *outer;
    CachedName *names; // NAME_CACHE_SIZE of them, shared with inner parsers
} Parser;

// A parser over a text that stays where it is. 0 or -1 with MemoryError.
int parser_init(Parser *parser, Tree *tree, const char *text, size_t byte_size, int start_kind,
                unsigned flags);
void parser_free(Parser *parser);
// Parses everything. 0, or -1 with an exception set.
int parser_run(Parser *parser);
// Token number `index`, read from the scanner if need be (index <= token_count). NULL with an
// exception set when the scanner fails. Valid until the next call.
const Token *parser_token(Parser *parser, size_t index);
// Parses tokens[start..end) alone as an expression list; NULL if that fails (no
// exception) or memory is out (MemoryError).
Node *parser_parse_range(Parser *parser, size_t start, size_t end);
// The name of a NAME token, interned and owned by the tree; NULL with MemoryError.
Object *parser_name(Parser *parser, const char *text, size_t size);

// For grammar.y.
void parser_reject(Parser *parser);
void parser_fail_memory(Parser *parser);
void *parser_stack_alloc(size_t byte_size);
void *parser_stack_realloc(void *block, size_t byte_size);
void parser_stack_free(void *block);

#endif
