// The scanner: one token at a time. Layout (lines, indentation, brackets) is layout.c's, number
// literals are numeral.c's. Read lexer_scan first.
//
// A rule names a token and leaves. NUL is the end of the text; there is no refill. Positions are
// kept as CPython's tokenizer keeps them: a line is entered when its first byte is read, so at the
// end of the text the last line is still the current one.
#include "compiler/syntax/lexer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "compiler/syntax/grammar.h"
#include "compiler/syntax/unicode_name.h"
#include "runtime/base/utf8.h"
#include "runtime/model/error.h"
#include "runtime/text/str.h"
#include "runtime/text/unicode.h"

void lexer_init(Lexer *lexer, Tree *tree, const char *text, size_t byte_size)
{
    memset(lexer, 0, offsetof(Lexer, brackets));
    lexer->fault.kind = FAULT_NONE;
    lexer->tree = tree;
    lexer->text = lexer->cursor = lexer->line_start = text;
    lexer->end = text + byte_size;
    lexer->at_line_start = true;
    lexer->first_lineno = 1;
    lexer->columns[0] = lexer->alt_columns[0] = 0;
}

void lexer_enter_line(Lexer *lexer)
{
    if (lexer->cursor < lexer->end) {
        lexer->lineno = lexer->lineno ? lexer->lineno + 1 : lexer->first_lineno;
        lexer->line_start = lexer->cursor;
    } else {
        lexer->hit_end = true;
    }
}

// ---- Errors -------------------------------------------------------------------------------------

// Characters in bytes that may end inside one.
static int count_chars(const char *text, const char *end)
{
    int count = 0;
    for (; text < end; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

static int fail_list(Lexer *lexer, int from, int to, const char *format, va_list list)
{
    LexerFault *fault = &lexer->fault;
    fault->kind = FAULT_RAISED;
    fault->lineno = lexer->lineno;
    fault->line = lexer->line_start;
    fault->offset = from;
    fault->end_offset = to;
    vsnprintf(fault->message, sizeof fault->message, format, list);
    return TOK_ERROR;
}

int lexer_fail(Lexer *lexer, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int column = count_chars(lexer->line_start, lexer->cursor);
    fail_list(lexer, column, column, format, list);
    va_end(list);
    return TOK_ERROR;
}

int lexer_fail_range(Lexer *lexer, int from, int to, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    fail_list(lexer, from, to, format, list);
    va_end(list);
    return TOK_ERROR;
}

bool lexer_warn(Lexer *lexer, const char *text)
{
    if (lexer->quiet || !syntax_hooks.warning)
        return true;
    Object *message = str_from_text(text);
    Object *filename = lexer->tree->filename;
    bool is_ok = message && syntax_hooks.warning(true, message, filename, lexer->lineno) == 0;
    xdecref(message);
    if (!is_ok)
        lexer->fault.kind = FAULT_EXCEPTION;
    return is_ok;
}

// ---- Strings ------------------------------------------------------------------------------------

// The text ended, or a line of a one-line string: the error stands at the opening quote's prefix.
static int fail_unterminated(Lexer *lexer, const char *start, const char *start_line, int lineno,
                             bool is_triple)
{
    int detected = lexer->lineno;
    if (*lexer->cursor == 0)
        lexer->hit_end = true;
    lexer->cursor = start + 1;
    lexer->line_start = start_line;
    lexer->lineno = lineno;
    return lexer_fail(lexer, "unterminated %sstring literal (detected at line %d)",
                      is_triple ? "triple-quoted " : "", detected);
}

// The cursor stands behind the first quote of a token that begins at `start`.
static int scan_string(Lexer *lexer, const char *start)
{
    const char *line = lexer->line_start;
    int lineno = lexer->lineno;
    const char *c = lexer->cursor;
    char quote = c[-1];
    bool is_triple = c[0] == quote && c[1] == quote;
    c += is_triple ? 2 : 0;
    for (;;) {
        lexer->cursor = c;
        if (*c == 0 || (*c == '\n' && !is_triple))
            return fail_unterminated(lexer, start, line, lineno, is_triple);
        if (*c == '\\' && c[1])
            c++;
        else if (*c == quote && (!is_triple || (c[1] == quote && c[2] == quote)))
            break;
        if (*c++ == '\n') {
            lexer->cursor = c;
            lexer_enter_line(lexer);
        }
    }
    lexer->cursor = c + (is_triple ? 3 : 1);
    return TOK_STRING;
}

// ---- Names --------------------------------------------------------------------------------------

// A name with bytes beyond ASCII, from `start` to the cursor.
static int check_name(Lexer *lexer, const char *start)
{
    size_t size = (size_t)(lexer->cursor - start), end_offset = 0;
    Utf8Scan scan;
    if (!utf8_scan(start, size, UTF8_STRICT, &scan)) {
        lexer->cursor = start + scan.error_start + 1;
        return lexer_fail(lexer, "(unicode error) 'utf-8' codec can't decode byte 0x%02x in "
                          "position %zu: %s", (unsigned char)start[scan.error_start],
                          scan.error_start, utf8_error_text(scan.error));
    }
    uint32_t character = 0;
    switch (unicode_name_check(start, size, &character, &end_offset)) {
    case NAME_OK:
        return TOK_NAME;
    case NAME_UNSTABLE:
        return lexer_fail(lexer, "identifier that NFKC normalization would change is not "
                          "supported by Adder");
    case NAME_INVALID:
        break;
    }
    lexer->cursor = start + end_offset;
    if (!unicode_is_printable(character))
        return lexer_fail(lexer, "invalid non-printable character U+%04X", (unsigned)character);
    int length = (int)utf8_length(character);
    return lexer_fail(lexer, "invalid character '%.*s' (U+%04X)", length, lexer->cursor - length,
                      (unsigned)character);
}

static int fail_character(Lexer *lexer, const char *start)
{
    unsigned char c = (unsigned char)*start;
    if (c < ' ' || c == 0x7F)
        return lexer_fail(lexer, "invalid non-printable character U+%04X", c);
    return TOK_UNKNOWN;
}

// ---- The scanner --------------------------------------------------------------------------------

static int scan(Lexer *lexer)
{
    const char *start = lexer->cursor;
    const char *marker = NULL;
#define TAKE(kind) do { return TOK_##kind; } while (0)
    /*!re2c
        re2c:define:YYCTYPE = "unsigned char";
        re2c:define:YYCURSOR = lexer->cursor;
        re2c:define:YYPEEK = "(unsigned char)*lexer->cursor";
        re2c:define:YYMARKER = marker;
        re2c:yyfill:enable = 0;
        re2c:flags:input = default;

        ascii = [A-Za-z0-9_];
        prefix = [bB][rR]? | [rR][bB]? | [uU] | [fF][rR]? | [rR][fF]?;

        prefix? ['"]        { return scan_string(lexer, start); }
        "."? [0-9]          { lexer->cursor = start; return numeral_scan(lexer); }

        "False"     { TAKE(FALSE); }    "None"      { TAKE(NONE); }    "True"   { TAKE(TRUE); }
        "and"       { TAKE(AND); }      "as"        { TAKE(AS); }      "assert" { TAKE(ASSERT); }
        "async"     { TAKE(ASYNC); }    "await"     { TAKE(AWAIT); }   "break"  { TAKE(BREAK); }
        "class"     { TAKE(CLASS); }    "continue"  { TAKE(CONTINUE); }
        "def"       { TAKE(DEF); }      "del"       { TAKE(DEL); }     "elif"   { TAKE(ELIF); }
        "else"      { TAKE(ELSE); }     "except"    { TAKE(EXCEPT); }
        "finally"   { TAKE(FINALLY); }  "for"       { TAKE(FOR); }     "from"   { TAKE(FROM); }
        "global"    { TAKE(GLOBAL); }   "if"        { TAKE(IF); }      "import" { TAKE(IMPORT); }
        "in"        { TAKE(IN); }       "is"        { TAKE(IS); }      "lambda" { TAKE(LAMBDA); }
        "nonlocal"  { TAKE(NONLOCAL); } "not"       { TAKE(NOT); }     "or"     { TAKE(OR); }
        "pass"      { TAKE(PASS); }     "raise"     { TAKE(RAISE); }   "return" { TAKE(RETURN); }
        "try"       { TAKE(TRY); }      "while"     { TAKE(WHILE); }   "with"   { TAKE(WITH); }
        "yield"     { TAKE(YIELD); }

        [A-Za-z_] ascii*                            { TAKE(NAME); }
        [A-Za-z_\x80-\xFF] [A-Za-z0-9_\x80-\xFF]*   { return check_name(lexer, start); }

        "("   { TAKE(LPAR); }      ")"   { TAKE(RPAR); }      "["   { TAKE(LSQB); }
        "]"   { TAKE(RSQB); }      "{"   { TAKE(LBRACE); }    "}"   { TAKE(RBRACE); }
        ":"   { TAKE(COLON); }     ","   { TAKE(COMMA); }     ";"   { TAKE(SEMI); }
        "."   { TAKE(DOT); }       "..." { TAKE(ELLIPSIS); }  "->"  { TAKE(RARROW); }
        ":="  { TAKE(COLONEQUAL); }
        "+"   { TAKE(PLUS); }      "-"   { TAKE(MINUS); }     "*"   { TAKE(STAR); }
        "/"   { TAKE(SLASH); }     "//"  { TAKE(DOUBLESLASH); }
        "%"   { TAKE(PERCENT); }   "@"   { TAKE(AT); }        "**"  { TAKE(DOUBLESTAR); }
        "|"   { TAKE(VBAR); }      "&"   { TAKE(AMPER); }     "^"   { TAKE(CIRCUMFLEX); }
        "~"   { TAKE(TILDE); }     "<<"  { TAKE(LEFTSHIFT); } ">>"  { TAKE(RIGHTSHIFT); }
        "<"   { TAKE(LESS); }      ">"   { TAKE(GREATER); }   "=="  { TAKE(EQEQUAL); }
        "!="  { TAKE(NOTEQUAL); }  "<="  { TAKE(LESSEQUAL); } ">="  { TAKE(GREATEREQUAL); }
        "<>"  { TAKE(LESSGREATER); }
        "="   { TAKE(EQUAL); }
        "+="  { TAKE(PLUSEQUAL); }       "-="  { TAKE(MINEQUAL); }    "*="  { TAKE(STAREQUAL); }
        "/="  { TAKE(SLASHEQUAL); }      "//=" { TAKE(DOUBLESLASHEQUAL); }
        "%="  { TAKE(PERCENTEQUAL); }    "@="  { TAKE(ATEQUAL); }
        "**=" { TAKE(DOUBLESTAREQUAL); } "|="  { TAKE(VBAREQUAL); }   "&="  { TAKE(AMPEREQUAL); }
        "^="  { TAKE(CIRCUMFLEXEQUAL); } "<<=" { TAKE(LEFTSHIFTEQUAL); }
        ">>=" { TAKE(RIGHTSHIFTEQUAL); }
        *     { return fail_character(lexer, start); }
    */
#undef TAKE
}

int lexer_scan(Lexer *lexer)
{
    int kind = scan(lexer);
    if (*lexer->cursor == 0 && lexer->cursor >= lexer->end)
        lexer->hit_end = true; // all tokens look one byte ahead
    return kind;
}

// In the order of the %token lines of grammar.y.
static const char *const kind_names[] = {
#define TOKEN(NAME, text) [TOK_##NAME] = #NAME,
#include "compiler/syntax/token.def"
#undef TOKEN
};

const char *token_kind_name(int kind)
{
    bool is_known = kind > 0 && (size_t)kind < sizeof kind_names / sizeof *kind_names;
    return is_known && kind_names[kind] ? kind_names[kind] : kind == TOK_END ? "END" : "ERROR";
}
