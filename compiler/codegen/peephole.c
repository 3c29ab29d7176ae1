// Peephole pass. A removed instruction keeps its place in the list; a label on it means the next
// one that is left.
#include "compiler/codegen/peephole.h"

#include <string.h>

static uint32_t skip_removed(const Emitter *emitter, uint32_t index)
{
    while (index < emitter->count && emitter->code[index].removed)
        index++;
    return index;
}

// Where a jump to `label` really ends: through JUMPs that lie ahead of it.
static int32_t final_label(const Emitter *emitter, int32_t label, uint32_t from)
{
    for (int hops = 0; hops < 100; hops++) {
        uint32_t target = skip_removed(emitter, (uint32_t)emitter->labels[label].target);
        if (target >= emitter->count || emitter->code[target].op != OP_JUMP || target <= from)
            break;
        label = emitter->code[target].label;
    }
    return label;
}

static void thread_jumps(Emitter *emitter)
{
    for (uint32_t i = 0; i < emitter->count; i++) {
        Ins *ins = &emitter->code[i];
        if (ins->label < 0 || ins->op == OP_JUMP_BACK || ins->removed)
            continue;
        ins->label = final_label(emitter, ins->label, i);
        if (ins->op != OP_JUMP)
            continue;
        uint32_t target = skip_removed(emitter, (uint32_t)emitter->labels[ins->label].target);
        if (target >= emitter->count)
            continue;
        const Ins *there = &emitter->code[target];
        if (there->op == OP_JUMP_BACK) { // jump back directly: it is the same safe point
            ins->op = OP_JUMP_BACK;
            ins->label = there->label;
        }
    }
}

static void remove_empty_jumps(Emitter *emitter)
{
    for (uint32_t i = emitter->count; i-- > 0;) {
        Ins *ins = &emitter->code[i];
        if (ins->removed || ins->op != OP_JUMP)
            continue;
        if (skip_removed(emitter, (uint32_t)emitter->labels[ins->label].target) ==
            skip_removed(emitter, i + 1))
            ins->removed = true;
    }
}

static void reach(const Emitter *emitter, uint8_t *is_reached, uint32_t *work, uint32_t *count,
                  uint32_t index)
{
    if (index < emitter->count && !is_reached[index]) {
        is_reached[index] = 1;
        work[(*count)++] = index;
    }
}

// Removes what no path from the first instruction leads to.
static void remove_unreachable(Emitter *emitter)
{
    uint8_t *is_reached = emit_alloc(emitter, emitter->count + 1);
    uint32_t *work = emit_alloc(emitter, (emitter->count + 1) * sizeof *work);
    uint32_t count = 0;
    if (!is_reached || !work)
        return;
    reach(emitter, is_reached, work, &count, 0);
    while (count) {
        uint32_t index = work[--count];
        const Ins *ins = &emitter->code[index];
        if (ins->label >= 0)
            reach(emitter, is_reached, work, &count,
                  (uint32_t)emitter->labels[ins->label].target);
        if (ins->handler >= 0)
            reach(emitter, is_reached, work, &count,
                  (uint32_t)emitter->labels[emitter->handlers[ins->handler].label].target);
        if (!strchr(opcode_info[ins->op].effect, 'x'))
            reach(emitter, is_reached, work, &count, index + 1);
    }
    for (uint32_t i = 0; i < emitter->count; i++)
        if (!is_reached[i])
            emitter->code[i].removed = true;
}

static bool is_arithmetic(const Ins *ins)
{
    return ins->op >= OP_ADD && ins->op <= OP_MATMUL;
}

// The register that an instruction writes as its last act, for those that can write anywhere.
static uint32_t *result_register(Ins *ins)
{
    switch ((Opcode)ins->op) {
    case OP_MOVE: case OP_LOAD_CONST: case OP_LOAD_GLOBAL: case OP_LOAD_NAME: case OP_LOAD_DEREF:
    case OP_MAKE_FUNCTION: case OP_IMPORT_NAME: case OP_IMPORT_FROM: case OP_BUILD_LIST:
    case OP_BUILD_TUPLE: case OP_BUILD_SET: case OP_BUILD_DICT: case OP_BUILD_STRING:
    case OP_FORMAT:
        return &ins->a;
    case OP_CALL: case OP_CALL_KW: case OP_CALL_EX:
        return &ins->c;
    default:
        return is_arithmetic(ins) ? &ins->a : NULL;
    }
}

// `X t; TAKE local t` becomes `X local`.
static bool coalesce_take(const Emitter *emitter, Ins *before, Ins *take)
{
    if (take->op != OP_TAKE || take->b < emitter->local_count)
        return false;
    uint32_t *result = result_register(before);
    if (!result || *result != take->b)
        return false;
    if (is_arithmetic(before)) { // an operand that was the destination too has to be consumed now
        if (before->b == *result && !(before->d & D_B_CONST))
            before->d |= D_B_TEMP;
        if (before->c == *result && !(before->d & D_C_CONST))
            before->d |= D_C_TEMP;
    }
    *result = take->a;
    take->removed = true;
    return true;
}

// `CALL t; DROP t` becomes a call that drops its result; likewise YIELD.
static bool coalesce_drop(Ins *before, Ins *drop)
{
    bool is_call = before->op == OP_CALL || before->op == OP_CALL_KW || before->op == OP_CALL_EX;
    if (drop->op != OP_DROP || !(is_call ? drop->a == before->c : before->op == OP_YIELD && drop->a == before->a))
        return false;
    before->d |= D_DROP;
    drop->removed = true;
    return true;
}

// `UNPACK t0 .. 2; TAKE x t0; TAKE y t1` becomes UNPACK_TWO.
static bool coalesce_unpack(const Emitter *emitter, Ins *const *ins)
{
    if (ins[0]->op != OP_UNPACK || ins[0]->c != 2 || ins[1]->op != OP_TAKE || ins[2]->op != OP_TAKE ||
        ins[1]->b != ins[0]->a || ins[2]->b != ins[0]->a + 1 || ins[1]->a >= emitter->local_count ||
        ins[2]->a >= emitter->local_count)
        return false;
    ins[0]->op = OP_UNPACK_TWO;
    ins[0]->d = 0;
    ins[0]->c = ins[0]->b;
    ins[0]->a = ins[1]->a;
    ins[0]->b = ins[2]->a;
    ins[1]->removed = ins[2]->removed = true;
    return true;
}

// `x, y = u, v` of locals, that is `MOVE t0 u; MOVE t1 v; TAKE y t1; TAKE x t0`, or after a first step
// `MOVE t0 u; MOVE y v; TAKE x t0`:
//     x, y = y, x         SWAP
//     x, y = u, v         MOVE y v; MOVE x u
static bool coalesce_pair(const Emitter *emitter, Ins *const *ins)
{
    uint32_t t0 = ins[0]->a, u = ins[0]->b, y = ins[1]->a, v = ins[1]->b, x = ins[2]->a;
    if (ins[0]->op != OP_MOVE || ins[1]->op != OP_MOVE || ins[2]->op != OP_TAKE || ins[2]->b != t0 ||
        t0 < emitter->local_count || u >= emitter->local_count || v >= emitter->local_count ||
        y >= emitter->local_count || x == y)
        return false;
    if (u == y && v == x) {
        ins[0]->op = OP_SWAP;
        ins[0]->a = x;
        ins[1]->removed = true;
    } else if (u != y) {
        ins[0]->removed = true;
        ins[2]->op = OP_MOVE;
        ins[2]->b = u;
        return true;
    } else {
        return false;
    }
    ins[2]->removed = true;
    return true;
}

// `BUILD_SLICE t ..; LOAD_SUBSCR a b t` and the like for STORE_SUBSCR: no slice object is needed.
static bool coalesce_slice(const Emitter *emitter, Ins *build, Ins *use)
{
    uint32_t slice = build->a;
    if (build->op != OP_BUILD_SLICE || slice < emitter->local_count)
        return false;
    if (use->op == OP_LOAD_SUBSCR && !(use->d & D_C_CONST) && use->c == slice) {
        use->op = OP_LOAD_SLICE;
        use->d &= D_B_TEMP;
        use->c = build->b;
    } else if (use->op == OP_STORE_SUBSCR && !(use->d & D_B_CONST) && use->b == slice) {
        use->op = OP_STORE_SLICE;
        use->d &= D_C_CONST | D_A_TEMP | D_C_TEMP;
        use->b = build->b;
    } else {
        return false;
    }
    build->removed = true;
    return true;
}

// Number of instructions from `first` on, at most `most`, into which nothing jumps; those already
// removed are skipped: their indices go to run[].
static int straight_run(const Emitter *emitter, const uint8_t *has_label, uint32_t first, int most, uint32_t *run)
{
    int count = 0;
    for (uint32_t i = first; i < emitter->count && count < most && !(i > first && has_label[i]); i++)
        if (!emitter->code[i].removed)
            run[count++] = i;
    return count;
}

static void coalesce(Emitter *emitter)
{
    uint8_t *has_label = emit_alloc(emitter, emitter->count + 1);
    if (!has_label)
        return;
    for (uint32_t i = 0; i < emitter->label_count; i++)
        if (emitter->labels[i].target >= 0)
            has_label[emitter->labels[i].target] = 1;
    for (uint32_t i = 0; i < emitter->count; i++) {
        uint32_t run[3];
        if (emitter->code[i].removed)
            continue;
        int count = straight_run(emitter, has_label, i, 3, run);
        Ins *ins[3];
        for (int j = 0; j < count; j++)
            ins[j] = &emitter->code[run[j]];
        if (count >= 2 && !coalesce_take(emitter, ins[0], ins[1]) && !coalesce_drop(ins[0], ins[1]))
            coalesce_slice(emitter, ins[0], ins[1]);
        if (count == 3)
            coalesce_unpack(emitter, ins);
    }
    for (uint32_t i = 0; i < emitter->count; i++) {
        uint32_t run[3];
        if (!emitter->code[i].removed && straight_run(emitter, has_label, i, 3, run) == 3)
            coalesce_pair(emitter, (Ins *[]){&emitter->code[run[0]], &emitter->code[run[1]], &emitter->code[run[2]]});
    }
}

// ---- Loops --------------------------------------------------------------------------------------
//
// A loop is emitted with its test on top and a JUMP_BACK below. Where that can be, the JUMP_BACK
// becomes a copy of the test that jumps back to the body, so that an iteration costs one jump:
//
//     top: test false -> out          top: test false -> out
//          body                  =>   body: ...
//          JUMP_BACK top                    test true -> body
//     out:                            out:

#define TEST_LENGTH_MAX 6      // instructions that are copied
#define LOOP_LENGTH_MAX 6000   // instructions of a loop whose way back fits 16 bits of words

// Turns a conditional jump round. False: it also keeps or drops its operand depending on the way.
static bool invert(Ins *ins)
{
    switch ((Opcode)ins->op) {
    case OP_LT_JUMP: case OP_LE_JUMP: case OP_EQ_JUMP: case OP_NE_JUMP: case OP_GT_JUMP:
    case OP_GE_JUMP: case OP_IS_JUMP: case OP_IN_JUMP:
        ins->d ^= D_JUMP_IF_TRUE;
        return true;
    case OP_JUMP_IF_TRUE: ins->op = OP_JUMP_IF_FALSE; break;
    case OP_JUMP_IF_FALSE: ins->op = OP_JUMP_IF_TRUE; break;
    case OP_JUMP_IF_NONE: ins->op = OP_JUMP_IF_NOT_NONE; break;
    case OP_JUMP_IF_NOT_NONE: ins->op = OP_JUMP_IF_NONE; break;
    default: return false;
    }
    return ins->d != 2;
}

// The test on top of the loop that ends with the JUMP_BACK at `end`: index of its jump, which leaves
// the loop to what follows it. 0: not of this form.
static uint32_t find_test(const Emitter *emitter, const uint8_t *has_label, uint32_t top, uint32_t end)
{
    uint32_t out = skip_removed(emitter, end + 1), index = top;
    if (end - top > LOOP_LENGTH_MAX)
        return 0;
    for (int length = 0; length < TEST_LENGTH_MAX && index < end; length++) {
        Ins ins = emitter->code[index];
        if (ins.label >= 0) {
            uint32_t target = skip_removed(emitter, (uint32_t)emitter->labels[ins.label].target);
            bool is_test = (ins.op == OP_FOR_ITER && index == top) || invert(&ins);
            return is_test && target == out && skip_removed(emitter, index + 1) < end ? index : 0;
        }
        if (strchr(opcode_info[ins.op].effect, 'x'))
            return 0;
        index = skip_removed(emitter, index + 1);
        if (has_label[index])
            return 0;
    }
    return 0;
}

// Copies the test of the loop to code[count ...]; returns the new count.
static uint32_t copy_test(Emitter *emitter, Ins *code, uint32_t count, uint32_t top, uint32_t test)
{
    for (uint32_t i = top; i <= test; i++)
        if (!emitter->code[i].removed)
            code[count++] = emitter->code[i];
    Ins *jump = &code[count - 1];
    if (jump->op == OP_FOR_ITER) {
        jump->op = OP_FOR_LOOP;
        jump->d |= D_JUMP_IF_TRUE;
    } else {
        invert(jump);
    }
    jump->label = emit_label(emitter);
    if (!emitter->failed)
        emitter->labels[jump->label].target = (int32_t)skip_removed(emitter, test + 1);
    return count;
}

static void rotate_loops(Emitter *emitter)
{
    uint32_t loops = 0;
    for (uint32_t i = 0; i < emitter->count; i++)
        loops += emitter->code[i].op == OP_JUMP_BACK && !emitter->code[i].removed;
    if (!loops)
        return;
    uint8_t *has_label = emit_alloc(emitter, emitter->count + 1);
    uint32_t *moved = emit_alloc(emitter, (emitter->count + 1) * sizeof *moved), count = 0;
    Ins *code = emit_alloc(emitter, (emitter->count + (size_t)loops * TEST_LENGTH_MAX) * sizeof *code);
    if (!has_label || !moved || !code)
        return;
    for (uint32_t i = 0; i < emitter->label_count; i++)
        if (emitter->labels[i].target >= 0)
            has_label[skip_removed(emitter, (uint32_t)emitter->labels[i].target)] = 1;
    for (uint32_t i = 0; i < emitter->count; i++) {
        moved[i] = count;
        Ins *ins = &emitter->code[i];
        if (ins->op == OP_JUMP_BACK && !ins->removed) {
            uint32_t top = skip_removed(emitter, (uint32_t)emitter->labels[ins->label].target);
            uint32_t test = find_test(emitter, has_label, top, i);
            if (test) {
                count = copy_test(emitter, code, count, top, test);
                continue;
            }
        }
        code[count++] = *ins;
    }
    moved[emitter->count] = count;
    if (emitter->failed)
        return;
    for (uint32_t i = 0; i < emitter->label_count; i++)
        if (emitter->labels[i].target >= 0)
            emitter->labels[i].target = (int32_t)moved[emitter->labels[i].target];
    emitter->code = code;
    emitter->capacity = emitter->count = count;
}

// ---- Temporaries --------------------------------------------------------------------------------

// Which operands (D_A_TEMP, D_B_TEMP, D_C_TEMP) the instruction consumes when they are temporaries,
// whatever made them. Arithmetic and comparisons are not among them: their bits spare the boxes of
// numbers (registers.c), and what is no number is consumed by their slow halves.
static uint8_t consumed_operands(Opcode op)
{
    switch (op) {
    case OP_STORE_GLOBAL: case OP_STORE_NAME: case OP_DELETE_ATTR:
        return D_A_TEMP;
    case OP_STORE_DEREF: case OP_NOT: case OP_LOAD_ATTR: case OP_LOAD_METHOD: case OP_LIST_APPEND:
    case OP_SET_ADD: case OP_SET_UPDATE: case OP_LIST_TO_TUPLE: case OP_UNPACK: case OP_GET_ITER:
    case OP_YIELD: case OP_GET_YIELD_FROM_ITER:
        return D_B_TEMP;
    case OP_UNPACK_TWO:
        return D_C_TEMP;
    case OP_IS: case OP_IN: case OP_LOAD_SUBSCR: case OP_DICT_ADD:
        return D_B_TEMP | D_C_TEMP;
    case OP_IS_JUMP: case OP_IN_JUMP: case OP_DELETE_SUBSCR:
        return D_A_TEMP | D_B_TEMP;
    case OP_STORE_ATTR:
        return D_A_TEMP | D_C_TEMP;
    case OP_STORE_SUBSCR:
        return D_A_TEMP | D_B_TEMP | D_C_TEMP;
    default:
        return 0;
    }
}

static void mark_temporaries(Emitter *emitter)
{
    for (uint32_t i = 0; i < emitter->count; i++) {
        Ins *ins = &emitter->code[i];
        uint8_t consumed = consumed_operands(ins->op);
        if (consumed & D_A_TEMP && !(ins->d & D_A_CONST) && ins->a >= emitter->local_count)
            ins->d |= D_A_TEMP;
        if (consumed & D_B_TEMP && !(ins->d & D_B_CONST) && ins->b >= emitter->local_count)
            ins->d |= D_B_TEMP;
        if (consumed & D_C_TEMP && !(ins->d & D_C_CONST) && ins->c >= emitter->local_count)
            ins->d |= D_C_TEMP;
        ASSERT(ins->op < OP_JUMP_IF_TRUE || ins->op > OP_JUMP_IF_NOT_NONE || ins->d == 1 ||
               ins->a >= emitter->local_count);
    }
}

// ---- Who reads a result ------------------------------------------------------------------------

static bool has_box_result(Opcode op)
{
    return op >= OP_ADD && op <= OP_INVERT && op != OP_POSITIVE;
}

// Does the instruction take the number in temporary `reg` without passing it on?
static bool computes_with(const Ins *ins, uint32_t reg)
{
    if (has_box_result(ins->op) || (ins->op >= OP_LT && ins->op <= OP_GE))
        return true;
    if (ins->op >= OP_LT_JUMP && ins->op <= OP_GE_JUMP)
        return true;
    if (ins->op == OP_LOAD_SUBSCR)
        return ins->c == reg && ins->b != reg;
    if (ins->op == OP_STORE_SUBSCR)
        return ins->b == reg && ins->a != reg && ins->c != reg;
    return (ins->op == OP_JUMP_IF_TRUE || ins->op == OP_JUMP_IF_FALSE) && ins->d == 0;
}

// Whether the first instruction behind `first` that names `reg` only computes with it. What it cannot
// tell (a jump, a jump's target, a window before that) counts as no. So does a yield: gc.get_referents
// of the generator finds the number.
static bool is_unshared(const Emitter *emitter, const uint8_t *has_label, uint32_t first, uint32_t reg)
{
    for (uint32_t i = first + 1; i < emitter->count && !has_label[i]; i++) {
        const Ins *ins = &emitter->code[i];
        if (ins->removed)
            continue;
        const char *operands = opcode_info[ins->op].operands;
        const uint32_t indices[3] = {ins->a, ins->b, ins->c};
        for (int j = 0; j < 3; j++) {
            if (operands[j] == 'W' && indices[j] <= reg)
                return false;
            if (strchr("rm", operands[j]) && indices[j] == reg && !opcode_operand_is_constant(
                    (Instruction){.op = ins->op, .d = ins->d}, j))
                return computes_with(ins, reg);
        }
        if (ins->label >= 0 || strchr(opcode_info[ins->op].effect, 'x') ||
            ins->op == OP_YIELD || ins->op == OP_YIELD_FROM)
            return false;
    }
    return false;
}

// As which operand the loop can feed the temporary `reg`, made by `producer`, to this instruction: the
// first (1) or the second (2) of vm/eval_fed.h's entries; 0: none.
static int fed_operand(const Ins *ins, Opcode producer, uint32_t reg)
{
    bool is_number = has_box_result(producer) || producer == OP_CALL; // the call of len
    switch (ins->op) {
    case OP_ADD: case OP_SUBTRACT: case OP_MULTIPLY: case OP_TRUE_DIVIDE: case OP_FLOOR_DIVIDE: case OP_REMAINDER:
    case OP_LSHIFT: case OP_RSHIFT: case OP_AND: case OP_OR: case OP_XOR: {
        bool is_left = ins->b == reg && !(ins->d & D_B_CONST), is_right = ins->c == reg && !(ins->d & D_C_CONST);
        return is_left == is_right ? 0 : is_left ? 1 : 2;
    }
    case OP_LT_JUMP: case OP_LE_JUMP: case OP_EQ_JUMP: case OP_NE_JUMP: case OP_GT_JUMP: case OP_GE_JUMP: {
        bool is_left = ins->a == reg && !(ins->d & D_A_CONST), is_right = ins->b == reg && !(ins->d & D_B_CONST);
        return is_left == is_right ? 0 : is_left ? 1 : 2;
    }
    case OP_JUMP_IF_TRUE: case OP_JUMP_IF_FALSE:
        return ins->a == reg && ins->d == 0;
    case OP_JUMP_IF_NONE: case OP_JUMP_IF_NOT_NONE:
        return ins->a == reg && ins->d == 0 && !is_number;
    case OP_LOAD_ATTR: case OP_LOAD_METHOD:
        return ins->b == reg && !is_number;
    case OP_LOAD_SUBSCR: {
        bool is_key = ins->c == reg && !(ins->d & D_C_CONST);
        return ins->b == reg ? !is_key && !is_number : is_key ? 2 : 0;
    }
    case OP_STORE_SUBSCR: { // a number as the key or the value, an object as the container
        bool is_key = ins->b == reg && !(ins->d & D_B_CONST), is_value = ins->c == reg && !(ins->d & D_C_CONST);
        bool is_container = ins->a == reg;
        if (is_key + is_value + is_container != 1 || is_container == is_number)
            return 0;
        return is_key ? 2 : 1;
    }
    case OP_STORE_ATTR: {
        bool is_value = ins->c == reg && !(ins->d & D_C_CONST);
        if (is_value == (ins->a == reg) || is_value != is_number)
            return 0;
        return is_value ? 2 : 1;
    }
    case OP_RETURN: // a number keeps the box of the operand that it was computed in
        return ins->a == reg && !is_number;
    case OP_NEGATIVE:
        return ins->b == reg;
    default:
        return 0;
    }
}

static void mark_fed(Emitter *emitter, const uint8_t *has_label)
{
    for (uint32_t i = 0; i + 1 < emitter->count; i++) {
        Ins *ins = &emitter->code[i];
        bool is_load = ins->op == OP_LOAD_ATTR || ins->op == OP_LOAD_SUBSCR || ins->op == OP_LOAD_DEREF ||
                       ins->op == OP_LOAD_GLOBAL || ins->op == OP_LOAD_NAME;
        uint32_t result = ins->op == OP_CALL ? ins->c : ins->a;
        if (ins->removed || (!is_load && !has_box_result(ins->op) && ins->op != OP_CALL) || result < emitter->local_count)
            continue;
        uint32_t next = i + 1;
        while (next < emitter->count && emitter->code[next].removed && !has_label[next])
            next++;
        int operand = next < emitter->count && !has_label[next] ? fed_operand(&emitter->code[next], ins->op, result) : 0;
        if (!operand)
            continue;
        if (has_box_result(ins->op)) {
            ins->d &= (uint8_t)~D_UNSHARED;
            if (ins->b == result && !(ins->d & D_B_CONST)) // not overwritten then, so it is consumed
                ins->d |= D_B_TEMP;
            if (ins->c == result && !(ins->d & D_C_CONST) && opcode_info[ins->op].operands[2] == 'r')
                ins->d |= D_C_TEMP;
        }
        uint8_t second = is_load ? D_FEEDS_SECOND_LOAD : ins->op == OP_CALL ? D_FEEDS_SECOND_CALL : D_FEEDS_SECOND;
        ins->d |= (uint8_t)(D_FEEDS | (operand == 2 ? second : 0));
    }
}

static void mark_readers(Emitter *emitter)
{
    uint8_t *has_label = emit_alloc(emitter, emitter->count + 1);
    if (!has_label)
        return;
    for (uint32_t i = 0; i < emitter->label_count; i++)
        if (emitter->labels[i].target >= 0)
            has_label[emitter->labels[i].target] = 1;
    for (uint32_t i = 0; i < emitter->count; i++) {
        Ins *ins = &emitter->code[i];
        if (!ins->removed && has_box_result(ins->op) && ins->a >= emitter->local_count &&
            is_unshared(emitter, has_label, i, ins->a))
            ins->d |= D_UNSHARED;
    }
    mark_fed(emitter, has_label);
}

void peephole_run(Emitter *emitter)
{
    coalesce(emitter);
    thread_jumps(emitter);
    remove_unreachable(emitter);
    remove_empty_jumps(emitter);
    rotate_loops(emitter);
    mark_temporaries(emitter);
    mark_readers(emitter);
}
