// Stubs: what is rarely run of a code object, emitted behind the rest.
#include "runtime/memory/pool.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"
#include "vm/native/translator.h"
#include "vm/vm.h"

static void emit_error_check(Translator *t, uint32_t index)
{
    test_32(&t->assembler, RAX, RAX);
    uint32_t own = t->index;
    t->index = index;
    translate_stub(t, STUB_ERROR, jump_if(&t->assembler, IF_NEGATIVE));
    t->index = own;
}

// What is held goes to its register.
static void emit_unhold(Translator *t, const Stub *stub)
{
    Assembler *a = &t->assembler;
    translate_save(t);
    load_address(a, RDI, RBX, SLOT(stub->held.slot));
    switch (stub->held.kind) {
    case FED_NOTHING:
        return;
    case FED_OBJECT:
        move(a, RSI, R15);
        call(a, (const void *)native_unhold_object);
        return;
    case FED_INT:
        move(a, RSI, R15);
        call(a, (const void *)native_unhold_int);
        break;
    case FED_FLOAT:
        move_float(a, XMM0, XMM4);
        call(a, (const void *)native_unhold_float);
        break;
    }
    emit_error_check(t, stub->index);
}

static void emit_exit(Translator *t, const Stub *stub)
{
    Assembler *a = &t->assembler;
    unsigned kind = NATIVE_GO_ON;
    switch (stub->fed.kind) {
    case FED_NOTHING:
        break;
    case FED_OBJECT:
        kind = NATIVE_FED_OBJECT_1 + stub->fed.is_second;
        store_fixed(a, (int32_t)(uintptr_t)&native_lent.object, stub->fed.in);
        break;
    case FED_INT:
        kind = NATIVE_FED_INT_1 + stub->fed.is_second;
        store_fixed(a, (int32_t)(uintptr_t)&native_lent.integer, stub->fed.in);
        break;
    case FED_FLOAT:
        kind = NATIVE_FED_FLOAT_1 + stub->fed.is_second;
        move_imm(a, RAX, (uintptr_t)&native_lent.real);
        store_float(a, RAX, 0, XMM0);
        break;
    }
    if (stub->held.kind)
        emit_unhold(t, stub);
    load_address(a, RAX, RBP, SLOT(stub->index));
    move_imm(a, RDX, kind);
    jump_to(a, native_common.tail);
}

void translate_leave(Translator *t, uint32_t index, NativeExitKind kind)
{
    Assembler *a = &t->assembler;
    load_address(a, RAX, RBP, SLOT(index));
    move_imm(a, RDX, kind);
    jump_to(a, native_common.tail);
}

// RDI loses a reference: back, or it dies.
static void release_and_go_back(Translator *t, const Stub *stub)
{
    Assembler *a = &t->assembler;
    uint8_t *died;
    translate_release_in(a, &died);
    jump_to(a, stub->back);
    if (!a->is_full)
        patch_jump(died, a->at);
    translate_save(t);
    call(a, (const void *)object_dealloc);
}

// A new box for `value`, or XMM0, in its register, from the free list of the pool that makes them
// (memory_alloc); what follows is for when that is empty.
static void emit_box(Translator *t, const Stub *stub, TypeIndex type)
{
    Assembler *a = &t->assembler;
    PoolHeader **current = &pool_current[MEMORY_ATOM][pool_class_of_size(sizeof(IntObject))];
    if (!ADDER_ARENAS || POOL_SANITIZED || (uintptr_t)current > INT32_MAX)
        return;
    load_fixed(a, RCX, (int32_t)(uintptr_t)current);
    load(a, RSI, RCX, offsetof(PoolHeader, free_list));
    test(a, RSI, RSI);
    uint8_t *none = jump_if(a, IF_EQUAL);
    load(a, RDI, RSI, sizeof(uint64_t));
    store(a, RCX, offsetof(PoolHeader, free_list), RDI);
    operate_in_memory_32(a, ALU_ADD, RCX, offsetof(PoolHeader, frees_left), 1);
    Object header = {.refcount = 1, .flags = 0, .type_index = type};
    uint64_t word;
    memcpy(&word, &header, sizeof word);
    move_imm(a, R9, word);
    store(a, RSI, 0, R9);
    if (type == TYPE_INT)
        store(a, RSI, offsetof(IntObject, value), stub->value);
    else
        store_float(a, RSI, offsetof(FloatObject, value), XMM0);
    load(a, RDI, RBX, SLOT(stub->slot));
    store(a, RBX, SLOT(stub->slot), RSI);
    test(a, RDI, RDI);
    jump_to_if(a, IF_EQUAL, stub->back);
    release_and_go_back(t, stub);
    jump_to(a, stub->back);
    if (!a->is_full)
        patch_jump(none, a->at);
}

// RDX: base of a callee, RSI its code.
static void clear_locals(Translator *t)
{
    static const Register live[] = {RDI, RSI, RDX, R8};
    for (size_t i = 0; i < 4; i++)
        push(&t->assembler, live[i]);
    move(&t->assembler, RDI, RDX);
    call(&t->assembler, (const void *)native_clear_locals);
    for (size_t i = 4; i > 0; i--)
        pop(&t->assembler, live[i - 1]);
}

// A stub that goes back.
static void emit_detour(Translator *t, const Stub *stub)
{
    Assembler *a = &t->assembler;
    uint8_t *died;
    switch (stub->kind) {
    case STUB_HELP:
        translate_help(t, stub->help);
        break;
    case STUB_RELEASE:
        release_and_go_back(t, stub);
        break;
    case STUB_DEALLOC:
        translate_save(t);
        call(a, (const void *)object_dealloc);
        break;
    case STUB_SMALL_INT:
        translate_small_int(t, R8);
        load(a, RDI, RBX, SLOT(stub->slot));
        store(a, RBX, SLOT(stub->slot), R8);
        test(a, RDI, RDI);
        jump_to_if(a, IF_EQUAL, stub->back);
        release_and_go_back(t, stub);
        break;
    case STUB_NEW_INT:
        emit_box(t, stub, TYPE_INT);
        translate_save(t);
        load_address(a, RDI, RBX, SLOT(stub->slot));
        move(a, RSI, stub->value);
        call(a, (const void *)native_box_int);
        emit_error_check(t, stub->index);
        break;
    case STUB_NEW_FLOAT:
        emit_box(t, stub, TYPE_FLOAT);
        translate_save(t);
        load_address(a, RDI, RBX, SLOT(stub->slot));
        call(a, (const void *)native_box_float);
        emit_error_check(t, stub->index);
        break;
    case STUB_SAFE_POINT:
        translate_save(t);
        call(a, (const void *)safepoint_run);
        emit_error_check(t, stub->index);
        if (!stub->back) {
            translate_jump(t, jump(a), stub->target);
            return;
        }
        break;
    case STUB_CONSUME:
        store_imm(a, RBX, SLOT(stub->slot), 0);
        translate_release_in(a, &died); // it does not die here
        if (!a->is_full)
            patch_jump(died, a->at);
        break;
    case STUB_TRUTH:
        translate_save(t);
        move(a, RDI, RSI);
        call(a, stub->fed.kind ? (const void *)native_truth_held : (const void *)object_is_true);
        emit_error_check(t, stub->index);
        move(a, R13, RAX);
        break;
    case STUB_RETURN_FLAGGED: // a finalizer asked for the frame while its locals went
        move(a, RDI, R12);
        call(a, (const void *)frame_leave_locals);
        break;
    case STUB_EQUAL_STR:
        move(a, RDI, RAX);
        call(a, (const void *)str_equal);
        extend_8(a, RAX, RAX);
        move_32(a, R13, RAX);
        break;
    case STUB_CLEAR:
        clear_locals(t);
        break;
    default:
        break;
    }
    jump_to(a, stub->back);
}

// One that leads elsewhere. False: it is not one of these.
static bool emit_way_out(Translator *t, const Stub *stub)
{
    Assembler *a = &t->assembler;
    switch (stub->kind) {
    case STUB_EXIT:
        emit_exit(t, stub);
        return true;
    case STUB_ERROR:
        translate_leave(t, stub->index + 1, NATIVE_ERROR);
        return true;
    case STUB_STATUS:
        operate_imm_32(a, ALU_CMP, RAX, NATIVE_SWITCH);
        jump_to_if(a, IF_EQUAL, native_common.go_on);
        operate_imm_32(a, ALU_CMP, RAX, NATIVE_NOT);
        jump_to_if(a, IF_NOT_EQUAL, native_common.leave);
        emit_exit(t, stub);
        return true;
    case STUB_RETURN:
        translate_save(t);
        move(a, RDI, R12);
        move(a, RSI, R13);
        call(a, (const void *)native_return);
        jump_to(a, native_common.returned);
        return true;
    case STUB_EXHAUSTED:
        translate_save(t);
        load_address(a, RDI, RBX, SLOT(stub->slot));
        call(a, (const void *)native_exhausted);
        translate_jump(t, jump(a), stub->target);
        return true;
    case STUB_CALL_FAILED:
        move(a, RDI, R12);
        move_imm(a, RSI, t->ins.word);
        clear(a, RDX);
        call(a, (const void *)native_finish_call);
        jump_to(a, native_common.leave);
        return true;
    case STUB_RETURNED:
        store_fixed(a, (int32_t)(uintptr_t)&native_lent.object, R13);
        load(a, RAX, R12, offsetof(Frame, pc));
        move_imm(a, RDX, NATIVE_RETURNED);
        jump_to(a, native_common.tail);
        return true;
    case STUB_ENTER:
        load(a, RAX, R12, offsetof(Frame, pc));
        move_imm(a, RDX, NATIVE_ENTER);
        jump_to(a, native_common.tail);
        return true;
    default:
        return false;
    }
}

static void emit_stub(Translator *t, const Stub *stub)
{
    t->index = stub->index;
    t->ins = t->code->code[stub->index];
    t->fed.kind = FED_NOTHING;
    t->held.kind = FED_NOTHING;
    if (!emit_way_out(t, stub))
        emit_detour(t, stub);
}

// Exits of one instruction with the same operand are one stub.
static bool is_same_exit(const Stub *one, const Stub *other)
{
    return one->kind == other->kind &&
           (one->kind == STUB_EXIT || one->kind == STUB_ERROR || one->kind == STUB_STATUS) &&
           one->index == other->index && one->fed.kind == other->fed.kind &&
           one->fed.is_second == other->fed.is_second && one->fed.in == other->fed.in &&
           one->held.kind == other->held.kind;
}

void translate_stubs(Translator *t)
{
    const uint8_t *previous = NULL;
    for (size_t i = 0; i < t->stub_count && !t->assembler.is_full && !t->failed;
         i++) { // they add more
        Stub stub = t->stubs[i];
        const uint8_t *here = t->assembler.at;
        if (previous && is_same_exit(&stub, &t->stubs[i - 1])) {
            patch_jump(stub.site, previous);
            continue;
        }
        patch_jump(stub.site, here);
        emit_stub(t, &stub);
        previous = here;
    }
}
