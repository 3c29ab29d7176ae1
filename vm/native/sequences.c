// The common sequences of native code.
#include "runtime/model/state.h"
#include "vm/native/translator.h"
#include "vm/vm.h"

Stub *translate_stub(Translator *t, StubKind kind, uint8_t *site)
{
    if (t->stub_count == STUBS_MOST) {
        t->failed = true;
        t->stub_count = 0;
    }
    Stub *stub = &t->stubs[t->stub_count++];
    *stub = (Stub){.kind = kind,
                   .site = site,
                   .index = t->index,
                   .fed = t->fed,
                   .held = t->held,
                   .back = t->assembler.at};
    return stub;
}

void translate_guard(Translator *t, Condition condition)
{
    Stub *stub =
        translate_stub(t, t->help ? STUB_HELP : STUB_EXIT, jump_if(&t->assembler, condition));
    stub->help = t->help;
}

void translate_jump(Translator *t, uint8_t *site, uint32_t target)
{
    if (t->jump_count == JUMPS_MOST) {
        t->failed = true;
        t->jump_count = 0;
    }
    t->jumps[t->jump_count++] = (Jump){site, target};
}

void translate_join(Translator *t, size_t first_stub)
{
    for (size_t i = first_stub; i < t->stub_count; i++)
        if (t->stubs[i].kind == STUB_HELP)
            t->stubs[i].back = t->assembler.at;
}

void translate_save(Translator *t)
{
    load_address(&t->assembler, R11, RBP, SLOT(t->index + 1));
    store(&t->assembler, R12, offsetof(Frame, pc), R11);
}

void translate_incref(Translator *t, Register object)
{
    Assembler *a = &t->assembler;
    load_32(a, RCX, object, 0);
    operate_imm_32(a, ALU_ADD, RCX, 1);
    uint8_t *immortal = skip_if(a, IF_LESS_EQUAL);
    store_32(a, object, 0, RCX);
    skip_here(a, immortal);
}

// The object in RDI loses a reference.
void translate_release_in(Assembler *a, uint8_t **died)
{
    load_32(a, RCX, RDI, 0);
    operate_imm_32(a, ALU_SUB, RCX, 1);
    uint8_t *immortal = skip_if(a, IF_LESS);
    store_32(a, RDI, 0, RCX); // leaves the flags
    *died = jump_if(a, IF_EQUAL);
    skip_here(a, immortal);
}

void translate_release(Translator *t)
{
    uint8_t *died;
    translate_release_in(&t->assembler, &died);
    translate_stub(t, STUB_DEALLOC, died);
}

void translate_put(Translator *t, uint32_t slot, Register value)
{
    Assembler *a = &t->assembler;
    load(a, RDI, RBX, SLOT(slot));
    store(a, RBX, SLOT(slot), value);
    test(a, RDI, RDI);
    if (slot >= t->code->local_count) { // a dead temporary is mostly empty
        translate_stub(t, STUB_RELEASE, jump_if(a, IF_NOT_EQUAL));
        return;
    }
    uint8_t *empty = skip_if(a, IF_EQUAL);
    translate_release(t);
    skip_here(a, empty);
}

void translate_store_int(Translator *t, uint32_t slot, Register value, bool is_unshared)
{
    Assembler *a = &t->assembler;
    size_t stubs = t->stub_count;
    if (!is_unshared) {
        load_address(a, R8, value, -SMALL_INT_FIRST);
        operate_imm(a, ALU_CMP, R8, SMALL_INT_COUNT);
        translate_stub(t, STUB_SMALL_INT, jump_if(a, IF_BELOW));
    }
    load(a, RDX, RBX, SLOT(slot));
    test(a, RDX, RDX);
    translate_stub(t, STUB_NEW_INT, jump_if(a, IF_EQUAL));
    operate_in_memory_32(a, ALU_CMP, RDX, 0, 1);
    translate_stub(t, STUB_NEW_INT, jump_if(a, IF_NOT_EQUAL));
    operate_in_memory_32(a, ALU_CMP, RDX, 4, META(TYPE_INT));
    translate_stub(t, STUB_NEW_INT, jump_if(a, IF_NOT_EQUAL));
    store(a, RDX, offsetof(IntObject, value), value);
    for (size_t i = stubs; i < t->stub_count; i++) {
        t->stubs[i].slot = (uint16_t)slot;
        t->stubs[i].value = value;
        t->stubs[i].back = a->at;
    }
}

void translate_store_float(Translator *t, uint32_t slot)
{
    Assembler *a = &t->assembler;
    size_t stubs = t->stub_count;
    load(a, RDX, RBX, SLOT(slot));
    test(a, RDX, RDX);
    translate_stub(t, STUB_NEW_FLOAT, jump_if(a, IF_EQUAL));
    operate_in_memory_32(a, ALU_CMP, RDX, 0, 1);
    translate_stub(t, STUB_NEW_FLOAT, jump_if(a, IF_NOT_EQUAL));
    operate_in_memory_32(a, ALU_CMP, RDX, 4, META(TYPE_FLOAT));
    translate_stub(t, STUB_NEW_FLOAT, jump_if(a, IF_NOT_EQUAL));
    store_float(a, RDX, offsetof(FloatObject, value), XMM0);
    for (size_t i = stubs; i < t->stub_count; i++) {
        t->stubs[i].slot = (uint16_t)slot;
        t->stubs[i].back = a->at;
    }
}

void translate_small_int(Translator *t, Register index)
{
    _Static_assert(sizeof(IntObject) == 16, "as shifted");
    shift(&t->assembler, SHIFT_LEFT, index, 4);
    operate_imm(&t->assembler, ALU_ADD, index, (int32_t)(uintptr_t)small_ints);
}

void translate_unfeed(Translator *t)
{
    Fed fed = t->fed;
    t->fed.kind = FED_NOTHING;
    switch (fed.kind) {
    case FED_NOTHING:
        return;
    case FED_OBJECT:
        translate_incref(t, fed.in);
        translate_put(t, fed.register_, fed.in);
        return;
    case FED_INT:
        translate_store_int(t, fed.register_, fed.in, false);
        return;
    case FED_FLOAT:
        translate_store_float(t, fed.register_);
        return;
    }
}

void translate_check(Translator *t, Register object, uint32_t meta)
{
    operate_in_memory_32(&t->assembler, ALU_CMP, object, 4, (int32_t)meta);
    translate_guard(t, IF_NOT_EQUAL);
}

// A load or arithmetic that is done in line or left (else nothing is held): no script code runs in
// it.
static bool is_pure(Instruction ins, bool is_first_fed)
{
    switch (ins.op) {
    case OP_LOAD_ATTR_SLOT:
    case OP_LOAD_SUBSCR_LIST_INT:
    case OP_LOAD_SUBSCR_TUPLE_INT:
        return is_first_fed || !(ins.d & D_B_TEMP);
    case OP_LOAD_DEREF:
    case OP_LOAD_GLOBAL_MODULE:
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
    case OP_TRUE_DIVIDE:
    case OP_FLOOR_DIVIDE:
    case OP_REMAINDER:
    case OP_LSHIFT:
    case OP_RSHIFT:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
    case OP_ADD_INT:
    case OP_ADD_INT_CONST:
    case OP_ADD_FLOAT:
    case OP_SUBTRACT_INT:
    case OP_SUBTRACT_INT_CONST:
    case OP_SUBTRACT_FLOAT:
    case OP_MULTIPLY_INT:
    case OP_MULTIPLY_INT_CONST:
    case OP_MULTIPLY_FLOAT:
        return true;
    default:
        return false;
    }
}

// Does it read `slot` as its first operand, of this kind, and what it is fed as its second?
static bool is_reader(Instruction ins, uint32_t slot, FedKind kind)
{
    switch (ins.op) {
    case OP_ADD:
    case OP_SUBTRACT:
    case OP_MULTIPLY:
    case OP_TRUE_DIVIDE:
        return ins.b == slot && ins.c != slot && !(ins.d & D_B_CONST);
    case OP_FLOOR_DIVIDE:
    case OP_REMAINDER:
    case OP_AND:
    case OP_OR:
    case OP_XOR:
        return ins.b == slot && ins.c != slot && kind != FED_FLOAT && !(ins.d & D_B_CONST);
    case OP_LT_JUMP:
    case OP_LE_JUMP:
    case OP_EQ_JUMP:
    case OP_NE_JUMP:
    case OP_GT_JUMP:
    case OP_GE_JUMP:
        return ins.a == slot && ins.b != slot && kind != FED_INT && !(ins.d & D_A_CONST);
    case OP_ADD_INT:
    case OP_SUBTRACT_INT:
    case OP_MULTIPLY_INT:
        return ins.b == slot && ins.c != slot && kind != FED_FLOAT;
    case OP_ADD_FLOAT:
    case OP_SUBTRACT_FLOAT:
    case OP_MULTIPLY_FLOAT:
        return ins.b == slot && ins.c != slot && kind != FED_INT;
    case OP_LT_JUMP_INT:
    case OP_LE_JUMP_INT:
    case OP_EQ_JUMP_INT:
    case OP_NE_JUMP_INT:
    case OP_GT_JUMP_INT:
    case OP_GE_JUMP_INT:
        return ins.a == slot && ins.b != slot && kind != FED_FLOAT;
    default:
        return false;
    }
}

static bool feeds_second(Instruction ins)
{
    return ins.d & (ins.op == OP_LOAD_ATTR_SLOT || ins.op == OP_LOAD_DEREF ||
                            ins.op == OP_LOAD_GLOBAL_MODULE || ins.op == OP_LOAD_SUBSCR_LIST_INT ||
                            ins.op == OP_LOAD_SUBSCR_TUPLE_INT
                        ? D_FEEDS_SECOND_LOAD
                        : D_FEEDS_SECOND);
}

bool translate_may_hold(const Translator *t, FedKind kind)
{
    const CodeObject *code = t->code;
    uint32_t slot = t->ins.a, i = t->index + (uint32_t)opcode_word_count((Opcode)t->ins.op);
    if (slot < code->local_count || t->held.kind || t->help || t->never_held == t->index + 1)
        return false;
    bool is_first_fed = false;
    for (int length = 0; length < 5 && i < code->word_count; length++) {
        Instruction ins = code->code[i];
        if (t->targets[i] || t->native->left[i] & NATIVE_LEFT_TWICE)
            return false;
        if (length && is_reader(ins, slot, kind))
            return !is_first_fed; // what is fed is its second operand
        if (!is_pure(ins, is_first_fed) || !(ins.d & D_FEEDS) || ins.b == slot || ins.c == slot ||
            ins.a == slot)
            return false;
        is_first_fed = !feeds_second(ins);
        i += (uint32_t)opcode_word_count((Opcode)ins.op);
    }
    return false;
}

void translate_result_int(Translator *t, Register value)
{
    if (t->ins.d & D_FEEDS)
        t->fed_next = (Fed){FED_INT, t->ins.d & D_FEEDS_SECOND, value, t->ins.a};
    else if (translate_may_hold(t, FED_INT))
        move(&t->assembler, R15, value), t->held = (Held){FED_INT, t->ins.a};
    else
        translate_store_int(t, t->ins.a, value, t->ins.d & D_UNSHARED);
}

void translate_result_float(Translator *t)
{
    if (t->ins.d & D_FEEDS)
        t->fed_next = (Fed){FED_FLOAT, t->ins.d & D_FEEDS_SECOND, RAX, t->ins.a};
    else if (translate_may_hold(t, FED_FLOAT))
        move_float(&t->assembler, XMM4, XMM0), t->held = (Held){FED_FLOAT, t->ins.a};
    else
        translate_store_float(t, t->ins.a);
}

void translate_result_object(Translator *t, Register value, bool is_second)
{
    if (t->ins.d & D_FEEDS) {
        t->fed_next = (Fed){FED_OBJECT, is_second, value, t->ins.a};
    } else if (translate_may_hold(t, FED_OBJECT)) {
        move(&t->assembler, R15, value);
        t->held = (Held){FED_OBJECT, t->ins.a};
    } else {
        translate_incref(t, value);
        translate_put(t, t->ins.a, value);
    }
}

// What is fed goes into the box at [R9], RDI, which may be NULL, if nobody else sees it.
void translate_store_in_place(Translator *t)
{
    Assembler *a = &t->assembler;
    uint8_t *done = NULL;
    if (t->fed.kind == FED_INT) {
        load_address(a, R8, t->fed.in, -SMALL_INT_FIRST);
        operate_imm(a, ALU_CMP, R8, SMALL_INT_COUNT);
        uint8_t *large = skip_if(a, IF_ABOVE_EQUAL);
        translate_small_int(t, R8);
        store(a, R9, 0, R8);
        test(a, RDI, RDI);
        translate_stub(t, STUB_RELEASE, jump_if(a, IF_NOT_EQUAL))->fed.kind = FED_NOTHING;
        done = jump(a);
        skip_here(a, large);
    }
    uint32_t type = t->fed.kind == FED_INT ? TYPE_INT : TYPE_FLOAT;
    test(a, RDI, RDI);
    translate_guard(t, IF_EQUAL);
    operate_in_memory_32(a, ALU_CMP, RDI, 0, 1);
    translate_guard(t, IF_NOT_EQUAL);
    translate_check(t, RDI, META(type));
    if (t->fed.kind == FED_INT)
        store(a, RDI, offsetof(IntObject, value), t->fed.in);
    else
        store_float(a, RDI, offsetof(FloatObject, value), XMM0);
    if (done && !a->is_full) {
        patch_jump(done, a->at);
    }
    t->fed.kind = FED_NOTHING;
}

// Leaves if script code might run when RDI loses a reference: then its container must be held.
void translate_check_harmless(Translator *t)
{
    Assembler *a = &t->assembler;
    operate_in_memory_32(a, ALU_CMP, RDI, 0, 1);
    uint8_t *shared = jump_if(a, IF_NOT_EQUAL);
    load_16(a, RCX, RDI, offsetof(Object, type_index));
    operate_imm_32(a, ALU_SUB, RCX, TYPE_INT);
    operate_imm_32(a, ALU_CMP, RCX, TYPE_FLOAT - TYPE_INT);
    translate_guard(t, IF_ABOVE);
    if (!a->is_full)
        patch_jump(shared, a->at);
}

static void emit_help(Translator *t, const void *function)
{
    Assembler *a = &t->assembler;
    translate_save(t);
    if (t->fed.kind) { // for the exit, too
        move(a, R14, t->fed.in);
        move(a, RDX, t->fed.in);
        t->fed.in = R14;
    }
    move(a, RDI, R12);
    move_imm(a, RSI, t->ins.word); // its d bits as they were translated
    call(a, function);
}

void translate_help(Translator *t, const void *function)
{
    Assembler *a = &t->assembler;
    emit_help(t, function);
    test_32(a, RAX, RAX);
    translate_stub(t, STUB_STATUS, jump_if(a, IF_NOT_EQUAL));
}

void translate_question(Translator *t, const void *function, bool sense, int32_t distance)
{
    Assembler *a = &t->assembler;
    emit_help(t, function);
    operate_imm_32(a, ALU_CMP, RAX, NATIVE_TRUE);
    translate_stub(t, STUB_STATUS, jump_if(a, IF_ABOVE));
    t->fed.kind = FED_NOTHING;
    translate_jump_if(t, sense ? IF_EQUAL : IF_NOT_EQUAL, distance);
}

void translate_consume_number(Translator *t, uint32_t slot)
{
    Assembler *a = &t->assembler;
    load(a, RDI, RBX, SLOT(slot));
    operate_in_memory_32(a, ALU_CMP, RDI, 0, 1);
    Stub *stub = translate_stub(t, STUB_CONSUME, jump_if(a, IF_NOT_EQUAL));
    stub->slot = (uint16_t)slot;
}

void translate_safe_point(Translator *t)
{
    compare_fixed_32(&t->assembler, (int32_t)(uintptr_t)&state.interrupt, 0);
    translate_stub(t, STUB_SAFE_POINT, jump_if(&t->assembler, IF_NOT_EQUAL));
}

// Back to word `target`, by way of a safe point.
void translate_jump_back(Translator *t, uint32_t target)
{
    compare_fixed_32(&t->assembler, (int32_t)(uintptr_t)&state.interrupt, 0);
    translate_jump(t, jump_if(&t->assembler, IF_EQUAL), target);
    translate_stub(t, STUB_SAFE_POINT, jump(&t->assembler));
    t->stubs[t->stub_count - 1].back = NULL;
    t->stubs[t->stub_count - 1].target = target;
}

void translate_jump_if(Translator *t, Condition condition, int32_t distance)
{
    Assembler *a = &t->assembler;
    uint32_t target = (uint32_t)((int32_t)t->index + 1 + distance);
    if (distance < 0) {
        uint8_t *over = jump_if(a, condition ^ 1);
        translate_jump_back(t, target);
        if (!a->is_full)
            patch_jump(over, a->at);
    } else {
        translate_jump(t, jump_if(a, condition), target);
    }
}

// The inline caches mean what they meant: the instruction has not been specialised otherwise.
void translate_check_form(Translator *t)
{
    compare_8(&t->assembler, RBP, SLOT(t->index), t->ins.op);
    translate_guard(t, IF_NOT_EQUAL);
}

// Operand b (or what is fed instead) in a register.
Register translate_operand_object(Translator *t, uint32_t slot)
{
    if (t->fed.kind)
        return t->fed.in;
    load(&t->assembler, RSI, RBX, SLOT(slot));
    return RSI;
}

// The value of operand `slot` into `to`, owned: moved from a temporary, else with a reference of
// its own.
void translate_take_value(Translator *t, Register to, uint32_t slot, bool is_temp, bool is_constant)
{
    Assembler *a = &t->assembler;
    if (is_constant) {
        Object *constant = t->code->constants[slot];
        move_imm(a, to, (uintptr_t)constant);
        if (constant->refcount >= 0)
            translate_incref(t, to);
        return;
    }
    load(a, to, RBX, SLOT(slot));
    if (is_temp)
        store_imm(a, RBX, SLOT(slot), 0);
    else
        translate_incref(t, to);
}

// RDI, which may be NULL, is released.
void translate_release_optional(Translator *t)
{
    test(&t->assembler, RDI, RDI);
    translate_stub(t, STUB_RELEASE, jump_if(&t->assembler, IF_NOT_EQUAL));
}

// RSI, not NULL, dies as a temporary that any instruction may have made: a box of its own stays.
void translate_consume_in(Translator *t, uint32_t slot)
{
    store_imm(&t->assembler, RBX, SLOT(slot), 0);
    move(&t->assembler, RDI, RSI);
    translate_release(t);
}

void translate_consume(Translator *t, uint32_t slot, bool is_constant)
{
    Assembler *a = &t->assembler;
    if (is_constant || slot < t->code->local_count)
        return;
    load(a, RDI, RBX, SLOT(slot));
    store_imm(a, RBX, SLOT(slot), 0);
    translate_release(t);
}
