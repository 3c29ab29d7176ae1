// Big integers on GMP. Addition, multiplication and division call the mpn layer on the limbs in
// place; what needs scratch of its own (powers, roots, text, two's complement) goes through mpz values
// that live in a region owned by the running operation.
//
// GMP cannot report a failed allocation. Its allocation functions here take from that region and, when
// memory is out, jump back to the operation, which frees the region and raises MemoryError. No
// reference is held across, and result blocks are made when GMP is done. Read BEGIN_OPERATION first.
#include "runtime/numbers/bigint.h"

#include <math.h>
#include <setjmp.h>
#include <string.h>

#include "runtime/memory/memory.h"
#include "runtime/memory/region.h"
#include "runtime/model/error.h"
#include "runtime/numbers/float.h"
#include "runtime/text/str.h"

static struct {
    Region region;
    jmp_buf out_of_memory;
} operation;

// Starts an operation that may make GMP allocate; ends it on failure. Locals that are changed after
// it and read after a failure would have to be volatile: there are none, by construction.
#define BEGIN_OPERATION(failure)                \
    region_init(&operation.region);             \
    if (setjmp(operation.out_of_memory)) {      \
        region_free(&operation.region);         \
        error_no_memory();                      \
        return failure;                         \
    }
#define END_OPERATION() region_free(&operation.region)

static void *gmp_allocate(size_t byte_size)
{
    void *block = region_alloc(&operation.region, byte_size);
    if (!block)
        longjmp(operation.out_of_memory, 1);
    return block;
}

static void *gmp_reallocate(void *block, size_t old_size, size_t new_size)
{
    if (new_size <= old_size)
        return block;
    void *bigger = gmp_allocate(new_size);
    memcpy(bigger, block, old_size);
    return bigger;
}

static void gmp_free(void *block, size_t byte_size)
{
    (void)block;
    (void)byte_size; // the region goes as a whole
}

void bigint_start(void)
{
    mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_free);
}

// --- representation ---

void bigint_view(Object *integer, IntView *view)
{
    if (integer->flags & FLAG_INT_BIG) {
        BigIntObject *big = integer->type_index == TYPE_BIGINT
                                ? (BigIntObject *)integer
                                : (BigIntObject *)(uintptr_t)((IntObject *)integer)->value;
        view->is_negative = big->signed_count < 0;
        view->count = view->is_negative ? -big->signed_count : big->signed_count;
        view->limbs = big->limbs;
        return;
    }
    int64_t value = ((IntObject *)integer)->value;
    view->is_negative = value < 0;
    view->single = value < 0 ? 0 - (mp_limb_t)value : (mp_limb_t)value;
    view->limbs = &view->single;
    view->count = value != 0;
}

static size_t byte_size_of(mp_size_t count)
{
    return sizeof(BigIntObject) + (size_t)count * sizeof(mp_limb_t);
}

static BigIntObject *new_big(mp_size_t count)
{
    BigIntObject *big = memory_alloc(byte_size_of(count), MEMORY_ATOM);
    if (!big)
        return error_no_memory();
    big->header = (Object){.refcount = 1, .flags = FLAG_INT_BIG, .type_index = TYPE_BIGINT};
    big->signed_count = count;
    return big;
}

void bigint_free(Object *self)
{
    int64_t count = ((BigIntObject *)self)->signed_count;
    memory_free(self, byte_size_of(count < 0 ? -count : count));
}

// Does a magnitude of one limb fit int64 with this sign?
static bool fits_small(mp_limb_t limb, bool is_negative)
{
    return limb <= (mp_limb_t)INT64_MAX + is_negative;
}

Object *bigint_from_limbs(const mp_limb_t *limbs, mp_size_t count, bool is_negative)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    if (count == 0)
        return int_from_int64(0);
    if (count == 1 && fits_small(limbs[0], is_negative))
        return int_from_int64(is_negative ? (int64_t)(0 - limbs[0]) : (int64_t)limbs[0]);
    BigIntObject *big = new_big(count);
    if (!big)
        return NULL;
    memcpy(big->limbs, limbs, (size_t)count * sizeof *limbs);
    big->signed_count = is_negative ? -count : count;
    return OBJECT(big);
}

// A result computed in place in `big`, which has room for `count` limbs: trims it, or makes it small.
static Object *finish(BigIntObject *big, mp_size_t room, bool is_negative)
{
    mp_size_t count = room;
    while (count > 0 && big->limbs[count - 1] == 0)
        count--;
    if (count == 0 || (count == 1 && fits_small(big->limbs[0], is_negative)) ||
        byte_size_of(room) > BLOCK_SIZE_MAX || (byte_size_of(count) + 15) / 16 != (byte_size_of(room) + 15) / 16) {
        if (count == room) {
            big->signed_count = is_negative ? -count : count;
            if (count != 1 || !fits_small(big->limbs[0], is_negative))
                return OBJECT(big);
        }
        Object *copy = bigint_from_limbs(big->limbs, count, is_negative);
        memory_free(big, byte_size_of(room));
        return copy;
    }
    big->signed_count = is_negative ? -count : count;
    return OBJECT(big);
}

static Object *from_mpz(const mpz_t value)
{
    return bigint_from_limbs(mpz_limbs_read(value), (mp_size_t)mpz_size(value), mpz_sgn(value) < 0);
}

// A read-only mpz over any int's limbs.
static void as_mpz(mpz_t value, Object *integer, IntView *view)
{
    bigint_view(integer, view);
    mpz_roinit_n(value, view->limbs, view->is_negative ? -view->count : view->count);
}

// --- arithmetic on limbs ---

// |x| + |y| or |x| - |y| with x at least as long as y.
static Object *combine(const IntView *x, bool x_negative, const IntView *y, bool y_negative)
{
    mp_size_t room = x->count + 1;
    BigIntObject *big = new_big(room);
    if (!big)
        return NULL;
    bool is_negative = x_negative;
    big->limbs[x->count] = 0;
    if (y->count == 0) {
        memcpy(big->limbs, x->limbs, (size_t)x->count * sizeof(mp_limb_t));
    } else if (x_negative == y_negative) {
        big->limbs[x->count] = mpn_add(big->limbs, x->limbs, x->count, y->limbs, y->count);
    } else if (x->count == y->count && mpn_cmp(x->limbs, y->limbs, x->count) < 0) {
        mpn_sub(big->limbs, y->limbs, y->count, x->limbs, x->count);
        is_negative = !is_negative;
    } else {
        mpn_sub(big->limbs, x->limbs, x->count, y->limbs, y->count);
    }
    return finish(big, room, is_negative);
}

Object *bigint_add(Object *a, Object *b, bool subtract)
{
    IntView x, y;
    bigint_view(a, &x);
    bigint_view(b, &y);
    bool y_negative = y.is_negative != subtract;
    return x.count >= y.count ? combine(&x, x.is_negative, &y, y_negative)
                              : combine(&y, y_negative, &x, x.is_negative);
}

Object *bigint_multiply(Object *a, Object *b)
{
    IntView x, y;
    bigint_view(a, &x);
    bigint_view(b, &y);
    if (x.count == 0 || y.count == 0)
        return int_from_int64(0);
    mp_size_t room = x.count + y.count;
    BigIntObject *big = new_big(room);
    if (!big)
        return NULL;
    region_init(&operation.region);
    if (setjmp(operation.out_of_memory)) {
        region_free(&operation.region);
        memory_free(big, byte_size_of(room));
        return error_no_memory();
    }
    if (x.limbs == y.limbs && x.count == y.count)
        mpn_sqr(big->limbs, x.limbs, x.count);
    else if (x.count >= y.count)
        mpn_mul(big->limbs, x.limbs, x.count, y.limbs, y.count);
    else
        mpn_mul(big->limbs, y.limbs, y.count, x.limbs, x.count);
    END_OPERATION();
    return finish(big, room, x.is_negative != y.is_negative);
}

int bigint_divmod(Object *a, Object *b, Object **quotient, Object **remainder)
{
    IntView x, y;
    mpz_t dividend, divisor, q, r;
    as_mpz(dividend, a, &x);
    as_mpz(divisor, b, &y);
    BEGIN_OPERATION(-1)
    mpz_init(q);
    mpz_init(r);
    if (quotient && remainder)
        mpz_fdiv_qr(q, r, dividend, divisor);
    else if (quotient)
        mpz_fdiv_q(q, dividend, divisor);
    else
        mpz_fdiv_r(r, dividend, divisor);
    if (quotient)
        *quotient = from_mpz(q);
    if (remainder)
        *remainder = from_mpz(r);
    END_OPERATION();
    if ((quotient && !*quotient) || (remainder && !*remainder)) {
        if (quotient)
            xdecref(*quotient);
        if (remainder)
            xdecref(*remainder);
        return -1;
    }
    return 0;
}

// --- operations through mpz ---

// More bits than this cannot be stored on any machine that we know.
#define BIT_LIMIT ((uint64_t)1 << 40)

Object *bigint_power(Object *base, uint64_t exponent)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, base, &x);
    if (mpz_sizeinbase(value, 2) > 1 && exponent > BIT_LIMIT / mpz_sizeinbase(value, 2))
        return error_no_memory();
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_pow_ui(result, value, exponent);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_power_mod(Object *base, Object *exponent, Object *modulus)
{
    IntView x, y, z;
    mpz_t b, e, m, result, absolute;
    as_mpz(b, base, &x);
    as_mpz(e, exponent, &y);
    as_mpz(m, modulus, &z);
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_init(absolute);
    mpz_abs(absolute, m);
    if (mpz_sgn(e) < 0 && !mpz_invert(result, b, absolute)) {
        END_OPERATION();
        return error_text(&exc_value_error, "base is not invertible for the given modulus");
    }
    mpz_powm(result, b, e, absolute);
    if (mpz_sgn(m) < 0 && mpz_sgn(result) > 0)
        mpz_add(result, result, m);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_shift_left(Object *a, uint64_t count)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, a, &x);
    if (count > BIT_LIMIT)
        return error_no_memory();
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_mul_2exp(result, value, count);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_shift_right(Object *a, uint64_t count)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, a, &x);
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_fdiv_q_2exp(result, value, count);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_bitwise(BinaryOp op, Object *a, Object *b)
{
    IntView x, y;
    mpz_t left, right, result;
    as_mpz(left, a, &x);
    as_mpz(right, b, &y);
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    if (op == BINARY_AND)
        mpz_and(result, left, right);
    else if (op == BINARY_OR)
        mpz_ior(result, left, right);
    else
        mpz_xor(result, left, right);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_gcd(Object *a, Object *b)
{
    IntView x, y;
    mpz_t left, right, result;
    as_mpz(left, a, &x);
    as_mpz(right, b, &y);
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_gcd(result, left, right);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

Object *bigint_sqrt(Object *a)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, a, &x);
    BEGIN_OPERATION(NULL)
    mpz_init(result);
    mpz_sqrt(result, value);
    Object *object = from_mpz(result);
    END_OPERATION();
    return object;
}

// --- text and bytes ---

Object *bigint_to_text(Object *a, int base)
{
    IntView x;
    mpz_t value;
    as_mpz(value, a, &x);
    BEGIN_OPERATION(NULL)
    char *text = mpz_get_str(NULL, base, value);
    Object *str = str_from_latin1((const uint8_t *)text, strlen(text));
    END_OPERATION();
    return str;
}

Object *bigint_parse(const char *digits, size_t length, int base, bool is_negative)
{
    mpz_t value;
    BEGIN_OPERATION(NULL)
    char *text = gmp_allocate(length + 1);
    memcpy(text, digits, length);
    text[length] = 0;
    mpz_init(value);
    mpz_set_str(value, text, base);
    if (is_negative)
        mpz_neg(value, value);
    Object *object = from_mpz(value);
    END_OPERATION();
    return object;
}

Object *bigint_from_bytes(const uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed)
{
    mpz_t value, bias;
    bool is_negative = is_signed && size && (bytes[is_little_endian ? size - 1 : 0] & 0x80);
    BEGIN_OPERATION(NULL)
    mpz_init(value);
    mpz_import(value, size, is_little_endian ? -1 : 1, 1, 0, 0, bytes);
    if (is_negative) {
        mpz_init(bias);
        mpz_setbit(bias, size * 8);
        mpz_sub(value, value, bias);
    }
    Object *object = from_mpz(value);
    END_OPERATION();
    return object;
}

int bigint_to_bytes(Object *a, uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed)
{
    IntView x;
    mpz_t value, positive;
    as_mpz(value, a, &x);
    // n bits hold 0 .. 2^n - 1, or -2^(n-1) .. 2^(n-1) - 1
    size_t bits = mpz_sgn(value) == 0 ? 0 : mpz_sizeinbase(value, 2);
    if (is_signed) {
        bool is_power = mpz_sgn(value) < 0 && mpz_scan1(value, 0) == bits - 1;
        bits += !is_power && bits;
    }
    if (bits > size * 8)
        return 0;
    BEGIN_OPERATION(-1)
    mpz_init(positive);
    if (mpz_sgn(value) < 0) {
        mpz_setbit(positive, size * 8);
        mpz_add(positive, positive, value);
    } else {
        mpz_set(positive, value);
    }
    size_t used = (mpz_sgn(positive) == 0 ? 0 : mpz_sizeinbase(positive, 2) + 7) / 8;
    memset(bytes, 0, size);
    if (used)
        mpz_export(is_little_endian ? bytes : bytes + (size - used), NULL, is_little_endian ? -1 : 1, 1, 0, 0, positive);
    END_OPERATION();
    return 1;
}

// --- floats, rounded half to even ---

// Top 64 bits of a magnitude, with the lowest set if anything below is not zero; *exponent: the power
// of two of its lowest bit.
static uint64_t top_bits(const IntView *x, int64_t *exponent)
{
    mp_limb_t high = x->limbs[x->count - 1];
    int zeros = __builtin_clzl(high);
    uint64_t bits = high << zeros;
    bool is_sticky = false;
    if (x->count > 1) {
        mp_limb_t next = x->limbs[x->count - 2];
        if (zeros)
            bits |= next >> (64 - zeros);
        is_sticky = zeros ? (next << zeros) != 0 : next != 0;
        for (mp_size_t i = x->count - 2; i-- > 0 && !is_sticky;)
            is_sticky = x->limbs[i] != 0;
    }
    *exponent = (int64_t)x->count * 64 - 64 - zeros;
    return bits | is_sticky;
}

// bits * 2^exponent, correctly rounded; bits has its top bit set and its lowest bit is sticky.
static double round_bits(uint64_t bits, int64_t exponent)
{
    // 64 -> 53 bits: 11 go; subnormal results need more to go.
    int64_t result_exponent = exponent + 63;
    int drop = 11;
    if (result_exponent < -1022)
        drop += (int)(-1022 - result_exponent > 60 ? 60 : -1022 - result_exponent);
    if (drop >= 64)
        return 0.0;
    uint64_t half = (uint64_t)1 << (drop - 1), rest = bits & ((half << 1) - 1), kept = bits >> drop;
    if (rest > half || (rest == half && kept & 1))
        kept++;
    return ldexp((double)kept, (int)(exponent + drop));
}

double bigint_as_double(Object *a, bool *overflows)
{
    IntView x;
    bigint_view(a, &x);
    *overflows = false;
    if (x.count == 0)
        return 0.0;
    int64_t exponent;
    uint64_t bits = top_bits(&x, &exponent);
    if (exponent + 63 > 1024) {
        *overflows = true;
        return -1.0;
    }
    double value = round_bits(bits, exponent);
    *overflows = isinf(value);
    return x.is_negative ? -value : value;
}

Object *bigint_true_divide(Object *a, Object *b)
{
    IntView x, y;
    mpz_t dividend, divisor, q, r;
    as_mpz(dividend, a, &x);
    as_mpz(divisor, b, &y);
    if (x.count == 0)
        return float_new(y.is_negative ? -0.0 : 0.0);
    // A quotient of 66 bits or more, whose remainder only matters as "not zero".
    int64_t shift = 66 - ((int64_t)mpz_sizeinbase(dividend, 2) - (int64_t)mpz_sizeinbase(divisor, 2));
    if (shift > 1200 + 66)
        return float_new(x.is_negative != y.is_negative ? -0.0 : 0.0);
    BEGIN_OPERATION(NULL)
    mpz_init(q);
    mpz_init(r);
    if (shift > 0) {
        mpz_mul_2exp(q, dividend, (mp_bitcnt_t)shift);
        mpz_tdiv_qr(q, r, q, divisor);
    } else {
        mpz_mul_2exp(r, divisor, (mp_bitcnt_t)-shift);
        mpz_t scaled;
        mpz_init_set(scaled, r);
        mpz_tdiv_qr(q, r, dividend, scaled);
    }
    IntView view = {.limbs = mpz_limbs_read(q), .count = (mp_size_t)mpz_size(q)};
    int64_t exponent;
    uint64_t bits = top_bits(&view, &exponent) | (mpz_sgn(r) != 0);
    bool overflows = exponent - shift + 63 > 1024;
    double value = overflows ? 0.0 : round_bits(bits, exponent - shift);
    END_OPERATION();
    if (overflows || isinf(value))
        return error_text(&exc_overflow_error, "integer division result too large for a float");
    return float_new(x.is_negative != y.is_negative ? -value : value);
}
