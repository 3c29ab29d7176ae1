#include "tests/unit/text/text_support.h"

#include "runtime/containers/tuple.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float.h"
#include "runtime/text/format.h"

TestSuite(format, .init = start_runtime);

static Object *format(Object *value, const char *spec)
{
    Object *text = S(spec), *result = object_format(value, text);
    decref(text);
    decref(value);
    return result;
}

Test(format, ints)
{
    check_repr(format(I(255), "#x"), "'0xff'");
    check_repr(format(I(1234567), ",d"), "'1,234,567'");
    check_repr(format(I(1234), "010,"), "'00,001,234'");
    check_repr(format(I(-5), "=+6"), "'-    5'");
    check_repr(format(I(0x20AC), "*^5c"), "'**\xe2\x82\xac**'");
    check_repr(format(I(255), "#_b"), "'0b1111_1111'");
    check_error(format(I(1), ".2"), &exc_value_error,
                "Precision not allowed in integer format specifier");
    check_error(format(I(1), "s"), &exc_value_error,
                "Unknown format code 's' for object of type 'int'");
    check_error(format(I(1), "abc"), &exc_value_error,
                "Invalid format specifier 'abc' for object of type 'int'");
    check_error(format(I(1), ",_"), &exc_value_error, "Cannot specify both ',' and '_'.");
}

Test(format, floats_and_complex)
{
    check_repr(format(float_new(-1234567.891), "015,.2f"), "'-001,234,567.89'");
    check_repr(format(float_new(100.0), ".3"), "'1e+02'");
    check_repr(format(float_new(10.0), ".3"), "'10.0'");
    check_repr(format(float_new(0.5), ".1%"), "'50.0%'");
    check_repr(format(float_new(-0.0), "z.1f"), "'0.0'");
    check_repr(format(complex_new(1, 2), "10.3"), "'    (1+2j)'");
    check_error(format(complex_new(1, 2), "05"), &exc_value_error,
                "Zero padding is not allowed in complex format specifier");
}

Test(format, strs)
{
    check_repr(format(S("abc"), ">5.2"), "'   ab'");
    check_repr(format(S("\xe2\x82\xac"), "*^5"), "'**\xe2\x82\xac**'");
    check_error(format(S("a"), "+"), &exc_value_error,
                "Sign not allowed in string format specifier");
    check_error(format(S("a"), "="), &exc_value_error,
                "'=' alignment not allowed in string format specifier");
}

Test(format, fields)
{
    Object *text = S("{}{{}}{:>{}}");
    check_repr(call(text, "format", S("a"), I(1), I(3), END), "'a{}  1'");
    check_error(call(text, "format", S("a"), END), &exc_index_error,
                "Replacement index 1 out of range for positional args tuple");
    check_error(call(S("{"), "format", END), &exc_value_error,
                "Single '{' encountered in format string");
    check_error(call(S("}"), "format", END), &exc_value_error,
                "Single '}' encountered in format string");
    check_error(call(S("{0}{}"), "format", I(1), I(2), END), &exc_value_error,
                "cannot switch from manual field specification to automatic field numbering");
    check_error(call(S("{a}"), "format", END), &exc_key_error, "'a'");
    check_error(call(S("{!x}"), "format", I(1), END), &exc_value_error,
                "Unknown conversion specifier x");
    check_error(call(S("{:{:{}}}"), "format", I(1), I(2), I(3), END), &exc_value_error,
                "Max string recursion exceeded");
}

static Object *percent(const char *text, Object *args)
{
    Object *str = S(text), *result = format_percent(str, args);
    decref(str);
    decref(args);
    return result;
}

Test(format, percent)
{
    check_repr(
        percent("%d%%|%05d|%-4x|%+.1e", tuple_pack(4, I(3), I(-42), I(255), float_new(1.25))),
        "'3%|-0042|ff  |+1.2e+00'");
    check_repr(percent("%s %r", tuple_pack(2, S("a"), S("b"))), "\"a 'b'\"");
    check_repr(percent("%*d|%.3d|%c", tuple_pack(4, I(4), I(7), I(7), I(65))), "'   7|007|A'");
    check_error(percent("%s %s", S("a")), &exc_type_error,
                "not enough arguments for format string");
    check_error(percent("a", I(1)), &exc_type_error,
                "not all arguments converted during string formatting");
    check_error(percent("%d", S("a")), &exc_type_error,
                "%d format: a real number is required, not str");
    check_error(percent("%z", I(1)), &exc_value_error,
                "unsupported format character 'z' (0x7a) at index 1");
    check_error(percent("%(a)s", I(1)), &exc_type_error, "format requires a mapping");
}

Test(format, percent_of_bytes)
{
    Object *text = B("%s|%d|%a"), *args = tuple_pack(3, B("\xff"), I(7), S("\xc3\xa9"));
    check_repr(format_percent_bytes(text, args), "b\"\\xff|7|'\\\\xe9'\"");
    check_error(
        format_percent_bytes(B("%s"), S("a")), &exc_type_error,
        "%b requires a bytes-like object, or an object that implements __bytes__, not 'str'");
}
