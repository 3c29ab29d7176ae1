// A code object as text, from opcodes.def alone (--dis, module dis, tests).
#ifndef ADDER_COMPILER_DISASM_H
#define ADDER_COMPILER_DISASM_H

#include "runtime/memory/buffer.h"
#include "runtime/program/code.h"

// Appends the disassembly of `code`, and of the code objects among its constants if `nested`, to
// `out`. 0, or -1 with an exception set.
int disasm_code(const CodeObject *code, bool nested, Buffer *out);
// One instruction without its line break; `word` is its index. 0 or -1 as above.
int disasm_instruction(const CodeObject *code, uint32_t word, Buffer *out);

#endif
