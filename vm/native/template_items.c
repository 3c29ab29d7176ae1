// Templates of items, of loops over what holds them, and of unpacking.
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "vm/native/translator.h"

// RDX: an index into what has RCX items, which may count from the end; else leaves.
static void check_index(Translator *t)
{
    Assembler *a = &t->assembler;
    operate(a, ALU_CMP, RDX, RCX);
    uint8_t *inside = skip_if(a, IF_BELOW);
    operate(a, ALU_ADD, RDX, RCX);
    operate(a, ALU_CMP, RDX, RCX);
    translate_guard(t, IF_ABOVE_EQUAL);
    skip_here(a, inside);
}

// The int key of operand `slot`, or what is fed as second operand, in RDX.
static bool load_key(Translator *t, uint32_t slot, bool is_constant)
{
    Assembler *a = &t->assembler;
    if (t->fed.kind && t->fed.is_second) {
        if (t->fed.kind == FED_OBJECT) {
            translate_check(t, t->fed.in, META(TYPE_INT));
            load(a, RDX, t->fed.in, offsetof(IntObject, value));
        } else {
            move(a, RDX, t->fed.in);
        }
    } else if (is_constant) {
        move_imm(a, RDX, (uint64_t)((IntObject *)t->code->constants[slot])->value);
    } else {
        load(a, RDX, RBX, SLOT(slot));
        translate_check(t, RDX, META(TYPE_INT));
        load(a, RDX, RDX, offsetof(IntObject, value));
    }
    return true;
}

static bool is_key_known(const Translator *t, uint32_t slot, bool is_constant)
{
    return !is_constant || meta_of(t->code->constants[slot]) == META(TYPE_INT);
}

// The byte at RDX of bytes or a bytearray, as its small int.
static void load_byte(Translator *t, Register item, Register container)
{
    Assembler *a = &t->assembler;
    compare_16(a, container, offsetof(Object, type_index), TYPE_BYTES);
    uint8_t *other = jump_if(a, IF_NOT_EQUAL);
    load(a, RCX, container, offsetof(BytesObject, size));
    check_index(t);
    emit_op_indexed(a, false, 0x0fb6, item, container, RDX, 0, offsetof(BytesObject, data));
    uint8_t *found = jump(a);
    if (!a->is_full)
        patch_jump(other, a->at);
    compare_16(a, container, offsetof(Object, type_index), TYPE_BYTEARRAY);
    translate_guard(t, IF_NOT_EQUAL);
    load(a, RCX, container, offsetof(BytearrayObject, size));
    check_index(t);
    load(a, RCX, container, offsetof(BytearrayObject, data));
    emit_op_indexed(a, false, 0x0fb6, item, RCX, RDX, 0, 0);
    if (!a->is_full)
        patch_jump(found, a->at);
    operate_imm(a, ALU_ADD, item, -SMALL_INT_FIRST);
    translate_small_int(t, item);
}

static bool load_item(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    bool first = is_fed_object(t), second = t->fed.kind && t->fed.is_second,
         is_constant = ins.d & D_C_CONST;
    if (t->fed.kind == FED_FLOAT || (t->fed.kind == FED_INT && !second) ||
        !is_key_known(t, ins.c, is_constant))
        return false;
    bool is_temp = ins.d & D_B_TEMP && !first;
    if (is_temp && second)
        return false;
    Register container = RSI, item;
    if (first)
        container = t->fed.in;
    else
        load(a, RSI, RBX, SLOT(ins.b));
    item = t->fed.kind ? other_than(t->fed.in) : RAX;
    load_key(t, ins.c, is_constant);
    switch (ins.op) {
    case OP_LOAD_SUBSCR_LIST_INT:
        compare_16(a, container, offsetof(Object, type_index), TYPE_LIST);
        translate_guard(t, IF_NOT_EQUAL);
        load(a, RCX, container, offsetof(ListObject, count));
        check_index(t);
        load(a, item, container, offsetof(ListObject, items));
        load_indexed(a, item, item, RDX, 0);
        break;
    case OP_LOAD_SUBSCR_TUPLE_INT:
        compare_16(a, container, offsetof(Object, type_index), TYPE_TUPLE);
        translate_guard(t, IF_NOT_EQUAL);
        load(a, RCX, container, offsetof(TupleObject, count));
        check_index(t);
        load_indexed(a, item, container, RDX, offsetof(TupleObject, items));
        break;
    case OP_LOAD_SUBSCR_BYTES_INT:
        load_byte(t, item, container);
        break;
    case OP_LOAD_SUBSCR_STR_INT: // one byte a character: shared, immortal
        compare_16(a, container, offsetof(Object, type_index), TYPE_STR);
        translate_guard(t, IF_NOT_EQUAL);
        test_8(a, container, offsetof(Object, flags) + 1, FLAG_STR_KIND_MASK >> 8);
        translate_guard(t, IF_NOT_EQUAL);
        load_32(a, RCX, container, offsetof(StrObject, length));
        check_index(t);
        emit_op_indexed(a, false, 0x0fb6, item, container, RDX, 0, offsetof(StrObject, data));
        multiply_imm(a, item, sizeof(StrCharObject));
        operate_imm(a, ALU_ADD, item, (int32_t)(uintptr_t)str_chars);
        break;
    default:
        return false;
    }
    if (is_temp) {
        translate_incref(t, item);
        move(a, R13, item);
        load(a, RDI, RBX, SLOT(ins.b));
        store_imm(a, RBX, SLOT(ins.b), 0);
        translate_release(t);
        if (ins.d & D_C_TEMP && !is_constant)
            translate_consume_number(t, ins.c);
        translate_put(t, ins.a, R13);
        return true;
    }
    if (ins.d & D_C_TEMP && !second && !is_constant)
        translate_consume_number(t, ins.c);
    translate_result_object(t, item, ins.d & D_FEEDS_SECOND_LOAD);
    return true;
}

static bool store_item(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    FedKind kind = t->fed.kind;
    bool is_constant = ins.d & D_B_CONST;
    if (!is_key_known(t, ins.b, is_constant) || (kind == FED_OBJECT && t->fed.is_second) ||
        (kind == FED_FLOAT && t->fed.is_second))
        return false;
    bool is_container_fed = kind == FED_OBJECT, is_key_fed = kind == FED_INT && t->fed.is_second;
    bool is_value_fed = kind && !is_container_fed && !is_key_fed;
    Register container = RSI;
    if (is_container_fed)
        container = t->fed.in;
    else
        load(a, RSI, RBX, SLOT(ins.a));
    compare_16(a, container, offsetof(Object, type_index), TYPE_LIST);
    translate_guard(t, IF_NOT_EQUAL);
    load_key(t, ins.b, is_constant);
    load(a, RCX, container, offsetof(ListObject, count));
    check_index(t);
    load(a, R9, container, offsetof(ListObject, items));
    emit_op_indexed(a, true, 0x8d, R9, R9, RDX, 3, 0); // lea
    load(a, RDI, R9, 0);
    if (is_value_fed) {
        translate_store_in_place(t);
    } else {
        if (is_container_fed)
            translate_check_harmless(t);
        t->fed.kind = FED_NOTHING;
        if (is_container_fed && ins.d & D_B_TEMP && !is_constant) {
            move(a, R8, RDI);
            translate_consume_number(t, ins.b);
            move(a, RDI, R8);
        }
        translate_take_value(t, RAX, ins.c, ins.d & D_C_TEMP, ins.d & D_C_CONST);
        store(a, R9, 0, RAX);
        translate_release(t);
    }
    if (ins.d & D_A_TEMP && !is_container_fed) {
        load(a, RSI, RBX, SLOT(ins.a));
        translate_consume_in(t, ins.a);
    }
    if (ins.d & D_B_TEMP && !is_constant && !is_container_fed) {
        if (is_key_fed) { // its register may hold a box, or nothing
            load(a, RDI, RBX, SLOT(ins.b));
            test(a, RDI, RDI);
            uint8_t *empty = jump_if(a, IF_EQUAL);
            translate_consume_number(t, ins.b);
            if (!a->is_full)
                patch_jump(empty, a->at);
        } else {
            translate_consume_number(t, ins.b);
        }
    }
    return true;
}

static bool loop_sequence(Translator *t, bool is_list, bool is_loop)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    uint32_t behind = t->index + 2, target = (uint32_t)((int32_t)behind + ins.jump16);
    load(a, RSI, RBX, SLOT(ins.b));
    compare_16(a, RSI, offsetof(Object, type_index), is_list ? TYPE_LIST_ITER : TYPE_TUPLE_ITER);
    translate_guard(t, IF_NOT_EQUAL);
    load(a, RDX, RSI, offsetof(ListIterObject, sequence));
    test(a, RDX, RDX);
    translate_guard(t, IF_EQUAL);
    load(a, RCX, RSI, offsetof(ListIterObject, index));
    operate_memory(a, ALU_CMP, RCX, RDX,
                   is_list ? (int32_t)offsetof(ListObject, count)
                           : (int32_t)offsetof(TupleObject, count));
    Stub *end = translate_stub(t, STUB_EXHAUSTED, jump_if(a, IF_ABOVE_EQUAL));
    end->slot = ins.b;
    end->target = is_loop ? behind : target;
    if (is_list) {
        load(a, RDX, RDX, offsetof(ListObject, items));
        load_indexed(a, RAX, RDX, RCX, 0);
    } else {
        load_indexed(a, RAX, RDX, RCX, offsetof(TupleObject, items));
    }
    operate_imm(a, ALU_ADD, RCX, 1);
    store(a, RSI, offsetof(ListIterObject, index), RCX);
    translate_incref(t, RAX);
    translate_put(t, ins.a, RAX);
    if (is_loop) {
        translate_jump_back(t, target);
    }
    return true;
}

static void append_item(Translator *t) // of a comprehension
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    load(a, RSI, RBX, SLOT(ins.a));
    load(a, RDX, RSI, offsetof(ListObject, count));
    operate_memory(a, ALU_CMP, RDX, RSI, offsetof(ListObject, capacity));
    size_t full = t->stub_count;
    t->help = (const void *)native_append; // makes room
    translate_guard(t, IF_ABOVE_EQUAL);
    t->help = NULL;
    translate_take_value(t, RAX, ins.b, ins.d & D_B_TEMP, false);
    load(a, RDI, RSI, offsetof(ListObject, items));
    store_indexed(a, RDI, RDX, 0, RAX);
    operate_in_memory(a, ALU_ADD, RSI, offsetof(ListObject, count), 1);
    t->stubs[full].back = a->at;
}

static bool unpack_two(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    load(a, RSI, RBX, SLOT(ins.c));
    size_t other = t->stub_count;
    t->help = (const void *)native_unpack_two;
    compare_16(a, RSI, offsetof(Object, type_index), TYPE_TUPLE);
    translate_guard(t, IF_NOT_EQUAL);
    operate_in_memory(a, ALU_CMP, RSI, offsetof(TupleObject, count), 2);
    translate_guard(t, IF_NOT_EQUAL);
    t->help = NULL;
    load(a, R13, RSI, offsetof(TupleObject, items));
    load(a, R14, RSI, offsetof(TupleObject, items) + 8);
    translate_incref(t, R13);
    translate_incref(t, R14);
    if (ins.d & D_C_TEMP)
        translate_consume_in(t, ins.c);
    translate_put(t, ins.a, R13);
    translate_put(t, ins.b, R14);
    t->stubs[other].back = t->stubs[other + 1].back = a->at;
    return true;
}

// A step of any iterator: where it goes on is up to the answer.
static bool loop_any(Translator *t, bool is_loop)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    uint32_t behind = t->index + 2, target = (uint32_t)((int32_t)behind + ins.jump16);
    translate_save(t);
    move(a, RDI, R12);
    move_imm(a, RSI, t->ins.word);
    call(a, (const void *)native_next);
    operate_imm_32(a, ALU_CMP, RAX, NATIVE_TRUE);
    translate_stub(t, STUB_STATUS, jump_if(a, IF_ABOVE));
    if (is_loop) {
        translate_jump(t, jump_if(a, IF_EQUAL), behind);
        translate_jump_back(t, target);
    } else {
        translate_jump(t, jump_if(a, IF_EQUAL), target);
    }
    return true;
}

static bool load_item_dict(Translator *t)
{
    if (t->fed.kind && !is_fed_object(t))
        return false;
    translate_help(t, t->fed.kind ? (const void *)native_load_item_fed_dict
                                  : (const void *)native_load_item_dict);
    return true;
}

bool translate_item(Translator *t)
{
    Opcode op = (Opcode)t->ins.op;
    switch (op) {
    case OP_LOAD_SUBSCR_LIST_INT:
    case OP_LOAD_SUBSCR_TUPLE_INT:
    case OP_LOAD_SUBSCR_STR_INT:
    case OP_LOAD_SUBSCR_BYTES_INT:
        return load_item(t);
    case OP_LOAD_SUBSCR_DICT:
        return load_item_dict(t);
    case OP_STORE_SUBSCR_LIST_INT:
        return store_item(t);
    default:
        break;
    }
    if (t->fed.kind)
        return false;
    switch (op) {
    case OP_FOR_LOOP_LIST:
    case OP_FOR_ITER_LIST:
    case OP_FOR_LOOP_TUPLE:
    case OP_FOR_ITER_TUPLE:
        return loop_sequence(t, op == OP_FOR_LOOP_LIST || op == OP_FOR_ITER_LIST,
                             op == OP_FOR_LOOP_LIST || op == OP_FOR_LOOP_TUPLE);
    case OP_FOR_ITER:
    case OP_FOR_LOOP:
        return loop_any(t, op == OP_FOR_LOOP);
    case OP_LIST_APPEND:
        append_item(t);
        return true;
    case OP_UNPACK_TWO:
        return unpack_two(t);
    default:
        return false;
    }
}
