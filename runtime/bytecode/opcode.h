// Instruction words and what opcodes.def says about each opcode.
#ifndef ADDER_RUNTIME_BYTECODE_OPCODE_H
#define ADDER_RUNTIME_BYTECODE_OPCODE_H

#include <stdbool.h>
#include <stdint.h>

typedef union Instruction {
    uint64_t word; // an inline cache word, or the instruction as one load
    struct {
        uint8_t op; // Opcode
        uint8_t d;  // D_* bits, counts, depths: see opcodes.def
        uint16_t a;
        union {
            struct {
                uint16_t b;
                union {
                    uint16_t c;
                    int16_t jump16; // words, from the next instruction (after the cache words)
                };
            };
            uint32_t index32; // 'K'
            int32_t jump32;   // 'L'
        };
    };
} Instruction;
_Static_assert(sizeof(Instruction) == 8, "an instruction is one 64-bit word");

typedef enum Opcode {
#define OP(name, operands, cache_words, effect, meaning) OP_##name,
#include "runtime/bytecode/opcodes.def"
#undef OP
    OP_COUNT
} Opcode;
#define OP_FIRST_SPECIAL OP_ADD_INT // special.def's first
_Static_assert(OP_COUNT <= 256, "the opcode is 8 bits");

enum { // bits of d
    D_B_TEMP = 1,
    D_C_TEMP = 2,
    D_B_CONST = 4,
    D_C_CONST = 8,
    D_INPLACE = 16,
    D_NEGATE = 16,
    D_JUMP_IF_TRUE = 32,
    D_UNSHARED = 32, // arithmetic
    D_A_TEMP = 64,
    D_MIXED = 64,      // arithmetic: set at run time, the kinds of operands change
    D_MIXED_JUMP = 16, // fused comparisons: the same
    D_FEEDS = 128,     // arithmetic and loads: the result goes straight to the next instruction
    D_FEEDS_SECOND = 32,      // arithmetic, with D_FEEDS: as its second operand
    D_FEEDS_SECOND_LOAD = 64, // loads: the same
    D_FEEDS_SECOND_CALL = 8,  // CALL: the same
    D_A_CONST = 128,
    D_HAS_SPEC = 8, // FORMAT
    D_CALL_SELF = 1, // CALL, CALL_KW: register a+1 was written by LOAD_METHOD
    D_DROP = 64,     // CALL, CALL_KW, CALL_EX, YIELD: the result is released, not written
};

typedef struct OpcodeInfo {
    const char *name;
    const char *operands; // three letters
    uint8_t cache_words;
    const char *effect;
    const char *meaning;
} OpcodeInfo;

extern const OpcodeInfo opcode_info[OP_COUNT];

// Words of the instruction with its inline cache.
static inline int opcode_word_count(Opcode op)
{
    return 1 + opcode_info[op].cache_words;
}

// True if d says that operand 0, 1 or 2 (a, b, c) of this (general) instruction is a constant.
bool opcode_operand_is_constant(Instruction instruction, int position);

// The general form of a specialised opcode (itself otherwise).
Opcode opcode_general(Opcode op);

#endif
