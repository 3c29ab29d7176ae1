// Templates of calls and returns, and of the instructions that are one call of their slow half.
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/class.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/program/c_function.h"
#include "runtime/program/function.h"
#include "runtime/text/str.h"
#include "vm/native/translator.h"
#include "vm/vm.h"

static void compare_limit(Translator *t, const void *field, Register value)
{
    compare_with_fixed(&t->assembler, value, (int32_t)(uintptr_t)field);
}

// The result in R13 has come back from a frame that a call has pushed: the loop's `returned`. Where
// C has done the call instead (helped stubs from this one on), only the safe point is left.
static void emit_returned(Translator *t, size_t first_stub)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    t->native->offsets[t->index + 1] = (uint32_t)(a->at - t->native->base);
    load(a, RDI, RBX, SLOT(ins.a));
    store_imm(a, RBX, SLOT(ins.a), 0);
    test(a, RDI, RDI);
    uint8_t *none = jump_if(a, IF_EQUAL);
    translate_release(t);
    if (!a->is_full)
        patch_jump(none, a->at);
    if (ins.d & D_DROP) {
        move(a, RDI, R13);
        translate_release(t);
    } else {
        translate_put(t, ins.c, R13);
    }
    translate_join(t, first_stub);
    translate_safe_point(t);
}

// A script function with simple parameters is entered: RDI the function, RSI its code, RDX its
// base.
static void emit_enter(Translator *t)
{
    Assembler *a = &t->assembler;
    load_32(a, RCX, RSI, offsetof(CodeObject, register_count));
    emit_op_indexed(a, true, 0x8d, RCX, RDX, RCX, 3, 0); // lea
    compare_limit(t, &vm.stack_limit, RCX);
    translate_guard(t, IF_ABOVE);
    load_fixed_32(a, RCX, (int32_t)(uintptr_t)&state.recursion_depth);
    compare_with_fixed_32(a, RCX, (int32_t)(uintptr_t)&state.recursion_limit);
    translate_guard(t, IF_ABOVE_EQUAL);
    load_address(a, R8, R12, sizeof(Frame));
    compare_limit(t, &vm.frame_limit, R8);
    translate_guard(t, IF_ABOVE_EQUAL);
    translate_save(t);
    // locals that are no arguments are NULL at the start
    load_16(a, R9, RSI, offsetof(CodeObject, argument_count));
    load_16(a, R10, RSI, offsetof(CodeObject, local_count));
    operate(a, ALU_CMP, R9, R10);
    uint8_t *no_locals = jump_if(a, IF_ABOVE_EQUAL);
    const uint8_t *again = a->at;
    emit_op_indexed(a, true, 0x83, ALU_CMP, RDX, R9, 3, 0);
    emit_8(a, 0);
    Stub *lingers = translate_stub(t, STUB_CLEAR, jump_if(a, IF_NOT_EQUAL));
    operate_imm(a, ALU_ADD, R9, 1);
    operate(a, ALU_CMP, R9, R10);
    jump_to_if(a, IF_BELOW, again);
    lingers->back = a->at;
    if (!a->is_full)
        patch_jump(no_locals, a->at);
    // the frame
    move(a, R12, R8);
    store(a, R12, offsetof(Frame, base), RDX);
    move(a, RBX, RDX);
    store(a, R12, offsetof(Frame, code), RSI);
    load(a, RCX, RDI, offsetof(FunctionObject, globals));
    store(a, R12, offsetof(Frame, globals), RCX);
    store(a, R12, offsetof(Frame, function), RDI);
    _Static_assert(offsetof(Frame, trace_parent) == offsetof(Frame, flags) + 4, "stored together");
    store_imm(a, R12, offsetof(Frame, flags), 0);
    store_fixed(a, (int32_t)(uintptr_t)&vm.frame, R12);
    add_fixed_32(a, (int32_t)(uintptr_t)&state.recursion_depth, 1);
    load(a, RBP, RSI, offsetof(CodeObject, code));
    load(a, RAX, RSI, offsetof(CodeObject, native));
    test(a, RAX, RAX);
    uint8_t *unknown = jump_if(a, IF_EQUAL);
    jump_memory(a, RAX, offsetof(NativeCode, entry));
    if (!a->is_full)
        patch_jump(unknown, a->at);
    store(a, R12, offsetof(Frame, pc), RBP);
    translate_stub(t, STUB_ENTER, jump(a));
}

static bool call_function(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    load(a, RDI, RBX, SLOT(ins.a));
    compare_16(a, RDI, offsetof(Object, type_index), TYPE_FUNCTION);
    translate_guard(t, IF_NOT_EQUAL);
    load(a, RSI, RDI, offsetof(FunctionObject, code));
    if (ins.d & D_CALL_SELF) { // usually there is one
        load_16(a, RCX, RSI, offsetof(CodeObject, simple_count));
        load_address(a, RDX, RBX, SLOT(ins.a + 1u));
        operate_in_memory(a, ALU_CMP, RDX, 0, 0);
        uint8_t *has_self = skip_if(a, IF_NOT_EQUAL);
        operate_imm(a, ALU_ADD, RDX, 8);
        operate_imm_32(a, ALU_ADD, RCX, 1);
        skip_here(a, has_self);
        operate_imm_32(a, ALU_CMP, RCX, ins.b + 1);
        translate_guard(t, IF_NOT_EQUAL);
    } else {
        compare_16(a, RSI, offsetof(CodeObject, simple_count), ins.b);
        translate_guard(t, IF_NOT_EQUAL);
        load_address(a, RDX, RBX, SLOT(ins.a + 2u));
    }
    emit_enter(t);
    return true;
}

// The value in R13 leaves the frame. Its flags were found to be 0.
static void emit_return(Translator *t)
{
    Assembler *a = &t->assembler;
    const CodeObject *code = t->code;
    operate_in_memory_32(a, ALU_CMP, R12, offsetof(Frame, flags), 0);
    translate_stub(t, STUB_RETURN, jump_if(a, IF_NOT_EQUAL));
    for (uint32_t i = 0; i < code->local_count; i++) {
        load(a, RDI, RBX, SLOT(i));
        test(a, RDI, RDI);
        uint8_t *none = jump_if(a, IF_EQUAL);
        store_imm(a, RBX, SLOT(i), 0);
        translate_release(t);
        if (!a->is_full)
            patch_jump(none, a->at);
    }
    operate_in_memory_32(a, ALU_CMP, R12, offsetof(Frame, flags), 0);
    translate_stub(t, STUB_RETURN_FLAGGED, jump_if(a, IF_NOT_EQUAL));
    operate_imm(a, ALU_SUB, R12, sizeof(Frame));
    store_fixed(a, (int32_t)(uintptr_t)&vm.frame, R12);
    add_fixed_32(a, (int32_t)(uintptr_t)&state.recursion_depth, -1);
    load(a, RBX, R12, offsetof(Frame, base));
    load(a, RSI, R12, offsetof(Frame, code));
    load(a, RAX, RSI, offsetof(CodeObject, native));
    test(a, RAX, RAX);
    translate_stub(t, STUB_RETURNED, jump_if(a, IF_EQUAL));
    load(a, RBP, RSI, offsetof(CodeObject, code));
    load(a, RCX, R12, offsetof(Frame, pc));
    operate(a, ALU_SUB, RCX, RBP);
    shift(a, SHIFT_RIGHT, RCX, 1);
    operate(a, ALU_ADD, RCX, RAX);
    load_32(a, RCX, RCX, offsetof(NativeCode, offsets));
    test_32(a, RCX, RCX);
    translate_stub(t, STUB_RETURNED, jump_if(a, IF_EQUAL));
    operate_memory(a, ALU_ADD, RCX, RAX, offsetof(NativeCode, base));
    jump_register(a, RCX);
}

static bool return_value(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (t->fed.kind && t->fed.kind != FED_OBJECT)
        return false;
    if (t->fed.kind) {
        move(a, R13, t->fed.in);
        translate_incref(t, R13);
        t->fed.kind = FED_NOTHING;
    } else if (ins.op == OP_RETURN) {
        load(a, R13, RBX, SLOT(ins.a));
        store_imm(a, RBX, SLOT(ins.a), 0);
    } else {
        Object *constant = t->code->constants[ins.index32];
        move_imm(a, R13, (uintptr_t)constant);
        if (constant->refcount >= 0)
            translate_incref(t, R13);
    }
    emit_return(t);
    return true;
}

// ---- Calls in C ---------------------------------------------------------------------------------

// The object in register `slot`, which holds one, is released.
static void release_slot(Translator *t, uint32_t slot)
{
    Assembler *a = &t->assembler;
    load(a, RDI, RBX, SLOT(slot));
    store_imm(a, RBX, SLOT(slot), 0);
    translate_release(t);
}

// RSI: the callable, which must be of this type and definition (at `offset` in it).
static void check_definition(Translator *t, uint16_t type, int32_t offset, const void *def)
{
    Assembler *a = &t->assembler;
    load(a, RSI, RBX, SLOT(t->ins.a));
    compare_16(a, RSI, offsetof(Object, type_index), type);
    translate_guard(t, IF_NOT_EQUAL);
    if ((uintptr_t)def <= INT32_MAX) {
        operate_in_memory(a, ALU_CMP, RSI, offset, (int32_t)(uintptr_t)def);
    } else {
        move_imm(a, RCX, (uintptr_t)def);
        operate_memory(a, ALU_CMP, RCX, RSI, offset);
    }
    translate_guard(t, IF_NOT_EQUAL);
}

// RDI: self, an object of this type.
static void check_self(Translator *t, uint32_t type)
{
    Assembler *a = &t->assembler;
    load(a, RDI, RBX, SLOT(t->ins.a + 1u));
    test(a, RDI, RDI);
    translate_guard(t, IF_EQUAL);
    compare_16(a, RDI, offsetof(Object, type_index), (uint16_t)type);
    translate_guard(t, IF_NOT_EQUAL);
}

static void check_no_self(Translator *t)
{
    if (t->ins.d & D_CALL_SELF) {
        operate_in_memory(&t->assembler, ALU_CMP, RBX, SLOT(t->ins.a + 1u), 0);
        translate_guard(t, IF_NOT_EQUAL);
    }
}

// The result of a call in C is in RAX: the window dies from left to right, then it is written.
static void emit_called(Translator *t, bool has_self)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    test(a, RAX, RAX);
    translate_stub(t, STUB_CALL_FAILED, jump_if(a, IF_EQUAL));
    move(a, R13, RAX);
    release_slot(t, ins.a);
    if (has_self)
        release_slot(t, ins.a + 1u);
    for (uint32_t i = 0; i < ins.b; i++)
        release_slot(t, ins.a + 2u + i);
    if (ins.d & D_DROP) {
        move(a, RDI, R13);
        translate_release(t);
    } else {
        translate_put(t, ins.c, R13);
    }
    translate_safe_point(t);
}

// CALL_METHOD_FAST, CALL_C_ONE, CALL_C_FAST, CALL_BUILTIN_ONE: the function is called directly.
static bool call_in_c(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    const Instruction *cache = &t->code->code[t->index + 1];
    const MethodDef *def = (const MethodDef *)(uintptr_t)cache[0].word;
    bool is_method = ins.op == OP_CALL_METHOD_FAST || ins.op == OP_CALL_C_ONE;
    if (!def || ins.b > 4)
        return false;
    if (is_method) {
        // Its number is part of the machine code, and that of a script's class may be another's one day.
        const TypeObject *type = type_table[cache[1].index32];
        if (!type || type_has(type, TF_HEAP))
            return false;
        check_definition(t, TYPE_METHOD_DESCRIPTOR, offsetof(MethodDescriptorObject, def), def);
        check_self(t, cache[1].index32);
    } else {
        check_definition(t, TYPE_C_FUNCTION, offsetof(CFunctionObject, def), def);
        check_no_self(t);
    }
    translate_save(t);
    if (!is_method)
        load(a, RDI, RSI, offsetof(CFunctionObject, self));
    if (ins.op == OP_CALL_C_ONE || ins.op == OP_CALL_BUILTIN_ONE) {
        load(a, RSI, RBX, SLOT(ins.a + 2u));
    } else if (!is_method || (def->kind & METHOD_KIND_MASK) != METHOD_NOARGS) {
        load_address(a, RSI, RBX, SLOT(ins.a + 2u));
        move_imm(a, RDX, ins.b);
    }
    call(a, def->function);
    emit_called(t, is_method);
    return true;
}

static bool call_append(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    const Instruction *cache = &t->code->code[t->index + 1];
    t->help = (const void *)native_call_append;
    size_t stubs = t->stub_count;
    check_definition(t, TYPE_METHOD_DESCRIPTOR, offsetof(MethodDescriptorObject, def),
                     (const void *)(uintptr_t)cache[0].word);
    load(a, RSI, RBX, SLOT(ins.a + 1u));
    test(a, RSI, RSI);
    translate_guard(t, IF_EQUAL);
    compare_16(a, RSI, offsetof(Object, type_index), TYPE_LIST);
    translate_guard(t, IF_NOT_EQUAL);
    operate_in_memory_32(a, ALU_CMP, RSI, 0,
                         1); // it would die before the item's reference in the window
    translate_guard(t, IF_EQUAL);
    load(a, RDX, RSI, offsetof(ListObject, count));
    operate_memory(a, ALU_CMP, RDX, RSI, offsetof(ListObject, capacity));
    translate_guard(t, IF_ABOVE_EQUAL);
    t->help = NULL;
    load(a, RAX, RBX, SLOT(ins.a + 2u));
    store_imm(a, RBX, SLOT(ins.a + 2u), 0);
    load(a, RDI, RSI, offsetof(ListObject, items));
    store_indexed(a, RDI, RDX, 0, RAX);
    operate_in_memory(a, ALU_ADD, RSI, offsetof(ListObject, count), 1);
    release_slot(t, ins.a);
    release_slot(t, ins.a + 1u);
    if (!(ins.d & D_DROP)) {
        move_imm(a, RAX, (uintptr_t)object_none);
        translate_put(t, ins.c, RAX);
    }
    translate_join(t, stubs);
    translate_safe_point(t);
    return true;
}

// len() of an exact list, str or tuple; C does others.
static bool call_len(Translator *t)
{
    Assembler *a = &t->assembler;
    Instruction ins = t->ins;
    if (ins.d & (D_CALL_SELF | D_DROP)) {
        translate_help(t, (const void *)native_call_len);
    } else {
        t->help = (const void *)native_call_len;
        size_t stubs = t->stub_count;
        check_definition(t, TYPE_C_FUNCTION, offsetof(CFunctionObject, def), special_len_def);
        load(a, RDI, RBX, SLOT(ins.a + 2u));
        load_16(a, RCX, RDI, offsetof(Object, type_index));
        load(a, R13, RDI, offsetof(ListObject, count));
        operate_imm_32(a, ALU_CMP, RCX, TYPE_LIST);
        uint8_t *is_list = skip_if(a, IF_EQUAL);
        load(a, R13, RDI, offsetof(TupleObject, count));
        operate_imm_32(a, ALU_CMP, RCX, TYPE_TUPLE);
        uint8_t *is_tuple = skip_if(a, IF_EQUAL);
        operate_imm_32(a, ALU_CMP, RCX, TYPE_STR);
        translate_guard(t, IF_NOT_EQUAL);
        load_32(a, R13, RDI, offsetof(StrObject, length));
        skip_here(a, is_list);
        skip_here(a, is_tuple);
        t->help = NULL;
        store_imm(a, RBX, SLOT(ins.a + 2u), 0);
        translate_release(t);
        release_slot(t, ins.a);
        if (ins.d & D_FEEDS) {
            store_fixed(a, (int32_t)(uintptr_t)&native_lent.integer, R13);
        } else {
            translate_store_int(t, ins.c, R13, false);
        }
        translate_join(t, stubs);
    }
    if (ins.d & D_FEEDS) {
        load_fixed(a, RAX, (int32_t)(uintptr_t)&native_lent.integer);
        t->fed_next = (Fed){FED_INT, ins.d & D_FEEDS_SECOND_CALL, RAX, ins.c};
    }
    return true;
}

// The frame that C has pushed, or the one that it has gone back to, goes on at its pc. A call's
// frame comes back behind the call.
static bool call_help(Translator *t, const void *function)
{
    translate_help(t, function);
    translate_safe_point(t);
    uint8_t *over = jump(&t->assembler);
    emit_returned(t, t->stub_count);
    if (!t->assembler.is_full)
        patch_jump(over, t->assembler.at);
    return true;
}

bool translate_call(Translator *t)
{
    Instruction ins = t->ins;
    if (ins.op == OP_RETURN || ins.op == OP_RETURN_CONST)
        return return_value(t);
    if (t->fed.kind)
        return false;
    switch (ins.op) {
    case OP_CALL_FUNCTION:
        t->help = (const void *)native_call;
        size_t stubs = t->stub_count;
        call_function(t);
        t->help = NULL;
        emit_returned(t, stubs);
        return true;
    case OP_CALL:
        return is_settled(t) && call_help(t, (const void *)native_call);
    case OP_CALL_CLASS:
        return call_help(t, (const void *)native_call_class);
    case OP_CALL_BOUND_METHOD:
        return call_help(t, (const void *)native_call_method_object);
    case OP_CALL_KW:
        return is_settled(t) && call_help(t, (const void *)native_call_kw);
    case OP_CALL_EX:
        return call_help(t, (const void *)native_call_ex);
    case OP_CALL_KW_FUNCTION:
        return call_help(t, (const void *)native_call_keywords);
    case OP_CALL_RANGE:
        translate_help(t, (const void *)native_call_range);
        translate_safe_point(t);
        translate_jump(t, jump(&t->assembler), t->index + 4); // over the GET_ITER
        return true;
    case OP_CALL_SUPER:
        translate_help(t, (const void *)native_call_super);
        translate_jump(t, jump(&t->assembler), t->index + 8); // over the LOAD_METHOD
        return true;
    case OP_CALL_METHOD_FAST:
    case OP_CALL_C_ONE:
    case OP_CALL_C_FAST:
    case OP_CALL_BUILTIN_ONE:
        if (call_in_c(t))
            return true;
        translate_help(t, ins.op == OP_CALL_METHOD_FAST || ins.op == OP_CALL_C_ONE
                              ? (const void *)native_call_method
                              : (const void *)native_call_builtin);
        translate_safe_point(t);
        return true;
    case OP_CALL_BUILTIN_TYPE:
        translate_help(t, (const void *)native_call_type);
        translate_safe_point(t);
        return true;
    case OP_CALL_LIST_APPEND:
        return call_append(t);
    case OP_CALL_LEN:
        return call_len(t);
    case OP_FOR_ITER_GENERATOR:
    case OP_FOR_LOOP_GENERATOR:
        translate_help(t, (const void *)native_next_generator);
        return true;
    case OP_YIELD:
        translate_help(t, (const void *)native_yield);
        return true;
    case OP_YIELD_FROM:
        translate_help(t, (const void *)native_yield_from);
        return true;
    default:
        return false;
    }
}
