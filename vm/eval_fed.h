// Fed operands: second entries into instructions. For eval.c only, whose macros these use.
//
// Where the only reader of a result is the next instruction (D_FEEDS), the result goes to it in a C
// variable: no box, no reference, no register. Such an entry into an instruction does what its handler
// does; if its guess is wrong, or where there is no such entry, the operand is put where it belongs and
// the instruction runs as usual. Nothing else can run between the two.
//   O: an object that a load found and that its container keeps; I: an int; F: a float.
//   1: the first operand that the instruction reads; 2: the second.
#ifndef ADDER_VM_EVAL_FED_H
#define ADDER_VM_EVAL_FED_H

#include "runtime/model/object.h"
#include "vm/eval.h"

#define FED_NUMBERS(X) X(ADD_INT) X(SUBTRACT_INT) X(MULTIPLY_INT)
#define FED_CONSTS(X) X(ADD_INT_CONST) X(SUBTRACT_INT_CONST) X(MULTIPLY_INT_CONST)
#define FED_FLOATS(X)                                                                                \
    X(ADD) X(SUBTRACT) X(MULTIPLY) X(ADD_FLOAT) X(SUBTRACT_FLOAT) X(MULTIPLY_FLOAT)
#define FED_INTEGRALS(X) X(AND) X(OR) X(XOR) X(LSHIFT) X(RSHIFT) X(FLOOR_DIVIDE) X(REMAINDER)
#define FED_COMPARES(X)                                                                              \
    X(LT_JUMP_INT) X(LE_JUMP_INT) X(EQ_JUMP_INT) X(NE_JUMP_INT) X(GT_JUMP_INT) X(GE_JUMP_INT)
#define FED_COMPARE_CONSTS(X)                                                                        \
    X(LT_JUMP_INT_CONST) X(LE_JUMP_INT_CONST) X(EQ_JUMP_INT_CONST) X(NE_JUMP_INT_CONST)              \
    X(GT_JUMP_INT_CONST) X(GE_JUMP_INT_CONST)
#define FED_COMPARE_FLOATS(X) X(LT_JUMP) X(LE_JUMP) X(EQ_JUMP) X(NE_JUMP) X(GT_JUMP) X(GE_JUMP)
#define FED_GENERALS(X) X(ADD) X(SUBTRACT) X(MULTIPLY) X(TRUE_DIVIDE)
#define FED_O1(X)                                                                                      \
    FED_NUMBERS(X) FED_CONSTS(X) FED_FLOATS(X) FED_INTEGRALS(X) FED_COMPARES(X) FED_COMPARE_CONSTS(X)  \
    X(EQ_JUMP_STR) X(NE_JUMP_STR) X(JUMP_IF_TRUE) X(JUMP_IF_FALSE) X(JUMP_IF_NONE) X(JUMP_IF_NOT_NONE) \
    X(LOAD_SUBSCR_LIST_INT) X(LOAD_SUBSCR_TUPLE_INT) X(LOAD_ATTR_SLOT) X(LOAD_ATTR_MANY)               \
    X(LOAD_ATTR_CLASS) X(LOAD_ATTR_TYPE) X(LOAD_ATTR_MODULE) X(LOAD_METHOD_SHAPE) X(LOAD_METHOD_MANY)  \
    X(LOAD_METHOD_TYPE) X(LOAD_METHOD_MODULE) X(LOAD_METHOD_CLASS) X(LOAD_SUBSCR_DICT)                 \
    X(STORE_ATTR_SLOT) X(STORE_SUBSCR_LIST_INT) X(RETURN) X(NEGATIVE) FED_COMPARE_FLOATS(X)            \
    X(TRUE_DIVIDE) X(STORE_SUBSCR_DICT)
#define FED_O2(X)                                                                                    \
    FED_NUMBERS(X) FED_FLOATS(X) FED_INTEGRALS(X) FED_COMPARES(X) FED_COMPARE_FLOATS(X)              \
    X(LOAD_SUBSCR_LIST_INT) X(TRUE_DIVIDE)
#define FED_I1(X)                                                                                    \
    FED_NUMBERS(X) FED_CONSTS(X) FED_INTEGRALS(X) FED_COMPARES(X) FED_COMPARE_CONSTS(X)              \
    X(JUMP_IF_TRUE) X(JUMP_IF_FALSE) X(STORE_SUBSCR_LIST_INT) FED_GENERALS(X)
#define FED_I2(X)                                                                                    \
    FED_NUMBERS(X) FED_INTEGRALS(X) FED_COMPARES(X) X(LOAD_SUBSCR_LIST_INT) X(LOAD_SUBSCR_TUPLE_INT) \
    X(LOAD_SUBSCR_STR_INT) X(LOAD_SUBSCR_BYTES_INT) X(STORE_SUBSCR_LIST_INT) X(STORE_ATTR_SLOT)      \
    FED_GENERALS(X)
#define FED_F1(X)                                                                                    \
    FED_FLOATS(X) FED_COMPARE_FLOATS(X) X(TRUE_DIVIDE) X(STORE_SUBSCR_LIST_INT) X(NEGATIVE)
#define FED_F2(X) FED_FLOATS(X) FED_COMPARE_FLOATS(X) X(TRUE_DIVIDE) X(STORE_ATTR_SLOT)
#define LABEL_O1(name) [OP_##name] = &&O1_##name,
#define LABEL_O2(name) [OP_##name] = &&O2_##name,
#define LABEL_I1(name) [OP_##name] = &&I1_##name,
#define LABEL_I2(name) [OP_##name] = &&I2_##name,
#define LABEL_F1(name) [OP_##name] = &&F1_##name,
#define LABEL_F2(name) [OP_##name] = &&F2_##name,

// Operation on ints in the form `NAME`; LEFT and RIGHT are its operands where they are not fed.
#define FED_INT(NAME, FAILS, LEFT, RIGHT)                                                       \
    I1_##NAME: {                                                                                \
        Object *other = (RIGHT);                                                                \
        int64_t result;                                                                         \
        if (likely(meta_of(other) == META_INT && !FAILS(lent.integer, INT_OF(other), &result))) \
            RESULT_INT(result, CONSUME_NUMBER(D_C_TEMP, c));                                    \
        goto unfed_int_b;                                                                       \
    }                                                                                           \
    I2_##NAME: {                                                                                \
        Object *other = (LEFT);                                                                 \
        int64_t result;                                                                         \
        if (likely(meta_of(other) == META_INT && !FAILS(INT_OF(other), lent.integer, &result))) \
            RESULT_INT(result, CONSUME_NUMBER(D_B_TEMP, b));                                    \
        goto unfed_int_c;                                                                       \
    }                                                                                           \
    O1_##NAME: {                                                                                \
        Object *fed = lent.object;                                                              \
        Object *other = (RIGHT);                                                                \
        int64_t result;                                                                         \
        if (likely(BOTH_INT(fed, other) && !FAILS(INT_OF(fed), INT_OF(other), &result)))        \
            RESULT_INT(result, CONSUME_NUMBER(D_C_TEMP, c));                                    \
        goto unfed_object_b;                                                                    \
    }                                                                                           \
    O2_##NAME: {                                                                                \
        Object *fed = lent.object;                                                              \
        Object *other = (LEFT);                                                                 \
        int64_t result;                                                                         \
        if (likely(BOTH_INT(other, fed) && !FAILS(INT_OF(other), INT_OF(fed), &result)))        \
            RESULT_INT(result, CONSUME_NUMBER(D_B_TEMP, b));                                    \
        goto unfed_object_c;                                                                    \
    }

// +, - and *: with a constant on the right, and on floats (general forms have constants).
#define FED_ARITHMETIC(NAME, FAILS, SYMBOL)                                                         \
    FED_INT(NAME##_INT, FAILS, r[INS.b], r[INS.c])                                                  \
    I1_##NAME##_INT_CONST: {                                                                        \
        int64_t result;                                                                             \
        if (likely(!FAILS(lent.integer, INT_OF(k[INS.c]), &result)))                                \
            RESULT_INT(result, (void)0);                                                            \
        goto unfed_int_b;                                                                           \
    }                                                                                               \
    O1_##NAME##_INT_CONST: {                                                                        \
        Object *fed = lent.object;                                                                  \
        int64_t result;                                                                             \
        if (likely(meta_of(fed) == META_INT && !FAILS(INT_OF(fed), INT_OF(k[INS.c]), &result)))     \
            RESULT_INT(result, (void)0);                                                            \
        goto unfed_object_b;                                                                        \
    }                                                                                               \
    I1_##NAME: { /* its first run, or a float with an int */                                        \
        Object *other = OPERAND_C();                                                                \
        if (meta_of(other) == META_FLOAT)                                                           \
            RESULT_FLOAT((double)lent.integer SYMBOL FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c)); \
        goto unfed_int_b;                                                                           \
    }                                                                                               \
    I2_##NAME: {                                                                                    \
        Object *other = OPERAND_B();                                                                \
        if (meta_of(other) == META_FLOAT)                                                           \
            RESULT_FLOAT(FLOAT_OF(other) SYMBOL(double) lent.integer, CONSUME_NUMBER(D_B_TEMP, b)); \
        goto unfed_int_c;                                                                           \
    }                                                                                               \
    F1_##NAME:                                                                                      \
    F1_##NAME##_FLOAT: {                                                                            \
        Object *other = OPERAND_C();                                                                \
        if (likely(meta_of(other) == META_FLOAT))                                                   \
            RESULT_FLOAT(lent.real SYMBOL FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));            \
        if (meta_of(other) == META_INT)                                                             \
            RESULT_FLOAT(lent.real SYMBOL(double) INT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));      \
        goto unfed_float_b;                                                                         \
    }                                                                                               \
    F2_##NAME:                                                                                      \
    F2_##NAME##_FLOAT: {                                                                            \
        Object *other = OPERAND_B();                                                                \
        if (likely(meta_of(other) == META_FLOAT))                                                   \
            RESULT_FLOAT(FLOAT_OF(other) SYMBOL lent.real, CONSUME_NUMBER(D_B_TEMP, b));            \
        if (meta_of(other) == META_INT)                                                             \
            RESULT_FLOAT((double)INT_OF(other) SYMBOL lent.real, CONSUME_NUMBER(D_B_TEMP, b));      \
        goto unfed_float_c;                                                                         \
    }                                                                                               \
    O1_##NAME:                                                                                      \
    O1_##NAME##_FLOAT: {                                                                            \
        Object *fed = lent.object;                                                                  \
        Object *other = OPERAND_C();                                                                \
        if (likely(BOTH_FLOAT(fed, other)))                                                         \
            RESULT_FLOAT(FLOAT_OF(fed) SYMBOL FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));        \
        if (meta_of(fed) == META_FLOAT && meta_of(other) == META_INT)                               \
            RESULT_FLOAT(FLOAT_OF(fed) SYMBOL(double) INT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));  \
        if (meta_of(fed) == META_INT && meta_of(other) == META_FLOAT)                               \
            RESULT_FLOAT((double)INT_OF(fed) SYMBOL FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));  \
        goto unfed_object_b;                                                                        \
    }                                                                                               \
    O2_##NAME:                                                                                      \
    O2_##NAME##_FLOAT: {                                                                            \
        Object *fed = lent.object;                                                                  \
        Object *other = OPERAND_B();                                                                \
        if (likely(BOTH_FLOAT(other, fed)))                                                         \
            RESULT_FLOAT(FLOAT_OF(other) SYMBOL FLOAT_OF(fed), CONSUME_NUMBER(D_B_TEMP, b));        \
        if (meta_of(fed) == META_FLOAT && meta_of(other) == META_INT)                               \
            RESULT_FLOAT((double)INT_OF(other) SYMBOL FLOAT_OF(fed), CONSUME_NUMBER(D_B_TEMP, b));  \
        if (meta_of(fed) == META_INT && meta_of(other) == META_FLOAT)                               \
            RESULT_FLOAT(FLOAT_OF(other) SYMBOL(double) INT_OF(fed), CONSUME_NUMBER(D_B_TEMP, b));  \
        goto unfed_object_c;                                                                        \
    }

#define FED_COMPARE(NAME, SYMBOL)                                \
    I1_##NAME##_JUMP_INT: {                                      \
        Object *other = r[INS.b];                                \
        if (likely(meta_of(other) == META_INT)) {                \
            bool result = lent.integer SYMBOL INT_OF(other);     \
            CONSUME_NUMBER(D_B_TEMP, b);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_int_a;                                        \
    }                                                            \
    I2_##NAME##_JUMP_INT: {                                      \
        Object *other = r[INS.a];                                \
        if (likely(meta_of(other) == META_INT)) {                \
            bool result = INT_OF(other) SYMBOL lent.integer;     \
            CONSUME_NUMBER(D_A_TEMP, a);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_int_b;                                        \
    }                                                            \
    O1_##NAME##_JUMP_INT: {                                      \
        Object *fed = lent.object;                               \
        Object *other = r[INS.b];                                \
        if (likely(BOTH_INT(fed, other))) {                      \
            bool result = INT_OF(fed) SYMBOL INT_OF(other);      \
            CONSUME_NUMBER(D_B_TEMP, b);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_object_a;                                     \
    }                                                            \
    O2_##NAME##_JUMP_INT: {                                      \
        Object *fed = lent.object;                               \
        Object *other = r[INS.a];                                \
        if (likely(BOTH_INT(other, fed))) {                      \
            bool result = INT_OF(other) SYMBOL INT_OF(fed);      \
            CONSUME_NUMBER(D_A_TEMP, a);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_object_b;                                     \
    }                                                            \
    I1_##NAME##_JUMP_INT_CONST:                                  \
        JUMP_IF(lent.integer SYMBOL INT_OF(k[INS.b]));           \
    O1_##NAME##_JUMP_INT_CONST: {                                \
        Object *fed = lent.object;                               \
        if (likely(meta_of(fed) == META_INT))                    \
            JUMP_IF(INT_OF(fed) SYMBOL INT_OF(k[INS.b]));        \
        goto unfed_object_a;                                     \
    }                                                            \
    O1_##NAME##_JUMP: {                                          \
        Object *fed = lent.object;                               \
        Object *other = OPERAND_B();                             \
        if (likely(BOTH_FLOAT(fed, other))) {                    \
            bool result = FLOAT_OF(fed) SYMBOL FLOAT_OF(other);  \
            CONSUME_NUMBER(D_B_TEMP, b);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_object_a;                                     \
    }                                                            \
    O2_##NAME##_JUMP: {                                          \
        Object *fed = lent.object;                               \
        Object *other = INS.d & D_A_CONST ? k[INS.a] : r[INS.a]; \
        if (likely(BOTH_FLOAT(other, fed))) {                    \
            bool result = FLOAT_OF(other) SYMBOL FLOAT_OF(fed);  \
            CONSUME_NUMBER(D_A_TEMP, a);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_object_b;                                     \
    }                                                            \
    F1_##NAME##_JUMP: {                                          \
        Object *other = OPERAND_B();                             \
        if (likely(meta_of(other) == META_FLOAT)) {              \
            bool result = lent.real SYMBOL FLOAT_OF(other);      \
            CONSUME_NUMBER(D_B_TEMP, b);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_float_a;                                      \
    }                                                            \
    F2_##NAME##_JUMP: {                                          \
        Object *other = INS.d & D_A_CONST ? k[INS.a] : r[INS.a]; \
        if (likely(meta_of(other) == META_FLOAT)) {              \
            bool result = FLOAT_OF(other) SYMBOL lent.real;      \
            CONSUME_NUMBER(D_A_TEMP, a);                         \
            JUMP_IF(result);                                     \
        }                                                        \
        goto unfed_float_b;                                      \
    }

#define FED_EQUAL_STR(NAME, IS_EQUAL)                                                                \
    O1_##NAME##_JUMP_STR: {                                                                          \
        Object *fed = lent.object;                                                                   \
        Object *right = OPERAND_B();                                                                 \
        if (likely(IS_EXACT(fed, STR) && IS_EXACT(right, STR))) {                                    \
            bool result = fed == right;                                                              \
            if (!result && !(str_is_interned(fed) && str_is_interned(right)))                        \
                result = str_equal(fed, right);                                                      \
            if (!(INS.d & D_B_CONST) && INS.b >= f->code->local_count)                               \
                consume(&r[INS.b]);                                                                  \
            JUMP_IF(result == (IS_EQUAL));                                                           \
        }                                                                                            \
        goto unfed_object_a;                                                                         \
    }

#define FED_JUMP(is_taken)                                                                           \
    do {                                                                                             \
        if (is_taken) {                                                                              \
            SAFE_POINT();                                                                            \
            pc += INS.jump32;                                                                        \
        }                                                                                            \
        NEXT();                                                                                      \
    } while (0)
#define FED_TRUTH(NAME, IS_TRUE)                                                                     \
    O1_##NAME: {                                                                                     \
        Object *fed = lent.object;                                                                   \
        if (fed == object_true)                                                                      \
            FED_JUMP(IS_TRUE);                                                                       \
        if (fed == object_false || fed == object_none)                                               \
            FED_JUMP(!(IS_TRUE));                                                                    \
        if (meta_of(fed) == META_INT)                                                                \
            FED_JUMP((INT_OF(fed) != 0) == (IS_TRUE));                                               \
        if (IS_EXACT(fed, LIST))                                                                     \
            FED_JUMP((LIST(fed)->count != 0) == (IS_TRUE));                                          \
        goto unfed_object_a;                                                                         \
    }                                                                                                \
    I1_##NAME:                                                                                       \
        FED_JUMP((lent.integer != 0) == (IS_TRUE));

// The register that an operand belongs in with which an instruction was fed.
static inline uint32_t fed_operand(Instruction ins, bool is_object, bool is_first)
{
    if (ins.op == OP_STORE_SUBSCR || (ins.op >= OP_STORE_SUBSCR_LIST_INT && ins.op <= OP_STORE_SUBSCR_DICT))
        return !is_first ? ins.b : is_object ? ins.a : ins.c;
    if (ins.op == OP_STORE_ATTR || (ins.op >= OP_STORE_ATTR_SLOT && ins.op <= OP_STORE_ATTR_ADD))
        return is_first ? ins.a : ins.c;
    if ((ins.op >= OP_JUMP_IF_TRUE && ins.op <= OP_IN_JUMP) ||
        (ins.op >= OP_LT_JUMP_INT && ins.op <= OP_NE_JUMP_STR) || ins.op == OP_RETURN)
        return is_first ? ins.a : ins.b;
    return is_first ? ins.b : ins.c;
}

static inline bool is_mixed(Instruction ins)
{
    return (ins.op >= OP_ADD && ins.op <= OP_MATMUL && ins.d & D_MIXED) ||
           (ins.op >= OP_LT_JUMP && ins.op <= OP_GE_JUMP && ins.d & D_MIXED_JUMP);
}

// Will an instruction in its general form, which was not fed, hardly ever be?
static inline bool is_never_fed(Instruction ins, const Object *fed)
{
    if (meta_of(fed) == META(TYPE_INT) || meta_of(fed) == META(TYPE_FLOAT))
        return is_mixed(ins);
    return (ins.op >= OP_ADD && ins.op <= OP_MATMUL) ||
           (ins.op >= OP_LT_JUMP && ins.op <= OP_GE_JUMP && !IS_EXACT(fed, STR));
}

// Might script code run when a store takes this reference away? Then the container must be held meanwhile.
static inline bool may_run_code(const Object *old)
{
    return old->refcount == 1 && old->type_index != TYPE_INT && old->type_index != TYPE_FLOAT;
}

// A special form without an entry: feeding it costs more than it saves.
#define STOP_FEEDING_SPECIAL()                                                                       \
    do {                                                                                             \
        if (INS.op >= OP_FIRST_SPECIAL)                                                              \
            special_stop_feeding(f, CODE_WORD);                                                      \
    } while (0)

#endif
