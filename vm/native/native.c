// Translation of a code object: a walk over its instructions, each emitted by its template; then
// the stubs, and the jumps between them. The machine code lies in one region, near enough to the C
// functions for direct calls; it is writable or executable, never both.
#include "vm/native/native.h"

#include "runtime/model/state.h"
#include "vm/native/translator.h"
#include "vm/vm.h"

#include <sys/mman.h>

NativeLent native_lent;
NativeRun native_run;
uint32_t native_depth;

#if defined(__x86_64__) && defined(__linux__)

enum {
    REGION_SIZE = 16 << 20,
    TABLES_SIZE = 4 << 20,
    WORD_BYTES_MOST = 256,
    WORDS_MOST = 1 << 16,
    HELD_WORDS_MOST = 40
};
static uint8_t *region, *region_start, *region_at; // machine code
static uint8_t *tables, *tables_at;                // NativeCode
struct NativeCommon native_common;
static bool is_off;

// ---- The region ---------------------------------------------------------------------------------

// What C calls: saves its registers, loads ours. And where all exits end.
static void emit_entry(Assembler *a)
{
    static const Register saved[] = {RBX, RBP, R12, R13, R14, R15};
    native_run = (NativeRun)(uintptr_t)a->at;
    for (size_t i = 0; i < 6; i++)
        push(a, saved[i]);
    operate_imm(a, ALU_SUB, RSP, 8);
    move(a, R12, RSI);
    move(a, RBX, RDX);
    move(a, RBP, RCX);
    jump_register(a, RDI);
    native_common.tail = a->at;
    operate_imm(a, ALU_ADD, RSP, 8);
    for (size_t i = 6; i > 0; i--)
        pop(a, saved[i - 1]);
    return_from(a);
}

static void emit_exit_at_pc(Assembler *a, NativeExitKind kind)
{
    load(a, RAX, R12, offsetof(Frame, pc));
    move_imm(a, RDX, kind);
    jump_to(a, native_common.tail);
}

static void emit_common(Assembler *a)
{
    native_common.go_on = a->at;
    load_fixed(a, R12, (int32_t)(uintptr_t)&vm.frame);
    load(a, RBX, R12, offsetof(Frame, base));
    load(a, RSI, R12, offsetof(Frame, code));
    load(a, RBP, RSI, offsetof(CodeObject, code));
    load(a, RAX, RSI, offsetof(CodeObject, native));
    test(a, RAX, RAX);
    uint8_t *no_code = jump_if(a, IF_EQUAL);
    load(a, RCX, R12, offsetof(Frame, pc));
    operate(a, ALU_SUB, RCX, RBP);
    shift(a, SHIFT_RIGHT, RCX, 1);
    operate(a, ALU_ADD, RCX, RAX);
    load_32(a, RCX, RCX, offsetof(NativeCode, offsets));
    test_32(a, RCX, RCX);
    uint8_t *no_entry = jump_if(a, IF_EQUAL);
    operate_memory(a, ALU_ADD, RCX, RAX, offsetof(NativeCode, base));
    jump_register(a, RCX);
    patch_jump(no_code, a->at);
    patch_jump(no_entry, a->at);
    emit_exit_at_pc(a, NATIVE_ENTER);

    native_common.leave = a->at;
    load_fixed(a, R12, (int32_t)(uintptr_t)&vm.frame);
    test_32(a, RAX, RAX);
    uint8_t *left = jump_if(a, IF_NOT_NEGATIVE);
    emit_exit_at_pc(a, NATIVE_ERROR);
    patch_jump(left, a->at);
    move_imm(a, RDX, NATIVE_LEAVE);
    jump_to(a, native_common.tail);

    native_common.returned = a->at;
    operate_imm_32(a, ALU_CMP, RAX, NATIVE_SWITCH);
    jump_to_if(a, IF_EQUAL, native_common.go_on);
    operate_imm_32(a, ALU_CMP, RAX, NATIVE_NOT);
    jump_to_if(a, IF_NOT_EQUAL, native_common.leave);
    emit_exit_at_pc(a, NATIVE_RETURNING);
}

static bool is_fixed(const void *address)
{
    return (uintptr_t)address < (uintptr_t)INT32_MAX;
}

static int start_region(void)
{
    if (!is_fixed(&state) || !is_fixed(&vm) || !is_fixed(small_ints) || !is_fixed(&native_lent))
        return -1; // a position-independent build: the templates use addresses of 32 bits
    region = mmap((void *)(uintptr_t)0x20000000, REGION_SIZE, PROT_NONE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (region == MAP_FAILED) {
        region = NULL;
        return -1;
    }
    tables = mmap(NULL, TABLES_SIZE, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (tables == MAP_FAILED || mprotect(region, PAGE_SIZE, PROT_READ | PROT_WRITE) < 0)
        return -1;
    Assembler a = {.at = region, .end = region + PAGE_SIZE};
    emit_entry(&a);
    emit_common(&a);
    region_at = region_start = a.at;
    tables_at = tables;
    return mprotect(region, PAGE_SIZE, PROT_READ | PROT_EXEC);
}

static bool emit_instruction(Translator *t)
{
    return translate_number(t) || translate_name(t) || translate_attribute(t) ||
           translate_item(t) || translate_call(t) || translate_helped(t);
}

static void mark_targets(Translator *t)
{
    const CodeObject *code = t->code;
    for (uint32_t i = 0; i < code->word_count;) {
        Instruction ins = code->code[i];
        uint32_t next = i + (uint32_t)opcode_word_count((Opcode)ins.op);
        const char *operands = opcode_info[opcode_general((Opcode)ins.op)].operands;
        if (operands[2] == 'J')
            t->targets[(int64_t)next + ins.jump16] = 1;
        else if (operands[1] == 'L')
            t->targets[(int64_t)next + ins.jump32] = 1;
        i = next;
    }
}

// Where a result began to be held: if that can't be, the walk goes on from here.
typedef struct WalkPlace {
    uint8_t *at;
    size_t stub_count, jump_count;
    uint32_t index;
    Fed fed;
} WalkPlace;

// False: the result that is held can't be.
static bool step(Translator *t)
{
    bool was_held = t->held.kind;
    if (emit_instruction(t))
        return true;
    if (was_held)
        return false;
    translate_unfeed(t);
    if (!emit_instruction(t))
        translate_leave(t, t->index, is_settled(t) ? NATIVE_GO_ON_NEVER : NATIVE_GO_ON_COLD);
    return true;
}

static void walk(Translator *t)
{
    const CodeObject *code = t->code;
    WalkPlace place = {0};
    mark_targets(t);
    for (uint32_t i = 0; i < code->word_count && !t->failed && !t->assembler.is_full;) {
        t->index = i;
        t->ins = code->code[i];
        t->fed = t->fed_next;
        t->fed_next = (Fed){0};
        if (!t->held.kind)
            place = (WalkPlace){t->assembler.at, t->stub_count, t->jump_count, i, t->fed};
        bool is_inner = t->fed.kind || t->held.kind;
        t->native->offsets[i] = is_inner ? 0 : (uint32_t)(t->assembler.at - t->native->base);
        if (!step(t) ||
            (t->held.kind && i - place.index > HELD_WORDS_MOST)) { // from where it began, without
            t->assembler.at = place.at;
            t->stub_count = place.stub_count;
            t->jump_count = place.jump_count;
            t->fed_next = place.fed;
            t->held.kind = FED_NOTHING;
            t->help = NULL;
            t->never_held = place.index + 1;
            i = place.index;
            continue;
        }
        i += (uint32_t)opcode_word_count((Opcode)t->ins.op);
    }
}

// What an earlier translation tells the next one of the guesses.
static void carry_over(NativeCode *native, const NativeCode *former, uint32_t word_count)
{
    uint8_t some = code_cold < NATIVE_EXITS_FIRST / 4 ? 1 : NATIVE_LEFT_MOST / 2;
    for (uint32_t i = 0; i < word_count; i++) {
        uint8_t left = former->left[i], kept = left & ~NATIVE_LEFT_MOST;
        if ((left & NATIVE_LEFT_MOST) >= some && !(kept & NATIVE_LEFT_TWICE))
            kept += NATIVE_LEFT_ONCE;
        native->left[i] = kept;
    }
}

// Machine code and table of a code object; NULL: no room. Nothing of it is traced or counted as the
// script's.
static NativeCode *translate(CodeObject *code, uint32_t generation)
{
    size_t size = sizeof(NativeCode) + code->word_count * (sizeof(uint32_t) + 1);
    uint8_t *start = (uint8_t *)((uintptr_t)region_at & ~(uintptr_t)(PAGE_SIZE - 1));
    size_t room = (size_t)(region + REGION_SIZE - start),
           wanted = 4 * PAGE_SIZE + code->word_count * WORD_BYTES_MOST;
    wanted = (wanted + PAGE_SIZE - 1) & ~(size_t)(PAGE_SIZE - 1);
    if (code->word_count > WORDS_MOST || wanted > room ||
        size > (size_t)(tables + TABLES_SIZE - tables_at) ||
        mprotect(start, wanted, PROT_READ | PROT_WRITE) < 0)
        return NULL;
    NativeCode *native = (NativeCode *)(void *)tables_at;
    memset(native, 0, size);
    native->generation = generation;
    native->base = region_at;
    native->left = (uint8_t *)&native->offsets[code->word_count];
    if (code->native)
        carry_over(native, code->native, code->word_count);
    static Stub stubs[STUBS_MOST];
    static Jump jumps[JUMPS_MOST];
    static uint8_t targets[WORDS_MOST];
    memset(targets, 0, code->word_count);
    Translator t = {
        .code = code, .native = native, .stubs = stubs, .jumps = jumps, .targets = targets};
    t.assembler = (Assembler){.at = region_at, .end = start + wanted};
    while ((uintptr_t)t.assembler.at & 15 || t.assembler.at == native->base)
        emit_8(&t.assembler, 0xcc); // offset 0 says that there is no entry
    walk(&t);
    translate_stubs(&t);
    bool is_done = !t.failed && !t.assembler.is_full;
    for (size_t i = 0; i < t.jump_count && is_done; i++) {
        uint32_t offset = native->offsets[jumps[i].target];
        is_done = offset != 0;
        patch_jump(jumps[i].site, native->base + offset);
    }
    if (mprotect(start, wanted, PROT_READ | PROT_EXEC) < 0 || !is_done)
        return NULL;
    region_at = t.assembler.at;
    tables_at += (size + 15) & ~(size_t)15;
    native->entry = native->base + native->offsets[0];
    return native;
}

// There is no room left: everything begins anew.
static void forget_all(void)
{
    for (CodeObject *code = code_first_borrow(); code; code = code->next)
        if (code->native) {
            code->native = NULL;
            code->heat = -code_cold;
        }
    region_at = region_start;
    tables_at = tables;
}

NativeCode *native_translate(CodeObject *code)
{
    code->heat = INT32_MIN;
    if (!region && !is_off)
        is_off = start_region() < 0;
    if (is_off)
        return NULL;
    uint32_t generation = code->native ? code->native->generation + 1 : 0;
    if (native_depth == 0 && ((size_t)(region + REGION_SIZE - region_at) < REGION_SIZE / 4 ||
                              (size_t)(tables + TABLES_SIZE - tables_at) < TABLES_SIZE / 4))
        forget_all();
    NativeCode *native = translate(code, generation);
    if (!native) {
        if (code->native)
            code->native->exits_most = UINT32_MAX;
        return NULL;
    }
    uint32_t first =
        code_cold < NATIVE_EXITS_FIRST / 4 ? (uint32_t)code_cold * 4 + 4 : NATIVE_EXITS_FIRST;
    uint32_t doubled = generation < 4 ? 2 * generation : generation + 3 < 20 ? generation + 3 : 20;
    native->exits_most = first << doubled;
    code->native = native;
    code->heat = 0;
    return native;
}

#else

NativeCode *native_translate(CodeObject *code)
{
    code->heat = INT32_MIN;
    return NULL;
}

#endif
