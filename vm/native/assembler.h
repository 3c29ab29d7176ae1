// An x86-64 assembler, as far as templates need it: each function appends one instruction.
// Source of the encodings: Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2.
#ifndef ADDER_VM_NATIVE_ASSEMBLER_H
#define ADDER_VM_NATIVE_ASSEMBLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct Assembler {
    uint8_t *at, *end; // the next byte; behind the last one
    bool is_full;      // something did not fit: what was emitted is of no use
} Assembler;

typedef enum Register {
    RAX,
    RCX,
    RDX,
    RBX,
    RSP,
    RBP,
    RSI,
    RDI,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15
} Register;
typedef enum FloatRegister { XMM0, XMM1, XMM2, XMM3, XMM4 } FloatRegister;
typedef enum Condition { // of jumps and sets; the condition ^ 1 is its opposite
    IF_OVERFLOW,
    IF_NO_OVERFLOW,
    IF_BELOW,
    IF_ABOVE_EQUAL,
    IF_EQUAL,
    IF_NOT_EQUAL,
    IF_BELOW_EQUAL,
    IF_ABOVE,
    IF_NEGATIVE,
    IF_NOT_NEGATIVE,
    IF_PARITY,
    IF_NO_PARITY,
    IF_LESS,
    IF_GREATER_EQUAL,
    IF_LESS_EQUAL,
    IF_GREATER
} Condition;
typedef enum Operation {
    ALU_ADD = 0,
    ALU_OR = 1,
    ALU_AND = 4,
    ALU_SUB = 5,
    ALU_XOR = 6,
    ALU_CMP = 7
} Operation;
typedef enum FloatOperation {
    FLOAT_ADD = 0x58,
    FLOAT_MULTIPLY = 0x59,
    FLOAT_SUBTRACT = 0x5c,
    FLOAT_DIVIDE = 0x5e
} FloatOperation;

static inline void emit_8(Assembler *a, unsigned byte)
{
    if (a->at < a->end)
        *a->at++ = (uint8_t)byte;
    else
        a->is_full = true;
}
static inline void emit_bytes(Assembler *a, const void *bytes, size_t size)
{
    if (size <= (size_t)(a->end - a->at)) {
        memcpy(a->at, bytes, size);
        a->at += size;
    } else {
        a->is_full = true;
    }
}
static inline void emit_32(Assembler *a, int32_t value)
{
    emit_bytes(a, &value, sizeof value);
}
static inline void emit_64(Assembler *a, int64_t value)
{
    emit_bytes(a, &value, sizeof value);
}

// [base + disp] with `reg` as the other operand: ModRM, SIB and displacement.
static inline void emit_memory(Assembler *a, unsigned reg, Register base, int32_t disp)
{
    bool is_short = disp >= -128 && disp <= 127;
    emit_8(a, (unsigned)(is_short ? 0x40 : 0x80) | (reg & 7) << 3 | (base & 7));
    if ((base & 7) == RSP)
        emit_8(a, 0x24);
    if (is_short)
        emit_8(a, (unsigned)disp & 0xff);
    else
        emit_32(a, disp);
}
// [base + index * 2^scale + disp]
static inline void emit_indexed(Assembler *a, unsigned reg, Register base, Register index,
                                unsigned scale, int32_t disp)
{
    bool is_short = disp >= -128 && disp <= 127;
    emit_8(a, (unsigned)(is_short ? 0x44 : 0x84) | (reg & 7) << 3);
    emit_8(a, scale << 6 | (index & 7) << 3 | (base & 7));
    if (is_short)
        emit_8(a, (unsigned)disp & 0xff);
    else
        emit_32(a, disp);
}
static inline void emit_rex(Assembler *a, bool is_wide, unsigned reg, unsigned index, unsigned base)
{
    unsigned rex = 0x40 | (unsigned)is_wide << 3 | (reg >> 3) << 2 | (index >> 3) << 1 | base >> 3;
    if (rex != 0x40)
        emit_8(a, rex);
}
static inline void emit_op_memory(Assembler *a, bool is_wide, unsigned opcode, unsigned reg,
                                  Register base, int32_t disp)
{
    emit_rex(a, is_wide, reg, 0, base);
    if (opcode > 0xff)
        emit_8(a, opcode >> 8);
    emit_8(a, opcode & 0xff);
    emit_memory(a, reg, base, disp);
}
static inline void emit_op_indexed(Assembler *a, bool is_wide, unsigned opcode, unsigned reg,
                                   Register base, Register index, unsigned scale, int32_t disp)
{
    emit_rex(a, is_wide, reg, index, base);
    if (opcode > 0xff)
        emit_8(a, opcode >> 8);
    emit_8(a, opcode & 0xff);
    emit_indexed(a, reg, base, index, scale, disp);
}
static inline void emit_op_registers(Assembler *a, bool is_wide, unsigned opcode, unsigned reg,
                                     unsigned rm)
{
    emit_rex(a, is_wide, reg, 0, rm);
    if (opcode > 0xff)
        emit_8(a, opcode >> 8);
    emit_8(a, opcode & 0xff);
    emit_8(a, 0xc0 | (reg & 7) << 3 | (rm & 7));
}
// Memory at a fixed address below 2^31.
static inline void emit_op_fixed(Assembler *a, bool is_wide, unsigned opcode, unsigned reg,
                                 int32_t address)
{
    emit_rex(a, is_wide, reg, 0, 0);
    emit_8(a, opcode);
    emit_8(a, 0x04 | (reg & 7) << 3);
    emit_8(a, 0x25);
    emit_32(a, address);
}

static inline void load(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, true, 0x8b, to, base, disp);
}
static inline void load_32(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, false, 0x8b, to, base, disp);
}
static inline void load_16(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, false, 0x0fb7, to, base, disp);
}
static inline void load_8(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, false, 0x0fb6, to, base, disp);
}
static inline void load_indexed(Assembler *a, Register to, Register base, Register index,
                                int32_t disp)
{
    emit_op_indexed(a, true, 0x8b, to, base, index, 3, disp);
}
static inline void store(Assembler *a, Register base, int32_t disp, Register from)
{
    emit_op_memory(a, true, 0x89, from, base, disp);
}
static inline void store_32(Assembler *a, Register base, int32_t disp, Register from)
{
    emit_op_memory(a, false, 0x89, from, base, disp);
}
static inline void store_indexed(Assembler *a, Register base, Register index, int32_t disp,
                                 Register from)
{
    emit_op_indexed(a, true, 0x89, from, base, index, 3, disp);
}
static inline void store_imm(Assembler *a, Register base, int32_t disp, int32_t value)
{
    emit_op_memory(a, true, 0xc7, 0, base, disp);
    emit_32(a, value);
}
static inline void store_imm_32(Assembler *a, Register base, int32_t disp, int32_t value)
{
    emit_op_memory(a, false, 0xc7, 0, base, disp);
    emit_32(a, value);
}
static inline void load_address(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, true, 0x8d, to, base, disp);
}
static inline void move(Assembler *a, Register to, Register from)
{
    emit_op_registers(a, true, 0x89, from, to);
}
static inline void move_imm(Assembler *a, Register to, uint64_t value)
{
    if (value <= UINT32_MAX) {
        emit_rex(a, false, 0, 0, to);
        emit_8(a, 0xb8 | (to & 7));
        emit_32(a, (int32_t)(uint32_t)value);
    } else {
        emit_rex(a, true, 0, 0, to);
        emit_8(a, 0xb8 | (to & 7));
        emit_64(a, (int64_t)value);
    }
}
static inline void operate(Assembler *a, Operation op, Register to, Register from)
{
    emit_op_registers(a, true, (unsigned)op << 3 | 1, from, to);
}
static inline void operate_memory(Assembler *a, Operation op, Register to, Register base,
                                  int32_t disp)
{
    emit_op_memory(a, true, (unsigned)op << 3 | 3, to, base, disp);
}
static inline void operate_memory_32(Assembler *a, Operation op, Register to, Register base,
                                     int32_t disp)
{
    emit_op_memory(a, false, (unsigned)op << 3 | 3, to, base, disp);
}
static inline void emit_group(Assembler *a, bool is_wide, Operation op, Register to, int32_t value)
{
    emit_rex(a, is_wide, 0, 0, to);
    bool is_short = value >= -128 && value <= 127;
    emit_8(a, is_short ? 0x83 : 0x81);
    emit_8(a, 0xc0 | (unsigned)op << 3 | (to & 7));
    if (is_short)
        emit_8(a, (unsigned)value & 0xff);
    else
        emit_32(a, value);
}
static inline void operate_imm(Assembler *a, Operation op, Register to, int32_t value)
{
    emit_group(a, true, op, to, value);
}
static inline void operate_imm_32(Assembler *a, Operation op, Register to, int32_t value)
{
    emit_group(a, false, op, to, value);
}
// [base + disp] op= value
static inline void emit_memory_imm(Assembler *a, bool is_wide, Operation op, Register base,
                                   int32_t disp, int32_t value)
{
    bool is_short = value >= -128 && value <= 127;
    emit_op_memory(a, is_wide, is_short ? 0x83 : 0x81, op, base, disp);
    if (is_short)
        emit_8(a, (unsigned)value & 0xff);
    else
        emit_32(a, value);
}
static inline void operate_in_memory(Assembler *a, Operation op, Register base, int32_t disp,
                                     int32_t value)
{
    emit_memory_imm(a, true, op, base, disp, value);
}
static inline void operate_in_memory_32(Assembler *a, Operation op, Register base, int32_t disp,
                                        int32_t value)
{
    emit_memory_imm(a, false, op, base, disp, value);
}
static inline void compare_16(Assembler *a, Register base, int32_t disp, uint16_t value)
{
    emit_8(a, 0x66);
    emit_op_memory(a, false, 0x81, 7, base, disp);
    emit_8(a, value & 0xff);
    emit_8(a, value >> 8);
}
static inline void compare_8(Assembler *a, Register base, int32_t disp, uint8_t value)
{
    emit_op_memory(a, false, 0x80, 7, base, disp);
    emit_8(a, value);
}
static inline void test_8(Assembler *a, Register base, int32_t disp, uint8_t mask)
{
    emit_op_memory(a, false, 0xf6, 0, base, disp);
    emit_8(a, mask);
}
static inline void compare_fixed_32(Assembler *a, int32_t address, int32_t value)
{
    bool is_short = value >= -128 && value <= 127;
    emit_op_fixed(a, false, is_short ? 0x83 : 0x81, 7, address);
    if (is_short)
        emit_8(a, (unsigned)value & 0xff);
    else
        emit_32(a, value);
}
static inline void add_fixed_32(Assembler *a, int32_t address, int value)
{
    emit_op_fixed(a, false, 0x83, 0, address);
    emit_8(a, (unsigned)value & 0xff);
}
static inline void load_fixed(Assembler *a, Register to, int32_t address)
{
    emit_op_fixed(a, true, 0x8b, to, address);
}
static inline void load_fixed_32(Assembler *a, Register to, int32_t address)
{
    emit_op_fixed(a, false, 0x8b, to, address);
}
static inline void store_fixed(Assembler *a, int32_t address, Register from)
{
    emit_op_fixed(a, true, 0x89, from, address);
}
static inline void compare_with_fixed(Assembler *a, Register left, int32_t address)
{
    emit_op_fixed(a, true, 0x3b, left, address);
}
static inline void compare_with_fixed_32(Assembler *a, Register left, int32_t address)
{
    emit_op_fixed(a, false, 0x3b, left, address);
}
static inline void test(Assembler *a, Register left, Register right)
{
    emit_op_registers(a, true, 0x85, right, left);
}
static inline void test_32(Assembler *a, Register left, Register right)
{
    emit_op_registers(a, false, 0x85, right, left);
}
static inline void set_if(Assembler *a, Condition condition, Register to) // its low byte
{
    emit_rex(a, false, 0, 0, to);
    emit_8(a, 0x0f);
    emit_8(a, 0x90 | condition);
    emit_8(a, 0xc0 | (to & 7));
}
static inline void clear(Assembler *a, Register to)
{
    emit_op_registers(a, false, 0x31, to, to);
}
static inline void move_32(Assembler *a, Register to, Register from)
{
    emit_op_registers(a, false, 0x89, from, to);
}
static inline void extend_8(Assembler *a, Register to, Register from)
{
    emit_op_registers(a, false, 0x0fb6, to, from);
} // of RAX to RBX
static inline void multiply(Assembler *a, Register to, Register from)
{
    emit_op_registers(a, true, 0x0faf, to, from);
}
static inline void multiply_memory(Assembler *a, Register to, Register base, int32_t disp)
{
    emit_op_memory(a, true, 0x0faf, to, base, disp);
}
static inline void multiply_imm(Assembler *a, Register to, int32_t value)
{
    emit_op_registers(a, true, 0x69, to, to);
    emit_32(a, value);
}
enum { SHIFT_LEFT = 4, SHIFT_RIGHT = 5, SHIFT_RIGHT_SIGNED = 7 };
static inline void shift(Assembler *a, unsigned kind, Register to, unsigned count)
{
    emit_rex(a, true, 0, 0, to);
    emit_8(a, 0xc1);
    emit_8(a, 0xc0 | kind << 3 | (to & 7));
    emit_8(a, count);
}
static inline void shift_by_cl(Assembler *a, unsigned kind, Register to)
{
    emit_rex(a, true, 0, 0, to);
    emit_8(a, 0xd3);
    emit_8(a, 0xc0 | kind << 3 | (to & 7));
}
static inline void negate(Assembler *a, Register to)
{
    emit_rex(a, true, 0, 0, to);
    emit_8(a, 0xf7);
    emit_8(a, 0xd8 | (to & 7));
}
static inline void divide_32(Assembler *a, Register by) // edx:eax / by
{
    emit_rex(a, false, 0, 0, by);
    emit_8(a, 0xf7);
    emit_8(a, 0xf0 | (by & 7));
}
static inline void divide_64_signed(Assembler *a, Register by) // rax / by
{
    emit_8(a, 0x48); // cqo
    emit_8(a, 0x99);
    emit_rex(a, true, 0, 0, by);
    emit_8(a, 0xf7);
    emit_8(a, 0xf8 | (by & 7));
}
static inline void push(Assembler *a, Register from)
{
    emit_rex(a, false, 0, 0, from);
    emit_8(a, 0x50 | (from & 7));
}
static inline void pop(Assembler *a, Register to)
{
    emit_rex(a, false, 0, 0, to);
    emit_8(a, 0x58 | (to & 7));
}
static inline void load_float(Assembler *a, FloatRegister to, Register base, int32_t disp)
{
    emit_8(a, 0xf2);
    emit_op_memory(a, false, 0x0f10, to, base, disp);
}
static inline void store_float(Assembler *a, Register base, int32_t disp, FloatRegister from)
{
    emit_8(a, 0xf2);
    emit_op_memory(a, false, 0x0f11, from, base, disp);
}
static inline void operate_float(Assembler *a, FloatOperation op, FloatRegister to,
                                 FloatRegister from)
{
    emit_8(a, 0xf2);
    emit_op_registers(a, false, 0x0f00u | op, to, from);
}
static inline void operate_float_memory(Assembler *a, FloatOperation op, FloatRegister to,
                                        Register base, int32_t disp)
{
    emit_8(a, 0xf2);
    emit_op_memory(a, false, 0x0f00u | op, to, base, disp);
}
static inline void move_float(Assembler *a, FloatRegister to, FloatRegister from)
{
    emit_op_registers(a, false, 0x0f28, to, from);
}
static inline void compare_float(Assembler *a, FloatRegister left, FloatRegister right)
{
    emit_8(a, 0x66);
    emit_op_registers(a, false, 0x0f2e, left, right);
}
static inline void clear_float(Assembler *a, FloatRegister to)
{
    emit_op_registers(a, false, 0x0f57, to, to);
}
static inline void convert_memory(Assembler *a, FloatRegister to, Register base,
                                  int32_t disp) // int64 to double
{
    clear_float(
        a, to); // the conversion keeps the upper half: without this it waits for what was there
    emit_8(a, 0xf2);
    emit_op_memory(a, true, 0x0f2a, to, base, disp);
}
static inline void convert(Assembler *a, FloatRegister to, Register from)
{
    clear_float(a, to);
    emit_8(a, 0xf2);
    emit_op_registers(a, true, 0x0f2a, to, from);
}
static inline void move_to_float(Assembler *a, FloatRegister to, Register from)
{
    emit_8(a, 0x66);
    emit_op_registers(a, true, 0x0f6e, to, from);
}

// Jumps return where their 32-bit distance is, for patch_jump.
static inline uint8_t *jump_if(Assembler *a, Condition condition)
{
    emit_8(a, 0x0f);
    emit_8(a, 0x80 | condition);
    emit_32(a, 0);
    return a->at - 4;
}
static inline uint8_t *jump(Assembler *a)
{
    emit_8(a, 0xe9);
    emit_32(a, 0);
    return a->at - 4;
}
static inline void patch_jump(uint8_t *distance, const uint8_t *target)
{
    int32_t value = (int32_t)(target - (distance + 4));
    memcpy(distance, &value, sizeof value);
}
static inline void jump_to_if(Assembler *a, Condition condition, const uint8_t *target)
{
    uint8_t *distance = jump_if(a, condition);
    if (!a->is_full)
        patch_jump(distance, target);
}
static inline void jump_to(Assembler *a, const uint8_t *target)
{
    uint8_t *distance = jump(a);
    if (!a->is_full)
        patch_jump(distance, target);
}
// A forward jump within a template: 8-bit distance.
static inline uint8_t *skip_if(Assembler *a, Condition condition)
{
    emit_8(a, 0x70 | condition);
    emit_8(a, 0);
    return a->at;
}
static inline uint8_t *skip(Assembler *a)
{
    emit_8(a, 0xeb);
    emit_8(a, 0);
    return a->at;
}
static inline void skip_here(Assembler *a, uint8_t *skip)
{
    ptrdiff_t distance = a->at - skip;
    if (distance > INT8_MAX)
        a->is_full = true; // no template is as long as that
    else if (!a->is_full)
        skip[-1] = (uint8_t)distance;
}
static inline void jump_register(Assembler *a, Register to)
{
    emit_rex(a, false, 0, 0, to);
    emit_8(a, 0xff);
    emit_8(a, 0xe0 | (to & 7));
}
static inline void jump_memory(Assembler *a, Register base, int32_t disp)
{
    emit_op_memory(a, false, 0xff, 4, base, disp);
}
static inline void return_from(Assembler *a)
{
    emit_8(a, 0xc3);
}
static inline void call(Assembler *a, const void *function)
{
    int64_t distance = (const uint8_t *)function - (a->at + 5);
    if (distance == (int32_t)distance) {
        emit_8(a, 0xe8);
        emit_32(a, (int32_t)distance);
    } else {
        move_imm(a, RAX, (uintptr_t)function);
        emit_8(a, 0xff);
        emit_8(a, 0xd0);
    }
}

#endif
