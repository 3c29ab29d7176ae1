// f-strings as CPython 3.11 reads them: a string token whose inside is scanned once more. An
// expression runs to the first of `! : } =` outside brackets and strings; it is parsed as
// `(expression)`, with its own parser. Read parse_parts first.
#include <string.h>

#include "compiler/syntax/builder.h"
#include "compiler/syntax/literal.h"
#include "compiler/syntax/syntax_error.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#define SPEC_DEPTH_MAX 2 // an expression, and expressions in its format spec

// ---- Parts under construction -------------------------------------------------------------------

static Node *new_node(const StringParts *parts, AstKind kind)
{
    return ast_new(parts->p->tree, kind, parts->first->lineno, parts->first->col_offset,
                   parts->last->end_lineno, parts->last->end_col_offset);
}

int string_parts_add_steal(StringParts *parts, Object *text)
{
    if (!text)
        return -1;
    if (str_length(text) == 0) {
        decref(text);
        return 0;
    }
    if (!parts->text) {
        parts->text = text;
        return 0;
    }
    ref_set_steal(&parts->text, str_concat(parts->text, text));
    decref(text);
    return parts->text ? 0 : -1;
}

static Node *constant_node(StringParts *parts)
{
    Object *text = parts->text ? parts->text : new_ref_object(OBJECT(str_empty));
    parts->text = NULL;
    text = tree_own(parts->p->tree, text);
    Node *node = text ? new_node(parts, AST_CONSTANT) : NULL;
    if (!node)
        return NULL;
    node->Constant.value = text;
    if (*parts->first->start == 'u') {
        node->Constant.kind = tree_own(parts->p->tree, intern_text("u"));
        if (!node->Constant.kind)
            return NULL;
    }
    return node;
}

static int append_part(StringParts *parts, Node *node)
{
    if (!node)
        return -1;
    node_seq_append(parts->p, &parts->parts, node);
    return parts->p->has_failed ? -1 : 0;
}

int string_parts_flush(StringParts *parts)
{
    return parts->text ? append_part(parts, constant_node(parts)) : 0;
}

Node *string_parts_finish(StringParts *parts)
{
    if (!parts->is_format)
        return constant_node(parts);
    if (string_parts_flush(parts) < 0)
        return NULL;
    Node *node = new_node(parts, AST_JOINED_STR);
    if (node)
        node->JoinedStr.values = parts->parts;
    return node;
}

// ---- Scanning -----------------------------------------------------------------------------------

// One f-string token being scanned; `next` moves through it.
typedef struct FScan {
    Parser *p;
    const Token *token;
    const char *next;
    const char *end;
    bool is_raw;
    const char *counted; // newlines of the token are counted up to here
    const char *line_start;
    int lines;
} FScan;

static int fail(const FScan *f, const char *message)
{
    return syntax_error_last(f->p, &exc_syntax_error, "%s", message);
}

// Literal text up to an expression, the end, or a doubled brace (whose first half belongs to it:
// then *is_doubled and the second half is skipped).
static int scan_literal(FScan *f, int depth, Object **literal, bool *is_doubled)
{
    const char *start = f->next, *s = f->next;
    *is_doubled = false;
    while (s < f->end) {
        char c = *s++;
        if (!f->is_raw && c == '\\' && s < f->end) {
            c = *s++;
            if (c == 'N') {
                if (s < f->end && *s++ == '{') {
                    while (s < f->end && *s++ != '}')
                        continue;
                }
                continue;
            }
            if (c == '{' && literal_warn_escape(f->p, f->token, s - 1) < 0)
                return -1;
        }
        if (c != '{' && c != '}')
            continue;
        if (depth == 0 && s < f->end && *s == c) {
            *is_doubled = true;
            break;
        }
        if (depth == 0 && c == '}')
            return fail(f, "f-string: single '}' is not allowed");
        s--;
        break;
    }
    f->next = s + *is_doubled;
    if (s == start)
        return 0;
    *literal = literal_text(f->p, f->token, start, (size_t)(s - start), f->is_raw);
    return *literal ? 0 : -1;
}

// Skips a string inside an expression; `s` stands on its quote. NULL if it does not end here.
static const char *skip_string(const FScan *f, const char *s)
{
    char quote = *s;
    bool is_triple = s + 2 < f->end && s[1] == quote && s[2] == quote;
    for (s += is_triple ? 3 : 1; s < f->end; s++) {
        if (*s == '\\') {
            fail(f, "f-string expression part cannot include a backslash");
            return NULL;
        }
        if (*s != quote)
            continue;
        if (!is_triple)
            return s;
        if (s + 2 < f->end && s[1] == quote && s[2] == quote)
            return s + 2;
    }
    fail(f, "f-string: unterminated string");
    return NULL;
}

static int check_closing(const FScan *f, char closing, const char *stack, int *depth)
{
    if (*depth == 0)
        return syntax_error_last(f->p, &exc_syntax_error, "f-string: unmatched '%c'", closing);
    char open = stack[--*depth];
    if (closing == (open == '(' ? ')' : open == '[' ? ']' : '}'))
        return 0;
    return syntax_error_last(f->p, &exc_syntax_error,
                             "f-string: closing parenthesis '%c' does not "
                             "match opening parenthesis '%c'",
                             closing, open);
}

// Moves f->next to the character that ends the expression at f->next.
static int find_expression_end(FScan *f)
{
    char stack[BRACKET_DEPTH_MAX];
    int depth = 0;
    const char *s = f->next;
    for (; s < f->end; s++) {
        char c = *s;
        if (c == '\\')
            return fail(f, "f-string expression part cannot include a backslash");
        if (c == '\'' || c == '"') {
            s = skip_string(f, s);
            if (!s)
                return -1;
        } else if (c == '[' || c == '{' || c == '(') {
            if (depth >= BRACKET_DEPTH_MAX)
                return fail(f, "f-string: too many nested parenthesis");
            stack[depth++] = c;
        } else if (c == '#') {
            return fail(f, "f-string expression part cannot include '#'");
        } else if (depth == 0 && c && strchr("!:}=><", c)) {
            if (s + 1 < f->end && s[1] == '=' && c != ':' && c != '}')
                s++; // != == <= >=
            else if (c != '<' && c != '>')
                break;
        } else if (c == ']' || c == '}' || c == ')') {
            if (check_closing(f, c, stack, &depth) < 0)
                return -1;
        }
    }
    f->next = s < f->end ? s : f->end;
    if (depth)
        return syntax_error_last(f->p, &exc_syntax_error, "f-string: unmatched '%c'",
                                 stack[depth - 1]);
    return s < f->end ? 0 : fail(f, "f-string: expecting '}'");
}

// ---- Expressions --------------------------------------------------------------------------------

// Where the tokens of an expression are placed; `start` is behind its brace. CPython 3.11 gets the
// column right in the first line of the token, and where no newline follows the brace.
static void locate(FScan *f, const char *start, int *lineno, int *col_offset)
{
    const char *brace = start - 1;
    const char *c = start;
    while (*c == ' ' || *c == '\t' || *c == '\f')
        c++;
    bool newline_follows = *c == '\n' || *c == '}';
    for (c = f->counted; c < brace; c++)
        if (*c == '\n') {
            f->lines++;
            f->line_start = c + 1;
        }
    f->counted = brace;
    int columns = newline_follows ? 0 : (int)(brace - f->line_start);
    *lineno = f->token->lineno + f->lines;
    *col_offset = f->lines ? columns : f->token->col_offset + columns;
}

static Node *parse_expression(FScan *f, const char *start, const char *end)
{
    Parser *p = f->p;
    const char *s = start;
    while (s < end && (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\f'))
        s++;
    if (s == end) {
        if (*end == '!' || *end == ':' || *end == '=')
            syntax_error_last(p, &exc_syntax_error, "f-string: expression required before '%c'",
                              *end);
        else
            fail(f, "f-string: empty expression not allowed");
        return NULL;
    }
    size_t size = (size_t)(end - start);
    char *text = tree_alloc(p->tree, size + 4);
    if (!text)
        return NULL;
    text[0] = '(';
    memcpy(text + 1, start, size);
    memcpy(text + 1 + size, ")\n", 3);
    Parser inner;
    if (parser_init(&inner, p->tree, text, size + 3, TOK_START_PIECE, p->flags) < 0)
        return NULL;
    inner.outer = p;
    inner.names = p->names;
    inner.lexer.is_nested = true;
    inner.lexer.quiet = p->lexer.quiet;
    locate(f, start, &inner.lexer.first_lineno, &inner.lexer.first_col);
    Node *node = parser_run(&inner) == 0 ? inner.piece : NULL;
    parser_free(&inner);
    return node;
}

static int parse_parts(StringParts *parts, FScan *f, int depth);

static Node *parse_spec(const StringParts *outer, FScan *f, int depth)
{
    StringParts spec = {.p = outer->p, .first = outer->first, .last = outer->last};
    if (parse_parts(&spec, f, depth) < 0) {
        ref_clear(&spec.text);
        return NULL;
    }
    spec.first = spec.last = f->token; // as CPython places the spec and its last text
    return string_parts_finish(&spec);
}

// `{expression = !r :spec}`; f->next stands on the brace.
static int parse_field(StringParts *parts, FScan *f, int depth)
{
    if (depth >= SPEC_DEPTH_MAX)
        return fail(f, "f-string: expressions nested too deeply");
    const char *start = ++f->next;
    if (find_expression_end(f) < 0)
        return -1;
    Node *value = parse_expression(f, start, f->next);
    if (!value)
        return -1;
    bool shows_text = *f->next == '=';
    if (shows_text) {
        f->next++;
        while (f->next < f->end && (*f->next == ' ' || (*f->next >= '\t' && *f->next <= '\r')))
            f->next++;
        if (string_parts_add_steal(parts, str_from_utf8(start, (size_t)(f->next - start))) < 0)
            return -1;
    }
    int conversion = -1;
    if (f->next < f->end && *f->next == '!') {
        if (++f->next >= f->end)
            return fail(f, "f-string: expecting '}'");
        conversion = (unsigned char)*f->next++;
        if (conversion != 's' && conversion != 'r' && conversion != 'a')
            return fail(f, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
    }
    Node *spec = NULL;
    if (f->next < f->end && *f->next == ':') {
        if (++f->next >= f->end)
            return fail(f, "f-string: expecting '}'");
        spec = parse_spec(parts, f, depth + 1);
        if (!spec)
            return -1;
    }
    if (f->next >= f->end || *f->next != '}')
        return fail(f, "f-string: expecting '}'");
    f->next++;
    Node *field = string_parts_flush(parts) == 0 ? new_node(parts, AST_FORMATTED_VALUE) : NULL;
    if (!field)
        return -1;
    field->FormattedValue.value = value;
    field->FormattedValue.conversion = shows_text && !spec && conversion == -1 ? 'r' : conversion;
    field->FormattedValue.format_spec = spec;
    return append_part(parts, field);
}

// Text and fields by turns, up to the end or (in a format spec, depth > 0) the closing brace.
static int parse_parts(StringParts *parts, FScan *f, int depth)
{
    parts->is_format = true;
    for (;;) {
        Object *literal = NULL;
        bool is_doubled;
        if (scan_literal(f, depth, &literal, &is_doubled) < 0)
            return -1;
        if (literal && string_parts_add_steal(parts, literal) < 0)
            return -1;
        if (is_doubled)
            continue;
        if (f->next >= f->end || *f->next == '}')
            break;
        if (parse_field(parts, f, depth) < 0)
            return -1;
    }
    if (depth && (f->next >= f->end || *f->next != '}'))
        return fail(f, "f-string: expecting '}'");
    return 0;
}

int fstring_parse(StringParts *parts, const Token *token, const char *text, const char *end,
                  bool is_raw)
{
    FScan f = {.p = parts->p, .token = token, .next = text, .end = end, .is_raw = is_raw,
               .counted = token->start, .line_start = token->start};
    return parse_parts(parts, &f, 0);
}
