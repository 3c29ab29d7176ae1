// Slot wrappers of builtin types: they call the slot, and complain in CPython's words.
#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(slots, .init = start);

static void expect_error(const TypeObject *type, const char *text)
{
    Object *error = error_take();
    cr_assert(error && type_is_subtype(type_of(error), type));
    Object *found = object_str(error);
    cr_assert_str_eq(str_utf8(found, NULL), text);
    decref(found);
    decref(error);
}

static void expect_text(Object *text, const char *expected)
{
    cr_assert_not_null(text);
    cr_assert_str_eq(str_utf8(text, NULL), expected);
    decref(text);
}

Test(slots, wrappers_call_the_slot)
{
    Object *add = object_get_attribute_text(OBJECT(&type_int), "__add__");
    expect_text(object_repr(add), "<slot wrapper '__add__' of 'int' objects>");
    Object *two = int_from_int64(2), *three = int_from_int64(3);
    cr_assert_eq(int_as_int64(call_two(add, two, three)), 5);
    cr_assert_null(call_none(add));
    expect_error(&exc_type_error, "descriptor '__add__' of 'int' object needs an argument");
    cr_assert_null(call_two(add, str_from_text("a"), two));
    expect_error(&exc_type_error, "descriptor '__add__' requires a 'int' object but received a 'str'");
    cr_assert_null(call_one(add, two));
    expect_error(&exc_type_error, "expected 1 argument, got 0");
    Object *bound = object_get_attribute_text(two, "__rsub__");
    cr_assert_eq(int_as_int64(call_one(bound, three)), 1);
    Object *power = object_get_attribute_text(two, "__pow__");
    cr_assert_null(call_none(power));
    expect_error(&exc_type_error, " expected at least 1 argument, got 0");
    expect_text(object_get_attribute_text(add, "__doc__"), "Return self+value.");
    expect_text(object_get_attribute_text(add, "__text_signature__"), "($self, value, /)");
    expect_text(object_get_attribute_text(bound, "__qualname__"), "int.__rsub__");
}

Test(slots, methods_of_builtins)
{
    Object *list = list_new(0), *append = object_get_attribute_text(OBJECT(&type_list), "append");
    expect_text(object_repr(append), "<method 'append' of 'list' objects>");
    cr_assert_null(call_none(append));
    expect_error(&exc_type_error, "unbound method list.append() needs an argument");
    cr_assert_null(call_one(append, int_from_int64(1)));
    expect_error(&exc_type_error, "descriptor 'append' for 'list' objects doesn't apply to a 'int' object");
    Object *bound = object_get_attribute_text(list, "append");
    cr_assert_null(call_none(bound));
    expect_error(&exc_type_error, "list.append() takes exactly one argument (0 given)");
    cr_assert_not_null(call_one(bound, list));
    cr_assert_eq(LIST(list)->count, 1);
}

Test(slots, hash_of_unhashable_types_is_none)
{
    Object *hash = object_get_attribute_text(OBJECT(&type_list), "__hash__");
    cr_assert_eq(hash, OBJECT(&none_singleton));
}

Test(slots, new_is_safe)
{
    Object *make = object_get_attribute_text(OBJECT(&type_object), "__new__");
    cr_assert_null(call_none(make));
    expect_error(&exc_type_error, "object.__new__(): not enough arguments");
    cr_assert_null(call_one(make, int_from_int64(1)));
    expect_error(&exc_type_error, "object.__new__(X): X is not a type object (int)");
    cr_assert_null(call_one(make, OBJECT(&type_int)));
    expect_error(&exc_type_error, "object.__new__(int) is not safe, use int.__new__()");
}
