// tuple: fixed array of references.
#ifndef ADDER_RUNTIME_CONTAINERS_TUPLE_H
#define ADDER_RUNTIME_CONTAINERS_TUPLE_H

#include "runtime/type.h"

typedef struct TupleObject {
    Object header;
    size_t count;
    Object *items[];
} TupleObject;
#define TUPLE(o) ((TupleObject *)(o))

extern TupleObject *const tuple_empty;
// count 0 gives the shared empty tuple. Items are NULL: the caller fills them; the tuple is tracked
// already (traverse skips NULLs).
Object *tuple_new(size_t count);
Object *tuple_from_array(Object *const *items, size_t count);
Object *tuple_from_array_steal(Object **items, size_t count);
// A tuple of `count` borrowed references, which may be pointers to any kind of object.
#define tuple_pack(count, ...) \
    tuple_from_array((Object *const *)(const void *const[]){__VA_ARGS__}, (count))
Object *tuple_slice(Object *tuple, int64_t start, int64_t end);
// The items start, start + step ... of it, which must all be there.
Object *tuple_get_section(Object *tuple, int64_t start, int64_t step, size_t count);
Object *tuple_concat(Object *a, Object *b);
int64_t tuple_hash(Object *self);
// Untracks an exact tuple that holds nothing that can be in a cycle.
void tuple_maybe_untrack(Object *self);

#endif
