// Tokens, and the scanner that makes them. Callers use layout_next (layout.h).
#ifndef ADDER_COMPILER_SYNTAX_LEXER_H
#define ADDER_COMPILER_SYNTAX_LEXER_H

#include "compiler/syntax/parse.h"
#include "runtime/type.h"

#define BRACKET_DEPTH_MAX 200 // CPython's MAXLEVEL
#define INDENT_DEPTH_MAX 100  // CPython's MAXINDENT
#define TOK_END 0             // what lemon takes as the end of the input
#define TOK_ERROR (-1)        // the scanner failed: see Lexer.fault

typedef struct Token {
    int kind;  // TOK_*, from grammar.h
    int level; // open brackets once the token was read
    int lineno;
    int col_offset; // bytes; -1: INDENT, DEDENT, ENDMARKER have no place of their own
    int end_lineno;
    int end_col_offset;
    int cursor_col; // bytes from the start of the scanner's line to where it stood afterwards
    uint32_t size;  // bytes of text
    const char *start;
} Token;

// Why the scanner stopped. CPython raises the first kind at once, and the others only when the
// parser asks for the token; that decides which of two errors a text is told.
typedef enum FaultKind {
    FAULT_NONE,
    FAULT_RAISED, // an error with a message: LexerFault has it all
    FAULT_EOF,    // the text ends inside brackets or behind a backslash
    FAULT_DEDENT,
    FAULT_TABS,
    FAULT_TOO_DEEP,
    FAULT_LINE_CONTINUATION,
    FAULT_EXCEPTION, // an exception is already set (a warning that was turned into an error)
} FaultKind;

typedef struct LexerFault {
    FaultKind kind;
    int lineno;
    int offset; // characters from 1
    int end_offset;
    const char *line; // start of the line that is shown
    char message[200];
} LexerFault;

typedef struct Bracket {
    char character;
    int lineno;
    int col_offset;
} Bracket;

typedef struct Lexer {
    Tree *tree;       // for file name and hooks; the text need not be tree->text
    const char *text; // NUL-ended
    const char *end;
    const char *cursor;
    const char *line_start; // of the line that the cursor is in
    int lineno;             // of that line; 0 before the first
    int first_lineno;       // f-strings: number of the text's first line
    int first_col;          // f-strings: column of the text's first byte
    bool at_line_start;     // the next token needs its indentation measured
    bool hit_end;           // the scanner looked beyond the last byte
    bool quiet;             // no warnings: the text is scanned once more for its errors
    bool is_nested;         // the expression of an f-string
    int pending;            // INDENTs (> 0) or DEDENTs (< 0) still to hand out
    int level;              // open brackets
    int indent;             // index of the innermost indentation
    Bracket brackets[BRACKET_DEPTH_MAX];
    int columns[INDENT_DEPTH_MAX];     // with tabs to multiples of 8
    int alt_columns[INDENT_DEPTH_MAX]; // with tabs of 1
    LexerFault fault;
} Lexer;

void lexer_init(Lexer *lexer, Tree *tree, const char *text, size_t byte_size);
// Scans one token at the cursor, which stands on no blank, no comment, no newline and not on the
// end. Returns its kind and leaves the cursor behind it, or TOK_ERROR with fault set.
int lexer_scan(Lexer *lexer);
// Enters the line that the cursor stands at the start of, unless the text ends here.
void lexer_enter_line(Lexer *lexer);

// Sets a FAULT_RAISED at the character before the cursor and returns TOK_ERROR.
int lexer_fail(Lexer *lexer, const char *format, ...) __attribute__((format(printf, 2, 3)));
// The same for characters from..to (from 1) of the cursor's line.
int lexer_fail_range(Lexer *lexer, int from, int to, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
// SyntaxWarning about the token being scanned; false: it became an error.
bool lexer_warn(Lexer *lexer, const char *text);

// numeral.c: the cursor stands on a digit, or on a point before a digit.
int numeral_scan(Lexer *lexer);

// Name of a token for people: TOK_NAME -> "NAME".
const char *token_kind_name(int kind);

#endif
