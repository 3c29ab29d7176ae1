// The table of a dict, for dict.c and its neighbours: one raw block, a head, entries, the index.
//
//   head | entries[0 .. usable(log2)) | index[0 .. 2^slots_log2) of int8, int16 or int32
//
// index slot: number of an entry, or INDEX_EMPTY, or INDEX_DUMMY (its entry was deleted).
// entries == NULL: no table; index_log2 says how large the first one will be (0: smallest).
// In the shape-backed form there is no table either, and used_count and entry_count mean nothing.
#ifndef ADDER_RUNTIME_CONTAINERS_DICT_TABLE_H
#define ADDER_RUNTIME_CONTAINERS_DICT_TABLE_H

#include "runtime/containers/dict.h"
#include "runtime/containers/items.h"
#include "runtime/model/shape.h"

enum { INDEX_EMPTY = -1, INDEX_DUMMY = -2 };
enum { LOOKUP_ABSENT = -1, LOOKUP_ERROR = -2 };
#define DICT_LOG2_MIN 3
#define DICT_LOG2_MAX 31

static inline size_t table_usable(uint32_t log2)
{
    return ((size_t)1 << log2) * 2 / 3;
}

static inline size_t entry_size(bool is_str_keyed)
{
    return is_str_keyed ? sizeof(DictStrEntry) : sizeof(DictEntry);
}

typedef struct DictTableHead {
    uint32_t spent_count; // entries that were used twice: each has taken an index slot more
    uint32_t front;       // no live entry before this one
} DictTableHead;

static inline DictTableHead *table_head(const void *entries)
{
    return (DictTableHead *)(uintptr_t)entries - 1;
}

// log2 of the number of slots of the index. Strs get twice as many while the index fits into the first
// cache, because a search that does not end at its first slot costs a wrongly guessed branch. (The order
// in which other keys are compared can depend on the number of slots: for those it is CPython's.)
static inline uint32_t slots_log2_for(uint32_t log2, bool is_str_keyed)
{
    return log2 + (is_str_keyed && log2 > DICT_LOG2_MIN && log2 <= 12);
}

static inline size_t index_size(uint32_t log2, bool is_str_keyed)
{
    size_t width = log2 <= 7 ? 1 : log2 <= 15 ? 2 : 4;
    return width << slots_log2_for(log2, is_str_keyed);
}

static inline uint64_t index_mask(const DictObject *dict)
{
    return ((uint64_t)1 << dict->slots_log2) - 1;
}

static inline size_t table_size(uint32_t log2, bool is_str_keyed)
{
    return sizeof(DictTableHead) + table_usable(log2) * entry_size(is_str_keyed) + index_size(log2, is_str_keyed);
}

static inline void table_free(void *entries, uint32_t log2, bool is_str_keyed)
{
    memory_free(table_head(entries), table_size(log2, is_str_keyed));
}

static inline void *table_index(const void *entries, uint32_t log2, bool is_str_keyed)
{
    return (char *)(uintptr_t)entries + table_usable(log2) * entry_size(is_str_keyed);
}

static inline int32_t index_get(const void *index, uint32_t log2, uint64_t slot)
{
    if (log2 <= 7)
        return ((const int8_t *)index)[slot];
    if (log2 <= 15)
        return ((const int16_t *)index)[slot];
    return ((const int32_t *)index)[slot];
}

static inline void index_set(void *index, uint32_t log2, uint64_t slot, int32_t value)
{
    if (log2 <= 7)
        ((int8_t *)index)[slot] = (int8_t)value;
    else if (log2 <= 15)
        ((int16_t *)index)[slot] = (int16_t)value;
    else
        ((int32_t *)index)[slot] = value;
}

// No live entry before it.
static inline size_t dict_first_position(const DictObject *dict)
{
    return dict->entries ? table_head(dict->entries)->front : 0;
}

static inline Object **entry_value(const DictObject *dict, size_t entry)
{
    return dict->is_str_keyed ? &((DictStrEntry *)dict->entries)[entry].value
                              : &((DictEntry *)dict->entries)[entry].value;
}

static inline Object *entry_key(const DictObject *dict, size_t entry)
{
    return dict->is_str_keyed ? ((DictStrEntry *)dict->entries)[entry].key
                              : ((DictEntry *)dict->entries)[entry].key;
}

static inline int64_t entry_hash(const DictObject *dict, size_t entry)
{
    return dict->is_str_keyed ? STR(((DictStrEntry *)dict->entries)[entry].key)->hash
                              : ((DictEntry *)dict->entries)[entry].hash;
}

static inline void dict_track_for(DictObject *dict, const Object *key, const Object *value)
{
    if (!(dict->header.flags & FLAG_TRACKED) &&
        (item_may_be_tracked(value) || item_may_be_tracked(key)))
        gc_track(OBJECT(dict));
}

// Entry of a key or LOOKUP_*. Table form only (entries may be NULL). May run script code, and then
// answers for the state after it.
int64_t dict_lookup(DictObject *dict, Object *key, int64_t hash);
// Sets; takes over key and value, on failure too.
int dict_insert_steal(DictObject *dict, Object *key, int64_t hash, Object *value);
// Deletes an entry of the table form and releases key and value; *value_or_null (if not NULL)
// receives the value instead.
void dict_remove_entry(DictObject *dict, size_t entry, Object **value_or_null);
// A table for `count` more keys than there are.
int dict_reserve(DictObject *dict, size_t count);
// Takes over a copy of another dict's table; `dict` must be empty and in table form. 0 / -1.
int dict_clone_table(DictObject *dict, const DictObject *source);

// ---- Shape-backed form: dict_shape.c ------------------------------------------------------------

int64_t dict_backed_find(DictObject *dict, Object *key, int64_t hash); // slot or LOOKUP_*
Object *dict_backed_value_borrow(const DictObject *dict, int64_t slot);
int dict_backed_set_steal(DictObject *dict, Object *key, int64_t hash, Object *value);
int dict_backed_delete(DictObject *dict, int64_t slot);
size_t dict_backed_count(const DictObject *dict);
bool dict_backed_next(const DictObject *dict, size_t *position, Object **key, Object **value);
void dict_backed_clear(DictObject *dict);
int dict_backed_traverse(const DictObject *dict, VisitFn visit, void *context);

// ---- Views: dict_views.c ------------------------------------------------------------------------

Object *dict_key_iter_new(Object *dict);
Object *dict_view_new(TypeObject *type, Object *dict); // type: one of the views or made of it
Object *dict_method_keys(Object *dict);
Object *dict_method_values(Object *dict);
Object *dict_method_items(Object *dict);
Object *dict_method_reversed(Object *dict);

// Methods and type: dict_methods.c. True for exact dicts and subclasses that iterate as dicts do.
bool dict_has_own_iteration(const Object *object);
Object *dict_new_unpublished(TypeObject *type);

#endif
