// Integers beyond 64 bits. Expected values printed by CPython 3.11.
#include "tests/unit/numbers/support.h"

TestSuite(bigint, .init = start);

Test(bigint, shift)
{
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 0),
               "1512366075204170929049582354406559215");
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 1),
               "756183037602085464524791177203279607");
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 63),
               "163971058432973790");
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 64),
               "81985529216486895");
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 65),
               "40992764608243447");
    CHECK_REPR(bigint_shift_right(num("0x123456789abcdef0123456789abcdef"), 200), "0");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 0), "-18446744073709551616");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 1), "-9223372036854775808");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 63), "-2");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 64), "-1");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 65), "-1");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000000"), 200), "-1");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 0),
               "-1512366075204170929049582354406559215");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 1),
               "-756183037602085464524791177203279608");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 63),
               "-163971058432973791");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 64),
               "-81985529216486896");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 65),
               "-40992764608243448");
    CHECK_REPR(bigint_shift_right(num("-0x123456789abcdef0123456789abcdef"), 200), "-1");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 0), "-18446744073709551617");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 1), "-9223372036854775809");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 63), "-3");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 64), "-2");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 65), "-1");
    CHECK_REPR(bigint_shift_right(num("-0x10000000000000001"), 200), "-1");
    CHECK_REPR(bigint_shift_left(num("0x123456789abcdef0123456789abcdef"), 0),
               "1512366075204170929049582354406559215");
    CHECK_REPR(bigint_shift_left(num("0x123456789abcdef0123456789abcdef"), 1),
               "3024732150408341858099164708813118430");
    CHECK_REPR(bigint_shift_left(num("0x123456789abcdef0123456789abcdef"), 64),
               "27898229935051914142968983831921934135319041507002941440");
    CHECK_REPR(bigint_shift_left(num("0x123456789abcdef0123456789abcdef"), 65),
               "55796459870103828285937967663843868270638083014005882880");
    CHECK_REPR(bigint_shift_left(num("-0x10000000000000000"), 0), "-18446744073709551616");
    CHECK_REPR(bigint_shift_left(num("-0x10000000000000000"), 1), "-36893488147419103232");
    CHECK_REPR(bigint_shift_left(num("-0x10000000000000000"), 64),
               "-340282366920938463463374607431768211456");
    CHECK_REPR(bigint_shift_left(num("-0x10000000000000000"), 65),
               "-680564733841876926926749214863536422912");
    CHECK_REPR(bigint_shift_left(num("-3"), 0), "-3");
    CHECK_REPR(bigint_shift_left(num("-3"), 1), "-6");
    CHECK_REPR(bigint_shift_left(num("-3"), 64), "-55340232221128654848");
    CHECK_REPR(bigint_shift_left(num("-3"), 65), "-110680464442257309696");
    CHECK_REPR(bigint_shift_left(num("1"), (uint64_t)1 << 62), "MemoryError()");
}

Test(bigint, bitwise)
{
    CHECK_REPR(bigint_bitwise(BINARY_AND, num("0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "1512366075204170928967596825190072320");
    CHECK_REPR(bigint_bitwise(BINARY_AND, num("-0x10000000000000000"), num("-1")),
               "-18446744073709551616");
    CHECK_REPR(bigint_bitwise(BINARY_AND, num("-0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "-1512366075204170947414340898899623936");
    CHECK_REPR(bigint_bitwise(BINARY_AND, num("0x7fffffffffffffff"), num("-0x10000000000000000")),
               "0");
    CHECK_REPR(bigint_bitwise(BINARY_AND, num("-0x8000000000000000"),
                              num("0x123456789abcdef0123456789abcdef")),
               "1512366075204170928967596825190072320");
    CHECK_REPR(bigint_bitwise(BINARY_OR, num("0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "-18364758544493064721");
    CHECK_REPR(bigint_bitwise(BINARY_OR, num("-0x10000000000000000"), num("-1")), "-1");
    CHECK_REPR(bigint_bitwise(BINARY_OR, num("-0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "-81985529216486895");
    CHECK_REPR(bigint_bitwise(BINARY_OR, num("0x7fffffffffffffff"), num("-0x10000000000000000")),
               "-9223372036854775809");
    CHECK_REPR(bigint_bitwise(BINARY_OR, num("-0x8000000000000000"),
                              num("0x123456789abcdef0123456789abcdef")),
               "-9141386507638288913");
    CHECK_REPR(bigint_bitwise(BINARY_XOR, num("0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "-1512366075204170947332355369683137041");
    CHECK_REPR(bigint_bitwise(BINARY_XOR, num("-0x10000000000000000"), num("-1")),
               "18446744073709551615");
    CHECK_REPR(bigint_bitwise(BINARY_XOR, num("-0x123456789abcdef0123456789abcdef"),
                              num("-0x10000000000000000")),
               "1512366075204170947332355369683137041");
    CHECK_REPR(bigint_bitwise(BINARY_XOR, num("0x7fffffffffffffff"), num("-0x10000000000000000")),
               "-9223372036854775809");
    CHECK_REPR(bigint_bitwise(BINARY_XOR, num("-0x8000000000000000"),
                              num("0x123456789abcdef0123456789abcdef")),
               "-1512366075204170938108983332828361233");
}

Test(bigint, multiply)
{
    CHECK_REPR(bigint_multiply(num("0x123456789abcdef0123456789abcdef"),
                               num("0x123456789abcdef0123456789abcdef")),
               "2287251145428467998233326459715183420214109537108619112005474615301416225");
    CHECK_REPR(
        bigint_multiply(num("0x123456789abcdef0123456789abcdef"), num("-0x10000000000000000")),
        "-27898229935051914142968983831921934135319041507002941440");
    CHECK_REPR(bigint_multiply(num("0"), num("0x123456789abcdef0123456789abcdef")), "0");
    CHECK_REPR(bigint_multiply(num("0x7fffffffffffffff"), num("-2")), "-18446744073709551614");
    CHECK_REPR(bigint_multiply(num("-0x4000000000000000"), num("2")), "-9223372036854775808");
}

Test(bigint, power)
{
    CHECK_REPR(bigint_power(num("-3"), 77), "-5474401089420219382077155933569751763");
    CHECK_REPR(
        bigint_power_mod(num("0x123456789abcdef0123456789abcdef"), num("-7"), num("1000003")),
        "910630");
    CHECK_REPR(bigint_power(num("2"), (uint64_t)1 << 60), "MemoryError()");
}

Test(bigint, true_divide)
{
    CHECK_REPR(bigint_true_divide(num("0x123456789abcdef0123456789abcdef"), num("3")),
               "5.0412202506805696e+35");
    CHECK_REPR(bigint_true_divide(num("1"), num("0x123456789abcdef0123456789abcdef")),
               "6.612155723375367e-37");
    CHECK_REPR(
        bigint_true_divide(num("-0x10000000000000000"), num("0x123456789abcdef0123456789abcdef")),
        "-1.2197274440461925e-17");
    CHECK_REPR(bigint_true_divide(num("0x20000000000001"), num("0x2")), "4503599627370496.0");
    CHECK_REPR(
        bigint_true_divide(
            num("0x10000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "000000000000000000000000000000000000000000000000000000000"),
            num("7")),
        "OverflowError('integer division result too large for a float')");
    CHECK_REPR(
        bigint_true_divide(
            num("1"), num("0x1000000000000000000000000000000000000000000000000000000000000000000000"
                          "000000000000000000000000000000000000000000000000000000000000000000000000"
                          "000000000000000000000000000000000000000000000000000000000000000000000000"
                          "00000000000000000000000000000000000000000000000000000000")),
        "0.0");
    CHECK_REPR(
        bigint_true_divide(
            num("3"), num("0x1000000000000000000000000000000000000000000000000000000000000000000000"
                          "000000000000000000000000000000000000000000000000000000000000000000000000"
                          "000000000000000000000000000000000000000000000000000000000000000000000000"
                          "00000000000000000000000000000000000000000000000000000000")),
        "5e-324");
    CHECK_REPR(
        bigint_true_divide(
            num("0x10000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "000000000000000000000000000000000000000000000000000000000"),
            num("0x10000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "0000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                "00000000000000000000000000000000000000000000000000000000")),
        "16.0");
}

Test(bigint, text)
{
    CHECK_REPR(bigint_to_text(num("-0x123456789abcdef0123456789abcdef"), 10),
               "'-1512366075204170929049582354406559215'");
    CHECK_REPR(bigint_parse("123456789012345678901234567890", 30, 10, true),
               "-123456789012345678901234567890");
}

static void check_divmod(const char *a, const char *b, const char *q, const char *r)
{
    Object *quotient, *remainder;
    cr_assert_eq(bigint_divmod(num(a), num(b), &quotient, &remainder), 0);
    CHECK_REPR(quotient, q);
    CHECK_REPR(remainder, r);
}

Test(bigint, divmod)
{
    check_divmod("0x123456789abcdef0123456789abcdef", "-0x10000000000000000", "-81985529216486896",
                 "-18364758544493064721");
    check_divmod("-0x123456789abcdef0123456789abcdef", "7", "-216052296457738704149940336343794174",
                 "3");
    check_divmod("0x123456789abcdef0123456789abcdef", "-7", "-216052296457738704149940336343794174",
                 "-3");
    check_divmod("-0x123456789abcdef0123456789abcdef", "0x1000000000000000", "-1311768467463790321",
                 "1070935975390360081");
    check_divmod("5", "-0x10000000000000000", "-1", "-18446744073709551611");
    check_divmod("-0x8000000000000000", "-1", "9223372036854775808", "0");
    check_divmod("-0x10000000000000000", "0x10000000000000000", "-1", "0");
    check_divmod("-0x10000000000000000000000000000000000000000", "0x100000000000000000000",
                 "-1208925819614629174706176", "0");
    check_divmod("-0x100000000000000000000000000000000000000001", "0x100000000000000000000",
                 "-19342813113834066795298817", "1208925819614629174706175");
    check_divmod("-0xffffffffffffffffffffffffffffffffffffffffffffffff",
                 "0xffffffffffffffffffffffffffffffff", "-18446744073709551617",
                 "340282366920938463444927863358058659840");
}

static void check_bytes(const char *value, size_t size, bool is_signed)
{
    uint8_t bytes[32];
    cr_assert(bigint_to_bytes(num(value), bytes, size, true, is_signed));
    Object *back = bigint_from_bytes(bytes, size, true, is_signed);
    cr_assert_eq(int_compare(back, num(value)), 0);
    decref(back);
    cr_assert(bigint_to_bytes(num(value), bytes, size, false, is_signed));
    cr_assert_eq(int_compare(bigint_from_bytes(bytes, size, false, is_signed), num(value)), 0);
    cr_assert(!bigint_to_bytes(num(value), bytes, size - 1, false, is_signed));
}

Test(bigint, bytes)
{
    check_bytes("127", 1, true);
    check_bytes("-128", 1, true);
    check_bytes("128", 2, true);
    check_bytes("-129", 2, true);
    check_bytes("255", 1, false);
    check_bytes("256", 2, false);
    check_bytes("0x7fffffffffffffff", 8, true);
    check_bytes("0x8000000000000000", 9, true);
    check_bytes("-0x10000000000000001", 9, true);
    check_bytes("0xffffffffffffffff", 8, false);
    check_bytes("0x10000000000000000", 9, false);
}

// Every allocation fails once: MemoryError, nothing left behind, and the next operation works.
Test(bigint, out_of_memory)
{
    Object *a = bigint_power(num("3"), 20000), *b = bigint_power(num("7"), 11000);
    size_t limit = memory_get_limit();
    memory_set_limit(1);
    Object *(*const operations[])(Object *, Object *) = {bigint_multiply, int_floor_divide,
                                                         bigint_gcd, bigint_true_divide};
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++) {
        size_t count = memory_live_block_count();
        Object *result = operations[i](a, b);
        if (result)
            decref(result);
        else
            error_clear();
        cr_assert_eq(memory_live_block_count(), count);
    }
    memory_set_limit(limit);
    for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
        cr_assert_not_null(operations[i](a, b));
}
