// Appending instructions, labels, and the way from the list to a code object. Invariant: each label
// that is jumped to is placed before emit_assemble. Read emit, emit_place and emit_assemble first.
#include "compiler/codegen/emit.h"

#include "compiler/codegen/peephole.h"
#include "runtime/bytecode/exctable.h"
#include "runtime/bytecode/verify.h"
#include "runtime/model/error.h"

#include <string.h>

#define JUMP16_MAX 32000 // words; a little less than the format allows

void emit_init(Emitter *emitter, CompileContext *context, uint32_t local_count)
{
    *emitter = (Emitter){.context = context,
                         .handler = -1,
                         .range = SOURCE_RANGE_NONE,
                         .local_count = local_count,
                         .bound_words = local_count / 64 + 1};
    region_init(&emitter->region);
    constants_init(&emitter->constants, &emitter->region, &context->constants);
    emitter->bound = emit_alloc(emitter, emitter->bound_words * sizeof(uint64_t));
    emitter->deletable = emit_alloc(emitter, emitter->bound_words * sizeof(uint64_t));
}

void emit_free(Emitter *emitter)
{
    region_free(&emitter->region);
}

void emit_fail(Emitter *emitter)
{
    ASSERT(error_occurred());
    emitter->failed = true;
}

void emit_no_memory(Emitter *emitter)
{
    if (!emitter->failed)
        error_no_memory();
    emitter->failed = true;
}

void *emit_alloc(Emitter *emitter, size_t byte_size)
{
    void *bytes = region_zalloc(&emitter->region, byte_size ? byte_size : 1);
    if (!bytes)
        emit_no_memory(emitter);
    return bytes;
}

// Room for one more item; doubles, the old room stays in the region.
static bool reserve(Emitter *emitter, void *items_pointer, uint32_t count, uint32_t *capacity,
                    size_t item_size)
{
    void **items = items_pointer;
    if (count < *capacity)
        return true;
    uint32_t new_capacity = *capacity ? *capacity * 2 : 16;
    void *bigger = region_alloc(&emitter->region, new_capacity * item_size);
    if (!bigger) {
        emit_no_memory(emitter);
        return false;
    }
    if (count)
        memcpy(bigger, *items, count * item_size);
    *items = bigger;
    *capacity = new_capacity;
    return true;
}

Ins *emit(Emitter *emitter, Opcode op, unsigned d, uint32_t a, uint32_t b, uint32_t c)
{
    if (emitter->is_dead || emitter->muted || emitter->failed ||
        !reserve(emitter, &emitter->code, emitter->count, &emitter->capacity, sizeof(Ins)))
        return &emitter->scratch;
    Ins *ins = &emitter->code[emitter->count++];
    *ins = (Ins){.op = op, .d = (uint8_t)d, .a = a, .b = b, .c = c, .label = -1,
                 .handler = emitter->handler, .range = emitter->range};
    if (strchr(opcode_info[op].effect, 'x'))
        emitter->is_dead = true;
    return ins;
}

Ins *emit_jump(Emitter *emitter, Opcode op, unsigned d, uint32_t a, uint32_t b, int32_t label)
{
    if (emitter->is_dead || emitter->muted || emitter->failed)
        return &emitter->scratch;
    LabelInfo *info = &emitter->labels[label];
    if (!info->bound) {
        info->bound = emit_copy_bound(emitter);
        if (!info->bound)
            return &emitter->scratch;
    } else {
        for (uint32_t i = 0; i < emitter->bound_words; i++)
            info->bound[i] &= emitter->bound[i];
    }
    Ins *ins = emit(emitter, op, d, a, b, 0);
    ins->label = label;
    return ins;
}

uint32_t emit_constant(Emitter *emitter, Object *value, bool is_short)
{
    if (emitter->failed)
        return 0;
    int64_t index = constants_add(&emitter->constants, value);
    if (index < 0) {
        emit_fail(emitter);
        return 0;
    }
    if (is_short)
        emitter->constants.items[index].is_short = true;
    return (uint32_t)index;
}

int32_t emit_label(Emitter *emitter)
{
    if (!reserve(emitter, &emitter->labels, emitter->label_count, &emitter->label_capacity,
                 sizeof(LabelInfo)))
        return 0;
    emitter->labels[emitter->label_count] = (LabelInfo){.target = -1};
    return (int32_t)emitter->label_count++;
}

void emit_place(Emitter *emitter, int32_t label)
{
    if (emitter->failed)
        return;
    LabelInfo *info = &emitter->labels[label];
    info->target = (int32_t)emitter->count;
    if (!info->bound)
        return;
    for (uint32_t i = 0; i < emitter->bound_words; i++)
        emitter->bound[i] = emitter->is_dead ? info->bound[i]
                                             : emitter->bound[i] & info->bound[i];
    emitter->is_dead = false;
    emitter->last_label = emitter->count;
}

void emit_place_loop(Emitter *emitter, int32_t label)
{
    if (emitter->failed)
        return;
    for (uint32_t i = 0; i < emitter->bound_words; i++)
        emitter->bound[i] &= ~emitter->deletable[i];
    emitter->labels[label].target = (int32_t)emitter->count;
    emitter->last_label = emitter->count;
}

void emit_place_handler(Emitter *emitter, int32_t label, const uint64_t *bound)
{
    if (emitter->failed)
        return;
    for (uint32_t i = 0; i < emitter->bound_words; i++)
        emitter->bound[i] = bound[i] & ~emitter->deletable[i];
    emitter->labels[label].target = (int32_t)emitter->count;
    emitter->last_label = emitter->count;
    emitter->is_dead = false;
}

int32_t emit_new_handler(Emitter *emitter, int32_t label, uint32_t depth)
{
    if (!reserve(emitter, &emitter->handlers, emitter->handler_count,
                 &emitter->handler_capacity, sizeof(Handler)))
        return -1;
    emitter->handlers[emitter->handler_count] = (Handler){label, depth};
    return (int32_t)emitter->handler_count++;
}

uint64_t *emit_copy_bound(Emitter *emitter)
{
    uint64_t *copy = emit_alloc(emitter, emitter->bound_words * sizeof *copy);
    if (copy && emitter->bound)
        memcpy(copy, emitter->bound, emitter->bound_words * sizeof *copy);
    return copy;
}

// ---- Assembly -----------------------------------------------------------------------------------

static uint32_t place_words(Emitter *emitter)
{
    uint32_t word = 0;
    for (uint32_t i = 0; i < emitter->count; i++) {
        emitter->code[i].word = word;
        if (!emitter->code[i].removed)
            word += (uint32_t)opcode_word_count((Opcode)emitter->code[i].op);
    }
    return word;
}

static uint32_t word_of_label(const Emitter *emitter, int32_t label, uint32_t word_count)
{
    int32_t target = emitter->labels[label].target;
    ASSERT(target >= 0);
    return (uint32_t)target < emitter->count ? emitter->code[target].word : word_count;
}

static int64_t jump_distance(const Emitter *emitter, const Ins *ins, uint32_t word_count)
{
    int64_t next = (int64_t)ins->word + opcode_word_count((Opcode)ins->op);
    return (int64_t)word_of_label(emitter, ins->label, word_count) - next;
}

static bool is_far(const Emitter *emitter, const Ins *ins, uint32_t word_count)
{
    if (ins->removed || ins->label < 0 || opcode_info[ins->op].operands[2] != 'J')
        return false;
    return jump_distance(emitter, ins, word_count) > JUMP16_MAX;
}

// Rewrites each short jump that does not reach:
//     X -> far      becomes      X -> T; JUMP over; T: JUMP far; over:
static bool add_trampolines(Emitter *emitter, uint32_t word_count)
{
    uint32_t far_count = 0;
    for (uint32_t i = 0; i < emitter->count; i++)
        far_count += is_far(emitter, &emitter->code[i], word_count);
    if (!far_count)
        return false;
    uint32_t *moved = emit_alloc(emitter, (emitter->count + 1) * sizeof *moved);
    Ins *code = emit_alloc(emitter, (emitter->count + 2 * (size_t)far_count) * sizeof *code);
    uint32_t old_labels = emitter->label_count, count = 0;
    if (!moved || !code)
        return false;
    for (uint32_t i = 0; i < emitter->count && !emitter->failed; i++) {
        moved[i] = count;
        Ins ins = emitter->code[i];
        bool far = is_far(emitter, &ins, word_count);
        int32_t far_label = ins.label;
        if (far) {
            int32_t trampoline = emit_label(emitter), over = emit_label(emitter);
            ins.label = trampoline;
            code[count++] = ins;
            Ins jump = ins;
            jump.op = OP_JUMP;
            jump.d = 0;
            jump.a = jump.b = jump.c = 0;
            jump.label = over;
            code[count++] = jump;
            emitter->labels[trampoline].target = (int32_t)count;
            jump.label = far_label;
            code[count++] = jump;
            emitter->labels[over].target = (int32_t)count;
        } else {
            code[count++] = ins;
        }
    }
    moved[emitter->count] = count;
    for (uint32_t i = 0; i < old_labels; i++)
        if (emitter->labels[i].target >= 0)
            emitter->labels[i].target = (int32_t)moved[emitter->labels[i].target];
    emitter->code = code;
    emitter->capacity = emitter->count = count;
    return true;
}

static Instruction encode(const Emitter *emitter, const Ins *ins, const uint32_t *order,
                          uint32_t word_count)
{
    const char *operands = opcode_info[ins->op].operands;
    Instruction out = {.op = ins->op, .d = ins->d};
    uint32_t values[3] = {ins->a, ins->b, ins->c};
    for (int i = 0; i < 3; i++) {
        bool is_name = operands[i] == 'k' || operands[i] == 'n' || operands[i] == 'K';
        if (is_name || opcode_operand_is_constant(out, i))
            values[i] = order[values[i]];
    }
    out.a = (uint16_t)values[0];
    if (operands[1] == 'K') {
        out.index32 = values[1];
    } else if (operands[1] == 'L') {
        out.jump32 = (int32_t)jump_distance(emitter, ins, word_count);
    } else {
        out.b = (uint16_t)values[1];
        out.c = (uint16_t)values[2];
        if (operands[2] == 'J')
            out.jump16 = (int16_t)jump_distance(emitter, ins, word_count);
    }
    return out;
}

static int write_lines(const Emitter *emitter, LineTableWriter *lines, int32_t first_line)
{
    linetable_init(lines, first_line);
    for (uint32_t i = 0; i < emitter->count; i++) {
        const Ins *ins = &emitter->code[i];
        if (!ins->removed && linetable_add(lines, (uint32_t)opcode_word_count((Opcode)ins->op),
                                           ins->range) < 0)
            return -1;
    }
    return linetable_finish(lines);
}

static int write_handlers(const Emitter *emitter, ExceptionTableWriter *table, uint32_t word_count)
{
    exctable_init(table);
    for (uint32_t i = 0; i < emitter->count;) {
        int32_t index = emitter->code[i].handler;
        uint32_t end = i + 1;
        while (end < emitter->count &&
               (emitter->code[end].handler == index || emitter->code[end].removed))
            end++;
        uint32_t start_word = emitter->code[i].word;
        uint32_t end_word = end < emitter->count ? emitter->code[end].word : word_count;
        if (index >= 0 && end_word > start_word) {
            const Handler *handler = &emitter->handlers[index];
            ExceptionEntry entry = {start_word, end_word,
                                    word_of_label(emitter, handler->label, word_count),
                                    handler->depth};
            if (exctable_add(table, entry) < 0)
                return -1;
        }
        i = end;
    }
    return 0;
}

static void report_invalid(const CodeParts *parts)
{
    VerifyInput input = {parts->code,           parts->word_count,      parts->constant_count,
                         parts->local_count,    parts->register_count,  parts->exception_table,
                         parts->exception_table_size};
    uint32_t word = 0;
    const char *problem = verify_code(&input, &word);
    if (problem)
        error_format(&exc_system_error, "compiler: %s at word %u", problem, word);
}

static CodeObject *make_code(Emitter *emitter, CodeParts *parts, uint32_t word_count)
{
    uint32_t *order;
    Object **values;
    int status = constants_order(&emitter->constants, &order, &values);
    if (status > 0)
        context_error(emitter->context, NULL, "too many names and constants in one code object");
    if (status != 0)
        return NULL;
    Instruction *code = emit_alloc(emitter, (word_count + 1) * sizeof *code);
    if (!code)
        return NULL;
    for (uint32_t i = 0; i < emitter->count; i++)
        if (!emitter->code[i].removed)
            code[emitter->code[i].word] = encode(emitter, &emitter->code[i], order, word_count);
    parts->code = code;
    parts->word_count = word_count;
    parts->constants = values;
    parts->constant_count = emitter->constants.count;
    LineTableWriter lines = {0};
    ExceptionTableWriter handlers = {0};
    CodeObject *result = NULL;
    if (write_lines(emitter, &lines, parts->first_line) < 0 ||
        write_handlers(emitter, &handlers, word_count) < 0) {
        error_no_memory();
    } else {
        parts->line_table = (const uint8_t *)lines.buffer.data;
        parts->line_table_size = (uint32_t)lines.buffer.size;
        parts->exception_table = (const uint8_t *)handlers.buffer.data;
        parts->exception_table_size = (uint32_t)handlers.buffer.size;
        if (ADDER_ASSERTIONS)
            report_invalid(parts);
        if (!ADDER_ASSERTIONS || !error_occurred())
            result = code_new(parts);
    }
    buffer_free(&lines.buffer);
    buffer_free(&handlers.buffer);
    return result;
}

CodeObject *emit_assemble(Emitter *emitter, CodeParts *parts)
{
    if (emitter->failed)
        return NULL;
    peephole_run(emitter);
    uint32_t word_count = place_words(emitter);
    while (word_count > JUMP16_MAX && add_trampolines(emitter, word_count))
        word_count = place_words(emitter);
    if (emitter->failed)
        return NULL;
    return make_code(emitter, parts, word_count);
}
