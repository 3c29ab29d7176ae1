// Shortest digits by Schubfach (Raffaello Giulietti, "The Schubfach way to render doubles"): of the
// decimals in the rounding interval of a double, the shortest, and the closest of those. Its table
// of powers of ten is computed at first use, in about 20 microseconds. Everything with a precision
// goes through glibc's printf and strtod, which round correctly; LC_NUMERIC must stay "C".
// Read find_shortest first.
#include "runtime/base/fpconv.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"

// ---- Powers of ten ------------------------------------------------------------------------------

#define POWER_MIN (-292)
#define POWER_MAX 324

// 10^k = power * 2^e with 2^127 <= power < 2^128, rounded up.
typedef struct Power {
    uint64_t high;
    uint64_t low;
} Power;

static Power powers[POWER_MAX - POWER_MIN + 1]; // all 0 until first use

// Number of 64-bit limbs, lowest first: 5^324 has 753 bits; 2^832 / 5^292 keeps 154 bits.
#define LIMB_COUNT 13

// Top 128 bits of a number; rounded up if anything is below them or `is_cut`.
static Power round_up(const uint64_t *limbs, bool is_cut)
{
    size_t top = LIMB_COUNT - 1;
    while (limbs[top] == 0)
        top--;
    uint64_t part[3];
    for (size_t i = 0; i < 3; i++)
        part[i] = top >= i ? limbs[top - i] : 0;
    for (size_t i = 3; i <= top; i++)
        is_cut |= limbs[top - i] != 0;
    uint32_t shift = leading_zeros(part[0]);
    Power power = {part[0], part[1]};
    uint64_t rest = part[2];
    if (shift) {
        power.high = part[0] << shift | part[1] >> (64 - shift);
        power.low = part[1] << shift | part[2] >> (64 - shift);
        rest = part[2] << shift;
    }
    if (rest || is_cut)
        power.high += ++power.low == 0;
    return power;
}

static void multiply_by_5(uint64_t *limbs)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < LIMB_COUNT; i++) {
        unsigned __int128 product = (unsigned __int128)limbs[i] * 5 + carry;
        limbs[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
}

// Rounds down; dividing by 5 again and again, this is the same as rounding once.
static void divide_by_5(uint64_t *limbs)
{
    uint64_t rest = 0;
    for (size_t i = LIMB_COUNT; i-- > 0;) {
        uint64_t high = rest << 32 | limbs[i] >> 32;
        uint64_t low = (high % 5) << 32 | (limbs[i] & UINT32_MAX);
        limbs[i] = (high / 5) << 32 | low / 5;
        rest = low % 5;
    }
}

static void make_powers(void)
{
    uint64_t limbs[LIMB_COUNT] = {1};
    for (int k = 0; k <= POWER_MAX; k++) { // 10^k and 5^k differ by a power of two
        powers[k - POWER_MIN] = round_up(limbs, false);
        multiply_by_5(limbs);
    }
    memset(limbs, 0xFF, sizeof limbs); // 2^832 - 1: no power of 5 divides either number
    for (int k = -1; k >= POWER_MIN; k--) {
        divide_by_5(limbs);
        powers[k - POWER_MIN] = round_up(limbs, true);
    }
}

// ---- Shortest digits ----------------------------------------------------------------------------

typedef struct Decimal {
    uint64_t digits;
    int exponent; // value = digits * 10^exponent
} Decimal;

// Upper 64 of the 192 bits of power * factor, with a sticky lowest bit.
static inline uint64_t multiply_to_odd(Power power, uint64_t factor)
{
    uint64_t low_high = (uint64_t)((unsigned __int128)power.low * factor >> 64);
    unsigned __int128 high = (unsigned __int128)power.high * factor + low_high;
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

static inline int floor_log2_pow10(int exponent)
{
    return (exponent * 1741647) >> 19;
}

// `significand` * 2^exponent; is_power: the interval below it is half as wide.
static Decimal find_shortest(uint64_t significand, int exponent, bool is_power)
{
    uint64_t is_odd = significand & 1; // the bounds of an odd one round to its neighbours
    int k = (exponent * 1262611 - (is_power ? 524031 : 0)) >> 22;
    int shift = exponent + floor_log2_pow10(-k) + 1;
    Power power = powers[-k - POWER_MIN];
    uint64_t below = multiply_to_odd(power, (4 * significand - 2 + is_power) << shift);
    uint64_t middle = multiply_to_odd(power, 4 * significand << shift);
    uint64_t above = multiply_to_odd(power, (4 * significand + 2) << shift);
    uint64_t lower = below + is_odd, upper = above - is_odd;

    uint64_t floor = middle / 4; // in units of 10^k
    if (floor >= 10) {           // one digit less?
        uint64_t tens = floor / 10;
        bool is_down_inside = lower <= 40 * tens;
        bool is_up_inside = 40 * tens + 40 <= upper;
        if (is_down_inside != is_up_inside)
            return (Decimal){tens + is_up_inside, k + 1};
    }
    bool is_down_inside = lower <= 4 * floor;
    bool is_up_inside = 4 * floor + 4 <= upper;
    if (is_down_inside != is_up_inside)
        return (Decimal){floor + is_up_inside, k};
    uint64_t half = 4 * floor + 2;
    bool rounds_up = middle > half || (middle == half && (floor & 1));
    return (Decimal){floor + rounds_up, k};
}

static Decimal shortest_of(double value)
{
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7FF);
    uint64_t significand = biased ? fraction | (uint64_t)1 << 52 : fraction;
    int exponent = (biased ? biased : 1) - 1075;
    if (exponent <= 0 && exponent > -53 && trailing_zeros(significand) >= (uint32_t)-exponent)
        return (Decimal){significand >> -exponent, 0}; // a small int
    if (unlikely(powers[0].high == 0))
        make_powers();
    return find_shortest(significand, exponent, fraction == 0 && biased > 1);
}

size_t fpconv_digits(double value, char *digits, int *point)
{
    ASSERT(isfinite(value) && value != 0);
    Decimal decimal = shortest_of(value);
    char reversed[20];
    size_t count = 0, zeros = 0;
    uint64_t rest = decimal.digits;
    do {
        reversed[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    while (reversed[zeros] == '0')
        zeros++;
    *point = (int)count + decimal.exponent;
    for (size_t i = count; i-- > zeros;)
        *digits++ = reversed[i];
    return count - zeros;
}

// ---- Layout -------------------------------------------------------------------------------------

// "inf" or "nan", with its sign.
static size_t write_special(double value, bool is_upper, uint32_t flags, char *out)
{
    size_t length = 0;
    if (isinf(value) && value < 0)
        out[length++] = '-';
    else if (flags & FPCONV_SIGN)
        out[length++] = '+';
    memcpy(out + length, isnan(value) ? is_upper ? "NAN" : "nan" : is_upper ? "INF" : "inf", 4);
    return length + 3;
}

static char *write_exponent(int exponent, char *out)
{
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    uint32_t rest = (uint32_t)abs(exponent);
    if (rest >= 100)
        *out++ = (char)('0' + rest / 100);
    *out++ = (char)('0' + rest / 10 % 10);
    *out++ = (char)('0' + rest % 10);
    return out;
}

// Digits with point, zeros and exponent as repr lays them out. At most 26 characters.
static size_t write_shortest(double value, uint32_t flags, char *out)
{
    char digits[20] = "0", *start = out;
    int count = 1, point = 1;
    if (value != 0)
        count = (int)fpconv_digits(value, digits, &point);
    if (signbit(value) && !(value == 0 && flags & FPCONV_NO_NEG_0))
        *out++ = '-';
    else if (flags & FPCONV_SIGN)
        *out++ = '+';
    bool has_exponent = point <= -4 || point > 16;
    int before = has_exponent ? 1 : point; // digits before the point
    if (before <= 0) {
        *out++ = '0';
        *out++ = '.';
        for (; before < 0; before++)
            *out++ = '0';
        memcpy(out, digits, (size_t)count);
        out += count;
    } else {
        for (int i = 0; i < before; i++)
            *out++ = i < count ? digits[i] : '0';
        bool has_fraction = count > before;
        if (has_fraction || flags & FPCONV_ALT || (flags & FPCONV_DOT_0 && !has_exponent))
            *out++ = '.';
        for (int i = before; i < count; i++)
            *out++ = digits[i];
        if (!has_fraction && flags & FPCONV_DOT_0 && !has_exponent)
            *out++ = '0';
    }
    if (has_exponent)
        out = write_exponent(point - 1, out);
    *out = '\0';
    return (size_t)(out - start);
}

size_t fpconv_shortest(double value, char *out)
{
    return isfinite(value) ? write_shortest(value, FPCONV_DOT_0, out)
                           : write_special(value, false, 0, out);
}

// ---- Formats with a precision -------------------------------------------------------------------

// Decimal exponent of the value rounded to `digit_count` digits.
static int rounded_exponent(double value, int digit_count)
{
    char text[800];
    if (digit_count > 770)
        digit_count = 770; // no double has more digits: from here on nothing is rounded
    snprintf(text, sizeof text, "%.*e", digit_count - 1, value);
    return atoi(strchr(text, 'e') + 1);
}

// Cuts zeros at the end of the fraction before an exponent, and a bare point. The length is
// returned.
static size_t cut_zeros(char *text, size_t length)
{
    char *exponent = strpbrk(text, "eE");
    char *cut = exponent;
    if (!memchr(text, '.', (size_t)(exponent - text)))
        return length;
    while (cut[-1] == '0')
        cut--;
    if (cut[-1] == '.')
        cut--;
    memmove(cut, exponent, (size_t)(text + length - exponent) + 1);
    return length - (size_t)(exponent - cut);
}

static size_t drop_negative_zero(char *text, size_t length, uint32_t flags)
{
    if (*text != '-')
        return length;
    for (const char *next = text + 1; *next && *next != 'e' && *next != 'E'; next++)
        if (*next >= '1' && *next <= '9')
            return length;
    if (flags & FPCONV_SIGN) {
        *text = '+';
        return length;
    }
    memmove(text, text + 1, length);
    return length - 1;
}

// 'g' where printf's own will not do: FPCONV_DOT_0 takes the exponent one digit earlier (when the
// number has as many digits before the point as the precision allows, there is no room for ".0"),
// and glibc's %#g loses zeros when rounding carries to a new digit. Turns *code and *precision into
// those of 'e' or 'f'.
static void replace_g(double value, char *code, int *precision, uint32_t flags)
{
    int exponent = rounded_exponent(value, *precision);
    int exponent_limit = *precision - (flags & FPCONV_DOT_0 ? 1 : 0);
    bool is_upper = *code == 'G';
    if (exponent < -4 || exponent >= exponent_limit) {
        *code = is_upper ? 'E' : 'e';
        *precision -= 1;
    } else if (flags & FPCONV_ALT) {
        *code = is_upper ? 'F' : 'f';
        *precision -= 1 + exponent;
    }
}

#define FIXED_PRECISION_MAX 17 // 10^17 times 53 bits fit 128

// 'f' with few digits, in integers: the fraction times 10^precision, rounded half to even, is exact in
// 128 bits. Four times as fast as printf. 0: the value is too large.
static size_t format_fixed(double value, int precision, uint32_t flags, char *out)
{
    uint64_t bits, scale = 1;
    memcpy(&bits, &value, sizeof bits);
    int shift = 1075 - (int)(bits >> 52 & 0x7FF); // value = mantissa / 2^shift
    uint64_t mantissa = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1 << 52;
    if (shift == 1075)
        shift = 1074, mantissa &= ((uint64_t)1 << 52) - 1; // 0 and denormals
    if (shift < 1)
        return 0;
    for (int i = 0; i < precision; i++)
        scale *= 10;
    uint64_t whole = shift < 64 ? mantissa >> shift : 0, part = 0;
    if (shift < 128) {
        unsigned __int128 fraction = mantissa - (shift < 64 ? whole << shift : 0);
        unsigned __int128 scaled = fraction * scale, half = (unsigned __int128)1 << (shift - 1);
        unsigned __int128 rest = scaled & (half * 2 - 1);
        part = (uint64_t)(scaled >> shift);
        part += rest > half || (rest == half && (precision ? part : whole) & 1);
        if (part == scale)
            whole++, part = 0;
        if (precision == 0)
            whole += part, part = 0;
    }
    char *next = out, digits[20];
    int count = 0;
    if (bits >> 63)
        *next++ = '-';
    else if (flags & FPCONV_SIGN)
        *next++ = '+';
    do
        digits[count++] = (char)('0' + whole % 10);
    while (whole /= 10);
    while (count)
        *next++ = digits[--count];
    if (precision || flags & FPCONV_ALT)
        *next++ = '.';
    for (int i = precision; i-- > 0; part /= 10)
        next[i] = (char)('0' + part % 10);
    next += precision;
    *next = '\0';
    return (size_t)(next - out);
}

static size_t format_with_precision(double value, char code, int precision, uint32_t flags,
                                    char *out, size_t capacity)
{
    if ((code == 'f' || code == 'F') && precision <= FIXED_PRECISION_MAX && capacity >= 64 &&
        !(flags & FPCONV_DOT_0)) {
        size_t length = format_fixed(value, precision, flags, out);
        if (length)
            return flags & FPCONV_NO_NEG_0 ? drop_negative_zero(out, length, flags) : length;
    }
    char format[8], *next = format;
    bool cuts_zeros = false;
    if (code == 'g' || code == 'G') {
        if (precision == 0)
            precision = 1;
        if (flags & (FPCONV_DOT_0 | FPCONV_ALT)) {
            replace_g(value, &code, &precision, flags);
            cuts_zeros = (code == 'e' || code == 'E') && !(flags & FPCONV_ALT);
        }
    }
    *next++ = '%';
    if (flags & FPCONV_ALT)
        *next++ = '#';
    if (flags & FPCONV_SIGN)
        *next++ = '+';
    memcpy(next, ".*", 2);
    next[2] = code;
    next[3] = '\0';
    int written = snprintf(out, capacity, format, precision, value);
    if (written < 0)
        return 0;
    size_t length = (size_t)written;
    size_t extra = flags & FPCONV_DOT_0 ? 2 : 0; // what may follow
    if (length + extra >= capacity)
        return length + extra;
    if (cuts_zeros)
        length = cut_zeros(out, length);
    if (flags & FPCONV_NO_NEG_0)
        length = drop_negative_zero(out, length, flags);
    if (flags & FPCONV_DOT_0 && !strpbrk(out, ".eE")) {
        memcpy(out + length, ".0", 3);
        length += 2;
    }
    return length;
}

size_t fpconv_format(double value, char code, int precision, uint32_t flags, char *out,
                     size_t capacity)
{
    char text[FPCONV_SHORTEST_SIZE];
    size_t length;
    if (!isfinite(value))
        length = write_special(value, code < 'a', flags, text);
    else if (code == 'r')
        length = write_shortest(value, flags, text);
    else
        return format_with_precision(value, code, precision, flags, out, capacity);
    if (length < capacity)
        memcpy(out, text, length + 1);
    return length;
}

// ---- Reading ------------------------------------------------------------------------------------

// Powers of ten that a double holds exactly.
static const double exact_powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                      1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                      1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
#define EXACT_POWER_MAX 22

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

// `word` is lower case. Returns the text behind it, or NULL.
static const char *match_word(const char *text, const char *end, const char *word)
{
    for (; *word; word++, text++)
        if (text == end || (*text | 0x20) != *word)
            return NULL;
    return text;
}

static const char *parse_special(const char *text, const char *end, bool is_negative, double *value)
{
    const char *behind;
    if ((behind = match_word(text, end, "nan"))) {
        *value = is_negative ? -NAN : NAN;
    } else {
        if (!(behind = match_word(text, end, "infinity")))
            behind = match_word(text, end, "inf");
        if (behind)
            *value = is_negative ? -INFINITY : INFINITY;
    }
    return behind;
}

// A number as its digits without point and leading zeros, and a power of ten.
typedef struct Number {
    uint64_t mantissa;
    int digit_count; // beyond 19 the mantissa is useless
    int64_t exponent;
} Number;

static const char *scan_digits(const char *text, const char *end, Number *number)
{
    for (; text < end && is_digit(*text); text++) {
        number->mantissa = number->mantissa * 10 + (uint64_t)(*text - '0'); // may wrap, even to 0
        if ((number->digit_count || *text != '0') && number->digit_count < 20)
            number->digit_count++;
    }
    return text;
}

// Behind the exponent, or `text` if there is none.
static const char *scan_exponent(const char *text, const char *end, Number *number)
{
    const char *next = text;
    if (next == end || (*next | 0x20) != 'e')
        return text;
    next++;
    bool is_negative = next < end && *next == '-';
    if (next < end && (*next == '-' || *next == '+'))
        next++;
    if (next == end || !is_digit(*next))
        return text;
    int64_t exponent = 0;
    for (; next < end && is_digit(*next); next++)
        if (exponent < 1000000)
            exponent = exponent * 10 + (*next - '0');
    number->exponent += is_negative ? -exponent : exponent;
    return next;
}

const char *fpconv_parse(const char *text, const char *end, double *value)
{
    const char *next = text;
    bool is_negative = next < end && *next == '-';
    if (next < end && (*next == '-' || *next == '+'))
        next++;
    if (next < end && !is_digit(*next) && *next != '.')
        return parse_special(next, end, is_negative, value);
    Number number = {0};
    const char *start = next;
    next = scan_digits(next, end, &number);
    size_t digit_count = (size_t)(next - start);
    if (next < end && *next == '.') {
        const char *fraction = next + 1;
        next = scan_digits(fraction, end, &number);
        digit_count += (size_t)(next - fraction);
        number.exponent = fraction - next;
    }
    if (digit_count == 0)
        return NULL;
    next = scan_exponent(next, end, &number);
    if (number.digit_count <= 19 && number.mantissa <= (uint64_t)1 << 53 &&
        number.exponent >= -EXACT_POWER_MAX && number.exponent <= EXACT_POWER_MAX) {
        // Both operands are exact, so one operation rounds once.
        double result = (double)number.mantissa;
        if (number.exponent < 0)
            result /= exact_powers[-number.exponent];
        else
            result *= exact_powers[number.exponent];
        *value = is_negative ? -result : result;
    } else {
        *value = strtod(text, NULL);
    }
    return next;
}
