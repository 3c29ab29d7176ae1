// Scanning of number literals, with CPython's errors. The value is made by literal.c.
//
// The functions return the byte behind what they scanned (not taken), or -1 with the fault set.
// Read numeral_scan first.
#include "compiler/syntax/grammar.h"
#include "compiler/syntax/lexer.h"

#include <stdio.h>
#include <string.h>

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

static bool is_hex_digit(int c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static bool is_name_char(int c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c >= 0x80;
}

static int peek(const Lexer *lexer)
{
    return (unsigned char)*lexer->cursor;
}

static int step(Lexer *lexer)
{
    lexer->cursor++;
    return peek(lexer);
}

// What follows a number must not look like a part of it; a keyword is let through with a warning.
static bool check_end(Lexer *lexer, const char *kind)
{
    static const char *const keywords[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    int c = peek(lexer);
    if (!is_name_char(c))
        return true;
    char text[60];
    snprintf(text, sizeof text, "invalid %s literal", kind);
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strncmp(lexer->cursor, keywords[i], strlen(keywords[i])) == 0)
            return lexer_warn(lexer, text);
    }
    lexer_fail(lexer, "%s", text);
    return false;
}

// Digits with single underscores between them; the cursor stands on a digit.
static int scan_digits(Lexer *lexer)
{
    for (;;) {
        int c = peek(lexer);
        while (is_digit(c))
            c = step(lexer);
        if (c != '_')
            return c;
        if (!is_digit(step(lexer))) {
            lexer_fail(lexer, "invalid decimal literal");
            return -1;
        }
    }
}

static int fail_digit(Lexer *lexer, const char *kind)
{
    int c = peek(lexer);
    lexer->cursor++;
    return lexer_fail(lexer, "invalid digit '%c' in %s literal", c, kind);
}

// 0x, 0o, 0b: the cursor stands on the letter.
static int scan_radix(Lexer *lexer, const char *kind, int base)
{
    int c = step(lexer);
    do {
        if (c == '_')
            c = step(lexer);
        bool is_ok = base == 16 ? is_hex_digit(c) : is_digit(c) && c < '0' + base;
        if (!is_ok && base != 16 && is_digit(c))
            return fail_digit(lexer, kind);
        if (!is_ok)
            return lexer_fail(lexer, "invalid %s literal", kind);
        while (base == 16 ? is_hex_digit(c) : is_digit(c) && c < '0' + base)
            c = step(lexer);
    } while (c == '_');
    if (base != 16 && is_digit(c))
        return fail_digit(lexer, kind);
    return check_end(lexer, kind) ? TOK_NUMBER : TOK_ERROR;
}

// The cursor stands behind the mantissa.
static int scan_tail(Lexer *lexer)
{
    int c = peek(lexer);
    if ((c | 0x20) == 'e') {
        const char *exponent = lexer->cursor;
        c = step(lexer);
        bool is_signed = c == '+' || c == '-';
        if (is_signed)
            c = step(lexer);
        if (is_digit(c)) {
            c = scan_digits(lexer);
            if (c < 0)
                return TOK_ERROR;
        } else if (is_signed) {
            return lexer_fail(lexer, "invalid decimal literal");
        } else {
            lexer->cursor = exponent;
            return check_end(lexer, "decimal") ? TOK_NUMBER : TOK_ERROR;
        }
    }
    const char *kind = "decimal";
    if ((c | 0x20) == 'j') {
        step(lexer);
        kind = "imaginary";
    }
    return check_end(lexer, kind) ? TOK_NUMBER : TOK_ERROR;
}

// The cursor stands on the point.
static int scan_fraction(Lexer *lexer)
{
    if (is_digit(step(lexer)) && scan_digits(lexer) < 0)
        return TOK_ERROR;
    return scan_tail(lexer);
}

// Decimal with a leading zero: only zeros, or a float or complex.
static int scan_zeros(Lexer *lexer, const char *start)
{
    int c = peek(lexer);
    for (;;) {
        if (c == '_' && !is_digit(c = step(lexer)))
            return lexer_fail(lexer, "invalid decimal literal");
        if (c != '0')
            break;
        c = step(lexer);
    }
    const char *zeros_end = lexer->cursor + 1;
    bool is_nonzero = is_digit(c);
    if (is_nonzero && (c = scan_digits(lexer)) < 0)
        return TOK_ERROR;
    if (c == '.')
        return scan_fraction(lexer);
    if ((c | 0x20) == 'e' || (c | 0x20) == 'j')
        return scan_tail(lexer);
    if (is_nonzero)
        return lexer_fail_range(lexer, (int)(start + 1 - lexer->line_start),
                                (int)(zeros_end - lexer->line_start),
                                "leading zeros in decimal integer literals are not permitted; "
                                "use an 0o prefix for octal integers");
    return check_end(lexer, "decimal") ? TOK_NUMBER : TOK_ERROR;
}

int numeral_scan(Lexer *lexer)
{
    const char *start = lexer->cursor;
    int c = peek(lexer);
    if (c == '.')
        return scan_fraction(lexer);
    if (c == '0') {
        c = step(lexer);
        switch (c | 0x20) {
        case 'x':
            return scan_radix(lexer, "hexadecimal", 16);
        case 'o':
            return scan_radix(lexer, "octal", 8);
        case 'b':
            return scan_radix(lexer, "binary", 2);
        default:
            return scan_zeros(lexer, start);
        }
    }
    c = scan_digits(lexer);
    if (c < 0)
        return TOK_ERROR;
    return c == '.' ? scan_fraction(lexer) : scan_tail(lexer);
}
