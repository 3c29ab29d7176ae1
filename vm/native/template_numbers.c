// Templates of arithmetic, comparison and loops over ranges.
#include "runtime/containers/range.h"
#include "vm/native/translator.h"

#define META_INT META(TYPE_INT)
#define META_FLOAT META(TYPE_FLOAT)
#define INT_AT ((int32_t)offsetof(IntObject, value))
#define FLOAT_AT ((int32_t)offsetof(FloatObject, value))

static int64_t constant_int(const Translator *t, unsigned index)
{
    return ((IntObject *)t->code->constants[index])->value;
}

static bool is_32_bits(int64_t value)
{
    return value == (int32_t)value;
}

// The int of operand `n` (register) is loaded into `to`; the object is checked.
static void load_int(Translator *t, Register to, uint32_t n)
{
    Assembler *a = &t->assembler;
    load(a, to, RBX, SLOT(n));
    translate_check(t, to, META_INT);
    load(a, to, to, INT_AT);
}

// The fed operand as an int in its register.
static void fed_as_int(Translator *t)
{
    if (t->fed.kind == FED_OBJECT) {
        // the register keeps the object for the exit; RSI gets the int
        translate_check(t, t->fed.in, META_INT);
    }
}

// Operand into `to` as an int: fed, constant or from a register.
static void operand_int(Translator *t, Register to, uint32_t n, bool is_constant, bool is_fed)
{
    Assembler *a = &t->assembler;
    if (is_fed) {
        fed_as_int(t);
        if (t->fed.kind == FED_OBJECT)
            load(a, to, t->fed.in, INT_AT);
        else
            move(a, to, t->fed.in);
    } else if (is_constant) {
        move_imm(a, to, (uint64_t)constant_int(t, n));
    } else if (is_held(t, n)) {
        if (t->held.kind == FED_OBJECT) {
            translate_check(t, R15, META_INT);
            load(a, to, R15, INT_AT);
        } else {
            move(a, to, R15);
        }
    } else {
        load_int(t, to, n);
    }
}

// Register operand n, not fed, is read: what was held is used up. No guard may follow.
static void consume_operand(Translator *t, uint32_t n, bool is_temp)
{
    if (is_held(t, n))
        t->held.kind = FED_NOTHING;
    else if (is_temp)
        translate_consume_number(t, n);
}

static bool is_int_constant(const Translator *t, unsigned index)
{
    return meta_of(t->code->constants[index]) == META_INT;
}

typedef enum IntOperation { INT_ADD, INT_SUBTRACT, INT_MULTIPLY } IntOperation;

static void int_arithmetic(Translator *t, IntOperation op, bool is_constant)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    Register to = t->fed.kind ? other_than(t->fed.in) : RAX;
    operand_int(t, to, ins.b, ins.d & D_B_CONST, first);
    if (is_constant && is_32_bits(constant_int(t, ins.c)) && op != INT_MULTIPLY) {
        operate_imm(a, op == INT_ADD ? ALU_ADD : ALU_SUB, to, (int32_t)constant_int(t, ins.c));
    } else {
        operand_int(t, RSI, ins.c, is_constant, second);
        if (op == INT_MULTIPLY)
            multiply(a, to, RSI);
        else
            operate(a, op == INT_ADD ? ALU_ADD : ALU_SUB, to, RSI);
    }
    translate_guard(t, IF_OVERFLOW);
    if (!first && !(ins.d & D_B_CONST))
        consume_operand(t, ins.b, ins.d & D_B_TEMP);
    if (ins.d & D_C_TEMP && !second && !is_constant)
        translate_consume_number(t, ins.c);
    translate_result_int(t, to);
}

// Operand as a double: must be a float, or with may_be_int an int too.
static void operand_float(Translator *t, FloatRegister to, uint32_t n, bool is_constant,
                          bool is_fed, bool may_be_int)
{
    Assembler *a = &t->assembler;
    if (is_fed && t->fed.kind == FED_FLOAT) {
        if (to != XMM0)
            move_float(a, to, XMM0);
        return;
    }
    if (is_fed && t->fed.kind == FED_INT) {
        convert(a, to, t->fed.in);
        return;
    }
    Register object = RSI;
    if (!is_fed && !is_constant && is_held(t, n) && t->held.kind == FED_FLOAT) {
        move_float(a, to, XMM4);
        return;
    }
    if (is_fed) {
        object = t->fed.in;
    } else if (!is_constant && is_held(t, n)) {
        object = R15;
    } else if (is_constant) {
        Object *constant = t->code->constants[n];
        double value = meta_of(constant) == META_FLOAT ? ((FloatObject *)constant)->value
                                                       : (double)((IntObject *)constant)->value;
        uint64_t bits;
        memcpy(&bits, &value, sizeof bits);
        move_imm(a, RSI, bits);
        move_to_float(a, to, RSI);
        return;
    } else {
        load(a, RSI, RBX, SLOT(n));
    }
    if (!may_be_int) {
        translate_check(t, object, META_FLOAT);
        load_float(a, to, object, FLOAT_AT);
        return;
    }
    operate_in_memory_32(a, ALU_CMP, object, 4, META_FLOAT);
    uint8_t *other = skip_if(a, IF_NOT_EQUAL);
    load_float(a, to, object, FLOAT_AT);
    uint8_t *done = skip(a);
    skip_here(a, other);
    translate_check(t, object, META_INT);
    convert_memory(a, to, object, INT_AT);
    skip_here(a, done);
}

static void float_arithmetic(Translator *t, FloatOperation op, bool may_be_int)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    // a fed float stays in XMM0 until no guard can fail
    FloatRegister left = t->fed.kind == FED_FLOAT && first ? XMM0 : XMM1;
    FloatRegister right = t->fed.kind == FED_FLOAT && second ? XMM0 : XMM2;
    operand_float(t, left, ins.b, ins.d & D_B_CONST, first, may_be_int);
    operand_float(t, right, ins.c, ins.d & D_C_CONST, second, may_be_int);
    if (op == FLOAT_DIVIDE) {
        clear_float(a, XMM3);
        compare_float(a, right, XMM3);
        uint8_t *unordered = skip_if(a, IF_PARITY);
        translate_guard(t, IF_EQUAL);
        skip_here(a, unordered);
    }
    operate_float(a, op, left, right);
    if (left != XMM0)
        move_float(a, XMM0, left);
    if (!first && !(ins.d & D_B_CONST))
        consume_operand(t, ins.b, ins.d & D_B_TEMP);
    if (ins.d & D_C_TEMP && !second)
        translate_consume_number(t, ins.c);
    translate_result_float(t);
}

static bool is_number_constant(const Translator *t, bool is_constant, unsigned index)
{
    return !is_constant || meta_of(t->code->constants[index]) == META_FLOAT ||
           is_int_constant(t, index);
}

// + - * / in the general form: floats, or a float with an int.
static bool general_arithmetic(Translator *t, FloatOperation op)
{
    Instruction ins = t->ins;
    bool is_b_constant = ins.d & D_B_CONST, is_c_constant = ins.d & D_C_CONST;
    if (is_b_constant && is_int_constant(t, ins.b) && op != FLOAT_DIVIDE &&
        t->fed.kind != FED_FLOAT && (!is_c_constant || is_int_constant(t, ins.c))) {
        int_arithmetic(t,
                       op == FLOAT_ADD        ? INT_ADD
                       : op == FLOAT_SUBTRACT ? INT_SUBTRACT
                                              : INT_MULTIPLY,
                       is_c_constant);
        return true;
    }
    bool knows_float = t->fed.kind == FED_FLOAT ||
                       (!is_b_constant && is_held(t, ins.b) && t->held.kind == FED_FLOAT) ||
                       (is_b_constant && meta_of(t->code->constants[ins.b]) == META_FLOAT) ||
                       (is_c_constant && meta_of(t->code->constants[ins.c]) == META_FLOAT);
    if (!is_number_constant(t, is_b_constant, ins.b) ||
        !is_number_constant(t, is_c_constant, ins.c))
        return false;
    if (knows_float) {
        float_arithmetic(t, op, true);
        return true;
    }
    return false;
}

// a // b and a % b for a positive b, rounded down; what fits 32 bits by a division of 32 bits.
static bool divide_ints(Translator *t, bool is_quotient)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    bool is_constant = ins.d & D_C_CONST;
    if (t->fed.kind == FED_FLOAT || (ins.d & D_B_CONST && !is_int_constant(t, ins.b)) ||
        (is_constant && (!is_int_constant(t, ins.c) || constant_int(t, ins.c) <= 0)))
        return false;
    int64_t divisor = is_constant ? constant_int(t, ins.c) : 0;
    bool is_power = is_constant && (divisor & (divisor - 1)) == 0 && divisor <= INT32_MAX;
    Register to = RAX;
    if (is_power) {
        to = t->fed.kind ? other_than(t->fed.in) : RAX;
        operand_int(t, to, ins.b, ins.d & D_B_CONST, first);
        if (is_quotient)
            shift(a, SHIFT_RIGHT_SIGNED, to, (unsigned)__builtin_ctzll((uint64_t)divisor));
        else
            operate_imm(a, ALU_AND, to, (int32_t)(divisor - 1));
    } else {
        operand_int(t, R9, ins.b, ins.d & D_B_CONST, first);
        operand_int(t, RSI, ins.c, is_constant, second);
        if (!is_constant) {
            test(a, RSI, RSI);
            translate_guard(t, IF_LESS_EQUAL);
        }
        move(a, RAX, R9); // no guard from here on
        move(a, RDX, R9);
        operate(a, ALU_OR, RDX, RSI);
        shift(a, SHIFT_RIGHT, RDX, 32);
        uint8_t *large = skip_if(a, IF_NOT_EQUAL);
        divide_32(a, RSI);
        uint8_t *done = skip(a);
        skip_here(a, large);
        divide_64_signed(a, RSI);
        test(a, RDX, RDX);
        uint8_t *positive = skip_if(a, IF_NOT_NEGATIVE);
        if (is_quotient)
            operate_imm(a, ALU_SUB, RAX, 1);
        else
            operate(a, ALU_ADD, RDX, RSI);
        skip_here(a, positive);
        skip_here(a, done);
        if (!is_quotient)
            move(a, RAX, RDX);
    }
    if (!first && !(ins.d & D_B_CONST))
        consume_operand(t, ins.b, ins.d & D_B_TEMP);
    if (ins.d & D_C_TEMP && !second)
        translate_consume_number(t, ins.c);
    translate_result_int(t, to);
    return true;
}

// -b, ~b
static bool unary_int(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind == FED_FLOAT || t->fed.is_second)
        return false;
    bool first = t->fed.kind;
    Register to = t->fed.kind ? other_than(t->fed.in) : RAX;
    operand_int(t, to, ins.b, false, first);
    if (ins.op == OP_INVERT) {
        operate_imm(a, ALU_XOR, to, -1);
    } else {
        negate(a, to);
        translate_guard(t, IF_OVERFLOW);
    }
    if (!first && !(ins.d & D_B_CONST))
        consume_operand(t, ins.b, ins.d & D_B_TEMP);
    translate_result_int(t, to);
    return true;
}

// & | ^ << >>
static bool int_bits(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    if (t->fed.kind == FED_FLOAT)
        return false;
    if ((ins.d & D_B_CONST && !is_int_constant(t, ins.b)) ||
        (ins.d & D_C_CONST && !is_int_constant(t, ins.c)))
        return false;
    Register to = t->fed.kind ? other_than(t->fed.in) : RAX;
    bool is_shift = ins.op == OP_LSHIFT || ins.op == OP_RSHIFT;
    if (is_shift) {
        if (!(ins.d & D_C_CONST))
            return false;
        int64_t count = constant_int(t, ins.c);
        if (count < 0 || count > 61)
            return false;
        operand_int(t, to, ins.b, ins.d & D_B_CONST, first);
        if (ins.op == OP_RSHIFT) {
            shift(a, SHIFT_RIGHT_SIGNED, to, (unsigned)count);
        } else {
            move(a, RDX, to);
            shift(a, SHIFT_RIGHT, RDX, (unsigned)(62 - count)); // negative ones have the upper bits
            translate_guard(t, IF_NOT_EQUAL);
            shift(a, SHIFT_LEFT, to, (unsigned)count);
        }
    } else {
        operand_int(t, to, ins.b, ins.d & D_B_CONST, first);
        operand_int(t, RSI, ins.c, ins.d & D_C_CONST, second);
        operate(a, ins.op == OP_AND ? ALU_AND : ins.op == OP_OR ? ALU_OR : ALU_XOR, to, RSI);
    }
    if (!first && !(ins.d & D_B_CONST))
        consume_operand(t, ins.b, ins.d & D_B_TEMP);
    if (ins.d & D_C_TEMP && !second)
        translate_consume_number(t, ins.c);
    translate_result_int(t, to);
    return true;
}

static void compare_ints(Translator *t, Condition condition, bool is_constant)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    operand_int(t, RDX, ins.a, false, first);
    bool is_short = is_constant && is_32_bits(constant_int(t, ins.b));
    if (!is_short)
        operand_int(t, RSI, ins.b, is_constant, second);
    if (!first)
        consume_operand(t, ins.a, ins.d & D_A_TEMP);
    if (ins.d & D_B_TEMP && !second && !is_constant)
        translate_consume_number(t, ins.b);
    t->fed.kind = FED_NOTHING;
    if (is_short)
        operate_imm(a, ALU_CMP, RDX, (int32_t)constant_int(t, ins.b));
    else
        operate(a, ALU_CMP, RDX, RSI);
    translate_jump_if(t, ins.d & D_JUMP_IF_TRUE ? condition : condition ^ 1, ins.jump16);
}

// Comparison of floats, the usual ones of the general form; ints of a mixed pair leave.
static bool compare_floats(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = t->fed.kind && !t->fed.is_second, second = t->fed.kind && t->fed.is_second;
    bool is_a_constant = ins.d & D_A_CONST, is_b_constant = ins.d & D_B_CONST;
    if ((is_a_constant && meta_of(t->code->constants[ins.a]) != META_FLOAT) ||
        (is_b_constant && meta_of(t->code->constants[ins.b]) != META_FLOAT) ||
        t->fed.kind == FED_INT)
        return false;
    if (t->fed.kind != FED_FLOAT && !is_a_constant && !is_b_constant &&
        !(is_held(t, ins.a) && t->held.kind == FED_FLOAT))
        return false;
    FloatRegister left = t->fed.kind == FED_FLOAT && first ? XMM0 : XMM1;
    FloatRegister right = t->fed.kind == FED_FLOAT && second ? XMM0 : XMM2;
    operand_float(t, left, ins.a, is_a_constant, first, false);
    operand_float(t, right, ins.b, is_b_constant, second, false);
    if (!first && !is_a_constant)
        consume_operand(t, ins.a, ins.d & D_A_TEMP);
    if (ins.d & D_B_TEMP && !second)
        translate_consume_number(t, ins.b);
    t->fed.kind = FED_NOTHING;
    bool if_true = ins.d & D_JUMP_IF_TRUE;
    uint32_t next = t->index + 1, target = (uint32_t)((int32_t)next + ins.jump16);
    switch (ins.op) { // unordered sets carry, zero and parity: "above" is false then
    case OP_LT_JUMP:
    case OP_LE_JUMP:
        compare_float(a, right, left);
        translate_jump_if(t, (ins.op == OP_LT_JUMP ? IF_ABOVE : IF_ABOVE_EQUAL) ^ !if_true,
                          ins.jump16);
        return true;
    case OP_GT_JUMP:
    case OP_GE_JUMP:
        compare_float(a, left, right);
        translate_jump_if(t, (ins.op == OP_GT_JUMP ? IF_ABOVE : IF_ABOVE_EQUAL) ^ !if_true,
                          ins.jump16);
        return true;
    default: { // ==, !=
        compare_float(a, left, right);
        bool if_equal = (ins.op == OP_EQ_JUMP) == if_true;
        if (ins.jump16 >= 0) {
            translate_jump(t, jump_if(a, IF_PARITY), if_equal ? next : target);
            translate_jump(t, jump_if(a, if_equal ? IF_EQUAL : IF_NOT_EQUAL), target);
            return true;
        }
        uint8_t *unordered = jump_if(a, IF_PARITY);
        uint8_t *over = jump_if(a, if_equal ? IF_NOT_EQUAL : IF_EQUAL);
        if (!if_equal && !a->is_full)
            patch_jump(unordered, a->at);
        translate_jump_back(t, target);
        if (if_equal && !a->is_full)
            patch_jump(unordered, a->at);
        if (!a->is_full)
            patch_jump(over, a->at);
        return true;
    }
    }
}

static void loop_range(Translator *t, bool is_loop)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    load(a, RDI, RBX, SLOT(ins.b));
    compare_16(a, RDI, offsetof(Object, type_index), TYPE_RANGE_ITER);
    translate_guard(t, IF_NOT_EQUAL);
    load(a, RCX, RDI, offsetof(RangeIterObject, remaining));
    operate_imm(a, ALU_SUB, RCX, 1);
    Stub *end = translate_stub(t, STUB_EXHAUSTED, jump_if(a, IF_BELOW));
    end->slot = ins.b;
    uint32_t behind = t->index + 2, target = (uint32_t)((int32_t)behind + ins.jump16);
    end->target = is_loop ? behind : target;
    load(a, RAX, RDI, offsetof(RangeIterObject, next));
    store(a, RDI, offsetof(RangeIterObject, remaining), RCX);
    load(a, RDX, RDI, offsetof(RangeIterObject, step));
    operate(a, ALU_ADD, RDX, RAX);
    store(a, RDI, offsetof(RangeIterObject, next), RDX);
    translate_store_int(t, ins.a, RAX, false);
    if (is_loop) {
        translate_jump_back(t, target);
    }
}

// Whatever the operands are.
static bool binary(Translator *t)
{
    if (t->fed.kind || t->held.kind ||
        (t->ins.op <= OP_MULTIPLY && !is_settled(t))) // the loop may specialise it
        return false;
    if (t->ins.op <= OP_MULTIPLY && t->ins.d & D_MIXED &&
        t->help) { // ints and floats: floats are done here
        static const FloatOperation operations[] = {FLOAT_ADD, FLOAT_SUBTRACT, FLOAT_MULTIPLY};
        float_arithmetic(t, operations[t->ins.op - OP_ADD], false);
        return true;
    }
    translate_help(t, (const void *)native_binary);
    return true;
}

static bool compare(Translator *t)
{
    if (t->fed.kind || t->held.kind || !is_settled(t)) // the loop may specialise it
        return false;
    translate_question(t, (const void *)native_compare_jump, t->ins.d & D_JUMP_IF_TRUE,
                       t->ins.jump16);
    return true;
}

static bool takes_fed(const Translator *t)
{
    return t->fed.kind != FED_FLOAT;
}

// Fused comparisons, and loops over ranges.
static bool compared(Translator *t)
{
    static const Condition conditions[] = {IF_LESS,      IF_LESS_EQUAL, IF_EQUAL,
                                           IF_NOT_EQUAL, IF_GREATER,    IF_GREATER_EQUAL};
    Instruction ins = t->ins;
    switch (ins.op) {
    case OP_LT_JUMP_INT:
    case OP_LE_JUMP_INT:
    case OP_EQ_JUMP_INT:
    case OP_NE_JUMP_INT:
    case OP_GT_JUMP_INT:
    case OP_GE_JUMP_INT:
    case OP_LT_JUMP_INT_CONST:
    case OP_LE_JUMP_INT_CONST:
    case OP_EQ_JUMP_INT_CONST:
    case OP_NE_JUMP_INT_CONST:
    case OP_GT_JUMP_INT_CONST:
    case OP_GE_JUMP_INT_CONST:
        if (!takes_fed(t))
            return false;
        compare_ints(t, conditions[(ins.op - OP_LT_JUMP_INT) / 2], (ins.op - OP_LT_JUMP_INT) % 2);
        return true;
    case OP_LT_JUMP:
    case OP_LE_JUMP:
    case OP_EQ_JUMP:
    case OP_NE_JUMP:
    case OP_GT_JUMP:
    case OP_GE_JUMP:
        return compare_floats(t) || compare(t);
    case OP_FOR_LOOP_RANGE:
    case OP_FOR_ITER_RANGE:
        if (t->fed.kind)
            return false;
        loop_range(t, ins.op == OP_FOR_LOOP_RANGE);
        return true;
    default:
        return false;
    }
}

static bool number(Translator *t)
{
    Instruction ins = t->ins;
    switch (ins.op) {
    case OP_ADD_INT:
    case OP_ADD_INT_CONST:
    case OP_SUBTRACT_INT:
    case OP_SUBTRACT_INT_CONST:
    case OP_MULTIPLY_INT:
    case OP_MULTIPLY_INT_CONST: {
        if (!takes_fed(t))
            return false;
        IntOperation op = ins.op <= OP_ADD_FLOAT        ? INT_ADD
                          : ins.op <= OP_SUBTRACT_FLOAT ? INT_SUBTRACT
                                                        : INT_MULTIPLY;
        int_arithmetic(t, op,
                       ins.op == OP_ADD_INT_CONST || ins.op == OP_SUBTRACT_INT_CONST ||
                           ins.op == OP_MULTIPLY_INT_CONST);
        return true;
    }
    case OP_ADD_FLOAT:
    case OP_SUBTRACT_FLOAT:
    case OP_MULTIPLY_FLOAT:
        float_arithmetic(t,
                         ins.op == OP_ADD_FLOAT        ? FLOAT_ADD
                         : ins.op == OP_SUBTRACT_FLOAT ? FLOAT_SUBTRACT
                                                       : FLOAT_MULTIPLY,
                         t->fed.kind == FED_FLOAT);
        return true;
    case OP_ADD:
        return general_arithmetic(t, FLOAT_ADD) || binary(t);
    case OP_SUBTRACT:
        return general_arithmetic(t, FLOAT_SUBTRACT) || binary(t);
    case OP_MULTIPLY:
        return general_arithmetic(t, FLOAT_MULTIPLY) || binary(t);
    case OP_TRUE_DIVIDE:
        return general_arithmetic(t, FLOAT_DIVIDE) || binary(t);
    case OP_REMAINDER:
        return divide_ints(t, false) || binary(t);
    case OP_FLOOR_DIVIDE:
        return divide_ints(t, true) || binary(t);
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_LSHIFT:
    case OP_RSHIFT:
        return int_bits(t) || binary(t);
    case OP_POWER:
    case OP_MATMUL:
        return binary(t);
    case OP_NEGATIVE:
    case OP_INVERT:
        return unary_int(t);
    default:
        return compared(t);
    }
}

bool translate_number(Translator *t)
{
    Opcode general = opcode_general((Opcode)t->ins.op);
    bool is_arithmetic = general >= OP_ADD && general <= OP_MATMUL, has_left = was_left(t);
    if (has_left && is_arithmetic) {
        if (t->fed.kind)
            return false;
        if (t->ins.d & D_FEEDS) // whatever it is goes to its register; without D_FEEDS the other
                                // bit is D_UNSHARED
            t->ins.d &= (uint8_t) ~(D_FEEDS | D_FEEDS_SECOND);
    }
    if (has_left && general >= OP_LT_JUMP && general <= OP_GE_JUMP)
        return !t->fed.kind && compare(t);
    // where an int was expected in a general form, C does it, unless the result is expected unboxed
    if (is_arithmetic && (has_left || t->ins.op == general) && !t->fed.kind && !t->held.kind &&
        !(t->ins.d & D_FEEDS))
        t->help = (const void *)native_binary;
    size_t stubs = t->stub_count;
    bool done = number(t);
    if (t->help)
        translate_join(t, stubs);
    t->help = NULL;
    return done;
}
