// Big integers on GMP. Addition, multiplication, division and bits call the mpn layer on the limbs
// in place; what needs scratch of its own (powers, roots, text) goes through mpz values that live
// in a region owned by the running operation.
//
// GMP cannot report a failed allocation. Its allocation functions here take from that region and,
// when memory is out, jump back to the operation, which frees the region and raises MemoryError. No
// reference is held across, and result blocks are made when GMP is done. Read BEGIN_OPERATION
// first.
#include "runtime/numbers/bigint.h"

#include <math.h>
#include <setjmp.h>
#include <string.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/region.h"
#include "runtime/model/error.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int_methods.h"
#include "runtime/text/str.h"

static struct {
    Region region;
    jmp_buf out_of_memory;
    bool is_active;
} operation;

static void begin_operation(void)
{
    // Operations never nest: between begin and end no script runs (an emergency collection spares
    // what has a finalizer), and no function here calls another that has an operation.
    ASSERT(!operation.is_active);
    region_init(&operation.region);
    operation.is_active = true;
}

static void end_operation(void)
{
    ASSERT(operation.is_active);
    operation.is_active = false;
    region_free(&operation.region);
}

// Starts an operation that may make GMP allocate; ends it on failure: `clean_up` gives back what
// was taken before. Locals that are changed after it and read after a failure would have to be
// volatile: there are none, by construction. No return may stand between this and end_operation().
#define BEGIN_OPERATION(failure, clean_up)                                                         \
    begin_operation();                                                                             \
    if (setjmp(operation.out_of_memory)) {                                                         \
        end_operation();                                                                           \
        clean_up;                                                                                  \
        error_no_memory();                                                                         \
        return failure;                                                                            \
    }

static void *gmp_allocate(size_t byte_size)
{
    ASSERT(operation.is_active); // GMP allocated outside of an operation
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

#define SHORT_COUNT 16 // mpn_mul takes no memory for factors of so many limbs
// GMP's mpz values count limbs in an int, and abort beyond it.
#define COUNT_LIMIT ((mp_size_t)1 << 30)
#define BIT_LIMIT ((uint64_t)COUNT_LIMIT * 64)

static BigIntObject *new_big(mp_size_t count)
{
    if (count > COUNT_LIMIT)
        return error_no_memory();
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
    copy_bytes(big->limbs, limbs, (size_t)count * sizeof *limbs);
    big->signed_count = is_negative ? -count : count;
    return OBJECT(big);
}

static void free_big(BigIntObject *big, mp_size_t room)
{
    memory_free(big, byte_size_of(room));
}

// A result computed in place in `big`, which has room for `room` limbs: trims it, or makes it
// small.
static Object *finish(BigIntObject *big, mp_size_t room, bool is_negative)
{
    mp_size_t count = room;
    while (count > 0 && big->limbs[count - 1] == 0)
        count--;
    if (count == 0 || (count == 1 && fits_small(big->limbs[0], is_negative))) {
        Object *small = bigint_from_limbs(big->limbs, count, is_negative);
        free_big(big, room);
        return small;
    }
    if (count != room) {
        BigIntObject *trimmed = memory_realloc(big, byte_size_of(room), byte_size_of(count));
        if (!trimmed) {
            free_big(big, room);
            return error_no_memory();
        }
        big = trimmed;
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
    mp_limb_t few[SHORT_COUNT + 1], *limbs = few; // a short result is made at its true length
    BigIntObject *big = NULL;
    if (x->count > SHORT_COUNT) {
        big = new_big(room);
        if (!big)
            return NULL;
        limbs = big->limbs;
    }
    bool is_negative = x_negative;
    limbs[x->count] = 0;
    if (y->count == 0) {
        memcpy(limbs, x->limbs, (size_t)x->count * sizeof(mp_limb_t));
    } else if (x_negative == y_negative) {
        limbs[x->count] = mpn_add(limbs, x->limbs, x->count, y->limbs, y->count);
    } else if (x->count == y->count && mpn_cmp(x->limbs, y->limbs, x->count) < 0) {
        mpn_sub(limbs, y->limbs, y->count, x->limbs, x->count);
        is_negative = !is_negative;
    } else {
        mpn_sub(limbs, x->limbs, x->count, y->limbs, y->count);
    }
    return big ? finish(big, room, is_negative) : bigint_from_limbs(limbs, room, is_negative);
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

// |x| * |y|, x at least as long as y, into x->count + y->count limbs: GMP needs no memory for
// these.
static bool multiply_short(mp_limb_t *out, const IntView *x, const IntView *y)
{
    if (y->count == 1)
        out[x->count] = mpn_mul_1(out, x->limbs, x->count, y->limbs[0]);
    else if (x->count <= SHORT_COUNT)
        mpn_mul(out, x->limbs, x->count, y->limbs, y->count);
    else
        return false;
    return true;
}

Object *bigint_multiply(Object *a, Object *b)
{
    IntView views[2];
    bigint_view(a, &views[0]);
    bigint_view(b, &views[1]);
    bool is_swapped = views[0].count < views[1].count;
    const IntView *const x = &views[is_swapped], *const y = &views[!is_swapped];
    if (y->count == 0)
        return int_from_int64(0);
    const mp_size_t room = x->count + y->count;
    BigIntObject *const big = new_big(room);
    if (!big)
        return NULL;
    if (!multiply_short(big->limbs, x, y)) {
        BEGIN_OPERATION(NULL, free_big(big, room))
        if (x->limbs == y->limbs)
            mpn_sqr(big->limbs, x->limbs, x->count);
        else
            mpn_mul(big->limbs, x->limbs, x->count, y->limbs, y->count);
        end_operation();
    }
    return finish(big, room, x->is_negative != y->is_negative);
}

// Blocks for a division: quotient (one limb more than GMP wants, for the carry of rounding down)
// and remainder. Both have their counts in signed_count until they are finished.
static int take_results(const IntView *x, const IntView *y, BigIntObject **q, BigIntObject **r)
{
    *r = NULL;
    *q = new_big(x->count - y->count + 2);
    if (!*q)
        return -1;
    *r = new_big(y->count);
    if (*r)
        return 0;
    free_big(*q, x->count - y->count + 2);
    return -1;
}

static void free_results(BigIntObject *q, BigIntObject *r)
{
    bigint_free(OBJECT(q));
    bigint_free(OBJECT(r));
}

// Truncated quotient and remainder of magnitudes; x at least as long as y.
static int divide_magnitudes(const IntView *x, const IntView *y, BigIntObject *q, BigIntObject *r)
{
    mp_limb_t *quotient = q->limbs;
    quotient[x->count - y->count + 1] = 0;
    if (y->count == 1) {
        r->limbs[0] = mpn_divrem_1(quotient, 0, x->limbs, x->count, y->limbs[0]);
        return 0;
    }
    BEGIN_OPERATION(-1, (void)0)
    mpn_tdiv_qr(quotient, r->limbs, 0, x->limbs, x->count, y->limbs, y->count);
    end_operation();
    return 0;
}

// Turns quotient and remainder of magnitudes with different signs into those of floor division.
static void round_down(const IntView *y, BigIntObject *q, BigIntObject *r)
{
    if (mpn_zero_p(r->limbs, y->count))
        return;
    mpn_add_1(q->limbs, q->limbs, q->signed_count, 1);
    mpn_sub_n(r->limbs, y->limbs, r->limbs, y->count);
}

// |x| is less than |y|.
static int divide_smaller(Object *a, Object *b, const IntView *x, const IntView *y,
                          Object **quotient, Object **remainder)
{
    bool is_down = x->count && x->is_negative != y->is_negative;
    Object *rest = NULL;
    if (remainder && !(rest = is_down ? int_add(a, b) : int_exact(a)))
        return -1;
    if (remainder)
        *remainder = rest;
    if (quotient)
        *quotient = int_from_int64(is_down ? -1 : 0);
    return 0;
}

int bigint_divmod(Object *a, Object *b, Object **quotient, Object **remainder)
{
    IntView x, y;
    BigIntObject *q, *r;
    bigint_view(a, &x);
    bigint_view(b, &y);
    if (x.count < y.count)
        return divide_smaller(a, b, &x, &y, quotient, remainder);
    if (take_results(&x, &y, &q, &r) < 0)
        return -1;
    if (divide_magnitudes(&x, &y, q, r) < 0) {
        free_results(q, r);
        return -1;
    }
    bool is_negative = x.is_negative != y.is_negative;
    if (is_negative)
        round_down(&y, q, r);
    Object *results[2] = {NULL, NULL};
    if (quotient)
        results[0] = finish(q, q->signed_count, is_negative);
    else
        bigint_free(OBJECT(q));
    if (remainder)
        results[1] = finish(r, r->signed_count, y.is_negative);
    else
        bigint_free(OBJECT(r));
    if ((quotient && !results[0]) || (remainder && !results[1])) {
        xdecref(results[0]);
        xdecref(results[1]);
        return -1;
    }
    if (quotient)
        *quotient = results[0];
    if (remainder)
        *remainder = results[1];
    return 0;
}

// --- bits: two's complement without end ---

Object *bigint_shift_left(Object *a, uint64_t count)
{
    IntView x;
    bigint_view(a, &x);
    if (x.count == 0)
        return int_from_int64(0);
    if (count > BIT_LIMIT)
        return error_no_memory();
    mp_size_t whole = (mp_size_t)(count / 64), room = x.count + whole + 1;
    unsigned bits = count % 64;
    BigIntObject *big = new_big(room);
    if (!big)
        return NULL;
    memset(big->limbs, 0, (size_t)whole * sizeof(mp_limb_t));
    big->limbs[room - 1] = 0;
    if (bits)
        big->limbs[room - 1] = mpn_lshift(big->limbs + whole, x.limbs, x.count, bits);
    else
        memcpy(big->limbs + whole, x.limbs, (size_t)x.count * sizeof(mp_limb_t));
    return finish(big, room, x.is_negative);
}

Object *bigint_shift_right(Object *a, uint64_t count)
{
    IntView x;
    bigint_view(a, &x);
    if (count / 64 >= (uint64_t)x.count)
        return int_from_int64(x.is_negative ? -1 : 0);
    mp_size_t whole = (mp_size_t)(count / 64), kept = x.count - whole;
    unsigned bits = count % 64;
    BigIntObject *big = new_big(kept + 1); // a carry may follow
    if (!big)
        return NULL;
    mp_limb_t lost = 0;
    big->limbs[kept] = 0;
    if (bits)
        lost = mpn_rshift(big->limbs, x.limbs + whole, kept, bits);
    else
        memcpy(big->limbs, x.limbs + whole, (size_t)kept * sizeof(mp_limb_t));
    if (x.is_negative) { // towards minus infinity
        if (lost || (whole && !mpn_zero_p(x.limbs, whole)))
            mpn_add_1(big->limbs, big->limbs, kept + 1, 1);
    }
    return finish(big, kept + 1, x.is_negative);
}

// Limbs of the two's complement, one after the other.
typedef struct Bits {
    const IntView *view;
    mp_limb_t carry; // of the negation
} Bits;

static inline mp_limb_t next_bits(Bits *bits, mp_size_t i)
{
    mp_limb_t limb = i < bits->view->count ? bits->view->limbs[i] : 0;
    if (!bits->view->is_negative)
        return limb;
    limb = ~limb + bits->carry;
    bits->carry &= limb == 0;
    return limb;
}

Object *bigint_bitwise(BinaryOp op, Object *a, Object *b)
{
    IntView x, y;
    bigint_view(a, &x);
    bigint_view(b, &y);
    Bits left = {&x, 1}, right = {&y, 1};
    mp_size_t room = (x.count > y.count ? x.count : y.count) + 1;
    BigIntObject *big = new_big(room);
    if (!big)
        return NULL;
    for (mp_size_t i = 0; i < room; i++) {
        mp_limb_t p = next_bits(&left, i), q = next_bits(&right, i);
        big->limbs[i] = op == BINARY_AND ? p & q : op == BINARY_OR ? p | q : p ^ q;
    }
    bool is_negative = big->limbs[room - 1] >> 63;
    if (is_negative)
        mpn_neg(big->limbs, big->limbs, room);
    return finish(big, room, is_negative);
}

// --- operations through mpz ---

// --- operations through mpz ---

Object *bigint_power(Object *base, uint64_t exponent)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, base, &x);
    if (mpz_sizeinbase(value, 2) > 1 && exponent > BIT_LIMIT / mpz_sizeinbase(value, 2))
        return error_no_memory();
    BEGIN_OPERATION(NULL, (void)0)
    mpz_init(result);
    mpz_pow_ui(result, value, exponent);
    Object *object = from_mpz(result);
    end_operation();
    return object;
}

Object *bigint_power_mod(Object *base, Object *exponent, Object *modulus)
{
    IntView x, y, z;
    mpz_t b, e, m, result, absolute;
    as_mpz(b, base, &x);
    as_mpz(e, exponent, &y);
    as_mpz(m, modulus, &z);
    BEGIN_OPERATION(NULL, (void)0)
    mpz_init(result);
    mpz_init(absolute);
    mpz_abs(absolute, m);
    bool is_invertible = mpz_sgn(e) >= 0 || mpz_invert(result, b, absolute);
    if (!is_invertible) {
        end_operation();
        return error_text(&exc_value_error, "base is not invertible for the given modulus");
    }
    mpz_powm(result, b, e, absolute);
    if (mpz_sgn(m) < 0 && mpz_sgn(result) > 0)
        mpz_add(result, result, m);
    Object *object = from_mpz(result);
    end_operation();
    return object;
}

Object *bigint_gcd(Object *a, Object *b)
{
    IntView x, y;
    mpz_t left, right, result;
    as_mpz(left, a, &x);
    as_mpz(right, b, &y);
    BEGIN_OPERATION(NULL, (void)0)
    mpz_init(result);
    mpz_gcd(result, left, right);
    Object *object = from_mpz(result);
    end_operation();
    return object;
}

Object *bigint_sqrt(Object *a)
{
    IntView x;
    mpz_t value, result;
    as_mpz(value, a, &x);
    BEGIN_OPERATION(NULL, (void)0)
    mpz_init(result);
    mpz_sqrt(result, value);
    Object *object = from_mpz(result);
    end_operation();
    return object;
}

// --- text and bytes ---

Object *bigint_to_text(Object *a, int base)
{
    IntView x;
    mpz_t value;
    as_mpz(value, a, &x);
    BEGIN_OPERATION(NULL, (void)0)
    char *text = mpz_get_str(NULL, base, value);
    Object *str = str_from_latin1((const uint8_t *)text, strlen(text));
    end_operation();
    return str;
}

Object *bigint_parse(const char *digits, size_t length, int base, bool is_negative)
{
    mpz_t value;
    BEGIN_OPERATION(NULL, (void)0)
    char *text = gmp_allocate(length + 1);
    memcpy(text, digits, length);
    text[length] = 0;
    mpz_init(value);
    mpz_set_str(value, text, base);
    if (is_negative)
        mpz_neg(value, value);
    Object *object = from_mpz(value);
    end_operation();
    return object;
}

Object *bigint_from_bytes(const uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed)
{
    bool is_negative = is_signed && size && (bytes[is_little_endian ? size - 1 : 0] & 0x80);
    mp_size_t room = (mp_size_t)(size / 8 + 1);
    BigIntObject *big = new_big(room);
    if (!big)
        return NULL;
    memset(big->limbs, is_negative ? 0xFF : 0, (size_t)room * sizeof(mp_limb_t));
    for (size_t i = 0; i < size; i++) {
        mp_limb_t byte = bytes[is_little_endian ? i : size - 1 - i];
        if (is_negative)
            byte ^= 0xFF;
        big->limbs[i / 8] ^= byte << (i % 8 * 8);
    }
    if (is_negative)
        mpn_neg(big->limbs, big->limbs, room);
    return finish(big, room, is_negative);
}

bool bigint_to_bytes(Object *a, uint8_t *bytes, size_t size, bool is_little_endian, bool is_signed)
{
    IntView x;
    bigint_view(a, &x);
    Bits bits = {&x, 1};
    mp_limb_t limb = 0;
    uint8_t byte = 0;
    for (size_t i = 0; i < size; i++) {
        if (i % 8 == 0)
            limb = next_bits(&bits, (mp_size_t)(i / 8));
        byte = (uint8_t)(limb >> (i % 8 * 8));
        bytes[is_little_endian ? i : size - 1 - i] = byte;
    }
    // What is left must be signs alone; -1 fits in no byte at all, as in CPython.
    mp_limb_t sign = x.is_negative ? ~(mp_limb_t)0 : 0;
    if (size % 8 && limb >> (size % 8 * 8) != sign >> (size % 8 * 8))
        return false;
    for (size_t i = (size + 7) / 8; i < (size_t)x.count; i++)
        if (next_bits(&bits, (mp_size_t)i) != sign)
            return false;
    return !size || !is_signed || byte >> 7 == x.is_negative;
}

// --- floats, rounded half to even ---

// Top 64 bits of a magnitude, with the lowest set if anything below is not zero; *exponent: the
// power of two of its lowest bit.
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
    if (drop >= 64) // less than the smallest double, or just its half: bits >= 2^63
        return drop == 64 && bits > (uint64_t)1 << 63 ? 0x1p-1074 : 0.0;
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
    int64_t shift =
        66 - ((int64_t)mpz_sizeinbase(dividend, 2) - (int64_t)mpz_sizeinbase(divisor, 2));
    if (shift > 1200 + 66)
        return float_new(x.is_negative != y.is_negative ? -0.0 : 0.0);
    BEGIN_OPERATION(NULL, (void)0)
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
    end_operation();
    if (overflows || isinf(value))
        return error_text(&exc_overflow_error, "integer division result too large for a float");
    return float_new(x.is_negative != y.is_negative ? -value : value);
}
