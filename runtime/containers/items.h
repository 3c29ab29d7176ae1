// Small helpers that the containers share: comparing and hashing items without calling out where
// both are exact ints or strs, indices, and the repr of sequences.
#ifndef ADDER_RUNTIME_CONTAINERS_ITEMS_H
#define ADDER_RUNTIME_CONTAINERS_ITEMS_H

#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/base/hash.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

// a is b or a == b: 1, 0, -1. May run script code unless both are exact ints or strs.
static inline int item_equal(Object *a, Object *b)
{
    if (a == b)
        return 1;
    if (a->type_index == b->type_index) {
        if (a->type_index == TYPE_INT)
            return ((IntObject *)a)->value == ((IntObject *)b)->value;
        if (a->type_index == TYPE_STR)
            return str_equal(a, b);
    }
    return object_compare_bool(a, b, COMPARE_EQ);
}

// a op b where both are exact and of one type, ints of 64 bits, floats or strs: 1, 0; -1: other operands.
static inline int item_compare_plain(const Object *a, const Object *b, CompareOp op)
{
#define HOLDS(x, y)                                                                                \
    (op == COMPARE_LT   ? (x) < (y)                                                                \
     : op == COMPARE_LE ? (x) <= (y)                                                               \
     : op == COMPARE_EQ ? (x) == (y)                                                               \
     : op == COMPARE_NE ? (x) != (y)                                                               \
     : op == COMPARE_GT ? (x) > (y)                                                                \
                        : (x) >= (y))
    if (a->type_index != b->type_index)
        return -1;
    if (a->type_index == TYPE_INT)
        return HOLDS(((const IntObject *)a)->value, ((const IntObject *)b)->value);
    if (a->type_index == TYPE_FLOAT)
        return HOLDS(FLOAT_VALUE(a), FLOAT_VALUE(b));
    if (a->type_index == TYPE_STR) {
        if (op == COMPARE_EQ || op == COMPARE_NE)
            return str_equal(a, b) == (op == COMPARE_EQ);
        return HOLDS(str_compare(a, b), 0);
    }
    return -1;
#undef HOLDS
}

// The same for a == b of two exact tuples, whose items are compared that way. Runs no script code.
static inline int tuple_equal_plain(const Object *a, const Object *b)
{
    const TupleObject *left = (const TupleObject *)a, *right = (const TupleObject *)b;
    for (size_t i = 0; i < left->count && i < right->count; i++) {
        if (left->items[i] == right->items[i])
            continue;
        int equal = item_compare_plain(left->items[i], right->items[i], COMPARE_EQ);
        if (equal != 1)
            return equal;
    }
    return left->count == right->count;
}

// object_compare_bool() with the plain cases inline.
static inline int item_compare(Object *a, Object *b, CompareOp op)
{
    if (a != b || (op != COMPARE_EQ && op != COMPARE_NE)) {
        int result = item_compare_plain(a, b, op);
        if (likely(result >= 0))
            return result;
    }
    return object_compare_bool(a, b, op);
}

// item_equal() for an item of a container that the comparison may change: the item is held meanwhile.
static inline int item_equal_held(Object *item, Object *value)
{
    if (item == value)
        return 1;
    int equal = item_compare_plain(item, value, COMPARE_EQ);
    if (likely(equal >= 0))
        return equal;
    incref(item);
    equal = object_compare_bool(item, value, COMPARE_EQ);
    decref(item);
    return equal;
}

// -1 with exception.
static inline int64_t item_hash(Object *item)
{
    if (likely(IS_EXACT(item, STR)))
        return str_hash_cached(item);
    if (IS_EXACT(item, INT))
        return hash_int64(((IntObject *)item)->value);
    return object_hash(item);
}

// Whether an object can be part of a cycle now: what makes a lazily tracked container tracked.
static inline bool item_may_be_tracked(const Object *item)
{
    return object_has(item, TF_TRACKED) &&
           (!IS_EXACT(item, TUPLE) || (item->flags & FLAG_TRACKED));
}

// incref for each of them, and decref, the last first and NULLs left out: the loops for many references.
void incref_all(Object *const *items, size_t count);
void release_all(Object *const *items, size_t count);
// New references to from[0], from[step] ...
void copy_section(Object **to, Object *const *from, int64_t step, size_t count);
#define FEW_REFERENCES 4

// Copies references to storage that holds none. The counts go first: the copy is then one block move,
// and writing it does not hold up reading the objects.
static inline void copy_references(Object **to, Object *const *from, size_t count)
{
    if (count > FEW_REFERENCES)
        incref_all(from, count);
    else
        for (size_t i = 0; i < count; i++)
            incref(from[i]);
    copy_bytes(to, from, count * sizeof *to);
}

static inline void release_references(Object *const *items, size_t count)
{
    if (count > FEW_REFERENCES)
        release_all(items, count);
    else
        while (count-- > 0)
            xdecref(items[count]);
}

// Adds `count` references at once, with incref's end of all counting.
static inline void incref_by(Object *object, size_t count)
{
    int32_t refcount = object->refcount;
    if (refcount >= 0)
        object->refcount = count <= (size_t)(INT32_MAX - refcount) ? refcount + (int32_t)count : INT32_MIN;
}

// items[0..length) are there, with references for all their repetitions: fills up to `total`.
static inline void repeat_references(Object **items, size_t length, size_t total)
{
    if (length == 1) {
        Object *item = items[0];
        for (size_t i = 1; i < total; i++)
            items[i] = item;
        return;
    }
    for (size_t filled = length, count; filled < total; filled += count) { // what is there, doubled
        count = total - filled < filled ? total - filled : filled;
        memcpy(items + filled, items, count * sizeof *items);
    }
}

static inline bool has_index(const Object *object)
{
    return type_of(object)->to_index != NULL;
}

// The answer of a rich comparison of two lengths, for sequences that agree as far as both go.
static inline Object *compare_counts(size_t left, size_t right, CompareOp op)
{
    bool result = false;
    switch (op) {
    case COMPARE_LT: result = left < right; break;
    case COMPARE_LE: result = left <= right; break;
    case COMPARE_EQ: result = left == right; break;
    case COMPARE_NE: result = left != right; break;
    case COMPARE_GT: result = left > right; break;
    case COMPARE_GE: result = left >= right; break;
    }
    return object_from_bool(result);
}

// An argument that C keeps in 64 bits: OverflowError beyond. 0 / -1.
int index_argument(Object *argument, int64_t *value);
// A start or stop argument of index(): clamped. 0 / -1 with TypeError.
int slice_index_argument(Object *argument, int64_t *value);
// Counts down to 0 for negative positions, as index() treats start and stop.
static inline int64_t clip_position(int64_t position, int64_t length)
{
    if (position >= 0)
        return position;
    position += length;
    return position < 0 ? 0 : position;
}
// Appends repr(item) to the text. 0 / -1.
int builder_repr(StrBuilder *builder, Object *item);
// Fills *value with the only positional argument of name(), or NULL if there is none; no keywords.
int only_argument(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                  Object **value);
// The slot for `iterate` of iterators.
Object *iterate_self(Object *self);

#endif
