// Generic attribute access: descriptors before and behind the instance, methods without binding.
#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/numbers/int.h"
#include "runtime/program/c_function.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

static TypeObject *type;

static Object *seven(Object *self)
{
    (void)self;
    return int_from_int64(7);
}
static const MethodDef seven_def = {"seven", seven, METHOD_NOARGS, NULL};

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
    Object *dict = dict_new(), *function = method_descriptor_new(&type_object, &seven_def);
    dict_set_text(DICT(dict), "method", function);
    dict_set_text(DICT(dict), "managed", call_one(OBJECT(&type_property), function));
    Object *args[3] = {str_from_text("C"), tuple_new(0), dict};
    type = (TypeObject *)call_object(OBJECT(&type_type), args, 3, NULL);
    cr_assert_not_null(type);
}

TestSuite(attribute, .init = start);

Test(attribute, instance_hides_methods_but_not_data_descriptors)
{
    Object *object = instance_new(type), *method = intern_text("method"), *managed = intern_text("managed");
    Object *found;
    cr_assert_eq(object_get_method(object, method, &found), 1);
    cr_assert_eq(int_as_int64(object_get_attribute(object, managed)), 7);
    cr_assert_eq(object_set_attribute(object, managed, object), -1);
    Object *error = error_take(), *text = object_str(error);
    cr_assert_str_eq(str_utf8(text, NULL), "property 'managed' of 'C' object has no setter");
    cr_assert_eq(dict_set(object_dict(object), managed, object), 0);
    cr_assert_eq(int_as_int64(object_get_attribute(object, managed)), 7);
    cr_assert_eq(object_set_attribute(object, method, int_from_int64(8)), 0);
    cr_assert_eq(object_get_method(object, method, &found), 0);
    cr_assert_eq(int_as_int64(found), 8);
}

Test(attribute, names_need_not_be_interned)
{
    Object *object = instance_new(type), *made = str_format("%s%s", "dyn", "amic");
    cr_assert_eq(object_set_attribute(object, made, int_from_int64(9)), 0);
    cr_assert_eq(int_as_int64(object_get_attribute(object, intern_text("dynamic"))), 9);
    cr_assert_eq(int_as_int64(object_get_attribute(object, made)), 9);
    cr_assert_null(object_get_attribute(object, int_from_int64(1)));
    Object *error = error_take(), *text = object_str(error);
    cr_assert_str_eq(str_utf8(text, NULL), "attribute name must be string, not 'int'");
}

Test(attribute, getattr_hook_is_asked_last)
{
    Object *object = instance_new(type), *name = intern_text("absent");
    cr_assert_null(object_get_attribute_optional(object, name));
    cr_assert(!type_has(type, TF_CUSTOM_GETATTR));
    static const MethodDef hook = {"__getattr__", seven, METHOD_O, NULL};
    cr_assert_eq(object_set_attribute(OBJECT(type), NAME(getattr), method_descriptor_new(&type_object, &hook)), 0);
    cr_assert(type_has(type, TF_CUSTOM_GETATTR));
    cr_assert_eq(int_as_int64(object_get_attribute(object, name)), 7);
    cr_assert_eq(int_as_int64(object_get_attribute(object, intern_text("managed"))), 7);
}
