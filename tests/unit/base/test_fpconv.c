// Expected texts: repr(x) and format(x, spec) of CPython 3.11.
#include "runtime/base/fpconv.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

Test(fpconv, repr_of_known_values)
{
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {1e15, "1000000000000000.0"},
        {1e16, "1e+16"},
        {9999999999999998.0, "9999999999999998.0"},
        {123456789012345680.0, "1.2345678901234568e+17"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {1e22, "1e+22"},
        {1e23, "1e+23"},
        {9e22, "9e+22"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {-1.7976931348623157e308, "-1.7976931348623157e+308"},
        {9007199254740993.0, "9007199254740992.0"},
        {1.0 / 3, "0.3333333333333333"},
        {100.0, "100.0"},
        {2e-44, "2e-44"},
        {0x1p-1017, "7.120236347223045e-307"}, // the interval below a power of two is narrower
        {0x1p-44, "5.684341886080802e-14"},
        {0x1p89, "6.189700196426902e+26"},
        {INFINITY, "inf"},
        {-INFINITY, "-inf"},
        {NAN, "nan"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[FPCONV_SHORTEST_SIZE];
        cr_assert_eq(fpconv_shortest(cases[i].value, text), strlen(cases[i].text));
        cr_assert_str_eq(text, cases[i].text);
    }
}

// The shortest digits by trying: printf rounds correctly for each precision.
static void find_by_trying(double value, char *text, size_t size)
{
    for (int precision = 0; precision < 17; precision++) {
        snprintf(text, size, "%.*e", precision, value);
        if (strtod(text, NULL) == value)
            return;
    }
}

static void check_digits(double value)
{
    char digits[20], text[40], wanted[40], *next = wanted;
    int point;
    size_t count = fpconv_digits(value, digits, &point);
    find_by_trying(value, text, sizeof text);
    for (char *each = text; *each != 'e'; each++)
        if (*each != '.')
            *next++ = *each;
    while (next[-1] == '0')
        next--;
    cr_assert_eq(count, (size_t)(next - wanted), "%a", value);
    cr_assert_eq(memcmp(digits, wanted, count), 0, "%a", value);
    cr_assert_eq(point - 1, atoi(strchr(text, 'e') + 1), "%a", value);
}

Test(fpconv, shortest_digits_at_powers_of_two_and_ten)
{
    for (int i = -1022; i < 1024; i++) {
        double power =
            ldexp(1, i); // itself: see 0x1p-1017 above, where trying finds one digit more
        check_digits(nextafter(power, INFINITY));
        check_digits(nextafter(power, 0));
    }
    for (int i = -307; i < 309; i++) {
        char text[16];
        snprintf(text, sizeof text, "1e%d", i);
        double power = strtod(text, NULL);
        check_digits(power);
        check_digits(nextafter(power, INFINITY));
        check_digits(nextafter(power, 0));
    }
}

Test(fpconv, shortest_digits_of_random_doubles)
{
    uint64_t state = 88172645463325252;
    for (int i = 0; i < 100000; i++) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        double value;
        memcpy(&value, &state, sizeof value);
        if (!isfinite(value) || value == 0)
            continue;
        check_digits(fabs(value));
        char text[FPCONV_SHORTEST_SIZE];
        double again;
        size_t length = fpconv_shortest(value, text);
        cr_assert_eq(fpconv_parse(text, text + length, &again), text + length);
        cr_assert_eq(memcmp(&again, &value, sizeof value), 0, "%s", text);
    }
}

static void check_format(double value, char code, int precision, uint32_t flags, const char *wanted)
{
    char text[400];
    size_t length = fpconv_format(value, code, precision, flags, text, sizeof text);
    cr_assert_str_eq(text, wanted);
    cr_assert_eq(length, strlen(wanted));
}

Test(fpconv, formats_with_precision)
{
    check_format(2.5, 'f', 0, 0, "2");
    check_format(3.5, 'f', 0, 0, "4");
    check_format(1e22, 'f', 3, 0, "10000000000000000000000.000");
    check_format(0.1, 'f', 25, 0, "0.1000000000000000055511151");
    check_format(123456.0, 'e', 2, 0, "1.23e+05");
    check_format(1e100, 'E', 0, 0, "1E+100");
    check_format(123456789.0, 'g', 6, 0, "1.23457e+08");
    check_format(0.0001, 'g', 6, 0, "0.0001");
    check_format(0.00001, 'G', 6, 0, "1E-05");
    check_format(100000.0, 'g', 0, 0, "1e+05");
    check_format(5.0, 'e', 0, FPCONV_ALT, "5.e+00");
    check_format(5.0, 'f', 0, FPCONV_ALT, "5.");
    check_format(5.0, 'g', 4, FPCONV_ALT, "5.000");
    check_format(999.5, 'g', 3, FPCONV_ALT, "1.00e+03");
    check_format(99.5, 'G', 2, FPCONV_ALT | FPCONV_SIGN, "+1.0E+02");
    check_format(1.5, 'f', 1, FPCONV_SIGN, "+1.5");
    check_format(-1.5, 'f', 1, FPCONV_SIGN, "-1.5");
}

Test(fpconv, a_format_without_code_keeps_room_for_point_zero)
{
    check_format(123.0, 'g', 3, FPCONV_DOT_0, "1.23e+02"); // format(123.0, '.3')
    check_format(123.0, 'g', 4, FPCONV_DOT_0, "123.0");    // format(123.0, '.4')
    check_format(120.0, 'g', 3, FPCONV_DOT_0, "1.2e+02");  // format(120.0, '.3')
    check_format(0.0, 'g', 1, FPCONV_DOT_0, "0e+00");      // format(0.0, '.1')
    check_format(0.5, 'g', 3, FPCONV_DOT_0, "0.5");        // format(0.5, '.3')
    check_format(5.0, 'r', 0, 0, "5");                     // '%r' of a complex part
    check_format(5.0, 'r', 0, FPCONV_ALT, "5.");
    check_format(1e16, 'r', 0, FPCONV_ALT, "1.e+16");
    check_format(0.25, 'r', 0, FPCONV_SIGN, "+0.25");
}

Test(fpconv, special_values_and_negative_zero)
{
    check_format(NAN, 'f', 2, FPCONV_SIGN, "+nan");
    check_format(-NAN, 'F', 2, 0, "NAN");
    check_format(-INFINITY, 'e', 2, FPCONV_SIGN, "-inf");
    check_format(INFINITY, 'G', 2, 0, "INF");
    check_format(-0.001, 'f', 1, 0, "-0.0");
    check_format(-0.001, 'f', 1, FPCONV_NO_NEG_0, "0.0");
    check_format(-0.001, 'f', 1, FPCONV_NO_NEG_0 | FPCONV_SIGN, "+0.0");
    check_format(-0.0, 'e', 1, FPCONV_NO_NEG_0, "0.0e+00");
    check_format(-0.0, 'r', 0, FPCONV_NO_NEG_0 | FPCONV_DOT_0, "0.0");
    check_format(-1.0, 'f', 1, FPCONV_NO_NEG_0, "-1.0");
}

Test(fpconv, a_short_buffer_is_told)
{
    char text[8];
    cr_assert_geq(fpconv_format(1.0, 'f', 20, 0, text, sizeof text), 22u);
    cr_assert_geq(fpconv_format(0.1 + 0.2, 'r', 0, 0, text, sizeof text), 19u);
}

static const char *parse(const char *text, double *value)
{
    const char *end = text + strlen(text);
    const char *behind = fpconv_parse(text, end, value);
    return behind;
}

Test(fpconv, reads_what_python_reads)
{
    static const struct {
        const char *text;
        double value;
    } cases[] = {
        {"0", 0},
        {"1.", 1},
        {".5", 0.5},
        {"+1e3", 1000},
        {"-1.25E-2", -0.0125},
        {"inf", INFINITY},
        {"-Infinity", -INFINITY},
        {"1e400", INFINITY},
        {"1e-400", 0},
        {"9007199254740993", 9007199254740992.0},
        {"123456789012345678901234567890", 123456789012345678901234567890.0},
        {"0.1e1", 1},
        {"1e22", 1e22},
        {"1e23", 1e23},
        {"8.98846567431158e307", 8.98846567431158e307},
        {"0000000000000000000000000001", 1},
        {"0.000000000000000000000000000001", 1e-30},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value = -7;
        const char *behind = parse(cases[i].text, &value);
        cr_assert_not_null(behind, "%s", cases[i].text);
        cr_assert_eq(*behind, '\0', "%s", cases[i].text);
        cr_assert_eq(value, cases[i].value, "%s", cases[i].text);
    }
    double value;
    cr_assert_not_null(parse("NaN", &value));
    cr_assert(isnan(value));
}

Test(fpconv, stops_where_python_stops)
{
    static const struct {
        const char *text;
        size_t length; // 0: nothing to read
    } cases[] = {
        {"", 0},     {"+", 0},   {".", 0},   {"e5", 0},    {"-.e1", 0},  {" 1", 0},   {"x", 0},
        {"0x10", 1}, {"1e", 1},  {"1e+", 1}, {"1_0", 1},   {"1.5.2", 3}, {"nanx", 3}, {"infin", 3},
        {"1 ", 1},   {"--1", 0}, {"in", 0},  {"1e5e5", 3}, {"1.e5", 4},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double value;
        const char *behind = parse(cases[i].text, &value);
        cr_assert_eq(behind ? (size_t)(behind - cases[i].text) : 0, cases[i].length, "'%s'",
                     cases[i].text);
    }
}
