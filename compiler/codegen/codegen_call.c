// Calls, displays and comprehensions: expressions that fill windows of temporaries.
// Call window: base callable, base+1 self (only after LOAD_METHOD), base+2 ... arguments.
#include "compiler/codegen/codegen.h"

#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define WINDOW_ITEMS_MAX 30 // longer displays are built by appending, as in CPython

static bool has_starred(const NodeSeq *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i]->kind == AST_STARRED)
            return true;
    return false;
}

static bool has_double_star(const NodeSeq *keywords)
{
    for (size_t i = 0; i < keywords->count; i++)
        if (!keywords->items[i]->keyword.arg)
            return true;
    return false;
}

// ---- Calls --------------------------------------------------------------------------------------

static void check_keywords(Unit *unit, const Node *call, const NodeSeq *keywords)
{
    for (size_t i = 0; i < keywords->count; i++) {
        Object *name = keywords->items[i]->keyword.arg;
        if (!name)
            continue;
        name_check_forbidden(unit, call, name, "assign to");
        for (size_t j = i + 1; j < keywords->count; j++)
            if (keywords->items[j]->keyword.arg == name)
                unit_error(unit, keywords->items[j], "keyword argument repeated: %U", name);
    }
}

static Object *keyword_names(Unit *unit, const NodeSeq *keywords)
{
    Object *names = unit_own(unit, tuple_new(keywords->count));
    for (size_t i = 0; names && i < keywords->count; i++)
        TUPLE(names)->items[i] = new_ref(keywords->items[i]->keyword.arg);
    return names;
}

// Appends items[start...] to the list in `list`.
static void extend_list(Unit *unit, uint32_t list, const NodeSeq *items, size_t start)
{
    Emitter *emitter = &unit->emitter;
    for (size_t i = start; i < items->count; i++) {
        const Node *item = items->items[i];
        bool starred = item->kind == AST_STARRED;
        uint32_t saved = unit->top;
        Operand operand =
            expr_operand(unit, starred ? item->Starred.value : item, OPERAND_NO_CONSTANT);
        if (starred)
            emit(emitter, OP_LIST_EXTEND, 0, list, operand.index, 0);
        else
            emit(emitter, OP_LIST_APPEND, register_bits(operand, 1, UINT32_MAX), list,
                 operand.index, 0);
        unit->top = saved;
    }
}

// A list of `items` in the temporary `list` (the topmost one); the first `filled` temporaries from
// `list` on hold its first items already.
static void build_list(Unit *unit, uint32_t list, uint32_t filled, const NodeSeq *items)
{
    size_t start = 0;
    unit->top = list + filled;
    while (start < items->count && start + filled < WINDOW_ITEMS_MAX &&
           items->items[start]->kind != AST_STARRED)
        expr_push(unit, items->items[start++]);
    emit(&unit->emitter, OP_BUILD_LIST, 0, list, list, filled + (uint32_t)start);
    unit->top = list;
    register_push(unit);
    extend_list(unit, list, items, start);
}

static void merge_keywords(Unit *unit, uint32_t base, uint32_t dict, const NodeSeq *keywords)
{
    Emitter *emitter = &unit->emitter;
    bool is_built = false;
    for (size_t i = 0; i < keywords->count;) {
        const Node *keyword = keywords->items[i];
        uint32_t saved = unit->top;
        if (!keyword->keyword.arg) {
            if (!is_built)
                emit(emitter, OP_BUILD_DICT, 0, dict, dict, 0);
            Operand operand = expr_operand(unit, keyword->keyword.value, OPERAND_NO_CONSTANT);
            emit(emitter, OP_DICT_MERGE, register_bits(operand, 1, UINT32_MAX), dict,
                 operand.index, base);
            i++;
        } else {
            uint32_t window = is_built ? unit->top : dict, pairs = 0;
            unit->top = window;
            for (; i < keywords->count && keywords->items[i]->keyword.arg; i++, pairs++) {
                Object *name = keywords->items[i]->keyword.arg; // not mangled
                expr_load_constant(unit, name, register_push(unit));
                expr_push(unit, keywords->items[i]->keyword.value);
            }
            emit(emitter, OP_BUILD_DICT, 0, window, window, pairs);
            if (is_built)
                emit(emitter, OP_DICT_MERGE, D_B_TEMP, dict, window, base);
        }
        unit->top = saved;
        is_built = true;
    }
}

static void call_unpacked(Unit *unit, uint32_t base, uint32_t first_count, const NodeSeq *args,
                          const NodeSeq *keywords, uint32_t target, SourceRange place)
{
    Emitter *emitter = &unit->emitter;
    uint32_t list = base + 2;
    if (!first_count && args->count == 1 && args->items[0]->kind == AST_STARRED) {
        unit->top = list;
        expr_push(unit, args->items[0]->Starred.value);
    } else if (!has_starred(args) && first_count + args->count <= WINDOW_ITEMS_MAX) {
        unit->top = list + first_count;
        for (size_t i = 0; i < args->count; i++)
            expr_push(unit, args->items[i]);
        emit(emitter, OP_BUILD_TUPLE, 0, list, list, first_count + (uint32_t)args->count);
    } else {
        build_list(unit, list, first_count, args);
        emit(emitter, OP_LIST_TO_TUPLE, 0, list, list, 0);
    }
    unit->top = list + 1;
    if (keywords->count) {
        uint32_t dict = register_push(unit);
        emitter->range = place;
        merge_keywords(unit, base, dict, keywords);
    }
    emitter->range = place;
    emit(emitter, OP_CALL_EX, keywords->count ? 1 : 0, base, 0, target);
}

void call_arguments(Unit *unit, uint32_t base, uint32_t first_count, const NodeSeq *args,
                    const NodeSeq *keywords, bool has_self, uint32_t target, SourceRange place,
                    const Node *call)
{
    Emitter *emitter = &unit->emitter;
    check_keywords(unit, call, keywords);
    if (has_starred(args) || has_double_star(keywords)) {
        call_unpacked(unit, base, first_count, args, keywords, target, place);
        return;
    }
    unit->top = base + 2 + first_count;
    for (size_t i = 0; i < args->count; i++)
        expr_push(unit, args->items[i]);
    for (size_t i = 0; i < keywords->count; i++)
        expr_push(unit, keywords->items[i]->keyword.value);
    uint32_t count = first_count + (uint32_t)(args->count + keywords->count);
    emitter->range = place;
    if (keywords->count) {
        Object *names = keyword_names(unit, keywords);
        if (!names)
            return;
        expr_load_constant(unit, names, register_push(unit));
    }
    emit(emitter, keywords->count ? OP_CALL_KW : OP_CALL, has_self ? D_CALL_SELF : 0, base, count,
         target);
}

const char *expr_literal_type(const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_CONSTANT: return type_of(node->Constant.value)->name;
    case AST_TUPLE: return "tuple";
    case AST_LIST: case AST_LIST_COMP: return "list";
    case AST_DICT: case AST_DICT_COMP: return "dict";
    case AST_SET: case AST_SET_COMP: return "set";
    case AST_JOINED_STR: case AST_FORMATTED_VALUE: return "str";
    case AST_GENERATOR_EXP: return "generator";
    case AST_LAMBDA: return "function";
    default: return NULL;
    }
}

void call_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = register_open(unit, target);
    const Node *func = node->Call.func;
    SourceRange place = range_of(node);
    uint32_t base = register_push(unit);
    bool is_method = func->kind == AST_ATTRIBUTE && !has_starred(&node->Call.args) &&
                     !has_double_star(&node->Call.keywords);
    if (func->kind != AST_LAMBDA && expr_literal_type(func) && !emitter->failed &&
        context_warn(unit->context, node,
                     "'%s' object is not callable; perhaps you missed a comma?",
                     expr_literal_type(func)) < 0)
        emit_fail(emitter);
    if (is_method) {
        unit->top = base;
        Operand object = expr_operand(unit, func->Attribute.value, OPERAND_NO_CONSTANT);
        unit->top = base;
        register_push(unit);
        register_push(unit);
        emitter->range = place_of_attribute(func, range_of(func));
        emit(emitter, OP_LOAD_METHOD, register_bits(object, 1, base), base, object.index,
             emit_constant(emitter, unit_mangle(unit, func->Attribute.attr), true));
        place = place_of_attribute(func, place);
    } else {
        unit->top = base;
        register_push(unit);
        expr_to(unit, func, base);
        register_push(unit);
    }
    call_arguments(unit, base, 0, &node->Call.args, &node->Call.keywords, is_method, target,
                   place, node);
    register_close(unit, saved);
}

// ---- Displays -----------------------------------------------------------------------------------

static Object *constant_items(Unit *unit, const NodeSeq *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i]->kind != AST_CONSTANT)
            return NULL;
    Object *tuple = unit_own(unit, tuple_new(items->count));
    for (size_t i = 0; tuple && i < items->count; i++)
        TUPLE(tuple)->items[i] = new_ref(items->items[i]->Constant.value);
    return tuple;
}

// A list or set of more than two constants: made empty, then extended by a constant.
static bool constant_display(Unit *unit, const Node *node, const NodeSeq *items, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    if (items->count <= 2 || node->kind == AST_TUPLE)
        return false;
    Object *tuple = constant_items(unit, items);
    if (!tuple)
        return emitter->failed;
    if (node->kind == AST_SET) {
        tuple = unit_own(unit, frozenset_from_iterable(tuple));
        if (!tuple)
            return true;
    }
    uint32_t saved = unit->top;
    uint32_t work = register_work(unit, target);
    emit(emitter, node->kind == AST_SET ? OP_BUILD_SET : OP_BUILD_LIST, 0, work, work, 0);
    uint32_t constant = register_push(unit);
    expr_load_constant(unit, tuple, constant);
    emit(emitter, node->kind == AST_SET ? OP_SET_UPDATE : OP_LIST_EXTEND, 0, work, constant, 0);
    if (work != target)
        emit(emitter, OP_TAKE, 0, target, work, 0);
    unit->top = saved;
    return true;
}

static void build_set(Unit *unit, uint32_t set, const NodeSeq *items)
{
    Emitter *emitter = &unit->emitter;
    size_t start = 0;
    unit->top = set;
    while (start < items->count && start < WINDOW_ITEMS_MAX &&
           items->items[start]->kind != AST_STARRED)
        expr_push(unit, items->items[start++]);
    emit(emitter, OP_BUILD_SET, 0, set, set, (uint32_t)start);
    unit->top = set;
    register_push(unit);
    for (; start < items->count; start++) {
        const Node *item = items->items[start];
        bool starred = item->kind == AST_STARRED;
        uint32_t saved = unit->top;
        Operand operand =
            expr_operand(unit, starred ? item->Starred.value : item, OPERAND_NO_CONSTANT);
        emit(emitter, starred ? OP_SET_UPDATE : OP_SET_ADD, register_bits(operand, 1, UINT32_MAX),
             set, operand.index, 0);
        unit->top = saved;
    }
}

void display_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *items = node->kind == AST_LIST    ? &node->List.elts
                           : node->kind == AST_TUPLE ? &node->Tuple.elts
                                                     : &node->Set.elts;
    if (constant_display(unit, node, items, target))
        return;
    uint32_t saved = register_open(unit, target);
    if (!has_starred(items) && items->count <= WINDOW_ITEMS_MAX) {
        uint32_t window = unit->top;
        for (size_t i = 0; i < items->count; i++)
            expr_push(unit, items->items[i]);
        Opcode op = node->kind == AST_LIST    ? OP_BUILD_LIST
                    : node->kind == AST_TUPLE ? OP_BUILD_TUPLE
                                              : OP_BUILD_SET;
        emit(emitter, op, 0, target, items->count ? window : target, (uint32_t)items->count);
    } else {
        uint32_t work = register_push(unit);
        if (node->kind == AST_SET)
            build_set(unit, work, items);
        else
            build_list(unit, work, 0, items);
        if (node->kind == AST_TUPLE)
            emit(emitter, OP_LIST_TO_TUPLE, 0, target, work, 0);
        else if (work != target)
            emit(emitter, OP_TAKE, 0, target, work, 0);
    }
    register_close(unit, saved);
}

void dict_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *keys = &node->Dict.keys, *values = &node->Dict.values;
    uint32_t saved = register_open(unit, target);
    size_t start = 0;
    uint32_t window = register_push(unit);
    unit->top = window;
    for (; start < values->count && start < WINDOW_ITEMS_MAX / 2 && keys->items[start]; start++) {
        expr_push(unit, keys->items[start]);
        expr_push(unit, values->items[start]);
    }
    bool is_complete = start == values->count;
    uint32_t work = is_complete ? target : window;
    emit(emitter, OP_BUILD_DICT, 0, work, start ? window : work, (uint32_t)start);
    unit->top = window;
    register_push(unit);
    for (; start < values->count; start++) {
        uint32_t top = unit->top;
        if (keys->items[start]) {
            uint32_t key = expr_push(unit, keys->items[start]);
            uint32_t value = expr_push(unit, values->items[start]);
            emit(emitter, OP_DICT_ADD, D_B_TEMP | D_C_TEMP, work, key, value);
        } else {
            Operand operand = expr_operand(unit, values->items[start], OPERAND_NO_CONSTANT);
            emit(emitter, OP_DICT_UPDATE, register_bits(operand, 1, UINT32_MAX), work,
                 operand.index, 0);
        }
        unit->top = top;
    }
    if (work != target)
        emit(emitter, OP_TAKE, 0, target, work, 0);
    register_close(unit, saved);
}

// ---- Comprehensions -----------------------------------------------------------------------------

static const NodeSeq *generators_of(const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_LIST_COMP: return &node->ListComp.generators;
    case AST_SET_COMP: return &node->SetComp.generators;
    case AST_DICT_COMP: return &node->DictComp.generators;
    default: return &node->GeneratorExp.generators;
    }
}

static void comprehension_element(Unit *unit, const Node *node, uint32_t result)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    if (node->kind == AST_DICT_COMP) {
        uint32_t key = expr_push(unit, node->DictComp.key);
        uint32_t value = expr_push(unit, node->DictComp.value);
        emit(emitter, OP_DICT_ADD, D_B_TEMP | D_C_TEMP, result, key, value);
    } else {
        const Node *element = node->kind == AST_LIST_COMP  ? node->ListComp.elt
                              : node->kind == AST_SET_COMP ? node->SetComp.elt
                                                           : node->GeneratorExp.elt;
        uint32_t in_use = unit->top;
        Operand value = expr_operand(unit, element, OPERAND_NO_CONSTANT);
        unsigned bits = register_bits(value, 1, UINT32_MAX);
        if (node->kind == AST_GENERATOR_EXP) {
            unit->top = in_use;
            uint32_t sent = register_push(unit);
            emit(emitter, OP_YIELD, bits, sent, value.index, in_use);
            emit(emitter, OP_DROP, 0, sent, 0, 0);
        } else {
            emit(emitter, node->kind == AST_LIST_COMP ? OP_LIST_APPEND : OP_SET_ADD, bits, result,
                 value.index, 0);
        }
    }
    unit->top = saved;
}

static void comprehension_loop(Unit *unit, const Node *node, size_t index, uint32_t result)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *generators = generators_of(node);
    if (index == generators->count) {
        comprehension_element(unit, node, result);
        return;
    }
    const Node *part = generators->items[index];
    uint32_t saved = unit->top;
    uint32_t iterator = 0; // the first one stays in its local: a traceback keeps it alive
    SourceRange place = emitter->range;
    if (index != 0) {
        iterator = register_push(unit);
        unit->top = iterator;
        Operand iterable = expr_operand(unit, part->comprehension.iter, OPERAND_NO_CONSTANT);
        emit(emitter, OP_GET_ITER, register_bits(iterable, 1, iterator), iterator, iterable.index,
             0);
        unit->top = iterator + 1;
    }
    int32_t top = emit_label(emitter), next = emit_label(emitter), end = emit_label(emitter);
    emit_place_loop(emitter, top);
    const Node *target = part->comprehension.target;
    int64_t local = target->kind == AST_NAME ? name_local_register(unit, target->Name.id) : -1;
    uint32_t inside = unit->top;
    uint32_t item = local >= 0 ? (uint32_t)local : register_push(unit);
    emit_jump(emitter, OP_FOR_ITER, 0, item, iterator, end);
    if (local >= 0)
        emit_set_bound(emitter, item, true);
    else
        assign_to(unit, target, item);
    unit->top = inside;
    for (size_t i = 0; i < part->comprehension.ifs.count; i++) {
        const Node *condition = part->comprehension.ifs.items[i];
        expr_jump(unit, condition, next, false);
        if (expr_last_compare(condition))
            unit_set_place(unit, expr_last_compare(condition));
    }
    comprehension_loop(unit, node, index + 1, result);
    emit_place(emitter, next);
    emit_jump(emitter, OP_JUMP_BACK, 0, 0, 0, top);
    emit_place(emitter, end);
    emitter->range = place;
    unit->top = saved;
}

static CodeObject *comprehension_code(Unit *parent, const Node *node)
{
    Unit *unit = emit_alloc(&parent->emitter, sizeof *unit);
    if (!unit)
        return NULL;
    CodeObject *code = NULL;
    if (unit_start(unit, parent, node)) {
        Emitter *emitter = &unit->emitter;
        emitter->range = range_of(node);
        if (node->kind == AST_GENERATOR_EXP) {
            comprehension_loop(unit, node, 0, 0);
            emit(emitter, OP_RETURN_CONST, 0, 0, emit_constant(emitter, object_none, false), 0);
        } else {
            uint32_t result = register_push(unit);
            Opcode op = node->kind == AST_LIST_COMP  ? OP_BUILD_LIST
                        : node->kind == AST_SET_COMP ? OP_BUILD_SET
                                                     : OP_BUILD_DICT;
            emit(emitter, op, 0, result, result, 0);
            comprehension_loop(unit, node, 0, result);
            emit(emitter, OP_RETURN, D_A_TEMP, result, 0, 0);
        }
        code = unit_finish(unit);
    }
    unit_stop(unit);
    return code;
}

void comprehension_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = register_open(unit, target);
    uint32_t base = register_push(unit);
    CodeObject *code = (CodeObject *)unit_own(unit, (Object *)comprehension_code(unit, node));
    if (!code)
        return;
    unit->top = base;
    make_closure(unit, code, scope_of_node(unit->scopes, node), base, base, 0);
    unit->top = base + 2;
    if (unit->register_count < unit->top)
        unit->register_count = unit->top;
    const Node *iterable_node = generators_of(node)->items[0]->comprehension.iter;
    Operand iterable = expr_operand(unit, iterable_node, OPERAND_NO_CONSTANT);
    unit->top = base + 2;
    uint32_t iterator = register_push(unit);
    emit(emitter, OP_GET_ITER, register_bits(iterable, 1, iterator), iterator, iterable.index, 0);
    emit(emitter, OP_CALL, 0, base, 1, target);
    register_close(unit, saved);
}
