// Expressions: values into registers, operands in place, conditions as jumps.
// Read expr_to, expr_operand and expr_jump first. Evaluation order is CPython's throughout.
#include "compiler/codegen/codegen.h"

#include "compiler/codegen/context.h"
#include "compiler/codegen/fold.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define CONSTANT_OPERAND_MAX 30000 // constants beyond are loaded: 16-bit indices are kept for names

// ---- Constants and operands ---------------------------------------------------------------------

void expr_load_constant(Unit *unit, Object *value, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    emit(emitter, OP_LOAD_CONST, 0, target, emit_constant(emitter, value, false), 0);
}

uint32_t expr_push(Unit *unit, const Node *node)
{
    uint32_t reg = register_push(unit);
    expr_to(unit, node, reg);
    return reg;
}

// Whether the value in temporary `reg` is a box that the last instruction made by arithmetic.
static bool is_arithmetic_result(const Unit *unit, uint32_t reg)
{
    const Emitter *emitter = &unit->emitter;
    if (emitter->failed || !emitter->count || emitter->last_label == emitter->count)
        return false;
    const Ins *last = &emitter->code[emitter->count - 1];
    return last->op >= OP_ADD && last->op <= OP_INVERT && last->op != OP_POSITIVE &&
           last->a == reg;
}

static bool constant_operand(Unit *unit, const Node *node, Operand *operand)
{
    Emitter *emitter = &unit->emitter;
    if (emitter->constants.count > CONSTANT_OPERAND_MAX)
        return false;
    *operand = (Operand){OPERAND_CONSTANT, emit_constant(emitter, node->Constant.value, true),
                         false};
    return true;
}

// A plain local can be read in place unless something that is evaluated later rebinds it.
static bool local_operand(Unit *unit, Object *name, unsigned flags, Operand *operand)
{
    NameRef ref = name_resolve(unit, name);
    if (ref.access != NAME_LOCAL ||
        ((flags & OPERAND_NOT_LAST) && (ref.symbol->flags & SYMBOL_WALRUS)))
        return false;
    name_load(unit, name, ref.reg); // only checks that it is bound
    *operand = (Operand){OPERAND_LOCAL, ref.reg, false};
    return true;
}

Operand expr_operand(Unit *unit, const Node *node, unsigned flags)
{
    Operand operand;
    SourceRange saved = unit_set_place(unit, node);
    if (node->kind == AST_CONSTANT && !(flags & OPERAND_NO_CONSTANT) &&
        constant_operand(unit, node, &operand)) {
        unit->emitter.range = saved;
        return operand;
    }
    if (node->kind == AST_NAME && local_operand(unit, node->Name.id, flags, &operand)) {
        unit->emitter.range = saved;
        return operand;
    }
    unit->emitter.range = saved;
    uint32_t reg = expr_push(unit, node);
    return (Operand){OPERAND_TEMP, reg, is_arithmetic_result(unit, reg)};
}

// ---- Operators ----------------------------------------------------------------------------------

static void binary_to(Unit *unit, const Node *node, uint32_t target)
{
    uint32_t saved = register_open(unit, target);
    Operand left = expr_operand(unit, node->BinOp.left, OPERAND_NOT_LAST);
    Operand right = expr_operand(unit, node->BinOp.right, 0);
    emit(&unit->emitter, (Opcode)(OP_ADD + fold_binary_op[node->BinOp.op]),
         register_bits(left, 1, target) | register_bits(right, 2, target), target, left.index,
         right.index);
    register_close(unit, saved);
}

static void unary_to(Unit *unit, const Node *node, uint32_t target)
{
    static const uint8_t ops[AST_UNARY_COUNT] = {[AST_UNARY_INVERT] = OP_INVERT,
                                                 [AST_UNARY_NOT] = OP_NOT,
                                                 [AST_UNARY_U_ADD] = OP_POSITIVE,
                                                 [AST_UNARY_U_SUB] = OP_NEGATIVE};
    uint32_t saved = register_open(unit, target);
    Operand operand = expr_operand(unit, node->UnaryOp.operand, OPERAND_NO_CONSTANT);
    emit(&unit->emitter, (Opcode)ops[node->UnaryOp.op], register_bits(operand, 1, target), target,
         operand.index, 0);
    register_close(unit, saved);
}

// Opcode of a comparison relative to the first of its family (LT or LT_JUMP), and whether the
// result is to be negated.
static int compare_offset(int op, bool *negate)
{
    static const uint8_t offsets[AST_CMP_COUNT] = {
        [AST_CMP_EQ] = OP_EQ - OP_LT,     [AST_CMP_NOT_EQ] = OP_NE - OP_LT,
        [AST_CMP_LT] = 0,                 [AST_CMP_LT_E] = OP_LE - OP_LT,
        [AST_CMP_GT] = OP_GT - OP_LT,     [AST_CMP_GT_E] = OP_GE - OP_LT,
        [AST_CMP_IS] = OP_IS - OP_LT,     [AST_CMP_IS_NOT] = OP_IS - OP_LT,
        [AST_CMP_IN] = OP_IN - OP_LT,     [AST_CMP_NOT_IN] = OP_IN - OP_LT,
    };
    *negate = op == AST_CMP_IS_NOT || op == AST_CMP_NOT_IN;
    return offsets[op];
}

static void emit_compare(Unit *unit, int op, Operand left, Operand right, uint32_t target)
{
    bool negate;
    int offset = compare_offset(op, &negate);
    emit(&unit->emitter, (Opcode)(OP_LT + offset),
         register_bits(left, 1, target) | register_bits(right, 2, target) |
             (negate ? D_NEGATE : 0),
         target, left.index, right.index);
}

static void emit_compare_jump(Unit *unit, int op, Operand left, Operand right, int32_t label,
                              bool sense)
{
    bool negate;
    int offset = compare_offset(op, &negate);
    emit_jump(&unit->emitter, (Opcode)(OP_LT_JUMP + offset),
              register_bits(left, 0, UINT32_MAX) | register_bits(right, 1, UINT32_MAX) |
                  (sense != negate ? D_JUMP_IF_TRUE : 0),
              left.index, right.index, label);
}

// The middle operand of a chain, twice: what this comparison consumes, and what the next one reads.
static Operand chain_operand(Unit *unit, const Node *node, Operand *next)
{
    Operand operand = expr_operand(unit, node, OPERAND_NOT_LAST);
    *next = operand;
    if (operand.kind != OPERAND_TEMP)
        return operand;
    next->is_arithmetic = false; // two references: it is no box of its own now
    uint32_t copy = register_push(unit);
    emit(&unit->emitter, OP_MOVE, 0, copy, operand.index, 0);
    return operand_temp(copy);
}

typedef struct Stub { // an exit of a chain that still holds its middle operand
    int32_t label;
    uint32_t reg;
} Stub;

// a < b < c as a value: the first comparison that is false, or the last one.
static void chain_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    size_t count = node->Compare.ops.count;
    uint32_t saved = unit->top;
    uint32_t work = register_work(unit, target);
    Stub *stubs = emit_alloc(emitter, count * sizeof *stubs);
    int32_t end = emit_label(emitter);
    if (!stubs)
        return;
    size_t stub_count = 0;
    Operand left = expr_operand(unit, node->Compare.left, OPERAND_NOT_LAST);
    for (size_t i = 0; i < count; i++) {
        const Node *comparator = node->Compare.comparators.items[i];
        int op = node->Compare.ops.items[i];
        if (i + 1 == count) {
            Operand right = expr_operand(unit, comparator, 0);
            emit_compare(unit, op, left, right, work);
            break;
        }
        Operand next, right = chain_operand(unit, comparator, &next);
        emit_compare(unit, op, left, right, work);
        if (next.kind == OPERAND_TEMP) {
            stubs[stub_count] = (Stub){emit_label(emitter), next.index};
            emit_jump(emitter, OP_JUMP_IF_FALSE, 2, work, 0, stubs[stub_count++].label);
        } else {
            emit_jump(emitter, OP_JUMP_IF_FALSE, 2, work, 0, end);
        }
        left = next;
    }
    for (size_t i = 0; i < stub_count; i++) {
        emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
        emit_place(emitter, stubs[i].label);
        emit(emitter, OP_DROP, 0, stubs[i].reg, 0, 0);
    }
    emit_place(emitter, end);
    if (work != target)
        emit(emitter, OP_TAKE, 0, target, work, 0);
    unit->top = saved;
}

static void chain_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    Emitter *emitter = &unit->emitter;
    size_t count = node->Compare.ops.count, stub_count = 0;
    uint32_t saved = unit->top;
    Stub *stubs = emit_alloc(emitter, count * sizeof *stubs);
    int32_t end = emit_label(emitter);
    int32_t false_label = sense ? end : label;
    if (!stubs)
        return;
    Operand left = expr_operand(unit, node->Compare.left, OPERAND_NOT_LAST);
    for (size_t i = 0; i < count; i++) {
        const Node *comparator = node->Compare.comparators.items[i];
        int op = node->Compare.ops.items[i];
        if (i + 1 == count) {
            Operand right = expr_operand(unit, comparator, 0);
            emit_compare_jump(unit, op, left, right, label, sense);
            break;
        }
        Operand next, right = chain_operand(unit, comparator, &next);
        int32_t exit = false_label;
        if (next.kind == OPERAND_TEMP) {
            exit = emit_label(emitter);
            stubs[stub_count++] = (Stub){exit, next.index};
        }
        emit_compare_jump(unit, op, left, right, exit, false);
        left = next;
    }
    if (stub_count)
        emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    for (size_t i = 0; i < stub_count; i++) {
        emit_place(emitter, stubs[i].label);
        emit(emitter, OP_DROP, 0, stubs[i].reg, 0, 0);
        emit_jump(emitter, OP_JUMP, 0, 0, 0, false_label);
    }
    emit_place(emitter, end);
    unit->top = saved;
}

static bool is_value_literal(const Node *node)
{
    if (node->kind != AST_CONSTANT)
        return node->kind == AST_TUPLE || node->kind == AST_LIST || node->kind == AST_DICT ||
               node->kind == AST_SET;
    Object *value = node->Constant.value;
    return value != object_none && value != object_true && value != object_false &&
           value != object_ellipsis;
}

static void check_compare(Unit *unit, const Node *node)
{
    const Node *left = node->Compare.left;
    for (size_t i = 0; i < node->Compare.ops.count; i++) {
        const Node *right = node->Compare.comparators.items[i];
        int op = node->Compare.ops.items[i];
        bool left_literal = left->kind == AST_CONSTANT && is_value_literal(left);
        bool right_literal = right->kind == AST_CONSTANT && is_value_literal(right);
        if ((op == AST_CMP_IS || op == AST_CMP_IS_NOT) && (left_literal || right_literal)) {
            bool is = op == AST_CMP_IS;
            if (!unit->emitter.failed &&
                context_warn(unit->context, node, "\"%s\" with a literal. Did you mean \"%s\"?",
                             is ? "is" : "is not", is ? "==" : "!=") < 0)
                emit_fail(&unit->emitter);
            return;
        }
        left = right;
    }
}

static void compare_to(Unit *unit, const Node *node, uint32_t target)
{
    check_compare(unit, node);
    if (node->Compare.ops.count > 1) {
        chain_to(unit, node, target);
        return;
    }
    uint32_t saved = register_open(unit, target);
    Operand left = expr_operand(unit, node->Compare.left, OPERAND_NOT_LAST);
    Operand right = expr_operand(unit, node->Compare.comparators.items[0], 0);
    emit_compare(unit, node->Compare.ops.items[0], left, right, target);
    register_close(unit, saved);
}

static void bool_op_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    uint32_t saved = unit->top;
    uint32_t work = register_work(unit, target);
    int32_t end = emit_label(emitter);
    const NodeSeq *values = &node->BoolOp.values;
    Opcode op = node->BoolOp.op == AST_BOOL_AND ? OP_JUMP_IF_FALSE : OP_JUMP_IF_TRUE;
    for (size_t i = 0; i < values->count; i++) {
        expr_to(unit, values->items[i], work);
        if (i + 1 < values->count)
            emit_jump(emitter, op, 2, work, 0, end);
    }
    emit_place(emitter, end);
    if (work != target)
        emit(emitter, OP_TAKE, 0, target, work, 0);
    unit->top = saved;
}

static void if_exp_to(Unit *unit, const Node *node, uint32_t target)
{
    Emitter *emitter = &unit->emitter;
    int32_t otherwise = emit_label(emitter), end = emit_label(emitter);
    expr_jump(unit, node->IfExp.test, otherwise, false);
    expr_to(unit, node->IfExp.body, target);
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    emit_place(emitter, otherwise);
    expr_to(unit, node->IfExp.orelse, target);
    emit_place(emitter, end);
}

// ---- Conditions ---------------------------------------------------------------------------------

static void bool_op_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    Emitter *emitter = &unit->emitter;
    const NodeSeq *values = &node->BoolOp.values;
    bool deciding = node->BoolOp.op == AST_BOOL_OR; // a value of this truth decides
    int32_t end = emit_label(emitter);
    for (size_t i = 0; i + 1 < values->count; i++)
        expr_jump(unit, values->items[i], deciding == sense ? label : end, deciding);
    expr_jump(unit, values->items[values->count - 1], label, sense);
    emit_place(emitter, end);
}

static void if_exp_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    Emitter *emitter = &unit->emitter;
    int32_t otherwise = emit_label(emitter), end = emit_label(emitter);
    expr_jump(unit, node->IfExp.test, otherwise, false);
    expr_jump(unit, node->IfExp.body, label, sense);
    emit_jump(emitter, OP_JUMP, 0, 0, 0, end);
    emit_place(emitter, otherwise);
    expr_jump(unit, node->IfExp.orelse, label, sense);
    emit_place(emitter, end);
}

static bool is_none(const Node *node)
{
    return node->kind == AST_CONSTANT && node->Constant.value == object_none;
}

// Jumps by an operand's own test, which consumes temporaries.
static void jump_on(Unit *unit, Opcode op, Operand operand, int32_t label)
{
    emit_jump(&unit->emitter, op, operand.kind == OPERAND_TEMP ? 0 : 1, operand.index, 0, label);
}

static void compare_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    check_compare(unit, node);
    if (node->Compare.ops.count > 1) {
        chain_jump(unit, node, label, sense);
        return;
    }
    uint32_t saved = unit->top;
    int op = node->Compare.ops.items[0];
    const Node *comparator = node->Compare.comparators.items[0];
    if ((op == AST_CMP_IS || op == AST_CMP_IS_NOT) && is_none(comparator)) {
        Operand operand = expr_operand(unit, node->Compare.left, OPERAND_NO_CONSTANT);
        bool when_none = (op == AST_CMP_IS) == sense;
        jump_on(unit, when_none ? OP_JUMP_IF_NONE : OP_JUMP_IF_NOT_NONE, operand, label);
    } else {
        Operand left = expr_operand(unit, node->Compare.left, OPERAND_NOT_LAST);
        Operand right = expr_operand(unit, comparator, 0);
        emit_compare_jump(unit, op, left, right, label, sense);
    }
    unit->top = saved;
}

static void value_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    uint32_t saved = unit->top;
    Operand operand = expr_operand(unit, node, OPERAND_NO_CONSTANT);
    unit->emitter.range = range_of(node);
    jump_on(unit, sense ? OP_JUMP_IF_TRUE : OP_JUMP_IF_FALSE, operand, label);
    unit->top = saved;
}

const Node *expr_last_compare(const Node *condition)
{
    const Node *found = NULL;
    if (condition->kind == AST_COMPARE)
        return condition;
    if (condition->kind == AST_UNARY_OP && condition->UnaryOp.op == AST_UNARY_NOT)
        return expr_last_compare(condition->UnaryOp.operand);
    if (condition->kind == AST_BOOL_OP)
        for (size_t i = condition->BoolOp.values.count; i-- > 0 && !found;)
            found = expr_last_compare(condition->BoolOp.values.items[i]);
    if (condition->kind == AST_IF_EXP) {
        const Node *parts[] = {condition->IfExp.orelse, condition->IfExp.body,
                               condition->IfExp.test};
        for (int i = 0; i < 3 && !found; i++)
            found = expr_last_compare(parts[i]);
    }
    return found;
}

// Jumps to `label` if the truth of `node` is `sense`, else falls through.
void expr_jump(Unit *unit, const Node *node, int32_t label, bool sense)
{
    if (unit->emitter.failed)
        return;
    if (context_enter(unit->context) < 0) {
        emit_fail(&unit->emitter);
        return;
    }
    SourceRange saved = unit_set_place(unit, node);
    if (node->kind == AST_CONSTANT) {
        int truth = object_is_true(node->Constant.value);
        if (truth == sense)
            emit_jump(&unit->emitter, OP_JUMP, 0, 0, 0, label);
    } else if (node->kind == AST_UNARY_OP && node->UnaryOp.op == AST_UNARY_NOT) {
        expr_jump(unit, node->UnaryOp.operand, label, !sense);
    } else if (node->kind == AST_BOOL_OP) {
        bool_op_jump(unit, node, label, sense);
    } else if (node->kind == AST_IF_EXP) {
        if_exp_jump(unit, node, label, sense);
    } else if (node->kind == AST_COMPARE) {
        compare_jump(unit, node, label, sense);
    } else {
        value_jump(unit, node, label, sense);
    }
    unit->emitter.range = saved;
    context_leave(unit->context);
}

// ---- Attributes, items, strings, yield ----------------------------------------------------------

// CPython 3.11: an attribute on another line than its object's start is placed at its own name.
SourceRange place_of_attribute(const Node *attribute, SourceRange place)
{
    if (place.line != attribute->end_lineno) {
        int32_t length = (int32_t)str_length(attribute->Attribute.attr);
        place.line = attribute->end_lineno;
        if (length <= attribute->end_col_offset)
            place.col = attribute->end_col_offset - length;
        else
            place.col = place.end_col = -1;
        if (place.end_line < place.line)
            place.end_line = place.line;
    }
    return place;
}

static void attribute_to(Unit *unit, const Node *node, uint32_t target)
{
    uint32_t saved = register_open(unit, target);
    Operand object = expr_operand(unit, node->Attribute.value, OPERAND_NO_CONSTANT);
    unit->emitter.range = place_of_attribute(node, range_of(node));
    Object *name = unit_mangle(unit, node->Attribute.attr);
    emit(&unit->emitter, OP_LOAD_ATTR, register_bits(object, 1, target), target, object.index,
         emit_constant(&unit->emitter, name, true));
    register_close(unit, saved);
}

static void slice_to(Unit *unit, const Node *node, uint32_t target)
{
    uint32_t saved = register_open(unit, target);
    const Node *parts[] = {node->Slice.lower, node->Slice.upper, node->Slice.step};
    uint32_t window = unit->top;
    for (int i = 0; i < 3; i++) {
        if (parts[i])
            expr_push(unit, parts[i]);
        else
            expr_load_constant(unit, object_none, register_push(unit));
    }
    emit(&unit->emitter, OP_BUILD_SLICE, 0, target, window, 0);
    register_close(unit, saved);
}

// A literal that has no items.
static bool cannot_be_subscripted(const Node *value)
{
    if (value->kind == AST_CONSTANT) {
        const Object *constant = value->Constant.value;
        return constant == object_none || constant == object_ellipsis || IS_INT(constant) ||
               IS_EXACT(constant, FLOAT) || IS_EXACT(constant, COMPLEX) || IS_ANY_SET(constant);
    }
    return value->kind == AST_SET || value->kind == AST_SET_COMP ||
           value->kind == AST_GENERATOR_EXP || value->kind == AST_LAMBDA;
}

static bool is_literal_sequence(const Node *value)
{
    if (value->kind == AST_CONSTANT) {
        const Object *constant = value->Constant.value;
        return IS_TUPLE(constant) || IS_STR(constant) || IS_BYTES(constant);
    }
    return value->kind == AST_TUPLE || value->kind == AST_LIST || value->kind == AST_LIST_COMP ||
           value->kind == AST_JOINED_STR || value->kind == AST_FORMATTED_VALUE;
}

// Warns about `[1, 2] [3, 4]`: a literal with a subscript that must fail. 0 / -1.
static int check_subscript(Unit *unit, const Node *node)
{
    const Node *value = node->Subscript.value, *slice = node->Subscript.slice;
    const char *index_type = expr_literal_type(slice);
    if (cannot_be_subscripted(value) &&
        context_warn(unit->context, node,
                     "'%s' object is not subscriptable; perhaps you missed a comma?",
                     expr_literal_type(value)) < 0)
        return -1;
    if (!index_type || (slice->kind == AST_CONSTANT && IS_INT(slice->Constant.value)) ||
        !is_literal_sequence(value))
        return 0;
    return context_warn(unit->context, node,
                        "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
                        expr_literal_type(value), index_type);
}

static void subscript_to(Unit *unit, const Node *node, uint32_t target)
{
    if (!unit->emitter.failed && check_subscript(unit, node) < 0)
        emit_fail(&unit->emitter);
    uint32_t saved = register_open(unit, target);
    Operand object =
        expr_operand(unit, node->Subscript.value, OPERAND_NO_CONSTANT | OPERAND_NOT_LAST);
    Operand index = expr_operand(unit, node->Subscript.slice, 0);
    emit(&unit->emitter, OP_LOAD_SUBSCR,
         register_bits(object, 1, target) | register_bits(index, 2, target), target, object.index,
         index.index);
    register_close(unit, saved);
}

static void formatted_to(Unit *unit, const Node *node, uint32_t target)
{
    uint32_t saved = register_open(unit, target);
    const Node *spec = node->FormattedValue.format_spec;
    Operand value = expr_operand(unit, node->FormattedValue.value,
                                 OPERAND_NO_CONSTANT | (spec ? OPERAND_NOT_LAST : 0));
    Operand spec_operand = {0};
    unsigned d = node->FormattedValue.conversion == 's'   ? 1
                 : node->FormattedValue.conversion == 'r' ? 2
                 : node->FormattedValue.conversion == 'a' ? 3
                                                          : 0;
    if (spec) {
        spec_operand = expr_operand(unit, spec, OPERAND_NO_CONSTANT);
        d |= D_HAS_SPEC;
    }
    emit(&unit->emitter, OP_FORMAT, d, target, value.index, spec_operand.index);
    register_close(unit, saved);
}

static void joined_to(Unit *unit, const Node *node, uint32_t target)
{
    const NodeSeq *values = &node->JoinedStr.values;
    if (values->count == 0) {
        expr_load_constant(unit, OBJECT(str_empty), target);
        return;
    }
    if (values->count == 1) {
        expr_to(unit, values->items[0], target);
        return;
    }
    uint32_t saved = register_open(unit, target);
    uint32_t window = unit->top;
    for (size_t i = 0; i < values->count; i++)
        expr_push(unit, values->items[i]);
    emit(&unit->emitter, OP_BUILD_STRING, 0, target, window, (uint32_t)values->count);
    register_close(unit, saved);
}

static bool check_yield(Unit *unit, const Node *node)
{
    if (unit->scope->kind == SCOPE_FUNCTION)
        return true;
    unit_error(unit, node, "'yield' outside function");
    return false;
}

static void yield_to(Unit *unit, const Node *node, uint32_t target)
{
    if (!check_yield(unit, node))
        return;
    uint32_t saved = register_open(unit, target);
    uint32_t in_use = unit->top;
    Operand value;
    if (node->Yield.value) {
        value = expr_operand(unit, node->Yield.value, OPERAND_NO_CONSTANT);
    } else {
        value = operand_temp(register_push(unit));
        expr_load_constant(unit, object_none, value.index);
    }
    emit(&unit->emitter, OP_YIELD, register_bits(value, 1, UINT32_MAX), target, value.index,
         in_use);
    register_close(unit, saved);
}

static void yield_from_to(Unit *unit, const Node *node, uint32_t target)
{
    if (!check_yield(unit, node))
        return;
    uint32_t saved = register_open(unit, target);
    uint32_t iterator = register_push(unit);
    unit->top = iterator;
    Operand value = expr_operand(unit, node->YieldFrom.value, OPERAND_NO_CONSTANT);
    emit(&unit->emitter, OP_GET_YIELD_FROM_ITER, register_bits(value, 1, iterator), iterator,
         value.index, 0);
    emit(&unit->emitter, OP_YIELD_FROM, 0, target, iterator, iterator + 1);
    register_close(unit, saved);
}

// The walrus writes its name in the middle of an expression; its value is then read from there.
static void walrus_to(Unit *unit, const Node *node, uint32_t target)
{
    Object *name = node->NamedExpr.target->Name.id;
    int64_t local = name_local_register(unit, name);
    name_check_forbidden(unit, node, name, "assign to");
    if (local >= 0) {
        expr_to(unit, node->NamedExpr.value, (uint32_t)local);
        emit_set_bound(&unit->emitter, (uint32_t)local, true);
        if ((uint32_t)local != target)
            emit(&unit->emitter, OP_MOVE, 0, target, (uint32_t)local, 0);
        return;
    }
    uint32_t saved = unit->top;
    uint32_t value = register_work(unit, target);
    expr_to(unit, node->NamedExpr.value, value);
    uint32_t copy = register_push(unit);
    emit(&unit->emitter, OP_MOVE, 0, copy, value, 0);
    name_store(unit, node, name, copy);
    if (value != target)
        emit(&unit->emitter, OP_TAKE, 0, target, value, 0);
    unit->top = saved;
}

// ---- The switch ---------------------------------------------------------------------------------

static void generate(Unit *unit, const Node *node, uint32_t target)
{
    switch ((AstKind)node->kind) {
    case AST_CONSTANT: expr_load_constant(unit, node->Constant.value, target); break;
    case AST_NAME: name_load(unit, node->Name.id, target); break;
    case AST_NAMED_EXPR: walrus_to(unit, node, target); break;
    case AST_BIN_OP: binary_to(unit, node, target); break;
    case AST_UNARY_OP: unary_to(unit, node, target); break;
    case AST_BOOL_OP: bool_op_to(unit, node, target); break;
    case AST_COMPARE: compare_to(unit, node, target); break;
    case AST_IF_EXP: if_exp_to(unit, node, target); break;
    case AST_LAMBDA: lambda_to(unit, node, target); break;
    case AST_CALL: call_to(unit, node, target); break;
    case AST_ATTRIBUTE: attribute_to(unit, node, target); break;
    case AST_SUBSCRIPT: subscript_to(unit, node, target); break;
    case AST_SLICE: slice_to(unit, node, target); break;
    case AST_FORMATTED_VALUE: formatted_to(unit, node, target); break;
    case AST_JOINED_STR: joined_to(unit, node, target); break;
    case AST_YIELD: yield_to(unit, node, target); break;
    case AST_YIELD_FROM: yield_from_to(unit, node, target); break;
    case AST_LIST: case AST_TUPLE: case AST_SET: display_to(unit, node, target); break;
    case AST_DICT: dict_to(unit, node, target); break;
    case AST_LIST_COMP: case AST_SET_COMP: case AST_DICT_COMP: case AST_GENERATOR_EXP:
        comprehension_to(unit, node, target);
        break;
    case AST_STARRED: unit_error(unit, node, "can't use starred expression here"); break;
    default: UNREACHABLE();
    }
}

void expr_to(Unit *unit, const Node *node, uint32_t target)
{
    if (unit->emitter.failed)
        return;
    if (context_enter(unit->context) < 0) {
        emit_fail(&unit->emitter);
        return;
    }
    SourceRange saved = unit_set_place(unit, node);
    generate(unit, node, target);
    unit->emitter.range = saved;
    context_leave(unit->context);
}

void expr_drop(Unit *unit, const Node *node)
{
    uint32_t saved = unit->top;
    if (node->kind == AST_CONSTANT)
        return;
    Operand operand = expr_operand(unit, node, 0);
    if (operand.kind == OPERAND_TEMP)
        emit(&unit->emitter, OP_DROP, 0, operand.index, 0, 0);
    unit->top = saved;
}
