// Iterator objects of the containers and of zip, map, filter, enumerate, reversed, iter(callable).
#ifndef ADDER_RUNTIME_CONTAINERS_ITERATORS_H
#define ADDER_RUNTIME_CONTAINERS_ITERATORS_H

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

Object *list_iter_new(Object *list);
Object *list_reverse_iter_new(Object *list);
Object *tuple_iter_new(Object *tuple);
Object *sequence_iter_new(Object *sequence); // the __getitem__ protocol
Object *callable_iter_new(Object *callable, Object *sentinel);

#endif
