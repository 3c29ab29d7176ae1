// Scopes, first walk: collects names. The second pass, which decides places, is scope_resolve.c.
// Read visit_stmt and visit_expr first; the rules and their order are those of CPython's
// symtable.c, so that of several errors the same one is reported.
#include "compiler/codegen/scope.h"

#include "compiler/codegen/scope_resolve.h"
#include "runtime/model/error.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <string.h>

typedef struct Walker {
    CompileContext *context;
    ScopeTable *table;
    Scope *scope;          // being filled
    Object *name_super;    // interned names, owned by the tree
    Object *name_class;    // "__class__"
    Object *name_iterator; // ".0"
} Walker;

static int visit_expr(Walker *walker, const Node *node);
static int visit_body(Walker *walker, const NodeSeq *body);

// ---- Maps ---------------------------------------------------------------------------------------

static size_t hash_pointer(const void *pointer)
{
    return (size_t)(((uintptr_t)pointer >> 4) * 0x9E3779B97F4A7C15u >> 20);
}

Symbol *scope_find(const Scope *scope, const Object *name)
{
    const SymbolMap *map = &scope->symbols;
    if (!map->slot_count)
        return NULL;
    for (size_t i = hash_pointer(name);; i++) {
        uint32_t entry = map->slots[i & (map->slot_count - 1)];
        if (!entry)
            return NULL;
        if (map->items[entry - 1]->name == name)
            return map->items[entry - 1];
    }
}

// Room for one more in an array of the tree's region (old room is wasted; it doubles).
static int reserve(CompileContext *context, void *items_pointer, uint32_t count,
                   uint32_t *capacity, size_t item_size)
{
    void **items = items_pointer;
    if (count < *capacity)
        return 0;
    uint32_t new_capacity = *capacity ? *capacity * 2 : 4;
    void *bigger = context_alloc(context, new_capacity * item_size);
    if (!bigger)
        return -1;
    if (count)
        memcpy(bigger, *items, count * item_size);
    *items = bigger;
    *capacity = new_capacity;
    return 0;
}

static void insert_slot(SymbolMap *map, uint32_t index)
{
    size_t i = hash_pointer(map->items[index]->name);
    while (map->slots[i & (map->slot_count - 1)])
        i++;
    map->slots[i & (map->slot_count - 1)] = index + 1;
}

Symbol *scope_add(CompileContext *context, Scope *scope, Object *name)
{
    Symbol *symbol = scope_find(scope, name);
    if (symbol)
        return symbol;
    SymbolMap *map = &scope->symbols;
    if (reserve(context, &map->items, map->count, &map->capacity, sizeof *map->items) < 0)
        return NULL;
    if (map->count * 2 >= map->slot_count) {
        uint32_t slot_count = map->slot_count ? map->slot_count * 2 : 8;
        uint32_t *slots = context_alloc(context, slot_count * sizeof *slots);
        if (!slots)
            return NULL;
        map->slots = slots;
        map->slot_count = slot_count;
        for (uint32_t i = 0; i < map->count; i++)
            insert_slot(map, i);
    }
    symbol = context_alloc(context, sizeof *symbol);
    if (!symbol)
        return NULL;
    symbol->name = name;
    symbol->register_index = -1;
    map->items[map->count] = symbol;
    insert_slot(map, map->count++);
    return symbol;
}

static void insert_scope(ScopeTable *table, const Node *node, Scope *scope)
{
    size_t i = hash_pointer(node);
    while (table->slots[i & (table->slot_count - 1)].node)
        i++;
    table->slots[i & (table->slot_count - 1)].node = node;
    table->slots[i & (table->slot_count - 1)].scope = scope;
}

static int add_scope(Walker *walker, const Node *node, Scope *scope)
{
    ScopeTable *table = walker->table;
    if (table->count * 2 >= table->slot_count) {
        ScopeTable old = *table;
        table->slot_count = old.slot_count ? old.slot_count * 2 : 16;
        table->slots = context_alloc(walker->context, table->slot_count * sizeof *table->slots);
        if (!table->slots) {
            *table = old;
            return -1;
        }
        for (uint32_t i = 0; i < old.slot_count; i++)
            if (old.slots[i].node)
                insert_scope(table, old.slots[i].node, old.slots[i].scope);
    }
    table->count++;
    insert_scope(table, node, scope);
    return 0;
}

Scope *scope_of_node(const ScopeTable *table, const Node *node)
{
    for (size_t i = hash_pointer(node);; i++) {
        const struct ScopeSlot *slot = &table->slots[i & (table->slot_count - 1)];
        if (slot->node == node || !slot->node)
            return slot->scope;
    }
}

// ---- Scopes and definitions ---------------------------------------------------------------------

static int enter_scope(Walker *walker, ScopeKind kind, const Node *node, Object *name)
{
    Scope *parent = walker->scope;
    Scope *scope = context_alloc(walker->context, sizeof *scope);
    if (!scope || add_scope(walker, node, scope) < 0)
        return -1;
    scope->kind = kind;
    scope->node = node;
    scope->name = name;
    scope->parent = parent;
    if (parent) {
        scope->class_name = kind == SCOPE_CLASS ? name : parent->class_name;
        scope->is_nested = parent->is_nested || parent->kind == SCOPE_FUNCTION;
        scope->iterable_depth = parent->iterable_depth;
        if (reserve(walker->context, &parent->children, parent->child_count,
                    &parent->child_capacity, sizeof *parent->children) < 0)
            return -1;
        parent->children[parent->child_count++] = scope;
    }
    walker->scope = scope;
    return 0;
}

static void leave_scope(Walker *walker)
{
    walker->scope = walker->scope->parent;
}

static uint32_t flags_of(Walker *walker, Scope *scope, Object *name)
{
    Object *mangled = context_mangle(walker->context, walker->scope->class_name, name);
    Symbol *symbol = mangled ? scope_find(scope, mangled) : NULL;
    return symbol ? symbol->flags : 0;
}

static int define_in(Walker *walker, Scope *scope, Object *name, uint32_t flags, const Node *place)
{
    CompileContext *context = walker->context;
    Object *mangled = context_mangle(context, walker->scope->class_name, name);
    Symbol *symbol = mangled ? scope_add(context, scope, mangled) : NULL;
    if (!symbol)
        return -1;
    if ((flags & SYMBOL_PARAMETER) && (symbol->flags & SYMBOL_PARAMETER))
        return context_error(context, place, "duplicate argument '%U' in function definition",
                             name);
    if (scope->is_comprehension && scope->in_target) {
        if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))
            return context_error(
                context, place,
                "comprehension inner loop cannot rebind assignment expression target '%U'", name);
        flags |= SYMBOL_ITERATION;
    }
    symbol->flags |= flags;
    if (flags & SYMBOL_PARAMETER) {
        if (reserve(context, &scope->parameters, scope->parameter_count,
                    &scope->parameter_capacity, sizeof *scope->parameters) < 0)
            return -1;
        symbol->register_index = (int32_t)scope->parameter_count;
        scope->parameters[scope->parameter_count++] = symbol;
    }
    return 0;
}

static int define(Walker *walker, Object *name, uint32_t flags, const Node *place)
{
    return define_in(walker, walker->scope, name, flags, place);
}

static int record_directive(Walker *walker, Object *name, const Node *node)
{
    Scope *scope = walker->scope;
    Object *mangled = context_mangle(walker->context, scope->class_name, name);
    if (!mangled || reserve(walker->context, &scope->directives, scope->directive_count,
                            &scope->directive_capacity, sizeof *scope->directives) < 0)
        return -1;
    scope->directives[scope->directive_count++] = (Directive){mangled, node};
    return 0;
}

// ---- Expressions --------------------------------------------------------------------------------

static int visit_optional(Walker *walker, const Node *node)
{
    return node ? visit_expr(walker, node) : 0;
}

static int visit_exprs(Walker *walker, const NodeSeq *seq)
{
    for (size_t i = 0; i < seq->count; i++)
        if (visit_optional(walker, seq->items[i]) < 0)
            return -1;
    return 0;
}

static int visit_keywords(Walker *walker, const NodeSeq *keywords)
{
    for (size_t i = 0; i < keywords->count; i++)
        if (visit_expr(walker, keywords->items[i]->keyword.value) < 0)
            return -1;
    return 0;
}

// A := inside comprehensions binds in the scope around them.
static int extend_walrus_scope(Walker *walker, const Node *target)
{
    Object *name = target->Name.id;
    CompileContext *context = walker->context;
    for (Scope *scope = walker->scope; scope; scope = scope->parent) {
        uint32_t flags = flags_of(walker, scope, name);
        if (scope->is_comprehension) {
            if (flags & SYMBOL_ITERATION)
                return context_error(context, target,
                                     "assignment expression cannot rebind comprehension iteration "
                                     "variable '%U'",
                                     name);
            continue;
        }
        if (scope->kind == SCOPE_CLASS)
            return context_error(context, target,
                                 "assignment expression within a comprehension cannot be used in "
                                 "a class body");
        bool global = scope->kind == SCOPE_MODULE || (flags & SYMBOL_GLOBAL);
        uint32_t outer = scope->kind == SCOPE_MODULE ? SYMBOL_GLOBAL : SYMBOL_LOCAL;
        if (define(walker, name, global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, target) < 0 ||
            record_directive(walker, name, target) < 0)
            return -1;
        return define_in(walker, scope, name, outer, target);
    }
    return 0;
}

static int visit_named_expr(Walker *walker, const Node *node)
{
    const Node *target = node->NamedExpr.target;
    if (walker->scope->iterable_depth > 0)
        return context_error(
            walker->context, node,
            "assignment expression cannot be used in a comprehension iterable expression");
    if (walker->scope->is_comprehension && extend_walrus_scope(walker, target) < 0)
        return -1;
    if (visit_expr(walker, node->NamedExpr.value) < 0 || visit_expr(walker, target) < 0)
        return -1;
    return define(walker, target->Name.id, SYMBOL_WALRUS, target);
}

static int visit_name(Walker *walker, const Node *node)
{
    Object *name = node->Name.id;
    uint32_t flags = node->Name.ctx == AST_CTX_LOAD  ? SYMBOL_USED
                     : node->Name.ctx == AST_CTX_DEL ? SYMBOL_LOCAL | SYMBOL_DELETED
                                                     : SYMBOL_LOCAL;
    if (define(walker, name, flags, node) < 0)
        return -1;
    if (node->Name.ctx == AST_CTX_LOAD && walker->scope->kind == SCOPE_FUNCTION &&
        name == walker->name_super)
        return define(walker, walker->name_class, SYMBOL_USED, node);
    return 0;
}

static int visit_generator(Walker *walker, const Node *part, bool outermost)
{
    Scope *scope = walker->scope;
    scope->in_target = true;
    if (visit_expr(walker, part->comprehension.target) < 0)
        return -1;
    scope->in_target = false;
    if (!outermost) {
        scope->iterable_depth++;
        if (visit_expr(walker, part->comprehension.iter) < 0)
            return -1;
        scope->iterable_depth--;
    }
    return visit_exprs(walker, &part->comprehension.ifs);
}

static int visit_comprehension(Walker *walker, const Node *node, const char *scope_name,
                               const NodeSeq *generators, const Node *element, const Node *value)
{
    Object *name = tree_own(walker->context->tree, intern_text(scope_name));
    if (!name)
        return -1;
    walker->scope->iterable_depth++;
    if (visit_expr(walker, generators->items[0]->comprehension.iter) < 0)
        return -1;
    walker->scope->iterable_depth--;
    if (enter_scope(walker, SCOPE_FUNCTION, node, name) < 0)
        return -1;
    walker->scope->is_comprehension = true;
    walker->scope->is_generator = node->kind == AST_GENERATOR_EXP;
    if (define(walker, walker->name_iterator, SYMBOL_PARAMETER | SYMBOL_USED, node) < 0)
        return -1;
    for (size_t i = 0; i < generators->count; i++)
        if (visit_generator(walker, generators->items[i], i == 0) < 0)
            return -1;
    if (visit_optional(walker, value) < 0 || visit_expr(walker, element) < 0)
        return -1;
    leave_scope(walker);
    return 0;
}

static int visit_yield(Walker *walker, const Node *node, const Node *value)
{
    if (visit_optional(walker, value) < 0)
        return -1;
    Scope *scope = walker->scope;
    if (scope->is_comprehension) {
        int kind = scope->node->kind;
        return context_error(walker->context, node, "'yield' inside %s",
                             kind == AST_LIST_COMP   ? "list comprehension"
                             : kind == AST_SET_COMP  ? "set comprehension"
                             : kind == AST_DICT_COMP ? "dict comprehension"
                                                     : "generator expression");
    }
    scope->is_generator = true;
    return 0;
}

static int define_parameters(Walker *walker, const Node *args)
{
    const NodeSeq *groups[] = {&args->arguments.posonlyargs, &args->arguments.args,
                               &args->arguments.kwonlyargs};
    for (int g = 0; g < 3; g++)
        for (size_t i = 0; i < groups[g]->count; i++) {
            Node *arg = groups[g]->items[i];
            if (define(walker, arg->arg.arg, SYMBOL_PARAMETER, arg) < 0)
                return -1;
        }
    Node *stars[] = {args->arguments.vararg, args->arguments.kwarg};
    for (int i = 0; i < 2; i++)
        if (stars[i] && define(walker, stars[i]->arg.arg, SYMBOL_PARAMETER, stars[i]) < 0)
            return -1;
    return 0;
}

static int visit_lambda(Walker *walker, const Node *node)
{
    const Node *args = node->Lambda.args;
    Object *name = tree_own(walker->context->tree, intern_text("<lambda>"));
    if (!name || visit_exprs(walker, &args->arguments.defaults) < 0 ||
        visit_exprs(walker, &args->arguments.kw_defaults) < 0 ||
        enter_scope(walker, SCOPE_FUNCTION, node, name) < 0 ||
        define_parameters(walker, args) < 0 || visit_expr(walker, node->Lambda.body) < 0)
        return -1;
    leave_scope(walker);
    return 0;
}

static int visit_expr_inner(Walker *walker, const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_NAME:
        return visit_name(walker, node);
    case AST_NAMED_EXPR:
        return visit_named_expr(walker, node);
    case AST_LAMBDA:
        return visit_lambda(walker, node);
    case AST_LIST_COMP:
        return visit_comprehension(walker, node, "<listcomp>", &node->ListComp.generators,
                                   node->ListComp.elt, NULL);
    case AST_SET_COMP:
        return visit_comprehension(walker, node, "<setcomp>", &node->SetComp.generators,
                                   node->SetComp.elt, NULL);
    case AST_GENERATOR_EXP:
        return visit_comprehension(walker, node, "<genexpr>", &node->GeneratorExp.generators,
                                   node->GeneratorExp.elt, NULL);
    case AST_DICT_COMP:
        return visit_comprehension(walker, node, "<dictcomp>", &node->DictComp.generators,
                                   node->DictComp.key, node->DictComp.value);
    case AST_YIELD:
        return visit_yield(walker, node, node->Yield.value);
    case AST_YIELD_FROM:
        return visit_yield(walker, node, node->YieldFrom.value);
    case AST_CALL:
        if (visit_expr(walker, node->Call.func) < 0 || visit_exprs(walker, &node->Call.args) < 0)
            return -1;
        return visit_keywords(walker, &node->Call.keywords);
    default:
        break;
    }
    for (const AstField *field = ast_kind_fields(node->kind); field->name; field++) {
        const char *place = (const char *)node + field->offset;
        int result = 0;
        if (field->kind == AST_FIELD_NODE || field->kind == AST_FIELD_OPT)
            result = visit_optional(walker, *(Node *const *)(const void *)place);
        else if (field->kind == AST_FIELD_SEQ)
            result = visit_exprs(walker, (const NodeSeq *)(const void *)place);
        if (result < 0)
            return -1;
    }
    return 0;
}

static int visit_expr(Walker *walker, const Node *node)
{
    if (node->kind == AST_CONSTANT)
        return 0;
    if (context_enter(walker->context) < 0)
        return -1;
    int result = visit_expr_inner(walker, node);
    context_leave(walker->context);
    return result;
}

// ---- Statements ---------------------------------------------------------------------------------

static int visit_annotation(Walker *walker, const Node *annotation)
{
    if (!annotation || walker->context->future_annotations)
        return 0;
    return visit_expr(walker, annotation);
}

static int visit_annotations(Walker *walker, const NodeSeq *args)
{
    for (size_t i = 0; i < args->count; i++)
        if (visit_annotation(walker, args->items[i]->arg.annotation) < 0)
            return -1;
    return 0;
}

static int visit_function(Walker *walker, const Node *node)
{
    const Node *args = node->FunctionDef.args;
    const Node *vararg = args->arguments.vararg, *kwarg = args->arguments.kwarg;
    if (define(walker, node->FunctionDef.name, SYMBOL_LOCAL, node) < 0 ||
        visit_exprs(walker, &args->arguments.defaults) < 0 ||
        visit_exprs(walker, &args->arguments.kw_defaults) < 0 ||
        visit_annotations(walker, &args->arguments.posonlyargs) < 0 ||
        visit_annotations(walker, &args->arguments.args) < 0 ||
        visit_annotation(walker, vararg ? vararg->arg.annotation : NULL) < 0 ||
        visit_annotation(walker, kwarg ? kwarg->arg.annotation : NULL) < 0 ||
        visit_annotations(walker, &args->arguments.kwonlyargs) < 0 ||
        visit_annotation(walker, node->FunctionDef.returns) < 0 ||
        visit_exprs(walker, &node->FunctionDef.decorator_list) < 0 ||
        enter_scope(walker, SCOPE_FUNCTION, node, node->FunctionDef.name) < 0 ||
        define_parameters(walker, args) < 0 || visit_body(walker, &node->FunctionDef.body) < 0)
        return -1;
    leave_scope(walker);
    return 0;
}

static int visit_class(Walker *walker, const Node *node)
{
    if (define(walker, node->ClassDef.name, SYMBOL_LOCAL, node) < 0 ||
        visit_exprs(walker, &node->ClassDef.bases) < 0 ||
        visit_keywords(walker, &node->ClassDef.keywords) < 0 ||
        visit_exprs(walker, &node->ClassDef.decorator_list) < 0 ||
        enter_scope(walker, SCOPE_CLASS, node, node->ClassDef.name) < 0 ||
        visit_body(walker, &node->ClassDef.body) < 0)
        return -1;
    leave_scope(walker);
    return 0;
}

static int visit_directive(Walker *walker, const Node *node, const NameSeq *names, bool is_global)
{
    const char *word = is_global ? "global" : "nonlocal";
    for (size_t i = 0; i < names->count; i++) {
        Object *name = names->items[i];
        uint32_t flags = flags_of(walker, walker->scope, name);
        CompileContext *context = walker->context;
        if (flags & SYMBOL_PARAMETER)
            return context_error(context, node, "name '%U' is parameter and %s", name, word);
        if (flags & SYMBOL_USED)
            return context_error(context, node, "name '%U' is used prior to %s declaration", name,
                                 word);
        if (flags & SYMBOL_ANNOTATED)
            return context_error(context, node, "annotated name '%U' can't be %s", name, word);
        if (flags & SYMBOL_LOCAL)
            return context_error(context, node, "name '%U' is assigned to before %s declaration",
                                 name, word);
        if (define(walker, name, is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL, node) < 0 ||
            record_directive(walker, name, node) < 0)
            return -1;
    }
    return 0;
}

static int visit_alias(Walker *walker, const Node *alias)
{
    Object *name = alias->alias.asname ? alias->alias.asname : alias->alias.name;
    size_t size;
    const char *text = str_utf8(name, &size);
    if (!text)
        return -1;
    if (strcmp(text, "*") == 0) {
        if (walker->scope->kind == SCOPE_MODULE)
            return 0;
        return context_error(walker->context, alias, "import * only allowed at module level");
    }
    const char *dot = memchr(text, '.', size);
    if (dot)
        name = tree_own(walker->context->tree, intern_utf8(text, (size_t)(dot - text)));
    return name ? define(walker, name, SYMBOL_IMPORTED, alias) : -1;
}

static int visit_ann_assign(Walker *walker, const Node *node)
{
    const Node *target = node->AnnAssign.target;
    const Node *value = node->AnnAssign.value;
    walker->scope->has_annotations = true;
    if (target->kind == AST_NAME) {
        Object *name = target->Name.id;
        uint32_t flags = flags_of(walker, walker->scope, name);
        bool simple = node->AnnAssign.simple;
        if ((flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) && simple &&
            walker->scope->kind != SCOPE_MODULE)
            return context_error(walker->context, node, "annotated name '%U' can't be %s", name,
                                 flags & SYMBOL_GLOBAL ? "global" : "nonlocal");
        uint32_t now = simple ? SYMBOL_ANNOTATED | SYMBOL_LOCAL : value ? SYMBOL_LOCAL : 0;
        if (now && define(walker, name, now, node) < 0)
            return -1;
    } else if (visit_expr(walker, target) < 0) {
        return -1;
    }
    if (visit_annotation(walker, node->AnnAssign.annotation) < 0)
        return -1;
    return visit_optional(walker, value);
}

static int visit_try(Walker *walker, const Node *node)
{
    if (visit_body(walker, &node->Try.body) < 0 || visit_body(walker, &node->Try.orelse) < 0)
        return -1;
    for (size_t i = 0; i < node->Try.handlers.count; i++) {
        const Node *handler = node->Try.handlers.items[i];
        if (visit_optional(walker, handler->ExceptHandler.type) < 0)
            return -1;
        if (handler->ExceptHandler.name &&
            define(walker, handler->ExceptHandler.name, SYMBOL_LOCAL | SYMBOL_DELETED, handler) < 0)
            return -1;
        if (visit_body(walker, &handler->ExceptHandler.body) < 0)
            return -1;
    }
    return visit_body(walker, &node->Try.finalbody);
}

static int visit_block_stmt(Walker *walker, const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_FOR:
        return visit_expr(walker, node->For.target) < 0 || visit_expr(walker, node->For.iter) < 0 ||
                       visit_body(walker, &node->For.body) < 0
                   ? -1
                   : visit_body(walker, &node->For.orelse);
    case AST_WHILE:
        return visit_expr(walker, node->While.test) < 0 ||
                       visit_body(walker, &node->While.body) < 0
                   ? -1
                   : visit_body(walker, &node->While.orelse);
    case AST_WITH:
        for (size_t i = 0; i < node->With.items.count; i++) {
            const Node *item = node->With.items.items[i];
            if (visit_expr(walker, item->withitem.context_expr) < 0 ||
                visit_optional(walker, item->withitem.optional_vars) < 0)
                return -1;
        }
        return visit_body(walker, &node->With.body);
    default:
        return visit_try(walker, node);
    }
}

static int visit_stmt_inner(Walker *walker, const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_FUNCTION_DEF:
        return visit_function(walker, node);
    case AST_CLASS_DEF:
        return visit_class(walker, node);
    case AST_GLOBAL:
        return visit_directive(walker, node, &node->Global.names, true);
    case AST_NONLOCAL:
        return visit_directive(walker, node, &node->Nonlocal.names, false);
    case AST_IMPORT:
    case AST_IMPORT_FROM: {
        const NodeSeq *names =
            node->kind == AST_IMPORT ? &node->Import.names : &node->ImportFrom.names;
        for (size_t i = 0; i < names->count; i++)
            if (visit_alias(walker, names->items[i]) < 0)
                return -1;
        return 0;
    }
    case AST_ANN_ASSIGN:
        return visit_ann_assign(walker, node);
    case AST_FOR:
    case AST_WHILE:
    case AST_WITH:
    case AST_TRY:
        return visit_block_stmt(walker, node);
    default: // statements that hold nothing but expressions
        return visit_expr_inner(walker, node);
    }
}

// elif chains are long rather than deep: they are walked in a loop.
static int visit_if(Walker *walker, const Node *node)
{
    for (;;) {
        if (visit_expr(walker, node->If.test) < 0 || visit_body(walker, &node->If.body) < 0)
            return -1;
        const NodeSeq *orelse = &node->If.orelse;
        if (orelse->count != 1 || orelse->items[0]->kind != AST_IF)
            return visit_body(walker, orelse);
        node = orelse->items[0];
    }
}

static int visit_body(Walker *walker, const NodeSeq *body)
{
    if (!body->count)
        return 0;
    if (context_enter(walker->context) < 0)
        return -1;
    int result = 0;
    for (size_t i = 0; i < body->count && result == 0; i++)
        result = body->items[i]->kind == AST_IF ? visit_if(walker, body->items[i])
                                                : visit_stmt_inner(walker, body->items[i]);
    context_leave(walker->context);
    return result;
}

int scope_build(CompileContext *context, ScopeTable *table)
{
    *table = (ScopeTable){0};
    Tree *tree = context->tree;
    Walker walker = {.context = context, .table = table};
    Object *name = tree_own(tree, intern_text("<module>"));
    if (!name || !(walker.name_super = tree_own(tree, intern_text("super"))) ||
        !(walker.name_class = tree_own(tree, intern_text("__class__"))) ||
        !(walker.name_iterator = tree_own(tree, intern_text(".0"))))
        return -1;
    const Node *root = tree->root;
    if (enter_scope(&walker, SCOPE_MODULE, root, name) < 0)
        return -1;
    table->module = walker.scope;
    int result;
    if (root->kind == AST_EXPRESSION)
        result = visit_expr(&walker, root->Expression.body);
    else
        result = visit_body(&walker, root->kind == AST_MODULE ? &root->Module.body
                                                              : &root->Interactive.body);
    return result < 0 ? -1 : scope_resolve(context, table->module, walker.name_class);
}
