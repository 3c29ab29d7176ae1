// int: conversions and the 64-bit paths. Expected values printed by CPython 3.11.
#include "tests/unit/numbers/support.h"

TestSuite(int, .init = start);

Test(int, add)
{
    CHECK_REPR(int_add(num("7"), num("-2")), "5");
    CHECK_REPR(int_add(num("-7"), num("2")), "-5");
    CHECK_REPR(int_add(num("0x7fffffffffffffff"), num("1")), "9223372036854775808");
    CHECK_REPR(int_add(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")),
               "18446744073709551614");
    CHECK_REPR(int_add(num("-0x10000000000000000"), num("3")), "-18446744073709551613");
    CHECK_REPR(int_add(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
               "1512366075204170910602838280697007599");
    CHECK_REPR(int_add(num("0x123456789abcdef0123456789abcdef"), num("-10")),
               "1512366075204170929049582354406559205");
    CHECK_REPR(int_add(num("5"), num("0x123456789abcdef0123456789abcdef")),
               "1512366075204170929049582354406559220");
    CHECK_REPR(int_add(num("-5"), num("0x123456789abcdef0123456789abcdef")),
               "1512366075204170929049582354406559210");
    CHECK_REPR(int_add(num("0"), num("0x123456789abcdef0123456789abcdef")),
               "1512366075204170929049582354406559215");
}

Test(int, subtract)
{
    CHECK_REPR(int_subtract(num("7"), num("-2")), "9");
    CHECK_REPR(int_subtract(num("-7"), num("2")), "-9");
    CHECK_REPR(int_subtract(num("0x7fffffffffffffff"), num("1")), "9223372036854775806");
    CHECK_REPR(int_subtract(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")), "0");
    CHECK_REPR(int_subtract(num("-0x10000000000000000"), num("3")), "-18446744073709551619");
    CHECK_REPR(int_subtract(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
               "1512366075204170947496326428116110831");
    CHECK_REPR(int_subtract(num("0x123456789abcdef0123456789abcdef"), num("-10")),
               "1512366075204170929049582354406559225");
    CHECK_REPR(int_subtract(num("5"), num("0x123456789abcdef0123456789abcdef")),
               "-1512366075204170929049582354406559210");
    CHECK_REPR(int_subtract(num("-5"), num("0x123456789abcdef0123456789abcdef")),
               "-1512366075204170929049582354406559220");
    CHECK_REPR(int_subtract(num("0"), num("0x123456789abcdef0123456789abcdef")),
               "-1512366075204170929049582354406559215");
}

Test(int, multiply)
{
    CHECK_REPR(int_multiply(num("7"), num("-2")), "-14");
    CHECK_REPR(int_multiply(num("-7"), num("2")), "-14");
    CHECK_REPR(int_multiply(num("0x7fffffffffffffff"), num("1")), "9223372036854775807");
    CHECK_REPR(int_multiply(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")),
               "85070591730234615847396907784232501249");
    CHECK_REPR(int_multiply(num("-0x10000000000000000"), num("3")), "-55340232221128654848");
    CHECK_REPR(int_multiply(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
               "-27898229935051914142968983831921934135319041507002941440");
    CHECK_REPR(int_multiply(num("0x123456789abcdef0123456789abcdef"), num("-10")),
               "-15123660752041709290495823544065592150");
    CHECK_REPR(int_multiply(num("5"), num("0x123456789abcdef0123456789abcdef")),
               "7561830376020854645247911772032796075");
    CHECK_REPR(int_multiply(num("-5"), num("0x123456789abcdef0123456789abcdef")),
               "-7561830376020854645247911772032796075");
    CHECK_REPR(int_multiply(num("0"), num("0x123456789abcdef0123456789abcdef")), "0");
}

Test(int, floor_divide)
{
    CHECK_REPR(int_floor_divide(num("7"), num("-2")), "-4");
    CHECK_REPR(int_floor_divide(num("-7"), num("2")), "-4");
    CHECK_REPR(int_floor_divide(num("0x7fffffffffffffff"), num("1")), "9223372036854775807");
    CHECK_REPR(int_floor_divide(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")), "1");
    CHECK_REPR(int_floor_divide(num("-0x10000000000000000"), num("3")), "-6148914691236517206");
    CHECK_REPR(
        int_floor_divide(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
        "-81985529216486896");
    CHECK_REPR(int_floor_divide(num("0x123456789abcdef0123456789abcdef"), num("-10")),
               "-151236607520417092904958235440655922");
    CHECK_REPR(int_floor_divide(num("5"), num("0x123456789abcdef0123456789abcdef")), "0");
    CHECK_REPR(int_floor_divide(num("-5"), num("0x123456789abcdef0123456789abcdef")), "-1");
    CHECK_REPR(int_floor_divide(num("0"), num("0x123456789abcdef0123456789abcdef")), "0");
    CHECK_REPR(int_floor_divide(num("1"), num("0")),
               "ZeroDivisionError('integer division or modulo by zero')");
    CHECK_REPR(int_floor_divide(num("-0x8000000000000000"), num("-1")), "9223372036854775808");
}

Test(int, remainder)
{
    CHECK_REPR(int_remainder(num("7"), num("-2")), "-1");
    CHECK_REPR(int_remainder(num("-7"), num("2")), "1");
    CHECK_REPR(int_remainder(num("0x7fffffffffffffff"), num("1")), "0");
    CHECK_REPR(int_remainder(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")), "0");
    CHECK_REPR(int_remainder(num("-0x10000000000000000"), num("3")), "2");
    CHECK_REPR(int_remainder(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
               "-18364758544493064721");
    CHECK_REPR(int_remainder(num("0x123456789abcdef0123456789abcdef"), num("-10")), "-5");
    CHECK_REPR(int_remainder(num("5"), num("0x123456789abcdef0123456789abcdef")), "5");
    CHECK_REPR(int_remainder(num("-5"), num("0x123456789abcdef0123456789abcdef")),
               "1512366075204170929049582354406559210");
    CHECK_REPR(int_remainder(num("0"), num("0x123456789abcdef0123456789abcdef")), "0");
    CHECK_REPR(int_remainder(num("1"), num("0")), "ZeroDivisionError('integer modulo by zero')");
}

Test(int, true_divide)
{
    CHECK_REPR(int_true_divide(num("7"), num("-2")), "-3.5");
    CHECK_REPR(int_true_divide(num("-7"), num("2")), "-3.5");
    CHECK_REPR(int_true_divide(num("0x7fffffffffffffff"), num("1")), "9.223372036854776e+18");
    CHECK_REPR(int_true_divide(num("0x7fffffffffffffff"), num("0x7fffffffffffffff")), "1.0");
    CHECK_REPR(int_true_divide(num("-0x10000000000000000"), num("3")), "-6.148914691236517e+18");
    CHECK_REPR(
        int_true_divide(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
        "-8.19855292164869e+16");
    CHECK_REPR(int_true_divide(num("0x123456789abcdef0123456789abcdef"), num("-10")),
               "-1.512366075204171e+35");
    CHECK_REPR(int_true_divide(num("5"), num("0x123456789abcdef0123456789abcdef")),
               "3.3060778616876836e-36");
    CHECK_REPR(int_true_divide(num("-5"), num("0x123456789abcdef0123456789abcdef")),
               "-3.3060778616876836e-36");
    CHECK_REPR(int_true_divide(num("0"), num("0x123456789abcdef0123456789abcdef")), "0.0");
    CHECK_REPR(int_true_divide(num("1"), num("0")), "ZeroDivisionError('division by zero')");
}

Test(int, power)
{
    CHECK_REPR(int_power(num("3"), num("100"), object_none),
               "515377520732011331036461129765621272702107522001");
    CHECK_REPR(int_power(num("-2"), num("63"), object_none), "-9223372036854775808");
    CHECK_REPR(int_power(num("2"), num("-1"), object_none), "0.5");
    CHECK_REPR(int_power(num("3"), num("-5"), num("7")), "3");
    CHECK_REPR(int_power(num("3"), num("5"), num("-7")), "-2");
    CHECK_REPR(int_power(num("2"), num("-1"), num("4")),
               "ValueError('base is not invertible for the given modulus')");
    CHECK_REPR(int_power(num("2"), num("1"), num("0")),
               "ValueError('pow() 3rd argument cannot be 0')");
}

Test(int, shift_and_negate)
{
    CHECK_REPR(int_lshift(num("-1"), 63), "-9223372036854775808");
    CHECK_REPR(int_lshift(num("1"), 63), "9223372036854775808");
    CHECK_REPR(int_lshift(num("5"), 100), "6338253001141147007483516026880");
    CHECK_REPR(int_negate(num("-0x8000000000000000")), "9223372036854775808");
}

Test(int, from_double)
{
    CHECK_REPR(int_from_double(1e22), "10000000000000000000000");
    CHECK_REPR(int_from_double(9223372036854775808.0), "9223372036854775808");
    CHECK_REPR(int_from_double(-1.9), "-1");
    CHECK_REPR(int_from_double(INFINITY),
               "OverflowError('cannot convert float infinity to integer')");
    CHECK_REPR(int_from_double(NAN), "ValueError('cannot convert float NaN to integer')");
}

Test(int, parse)
{
    CHECK_REPR(int_parse(str_from_text(" -1_000 "), 10), "-1000");
    CHECK_REPR(int_parse(str_from_text("0x_ff"), 16), "255");
    CHECK_REPR(int_parse(str_from_text("0b101"), 0), "5");
    CHECK_REPR(int_parse(str_from_text("01"), 0),
               "ValueError(\"invalid literal for int() with base 0: '01'\")");
    CHECK_REPR(int_parse(str_from_text("0_0"), 0), "0");
    CHECK_REPR(int_parse(str_from_text("z"), 36), "35");
    CHECK_REPR(int_parse(str_from_text("1__0"), 10),
               "ValueError(\"invalid literal for int() with base 10: '1__0'\")");
    CHECK_REPR(int_parse(str_from_text("_1"), 10),
               "ValueError(\"invalid literal for int() with base 10: '_1'\")");
    CHECK_REPR(int_parse(str_from_text(""), 10),
               "ValueError(\"invalid literal for int() with base 10: ''\")");
    CHECK_REPR(int_parse(str_from_text("- 1"), 10),
               "ValueError(\"invalid literal for int() with base 10: '- 1'\")");
    CHECK_REPR(int_parse(str_from_text("١٢"), 10), "12");
}

Test(int, text)
{
    CHECK_REPR(int_to_text(num("0"), 16, true), "'0x0'");
    CHECK_REPR(int_to_text(num("0"), 8, true), "'0o0'");
    CHECK_REPR(int_to_text(num("0"), 2, true), "'0b0'");
    CHECK_REPR(int_to_text(num("0"), 10, true), "'0'");
    CHECK_REPR(int_to_text(num("-255"), 16, true), "'-0xff'");
    CHECK_REPR(int_to_text(num("-255"), 8, true), "'-0o377'");
    CHECK_REPR(int_to_text(num("-255"), 2, true), "'-0b11111111'");
    CHECK_REPR(int_to_text(num("-255"), 10, true), "'-255'");
    CHECK_REPR(int_to_text(num("0x123456789abcdef0123456789abcdef"), 16, true),
               "'0x123456789abcdef0123456789abcdef'");
    CHECK_REPR(int_to_text(num("0x123456789abcdef0123456789abcdef"), 8, true),
               "'0o11064254742325715736004432126361152746757'");
    CHECK_REPR(int_to_text(num("0x123456789abcdef0123456789abcdef"), 2, true),
               "'0b10010001101000101011001111000100110101011110011011110111100000001001000110100010"
               "10110011110001001101010111100110111101111'");
    CHECK_REPR(int_to_text(num("0x123456789abcdef0123456789abcdef"), 10, true),
               "'1512366075204170929049582354406559215'");
    CHECK_REPR(int_to_text(num("-0x10000000000000000"), 16, true), "'-0x10000000000000000'");
    CHECK_REPR(int_to_text(num("-0x10000000000000000"), 8, true), "'-0o2000000000000000000000'");
    CHECK_REPR(int_to_text(num("-0x10000000000000000"), 2, true),
               "'-0b10000000000000000000000000000000000000000000000000000000000000000'");
    CHECK_REPR(int_to_text(num("-0x10000000000000000"), 10, true), "'-18446744073709551616'");
}

Test(int, round)
{
    CHECK_REPR(call_named(num("25"), "__round__", num("-1")), "20");
    CHECK_REPR(call_named(num("35"), "__round__", num("-1")), "40");
    CHECK_REPR(call_named(num("-25"), "__round__", num("-1")), "-20");
    CHECK_REPR(call_named(num("149"), "__round__", num("-2")), "100");
    CHECK_REPR(call_named(num("5"), "__round__", num("-3")), "0");
    CHECK_REPR(call_named(num("0x8000000000000000"), "__round__", num("-5")),
               "9223372036854800000");
    CHECK_REPR(call_named(num("7"), "__round__", num("2")), "7");
}

Test(int, roots)
{
    CHECK_REPR(int_gcd(num("-0x8000000000000000"), num("12")), "4");
    CHECK_REPR(int_sqrt_floor(num("0x123456789abcdef0123456789abcdef")), "1229782938247303433");
    CHECK_REPR(int_sqrt_floor(num("-1")), "ValueError('isqrt() argument must be nonnegative')");
}

Test(int, to_c)
{
    int64_t value;
    cr_assert(!int_fits_int64(num("0x8000000000000000"), &value));
    cr_assert(int_fits_int64(num("-0x8000000000000000"), &value));
    cr_assert_eq(value, INT64_MIN);
    cr_assert_eq(int_as_uint64(num("0xffffffffffffffff")), UINT64_MAX);
    cr_assert_eq(int_as_int32(num("0x80000000")), -1);
    CHECK_REPR(NULL, "OverflowError('Python int too large to convert to C int')");
    cr_assert_eq(int_as_int64(num("0x8000000000000000")), -1);
    CHECK_REPR(NULL, "OverflowError('Python int too large to convert to C long')");
}

Test(int, hash)
{
    cr_assert_eq(int_hash(num("-1")), -2);
    cr_assert_eq(int_hash(num("0x1fffffffffffffff")), 0);
    cr_assert_eq(int_hash(num("0x10000000000000000")), 8);
    cr_assert_eq(int_hash(num("-0x10000000000000000")), -8);
}
