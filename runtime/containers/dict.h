// dict: insertion-ordered; an index of small integers into an array of entries.
#ifndef ADDER_RUNTIME_CONTAINERS_DICT_H
#define ADDER_RUNTIME_CONTAINERS_DICT_H

#include "runtime/type.h"

typedef struct DictEntry { // general form
    Object *key, *value;   // value NULL: deleted
    int64_t hash;
} DictEntry;
typedef struct DictStrEntry { // all keys are exact strs: their hash is in the key
    Object *key, *value;
} DictStrEntry;

// 32 bytes. used_count live entries of entry_count entries, in a table of entry_capacity entries
// followed (or preceded) by an index of 2^slots_log2 slots of 1, 2 or 4 bytes.
struct DictObject {
    Object header;
    union {
        struct {                  // table form
            uint32_t used_count;
            uint32_t entry_count; // entries used so far, deleted ones included
        };
        Object *instance; // shape-backed: whose slots these are (borrowed); NULL after its death
    };
    void *entries;         // DictEntry or DictStrEntry array; NULL: empty
    uint32_t keys_version; // changes whenever a key is added or removed (never on replacing a value)
    uint8_t index_log2; // how many entries there is room for: table_usable()
    uint8_t is_str_keyed;  // DictStrEntry form
    uint8_t is_shape_backed; // storage is the instance in `instance`
    uint8_t slots_log2; // of the index, in table form
};
_Static_assert(sizeof(DictObject) == 32, "as said above");
#define DICT(o) ((DictObject *)(o))

Object *dict_new(void);
Object *dict_new_sized(size_t count);
// Borrowed value, or NULL without exception when absent, NULL with exception on error (hash, eq).
Object *dict_get_borrow(Object *dict, Object *key);
Object *dict_get_hash_borrow(Object *dict, Object *key, int64_t hash);
// For a str key: no exception possible when the dict has only str keys. Borrowed or NULL.
Object *dict_get_str_borrow(DictObject *dict, Object *str_key);
Object *dict_get_text_borrow(DictObject *dict, const char *key);
Object *dict_get(Object *dict, Object *key); // new reference; NULL as above
int dict_contains(Object *dict, Object *key); // 1, 0, -1
int dict_set(Object *dict, Object *key, Object *value);
int dict_set_steal(Object *dict, Object *key, Object *value); // takes over both, on failure too
int dict_set_hash(Object *dict, Object *key, int64_t hash, Object *value);
int dict_set_str(DictObject *dict, Object *str_key, Object *value);
int dict_set_text(DictObject *dict, const char *key, Object *value); // interns the key
int dict_delete(Object *dict, Object *key); // KeyError
int dict_delete_optional(Object *dict, Object *key); // 1 deleted, 0 absent, -1
Object *dict_pop(Object *dict, Object *key, Object *default_or_null); // KeyError without default
Object *dict_set_default(Object *dict, Object *key, Object *value); // new reference
void dict_clear(Object *dict);
// Order, for dicts in table form that are not empty. The last or first pair is taken out (new
// references); a key of known hash becomes the last or first one: 1, 0 absent, -1.
void dict_take_end(DictObject *dict, bool is_first, Object **key, Object **value);
int dict_move_to_end(DictObject *dict, Object *key, int64_t hash, bool is_first);
Object *dict_copy(Object *dict);
int dict_merge(Object *dict, Object *mapping, int override); // override 1 replace, 0 keep, 2 KeyError on duplicate
int dict_merge_pairs(Object *dict, Object *iterable_of_pairs);
int dict_update(Object *dict, Object *other); // mapping or pairs, as dict.update
size_t dict_length(Object *dict);
// Walks in order: position starts at 0; borrowed key and value; false at the end. Adding or removing
// keys meanwhile is not allowed (assert); replacing values is.
bool dict_next(Object *dict, size_t *position, Object **key, Object **value);
bool dict_next_hash(Object *dict, size_t *position, Object **key, Object **value, int64_t *hash);
Object *dict_keys_list(Object *dict);
// For caches of globals: index of a str key's entry, or -1; and the value slot of an entry, valid
// until keys_version changes.
int64_t dict_find_entry(DictObject *dict, Object *str_key);
// A dict that shares the storage of a shaped instance (see model/shape.h).
Object *dict_new_shape_backed(Object *instance);
// The instance dies or leaves shape mode: the dict takes a copy of its own. 0 / -1.
int dict_detach(DictObject *dict);
bool dict_has_only_str_keys(DictObject *dict);
// Untracks an exact dict that holds nothing that can be in a cycle.
void dict_maybe_untrack(Object *self);
// Number of the present set of keys and places of entries: equal numbers of any two dicts mean equal
// keys at equal entries. 0: none to be had (keys that are not exact strs, shape-backed, numbers used
// up). Stored in keys_version, which is 0 again after any change.
uint32_t dict_keys_version(DictObject *dict);

#endif
