// Module _random: the Mersenne Twister (MT19937) with CPython's ways of seeding and of making floats
// and ints from it, so that equal seeds give equal numbers; and SHA-512, which seeding with text needs.
// Read twist first. The distributions are in lib/random.py.
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/bigint.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"

enum { STATE_COUNT = 624, STATE_MIDDLE = 397 };

typedef struct RandomObject {
    Object header;
    uint32_t index; // next word of `words` to be used; STATE_COUNT: twist first
    uint32_t words[STATE_COUNT];
} RandomObject;
#define RANDOM(o) ((RandomObject *)(o))

// --- the generator ---

static uint32_t mix(uint32_t upper, uint32_t lower)
{
    uint32_t word = (upper & 0x80000000u) | (lower & 0x7fffffffu);
    return word >> 1 ^ (word & 1 ? 0x9908b0dfu : 0);
}

// Makes the next 624 words.
static void twist(RandomObject *self)
{
    uint32_t *words = self->words;
    for (int i = 0; i < STATE_COUNT; i++)
        words[i] = words[(i + STATE_MIDDLE) % STATE_COUNT] ^ mix(words[i], words[(i + 1) % STATE_COUNT]);
    self->index = 0;
}

static uint32_t next_word(RandomObject *self)
{
    if (self->index >= STATE_COUNT)
        twist(self);
    uint32_t word = self->words[self->index++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

static void seed_with_number(RandomObject *self, uint32_t seed)
{
    uint32_t *words = self->words;
    words[0] = seed;
    for (uint32_t i = 1; i < STATE_COUNT; i++)
        words[i] = 1812433253u * (words[i - 1] ^ words[i - 1] >> 30) + i;
    self->index = STATE_COUNT;
}

// The reference's init_by_array; count > 0.
static void seed_with_key(RandomObject *self, const uint32_t *key, size_t count)
{
    uint32_t *words = self->words;
    seed_with_number(self, 19650218u);
    size_t i = 1, j = 0;
    for (size_t k = count > STATE_COUNT ? count : STATE_COUNT; k > 0; k--) {
        words[i] = (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        if (++i == STATE_COUNT) {
            words[0] = words[STATE_COUNT - 1];
            i = 1;
        }
        if (++j == count)
            j = 0;
    }
    for (size_t k = STATE_COUNT - 1; k > 0; k--) {
        words[i] = (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1566083941u) - (uint32_t)i;
        if (++i == STATE_COUNT) {
            words[0] = words[STATE_COUNT - 1];
            i = 1;
        }
    }
    words[0] = 0x80000000u;
}

// --- seeding ---

static void seed_from_system(RandomObject *self)
{
    uint32_t key[STATE_COUNT];
    if (getrandom(key, sizeof key, 0) == (ssize_t)sizeof key) {
        seed_with_key(self, key, STATE_COUNT);
        return;
    }
    struct timespec now, run;
    clock_gettime(CLOCK_REALTIME, &now);
    clock_gettime(CLOCK_MONOTONIC, &run);
    uint32_t few[5] = {(uint32_t)now.tv_nsec, (uint32_t)now.tv_sec, (uint32_t)getpid(), (uint32_t)run.tv_nsec,
                       (uint32_t)run.tv_sec};
    seed_with_key(self, few, 5);
}

// Magnitude of an int in words of 32 bits. 0 / -1.
static int seed_with_int(RandomObject *self, Object *seed)
{
    IntView view;
    bigint_view(seed, &view);
    size_t count = view.count > 0 ? (size_t)view.count * 2 : 1;
    uint32_t few[8], *key = few;
    if (count > 8) {
        key = memory_alloc(count * sizeof *key, MEMORY_RAW);
        if (!key) {
            error_no_memory();
            return -1;
        }
    }
    key[0] = 0;
    for (mp_size_t i = 0; i < view.count; i++) {
        key[2 * i] = (uint32_t)view.limbs[i];
        key[2 * i + 1] = (uint32_t)(view.limbs[i] >> 32);
    }
    size_t used = count;
    while (used > 1 && key[used - 1] == 0)
        used--;
    seed_with_key(self, key, used);
    if (key != few)
        memory_free(key, count * sizeof *key);
    return 0;
}

static int seed(RandomObject *self, Object *seed_or_null)
{
    if (!seed_or_null || seed_or_null == object_none) {
        seed_from_system(self);
        return 0;
    }
    if (IS_INT(seed_or_null))
        return seed_with_int(self, seed_or_null);
    int64_t hash = object_hash(seed_or_null);
    if (hash == -1 && error_occurred())
        return -1;
    Object *number = int_from_uint64((uint64_t)hash);
    int status = number ? seed_with_int(self, number) : -1;
    xdecref(number);
    return status;
}

static Object *random_method_seed(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("seed", nargs, 0, 1) < 0 || seed(RANDOM(self), nargs ? args[0] : NULL) < 0)
        return NULL;
    return_none;
}

// --- numbers ---

static Object *random_method_random(Object *self)
{
    uint32_t a = next_word(RANDOM(self)) >> 5, b = next_word(RANDOM(self)) >> 6;
    return float_new((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

static Object *random_method_getrandbits(Object *self, Object *argument)
{
    int count = int_as_int32(argument);
    if (count == -1 && error_occurred())
        return NULL;
    if (count < 0)
        return error_text(&exc_value_error, "number of bits must be non-negative");
    if (count == 0)
        return int_from_int64(0);
    if (count <= 32)
        return int_from_int64(next_word(RANDOM(self)) >> (32 - count));
    size_t word_count = ((size_t)count - 1) / 32 + 1;
    uint32_t *words = memory_alloc(word_count * sizeof *words, MEMORY_RAW);
    if (!words)
        return error_no_memory();
    for (size_t i = 0; i < word_count; i++, count -= 32) {
        words[i] = next_word(RANDOM(self));
        if (count < 32)
            words[i] >>= 32 - count;
    }
    Object *result = int_from_bytes((const uint8_t *)words, word_count * sizeof *words, true, false);
    memory_free(words, word_count * sizeof *words);
    return result;
}

// --- the state as a tuple of ints ---

static Object *random_method_getstate(Object *self)
{
    Object *tuple = tuple_new(STATE_COUNT + 1);
    if (!tuple)
        return NULL;
    for (size_t i = 0; i <= STATE_COUNT; i++) {
        Object *word = int_from_int64(i < STATE_COUNT ? RANDOM(self)->words[i] : RANDOM(self)->index);
        if (!word) {
            decref(tuple);
            return NULL;
        }
        TUPLE(tuple)->items[i] = word;
    }
    return tuple;
}

static Object *random_method_setstate(Object *self, Object *tuple)
{
    uint32_t words[STATE_COUNT];
    if (!IS_TUPLE(tuple))
        return error_text(&exc_type_error, "state vector must be a tuple");
    if (TUPLE(tuple)->count != STATE_COUNT + 1)
        return error_text(&exc_value_error, "state vector is the wrong size");
    for (size_t i = 0; i < STATE_COUNT; i++) {
        uint64_t word = int_as_uint64(TUPLE(tuple)->items[i]);
        if (word == UINT64_MAX && error_occurred())
            return NULL;
        words[i] = (uint32_t)word;
    }
    int64_t index = int_as_int64(TUPLE(tuple)->items[STATE_COUNT]);
    if (index == -1 && error_occurred())
        return NULL;
    if (index < 0 || index > STATE_COUNT)
        return error_text(&exc_value_error, "invalid state");
    memcpy(RANDOM(self)->words, words, sizeof words);
    RANDOM(self)->index = (uint32_t)index;
    return_none;
}

// --- SHA-512 (FIPS 180-4) ---

static const uint64_t sha_constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static uint64_t rotate(uint64_t word, int count)
{
    return word >> count | word << (64 - count);
}

static void sha_block(uint64_t state[8], const uint8_t *bytes)
{
    uint64_t w[80], v[8];
    for (int i = 0; i < 16; i++) {
        memcpy(&w[i], bytes + 8 * i, 8);
        w[i] = __builtin_bswap64(w[i]);
    }
    for (int i = 16; i < 80; i++) {
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate(a, 1) ^ rotate(a, 8) ^ a >> 7) + (rotate(b, 19) ^ rotate(b, 61) ^ b >> 6);
    }
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 80; i++) {
        uint64_t first = v[7] + (rotate(v[4], 14) ^ rotate(v[4], 18) ^ rotate(v[4], 41)) +
                         ((v[4] & v[5]) ^ (~v[4] & v[6])) + sha_constants[i] + w[i];
        uint64_t second = (rotate(v[0], 28) ^ rotate(v[0], 34) ^ rotate(v[0], 39)) +
                          ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += first;
        v[0] = first + second;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

static Object *random_fn_sha512(Object *module, Object *argument)
{
    (void)module;
    uint64_t sums[8] = {
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
    ByteView view;
    uint8_t tail[256] = {0};
    if (bytes_require_view(argument, &view) < 0)
        return NULL;
    size_t whole = view.size / 128 * 128, rest = view.size - whole;
    for (size_t i = 0; i < whole; i += 128)
        sha_block(sums, view.data + i);
    memcpy(tail, view.data + whole, rest);
    tail[rest] = 0x80;
    size_t tail_size = rest < 112 ? 128 : 256;
    uint64_t bit_count = __builtin_bswap64((uint64_t)view.size * 8);
    memcpy(tail + tail_size - 8, &bit_count, 8);
    for (size_t i = 0; i < tail_size; i += 128)
        sha_block(sums, tail + i);
    for (int i = 0; i < 8; i++)
        sums[i] = __builtin_bswap64(sums[i]);
    return bytes_new((const char *)sums, sizeof sums);
}

// --- the type and the module ---

static Object *random_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (type->init == object_init && args_no_keywords("Random", kwnames) < 0)
        return NULL;
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    RANDOM(self)->index = STATE_COUNT;
    if (type_has(type, TF_TRACKED))
        gc_track(self);
    if (seed(RANDOM(self), nargs ? args[0] : NULL) < 0)
        ref_clear(&self);
    return self;
}

static int random_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self, (void)args, (void)kwnames;
    return args_check_count("Random", nargs, 0, 1);
}

static void random_dealloc(Object *self)
{
    type_release(self, 0);
}

static const MethodDef random_methods[] = {
    {"random", (void *)random_method_random, METHOD_NOARGS,
     "random($self, /)\n--\n\nrandom() -> x in the interval [0, 1)."},
    {"seed", (void *)random_method_seed, METHOD_FAST,
     "seed($self, n=None, /)\n--\n\nseed([n]) -> None.\n\nDefaults to use urandom and falls back to a "
     "combination\nof the current time and the process identifier."},
    {"getstate", (void *)random_method_getstate, METHOD_NOARGS,
     "getstate($self, /)\n--\n\ngetstate() -> tuple containing the current state."},
    {"setstate", (void *)random_method_setstate, METHOD_O,
     "setstate($self, state, /)\n--\n\nsetstate(state) -> None.  Restores generator state."},
    {"getrandbits", (void *)random_method_getrandbits, METHOD_O,
     "getrandbits($self, k, /)\n--\n\ngetrandbits(k) -> x.  Generates an int with k random bits."},
    {0},
};

static TypeObject type_random = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "Random",
    .module_name = "_random",
    .doc = "Random() -> create a random number generator with its own internal state.",
    .flags = TF_BASE,
    .basic_size = sizeof(RandomObject),
    .dealloc = random_dealloc,
    .make = random_make,
    .init = random_init,
    .methods = random_methods,
};

static int fill(ModuleObject *module)
{
    return module_add_type(module, &type_random);
}

static const MethodDef random_functions[] = {
    {"_sha512", (void *)random_fn_sha512, METHOD_O, NULL},
    {0},
};

extern const ModuleDef module__random;
const ModuleDef module__random = {
    .name = "_random",
    .doc = "Module implements the Mersenne Twister random number generator.",
    .functions = random_functions,
    .fill = fill,
};
