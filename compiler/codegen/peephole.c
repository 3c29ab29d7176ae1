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
        return NULL;
    }
}

// `X t; TAKE local t` becomes `X local`.
static void coalesce_takes(Emitter *emitter)
{
    uint8_t *has_label = emit_alloc(emitter, emitter->count + 1);
    if (!has_label)
        return;
    for (uint32_t i = 0; i < emitter->label_count; i++)
        if (emitter->labels[i].target >= 0)
            has_label[emitter->labels[i].target] = 1;
    for (uint32_t i = 1; i < emitter->count; i++) {
        Ins *take = &emitter->code[i], *before = take - 1;
        if (take->op != OP_TAKE || has_label[i] || take->removed || before->removed ||
            take->b < emitter->local_count)
            continue;
        uint32_t *result = result_register(before);
        if (result && *result == take->b) {
            *result = take->a;
            take->removed = true;
        }
    }
}

void peephole_run(Emitter *emitter)
{
    coalesce_takes(emitter);
    thread_jumps(emitter);
    remove_unreachable(emitter);
    remove_empty_jumps(emitter);
}
