// Calling objects from C: everything ends in the `call` slot of the callable's type.
#include "runtime/model/call.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/state.h"

#include <string.h>

#define SMALL_CALL 8 // arguments that fit an array on the C stack

Object *call_object(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    CallFn call = type_of(callable)->call;
    if (unlikely(!call))
        return error_format(&exc_type_error, "'%.200T' object is not callable",
                            callable);
    // Script frames and C functions count themselves; all other callables count here, as in CPython.
    if (object_has(callable, TF_COUNTS_CALL))
        return call(callable, args, nargs, kwnames);
    if (recursion_enter(" while calling a Python object") < 0)
        return NULL;
    Object *result = call(callable, args, nargs, kwnames);
    recursion_leave();
    ASSERT((result == NULL) == error_occurred());
    return result;
}

Object *call_none(Object *callable)
{
    return call_object(callable, NULL, 0, NULL);
}

Object *call_one(Object *callable, Object *argument)
{
    return call_object(callable, &argument, 1, NULL);
}

Object *call_two(Object *callable, Object *first, Object *second)
{
    Object *args[2] = {first, second};
    return call_object(callable, args, 2, NULL);
}

Object *call_three(Object *callable, Object *first, Object *second, Object *third)
{
    Object *args[3] = {first, second, third};
    return call_object(callable, args, 3, NULL);
}

// Array of `count` entries: `small` if it is long enough, else raw memory (free_array).
static Object **alloc_array(Object **small, size_t count)
{
    if (count <= SMALL_CALL)
        return small;
    Object **array = memory_alloc(count * sizeof(Object *), MEMORY_RAW);
    if (!array)
        error_no_memory();
    return array;
}

static void free_array(Object **array, const Object *const *small, size_t count)
{
    if ((const Object *const *)array != small)
        memory_free(array, count * sizeof(Object *));
}

// Copies the dict's values behind the positional arguments and makes the tuple of their names.
static Object *spread_keywords(Object *kwargs, Object **values)
{
    size_t position = 0, count = 0;
    Object *key, *value;
    Object *kwnames = tuple_new(dict_length(kwargs));
    if (!kwnames)
        return NULL;
    while (dict_next(kwargs, &position, &key, &value)) {
        if (!IS_STR(key)) {
            decref(kwnames);
            return error_text(&exc_type_error, "keywords must be strings");
        }
        TUPLE(kwnames)->items[count] = new_ref(key);
        values[count++] = value;
    }
    return kwnames;
}

Object *call_tuple_dict(Object *callable, Object *args_tuple, Object *kwargs_or_null)
{
    size_t nargs = TUPLE(args_tuple)->count;
    size_t keyword_count = kwargs_or_null ? dict_length(kwargs_or_null) : 0;
    if (!keyword_count)
        return call_object(callable, TUPLE(args_tuple)->items, nargs, NULL);
    size_t total = nargs + keyword_count, held = 0;
    Object *small[SMALL_CALL];
    Object *result = NULL, *kwnames = NULL;
    Object **array = alloc_array(small, total);
    if (!array)
        return NULL;
    if (nargs)
        memcpy(array, TUPLE(args_tuple)->items, nargs * sizeof(Object *));
    kwnames = spread_keywords(kwargs_or_null, array + nargs);
    if (!kwnames)
        goto fail;
    // The callee may change the dict: hold its values.
    for (held = nargs; held < total; held++)
        incref(array[held]);
    result = call_object(callable, array, nargs, kwnames);
    for (held = nargs; held < total; held++)
        decref(array[held]);
fail:
    xdecref(kwnames);
    free_array(array, (const Object *const *)small, total);
    return result;
}

// callable(self, *args)
static Object *call_with_self(Object *callable, Object *self, Object *const *args, size_t nargs)
{
    Object *small[SMALL_CALL];
    Object **array = alloc_array(small, nargs + 1);
    if (!array)
        return NULL;
    array[0] = self;
    if (nargs)
        memcpy(array + 1, args, nargs * sizeof(Object *));
    Object *result = call_object(callable, array, nargs + 1, NULL);
    free_array(array, (const Object *const *)small, nargs + 1);
    return result;
}

Object *call_method(Object *object, Object *name, Object *const *args, size_t nargs)
{
    Object *function = NULL;
    int found = object_get_method(object, name, &function);
    if (found < 0)
        return NULL;
    Object *result = found ? call_with_self(function, object, args, nargs)
                           : call_object(function, args, nargs, NULL);
    decref(function);
    return result;
}

Object *call_method_none(Object *object, Object *name)
{
    return call_method(object, name, NULL, 0);
}

Object *call_method_one(Object *object, Object *name, Object *argument)
{
    return call_method(object, name, &argument, 1);
}

int call_special(Object *object, Object *name, Object *const *args, size_t nargs, Object **result)
{
    *result = NULL;
    Object *function = object_lookup_special_borrow(object, name);
    if (!function)
        return error_occurred() ? 1 : 0;
    if (object_has(function, TF_METHOD_DESCRIPTOR)) {
        incref(function);
        *result = call_with_self(function, object, args, nargs);
        decref(function);
        return 1;
    }
    Object *bound = object_lookup_special(object, name);
    if (!bound)
        return error_occurred() ? 1 : 0;
    *result = call_object(bound, args, nargs, NULL);
    decref(bound);
    return 1;
}
