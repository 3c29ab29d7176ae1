// Finds the operator of an expression in its text. The text compiled already, so it is enough to
// tell tokens apart and to compare precedences; what is not an expression by itself has no anchors.
// The places are those that CPython 3.11 takes from its syntax tree, where parentheses around an
// operand do not belong to it. Read anchors_find first.
#include "vm/anchors.h"

#include <string.h>

#define TOKEN_LIMIT 400 // longer lines go without anchors

typedef enum TokenKind { TOKEN_OPERAND, TOKEN_WORD, TOKEN_OPERATOR, TOKEN_OPEN, TOKEN_CLOSE } TokenKind;

typedef struct Token {
    TokenKind kind;
    size_t start, end;
    int depth; // of brackets around it; an opening bracket and its closing one have the same
} Token;

typedef struct Tokens {
    const char *text;
    Token items[TOKEN_LIMIT];
    int count;
} Tokens;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

static bool is_word_char(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// End of the string literal whose quote is at `i`, or 0 if it does not end.
static size_t skip_string(const char *text, size_t size, size_t i)
{
    char quote = text[i];
    bool is_triple = i + 2 < size && text[i + 1] == quote && text[i + 2] == quote;
    for (i += is_triple ? 3 : 1; i < size; i++) {
        if (text[i] == '\\') {
            i++;
        } else if (text[i] == quote) {
            if (!is_triple)
                return i + 1;
            if (i + 2 < size && text[i + 1] == quote && text[i + 2] == quote)
                return i + 3;
        }
    }
    return 0;
}

static size_t skip_number(const char *text, size_t size, size_t i)
{
    bool is_hex = i + 1 < size && text[i] == '0' && (text[i + 1] | 32) == 'x';
    while (i < size && (is_word_char(text[i]) || text[i] == '.' ||
                        ((text[i] == '+' || text[i] == '-') && !is_hex && (text[i - 1] | 32) == 'e')))
        i++;
    return i;
}

static size_t skip_operator(const char *text, size_t size, size_t i)
{
    static const char *const longer[] = {"**=", "//=", "<<=", ">>=", "...", "!=", "->", ":=", "**", "//", "<<", ">>",
                                         "<=",  ">=",  "==",  "+=",  "-=",  "*=", "/=", "%=", "&=", "|=", "^=", "@="};
    for (size_t k = 0; k < sizeof longer / sizeof *longer; k++) {
        size_t length = strlen(longer[k]);
        if (i + length <= size && memcmp(text + i, longer[k], length) == 0)
            return i + length;
    }
    return i + 1;
}

// Splits the text. False: too long, or not what it should be.
static bool split(Tokens *tokens, const char *text, size_t size)
{
    int depth = 0;
    tokens->text = text;
    tokens->count = 0;
    for (size_t i = 0; i < size;) {
        if (is_blank(text[i])) {
            i++;
            continue;
        }
        if (tokens->count == TOKEN_LIMIT || text[i] == '\\' || text[i] == '#')
            return false;
        Token *token = &tokens->items[tokens->count++];
        size_t start = i;
        token->kind = TOKEN_OPERAND;
        token->depth = depth;
        if (is_digit(text[i]) || (text[i] == '.' && i + 1 < size && is_digit(text[i + 1]))) {
            i = skip_number(text, size, i);
        } else if (text[i] == '"' || text[i] == '\'') {
            i = skip_string(text, size, i);
        } else if (is_word_char(text[i])) {
            token->kind = TOKEN_WORD;
            while (i < size && is_word_char(text[i]))
                i++;
            if (i < size && (text[i] == '"' || text[i] == '\'')) { // prefix of a string
                token->kind = TOKEN_OPERAND;
                i = skip_string(text, size, i);
            }
        } else if (strchr("([{", text[i])) {
            token->kind = TOKEN_OPEN;
            depth++;
            i++;
        } else if (strchr(")]}", text[i])) {
            token->kind = TOKEN_CLOSE;
            token->depth = --depth;
            i++;
        } else {
            token->kind = TOKEN_OPERATOR;
            i = skip_operator(text, size, i);
        }
        if (i == 0 || depth < 0)
            return false;
        token->start = start;
        token->end = i;
    }
    return depth == 0 && tokens->count > 0;
}

static bool is_text(const Tokens *tokens, int i, const char *text)
{
    const Token *token = &tokens->items[i];
    return token->end - token->start == strlen(text) &&
           memcmp(tokens->text + token->start, text, token->end - token->start) == 0;
}

// Words that make the whole something else than a chain of operators, and statements.
static bool is_keyword(const Tokens *tokens, int i)
{
    static const char *const words[] = {
        "and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally",
        "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
        "return", "try", "while", "with", "yield"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (is_text(tokens, i, words[k]))
            return true;
    return false;
}

// 1 (binds least) to 6 for binary operators, 7 for **; 0: another operator.
static int precedence(const Tokens *tokens, int i)
{
    static const struct {
        const char *text;
        int level;
    } operators[] = {{"|", 1}, {"^", 2}, {"&", 3}, {"<<", 4}, {">>", 4}, {"+", 5}, {"-", 5},
                     {"*", 6}, {"/", 6}, {"//", 6}, {"%", 6}, {"@", 6}, {"**", 7}};
    for (size_t k = 0; k < sizeof operators / sizeof *operators; k++)
        if (is_text(tokens, i, operators[k].text))
            return operators[k].level;
    return 0;
}

// The bracket that closes the one at `open`.
static int closing(const Tokens *tokens, int open)
{
    int i = open + 1;
    while (!(tokens->items[i].kind == TOKEN_CLOSE && tokens->items[i].depth == tokens->items[open].depth))
        i++;
    return i;
}

// Takes parentheses away that only group: tuples and generator expressions keep theirs.
static void strip_group(const Tokens *tokens, int *first, int *last)
{
    while (*first < *last && is_text(tokens, *first, "(") && closing(tokens, *first) == *last) {
        int depth = tokens->items[*first].depth + 1;
        if (*first + 1 == *last)
            return;
        for (int i = *first + 1; i < *last; i++)
            if (tokens->items[i].depth == depth && (is_text(tokens, i, ",") || is_text(tokens, i, "for")))
                return;
        ++*first;
        --*last;
    }
}

// The operator at the root of an expression's tree: its token, -1 if there is none and the whole is
// one primary, -2 if it is something else.
static int find_root(const Tokens *tokens, int first, int last)
{
    int best = -1, best_level = 100, depth = tokens->items[first].depth;
    bool after_operand = false, has_prefix = false;
    for (int i = first; i <= last; i++) {
        const Token *token = &tokens->items[i];
        if (token->depth != depth)
            continue;
        if (token->kind == TOKEN_WORD && is_keyword(tokens, i))
            return -2;
        if (token->kind == TOKEN_WORD && !after_operand && is_text(tokens, i, "await")) {
            has_prefix = true;
            continue;
        }
        if (token->kind != TOKEN_OPERATOR) {
            after_operand = true;
            continue;
        }
        if (is_text(tokens, i, ".") || is_text(tokens, i, "..."))
            continue;
        if (!after_operand) {
            if (!is_text(tokens, i, "-") && !is_text(tokens, i, "+") && !is_text(tokens, i, "~"))
                return -2;
            has_prefix = has_prefix || i == first;
            continue;
        }
        int level = precedence(tokens, i);
        if (level == 0)
            return -2;
        if (level < best_level || (level == best_level && level != 7)) {
            best = i;
            best_level = level;
        }
        after_operand = false;
    }
    if (has_prefix && (best < 0 || best_level == 7))
        return -2; // -a ** b is -(a ** b)
    return best;
}

bool anchors_find(const char *text, size_t size, size_t *left, size_t *right)
{
    Tokens tokens;
    if (!split(&tokens, text, size))
        return false;
    int first = 0, last = tokens.count - 1;
    strip_group(&tokens, &first, &last);
    int root = find_root(&tokens, first, last);
    if (root >= 0) {
        int left_first = first, left_last = root - 1, right_first = root + 1, right_last = last;
        strip_group(&tokens, &left_first, &left_last);
        strip_group(&tokens, &right_first, &right_last);
        size_t i = tokens.items[left_last].end, stop = tokens.items[right_first].start;
        while (i < stop && is_blank(text[i]))
            i++;
        *left = i;
        *right = i + 1;
        if (i + 1 < stop && !is_blank(text[i + 1]))
            ++*right; // a two-character operator, or the parenthesis before the operator, as in 3.11
        return true;
    }
    if (root == -2 || !is_text(&tokens, last, "]"))
        return false;
    int open = last;
    while (!(tokens.items[open].kind == TOKEN_OPEN && tokens.items[open].depth == tokens.items[last].depth))
        open--;
    if (open == first || open + 1 == last)
        return false; // a list
    int value_first = first, value_last = open - 1, slice_first = open + 1, slice_last = last - 1;
    strip_group(&tokens, &value_first, &value_last);
    strip_group(&tokens, &slice_first, &slice_last);
    *left = tokens.items[value_last].end;
    *right = tokens.items[slice_last].end + 1;
    return true;
}
