// Values of number and string tokens.
#ifndef ADDER_COMPILER_SYNTAX_LITERAL_H
#define ADDER_COMPILER_SYNTAX_LITERAL_H

#include "compiler/syntax/parser.h"

// All return NULL with an exception set on failure. Objects are owned by the tree.
Object *literal_number(Parser *p, const Token *token);
// The node for adjacent string tokens: Constant or JoinedStr.
Node *literal_strings(Parser *p, const Token *tokens, size_t count);

// For fstring.c. A new str from the inside of a literal, escapes decoded unless raw.
Object *literal_text(Parser *p, const Token *token, const char *text, size_t size, bool is_raw);
// Raises "(unicode error) ..." or "(value error) ..." for the current exception, if it is such.
void literal_decode_problem(Parser *p);
// DeprecationWarning "invalid escape sequence '\c'". 0 or -1.
int literal_warn_escape(Parser *p, const Token *token, const char *escape);

// fstring.c: pieces of a literal under construction. `text` is the str that waits to become a
// Constant, or NULL; `parts` the nodes so far.
typedef struct StringParts {
    Parser *p;
    const Token *first; // the whole run of tokens gives all nodes their place
    const Token *last;
    Object *text; // owned
    NodeSeq parts;
    bool is_format;
} StringParts;

// Appends a str (stolen, may be NULL: fails). 0 or -1.
int string_parts_add_steal(StringParts *parts, Object *text);
// Turns the waiting text into a Constant. 0 or -1.
int string_parts_flush(StringParts *parts);
// The node, or NULL. The parts are used up in any case.
Node *string_parts_finish(StringParts *parts);
// Parses the inside of one f-string token.
int fstring_parse(StringParts *parts, const Token *token, const char *text, const char *end,
                  bool is_raw);

#endif
