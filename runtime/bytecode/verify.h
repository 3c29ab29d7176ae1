// Checks the code of a code object before it runs: in tests, and in debug builds always.
#ifndef ADDER_RUNTIME_BYTECODE_VERIFY_H
#define ADDER_RUNTIME_BYTECODE_VERIFY_H

#include "runtime/bytecode/opcode.h"

#include <stddef.h>

// The parts of a code object that can be checked without knowing objects.
typedef struct VerifyInput {
    const Instruction *code;
    uint32_t word_count;
    uint32_t constant_count;
    uint32_t local_count;
    uint32_t register_count;
    const uint8_t *exception_table;
    uint32_t exception_table_size;
} VerifyInput;

// NULL if all is well, else what is wrong (a static text) and at which word. Checked: opcodes and
// operands in range, windows inside the registers, jumps and handlers land on instructions, jumps
// back are JUMP_BACK, the code does not run off its end, and no path reads a temporary that it has
// not written. Memory for the flow check may be out: then only the rest is checked.
const char *verify_code(const VerifyInput *input, uint32_t *word_index);

#endif
