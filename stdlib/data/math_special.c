// Formulas of the module math that libm does not give to the bit as CPython has them: the gamma
// function by Lanczos' approximation (the coefficients are those of Boost, N = 13, 53 bits), and the
// length of a vector with a correction of the root.
#include "stdlib/data/math_private.h"

#include <errno.h>
#include <float.h>
#include <math.h>

#define LANCZOS_COUNT 13
#define LANCZOS_G 6.024680040776729583740234375
#define LANCZOS_G_MINUS_HALF 5.524680040776729583740234375
#define LOG_PI 1.144729885849400174143427351353058711647

static const double lanczos_numerator[LANCZOS_COUNT] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double lanczos_denominator[LANCZOS_COUNT] = {
    0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0,  357423.0,   32670.0,     1925.0,      66.0,        1.0,
};
#define FACTORIAL_COUNT 23
static const double factorials[FACTORIAL_COUNT] = { // 0! to 22!: exact doubles
    1.0, 1.0, 2.0, 6.0, 24.0, 120.0, 720.0, 5040.0, 40320.0, 362880.0, 3628800.0, 39916800.0, 479001600.0,
    6227020800.0, 87178291200.0, 1307674368000.0, 20922789888000.0, 355687428096000.0, 6402373705728000.0,
    121645100408832000.0, 2432902008176640000.0, 51090942171709440000.0, 1124000727777607680000.0,
};

// sin(pi * x) without the error of pi * x.
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0: result = sin(M_PI * y); break;
    case 1: result = cos(M_PI * (y - 0.5)); break;
    case 2: result = sin(M_PI * (1.0 - y)); break;
    case 3: result = -cos(M_PI * (y - 1.5)); break;
    default: result = sin(M_PI * (y - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

static double lanczos_sum(double x)
{
    double numerator = 0, denominator = 0;
    if (x < 5.0) {
        for (int i = LANCZOS_COUNT; --i >= 0;) {
            numerator = numerator * x + lanczos_numerator[i];
            denominator = denominator * x + lanczos_denominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_COUNT; i++) {
            numerator = numerator / x + lanczos_numerator[i];
            denominator = denominator / x + lanczos_denominator[i];
        }
    }
    return numerator / denominator;
}

// Gamma of a number that is neither huge, tiny nor a small integer.
static double gamma_by_lanczos(double x)
{
    double size = fabs(x), result;
    volatile double y = size + LANCZOS_G_MINUS_HALF, q, z; // z: the error of the sum y
    if (size > LANCZOS_G_MINUS_HALF) {
        q = y - size;
        z = q - LANCZOS_G_MINUS_HALF;
    } else {
        q = y - LANCZOS_G_MINUS_HALF;
        z = q - size;
    }
    z = z * LANCZOS_G / y;
    double power = size < 140.0 ? pow(y, size - 0.5) : pow(y, size / 2.0 - 0.25);
    if (x < 0) {
        result = -M_PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= z * result;
        result /= power;
        return size < 140.0 ? result : result / power;
    }
    result = lanczos_sum(size) / exp(y);
    result += z * result;
    result *= power;
    return size < 140.0 ? result : result * power;
}

double math_gamma(double x)
{
    if (isnan(x) || x == INFINITY)
        return x;
    if (isinf(x) || (x == floor(x) && x < 0)) {
        errno = EDOM;
        return NAN;
    }
    if (x == 0) {
        errno = EDOM;
        return copysign(INFINITY, x);
    }
    if (x == floor(x) && x <= FACTORIAL_COUNT)
        return factorials[(int)x - 1];
    double size = fabs(x), result;
    if (size < 1e-20)
        result = 1.0 / x;
    else if (size > 200.0 && x < 0)
        return 0.0 / sin_pi(x);
    else
        result = size > 200.0 ? INFINITY : gamma_by_lanczos(x);
    if (isinf(result))
        errno = ERANGE;
    return result;
}

double math_lgamma(double x)
{
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2.0) {
        if (x > 0)
            return 0.0;
        errno = EDOM;
        return INFINITY;
    }
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double result = log(lanczos_sum(size)) - LANCZOS_G;
    result += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
    if (x < 0)
        result = LOG_PI - log(fabs(sin_pi(size))) - log(size) - result;
    if (isinf(result))
        errno = ERANGE;
    return result;
}

// A sum whose rounding errors are kept apart, by size: csum + (frac[0] + frac[1] + frac[2]).
typedef struct SquareSum {
    double csum, frac[3];
} SquareSum;

static void add_part(SquareSum *sum, double part, int place)
{
    volatile double old = sum->csum, grown = old + part;
    sum->csum = grown;
    sum->frac[place] += (old - grown) + part;
}

// Splits x into halves of 26 bits (Veltkamp), so that the products below are exact.
static void split(double x, double *high, double *low)
{
    volatile double t = x * 134217729.0, difference = t - x;
    *high = t - difference;
    *low = x - *high;
}

static double sum_so_far(const SquareSum *sum)
{
    return sum->csum - 1.0 + (sum->frac[0] + sum->frac[1] + sum->frac[2]);
}

double math_vector_norm(size_t count, double *vector, double max, bool has_nan)
{
    if (isinf(max))
        return max;
    if (has_nan)
        return NAN;
    if (max == 0 || count <= 1)
        return max;
    int max_exponent;
    double high, low;
    SquareSum sum = {.csum = 1.0};
    frexp(max, &max_exponent);
    if (max_exponent < -1023) { // the scale would overflow
        for (size_t i = 0; i < count; i++)
            add_part(&sum, vector[i] / max * (vector[i] / max), 0);
        return max * sqrt(sum.csum - 1.0 + sum.frac[0]);
    }
    double scale = ldexp(1.0, -max_exponent);
    for (size_t i = 0; i < count; i++) {
        split(vector[i] * scale, &high, &low);
        add_part(&sum, high * high, 0);
        add_part(&sum, 2.0 * high * low, 1);
        sum.frac[2] += low * low;
    }
    double root = sqrt(sum_so_far(&sum));
    split(root, &high, &low); // one step of Newton's, with the exact square of the root
    add_part(&sum, -high * high, 0);
    add_part(&sum, -2.0 * high * low, 1);
    add_part(&sum, -low * low, 2);
    return (root + sum_so_far(&sum) / (2.0 * root)) / scale;
}
