// Alignment, checked arithmetic on sizes, and bit counting.
#ifndef ADDER_RUNTIME_BASE_BITS_H
#define ADDER_RUNTIME_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Rounds up to a multiple of `alignment`, a power of two. The caller knows that it cannot overflow.
static inline size_t align_up(size_t size, size_t alignment)
{
    return (size + alignment - 1) & ~(alignment - 1);
}

static inline size_t align_down(size_t size, size_t alignment)
{
    return size & ~(alignment - 1);
}

static inline bool is_aligned(size_t size, size_t alignment)
{
    return (size & (alignment - 1)) == 0;
}

// Checked arithmetic: true and *result on success, false when it overflows.
static inline bool checked_add(size_t left, size_t right, size_t *result)
{
    return !__builtin_add_overflow(left, right, result);
}

static inline bool checked_mul(size_t left, size_t right, size_t *result)
{
    return !__builtin_mul_overflow(left, right, result);
}

// *result = head + item_count * item_size: the size of a variable-sized object.
static inline bool checked_size(size_t head, size_t item_count, size_t item_size, size_t *result)
{
    size_t items;
    return checked_mul(item_count, item_size, &items) && checked_add(head, items, result);
}

static inline bool checked_align_up(size_t size, size_t alignment, size_t *result)
{
    if (!checked_add(size, alignment - 1, result))
        return false;
    *result &= ~(alignment - 1);
    return true;
}

static inline bool is_power_of_two(uint64_t value)
{
    return value != 0 && (value & (value - 1)) == 0;
}

// memcpy without its call for up to 16 bytes: two words that overlap.
static inline void copy_bytes(void *to, const void *from, size_t size)
{
    char *target = to;
    const char *source = from;
#define COPY_ENDS(type)                                                                            \
    do {                                                                                           \
        type first_, last_;                                                                        \
        __builtin_memcpy(&first_, source, sizeof(type));                                           \
        __builtin_memcpy(&last_, source + size - sizeof(type), sizeof(type));                      \
        __builtin_memcpy(target, &first_, sizeof(type));                                           \
        __builtin_memcpy(target + size - sizeof(type), &last_, sizeof(type));                      \
    } while (0)
    if (size > 16)
        __builtin_memcpy(to, from, size);
    else if (size >= 8)
        COPY_ENDS(uint64_t);
    else if (size >= 4)
        COPY_ENDS(uint32_t);
    else if (size >= 2)
        COPY_ENDS(uint16_t);
    else if (size)
        *target = *source;
#undef COPY_ENDS
}

// Bits needed to write the value: 0 for 0, else floor(log2) + 1.
static inline uint32_t bit_length(uint64_t value)
{
    return value ? 64 - (uint32_t)__builtin_clzll(value) : 0;
}

// floor(log2(value)); value > 0.
static inline uint32_t log2_floor(uint64_t value)
{
    return 63 - (uint32_t)__builtin_clzll(value);
}

// ceil(log2(value)); value > 0.
static inline uint32_t log2_ceil(uint64_t value)
{
    return bit_length(value - 1);
}

// Smallest power of two >= value; value <= 2^63. 1 for 0.
static inline uint64_t power_of_two_ceil(uint64_t value)
{
    return value <= 1 ? 1 : (uint64_t)1 << log2_ceil(value);
}

// Lowest set bit; value > 0.
static inline uint32_t trailing_zeros(uint64_t value)
{
    return (uint32_t)__builtin_ctzll(value);
}

static inline uint32_t leading_zeros(uint64_t value)
{
    return value ? (uint32_t)__builtin_clzll(value) : 64;
}

static inline uint32_t bit_count(uint64_t value)
{
    return (uint32_t)__builtin_popcountll(value);
}

static inline uint64_t rotate_left(uint64_t value, uint32_t count)
{
    return value << (count & 63) | value >> (-count & 63);
}

static inline uint64_t rotate_right(uint64_t value, uint32_t count)
{
    return value >> (count & 63) | value << (-count & 63);
}

#endif
