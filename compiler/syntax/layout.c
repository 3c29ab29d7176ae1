// Layout: turns lines and their indentation into NEWLINE, INDENT and DEDENT, joins lines inside
// brackets and behind backslashes, checks that brackets match. Read layout_next first.
//
// columns[0..indent] holds the open indentations, strictly growing; alt_columns the same lines
// measured with tabs of one column: where the two disagree about the order of two lines, tabs and
// spaces are mixed inconsistently. A new line's indentation is measured when its first token is
// asked for.
#include "compiler/syntax/layout.h"

#include "compiler/syntax/grammar.h"

#define TAB_SIZE 8

static int fail(Lexer *lexer, FaultKind kind)
{
    lexer->fault.kind = kind;
    lexer->fault.lineno = lexer->lineno;
    lexer->fault.line = lexer->line_start;
    return -1;
}

// Skips a backslash at the cursor and the newline that must follow.
static int skip_continuation(Lexer *lexer)
{
    lexer->cursor++;
    if (*lexer->cursor != '\n') {
        if (lexer->cursor < lexer->end)
            lexer->cursor++;
        else
            lexer->hit_end = true;
        return fail(lexer, FAULT_LINE_CONTINUATION);
    }
    lexer->cursor++;
    lexer_enter_line(lexer);
    return lexer->cursor >= lexer->end ? fail(lexer, FAULT_EOF) : 0;
}

static int fail_line(Lexer *lexer, FaultKind kind)
{
    fail(lexer, kind);
    while (*lexer->cursor && *lexer->cursor++ != '\n')
        continue;
    return -1;
}

static int open_indent(Lexer *lexer, int column, int alt_column)
{
    if (lexer->indent + 1 >= INDENT_DEPTH_MAX)
        return fail_line(lexer, FAULT_TOO_DEEP);
    if (alt_column <= lexer->alt_columns[lexer->indent])
        return fail_line(lexer, FAULT_TABS);
    lexer->pending++;
    lexer->indent++;
    lexer->columns[lexer->indent] = column;
    lexer->alt_columns[lexer->indent] = alt_column;
    return 0;
}

static int close_indents(Lexer *lexer, int column)
{
    while (lexer->indent > 0 && column < lexer->columns[lexer->indent]) {
        lexer->pending--;
        lexer->indent--;
    }
    return column == lexer->columns[lexer->indent] ? 0 : fail_line(lexer, FAULT_DEDENT);
}

// Measures the indentation at the start of a line and sets `pending`. *is_blank: the line has no
// code, and what it is indented by does not matter.
static int measure_line(Lexer *lexer, bool *is_blank)
{
    int column = 0, alt_column = 0, first_column = 0;
    lexer->at_line_start = false;
    lexer_enter_line(lexer);
    for (;; lexer->cursor++) {
        char c = *lexer->cursor;
        if (c == ' ') {
            column++, alt_column++;
        } else if (c == '\t') {
            column = (column / TAB_SIZE + 1) * TAB_SIZE;
            alt_column++;
        } else if (c == '\f') {
            column = alt_column = 0;
        } else if (c == '\\') {
            // indentation cannot go on behind a backslash: what stood before the first one counts
            if (!first_column)
                first_column = column;
            if (skip_continuation(lexer) < 0)
                return -1;
            lexer->cursor--;
        } else {
            break;
        }
    }
    *is_blank = *lexer->cursor == '#' || *lexer->cursor == '\n';
    if (*is_blank || lexer->level > 0)
        return 0;
    if (first_column)
        column = alt_column = first_column;
    if (column > lexer->columns[lexer->indent])
        return open_indent(lexer, column, alt_column);
    if (column < lexer->columns[lexer->indent] && close_indents(lexer, column) < 0)
        return -1;
    return alt_column == lexer->alt_columns[lexer->indent] ? 0 : fail_line(lexer, FAULT_TABS);
}

static int open_bracket(Lexer *lexer, const char *start)
{
    if (lexer->level >= BRACKET_DEPTH_MAX)
        return lexer_fail(lexer, "too many nested parentheses");
    lexer->brackets[lexer->level++] =
        (Bracket){*start, lexer->lineno, (int)(start - lexer->line_start)};
    return 0;
}

static int close_bracket(Lexer *lexer, char closing)
{
    if (lexer->is_nested && lexer->level == 0)
        return lexer_fail(lexer, "f-string: unmatched '%c'", closing);
    if (!lexer->level)
        return lexer_fail(lexer, "unmatched '%c'", closing);
    Bracket open = lexer->brackets[--lexer->level];
    if (closing == (open.character == '(' ? ')' : open.character == '[' ? ']' : '}'))
        return 0;
    if (open.lineno != lexer->lineno)
        return lexer_fail(lexer,
                          "closing parenthesis '%c' does not match opening parenthesis "
                          "'%c' on line %d",
                          closing, open.character, open.lineno);
    return lexer_fail(lexer, "closing parenthesis '%c' does not match opening parenthesis '%c'",
                      closing, open.character);
}

// Brackets are counted for the token just scanned.
static int count_bracket(Lexer *lexer, int kind, const char *start)
{
    switch (kind) {
    case TOK_LPAR:
    case TOK_LSQB:
    case TOK_LBRACE:
        return open_bracket(lexer, start);
    case TOK_RPAR:
    case TOK_RSQB:
    case TOK_RBRACE:
        return close_bracket(lexer, *start);
    default:
        return 0;
    }
}

// A token without text of its own.
static int finish_bare(Lexer *lexer, Token *token, int kind)
{
    token->kind = kind;
    token->level = lexer->level;
    token->lineno = token->end_lineno = lexer->lineno;
    token->col_offset = token->end_col_offset = -1;
    token->cursor_col = (int)(lexer->cursor - lexer->line_start);
    token->start = lexer->cursor;
    token->size = 0;
    return 0;
}

static int finish(Lexer *lexer, Token *token, int kind, const char *start, const char *end)
{
    bool is_first = lexer->lineno == lexer->first_lineno;
    int shift = is_first ? lexer->first_col : 0;
    token->kind = kind;
    token->level = lexer->level;
    token->end_lineno = lexer->lineno;
    token->end_col_offset = (int)(end - lexer->line_start) + shift;
    token->cursor_col = (int)(lexer->cursor - lexer->line_start);
    token->start = start;
    token->size = (uint32_t)(end - start);
    if (start >= lexer->line_start) {
        token->lineno = lexer->lineno;
        token->col_offset = (int)(start - lexer->line_start) + shift;
    }
    return 0;
}

// Skips blanks and a comment. Returns where the token (or comment) starts.
static const char *skip_blanks(Lexer *lexer)
{
    while (*lexer->cursor == ' ' || *lexer->cursor == '\t' || *lexer->cursor == '\f')
        lexer->cursor++;
    const char *start = lexer->cursor;
    if (*start == '#') {
        while (*lexer->cursor && *lexer->cursor != '\n')
            lexer->cursor++;
    }
    return start;
}

static int scan_token(Lexer *lexer, Token *token)
{
    const char *start = lexer->cursor;
    token->lineno = lexer->lineno;
    token->col_offset = (int)(start - lexer->line_start); // stays if the token ends in another line
    int kind = lexer_scan(lexer);
    if (kind == TOK_ERROR || count_bracket(lexer, kind, start) < 0)
        return -1;
    return finish(lexer, token, kind, start, lexer->cursor);
}

int layout_next(Lexer *lexer, Token *token)
{
    if (lexer->fault.kind != FAULT_NONE)
        return -1;
    for (;;) {
        bool is_blank = false;
        if (lexer->at_line_start && measure_line(lexer, &is_blank) < 0)
            return -1;
        if (lexer->pending) {
            bool is_dedent = lexer->pending < 0;
            lexer->pending += is_dedent ? 1 : -1;
            return finish_bare(lexer, token, is_dedent ? TOK_DEDENT : TOK_INDENT);
        }
        const char *start = skip_blanks(lexer);
        if (lexer->cursor >= lexer->end) {
            lexer->hit_end = true;
            return lexer->level ? fail(lexer, FAULT_EOF) : finish_bare(lexer, token, TOK_ENDMARKER);
        }
        if (*lexer->cursor == '\\') {
            if (skip_continuation(lexer) < 0)
                return -1;
        } else if (*lexer->cursor == '\n') {
            const char *end = lexer->cursor++;
            bool is_token = !is_blank && lexer->level == 0;
            if (is_token)
                finish(lexer, token, TOK_NEWLINE, start, end);
            lexer->at_line_start = true;
            if (is_token)
                return 0;
        } else {
            return scan_token(lexer, token);
        }
    }
}

bool layout_at_end(const Lexer *lexer)
{
    for (const char *c = lexer->cursor; *c; c++) {
        if (*c == '#') {
            while (c[1] && c[1] != '\n')
                c++;
        } else if (*c != ' ' && *c != '\t' && *c != '\n' && *c != '\f') {
            return false;
        }
    }
    return true;
}
