// For set.c (the table) and set_methods.c (what scripts see).
#ifndef ADDER_RUNTIME_CONTAINERS_SET_PRIVATE_H
#define ADDER_RUNTIME_CONTAINERS_SET_PRIVATE_H

#include "runtime/containers/items.h"
#include "runtime/containers/set.h"

#define SET(o) ((SetObject *)(o))
#define FROZENSET(o) ((FrozensetObject *)(o))
#define SET_MASK_MIN 7u
#define IS_SET(o) object_has(OBJECT(o), TF_SUBCLASS_SET)

extern Object set_deleted; // the key of a deleted entry; its hash is -1

static inline bool set_entry_is_live(const SetEntry *entry)
{
    return entry->key && entry->key != &set_deleted;
}

int set_contains_hash(Object *set, Object *key, int64_t hash); // 1, 0, -1
// Adds to `result`, empty at first, the keys of `from` that are in `by` (is_wanted) or are not. 0 / -1.
int set_add_filtered(Object *result, Object *from, Object *by, bool is_wanted);
// Adds the key to `result` if it is in `set`. 0 / -1.
int set_add_if(Object *result, Object *set, Object *key, int64_t hash);
int set_discard_hash(Object *set, Object *key, int64_t hash);  // 1, 0, -1
int set_contains_key(Object *set, Object *key);                // without the frozenset of a set key
// Removes the key if it is there, adds it if not. 0 / -1.
int set_toggle_hash(Object *set, Object *key, int64_t hash);
int set_toggle_all(Object *set, Object *other); // each key of another set
Object *set_union(Object *set, Object *other);  // of two sets: a set or frozenset, by the type of the first
int set_resize(SetObject *set, size_t used);
size_t set_growth(const SetObject *set);
// An empty tracked set of `type` (set, frozenset or a subclass).
Object *set_allocate(TypeObject *type);
// set or frozenset, of which `type` is a kind.
TypeObject *set_base_type(TypeObject *type);
// A new set of that kind with the items; `iterable` may be NULL.
Object *set_make_base(TypeObject *type, Object *iterable);

#endif
