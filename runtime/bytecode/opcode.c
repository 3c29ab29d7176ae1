// What opcodes.def says about each opcode, as a table.
#include "runtime/bytecode/opcode.h"

const OpcodeInfo opcode_info[OP_COUNT] = {
#define OP(name, operands, cache_words, effect, meaning) \
    [OP_##name] = {#name, operands, cache_words, effect, meaning},
#include "runtime/bytecode/opcodes.def"
#undef OP
};

bool opcode_operand_is_constant(Instruction instruction, int position)
{
    static const uint8_t bits[3] = {D_A_CONST, D_B_CONST, D_C_CONST};
    int op = instruction.op, first, last; // operands first..last may be constants
    if ((op >= OP_ADD && op <= OP_MATMUL) || (op >= OP_LT && op <= OP_IN))
        first = 1, last = 2;
    else if (op >= OP_LT_JUMP && op <= OP_IN_JUMP)
        first = 0, last = 1;
    else if (op == OP_LOAD_SUBSCR || op == OP_STORE_ATTR || op == OP_STORE_SLICE)
        first = last = 2;
    else if (op == OP_STORE_SUBSCR)
        first = 1, last = 2;
    else
        return false;
    return position >= first && position <= last && (instruction.d & bits[position]);
}

Opcode opcode_general(Opcode op)
{
    static const uint8_t general[OP_COUNT] = {
#define SPECIAL(name, general_name, cache_words, effect, guess) [OP_##name] = OP_##general_name,
#include "runtime/bytecode/special.def"
#undef SPECIAL
    };
    return op < OP_FIRST_SPECIAL ? op : (Opcode)general[op];
}
