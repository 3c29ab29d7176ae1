// Operators: CPython's binary_op1 and its sequence fallbacks. The rule: the left operand's slot is
// tried first, unless the right operand's type is a proper subclass with a slot of its own; the same
// slot function is never tried twice (script classes share one, which looks at both operands).
// Exact ints and floats rarely get here: vm has fast paths. Read binary_slots first.
#include "runtime/model/arithmetic.h"

#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/slot_functions.h"
#include "runtime/program/c_function.h"

#include <string.h>

const char *const binary_op_symbol[BINARY_OP_COUNT] = {
    [BINARY_ADD] = "+",           [BINARY_SUBTRACT] = "-",
    [BINARY_MULTIPLY] = "*",      [BINARY_TRUE_DIVIDE] = "/",
    [BINARY_FLOOR_DIVIDE] = "//", [BINARY_REMAINDER] = "%",
    [BINARY_POWER] = "** or pow()", [BINARY_LSHIFT] = "<<",
    [BINARY_RSHIFT] = ">>",       [BINARY_AND] = "&",
    [BINARY_OR] = "|",            [BINARY_XOR] = "^",
    [BINARY_MATMUL] = "@",        [BINARY_DIVMOD] = "divmod()",
};

static const char *const inplace_symbol[BINARY_OP_COUNT] = {
    [BINARY_ADD] = "+=",           [BINARY_SUBTRACT] = "-=",  [BINARY_MULTIPLY] = "*=",
    [BINARY_TRUE_DIVIDE] = "/=",   [BINARY_FLOOR_DIVIDE] = "//=", [BINARY_REMAINDER] = "%=",
    [BINARY_POWER] = "**=",        [BINARY_LSHIFT] = "<<=",   [BINARY_RSHIFT] = ">>=",
    [BINARY_AND] = "&=",           [BINARY_OR] = "|=",        [BINARY_XOR] = "^=",
    [BINARY_MATMUL] = "@=",        [BINARY_DIVMOD] = "divmod()",
};

static void *raise_unsupported(const char *symbol, Object *left, Object *right)
{
    return error_format(&exc_type_error,
                        "unsupported operand type(s) for %.100s: '%.100T' and '%.100T'", symbol,
                        left, right);
}

// The operands' own slots. NotImplemented: none wants them.
static Object *binary_slots(BinaryOp op, Object *left, Object *right)
{
    TypeObject *left_type = type_of(left), *right_type = type_of(right);
    BinaryFn left_slot = left_type->binary[op], right_slot = NULL;
    if (left_type != right_type) {
        right_slot = right_type->binary[op];
        if (right_slot == left_slot)
            right_slot = NULL;
    }
    if (left_slot) {
        if (right_slot && type_is_subtype(right_type, left_type)) {
            Object *result = right_slot(left, right);
            if (result != object_not_implemented)
                return result;
            right_slot = NULL;
        }
        Object *result = left_slot(left, right);
        if (result != object_not_implemented)
            return result;
    }
    return right_slot ? right_slot(left, right) : object_not_implemented;
}

typedef Object *(*RepeatFn)(Object *self, int64_t count);

static Object *repeat_sequence(RepeatFn repeat, Object *sequence, Object *count)
{
    if (!type_of(count)->to_index && !IS_INT(count))
        return error_format(&exc_type_error,
                            "can't multiply sequence by non-int of type '%.200T'",
                            count);
    int64_t number = object_as_index(count, &exc_overflow_error);
    if (number == -1 && error_occurred())
        return NULL;
    return repeat(sequence, number);
}

// What ADD and MULTIPLY try last; NotImplemented: no sequence.
static Object *binary_sequence(BinaryOp op, Object *left, Object *right, bool is_inplace)
{
    const SequenceSlots *left_slots = &type_of(left)->sequence;
    const SequenceSlots *right_slots = &type_of(right)->sequence;
    if (op == BINARY_ADD) {
        BinaryFn concat = is_inplace && left_slots->inplace_concat ? left_slots->inplace_concat
                                                                   : left_slots->concat;
        if (concat)
            return concat(left, right);
    } else if (op == BINARY_MULTIPLY) {
        RepeatFn repeat = is_inplace && left_slots->inplace_repeat ? left_slots->inplace_repeat
                                                                   : left_slots->repeat;
        if (repeat)
            return repeat_sequence(repeat, left, right);
        // CPython does not ask the right operand here when the left type has any sequence method
        if (right_slots->repeat && !(is_inplace && type_is_sequence(type_of(left))))
            return repeat_sequence(right_slots->repeat, right, left);
    }
    return object_not_implemented;
}

// `print >> file` is Python 2: the error says what to write instead.
static bool is_print(Object *object)
{
    return IS_EXACT(object, C_FUNCTION) &&
           strcmp(((CFunctionObject *)object)->def->name, "print") == 0;
}

// What is left when the slots do not want the operands.
static Object *finish_binary(BinaryOp op, Object *left, Object *right, bool is_inplace, Object *result)
{
    if (likely(result != object_not_implemented))
        return result;
    result = binary_sequence(op, left, right, is_inplace);
    if (likely(result != object_not_implemented))
        return result;
    if (is_inplace)
        return raise_unsupported(inplace_symbol[op], left, right);
    if (op == BINARY_RSHIFT && is_print(left))
        return error_format(&exc_type_error,
                            "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean "
                            "\"print(<message>, file=<output_stream>)\"?",
                            left, right);
    return raise_unsupported(binary_op_symbol[op], left, right);
}

Object *object_binary(BinaryOp op, Object *left, Object *right)
{
    return finish_binary(op, left, right, false, binary_slots(op, left, right));
}

Object *object_binary_rest(BinaryOp op, Object *left, Object *right, bool is_inplace)
{
    return finish_binary(op, left, right, is_inplace, slot_binary_rest(op, left, right));
}

Object *object_inplace(BinaryOp op, Object *left, Object *right)
{
    BinaryFn slot = type_of(left)->inplace[op];
    // CPython gives a script class that inherits list's __iadd__ a slot for numbers, too: it goes first.
    if (!slot && op == BINARY_ADD && type_has(type_of(left), TF_HEAP))
        slot = type_of(left)->sequence.inplace_concat;
    Object *result = slot ? slot(left, right) : object_not_implemented;
    if (result == object_not_implemented)
        result = binary_slots(op, left, right);
    return finish_binary(op, left, right, true, result);
}

// pow(base, exponent, modulus): the slots of all three, each function once.
static Object *power_slots(Object *base, Object *exponent, Object *modulus)
{
    TernaryFn slot_base = type_of(base)->power3, slot_exponent = NULL;
    Object *result;
    if (type_of(exponent) != type_of(base)) {
        slot_exponent = type_of(exponent)->power3;
        if (slot_exponent == slot_base)
            slot_exponent = NULL;
    }
    TernaryFn slot_second = slot_exponent;
    if (slot_base) {
        if (slot_exponent && type_is_subtype(type_of(exponent), type_of(base))) {
            result = slot_exponent(base, exponent, modulus);
            if (result != object_not_implemented)
                return result;
            slot_exponent = NULL;
        }
        result = slot_base(base, exponent, modulus);
        if (result != object_not_implemented)
            return result;
    }
    if (slot_exponent) {
        result = slot_exponent(base, exponent, modulus);
        if (result != object_not_implemented)
            return result;
    }
    TernaryFn slot_modulus = type_of(modulus)->power3;
    if (slot_modulus && slot_modulus != slot_base && slot_modulus != slot_second)
        return slot_modulus(base, exponent, modulus);
    return object_not_implemented;
}

Object *object_power(Object *base, Object *exponent, Object *modulus)
{
    if (modulus == object_none)
        return object_binary(BINARY_POWER, base, exponent);
    Object *result = power_slots(base, exponent, modulus);
    if (result == object_not_implemented)
        return error_format(
            &exc_type_error,
            "unsupported operand type(s) for ** or pow(): '%.100T', '%.100T', '%.100T'",
            base, exponent, modulus);
    return result;
}

Object *object_unary(UnaryOp op, Object *operand)
{
    static const char *const symbol[UNARY_OP_COUNT] = {"unary -", "unary +", "unary ~", "abs()"};
    UnaryFn slot = type_of(operand)->unary[op];
    if (slot)
        return slot(operand);
    return error_format(&exc_type_error, "bad operand type for %s: '%.200T'", symbol[op],
                        operand);
}
