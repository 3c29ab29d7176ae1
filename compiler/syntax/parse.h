// The door of compiler/syntax: text to tree.
#ifndef ADDER_COMPILER_SYNTAX_PARSE_H
#define ADDER_COMPILER_SYNTAX_PARSE_H

#include "compiler/syntax/ast.h"

typedef enum ParseMode {
    PARSE_FILE,   // statements -> Module
    PARSE_EVAL,   // one expression -> Expression
    PARSE_SINGLE, // one interactive statement -> Interactive
} ParseMode;

enum {
    PARSE_INCOMPLETE_INPUT = 1,  // an error at the end of the text is "incomplete input"
    PARSE_DONT_IMPLY_DEDENT = 2, // PARSE_SINGLE: a block needs its final newline
    PARSE_FROM_STR = 4,          // the text was a str: UTF-8 whatever a coding cookie says
    PARSE_FROM_FILE = 8, // the text was read from a file: errors show its lines
    PARSE_BY_LINES = 32, // CPython's tokenizer reads this file itself: errors as it words them (main script)
    PARSE_KNOWN_ENCODING = 16, // set by source_load in tree->flags: str, byte order mark or cookie
};

typedef enum ParseStatus {
    PARSE_COMPLETE,   // can be run as it is
    PARSE_INCOMPLETE, // an open bracket, string, block or a trailing backslash: ask for more
    PARSE_WRONG,      // an error that more input cannot mend
    PARSE_FAILED,     // memory ran out: an exception is set
} ParseStatus;

// What the compiler tells the layers above it; each member may stay NULL.
typedef struct SyntaxHooks {
    // A DeprecationWarning (`syntax_warning` false) or SyntaxWarning (true) for a line. 0, or -1
    // with an exception set, which ends the parse.
    int (*warning)(bool syntax_warning, Object *message, Object *filename, int lineno);
} SyntaxHooks;
extern SyntaxHooks syntax_hooks;

// Parses `text` into `tree`, which the caller has not initialised and must tree_free() in both
// cases. `filename` is a str. Returns 0, or -1 with SyntaxError (or ValueError, MemoryError) set.
int parse_text(Tree *tree, const char *text, size_t byte_size, Object *filename, ParseMode mode,
               unsigned flags);

// What a prompt does with the lines read so far, by the rules of CPython's codeop.
ParseStatus parse_is_complete(const char *text);

// One line a token (position, name, text) as a new str, for --tokens; NULL on error.
Object *parse_token_dump(const char *text, size_t byte_size, Object *filename, unsigned flags);

#endif
