// super, bound methods, mappingproxy, SimpleNamespace, classmethod: what scripts see of them.
#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/numbers/int.h"
#include "runtime/program/c_function.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/method.h"
#include "runtime/program/simple_namespace.h"
#include "runtime/program/super.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(descriptor, .init = start);

static void expect_text(Object *text, const char *expected)
{
    cr_assert_not_null(text);
    cr_assert_str_eq(str_utf8(text, NULL), expected);
    decref(text);
}

static void expect_error(const char *text)
{
    Object *error = error_take();
    cr_assert_not_null(error);
    expect_text(object_str(error), text);
    decref(error);
}

static Object *one(Object *self)
{
    (void)self;
    return int_from_int64(1);
}
static const MethodDef one_def = {"one", one, METHOD_NOARGS, NULL};

static TypeObject *make_class(const char *name, Object *bases)
{
    Object *args[3] = {str_from_text(name), bases, dict_new()};
    dict_set_text(DICT(args[2]), "f", method_descriptor_new(&type_object, &one_def));
    return (TypeObject *)call_object(OBJECT(&type_type), args, 3, NULL);
}

Test(descriptor, super_looks_behind_the_class)
{
    TypeObject *a = make_class("A", tuple_new(0)), *b = make_class("B", tuple_pack(1, a));
    Object *object = call_none(OBJECT(b)), *super = call_two(OBJECT(&type_super), OBJECT(b), object);
    expect_text(object_repr(super), "<super: <class 'B'>, <B object>>");
    cr_assert_eq(int_as_int64(call_method_none(super, intern_text("f"))), 1);
    Object *function;
    cr_assert_eq(super_get_method_of(b, object, intern_text("f"), &function), 1);
    cr_assert_null(super_get_attribute_of(b, object, intern_text("zz")));
    expect_error("'super' object has no attribute 'zz'");
    cr_assert_null(call_two(OBJECT(&type_super), OBJECT(b), int_from_int64(1)));
    expect_error("super(type, obj): obj must be an instance or subtype of type");
    cr_assert_null(call_one(OBJECT(&type_super), int_from_int64(1)));
    expect_error("super() argument 1 must be a type, not int");
}

Test(descriptor, mappingproxy_is_read_only)
{
    TypeObject *a = make_class("A", tuple_new(0));
    Object *proxy = object_get_attribute_text(OBJECT(a), "__dict__");
    cr_assert_eq(object_length(proxy), 4);
    cr_assert_not_null(object_subscript(proxy, intern_text("f")));
    cr_assert_eq(object_set_subscript(proxy, intern_text("f"), proxy), -1);
    expect_error("'mappingproxy' object does not support item assignment");
    cr_assert_null(call_one(OBJECT(&type_mappingproxy), int_from_int64(1)));
    expect_error("mappingproxy() argument must be a mapping, not int");
}

Test(descriptor, methods_and_wrappers)
{
    Object *function = method_descriptor_new(&type_object, &one_def), *object = call_none(OBJECT(&type_object));
    Object *method = method_new(function, object);
    cr_assert_eq(int_as_int64(call_none(method)), 1);
    Object *wrapped = call_one(OBJECT(&type_staticmethod), function);
    expect_text(object_repr(wrapped), "<staticmethod(<method 'one' of 'object' objects>)>");
    cr_assert_null(call_none(OBJECT(&type_staticmethod)));
    expect_error("staticmethod expected 1 argument, got 0");
    expect_text(object_get_attribute_text(wrapped, "__name__"), "one");
    Object *space = simple_namespace_new(NULL);
    object_set_attribute(space, intern_text("a"), int_from_int64(1));
    expect_text(object_repr(space), "namespace(a=1)");
}
