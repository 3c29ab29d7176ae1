// complex: text, arithmetic, powers. Expected values printed by CPython 3.11.
#include "tests/unit/numbers/support.h"

TestSuite(complex, .init = start);

Test(complex, repr)
{
    CHECK_REPR(complex_new(0.0, 0.0), "0j");
    CHECK_REPR(complex_new(0.0, -0.0), "-0j");
    CHECK_REPR(complex_new(0.0, -2.0), "-2j");
    CHECK_REPR(complex_new(-0.0, 0.0), "(-0+0j)");
    CHECK_REPR(complex_new(-0.0, -0.0), "(-0-0j)");
    CHECK_REPR(complex_new(-0.0, -2.0), "(-0-2j)");
    CHECK_REPR(complex_new(1.5, 0.0), "(1.5+0j)");
    CHECK_REPR(complex_new(1.5, -0.0), "(1.5-0j)");
    CHECK_REPR(complex_new(1.5, -2.0), "(1.5-2j)");
    CHECK_REPR(complex_new(1e300, 0.0), "(1e+300+0j)");
    CHECK_REPR(complex_new(1e300, -0.0), "(1e+300-0j)");
    CHECK_REPR(complex_new(1e300, -2.0), "(1e+300-2j)");
    CHECK_REPR(complex_new(INFINITY, NAN), "(inf+nanj)");
}

Test(complex, parse)
{
    CHECK_REPR(call_type(&type_complex, "1+2j"), "(1+2j)");
    CHECK_REPR(call_type(&type_complex, "(1-2j)"), "(1-2j)");
    CHECK_REPR(call_type(&type_complex, " ( j ) "), "1j");
    CHECK_REPR(call_type(&type_complex, "-j"), "-1j");
    CHECK_REPR(call_type(&type_complex, "1_0+2_0J"), "(10+20j)");
    CHECK_REPR(call_type(&type_complex, "1__0j"),
               "ValueError(\"could not convert string to complex: '1__0j'\")");
    CHECK_REPR(call_type(&type_complex, "1_j"),
               "ValueError(\"could not convert string to complex: '1_j'\")");
    CHECK_REPR(call_type(&type_complex, "1 + 2j"),
               "ValueError('complex() arg is a malformed string')");
    CHECK_REPR(call_type(&type_complex, "inf-nanj"), "(inf+nanj)");
    CHECK_REPR(call_type(&type_complex, "١+٢j"), "(1+2j)");
    CHECK_REPR(call_type(&type_complex, " 1j "), "1j");
    CHECK_REPR(call_type(&type_complex, "1+2"),
               "ValueError('complex() arg is a malformed string')");
    CHECK_REPR(call_type(&type_complex, ""), "ValueError('complex() arg is a malformed string')");
    CHECK_REPR(call_type(&type_complex,
                         "(999999999999999999999999999999999999999999999999999999999999999999999999"
                         "9999999999999999999999999999999999999999999999999999999999999999999999999"
                         "9999999999999999999999999999999999999999999999999999999j)"),
               "1e+200j");
}

Test(complex, power)
{
    CHECK_REPR(complex_power(0.0, 0.0, 0.0, 0.0), "(1+0j)");
    CHECK_REPR(complex_power(0.0, 0.0, -1.0, 0.0),
               "ZeroDivisionError('0.0 to a negative or complex power')");
    CHECK_REPR(complex_power(0.0, 0.0, 1.0, 1.0),
               "ZeroDivisionError('0.0 to a negative or complex power')");
    CHECK_REPR(complex_power(1.0, 2.0, 3.0, 0.0), "(-11-2j)");
    CHECK_REPR(complex_power(1.0, 2.0, -2.0, 0.0), "(-0.12-0.16j)");
    CHECK_REPR(complex_power(1.0, 1.0, 0.5, 2.0), "(0.11524131979943839+0.21870790452746028j)");
    CHECK_REPR(complex_power(1e200, 1e200, 3.0, 0.0), "(nan+nanj)");
    CHECK_REPR(complex_power(1e-295, 1e-292, -6.0, 0.0),
               "ZeroDivisionError('0.0 to a negative or complex power')");
    CHECK_REPR(complex_power(-8.0, 0.0, 0.5, 0.0), "(1.7319121124709868e-16+2.8284271247461903j)");
}

Test(complex, divide)
{
    CHECK_REPR(object_binary(BINARY_TRUE_DIVIDE, complex_new(1.0, 2.0), complex_new(3.0, -4.0)),
               "(-0.2+0.4j)");
    CHECK_REPR(object_binary(BINARY_TRUE_DIVIDE, complex_new(1.0, 2.0), complex_new(0.5, 4.0)),
               "(0.5230769230769231-0.18461538461538463j)");
    CHECK_REPR(object_binary(BINARY_TRUE_DIVIDE, complex_new(1.0, 0.0), complex_new(0.0, 0.0)),
               "ZeroDivisionError('complex division by zero')");
}

Test(complex, absolute)
{
    CHECK_REPR(object_unary(UNARY_ABSOLUTE, complex_new(3.0, -4.0)), "5.0");
    CHECK_REPR(object_unary(UNARY_ABSOLUTE, complex_new(1e308, 1e308)), "1.4142135623730951e+308");
}
