// Builders of lists, roots and statements. See builder.h for what they promise; a builder that
// finds the parser stopped, or a node that could not be made, returns at once.
#include "compiler/syntax/builder.h"

#include <string.h>

#include "runtime/text/str.h"

static const Piece nothing;

static bool has_stopped(const Parser *p)
{
    return p->has_failed || p->is_rejected;
}

// ---- Lists --------------------------------------------------------------------------------------

Piece pieces_none(void)
{
    return nothing;
}

Piece pieces_empty(Parser *p)
{
    Piece piece = nothing;
    piece.list = tree_alloc(p->tree, sizeof(List));
    if (!piece.list)
        p->has_failed = true;
    return piece;
}

static void append_node(Parser *p, List *list, Node *node)
{
    if (list->count == list->capacity) {
        size_t capacity = list->capacity ? list->capacity * 2 : 4;
        Node **items = tree_alloc(p->tree, capacity * sizeof *items);
        if (!items) {
            p->has_failed = true;
            return;
        }
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        list->capacity = capacity;
    }
    list->items[list->count++] = node;
}

Piece pieces_of(Parser *p, const Piece *item)
{
    Piece piece = pieces_empty(p);
    if (has_stopped(p))
        return nothing;
    List *list = piece.list;
    append_node(p, list, item->node);
    piece = *item;
    piece.list = list;
    return piece;
}

void pieces_append(Parser *p, Piece *list, const Piece *item)
{
    if (has_stopped(p))
        return;
    append_node(p, list->list, item->node);
    list->end_lineno = item->end_lineno;
    list->end_col_offset = item->end_col_offset;
}

void pieces_extend(Parser *p, Piece *list, const Piece *more)
{
    if (has_stopped(p))
        return;
    for (size_t i = 0; i < more->list->count; i++)
        append_node(p, list->list, more->list->items[i]);
    list->end_lineno = more->end_lineno;
    list->end_col_offset = more->end_col_offset;
}

void pieces_end(Piece *list, const Token *last)
{
    list->end_lineno = last->end_lineno;
    list->end_col_offset = last->end_col_offset;
}

// Names are kept as if they were nodes; build_global takes them out again.
static Piece name_piece(Parser *p, const Token *token)
{
    Piece piece = nothing;
    piece.name = parser_name(p, token->start, token->size);
    piece.lineno = token->lineno;
    piece.col_offset = token->col_offset;
    piece.end_lineno = token->end_lineno;
    piece.end_col_offset = token->end_col_offset;
    return piece;
}

void node_seq_append(Parser *p, NodeSeq *seq, Node *node)
{
    if ((seq->count & (seq->count - 1)) == 0) {
        Node **items = tree_alloc(p->tree, (seq->count ? seq->count * 2 : 1) * sizeof *items);
        if (!items) {
            p->has_failed = true;
            return;
        }
        if (seq->count)
            memcpy(items, seq->items, seq->count * sizeof *items);
        seq->items = items;
    }
    seq->items[seq->count++] = node;
}

Piece pieces_of_name(Parser *p, const Token *name)
{
    Piece piece = name_piece(p, name);
    return pieces_of(p, &piece);
}

void pieces_append_name(Parser *p, Piece *list, const Token *name)
{
    Piece piece = name_piece(p, name);
    pieces_append(p, list, &piece);
}

NodeSeq pieces_take(const Piece *list)
{
    if (!list || !list->list)
        return (NodeSeq){0, NULL};
    return (NodeSeq){list->list->count, list->list->items};
}

// ---- Roots --------------------------------------------------------------------------------------

void build_module(Parser *p, AstKind kind, const Piece *body)
{
    if (has_stopped(p))
        return;
    Node *node = ast_new(p->tree, kind, 1, 0, 1, 0);
    if (!node) {
        p->has_failed = true;
        return;
    }
    node->Module.body = pieces_take(body);
    p->tree->root = node;
}

void build_expression(Parser *p, const Piece *expr)
{
    if (has_stopped(p))
        return;
    Node *node = ast_new(p->tree, AST_EXPRESSION, 1, 0, 1, 0);
    if (!node) {
        p->has_failed = true;
        return;
    }
    const Node *body = expr->node;
    bool is_bare_tuple = body->kind == AST_TUPLE;
    for (size_t i = 0; is_bare_tuple && i < body->Tuple.elts.count; i++) {
        if (body->Tuple.elts.items[i]->kind == AST_STARRED &&
            *p->lexer.text != '(') // `eval` takes expressions, not star_expressions
            parser_reject(p);
    }
    if (body->kind == AST_STARRED)
        parser_reject(p);
    node->Expression.body = expr->node;
    p->tree->root = node;
}

void build_piece(Parser *p, const Piece *piece)
{
    if (!has_stopped(p))
        p->piece = piece->node;
}

// ---- Simple statements --------------------------------------------------------------------------

Piece build_expr_stmt(Parser *p, const Piece *expr)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_EXPR, expr, expr);
    if (!node)
        return nothing;
    node->Expr.value = expr->node;
    return piece_of(node);
}

Piece build_assign(Parser *p, const Piece *targets, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_ASSIGN, targets, value);
    if (!node)
        return nothing;
    node->Assign.targets = pieces_take(targets);
    node->Assign.value = value->node;
    for (size_t i = 0; i < node->Assign.targets.count; i++)
        set_target(p, node->Assign.targets.items[i], AST_CTX_STORE);
    return piece_of(node);
}

Piece build_aug_assign(Parser *p, const Piece *target, const Piece *op, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_AUG_ASSIGN, target, value);
    if (!node)
        return nothing;
    if (!is_single_target(target->node))
        parser_reject(p);
    else
        set_target(p, target->node, AST_CTX_STORE);
    node->AugAssign.target = target->node;
    node->AugAssign.op = op->op;
    node->AugAssign.value = value->node;
    return piece_of(node);
}

Piece build_ann_assign(Parser *p, const Piece *target, const Piece *annotation, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_ANN_ASSIGN, target, value ? value : annotation);
    if (!node)
        return nothing;
    if (!is_single_target(target->node))
        parser_reject(p);
    else
        set_target(p, target->node, AST_CTX_STORE);
    node->AnnAssign.target = target->node;
    node->AnnAssign.annotation = annotation->node;
    node->AnnAssign.value = value ? value->node : NULL;
    node->AnnAssign.simple =
        target->node->kind == AST_NAME && !(target->node->flags & NODE_PARENTHESIZED);
    return piece_of(node);
}

Piece build_return(Parser *p, const Token *start, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node =
        value ? node_from(p, AST_RETURN, start, value) : node_over(p, AST_RETURN, start, start);
    if (!node)
        return nothing;
    node->Return.value = value ? value->node : NULL;
    return piece_of(node);
}

Piece build_raise(Parser *p, const Token *start, const Piece *exc, const Piece *cause)
{
    if (has_stopped(p))
        return nothing;
    Node *node = exc ? node_from(p, AST_RAISE, start, cause ? cause : exc)
                     : node_over(p, AST_RAISE, start, start);
    if (!node)
        return nothing;
    node->Raise.exc = exc ? exc->node : NULL;
    node->Raise.cause = cause ? cause->node : NULL;
    return piece_of(node);
}

Piece build_global(Parser *p, AstKind kind, const Token *start, const Piece *names)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, kind, start, names);
    if (!node)
        return nothing;
    node->Global.names.count = names->list->count;
    node->Global.names.items = (Object **)names->list->items;
    return piece_of(node);
}

Piece build_delete(Parser *p, const Token *start, const Piece *targets)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_DELETE, start, targets);
    if (!node)
        return nothing;
    Node *target = targets->node;
    bool is_list = target->kind == AST_TUPLE && !(target->flags & NODE_PARENTHESIZED);
    if (is_list) {
        node->Delete.targets = target->Tuple.elts;
    } else {
        Piece list = pieces_of(p, targets);
        node->Delete.targets = pieces_take(&list);
    }
    for (size_t i = 0; !has_stopped(p) && i < node->Delete.targets.count; i++)
        set_target(p, node->Delete.targets.items[i], AST_CTX_DEL);
    return piece_of(node);
}

Piece build_bare_stmt(Parser *p, AstKind kind, const Token *token)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_over(p, kind, token, token);
    return node ? piece_of(node) : nothing;
}

Piece build_assert(Parser *p, const Token *start, const Piece *test, const Piece *msg)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_ASSERT, start, msg ? msg : test);
    if (!node)
        return nothing;
    node->Assert.test = test->node;
    node->Assert.msg = msg ? msg->node : NULL;
    return piece_of(node);
}

// ---- Imports ------------------------------------------------------------------------------------

Piece build_import(Parser *p, const Token *start, const Piece *names)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_IMPORT, start, names);
    if (!node)
        return nothing;
    node->Import.names = pieces_take(names);
    return piece_of(node);
}

Piece build_import_from(Parser *p, const Token *start, const Piece *dots, const Piece *module,
                        const Piece *names)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_IMPORT_FROM, start, names);
    if (!node)
        return nothing;
    node->ImportFrom.module = module ? module->node->alias.name : NULL;
    node->ImportFrom.names = pieces_take(names);
    node->ImportFrom.level = dots ? dots->op : 0;
    return piece_of(node);
}

// A dotted name is an alias node until somebody needs less.
Piece build_dotted(Parser *p, const Piece *left, const Token *name)
{
    if (has_stopped(p))
        return nothing;
    if (!left) {
        Node *node = node_over(p, AST_ALIAS, name, name);
        if (!node)
            return nothing;
        node->alias.name = parser_name(p, name->start, name->size);
        return piece_of(node);
    }
    Node *node = left->node;
    size_t left_size;
    const char *left_text = str_utf8(node->alias.name, &left_size);
    char *text = left_text ? tree_alloc(p->tree, left_size + 1 + name->size) : NULL;
    if (!text) {
        p->has_failed = true;
        return nothing;
    }
    memcpy(text, left_text, left_size);
    text[left_size] = '.';
    memcpy(text + left_size + 1, name->start, name->size);
    node->alias.name = parser_name(p, text, left_size + 1 + name->size);
    node->end_lineno = name->end_lineno;
    node->end_col_offset = name->end_col_offset;
    return piece_of(node);
}

Piece build_alias(Parser *p, const Piece *dotted, const Token *asname)
{
    if (has_stopped(p) || !asname)
        return *dotted;
    Node *node = dotted->node;
    node->alias.asname = parser_name(p, asname->start, asname->size);
    node->end_lineno = asname->end_lineno;
    node->end_col_offset = asname->end_col_offset;
    return piece_of(node);
}

Piece build_import_star(Parser *p, const Token *star)
{
    Piece piece = build_dotted(p, NULL, star);
    return has_stopped(p) ? nothing : pieces_of(p, &piece);
}

Piece build_import_as(Parser *p, const Token *name, const Token *asname)
{
    Piece piece = build_dotted(p, NULL, name);
    return has_stopped(p) ? nothing : build_alias(p, &piece, asname);
}

// ---- Compound statements ------------------------------------------------------------------------

// The last of two parts that is there.
static const Piece *last_of(const Piece *first, const Piece *second)
{
    return second && second->list ? second : first;
}

Piece build_if(Parser *p, const Token *start, const Piece *test, const Piece *body,
               const Piece *orelse)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_IF, start, last_of(body, orelse));
    if (!node)
        return nothing;
    node->If.test = test->node;
    node->If.body = pieces_take(body);
    node->If.orelse = pieces_take(orelse);
    return piece_of(node);
}

Piece build_elif(Parser *p, const Token *start, const Piece *test, const Piece *body,
                 const Piece *orelse)
{
    Piece piece = build_if(p, start, test, body, orelse);
    return has_stopped(p) ? nothing : pieces_of(p, &piece);
}

Piece build_while(Parser *p, const Token *start, const Piece *test, const Piece *body,
                  const Piece *orelse)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_WHILE, start, last_of(body, orelse));
    if (!node)
        return nothing;
    node->While.test = test->node;
    node->While.body = pieces_take(body);
    node->While.orelse = pieces_take(orelse);
    return piece_of(node);
}

Piece build_for(Parser *p, const Token *start, const Piece *target, const Piece *iter,
                const Piece *body, const Piece *orelse)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_FOR, start, last_of(body, orelse));
    if (!node)
        return nothing;
    node->For.target = target->node;
    node->For.iter = iter->node;
    node->For.body = pieces_take(body);
    node->For.orelse = pieces_take(orelse);
    return piece_of(node);
}

Piece build_try(Parser *p, const Token *start, const Piece *body, const Piece *handlers,
                const Piece *orelse, const Piece *finalbody)
{
    if (has_stopped(p))
        return nothing;
    const Piece *last = last_of(last_of(last_of(body, handlers), orelse), finalbody);
    Node *node = node_from(p, AST_TRY, start, last);
    if (!node)
        return nothing;
    node->Try.body = pieces_take(body);
    node->Try.handlers = pieces_take(handlers);
    node->Try.orelse = pieces_take(orelse);
    node->Try.finalbody = pieces_take(finalbody);
    return piece_of(node);
}

Piece build_handler(Parser *p, const Token *start, const Piece *type, const Token *name,
                    const Piece *body)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_EXCEPT_HANDLER, start, body);
    if (!node)
        return nothing;
    node->ExceptHandler.type = type ? type->node : NULL;
    node->ExceptHandler.name = name ? parser_name(p, name->start, name->size) : NULL;
    node->ExceptHandler.body = pieces_take(body);
    return piece_of(node);
}

Piece build_with_item(Parser *p, const Piece *expr, const Piece *target)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_WITHITEM, expr, target ? target : expr);
    if (!node)
        return nothing;
    node->withitem.context_expr = expr->node;
    node->withitem.optional_vars = target ? target->node : NULL;
    if (target)
        set_target(p, target->node, AST_CTX_STORE);
    return piece_of(node);
}

// Whether `with (a, b):` means two items: what stands in the parentheses could stand without them.
static bool is_item_list(const Node *item)
{
    const Node *tuple = item->withitem.context_expr;
    if (item->withitem.optional_vars || tuple->kind != AST_TUPLE || !tuple->Tuple.elts.count)
        return false;
    if (tuple->lineno != item->lineno || tuple->col_offset != item->col_offset)
        return false; // parentheses around the tuple's own
    if (tuple->flags & NODE_HOLDS_ITEMS)
        return true;
    for (size_t i = 0; i < tuple->Tuple.elts.count; i++) {
        const Node *element = tuple->Tuple.elts.items[i];
        bool is_named = element->kind == AST_NAMED_EXPR && !(element->flags & NODE_PARENTHESIZED);
        if (element->kind == AST_STARRED || is_named)
            return false;
    }
    return true;
}

// The elements of the tuple become items.
static void open_items(Parser *p, NodeSeq elements, NodeSeq *items)
{
    Piece list = pieces_empty(p);
    for (size_t i = 0; !has_stopped(p) && i < elements.count; i++) {
        Node *element = elements.items[i];
        if (element->kind == AST_WITHITEM) {
            p->open_item_count--;
            if (element->withitem.optional_vars)
                set_target(p, element->withitem.optional_vars, AST_CTX_STORE);
            append_node(p, list.list, element);
            continue;
        }
        bool is_named = element->kind == AST_NAMED_EXPR && !(element->flags & NODE_PARENTHESIZED);
        if (element->kind == AST_STARRED || is_named)
            parser_reject(p);
        Piece expr = piece_of(element);
        Piece item = build_with_item(p, &expr, NULL);
        pieces_append(p, &list, &item);
    }
    *items = pieces_take(&list);
}

Piece build_with(Parser *p, const Token *start, const Piece *items, const Piece *body)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_WITH, start, body);
    if (!node)
        return nothing;
    node->With.items = pieces_take(items);
    node->With.body = pieces_take(body);
    if (node->With.items.count == 1 && is_item_list(node->With.items.items[0]))
        open_items(p, node->With.items.items[0]->withitem.context_expr->Tuple.elts,
                   &node->With.items);
    return piece_of(node);
}

Piece build_decorated(Parser *p, const Piece *decorators, const Piece *definition)
{
    if (has_stopped(p))
        return nothing;
    Node *node = definition->node;
    if (node->kind == AST_CLASS_DEF)
        node->ClassDef.decorator_list = pieces_take(decorators);
    else
        node->FunctionDef.decorator_list = pieces_take(decorators);
    return *definition;
}

Piece build_class(Parser *p, const Token *start, const Token *name, const Piece *args,
                  const Piece *body)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_CLASS_DEF, start, body);
    if (!node)
        return nothing;
    node->ClassDef.name = parser_name(p, name->start, name->size);
    node->ClassDef.body = pieces_take(body);
    if (args)
        build_args(p, args, &node->ClassDef.bases, &node->ClassDef.keywords);
    return piece_of(node);
}

Piece build_def(Parser *p, const Token *start, const Token *name, const Piece *params,
                const Piece *returns, const Piece *body)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_FUNCTION_DEF, start, body);
    if (!node)
        return nothing;
    node->FunctionDef.name = parser_name(p, name->start, name->size);
    node->FunctionDef.args = params->node;
    node->FunctionDef.body = pieces_take(body);
    node->FunctionDef.returns = returns ? returns->node : NULL;
    return piece_of(node);
}
