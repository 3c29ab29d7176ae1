// Integers beyond 64 bits: sign and limbs, arithmetic by GMP.
#ifndef ADDER_RUNTIME_NUMBERS_BIGINT_H
#define ADDER_RUNTIME_NUMBERS_BIGINT_H

#include <gmp.h>

#include "runtime/numbers/int.h"

// Exact int that does not fit 64 bits: type index TYPE_BIGINT, FLAG_INT_BIG set.
typedef struct BigIntObject {
    Object header;
    int64_t signed_count; // limbs in use; negative: the value is negative. Never 0
    mp_limb_t limbs[];    // least significant first; the highest is not 0
} BigIntObject;

// Any int seen as limbs, without allocation. `single` backs values of 64 bits.
typedef struct IntView {
    const mp_limb_t *limbs;
    mp_size_t count; // 0: zero
    bool is_negative;
    mp_limb_t single;
} IntView;

void bigint_view(Object *integer, IntView *view);
// New int of the value (small again if it fits). The limbs are copied.
Object *bigint_from_limbs(const mp_limb_t *limbs, mp_size_t count, bool is_negative);
// Releases the payload of a BigIntObject (exact): the block.
void bigint_free(Object *self);

Object *bigint_add(Object *a, Object *b, bool subtract);
Object *bigint_multiply(Object *a, Object *b);
// Floor division; quotient and remainder are wanted where the pointers are not NULL. Divisor not 0.
// 0 / -1.
int bigint_divmod(Object *a, Object *b, Object **quotient, Object **remainder);
Object *bigint_power(Object *base, uint64_t exponent);
Object *bigint_power_mod(Object *base, Object *exponent,
                         Object *modulus); // Python's sign rules; ValueError
Object *bigint_shift_left(Object *a, uint64_t count);
Object *bigint_shift_right(Object *a, uint64_t count); // floor
Object *bigint_bitwise(BinaryOp op, Object *a, Object *b);
Object *bigint_gcd(Object *a, Object *b);
Object *bigint_sqrt(Object *a);
Object *bigint_to_text(Object *a, int base); // str, sign and digits only
Object *bigint_parse(const char *digits, size_t length, int base, bool is_negative);
double bigint_as_double(Object *a, bool *overflows); // correctly rounded
Object *bigint_true_divide(Object *a, Object *b);    // correctly rounded
Object *bigint_from_bytes(const uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed);
// Two's complement in `size` bytes; false: does not fit.
bool bigint_to_bytes(Object *a, uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed);
void bigint_start(void);

#endif
