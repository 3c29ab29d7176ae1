// What the grammar's actions do: make nodes and lists, check what the grammar cannot say.
//
// All take positions from the pieces they are given. When something is refused they call
// parser_reject, and diagnose.c explains; when memory runs out the parser has failed. In both cases
// their result is not used.
#ifndef ADDER_COMPILER_SYNTAX_BUILDER_H
#define ADDER_COMPILER_SYNTAX_BUILDER_H

#include "compiler/syntax/grammar.h"
#include "compiler/syntax/parser.h"
#include "runtime/model/singletons.h"

typedef struct List {
    size_t count;
    size_t capacity;
    Node **items;
} List;

typedef struct TokenList {
    size_t count;
    size_t capacity;
    Token *items;
} TokenList;

// Value of a nonterminal, and the text it stands for, which is more than the node's own where
// there are parentheses around it.
typedef struct Piece {
    union {
        Node *node;
        List *list; // NULL: an optional part is not there
        TokenList *tokens;
        Object *name;
        int op;
    };
    int lineno;
    int col_offset;
    int end_lineno;
    int end_col_offset;
    bool has_comma; // argument lists: a comma behind the last one
} Piece;

typedef enum ParamKind {
    PARAM_PLAIN,
    PARAM_STAR,
    PARAM_DOUBLESTAR,
    PARAM_BARE_STAR,
    PARAM_SLASH,
} ParamKind;

// Flags of Node.flags that do not outlive the parse.
enum {
    NODE_BARE_GENERATOR = 1 << 6, // argument that is a generator without parentheses of its own
    NODE_HOLDS_ITEMS = 1 << 7,    // tuple with `expr as target` in it
};

// builder.c: lists, roots and statements
Piece pieces_none(void);
Piece pieces_empty(Parser *p);
Piece pieces_of(Parser *p, const Piece *item);
void pieces_append(Parser *p, Piece *list, const Piece *item);
void pieces_extend(Parser *p, Piece *list, const Piece *more);
void pieces_end(Piece *list, const Token *last); // the list's text ends with this token
Piece pieces_of_name(Parser *p, const Token *name);
void pieces_append_name(Parser *p, Piece *list, const Token *name);
// Appends to a sequence that is made by this function alone (it grows at powers of two).
void node_seq_append(Parser *p, NodeSeq *seq, Node *node);
NodeSeq pieces_take(const Piece *list); // an empty sequence for pieces_none
void build_module(Parser *p, AstKind kind, const Piece *body);
void build_expression(Parser *p, const Piece *expr);
void build_piece(Parser *p, const Piece *piece);
Piece build_expr_stmt(Parser *p, const Piece *expr);
Piece build_assign(Parser *p, const Piece *targets, const Piece *value);
Piece build_aug_assign(Parser *p, const Piece *target, const Piece *op, const Piece *value);
Piece build_ann_assign(Parser *p, const Piece *target, const Piece *annotation, const Piece *value);
Piece build_return(Parser *p, const Token *start, const Piece *value);
Piece build_raise(Parser *p, const Token *start, const Piece *exc, const Piece *cause);
Piece build_global(Parser *p, AstKind kind, const Token *start, const Piece *names);
Piece build_delete(Parser *p, const Token *start, const Piece *targets);
Piece build_bare_stmt(Parser *p, AstKind kind, const Token *token);
Piece build_assert(Parser *p, const Token *start, const Piece *test, const Piece *msg);
Piece build_import(Parser *p, const Token *start, const Piece *names);
Piece build_import_from(Parser *p, const Token *start, const Piece *dots, const Piece *module,
                        const Piece *names);
Piece build_dotted(Parser *p, const Piece *left, const Token *name);
Piece build_alias(Parser *p, const Piece *dotted, const Token *asname);
Piece build_import_star(Parser *p, const Token *star);
Piece build_import_as(Parser *p, const Token *name, const Token *asname);
Piece build_if(Parser *p, const Token *start, const Piece *test, const Piece *body,
               const Piece *orelse);
Piece build_elif(Parser *p, const Token *start, const Piece *test, const Piece *body,
                 const Piece *orelse);
Piece build_while(Parser *p, const Token *start, const Piece *test, const Piece *body,
                  const Piece *orelse);
Piece build_for(Parser *p, const Token *start, const Piece *target, const Piece *iter,
                const Piece *body, const Piece *orelse);
Piece build_try(Parser *p, const Token *start, const Piece *body, const Piece *handlers,
                const Piece *orelse, const Piece *finalbody);
Piece build_handler(Parser *p, const Token *start, const Piece *type, const Token *name,
                    const Piece *body);
Piece build_with(Parser *p, const Token *start, const Piece *items, const Piece *body);
Piece build_with_item(Parser *p, const Piece *expr, const Piece *target);
Piece build_decorated(Parser *p, const Piece *decorators, const Piece *definition);
Piece build_class(Parser *p, const Token *start, const Token *name, const Piece *args,
                  const Piece *body);
Piece build_def(Parser *p, const Token *start, const Token *name, const Piece *params,
                const Piece *returns, const Piece *body);

// builder_args.c: parameters, arguments
Piece build_param(Parser *p, ParamKind kind, const Token *name, const Piece *annotation,
                  const Piece *default_value);
Piece build_marker(Parser *p, ParamKind kind, const Token *token);
void args_trailing(Piece *list, const Token *comma);
// Sorts parameters (NULL: none) into an arguments node and checks their order.
Piece build_params(Parser *p, const Piece *params);
// Refuses what a class cannot have in its parentheses.
Piece build_class_args(Parser *p, const Piece *args);
// Splits into args and keywords and checks their order; NULL seqs stay untouched on rejection.
void build_args(Parser *p, const Piece *args, NodeSeq *positional, NodeSeq *keywords);
Piece build_keyword(Parser *p, const Token *name, const Piece *value);
Piece build_double_star(Parser *p, const Token *stars, const Piece *value);
Piece build_bare_generator(Parser *p, const Piece *elt, const Piece *generators);
Piece build_call(Parser *p, const Piece *func, const Token *open, const Piece *args,
                 const Token *close);
Piece build_lambda(Parser *p, const Token *start, const Piece *params, const Piece *body);

// builder_expr.c: expressions
Piece piece_of(Node *node); // at the node's own place
Node *node_between(Parser *p, AstKind kind, const Piece *first, const Piece *last);
Node *node_from(Parser *p, AstKind kind, const Token *first, const Piece *last);
Node *node_over(Parser *p, AstKind kind, const Token *first, const Token *last);
// Makes an expression a target of assignment or deletion, or rejects.
void set_target(Parser *p, Node *node, AstContext context);
bool is_single_target(const Node *node);
Piece build_sequence(Parser *p, const Piece *list, const Token *comma);
Piece build_for_target(Parser *p, const Piece *list, const Token *comma);
Piece build_starred(Parser *p, const Token *star, const Piece *value);
Piece build_yield(Parser *p, const Token *start, const Piece *value);
Piece build_yield_from(Parser *p, const Token *start, const Piece *value);
Piece build_named(Parser *p, const Token *name, const Piece *value);
Piece build_if_exp(Parser *p, const Piece *body, const Piece *test, const Piece *orelse);
Piece build_bool_op(Parser *p, AstBoolOp op, const Piece *left, const Piece *right);
Piece build_unary_op(Parser *p, AstUnaryOp op, const Token *token, const Piece *operand);
Piece build_bin_op(Parser *p, AstOperator op, const Piece *left, const Piece *right);
Piece build_compare(Parser *p, const Piece *left, const Piece *op, const Piece *right);
Piece build_attribute(Parser *p, const Piece *value, const Token *name);
Piece build_subscript(Parser *p, const Piece *value, const Piece *slice, const Token *close);
Piece build_slices(Parser *p, const Piece *list, const Token *comma);
Piece build_slice(Parser *p, const Piece *lower, const Token *colon, const Piece *upper,
                  const Token *second_colon, const Piece *step);
Piece build_name(Parser *p, const Token *name);
Piece build_number(Parser *p, const Token *number);
Piece build_strings(Parser *p, const Piece *strings);
Piece build_constant(Parser *p, const Token *token, Object *value);
Piece strings_of(Parser *p, const Token *string);
void strings_append(Parser *p, Piece *strings, const Token *string);
Piece build_tuple(Parser *p, const Token *open, const Piece *list, const Token *close);
Piece build_group(Parser *p, const Token *open, const Piece *expr, const Token *close);
Piece build_paren(Parser *p, const Token *open, const Piece *list, const Token *close);
Piece build_paren_item(Parser *p, const Piece *expr, const Piece *target);
Piece build_list(Parser *p, const Token *open, const Piece *list, const Token *close);
Piece build_set(Parser *p, const Token *open, const Piece *list, const Token *close);
Piece build_dict(Parser *p, const Token *open, const Piece *pairs, const Token *close);
Piece pieces_of_pair(Parser *p, const Piece *key, const Piece *value);
Piece build_comp(Parser *p, AstKind kind, const Token *open, const Piece *elt,
                 const Piece *generators, const Token *close);
Piece build_dict_comp(Parser *p, const Token *open, const Piece *key, const Piece *value,
                      const Piece *generators, const Token *close);
Piece build_comp_for(Parser *p, const Token *start, const Piece *target, const Piece *iter,
                     const Piece *ifs);

#endif
