// The rules of error_rules.def as a graph.
#ifndef ADDER_COMPILER_SYNTAX_PEG_H
#define ADDER_COMPILER_SYNTAX_PEG_H

#include "runtime/memory/region.h"

typedef enum PegRuleName {
#define RULE(name, memo, text) PEG_##name,
#include "compiler/syntax/error_rules.def"
#undef RULE
    PEG_RULE_COUNT
} PegRuleName;

typedef enum ErrorAction {
#define ACTION(name, place, message) ERROR_##name,
#include "compiler/syntax/error_actions.def"
#undef ACTION
    ERROR_COUNT
} ErrorAction;

typedef enum PegKind {
    PEG_TOKEN,        // value: TOK_*
    PEG_FORCED_TOKEN, // the same; word: its text
    PEG_WORD,         // a NAME; word: its text
    PEG_SOFT_KEYWORD,
    PEG_RULE, // value: PEG_*
    PEG_GROUP,
    PEG_CUT,
} PegKind;

typedef enum PegLook { PEG_TAKE, PEG_LOOK_FOR, PEG_LOOK_NOT } PegLook;

typedef struct PegAlternative PegAlternative;

typedef struct PegItem {
    PegKind kind;
    PegLook look;
    char repeat; // 0, '*', '+', '?'
    int capture; // 1: a, 2: b, 0: none
    int value;
    const char *word;
    const PegAlternative *group;
    struct PegItem *next;
} PegItem;

struct PegAlternative {
    PegItem *items;
    int action;      // ERROR_* or -1
    bool is_invalid; // one invalid_ rule and nothing else: tried only in the second pass
    PegAlternative *next;
};

typedef struct PegRule {
    const PegAlternative *alternatives;
    bool is_memo;
    bool is_plain_only; // inside it no invalid_ rule matches
} PegRule;

// Reads all rules into the region. PEG_RULE_COUNT of them, or NULL when memory is out.
const PegRule *peg_load(Region *region);

#endif
