// Hashes of CPython 3.11, bit for bit, because programs print sets: SipHash-1-3 for str and bytes,
// residues modulo 2^61 - 1 for numbers, xxHash's mixing for tuples, XOR mixing for frozensets.
// No hash is -1 (that value says "error" or "not computed yet"); what would be -1 is -2.
#ifndef ADDER_RUNTIME_BASE_HASH_H
#define ADDER_RUNTIME_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#include "runtime/base/bits.h"

#define HASH_BITS 61
#define HASH_MODULUS (((uint64_t)1 << HASH_BITS) - 1) // sys.hash_info.modulus
#define HASH_INF 314159                               // sys.hash_info.inf
#define HASH_IMAG 1000003                             // sys.hash_info.imag

// Sets the key of hash_bytes. `seed`: a decimal number 0..4294967295 as in ADDERHASHSEED (0 turns
// randomisation off; a number gives the hashes that PYTHONHASHSEED=number gives), NULL, "" or
// "random" for a key from the system. 0, or -1 for another text (nothing changed).
int hash_start(const char *seed);
// SipHash-1-3 of the bytes; 0 for none.
int64_t hash_bytes(const void *bytes, size_t byte_size);
// Same value as the equal int has. Not for nan, whose hash is hash_pointer of its object.
int64_t hash_double(double value);

static inline int64_t hash_not_error(int64_t hash)
{
    return hash == -1 ? -2 : hash;
}

// Residue modulo 2^61 - 1 of a 64-bit magnitude.
static inline uint64_t hash_reduce(uint64_t magnitude)
{
    uint64_t sum = (magnitude & HASH_MODULUS) + (magnitude >> HASH_BITS);
    return sum >= HASH_MODULUS ? sum - HASH_MODULUS : sum;
}

static inline int64_t hash_int64(int64_t value)
{
    if (value >= 0)
        return (int64_t)hash_reduce((uint64_t)value);
    return hash_not_error(-(int64_t)hash_reduce(-(uint64_t)value));
}

// Magnitude * 2^64 + limb modulo 2^61 - 1: a big int's hash goes from its top limb to its lowest.
static inline uint64_t hash_next_limb(uint64_t hash, uint64_t limb)
{
    uint64_t shifted = (hash << 3 & HASH_MODULUS) | hash >> (HASH_BITS - 3);
    return hash_reduce(shifted + hash_reduce(limb));
}

// Addresses are multiples of 16: the low bits, always 0, go to the top.
static inline int64_t hash_pointer(const void *pointer)
{
    return hash_not_error((int64_t)rotate_right((uint64_t)(uintptr_t)pointer, 4));
}

// ---- Tuples: start, add each item's hash in order, finish ---------------------------------------

#define HASH_XX_PRIME_1 11400714785074694791u
#define HASH_XX_PRIME_2 14029467366897019727u
#define HASH_XX_PRIME_5 2870177450012600261u

static inline uint64_t hash_tuple_start(void)
{
    return HASH_XX_PRIME_5;
}

static inline uint64_t hash_tuple_add(uint64_t mix, int64_t item_hash)
{
    mix += (uint64_t)item_hash * HASH_XX_PRIME_2;
    return rotate_left(mix, 31) * HASH_XX_PRIME_1;
}

static inline int64_t hash_tuple_finish(uint64_t mix, size_t item_count)
{
    mix += item_count ^ (HASH_XX_PRIME_5 ^ 3527539u);
    return mix == (uint64_t)-1 ? 1546275796 : (int64_t)mix;
}

// ---- Frozensets: start, add each element's hash in any order, finish ----------------------------

static inline uint64_t hash_set_start(void)
{
    return 0;
}

static inline uint64_t hash_set_add(uint64_t mix, int64_t item_hash)
{
    uint64_t hash = (uint64_t)item_hash;
    return mix ^ ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

static inline int64_t hash_set_finish(uint64_t mix, size_t item_count)
{
    mix ^= ((uint64_t)item_count + 1) * 1927868237u;
    mix ^= (mix >> 11) ^ (mix >> 25);
    mix = mix * 69069u + 907133923u;
    return mix == (uint64_t)-1 ? 590923713 : (int64_t)mix;
}

#endif
