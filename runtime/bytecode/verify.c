// The verifier. verify_code is first a linear scan (words, operands, windows, jump targets), then a
// flow analysis: for each instruction the set of temporaries that are live on every path to it.
// Invariant of the analysis: sets only shrink, so it ends.
#include "runtime/bytecode/verify.h"

#include "runtime/bytecode/exctable.h"
#include "runtime/memory/region.h"

#include <string.h>

#define TEMPORARY_LIMIT 4096 // code with more is checked without the flow analysis

typedef struct Verifier {
    const VerifyInput *in;
    Region region;
    uint8_t *is_start;  // per word: an instruction begins here
    uint64_t **live;    // per word: live temporaries before the instruction; NULL: not reached yet
    uint64_t *now;      // the set while one instruction is applied
    uint32_t set_words; // 64-bit words of a set
    uint32_t *work;     // stack of words whose sets changed
    uint32_t work_count;
    uint8_t *is_queued;
    const char *error;
    uint32_t error_word;
} Verifier;

typedef struct Window {
    uint32_t start, count;
} Window;

static Opcode general_op(Instruction instruction)
{
    return opcode_general((Opcode)instruction.op);
}

static uint32_t operand_of(Instruction instruction, int position)
{
    return position == 0 ? instruction.a : position == 1 ? instruction.b : instruction.c;
}

// The registers that the operand W names, per opcode. Windows that are written: LOAD_METHOD,
// UNPACK, UNPACK_EX, COPY_FREE; all others are consumed.
static Window window_of(Instruction instruction)
{
    uint32_t a = instruction.a, b = instruction.b, c = instruction.c;
    switch (general_op(instruction)) {
    case OP_COPY_FREE:
        return (Window){a, b};
    case OP_LOAD_METHOD:
        return (Window){a, 2};
    case OP_BUILD_SLICE: case OP_STORE_SLICE:
        return (Window){b, 3};
    case OP_LOAD_SLICE:
        return (Window){c, 3};
    case OP_BUILD_DICT:
        return (Window){b, 2 * c};
    case OP_UNPACK:
        return (Window){a, c};
    case OP_UNPACK_EX:
        return (Window){a, c + 1 + instruction.d};
    case OP_CALL:
        return (Window){a, b + 2};
    case OP_CALL_KW:
        return (Window){a, b + 3};
    case OP_CALL_EX:
        return (Window){a, instruction.d & 1 ? 4 : 3};
    case OP_MAKE_FUNCTION:
        return (Window){c, (uint32_t)__builtin_popcount(instruction.d & 15)};
    default: // BUILD_LIST, BUILD_TUPLE, BUILD_SET, BUILD_STRING
        return (Window){b, c};
    }
}

static bool window_is_written(Opcode op)
{
    return op == OP_LOAD_METHOD || op == OP_UNPACK || op == OP_UNPACK_EX || op == OP_COPY_FREE;
}

// False for the register that a call window leaves out.
static bool window_register_is_used(Instruction instruction, uint32_t offset)
{
    Opcode op = general_op(instruction);
    if (op == OP_CALL || op == OP_CALL_KW)
        return offset != 1 || (instruction.d & D_CALL_SELF);
    return op != OP_CALL_EX || offset != 1;
}

static bool operand_is_read(Instruction instruction, int position)
{
    if (opcode_operand_is_constant(instruction, position))
        return false;
    switch (general_op(instruction)) {
    case OP_FORMAT:
        return position != 2 || (instruction.d & D_HAS_SPEC);
    case OP_RAISE:
        return position < instruction.d;
    default:
        return true;
    }
}

static bool operand_is_kept(Opcode op, int position)
{
    const char *effect = opcode_info[op].effect;
    for (const char *mark = effect; (mark = strchr(mark, '!')); mark++)
        if (mark[1] == 'a' + position)
            return true;
    return false;
}

static bool jump_target(Instruction instruction, uint32_t word, int64_t *target)
{
    Opcode op = general_op(instruction);
    const char *operands = opcode_info[op].operands;
    int64_t next = (int64_t)word + opcode_word_count((Opcode)instruction.op);
    if (operands[1] == 'L') {
        *target = next + instruction.jump32;
        return true;
    }
    if (operands[2] == 'J') {
        *target = next + instruction.jump16;
        return true;
    }
    return false;
}

static void fail(Verifier *verifier, uint32_t word, const char *error)
{
    if (!verifier->error) {
        verifier->error = error;
        verifier->error_word = word;
    }
}

// ---- The linear scan ----------------------------------------------------------------------------

static void check_operands(Verifier *verifier, uint32_t word)
{
    const VerifyInput *in = verifier->in;
    Instruction instruction = in->code[word];
    Opcode op = general_op(instruction);
    const char *operands = opcode_info[op].operands;
    for (int i = 0; i < 3; i++) {
        uint32_t value = operand_of(instruction, i);
        switch (operands[i]) {
        case 'r': case 'w': case 'm':
            if (opcode_operand_is_constant(instruction, i) ? value >= in->constant_count
                                          : operand_is_read(instruction, i) &&
                                                value >= in->register_count)
                fail(verifier, word, "operand out of range");
            break;
        case 'k': case 'n':
            if (value >= in->constant_count)
                fail(verifier, word, "constant out of range");
            break;
        case 'K':
            if (instruction.index32 >= in->constant_count)
                fail(verifier, word, "constant out of range");
            return;
        case 'L':
            return;
        case 'W': {
            Window window = window_of(instruction);
            if (window.start + window.count > in->register_count)
                fail(verifier, word, "window out of range");
            if (window.count && !window_is_written(op) && window.start < in->local_count)
                fail(verifier, word, "window among the locals");
            break;
        }
        }
    }
    if ((op == OP_PUSH_EXC || op == OP_POP_EXC) &&
        (instruction.a < in->local_count || instruction.a + 1u >= in->register_count))
        fail(verifier, word, "handler's registers out of range");
}

static bool is_start(const Verifier *verifier, int64_t word)
{
    return word >= 0 && word < verifier->in->word_count && verifier->is_start[word];
}

static void scan(Verifier *verifier)
{
    const VerifyInput *in = verifier->in;
    uint32_t word = 0, last = 0;
    while (word < in->word_count && !verifier->error) {
        if (in->code[word].op >= OP_COUNT) {
            fail(verifier, word, "no such opcode");
            return;
        }
        verifier->is_start[word] = 1;
        check_operands(verifier, word);
        last = word;
        word += (uint32_t)opcode_word_count((Opcode)in->code[word].op);
    }
    if (verifier->error)
        return;
    if (!in->word_count || word != in->word_count ||
        !strchr(opcode_info[general_op(in->code[last])].effect, 'x'))
        fail(verifier, last, "the code runs off its end");
    int64_t target;
    for (word = 0; word < in->word_count; word++) {
        if (!verifier->is_start[word] || !jump_target(in->code[word], word, &target))
            continue;
        if (!is_start(verifier, target))
            fail(verifier, word, "jump into the middle of an instruction");
        Opcode op = general_op(in->code[word]);
        bool must_go_back = op == OP_JUMP_BACK || op == OP_FOR_LOOP;
        bool may_go_back = must_go_back || (op != OP_JUMP && op != OP_FOR_ITER);
        if (target <= word ? !may_go_back : must_go_back)
            fail(verifier, word, "jump in the wrong direction");
    }
    ExceptionTableReader reader;
    exctable_read(&reader, in->exception_table, in->exception_table_size);
    for (uint32_t end = 0; exctable_next(&reader); end = reader.entry.end) {
        ExceptionEntry *entry = &reader.entry;
        if (entry->start < end || entry->start >= entry->end || entry->end > in->word_count ||
            !is_start(verifier, entry->start) || !is_start(verifier, entry->handler) ||
            in->local_count + entry->depth >= in->register_count) {
            fail(verifier, entry->start, "bad exception table entry");
            return;
        }
    }
}

// ---- The flow of temporaries --------------------------------------------------------------------

static bool is_live(Verifier *verifier, uint32_t reg)
{
    uint32_t index = reg - verifier->in->local_count;
    return reg < verifier->in->local_count || verifier->now[index / 64] >> (index % 64) & 1;
}

static void set_live(Verifier *verifier, uint32_t reg, bool live)
{
    if (reg < verifier->in->local_count)
        return;
    uint32_t index = reg - verifier->in->local_count;
    uint64_t bit = (uint64_t)1 << (index % 64);
    if (live)
        verifier->now[index / 64] |= bit;
    else
        verifier->now[index / 64] &= ~bit;
}

static void use_register(Verifier *verifier, uint32_t word, uint32_t reg, bool keep)
{
    if (!is_live(verifier, reg))
        fail(verifier, word, "reads a dead temporary");
    if (!keep)
        set_live(verifier, reg, false);
}

// Joins the current set (first `depth` temporaries only) into that of `word`.
static void flow_to(Verifier *verifier, uint32_t word, uint32_t depth)
{
    uint64_t *set = verifier->live[word];
    bool changed = !set;
    if (!set) {
        set = region_alloc(&verifier->region, verifier->set_words * sizeof *set);
        if (!set)
            return; // memory is out: this path is not checked
        memset(set, 0xff, verifier->set_words * sizeof *set);
        verifier->live[word] = set;
    }
    for (uint32_t i = 0; i < verifier->set_words; i++) {
        uint64_t mask = depth >= i * 64 + 64 ? ~(uint64_t)0
                        : depth <= i * 64    ? 0
                                             : ((uint64_t)1 << (depth - i * 64)) - 1;
        uint64_t joined = set[i] & verifier->now[i] & mask;
        changed |= joined != set[i];
        set[i] = joined;
    }
    if (changed && !verifier->is_queued[word]) {
        verifier->is_queued[word] = 1;
        verifier->work[verifier->work_count++] = word;
    }
}

static void flow_to_handler(Verifier *verifier, uint32_t word)
{
    ExceptionEntry entry;
    const VerifyInput *in = verifier->in;
    if (!exctable_find(in->exception_table, in->exception_table_size, word, &entry))
        return;
    uint32_t reg = in->local_count + entry.depth;
    bool was_live = is_live(verifier, reg);
    set_live(verifier, reg, true);
    flow_to(verifier, entry.handler, entry.depth + 1);
    set_live(verifier, reg, was_live);
}

static void apply_reads(Verifier *verifier, uint32_t word, Instruction instruction)
{
    Opcode op = general_op(instruction);
    const char *operands = opcode_info[op].operands;
    for (int i = 0; i < 3 && operands[i] != 'K' && operands[i] != 'L'; i++) {
        uint32_t reg = operand_of(instruction, i);
        if (operands[i] == 'r' && operand_is_read(instruction, i)) {
            use_register(verifier, word, reg, operand_is_kept(op, i));
        } else if (operands[i] == 'm') {
            bool keeps = op == OP_SWAP || op == OP_PUSH_EXC || op == OP_MAKE_CELL;
            use_register(verifier, word, reg, keeps);
            if (op == OP_POP_EXC)
                use_register(verifier, word, reg + 1, false);
        } else if (operands[i] == 'W' && !window_is_written(op)) {
            Window window = window_of(instruction);
            for (uint32_t k = 0; k < window.count; k++)
                if (window_register_is_used(instruction, k))
                    use_register(verifier, word, window.start + k, false);
        }
    }
}

static void apply_writes(Verifier *verifier, Instruction instruction)
{
    Opcode op = general_op(instruction);
    const char *operands = opcode_info[op].operands;
    for (int i = 0; i < 3 && operands[i] != 'K' && operands[i] != 'L'; i++) {
        bool drops = (op == OP_CALL || op == OP_CALL_KW || op == OP_CALL_EX || op == OP_YIELD) && instruction.d & D_DROP;
        if (operands[i] == 'w' && !drops)
            set_live(verifier, operand_of(instruction, i), true);
        if (operands[i] == 'W' && window_is_written(op)) {
            Window window = window_of(instruction);
            for (uint32_t k = 0; k < window.count; k++)
                set_live(verifier, window.start + k, true);
        }
    }
    if (op == OP_PUSH_EXC)
        set_live(verifier, instruction.a + 1u, true);
}

static void apply(Verifier *verifier, uint32_t word)
{
    Instruction instruction = verifier->in->code[word];
    Opcode op = general_op(instruction);
    uint32_t next = word + (uint32_t)opcode_word_count((Opcode)instruction.op);
    int64_t target = 0;
    bool jumps = jump_target(instruction, word, &target);
    memcpy(verifier->now, verifier->live[word], verifier->set_words * sizeof *verifier->now);
    flow_to_handler(verifier, word);
    apply_reads(verifier, word, instruction);
    if (op >= OP_JUMP_IF_TRUE && op <= OP_JUMP_IF_NOT_NONE && instruction.d) {
        set_live(verifier, instruction.a, true);
        flow_to(verifier, (uint32_t)target, UINT32_MAX);
        set_live(verifier, instruction.a, instruction.d == 1);
    } else if (op == OP_FOR_ITER) {
        set_live(verifier, instruction.b, false);
        flow_to(verifier, (uint32_t)target, UINT32_MAX);
        set_live(verifier, instruction.b, true);
        apply_writes(verifier, instruction);
    } else if (op == OP_FOR_LOOP) {
        apply_writes(verifier, instruction);
        flow_to(verifier, (uint32_t)target, UINT32_MAX);
        set_live(verifier, instruction.b, false);
    } else {
        if (op == OP_YIELD_FROM)
            set_live(verifier, instruction.b, false);
        apply_writes(verifier, instruction);
        if (jumps)
            flow_to(verifier, (uint32_t)target, UINT32_MAX);
    }
    flow_to_handler(verifier, word);
    if (!strchr(opcode_info[op].effect, 'x'))
        flow_to(verifier, next, UINT32_MAX);
}

static void check_flow(Verifier *verifier)
{
    const VerifyInput *in = verifier->in;
    uint32_t temporaries = in->register_count - in->local_count;
    verifier->set_words = (temporaries + 63) / 64 + !temporaries;
    verifier->live = region_zalloc(&verifier->region, in->word_count * sizeof *verifier->live);
    verifier->work = region_alloc(&verifier->region, in->word_count * sizeof *verifier->work);
    verifier->is_queued = region_zalloc(&verifier->region, in->word_count);
    verifier->now =
        region_zalloc(&verifier->region, verifier->set_words * sizeof *verifier->now);
    if (!verifier->live || !verifier->work || !verifier->is_queued || !verifier->now)
        return;
    flow_to(verifier, 0, UINT32_MAX);
    while (verifier->work_count && !verifier->error) {
        uint32_t word = verifier->work[--verifier->work_count];
        verifier->is_queued[word] = 0;
        apply(verifier, word);
    }
}

const char *verify_code(const VerifyInput *input, uint32_t *word_index)
{
    Verifier verifier = {.in = input};
    region_init(&verifier.region);
    verifier.is_start = region_zalloc(&verifier.region, input->word_count + 1);
    if (verifier.is_start) {
        if (input->local_count > input->register_count)
            fail(&verifier, 0, "more locals than registers");
        else
            scan(&verifier);
        if (!verifier.error && input->register_count - input->local_count <= TEMPORARY_LIMIT)
            check_flow(&verifier);
    }
    region_free(&verifier.region);
    *word_index = verifier.error_word;
    return verifier.error;
}
