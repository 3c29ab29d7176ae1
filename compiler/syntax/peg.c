// Reads the text of error_rules.def. Read peg_load first. The text is ours, so mistakes in it are
// asserted, not reported.
#include "compiler/syntax/peg.h"

#include <string.h>

#include "compiler/syntax/grammar.h"
#include "runtime/base/assert.h"

typedef struct RuleText {
    const char *name;
    const char *text;
    bool is_memo;
} RuleText;

enum { PLAIN, MEMO };
static const RuleText rule_texts[] = {
#define RULE(name, memo, text) {#name, text, (memo) == MEMO},
#include "compiler/syntax/error_rules.def"
#undef RULE
};

static const char *const action_names[] = {
#define ACTION(name, place, message) #name,
#include "compiler/syntax/error_actions.def"
#undef ACTION
};

typedef struct TokenText {
    const char *name;
    const char *text;
    int kind;
} TokenText;

static const TokenText token_texts[] = {
#define TOKEN(NAME, text) {#NAME, text, TOK_##NAME},
#include "compiler/syntax/token.def"
#undef TOKEN
};

typedef struct Reader {
    const char *next;
    Region *region;
    bool is_out_of_memory;
} Reader;

static void *take_memory(Reader *reader, size_t byte_size)
{
    void *memory = reader->is_out_of_memory ? NULL : region_zalloc(reader->region, byte_size);
    reader->is_out_of_memory |= !memory;
    return memory;
}

static bool is_word(const char *name, const char *text, size_t size)
{
    return strncmp(name, text, size) == 0 && name[size] == 0;
}

static const TokenText *find_token(const char *text, size_t size, bool by_name)
{
    for (size_t i = 0; i < sizeof token_texts / sizeof *token_texts; i++) {
        const TokenText *token = &token_texts[i];
        if (is_word(by_name ? token->name : token->text, text, size))
            return token;
    }
    UNREACHABLE();
}

static int find_rule(const char *text, size_t size)
{
    for (int i = 0; i < PEG_RULE_COUNT; i++) {
        if (is_word(rule_texts[i].name, text, size))
            return i;
    }
    UNREACHABLE();
}

static int find_action(const char *text, size_t size)
{
    for (int i = 0; i < ERROR_COUNT; i++) {
        if (is_word(action_names[i], text, size))
            return i;
    }
    UNREACHABLE();
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static size_t name_size(const char *text)
{
    size_t size = 0;
    while (is_name_char(text[size]))
        size++;
    return size;
}

static void skip_blanks(Reader *reader)
{
    reader->next += strspn(reader->next, " ");
}

static PegAlternative *read_alternatives(Reader *reader);

// 'x' or ^'x'
static void read_quoted(Reader *reader, PegItem *item)
{
    const char *start = ++reader->next;
    size_t size = strcspn(start, "'");
    const TokenText *token = find_token(start, size, false);
    item->value = token->kind;
    item->word = token->text;
    reader->next = start + size + 1;
}

static void read_name(Reader *reader, PegItem *item)
{
    const char *start = reader->next;
    size_t size = name_size(start);
    reader->next += size;
    if (is_word("SOFT_KEYWORD", start, size)) {
        item->kind = PEG_SOFT_KEYWORD;
    } else if (*start >= 'A' && *start <= 'Z') {
        item->kind = PEG_TOKEN;
        item->value = find_token(start, size, true)->kind;
    } else {
        item->kind = PEG_RULE;
        item->value = find_rule(start, size);
    }
}

static void read_primary(Reader *reader, PegItem *item)
{
    switch (*reader->next) {
    case '^':
        reader->next++;
        item->kind = PEG_FORCED_TOKEN;
        read_quoted(reader, item);
        break;
    case '\'':
        item->kind = PEG_TOKEN;
        read_quoted(reader, item);
        break;
    case '@':
        item->kind = PEG_WORD;
        item->word = "match"; // the only one
        reader->next += 1 + strlen(item->word);
        break;
    case '(':
        reader->next++;
        item->kind = PEG_GROUP;
        item->group = read_alternatives(reader);
        skip_blanks(reader);
        ASSERT(*reader->next == ')');
        reader->next++;
        break;
    default:
        read_name(reader, item);
        break;
    }
}

static PegItem *read_item(Reader *reader)
{
    PegItem *item = take_memory(reader, sizeof *item);
    if (!item)
        return NULL;
    if (*reader->next == '~') {
        reader->next++;
        item->kind = PEG_CUT;
        return item;
    }
    if (reader->next[0] && reader->next[1] == '=' && reader->next[0] != '\'') {
        item->capture = *reader->next - 'a' + 1;
        reader->next += 2;
    }
    if (*reader->next == '&' || *reader->next == '!')
        item->look = *reader->next++ == '&' ? PEG_LOOK_FOR : PEG_LOOK_NOT;
    read_primary(reader, item);
    if (*reader->next && strchr("*+?", *reader->next))
        item->repeat = *reader->next++;
    return item;
}

// Items up to '/', ')' or the end.
static PegAlternative *read_alternative(Reader *reader)
{
    PegAlternative *alternative = take_memory(reader, sizeof *alternative);
    if (!alternative)
        return NULL;
    alternative->action = -1;
    PegItem **link = &alternative->items;
    for (;;) {
        skip_blanks(reader);
        char c = *reader->next;
        if (c == 0 || c == '/' || c == ')') {
            const PegItem *only = alternative->items;
            alternative->is_invalid = only && !only->next && only->kind == PEG_RULE &&
                                      strncmp(rule_texts[only->value].name, "invalid_", 8) == 0;
            return alternative;
        }
        if (c == '{') {
            size_t size = strcspn(reader->next + 1, "}");
            alternative->action = find_action(reader->next + 1, size);
            reader->next += size + 2;
            continue;
        }
        *link = read_item(reader);
        if (!*link)
            return NULL;
        link = &(*link)->next;
    }
}

static PegAlternative *read_alternatives(Reader *reader)
{
    PegAlternative *first = NULL, **link = &first;
    do {
        *link = read_alternative(reader);
        if (!*link)
            return NULL;
        link = &(*link)->next;
    } while (*reader->next == '/' && reader->next++);
    return first;
}

const PegRule *peg_load(Region *region)
{
    Reader reader = {.region = region};
    PegRule *rules = take_memory(&reader, PEG_RULE_COUNT * sizeof *rules);
    for (int i = 0; i < PEG_RULE_COUNT && rules; i++) {
        reader.next = rule_texts[i].text;
        rules[i].alternatives = read_alternatives(&reader);
        rules[i].is_memo = rule_texts[i].is_memo;
        rules[i].is_plain_only = i == PEG_expression_without_invalid;
        ASSERT(reader.is_out_of_memory || *reader.next == 0);
    }
    return reader.is_out_of_memory ? NULL : rules;
}
