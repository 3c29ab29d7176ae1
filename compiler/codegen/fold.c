// Constant folding. An operation on constants is carried out unless its result would be large or
// it fails; then it stays for the running program. Children first; read fold_expr first.
#include "compiler/codegen/fold.h"

#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

#include <string.h>

// CPython's limits: a folded result is held for ever, so it stays small.
#define INT_BITS_MAX 128
#define COLLECTION_MAX 256
#define STR_MAX 4096
#define ITEMS_MAX 1024 // of nested tuples together

const uint8_t fold_binary_op[AST_OP_COUNT] = {
    [AST_OP_ADD] = BINARY_ADD,         [AST_OP_SUB] = BINARY_SUBTRACT,
    [AST_OP_MULT] = BINARY_MULTIPLY,   [AST_OP_MAT_MULT] = BINARY_MATMUL,
    [AST_OP_DIV] = BINARY_TRUE_DIVIDE, [AST_OP_MOD] = BINARY_REMAINDER,
    [AST_OP_POW] = BINARY_POWER,       [AST_OP_L_SHIFT] = BINARY_LSHIFT,
    [AST_OP_R_SHIFT] = BINARY_RSHIFT,  [AST_OP_BIT_OR] = BINARY_OR,
    [AST_OP_BIT_XOR] = BINARY_XOR,     [AST_OP_BIT_AND] = BINARY_AND,
    [AST_OP_FLOOR_DIV] = BINARY_FLOOR_DIVIDE,
};

static int fold_expr(CompileContext *context, Node *node);

// Turns `node` into a Constant (value stolen). NULL: the operation failed and stays as it is.
static int become_constant(CompileContext *context, Node *node, Object *value)
{
    if (!value) {
        if (error_is(&exc_keyboard_interrupt))
            return -1;
        error_clear();
        return 0;
    }
    if (!tree_own(context->tree, value))
        return -1;
    node->kind = AST_CONSTANT;
    node->flags |= NODE_FOLDED;
    node->Constant.value = value;
    node->Constant.kind = NULL;
    return 0;
}

static int64_t count_items(Object *object, int64_t limit)
{
    if (!IS_EXACT(object, TUPLE))
        return limit;
    limit -= (int64_t)TUPLE(object)->count;
    for (size_t i = 0; i < TUPLE(object)->count && limit >= 0; i++)
        limit = count_items(TUPLE(object)->items[i], limit);
    return limit;
}

// Whether `count * sequence` stays small.
static bool can_repeat(Object *count, Object *sequence)
{
    int64_t times;
    if (!IS_INT(count) || !int_fits_int64(count, &times))
        return !IS_INT(count);
    size_t length;
    if (IS_EXACT(sequence, TUPLE)) {
        length = TUPLE(sequence)->count;
        if (!length)
            return true;
        if (times < 0 || times > (int64_t)(COLLECTION_MAX / length))
            return false;
        return !times || count_items(sequence, ITEMS_MAX / times) >= 0;
    }
    if (IS_EXACT(sequence, STR))
        length = str_length(sequence);
    else if (IS_EXACT(sequence, BYTES))
        length = ((BytesObject *)sequence)->size;
    else
        return true;
    return !length || (times >= 0 && times <= (int64_t)(STR_MAX / length));
}

static bool can_fold_binary(int op, Object *left, Object *right)
{
    bool ints = IS_INT(left) && IS_INT(right);
    int64_t count;
    switch (op) {
    case AST_OP_MULT:
        if (ints)
            return int_is_zero(left) || int_is_zero(right) ||
                   int_bit_length(left) + int_bit_length(right) <= INT_BITS_MAX;
        return IS_INT(left) ? can_repeat(left, right) : can_repeat(right, left);
    case AST_OP_POW:
        if (!ints || int_is_zero(left) || int_sign(right) <= 0)
            return true;
        return int_fits_int64(right, &count) &&
               int_bit_length(left) <= (size_t)(INT_BITS_MAX / (count > 128 ? 129 : count));
    case AST_OP_L_SHIFT:
        if (!ints || int_is_zero(left) || int_is_zero(right))
            return true;
        return int_fits_int64(right, &count) && count >= 0 && count <= INT_BITS_MAX &&
               int_bit_length(left) <= (size_t)(INT_BITS_MAX - count);
    case AST_OP_MOD:
        return !IS_STR(left) && !IS_BYTES(left);
    default:
        return true;
    }
}

static int fold_binary(CompileContext *context, Node *node)
{
    const Node *left = node->BinOp.left, *right = node->BinOp.right;
    if (left->kind != AST_CONSTANT || right->kind != AST_CONSTANT)
        return 0;
    Object *a = left->Constant.value, *b = right->Constant.value;
    if (!can_fold_binary(node->BinOp.op, a, b))
        return 0;
    Object *result = object_binary((BinaryOp)fold_binary_op[node->BinOp.op], a, b);
    return become_constant(context, node, result);
}

static int fold_unary(CompileContext *context, Node *node)
{
    Node *operand = node->UnaryOp.operand;
    int op = node->UnaryOp.op;
    if (operand->kind == AST_CONSTANT) {
        Object *value = operand->Constant.value;
        if (op == AST_UNARY_NOT) {
            int truth = object_is_true(value);
            return become_constant(context, node, truth < 0 ? NULL : object_from_bool(!truth));
        }
        UnaryOp unary = op == AST_UNARY_INVERT  ? UNARY_INVERT
                        : op == AST_UNARY_U_ADD ? UNARY_POSITIVE
                                                : UNARY_NEGATIVE;
        return become_constant(context, node, object_unary(unary, value));
    }
    return 0;
}

// A tuple of the values of constant expressions; NULL without exception if one is no constant.
static Object *constant_tuple(const NodeSeq *items)
{
    for (size_t i = 0; i < items->count; i++)
        if (items->items[i]->kind != AST_CONSTANT)
            return NULL;
    Object *tuple = tuple_new(items->count);
    for (size_t i = 0; tuple && i < items->count; i++)
        TUPLE(tuple)->items[i] = new_ref(items->items[i]->Constant.value);
    return tuple;
}

static int fold_tuple(CompileContext *context, Node *node)
{
    if (node->Tuple.ctx != AST_CTX_LOAD)
        return 0;
    Object *tuple = constant_tuple(&node->Tuple.elts);
    if (!tuple)
        return error_occurred() ? -1 : 0;
    return become_constant(context, node, tuple);
}

static int fold_subscript(CompileContext *context, Node *node)
{
    const Node *value = node->Subscript.value, *slice = node->Subscript.slice;
    if (node->Subscript.ctx != AST_CTX_LOAD || value->kind != AST_CONSTANT ||
        slice->kind != AST_CONSTANT)
        return 0;
    return become_constant(context, node,
                           object_subscript(value->Constant.value, slice->Constant.value));
}

// A list or set display that is only iterated or searched: a constant tuple or frozenset will do.
// A list that is not constant becomes a tuple display.
static int fold_iterated(CompileContext *context, Node *node)
{
    if (node->kind == AST_LIST) {
        for (size_t i = 0; i < node->List.elts.count; i++)
            if (node->List.elts.items[i]->kind == AST_STARRED)
                return 0;
        Object *tuple = constant_tuple(&node->List.elts);
        if (tuple)
            return become_constant(context, node, tuple);
        if (error_occurred())
            return -1;
        NodeSeq items = node->List.elts;
        node->kind = AST_TUPLE;
        node->Tuple.elts = items;
        node->Tuple.ctx = AST_CTX_LOAD;
    } else if (node->kind == AST_SET) {
        Object *tuple = constant_tuple(&node->Set.elts);
        if (!tuple)
            return error_occurred() ? -1 : 0;
        Object *set = frozenset_from_iterable(tuple);
        decref(tuple);
        return become_constant(context, node, set);
    }
    return 0;
}

static int fold_compare(CompileContext *context, Node *node)
{
    size_t last = node->Compare.ops.count - 1;
    int op = node->Compare.ops.items[last];
    if (op != AST_CMP_IN && op != AST_CMP_NOT_IN)
        return 0;
    return fold_iterated(context, node->Compare.comparators.items[last]);
}

static int fold_name(CompileContext *context, Node *node)
{
    if (node->Name.ctx == AST_CTX_LOAD && str_equal_text(node->Name.id, "__debug__"))
        return become_constant(context, node, new_ref(object_true));
    return 0;
}

static int fold_seq(CompileContext *context, const NodeSeq *seq)
{
    for (size_t i = 0; i < seq->count; i++)
        if (seq->items[i] && fold_expr(context, seq->items[i]) < 0)
            return -1;
    return 0;
}

// With deferred annotations their text is wanted, so they are left alone.
static bool is_deferred(const CompileContext *context, const AstField *field)
{
    return context->future_annotations &&
           (strcmp(field->name, "annotation") == 0 || strcmp(field->name, "returns") == 0);
}

static int fold_children(CompileContext *context, Node *node)
{
    for (const AstField *field = ast_kind_fields(node->kind); field->name; field++) {
        char *place = (char *)node + field->offset;
        int result = 0;
        if (field->kind == AST_FIELD_SEQ) {
            result = fold_seq(context, (NodeSeq *)(void *)place);
        } else if (field->kind == AST_FIELD_NODE || field->kind == AST_FIELD_OPT) {
            Node *child = *(Node **)(void *)place;
            if (child && !is_deferred(context, field))
                result = fold_expr(context, child);
        }
        if (result < 0)
            return -1;
    }
    return 0;
}

static int fold_node(CompileContext *context, Node *node)
{
    switch ((AstKind)node->kind) {
    case AST_BIN_OP:
        return fold_binary(context, node);
    case AST_UNARY_OP:
        return fold_unary(context, node);
    case AST_TUPLE:
        return fold_tuple(context, node);
    case AST_SUBSCRIPT:
        return fold_subscript(context, node);
    case AST_COMPARE:
        return fold_compare(context, node);
    case AST_NAME:
        return fold_name(context, node);
    case AST_FOR:
        return fold_iterated(context, node->For.iter);
    case AST_COMPREHENSION:
        return fold_iterated(context, node->comprehension.iter);
    default:
        return 0;
    }
}

// elif chains are walked in a loop: they are long rather than deep.
static int fold_if(CompileContext *context, Node *node)
{
    for (;;) {
        if (fold_expr(context, node->If.test) < 0 || fold_seq(context, &node->If.body) < 0)
            return -1;
        const NodeSeq *orelse = &node->If.orelse;
        if (orelse->count != 1 || orelse->items[0]->kind != AST_IF)
            return fold_seq(context, orelse);
        node = orelse->items[0];
    }
}

static int fold_expr(CompileContext *context, Node *node)
{
    if (node->kind == AST_CONSTANT)
        return 0;
    if (context_enter(context) < 0)
        return -1;
    int result;
    if (node->kind == AST_IF)
        result = fold_if(context, node);
    else
        result = fold_children(context, node);
    if (result == 0)
        result = fold_node(context, node);
    context_leave(context);
    return result;
}

int fold_tree(CompileContext *context)
{
    return fold_expr(context, context->tree->root);
}
