// Raising syntax errors: which line is shown, and columns in characters. Read raise_range first.
//
// The attributes of the exception are CPython 3.11's: offset and end_offset count characters from
// 1; 0 means "no column".
#include "compiler/syntax/syntax_error.h"

#include <stdarg.h>
#include <string.h>

#include "compiler/syntax/grammar.h"
#include "runtime/base/utf8.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

// Start of line `lineno` of the scanner's text.
static const char *find_line(const Lexer *lexer, int lineno)
{
    const char *line = lexer->text;
    for (int i = lexer->first_lineno; i < lineno; i++) {
        const char *newline = strchr(line, '\n');
        if (!newline || newline + 1 > lexer->end)
            break;
        line = newline + 1;
    }
    return line;
}

// The line in which the text begins that CPython's tokenizer holds while it is in line `lineno`:
// the first line of a string that ends in it, or the line that a backslash joins it to.
static int held_lineno(const Parser *parser, int lineno)
{
    const Lexer *lexer = &parser->lexer;
    size_t i = parser->seen_count ? parser->seen_count : parser->token_count;
    for (;;) {
        const char *line = find_line(lexer, lineno);
        bool is_continued = line - lexer->text >= 2 && line[-2] == '\\';
        if (is_continued) { // but not where only the indentation was continued
            const char *previous = find_line(lexer, lineno - 1);
            is_continued = previous + strspn(previous, " \t\f") < line - 2;
        }
        while (i > 0 && parser->tokens[i - 1].end_lineno == lineno &&
               parser->tokens[i - 1].lineno >= lineno)
            i--;
        if (i > 0 && parser->tokens[i - 1].end_lineno == lineno)
            lineno = parser->tokens[i - 1].lineno; // a string that began further up
        else if (is_continued)
            lineno--;
        else
            return lineno;
    }
}

// The text shown with an error in line `lineno`. While CPython's tokenizer is still in that line it
// shows all that it holds, with the newline; for text from a file always the line with its newline.
static Object *shown_line(const Parser *parser, int lineno)
{
    const Lexer *lexer = &parser->lexer;
    size_t seen = parser->seen_count;
    int current = seen ? parser->tokens[seen - 1].end_lineno : lexer->lineno;
    bool is_file = parser->flags & PARSE_FROM_FILE && !parser->outer;
    bool is_current = current <= lineno && !is_file;
    const char *line = find_line(lexer, is_current ? current : lineno);
    const char *end = strchr(line, '\n');
    if (is_current)
        line = find_line(lexer, held_lineno(parser, current));
    bool with_newline = is_current || is_file;
    size_t size = end ? (size_t)(end - line) + with_newline : strlen(line);
    return bytes_decode((const uint8_t *)line, size, "utf-8", "replace");
}

// Byte offset (from 1) in a line -> character offset, as CPython counts it: it leaves bytes where no
// encoding was declared, and in f-strings.
static int to_characters(const Parser *parser, Object *line, int offset)
{
    if (parser->outer || !(parser->tree->flags & PARSE_KNOWN_ENCODING))
        return offset;
    int byte_offset = 0, count = 0;
    for (size_t i = 0, length = str_length(line); i < length && byte_offset < offset; i++, count++)
        byte_offset += (int)utf8_length(str_char_at(line, i));
    return byte_offset < offset ? count + 1 : count; // behind the last one
}

static int raise_message(Parser *parser, TypeObject *type, TextRange range, Object *message)
{
    Object *line = shown_line(parser, range.lineno);
    if (!line)
        return -1;
    const Lexer *lexer = &parser->lexer;
    int shift = range.lineno == lexer->first_lineno ? lexer->first_col : 0;
    int offset = range.col_offset < 0 ? 0 : to_characters(parser, line, range.col_offset - shift + 1);
    int end = range.end_col_offset < 0 ? range.end_col_offset + 1
                                       : to_characters(parser, line, range.end_col_offset - shift + 1);
    error_set_syntax(type, message, parser->tree->filename, range.lineno, offset, line,
                     range.end_lineno, end);
    decref(line);
    return -1;
}

static int raise_range(Parser *parser, TypeObject *type, TextRange range, const char *format,
                       va_list list)
{
    parser->has_failed = true;
    Object *message = str_format_list(format, list);
    if (message && parser->outer)
        ref_set_steal(&message, str_format("f-string: %U", message));
    if (message)
        raise_message(parser, type, range, message);
    xdecref(message);
    return -1;
}

int syntax_error_range(Parser *parser, TypeObject *type, TextRange range, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    raise_range(parser, type, range, format, list);
    va_end(list);
    return -1;
}

int syntax_error_token(Parser *parser, const Token *token, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    raise_range(parser, &exc_syntax_error, range_of_token(token), format, list);
    va_end(list);
    return -1;
}

int syntax_error_last(Parser *parser, TypeObject *type, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    TextRange range = {1, 0, 1, 0};
    size_t seen = parser->seen_count ? parser->seen_count : parser->token_count;
    if (seen) {
        const Token *token = &parser->tokens[seen - 1];
        range = range_of_token(token);
        if (range.col_offset < 0) {
            // the token has no place of its own: where the scanner stands; one that reads lines stands
            // before a line that is not there
            bool is_behind = parser->flags & PARSE_BY_LINES && token->start >= parser->lexer.end;
            range.col_offset = is_behind ? -1 : token->cursor_col - 1;
            range.end_col_offset = -2;
        }
    }
    raise_range(parser, type, range, format, list);
    va_end(list);
    return -1;
}

int syntax_error_unclosed(Parser *parser)
{
    const Lexer *lexer = &parser->lexer;
    Bracket open = lexer->brackets[lexer->level - 1];
    TextRange range = {open.lineno, open.col_offset, open.lineno, -1};
    parser->seen_count = 0; // the scanner has gone on
    return syntax_error_range(parser, &exc_syntax_error, range, "'%c' was never closed",
                              open.character);
}

// An error that the scanner worded itself.
static int raise_fault(Parser *parser)
{
    const LexerFault *fault = &parser->lexer.fault;
    parser->has_failed = true;
    size_t size = strcspn(fault->line, "\n");
    Object *line = bytes_decode((const uint8_t *)fault->line, size, "utf-8", "replace");
    Object *message = str_from_text(fault->message);
    if (line && message)
        error_set_syntax(&exc_syntax_error, message, parser->tree->filename, fault->lineno,
                         fault->offset, line, fault->lineno, fault->end_offset);
    xdecref(line);
    xdecref(message);
    return -1;
}

int syntax_error_fault(Parser *parser)
{
    const Lexer *lexer = &parser->lexer;
    int cursor_col = (int)(lexer->cursor - lexer->line_start);
    TextRange range = {lexer->fault.lineno, 0, lexer->fault.lineno, -1};
    switch (lexer->fault.kind) {
    case FAULT_NONE:
        UNREACHABLE();
    case FAULT_EXCEPTION:
        break;
    case FAULT_RAISED:
        return raise_fault(parser);
    case FAULT_EOF:
        if (lexer->level)
            return syntax_error_unclosed(parser);
        range.col_offset = cursor_col - 1;
        range.end_col_offset = -2;
        return syntax_error_range(parser, &exc_syntax_error, range, "unexpected EOF while parsing");
    case FAULT_DEDENT:
        range.col_offset = cursor_col - 1;
        range.end_col_offset = -2;
        return syntax_error_range(parser, &exc_indentation_error, range,
                                  "unindent does not match any outer indentation level");
    case FAULT_TABS:
        return syntax_error_range(parser, &exc_tab_error, range,
                                  "inconsistent use of tabs and spaces in indentation");
    case FAULT_TOO_DEEP:
        return syntax_error_range(parser, &exc_indentation_error, range,
                                  "too many levels of indentation");
    case FAULT_LINE_CONTINUATION:
        range.col_offset = cursor_col - 1;
        return syntax_error_range(parser, &exc_syntax_error, range,
                                  "unexpected character after line continuation character");
    }
    parser->has_failed = true;
    return -1;
}
