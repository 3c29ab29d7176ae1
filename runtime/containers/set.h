// set and frozenset: open addressing with CPython 3.11's probing, so that iteration order agrees.
#ifndef ADDER_RUNTIME_CONTAINERS_SET_H
#define ADDER_RUNTIME_CONTAINERS_SET_H

#include "runtime/type.h"

typedef struct SetEntry {
    Object *key; // NULL: never used; a static marker: deleted
    int64_t hash;
} SetEntry;
typedef struct SetObject {
    Object header;
    uint32_t used_count, fill_count; // live; live and deleted
    uint32_t mask;                   // table slots - 1
    uint32_t finger;                 // pop()'s search start
    SetEntry *table;                 // NULL: an empty set of 8 slots not allocated yet
} SetObject;
typedef struct FrozensetObject { // frozenset and subclasses, which carry FLAG_SET_IS_FROZEN
    SetObject set;
    int64_t hash; // -1 unknown
} FrozensetObject;
#define FLAG_SET_IS_FROZEN (1u << FLAG_PRIVATE_SHIFT)

Object *set_new(void);
Object *set_from_iterable(Object *iterable);
Object *frozenset_from_iterable(Object *iterable);
int set_add(Object *set, Object *key);
int set_add_hash(Object *set, Object *key, int64_t hash);
int set_contains(Object *set, Object *key); // 1, 0, -1
int set_discard(Object *set, Object *key);  // 1 removed, 0 absent, -1
int set_update(Object *set, Object *iterable);
// As the methods of the same names; `other` is any iterable.
int set_difference_update(Object *set, Object *other);
int set_symmetric_difference_update(Object *set, Object *other);
int set_intersection_update(Object *set, Object *other);
Object *set_intersection(Object *set, Object *other); // new set or frozenset, by the type of `set`
void set_clear(Object *set);
size_t set_length(Object *set);
bool set_next(Object *set, size_t *position, Object **key, int64_t *hash); // borrowed

#endif
