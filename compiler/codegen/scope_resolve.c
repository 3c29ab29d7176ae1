// Scopes, second pass. A name that its scope does not bind is looked for in the functions around
// it; the one that binds it makes it a cell, and every scope between passes it on as a free
// variable. Outer scopes are resolved before inner ones, so only cells and frees are added later;
// registers of cells and frees are counted when everything is resolved.
#include "compiler/codegen/scope_resolve.h"

#include "runtime/text/str.h"

#include <stdlib.h>

static int error_at_directive(CompileContext *context, const Scope *scope, Object *name,
                              const char *format)
{
    const Node *node = scope->node;
    for (uint32_t i = 0; i < scope->directive_count; i++)
        if (scope->directives[i].name == name) {
            node = scope->directives[i].node;
            break;
        }
    return context_error(context, node, format, name);
}

// Finds the scope around `scope` whose local `name` is: a function, or the class for __class__.
static Scope *find_owner(const Scope *scope, Object *name, Object *name_class)
{
    for (Scope *outer = scope->parent; outer; outer = outer->parent) {
        if (outer->kind == SCOPE_MODULE)
            return NULL;
        if (outer->kind == SCOPE_CLASS) {
            if (name == name_class)
                return outer;
            continue;
        }
        Symbol *symbol = scope_find(outer, name);
        if (!symbol)
            continue;
        if (symbol->flags & SYMBOL_GLOBAL)
            return NULL;
        if ((symbol->flags & SYMBOL_BOUND) && !(symbol->flags & SYMBOL_NONLOCAL))
            return outer;
    }
    return NULL;
}

// Makes `name` a cell of `owner` and a free variable of each scope from `scope` up to it.
static int pass_down(CompileContext *context, Scope *scope, Scope *owner, Object *name)
{
    for (; scope != owner; scope = scope->parent) {
        Symbol *symbol = scope_add(context, scope, name);
        if (!symbol)
            return -1;
        if (scope->kind == SCOPE_CLASS &&
            ((symbol->flags & (SYMBOL_BOUND | SYMBOL_GLOBAL)) &&
             !(symbol->flags & SYMBOL_NONLOCAL)))
            symbol->flags |= SYMBOL_PASSED_ON;
        else
            symbol->place = PLACE_FREE;
    }
    if (owner->kind == SCOPE_CLASS) {
        owner->needs_class_cell = true;
        return 0;
    }
    Symbol *symbol = scope_find(owner, name);
    symbol->place = PLACE_CELL;
    return 0;
}

static int resolve_symbol(CompileContext *context, Scope *scope, Symbol *symbol,
                          Object *name_class)
{
    Object *name = symbol->name;
    uint32_t flags = symbol->flags;
    if (symbol->place == PLACE_FREE || symbol->place == PLACE_CELL)
        return 0;
    if (flags & SYMBOL_GLOBAL) {
        if (flags & SYMBOL_NONLOCAL)
            return error_at_directive(context, scope, name, "name '%U' is nonlocal and global");
        symbol->place = PLACE_GLOBAL_EXPLICIT;
        return 0;
    }
    if (flags & SYMBOL_NONLOCAL) {
        if (scope->kind == SCOPE_MODULE)
            return error_at_directive(context, scope, name,
                                      "nonlocal declaration not allowed at module level");
        Scope *owner = find_owner(scope, name, name_class);
        if (!owner)
            return error_at_directive(context, scope, name,
                                      "no binding for nonlocal '%U' found");
        return pass_down(context, scope, owner, name);
    }
    if (flags & SYMBOL_BOUND) {
        symbol->place = PLACE_LOCAL;
        return 0;
    }
    Scope *owner = find_owner(scope, name, name_class);
    if (owner)
        return pass_down(context, scope, owner, name);
    symbol->place = PLACE_GLOBAL;
    return 0;
}

static int resolve_scope(CompileContext *context, Scope *scope, Object *name_class)
{
    if (context_enter(context) < 0)
        return -1;
    int result = 0;
    for (uint32_t i = 0; i < scope->symbols.count && result == 0; i++)
        result = resolve_symbol(context, scope, scope->symbols.items[i], name_class);
    for (uint32_t i = 0; i < scope->child_count && result == 0; i++)
        result = resolve_scope(context, scope->children[i], name_class);
    context_leave(context);
    return result;
}

static int compare_symbols(const void *a, const void *b)
{
    return str_compare((*(Symbol *const *)a)->name, (*(Symbol *const *)b)->name);
}

static bool is_free(const Symbol *symbol)
{
    return symbol->place == PLACE_FREE || (symbol->flags & SYMBOL_PASSED_ON);
}

static int collect_registers(CompileContext *context, Scope *scope)
{
    const SymbolMap *map = &scope->symbols;
    uint32_t cells = 0, frees = 0;
    for (uint32_t i = 0; i < map->count; i++) {
        Symbol *symbol = map->items[i];
        cells += symbol->place == PLACE_CELL && symbol->register_index < 0;
        frees += is_free(symbol);
        scope->plain_count += scope->kind == SCOPE_FUNCTION && symbol->place == PLACE_LOCAL &&
                              !(symbol->flags & SYMBOL_PARAMETER);
    }
    scope->cells = context_alloc(context, (cells + 1) * sizeof *scope->cells);
    scope->frees = context_alloc(context, (frees + 1) * sizeof *scope->frees);
    if (!scope->cells || !scope->frees)
        return -1;
    for (uint32_t i = 0; i < map->count; i++) {
        Symbol *symbol = map->items[i];
        if (symbol->place == PLACE_CELL && symbol->register_index < 0)
            scope->cells[scope->cell_count++] = symbol;
        if (is_free(symbol))
            scope->frees[scope->free_count++] = symbol;
    }
    qsort(scope->cells, scope->cell_count, sizeof *scope->cells, compare_symbols);
    qsort(scope->frees, scope->free_count, sizeof *scope->frees, compare_symbols);
    for (uint32_t i = 0; i < scope->child_count; i++)
        if (collect_registers(context, scope->children[i]) < 0)
            return -1;
    return 0;
}

int scope_resolve(CompileContext *context, Scope *module, Object *name_class)
{
    if (resolve_scope(context, module, name_class) < 0)
        return -1;
    return collect_registers(context, module);
}
