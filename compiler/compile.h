// The only door of the compiler: text or tree to code object.
#ifndef ADDER_COMPILER_COMPILE_H
#define ADDER_COMPILER_COMPILE_H

#include "compiler/syntax/ast.h"
#include "runtime/program/code.h"

typedef enum CompileMode {
    COMPILE_FILE,   // statements: a module, or the text of exec()
    COMPILE_EVAL,   // one expression, whose value the code returns
    COMPILE_SINGLE, // one interactive statement: values of expressions go to sys.displayhook
} CompileMode;

enum {
    COMPILE_FUTURE_ANNOTATIONS = 1, // as if `from __future__ import annotations` stood at the start
    // PARSE_* flags of compiler/syntax/parse.h, shifted: what the parser needs to know of the text
    COMPILE_PARSE_SHIFT = 8,
    COMPILE_FROM_FILE = 8 << COMPILE_PARSE_SHIFT, // PARSE_FROM_FILE
    COMPILE_BY_LINES = 32 << COMPILE_PARSE_SHIFT, // PARSE_BY_LINES
    COMPILE_FROM_STR = 4 << COMPILE_PARSE_SHIFT,  // PARSE_FROM_STR
};

// Receives a SyntaxWarning (or, `syntax_warning` false, a DeprecationWarning) about a line of the text
// that is being compiled. 0, or -1 with an exception set, which ends the compilation.
typedef int (*CompileWarning)(bool syntax_warning, Object *message, Object *filename, int lineno);
// Sends all warnings to `receiver`; NULL: nowhere.
void compile_set_warning(CompileWarning receiver);

// Code object of `byte_size` bytes of source (UTF-8 or with a coding cookie, not NUL-ended) named
// `filename` (a str). NULL with SyntaxError, ValueError, RecursionError or MemoryError set.
CodeObject *compile_text(const char *text, size_t byte_size, Object *filename, CompileMode mode,
                         unsigned flags);
// The same from a parsed tree, which stays the caller's (and is changed by constant folding).
CodeObject *compile_tree(Tree *tree, unsigned flags);

#endif
