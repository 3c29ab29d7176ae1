// list: growing array of references.
#ifndef ADDER_RUNTIME_CONTAINERS_LIST_H
#define ADDER_RUNTIME_CONTAINERS_LIST_H

#include "runtime/type.h"

typedef struct ListObject {
    Object header;
    Object **items;
    size_t count;
    size_t capacity; // SIZE_MAX's top bit unused; while list.sort runs the list looks empty
} ListObject;
#define LIST(o) ((ListObject *)(o))

Object *list_new(size_t count); // items NULL: the caller fills them before anyone looks
Object *list_from_array(Object *const *items, size_t count);
Object *list_from_array_steal(Object **items, size_t count); // references move into the list
int list_append(Object *list, Object *item);
Object *list_method_append(Object *self, Object *item); // list.append; the loop knows it
int list_append_steal(Object *list, Object *item); // item is released on failure
int list_insert(Object *list, int64_t index, Object *item);
int list_extend(Object *list, Object *iterable);
int list_set_slice(Object *list, int64_t start, int64_t end, Object *iterable_or_null);
Object *list_take_last(Object *list); // of a list that is not empty; its reference moves out
Object *list_get_slice(Object *list, int64_t start, int64_t end);
// The items start, start + step ... of it, which must all be there; a new list.
Object *list_get_section(Object *list, int64_t start, int64_t step, size_t count);
Object *list_to_tuple(Object *list);
int list_sort(Object *list, Object *key_or_null, bool reverse); // sort.c: stable, CPython's results and errors
int list_reverse(Object *list);
static inline Object *list_item_borrow(Object *list, size_t index)
{
    return LIST(list)->items[index];
}

#endif
