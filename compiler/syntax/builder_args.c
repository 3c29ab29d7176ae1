// Builders of parameters (def, lambda) and arguments (calls, classes).
#include "compiler/syntax/builder.h"

#include <string.h>

static const Piece nothing;

static bool has_stopped(const Parser *p)
{
    return p->has_failed || p->is_rejected;
}

// ---- Parameters ---------------------------------------------------------------------------------
// Until build_params sorts them, a list holds two entries a parameter: an arg node whose flags
// are its ParamKind, and its default or NULL.

Piece build_param(Parser *p, ParamKind kind, const Token *name, const Piece *annotation,
                  const Piece *default_value)
{
    if (has_stopped(p))
        return nothing;
    Node *node =
        annotation ? node_from(p, AST_ARG, name, annotation) : node_over(p, AST_ARG, name, name);
    if (!node)
        return nothing;
    node->arg.arg = parser_name(p, name->start, name->size);
    node->arg.annotation = annotation ? annotation->node : NULL;
    node->flags = (uint8_t)kind;
    Piece piece = piece_of(node);
    Piece list = pieces_of(p, &piece);
    Piece value = default_value ? *default_value : nothing;
    if (!default_value)
        value = (Piece){.end_lineno = list.end_lineno, .end_col_offset = list.end_col_offset};
    pieces_append(p, &list, &value);
    return list;
}

Piece build_marker(Parser *p, ParamKind kind, const Token *token)
{
    return build_param(p, kind, token, NULL, NULL);
}

void args_trailing(Piece *list, const Token *comma)
{
    pieces_end(list, comma);
    list->has_comma = true;
}

typedef struct Sorter {
    Parser *p;
    Node *arguments;
    Piece posonly, args, defaults, kwonly, kw_defaults;
    bool has_slash, has_star, wants_name;
} Sorter;

static void sort_plain(Sorter *s, Node *param, Node *value)
{
    Piece piece = {.node = param}, default_piece = {.node = value};
    if (s->has_star) {
        pieces_append(s->p, &s->kwonly, &piece);
        pieces_append(s->p, &s->kw_defaults, &default_piece);
        s->wants_name = false;
        return;
    }
    pieces_append(s->p, &s->args, &piece);
    if (value)
        pieces_append(s->p, &s->defaults, &default_piece);
    else if (s->defaults.list->count)
        parser_reject(s->p); // non-default behind default
}

static void sort_param(Sorter *s, Node *param, Node *value)
{
    int kind = param->flags;
    param->flags = 0;
    Node *arguments = s->arguments;
    bool is_wrong = arguments->arguments.kwarg != NULL;
    switch (kind) {
    case PARAM_PLAIN:
        sort_plain(s, param, value);
        break;
    case PARAM_SLASH:
        is_wrong |= s->has_slash || s->has_star || !s->args.list->count;
        s->has_slash = true;
        s->posonly = s->args;
        s->args = pieces_empty(s->p);
        break;
    case PARAM_BARE_STAR:
    case PARAM_STAR:
        is_wrong |= s->has_star;
        s->has_star = true;
        s->wants_name = kind == PARAM_BARE_STAR;
        if (kind == PARAM_STAR)
            arguments->arguments.vararg = param;
        break;
    case PARAM_DOUBLESTAR:
        is_wrong |= s->wants_name;
        arguments->arguments.kwarg = param;
        break;
    }
    if (is_wrong)
        parser_reject(s->p);
}

Piece build_params(Parser *p, const Piece *params)
{
    if (has_stopped(p))
        return nothing;
    Piece none = nothing;
    Node *node = node_between(p, AST_ARGUMENTS, params ? params : &none, params ? params : &none);
    Sorter sorter = {.p = p, .arguments = node};
    sorter.posonly = pieces_empty(p);
    sorter.args = pieces_empty(p);
    sorter.defaults = pieces_empty(p);
    sorter.kwonly = pieces_empty(p);
    sorter.kw_defaults = pieces_empty(p);
    for (size_t i = 0; params && !has_stopped(p) && i < params->list->count; i += 2)
        sort_param(&sorter, params->list->items[i], params->list->items[i + 1]);
    if (has_stopped(p))
        return nothing;
    if (sorter.wants_name)
        parser_reject(p);
    node->arguments.posonlyargs = pieces_take(&sorter.posonly);
    node->arguments.args = pieces_take(&sorter.args);
    node->arguments.defaults = pieces_take(&sorter.defaults);
    node->arguments.kwonlyargs = pieces_take(&sorter.kwonly);
    node->arguments.kw_defaults = pieces_take(&sorter.kw_defaults);
    return piece_of(node);
}

Piece build_lambda(Parser *p, const Token *start, const Piece *params, const Piece *body)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_LAMBDA, start, body);
    if (!node)
        return nothing;
    node->Lambda.args = params->node;
    node->Lambda.body = body->node;
    return piece_of(node);
}

// ---- Arguments ----------------------------------------------------------------------------------

Piece build_keyword(Parser *p, const Token *name, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_KEYWORD, name, value);
    if (!node)
        return nothing;
    node->keyword.arg = parser_name(p, name->start, name->size);
    node->keyword.value = value->node;
    return piece_of(node);
}

Piece build_double_star(Parser *p, const Token *stars, const Piece *value)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_from(p, AST_KEYWORD, stars, value);
    if (!node)
        return nothing;
    node->keyword.value = value->node;
    return piece_of(node);
}

Piece build_bare_generator(Parser *p, const Piece *elt, const Piece *generators)
{
    if (has_stopped(p))
        return nothing;
    Node *node = node_between(p, AST_GENERATOR_EXP, elt, generators);
    if (!node)
        return nothing;
    node->GeneratorExp.elt = elt->node;
    node->GeneratorExp.generators = pieces_take(generators);
    node->flags = NODE_BARE_GENERATOR;
    return piece_of(node);
}

Piece build_class_args(Parser *p, const Piece *args)
{
    if (has_stopped(p))
        return nothing;
    Piece result = *args;
    if (args->list->count && args->list->items[0]->flags & NODE_BARE_GENERATOR)
        parser_reject(p);
    NodeSeq positional, keywords;
    build_args(p, args, &positional, &keywords); // for its checks
    return result;
}

void build_args(Parser *p, const Piece *args, NodeSeq *positional, NodeSeq *keywords)
{
    Piece first = pieces_empty(p), second = pieces_empty(p);
    if (has_stopped(p))
        return;
    bool has_keyword = false, has_mapping = false;
    const List *list = args->list;
    for (size_t i = 0; i < list->count && !has_stopped(p); i++) {
        Node *arg = list->items[i];
        Piece piece = {.node = arg};
        if (arg->kind == AST_KEYWORD) {
            has_keyword = true;
            has_mapping |= !arg->keyword.arg;
            pieces_append(p, &second, &piece);
            continue;
        }
        bool is_alone = list->count == 1 && !args->has_comma;
        if ((arg->flags & NODE_BARE_GENERATOR && !is_alone) || has_mapping ||
            (has_keyword && arg->kind != AST_STARRED))
            parser_reject(p);
        pieces_append(p, &first, &piece);
    }
    *positional = pieces_take(&first);
    *keywords = pieces_take(&second);
}

Piece build_call(Parser *p, const Piece *func, const Token *open, const Piece *args,
                 const Token *close)
{
    if (has_stopped(p))
        return nothing;
    Piece end = {.end_lineno = close->end_lineno, .end_col_offset = close->end_col_offset};
    Node *node = node_between(p, AST_CALL, func, &end);
    if (!node)
        return nothing;
    node->Call.func = func->node;
    build_args(p, args, &node->Call.args, &node->Call.keywords);
    if (!has_stopped(p) && node->Call.args.count &&
        node->Call.args.items[0]->flags & NODE_BARE_GENERATOR) {
        Node *generator = node->Call.args.items[0]; // it takes the call's parentheses as its own
        generator->flags = 0;
        generator->lineno = open->lineno;
        generator->col_offset = open->col_offset;
        generator->end_lineno = close->end_lineno;
        generator->end_col_offset = close->end_col_offset;
    }
    return piece_of(node);
}
