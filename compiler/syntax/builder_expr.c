// Builders of expressions.
#include "compiler/syntax/builder.h"

#include <string.h>

#include "compiler/syntax/literal.h"

static const Piece nothing;

static bool has_stopped(const Parser *p)
{
    return p->has_failed || p->is_rejected;
}

// ---- Nodes and places ---------------------------------------------------------------------------

static Node *new_node(Parser *p, AstKind kind, int lineno, int col_offset, int end_lineno,
                      int end_col_offset)
{
    Node *node = ast_new(p->tree, kind, lineno, col_offset, end_lineno, end_col_offset);
    if (!node)
        p->has_failed = true;
    return node;
}

Node *node_between(Parser *p, AstKind kind, const Piece *first, const Piece *last)
{
    return new_node(p, kind, first->lineno, first->col_offset, last->end_lineno,
                    last->end_col_offset);
}

Node *node_from(Parser *p, AstKind kind, const Token *first, const Piece *last)
{
    return new_node(p, kind, first->lineno, first->col_offset, last->end_lineno,
                    last->end_col_offset);
}

Node *node_over(Parser *p, AstKind kind, const Token *first, const Token *last)
{
    return new_node(p, kind, first->lineno, first->col_offset, last->end_lineno,
                    last->end_col_offset);
}

static Node *node_to(Parser *p, AstKind kind, const Piece *first, const Token *last)
{
    return new_node(p, kind, first->lineno, first->col_offset, last->end_lineno,
                    last->end_col_offset);
}

Piece piece_of(Node *node)
{
    return (Piece){.node = node,
                   .lineno = node->lineno,
                   .col_offset = node->col_offset,
                   .end_lineno = node->end_lineno,
                   .end_col_offset = node->end_col_offset};
}

// ---- Targets ------------------------------------------------------------------------------------

// Nesting is bounded by the brackets that it takes.
void set_target(Parser *p, Node *node, AstContext context)
{
    switch (node->kind) {
    case AST_NAME:
        node->Name.ctx = (int)context;
        return;
    case AST_ATTRIBUTE:
        node->Attribute.ctx = (int)context;
        return;
    case AST_SUBSCRIPT:
        node->Subscript.ctx = (int)context;
        return;
    case AST_STARRED:
        if (context == AST_CTX_DEL || node->Starred.value->kind == AST_STARRED)
            break;
        node->Starred.ctx = (int)context;
        set_target(p, node->Starred.value, context);
        return;
    case AST_TUPLE:
        node->Tuple.ctx = (int)context;
        for (size_t i = 0; i < node->Tuple.elts.count; i++)
            set_target(p, node->Tuple.elts.items[i], context);
        return;
    case AST_LIST:
        node->List.ctx = (int)context;
        for (size_t i = 0; i < node->List.elts.count; i++)
            set_target(p, node->List.elts.items[i], context);
        return;
    default:
        break;
    }
    parser_reject(p);
}

bool is_single_target(const Node *node)
{
    return node->kind == AST_NAME || node->kind == AST_ATTRIBUTE || node->kind == AST_SUBSCRIPT;
}

// ---- Sequences ----------------------------------------------------------------------------------

Piece build_sequence(Parser *p, const Piece *list, const Token *comma)
{
    if (has_stopped(p))
        return nothing;
    if (list->list->count == 1 && !comma) {
        Piece piece = *list;
        piece.node = list->list->items[0];
        return piece;
    }
    Node *node =
        comma ? node_to(p, AST_TUPLE, list, comma) : node_between(p, AST_TUPLE, list, list);
    if (!node)
        return nothing;
    node->Tuple.elts = pieces_take(list);
    return piece_of(node);
}

Piece build_for_target(Parser *p, const Piece *list, const Token *comma)
{
    Piece piece = build_sequence(p, list, comma);
    if (!has_stopped(p))
        set_target(p, piece.node, AST_CTX_STORE);
    return piece;
}

Piece build_starred(Parser *p, const Token *star, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_STARRED, star, value);
    if (!node)
        return nothing;
    node->Starred.value = value->node;
    return piece_of(node);
}

Piece build_tuple(Parser *p, const Token *open, const Piece *list, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_TUPLE, open, close);
    if (!node)
        return nothing;
    node->Tuple.elts = pieces_take(list);
    node->flags = NODE_PARENTHESIZED;
    for (size_t i = 0; i < node->Tuple.elts.count; i++) {
        if (node->Tuple.elts.items[i]->kind == AST_WITHITEM)
            node->flags |= NODE_HOLDS_ITEMS;
    }
    return piece_of(node);
}

Piece build_group(Parser *p, const Token *open, const Piece *expr, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Piece piece = *expr;
    piece.node->flags |= NODE_PARENTHESIZED;
    piece.lineno = open->lineno;
    piece.col_offset = open->col_offset;
    piece.end_lineno = close->end_lineno;
    piece.end_col_offset = close->end_col_offset;
    return piece;
}

Piece build_paren(Parser *p, const Token *open, const Piece *list, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *only = list->list->items[0];
    if (list->list->count > 1 || only->kind == AST_WITHITEM)
        return build_tuple(p, open, list, close);
    if (only->kind == AST_STARRED)
        parser_reject(p);
    Piece expr = *list;
    expr.node = only;
    return build_group(p, open, &expr, close);
}

Piece build_paren_item(Parser *p, const Piece *expr, const Piece *target)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_WITHITEM, expr, target);
    if (!node)
        return nothing;
    node->withitem.context_expr = expr->node;
    node->withitem.optional_vars = target->node;
    p->open_item_count++;
    return piece_of(node);
}

Piece build_list(Parser *p, const Token *open, const Piece *list, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_LIST, open, close);
    if (!node)
        return nothing;
    node->List.elts = pieces_take(list);
    return piece_of(node);
}

Piece build_set(Parser *p, const Token *open, const Piece *list, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_SET, open, close);
    if (!node)
        return nothing;
    node->Set.elts = pieces_take(list);
    return piece_of(node);
}

// A pair is two entries; the key of `**mapping` is NULL.
Piece pieces_of_pair(Parser *p, const Piece *key, const Piece *value)
{
    Piece absent = nothing;
    Piece list = pieces_of(p, key ? key : &absent);
    pieces_append(p, &list, value);
    return list;
}

Piece build_dict(Parser *p, const Token *open, const Piece *pairs, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_DICT, open, close);
    Piece keys = pieces_empty(p), values = pieces_empty(p);
    for (size_t i = 0; pairs && !has_stopped(p) && i < pairs->list->count; i += 2) {
        Piece key = {.node = pairs->list->items[i]}, value = {.node = pairs->list->items[i + 1]};
        pieces_append(p, &keys, &key);
        pieces_append(p, &values, &value);
    }
    if (has_stopped(p))
        return nothing;
    node->Dict.keys = pieces_take(&keys);
    node->Dict.values = pieces_take(&values);
    return piece_of(node);
}

// ---- Comprehensions -----------------------------------------------------------------------------

Piece build_comp(Parser *p, AstKind kind, const Token *open, const Piece *elt,
                 const Piece *generators, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, kind, open, close);
    if (!node)
        return nothing;
    node->ListComp.elt = elt->node; // the three kinds have the same fields
    node->ListComp.generators = pieces_take(generators);
    return piece_of(node);
}
_Static_assert(offsetof(Node, ListComp.generators) == offsetof(Node, SetComp.generators) &&
                   offsetof(Node, ListComp.generators) == offsetof(Node, GeneratorExp.generators),
               "build_comp fills all three through ListComp");

Piece build_dict_comp(Parser *p, const Token *open, const Piece *key, const Piece *value,
                      const Piece *generators, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_DICT_COMP, open, close);
    if (!node)
        return nothing;
    node->DictComp.key = key->node;
    node->DictComp.value = value->node;
    node->DictComp.generators = pieces_take(generators);
    return piece_of(node);
}

Piece build_comp_for(Parser *p, const Token *start, const Piece *target, const Piece *iter,
                     const Piece *ifs)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_COMPREHENSION, start, ifs->list->count ? ifs : iter);
    if (!node)
        return nothing;
    node->comprehension.target = target->node;
    node->comprehension.iter = iter->node;
    node->comprehension.ifs = pieces_take(ifs);
    return piece_of(node);
}

// ---- Operators ----------------------------------------------------------------------------------

Piece build_yield(Parser *p, const Token *start, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node =
        value ? node_from(p, AST_YIELD, start, value) : node_over(p, AST_YIELD, start, start);
    if (!node)
        return nothing;
    node->Yield.value = value ? value->node : NULL;
    return piece_of(node);
}

Piece build_yield_from(Parser *p, const Token *start, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_YIELD_FROM, start, value);
    if (!node)
        return nothing;
    node->YieldFrom.value = value->node;
    return piece_of(node);
}

Piece build_named(Parser *p, const Token *name, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_NAMED_EXPR, name, value);
    Piece target = build_name(p, name);
    if (has_stopped(p))
        return nothing;
    set_target(p, target.node, AST_CTX_STORE);
    node->NamedExpr.target = target.node;
    node->NamedExpr.value = value->node;
    return piece_of(node);
}

Piece build_if_exp(Parser *p, const Piece *body, const Piece *test, const Piece *orelse)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_IF_EXP, body, orelse);
    if (!node)
        return nothing;
    node->IfExp.test = test->node;
    node->IfExp.body = body->node;
    node->IfExp.orelse = orelse->node;
    return piece_of(node);
}

// `a or b or c` is one node with three values.
Piece build_bool_op(Parser *p, AstBoolOp op, const Piece *left, const Piece *right)
{
    if (has_stopped(p))
        return nothing;
    Node *node = left->node;
    bool is_chain = node->kind == AST_BOOL_OP && node->BoolOp.op == (int)op &&
                    !(node->flags & NODE_PARENTHESIZED);
    if (!is_chain) {
        node = node_between(p, AST_BOOL_OP, left, right);
        if (!node)
            return nothing;
        node->BoolOp.op = (int)op;
        node_seq_append(p, &node->BoolOp.values, left->node);
    }
    node_seq_append(p, &node->BoolOp.values, right->node);
    node->end_lineno = right->end_lineno;
    node->end_col_offset = right->end_col_offset;
    return piece_of(node);
}

Piece build_unary_op(Parser *p, AstUnaryOp op, const Token *token, const Piece *operand)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_UNARY_OP, token, operand);
    if (!node)
        return nothing;
    node->UnaryOp.op = (int)op;
    node->UnaryOp.operand = operand->node;
    return piece_of(node);
}

Piece build_bin_op(Parser *p, AstOperator op, const Piece *left, const Piece *right)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_BIN_OP, left, right);
    if (!node)
        return nothing;
    node->BinOp.left = left->node;
    node->BinOp.op = (int)op;
    node->BinOp.right = right->node;
    return piece_of(node);
}

// The operators grow as the comparators do: at powers of two.
static void append_op(Parser *p, OpSeq *ops, int op)
{
    if ((ops->count & (ops->count - 1)) == 0) {
        int *items = tree_alloc(p->tree, (ops->count ? ops->count * 2 : 1) * sizeof *items);
        if (!items) {
            p->has_failed = true;
            return;
        }
        if (ops->count)
            memcpy(items, ops->items, ops->count * sizeof *items);
        ops->items = items;
    }
    ops->items[ops->count++] = op;
}

// `a < b < c` is one node.
Piece build_compare(Parser *p, const Piece *left, const Piece *op, const Piece *right)
{
    if (has_stopped(p))
        return nothing;
    Node *node = left->node;
    if (node->kind != AST_COMPARE || node->flags & NODE_PARENTHESIZED) {
        node = node_between(p, AST_COMPARE, left, right);
        if (!node)
            return nothing;
        node->Compare.left = left->node;
    }
    append_op(p, &node->Compare.ops, op->op);
    node_seq_append(p, &node->Compare.comparators, right->node);
    node->end_lineno = right->end_lineno;
    node->end_col_offset = right->end_col_offset;
    return piece_of(node);
}

Piece build_attribute(Parser *p, const Piece *value, const Token *name)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_to(p, AST_ATTRIBUTE, value, name);
    if (!node)
        return nothing;
    node->Attribute.value = value->node;
    node->Attribute.attr = parser_name(p, name->start, name->size);
    return piece_of(node);
}

Piece build_subscript(Parser *p, const Piece *value, const Piece *slice, const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_to(p, AST_SUBSCRIPT, value, close);
    if (!node)
        return nothing;
    node->Subscript.value = value->node;
    node->Subscript.slice = slice->node;
    return piece_of(node);
}

// A lone `*x` in brackets is a tuple of one.
Piece build_slices(Parser *p, const Piece *list, const Token *comma)
{
    if (has_stopped(p))
        return nothing;
    bool is_single = list->list->count == 1 && !comma;
    if (!is_single || list->list->items[0]->kind != AST_STARRED)
        return build_sequence(p, list, comma);
    Node *node = node_between(p, AST_TUPLE, list, list);
    if (!node)
        return nothing;
    node->Tuple.elts = pieces_take(list);
    return piece_of(node);
}

Piece build_slice(Parser *p, const Piece *lower, const Token *colon, const Piece *upper,
                  const Token *second_colon, const Piece *step)
{
    if (has_stopped(p))
        return nothing;
    Piece first = {.lineno = colon->lineno, .col_offset = colon->col_offset};
    const Token *last_colon = second_colon ? second_colon : colon;
    Piece last = {.end_lineno = last_colon->end_lineno,
                  .end_col_offset = last_colon->end_col_offset};
    if (upper->node && !second_colon)
        last = *upper;
    if (step && step->node)
        last = *step;
    Node *node = node_between(p, AST_SLICE, lower->node ? lower : &first, &last);
    if (!node)
        return nothing;
    node->Slice.lower = lower->node;
    node->Slice.upper = upper->node;
    node->Slice.step = step ? step->node : NULL;
    return piece_of(node);
}

// ---- Atoms --------------------------------------------------------------------------------------

Piece build_name(Parser *p, const Token *name)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_NAME, name, name);
    if (!node)
        return nothing;
    node->Name.id = parser_name(p, name->start, name->size);
    return piece_of(node);
}

Piece build_constant(Parser *p, const Token *token, Object *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, AST_CONSTANT, token, token);
    if (!node)
        return nothing;
    node->Constant.value = value;
    return piece_of(node);
}

Piece build_number(Parser *p, const Token *number)
{
    if (has_stopped(p))
        return nothing;
    Object *value = literal_number(p, number);
    if (!value) {
        p->has_failed = true;
        return nothing;
    }
    return build_constant(p, number, value);
}

Piece strings_of(Parser *p, const Token *string)
{
    Piece piece = {.lineno = string->lineno, .col_offset = string->col_offset};
    if (has_stopped(p))
        return nothing;
    piece.tokens = tree_alloc(p->tree, sizeof(TokenList));
    if (!piece.tokens)
        p->has_failed = true;
    else
        strings_append(p, &piece, string);
    return piece;
}

void strings_append(Parser *p, Piece *strings, const Token *string)
{
    if (has_stopped(p))
        return;
    TokenList *list = strings->tokens;
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 4 : 1;
        Token *items = tree_alloc(p->tree, capacity * sizeof *items);
        if (!items) {
            p->has_failed = true;
            return;
        }
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = *string;
    strings->end_lineno = string->end_lineno;
    strings->end_col_offset = string->end_col_offset;
}

Piece build_strings(Parser *p, const Piece *strings)
{
    if (has_stopped(p))
        return nothing;
    Node *node = literal_strings(p, strings->tokens->items, strings->tokens->count);
    if (!node) {
        p->has_failed = true;
        return nothing;
    }
    return piece_of(node);
}
