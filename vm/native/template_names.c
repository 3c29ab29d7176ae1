// Templates of moves, names, cells, and jumps on truth, identity and equal strs.
#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/program/cell.h"
#include "runtime/program/function.h"
#include "runtime/text/str.h"
#include "vm/native/translator.h"

static void check_globals(Translator *t)
{
    Assembler *a = &t->assembler;
    load(a, RSI, R12, offsetof(Frame, globals));
    load_32(a, RCX, RSI, offsetof(DictObject, keys_version));
    operate_memory_32(a, ALU_CMP, RCX, RBP, CACHE_WORD(0));
    translate_guard(t, IF_NOT_EQUAL);
}

static void check_locals_are_globals(Translator *t) // RSI
{
    Assembler *a = &t->assembler;
    test_8(a, R12, offsetof(Frame, flags), FRAME_LOCALS);
    translate_guard(t, IF_EQUAL);
    operate_memory(a, ALU_CMP, RSI, R12, offsetof(Frame, locals));
    translate_guard(t, IF_NOT_EQUAL);
}

static void load_name(Translator *t)
{
    Assembler *a = &t->assembler;
    Opcode op = t->ins.op;
    translate_check_form(t);
    check_globals(t);
    if (op == OP_LOAD_NAME_MODULE || op == OP_LOAD_NAME_BUILTIN)
        check_locals_are_globals(t);
    if (op == OP_LOAD_GLOBAL_BUILTIN || op == OP_LOAD_NAME_BUILTIN) {
        load_fixed(a, RSI, (int32_t)(uintptr_t)&state.builtins);
        load_32(a, RCX, RSI, offsetof(DictObject, keys_version));
        operate_memory_32(a, ALU_CMP, RCX, RBP, CACHE_INDEX32(0));
        translate_guard(t, IF_NOT_EQUAL);
    }
    load(a, RAX, RBP, CACHE_WORD(1));
    load(a, RAX, RAX, 0);
    translate_result_object(t, RAX, t->ins.d & D_FEEDS_SECOND_LOAD);
}

static void store_name(Translator *t)
{
    Assembler *a = &t->assembler;
    translate_check_form(t);
    check_globals(t);
    test_8(a, RSI, offsetof(Object, flags), FLAG_TRACKED);
    translate_guard(t, IF_EQUAL);
    if (t->ins.op == OP_STORE_NAME_MODULE)
        check_locals_are_globals(t);
    load(a, RDX, RSI, offsetof(DictObject, entries));
    load_32(a, RSI, RBP, CACHE_INDEX32(0));
    shift(a, SHIFT_LEFT, RSI, 4);
    _Static_assert(sizeof(DictStrEntry) == 16, "as shifted");
    operate(a, ALU_ADD, RDX, RSI);
    load(a, RDI, RDX, offsetof(DictStrEntry, value));
    translate_take_value(t, RAX, t->ins.a, t->ins.d & D_A_TEMP, false);
    store(a, RDX, offsetof(DictStrEntry, value), RAX);
    translate_release(t);
}

static void load_cell(Translator *t)
{
    Assembler *a = &t->assembler;
    load(a, RSI, RBX, SLOT(t->ins.b));
    load(a, RAX, RSI, offsetof(CellObject, content));
    test(a, RAX, RAX);
    translate_guard(t, IF_EQUAL);
    translate_result_object(t, RAX, t->ins.d & D_FEEDS_SECOND_LOAD);
}

static void store_cell(Translator *t)
{
    Assembler *a = &t->assembler;
    load(a, RDX, RBX, SLOT(t->ins.a));
    translate_take_value(t, RAX, t->ins.b, t->ins.d & D_B_TEMP, false);
    load(a, RDI, RDX, offsetof(CellObject, content));
    store(a, RDX, offsetof(CellObject, content), RAX);
    translate_release_optional(t);
}

static void copy_free(Translator *t)
{
    Assembler *a = &t->assembler;
    for (uint32_t i = 0; i < t->ins.b; i++) {
        load(a, RDX, R12, offsetof(Frame, function));
        load(a, RDX, RDX, offsetof(FunctionObject, closure));
        load(a, RAX, RDX, offsetof(TupleObject, items) + SLOT(i));
        translate_incref(t, RAX);
        translate_put(t, t->ins.a + i, RAX);
    }
}

// ---- Truth --------------------------------------------------------------------------------------

static bool jump_if_truth(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool if_true = ins.op == OP_JUMP_IF_TRUE, is_fed = t->fed.kind != FED_NOTHING;
    if (t->fed.kind == FED_INT && !t->fed.is_second) {
        test(a, t->fed.in, t->fed.in);
        t->fed.kind = FED_NOTHING;
        translate_jump_if(t, if_true ? IF_NOT_EQUAL : IF_EQUAL, ins.jump32);
        return true;
    }
    if (is_fed && !is_fed_object(t))
        return false;
    if (is_fed)
        move(a, RSI, t->fed.in);
    else
        load(a, RSI, RBX, SLOT(ins.a));
    // R13: the truth. True, False and None are known; others are asked
    emit_8(a, 0x45); // xor r13d, r13d
    emit_8(a, 0x31);
    emit_8(a, 0xed);
    operate_imm(a, ALU_CMP, RSI, (int32_t)(uintptr_t)object_false);
    uint8_t *is_false = skip_if(a, IF_EQUAL);
    operate_imm(a, ALU_CMP, RSI, (int32_t)(uintptr_t)object_true);
    Stub *other = translate_stub(t, STUB_TRUTH, jump_if(a, IF_NOT_EQUAL));
    size_t other_number = (size_t)(other - t->stubs);
    move_imm(a, R13, 1);
    skip_here(a, is_false);
    t->stubs[other_number].back = a->at;
    uint32_t target = (uint32_t)((int32_t)t->index + 1 + ins.jump32);
    Condition taken = if_true ? IF_NOT_EQUAL : IF_EQUAL;
    if (is_fed || ins.d == 1) {
        t->fed.kind = FED_NOTHING;
        test_32(a, R13, R13);
    } else if (ins.d == 0) {
        load(a, RSI, RBX, SLOT(ins.a));
        translate_consume_in(t, ins.a);
        test_32(a, R13, R13);
    } else { // kept only if the jump is taken
        test_32(a, R13, R13);
        uint8_t *kept = jump_if(a, taken);
        load(a, RSI, RBX, SLOT(ins.a));
        translate_consume_in(t, ins.a);
        uint8_t *on = jump(a);
        if (!a->is_full)
            patch_jump(kept, a->at);
        if (ins.jump32 < 0)
            translate_jump_back(t, target);
        else
            translate_jump(t, jump(a), target);
        if (!a->is_full)
            patch_jump(on, a->at);
        return true;
    }
    translate_jump_if(t, taken, ins.jump32);
    return true;
}

static bool jump_if_none(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool is_fed = t->fed.kind != FED_NOTHING;
    if ((is_fed && !is_fed_object(t)) || (!is_fed && ins.d == 2))
        return false;
    Register object = translate_operand_object(t, ins.a);
    t->fed.kind = FED_NOTHING;
    if (!is_fed && ins.d == 0) {
        move(a, R13, RSI);
        translate_consume_in(t, ins.a);
        object = R13;
    }
    operate_imm(a, ALU_CMP, object, (int32_t)(uintptr_t)object_none);
    translate_jump_if(t, ins.op == OP_JUMP_IF_NONE ? IF_EQUAL : IF_NOT_EQUAL, ins.jump32);
    return true;
}

// `is`, fused with a jump.
static bool jump_if_is(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind)
        return false;
    if (ins.d & (D_A_TEMP | D_B_TEMP)) {
        translate_question(t, (const void *)native_is_jump, ins.d & D_JUMP_IF_TRUE, ins.jump16);
        return true;
    }
    if (ins.d & D_A_CONST)
        move_imm(a, RAX, (uintptr_t)t->code->constants[ins.a]);
    else
        load(a, RAX, RBX, SLOT(ins.a));
    if (ins.d & D_B_CONST)
        move_imm(a, RSI, (uintptr_t)t->code->constants[ins.b]);
    else
        load(a, RSI, RBX, SLOT(ins.b));
    operate(a, ALU_CMP, RAX, RSI);
    translate_jump_if(t, ins.d & D_JUMP_IF_TRUE ? IF_EQUAL : IF_NOT_EQUAL, ins.jump16);
    return true;
}

// The operand of a comparison of strs in a register, checked.
static void operand_str(Translator *t, Register to, uint32_t slot, bool is_constant, bool is_fed)
{
    Assembler *a = &t->assembler;
    if (is_constant) {
        move_imm(a, to, (uintptr_t)t->code->constants[slot]);
        return;
    }
    if (is_fed)
        move(a, to, t->fed.in);
    else
        load(a, to, RBX, SLOT(slot));
    compare_16(a, to, offsetof(Object, type_index), TYPE_STR);
    translate_guard(t, IF_NOT_EQUAL);
}

static bool is_interned_constant(const Translator *t, uint32_t slot, bool is_constant)
{
    return is_constant && str_is_interned(t->code->constants[slot]);
}

// Equality of exact strs: one object, or not equal if both are interned; else C compares them.
static bool jump_if_equal_str(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool is_fed = t->fed.kind, is_a_constant = ins.d & D_A_CONST, is_b_constant = ins.d & D_B_CONST;
    if ((is_fed && !is_fed_object(t)) ||
        (is_a_constant && !IS_EXACT(t->code->constants[ins.a], STR)) ||
        (is_b_constant && !IS_EXACT(t->code->constants[ins.b], STR)))
        return false;
    if (is_fed && t->fed.in != RAX) {
        move(a, RAX, t->fed.in);
        t->fed.in = RAX;
    }
    operand_str(t, RAX, ins.a, is_a_constant, is_fed);
    operand_str(t, RSI, ins.b, is_b_constant, false);
    t->fed.kind = FED_NOTHING;
    clear(a, R13);
    operate(a, ALU_CMP, RAX, RSI);
    set_if(a, IF_EQUAL, R13);
    uint8_t *same = jump_if(a, IF_EQUAL);
    size_t stubs = t->stub_count;
    if (!is_interned_constant(t, ins.a, is_a_constant)) {
        test_8(a, RAX, offsetof(Object, flags) + 1, FLAG_STR_INTERNED >> 8);
        translate_stub(t, STUB_EQUAL_STR, jump_if(a, IF_EQUAL));
    }
    if (!is_interned_constant(t, ins.b, is_b_constant)) {
        test_8(a, RSI, offsetof(Object, flags) + 1, FLAG_STR_INTERNED >> 8);
        translate_stub(t, STUB_EQUAL_STR, jump_if(a, IF_EQUAL));
    }
    if (!a->is_full)
        patch_jump(same, a->at);
    for (size_t i = stubs; i < t->stub_count; i++)
        t->stubs[i].back = a->at;
    if (!is_fed)
        translate_consume(t, ins.a, is_a_constant);
    translate_consume(t, ins.b, is_b_constant);
    test_32(a, R13, R13);
    bool is_equal = ins.op == OP_EQ_JUMP_STR;
    translate_jump_if(t, is_equal == !!(ins.d & D_JUMP_IF_TRUE) ? IF_NOT_EQUAL : IF_EQUAL,
                      ins.jump16);
    return true;
}

static bool move_registers(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    switch (ins.op) {
    case OP_NOP:
        return true;
    case OP_MOVE:
        load(a, RAX, RBX, SLOT(ins.b));
        translate_incref(t, RAX);
        translate_put(t, ins.a, RAX);
        return true;
    case OP_TAKE:
        load(a, RAX, RBX, SLOT(ins.b));
        store_imm(a, RBX, SLOT(ins.b), 0);
        translate_put(t, ins.a, RAX);
        return true;
    case OP_SWAP:
        load(a, RAX, RBX, SLOT(ins.a));
        load(a, RSI, RBX, SLOT(ins.b));
        store(a, RBX, SLOT(ins.b), RAX);
        store(a, RBX, SLOT(ins.a), RSI);
        return true;
    case OP_LOAD_CONST:
        translate_take_value(t, RAX, ins.index32, false, true);
        translate_put(t, ins.a, RAX);
        return true;
    case OP_DROP:
        load(a, RDI, RBX, SLOT(ins.a));
        store_imm(a, RBX, SLOT(ins.a), 0);
        translate_release_optional(t);
        return true;
    case OP_CHECK_BOUND:
        load(a, RSI, RBX, SLOT(ins.a));
        test(a, RSI, RSI);
        translate_guard(t, IF_EQUAL);
        if (ins.d) {
            operate_in_memory(a, ALU_CMP, RSI, offsetof(CellObject, content), 0);
            translate_guard(t, IF_EQUAL);
        }
        return true;
    default:
        return false;
    }
}

bool translate_name(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    switch (ins.op) {
    case OP_JUMP_IF_TRUE:
    case OP_JUMP_IF_FALSE:
        return jump_if_truth(t);
    case OP_JUMP_IF_NONE:
    case OP_JUMP_IF_NOT_NONE:
        return jump_if_none(t);
    case OP_IS_JUMP:
        return jump_if_is(t);
    case OP_EQ_JUMP_STR:
    case OP_NE_JUMP_STR:
        return jump_if_equal_str(t);
    default:
        break;
    }
    if (t->fed.kind)
        return false;
    if (move_registers(t))
        return true;
    switch (ins.op) {
    case OP_LOAD_GLOBAL_MODULE:
    case OP_LOAD_GLOBAL_BUILTIN:
    case OP_LOAD_NAME_MODULE:
    case OP_LOAD_NAME_BUILTIN:
        load_name(t);
        return true;
    case OP_STORE_GLOBAL_MODULE:
    case OP_STORE_NAME_MODULE:
        store_name(t);
        return true;
    case OP_LOAD_DEREF:
        load_cell(t);
        return true;
    case OP_STORE_DEREF:
        store_cell(t);
        return true;
    case OP_COPY_FREE:
        copy_free(t);
        return true;
    case OP_JUMP:
        translate_jump(t, jump(a), t->index + 1 + (uint32_t)ins.jump32);
        return true;
    case OP_JUMP_BACK:
        translate_jump_back(t, (uint32_t)((int32_t)t->index + 1 + ins.jump32));
        return true;
    default:
        return false;
    }
}
