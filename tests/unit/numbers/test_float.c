// float: text, division, rounding. Expected values printed by CPython 3.11.
#include "tests/unit/numbers/support.h"

TestSuite(float, .init = start);

Test(float, repr)
{
    CHECK_REPR(float_new(0.0), "0.0");
    CHECK_REPR(float_new(-0.0), "-0.0");
    CHECK_REPR(float_new(1.5), "1.5");
    CHECK_REPR(float_new(-7.25), "-7.25");
    CHECK_REPR(float_new(1e308), "1e+308");
    CHECK_REPR(float_new(5e-324), "5e-324");
    CHECK_REPR(float_new(1e16), "1e+16");
    CHECK_REPR(float_new(1e22), "1e+22");
    CHECK_REPR(float_new(123456789012345680.0), "1.2345678901234568e+17");
    CHECK_REPR(float_new(0.1), "0.1");
    CHECK_REPR(float_new(1e-5), "1e-05");
    CHECK_REPR(float_new(0.0001), "0.0001");
    CHECK_REPR(float_new(INFINITY), "inf");
    CHECK_REPR(float_new(-NAN), "nan");
}

Test(float, parse)
{
    CHECK_REPR(call_type(&type_float, "9223372036854775808.0"), "9.223372036854776e+18");
    CHECK_REPR(call_type(&type_float, "18446744073709551616"), "1.8446744073709552e+19");
    CHECK_REPR(call_type(&type_float, "1_0.5"), "10.5");
    CHECK_REPR(call_type(&type_float, " -inf "), "-inf");
    CHECK_REPR(call_type(&type_float, "1e400"), "inf");
    CHECK_REPR(call_type(&type_float, "1e-400"), "0.0");
    CHECK_REPR(call_type(&type_float, "1_.5"),
               "ValueError(\"could not convert string to float: '1_.5'\")");
    CHECK_REPR(call_type(&type_float, "1__0"),
               "ValueError(\"could not convert string to float: '1__0'\")");
    CHECK_REPR(call_type(&type_float, ""), "ValueError(\"could not convert string to float: ''\")");
    CHECK_REPR(call_type(&type_float, "nan"), "nan");
    CHECK_REPR(call_type(&type_float, "0x1p3"),
               "ValueError(\"could not convert string to float: '0x1p3'\")");
    CHECK_REPR(call_type(&type_float, ".5"), "0.5");
    CHECK_REPR(call_type(&type_float, "5."), "5.0");
    CHECK_REPR(call_type(&type_float, "1e"),
               "ValueError(\"could not convert string to float: '1e'\")");
    CHECK_REPR(call_type(&type_float, "١.5"), "1.5");
}

Test(float, round)
{
    CHECK_REPR(float_round(2.675, 2), "2.67");
    CHECK_REPR(float_round(0.5, 0), "0.0");
    CHECK_REPR(float_round(-0.5, 0), "-0.0");
    CHECK_REPR(float_round(25.0, -1), "20.0");
    CHECK_REPR(float_round(15.0, -1), "20.0");
    CHECK_REPR(float_round(5.0, -1), "0.0");
    CHECK_REPR(float_round(6.0, -1), "10.0");
    CHECK_REPR(float_round(1e22, -22), "1e+22");
    CHECK_REPR(float_round(1.7976931348623157e308, -308),
               "OverflowError('rounded value too large to represent')");
    CHECK_REPR(float_round(5e-324, 323), "0.0");
    CHECK_REPR(float_round(1234.5678, -5), "0.0");
}

Test(float, power)
{
    CHECK_REPR(float_power(2.0, 0.5), "1.4142135623730951");
    CHECK_REPR(float_power(-8.0, 0.5), "(1.7319121124709868e-16+2.8284271247461903j)");
    CHECK_REPR(float_power(0.0, -1.0),
               "ZeroDivisionError('0.0 cannot be raised to a negative power')");
    CHECK_REPR(float_power(1e200, 2.0), "OverflowError(34, 'Numerical result out of range')");
    CHECK_REPR(float_power(-1.0, 1e300), "1.0");
}

Test(float, hex)
{
    CHECK_REPR(call_named(float_new(0.0), "hex", NULL), "'0x0.0p+0'");
    CHECK_REPR(call_named(float_new(-0.0), "hex", NULL), "'-0x0.0p+0'");
    CHECK_REPR(call_named(float_new(1.5), "hex", NULL), "'0x1.8000000000000p+0'");
    CHECK_REPR(call_named(float_new(-7.25), "hex", NULL), "'-0x1.d000000000000p+2'");
    CHECK_REPR(call_named(float_new(1e308), "hex", NULL), "'0x1.1ccf385ebc8a0p+1023'");
    CHECK_REPR(call_named(float_new(5e-324), "hex", NULL), "'0x0.0000000000001p-1022'");
    CHECK_REPR(call_named(float_new(0.1), "hex", NULL), "'0x1.999999999999ap-4'");
    CHECK_REPR(call_named(float_new(2.2250738585072014e-308), "hex", NULL),
               "'0x1.0000000000000p-1022'");
}

Test(float, fromhex)
{
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1p-1075")), "0.0");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1.8p-1075")), "5e-324");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1.fffffffffffff8p1023")),
               "OverflowError('hexadecimal value too large to represent as a float')");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1.fffffffffffff7p1023")),
               "1.7976931348623157e+308");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("1.8")), "1.5");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text(" -0xA.Bp+3 ")), "-85.5");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x")),
               "ValueError('invalid hexadecimal floating-point string')");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("inf")), "inf");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1_0")),
               "ValueError('invalid hexadecimal floating-point string')");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("0x1p")),
               "ValueError('invalid hexadecimal floating-point string')");
    CHECK_REPR(call_named(OBJECT(&type_float), "fromhex", str_from_text("")),
               "ValueError('invalid hexadecimal floating-point string')");
}

Test(float, ratio)
{
    CHECK_REPR(call_named(float_new(0.1), "as_integer_ratio", NULL),
               "(3602879701896397, 36028797018963968)");
    CHECK_REPR(call_named(float_new(-2.5), "as_integer_ratio", NULL), "(-5, 2)");
    CHECK_REPR(call_named(float_new(1e23), "as_integer_ratio", NULL),
               "(99999999999999991611392, 1)");
    CHECK_REPR(call_named(float_new(0.0), "as_integer_ratio", NULL), "(0, 1)");
    CHECK_REPR(call_named(float_new(INFINITY), "as_integer_ratio", NULL),
               "OverflowError('cannot convert Infinity to integer ratio')");
}

Test(float, divmod)
{
    CHECK_REPR(object_binary(BINARY_DIVMOD, float_new(7.5), float_new(-2.0)), "(-4.0, -0.5)");
    CHECK_REPR(object_binary(BINARY_DIVMOD, float_new(-7.5), float_new(2.0)), "(-4.0, 0.5)");
    CHECK_REPR(object_binary(BINARY_DIVMOD, float_new(-0.0), float_new(3.0)), "(-0.0, 0.0)");
    CHECK_REPR(object_binary(BINARY_DIVMOD, float_new(1e308), float_new(1e-10)),
               "(inf, 8.242447678659312e-11)");
    CHECK_REPR(object_binary(BINARY_DIVMOD, float_new(1.0), float_new(0.0)),
               "ZeroDivisionError('float divmod()')");
}
