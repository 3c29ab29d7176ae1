// Container and conversion protocols on builtin types.
#include "runtime/model/protocol.h"

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
TestSuite(protocol, .init = start);

static void expect(const char *text)
{
    Object *exception = error_take();
    cr_assert_not_null(exception);
    Object *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
    decref(exception);
}

Test(protocol, texts_of_what_is_missing)
{
    Object *zero = int_from_int64(0);
    cr_assert_eq(object_length(object_none), -1);
    expect("object of type 'NoneType' has no len()");
    cr_assert_null(object_subscript(object_none, zero));
    expect("'NoneType' object is not subscriptable");
    cr_assert_null(object_subscript(OBJECT(&type_int), zero));
    expect("type 'int' is not subscriptable");
    cr_assert_eq(object_set_subscript(object_none, zero, zero), -1);
    expect("'NoneType' object does not support item assignment");
    cr_assert_eq(object_delete_subscript(object_none, zero), -1);
    expect("'NoneType' object does not support item deletion");
    cr_assert_eq(object_delete_subscript(OBJECT(tuple_empty), zero), -1);
    expect("'tuple' object doesn't support item deletion");
    cr_assert_null(object_iterate(object_none));
    expect("'NoneType' object is not iterable");
    cr_assert_eq(object_contains(object_none, zero), -1);
    expect("argument of type 'NoneType' is not iterable");
    cr_assert_null(object_to_index(object_none));
    expect("'NoneType' object cannot be interpreted as an integer");
    cr_assert_float_eq(object_as_double(object_none), -1.0, 0);
    expect("must be real number, not NoneType");
}

Test(protocol, index_clamps_or_raises)
{
    Object *big = int_from_uint64(UINT64_MAX);
    cr_assert_eq(object_as_index(big, NULL), INT64_MAX);
    cr_assert_eq(object_as_index(big, &exc_index_error), -1);
    expect("cannot fit 'int' into an index-sized integer");
    decref(big);
    cr_assert_eq(object_as_index(object_true, NULL), 1);
}

Test(protocol, isinstance_and_issubclass)
{
    Object *types = tuple_pack(2, OBJECT(&type_str), OBJECT(&type_int));
    cr_assert_eq(object_is_instance(object_true, types), 1);
    cr_assert_eq(object_is_instance(object_none, types), 0);
    cr_assert_eq(object_is_subclass(OBJECT(&type_bool), OBJECT(&type_int)), 1);
    cr_assert_eq(object_is_instance(object_none, object_none), -1);
    expect("isinstance() arg 2 must be a type, a tuple of types, or a union");
    cr_assert_eq(object_is_subclass(object_none, OBJECT(&type_int)), -1);
    expect("issubclass() arg 1 must be a class");
    decref(types);
}

Test(protocol, iterates_to_list_and_tuple)
{
    Object *text = str_from_text("abc");
    Object *list = object_to_list(text), *tuple = object_to_tuple(text);
    cr_assert_eq(LIST(list)->count, 3);
    cr_assert_eq(TUPLE(tuple)->count, 3);
    cr_assert_eq(object_contains(list, TUPLE(tuple)->items[1]), 1);
    decref(list);
    decref(tuple);
    decref(text);
}
