// SipHash-1-3 with CPython's key schedule, and the hash of doubles.
#include "runtime/base/hash.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static uint64_t key0, key1;

// CPython's expansion of a seed: the third byte of each state of a linear congruential generator.
static uint64_t expand_seed(uint32_t *state)
{
    uint64_t word = 0;
    for (uint32_t i = 0; i < 8; i++) {
        *state = *state * 214013 + 2531011;
        word |= (uint64_t)(*state >> 16 & 0xFF) << (8 * i);
    }
    return word;
}

int hash_start(const char *seed)
{
    if (!seed || !*seed || strcmp(seed, "random") == 0) {
        uint64_t keys[2];
        if (getrandom(keys, sizeof keys, GRND_NONBLOCK) != sizeof keys)
            keys[0] = keys[1] = (uintptr_t)keys; // no entropy yet: the stack's address will do
        key0 = keys[0];
        key1 = keys[1];
        return 0;
    }
    if (*seed < '0' || *seed > '9')
        return -1;
    char *end;
    unsigned long long number = strtoull(seed, &end, 10);
    if (*end || number > UINT32_MAX || end - seed > 20)
        return -1;
    uint32_t state = (uint32_t)number;
    key0 = state ? expand_seed(&state) : 0;
    key1 = number ? expand_seed(&state) : 0;
    return 0;
}

typedef struct SipState {
    uint64_t v0, v1, v2, v3;
} SipState;

static inline SipState mix_round(SipState s)
{
    s.v0 += s.v1;
    s.v2 += s.v3;
    s.v1 = rotate_left(s.v1, 13) ^ s.v0;
    s.v3 = rotate_left(s.v3, 16) ^ s.v2;
    s.v0 = rotate_left(s.v0, 32);
    s.v2 += s.v1;
    s.v0 += s.v3;
    s.v1 = rotate_left(s.v1, 17) ^ s.v2;
    s.v3 = rotate_left(s.v3, 21) ^ s.v0;
    s.v2 = rotate_left(s.v2, 32);
    return s;
}

static inline SipState mix_word(SipState s, uint64_t word)
{
    s.v3 ^= word;
    s = mix_round(s);
    s.v0 ^= word;
    return s;
}

int64_t hash_bytes(const void *bytes, size_t byte_size)
{
    if (byte_size == 0)
        return 0;
    const uint8_t *next = bytes;
    SipState s = {
        .v0 = key0 ^ 0x736f6d6570736575u,
        .v1 = key1 ^ 0x646f72616e646f6du,
        .v2 = key0 ^ 0x6c7967656e657261u,
        .v3 = key1 ^ 0x7465646279746573u,
    };
    size_t left = byte_size;
    uint64_t word;
    for (; left >= sizeof word; left -= sizeof word, next += sizeof word) {
        memcpy(&word, next, sizeof word);
        s = mix_word(s, word);
    }
    word = (uint64_t)byte_size << 56;
    for (size_t i = 0; i < left; i++)
        word |= (uint64_t)next[i] << (8 * i);
    s = mix_word(s, word);
    s.v2 ^= 0xFF;
    s = mix_round(mix_round(mix_round(s)));
    return hash_not_error((int64_t)(s.v0 ^ s.v1 ^ s.v2 ^ s.v3));
}

int64_t hash_double(double value)
{
    if (isinf(value))
        return value > 0 ? HASH_INF : -HASH_INF;
    if (value >= -0x1p62 && value <= 0x1p62 && value == (double)(int64_t)value)
        return hash_int64((int64_t)value);
    int exponent;
    double mantissa = frexp(fabs(value), &exponent);
    uint64_t hash = 0;
    while (mantissa != 0) { // 28 bits at a time
        hash = (hash << 28 & HASH_MODULUS) | hash >> (HASH_BITS - 28);
        mantissa *= 0x1p28;
        exponent -= 28;
        uint64_t bits = (uint64_t)mantissa;
        mantissa -= (double)bits;
        hash += bits;
        if (hash >= HASH_MODULUS)
            hash -= HASH_MODULUS;
    }
    // Times 2^exponent, which is a rotation of 61 bits.
    exponent %= HASH_BITS;
    if (exponent < 0)
        exponent += HASH_BITS;
    hash = (hash << exponent & HASH_MODULUS) | hash >> (HASH_BITS - exponent);
    return hash_not_error(value < 0 ? -(int64_t)hash : (int64_t)hash);
}
