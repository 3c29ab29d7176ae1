// Units of code generation: one for each code object, from start to the finished object, and how
// names are read and written in them. Read codegen_tree, unit_start and unit_finish first.
#include "compiler/codegen/codegen.h"

#include "compiler/codegen/fold.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/singletons.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <string.h>

// ---- Places and errors --------------------------------------------------------------------------

SourceRange range_of(const Node *node)
{
    return (SourceRange){node->lineno, node->end_lineno, node->col_offset, node->end_col_offset};
}

SourceRange unit_set_place(Unit *unit, const Node *node)
{
    SourceRange saved = unit->emitter.range;
    unit->emitter.range = range_of(node);
    return saved;
}

void unit_error(Unit *unit, const Node *node, const char *format, ...)
{
    if (unit->emitter.failed)
        return;
    va_list list;
    va_start(list, format);
    Object *message = str_format_list(format, list);
    va_end(list);
    if (message)
        context_error(unit->context, node, "%U", message);
    xdecref(message);
    emit_fail(&unit->emitter);
}

Object *unit_own(Unit *unit, Object *object)
{
    Object *owned = object ? tree_own(unit->context->tree, object) : NULL;
    if (!owned && !unit->emitter.failed)
        emit_fail(&unit->emitter);
    return owned;
}

Object *unit_text(Unit *unit, const char *text)
{
    Object *name = unit_own(unit, intern_text(text));
    return name ? name : OBJECT(str_empty);
}

Object *unit_mangle(Unit *unit, Object *name)
{
    Object *mangled = context_mangle(unit->context, unit->scope->class_name, name);
    if (!mangled) {
        if (!unit->emitter.failed)
            emit_fail(&unit->emitter);
        return name;
    }
    return mangled;
}

// ---- Names --------------------------------------------------------------------------------------

NameRef name_resolve(Unit *unit, Object *name)
{
    Object *mangled = unit_mangle(unit, name);
    const Scope *scope = unit->scope;
    Symbol *symbol = scope_find(scope, mangled);
    NameRef ref = {.access = NAME_BY_NAME, .name = mangled, .symbol = symbol};
    int place = symbol ? symbol->place : PLACE_GLOBAL;
    if (place == PLACE_FREE) {
        ref.access = scope->kind == SCOPE_CLASS ? NAME_CLASS_DEREF : NAME_DEREF;
        ref.reg = register_of_symbol(unit, symbol);
    } else if (place == PLACE_CELL) {
        ref.access = NAME_DEREF;
        ref.reg = register_of_symbol(unit, symbol);
    } else if (place == PLACE_GLOBAL_EXPLICIT) {
        ref.access = NAME_GLOBAL;
    } else if (scope->kind == SCOPE_FUNCTION) {
        if (place == PLACE_LOCAL) {
            ref.access = NAME_LOCAL;
            ref.reg = register_of_symbol(unit, symbol);
        } else {
            ref.access = NAME_GLOBAL;
        }
    }
    return ref;
}

static void check_bound(Unit *unit, uint32_t reg)
{
    if (emit_is_bound(&unit->emitter, reg))
        return;
    emit(&unit->emitter, OP_CHECK_BOUND, 0, reg, 0, 0);
    emit_set_bound(&unit->emitter, reg, true);
}

int64_t name_local_register(Unit *unit, Object *name)
{
    NameRef ref = name_resolve(unit, name);
    return ref.access == NAME_LOCAL ? (int64_t)ref.reg : -1;
}

void name_load(Unit *unit, Object *name, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    NameRef ref = name_resolve(unit, name);
    switch (ref.access) {
    case NAME_LOCAL:
        check_bound(unit, ref.reg);
        if (ref.reg != target)
            emit(emitter, OP_MOVE, 0, target, ref.reg, 0);
        break;
    case NAME_DEREF:
        emit(emitter, OP_LOAD_DEREF, 0, target, ref.reg, 0);
        break;
    case NAME_CLASS_DEREF:
        emit(emitter, OP_LOAD_CLASS_DEREF, 0, target, ref.reg,
             emit_constant(emitter, ref.name, true));
        break;
    case NAME_GLOBAL:
    case NAME_BY_NAME:
        emit(emitter, ref.access == NAME_GLOBAL ? OP_LOAD_GLOBAL : OP_LOAD_NAME, 0, target,
             emit_constant(emitter, ref.name, false), 0);
        break;
    }
}

void name_check_forbidden(Unit *unit, const Node *place, Object *name, const char *verb)
{
    if (str_equal_text(name, "__debug__"))
        unit_error(unit, place, "cannot %s __debug__", verb);
}

void name_store(Unit *unit, const Node *place, Object *name, uint32_t temp)
{
    Emitter *emitter = &unit->emitter;
    name_check_forbidden(unit, place, name, "assign to");
    NameRef ref = name_resolve(unit, name);
    switch (ref.access) {
    case NAME_LOCAL:
        emit(emitter, OP_TAKE, 0, ref.reg, temp, 0);
        emit_set_bound(emitter, ref.reg, true);
        break;
    case NAME_DEREF:
    case NAME_CLASS_DEREF:
        emit(emitter, OP_STORE_DEREF, D_B_TEMP, ref.reg, temp, 0);
        break;
    case NAME_GLOBAL:
    case NAME_BY_NAME:
        emit(emitter, ref.access == NAME_GLOBAL ? OP_STORE_GLOBAL : OP_STORE_NAME, D_A_TEMP, temp,
             emit_constant(emitter, ref.name, false), 0);
        break;
    }
}

void name_delete(Unit *unit, const Node *place, Object *name)
{
    Emitter *emitter = &unit->emitter;
    name_check_forbidden(unit, place, name, "delete");
    NameRef ref = name_resolve(unit, name);
    switch (ref.access) {
    case NAME_LOCAL:
        emit(emitter, OP_DELETE_LOCAL, 0, ref.reg, 0, 0);
        emit_set_bound(emitter, ref.reg, false);
        break;
    case NAME_DEREF:
    case NAME_CLASS_DEREF:
        emit(emitter, OP_DELETE_DEREF, 0, ref.reg, 0, 0);
        break;
    case NAME_GLOBAL:
    case NAME_BY_NAME:
        emit(emitter, ref.access == NAME_GLOBAL ? OP_DELETE_GLOBAL : OP_DELETE_NAME, 0, 0,
             emit_constant(emitter, ref.name, false), 0);
        break;
    }
}

// ---- Units --------------------------------------------------------------------------------------

static bool is_comprehension(const Unit *unit)
{
    switch (unit->scope->node->kind) {
    case AST_LIST_COMP: case AST_SET_COMP: case AST_DICT_COMP: case AST_GENERATOR_EXP: return true;
    default: return false;
    }
}

static Object *make_qualname(Unit *unit)
{
    const Unit *parent = unit->parent;
    Object *name = unit->scope->name;
    if (!parent || !parent->parent)
        return new_ref(name);
    if (unit->scope->node->kind == AST_FUNCTION_DEF || unit->scope->node->kind == AST_CLASS_DEF) {
        Object *mangled = context_mangle(unit->context, parent->scope->class_name, name);
        Symbol *symbol = mangled ? scope_find(parent->scope, mangled) : NULL;
        if (symbol && symbol->place == PLACE_GLOBAL_EXPLICIT)
            return new_ref(name);
    }
    return str_format(parent->scope->kind == SCOPE_FUNCTION && !is_comprehension(parent) ? "%U.<locals>.%U" : "%U.%U",
                      parent->qualname, name);
}

// Parameters, other locals, cells, free variables: the order of registers.
static void number_registers(Unit *unit)
{
    Scope *scope = unit->scope;
    uint32_t reg = scope->parameter_count;
    unit->next_plain = reg;
    reg += scope->plain_count;
    if (scope->needs_class_cell)
        reg++;
    for (uint32_t i = 0; i < scope->cell_count; i++)
        scope->cells[i]->register_index = (int32_t)reg++;
    for (uint32_t i = 0; i < scope->free_count; i++)
        scope->frees[i]->register_index = (int32_t)reg++;
}

static void emit_entry(Unit *unit)
{
    Scope *scope = unit->scope;
    Emitter *emitter = &unit->emitter;
    if (scope->free_count)
        emit(emitter, OP_COPY_FREE, 0, emitter->local_count - scope->free_count,
             scope->free_count, 0);
    if (scope->needs_class_cell)
        emit(emitter, OP_MAKE_CELL, 0, scope->parameter_count + scope->plain_count, 0, 0);
    for (uint32_t i = 0; i < scope->parameter_count; i++) {
        if (scope->parameters[i]->place == PLACE_CELL)
            emit(emitter, OP_MAKE_CELL, 0, i, 0, 0);
        emit_set_bound(emitter, i, true);
        register_of_symbol(unit, scope->parameters[i]);
    }
    for (uint32_t i = 0; i < scope->cell_count; i++)
        emit(emitter, OP_MAKE_CELL, 0, (uint32_t)scope->cells[i]->register_index, 0, 0);
}

bool unit_start(Unit *unit, Unit *parent, const Node *node)
{
    memset(unit, 0, sizeof *unit);
    unit->context = parent->context;
    unit->scopes = parent->scopes;
    unit->parent = parent->scopes == NULL ? NULL : parent;
    unit->scope = scope_of_node(unit->scopes, node);
    const Scope *scope = unit->scope;
    uint64_t locals = (uint64_t)scope->parameter_count + scope->plain_count + scope->cell_count +
                      scope->free_count + scope->needs_class_cell;
    emit_init(&unit->emitter, unit->context, locals > REGISTER_LIMIT ? 1 : (uint32_t)locals);
    if (locals > REGISTER_LIMIT) {
        unit_error(unit, node, "too many local variables (limit %d)", REGISTER_LIMIT);
        return false;
    }
    unit->top = unit->register_count = (uint32_t)locals;
    number_registers(unit);
    unit->qualname = make_qualname(unit);
    if (!unit->qualname)
        emit_fail(&unit->emitter);
    if (unit->emitter.failed)
        return false;
    emit_entry(unit);
    return true;
}

void unit_stop(Unit *unit)
{
    xdecref(unit->qualname);
    emit_free(&unit->emitter);
}

static Object *local_name(const Unit *unit, uint32_t reg, uint8_t *kind)
{
    const Scope *scope = unit->scope;
    for (uint32_t i = 0; i < scope->symbols.count; i++) { // rare: classes only
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->register_index == (int32_t)reg) {
            *kind = symbol->place == PLACE_CELL ? CODE_LOCAL_CELL : CODE_LOCAL_FREE;
            return symbol->name;
        }
    }
    return NULL;
}

// Names and kinds of all locals, in register order.
static Object *make_local_names(Unit *unit, uint8_t *kinds)
{
    const Scope *scope = unit->scope;
    uint32_t count = unit->emitter.local_count;
    Object *names = tuple_new(count);
    if (!names || !count)
        return names;
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        bool is_plain = symbol->place == PLACE_LOCAL;
        if (scope->kind == SCOPE_FUNCTION && is_plain)
            register_of_symbol(unit, symbol); // those that no code mentions
        if (symbol->register_index < 0)
            continue;
        uint32_t reg = (uint32_t)symbol->register_index;
        if (scope->kind == SCOPE_CLASS && is_plain && !(symbol->flags & SYMBOL_PASSED_ON))
            continue;
        TUPLE(names)->items[reg] = new_ref(symbol->name);
        kinds[reg] = symbol->place == PLACE_CELL ? CODE_LOCAL_CELL
                     : is_plain && scope->kind == SCOPE_FUNCTION ? CODE_LOCAL_PLAIN
                                                                 : CODE_LOCAL_FREE;
    }
    if (scope->needs_class_cell) {
        uint32_t reg = scope->parameter_count + scope->plain_count;
        kinds[reg] = CODE_LOCAL_CELL;
        TUPLE(names)->items[reg] = new_ref(unit_text(unit, "__class__"));
    }
    for (uint32_t i = 0; i < count; i++)
        if (!TUPLE(names)->items[i]) {
            Object *name = local_name(unit, i, &kinds[i]);
            TUPLE(names)->items[i] = new_ref(name ? name : OBJECT(str_empty));
        }
    return names;
}

static void set_signature(const Unit *unit, CodeParts *parts)
{
    const Scope *scope = unit->scope;
    const Node *node = scope->node;
    if (scope->kind == SCOPE_FUNCTION)
        parts->flags |= CODE_OPTIMIZED | CODE_NEWLOCALS;
    if (scope->is_nested)
        parts->flags |= CODE_NESTED;
    if (scope->is_generator)
        parts->flags |= CODE_GENERATOR;
    if (unit->context->future_annotations)
        parts->flags |= CODE_FUTURE_ANNOTATIONS;
    if (scope->kind != SCOPE_FUNCTION)
        return;
    bool simple = !scope->is_generator;
    if (scope->is_comprehension) {
        parts->argument_count = 1;
    } else {
        const Node *args =
            node->kind == AST_LAMBDA ? node->Lambda.args : node->FunctionDef.args;
        size_t positional_only = args->arguments.posonlyargs.count;
        parts->positional_only_count = (uint16_t)positional_only;
        parts->argument_count = (uint16_t)(positional_only + args->arguments.args.count);
        parts->keyword_only_count = (uint16_t)args->arguments.kwonlyargs.count;
        if (args->arguments.vararg)
            parts->flags |= CODE_VARARGS;
        if (args->arguments.kwarg)
            parts->flags |= CODE_VARKEYWORDS;
        simple &= scope->parameter_count == args->arguments.args.count;
    }
    for (uint32_t i = 0; i < scope->parameter_count; i++)
        simple &= scope->parameters[i]->place != PLACE_CELL;
    if (simple)
        parts->flags |= CODE_SIMPLE_CALL;
}

// The line of the def or class: its first decorator's if it has any.
static int32_t first_line_of(const Scope *scope)
{
    const Node *node = scope->node;
    const NodeSeq *decorators = node->kind == AST_FUNCTION_DEF ? &node->FunctionDef.decorator_list
                                : node->kind == AST_CLASS_DEF  ? &node->ClassDef.decorator_list
                                                               : NULL;
    if (scope->kind == SCOPE_MODULE)
        return 1;
    return decorators && decorators->count ? decorators->items[0]->lineno : node->lineno;
}

CodeObject *unit_finish(Unit *unit)
{
    Emitter *emitter = &unit->emitter;
    if (emitter->failed)
        return NULL;
    const Scope *scope = unit->scope;
    CodeParts parts = {
        .local_count = (uint16_t)emitter->local_count,
        .plain_local_count = (uint16_t)(scope->parameter_count + scope->plain_count),
        .free_count = (uint16_t)scope->free_count,
        .register_count = unit->register_count,
        .first_line = first_line_of(scope),
        .name = scope->name,
        .qualname = unit->qualname,
        .filename = unit->context->tree->filename,
        .doc = unit->doc,
    };
    set_signature(unit, &parts);
    uint8_t *kinds = emit_alloc(emitter, emitter->local_count + 1);
    Object *names = kinds ? make_local_names(unit, kinds) : NULL;
    if (!names)
        return NULL;
    parts.local_kinds = kinds;
    parts.local_names = names;
    CodeObject *code = emit_assemble(emitter, &parts);
    decref(names);
    return code;
}

static void generate_root(Unit *unit, const Node *root)
{
    Emitter *emitter = &unit->emitter;
    if (root->kind == AST_EXPRESSION) {
        uint32_t value = expr_push(unit, root->Expression.body);
        emit(emitter, OP_RETURN, D_A_TEMP, value, 0, 0);
        return;
    }
    const NodeSeq *body =
        root->kind == AST_MODULE ? &root->Module.body : &root->Interactive.body;
    unit->is_interactive = root->kind == AST_INTERACTIVE;
    emitter->range = (SourceRange){1, 1, 0, 0};
    if (unit->scope->has_annotations)
        emit(emitter, OP_SETUP_ANNOTATIONS, 0, 0, 0, 0);
    Object *doc = NULL;
    if (root->kind == AST_MODULE && body_docstring(body, &doc)) {
        uint32_t temp = register_push(unit);
        emitter->range = range_of(body->items[0]->Expr.value);
        expr_load_constant(unit, doc, temp);
        name_store(unit, body->items[0], unit_text(unit, "__doc__"), temp);
        unit->top = temp;
    }
    stmt_body(unit, body);
    emit(emitter, OP_RETURN_CONST, 0, 0, emit_constant(emitter, object_none, false), 0);
}

CodeObject *codegen_tree(CompileContext *context, const ScopeTable *scopes)
{
    Unit none = {.context = context, .scopes = scopes};
    Unit *unit = context_alloc(context, sizeof *unit);
    if (!unit)
        return NULL;
    CodeObject *code = NULL;
    bool started = unit_start(unit, &none, context->tree->root);
    unit->parent = NULL;
    if (started) {
        generate_root(unit, context->tree->root);
        code = unit_finish(unit);
    }
    unit_stop(unit);
    return code;
}
