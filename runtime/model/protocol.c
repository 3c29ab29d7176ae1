// Container and conversion protocols through type slots, with CPython's texts (abstract.c).
#include "runtime/model/protocol.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

// ---- Length and items ---------------------------------------------------------------------------

int64_t object_length(Object *object)
{
    int64_t (*length)(Object *) = type_of(object)->length;
    if (likely(length))
        return length(object);
    error_format(&exc_type_error, "object of type '%.200T' has no len()", object);
    return -1;
}

// Takes over the exception: true if it was a TypeError (now cleared).
static bool swallow_type_error(void)
{
    if (!error_is(&exc_type_error))
        return false;
    error_clear();
    return true;
}

int64_t object_length_hint(Object *object, int64_t otherwise)
{
    if (type_of(object)->length) {
        int64_t length = object_length(object);
        if (length >= 0)
            return length;
        if (!swallow_type_error())
            return -1;
    }
    Object *hint;
    if (!call_special(object, NAME(length_hint), NULL, 0, &hint))
        return otherwise;
    if (!hint)
        return swallow_type_error() ? otherwise : -1;
    if (hint == object_not_implemented)
        return otherwise;
    int64_t result = -1;
    if (!IS_INT(hint)) {
        error_format(&exc_type_error, "__length_hint__ must be an integer, not %.100T",
                     hint);
    } else {
        if (!int_fits_int64(hint, &result))
            error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
        else if (result < 0)
            error_text(&exc_value_error, "__length_hint__() should return >= 0");
        if (error_occurred())
            result = -1;
    }
    decref(hint);
    return result;
}

// class[key]
static Object *subscript_class(Object *class, Object *key)
{
    if (class == OBJECT(&type_type)) // type[int] works, str[int] does not
        return call_two(OBJECT(&type_generic_alias), class, key);
    Object *getitem = object_get_attribute_optional(class, NAME(class_getitem));
    if (!getitem && error_occurred())
        return NULL;
    if (getitem && getitem != object_none) {
        Object *result = call_one(getitem, key);
        decref(getitem);
        return result;
    }
    return error_format(&exc_type_error, "type '%.200N' is not subscriptable",
                        (TypeObject *)class);
}

Object *object_subscript(Object *object, Object *key)
{
    TypeObject *type = type_of(object);
    if (likely(type->subscript))
        return type->subscript(object, key);
    if (type->sequence.item) {
        if (!IS_INT(key) && !type_of(key)->to_index)
            return error_format(&exc_type_error, "sequence index must be integer, not '%.200T'",
                                key);
        int64_t index = object_as_index(key, &exc_index_error);
        if (index == -1 && error_occurred())
            return NULL;
        return sequence_item(object, index);
    }
    if (IS_TYPE(object))
        return subscript_class(object, key);
    return error_format(&exc_type_error, "'%.200T' object is not subscriptable", object);
}

Object *sequence_item(Object *object, int64_t index)
{
    TypeObject *type = type_of(object);
    if (type->sequence.item) {
        if (index < 0 && type->length) {
            int64_t length = type->length(object);
            if (length < 0)
                return NULL;
            index += length;
        }
        return type->sequence.item(object, index);
    }
    if (type->subscript && type_has(type, TF_HEAP) && !IS_DICT(object)) {
        Object *key = int_from_int64(index);
        if (!key)
            return NULL;
        Object *item = type->subscript(object, key);
        decref(key);
        return item;
    }
    if (type->subscript)
        return error_format(&exc_type_error, "'%.200N' is not a sequence", type);
    return error_format(&exc_type_error, "'%.200N' object does not support indexing", type);
}

bool type_is_sequence(const TypeObject *type)
{
    return type_has(type, TF_HEAP) || type->length || type->contains || type->sequence.item ||
           type->sequence.concat;
}

static bool is_index(Object *key)
{
    return IS_INT(key) || type_of(key)->to_index;
}

int object_set_subscript(Object *object, Object *key, Object *value)
{
    TypeObject *type = type_of(object);
    if (likely(type->set_subscript))
        return type->set_subscript(object, key, value);
    if (type_is_sequence(type) && is_index(key) &&
        object_as_index(key, &exc_index_error) == -1 && error_occurred())
        return -1;
    error_format(&exc_type_error, "'%.200N' object does not support item assignment", type);
    return -1;
}

int object_delete_subscript(Object *object, Object *key)
{
    TypeObject *type = type_of(object);
    if (likely(type->set_subscript))
        return type->set_subscript(object, key, NULL);
    bool by_index = type_is_sequence(type) && is_index(key);
    if (by_index && object_as_index(key, &exc_index_error) == -1 && error_occurred())
        return -1;
    error_format(&exc_type_error, "'%.200N' object %s support item deletion", type,
                 by_index ? "doesn't" : "does not");
    return -1;
}

// ---- Iteration ----------------------------------------------------------------------------------

static bool has_old_iteration(const TypeObject *type)
{
    return !type_has(type, TF_SUBCLASS_DICT) &&
           (type->sequence.item || (type->subscript && type_has(type, TF_HEAP)));
}

Object *object_iterate(Object *object)
{
    TypeObject *type = type_of(object);
    if (unlikely(!type->iterate)) {
        if (has_old_iteration(type))
            return sequence_iter_new(object);
        return error_format(&exc_type_error, "'%.200N' object is not iterable", type);
    }
    Object *iterator = type->iterate(object);
    if (unlikely(iterator && !object_is_iterator(iterator))) {
        error_format(&exc_type_error, "iter() returned non-iterator of type '%.100T'",
                     iterator);
        decref(iterator);
        return NULL;
    }
    return iterator;
}

bool object_is_iterator(Object *object)
{
    return type_of(object)->next != NULL;
}

Object *iterator_next(Object *iterator)
{
    UnaryFn next = type_of(iterator)->next;
    if (unlikely(!next))
        return error_format(&exc_type_error, "'%.200T' object is not an iterator",
                            iterator);
    Object *item = next(iterator);
    if (unlikely(!item && error_occurred() && error_is(&exc_stop_iteration)))
        error_clear();
    return item;
}

int object_contains(Object *container, Object *value)
{
    TypeObject *type = type_of(container);
    if (likely(type->contains))
        return type->contains(container, value);
    Object *iterator = object_iterate(container);
    if (!iterator) {
        if (swallow_type_error())
            error_format(&exc_type_error, "argument of type '%.200N' is not iterable", type);
        return -1;
    }
    int result = 0;
    Object *item;
    while (result == 0 && (item = iterator_next(iterator))) {
        result = object_equal(item, value);
        decref(item);
    }
    if (result == 0 && error_occurred())
        result = -1;
    decref(iterator);
    return result;
}

Object *object_to_list(Object *iterable)
{
    Object *list = list_new(0);
    if (list && list_extend(list, iterable) < 0)
        ref_clear(&list);
    return list;
}

Object *object_to_tuple(Object *iterable)
{
    if (IS_EXACT(iterable, TUPLE))
        return new_ref(iterable);
    if (IS_EXACT(iterable, LIST))
        return list_to_tuple(iterable);
    Object *list = object_to_list(iterable);
    if (!list)
        return NULL;
    Object *tuple = list_to_tuple(list);
    decref(list);
    return tuple;
}

Object *object_fast_sequence(Object *object, const char *error_message)
{
    if (IS_EXACT(object, LIST) || IS_EXACT(object, TUPLE))
        return new_ref(object);
    Object *iterator = object_iterate(object);
    if (!iterator) {
        if (swallow_type_error())
            error_text(&exc_type_error, error_message);
        return NULL;
    }
    Object *list = object_to_list(iterator);
    decref(iterator);
    return list;
}

// ---- Numbers ------------------------------------------------------------------------------------

// What a conversion method returned, NULL or an int: with a warning unless it is exact. Takes it over.
static Object *warn_of_subclass(Object *number, const char *method)
{
    if (number && !IS_EXACT_INT(number) &&
        error_warn_deprecated("%s returned non-int (type %.200T).  The ability to return an instance of a strict "
                              "subclass of int is deprecated, and may be removed in a future version of Python.",
                              method, number) < 0)
        ref_clear(&number);
    return number;
}

// An int or an instance of a subclass, through __index__. New reference.
static Object *to_index_any(Object *object)
{
    if (IS_INT(object))
        return new_ref(object);
    UnaryFn to_index = type_of(object)->to_index;
    if (!to_index)
        return error_format(&exc_type_error,
                            "'%.200T' object cannot be interpreted as an integer",
                            object);
    Object *result = to_index(object);
    if (!result || IS_INT(result))
        return warn_of_subclass(result, "__index__");
    error_format(&exc_type_error, "__index__ returned non-int (type %.200T)", result);
    decref(result);
    return NULL;
}

// The exact int with the value of an int of any subclass. Takes over `number` (may be NULL).
static Object *exact_int_steal(Object *number)
{
    if (!number || IS_EXACT_INT(number))
        return number;
    int64_t value;
    Object *exact = NULL;
    if (int_fits_int64(number, &value)) {
        exact = int_from_int64(value);
    } else {
        Object *negated = int_negate(number);
        if (negated) {
            exact = int_negate(negated);
            decref(negated);
        }
    }
    decref(number);
    return exact;
}

Object *object_to_index(Object *object)
{
    return exact_int_steal(to_index_any(object));
}

int64_t object_as_index(Object *object, TypeObject *overflow)
{
    int64_t result;
    if (likely(IS_EXACT(object, INT)))
        return ((IntObject *)object)->value;
    Object *number = to_index_any(object);
    if (!number)
        return -1;
    if (!int_fits_int64(number, &result)) {
        if (overflow) {
            error_format(overflow, "cannot fit '%.200T' into an index-sized integer",
                         object);
            result = -1;
        } else {
            result = int_sign(number) < 0 ? INT64_MIN : INT64_MAX;
        }
    }
    decref(number);
    return result;
}

Object *object_to_int(Object *object)
{
    TypeObject *type = type_of(object);
    if (IS_EXACT_INT(object))
        return new_ref(object);
    if (type->to_int) {
        Object *result = type->to_int(object);
        if (!result || IS_INT(result))
            return exact_int_steal(warn_of_subclass(result, "__int__"));
        error_format(&exc_type_error, "__int__ returned non-int (type %.200T)", result);
        decref(result);
        return NULL;
    }
    if (type->to_index)
        return object_to_index(object);
    Object *truncated;
    if (type_find(type, NAME(trunc), &truncated) > 0 &&
        error_warn_deprecated("The delegation of int() to __trunc__ is deprecated.") < 0)
        return NULL;
    if (!error_occurred() && call_special(object, NAME(trunc), NULL, 0, &truncated)) {
        if (!truncated || IS_INT(truncated))
            return exact_int_steal(truncated);
        if (type_of(truncated)->to_index) {
            Object *result = object_to_index(truncated);
            decref(truncated);
            return result;
        }
        error_format(&exc_type_error, "__trunc__ returned non-Integral (type %.200T)",
                     truncated);
        decref(truncated);
        return NULL;
    }
    if (error_occurred())
        return NULL;
    return error_format(&exc_type_error,
                        "int() argument must be a string, a bytes-like object or a real number, "
                        "not '%.200T'",
                        object);
}

// The float slot's result, checked; NULL without exception when there is neither it nor __index__.
static Object *to_float_slots(Object *object)
{
    TypeObject *type = type_of(object);
    if (type->to_float) {
        Object *result = type->to_float(object);
        if (!result || IS_EXACT(result, FLOAT))
            return result;
        Object *exact = NULL;
        if (!IS_FLOAT(result))
            error_format(&exc_type_error, "%.50N.__float__ returned non-float (type %.50T)",
                         type, result);
        else if (error_warn_deprecated("%.50N.__float__ returned non-float (type %.50T).  The ability to return an "
                                       "instance of a strict subclass of float is deprecated, and may be removed in "
                                       "a future version of Python.", type, result) == 0)
            exact = float_new(FLOAT_VALUE(result));
        decref(result);
        return exact;
    }
    if (!type->to_index && !IS_INT(object))
        return NULL;
    Object *number = object_to_index(object);
    if (!number)
        return NULL;
    double value = int_as_double(number);
    decref(number);
    return value == -1.0 && error_occurred() ? NULL : float_new(value);
}

Object *object_to_float(Object *object)
{
    if (IS_EXACT(object, FLOAT))
        return new_ref(object);
    Object *result = to_float_slots(object);
    if (result || error_occurred())
        return result;
    const uint8_t *data;
    size_t size;
    if (IS_STR(object) || bytes_view(object, &data, &size))
        return float_parse(object);
    return error_format(&exc_type_error,
                        "float() argument must be a string or a real number, not '%.200T'",
                        object);
}

double object_as_double(Object *object)
{
    if (IS_FLOAT(object))
        return FLOAT_VALUE(object);
    if (IS_EXACT(object, INT))
        return (double)((IntObject *)object)->value;
    Object *result = to_float_slots(object);
    if (!result) {
        if (!error_occurred())
            error_format(&exc_type_error, "must be real number, not %.50T", object);
        return -1.0;
    }
    double value = FLOAT_VALUE(result);
    decref(result);
    return value;
}

bool object_is_callable(Object *object)
{
    return type_of(object)->call != NULL;
}

// ---- isinstance and issubclass ------------------------------------------------------------------

// __bases__ of anything class-like as a tuple (new reference); NULL without exception: no class.
static Object *abstract_bases(Object *class)
{
    Object *bases = object_get_attribute_optional(class, NAME(bases));
    if (bases && !IS_TUPLE(bases))
        ref_clear(&bases);
    return bases;
}

static int check_class(Object *class, const char *message)
{
    Object *bases = abstract_bases(class);
    if (bases) {
        decref(bases);
        return 0;
    }
    if (!error_occurred())
        error_text(&exc_type_error, message);
    return -1;
}

static int abstract_is_subclass(Object *derived, Object *class)
{
    if (derived == class)
        return 1;
    Object *bases = abstract_bases(derived);
    if (!bases)
        return error_occurred() ? -1 : 0;
    int result = 0;
    if (recursion_enter(" in __issubclass__") < 0) {
        decref(bases);
        return -1;
    }
    for (size_t i = 0; result == 0 && i < TUPLE(bases)->count; i++)
        result = abstract_is_subclass(TUPLE(bases)->items[i], class);
    recursion_leave();
    decref(bases);
    return result;
}

#define INSTANCE_TEXT "isinstance() arg 2 must be a type, a tuple of types, or a union"
#define SUBCLASS_TEXT "issubclass() arg 2 must be a class, a tuple of classes, or a union"

// Whether object.__class__ is what type() says, because nothing overrides that attribute.
static bool has_plain_class(const Object *object)
{
    TypeObject *type = type_of(object);
    Object *own, *plain;
    return type->get_attribute == object_get_attribute_generic && type_find(type, NAME(class), &own) > 0 &&
           type_find(&type_object, NAME(class), &plain) > 0 && own == plain;
}

// isinstance without __instancecheck__: what type.__instancecheck__ does.
int object_is_instance_plain(Object *object, Object *class)
{
    int result = 0;
    if (IS_TYPE(class)) {
        if (type_is_subtype(type_of(object), (TypeObject *)class))
            return 1;
        if (has_plain_class(object))
            return 0;
        Object *own = object_get_attribute_optional(object, NAME(class));
        if (!own)
            return error_occurred() ? -1 : 0;
        if (own != OBJECT(type_of(object)) && IS_TYPE(own))
            result = type_is_subtype((TypeObject *)own, (TypeObject *)class);
        decref(own);
        return result;
    }
    if (check_class(class, INSTANCE_TEXT) < 0)
        return -1;
    Object *own = object_get_attribute_optional(object, NAME(class));
    if (!own)
        return error_occurred() ? -1 : 0;
    result = abstract_is_subclass(own, class);
    decref(own);
    return result;
}

// issubclass without __subclasscheck__: what type.__subclasscheck__ does.
int object_is_subclass_plain(Object *derived, Object *class)
{
    if (IS_TYPE(derived) && IS_TYPE(class))
        return type_is_subtype((TypeObject *)derived, (TypeObject *)class);
    if (check_class(derived, "issubclass() arg 1 must be a class") < 0 ||
        check_class(class, SUBCLASS_TEXT) < 0)
        return -1;
    return abstract_is_subclass(derived, class);
}

typedef int (*ClassTest)(Object *object, Object *class_or_tuple);

// True if any member of the tuple passes. 1, 0, -1.
static int test_each(Object *object, Object *tuple, ClassTest test, const char *where)
{
    if (recursion_enter(where) < 0)
        return -1;
    int result = 0;
    incref(tuple);
    for (size_t i = 0; result == 0 && i < TUPLE(tuple)->count; i++)
        result = test(object, TUPLE(tuple)->items[i]);
    decref(tuple);
    recursion_leave();
    return result;
}

// int | str: tests the members, in order; an alias like list[int] raises. 1, 0, -1.
static int test_union(Object *object, Object *alternatives, ClassTest test, const char *where)
{
    Object *members = object_get_attribute_text(alternatives, "__args__");
    if (!members)
        return -1;
    int result = test_each(object, members, test, where);
    decref(members);
    return result;
}

// Calls the hook `name` of the class. 1, 0, -1; -2: there is none.
static int call_hook(Object *class, Object *name, Object *object, const char *where)
{
    if (recursion_enter(where) < 0)
        return -1;
    Object *answer;
    int result = -2;
    if (call_special(class, name, &object, 1, &answer)) {
        result = answer ? object_is_true(answer) : -1;
        xdecref(answer);
    } else if (error_occurred()) {
        result = -1;
    }
    recursion_leave();
    return result;
}

int object_is_instance(Object *object, Object *class_or_tuple)
{
    if (OBJECT(type_of(object)) == class_or_tuple)
        return 1;
    if (IS_EXACT(class_or_tuple, TYPE))
        return object_is_instance_plain(object, class_or_tuple);
    if (IS_TUPLE(class_or_tuple))
        return test_each(object, class_or_tuple, object_is_instance, " in __instancecheck__");
    if (IS_EXACT(class_or_tuple, UNION))
        return test_union(object, class_or_tuple, object_is_instance, " in __instancecheck__");
    int result = call_hook(class_or_tuple, NAME(instancecheck), object, " in __instancecheck__");
    return result == -2 ? object_is_instance_plain(object, class_or_tuple) : result;
}

int object_is_subclass(Object *derived, Object *class_or_tuple)
{
    if (IS_EXACT(class_or_tuple, TYPE)) {
        if (derived == class_or_tuple)
            return 1;
        return object_is_subclass_plain(derived, class_or_tuple);
    }
    if (IS_TUPLE(class_or_tuple))
        return test_each(derived, class_or_tuple, object_is_subclass, " in __subclasscheck__");
    if (IS_EXACT(class_or_tuple, UNION))
        return test_union(derived, class_or_tuple, object_is_subclass, " in __subclasscheck__");
    int result = call_hook(class_or_tuple, NAME(subclasscheck), derived, " in __subclasscheck__");
    return result == -2 ? object_is_subclass_plain(derived, class_or_tuple) : result;
}
