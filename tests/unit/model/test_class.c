// Classes: making, C3, layout, lookup through the cache, changes, special methods in C.
#include <criterion/criterion.h>

#include "runtime/base/hash.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/c_function.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}

TestSuite(class, .init = start);

// class name(bases): with the entries of a dict (stolen, may be NULL).
static TypeObject *make_class(const char *name, Object *bases, Object *dict)
{
    if (!dict)
        dict = dict_new();
    Object *args[3] = {str_from_text(name), bases ? bases : tuple_new(0), dict};
    Object *type = call_object(OBJECT(&type_type), args, 3, NULL);
    for (int i = 0; i < 3; i++)
        decref(args[i]);
    return (TypeObject *)type;
}

static void expect_error(const TypeObject *type, const char *text)
{
    Object *error = error_take();
    cr_assert(error && type_is_subtype(type_of(error), type));
    Object *found = object_str(error);
    cr_assert_str_eq(str_utf8(found, NULL), text);
    decref(found);
    decref(error);
}

static Object *attribute(Object *object, const char *name)
{
    return object_get_attribute_text(object, name);
}

static void set(Object *object, const char *name, Object *value)
{
    Object *key = intern_text(name);
    cr_assert_eq(object_set_attribute(object, key, value), 0);
    decref(key);
}

static Object *forty_two(Object *self)
{
    (void)self;
    return int_from_int64(42);
}

static const MethodDef forty_two_def = {"forty_two", forty_two, METHOD_NOARGS, NULL};

// A function as class bodies have them.
static Object *method(const MethodDef *def)
{
    return method_descriptor_new(&type_object, def);
}

Test(class, instances_keep_attributes_in_order)
{
    TypeObject *type = make_class("C", NULL, NULL);
    cr_assert_not_null(type);
    cr_assert_str_eq(type->name, "C");
    Object *object = call_none(OBJECT(type));
    char name[3] = "a0";
    for (int i = 0; i < 70; i++) { // past the inline capacity and the shape limit
        name[0] = (char)('a' + i / 10), name[1] = (char)('0' + i % 10);
        set(object, name, int_from_int64(1000 + i));
    }
    for (int i = 0; i < 70; i++) {
        name[0] = (char)('a' + i / 10), name[1] = (char)('0' + i % 10);
        Object *value = attribute(object, name);
        cr_assert_eq(int_as_int64(value), 1000 + i);
    }
    cr_assert_null(attribute(object, "zz"));
    expect_error(&exc_attribute_error, "'C' object has no attribute 'zz'");
    decref(object);
    decref(OBJECT(type));
}

Test(class, mro_and_conflicts)
{
    TypeObject *a = make_class("A", NULL, NULL), *b = make_class("B", tuple_pack(1, a), NULL);
    TypeObject *c = make_class("C", tuple_pack(1, a), NULL), *d = make_class("D", tuple_pack(2, b, c), NULL);
    cr_assert_not_null(d);
    Object *expected[] = {OBJECT(d), OBJECT(b), OBJECT(c), OBJECT(a), OBJECT(&type_object)};
    cr_assert_eq(TUPLE(d->mro)->count, 5);
    for (int i = 0; i < 5; i++)
        cr_assert_eq(TUPLE(d->mro)->items[i], expected[i]);
    cr_assert_null(make_class("X", tuple_pack(2, a, b), NULL));
    expect_error(&exc_type_error, "Cannot create a consistent method resolution\norder (MRO) for bases A, B");
    cr_assert_null(make_class("X", tuple_pack(2, a, a), NULL));
    expect_error(&exc_type_error, "duplicate base class A");
    cr_assert_null(make_class("X", tuple_pack(2, &type_int, &type_str), NULL));
    expect_error(&exc_type_error, "multiple bases have instance lay-out conflict");
    cr_assert_null(make_class("X", tuple_pack(1, &type_bool), NULL));
    expect_error(&exc_type_error, "type 'bool' is not an acceptable base type");
    cr_assert_eq(object_is_true(type_subclasses(a)), 1);
}

Test(class, slots)
{
    Object *dict = dict_new();
    dict_set_text(DICT(dict), "__slots__", tuple_pack(2, str_from_text("y"), str_from_text("x")));
    TypeObject *type = make_class("P", NULL, dict);
    cr_assert_not_null(type);
    Object *point = call_none(OBJECT(type));
    cr_assert_null(attribute(point, "x"));
    expect_error(&exc_attribute_error, "'P' object has no attribute 'x'");
    set(point, "x", int_from_int64(3));
    cr_assert_eq(int_as_int64(attribute(point, "x")), 3);
    Object *name = intern_text("z");
    cr_assert_eq(object_set_attribute(point, name, object_none), -1);
    expect_error(&exc_attribute_error, "'P' object has no attribute 'z'");
    cr_assert_eq(object_byte_size(point), 32);
    TypeObject *sub = make_class("Q", tuple_pack(1, type), NULL);
    Object *q = call_none(OBJECT(sub));
    set(q, "z", int_from_int64(1));
    set(q, "y", int_from_int64(2));
    cr_assert_eq(int_as_int64(attribute(q, "z")) + int_as_int64(attribute(q, "y")), 3);
    decref(q);
    decref(point);
}

Test(class, changes_reach_cached_lookups)
{
    TypeObject *base = make_class("B", NULL, NULL), *type = make_class("C", tuple_pack(1, base), NULL);
    Object *object = call_none(OBJECT(type)), *name = intern_text("value");
    cr_assert_null(object_get_attribute_optional(object, name));
    set(OBJECT(base), "value", int_from_int64(1));
    cr_assert_eq(int_as_int64(object_get_attribute(object, name)), 1);
    set(OBJECT(base), "value", int_from_int64(2));
    cr_assert_eq(int_as_int64(object_get_attribute(object, name)), 2);
    set(OBJECT(type), "value", int_from_int64(3));
    cr_assert_eq(int_as_int64(object_get_attribute(object, name)), 3);
    cr_assert_eq(object_delete_attribute(OBJECT(type), name), 0);
    cr_assert_eq(int_as_int64(object_get_attribute(object, name)), 2);
    cr_assert_eq(object_delete_attribute(OBJECT(type), name), -1);
    expect_error(&exc_attribute_error, "type object 'C' has no attribute 'value'");
    uint64_t count = type_change_count;
    set(OBJECT(base), "value", int_from_int64(4)); // plain by plain: nothing to sweep
    cr_assert_eq(type_change_count, count);
    set(OBJECT(base), "value", method(&forty_two_def));
    cr_assert_gt(type_change_count, count);
    cr_assert_eq(int_as_int64(call_method_none(object, name)), 42);
}

Test(class, dunders_become_slots)
{
    static const MethodDef def = {"__len__", forty_two, METHOD_NOARGS, NULL};
    Object *dict = dict_new();
    dict_set_text(DICT(dict), "__len__", method(&def));
    dict_set_text(DICT(dict), "__eq__", method(&def));
    TypeObject *type = make_class("L", NULL, dict);
    Object *object = call_none(OBJECT(type));
    cr_assert_eq(object_length(object), 42);
    cr_assert_eq(object_is_true(object), 1);
    cr_assert_eq(object_hash(object), -1);
    expect_error(&exc_type_error, "unhashable type: 'L'");
    TypeObject *sub = make_class("M", tuple_pack(1, type), NULL);
    cr_assert_eq(object_length(call_none(OBJECT(sub))), 42);
    set(OBJECT(type), "__hash__", method(&forty_two_def));
    cr_assert_eq(object_hash(call_none(OBJECT(sub))), 42);
    TypeObject *list = make_class("N", tuple_pack(1, &type_list), NULL);
    cr_assert_eq(list->length, type_list.length);
    cr_assert_eq(list->subscript, type_list.subscript);
    cr_assert_null(list->binary[BINARY_ADD]);
    cr_assert_eq(list->sequence.concat, type_list.sequence.concat);
}

Test(class, subclasses_of_builtins_have_attributes)
{
    TypeObject *const bases[] = {&type_list, &type_dict, &type_int, &type_str, &type_tuple, &type_bytes,
                                 &type_float, &type_set, &exc_value_error, &type_property};
    for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
        TypeObject *type = make_class("S", tuple_pack(1, bases[i]), NULL);
        cr_assert_not_null(type);
        Object *object = call_none(OBJECT(type));
        cr_assert_not_null(object);
        cr_assert(object->flags & FLAG_TRACKED);
        for (char c = 'a'; c < 'k'; c++)
            set(object, (char[]){c, 0}, int_from_int64(c));
        for (char c = 'a'; c < 'k'; c++)
            cr_assert_eq(int_as_int64(attribute(object, (char[]){c, 0})), c);
        int32_t count = OBJECT(type)->refcount;
        decref(object);
        cr_assert_eq(OBJECT(type)->refcount, count - 1);
    }
}

Test(class, errors_as_cpython)
{
    Object *one = int_from_int64(1);
    cr_assert_null(call_one(OBJECT(&type_object), one));
    expect_error(&exc_type_error, "object() takes no arguments");
    TypeObject *type = make_class("C", NULL, NULL);
    cr_assert_null(call_one(OBJECT(type), one));
    expect_error(&exc_type_error, "C() takes no arguments");
    cr_assert_eq(object_set_attribute(OBJECT(&type_int), NAME(value), one), -1);
    expect_error(&exc_type_error, "cannot set 'value' attribute of immutable type 'int'");
    cr_assert_eq(object_set_attribute(OBJECT(type), NAME(bases), tuple_pack(1, type)), -1);
    expect_error(&exc_type_error, "a __bases__ item causes an inheritance cycle");
    Object *object = call_none(OBJECT(type));
    cr_assert_eq(object_set_attribute(object, NAME(class), OBJECT(&type_int)), -1);
    expect_error(&exc_type_error,
                 "__class__ assignment only supported for mutable types or ModuleType subclasses");
}

Test(class, class_and_bases_assignment)
{
    TypeObject *a = make_class("A", NULL, NULL), *b = make_class("B", NULL, NULL);
    TypeObject *c = make_class("C", tuple_pack(1, a), NULL);
    set(OBJECT(a), "who", int_from_int64(1));
    set(OBJECT(b), "who", int_from_int64(2));
    Object *object = call_none(OBJECT(c));
    set(object, "x", int_from_int64(7));
    cr_assert_eq(int_as_int64(attribute(object, "who")), 1);
    set(OBJECT(c), "__bases__", tuple_pack(1, b));
    cr_assert_eq(int_as_int64(attribute(object, "who")), 2);
    set(object, "__class__", OBJECT(a));
    cr_assert_eq(int_as_int64(attribute(object, "who")), 1);
    cr_assert_eq(int_as_int64(attribute(object, "x")), 7);
    cr_assert_eq(type_of(object), a);
}

Test(class, indices_of_dead_classes_are_reused)
{
    for (int i = 0; i < 70000; i++) {
        TypeObject *type = make_class("T", NULL, NULL);
        cr_assert_not_null(type);
        decref(OBJECT(type));
        if (i % 64 == 0)
            gc_collect(2);
    }
}
