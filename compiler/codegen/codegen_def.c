// Functions, lambdas and classes: units of their own, and the code that makes objects of them.
#include "compiler/codegen/codegen.h"

#include "compiler/codegen/fold.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

bool body_docstring(const NodeSeq *body, Object **doc)
{
    if (!body->count || body->items[0]->kind != AST_EXPR)
        return false;
    const Node *value = body->items[0]->Expr.value;
    if (value->kind != AST_CONSTANT || (value->flags & NODE_FOLDED) ||
        !IS_EXACT(value->Constant.value, STR))
        return false;
    *doc = value->Constant.value;
    return true;
}

// Registers of the cells that `scope` needs from the running unit, as a tuple.
static void build_closure(Unit *unit, const Scope *scope)
{
    Emitter *emitter = &unit->emitter;
    uint32_t window = unit->top;
    for (uint32_t i = 0; i < scope->free_count; i++) {
        Object *name = scope->frees[i]->name;
        Symbol *symbol = scope_find(unit->scope, name);
        bool is_class_cell = unit->scope->needs_class_cell &&
                             str_equal_text(name, "__class__") &&
                             !(symbol && symbol->place == PLACE_FREE);
        uint32_t cell = is_class_cell
                            ? unit->scope->parameter_count + unit->scope->plain_count
                            : register_of_symbol(unit, symbol);
        emit(emitter, OP_MOVE, 0, register_push(unit), cell, 0);
    }
    emit(emitter, OP_BUILD_TUPLE, 0, window, window, scope->free_count);
    unit->top = window;
    register_push(unit);
}

void make_closure(Unit *unit, CodeObject *code, const Scope *scope, uint32_t target,
                  uint32_t window, unsigned flags)
{
    if (scope->free_count) {
        build_closure(unit, scope);
        flags |= 8;
    }
    emit(&unit->emitter, OP_MAKE_FUNCTION, flags, target,
         emit_constant(&unit->emitter, OBJECT(code), true), flags ? window : target);
}

static CodeObject *function_code(Unit *parent, const Node *node)
{
    Unit *unit = emit_alloc(&parent->emitter, sizeof *unit);
    if (!unit)
        return NULL;
    CodeObject *code = NULL;
    if (unit_start(unit, parent, node)) {
        Emitter *emitter = &unit->emitter;
        if (node->kind == AST_LAMBDA) {
            emitter->range = range_of(node->Lambda.body);
            Operand value = expr_operand(unit, node->Lambda.body, OPERAND_NO_CONSTANT);
            emit(emitter, OP_RETURN, register_bits(value, 0, UINT32_MAX), value.index, 0, 0);
        } else {
            body_docstring(&node->FunctionDef.body, &unit->doc);
            emitter->range = (SourceRange){node->lineno, node->lineno, 0, 0};
            stmt_body(unit, &node->FunctionDef.body);
            emit(emitter, OP_RETURN_CONST, 0, 0, emit_constant(emitter, object_none, false), 0);
        }
        code = unit_finish(unit);
    }
    unit_stop(unit);
    return code;
}

// ---- Defaults and annotations -------------------------------------------------------------------

// Each part that is there fills the next temporary; the result is MAKE_FUNCTION's d.
static unsigned push_defaults(Unit *unit, const Node *args)
{
    Emitter *emitter = &unit->emitter;
    unsigned flags = 0;
    const NodeSeq *defaults = &args->arguments.defaults;
    const NodeSeq *kw_defaults = &args->arguments.kw_defaults;
    if (defaults->count) {
        uint32_t window = unit->top;
        for (size_t i = 0; i < defaults->count; i++)
            expr_push(unit, defaults->items[i]);
        emit(emitter, OP_BUILD_TUPLE, 0, window, window, (uint32_t)defaults->count);
        unit->top = window + 1;
        flags |= 1;
    }
    uint32_t window = unit->top, pairs = 0;
    for (size_t i = 0; i < kw_defaults->count; i++) {
        if (!kw_defaults->items[i])
            continue;
        Object *name = unit_mangle(unit, args->arguments.kwonlyargs.items[i]->arg.arg);
        expr_load_constant(unit, name, register_push(unit));
        expr_push(unit, kw_defaults->items[i]);
        pairs++;
    }
    if (pairs) {
        emit(emitter, OP_BUILD_DICT, 0, window, window, pairs);
        unit->top = window + 1;
        flags |= 2;
    }
    return flags;
}

static void push_annotation(Unit *unit, Object *name, const Node *annotation, uint32_t *count)
{
    if (!annotation)
        return;
    expr_load_constant(unit, unit_mangle(unit, name), register_push(unit));
    if (unit->context->future_annotations) {
        Object *text = unit_own(unit, ast_unparse(annotation));
        if (text)
            expr_load_constant(unit, text, register_push(unit));
    } else if (annotation->kind == AST_STARRED) { // *args: *Ts
        uint32_t window = unit->top;
        uint32_t value = expr_push(unit, annotation->Starred.value);
        emit(&unit->emitter, OP_UNPACK, 0, window, value, 1);
    } else {
        expr_push(unit, annotation);
    }
    *count += 2;
}

static void push_group(Unit *unit, const NodeSeq *args, uint32_t *count)
{
    for (size_t i = 0; i < args->count; i++)
        push_annotation(unit, args->items[i]->arg.arg, args->items[i]->arg.annotation, count);
}

static unsigned push_annotations(Unit *unit, const Node *args, const Node *returns)
{
    uint32_t window = unit->top, count = 0;
    const Node *vararg = args->arguments.vararg, *kwarg = args->arguments.kwarg;
    push_group(unit, &args->arguments.args, &count);
    push_group(unit, &args->arguments.posonlyargs, &count);
    if (vararg)
        push_annotation(unit, vararg->arg.arg, vararg->arg.annotation, &count);
    push_group(unit, &args->arguments.kwonlyargs, &count);
    if (kwarg)
        push_annotation(unit, kwarg->arg.arg, kwarg->arg.annotation, &count);
    if (returns)
        push_annotation(unit, unit_text(unit, "return"), returns, &count);
    if (!count)
        return 0;
    emit(&unit->emitter, OP_BUILD_TUPLE, 0, window, window, count);
    unit->top = window + 1;
    return 4;
}

static void check_parameters(Unit *unit, const Node *node, const Node *args)
{
    const NodeSeq *groups[] = {&args->arguments.posonlyargs, &args->arguments.args,
                               &args->arguments.kwonlyargs};
    for (int g = 0; g < 3; g++)
        for (size_t i = 0; i < groups[g]->count; i++)
            name_check_forbidden(unit, node, groups[g]->items[i]->arg.arg, "assign to");
    const Node *stars[] = {args->arguments.vararg, args->arguments.kwarg};
    for (int i = 0; i < 2; i++)
        if (stars[i])
            name_check_forbidden(unit, node, stars[i]->arg.arg, "assign to");
}

// The function object in `target`, a temporary.
static void function_to(Unit *unit, const Node *node, const Node *args, const Node *returns,
                        uint32_t target)
{
    uint32_t saved = register_open(unit, target);
    uint32_t window = unit->top;
    check_parameters(unit, node, args);
    unsigned flags = push_defaults(unit, args);
    if (node->kind == AST_FUNCTION_DEF)
        flags |= push_annotations(unit, args, returns);
    if (!unit->emitter.failed) {
        CodeObject *code = (CodeObject *)unit_own(unit, (Object *)function_code(unit, node));
        if (code)
            make_closure(unit, code, scope_of_node(unit->scopes, node), target, window, flags);
    }
    register_close(unit, saved);
}

void lambda_to(Unit *unit, const Node *node, uint32_t target)
{
    function_to(unit, node, node->Lambda.args, NULL, target);
}

// ---- Decorated definitions ----------------------------------------------------------------------

// Evaluates decorators into nested call windows; returns the register of the innermost argument.
static uint32_t push_decorators(Unit *unit, const NodeSeq *decorators)
{
    for (size_t i = 0; i < decorators->count; i++) {
        expr_push(unit, decorators->items[i]);
        register_push(unit); // no self
    }
    return register_push(unit);
}

static void apply_decorators(Unit *unit, const NodeSeq *decorators, uint32_t value)
{
    SourceRange saved = unit->emitter.range;
    for (size_t i = decorators->count; i-- > 0;) {
        unit_set_place(unit, decorators->items[i]);
        emit(&unit->emitter, OP_CALL, 0, value - 2, 1, value - 2);
        value -= 2;
    }
    unit->emitter.range = saved;
}

void stmt_function(Unit *unit, const Node *node)
{
    uint32_t saved = unit->top;
    const NodeSeq *decorators = &node->FunctionDef.decorator_list;
    uint32_t value = push_decorators(unit, decorators);
    function_to(unit, node, node->FunctionDef.args, node->FunctionDef.returns, value);
    apply_decorators(unit, decorators, value);
    name_store(unit, node, node->FunctionDef.name, saved);
    unit->top = saved;
}

// ---- Classes ------------------------------------------------------------------------------------

static void class_body(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *body = &node->ClassDef.body;
    uint32_t temp = register_push(unit);
    const NodeSeq *decorators = &node->ClassDef.decorator_list;
    int first_line = decorators->count ? decorators->items[0]->lineno : node->lineno;
    emitter->range = (SourceRange){first_line, first_line, 0, 0};
    name_load(unit, unit_text(unit, "__name__"), temp);
    name_store(unit, node, unit_text(unit, "__module__"), temp);
    expr_load_constant(unit, unit->qualname, temp);
    name_store(unit, node, unit_text(unit, "__qualname__"), temp);
    if (unit->scope->has_annotations)
        emit(emitter, OP_SETUP_ANNOTATIONS, 0, 0, 0, 0);
    Object *doc = NULL;
    if (body_docstring(body, &doc)) {
        expr_load_constant(unit, doc, temp);
        name_store(unit, node, unit_text(unit, "__doc__"), temp);
    }
    unit->top = temp;
    stmt_body(unit, body);
    emitter->range = SOURCE_RANGE_NONE;
    if (unit->scope->needs_class_cell) {
        uint32_t cell = unit->scope->parameter_count + unit->scope->plain_count;
        temp = register_push(unit);
        emit(emitter, OP_MOVE, 0, temp, cell, 0);
        name_store(unit, node, unit_text(unit, "__classcell__"), temp);
        emit(emitter, OP_RETURN, 0, cell, 0, 0);
    } else {
        emit(emitter, OP_RETURN_CONST, 0, 0, emit_constant(emitter, object_none, false), 0);
    }
}

static CodeObject *class_code(Unit *parent, const Node *node)
{
    Unit *unit = emit_alloc(&parent->emitter, sizeof *unit);
    if (!unit)
        return NULL;
    CodeObject *code = NULL;
    if (unit_start(unit, parent, node)) {
        class_body(unit, node);
        code = unit_finish(unit);
    }
    unit_stop(unit);
    return code;
}

void stmt_class(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    const NodeSeq *decorators = &node->ClassDef.decorator_list;
    uint32_t base = push_decorators(unit, decorators);
    CodeObject *code =
        emitter->failed ? NULL : (CodeObject *)unit_own(unit, (Object *)class_code(unit, node));
    if (!code)
        return;
    emit(emitter, OP_LOAD_BUILD_CLASS, 0, base, 0, 0);
    register_push(unit);
    uint32_t function = register_push(unit);
    unit->top = function;
    make_closure(unit, code, scope_of_node(unit->scopes, node), function, function, 0);
    unit->top = function + 1;
    expr_load_constant(unit, node->ClassDef.name, register_push(unit));
    call_arguments(unit, base, 2, &node->ClassDef.bases, &node->ClassDef.keywords, false, base,
                   range_of(node), node);
    apply_decorators(unit, decorators, base);
    name_store(unit, node, node->ClassDef.name, saved);
    unit->top = saved;
}
