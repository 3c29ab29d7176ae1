#include "tests/unit/text/text_support.h"

#include "runtime/model/protocol.h"

TestSuite(bytes, .init = start_runtime);

Test(bytes, repr_as_cpython)
{
    check_repr(B("ab'\n\\\x00\xff"), "b\"ab'\\n\\\\\\x00\\xff\"");
    check_repr(B("'\""), "b'\\'\"'");
    check_repr(bytearray_new("it's", 4), "bytearray(b\"it\\'s\")");
}

Test(bytes, constructors)
{
    Object *type = OBJECT(&type_bytes), *args[3] = {I(3), S("latin-1"), NULL};
    check_repr(call_object(type, args, 1, NULL), "b'\\x00\\x00\\x00'");
    check_error(call_object(type, args, 2, NULL), &exc_type_error,
                "encoding without a string argument");
    args[0] = S("\xc3\xa9");
    check_repr(call_object(type, args, 2, NULL), "b'\\xe9'");
    check_error(call_one(type, args[0]), &exc_type_error, "string argument without an encoding");
    check_error(call_one(type, I(-1)), &exc_value_error, "negative count");
    check_error(call_one(type, object_none), &exc_type_error,
                "cannot convert 'NoneType' object to bytes");
}

Test(bytes, methods)
{
    Object *bytes = B("  one two ");
    check_repr(call(bytes, "split", END), "[b'one', b'two']");
    check_repr(call(bytes, "find", I('t'), END), "6");
    check_repr(call(bytes, "replace", B("o"), B("00"), END), "b'  00ne tw00 '");
    check_repr(call(bytes, "hex", S("-"), I(4), END), "'2020-6f6e6520-74776f20'");
    check_error(call(bytes, "find", S("a"), END), &exc_type_error,
                "argument should be integer or bytes-like object, not 'str'");
    check_error(call(bytes, "index", B("zz"), END), &exc_value_error, "subsection not found");
    check_error(bytes_concat(bytes, object_none), &exc_type_error,
                "can't concat NoneType to bytes");
    check_repr(call(OBJECT(&type_bytes), "fromhex", S("0aff 41"), END), "b'\\n\\xffA'");
}

Test(bytes, bytearray_grows_and_shrinks)
{
    Object *array = bytearray_new(NULL, 0);
    for (int i = 0; i < 1000; i++)
        decref(call(array, "append", I(i % 256), END));
    cr_assert_eq(object_length(array), 1000);
    check_repr(call(array, "pop", END), "231");
    check_error(call(array, "append", I(256), END), &exc_value_error,
                "byte must be in range(0, 256)");
    check_error(call(array, "remove", S("a"), END), &exc_type_error,
                "'str' object cannot be interpreted as an integer");
    decref(call(array, "clear", END));
    check_error(call(array, "pop", END), &exc_index_error, "pop from empty bytearray");
    decref(call(array, "extend", B("hello"), END));
    decref(call(array, "insert", I(0), I('>'), END));
    decref(call(array, "reverse", END));
    check_repr(array, "bytearray(b'olleh>')");
}

Test(bytes, exported_bytearray_is_not_resized)
{
    Object *array = bytearray_new("abc", 3);
    ((BytearrayObject *)array)->export_count = 1;
    check_error(call(array, "append", I(1), END), &exc_buffer_error,
                "Existing exports of data: object cannot be re-sized");
    check_error(call(array, "clear", END), &exc_buffer_error,
                "Existing exports of data: object cannot be re-sized");
    ((BytearrayObject *)array)->export_count = 0;
    check_repr(array, "bytearray(b'abc')");
}
