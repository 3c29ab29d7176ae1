// Literals: numbers, strings with their escapes, concatenation of adjacent strings. f-strings are
// taken apart in fstring.c. Read literal_strings first.
//
// Errors inside a string have the words and positions of CPython, which decodes a copy in which
// each character beyond ASCII takes ten bytes (\UXXXXXXXX).
#include "compiler/syntax/literal.h"

#include <stdio.h>
#include <string.h>

#include "compiler/syntax/builder.h"
#include "compiler/syntax/syntax_error.h"
#include "runtime/base/fpconv.h"
#include "runtime/base/utf8.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#define WIDE_ESCAPE_SIZE 10 // \UXXXXXXXX

// ---- Numbers ------------------------------------------------------------------------------------

static Object *decimal_int(Parser *p, const Token *token, const char *digits, size_t size)
{
    if (size < 19) {
        int64_t value = 0;
        for (size_t i = 0; i < size; i++)
            value = value * 10 + (digits[i] - '0');
        return int_from_int64(value);
    }
    Object *number = int_from_text(digits, size, 10);
    if (!number && error_is(&exc_value_error)) { // too many digits
        Object *reason = error_take();
        TextRange range = {token->lineno, -1, token->end_lineno, -1};
        syntax_error_range(p, &exc_syntax_error, range,
                           "%S - Consider hexadecimal for huge "
                           "integer literals to avoid decimal conversion limits.",
                           reason);
        decref(reason);
    }
    return number;
}

static Object *real_number(const char *text, size_t size)
{
    double value = 0;
    if (text[size - 1] == 'j' || text[size - 1] == 'J') {
        fpconv_parse(text, text + size - 1, &value);
        return complex_new(0.0, value);
    }
    fpconv_parse(text, text + size, &value);
    return float_new(value);
}

Object *literal_number(Parser *p, const Token *token)
{
    char *text = tree_alloc(p->tree, token->size + 1);
    if (!text)
        return NULL;
    size_t size = 0;
    bool is_real = false;
    for (size_t i = 0; i < token->size; i++) {
        char c = token->start[i];
        if (c != '_')
            text[size++] = c;
        is_real |= c == '.' || c == 'e' || c == 'E' || c == 'j' || c == 'J';
    }
    char radix = text[0] == '0' && size > 1 ? (char)(text[1] | 0x20) : 0;
    Object *number;
    if (radix == 'x' || radix == 'o' || radix == 'b')
        number = int_from_text(text + 2, size - 2, radix == 'x' ? 16 : radix == 'o' ? 8 : 2);
    else if (is_real)
        number = real_number(text, size);
    else
        number = decimal_int(p, token, text, size);
    return tree_own(p->tree, number);
}

// ---- Escapes ------------------------------------------------------------------------------------

int literal_warn_escape(Parser *p, const Token *token, const char *escape)
{
    if (!syntax_hooks.warning || p->lexer.quiet)
        return 0;
    Object *message = str_format("invalid escape sequence '\\%c'", *escape);
    int result =
        message ? syntax_hooks.warning(false, message, p->tree->filename, token->lineno) : -1;
    xdecref(message);
    return result;
}

void literal_decode_problem(Parser *p)
{
    bool is_unicode = error_occurred() && error_is(&exc_unicode_error);
    if (!is_unicode && !(error_occurred() && error_is(&exc_value_error)))
        return;
    Object *reason = error_take();
    syntax_error_last(p, &exc_syntax_error, "(%s) %S", is_unicode ? "unicode error" : "value error",
                      reason);
    decref(reason);
}

// Decoder of a str literal. `position` is where CPython's copy stands.
typedef struct Unescape {
    Parser *p;
    const char *next;
    const char *end;
    size_t position;
    uint32_t *points;
    size_t count;
    const char *invalid_escape; // the first one's character, or NULL
} Unescape;

static int fail_escape(Unescape *u, size_t start, size_t size, const char *reason)
{
    if (size == 1)
        return syntax_error_last(u->p, &exc_syntax_error,
                                 "(unicode error) 'unicodeescape' codec can't decode byte 0x5c in "
                                 "position %zu: %s",
                                 start, reason);
    return syntax_error_last(u->p, &exc_syntax_error,
                             "(unicode error) 'unicodeescape' codec can't decode bytes in position "
                             "%zu-%zu: %s",
                             start, start + size - 1, reason);
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// \x, \u, \U: the cursor stands behind the letter.
static int decode_hex(Unescape *u, int digits, const char *reason)
{
    uint32_t value = 0;
    size_t size = 2;
    for (int i = 0; i < digits; i++, size++) {
        int digit = u->next < u->end ? hex_value(*u->next) : -1;
        if (digit < 0)
            return fail_escape(u, u->position, size, reason);
        value = value << 4 | (uint32_t)digit;
        u->next++;
    }
    if (value > UNICODE_MAX)
        return fail_escape(u, u->position, size, "illegal Unicode character");
    u->points[u->count++] = value;
    u->position += size;
    return 0;
}

static int fail_name_escape(Unescape *u)
{
    const char *close = u->next < u->end && *u->next == '{'
                            ? memchr(u->next, '}', (size_t)(u->end - u->next))
                            : NULL;
    if (close && close > u->next + 1)
        return syntax_error_last(u->p, &exc_syntax_error,
                                 "\\N{...} escapes are not supported by Adder");
    size_t size = 2;
    if (u->next < u->end && *u->next == '{')
        size += close ? 1 : (size_t)(u->end - u->next);
    return fail_escape(u, u->position, size, "malformed \\N character escape");
}

static uint32_t decode_octal(const char **next, const char *end)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && *next < end && **next >= '0' && **next <= '7'; i++)
        value = value << 3 | (uint32_t)(*(*next)++ - '0');
    return value;
}

// What a one-character escape stands for, or -1. Strings and bytes share these.
static int simple_escape(char c)
{
    static const char from[] = "\\'\"bftnrva", to[] = "\\'\"\b\f\t\n\r\v\a";
    const char *found = c ? strchr(from, c) : NULL;
    return found ? to[found - from] : -1;
}

// The cursor stands behind the backslash.
static int decode_escape(Unescape *u)
{
    char c = *u->next;
    int simple = simple_escape(c);
    if (simple >= 0 || c == '\n') {
        if (c != '\n')
            u->points[u->count++] = (uint32_t)simple;
        u->next++;
        u->position += 2;
        return 0;
    }
    if (c >= '0' && c <= '7') {
        const char *start = u->next;
        u->points[u->count++] = decode_octal(&u->next, u->end);
        u->position += 1 + (size_t)(u->next - start);
        return 0;
    }
    if (c == 'x' || c == 'u' || c == 'U') {
        u->next++;
        return c == 'x'   ? decode_hex(u, 2, "truncated \\xXX escape")
               : c == 'u' ? decode_hex(u, 4, "truncated \\uXXXX escape")
                          : decode_hex(u, 8, "truncated \\UXXXXXXXX escape");
    }
    if (c == 'N') {
        u->next++;
        return fail_name_escape(u);
    }
    u->points[u->count++] = '\\';
    if ((unsigned char)c >= 0x80) {
        u->position += 6; // CPython writes \u005c
    } else {
        if (!u->invalid_escape)
            u->invalid_escape = u->next;
        u->position++;
    }
    return 0;
}

static int unescape(Unescape *u)
{
    while (u->next < u->end) {
        if (*u->next == '\\') {
            u->next++;
            if (decode_escape(u) < 0)
                return -1;
        } else if ((unsigned char)*u->next < 0x80) {
            u->points[u->count++] = (unsigned char)*u->next++;
            u->position++;
        } else {
            u->next += utf8_decode_valid(u->next, &u->points[u->count++]);
            u->position += WIDE_ESCAPE_SIZE;
        }
    }
    return 0;
}

// str from UTF-8, with the error that CPython has for bytes that are not.
static Object *plain_text(Parser *p, const char *text, size_t size)
{
    Object *str = str_from_utf8(text, size);
    if (!str)
        literal_decode_problem(p);
    return str;
}

Object *literal_text(Parser *p, const Token *token, const char *text, size_t size, bool is_raw)
{
    if (is_raw || !memchr(text, '\\', size))
        return plain_text(p, text, size);
    Utf8Scan scan;
    if (!utf8_scan(text, size, UTF8_STRICT, &scan))
        return plain_text(p, text, size); // which fails
    Unescape u = {.p = p, .next = text, .end = text + size};
    size_t capacity = (size + 1) * sizeof(uint32_t);
    u.points = memory_alloc(capacity, MEMORY_RAW);
    if (!u.points)
        return error_no_memory();
    Object *str = NULL;
    if (unescape(&u) == 0)
        str = str_from_code_points(u.points, u.count);
    memory_free(u.points, capacity);
    if (str && u.invalid_escape && literal_warn_escape(p, token, u.invalid_escape) < 0)
        ref_clear(&str);
    return str;
}

// ---- Bytes --------------------------------------------------------------------------------------

static int unescape_bytes(Parser *p, const Token *token, const char *text, size_t size, Buffer *out)
{
    const char *next = text, *end = text + size, *invalid = NULL;
    while (next < end) {
        char c = *next++;
        int status = 0;
        if (c != '\\') {
            status = buffer_append_byte(out, (uint8_t)c);
        } else if (simple_escape(*next) >= 0) {
            status = buffer_append_byte(out, (uint8_t)simple_escape(*next++));
        } else if (*next == '\n') {
            next++;
        } else if (*next >= '0' && *next <= '7') {
            status = buffer_append_byte(out, (uint8_t)decode_octal(&next, end));
        } else if (*next == 'x') {
            int high = end - next > 2 ? hex_value(next[1]) : -1;
            int low = high >= 0 ? hex_value(next[2]) : -1;
            if (low < 0)
                return syntax_error_last(p, &exc_syntax_error,
                                         "(value error) invalid \\x escape "
                                         "at position %zd",
                                         (next - 1) - text);
            status = buffer_append_byte(out, (uint8_t)(high << 4 | low));
            next += 3;
        } else {
            if (!invalid)
                invalid = next;
            status = buffer_append_byte(out, '\\');
        }
        if (status < 0) {
            error_no_memory();
            return -1;
        }
    }
    return invalid ? literal_warn_escape(p, token, invalid) : 0;
}

// ---- Tokens to nodes ----------------------------------------------------------------------------

// A string token taken apart.
typedef struct StringToken {
    const char *text; // inside the quotes
    size_t size;
    bool is_bytes, is_raw, is_format;
} StringToken;

static StringToken open_token(const Token *token)
{
    StringToken string = {0};
    const char *c = token->start;
    for (; *c != '\'' && *c != '"'; c++) {
        char letter = (char)(*c | 0x20);
        string.is_bytes |= letter == 'b';
        string.is_raw |= letter == 'r';
        string.is_format |= letter == 'f';
    }
    size_t rest = token->size - (size_t)(c - token->start);
    size_t quotes = rest >= 6 && c[1] == *c && c[2] == *c ? 3 : 1;
    string.text = c + quotes;
    string.size = rest - 2 * quotes;
    return string;
}

static int append_bytes(Parser *p, const Token *token, const StringToken *string, Buffer *out)
{
    for (size_t i = 0; i < string->size; i++) {
        if ((unsigned char)string->text[i] >= 0x80)
            return syntax_error_last(p, &exc_syntax_error,
                                     "bytes can only contain ASCII literal "
                                     "characters");
    }
    if (!string->is_raw)
        return unescape_bytes(p, token, string->text, string->size, out);
    if (buffer_append(out, string->text, string->size) == 0)
        return 0;
    error_no_memory();
    return -1;
}

static Node *bytes_node(Parser *p, const Token *tokens, size_t count, const Buffer *bytes)
{
    Object *value = tree_own(p->tree, bytes_new(bytes->data ? bytes->data : "", bytes->size));
    const Token *last = &tokens[count - 1];
    Node *node = value ? ast_new(p->tree, AST_CONSTANT, tokens->lineno, tokens->col_offset,
                                 last->end_lineno, last->end_col_offset)
                       : NULL;
    if (node)
        node->Constant.value = value;
    return node;
}

Node *literal_strings(Parser *p, const Token *tokens, size_t count)
{
    StringParts parts = {.p = p, .first = tokens, .last = &tokens[count - 1]};
    Buffer bytes;
    buffer_init(&bytes);
    bool is_bytes = false;
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++) {
        StringToken string = open_token(&tokens[i]);
        if (string.is_bytes)
            status = append_bytes(p, &tokens[i], &string, &bytes);
        else if (string.is_format)
            status = 0;
        else
            status = string_parts_add_steal(
                &parts, literal_text(p, &tokens[i], string.text, string.size, string.is_raw));
        if (status == 0 && i && string.is_bytes != is_bytes)
            status =
                syntax_error_last(p, &exc_syntax_error, "cannot mix bytes and nonbytes literals");
        is_bytes = string.is_bytes;
        if (status == 0 && string.is_format)
            status = fstring_parse(&parts, &tokens[i], string.text, string.text + string.size,
                                   string.is_raw);
    }
    Node *node = NULL;
    if (status < 0)
        ref_clear(&parts.text);
    else
        node = is_bytes ? bytes_node(p, tokens, count, &bytes) : string_parts_finish(&parts);
    buffer_free(&bytes);
    return node;
}
