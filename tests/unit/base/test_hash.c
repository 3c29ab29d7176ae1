// Expected values: print(hash(x)) of CPython 3.11, strings under PYTHONHASHSEED=0 and 42.
#include "runtime/base/hash.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

typedef struct TextHash {
    const char *text;
    int64_t hash;
} TextHash;

static void check_texts(const char *seed, const TextHash *texts, size_t count)
{
    cr_assert_eq(hash_start(seed), 0);
    for (size_t i = 0; i < count; i++)
        cr_assert_eq(hash_bytes(texts[i].text, strlen(texts[i].text)), texts[i].hash,
                     "seed %s, text '%s'", seed, texts[i].text);
}

Test(hash, strings_with_seed_0)
{
    static const TextHash texts[] = {
        {"", 0},
        {"a", 4644417185603328019},
        {"abc", -4594863902769663758},
        {"abcdefg", 7904145750247929094},
        {"abcdefgh", 4574395652268504554},
        {"hello world", -5642461784034726774},
    };
    check_texts("0", texts, sizeof texts / sizeof *texts);
    char long_text[100];
    memset(long_text, 'x', sizeof long_text);
    cr_assert_eq(hash_bytes(long_text, sizeof long_text), 1359644457043326220);
}

Test(hash, strings_with_seed_42)
{
    static const TextHash texts[] = {
        {"", 0},
        {"a", -123207753977932514},
        {"abc", 3869580338025362921},
        {"abcdefg", 1375323160596907757},
        {"abcdefgh", -5457871895989710762},
        {"hello world", -3893157060480277979},
    };
    check_texts("42", texts, sizeof texts / sizeof *texts);
}

Test(hash, seeds_that_are_refused_change_nothing)
{
    cr_assert_eq(hash_start("0"), 0);
    static const char *const bad[] = {"-1", "4294967296", "12x",
                                      " 1", "x",          "99999999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        cr_assert_eq(hash_start(bad[i]), -1, "%s", bad[i]);
    cr_assert_eq(hash_bytes("a", 1), 4644417185603328019);
    cr_assert_eq(hash_start("4294967295"), 0);
}

Test(hash, random_keys_differ)
{
    cr_assert_eq(hash_start(NULL), 0);
    int64_t first = hash_bytes("abc", 3);
    cr_assert_eq(hash_start("random"), 0);
    cr_assert_neq(hash_bytes("abc", 3), first);
    cr_assert_eq(hash_bytes("", 0), 0);
}

Test(hash, doubles)
{
    static const struct {
        double value;
        int64_t hash;
    } cases[] = {
        {0.0, 0},
        {-0.0, 0},
        {1.0, 1},
        {-1.0, -2},
        {0.5, 1152921504606846976},
        {0.1, 230584300921369408},
        {-2.5, -1152921504606846978},
        {1e300, 1224995262755759164},
        {5e-324, 16777216},
        {0x1p61, 1},
        {0x1p61 - 512, 2305843009213693440},
        {1.7976931348623157e308, 2234066890152476671},
        {-1e-10, -2124533198426632172},
        {3.0e20, 240408802219786370},
        {INFINITY, 314159},
        {-INFINITY, -314159},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_assert_eq(hash_double(cases[i].value), cases[i].hash, "%a", cases[i].value);
}

Test(hash, ints_at_the_edges_of_the_modulus)
{
    int64_t modulus = (int64_t)HASH_MODULUS;
    static const int64_t small[] = {0, 1, -2, 12345, -12345};
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        cr_assert_eq(hash_int64(small[i]), small[i]);
    cr_assert_eq(hash_int64(-1), -2);
    cr_assert_eq(hash_int64(modulus), 0);
    cr_assert_eq(hash_int64(-modulus), 0);
    cr_assert_eq(hash_int64(modulus + 1), 1);
    cr_assert_eq(hash_int64(-(modulus + 1)), -2);
    cr_assert_eq(hash_int64(modulus - 1), modulus - 1);
    cr_assert_eq(hash_int64(INT64_MAX), 3);
    cr_assert_eq(hash_int64(INT64_MIN), -4);
}

Test(hash, equal_ints_and_doubles_agree)
{
    for (int64_t value = 1; value < INT64_MAX / 7; value *= 3)
        if ((int64_t)(double)value == value)
            cr_assert_eq(hash_double((double)-value), hash_int64(-value));
}

Test(hash, big_ints_limb_by_limb)
{
    cr_assert_eq(hash_next_limb(1, 0), 8u);                                      // 2**64
    cr_assert_eq(hash_next_limb((uint64_t)1 << 36, 0), 549755813888u);           // 2**100
    cr_assert_eq(hash_next_limb(hash_reduce((uint64_t)1 << 63), 12345), 12377u); // 2**127 + 12345
    static const uint64_t limbs[] = {0x1fd5863c3eb0469e, 0xc21a937a76f3432f, 0xfd73d97e447606b6,
                                     0x83ecf6f6e4a7ae22, 0x5bfaff1eaaf8b0a1}; // 3**200
    uint64_t hash = 0;
    for (size_t i = 0; i < 5; i++)
        hash = hash_next_limb(hash, limbs[i]);
    cr_assert_eq(hash, 424410663027747676u);
}

static int64_t hash_ints_as_tuple(const int64_t *items, size_t count)
{
    uint64_t state = hash_tuple_start();
    for (size_t i = 0; i < count; i++)
        state = hash_tuple_add(state, hash_int64(items[i]));
    return hash_tuple_finish(state, count);
}

Test(hash, tuples)
{
    cr_assert_eq(hash_ints_as_tuple(NULL, 0), 5740354900026072187);
    cr_assert_eq(hash_ints_as_tuple((int64_t[]){1}, 1), -6644214454873602895);
    cr_assert_eq(hash_ints_as_tuple((int64_t[]){1, 2}, 2), -3550055125485641917);
    cr_assert_eq(hash_ints_as_tuple((int64_t[]){-1, 0, (int64_t)HASH_MODULUS - 1}, 3),
                 -7522370922282529209);
    cr_assert_eq(hash_ints_as_tuple((int64_t[]){0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10),
                 -2040549277248155741);
}

static int64_t hash_range_as_set(int64_t start, int64_t stop)
{
    uint64_t state = hash_set_start();
    for (int64_t i = start; i < stop; i++)
        state = hash_set_add(state, hash_int64(i));
    return hash_set_finish(state, (size_t)(stop - start));
}

Test(hash, frozensets)
{
    cr_assert_eq(hash_range_as_set(0, 0), 133146708735736);
    cr_assert_eq(hash_range_as_set(1, 2), -558064481276695278);
    cr_assert_eq(hash_range_as_set(1, 4), -272375401224217160);
    cr_assert_eq(hash_range_as_set(0, 100), 4411996150312757951);
    cr_assert_eq(hash_range_as_set(-1, 0), 6776983852052281967);
}

Test(hash, pointers_rotate)
{
    cr_assert_eq(hash_pointer((void *)0x7F10), 0x7F1);
    cr_assert_eq(hash_pointer((void *)0x5), 0x5000000000000000);
    cr_assert_eq(hash_pointer((void *)UINTPTR_MAX), -2);
}
