// Disassembler. Columns: source line (when it changes), word index, '>' at jump targets, opcode,
// operands: locals by name, temporaries as t0, t1 ..., constants by repr, jumps as "-> word".
// Only operand letters are interpreted; d is shown as a number where it carries more than the
// marks of temporaries and constants.
#include "compiler/disasm.h"

#include "runtime/bytecode/exctable.h"
#include "runtime/bytecode/linetable.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

#include <string.h>

static int no_memory(int status)
{
    if (status < 0)
        error_no_memory();
    return status;
}

static int append_str(Buffer *out, Object *str)
{
    size_t size;
    const char *text = str ? str_utf8(str, &size) : NULL;
    if (!text)
        return -1;
    return no_memory(buffer_append(out, text, size));
}

static int append_register(const CodeObject *code, uint32_t reg, Buffer *out)
{
    if (reg >= code->local_count)
        return no_memory(buffer_append_format(out, " t%u", reg - code->local_count));
    if (buffer_append_byte(out, ' ') < 0)
        return no_memory(-1);
    return append_str(out, TUPLE(code->local_names)->items[reg]);
}

static int append_constant(const CodeObject *code, uint32_t index, bool as_name, Buffer *out)
{
    if (index >= code->constant_count)
        return no_memory(buffer_append_format(out, " constant %u?", index));
    Object *value = code->constants[index];
    if (buffer_append_byte(out, ' ') < 0)
        return no_memory(-1);
    if (as_name && IS_STR(value))
        return append_str(out, value);
    if (IS_EXACT(value, CODE)) {
        if (buffer_append_text(out, "<code ") < 0)
            return no_memory(-1);
        if (append_str(out, ((CodeObject *)value)->qualname) < 0)
            return -1;
        return no_memory(buffer_append_byte(out, '>'));
    }
    Object *repr = object_repr(value);
    int status = append_str(out, repr);
    xdecref(repr);
    return status;
}

static int64_t target_of(Instruction instruction, uint32_t word)
{
    const OpcodeInfo *info = &opcode_info[opcode_general((Opcode)instruction.op)];
    int64_t next = (int64_t)word + opcode_word_count((Opcode)instruction.op);
    if (info->operands[1] == 'L')
        return next + instruction.jump32;
    return info->operands[2] == 'J' ? next + instruction.jump16 : -1;
}

// Appends operand `position`; *wide is set if it took up both b and c.
static int append_operand(const CodeObject *code, Instruction instruction, uint32_t word,
                          int position, bool *wide, Buffer *out)
{
    uint32_t values[] = {instruction.a, instruction.b, instruction.c};
    uint32_t value = values[position];
    Instruction general = instruction;
    general.op = (uint8_t)opcode_general((Opcode)instruction.op);
    switch (opcode_info[general.op].operands[position]) {
    case 'r': case 'w': case 'm':
        if (opcode_operand_is_constant(general, position))
            return append_constant(code, value, false, out);
        return append_register(code, value, out);
    case 'W':
        if (append_register(code, value, out) < 0)
            return -1;
        return no_memory(buffer_append_text(out, ".."));
    case 'k':
        return append_constant(code, value, false, out);
    case 'n':
        return append_constant(code, value, true, out);
    case 'K':
        *wide = true;
        return append_constant(code, instruction.index32, general.op != OP_LOAD_CONST &&
                                                              general.op != OP_RETURN_CONST,
                               out);
    case 'i':
        return no_memory(buffer_append_format(out, " %d", (int16_t)value));
    case 'u':
        return no_memory(buffer_append_format(out, " %u", value));
    case 'L':
        *wide = true;
        // fall through
    case 'J':
        return no_memory(buffer_append_format(out, " -> %lld",
                                              (long long)target_of(instruction, word)));
    default:
        return 0;
    }
}

int disasm_instruction(const CodeObject *code, uint32_t word, Buffer *out)
{
    Instruction instruction = code->code[word];
    const OpcodeInfo *info = &opcode_info[instruction.op];
    bool wide = false;
    if (buffer_append_format(out, "%-18s", info->name) < 0)
        return no_memory(-1);
    for (int i = 0; i < 3 && !wide; i++)
        if (append_operand(code, instruction, word, i, &wide, out) < 0)
            return -1;
    if (instruction.d && buffer_append_format(out, "  d=%u", instruction.d) < 0)
        return no_memory(-1);
    return 0;
}

static uint8_t *find_targets(const CodeObject *code, size_t size)
{
    uint8_t *is_target = memory_alloc(size, MEMORY_RAW);
    if (!is_target) {
        error_no_memory();
        return NULL;
    }
    memset(is_target, 0, size);
    for (uint32_t word = 0; word < code->word_count;
         word += (uint32_t)opcode_word_count((Opcode)code->code[word].op)) {
        int64_t target = target_of(code->code[word], word);
        if (target >= 0 && target < code->word_count)
            is_target[target] = 1;
    }
    ExceptionTableReader reader;
    exctable_read(&reader, code->exception_table, code->exception_table_size);
    while (exctable_next(&reader))
        if (reader.entry.handler < code->word_count)
            is_target[reader.entry.handler] = 1;
    return is_target;
}

static int append_instructions(const CodeObject *code, const uint8_t *is_target, Buffer *out)
{
    LineTableReader lines;
    linetable_read(&lines, code->line_table, code->line_table_size, code->first_line);
    bool has_line = linetable_next(&lines);
    int32_t last_line = -2;
    for (uint32_t word = 0; word < code->word_count;
         word += (uint32_t)opcode_word_count((Opcode)code->code[word].op)) {
        while (has_line && word >= lines.end_word)
            has_line = linetable_next(&lines);
        int32_t line = has_line ? lines.range.line : -1;
        int status;
        if (line >= 0 && line != last_line)
            status = buffer_append_format(out, "%6d", line);
        else
            status = buffer_append_text(out, "      ");
        if (line >= 0)
            last_line = line;
        if (status < 0 ||
            buffer_append_format(out, " %5u %c ", word, is_target[word] ? '>' : ' ') < 0)
            return no_memory(-1);
        if (disasm_instruction(code, word, out) < 0 ||
            no_memory(buffer_append_byte(out, '\n')) < 0)
            return -1;
    }
    return 0;
}

static int append_handlers(const CodeObject *code, Buffer *out)
{
    ExceptionTableReader reader;
    exctable_read(&reader, code->exception_table, code->exception_table_size);
    while (exctable_next(&reader)) {
        const ExceptionEntry *entry = &reader.entry;
        if (buffer_append_format(out, "       handler %u..%u -> %u depth %u\n", entry->start,
                                 entry->end, entry->handler, entry->depth) < 0)
            return no_memory(-1);
    }
    return 0;
}

int disasm_code(const CodeObject *code, bool nested, Buffer *out)
{
    if (buffer_append_text(out, "code ") < 0)
        return no_memory(-1);
    if (append_str(out, code->qualname) < 0)
        return -1;
    if (buffer_append_format(out, ": line %d, %u locals, %u registers\n", code->first_line,
                             code->local_count, code->register_count) < 0)
        return no_memory(-1);
    size_t size = code->word_count + 1;
    uint8_t *is_target = find_targets(code, size);
    if (!is_target)
        return -1;
    int status = append_instructions(code, is_target, out);
    memory_free(is_target, size);
    if (status < 0 || append_handlers(code, out) < 0)
        return -1;
    for (uint32_t i = 0; nested && i < code->constant_count; i++) {
        if (!IS_EXACT(code->constants[i], CODE))
            continue;
        if (recursion_enter(" while disassembling") < 0)
            return -1;
        status = no_memory(buffer_append_byte(out, '\n'));
        if (status == 0)
            status = disasm_code((CodeObject *)code->constants[i], true, out);
        recursion_leave();
        if (status < 0)
            return -1;
    }
    return 0;
}
