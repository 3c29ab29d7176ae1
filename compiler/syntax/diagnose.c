// Diagnosis: what CPython 3.11 would say about tokens that the grammar has refused.
//
// CPython parses with a PEG whose rules named invalid_... give the special messages, in a second
// pass. Which of them speaks depends on the order of the rules and on how far each looked, so the
// same thing is done here: error_rules.def is matched twice against the kept tokens, which start
// at the statement before the wrong one. Where an action needs a tree (what kind of target?), the
// real grammar parses that range of tokens. Read diagnose first, then match_alternatives.
//
// The rules are read from their text when the first error needs them (peg.c).
#include "compiler/syntax/diagnose.h"

#include <stdio.h>
#include <string.h>

#include "compiler/syntax/grammar.h"
#include "compiler/syntax/literal.h"
#include "compiler/syntax/peg.h"
#include "compiler/syntax/syntax_error.h"
#include "runtime/memory/memory.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define RULE_DEPTH_MAX 5000 // nested rules; about 500 bytes of C stack each

// Tokens that an item matched.
typedef struct Match {
    size_t start;
    size_t end;
} Match;

// Result of a rule at a token.
typedef struct Memo {
    uint32_t key; // rule + 1, 0: free
    uint32_t start;
    uint32_t end; // MEMO_FAILED
} Memo;
#define MEMO_FAILED UINT32_MAX

typedef struct Matcher {
    Parser *parser;
    const PegRule *rules;
    size_t position;
    int depth;
    bool is_second_pass; // invalid_ rules match
    bool is_over;        // an exception is set
    Memo *memos;         // open addressing
    size_t memo_count;
    size_t memo_capacity;
} Matcher;

typedef enum Outcome { FAILED, MATCHED, ABANDONED } Outcome; // ABANDONED: try no other alternative

// ---- Memory of results --------------------------------------------------------------------------

static Memo *find_memo(Matcher *m, int rule, size_t start)
{
    size_t mask = m->memo_capacity - 1;
    size_t slot = (start * 131 + (size_t)rule * 2654435761u) & mask;
    while (m->memos[slot].key &&
           !(m->memos[slot].key == (uint32_t)rule + 1 && m->memos[slot].start == start))
        slot = (slot + 1) & mask;
    return &m->memos[slot];
}

static void grow_memos(Matcher *m)
{
    size_t old_capacity = m->memo_capacity, capacity = old_capacity ? old_capacity * 2 : 1024;
    Memo *old = m->memos, *memos = memory_alloc(capacity * sizeof *memos, MEMORY_RAW);
    if (!memos) {
        parser_fail_memory(m->parser);
        m->is_over = true;
        return;
    }
    memset(memos, 0, capacity * sizeof *memos);
    m->memos = memos;
    m->memo_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++) {
        if (old[i].key)
            *find_memo(m, (int)old[i].key - 1, old[i].start) = old[i];
    }
    memory_free(old, old_capacity * sizeof *old);
}

static void remember(Matcher *m, int rule, size_t start, bool has_matched)
{
    if (m->memo_count * 2 >= m->memo_capacity)
        grow_memos(m);
    if (m->is_over)
        return;
    Memo *memo = find_memo(m, rule, start);
    m->memo_count += memo->key == 0;
    *memo = (Memo){(uint32_t)rule + 1, (uint32_t)start,
                   has_matched ? (uint32_t)m->position : MEMO_FAILED};
}

static void forget_memos(Matcher *m)
{
    if (m->memos)
        memset(m->memos, 0, m->memo_capacity * sizeof *m->memos);
    m->memo_count = 0;
}

// ---- Actions ------------------------------------------------------------------------------------

typedef enum Place { PLACE_A, PLACE_AB, PLACE_FROM_A, PLACE_LAST, PLACE_INDENT, PLACE_OTHER } Place;

typedef struct Action {
    Place place;
    const char *message;
} Action;

static const Action actions[] = {
#define ACTION(name, place, message) {PLACE_##place, message},
#include "compiler/syntax/error_actions.def"
#undef ACTION
};

static const Token *token_at(const Matcher *m, size_t index)
{
    return &m->parser->tokens[index];
}

// The tree of a match, or NULL; if memory is out for it, all is over.
static Node *tree_of(Matcher *m, Match match)
{
    Node *tree = parser_parse_range(m->parser, match.start, match.end);
    if (!tree && error_occurred())
        m->is_over = true;
    return tree;
}

static TextRange range_of_tokens(const Matcher *m, Match match)
{
    const Token *first = token_at(m, match.start), *last = token_at(m, match.end - 1);
    return (TextRange){first->lineno, first->col_offset, last->end_lineno, last->end_col_offset};
}

// Where an expression stands: a tree has no place for parentheses around it.
static TextRange range_of(Matcher *m, Match match)
{
    const Token *first = token_at(m, match.start), *last = token_at(m, match.end - 1);
    if (match.end - match.start > 2 && first->kind == TOK_LPAR && last->kind == TOK_RPAR) {
        Node *node = tree_of(m, match);
        if (node)
            return range_of_node(node);
    }
    return range_of_tokens(m, match);
}

// CPython's word for a kind of expression.
static const char *expr_name(const Node *node)
{
    switch (node->kind) {
    case AST_ATTRIBUTE:
        return "attribute";
    case AST_SUBSCRIPT:
        return "subscript";
    case AST_STARRED:
        return "starred";
    case AST_NAME:
        return "name";
    case AST_LIST:
        return "list";
    case AST_TUPLE:
        return "tuple";
    case AST_LAMBDA:
        return "lambda";
    case AST_CALL:
        return "function call";
    case AST_BOOL_OP:
    case AST_BIN_OP:
    case AST_UNARY_OP:
        return "expression";
    case AST_GENERATOR_EXP:
        return "generator expression";
    case AST_YIELD:
    case AST_YIELD_FROM:
        return "yield expression";
    case AST_LIST_COMP:
        return "list comprehension";
    case AST_SET_COMP:
        return "set comprehension";
    case AST_DICT_COMP:
        return "dict comprehension";
    case AST_DICT:
        return "dict literal";
    case AST_SET:
        return "set display";
    case AST_JOINED_STR:
        return "f-string expression";
    case AST_COMPARE:
        return "comparison";
    case AST_IF_EXP:
        return "conditional expression";
    case AST_NAMED_EXPR:
        return "named expression";
    default:
        break;
    }
    Object *value = node->kind == AST_CONSTANT ? node->Constant.value : NULL;
    return value == object_none       ? "None"
           : value == object_true     ? "True"
           : value == object_false    ? "False"
           : value == object_ellipsis ? "ellipsis"
                                      : "literal";
}

// Copies a message with %K, %L and %E filled in.
static void fill_message(const char *format, const Token *token, const Node *node, char *out,
                         size_t out_size)
{
    size_t size = 0;
    for (const char *c = format; *c && size + 1 < out_size; c++) {
        if (*c != '%') {
            out[size++] = *c;
            continue;
        }
        c++;
        if (*c == 'K')
            size += (size_t)snprintf(out + size, out_size - size, "%.*s", (int)token->size,
                                     token->start);
        else if (*c == 'L')
            size += (size_t)snprintf(out + size, out_size - size, "%d", token->lineno);
        else
            size += (size_t)snprintf(out + size, out_size - size, "%s",
                                     node ? expr_name(node) : "expression");
    }
    out[size < out_size ? size : out_size - 1] = 0;
}

static Outcome raise_range(Matcher *m, TypeObject *type, TextRange range, const char *message)
{
    if (!m->is_over)
        syntax_error_range(m->parser, type, range, "%s", message);
    m->is_over = true;
    return ABANDONED;
}

// The first part of a target that cannot be one, or NULL.
static const Node *invalid_target(const Node *node, int action)
{
    switch (node->kind) {
    case AST_LIST:
    case AST_TUPLE:
        for (size_t i = 0; i < node->Tuple.elts.count; i++) {
            const Node *found = invalid_target(node->Tuple.elts.items[i], action);
            if (found)
                return found;
        }
        return NULL;
    case AST_STARRED:
        return action == ERROR_delete_target ? node : invalid_target(node->Starred.value, action);
    case AST_COMPARE: // `for a in b` was read as the comparison `a in b`
        if (action != ERROR_for_target)
            return node;
        return node->Compare.ops.items[0] == AST_CMP_IN ? invalid_target(node->Compare.left, action)
                                                        : NULL;
    case AST_NAME:
    case AST_SUBSCRIPT:
    case AST_ATTRIBUTE:
        return NULL;
    default:
        return node;
    }
}

static Outcome raise_target(Matcher *m, int action, Match a)
{
    const Node *node = tree_of(m, a);
    const Node *wrong = node ? invalid_target(node, action) : NULL;
    if (!wrong)
        return ABANDONED;
    char message[100];
    fill_message(actions[action].message, token_at(m, a.start), wrong, message, sizeof message);
    return raise_range(m, &exc_syntax_error, range_of_node(wrong), message);
}

static bool is_legacy_name(const Token *token)
{
    return token->kind == TOK_NAME && ((token->size == 5 && !memcmp(token->start, "print", 5)) ||
                                       (token->size == 4 && !memcmp(token->start, "exec", 4)));
}

// Calls `visit`-like work for each argument: start of the last positional one and how many there
// are; whether there is a `**`.
static size_t count_positional(Matcher *m, Match args, size_t *last_start, bool *has_mapping)
{
    size_t count = 0;
    int level = args.start ? token_at(m, args.start - 1)->level : 0;
    *has_mapping = false;
    for (size_t i = args.start; i < args.end; i++) {
        if (i > args.start &&
            !(token_at(m, i - 1)->kind == TOK_COMMA && token_at(m, i - 1)->level == level))
            continue;
        bool is_keyword = token_at(m, i)->kind == TOK_NAME && i + 1 < args.end &&
                          token_at(m, i + 1)->kind == TOK_EQUAL;
        bool is_mapping = token_at(m, i)->kind == TOK_DOUBLESTAR;
        *has_mapping |= is_mapping;
        if (!is_keyword && !is_mapping) {
            count++;
            *last_start = i;
        }
    }
    return count;
}

// The actions whose place or condition is their own. `range` runs from a to b.
static Outcome run_other(Matcher *m, int action, Match a, Match b)
{
    TextRange range = {0};
    size_t last_start = a.start;
    bool has_mapping = false;
    char message[100];
    switch (action) {
    case ERROR_generator_in_call:
        if (count_positional(m, a, &last_start, &has_mapping) <= 1)
            return ABANDONED;
        a.start = last_start;
        break;
    case ERROR_positional_late:
        count_positional(m, a, &last_start, &has_mapping);
        syntax_error_last(m->parser, &exc_syntax_error, "%s%s", actions[action].message,
                          has_mapping ? " unpacking" : "");
        m->is_over = true;
        return ABANDONED;
    case ERROR_legacy:
        if (!is_legacy_name(token_at(m, a.start)))
            return ABANDONED;
        break;
    case ERROR_comma:
        if (a.end - a.start == 1 && is_legacy_name(token_at(m, a.start)))
            return ABANDONED;
        if (token_at(m, m->position - 1)->level == 0)
            return ABANDONED;
        break;
    case ERROR_no_pair_colon:
        range = range_of(m, a);
        range.col_offset = range.end_col_offset - 1;
        range.end_col_offset = -1;
        return raise_range(m, &exc_syntax_error, range, actions[action].message);
    default:
        return raise_target(m, action, a);
    }
    TextRange end = range_of(m, b);
    range = range_of(m, a);
    range.end_lineno = end.end_lineno;
    range.end_col_offset = end.end_col_offset;
    fill_message(actions[action].message, token_at(m, a.start), NULL, message, sizeof message);
    return raise_range(m, &exc_syntax_error, range, message);
}

// Without a comma behind the last item, which the rules for lists and parameters take along.
static Match drop_comma(const Matcher *m, Match match)
{
    if (match.end - match.start > 1 && token_at(m, match.end - 1)->kind == TOK_COMMA)
        match.end--;
    return match;
}

static Outcome run_action(Matcher *m, int action, const Match captures[2])
{
    Match a = captures[0], b = captures[1];
    if (action == ERROR_default_order)
        a = drop_comma(m, a);
    else if (action == ERROR_comprehension_target)
        b = drop_comma(m, b);
    Place place = actions[action].place;
    if (place == PLACE_OTHER)
        return run_other(m, action, a, b);
    char message[160];
    bool needs_tree = strstr(actions[action].message, "%E") != NULL;
    const Token *token = a.end ? token_at(m, a.start) : NULL;
    fill_message(actions[action].message, token, needs_tree ? tree_of(m, a) : NULL, message,
                 sizeof message);
    if (place == PLACE_LAST || place == PLACE_INDENT) {
        TypeObject *type = place == PLACE_INDENT ? &exc_indentation_error : &exc_syntax_error;
        syntax_error_last(m->parser, type, "%s", message);
        m->is_over = true;
        return ABANDONED;
    }
    bool is_arguments = action == ERROR_unpack_after_keywords; // no expression: keeps parentheses
    TextRange range = is_arguments ? range_of_tokens(m, a) : range_of(m, a);
    if (place == PLACE_AB) {
        TextRange end = range_of(m, b);
        range.end_lineno = end.end_lineno;
        range.end_col_offset = end.end_col_offset;
    } else if (place == PLACE_FROM_A) {
        const Token *last = token_at(m, m->parser->seen_count - 1);
        range.end_lineno = last->end_lineno;
        range.end_col_offset = last->cursor_col - 1;
    }
    return raise_range(m, &exc_syntax_error, range, message);
}

// ---- Matching -----------------------------------------------------------------------------------

static bool match_rule(Matcher *m, int rule);
static Outcome match_alternatives(Matcher *m, const PegAlternative *alternative, Match captures[2]);

static const Token *current_token(Matcher *m)
{
    const Token *token = parser_token(m->parser, m->position);
    if (!token)
        m->is_over = true;
    else if (m->parser->seen_count <= m->position)
        m->parser->seen_count = m->position + 1;
    return token;
}

// CPython 3.11 compares only the name's length, so beginnings of soft keywords count as such.
static bool is_soft_keyword(const Token *token)
{
    return token->kind == TOK_NAME && (strncmp("match", token->start, token->size) == 0 ||
                                       strncmp("case", token->start, token->size) == 0 ||
                                       strncmp("_", token->start, token->size) == 0);
}

static bool match_token(Matcher *m, const PegItem *item)
{
    const Token *token = current_token(m);
    if (!token)
        return false;
    bool is_equal;
    if (item->kind == PEG_SOFT_KEYWORD)
        is_equal = is_soft_keyword(token);
    else if (item->kind == PEG_WORD)
        is_equal = token->kind == TOK_NAME && token->size == strlen(item->word) &&
                   memcmp(token->start, item->word, token->size) == 0;
    else
        is_equal = token->kind == item->value;
    if (is_equal) {
        m->position++;
        return true;
    }
    if (item->kind == PEG_FORCED_TOKEN) {
        syntax_error_token(m->parser, token, "expected '%s'", item->word);
        m->is_over = true;
    }
    return false;
}

static bool match_once(Matcher *m, const PegItem *item, Match captures[2])
{
    size_t start = m->position;
    bool has_matched;
    switch (item->kind) {
    case PEG_RULE:
        has_matched = match_rule(m, item->value);
        break;
    case PEG_GROUP:
        has_matched = match_alternatives(m, item->group, captures) == MATCHED;
        break;
    default:
        has_matched = match_token(m, item);
        break;
    }
    if (!has_matched)
        m->position = start;
    return has_matched && !m->is_over;
}

static bool match_item(Matcher *m, const PegItem *item, Match captures[2])
{
    size_t start = m->position;
    bool has_matched = match_once(m, item, captures);
    if (m->is_over)
        return false;
    if (item->look != PEG_TAKE) {
        m->position = start;
        return has_matched == (item->look == PEG_LOOK_FOR);
    }
    if (item->repeat == '*' || item->repeat == '+') {
        bool goes_on = has_matched;
        while (goes_on && !m->is_over) {
            size_t before = m->position;
            goes_on = match_once(m, item, captures) && m->position > before;
        }
    }
    if (has_matched && item->capture)
        captures[item->capture - 1] = (Match){start, m->position};
    return !m->is_over && (has_matched || item->repeat == '*' || item->repeat == '?');
}

static Outcome match_alternatives(Matcher *m, const PegAlternative *alternative, Match captures[2])
{
    size_t start = m->position;
    for (; alternative; alternative = alternative->next) {
        if (alternative->is_invalid && !m->is_second_pass)
            continue;
        bool is_cut = false, has_matched = true;
        for (const PegItem *item = alternative->items; item && has_matched; item = item->next) {
            if (item->kind == PEG_CUT)
                is_cut = true;
            else
                has_matched = match_item(m, item, captures);
        }
        if (m->is_over)
            return ABANDONED;
        if (has_matched)
            return alternative->action < 0 ? MATCHED : run_action(m, alternative->action, captures);
        m->position = start;
        if (is_cut)
            return ABANDONED;
    }
    return FAILED;
}

// CPython decodes strings while it matches: a bad escape is an error before what follows.
static void check_strings(Matcher *m, size_t start)
{
    if (!literal_strings(m->parser, token_at(m, start), m->position - start))
        m->is_over = true;
}

static bool match_rule(Matcher *m, int rule)
{
    const PegRule *r = &m->rules[rule];
    size_t start = m->position;
    if (r->is_memo && m->memo_capacity) {
        const Memo *memo = find_memo(m, rule, start);
        if (memo->key) {
            if (memo->end == MEMO_FAILED)
                return false;
            m->position = memo->end;
            return true;
        }
    }
    if (m->depth >= RULE_DEPTH_MAX) {
        parser_fail_memory(m->parser);
        m->is_over = true;
        return false;
    }
    m->depth++;
    Match captures[2] = {{0, 0}, {0, 0}};
    bool was_second_pass = m->is_second_pass;
    if (r->is_plain_only)
        m->is_second_pass = false;
    bool has_matched = match_alternatives(m, r->alternatives, captures) == MATCHED;
    m->is_second_pass = was_second_pass;
    m->depth--;
    if (has_matched && rule == PEG_strings)
        check_strings(m, start);
    if (m->is_over)
        return false;
    if (r->is_memo)
        remember(m, rule, start, has_matched);
    return has_matched;
}

// ---- The whole ----------------------------------------------------------------------------------

// What Adder leaves out of the language. True: told.
static bool refuse_unsupported(Parser *parser)
{
    if (!parser->token_count)
        return false;
    const Token *last = &parser->tokens[parser->token_count - 1];
    if (last->kind == TOK_ASYNC || last->kind == TOK_AWAIT) {
        syntax_error_token(parser, last, "'%s' is not supported by Adder",
                           last->kind == TOK_ASYNC ? "async" : "await");
        return true;
    }
    if (last->kind == TOK_STAR && parser->token_count > 1 && last[-1].kind == TOK_EXCEPT) {
        syntax_error_token(parser, last, "'except*' is not supported by Adder");
        return true;
    }
    return false;
}

static int raise_generic(Parser *parser, size_t last_index)
{
    const Token *last = &parser->tokens[last_index];
    if (last->kind == TOK_INDENT || last->kind == TOK_DEDENT) {
        parser->is_settled = true;
        return syntax_error_last(parser, &exc_indentation_error, "unexpected %s",
                                 last->kind == TOK_INDENT ? "indent" : "unindent");
    }
    return syntax_error_token(parser, last, "invalid syntax");
}

int diagnose(Parser *parser)
{
    if (refuse_unsupported(parser))
        return -1;
    Matcher m = {.parser = parser};
    parser->lexer.quiet = true; // warnings were given when the tokens were read first
    Region region;
    region_init(&region);
    m.rules = peg_load(&region);
    if (!m.rules) {
        parser_fail_memory(parser);
        region_free(&region);
        return -1;
    }
    int rule = parser->start_kind == TOK_START_EVAL     ? PEG_eval
               : parser->start_kind == TOK_START_SINGLE ? PEG_single
               : parser->start_kind == TOK_START_PIECE  ? PEG_fstring
                                                        : PEG_file;
    parser->seen_count = 0;
    size_t read_count = parser->token_count;
    bool is_accepted = match_rule(&m, rule);
    if (is_accepted) // the grammar is stricter: what it stopped at is wrong
        parser->seen_count = read_count;
    size_t last_index = parser->seen_count ? parser->seen_count - 1 : 0;
    if (!m.is_over && !is_accepted) {
        forget_memos(&m);
        m.position = 0;
        m.is_second_pass = true;
        match_rule(&m, rule);
    }
    if (!m.is_over)
        raise_generic(parser, last_index);
    memory_free(m.memos, m.memo_capacity * sizeof *m.memos);
    region_free(&region);
    return -1;
}
