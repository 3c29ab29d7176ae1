// Argument conversions and repr shared by the containers (items.h).
#include "runtime/containers/items.h"

#include "runtime/model/call.h"

// Without a profile: one of programs whose lists are short or hold small ints would undo the unrolling and
// move the rest out of the loop, which took half as long again for lists of other objects.
#define NO_PROFILE __attribute__((no_profile_instrument_function, noinline))

NO_PROFILE void incref_all(Object *const *items, size_t count)
{
    for (; count >= 4; count -= 4, items += 4) {
        incref(items[0]);
        incref(items[1]);
        incref(items[2]);
        incref(items[3]);
    }
#pragma GCC unroll 1
    while (count-- > 0)
        incref(*items++);
}

NO_PROFILE void release_all(Object *const *items, size_t count)
{
    for (; count >= 4; count -= 4) {
        xdecref(items[count - 1]);
        xdecref(items[count - 2]);
        xdecref(items[count - 3]);
        xdecref(items[count - 4]);
    }
#pragma GCC unroll 1
    while (count-- > 0)
        xdecref(items[count]);
}

NO_PROFILE void copy_section(Object **to, Object *const *from, int64_t step, size_t count)
{
    for (; count >= 4; count -= 4, to += 4, from += 4 * step) {
        to[0] = new_ref(from[0]);
        to[1] = new_ref(from[step]);
        to[2] = new_ref(from[2 * step]);
        to[3] = new_ref(from[3 * step]);
    }
#pragma GCC unroll 1
    for (; count-- > 0; from += step)
        *to++ = new_ref(*from);
}

int index_argument(Object *argument, int64_t *value)
{
    if (likely(IS_EXACT(argument, INT))) {
        *value = ((IntObject *)argument)->value;
        return 0;
    }
    Object *index = object_to_index(argument);
    if (!index)
        return -1;
    bool fits = int_fits_int64(index, value);
    decref(index);
    if (fits)
        return 0;
    error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    return -1;
}

int slice_index_argument(Object *argument, int64_t *value)
{
    if (!has_index(argument)) {
        error_text(&exc_type_error,
                   "slice indices must be integers or have an __index__ method");
        return -1;
    }
    *value = object_as_index(argument, NULL);
    return *value == -1 && error_occurred() ? -1 : 0;
}

int builder_repr(StrBuilder *builder, Object *item)
{
    if (IS_EXACT(item, INT)) {
        char text[20], *end = text + sizeof text;
        char *start = int_decimal_digits(((IntObject *)item)->value, end);
        return str_builder_ascii(builder, start, (size_t)(end - start));
    }
    Object *text = object_repr(item);
    if (!text)
        return -1;
    int result = str_builder_str(builder, text);
    decref(text);
    return result;
}

int only_argument(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                  Object **value)
{
    *value = NULL;
    if (args_no_keywords(name, kwnames) < 0 || args_check_count(name, nargs, 0, 1) < 0)
        return -1;
    if (nargs)
        *value = args[0];
    return 0;
}

Object *iterate_self(Object *self)
{
    return new_ref(self);
}
