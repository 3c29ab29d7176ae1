// Shapes: sharing, search in small and large ones, limits, dict mode, the shape-backed __dict__.
#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/shape.h"
#include "runtime/numbers/int.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

static TypeObject *type;

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
    Object *args[3] = {str_from_text("C"), tuple_new(0), dict_new()};
    type = (TypeObject *)call_object(OBJECT(&type_type), args, 3, NULL);
    cr_assert_not_null(type);
}

TestSuite(shape, .init = start);

static Object *name(int i)
{
    char text[16];
    snprintf(text, sizeof text, "n%d", i);
    return intern_text(text);
}

Test(shape, same_attributes_share_a_shape)
{
    Object *a = instance_new(type), *b = instance_new(type);
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(object_set_attribute(a, name(i), int_from_int64(i)), 0);
        cr_assert_eq(object_set_attribute(b, name(i), int_from_int64(i)), 0);
    }
    cr_assert_eq(INSTANCE(a)->shape, INSTANCE(b)->shape);
    cr_assert_eq(shape_find(INSTANCE(a)->shape, name(1)), 1);
    cr_assert_eq(shape_find(INSTANCE(a)->shape, name(9)), -1);
    cr_assert_eq(object_delete_attribute(b, name(2)), 0);
    cr_assert_eq(INSTANCE(b)->shape, INSTANCE(a)->shape->parent);
    cr_assert_eq(object_delete_attribute(b, name(0)), 0); // not the last: dict mode
    cr_assert(INSTANCE(b)->shape->is_dict_mode);
    cr_assert_eq(int_as_int64(object_get_attribute(b, name(1))), 1);
    cr_assert_null(object_get_attribute_optional(b, name(0)));
    decref(a);
    decref(b);
}

Test(shape, capacity_is_learnt_from_the_first_instance)
{
    Object *first = instance_new(type);
    for (int i = 0; i < 20; i++)
        cr_assert_eq(object_set_attribute(first, name(i), int_from_int64(i)), 0);
    cr_assert(INSTANCE(first)->shape->is_dict_mode);
    Object *second = instance_new(type);
    cr_assert_eq(instance_capacity(second), 20);
    for (int i = 0; i < 20; i++)
        cr_assert_eq(object_set_attribute(second, name(i), int_from_int64(i)), 0);
    cr_assert(!INSTANCE(second)->shape->is_dict_mode);
    for (int i = 0; i < 20; i++)
        cr_assert_eq(shape_find(INSTANCE(second)->shape, name(i)), i);
    cr_assert_eq(shape_find(INSTANCE(second)->shape, name(20)), -1);
}

Test(shape, too_many_shapes_lead_to_dict_mode)
{
    for (int i = 0; i < 2000; i++) {
        Object *object = instance_new(type);
        cr_assert_eq(object_set_attribute(object, name(i), int_from_int64(i)), 0);
        cr_assert_eq(int_as_int64(object_get_attribute(object, name(i))), i);
        decref(object);
    }
    cr_assert_leq(type->shape_count, SHAPE_COUNT_LIMIT + 1);
}

Test(shape, dict_and_instance_share_storage)
{
    Object *object = instance_new(type);
    object_set_attribute(object, name(0), int_from_int64(5));
    Object *dict = object_dict(object);
    cr_assert_not_null(dict);
    cr_assert(!INSTANCE(object)->shape->is_dict_mode);
    cr_assert_eq(int_as_int64(dict_get_borrow(dict, name(0))), 5);
    cr_assert_eq(dict_set(dict, name(1), int_from_int64(6)), 0);
    cr_assert_eq(int_as_int64(object_get_attribute(object, name(1))), 6);
    object_set_attribute(object, name(2), int_from_int64(7));
    cr_assert_eq(dict_length(dict), 3);
    decref(object); // the dict lives on
    cr_assert_eq(int_as_int64(dict_get_borrow(dict, name(2))), 7);
    cr_assert_eq(dict_length(dict), 3);
    decref(dict);
}

Test(shape, other_keys_push_into_dict_mode)
{
    Object *object = instance_new(type), *dict = object_dict(object), *key = int_from_int64(1000);
    object_set_attribute(object, name(0), int_from_int64(5));
    cr_assert_eq(dict_set(dict, key, key), 0);
    cr_assert(INSTANCE(object)->shape->is_dict_mode);
    cr_assert_eq(OBJECT(object_dict_existing_borrow(object)), dict);
    cr_assert_eq(int_as_int64(object_get_attribute(object, name(0))), 5);
    Object *other = dict_new();
    cr_assert_eq(object_set_attribute(object, NAME(dict), other), 0);
    cr_assert_null(object_get_attribute_optional(object, name(0)));
    cr_assert_eq(dict_length(dict), 2);
    decref(object);
    decref(dict);
    decref(other);
}

Test(shape, cycles_through_materialised_dicts_are_collected)
{
    gc_collect(2);
    size_t before = memory_live_block_count();
    for (int i = 0; i < 100; i++) {
        Object *object = instance_new(type);
        object_set_attribute(object, NAME(obj), object);
        Object *dict = object_dict(object);
        object_set_attribute(object, NAME(args), dict);
        decref(dict);
        decref(object);
    }
    cr_assert_geq(gc_collect(2), 100);
    cr_assert_leq(memory_live_block_count(), before + 16);
}
