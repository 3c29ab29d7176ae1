// Templates of attributes and methods.
#include "runtime/model/shape.h"
#include "vm/native/translator.h"

// The object has a shape, which is loaded into RDX.
static void load_shape(Translator *t, Register object)
{
    Assembler *a = &t->assembler;
    test_8(a, object, offsetof(Object, flags) + 1, FLAG_HAS_SHAPE >> 8);
    translate_guard(t, IF_EQUAL);
    load(a, RDX, object, offsetof(InstanceObject, shape));
}

static void check_shape(Translator *t, Register object)
{
    load_shape(t, object);
    operate_memory(&t->assembler, ALU_CMP, RDX, RBP, CACHE_WORD(0));
    translate_guard(t, IF_NOT_EQUAL);
}

// Operand b was a temporary and dies; then the owned result in R13 is written to a.
static void consume_then_put(Translator *t, uint32_t slot)
{
    Assembler *a = &t->assembler;
    load(a, RDI, RBX, SLOT(slot));
    store_imm(a, RBX, SLOT(slot), 0);
    translate_release(t);
    translate_put(t, t->ins.a, R13);
}

// The attribute `item`, not NULL, of operand b is written or fed.
static void put_attr(Translator *t, Register item)
{
    Assembler *a = &t->assembler;
    if (!t->fed.kind && t->ins.d & D_B_TEMP) {
        translate_incref(t, item);
        move(a, R13, item);
        consume_then_put(t, t->ins.b);
    } else {
        translate_result_object(t, item, t->ins.d & D_FEEDS_SECOND_LOAD);
    }
}

// The shared cache's answer (special_shared) for the shape in RDX and the instruction's name in
// RCX, or leaves.
static void find_shared(Translator *t, int kind, uint32_t name_index)
{
    Assembler *a = &t->assembler;
    uintptr_t name = (uintptr_t)t->code->constants[name_index];
    _Static_assert(sizeof(SharedCacheEntry) == 24, "as scaled");
    move(a, RCX, RDX);
    shift(a, SHIFT_RIGHT, RCX, 4);
    emit_op_indexed(a, true, 0x8d, RCX, RCX, RCX, 2, 0); // lea: times 5
    move_imm(a, R8, name >> 4);
    operate(a, ALU_ADD, RCX, R8);
    move(a, R9, RCX);
    shift(a, SHIFT_RIGHT, R9, 9);
    operate(a, ALU_XOR, RCX, R9);
    operate_imm_32(a, ALU_AND, RCX, SHARED_CACHE_SIZE - 1);
    emit_op_indexed(a, true, 0x8d, RCX, RCX, RCX, 1, 0); // lea: times 3
    move_imm(a, R9, (uintptr_t)special_shared_cache[kind]);
    emit_op_indexed(a, true, 0x3b, RDX, R9, RCX, 3, offsetof(SharedCacheEntry, shape)); // cmp
    translate_guard(t, IF_NOT_EQUAL);
    move_imm(a, R8, name);
    emit_op_indexed(a, true, 0x3b, R8, R9, RCX, 3, offsetof(SharedCacheEntry, name));
    translate_guard(t, IF_NOT_EQUAL);
    emit_op_indexed(a, true, 0x8b, RCX, R9, RCX, 3, offsetof(SharedCacheEntry, answer));
}

static bool load_attr_many(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && !is_fed_object(t))
        return false;
    size_t stubs = t->stub_count;
    if (!t->fed.kind && !(ins.d & D_FEEDS))
        t->help = (const void *)native_load_attr;
    Register object = translate_operand_object(t, ins.b), item = other_than(object);
    load_shape(t, object);
    find_shared(t, SHARED_LOAD, ins.c);
    load_indexed(a, item, object, RCX, offsetof(InstanceObject, slots));
    test(a, item, item);
    translate_guard(t, IF_EQUAL);
    t->help = NULL;
    put_attr(t, item);
    translate_join(t, stubs);
    return true;
}

static bool load_attr_slot(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && !is_fed_object(t))
        return false;
    translate_check_form(t);
    Register object = translate_operand_object(t, ins.b), item = other_than(object);
    load_shape(t, object);
    operate_memory(a, ALU_CMP, RDX, RBP, CACHE_WORD(0));
    if (t->code->code[t->index + 3].word == 0) {
        translate_guard(t, IF_NOT_EQUAL);
        load_16(a, RCX, RBP, CACHE_B(1));
    } else {
        uint8_t *first = skip_if(a, IF_EQUAL);
        operate_memory(a, ALU_CMP, RDX, RBP, CACHE_WORD(2));
        translate_guard(t, IF_NOT_EQUAL);
        load_16(a, RCX, RBP, CACHE_C(1));
        uint8_t *found = skip(a);
        skip_here(a, first);
        load_16(a, RCX, RBP, CACHE_B(1));
        skip_here(a, found);
    }
    load_indexed(a, item, object, RCX, offsetof(InstanceObject, slots));
    test(a, item, item);
    translate_guard(t, IF_EQUAL);
    put_attr(t, item);
    return true;
}

// RAX, from a native_find_ function for operand b: what the cache answers; leaves if it does not.
// The object is in R14.
static void find(Translator *t, Object *(*function)(Frame *, Instruction, Object *))
{
    Assembler *a = &t->assembler;
    if (t->fed.kind) {
        move(a, R14, t->fed.in);
        t->fed.in = R14;
    } else {
        load(a, R14, RBX, SLOT(t->ins.b));
    }
    translate_save(t);
    move(a, RDI, R12);
    move_imm(a, RSI, t->ins.word);
    move(a, RDX, R14);
    call(a, (const void *)function);
    test(a, RAX, RAX);
    translate_guard(t, IF_EQUAL);
}

static bool load_attr_found(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && !is_fed_object(t))
        return false;
    find(t, native_find_attr);
    bool is_fed = t->fed.kind != FED_NOTHING;
    if (!is_fed && ins.d & D_B_TEMP) {
        translate_incref(t, RAX);
        move(a, R13, RAX);
        consume_then_put(t, ins.b);
    } else if (is_fed) {
        translate_result_object(t, RAX, ins.d & D_FEEDS_SECOND_LOAD);
    } else { // the loop writes it to its register
        translate_incref(t, RAX);
        translate_put(t, ins.a, RAX);
    }
    return true;
}

// A function that is called without self.
static bool load_function(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && !is_fed_object(t))
        return false;
    find(t, native_find_function);
    bool is_fed = t->fed.kind != FED_NOTHING;
    t->fed.kind = FED_NOTHING;
    translate_incref(t, RAX);
    move(a, R13, RAX);
    if (!is_fed && ins.d & D_B_TEMP)
        consume_then_put(t, ins.b);
    else
        translate_put(t, ins.a, R13);
    load(a, RDI, RBX, SLOT(ins.a + 1u));
    store_imm(a, RBX, SLOT(ins.a + 1u), 0);
    translate_release_optional(t);
    return true;
}

static bool store_attr_slot(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    FedKind kind = t->fed.kind;
    if (kind && t->fed.is_second != (kind != FED_OBJECT))
        return false;
    translate_check_form(t);
    Register object = RSI;
    if (kind == FED_OBJECT)
        object = t->fed.in;
    else
        load(a, RSI, RBX, SLOT(ins.a));
    check_shape(t, object);
    load_32(a, RCX, RBP, CACHE_INDEX32(1));
    emit_op_indexed(a, true, 0x8d, R9, object, RCX, 3,
                    offsetof(InstanceObject, slots)); // lea: the place
    load(a, RDI, R9, 0);
    if (kind == FED_INT || kind == FED_FLOAT) {
        translate_store_in_place(t);
    } else {
        if (kind == FED_OBJECT) {
            // the container must be held where what goes may run code
            test(a, RDI, RDI);
            uint8_t *empty = skip_if(a, IF_EQUAL);
            translate_check_harmless(t);
            skip_here(a, empty);
        }
        Register value = other_than(object); // what is fed may be RAX
        translate_take_value(t, value, ins.c, ins.d & D_C_TEMP, ins.d & D_C_CONST);
        store(a, R9, 0, value);
        t->fed.kind = FED_NOTHING;
        translate_release_optional(t);
    }
    if (kind != FED_OBJECT && ins.d & D_A_TEMP) {
        load(a, RDI, RBX, SLOT(ins.a));
        store_imm(a, RBX, SLOT(ins.a), 0);
        translate_release(t);
    }
    return true;
}

// A new attribute: the object gets the next shape.
static bool store_attr_add(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind)
        return false;
    size_t stubs = t->stub_count;
    t->help = (const void *)native_store_attr;
    translate_check_form(t);
    load(a, RSI, RBX, SLOT(ins.a));
    check_shape(t, RSI);
    load(a, R9, RBP, CACHE_WORD(1));
    load_16(a, R8, R9, offsetof(Shape, slot_count));
    load_16(a, RDX, RSI, offsetof(Object, flags));
    shift(a, SHIFT_RIGHT, RDX, FLAG_PRIVATE_SHIFT); // its capacity
    operate(a, ALU_CMP, R8, RDX);
    translate_guard(t, IF_ABOVE);
    t->help = NULL;
    translate_take_value(t, RAX, ins.c, ins.d & D_C_TEMP, ins.d & D_C_CONST);
    store_indexed(a, RSI, R8, (int32_t)offsetof(InstanceObject, slots) - 8, RAX);
    store(a, RSI, offsetof(InstanceObject, shape), R9);
    if (ins.d & D_A_TEMP) {
        load(a, RDI, RBX, SLOT(ins.a));
        store_imm(a, RBX, SLOT(ins.a), 0);
        translate_release(t);
    }
    translate_join(t, stubs);
    return true;
}

static bool load_method(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && !is_fed_object(t))
        return false;
    size_t stubs = t->stub_count;
    if (ins.op == OP_LOAD_METHOD_MANY && !t->fed.kind)
        t->help = (const void *)native_load_method;
    if (ins.op != OP_LOAD_METHOD_MANY)
        translate_check_form(t);
    Register object = translate_operand_object(t, ins.b), method = other_than(object);
    if (ins.op == OP_LOAD_METHOD_MANY) {
        load_shape(t, object);
        find_shared(t, SHARED_METHOD, ins.c);
        move(a, method, RCX);
    } else if (ins.op == OP_LOAD_METHOD_TYPE) {
        load_16(a, RCX, object, offsetof(Object, type_index));
        operate_memory_32(a, ALU_CMP, RCX, RBP, CACHE_INDEX32(0));
        translate_guard(t, IF_NOT_EQUAL);
        load(a, method, RBP, CACHE_WORD(1));
    } else {
        load_shape(t, object);
        operate_memory(a, ALU_CMP, RDX, RBP, CACHE_WORD(0));
        if (t->code->code[t->index + 3].word == 0) {
            translate_guard(t, IF_NOT_EQUAL);
            load(a, method, RBP, CACHE_WORD(1));
        } else {
            load(a, method, RBP, CACHE_WORD(1)); // leaves the flags
            uint8_t *first = skip_if(a, IF_EQUAL);
            operate_memory(a, ALU_CMP, RDX, RBP, CACHE_WORD(2));
            translate_guard(t, IF_NOT_EQUAL);
            load(a, method, RBP, CACHE_WORD(3));
            skip_here(a, first);
        }
    }
    t->help = NULL;
    bool is_fed = t->fed.kind != FED_NOTHING;
    t->fed.kind = FED_NOTHING;
    if (!is_fed && ins.d & D_B_TEMP)
        store_imm(a, RBX, SLOT(ins.b), 0); // moves to a+1
    else
        translate_incref(t, object);
    translate_incref(t, method);
    // boxes at most are in the way: releasing them runs no code, but clobbers registers
    move(a, R13, method);
    translate_put(t, ins.a + 1u, object);
    translate_put(t, ins.a, R13);
    translate_join(t, stubs);
    return true;
}

bool translate_attribute(Translator *t)
{
    if (was_left(t)) // C does it, in whatever form it is (template_helped)
        return false;
    switch (t->ins.op) {
    case OP_LOAD_ATTR_SLOT:
        return load_attr_slot(t);
    case OP_LOAD_ATTR_MANY:
        return load_attr_many(t);
    case OP_LOAD_ATTR_CLASS:
    case OP_LOAD_ATTR_TYPE:
    case OP_LOAD_ATTR_MODULE:
        return load_attr_found(t);
    case OP_STORE_ATTR_SLOT:
        return store_attr_slot(t);
    case OP_STORE_ATTR_ADD:
        return store_attr_add(t);
    case OP_LOAD_METHOD_SHAPE:
    case OP_LOAD_METHOD_TYPE:
    case OP_LOAD_METHOD_MANY:
        return load_method(t);
    case OP_LOAD_METHOD_MODULE:
    case OP_LOAD_METHOD_CLASS:
    case OP_LOAD_METHOD_STATIC:
        return load_function(t);
    default:
        return false;
    }
}
