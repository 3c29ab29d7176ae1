// Statements without exception handling: assignments, loops, imports and the rest.
// Read stmt_body first.
#include "compiler/codegen/codegen.h"

#include "compiler/codegen/fold.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <string.h>

// ---- Assignment ---------------------------------------------------------------------------------

static void assign_sequence(Unit *unit, const Node *target, const NodeSeq *items, Operand value)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    size_t star = items->count;
    for (size_t i = 0; i < items->count; i++) {
        if (items->items[i]->kind != AST_STARRED)
            continue;
        if (star != items->count)
            unit_error(unit, target, "multiple starred expressions in assignment");
        star = i;
    }
    if (star != items->count && (star > 255 || items->count - star - 1 > 255))
        unit_error(unit, target, "too many expressions in star-unpacking assignment");
    if (value.kind == OPERAND_TEMP && value.index + 1 == unit->top)
        unit->top = value.index; // the items may take its place
    uint32_t window = unit->top;
    for (size_t i = 0; i < items->count; i++)
        register_push(unit);
    unsigned bits = register_bits(value, 1, window);
    if (star != items->count)
        emit(emitter, OP_UNPACK_EX, (unsigned)(items->count - star - 1), window, value.index,
             (uint32_t)star);
    else
        emit(emitter, OP_UNPACK, bits, window, value.index, (uint32_t)items->count);
    for (size_t i = 0; i < items->count; i++) {
        const Node *item = items->items[i];
        if (item->kind == AST_STARRED)
            item = item->Starred.value;
        assign_to(unit, item, window + (uint32_t)i);
    }
    unit->top = saved;
}

// Stores an operand; a temporary is consumed. Names take temporaries only.
static void assign_operand(Unit *unit, const Node *target, Operand value)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    SourceRange place = unit_set_place(unit, target);
    switch ((AstKind)target->kind) {
    case AST_NAME:
        name_store(unit, target, target->Name.id, value.index);
        break;
    case AST_ATTRIBUTE: {
        Operand object = expr_operand(unit, target->Attribute.value, OPERAND_NO_CONSTANT);
        name_check_forbidden(unit, target, target->Attribute.attr, "assign to");
        emitter->range = place_of_attribute(target, range_of(target));
        emit(emitter, OP_STORE_ATTR,
             register_bits(object, 0, UINT32_MAX) | register_bits(value, 2, UINT32_MAX),
             object.index,
             emit_constant(emitter, unit_mangle(unit, target->Attribute.attr), true),
             value.index);
        break;
    }
    case AST_SUBSCRIPT: {
        Operand object =
            expr_operand(unit, target->Subscript.value, OPERAND_NO_CONSTANT | OPERAND_NOT_LAST);
        Operand index = expr_operand(unit, target->Subscript.slice, 0);
        emit(emitter, OP_STORE_SUBSCR,
             register_bits(object, 0, UINT32_MAX) | register_bits(index, 1, UINT32_MAX) |
                 register_bits(value, 2, UINT32_MAX),
             object.index, index.index, value.index);
        break;
    }
    case AST_TUPLE:
        assign_sequence(unit, target, &target->Tuple.elts, value);
        break;
    case AST_LIST:
        assign_sequence(unit, target, &target->List.elts, value);
        break;
    case AST_STARRED:
        unit_error(unit, target, "starred assignment target must be in a list or tuple");
        break;
    default:
        UNREACHABLE();
    }
    emitter->range = place;
    unit->top = saved;
}

void assign_to(Unit *unit, const Node *target, uint32_t temp)
{
    if (unit->emitter.failed)
        return;
    if (context_enter(unit->context) < 0) {
        emit_fail(&unit->emitter);
        return;
    }
    assign_operand(unit, target, operand_temp(temp));
    context_leave(unit->context);
}

// CPython 3.11 stores two or three plain locals from right to left, which shows when the old values
// have finalizers (and `x, x = a, b` makes x a); a tuple of constants is unpacked from left to right.
static bool stores_in_reverse(Unit *unit, const NodeSeq *targets, const NodeSeq *values)
{
    bool is_constant = true;
    if (targets->count > 3)
        return false;
    for (size_t i = 0; i < targets->count; i++) {
        const Node *target = targets->items[i];
        if (target->kind != AST_NAME || name_local_register(unit, target->Name.id) < 0)
            return false;
        is_constant &= values->items[i]->kind == AST_CONSTANT;
    }
    return !is_constant;
}

// `a, b = x, y` with displays of one length: no tuple is made.
static bool assign_pairwise(Unit *unit, const Node *target, const Node *value)
{
    if (target->kind != AST_TUPLE || value->kind != AST_TUPLE ||
        target->Tuple.elts.count != value->Tuple.elts.count || target->Tuple.elts.count < 2 ||
        target->Tuple.elts.count > 8)
        return false;
    size_t count = target->Tuple.elts.count;
    for (size_t i = 0; i < count; i++)
        if (target->Tuple.elts.items[i]->kind == AST_STARRED ||
            value->Tuple.elts.items[i]->kind == AST_STARRED)
            return false;
    uint32_t window = unit->top;
    for (size_t i = 0; i < count; i++)
        expr_push(unit, value->Tuple.elts.items[i]);
    bool is_reversed = stores_in_reverse(unit, &target->Tuple.elts, &value->Tuple.elts);
    for (size_t i = 0; i < count; i++) {
        size_t item = is_reversed ? count - 1 - i : i;
        assign_to(unit, target->Tuple.elts.items[item], window + (uint32_t)item);
    }
    unit->top = window;
    return true;
}

void assign_value(Unit *unit, const Node *target, const Node *value)
{
    uint32_t saved = unit->top;
    if (target->kind == AST_NAME) {
        int64_t local = name_local_register(unit, target->Name.id);
        name_check_forbidden(unit, target, target->Name.id, "assign to");
        if (local >= 0) {
            expr_to(unit, value, (uint32_t)local);
            emit_set_bound(&unit->emitter, (uint32_t)local, true);
            return;
        }
        assign_to(unit, target, expr_push(unit, value));
    } else if (!assign_pairwise(unit, target, value)) {
        bool is_store = target->kind == AST_ATTRIBUTE || target->kind == AST_SUBSCRIPT;
        Operand operand = expr_operand(
            unit, value, OPERAND_NOT_LAST | (is_store ? 0 : OPERAND_NO_CONSTANT));
        assign_operand(unit, target, operand);
    }
    unit->top = saved;
}

static void stmt_assign(Unit *unit, const Node *node)
{
    const NodeSeq *targets = &node->Assign.targets;
    if (targets->count == 1) {
        assign_value(unit, targets->items[0], node->Assign.value);
        return;
    }
    uint32_t value = expr_push(unit, node->Assign.value);
    for (size_t i = 0; i < targets->count; i++) {
        uint32_t copy = value;
        if (i + 1 < targets->count) {
            copy = register_push(unit);
            emit(&unit->emitter, OP_MOVE, 0, copy, value, 0);
        }
        assign_to(unit, targets->items[i], copy);
        unit->top = value + 1;
    }
    unit->top = value;
}

// The operand again, for a second instruction that consumes it.
static Operand copy_operand(Unit *unit, Operand operand)
{
    if (operand.kind != OPERAND_TEMP)
        return operand;
    uint32_t copy = register_push(unit);
    emit(&unit->emitter, OP_MOVE, 0, copy, operand.index, 0);
    return operand_temp(copy);
}

static void inplace(Unit *unit, const Node *node, Operand left, uint32_t target)
{
    Operand right = expr_operand(unit, node->AugAssign.value, 0);
    unit->emitter.range = range_of(node);
    emit(&unit->emitter, (Opcode)(OP_ADD + fold_binary_op[node->AugAssign.op]),
         D_INPLACE | register_bits(left, 1, target) | register_bits(right, 2, target), target,
         left.index, right.index);
}

static void augment_name(Unit *unit, const Node *node)
{
    const Node *target = node->AugAssign.target;
    NameRef ref = name_resolve(unit, target->Name.id);
    unit->emitter.range = range_of(target);
    if (ref.access == NAME_LOCAL && !(ref.symbol->flags & SYMBOL_WALRUS)) {
        name_load(unit, target->Name.id, ref.reg);
        inplace(unit, node, (Operand){OPERAND_LOCAL, ref.reg, false}, ref.reg);
        return;
    }
    uint32_t value = register_push(unit);
    name_load(unit, target->Name.id, value);
    inplace(unit, node, operand_temp(value), value);
    name_store(unit, target, target->Name.id, value);
}

static void augment_attribute(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    const Node *target = node->AugAssign.target;
    Operand object = expr_operand(unit, target->Attribute.value,
                                  OPERAND_NO_CONSTANT | OPERAND_NOT_LAST);
    SourceRange place = place_of_attribute(target, range_of(target));
    uint32_t value = register_push(unit);
    uint32_t name = emit_constant(emitter, unit_mangle(unit, target->Attribute.attr), true);
    emitter->range = place;
    Operand again = object;
    if (object.kind == OPERAND_TEMP) {
        emit(emitter, OP_MOVE, 0, value, object.index, 0);
        again = operand_temp(value);
    }
    emit(emitter, OP_LOAD_ATTR, register_bits(again, 1, value), value, again.index, name);
    inplace(unit, node, operand_temp(value), value);
    emitter->range = place;
    emit(emitter, OP_STORE_ATTR, register_bits(object, 0, UINT32_MAX) | D_C_TEMP, object.index,
         name, value);
}

static void augment_subscript(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    const Node *target = node->AugAssign.target;
    Operand object = expr_operand(unit, target->Subscript.value,
                                  OPERAND_NO_CONSTANT | OPERAND_NOT_LAST);
    Operand index = expr_operand(unit, target->Subscript.slice, OPERAND_NOT_LAST);
    emitter->range = range_of(target);
    uint32_t value = unit->top;
    Operand object_copy = copy_operand(unit, object);
    Operand index_copy = copy_operand(unit, index);
    unit->top = value;
    register_push(unit);
    emit(emitter, OP_LOAD_SUBSCR,
         register_bits(object_copy, 1, value) | register_bits(index_copy, 2, value), value,
         object_copy.index, index_copy.index);
    inplace(unit, node, operand_temp(value), value);
    emitter->range = range_of(target);
    emit(emitter, OP_STORE_SUBSCR,
         register_bits(object, 0, UINT32_MAX) | register_bits(index, 1, UINT32_MAX) | D_C_TEMP,
         object.index, index.index, value);
}

static void stmt_aug_assign(Unit *unit, const Node *node)
{
    uint32_t saved = unit->top;
    switch (node->AugAssign.target->kind) {
    case AST_NAME: augment_name(unit, node); break;
    case AST_ATTRIBUTE: augment_attribute(unit, node); break;
    default: augment_subscript(unit, node); break;
    }
    unit->top = saved;
}

static void stmt_ann_assign(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    const Node *target = node->AnnAssign.target, *annotation = node->AnnAssign.annotation;
    bool in_function = unit->scope->kind == SCOPE_FUNCTION;
    if (node->AnnAssign.value)
        assign_value(unit, target, node->AnnAssign.value);
    uint32_t saved = unit->top;
    if (target->kind == AST_NAME) {
        name_check_forbidden(unit, target, target->Name.id, "assign to");
        if (node->AnnAssign.simple && !in_function) {
            uint32_t value = register_push(unit);
            if (unit->context->future_annotations) {
                Object *text = unit_own(unit, ast_unparse(annotation));
                if (text)
                    expr_load_constant(unit, text, value);
            } else {
                expr_to(unit, annotation, value);
            }
            uint32_t mapping = register_push(unit);
            name_load(unit, unit_text(unit, "__annotations__"), mapping);
            emit(emitter, OP_STORE_SUBSCR, D_A_TEMP | D_B_CONST | D_C_TEMP, mapping,
                 emit_constant(emitter, unit_mangle(unit, target->Name.id), true), value);
        }
    } else if (!node->AnnAssign.value) { // only the parts of the target are evaluated
        if (target->kind == AST_ATTRIBUTE) {
            expr_drop(unit, target->Attribute.value);
        } else {
            expr_drop(unit, target->Subscript.value);
            expr_drop(unit, target->Subscript.slice);
        }
    }
    bool evaluated = !in_function && !unit->context->future_annotations &&
                     !(target->kind == AST_NAME && node->AnnAssign.simple);
    if (evaluated)
        expr_drop(unit, annotation);
    unit->top = saved;
}

// ---- Deletion -----------------------------------------------------------------------------------

static void delete_target(Unit *unit, const Node *target)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    SourceRange place = unit_set_place(unit, target);
    if (target->kind == AST_NAME) {
        name_delete(unit, target, target->Name.id);
    } else if (target->kind == AST_ATTRIBUTE) {
        Operand object = expr_operand(unit, target->Attribute.value, OPERAND_NO_CONSTANT);
        name_check_forbidden(unit, target, target->Attribute.attr, "delete");
        emitter->range = place_of_attribute(target, range_of(target));
        emit(emitter, OP_DELETE_ATTR, register_bits(object, 0, UINT32_MAX), object.index,
             emit_constant(emitter, unit_mangle(unit, target->Attribute.attr), true), 0);
    } else if (target->kind == AST_SUBSCRIPT) {
        Operand object =
            expr_operand(unit, target->Subscript.value, OPERAND_NO_CONSTANT | OPERAND_NOT_LAST);
        Operand index = expr_operand(unit, target->Subscript.slice, OPERAND_NO_CONSTANT);
        emit(emitter, OP_DELETE_SUBSCR,
             register_bits(object, 0, UINT32_MAX) | register_bits(index, 1, UINT32_MAX),
             object.index, index.index, 0);
    } else {
        const NodeSeq *items =
            target->kind == AST_TUPLE ? &target->Tuple.elts : &target->List.elts;
        for (size_t i = 0; i < items->count; i++)
            delete_target(unit, items->items[i]);
    }
    emitter->range = place;
    unit->top = saved;
}

// ---- if, while, for -----------------------------------------------------------------------------

static void stmt_if(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    int32_t end = emit_label(emitter);
    for (;;) { // elif chains are long rather than deep
        int32_t next = emit_label(emitter);
        const NodeSeq *orelse = &node->If.orelse;
        expr_jump(unit, node->If.test, next, false);
        stmt_body(unit, &node->If.body);
        if (orelse->count)
            emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
        emit_place(emitter, next);
        if (orelse->count != 1 || orelse->items[0]->kind != AST_IF) {
            stmt_body(unit, orelse);
            break;
        }
        node = orelse->items[0];
        emitter->range = range_of(node);
    }
    emit_place(emitter, end);
}

static void stmt_while(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    int32_t top = emit_label(emitter), otherwise = emit_label(emitter), end = emit_label(emitter);
    emit_place_loop(emitter, top);
    Block *block = block_push(unit, node, BLOCK_WHILE, 0);
    if (!block)
        return;
    block->continue_label = top;
    block->break_label = end;
    expr_jump(unit, node->While.test, otherwise, false);
    stmt_body(unit, &node->While.body);
    emitter->range = range_of(node);
    emit_jump(emitter, OP_JUMP_BACK, 0, 0, 0, top);
    block_pop(unit);
    emit_place(emitter, otherwise);
    stmt_body(unit, &node->While.orelse);
    emit_place(emitter, end);
}

static void stmt_for(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    int32_t top = emit_label(emitter), otherwise = emit_label(emitter), end = emit_label(emitter);
    uint32_t iterator = unit->top;
    Operand iterable = expr_operand(unit, node->For.iter, OPERAND_NO_CONSTANT);
    unit->top = iterator;
    register_push(unit);
    emit(emitter, OP_GET_ITER, register_bits(iterable, 1, iterator), iterator, iterable.index, 0);
    emit_place_loop(emitter, top);
    Block *block = block_push(unit, node, BLOCK_FOR, iterator);
    if (!block)
        return;
    block->continue_label = top;
    block->break_label = end;
    const Node *target = node->For.target;
    int64_t local = target->kind == AST_NAME ? name_local_register(unit, target->Name.id) : -1;
    uint32_t item = local >= 0 ? (uint32_t)local : register_push(unit);
    emit_jump(emitter, OP_FOR_ITER, 0, item, iterator, otherwise);
    if (local >= 0)
        emit_set_bound(emitter, item, true);
    else
        assign_to(unit, target, item);
    unit->top = iterator + 1;
    stmt_body(unit, &node->For.body);
    emitter->range = range_of(node);
    emit_jump(emitter, OP_JUMP_BACK, 0, 0, 0, top);
    block_pop(unit);
    unit->top = iterator;
    emit_place(emitter, otherwise);
    stmt_body(unit, &node->For.orelse);
    emit_place(emitter, end);
}

// ---- import -------------------------------------------------------------------------------------

static uint32_t import_module(Unit *unit, Object *name, Object *from_list, int level)
{
    Emitter *emitter = &unit->emitter;
    uint32_t module = register_push(unit);
    if (level > 255)
        unit_error(unit, NULL, "too many dots in relative import");
    emit(emitter, OP_IMPORT_NAME, (unsigned)level, module, emit_constant(emitter, from_list, true),
         emit_constant(emitter, name, true));
    return module;
}

static void stmt_import(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    for (size_t i = 0; i < node->Import.names.count; i++) {
        const Node *alias = node->Import.names.items[i];
        uint32_t module = import_module(unit, alias->alias.name, object_none, 0);
        size_t size;
        const char *text = str_utf8(alias->alias.name, &size);
        const char *dot = text ? memchr(text, '.', size) : NULL;
        if (!text)
            emit_fail(emitter);
        Object *name = alias->alias.asname;
        if (name) {
            while (dot) { // import a.b.c as d: the submodules, one after the other
                const char *part = dot + 1;
                dot = memchr(part, '.', size - (size_t)(part - text));
                size_t length = dot ? (size_t)(dot - part) : size - (size_t)(part - text);
                Object *part_name = unit_own(unit, intern_utf8(part, length));
                uint32_t submodule = register_push(unit);
                if (part_name)
                    emit(emitter, OP_IMPORT_FROM, 0, submodule, module,
                         emit_constant(emitter, part_name, true));
                emit(emitter, OP_TAKE, 0, module, submodule, 0);
                unit->top = submodule;
            }
        } else {
            name = dot ? unit_own(unit, intern_utf8(text, (size_t)(dot - text)))
                       : alias->alias.name;
        }
        if (name)
            name_store(unit, node, name, module);
        unit->top = module;
    }
}

static const char *const future_names[] = {
    "nested_scopes", "generators", "division", "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations", NULL};

static void check_future(Unit *unit, const Node *node)
{
    if (unit->last_future_free && unit->last_future_free != node) {
        unit_error(unit, node, "from __future__ imports must occur at the beginning of the file");
        return;
    }
    for (size_t i = 0; i < node->ImportFrom.names.count; i++) {
        Object *name = node->ImportFrom.names.items[i]->alias.name;
        const char *const *known = future_names;
        while (*known && !str_equal_text(name, *known))
            known++;
        if (*known)
            continue;
        Node start = *node; // these two are reported without an end
        start.end_col_offset = SYNTAX_NO_END;
        if (str_equal_text(name, "braces"))
            unit_error(unit, &start, "not a chance");
        else
            unit_error(unit, &start, "future feature %U is not defined", name);
        return;
    }
}

static void stmt_import_from(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *names = &node->ImportFrom.names;
    Object *module_name = node->ImportFrom.module;
    if (module_name && !node->ImportFrom.level && str_equal_text(module_name, "__future__"))
        check_future(unit, node);
    Object *from_list = unit_own(unit, tuple_new(names->count));
    if (!from_list)
        return;
    for (size_t i = 0; i < names->count; i++)
        TUPLE(from_list)->items[i] = new_ref(names->items[i]->alias.name);
    uint32_t module = import_module(unit, module_name ? module_name : OBJECT(str_empty), from_list,
                                    node->ImportFrom.level);
    for (size_t i = 0; i < names->count; i++) {
        const Node *alias = names->items[i];
        if (i == 0 && str_equal_text(alias->alias.name, "*")) {
            emit(emitter, OP_IMPORT_STAR, D_A_TEMP, module, 0, 0);
            unit->top = module;
            return;
        }
        uint32_t value = register_push(unit);
        emit(emitter, OP_IMPORT_FROM, 0, value, module,
             emit_constant(emitter, alias->alias.name, true));
        name_store(unit, node, alias->alias.asname ? alias->alias.asname : alias->alias.name,
                   value);
        unit->top = value;
    }
    emit(emitter, OP_DROP, 0, module, 0, 0);
    unit->top = module;
}

// ---- The rest -----------------------------------------------------------------------------------

static void stmt_raise(Unit *unit, const Node *node)
{
    uint32_t saved = unit->top;
    Operand exception = {0}, cause = {0};
    unsigned d = 0;
    if (node->Raise.exc) {
        exception = expr_operand(
            unit, node->Raise.exc,
            OPERAND_NO_CONSTANT | (node->Raise.cause ? OPERAND_NOT_LAST : 0));
        d = 1;
        if (node->Raise.cause) {
            cause = expr_operand(unit, node->Raise.cause, OPERAND_NO_CONSTANT);
            d = 2;
        }
    }
    emit(&unit->emitter, OP_RAISE, d, exception.index, cause.index, 0);
    unit->top = saved;
}

static void stmt_assert(Unit *unit, const Node *node)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    const Node *test = node->Assert.test;
    bool is_full_tuple =
        (test->kind == AST_TUPLE && test->Tuple.elts.count) ||
        (test->kind == AST_CONSTANT && IS_EXACT(test->Constant.value, TUPLE) &&
         TUPLE(test->Constant.value)->count);
    if (is_full_tuple && !emitter->failed &&
        context_warn(unit->context, node,
                     "assertion is always true, perhaps remove parentheses?") < 0)
        emit_fail(emitter);
    int32_t end = emit_label(emitter);
    expr_jump(unit, test, end, true);
    unit_set_place(unit, expr_last_compare(test) ? expr_last_compare(test) : node);
    uint32_t base = register_push(unit);
    emit(emitter, OP_LOAD_ASSERTION_ERROR, 0, base, 0, 0);
    if (node->Assert.msg) {
        register_push(unit);
        expr_push(unit, node->Assert.msg);
        emit(emitter, OP_CALL, 0, base, 1, base);
    }
    emit(emitter, OP_RAISE, 1, base, 0, 0);
    emit_place(emitter, end);
    unit->top = saved;
}

static void stmt_expr(Unit *unit, const Node *node)
{
    const Node *value = node->Expr.value;
    if (!unit->is_interactive) {
        expr_drop(unit, value);
        return;
    }
    uint32_t saved = unit->top;
    Operand operand = expr_operand(unit, value, OPERAND_NO_CONSTANT);
    emit(&unit->emitter, OP_PRINT_EXPR, register_bits(operand, 0, UINT32_MAX), operand.index, 0,
         0);
    unit->top = saved;
}

static void generate(Unit *unit, const Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_FUNCTION_DEF: stmt_function(unit, node); break;
    case AST_CLASS_DEF: stmt_class(unit, node); break;
    case AST_RETURN: stmt_return(unit, node); break;
    case AST_DELETE:
        for (size_t i = 0; i < node->Delete.targets.count; i++)
            delete_target(unit, node->Delete.targets.items[i]);
        break;
    case AST_ASSIGN: stmt_assign(unit, node); break;
    case AST_AUG_ASSIGN: stmt_aug_assign(unit, node); break;
    case AST_ANN_ASSIGN: stmt_ann_assign(unit, node); break;
    case AST_FOR: stmt_for(unit, node); break;
    case AST_WHILE: stmt_while(unit, node); break;
    case AST_IF: stmt_if(unit, node); break;
    case AST_WITH: stmt_with(unit, node, 0); break;
    case AST_RAISE: stmt_raise(unit, node); break;
    case AST_TRY: stmt_try(unit, node); break;
    case AST_ASSERT: stmt_assert(unit, node); break;
    case AST_IMPORT: stmt_import(unit, node); break;
    case AST_IMPORT_FROM: stmt_import_from(unit, node); break;
    case AST_EXPR: stmt_expr(unit, node); break;
    case AST_BREAK: stmt_break(unit, node); break;
    case AST_CONTINUE: stmt_continue(unit, node); break;
    default: break; // pass, global, nonlocal
    }
}

// The statement that ends the run of docstring and __future__ imports at a module's start.
static bool may_precede_future(const Node *node, size_t index)
{
    if (node->kind == AST_IMPORT_FROM)
        return node->ImportFrom.module && !node->ImportFrom.level &&
               str_equal_text(node->ImportFrom.module, "__future__");
    return index == 0 && node->kind == AST_EXPR && node->Expr.value->kind == AST_CONSTANT &&
           IS_EXACT(node->Expr.value->Constant.value, STR);
}

void stmt_body(Unit *unit, const NodeSeq *body)
{
    Emitter *emitter = &unit->emitter;
    if (emitter->failed || !body->count)
        return;
    if (context_enter(unit->context) < 0) {
        emit_fail(emitter);
        return;
    }
    for (size_t i = 0; i < body->count && !emitter->failed; i++) {
        const Node *node = body->items[i];
        if (!unit->last_future_free && (unit->parent || !may_precede_future(node, i)))
            unit->last_future_free = node;
        unit_set_place(unit, node);
        generate(unit, node);
        ASSERT(emitter->failed || unit->top >= emitter->local_count);
    }
    context_leave(unit->context);
}
