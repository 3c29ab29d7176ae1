// Module _random: the Mersenne Twister behind random (MT19937, the numbers of CPython), the
// system's random bytes, and SHA-512, by which random turns texts into seeds.
#include <errno.h>
#include <string.h>
#include <sys/random.h>

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
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "vm/vm.h"

// --- the generator ---

enum { STATE_COUNT = 624, STATE_SHIFT = 397 };

typedef struct RandomObject {
    Object header;
    uint32_t next; // index of the next word; STATE_COUNT: all are used up
    uint32_t words[STATE_COUNT];
} RandomObject;
#define RANDOM(o) ((RandomObject *)(o))

static void refill(RandomObject *self)
{
    uint32_t *words = self->words;
    for (size_t i = 0; i < STATE_COUNT; i++) {
        uint32_t y = (words[i] & 0x80000000u) | (words[(i + 1) % STATE_COUNT] & 0x7fffffffu);
        words[i] = words[(i + STATE_SHIFT) % STATE_COUNT] ^ (y >> 1) ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    self->next = 0;
}

static inline uint32_t next_word(RandomObject *self)
{
    if (self->next >= STATE_COUNT)
        refill(self);
    uint32_t y = self->words[self->next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

static void seed_by_word(RandomObject *self, uint32_t seed)
{
    uint32_t *words = self->words;
    words[0] = seed;
    for (uint32_t i = 1; i < STATE_COUNT; i++)
        words[i] = 1812433253u * (words[i - 1] ^ (words[i - 1] >> 30)) + i;
    self->next = STATE_COUNT;
}

static void seed_by_words(RandomObject *self, const uint32_t *key, size_t count)
{
    uint32_t *words = self->words;
    seed_by_word(self, 19650218u);
    size_t i = 1, j = 0;
    for (size_t k = count > STATE_COUNT ? count : STATE_COUNT; k > 0; k--) {
        words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * 1664525u)) + key[j] + (uint32_t)j;
        if (++i >= STATE_COUNT) {
            words[0] = words[STATE_COUNT - 1];
            i = 1;
        }
        if (++j >= count)
            j = 0;
    }
    for (size_t k = STATE_COUNT - 1; k > 0; k--) {
        words[i] = (words[i] ^ ((words[i - 1] ^ (words[i - 1] >> 30)) * 1566083941u)) - (uint32_t)i;
        if (++i >= STATE_COUNT) {
            words[0] = words[STATE_COUNT - 1];
            i = 1;
        }
    }
    words[0] = 0x80000000u;
}

// --- seeds ---

// Random bytes of the system. 0 / -1 with OSError or KeyboardInterrupt.
static int read_entropy(void *to, size_t size)
{
    uint8_t *bytes = to;
    while (size > 0) {
        ssize_t got = getrandom(bytes, size < 256 ? size : 256, 0);
        if (got >= 0) {
            bytes += got;
            size -= (size_t)got;
        } else if (errno != EINTR) {
            error_os(errno, NULL);
            return -1;
        } else if (safepoint_run() < 0) {
            return -1;
        }
    }
    return 0;
}

// Seeds by the absolute value of an int.
static int seed_by_int(RandomObject *self, Object *integer)
{
    IntView view;
    bigint_view(integer, &view);
    size_t limb_count = (size_t)view.count, count = 2 * limb_count;
    if (limb_count == 0) {
        seed_by_words(self, (const uint32_t[]){0}, 1);
        return 0;
    }
    uint32_t *key = memory_alloc(count * sizeof *key, MEMORY_RAW);
    if (!key) {
        error_no_memory();
        return -1;
    }
    for (size_t i = 0; i < limb_count; i++) {
        key[2 * i] = (uint32_t)view.limbs[i];
        key[2 * i + 1] = (uint32_t)(view.limbs[i] >> 32);
    }
    seed_by_words(self, key, key[count - 1] ? count : count - 1);
    memory_free(key, count * sizeof *key);
    return 0;
}

static int seed(RandomObject *self, Object *argument)
{
    if (!argument || argument == object_none) {
        uint32_t key[STATE_COUNT];
        if (read_entropy(key, sizeof key) < 0)
            return -1;
        seed_by_words(self, key, STATE_COUNT);
        return 0;
    }
    if (IS_INT(argument))
        return seed_by_int(self, argument);
    int64_t hash = object_hash(argument);
    Object *number = hash == -1 ? NULL : int_from_uint64((uint64_t)hash);
    if (!number)
        return -1;
    int status = seed_by_int(self, number);
    decref(number);
    return status;
}

// --- the type Random ---

static TypeObject type_random;

static Object *random_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = type_allocate(type, 0);
    if (self && type_has(type, TF_TRACKED))
        gc_track(self);
    return self;
}

static int random_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (type_of(self) == &type_random && args_no_keywords("Random", kwnames) < 0)
        return -1;
    if (nargs > 1) {
        error_text(&exc_type_error, "Random() requires 0 or 1 argument");
        return -1;
    }
    return seed(RANDOM(self), nargs ? args[0] : NULL);
}

static void random_dealloc(Object *self)
{
    type_release(self, 0);
}

static Object *random_method_random(Object *self)
{
    uint32_t high = next_word(RANDOM(self)) >> 5, low = next_word(RANDOM(self)) >> 6;
    return float_new((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

static Object *random_method_seed(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("seed", nargs, 0, 1) < 0 || seed(RANDOM(self), nargs ? args[0] : NULL) < 0)
        return NULL;
    return_none;
}

static Object *random_method_getrandbits(Object *self, Object *argument)
{
    int64_t bits;
    Object *number = object_to_index(argument);
    if (!number)
        return NULL;
    bool fits = int_fits_int64(number, &bits) && bits >= INT32_MIN && bits <= INT32_MAX;
    decref(number);
    if (!fits)
        return error_text(&exc_overflow_error, "Python int too large to convert to C int");
    if (bits < 0)
        return error_text(&exc_value_error, "number of bits must be non-negative");
    if (bits == 0)
        return int_from_int64(0);
    if (bits <= 32)
        return int_from_int64(next_word(RANDOM(self)) >> (32 - bits));
    size_t size = ((size_t)bits - 1) / 32 * 4 + 4;
    uint8_t *bytes = memory_alloc(size, MEMORY_RAW);
    if (!bytes)
        return error_no_memory();
    for (size_t i = 0; i < size; i += 4, bits -= 32) {
        uint32_t word = next_word(RANDOM(self));
        if (bits < 32)
            word >>= 32 - bits;
        memcpy(bytes + i, &word, 4);
    }
    Object *result = int_from_bytes(bytes, size, true, false);
    memory_free(bytes, size);
    return result;
}

static Object *random_method_getstate(Object *self)
{
    Object *tuple = tuple_new(STATE_COUNT + 1);
    for (size_t i = 0; tuple && i <= STATE_COUNT; i++) {
        TUPLE(tuple)->items[i] = int_from_int64(i < STATE_COUNT ? RANDOM(self)->words[i] : RANDOM(self)->next);
        if (!TUPLE(tuple)->items[i])
            ref_clear(&tuple);
    }
    return tuple;
}

// An int from 0 to UINT64_MAX. 0 / -1 with exception.
static int read_unsigned(Object *object, uint64_t *value)
{
    if (!IS_INT(object)) {
        error_text(&exc_type_error, "an integer is required");
        return -1;
    }
    if (int_sign(object) < 0) {
        error_text(&exc_overflow_error, "can't convert negative value to unsigned int");
        return -1;
    }
    if (int_bit_length(object) > 64) {
        error_text(&exc_overflow_error, "Python int too large to convert to C unsigned long");
        return -1;
    }
    *value = int_as_uint64(object);
    return 0;
}

static Object *random_method_setstate(Object *self, Object *tuple)
{
    uint32_t words[STATE_COUNT];
    if (!IS_TUPLE(tuple))
        return error_text(&exc_type_error, "state vector must be a tuple");
    if (TUPLE(tuple)->count != STATE_COUNT + 1)
        return error_text(&exc_value_error, "state vector is the wrong size");
    for (size_t i = 0; i < STATE_COUNT; i++) {
        uint64_t word;
        if (read_unsigned(TUPLE(tuple)->items[i], &word) < 0)
            return NULL;
        words[i] = (uint32_t)word;
    }
    int64_t next = int_as_int64(TUPLE(tuple)->items[STATE_COUNT]);
    if (next == -1 && error_occurred())
        return NULL;
    if (next < 0 || next > STATE_COUNT)
        return error_text(&exc_value_error, "invalid state");
    memcpy(RANDOM(self)->words, words, sizeof words);
    RANDOM(self)->next = (uint32_t)next;
    return_none;
}

static const MethodDef random_methods[] = {
    {"random", random_method_random, METHOD_NOARGS,
     "random($self, /)\n--\n\nrandom() -> x in the interval [0, 1)."},
    {"seed", random_method_seed, METHOD_FAST,
     "seed($self, n=None, /)\n--\n\nseed([n]) -> None.\n\nDefaults to use urandom and falls "
     "back to a combination\nof the current time and the process identifier."},
    {"getstate", random_method_getstate, METHOD_NOARGS,
     "getstate($self, /)\n--\n\ngetstate() -> tuple containing the current state."},
    {"setstate", random_method_setstate, METHOD_O,
     "setstate($self, state, /)\n--\n\nsetstate(state) -> None.  Restores generator state."},
    {"getrandbits", random_method_getrandbits, METHOD_O,
     "getrandbits($self, k, /)\n--\n\ngetrandbits(k) -> x.  Generates an int with k random "
     "bits."},
    {NULL, NULL, 0, NULL},
};

static TypeObject type_random = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "Random",
    .module_name = "_random",
    .doc = "Random() -> create a random number generator with its own internal state.",
    .flags = TF_BASE,
    .basic_size = sizeof(RandomObject),
    .methods = random_methods,
    .make = random_make,
    .init = random_init,
    .dealloc = random_dealloc,
};

// --- SHA-512 ---

static const uint64_t sha_constants[80] = { // fractional parts of the cube roots of the first primes
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

static inline uint64_t rotate_right(uint64_t x, int count)
{
    return (x >> count) | (x << (64 - count));
}

static void sha_block(uint64_t hash[8], const uint8_t *block)
{
    uint64_t w[80], v[8];
    for (int i = 0; i < 16; i++) {
        memcpy(&w[i], block + 8 * i, 8);
        w[i] = __builtin_bswap64(w[i]);
    }
    for (int i = 16; i < 80; i++) {
        uint64_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate_right(a, 1) ^ rotate_right(a, 8) ^ (a >> 7)) +
               (rotate_right(b, 19) ^ rotate_right(b, 61) ^ (b >> 6));
    }
    memcpy(v, hash, sizeof v);
    for (int i = 0; i < 80; i++) {
        uint64_t a = v[0], e = v[4];
        uint64_t t1 = v[7] + (rotate_right(e, 14) ^ rotate_right(e, 18) ^ rotate_right(e, 41)) +
                      ((e & v[5]) ^ (~e & v[6])) + sha_constants[i] + w[i];
        uint64_t t2 = (rotate_right(a, 28) ^ rotate_right(a, 34) ^ rotate_right(a, 39)) +
                      ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        hash[i] += v[i];
}

static Object *random_fn_sha512(Object *module, Object *data)
{
    uint64_t hash[8] = { // fractional parts of the square roots of the first primes
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    };
    ByteView view;
    uint8_t tail[256] = {0};
    (void)module;
    if (bytes_require_view(data, &view) < 0)
        return NULL;
    size_t rest = view.size % 128;
    for (size_t i = 0; i + 128 <= view.size; i += 128)
        sha_block(hash, view.data + i);
    if (rest)
        memcpy(tail, view.data + view.size - rest, rest);
    tail[rest] = 0x80;
    size_t tail_size = rest < 112 ? 128 : 256;
    uint64_t bit_count = __builtin_bswap64((uint64_t)view.size * 8);
    memcpy(tail + tail_size - 8, &bit_count, 8);
    for (size_t i = 0; i < tail_size; i += 128)
        sha_block(hash, tail + i);
    for (int i = 0; i < 8; i++)
        hash[i] = __builtin_bswap64(hash[i]);
    return bytes_new((const char *)hash, sizeof hash);
}

static Object *random_fn_urandom(Object *module, Object *argument)
{
    (void)module;
    int64_t size = object_as_index(argument, &exc_overflow_error);
    if (size == -1 && error_occurred())
        return NULL;
    if (size < 0)
        return error_text(&exc_value_error, "negative argument not allowed");
    Object *bytes = bytes_new(NULL, (size_t)size);
    if (bytes && size && read_entropy(((BytesObject *)bytes)->data, (size_t)size) < 0)
        ref_clear(&bytes);
    return bytes;
}

// A DeprecationWarning for the line that called the running function.
static Object *random_fn_deprecated(Object *module, Object *message)
{
    (void)module;
    if (IS_STR(message) && error_hooks.deprecated && error_hooks.deprecated(message, 1) < 0)
        return NULL;
    return_none;
}

static const MethodDef random_functions[] = {
    {"deprecated", random_fn_deprecated, METHOD_O, NULL},
    {"sha512", random_fn_sha512, METHOD_O, "sha512($module, data, /)\n--\n\nThe SHA-512 digest of some bytes."},
    {"urandom", random_fn_urandom, METHOD_O, "urandom($module, size, /)\n--\n\nRandom bytes of the system."},
    {NULL, NULL, 0, NULL},
};

static int fill_random(ModuleObject *module)
{
    return module_add_type(module, &type_random);
}

extern const ModuleDef module__random;
const ModuleDef module__random = {
    .name = "_random",
    .doc = "Module implements the Mersenne Twister random number generator.",
    .functions = random_functions,
    .fill = fill_random,
};
