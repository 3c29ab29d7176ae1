// Calling C functions, types and what cannot be called.
#include "runtime/model/call.h"

#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(call, .init = start);

Test(call, what_is_not_callable)
{
    cr_assert_null(call_none(object_none));
    Object *exception = error_take(), *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), "'NoneType' object is not callable");
    decref(str);
    decref(exception);
}

Test(call, a_type_makes_an_instance)
{
    Object *text = str_from_text("42");
    Object *number = call_one(OBJECT(&type_int), text);
    cr_assert_eq(int_as_int64(number), 42);
    decref(number);
    decref(text);
}

Test(call, a_method_by_name)
{
    Object *list = list_new(0);
    Object *result = call_method_one(list, NAME(append), object_true);
    cr_assert_eq(result, object_none);
    cr_assert_eq(LIST(list)->count, 1);
    decref(list);
}

Test(call, spreads_tuple_and_dict)
{
    Object *args = tuple_pack(1, object_none), *kwargs = dict_new();
    Object *path = str_from_text("p");
    dict_set_text(DICT(kwargs), "path", path);
    Object *exception = call_tuple_dict(OBJECT(&exc_import_error), args, kwargs);
    cr_assert_eq(((ImportErrorObject *)exception)->path, path);
    decref(exception);
    decref(args);
    decref(kwargs);
    decref(path);
}
