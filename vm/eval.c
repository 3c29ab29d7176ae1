// The dispatch loop: runs register code. Read opcodes.def first; eval_run starts at the end of this
// file's macros. The one file and function exempt from the size rules: a loop over all instructions is
// easier to follow, and faster, in one piece.
//
// Invariants. `f` is vm.frame; `r` its registers, `k` its constants, `pc` the word behind the opcode of
// the running instruction (so pc[0] is its first cache word). f->pc is saved before anything that may
// call out (SAVE). Registers are NULL or owned. On failure: goto error, with pc as it is.
#include "vm/eval.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/range.h"
#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/program/c_function.h"
#include "runtime/program/cell.h"
#include "runtime/program/method.h"
#include "runtime/program/super.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/counts.h"
#include "vm/eval_fed.h"
#include "vm/generator.h"
#include "vm/native/native.h"
#include "vm/vm.h"

#define META_INT META(TYPE_INT)
#define META_FLOAT META(TYPE_FLOAT)
#define BOTH_INT(x, y) (meta_of(x) == META_INT && meta_of(y) == META_INT)
#define BOTH_FLOAT(x, y) (meta_of(x) == META_FLOAT && meta_of(y) == META_FLOAT)
#define INT_OF(o) (((IntObject *)(o))->value)
#define FLOAT_OF(o) (((FloatObject *)(o))->value)

// New box for a value outside the small ints; NULL when memory is out.
static inline Object *new_int_box(int64_t value)
{
    IntObject *box = memory_alloc(sizeof(IntObject), MEMORY_ATOM);
    if (unlikely(!box))
        return error_no_memory();
    box->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_INT};
    box->value = value;
    return OBJECT(box);
}

static inline Object *new_float_box(double value)
{
    FloatObject *box = memory_alloc(sizeof(FloatObject), MEMORY_ATOM);
    if (unlikely(!box))
        return error_no_memory();
    box->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_FLOAT};
    box->value = value;
    return OBJECT(box);
}

// Operations on two ints within 64 bits. True: it is not that simple, *result is not set.
// a // b and a % b for a positive b: rounded down. Powers of two need no division, 32 bits a faster one.
#define BOTH_32_BITS(a, b) ((uint64_t)((a) | (b)) >> 32 == 0)
static inline bool floor_divide_fails(int64_t a, int64_t b, int64_t *result)
{
    if (unlikely(b <= 0))
        return true;
    if ((b & (b - 1)) == 0)
        *result = a >> __builtin_ctzll((uint64_t)b);
    else if (likely(BOTH_32_BITS(a, b)))
        *result = (uint32_t)a / (uint32_t)b;
    else
        *result = a / b - (a % b < 0);
    return false;
}

static inline bool remainder_fails(int64_t a, int64_t b, int64_t *result)
{
    if (unlikely(b <= 0))
        return true;
    if ((b & (b - 1)) == 0) {
        *result = a & (b - 1);
    } else if (likely(BOTH_32_BITS(a, b))) {
        *result = (uint32_t)a % (uint32_t)b;
    } else {
        int64_t remainder = a % b;
        *result = remainder < 0 ? remainder + b : remainder;
    }
    return false;
}

// Two ints beyond 2^53 want the exactly rounded quotient of the slow half.
#define IS_EXACT_DOUBLE(a) ((a) <= (int64_t)1 << 53 && (a) >= -((int64_t)1 << 53))
// a / b of unflagged ints and floats.
static inline bool divide_fails(const Object *left, const Object *right, double *result)
{
    uint32_t left_meta = meta_of(left), right_meta = meta_of(right);
    if (unlikely((left_meta != META_FLOAT && left_meta != META_INT) ||
                 (right_meta != META_FLOAT && right_meta != META_INT)))
        return true;
    double a = left_meta == META_FLOAT ? FLOAT_OF(left) : (double)INT_OF(left);
    double b = right_meta == META_FLOAT ? FLOAT_OF(right) : (double)INT_OF(right);
    if (unlikely(b == 0 || (left_meta == META_INT && right_meta == META_INT &&
                            !(IS_EXACT_DOUBLE(INT_OF(left)) && IS_EXACT_DOUBLE(INT_OF(right))))))
        return true;
    *result = a / b;
    return false;
}

static inline bool lshift_fails(int64_t a, int64_t count, int64_t *result)
{
    if (unlikely(count < 0 || count >= 62 || a < 0 || (a >> (62 - count)) != 0))
        return true;
    *result = a << count;
    return false;
}

static inline bool rshift_fails(int64_t a, int64_t count, int64_t *result)
{
    *result = a >> (count > 63 ? 63 : count & 63);
    return count < 0;
}

static inline bool and_fails(int64_t a, int64_t b, int64_t *result)
{
    *result = a & b;
    return false;
}

static inline bool or_fails(int64_t a, int64_t b, int64_t *result)
{
    *result = a | b;
    return false;
}

static inline bool xor_fails(int64_t a, int64_t b, int64_t *result)
{
    *result = a ^ b;
    return false;
}

#define SAVE() (f->pc = pc)
// Releases an object; what dies may run script code that asks for this frame's line.
#define RELEASE(object_)                                                   \
    do {                                                                   \
        Object *dying_ = (object_);                                        \
        if (likely(dying_->refcount > 0) && --dying_->refcount == 0) {     \
            SAVE();                                                        \
            object_dealloc(dying_);                                        \
        }                                                                  \
    } while (0)
// Writes a destination register: first the new value, then the old one is released.
#define PUT(slot_expression, value_expression)                             \
    do {                                                                   \
        Object **place_ = (slot_expression), *was_ = *place_;              \
        *place_ = (value_expression);                                      \
        if (was_)                                                          \
            RELEASE(was_);                                                 \
    } while (0)
// The result of the running call.
#define PUT_RESULT(result)                          \
    do {                                            \
        if (INS.d & D_DROP)                    \
            decref(result);                         \
        else                                        \
            PUT(&r[INS.c], (result));    \
    } while (0)
#define NEXT()                      \
    do {                            \
        COUNT_EXECUTED(pc->op);     \
        goto *labels[(pc++)->op];   \
    } while (0)
// The same instruction once more, in the form that it has now.
#define NEXT_AGAIN() goto *labels[INS.op]
// The same where a jump or a call has led: a hot code object goes on in native code.
#define NEXT_WARM() goto warm
#define NEXT_AFTER(cache_words)     \
    do {                            \
        pc += (cache_words);        \
        NEXT();                     \
    } while (0)
// The running instruction; its operands are read where they are used: a load costs less than a register.
#define INS (pc[-1])
#define CODE_WORD ((Instruction *)(uintptr_t)(pc - 1)) // code is specialised in place
#define CACHE ((Instruction *)(uintptr_t)pc)
// The special form's guess was wrong.
#define LEAVE_FOR(general) (COUNT_LEFT(CODE_WORD->op), CODE_WORD->op = (general))
// The same where the general form is as good for operands that change: it stays general.
#define LEAVE_FOR_GOOD(general, bit) (LEAVE_FOR(general), CODE_WORD->d |= (bit))

// Stores an int result in register a, into the old box where nobody else sees it.
#define STORE_INT(expression) STORE_INT_AT(INS.a, expression, INS.d & D_UNSHARED)
#define STORE_INT_AT(destination, expression, is_unshared)                             \
    do {                                                                               \
        int64_t value_ = (expression);                                                 \
        Object **slot_ = &r[destination], *old_ = *slot_;                              \
        if (!(is_unshared) && int_is_small(value_)) {                                  \
            *slot_ = int_small_borrow(value_);                                         \
            if (old_)                                                                  \
                RELEASE(old_);                                                         \
        } else if (old_ && is_own_box(old_, TYPE_INT)) {                               \
            INT_OF(old_) = value_;                                                     \
        } else {                                                                       \
            SAVE();                                                                    \
            Object *new_ = new_int_box(value_);                                        \
            if (unlikely(!new_))                                                       \
                goto error;                                                            \
            *slot_ = new_;                                                             \
            if (old_)                                                                  \
                RELEASE(old_);                                                         \
        }                                                                              \
    } while (0)

#define STORE_FLOAT(expression) STORE_FLOAT_AT(INS.a, expression)
#define STORE_FLOAT_AT(destination, expression)                                        \
    do {                                                                               \
        double value_ = (expression);                                                  \
        Object **slot_ = &r[destination], *old_ = *slot_;                              \
        if (old_ && is_own_box(old_, TYPE_FLOAT)) {                                    \
            FLOAT_OF(old_) = value_;                                                   \
        } else {                                                                       \
            SAVE();                                                                    \
            Object *new_ = new_float_box(value_);                                      \
            if (unlikely(!new_))                                                       \
                goto error;                                                            \
            *slot_ = new_;                                                             \
            if (old_)                                                                  \
                RELEASE(old_);                                                         \
        }                                                                              \
    } while (0)

// The result of an arithmetic instruction, whose operands CONSUME consumes: to the next instruction if
// that is its only reader, else to register a.
#define RESULT_INT(expression, CONSUME)             \
    do {                                            \
        int64_t result_ = (expression);             \
        if (INS.d & D_FEEDS) {                      \
            lent.integer = result_;                 \
            CONSUME;                                \
            FEED(feed_int, INS.d & D_FEEDS_SECOND); \
        }                                           \
        STORE_INT(result_);                         \
        CONSUME;                                    \
        NEXT();                                     \
    } while (0)
#define RESULT_FLOAT(expression, CONSUME)                                              \
    do {                                                                               \
        double result_ = (expression);                                                 \
        if (INS.d & D_FEEDS) {                                                         \
            lent.real = result_;                                                       \
            CONSUME;                                                                   \
            FEED(feed_float, INS.d & D_FEEDS_SECOND);                                  \
        }                                                                              \
        STORE_FLOAT(result_);                                                          \
        CONSUME;                                                                       \
        NEXT();                                                                        \
    } while (0)
#define FEED(table, is_second)                                                         \
    do {                                                                               \
        COUNT_EXECUTED(pc->op);                                                        \
        goto *((is_second) ? table[1] : table[0])[(pc++)->op];                         \
    } while (0)
// The same for the object that a load found, which something else keeps alive: it is only lent.
#define FEED_OBJECT(object_, cache_words)              \
    do {                                               \
        lent.object = (object_);                       \
        bool is_second_ = INS.d & D_FEEDS_SECOND_LOAD; \
        pc += (cache_words);                           \
        FEED(feed_object, is_second_);                 \
    } while (0)

// Operands of a number instruction that are temporaries, but not its destination nor made by
// arithmetic. They were found to be unflagged numbers.
#define CONSUME_BC()                                       \
    do {                                                   \
        if (INS.d & (D_B_TEMP | D_C_TEMP)) {               \
            if (INS.d & D_B_TEMP)                          \
                consume_number(&r[INS.b]);                 \
            if (INS.d & D_C_TEMP)                          \
                consume_number(&r[INS.c]);                 \
        }                                                  \
    } while (0)
#define CONSUME_NUMBER(temp_bit, operand)                  \
    do {                                                   \
        if (INS.d & (temp_bit))                            \
            consume_number(&r[INS.operand]);               \
    } while (0)
#define CONSUME_AB()                                       \
    do {                                                   \
        if (INS.d & (D_A_TEMP | D_B_TEMP)) {               \
            if (INS.d & D_A_TEMP)                          \
                consume_number(&r[INS.a]);                 \
            if (INS.d & D_B_TEMP)                          \
                consume_number(&r[INS.b]);                 \
        }                                                  \
    } while (0)
// The same for operands that may be anything, made by whatever instruction.
#define CONSUME_AB_OBJECTS()                                               \
    do {                                                                   \
        if (!(INS.d & D_A_CONST) && INS.a >= f->code->local_count)         \
            consume(&r[INS.a]);                                            \
        if (!(INS.d & D_B_CONST) && INS.b >= f->code->local_count)         \
            consume(&r[INS.b]);                                            \
    } while (0)
#define OPERAND_B() (INS.d & D_B_CONST ? k[INS.b] : r[INS.b])
#define OPERAND_C() (INS.d & D_C_CONST ? k[INS.c] : r[INS.c])

// The slow half of a binary operation: it may push the frame of a script method.
#define BINARY_SLOWLY(OP)                         \
    do {                                          \
        int status_ = eval_binary(f, INS, OP);    \
        if (unlikely(status_ < 0))                \
            goto error;                           \
        if (status_)                              \
            goto enter_frame;                     \
        NEXT();                                   \
    } while (0)

// The general arithmetic instruction for +, - and *, which also picks the special form.
#define ARITHMETIC(NAME, OVERFLOWS, SYMBOL, OP)                                                    \
    L_##NAME: {                                                                                    \
        Object *left = OPERAND_B(), *right = OPERAND_C();                                          \
        if (BOTH_INT(left, right)) {                                                               \
            int64_t result;                                                                        \
            if (!(INS.d & (D_B_CONST | D_MIXED)))                                                  \
                CODE_WORD->op = INS.d & D_C_CONST ? OP_##NAME##_INT_CONST : OP_##NAME##_INT;       \
            if (likely(!OVERFLOWS(INT_OF(left), INT_OF(right), &result)))                          \
                RESULT_INT(result, CONSUME_BC());                                                  \
        } else if (BOTH_FLOAT(left, right)) {                                                      \
            double result = FLOAT_OF(left) SYMBOL FLOAT_OF(right);                                 \
            if (!(INS.d & (D_B_CONST | D_C_CONST | D_MIXED)))                                      \
                CODE_WORD->op = OP_##NAME##_FLOAT;                                                 \
            RESULT_FLOAT(result, CONSUME_BC());                                                    \
        } else if (meta_of(left) == META_FLOAT && meta_of(right) == META_INT) {                    \
            double result = FLOAT_OF(left) SYMBOL(double) INT_OF(right);                           \
            RESULT_FLOAT(result, CONSUME_BC());                                                    \
        } else if (meta_of(left) == META_INT && meta_of(right) == META_FLOAT) {                    \
            double result = (double)INT_OF(left) SYMBOL FLOAT_OF(right);                           \
            RESULT_FLOAT(result, CONSUME_BC());                                                    \
        }                                                                                          \
        SAVE();                                                                                    \
        BINARY_SLOWLY(OP);                                                                         \
    }                                                                                              \
    L_##NAME##_INT: {                                                                              \
        Object *left = r[INS.b], *right = r[INS.c];                                                \
        int64_t result;                                                                            \
        if (likely(BOTH_INT(left, right) && !OVERFLOWS(INT_OF(left), INT_OF(right), &result)))     \
            RESULT_INT(result, CONSUME_BC());                                                      \
        LEAVE_FOR_GOOD(OP_##NAME, D_MIXED);                                                       \
        goto L_##NAME;                                                                             \
    }                                                                                              \
    L_##NAME##_INT_CONST: {                                                                        \
        Object *left = r[INS.b];                                                                   \
        int64_t result;                                                                            \
        if (likely(meta_of(left) == META_INT &&                                                    \
                   !OVERFLOWS(INT_OF(left), INT_OF(k[INS.c]), &result)))                           \
            RESULT_INT(result, CONSUME_NUMBER(D_B_TEMP, b));                                       \
        LEAVE_FOR_GOOD(OP_##NAME, D_MIXED);                                                       \
        goto L_##NAME;                                                                             \
    }                                                                                              \
    L_##NAME##_FLOAT: {                                                                            \
        Object *left = r[INS.b], *right = r[INS.c];                                                \
        if (likely(BOTH_FLOAT(left, right)))                                                       \
            RESULT_FLOAT(FLOAT_OF(left) SYMBOL FLOAT_OF(right), CONSUME_BC());                     \
        LEAVE_FOR_GOOD(OP_##NAME, D_MIXED);                                                       \
        goto L_##NAME;                                                                             \
    }

// An operation on two ints that FAILS does unless it is not that simple, otherwise the slow half.
#define INTEGRAL(NAME, FAILS, OP)                                                      \
    L_##NAME: {                                                                        \
        Object *left = OPERAND_B(), *right = OPERAND_C();                              \
        int64_t result;                                                                \
        if (likely(BOTH_INT(left, right) && !FAILS(INT_OF(left), INT_OF(right), &result))) \
            RESULT_INT(result, CONSUME_BC());                                          \
        SAVE();                                                                        \
        BINARY_SLOWLY(OP);                                                             \
    }

// Comparison to a value.
#define COMPARE(NAME, SYMBOL, OP)                                                  \
    L_##NAME: {                                                                    \
        Object *left = OPERAND_B(), *right = OPERAND_C();                          \
        bool result;                                                               \
        if (BOTH_INT(left, right)) {                                               \
            result = INT_OF(left) SYMBOL INT_OF(right);                            \
        } else if (BOTH_FLOAT(left, right)) {                                      \
            result = FLOAT_OF(left) SYMBOL FLOAT_OF(right);                        \
        } else if (are_mixed_numbers(left, right)) {                               \
            result = number_as_double(left) SYMBOL number_as_double(right);        \
        } else {                                                                   \
            SAVE();                                                                \
            int status = eval_compare(f, INS, OP);                                 \
            if (unlikely(status < 0))                                              \
                goto error;                                                        \
            if (status)                                                            \
                goto enter_frame;                                                  \
            NEXT();                                                                \
        }                                                                          \
        CONSUME_BC();                                                              \
        PUT(&r[INS.a], object_from_bool(result));                       \
        NEXT();                                                                    \
    }

#define JUMP_IF(condition)                                          \
    do {                                                            \
        if ((condition) == !!(INS.d & D_JUMP_IF_TRUE)) {            \
            SAFE_POINT();                                           \
            pc += INS.jump16;                                       \
            NEXT_WARM();                                            \
        }                                                           \
        NEXT();                                                     \
    } while (0)

// Fused compare and branch.
#define COMPARE_JUMP(NAME, SYMBOL, OP)                                                          \
    L_##NAME##_JUMP: {                                                                          \
        Object *left = INS.d & D_A_CONST ? k[INS.a] : r[INS.a], *right = OPERAND_B();           \
        bool result;                                                                            \
        if (BOTH_INT(left, right)) {                                                            \
            if (!(INS.d & (D_A_CONST | D_MIXED_JUMP)))                                          \
                CODE_WORD->op =                                                                 \
                    INS.d & D_B_CONST ? OP_##NAME##_JUMP_INT_CONST : OP_##NAME##_JUMP_INT;      \
            result = INT_OF(left) SYMBOL INT_OF(right);                                         \
        } else if (BOTH_FLOAT(left, right)) {                                                   \
            result = FLOAT_OF(left) SYMBOL FLOAT_OF(right);                                     \
        } else if (are_mixed_numbers(left, right)) {                                            \
            result = number_as_double(left) SYMBOL number_as_double(right);                     \
        } else if ((OP == COMPARE_EQ || OP == COMPARE_NE) && IS_EXACT(left, STR) &&             \
                   IS_EXACT(right, STR)) {                                                      \
            CODE_WORD->op = OP == COMPARE_EQ ? OP_EQ_JUMP_STR : OP_NE_JUMP_STR;                 \
            result = str_equal(left, right) == (OP == COMPARE_EQ);                              \
            CONSUME_AB_OBJECTS();                                                               \
            JUMP_IF(result);                                                                    \
        } else {                                                                                \
            SAVE();                                                                             \
            int truth = eval_compare_jump(f, INS, OP);                                          \
            if (unlikely(truth < 0))                                                            \
                goto error;                                                                     \
            if (truth == EVAL_PUSHED)                                                           \
                goto enter_frame;                                                               \
            JUMP_IF(truth);                                                                     \
        }                                                                                       \
        CONSUME_AB();                                                                           \
        JUMP_IF(result);                                                                        \
    }                                                                                           \
    L_##NAME##_JUMP_INT: {                                                                      \
        Object *left = r[INS.a], *right = r[INS.b];                                             \
        if (likely(BOTH_INT(left, right))) {                                                    \
            bool result = INT_OF(left) SYMBOL INT_OF(right);                                    \
            CONSUME_AB();                                                                       \
            JUMP_IF(result);                                                                    \
        }                                                                                       \
        LEAVE_FOR_GOOD(OP_##NAME##_JUMP, D_MIXED_JUMP);                                        \
        goto L_##NAME##_JUMP;                                                                   \
    }                                                                                           \
    L_##NAME##_JUMP_INT_CONST: {                                                                \
        Object *left = r[INS.a];                                                                \
        if (likely(meta_of(left) == META_INT)) {                                                \
            bool result = INT_OF(left) SYMBOL INT_OF(k[INS.b]);                                 \
            if (INS.d & D_A_TEMP)                                                               \
                consume_number(&r[INS.a]);                                                      \
            JUMP_IF(result);                                                                    \
        }                                                                                       \
        LEAVE_FOR_GOOD(OP_##NAME##_JUMP, D_MIXED_JUMP);                                        \
        goto L_##NAME##_JUMP;                                                                   \
    }

// Equality of exact strings; two interned ones are equal only when they are one.
#define EQUAL_STR_JUMP(NAME, IS_EQUAL)                                                             \
    L_##NAME##_JUMP_STR: {                                                                         \
        Object *left = INS.d & D_A_CONST ? k[INS.a] : r[INS.a], *right = OPERAND_B();              \
        if (likely(IS_EXACT(left, STR) && IS_EXACT(right, STR))) {                                 \
            bool result = left == right;                                                           \
            if (!result && !(str_is_interned(left) && str_is_interned(right)))                     \
                result = str_equal(left, right);                                                   \
            CONSUME_AB_OBJECTS();                                                                  \
            JUMP_IF(result == (IS_EQUAL));                                                         \
        }                                                                                          \
        LEAVE_FOR(OP_##NAME##_JUMP);                                                          \
        goto L_##NAME##_JUMP;                                                                      \
    }

// A fused jump, FOR_LOOP: where it goes back, it is a safe point.
#define SAFE_POINT()                              \
    do {                                          \
        if (unlikely(state.interrupt)) {          \
            SAVE();                               \
            if (safepoint_run() < 0)              \
                goto error;                       \
        }                                         \
    } while (0)
#define LOOP_BACK()                               \
    do {                                          \
        SAFE_POINT();                             \
        pc += 1 + INS.jump16;                     \
        NEXT_WARM();                              \
    } while (0)

// FOR_ITER and FOR_LOOP: they differ in where they go with the next item.
#define FOR(FORM, GO_ON)                                                                           \
    L_FOR_##FORM##_RANGE: {                                                                        \
        RangeIterObject *iterator = (RangeIterObject *)r[INS.b];                                   \
        if (likely(IS_EXACT(iterator, RANGE_ITER))) {                                              \
            if (unlikely(iterator->remaining <= 0))                                                \
                goto exhausted;                                                                    \
            int64_t next = iterator->next;                                                         \
            iterator->remaining--;                                                                 \
            iterator->next = (int64_t)((uint64_t)next + (uint64_t)iterator->step);                 \
            STORE_INT_AT(INS.a, next, false);                                                      \
            GO_ON;                                                                                 \
        }                                                                                          \
        LEAVE_FOR(OP_FOR_##FORM);                                                                  \
        goto L_FOR_##FORM;                                                                         \
    }                                                                                              \
    L_FOR_##FORM##_LIST: {                                                                         \
        ListIterObject *iterator = (ListIterObject *)r[INS.b];                                     \
        if (likely(IS_EXACT(iterator, LIST_ITER))) {                                               \
            ListObject *list = LIST(iterator->sequence);                                           \
            if (likely(list && (uint64_t)iterator->index < list->count)) {                         \
                Object *item = list->items[iterator->index++];                                     \
                incref(item);                                                                     \
                PUT(&r[INS.a], item);                                                  \
                GO_ON;                                                                             \
            }                                                                                      \
            if (list) { /* for good, whatever is appended later */                                 \
                SAVE();                                                                            \
                iterator->sequence = NULL;                                                         \
                decref(OBJECT(list));                                                              \
            }                                                                                      \
            goto exhausted;                                                                        \
        }                                                                                          \
        LEAVE_FOR(OP_FOR_##FORM);                                                                  \
        goto L_FOR_##FORM;                                                                         \
    }                                                                                              \
    L_FOR_##FORM##_TUPLE: {                                                                        \
        ListIterObject *iterator = (ListIterObject *)r[INS.b];                                     \
        if (likely(IS_EXACT(iterator, TUPLE_ITER))) {                                              \
            TupleObject *tuple = TUPLE(iterator->sequence);                                        \
            if (unlikely(!tuple || (uint64_t)iterator->index >= tuple->count))                     \
                goto exhausted;                                                                    \
            Object *item = tuple->items[iterator->index++];                                        \
            incref(item);                                                                         \
            PUT(&r[INS.a], item);                                                      \
            GO_ON;                                                                                 \
        }                                                                                          \
        LEAVE_FOR(OP_FOR_##FORM);                                                                  \
        goto L_FOR_##FORM;                                                                         \
    }                                                                                              \
    L_FOR_##FORM##_GENERATOR: {                                                                    \
        GeneratorObject *generator = (GeneratorObject *)r[INS.b];                                  \
        if (likely(IS_EXACT(generator, GENERATOR) && generator->state <= GENERATOR_SUSPENDED)) {   \
            SAVE();                                                                                \
            Frame *resumed = generator_resume_iteration(f, generator);                                       \
            if (likely(resumed != NULL)) {                                                         \
                f = resumed;                                                                       \
                r = f->base;                                                                       \
                k = f->code->constants;                                                            \
                pc = f->pc;                                                                        \
                NEXT();                                                                            \
            }                                                                                      \
            if (unlikely(generator_push(generator, object_none, FRAME_ITERATION) < 0))             \
                goto error;                                                                        \
            goto enter_frame;                                                                      \
        }                                                                                          \
        LEAVE_FOR(OP_FOR_##FORM);                                                                  \
        goto L_FOR_##FORM;                                                                         \
    }                                                                                              \
    L_FOR_##FORM: {                                                                                \
        Object *iterator = r[INS.b];                                                               \
        SAVE();                                                                                    \
        switch (iterator->type_index) {                                                            \
        case TYPE_RANGE_ITER:                                                                      \
            CODE_WORD->op = OP_FOR_##FORM##_RANGE;                                                 \
            goto L_FOR_##FORM##_RANGE;                                                             \
        case TYPE_LIST_ITER:                                                                       \
            CODE_WORD->op = OP_FOR_##FORM##_LIST;                                                  \
            goto L_FOR_##FORM##_LIST;                                                              \
        case TYPE_TUPLE_ITER:                                                                      \
            CODE_WORD->op = OP_FOR_##FORM##_TUPLE;                                                 \
            goto L_FOR_##FORM##_TUPLE;                                                             \
        case TYPE_GENERATOR:                                                                       \
            if (((GeneratorObject *)iterator)->state <= GENERATOR_SUSPENDED) {                     \
                CODE_WORD->op = OP_FOR_##FORM##_GENERATOR;                                         \
                goto L_FOR_##FORM##_GENERATOR;                                                     \
            }                                                                                      \
            break;                                                                                 \
        }                                                                                          \
        Object *item = type_of(iterator)->next(iterator);                                          \
        if (likely(item  != NULL)) {                                                               \
            PUT(&r[INS.a], item);                                                      \
            GO_ON;                                                                                 \
        }                                                                                          \
        if (unlikely(error_occurred())) {                                                          \
            if (!error_is(&exc_stop_iteration))                                                    \
                goto error;                                                                        \
            error_clear();                                                                         \
        }                                                                                          \
        goto exhausted;                                                                            \
    }

// Pushes and enters the frame of a script function; the parameters of code_ are bound from base_ on.
#define ENTER_FUNCTION(function_, code_, base_, flags_) \
    do {                                              \
        f++;                                          \
        f->base = (base_);                            \
        f->code = (code_);                            \
        f->globals = (function_)->globals;            \
        f->function = (function_);                    \
        f->flags = (flags_);                          \
        f->trace_parent = 0;                          \
        vm.frame = f;                                 \
        state.recursion_depth++;                      \
        r = f->base;                                  \
        k = (code_)->constants;                       \
        pc = (code_)->code;                           \
    } while (0)
// Locals that are no arguments are NULL at the start: what a dead register kept goes.
#define CLEAR_LOCALS(base_, code_)                                                    \
    do {                                                                              \
        for (uint32_t i_ = (code_)->argument_count; i_ < (code_)->local_count; i_++)  \
            if (unlikely((base_)[i_] != NULL))                                        \
                ref_clear(&(base_)[i_]);                                              \
    } while (0)

static inline void release_locals(Object **slot, Object **end)
{
    for (; slot < end; slot++) {
        Object *local = *slot;
        if (local) {
            *slot = NULL;
            decref(local);
        }
    }
}

// An instruction that is one call of its slow half.
#define SLOW(NAME, function)                     \
    L_##NAME:                                    \
    SAVE();                                      \
    if (unlikely(function(f, INS) < 0))          \
        goto error;                              \
    NEXT();
#define SLOW_CACHED(NAME, function, cache_words) \
    L_##NAME:                                    \
    SAVE();                                      \
    if (unlikely(function(f, INS) < 0))          \
        goto error;                              \
    NEXT_AFTER(cache_words);

// The same when it may push the frame of a script method.
#define SLOW_PUSHING(NAME, function, cache_words) \
    L_##NAME: {                                   \
        SAVE();                                   \
        int status = function(f, INS);            \
        if (unlikely(status < 0))                 \
            goto error;                           \
        if (status)                               \
            goto enter_frame;                     \
        NEXT_AFTER(cache_words);                  \
    }

// A call of a builtin type's method that takes no or positional arguments.
static inline void specialize_method_call(Instruction *word, const MethodDef *def, Object *self)
{
    if (!(word->d & D_CALL_SELF))
        return;
    word->op = OP_CALL_METHOD_FAST;
    word[1].word = (uintptr_t)def;
    word[2].index32 = self->type_index;
}

Object *eval_run(void)
{
    static const void *const labels[] = {
#define OP(name, operands, cache_words, effect, meaning) &&L_##name,
#include "runtime/bytecode/opcodes.def"
#undef OP
    };
    _Static_assert(sizeof labels / sizeof *labels == OP_COUNT, "a label for each opcode");
    // Where an instruction begins when its first or second operand was fed to it.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
    static const void *const feed_object[2][OP_COUNT] = {
        {[0 ... OP_COUNT - 1] = &&unfed_object_first, FED_O1(LABEL_O1)},
        {[0 ... OP_COUNT - 1] = &&unfed_object_second, FED_O2(LABEL_O2)}};
    static const void *const feed_int[2][OP_COUNT] = {
        {[0 ... OP_COUNT - 1] = &&unfed_int_first, FED_I1(LABEL_I1)},
        {[0 ... OP_COUNT - 1] = &&unfed_int_second, FED_I2(LABEL_I2)}};
    static const void *const feed_float[2][OP_COUNT] = {
        {[0 ... OP_COUNT - 1] = &&unfed_float_first, FED_F1(LABEL_F1)},
        {[0 ... OP_COUNT - 1] = &&unfed_float_second, FED_F2(LABEL_F2)}};
#pragma GCC diagnostic pop

    Frame *f = vm.frame;
    Object **r = f->base;
    Object **k = f->code->constants;
    const Instruction *pc = f->pc;
    Object *value;   // the result on its way through `called` and `returning`
    Object *element; // the result on its way through `subscripted`
    bool add_traceback;
    // What an instruction feeds to the next one: an object that something else keeps, an int or a float.
    // Kept in memory by force: whatever lives from one handler to another would cost all of them a register.
    struct {
        Object *object;
        int64_t integer;
        double real;
    } lent = {NULL, 0, 0};
    __asm__("" : : "r"(&lent) : "memory");
    Object **place;        // where a fed value is stored
    uint32_t fed_register; // where it belongs if the next one can't take it
    if (unlikely(state.exception)) // a generator resumed by throw()
        goto error;
    NEXT_WARM();

    // --- moves ---
L_NOP:
    NEXT();
L_MOVE: {
    Object *copy = r[INS.b];
    incref(copy);
    PUT(&r[INS.a], copy);
    NEXT();
}
L_TAKE: {
    Object *moved = r[INS.b];
    r[INS.b] = NULL;
    PUT(&r[INS.a], moved);
    NEXT();
}
L_SWAP: {
    Object *moved = r[INS.a];
    r[INS.a] = r[INS.b];
    r[INS.b] = moved;
    NEXT();
}
L_LOAD_CONST: {
    Object *constant = k[INS.index32];
    incref(constant);
    PUT(&r[INS.a], constant);
    NEXT();
}
L_DROP: {
    Object *dropped = r[INS.a];
    r[INS.a] = NULL;
    if (dropped)
        RELEASE(dropped);
    NEXT();
}
L_CHECK_BOUND:
    if (unlikely(!r[INS.a] || (INS.d && !CELL(r[INS.a])->content))) {
        SAVE();
        eval_raise_unbound(f, INS.a);
        goto error;
    }
    NEXT();
L_DELETE_LOCAL:
    SAVE();
    value = r[INS.a];
    if (unlikely(!value)) {
        eval_raise_unbound(f, INS.a);
        goto error;
    }
    r[INS.a] = NULL;
    decref(value);
    NEXT();

    // --- names ---
    // cache: version of the keys of globals, in the upper half that of builtins; where the value is
L_LOAD_GLOBAL_MODULE:
    if (likely(f->globals->keys_version == (uint32_t)CACHE[0].word)) {
    load_place:;
        Object *found = *(Object **)(uintptr_t)CACHE[1].word;
        if (INS.d & D_FEEDS)
            FEED_OBJECT(found, 2);
        incref(found);
        PUT(&r[INS.a], found);
        NEXT_AFTER(2);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_GLOBAL;
L_LOAD_GLOBAL_BUILTIN:
    if (likely(f->globals->keys_version == (uint32_t)CACHE[0].word && state.builtins->keys_version == CACHE[0].index32))
        goto load_place;
    special_despecialize(CODE_WORD);
    goto L_LOAD_GLOBAL;
    SLOW_CACHED(LOAD_GLOBAL, special_load_global, 2)
L_LOAD_NAME_MODULE:
    if (likely(f->globals->keys_version == (uint32_t)CACHE[0].word && f->flags & FRAME_LOCALS &&
               f->locals == OBJECT(f->globals)))
        goto load_place;
    special_despecialize(CODE_WORD);
    goto L_LOAD_NAME;
L_LOAD_NAME_BUILTIN:
    if (likely(f->globals->keys_version == (uint32_t)CACHE[0].word && state.builtins->keys_version == CACHE[0].index32 &&
               f->flags & FRAME_LOCALS && f->locals == OBJECT(f->globals)))
        goto load_place;
    special_despecialize(CODE_WORD);
    goto L_LOAD_NAME;
    SLOW_CACHED(LOAD_NAME, special_load_name, 2)
    SLOW_CACHED(STORE_GLOBAL, special_store_global, 1)
L_STORE_GLOBAL_MODULE: {
    DictObject *globals = f->globals;
    // an untracked dict is left to the general form: the value may ask for tracking
    if (likely(globals->keys_version == (uint32_t)CACHE[0].word && globals->header.flags & FLAG_TRACKED)) {
    store_module_name:;
        place = &((DictStrEntry *)globals->entries)[CACHE[0].index32].value;
        Object *old = *place;
        value = r[INS.a];
        if (INS.d & D_A_TEMP)
            r[INS.a] = NULL;
        else
            incref(value);
        *place = value;
        RELEASE(old);
        NEXT_AFTER(1);
    }
    special_despecialize(CODE_WORD);
    goto L_STORE_GLOBAL;
L_STORE_NAME_MODULE:
    globals = f->globals;
    if (likely(globals->keys_version == (uint32_t)CACHE[0].word && globals->header.flags & FLAG_TRACKED &&
               f->flags & FRAME_LOCALS && f->locals == OBJECT(globals)))
        goto store_module_name;
    special_despecialize(CODE_WORD);
    goto L_STORE_NAME;
}
    SLOW(DELETE_GLOBAL, eval_delete_global)
    SLOW_CACHED(STORE_NAME, special_store_name, 1)
    SLOW(DELETE_NAME, eval_delete_name)
    SLOW(LOAD_CLASS_DEREF, eval_load_class_deref)

    // --- cells ---
L_MAKE_CELL:
    SAVE();
    value = cell_new_steal(r[INS.a]);
    r[INS.a] = value;
    if (unlikely(!value))
        goto error;
    NEXT();
L_COPY_FREE: {
    Object *const *cells = TUPLE(f->function->closure)->items;
    for (uint32_t i = 0; i < INS.b; i++) {
        incref(cells[i]);
        PUT(&r[INS.a + i], cells[i]);
    }
    NEXT();
}
L_LOAD_DEREF: {
    Object *content = CELL(r[INS.b])->content;
    if (unlikely(!content)) {
        SAVE();
        eval_raise_unbound(f, INS.b);
        goto error;
    }
    if (INS.d & D_FEEDS)
        FEED_OBJECT(content, 0);
    incref(content);
    PUT(&r[INS.a], content);
    NEXT();
}
L_STORE_DEREF: {
    CellObject *cell = CELL(r[INS.a]);
    value = r[INS.b];
    if (INS.d & D_B_TEMP)
        r[INS.b] = NULL;
    else
        incref(value);
    Object *old = cell->content;
    cell->content = value;
    if (old)
        RELEASE(old);
    NEXT();
}
L_DELETE_DEREF:
    SAVE();
    value = CELL(r[INS.a])->content;
    if (unlikely(!value)) {
        eval_raise_unbound(f, INS.a);
        goto error;
    }
    CELL(r[INS.a])->content = NULL;
    decref(value);
    NEXT();

    // --- arithmetic ---
    ARITHMETIC(ADD, __builtin_add_overflow, +, BINARY_ADD)
    ARITHMETIC(SUBTRACT, __builtin_sub_overflow, -, BINARY_SUBTRACT)
    ARITHMETIC(MULTIPLY, __builtin_mul_overflow, *, BINARY_MULTIPLY)
L_TRUE_DIVIDE: {
    Object *left = OPERAND_B(), *right = OPERAND_C();
    double quotient;
    if (likely(!divide_fails(left, right, &quotient)))
        RESULT_FLOAT(quotient, CONSUME_BC());
    SAVE();
    BINARY_SLOWLY(BINARY_TRUE_DIVIDE);
}
    INTEGRAL(FLOOR_DIVIDE, floor_divide_fails, BINARY_FLOOR_DIVIDE)
    INTEGRAL(REMAINDER, remainder_fails, BINARY_REMAINDER)
L_POWER:
    SAVE();
    BINARY_SLOWLY(BINARY_POWER);
    INTEGRAL(LSHIFT, lshift_fails, BINARY_LSHIFT)
    INTEGRAL(RSHIFT, rshift_fails, BINARY_RSHIFT)
    INTEGRAL(AND, and_fails, BINARY_AND)
    INTEGRAL(OR, or_fails, BINARY_OR)
    INTEGRAL(XOR, xor_fails, BINARY_XOR)
L_MATMUL:
    SAVE();
    BINARY_SLOWLY(BINARY_MATMUL);
L_NEGATIVE:
    value = r[INS.b];
    if (meta_of(value) == META_FLOAT)
        RESULT_FLOAT(-FLOAT_OF(value), CONSUME_NUMBER(D_B_TEMP, b));
    if (meta_of(value) == META_INT && INT_OF(value) != INT64_MIN)
        RESULT_INT(-INT_OF(value), CONSUME_NUMBER(D_B_TEMP, b));
    SLOW(POSITIVE, eval_unary)
L_INVERT:
    value = r[INS.b];
    if (meta_of(value) == META_INT)
        RESULT_INT(~INT_OF(value), CONSUME_NUMBER(D_B_TEMP, b));
    SAVE();
    if (unlikely(eval_unary(f, INS) < 0))
        goto error;
    NEXT();
L_NOT: {
    value = r[INS.b];
    int truth;
    if (value == object_true || value == object_false || value == object_none) {
        truth = value == object_true;
    } else {
        SAVE();
        truth = object_is_true(value);
        if (unlikely(truth < 0))
            goto error;
    }
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    PUT(&r[INS.a], object_from_bool(!truth));
    NEXT();
}

    // --- comparison ---
    COMPARE(LT, <, COMPARE_LT)
    COMPARE(LE, <=, COMPARE_LE)
    COMPARE(EQ, ==, COMPARE_EQ)
    COMPARE(NE, !=, COMPARE_NE)
    COMPARE(GT, >, COMPARE_GT)
    COMPARE(GE, >=, COMPARE_GE)
L_IS: {
    bool result = (OPERAND_B() == OPERAND_C()) != !!(INS.d & D_NEGATE);
    SAVE();
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    if (INS.d & D_C_TEMP)
        consume(&r[INS.c]);
    PUT(&r[INS.a], object_from_bool(result));
    NEXT();
}
L_IN: {
    SAVE();
    int truth = object_contains(OPERAND_C(), OPERAND_B());
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    if (INS.d & D_C_TEMP)
        consume(&r[INS.c]);
    if (unlikely(truth < 0))
        goto error;
    PUT(&r[INS.a], object_from_bool(truth != !!(INS.d & D_NEGATE)));
    NEXT();
}

    // --- jumps ---
L_JUMP:
    pc += INS.jump32;
    NEXT();
L_JUMP_BACK:
    SAFE_POINT();
    pc += INS.jump32;
    NEXT_WARM();
L_JUMP_IF_TRUE: {
    value = r[INS.a];
    int truth;
    if (value == object_true) {
        truth = 1;
    } else if (value == object_false || value == object_none) {
        truth = 0;
    } else if (meta_of(value) == META_INT) {
        truth = INT_OF(value) != 0;
    } else {
        SAVE();
        truth = object_is_true(value);
        if (unlikely(truth < 0))
            goto error;
    }
    if (INS.d == 0 || (INS.d == 2 && !truth))
        consume(&r[INS.a]);
    if (truth) {
        SAFE_POINT();
        pc += INS.jump32;
    }
    NEXT();
}
L_JUMP_IF_FALSE: {
    value = r[INS.a];
    int truth;
    if (value == object_true) {
        truth = 1;
    } else if (value == object_false || value == object_none) {
        truth = 0;
    } else if (meta_of(value) == META_INT) {
        truth = INT_OF(value) != 0;
    } else {
        SAVE();
        truth = object_is_true(value);
        if (unlikely(truth < 0))
            goto error;
    }
    if (INS.d == 0 || (INS.d == 2 && truth))
        consume(&r[INS.a]);
    if (!truth) {
        SAFE_POINT();
        pc += INS.jump32;
    }
    NEXT();
}
L_JUMP_IF_NONE: {
    bool is_none = r[INS.a] == object_none;
    if (INS.d == 0 || (INS.d == 2 && !is_none)) {
        SAVE();
        consume(&r[INS.a]);
    }
    if (is_none) {
        SAFE_POINT();
        pc += INS.jump32;
    }
    NEXT();
}
L_JUMP_IF_NOT_NONE: {
    bool is_none = r[INS.a] == object_none;
    if (INS.d == 0 || (INS.d == 2 && is_none)) {
        SAVE();
        consume(&r[INS.a]);
    }
    if (!is_none) {
        SAFE_POINT();
        pc += INS.jump32;
    }
    NEXT();
}
    COMPARE_JUMP(LT, <, COMPARE_LT)
    COMPARE_JUMP(LE, <=, COMPARE_LE)
    COMPARE_JUMP(EQ, ==, COMPARE_EQ)
    COMPARE_JUMP(NE, !=, COMPARE_NE)
    COMPARE_JUMP(GT, >, COMPARE_GT)
    COMPARE_JUMP(GE, >=, COMPARE_GE)
    EQUAL_STR_JUMP(EQ, true)
    EQUAL_STR_JUMP(NE, false)
L_IS_JUMP: {
    Object *left = INS.d & D_A_CONST ? k[INS.a] : r[INS.a];
    bool result = left == OPERAND_B();
    if (INS.d & (D_A_TEMP | D_B_TEMP)) {
        SAVE();
        if (INS.d & D_A_TEMP)
            consume(&r[INS.a]);
        if (INS.d & D_B_TEMP)
            consume(&r[INS.b]);
    }
    JUMP_IF(result);
}
L_IN_JUMP: {
    SAVE();
    Object *item = INS.d & D_A_CONST ? k[INS.a] : r[INS.a], *container = OPERAND_B();
    int (*contains)(Object *, Object *) = type_of(container)->contains;
    int truth = likely(contains != NULL) ? contains(container, item) : object_contains(container, item);
    if (INS.d & (D_A_TEMP | D_B_TEMP)) {
        if (INS.d & D_A_TEMP)
            consume(&r[INS.a]);
        if (INS.d & D_B_TEMP)
            consume(&r[INS.b]);
    }
    if (unlikely(truth < 0))
        goto error;
    JUMP_IF(truth);
}

    // --- attributes and items ---
L_LOAD_ATTR_SLOT: {
    Object *object = r[INS.b], *item;
    if (likely(object->flags & FLAG_HAS_SHAPE)) {
        const Shape *shape = INSTANCE(object)->shape;
        if (likely(shape == (Shape *)(uintptr_t)CACHE[0].word))
            item = INSTANCE(object)->slots[CACHE[1].b];
        else if (shape == (Shape *)(uintptr_t)CACHE[2].word)
            item = INSTANCE(object)->slots[CACHE[1].c];
        else
            goto other_attr_shape;
        if (likely(item != NULL)) {
        load_attr_slot:
            if ((INS.d & (D_FEEDS | D_B_TEMP)) == D_FEEDS)
                FEED_OBJECT(item, 3);
            incref(item);
            if (INS.d & D_B_TEMP) {
                r[INS.b] = NULL;
                RELEASE(object);
            }
            PUT(&r[INS.a], item);
            NEXT_AFTER(3);
        }
    }
other_attr_shape:
    SAVE();
    if (special_add_attr(f, INS))
        NEXT_AGAIN();
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
L_LOAD_ATTR_MANY:
    object = r[INS.b];
    if (likely(object->flags & FLAG_HAS_SHAPE)) {
        const SharedCacheEntry *entry = special_shared(SHARED_LOAD, INSTANCE(object)->shape, k[INS.c]);
        if (likely(entry->shape == INSTANCE(object)->shape && entry->name == k[INS.c])) {
            item = INSTANCE(object)->slots[entry->answer];
            if (likely(item != NULL))
                goto load_attr_slot;
        }
    }
    SAVE();
    {
        int status = special_load_attr_many(f, INS);
        if (unlikely(status < 0))
            goto error;
        if (status)
            goto enter_frame;
    }
    NEXT_AFTER(3);
}
    // type and place of the shape in the first cache word, the shape in the third
#define IS_OF_SUBCLASS(object)                                                                     \
    ((object)->type_index == (uint32_t)CACHE[0].word &&                                            \
     *(Shape **)(void *)((char *)(object) + CACHE[0].index32) == (Shape *)(uintptr_t)CACHE[2].word)
L_LOAD_ATTR_SUBCLASS: {
    Object *object = r[INS.b];
    if (likely(IS_OF_SUBCLASS(object))) {
        value = ((Object **)(void *)((char *)object + CACHE[0].index32 + sizeof(Shape *)))[CACHE[1].word];
        if (likely(value != NULL)) {
            incref(value);
            if (INS.d & D_B_TEMP) {
                r[INS.b] = NULL;
                RELEASE(object);
            }
            PUT(&r[INS.a], value);
            NEXT_AFTER(3);
        }
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
}
L_LOAD_ATTR_PROPERTY: {
    Object *object = r[INS.b];
    if (likely(object->flags & FLAG_HAS_SHAPE && INSTANCE(object)->shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        SAVE();
        int status = invoke_push_operator((Object *)(uintptr_t)CACHE[1].word, &r[INS.b], 1, FRAME_OPERATOR);
        if (unlikely(status < 0))
            goto error;
        if (likely(status > 0))
            goto enter_frame;
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
}
L_LOAD_ATTR_DESCRIPTOR: {
    Object *object = r[INS.b];
    if (likely(object->type_index == CACHE[0].index32)) {
        SAVE();
        Object *descriptor = (Object *)(uintptr_t)CACHE[1].word;
        incref(descriptor); // what it calls may take it out of its class
        value = type_of(descriptor)->descriptor_get(descriptor, object, OBJECT(type_of(object)));
        decref(descriptor);
        if (unlikely(!value))
            goto error;
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            decref(object);
        }
        PUT(&r[INS.a], value);
        NEXT_AFTER(3);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
}
L_LOAD_ATTR_MODULE: {
    Object *object = r[INS.b];
    if (likely(IS_EXACT(object, MODULE) && MODULE(object)->dict->keys_version == CACHE[0].index32)) {
        value = ((DictStrEntry *)MODULE(object)->dict->entries)[CACHE[1].index32].value;
        incref(value);
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            RELEASE(object);
        }
        PUT(&r[INS.a], value);
        NEXT_AFTER(3);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
}
L_LOAD_ATTR_CLASS: {
    Object *object = r[INS.b];
    if (likely(object->flags & FLAG_HAS_SHAPE &&
               INSTANCE(object)->shape == (Shape *)(uintptr_t)CACHE[0].word &&
               type_of(object)->version == CACHE[1].index32)) {
    load_attr_value:
        value = (Object *)(uintptr_t)CACHE[2].word;
        incref(value);
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            RELEASE(object);
        }
        PUT(&r[INS.a], value);
        NEXT_AFTER(3);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
L_LOAD_ATTR_TYPE:
    object = r[INS.b];
    if (likely(object == (Object *)(uintptr_t)CACHE[0].word && IS_TYPE(object) &&
               ((TypeObject *)object)->version == CACHE[1].index32))
        goto load_attr_value;
    special_despecialize(CODE_WORD);
    goto L_LOAD_ATTR;
}
    SLOW_PUSHING(LOAD_ATTR, special_load_attr, 3)
L_STORE_ATTR_SLOT: {
    Object *object = r[INS.a];
    Object **slot, *item;
    if (likely(object->flags & FLAG_HAS_SHAPE &&
               INSTANCE(object)->shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        slot = &INSTANCE(object)->slots[CACHE[1].index32];
    store_attr_slot:;
        Object *old = *slot;
        if (INS.d & D_C_TEMP) {
            item = r[INS.c];
            r[INS.c] = NULL;
        } else {
            item = OPERAND_C();
            incref(item);
        }
        *slot = item;
        if (old)
            RELEASE(old);
        if (INS.d & D_A_TEMP) {
            r[INS.a] = NULL;
            RELEASE(object);
        }
        NEXT_AFTER(2);
    }
    SAVE();
    if (special_store_other(f, INS))
        NEXT_AGAIN();
    special_despecialize(CODE_WORD);
    goto L_STORE_ATTR;
L_STORE_ATTR_MANY:
    object = r[INS.a];
    if (likely(object->flags & FLAG_HAS_SHAPE)) {
        const SharedCacheEntry *entry = special_shared(SHARED_STORE, INSTANCE(object)->shape, k[INS.b]);
        if (likely(entry->shape == INSTANCE(object)->shape && entry->name == k[INS.b])) {
            slot = &INSTANCE(object)->slots[entry->answer];
            goto store_attr_slot;
        }
    }
    SAVE();
    if (unlikely(special_store_attr_many(f, INS) < 0))
        goto error;
    NEXT_AFTER(2);
}
L_STORE_ATTR_ADD: {
    Object *object = r[INS.a], *item;
    if (likely(object->flags & FLAG_HAS_SHAPE &&
               INSTANCE(object)->shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        Shape *next = (Shape *)(uintptr_t)CACHE[1].word;
        if (likely(next->slot_count <= instance_capacity(object))) {
            if (INS.d & D_C_TEMP) {
                item = r[INS.c];
                r[INS.c] = NULL;
            } else {
                item = OPERAND_C();
                incref(item);
            }
            instance_add_steal(object, next, item);
            if (INS.d & D_A_TEMP) {
                SAVE();
                r[INS.a] = NULL;
                decref(object);
            }
            NEXT_AFTER(2);
        }
    }
    special_despecialize(CODE_WORD);
    goto L_STORE_ATTR;
}
    SLOW_CACHED(STORE_ATTR, special_store_attr, 2)
L_DELETE_ATTR: {
    SAVE();
    int status = object_delete_attribute(r[INS.a], k[INS.b]);
    if (INS.d & D_A_TEMP)
        consume(&r[INS.a]);
    if (unlikely(status < 0))
        goto error;
    NEXT();
}
L_LOAD_METHOD_SHAPE: {
    Object *object = r[INS.b], *method;
    if (likely(object->flags & FLAG_HAS_SHAPE)) {
        const Shape *shape = INSTANCE(object)->shape;
        if (likely(shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        load_method:
            method = (Object *)(uintptr_t)CACHE[1].word;
        } else if (shape == (Shape *)(uintptr_t)CACHE[2].word) {
            method = (Object *)(uintptr_t)CACHE[3].word;
        } else {
            goto other_method_shape;
        }
    load_method_found:
        if (INS.d & D_B_TEMP)
            r[INS.b] = NULL; // moves to a+1
        else
            incref(object);
        incref(method);
        PUT(&r[INS.a + 1], object);
        PUT(&r[INS.a], method);
        NEXT_AFTER(4);
    }
other_method_shape:
    SAVE();
    if (special_add_method(f, INS))
        NEXT_AGAIN();
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
L_LOAD_METHOD_MANY:
    object = r[INS.b];
    if (likely(object->flags & FLAG_HAS_SHAPE)) {
        const SharedCacheEntry *entry = special_shared(SHARED_METHOD, INSTANCE(object)->shape, k[INS.c]);
        if (likely(entry->shape == INSTANCE(object)->shape && entry->name == k[INS.c])) {
            method = (Object *)entry->answer;
            goto load_method_found;
        }
    }
    SAVE();
    if (unlikely(special_load_method_many(f, INS) < 0))
        goto error;
    NEXT_AFTER(4);
L_LOAD_METHOD_TYPE:
    object = r[INS.b];
    if (likely(object->type_index == CACHE[0].index32))
        goto load_method;
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
L_LOAD_METHOD_CLASS: {
    Object *object = r[INS.b];
    if (likely(object == (Object *)(uintptr_t)CACHE[0].word && IS_TYPE(object) &&
               ((TypeObject *)object)->version == CACHE[1].index32)) {
        value = (Object *)(uintptr_t)CACHE[2].word;
        incref(value);
        SAVE();
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            decref(object);
        }
        PUT(&r[INS.a], value);
        if (r[INS.a + 1])
            ref_clear(&r[INS.a + 1]);
        NEXT_AFTER(4);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
L_LOAD_METHOD_SUBCLASS: {
    Object *object = r[INS.b];
    if (likely(IS_OF_SUBCLASS(object))) {
        value = (Object *)(uintptr_t)CACHE[1].word;
        if (INS.d & D_B_TEMP)
            r[INS.b] = NULL; // moves to a+1
        else
            incref(object);
        incref(value);
        PUT(&r[INS.a + 1], object);
        PUT(&r[INS.a], value);
        NEXT_AFTER(4);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
L_LOAD_METHOD_STATIC: {
    Object *object = r[INS.b];
    if (likely(object->flags & FLAG_HAS_SHAPE && INSTANCE(object)->shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        value = (Object *)(uintptr_t)CACHE[1].word;
        incref(value);
        SAVE();
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            decref(object);
        }
        PUT(&r[INS.a], value);
        if (r[INS.a + 1])
            ref_clear(&r[INS.a + 1]);
        NEXT_AFTER(4);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
L_LOAD_METHOD_CLASSMETHOD: {
    Object *object = r[INS.b];
    if (likely(object == (Object *)(uintptr_t)CACHE[0].word && IS_TYPE(object) &&
               ((TypeObject *)object)->version == CACHE[1].index32)) {
        value = (Object *)(uintptr_t)CACHE[2].word;
        incref(value);
        if (INS.d & D_B_TEMP)
            r[INS.b] = NULL; // moves to a+1
        else
            incref(object);
        SAVE();
        PUT(&r[INS.a + 1], object);
        PUT(&r[INS.a], value);
        NEXT_AFTER(4);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
L_LOAD_METHOD_MODULE: {
    Object *object = r[INS.b];
    if (likely(IS_EXACT(object, MODULE) && MODULE(object)->dict->keys_version == CACHE[0].index32)) {
        value = ((DictStrEntry *)MODULE(object)->dict->entries)[CACHE[1].index32].value;
        incref(value);
        SAVE();
        if (INS.d & D_B_TEMP) {
            r[INS.b] = NULL;
            decref(object);
        }
        PUT(&r[INS.a], value);
        if (r[INS.a + 1])
            ref_clear(&r[INS.a + 1]);
        NEXT_AFTER(4);
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_METHOD;
}
    SLOW_CACHED(LOAD_METHOD, special_load_method, 4)
    // An index below zero counts from the end; what is out of range then is left to the slow half.
#define IN_RANGE(index, count) ((uint64_t)(index) < (count) || (uint64_t)((index) += (int64_t)(count)) < (count))
L_LOAD_SUBSCR_STR_INT: {
    Object *container = r[INS.b], *key = OPERAND_C();
    if (likely(IS_EXACT(container, STR) && str_kind(container) == 0 && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, str_length(container)))) {
            element = str_latin1_char(STR(container)->data[index]); // shared, immortal
            goto subscripted_immortal;
        }
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_SUBSCR;
}
L_LOAD_SUBSCR_BYTES_INT: {
    Object *container = r[INS.b], *key = OPERAND_C();
    if (likely(meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (IS_EXACT(container, BYTES)) {
            if (likely(IN_RANGE(index, ((BytesObject *)container)->size))) {
                element = int_small_borrow(((BytesObject *)container)->data[index]); // immortal
                goto subscripted_immortal;
            }
        } else if (IS_EXACT(container, BYTEARRAY)) {
            if (likely(IN_RANGE(index, ((BytearrayObject *)container)->size))) {
                element = int_small_borrow(((BytearrayObject *)container)->data[index]);
                goto subscripted_immortal;
            }
        }
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_SUBSCR;
}
L_LOAD_SUBSCR_LIST_INT: {
    Object *container = r[INS.b], *key = OPERAND_C();
    if (likely(IS_EXACT(container, LIST) && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, LIST(container)->count))) {
            element = LIST(container)->items[index];
            if (INS.d & D_B_TEMP) {
                incref(element);
                goto subscripted;
            }
        list_item: // found in a list or tuple that stays
            if (INS.d & D_C_TEMP)
                consume(&r[INS.c]);
        list_item_found:
            if (INS.d & D_FEEDS)
                FEED_OBJECT(element, 1);
            incref(element);
            PUT(&r[INS.a], element);
            NEXT_AFTER(1);
        }
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_SUBSCR;
}
L_LOAD_SUBSCR_TUPLE_INT: {
    Object *container = r[INS.b], *key = OPERAND_C();
    if (likely(IS_EXACT(container, TUPLE) && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, TUPLE(container)->count))) {
            element = TUPLE(container)->items[index];
            if (!(INS.d & D_B_TEMP))
                goto list_item;
            incref(element);
            goto subscripted;
        }
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_SUBSCR;
}
L_LOAD_SUBSCR_DICT: {
    Object *container = r[INS.b], *key;
    if (likely(IS_EXACT(container, DICT))) {
        SAVE();
        key = INS.d & D_C_CONST ? k[INS.c] : eval_shared(&r[INS.c]);
        element = dict_get_borrow(container, key);
        if (unlikely(!element)) {
            if (!error_occurred())
                error_key(key);
            goto error;
        }
        incref(element);
        goto subscripted;
    }
    special_despecialize(CODE_WORD);
    goto L_LOAD_SUBSCR;
}
subscripted_immortal:
    if ((INS.d & (D_FEEDS | D_B_TEMP)) == D_FEEDS)
        goto list_item;
subscripted: // element is owned; operands are consumed, then the destination is written
    if (INS.d & D_B_TEMP) {
        Object *container = r[INS.b];
        r[INS.b] = NULL;
        RELEASE(container);
    }
    if (INS.d & D_C_TEMP)
        consume(&r[INS.c]);
    PUT(&r[INS.a], element);
    NEXT_AFTER(1);
    SLOW_PUSHING(LOAD_SUBSCR, special_load_subscr, 1)
L_STORE_SUBSCR_LIST_INT: {
    Object *container = r[INS.a], *key = OPERAND_B();
    if (likely(IS_EXACT(container, LIST) && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, LIST(container)->count))) {
            Object *stored, **item = &LIST(container)->items[index], *old = *item;
            if (INS.d & D_C_TEMP) {
                stored = r[INS.c];
                r[INS.c] = NULL;
            } else {
                stored = OPERAND_C();
                incref(stored);
            }
            *item = stored;
            RELEASE(old);
            if (INS.d & (D_A_TEMP | D_B_TEMP)) {
                SAVE();
                if (INS.d & D_A_TEMP)
                    consume(&r[INS.a]);
                if (INS.d & D_B_TEMP)
                    consume(&r[INS.b]);
            }
            NEXT_AFTER(1);
        }
    }
    special_despecialize(CODE_WORD);
    goto L_STORE_SUBSCR;
}
L_STORE_SUBSCR_BYTEARRAY_INT: {
    Object *container = r[INS.a], *key = OPERAND_B(), *byte = OPERAND_C();
    if (likely(IS_EXACT(container, BYTEARRAY) && meta_of(key) == META_INT && meta_of(byte) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely((uint64_t)INT_OF(byte) < 256 && IN_RANGE(index, ((BytearrayObject *)container)->size))) {
            ((BytearrayObject *)container)->data[index] = (uint8_t)INT_OF(byte);
            SAVE();
            if (INS.d & D_C_TEMP)
                consume(&r[INS.c]);
            if (INS.d & D_A_TEMP)
                consume(&r[INS.a]);
            if (INS.d & D_B_TEMP)
                consume(&r[INS.b]);
            NEXT_AFTER(1);
        }
    }
    special_despecialize(CODE_WORD);
    goto L_STORE_SUBSCR;
}
L_STORE_SUBSCR_DICT: {
    Object *container = r[INS.a];
    if (likely(IS_EXACT(container, DICT))) {
        SAVE();
        Object *key = INS.d & D_B_CONST ? k[INS.b] : eval_shared(&r[INS.b]);
        if (unlikely(dict_set(container, key, OPERAND_C()) < 0))
            goto error;
        if (INS.d & D_C_TEMP)
            consume(&r[INS.c]);
        if (INS.d & D_A_TEMP)
            consume(&r[INS.a]);
        if (INS.d & D_B_TEMP)
            consume(&r[INS.b]);
        NEXT_AFTER(1);
    }
    special_despecialize(CODE_WORD);
    goto L_STORE_SUBSCR;
}
    SLOW_CACHED(STORE_SUBSCR, special_store_subscr, 1)
L_DELETE_SUBSCR: {
    SAVE();
    int status = object_delete_subscript(r[INS.a], r[INS.b]);
    if (INS.d & D_A_TEMP)
        consume(&r[INS.a]);
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    if (unlikely(status < 0))
        goto error;
    NEXT();
}

    // --- entries with a fed operand ---
    FED_ARITHMETIC(ADD, __builtin_add_overflow, +)
    FED_ARITHMETIC(SUBTRACT, __builtin_sub_overflow, -)
    FED_ARITHMETIC(MULTIPLY, __builtin_mul_overflow, *)
    FED_INT(FLOOR_DIVIDE, floor_divide_fails, OPERAND_B(), OPERAND_C())
    FED_INT(REMAINDER, remainder_fails, OPERAND_B(), OPERAND_C())
    FED_INT(LSHIFT, lshift_fails, OPERAND_B(), OPERAND_C())
    FED_INT(RSHIFT, rshift_fails, OPERAND_B(), OPERAND_C())
    FED_INT(AND, and_fails, OPERAND_B(), OPERAND_C())
    FED_INT(OR, or_fails, OPERAND_B(), OPERAND_C())
    FED_INT(XOR, xor_fails, OPERAND_B(), OPERAND_C())
F1_TRUE_DIVIDE: {
    Object *other = OPERAND_C();
    if (likely(meta_of(other) == META_FLOAT && FLOAT_OF(other) != 0))
        RESULT_FLOAT(lent.real / FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));
    if (meta_of(other) == META_INT && INT_OF(other) != 0)
        RESULT_FLOAT(lent.real / (double)INT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));
    goto unfed_float_b;
}
F2_TRUE_DIVIDE: {
    Object *other = OPERAND_B();
    if (likely(meta_of(other) == META_FLOAT && lent.real != 0))
        RESULT_FLOAT(FLOAT_OF(other) / lent.real, CONSUME_NUMBER(D_B_TEMP, b));
    if (meta_of(other) == META_INT && lent.real != 0)
        RESULT_FLOAT((double)INT_OF(other) / lent.real, CONSUME_NUMBER(D_B_TEMP, b));
    goto unfed_float_c;
}
I1_TRUE_DIVIDE: {
    Object *other = OPERAND_C();
    if (meta_of(other) == META_FLOAT && FLOAT_OF(other) != 0)
        RESULT_FLOAT((double)lent.integer / FLOAT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));
    if (meta_of(other) == META_INT && INT_OF(other) != 0 && IS_EXACT_DOUBLE(INT_OF(other)) &&
        IS_EXACT_DOUBLE(lent.integer))
        RESULT_FLOAT((double)lent.integer / (double)INT_OF(other), CONSUME_NUMBER(D_C_TEMP, c));
    goto unfed_int_b;
}
I2_TRUE_DIVIDE: {
    Object *other = OPERAND_B();
    if (meta_of(other) == META_FLOAT && lent.integer != 0)
        RESULT_FLOAT(FLOAT_OF(other) / (double)lent.integer, CONSUME_NUMBER(D_B_TEMP, b));
    if (meta_of(other) == META_INT && lent.integer != 0 && IS_EXACT_DOUBLE(INT_OF(other)) &&
        IS_EXACT_DOUBLE(lent.integer))
        RESULT_FLOAT((double)INT_OF(other) / (double)lent.integer, CONSUME_NUMBER(D_B_TEMP, b));
    goto unfed_int_c;
}
O1_TRUE_DIVIDE: {
    Object *fed = lent.object;
    Object *other = OPERAND_C();
    double quotient;
    if (likely(!divide_fails(fed, other, &quotient)))
        RESULT_FLOAT(quotient, CONSUME_NUMBER(D_C_TEMP, c));
    goto unfed_object_b;
}
O2_TRUE_DIVIDE: {
    Object *fed = lent.object;
    Object *other = OPERAND_B();
    double quotient;
    if (likely(!divide_fails(other, fed, &quotient)))
        RESULT_FLOAT(quotient, CONSUME_NUMBER(D_B_TEMP, b));
    goto unfed_object_c;
}
    FED_COMPARE(LT, <)
    FED_COMPARE(LE, <=)
    FED_COMPARE(EQ, ==)
    FED_COMPARE(NE, !=)
    FED_COMPARE(GT, >)
    FED_COMPARE(GE, >=)
    FED_EQUAL_STR(EQ, true)
    FED_EQUAL_STR(NE, false)
    FED_TRUTH(JUMP_IF_TRUE, true)
    FED_TRUTH(JUMP_IF_FALSE, false)
O1_JUMP_IF_NONE:
    FED_JUMP(lent.object == object_none);
O1_JUMP_IF_NOT_NONE:
    FED_JUMP(lent.object != object_none);
O1_LOAD_ATTR_SLOT: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE)) {
        const Shape *shape = INSTANCE(fed)->shape;
        uint32_t slot;
        if (likely(shape == (Shape *)(uintptr_t)CACHE[0].word))
            slot = CACHE[1].b;
        else if (shape == (Shape *)(uintptr_t)CACHE[2].word)
            slot = CACHE[1].c;
        else
            goto unfed_object_b;
        value = INSTANCE(fed)->slots[slot];
        if (likely(value != NULL)) {
        fed_attribute:
            if (INS.d & D_FEEDS)
                FEED_OBJECT(value, 3);
            incref(value);
            PUT(&r[INS.a], value);
            NEXT_AFTER(3);
        }
    }
    goto unfed_object_b;
}
O1_LOAD_ATTR_CLASS: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE && INSTANCE(fed)->shape == (Shape *)(uintptr_t)CACHE[0].word &&
               type_of(fed)->version == CACHE[1].index32)) {
    fed_class_value:
        value = (Object *)(uintptr_t)CACHE[2].word;
        goto fed_attribute;
    }
    goto unfed_object_b;
}
O1_LOAD_ATTR_TYPE: {
    Object *fed = lent.object;
    if (likely(fed == (Object *)(uintptr_t)CACHE[0].word && IS_TYPE(fed) &&
               ((TypeObject *)fed)->version == CACHE[1].index32))
        goto fed_class_value;
    goto unfed_object_b;
}
O1_LOAD_ATTR_MODULE: {
    Object *fed = lent.object;
    if (likely(IS_EXACT(fed, MODULE) && MODULE(fed)->dict->keys_version == CACHE[0].index32)) {
        value = ((DictStrEntry *)MODULE(fed)->dict->entries)[CACHE[1].index32].value;
        goto fed_attribute;
    }
    goto unfed_object_b;
}
O1_LOAD_ATTR_MANY: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE)) {
        const SharedCacheEntry *entry = special_shared(SHARED_LOAD, INSTANCE(fed)->shape, k[INS.c]);
        if (likely(entry->shape == INSTANCE(fed)->shape && entry->name == k[INS.c])) {
            value = INSTANCE(fed)->slots[entry->answer];
            if (likely(value != NULL))
                goto fed_attribute;
        }
    }
    goto unfed_object_b;
}
O1_LOAD_METHOD_SHAPE: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE)) {
        const Shape *shape = INSTANCE(fed)->shape;
        if (likely(shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        fed_method:
            value = (Object *)(uintptr_t)CACHE[1].word;
        } else if (shape == (Shape *)(uintptr_t)CACHE[2].word) {
            value = (Object *)(uintptr_t)CACHE[3].word;
        } else {
            goto unfed_object_b;
        }
    fed_method_found:;
        Object *self = lent.object;
        incref(self);
        incref(value);
        PUT(&r[INS.a + 1], self);
        PUT(&r[INS.a], value);
        NEXT_AFTER(4);
    }
    goto unfed_object_b;
}
O1_LOAD_METHOD_MANY: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE)) {
        const SharedCacheEntry *entry = special_shared(SHARED_METHOD, INSTANCE(fed)->shape, k[INS.c]);
        if (likely(entry->shape == INSTANCE(fed)->shape && entry->name == k[INS.c])) {
            value = (Object *)entry->answer;
            goto fed_method_found;
        }
    }
    goto unfed_object_b;
}
O1_LOAD_METHOD_CLASS: {
    Object *fed = lent.object;
    if (likely(fed == (Object *)(uintptr_t)CACHE[0].word && IS_TYPE(fed) &&
               ((TypeObject *)fed)->version == CACHE[1].index32)) {
        value = (Object *)(uintptr_t)CACHE[2].word;
    fed_function:
        incref(value);
        SAVE();
        PUT(&r[INS.a], value);
        if (r[INS.a + 1])
            ref_clear(&r[INS.a + 1]);
        NEXT_AFTER(4);
    }
    goto unfed_object_b;
}
O1_LOAD_METHOD_MODULE: {
    Object *fed = lent.object;
    if (likely(IS_EXACT(fed, MODULE) && MODULE(fed)->dict->keys_version == CACHE[0].index32)) {
        value = ((DictStrEntry *)MODULE(fed)->dict->entries)[CACHE[1].index32].value;
        goto fed_function;
    }
    goto unfed_object_b;
}
O1_LOAD_METHOD_TYPE: {
    Object *fed = lent.object;
    if (likely(fed->type_index == CACHE[0].index32))
        goto fed_method;
    goto unfed_object_b;
}
O1_LOAD_SUBSCR_LIST_INT: {
    Object *fed = lent.object;
    Object *key = OPERAND_C();
    if (likely(IS_EXACT(fed, LIST) && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, LIST(fed)->count))) {
            element = LIST(fed)->items[index];
            goto list_item;
        }
    }
    goto unfed_object_b;
}
O1_LOAD_SUBSCR_TUPLE_INT: {
    Object *fed = lent.object;
    Object *key = OPERAND_C();
    if (likely(IS_EXACT(fed, TUPLE) && meta_of(key) == META_INT)) {
        int64_t index = INT_OF(key);
        if (likely(IN_RANGE(index, TUPLE(fed)->count))) {
            element = TUPLE(fed)->items[index];
            goto list_item;
        }
    }
    goto unfed_object_b;
}
O1_LOAD_SUBSCR_DICT: {
    Object *fed = lent.object;
    if (likely(IS_EXACT(fed, DICT))) {
        SAVE();
        incref(fed); // what compares keys may take it from where it was found
        value = INS.d & D_C_CONST ? k[INS.c] : eval_shared(&r[INS.c]);
        element = dict_get_borrow(fed, value);
        if (likely(element != NULL))
            incref(element);
        else if (!error_occurred())
            error_key(value);
        decref(fed);
        if (unlikely(!element))
            goto error;
        if (INS.d & D_C_TEMP)
            consume(&r[INS.c]);
        PUT(&r[INS.a], element);
        NEXT_AFTER(1);
    }
    goto unfed_object_b;
}
O2_LOAD_SUBSCR_LIST_INT: {
    Object *fed = lent.object;
    if (unlikely(meta_of(fed) != META_INT))
        goto unfed_object_c;
    lent.integer = INT_OF(fed);
    if (unlikely(!IS_EXACT(r[INS.b], LIST) || !IN_RANGE(lent.integer, LIST(r[INS.b])->count)))
        goto unfed_object_c;
    element = LIST(r[INS.b])->items[lent.integer];
    goto fed_item;
}
I2_LOAD_SUBSCR_LIST_INT:
    if (likely(IS_EXACT(r[INS.b], LIST))) {
        int64_t index = lent.integer;
        if (likely(IN_RANGE(index, LIST(r[INS.b])->count))) {
            element = LIST(r[INS.b])->items[index];
        fed_item:
            if (!(INS.d & D_B_TEMP))
                goto list_item_found;
            incref(element);
            goto subscripted; // the register of the key is dead, but there may be a box in it
        }
    }
    goto unfed_int_c;
I2_LOAD_SUBSCR_TUPLE_INT:
    if (likely(IS_EXACT(r[INS.b], TUPLE))) {
        int64_t index = lent.integer;
        if (likely(IN_RANGE(index, TUPLE(r[INS.b])->count))) {
            element = TUPLE(r[INS.b])->items[index];
            goto fed_item;
        }
    }
    goto unfed_int_c;
I2_LOAD_SUBSCR_STR_INT:
    if (likely(IS_EXACT(r[INS.b], STR) && str_kind(r[INS.b]) == 0)) {
        int64_t index = lent.integer;
        if (likely(IN_RANGE(index, str_length(r[INS.b])))) {
            element = str_latin1_char(STR(r[INS.b])->data[index]);
            goto subscripted_immortal;
        }
    }
    goto unfed_int_c;
I2_LOAD_SUBSCR_BYTES_INT:
    if (likely(IS_EXACT(r[INS.b], BYTES))) {
        int64_t index = lent.integer;
        if (likely(IN_RANGE(index, ((BytesObject *)r[INS.b])->size))) {
            element = int_small_borrow(((BytesObject *)r[INS.b])->data[index]);
            goto subscripted_immortal;
        }
    } else if (IS_EXACT(r[INS.b], BYTEARRAY)) {
        int64_t index = lent.integer;
        if (likely(IN_RANGE(index, ((BytearrayObject *)r[INS.b])->size))) {
            element = int_small_borrow(((BytearrayObject *)r[INS.b])->data[index]);
            goto subscripted_immortal;
        }
    }
    goto unfed_int_c;
    // the container, the key, a value that takes the place of a number nobody else sees
#define SWAP_STORED()                                                                                \
    do {                                                                                             \
        value = *place;                                                                              \
        if (INS.d & D_C_TEMP) {                                                                      \
            *place = r[INS.c];                                                                       \
            r[INS.c] = NULL;                                                                         \
        } else {                                                                                     \
            *place = OPERAND_C();                                                                    \
            incref(*place);                                                                          \
        }                                                                                            \
    } while (0)
O1_STORE_SUBSCR_LIST_INT: {
    Object *fed = lent.object;
    Object *key = OPERAND_B();
    if (unlikely(meta_of(key) != META_INT))
        goto unfed_object_a;
    int64_t index = INT_OF(key);
    if (unlikely(!IS_EXACT(fed, LIST) || !IN_RANGE(index, LIST(fed)->count)))
        goto unfed_object_a;
    place = &LIST(fed)->items[index];
    if (unlikely(may_run_code(*place)))
        goto unfed_object_a;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    SWAP_STORED();
    RELEASE(value);
    NEXT_AFTER(1);
}
I2_STORE_SUBSCR_LIST_INT: {
    int64_t index = lent.integer;
    if (unlikely(!IS_EXACT(r[INS.a], LIST) || !IN_RANGE(index, LIST(r[INS.a])->count)))
        goto unfed_int_b;
    place = &LIST(r[INS.a])->items[index];
    SWAP_STORED();
    RELEASE(value);
    goto subscript_stored;
}
#define FIND_STORED_ITEM(unfed)                                                                      \
    do {                                                                                             \
        Object *key = OPERAND_B();                                                                   \
        if (unlikely(meta_of(key) != META_INT))                                                      \
            goto unfed;                                                                              \
        int64_t index = INT_OF(key);                                                                 \
        if (unlikely(!IS_EXACT(r[INS.a], LIST) || !IN_RANGE(index, LIST(r[INS.a])->count)))          \
            goto unfed;                                                                              \
        place = &LIST(r[INS.a])->items[index];                                                       \
    } while (0)
    // in the box of the number that was there, if nobody else sees it
#define STORE_FED_INT(unfed)                                                                         \
    do {                                                                                             \
        Object *old = *place;                                                                        \
        if (int_is_small(lent.integer)) {                                                            \
            *place = int_small_borrow(lent.integer);                                                 \
            if (old)                                                                                 \
                RELEASE(old);                                                                        \
        } else if (old && is_own_box(old, TYPE_INT)) {                                               \
            INT_OF(old) = lent.integer;                                                              \
        } else {                                                                                     \
            goto unfed; /* no allocation here: it may run finalizers, which may move the place */    \
        }                                                                                            \
    } while (0)
#define STORE_FED_FLOAT(unfed)                                                                       \
    do {                                                                                             \
        if (!*place || !is_own_box(*place, TYPE_FLOAT))                                              \
            goto unfed;                                                                              \
        FLOAT_OF(*place) = lent.real;                                                                \
    } while (0)
I1_STORE_SUBSCR_LIST_INT:
    FIND_STORED_ITEM(unfed_int_c);
    STORE_FED_INT(unfed_int_c);
    goto subscript_stored;
F1_STORE_SUBSCR_LIST_INT:
    FIND_STORED_ITEM(unfed_float_c);
    STORE_FED_FLOAT(unfed_float_c);
subscript_stored:
    if (INS.d & (D_A_TEMP | D_B_TEMP)) {
        SAVE();
        if (INS.d & D_A_TEMP)
            consume(&r[INS.a]);
        if (INS.d & D_B_TEMP)
            consume(&r[INS.b]);
    }
    NEXT_AFTER(1);
O1_STORE_ATTR_SLOT: {
    Object *fed = lent.object;
    if (likely(fed->flags & FLAG_HAS_SHAPE && INSTANCE(fed)->shape == (Shape *)(uintptr_t)CACHE[0].word)) {
        place = &INSTANCE(fed)->slots[CACHE[1].index32];
        if (unlikely(*place && may_run_code(*place)))
            goto unfed_object_a;
        SWAP_STORED();
        if (value)
            RELEASE(value);
        NEXT_AFTER(2);
    }
    goto unfed_object_a;
}
O1_STORE_SUBSCR_DICT: {
    Object *fed = lent.object;
    if (likely(IS_EXACT(fed, DICT))) {
        SAVE();
        incref(fed); // what compares keys may take it from where it was found
        value = INS.d & D_B_CONST ? k[INS.b] : eval_shared(&r[INS.b]);
        int status = dict_set(fed, value, OPERAND_C());
        if (likely(status == 0) && INS.d & D_C_TEMP)
            consume(&r[INS.c]);
        decref(fed);
        if (unlikely(status < 0))
            goto error;
        if (INS.d & D_B_TEMP)
            consume(&r[INS.b]);
        NEXT_AFTER(1);
    }
    goto unfed_object_a;
}
#define FIND_STORED_SLOT(unfed)                                                                      \
    do {                                                                                             \
        Object *object = r[INS.a];                                                                   \
        if (unlikely(!(object->flags & FLAG_HAS_SHAPE) ||                                            \
                     INSTANCE(object)->shape != (Shape *)(uintptr_t)CACHE[0].word))                  \
            goto unfed;                                                                              \
        place = &INSTANCE(object)->slots[CACHE[1].index32];                                          \
    } while (0)
I2_STORE_ATTR_SLOT:
    FIND_STORED_SLOT(unfed_int_c);
    STORE_FED_INT(unfed_int_c);
    goto attribute_stored;
F2_STORE_ATTR_SLOT:
    FIND_STORED_SLOT(unfed_float_c);
    STORE_FED_FLOAT(unfed_float_c);
attribute_stored:
    if (INS.d & D_A_TEMP) {
        SAVE();
        consume(&r[INS.a]);
    }
    NEXT_AFTER(2);
O1_RETURN: {
    Object *fed = lent.object;
    value = fed;
    incref(value);
    SAVE();
    goto returning;
}
O1_NEGATIVE: {
    Object *fed = lent.object;
    if (meta_of(fed) == META_FLOAT)
        RESULT_FLOAT(-FLOAT_OF(fed), (void)0);
    if (meta_of(fed) == META_INT && INT_OF(fed) != INT64_MIN)
        RESULT_INT(-INT_OF(fed), (void)0);
    goto unfed_object_b;
}
F1_NEGATIVE:
    RESULT_FLOAT(-lent.real, (void)0);
unfed_object_first: // there is no such entry
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, true, true);
    goto unfed_object;
unfed_object_second:
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, true, false);
    goto unfed_object;
unfed_object_a: // a guess was wrong
    fed_register = INS.a;
    goto unfed_object;
unfed_object_b:
    fed_register = INS.b;
    goto unfed_object;
unfed_object_c:
    fed_register = INS.c;
unfed_object: {
    Object *fed = lent.object;
    if (is_never_fed(INS, fed))
        special_stop_feeding(f, CODE_WORD);
    incref(fed);
    PUT(&r[fed_register], fed);
    NEXT_AGAIN();
}
unfed_int_first:
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, false, true);
    goto unfed_int;
unfed_int_second:
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, false, false);
    goto unfed_int;
unfed_int_a:
    fed_register = INS.a;
    goto unfed_int;
unfed_int_b:
    fed_register = INS.b;
    goto unfed_int;
unfed_int_c:
    fed_register = INS.c;
unfed_int:
    if (is_mixed(INS))
        special_stop_feeding(f, CODE_WORD);
    STORE_INT_AT(fed_register, lent.integer, false);
    NEXT_AGAIN();
unfed_float_first:
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, false, true);
    goto unfed_float;
unfed_float_second:
    STOP_FEEDING_SPECIAL();
    fed_register = fed_operand(INS, false, false);
    goto unfed_float;
unfed_float_a:
    fed_register = INS.a;
    goto unfed_float;
unfed_float_b:
    fed_register = INS.b;
    goto unfed_float;
unfed_float_c:
    fed_register = INS.c;
unfed_float:
    if (is_mixed(INS))
        special_stop_feeding(f, CODE_WORD);
    STORE_FLOAT_AT(fed_register, lent.real);
    NEXT_AGAIN();

    // --- displays ---
    SLOW(BUILD_SLICE, eval_build_slice)
    SLOW(LOAD_SLICE, eval_load_slice)
    SLOW(STORE_SLICE, eval_store_slice)
    SLOW(BUILD_LIST, eval_build_list)
L_BUILD_TUPLE: {
    SAVE();
    uint32_t count = INS.c;
    Object **items = &r[INS.b];
    value = tuple_from_array_steal(items, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = NULL;
    if (unlikely(!value))
        goto error;
    PUT(&r[INS.a], value);
    NEXT();
}
    SLOW(BUILD_SET, eval_build_set)
    SLOW(BUILD_DICT, eval_build_dict)
    SLOW(BUILD_STRING, eval_build_string)
    SLOW(FORMAT, eval_format)
L_LIST_APPEND: {
    ListObject *list = LIST(r[INS.a]);
    Object *item = r[INS.b];
    if (INS.d & D_B_TEMP)
        r[INS.b] = NULL;
    else
        incref(item);
    if (likely(list->count < list->capacity)) {
        list->items[list->count++] = item;
        NEXT();
    }
    SAVE();
    if (unlikely(list_append_steal(OBJECT(list), item) < 0))
        goto error;
    NEXT();
}
L_SET_ADD:
    SAVE();
    if (unlikely(set_add(r[INS.a], r[INS.b]) < 0))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    NEXT();
L_DICT_ADD:
    SAVE();
    if (unlikely(dict_set(r[INS.a], r[INS.b], r[INS.c]) < 0))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    if (INS.d & D_C_TEMP)
        consume(&r[INS.c]);
    NEXT();
    SLOW(LIST_EXTEND, eval_list_extend)
L_SET_UPDATE:
    SAVE();
    if (unlikely(set_update(r[INS.a], r[INS.b]) < 0))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    NEXT();
    SLOW(DICT_UPDATE, eval_dict_update)
    SLOW(DICT_MERGE, eval_dict_merge)
L_LIST_TO_TUPLE:
    SAVE();
    value = list_to_tuple(r[INS.b]);
    if (unlikely(!value))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    PUT(&r[INS.a], value);
    NEXT();
L_UNPACK: {
    Object *sequence = r[INS.b], *const *items = NULL;
    if (IS_EXACT(sequence, TUPLE) && TUPLE(sequence)->count == INS.c)
        items = TUPLE(sequence)->items;
    else if (IS_EXACT(sequence, LIST) && LIST(sequence)->count == INS.c)
        items = LIST(sequence)->items;
    if (likely(items != NULL)) { // into temporaries: what they held were boxes
        bool is_temp = INS.d & D_B_TEMP;
        if (is_temp)
            r[INS.b] = NULL;
        for (uint32_t i = 0; i < INS.c; i++) {
            incref(items[i]);
            PUT(&r[INS.a + i], items[i]);
        }
        if (is_temp)
            RELEASE(sequence);
        NEXT();
    }
    SAVE();
    if (unlikely(eval_unpack(f, INS) < 0))
        goto error;
    NEXT();
}
L_UNPACK_TWO: {
    Object *sequence = r[INS.c], *const *items;
    if (likely(IS_EXACT(sequence, TUPLE) && TUPLE(sequence)->count == 2)) {
        items = TUPLE(sequence)->items;
    } else if (IS_EXACT(sequence, LIST) && LIST(sequence)->count == 2) {
        items = LIST(sequence)->items;
    } else {
        SAVE();
        if (unlikely(eval_unpack_two(f, INS) < 0))
            goto error;
        NEXT();
    }
    Object *second = items[1];
    value = items[0];
    incref(value);
    incref(second);
    SAVE();
    if (INS.d & D_C_TEMP) {
        r[INS.c] = NULL;
        decref(sequence);
    }
    PUT(&r[INS.a], value);
    PUT(&r[INS.b], second);
    NEXT();
}
    SLOW(UNPACK_EX, eval_unpack_ex)

    // --- iteration ---
L_GET_ITER:
    SAVE();
    value = object_iterate(r[INS.b]);
    if (unlikely(!value))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    PUT(&r[INS.a], value);
    NEXT();
    FOR(ITER, NEXT_AFTER(1))
    FOR(LOOP, LOOP_BACK())
exhausted: // of FOR_ITER, FOR_LOOP
    SAVE();
    value = r[INS.b];
    r[INS.b] = NULL;
    decref(value);
    pc += INS.d & D_JUMP_IF_TRUE ? 1 : 1 + INS.jump16;
    NEXT_WARM();

    // --- calls ---
L_CALL_FUNCTION: {
    FunctionObject *function = FUNCTION(r[INS.a]);
    if (likely(IS_EXACT(function, FUNCTION))) {
        CodeObject *code = function->code;
        bool has_self = INS.d & D_CALL_SELF && r[INS.a + 1];
        if (likely(INS.b + (unsigned)has_self == code->simple_count)) {
            Object **base = &r[INS.a + 2 - has_self];
            if (unlikely(base + code->register_count > vm.stack_limit ||
                         state.recursion_depth >= state.recursion_limit || f + 1 >= vm.frame_limit)) {
                SAVE();
                if (invoke_check_room(base, code) < 0)
                    goto error;
            }
            SAVE();
            CLEAR_LOCALS(base, code);
            ENTER_FUNCTION(function, code, base, 0);
            NEXT_WARM();
        }
        goto L_CALL; // defaults and the like: other callees of this place may be simple again
    }
    LEAVE_FOR(OP_CALL);
    goto L_CALL;
}
L_CALL_BOUND_METHOD: {
    Object *callable = r[INS.a];
    if (likely(IS_EXACT(callable, METHOD) && !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        MethodObject *method = (MethodObject *)callable;
        FunctionObject *function = FUNCTION(method->function);
        Object **base = &r[INS.a + 1];
        if (likely(IS_EXACT(function, FUNCTION) && INS.b + 1u == function->code->simple_count)) {
            SAVE();
            incref(OBJECT(function));
            incref(method->self);
            r[INS.a] = OBJECT(function);
            PUT(base, method->self);
            decref(callable);
            CodeObject *code = function->code; // a callback of a weak reference may have changed it
            if (unlikely(INS.b + 1u != code->simple_count))
                goto call_unpacked;
            if (unlikely(invoke_check_room(base, code) < 0))
                goto error;
            CLEAR_LOCALS(base, code);
            ENTER_FUNCTION(function, code, base, 0);
            NEXT_WARM();
        }
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_LEN: {
    Object *callable = r[INS.a], *argument = r[INS.a + 2];
    if (likely(IS_EXACT(callable, C_FUNCTION) && ((CFunctionObject *)callable)->def == special_len_def &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        int64_t length;
        switch (argument->type_index) {
        case TYPE_LIST: length = (int64_t)LIST(argument)->count; break;
        case TYPE_TUPLE: length = (int64_t)TUPLE(argument)->count; break;
        case TYPE_STR: length = (int64_t)str_length(argument); break;
        case TYPE_DICT:
            if (!DICT(argument)->is_shape_backed) {
                length = DICT(argument)->used_count;
                break;
            }
            length = -1;
            break;
        case TYPE_SET: length = (int64_t)((SetObject *)argument)->used_count; break;
        default: length = -1;
        }
        if (likely(length >= 0 && !(INS.d & D_DROP))) {
            SAVE();
            r[INS.a] = NULL;
            r[INS.a + 2] = NULL;
            decref(argument);
            decref(callable);
            if (INS.d & D_FEEDS) {
                lent.integer = length;
                bool is_second = INS.d & D_FEEDS_SECOND_CALL;
                pc += 2;
                FEED(feed_int, is_second);
            }
            STORE_INT_AT(INS.c, length, false);
            NEXT_AFTER(2);
        }
        SAVE();
        value = ((BinaryFn)special_len_def->function)(((CFunctionObject *)callable)->self, argument);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_BUILTIN_ONE: {
    Object *callable = r[INS.a];
    if (likely(IS_EXACT(callable, C_FUNCTION) &&
               ((CFunctionObject *)callable)->def == (const MethodDef *)(uintptr_t)CACHE[0].word &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        SAVE();
        CFunctionObject *function = (CFunctionObject *)callable;
        value = ((BinaryFn)function->def->function)(function->self, r[INS.a + 2]);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_METHOD_FAST: {
    Object *callable = r[INS.a], *self = INS.d & D_CALL_SELF ? r[INS.a + 1] : NULL;
    if (likely(IS_EXACT(callable, METHOD_DESCRIPTOR) && self && self->type_index == CACHE[1].index32 &&
               ((MethodDescriptorObject *)callable)->def == (const MethodDef *)(uintptr_t)CACHE[0].word)) {
        SAVE();
        const MethodDef *def = ((MethodDescriptorObject *)callable)->def;
        if ((def->kind & METHOD_KIND_MASK) == METHOD_NOARGS)
            value = ((UnaryFn)def->function)(self);
        else
            value = ((Object * (*)(Object *, Object *const *, size_t)) def->function)(self, &r[INS.a + 2], INS.b);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_C_ONE: {
    Object *callable = r[INS.a];
    if (likely(callable->type_index == TYPE_METHOD_DESCRIPTOR &&
               ((MethodDescriptorObject *)callable)->def == (const MethodDef *)(uintptr_t)CACHE[0].word &&
               INS.d & D_CALL_SELF && r[INS.a + 1] &&
               r[INS.a + 1]->type_index == CACHE[1].index32)) {
        SAVE();
        const MethodDef *def = ((MethodDescriptorObject *)callable)->def;
        value = ((Object * (*)(Object *, Object *)) def->function)(r[INS.a + 1], r[INS.a + 2]);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_LIST_APPEND: {
    Object *callable = r[INS.a], *self = r[INS.a + 1];
    if (likely(IS_EXACT(callable, METHOD_DESCRIPTOR) && self && IS_EXACT(self, LIST) &&
               ((MethodDescriptorObject *)callable)->def == (const MethodDef *)(uintptr_t)CACHE[0].word)) {
        Object **window = &r[INS.a], *item = window[2];
        ListObject *list = LIST(self);
        SAVE();
        if (unlikely(self->refcount == 1)) { // it dies now, before the item's reference in the window
            value = list_method_append(self, item);
            goto called;
        }
        window[2] = NULL;
        if (likely(list->count < list->capacity))
            list->items[list->count++] = item;
        else if (unlikely(list_append_steal(self, item) < 0))
            goto call_failed;
        window[0] = window[1] = NULL;
        decref(callable);
        decref(self);
        if (!(INS.d & D_DROP))
            PUT(&r[INS.c], object_none);
        SAFE_POINT();
        NEXT_AFTER(2);
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_C_FAST: {
    Object *callable = r[INS.a];
    if (likely(callable->type_index == TYPE_C_FUNCTION &&
               ((CFunctionObject *)callable)->def == (const MethodDef *)(uintptr_t)CACHE[0].word &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        SAVE();
        CFunctionObject *function = (CFunctionObject *)callable;
        value = ((Object * (*)(Object *, Object *const *, size_t)) function->def->function)(
            function->self, &r[INS.a + 2], INS.b);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_CLASS: {
    TypeObject *class = (TypeObject *)r[INS.a];
    if (likely(IS_EXACT(class, TYPE) && class->init_function && !type_has(class, TF_IS_ABSTRACT) &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        if (likely(!(FUNCTION(class->init_function)->code->flags & CODE_GENERATOR)))
            goto construct;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_SUPER: {
    Object *self = r[0], *cell = r[SUPER_NUMBER(CACHE[0].word)];
    if (likely(r[INS.a] == OBJECT(&type_super) && self && self->type_index == SUPER_NUMBER(CACHE[1].word) &&
               IS_EXACT(cell, CELL) && CELL(cell)->content == SUPER_POINTER(CACHE[0].word) &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        Instruction load = pc[2];
        Object *method = SUPER_POINTER(CACHE[1].word);
        r[INS.a] = NULL;
        decref(OBJECT(&type_super));
        incref(self);
        incref(method);
        PUT(&r[load.a + 1], self);
        PUT(&r[load.a], method);
        pc += 3 + 4; // the caches, LOAD_METHOD and its caches
        NEXT();
    }
    SAVE();
    if (r[INS.a] == OBJECT(&type_super) && special_fill_super(f, INS))
        NEXT_AGAIN();
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_RANGE: {
    Object *start = r[INS.a + 2], *stop = r[INS.a + 1 + INS.b];
    if (likely(r[INS.a] == OBJECT(&type_range) && meta_of(stop) == META_INT && meta_of(start) == META_INT &&
               !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        SAVE();
        value = range_iterator(INS.b == 1 ? 0 : INT_OF(start), INT_OF(stop));
        if (unlikely(!value))
            goto call_failed;
        r[INS.a] = NULL;
        for (uint32_t i = 0; i < INS.b; i++)
            consume_number(&r[INS.a + 2 + i]);
        PUT(&r[pc[2].a], value); // as the GET_ITER would
        SAFE_POINT();
        pc += 3;
        NEXT();
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
L_CALL_BUILTIN_TYPE: {
    Object *callable = r[INS.a];
    if (likely(callable == (Object *)(uintptr_t)CACHE[0].word && !(INS.d & D_CALL_SELF && r[INS.a + 1]))) {
        SAVE();
        value = ((TypeObject *)callable)->construct(callable, &r[INS.a + 2], INS.b, NULL);
        goto called;
    }
    special_despecialize(CODE_WORD);
    goto L_CALL;
}
construct: { // r[INS.a]: a script class whose __init__ is a script function; arguments from INS.a + 2
    TypeObject *class = (TypeObject *)r[INS.a];
    FunctionObject *init = FUNCTION(class->init_function);
    CodeObject *code = init->code;
    Object **base = &r[INS.a + 1];
    SAVE();
    if (unlikely(recursion_enter(" while calling a Python object") < 0))
        goto call_failed;
    value = likely(invoke_check_room(base, code) == 0) ? instance_new(class) : NULL;
    if (unlikely(!value)) {
        recursion_leave();
        goto call_failed;
    }
    incref(OBJECT(init));
    r[INS.a] = OBJECT(init);
    incref(value);
    PUT(base, value); // self
    if (likely(INS.b + 1u == code->simple_count)) {
        CLEAR_LOCALS(base, code);
    } else if (unlikely(invoke_bind(init, base, INS.b + 1u, NULL, true) < 0)) {
        goto init_not_bound;
    }
    ENTER_FUNCTION(init, code, base, FRAME_INIT);
    f->constructed = value;
    decref(OBJECT(class)); // the instance keeps it
    NEXT();
init_not_bound: // the instance dies before the arguments
    recursion_leave();
    r[INS.a] = OBJECT(class);
    decref(OBJECT(init));
    ref_clear(base);
    decref(value);
    goto call_failed;
}
L_CALL: {
    bool unpacked = false;
    if (false) {
    call_unpacked: // a bound method is in the window already
        unpacked = true;
    }
    Object *callable = r[INS.a];
    Object **arguments = &r[INS.a + 2];
    size_t count = INS.b;
    bool has_self = unpacked || (INS.d & D_CALL_SELF && r[INS.a + 1]);
    SAVE();
call_again:
    switch (callable->type_index) {
    case TYPE_FUNCTION: {
        FunctionObject *function = FUNCTION(callable);
        CodeObject *code = function->code;
        Object **base = arguments - has_self;
        count += has_self;
        if (count == code->simple_count) {
            if (!unpacked)
                CODE_WORD->op = OP_CALL_FUNCTION;
        } else {
            if (unlikely(invoke_check_room(base, code) < 0))
                goto error;
            if (unlikely(invoke_bind(function, base, count, NULL, false) < 0))
                goto call_failed;
            goto push_bound;
        }
        if (unlikely(invoke_check_room(base, code) < 0))
            goto error;
        CLEAR_LOCALS(base, code);
    push_bound:
        if (code->flags & CODE_GENERATOR) {
            value = generator_new(function, code, base);
            if (unlikely(!value))
                goto error;
            // the registers moved into the generator
            goto called;
        }
        ENTER_FUNCTION(function, code, base, 0);
        NEXT_WARM();
    }
    case TYPE_METHOD:
        if (!has_self) { // unpack the bound method into the window
            MethodObject *method = (MethodObject *)callable;
            if (IS_EXACT(method->function, FUNCTION) && count + 1 == FUNCTION(method->function)->code->simple_count) {
                CODE_WORD->op = OP_CALL_BOUND_METHOD;
                goto L_CALL_BOUND_METHOD;
            }
            incref(method->function);
            incref(method->self);
            r[INS.a] = method->function;
            PUT(&r[INS.a + 1], method->self);
            decref(OBJECT(method));
            callable = r[INS.a];
            has_self = unpacked = true;
            goto call_again;
        }
        break;
    case TYPE_METHOD_DESCRIPTOR:
        if (has_self) {
            MethodDescriptorObject *descriptor = (MethodDescriptorObject *)callable;
            const MethodDef *def = descriptor->def;
            Object *self = r[INS.a + 1];
            if (unlikely(!type_is_subtype(type_of(self), descriptor->owner)))
                break;
            switch (def->kind & METHOD_KIND_MASK) {
            case METHOD_NOARGS:
                if (count == 0) {
                    specialize_method_call(CODE_WORD, def, self);
                    value = ((UnaryFn)def->function)(self);
                    goto called;
                }
                break;
            case METHOD_O:
                if (count == 1) {
                    if (CODE_WORD->d & D_CALL_SELF) {
                        bool is_append = IS_EXACT(self, LIST) && def->function == (void *)list_method_append;
                        CODE_WORD->op = is_append ? OP_CALL_LIST_APPEND : OP_CALL_C_ONE;
                        CACHE[0].word = (uintptr_t)def;
                        CACHE[1].index32 = self->type_index;
                    }
                    value = ((BinaryFn)def->function)(self, arguments[0]);
                    goto called;
                }
                break;
            case METHOD_FAST:
                specialize_method_call(CODE_WORD, def, self);
                value = ((Object * (*)(Object *, Object *const *, size_t)) def->function)(self, arguments, count);
                goto called;
            }
            value = c_function_call_def(def, descriptor->owner->name, self, arguments, count, NULL);
            goto called;
        }
        break;
    case TYPE_C_FUNCTION:
        if (!has_self) {
            CFunctionObject *function = (CFunctionObject *)callable;
            const MethodDef *def = function->def;
            switch (def->kind & METHOD_KIND_MASK) {
            case METHOD_NOARGS:
                if (count == 0) {
                    value = ((UnaryFn)def->function)(function->self);
                    goto called;
                }
                break;
            case METHOD_O:
                if (count == 1) {
                    CODE_WORD->op = function->def == special_len_def ? OP_CALL_LEN : OP_CALL_BUILTIN_ONE;
                    CACHE[0].word = (uintptr_t)def;
                    value = ((BinaryFn)def->function)(function->self, arguments[0]);
                    goto called;
                }
                break;
            case METHOD_FAST:
                CODE_WORD->op = OP_CALL_C_FAST;
                CACHE[0].word = (uintptr_t)def;
                value = ((Object * (*)(Object *, Object *const *, size_t)) def->function)(function->self, arguments,
                                                                                          count);
                goto called;
            }
        }
        break;
    case TYPE_TYPE:
        if (!has_self) {
            TypeObject *class = (TypeObject *)callable;
            Object *init = class->init_function;
            if (class == &type_super && special_fill_super(f, INS))
                NEXT_AGAIN();
            if (init && !type_has(class, TF_IS_ABSTRACT) && !(FUNCTION(init)->code->flags & CODE_GENERATOR)) {
                CODE_WORD->op = OP_CALL_CLASS;
                goto construct;
            }
            if (count == 0 && class->make == object_make && class->init == object_init &&
                type_has(class, TF_SHAPED) && !type_has(class, TF_IS_ABSTRACT)) {
                value = instance_new(class);
                goto called;
            }
            if (class == &type_range && (INS.b == 1 || INS.b == 2) && pc[2].op == OP_GET_ITER && pc[2].b == INS.c &&
                pc[2].d & D_B_TEMP && meta_of(arguments[0]) == META_INT && meta_of(arguments[count - 1]) == META_INT) {
                CODE_WORD->op = OP_CALL_RANGE;
                goto L_CALL_RANGE;
            }
            if (class == &type_type && count == 1) {
                value = new_ref(OBJECT(type_of(arguments[0])));
                goto called;
            }
            if (class->construct) {
                CODE_WORD->op = OP_CALL_BUILTIN_TYPE;
                CACHE[0].word = (uintptr_t)class;
                value = class->construct(callable, arguments, count, NULL);
                goto called;
            }
        }
        break;
    }
    value = call_object(callable, arguments - has_self, count + has_self, NULL);
}
called: // a call in C is done: value is its result; the window is released
    if (likely(value != NULL)) {
        Object **window = &r[INS.a];
        uint32_t used = INS.b + 2u;
        Object *callable = window[0];
        window[0] = NULL;
        if (callable)
            decref(callable);
        for (Object **slot = window + 1, **end = window + used; slot < end; slot++) {
            Object *argument = *slot;
            if (argument) {
                *slot = NULL;
                decref(argument);
            }
        }
        PUT_RESULT(value);
        SAFE_POINT();
        NEXT_AFTER(2);
    }
call_failed: // all die from left to right, as they do after a call
    for (uint32_t i = 0; i < INS.b + 2u; i++)
        ref_clear(&r[INS.a + i]);
    goto error;
L_CALL_KW_FUNCTION: {
    FunctionObject *function = FUNCTION(r[INS.a]);
    const KeywordCache cache = {.word = CACHE[0].word};
    bool has_self = INS.d & D_CALL_SELF && r[INS.a + 1];
    if (likely(IS_EXACT(function, FUNCTION) && function->code->serial == cache.serial &&
               INS.b + has_self == cache.first + cache.named &&
               (function->defaults ? TUPLE(function->defaults)->count : 0) == cache.default_count)) {
        Object **base = &r[INS.a + 2 - has_self], **named = base + cache.first;
        Object *kwnames = r[INS.a + 2 + INS.b], *values[KEYWORDS_MOST];
        CodeObject *code = function->code;
        SAVE();
        if (unlikely(invoke_check_room(base, code) < 0))
            goto error;
        uint64_t places = CACHE[1].word;
        uint32_t from_default = 0, i; // bits: references of their own
        for (i = 0; i < cache.count; i++, places >>= 8) {
            uint8_t from = (uint8_t)places;
            if (!(from & KEYWORD_DEFAULT)) {
                values[i] = named[from];
                continue;
            }
            if (from == KEYWORD_ONLY_DEFAULT) {
                Object *defaults = function_keyword_defaults_borrow(function);
                Object *name = TUPLE(code->local_names)->items[cache.first + i];
                bool is_plain = defaults && DICT(defaults)->is_str_keyed; // else looking may run script code
                values[i] = is_plain ? dict_get_borrow(defaults, name) : NULL;
                if (unlikely(!values[i]))
                    break;
            } else {
                values[i] = TUPLE(function->defaults)->items[from & (KEYWORD_DEFAULT - 1)];
            }
            incref(values[i]);
            from_default |= 1u << i;
        }
        if (unlikely(i < cache.count)) { // the general way says what is missing
            error_clear();
            while (i-- > 0)
                if (from_default >> i & 1)
                    decref(values[i]);
            special_despecialize(CODE_WORD);
            goto L_CALL_KW;
        }
        r[INS.a + 2 + INS.b] = NULL;
        decref(kwnames);
        for (i = cache.first + cache.named; i < code->local_count; i++)
            if (base[i])
                ref_clear(&base[i]); // boxes
        for (i = 0; i < cache.count; i++)
            named[i] = values[i];
        ENTER_FUNCTION(function, code, base, 0);
        NEXT_WARM();
    }
    special_despecialize(CODE_WORD);
    goto L_CALL_KW;
}
L_CALL_KW: {
    SAVE();
    Object *callable = r[INS.a];
    bool has_self = INS.d & D_CALL_SELF && r[INS.a + 1], unpacked = false;
    Object *kwnames = r[INS.a + 2 + INS.b];
    size_t positional = INS.b - TUPLE(kwnames)->count;
    if (IS_EXACT(callable, METHOD) && !has_self) {
        MethodObject *method = (MethodObject *)callable;
        incref(method->function);
        incref(method->self);
        r[INS.a] = callable = method->function;
        PUT(&r[INS.a + 1], method->self);
        decref(OBJECT(method));
        has_self = unpacked = true;
    }
    if (IS_EXACT(callable, FUNCTION)) {
        FunctionObject *function = FUNCTION(callable);
        CodeObject *code = function->code;
        Object **base = &r[INS.a + 2 - has_self];
        if (!unpacked && special_fill_keywords(f, INS, has_self)) // d need not say that there may be a self
            NEXT_AGAIN();
        r[INS.a + 2 + INS.b] = NULL; // kwnames
        int status = invoke_check_room(base, code);
        if (status == 0)
            status = invoke_bind(function, base, positional + has_self, kwnames, false);
        decref(kwnames);
        if (unlikely(status < 0))
            goto error;
        if (code->flags & CODE_GENERATOR) {
            value = generator_new(function, code, base);
            if (unlikely(!value))
                goto error;
            goto called;
        }
        ENTER_FUNCTION(function, code, base, 0);
        NEXT_WARM();
    }
    if (IS_EXACT(callable, TYPE) && ((TypeObject *)callable)->init_function && !has_self &&
        !type_has((TypeObject *)callable, TF_IS_ABSTRACT) &&
        !(FUNCTION(((TypeObject *)callable)->init_function)->code->flags & CODE_GENERATOR)) { // as `construct`
        FunctionObject *init = FUNCTION(((TypeObject *)callable)->init_function);
        CodeObject *code = init->code;
        Object **base = &r[INS.a + 1];
        if (unlikely(recursion_enter(" while calling a Python object") < 0))
            goto error;
        value = likely(invoke_check_room(base, code) == 0) ? instance_new((TypeObject *)callable) : NULL;
        if (unlikely(!value)) {
            recursion_leave();
            goto error;
        }
        incref(OBJECT(init));
        r[INS.a] = OBJECT(init);
        incref(value);
        PUT(base, value);
        r[INS.a + 2 + INS.b] = NULL; // kwnames
        if (unlikely(invoke_bind(init, base, positional + 1, kwnames, true) < 0)) {
            decref(kwnames);
            recursion_leave();
            r[INS.a] = callable;
            decref(OBJECT(init));
            ref_clear(base); // the instance dies before the arguments
            decref(value);
            goto call_failed;
        }
        bool in_order = invoke_names_in_order(code, positional + 1, kwnames);
        ENTER_FUNCTION(init, code, base, in_order ? FRAME_INIT : FRAME_INIT | FRAME_NAMES);
        f->constructed = value;
        f->locals = kwnames;
        if (in_order)
            decref(kwnames);
        decref(callable);
        NEXT();
    }
    value = call_object(callable, &r[INS.a + 2 - has_self], positional + has_self, kwnames);
    for (uint32_t i = 0; i < INS.b + 3u; i++)
        ref_clear(&r[INS.a + i]);
    if (unlikely(!value))
        goto error;
    PUT_RESULT(value);
    if (unlikely(state.interrupt) && safepoint_run() < 0)
        goto error;
    NEXT_AFTER(2);
}
L_CALL_EX: {
    SAVE();
    int pushed = invoke_call_ex(f, INS, &value);
    if (unlikely(pushed < 0))
        goto error;
    if (pushed)
        goto enter_frame;
    PUT_RESULT(value);
    if (unlikely(state.interrupt) && safepoint_run() < 0)
        goto error;
    NEXT_AFTER(2);
}
enter_frame: // vm.frame was pushed by a slow half
    f = vm.frame;
    r = f->base;
    k = f->code->constants;
    pc = f->pc;
    NEXT_WARM();
L_RETURN_CONST:
    value = k[INS.index32];
    incref(value);
    SAVE();
    goto returning;
L_RETURN:
    value = r[INS.a];
    r[INS.a] = NULL;
    SAVE();
returning: // value leaves the frame
    if (likely(f->flags == 0)) { // called from the frame below
        release_locals(r, r + f->code->local_count);
        if (unlikely(f->flags != 0)) // a finalizer asked for the frame
            frame_leave_locals(f);
        f--;
        vm.frame = f;
        state.recursion_depth--;
        r = f->base;
        k = f->code->constants;
        pc = f->pc;
    returned:; // in the caller again, at its call
        Object **window = &r[INS.a], *callable = *window;
        *window = NULL;
        if (callable)
            decref(callable);
        PUT_RESULT(value);
        SAFE_POINT();
        pc += 2; // of every call
        NEXT_WARM();
    }
{
    const uint32_t calls = FRAME_INIT | FRAME_OPERATOR | FRAME_COMPARE | FRAME_SPREAD | FRAME_NAMES;
    uint32_t flags = f->flags;
    if (likely(!(flags & ~calls))) {
        // the caller of a class holds the arguments, in CPython: they outlive the other locals
        const uint32_t first = flags & FRAME_INIT ? code_parameter_count(f->code) : 0;
        release_locals(r + first, r + f->code->local_count);
        if (first) {
            if (f->code->flags & CODE_VARARGS || flags & FRAME_NAMES)
                invoke_release_init_arguments(f);
            release_locals(r, r + first);
        }
        if (unlikely(f->flags != flags)) // a finalizer asked for the frame
            frame_leave_locals(f);
    } else {
        frame_leave_locals(f);
    }
    GeneratorObject *generator = f->generator;
    Object *constructed = f->constructed;
    f--;
    vm.frame = f;
    state.recursion_depth--;
    if (unlikely(flags & (FRAME_GENERATOR | FRAME_ENTRY))) {
        if (flags & FRAME_GENERATOR) {
            generator_finish(generator);
            decref(OBJECT(generator)); // the frame's reference
        }
        if (flags & FRAME_ENTRY)
            return value;
    }
    r = f->base;
    k = f->code->constants;
    pc = f->pc;
    if (unlikely(flags & (FRAME_GENERATOR | calls))) {
        if (flags & FRAME_DELEGATE)
            goto delegated;
        if (flags & FRAME_ITERATION) {
            decref(value);
            goto exhausted;
        }
        if (flags & FRAME_OPERATOR) {
            state.recursion_depth -= flags & FRAME_COMPARE ? 1 : 0;
            decref(constructed); // the function
            if (INS.op >= OP_ADD && INS.op <= OP_MATMUL && value != object_not_implemented) {
                if (!(INS.d & D_B_CONST) && INS.b >= f->code->local_count)
                    consume(&r[INS.b]);
                if (!(INS.d & D_C_CONST) && INS.c >= f->code->local_count)
                    consume(&r[INS.c]);
                PUT(&r[INS.a], value);
                SAFE_POINT();
                NEXT();
            }
            int status = eval_operator_result(f, INS, value);
            if (unlikely(status < 0))
                goto error;
            SAFE_POINT();
            if (status)
                pc += INS.jump16;
            NEXT_AFTER(opcode_info[INS.op].cache_words);
        }
        if (flags & FRAME_SPREAD) {
            invoke_release_window(&r[INS.a]);
            goto returned;
        }
        recursion_leave(); // of FRAME_INIT
        if (unlikely(value != object_none)) {
            error_format(&exc_type_error, "__init__() should return None, not '%T'", value);
            decref(value);
            decref(constructed);
            goto error;
        }
        value = constructed;
    }
    goto returned;
}
L_YIELD: {
    value = r[INS.b];
    if (INS.d & D_B_TEMP)
        r[INS.b] = NULL;
    else
        incref(value);
yielding:
    SAVE();
    uint32_t flags = f->flags;
    generator_suspend(f, INS.c);
    vm.frame = --f;
    state.recursion_depth--;
    if (flags & FRAME_ENTRY)
        return value;
    r = f->base;
    k = f->code->constants;
    pc = f->pc;
    if (flags & FRAME_DELEGATE) // the frame below yields the value in its turn
        goto yielding;
    PUT(&r[INS.a], value);
    if (INS.d & D_JUMP_IF_TRUE) // FOR_LOOP
        LOOP_BACK();
    NEXT_AFTER(1);
}
L_YIELD_FROM: {
    SAVE();
    int status = generator_delegate(f, INS, &value);
    if (unlikely(status < 0))
        goto error;
    if (status == DELEGATE_PUSHED)
        goto enter_frame;
    if (status == DELEGATE_YIELDS)
        goto yielding;
delegated: // value is the result
    {
        Object *iterator = r[INS.b];
        r[INS.b] = NULL;
        decref(iterator);
    }
    PUT(&r[INS.a], value);
    NEXT_WARM();
}
L_GET_YIELD_FROM_ITER:
    SAVE();
    value = IS_EXACT(r[INS.b], GENERATOR) ? new_ref(r[INS.b]) : object_iterate(r[INS.b]);
    if (unlikely(!value))
        goto error;
    if (INS.d & D_B_TEMP)
        consume(&r[INS.b]);
    PUT(&r[INS.a], value);
    NEXT();

    // --- functions and classes ---
    SLOW(MAKE_FUNCTION, eval_make_function)
    SLOW(LOAD_BUILD_CLASS, eval_load_build_class)
L_LOAD_LOCALS:
    SAVE();
    PUT(&r[INS.a], new_ref(f->flags & FRAME_LOCALS ? f->locals : OBJECT(f->globals)));
    NEXT();
L_SETUP_ANNOTATIONS:
    SAVE();
    if (unlikely(eval_setup_annotations(f) < 0))
        goto error;
    NEXT();

    // --- exceptions ---
L_RAISE:
    SAVE();
    if (eval_raise(f, INS) == 1) { // raise again: the traceback has this frame already
        add_traceback = false;
        goto unwind;
    }
    goto error;
    SLOW(PUSH_EXC, eval_push_exc)
    SLOW(POP_EXC, eval_pop_exc)
L_RERAISE:
    SAVE();
    value = r[INS.a];
    r[INS.a] = NULL;
    error_restore_steal(value);
    add_traceback = false;
    goto unwind;
L_EXC_MATCH_JUMP: {
    SAVE();
    int match = eval_exc_match(f, INS);
    if (unlikely(match < 0))
        goto error;
    if (!match)
        pc += INS.jump16;
    NEXT();
}
L_LOAD_ASSERTION_ERROR:
    PUT(&r[INS.a], OBJECT(&exc_assertion_error));
    NEXT();
    SLOW(WITH_ENTER, eval_with_enter)
    SLOW(WITH_EXIT, eval_with_exit)
    SLOW(WITH_EXCEPT, eval_with_except)

    // --- imports and the prompt ---
    SLOW(IMPORT_NAME, eval_import_name)
    SLOW(IMPORT_FROM, eval_import_from)
    SLOW(IMPORT_STAR, eval_import_star)
    SLOW(PRINT_EXPR, eval_print_expr)

warm:
    if (likely(++f->code->heat <= 0))
        NEXT();
{ // pc is an instruction, of a hot code object
    NativeCode *native = f->code->native;
    if (unlikely(!native)) {
        native = native_translate(f->code);
        if (!native)
            NEXT();
    }
    const uint8_t *entry = native_entry(f->code, pc);
    f->code->heat = 0;
    if (!entry)
        NEXT();
    native_depth++;
    NativeExit exit = native_run(entry, f, r, f->code->code);
    native_depth--;
    if (exit.kind == NATIVE_LEAVE)
        return native_lent.object;
    f = vm.frame;
    r = f->base;
    k = f->code->constants;
    pc = exit.pc;
    lent.object = native_lent.object;
    lent.integer = native_lent.integer;
    lent.real = native_lent.real;
    if (exit.kind <= NATIVE_GO_ON_NEVER || exit.kind >= NATIVE_FED_OBJECT_1)
        native_left(f->code, pc, (NativeExitKind)exit.kind);
    switch ((NativeExitKind)exit.kind) {
    case NATIVE_GO_ON:
    case NATIVE_GO_ON_COLD:
    case NATIVE_GO_ON_NEVER:
        COUNT_EXIT(pc->op);
        NEXT();
    case NATIVE_ERROR: goto error;
    case NATIVE_ENTER: goto enter_frame;
    case NATIVE_RETURNED: value = lent.object; goto returned;
    case NATIVE_RETURNING: value = lent.object; goto returning;
    case NATIVE_LEAVE: UNREACHABLE();
    case NATIVE_FED_OBJECT_1: FEED(feed_object, false);
    case NATIVE_FED_OBJECT_2: FEED(feed_object, true);
    case NATIVE_FED_INT_1: FEED(feed_int, false);
    case NATIVE_FED_INT_2: FEED(feed_int, true);
    case NATIVE_FED_FLOAT_1: FEED(feed_float, false);
    case NATIVE_FED_FLOAT_2: FEED(feed_float, true);
    }
}

error: // the current instruction failed: pc is behind its opcode
    SAVE();
    add_traceback = true;
unwind:
    for (;;) {
        if (unwind_frame(f, add_traceback)) {
            r = f->base;
            k = f->code->constants;
            pc = f->pc;
            NEXT_WARM();
        }
        // the frame is left; its caller goes on with the exception
        uint32_t flags = f->flags;
        state.recursion_depth -= flags & (FRAME_COMPARE | FRAME_INIT) ? 2 : 1;
        GeneratorObject *generator = flags & FRAME_GENERATOR ? f->generator : NULL;
        Object *constructed = flags & (FRAME_INIT | FRAME_OPERATOR) ? f->constructed : NULL;
        vm.frame = --f;
        if (generator) {
            generator_fail(generator);
            decref(OBJECT(generator));
        }
        if (constructed)
            decref(constructed);
        if (flags & FRAME_ENTRY)
            return NULL;
        if (flags & FRAME_ITERATION && state.exception && error_is(&exc_stop_iteration)) {
            UNREACHABLE(); // generator_fail made it a RuntimeError
        }
        add_traceback = true;
    }
}
