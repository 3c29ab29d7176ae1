// What the files of module itertools share.
#ifndef ADDER_STDLIB_DATA_ITERTOOLS_PRIVATE_H
#define ADDER_STDLIB_DATA_ITERTOOLS_PRIVATE_H

#include "runtime/containers/items.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"

// itertools_combine.c
extern TypeObject type_product, type_combinations, type_combinations_with_replacement,
    type_permutations;
// itertools_group.c
extern TypeObject type_groupby, type_grouper, type_tee, type_tee_data;
Object *itertools_fn_tee(Object *module, Object *const *args, size_t nargs);

// An int argument of C's ssize_t, through __index__. 0 / -1.
static inline int itertools_read_size(Object *argument, int64_t *value)
{
    Object *number = object_to_index(argument);
    if (!number)
        return -1;
    bool fits = int_fits_int64(number, value);
    decref(number);
    if (fits)
        return 0;
    error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    return -1;
}

// A result tuple that its iterator holds and, if nobody else does, fills again: a new reference to
// it, or to a copy that takes its place. NULL with MemoryError.
static inline Object *itertools_reuse_tuple(Object **held)
{
    Object *tuple = *held;
    if (tuple->refcount > 1) {
        Object *copy = tuple_from_array(TUPLE(tuple)->items, TUPLE(tuple)->count);
        if (!copy)
            return NULL;
        *held = copy;
        decref(tuple);
        return new_ref(copy);
    }
    if (unlikely(!(tuple->flags & FLAG_TRACKED)) && tuple->refcount == 1)
        gc_track(tuple);
    return new_ref(tuple);
}

// A type of the module that scripts can make and subclass. The rest of its slots follow.
#define ITERTOOLS_TYPE(text, object_type, prefix)                \
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE), .name = text,     \
    .module_name = "itertools", .flags = TF_TRACKED | TF_BASE,   \
    .basic_size = sizeof(object_type), .make = prefix##_make,    \
    .construct = prefix##_construct, .iterate = iterate_self, .next = prefix##_next

// The constructor of the exact type.
#define ITERTOOLS_CONSTRUCT(prefix)                                                          \
    static Object *prefix##_construct(Object *type, Object *const *args, size_t nargs,       \
                                      Object *kwnames)                                       \
    {                                                                                        \
        return prefix##_make((TypeObject *)type, args, nargs, kwnames);                      \
    }

#endif
