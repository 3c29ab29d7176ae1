// Iterator objects of the containers and of zip, map, filter, enumerate, reversed, iter(callable).
#ifndef ADDER_RUNTIME_CONTAINERS_ITERATORS_H
#define ADDER_RUNTIME_CONTAINERS_ITERATORS_H

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/type.h"

typedef struct ListIterObject { // list, tuple (and list_reverse: index runs down)
    Object header;
    Object *sequence; // NULL when exhausted
    int64_t index;
} ListIterObject;
typedef struct DictIterObject { // keys, values, items
    Object header;
    Object *dict;         // NULL when exhausted
    size_t position;      // next entry
    uint32_t used_count;  // at the start: "dictionary changed size during iteration"
    int64_t remaining;
    Object *pair;         // items: a reusable result tuple
} DictIterObject;

// The iterator's `next` slot, inline for lists and tuples. NULL: as the slot, the end or an exception.
static inline Object *iterator_step(Object *iterator, UnaryFn next)
{
    if (iterator->type_index == TYPE_LIST_ITER) {
        ListIterObject *iter = (ListIterObject *)iterator;
        const ListObject *list = (const ListObject *)iter->sequence;
        if (likely(list && (uint64_t)iter->index < list->count))
            return new_ref(list->items[iter->index++]);
    } else if (iterator->type_index == TYPE_TUPLE_ITER) {
        ListIterObject *iter = (ListIterObject *)iterator;
        const TupleObject *tuple = (const TupleObject *)iter->sequence;
        if (likely(tuple && (uint64_t)iter->index < tuple->count))
            return new_ref(tuple->items[iter->index++]);
    }
    return next(iterator);
}
// What is left of a list's or tuple's iterator: its number of items; 0: another iterator, or none left.
// A caller that runs no script code may take items from there and advance `index` by their number.
static inline size_t iterator_rest_borrow(Object *iterator, Object *const **items)
{
    const ListIterObject *iter = (const ListIterObject *)iterator;
    size_t count = 0;
    if (iterator->type_index == TYPE_LIST_ITER && iter->sequence) {
        count = ((const ListObject *)iter->sequence)->count;
        *items = ((const ListObject *)iter->sequence)->items + iter->index;
    } else if (iterator->type_index == TYPE_TUPLE_ITER && iter->sequence) {
        count = ((const TupleObject *)iter->sequence)->count;
        *items = ((const TupleObject *)iter->sequence)->items + iter->index;
    }
    return (uint64_t)iter->index < count ? count - (size_t)iter->index : 0;
}

// Takes keys or values from an iterator over those of a dict, as many as there are and as there is room
// for: new references. Their number; the iterator's `next` tells the end and errors.
size_t dict_iter_take(Object *iterator, Object **items, size_t room);

Object *list_iter_new(Object *list);
Object *list_reverse_iter_new(Object *list);
Object *tuple_iter_new(Object *tuple);
Object *sequence_iter_new(Object *sequence); // the __getitem__ protocol
Object *callable_iter_new(Object *callable, Object *sentinel);

#endif
