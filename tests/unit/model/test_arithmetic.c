// Operators: which slot is asked, sequences, and the words when nothing fits.
#include "runtime/model/arithmetic.h"

#include <criterion/criterion.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(arithmetic, .init = start);

static void expect(const char *text)
{
    Object *exception = error_take();
    cr_assert_not_null(exception);
    Object *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
    decref(exception);
}

Test(arithmetic, texts)
{
    Object *text = str_from_text("a"), *one = int_from_int64(1), *half = float_new(0.5);
    Object *list = list_new(0);
    cr_assert_null(object_binary(BINARY_ADD, object_none, one));
    expect("unsupported operand type(s) for +: 'NoneType' and 'int'");
    cr_assert_null(object_binary(BINARY_POWER, one, text));
    expect("unsupported operand type(s) for ** or pow(): 'int' and 'str'");
    cr_assert_null(object_inplace(BINARY_POWER, text, one));
    expect("unsupported operand type(s) for **=: 'str' and 'int'");
    cr_assert_null(object_binary(BINARY_MULTIPLY, list, half));
    expect("can't multiply sequence by non-int of type 'float'");
    cr_assert_null(object_power(text, one, one));
    expect("unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'");
    cr_assert_null(object_unary(UNARY_NEGATIVE, text));
    expect("bad operand type for unary -: 'str'");
    cr_assert_null(object_unary(UNARY_ABSOLUTE, text));
    expect("bad operand type for abs(): 'str'");
    decref(text);
    decref(half);
    decref(list);
}

Test(arithmetic, int_and_float_meet)
{
    Object *one = int_from_int64(1), *half = float_new(0.5);
    Object *sum = object_binary(BINARY_ADD, one, half);
    cr_assert_float_eq(FLOAT_VALUE(sum), 1.5, 0);
    decref(sum);
    decref(half);
}

Test(arithmetic, sequences_repeat_from_both_sides)
{
    Object *three = int_from_int64(3), *tuple = tuple_pack(1, object_none);
    Object *left = object_binary(BINARY_MULTIPLY, tuple, three);
    Object *right = object_binary(BINARY_MULTIPLY, three, tuple);
    cr_assert_eq(TUPLE(left)->count, 3);
    cr_assert_eq(TUPLE(right)->count, 3);
    decref(left);
    decref(right);
    decref(tuple);
}

Test(arithmetic, inplace_add_changes_a_list)
{
    Object *list = list_new(0), *more = tuple_pack(2, object_none, object_true);
    Object *result = object_inplace(BINARY_ADD, list, more);
    cr_assert_eq(result, list);
    cr_assert_eq(LIST(list)->count, 2);
    decref(result);
    decref(list);
    decref(more);
}
