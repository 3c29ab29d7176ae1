// Numbers of the line and exception tables: seven bits a byte, low ones first, bit 7: more follow.
#ifndef ADDER_RUNTIME_BYTECODE_VARINT_H
#define ADDER_RUNTIME_BYTECODE_VARINT_H

#include "runtime/memory/buffer.h"

#include <stdint.h>

static inline int varint_write(Buffer *buffer, uint32_t value)
{
    while (value >= 128) {
        if (buffer_append_byte(buffer, (uint8_t)(value | 128)) < 0)
            return -1;
        value >>= 7;
    }
    return buffer_append_byte(buffer, (uint8_t)value);
}

// Zigzag: 0, -1, 1, -2 ... as 0, 1, 2, 3 ...
static inline int varint_write_signed(Buffer *buffer, int32_t value)
{
    return varint_write(buffer, ((uint32_t)value << 1) ^ (uint32_t)(value >> 31));
}

// Reads one number and moves *next behind it; what lies past `end` reads as 0.
static inline uint32_t varint_read(const uint8_t **next, const uint8_t *end)
{
    uint32_t value = 0;
    for (int shift = 0; *next < end && shift < 32; shift += 7) {
        uint8_t byte = *(*next)++;
        value |= (uint32_t)(byte & 127) << shift;
        if (byte < 128)
            break;
    }
    return value;
}

static inline int32_t varint_read_signed(const uint8_t **next, const uint8_t *end)
{
    uint32_t value = varint_read(next, end);
    return (int32_t)(value >> 1) ^ -(int32_t)(value & 1);
}

#endif
