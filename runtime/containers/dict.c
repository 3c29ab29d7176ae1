// dict: the table, and all functions that C code calls. What scripts call: dict_methods.c.
//
// Invariants: used_count live entries among entry_count, in order of insertion; a deleted entry has
// key and value NULL and its index slot is INDEX_DUMMY; entry_count + spent_count <=
// table_usable(index_log2), so the index has always an INDEX_EMPTY and each probe ends. is_str_keyed: every key is an exact str
// whose hash is computed. keys_version != 0: nobody added or removed a key, or moved an entry,
// since that number was given out. Read dict_lookup and dict_insert_steal first.
#include "runtime/containers/dict.h"

#include <string.h>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/names.h"
#include "runtime/model/singletons.h"
#include "runtime/text/intern.h"

#define PERTURB_SHIFT 5

// ---- Table --------------------------------------------------------------------------------------

// Where a huge page would be a small part of the table, all of it.
static void expect_writes(DictTableHead *head, size_t byte_size, uint32_t log2, bool is_str_keyed,
                          size_t count)
{
    char *index = table_index(head + 1, log2, is_str_keyed);
    bool is_whole = byte_size >= 8 * LARGE_HUGE_SIZE;
    memory_expect_writes(head, byte_size, head,
                         is_whole ? byte_size : (count + 1) * entry_size(is_str_keyed));
    memory_expect_writes(head, byte_size, index, byte_size - (size_t)(index - (char *)head));
}

// `count` entries are written at once.
static void *table_new(uint32_t log2, bool is_str_keyed, size_t count)
{
    if (unlikely(log2 > DICT_LOG2_MAX))
        return error_no_memory();
    size_t byte_size = table_size(log2, is_str_keyed);
    DictTableHead *head = memory_alloc(byte_size, MEMORY_RAW);
    if (unlikely(!head))
        return error_no_memory();
    if (unlikely(byte_size >= LARGE_HUGE_SIZE))
        expect_writes(head, byte_size, log2, is_str_keyed, count);
    *head = (DictTableHead){0};
    void *entries = head + 1;
    if (log2 == DICT_LOG2_MIN) // one store
        memset(table_index(entries, DICT_LOG2_MIN, is_str_keyed), 0xFF, 1 << DICT_LOG2_MIN);
    else
        memset(table_index(entries, log2, is_str_keyed), 0xFF, index_size(log2, is_str_keyed));
    return entries;
}

static uint32_t log2_for(size_t count)
{
    uint32_t log2 = DICT_LOG2_MIN;
    while (log2 <= DICT_LOG2_MAX && table_usable(log2) < count)
        log2++;
    return log2;
}

// Slot for a new entry: the first that is not taken.
static inline uint64_t find_free_slot(const void *index, uint32_t log2, uint64_t mask, int64_t hash)
{
    uint64_t perturb = (uint64_t)hash, slot = perturb & mask;
    while (index_get(index, log2, slot) >= 0) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
    return slot;
}

// Slot that holds the number of an entry.
static uint64_t find_slot_of(const DictObject *dict, int64_t hash, int64_t entry)
{
    uint32_t log2 = dict->index_log2;
    const void *index = table_index(dict->entries, log2, dict->is_str_keyed);
    uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
    while (index_get(index, log2, slot) != entry) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
    return slot;
}

// Moves the live entries to a new table, behind `gap` free ones. 0, or -1 with nothing changed.
static int rebuild_behind(DictObject *dict, uint32_t log2, bool is_str_keyed, uint32_t gap)
{
    void *entries = table_new(log2, is_str_keyed, gap + dict->used_count);
    if (unlikely(!entries))
        return -1;
    void *index = table_index(entries, log2, is_str_keyed);
    uint32_t used = gap, slots_log2 = slots_log2_for(log2, is_str_keyed);
    uint64_t mask = ((uint64_t)1 << slots_log2) - 1;
    memset(entries, 0, gap * entry_size(is_str_keyed));
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        Object *key = entry_key(dict, i);
        if (!key)
            continue;
        int64_t hash = entry_hash(dict, i);
        Object *value = *entry_value(dict, i);
        if (is_str_keyed)
            ((DictStrEntry *)entries)[used] = (DictStrEntry){key, value};
        else
            ((DictEntry *)entries)[used] = (DictEntry){key, value, hash};
        index_set(index, log2, find_free_slot(index, log2, mask, hash), (int32_t)used++);
    }
    ASSERT(used - gap == dict->used_count);
    if (dict->entries)
        table_free(dict->entries, dict->index_log2, dict->is_str_keyed);
    dict->entries = entries;
    dict->entry_count = used;
    dict->index_log2 = (uint8_t)log2;
    dict->slots_log2 = (uint8_t)slots_log2;
    dict->is_str_keyed = is_str_keyed;
    dict->keys_version = 0;
    table_head(entries)->front = gap;
    return 0;
}

static int rebuild(DictObject *dict, uint32_t log2, bool is_str_keyed)
{
    return rebuild_behind(dict, log2, is_str_keyed, 0);
}

static inline bool is_full(const DictObject *dict)
{
    return dict->entry_count + table_head(dict->entries)->spent_count >=
           table_usable(dict->index_log2);
}

// The first table of a dict without one.
static inline int make_table(DictObject *dict, bool is_str_keyed)
{
    uint32_t log2 = dict->index_log2 < DICT_LOG2_MIN ? DICT_LOG2_MIN : dict->index_log2;
    void *entries = table_new(log2, is_str_keyed, 0);
    if (unlikely(!entries))
        return -1;
    dict->entries = entries;
    dict->entry_count = 0;
    dict->index_log2 = (uint8_t)log2;
    dict->slots_log2 = (uint8_t)slots_log2_for(log2, is_str_keyed);
    dict->is_str_keyed = is_str_keyed;
    dict->keys_version = 0;
    return 0;
}

static uint32_t log2_at_least(size_t slots)
{
    uint32_t log2 = DICT_LOG2_MIN;
    while (((size_t)1 << log2) < slots && log2 <= DICT_LOG2_MAX)
        log2++;
    return log2;
}

int dict_reserve(DictObject *dict, size_t count)
{
    size_t wanted = dict->used_count + count;
    if (!dict->entries) {
        dict->index_log2 = (uint8_t)log2_for(wanted);
        return 0;
    }
    size_t taken = dict->entry_count + table_head(dict->entries)->spent_count;
    if (table_usable(dict->index_log2) - taken >= count)
        return 0;
    return rebuild(dict, log2_for(wanted), dict->is_str_keyed);
}

int dict_clone_table(DictObject *dict, const DictObject *source)
{
    size_t size = table_size(source->index_log2, source->is_str_keyed);
    DictTableHead *head = memory_alloc(size, MEMORY_RAW);
    if (unlikely(!head)) {
        error_no_memory();
        return -1;
    }
    memcpy(head, table_head(source->entries), size);
    if (dict->entries)
        table_free(dict->entries, dict->index_log2, dict->is_str_keyed);
    dict->entries = head + 1;
    dict->index_log2 = source->index_log2;
    dict->slots_log2 = source->slots_log2;
    dict->is_str_keyed = source->is_str_keyed;
    dict->entry_count = source->entry_count;
    dict->used_count = source->used_count;
    dict->keys_version = 0;
    // An entry is two references, and in the general form a hash.
    size_t step = entry_size(dict->is_str_keyed) / sizeof(Object *);
    Object **entry = dict->entries, **end = entry + dict->entry_count * step;
    if (likely(dict->is_str_keyed && dict->used_count == dict->entry_count)) {
        incref_all(entry, 2 * (size_t)dict->entry_count);
        entry = end;
    }
    for (; entry < end; entry += step) {
        xincref(entry[0]);
        xincref(entry[1]);
    }
    if (source->header.flags & FLAG_TRACKED && !(dict->header.flags & FLAG_TRACKED))
        gc_track(OBJECT(dict));
    return 0;
}

// ---- Looking up ---------------------------------------------------------------------------------

// The answers of find_str for a key that is absent: all below LOOKUP_ERROR. They hold the index slot
// where it belongs.
static inline int64_t absent_at(uint64_t slot)
{
    return LOOKUP_ERROR - 1 - (int64_t)slot;
}

static inline uint64_t absent_slot(int64_t found)
{
    return (uint64_t)(LOOKUP_ERROR - 1 - found);
}

#define PROBE_INDEX(type, equal, otherwise)                                                        \
    for (;;) {                                                                                     \
        int64_t entry = ((const type *)index)[slot];                                               \
        if (likely(entry >= 0)) {                                                                  \
            const Object *found = entries[entry].key;                                              \
            if (likely(found == key))                                                              \
                return entry;                                                                      \
            if (STR(found)->hash == hash) {                                                        \
                int is_equal = equal(found, key);                                                  \
                if (likely(is_equal > 0))                                                          \
                    return entry;                                                                  \
                if (is_equal < 0)                                                                  \
                    otherwise;                                                                     \
            }                                                                                      \
        } else if (entry == INDEX_EMPTY) {                                                         \
            return absent_at(slot);                                                                \
        }                                                                                          \
        perturb >>= PERTURB_SHIFT;                                                                 \
        slot = (slot * 5 + perturb + 1) & mask;                                                    \
    }

// find_str for long texts and any width of the index.
static __attribute__((noinline)) int64_t find_str_general(const DictObject *dict, const Object *key, int64_t hash)
{
    const DictStrEntry *entries = dict->entries;
    uint32_t log2 = dict->index_log2;
    const void *index = table_index(entries, log2, true);
    uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
    if (log2 <= 7)
        PROBE_INDEX(int8_t, str_equal, break)
    if (log2 <= 15)
        PROBE_INDEX(int16_t, str_equal, break)
    PROBE_INDEX(int32_t, str_equal, break)
    return LOOKUP_ERROR; // never: str_equal has no third answer
}

// The entry of an exact str in a table of strs, or absent_at(). Calls nothing, so that the usual case
// needs no room on the stack.
static int64_t find_str(const DictObject *dict, const Object *key, int64_t hash)
{
    const DictStrEntry *entries = dict->entries;
    uint32_t log2 = dict->index_log2;
    const void *index = table_index(entries, log2, true);
    uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
    if (log2 <= 7)
        PROBE_INDEX(int8_t, str_equal_short, return find_str_general(dict, key, hash))
    if (log2 <= 15)
        PROBE_INDEX(int16_t, str_equal_short, return find_str_general(dict, key, hash))
    return find_str_general(dict, key, hash);
}
#undef PROBE_INDEX

static inline int64_t lookup_str(const DictObject *dict, const Object *key, int64_t hash)
{
    int64_t found = find_str(dict, key, hash);
    return found < 0 ? LOOKUP_ABSENT : found;
}

enum { KEY_CHANGED = 2 };

// found == key for keys of equal hash; KEY_CHANGED: the dict is not as it was.
static int compare_keys(DictObject *dict, int32_t entry, Object *found, Object *key)
{
    const void *entries = dict->entries;
    incref(found);
    int equal = object_compare_bool(found, key, COMPARE_EQ);
    decref(found);
    if (unlikely(equal < 0))
        return -1;
    if (dict->entries != entries || (uint32_t)entry >= dict->entry_count ||
        entry_key(dict, (size_t)entry) != found)
        return KEY_CHANGED;
    return equal;
}

static int64_t lookup_general(DictObject *dict, Object *key, int64_t hash)
{
again:;
    if (unlikely(!dict->entries))
        return LOOKUP_ABSENT;
    uint32_t log2 = dict->index_log2;
    bool is_str_keyed = dict->is_str_keyed;
    const void *entries = dict->entries;
    const void *index = table_index(entries, log2, is_str_keyed);
    uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
    for (;;) {
        int32_t entry = index_get(index, log2, slot);
        if (entry >= 0) {
            Object *found;
            int64_t found_hash;
            if (is_str_keyed) {
                found = ((const DictStrEntry *)entries)[entry].key;
                found_hash = STR(found)->hash;
            } else {
                found = ((const DictEntry *)entries)[entry].key;
                found_hash = ((const DictEntry *)entries)[entry].hash;
            }
            if (found == key)
                return entry;
            if (found_hash == hash) {
                int equal;
                if (found->type_index == TYPE_INT && key->type_index == TYPE_INT)
                    equal = ((IntObject *)found)->value == ((IntObject *)key)->value;
                else if (found->type_index == TYPE_STR && key->type_index == TYPE_STR)
                    equal = str_equal(found, key);
                else
                    equal = compare_keys(dict, entry, found, key);
                if (equal == 1)
                    return entry;
                if (unlikely(equal < 0))
                    return LOOKUP_ERROR;
                if (unlikely(equal == KEY_CHANGED))
                    goto again;
            }
        } else if (entry == INDEX_EMPTY) {
            return LOOKUP_ABSENT;
        }
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + perturb + 1) & mask;
    }
}

// An exact int of 64 bits in a table of any keys. Calls nothing, unless a key of the same hash is no int.
static int64_t lookup_int(DictObject *dict, Object *key, int64_t hash)
{
    const DictEntry *entries = dict->entries;
    uint32_t log2 = dict->index_log2;
    const void *index = table_index(entries, log2, false);
    uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
#define PROBE_INDEX(type)                                                                          \
    for (;;) {                                                                                     \
        int64_t entry = ((const type *)index)[slot];                                               \
        if (likely(entry >= 0)) {                                                                  \
            if (entries[entry].hash == hash) {                                                     \
                const Object *found = entries[entry].key;                                          \
                if (unlikely(!IS_EXACT(found, INT)))                                               \
                    return lookup_general(dict, key, hash);                                        \
                if (likely(((const IntObject *)found)->value == ((const IntObject *)key)->value))  \
                    return entry;                                                                  \
            }                                                                                      \
        } else if (entry == INDEX_EMPTY) {                                                         \
            return LOOKUP_ABSENT;                                                                  \
        }                                                                                          \
        perturb >>= PERTURB_SHIFT;                                                                 \
        slot = (slot * 5 + perturb + 1) & mask;                                                    \
    }
    if (log2 <= 7)
        PROBE_INDEX(int8_t)
    if (log2 <= 15)
        PROBE_INDEX(int16_t)
    PROBE_INDEX(int32_t)
#undef PROBE_INDEX
}

// dict_lookup of a dict that has a table.
static inline int64_t lookup(DictObject *dict, Object *key, int64_t hash)
{
    if (dict->is_str_keyed) {
        if (likely(IS_EXACT(key, STR)))
            return lookup_str(dict, key, hash);
    } else if (IS_EXACT(key, INT)) {
        return lookup_int(dict, key, hash);
    }
    return lookup_general(dict, key, hash);
}

int64_t dict_lookup(DictObject *dict, Object *key, int64_t hash)
{
    if (unlikely(!dict->entries))
        return LOOKUP_ABSENT;
    return lookup(dict, key, hash);
}

Object *dict_get_hash_borrow(Object *self, Object *key, int64_t hash)
{
    DictObject *dict = DICT(self);
    if (unlikely(!dict->entries)) {
        if (!dict->is_shape_backed)
            return NULL;
        int64_t slot = dict_backed_find(dict, key, hash);
        return slot < 0 ? NULL : dict_backed_value_borrow(dict, slot);
    }
    int64_t entry = lookup(dict, key, hash);
    return entry < 0 ? NULL : *entry_value(dict, (size_t)entry);
}

Object *dict_get_borrow(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    if (unlikely(hash == -1))
        return NULL;
    return dict_get_hash_borrow(self, key, hash);
}

Object *dict_get(Object *self, Object *key)
{
    Object *value = dict_get_borrow(self, key);
    xincref(value);
    return value;
}

Object *dict_get_str_borrow(DictObject *dict, Object *key)
{
    if (likely(dict->entries && dict->is_str_keyed && IS_EXACT(key, STR))) {
        int64_t entry = lookup_str(dict, key, str_hash_cached(key));
        return entry < 0 ? NULL : ((DictStrEntry *)dict->entries)[entry].value;
    }
    return dict_get_borrow(OBJECT(dict), key);
}

Object *dict_get_text_borrow(DictObject *dict, const char *text)
{
    Object *key, *value;
    if (dict->is_str_keyed && dict->entries) {
        int64_t hash = hash_bytes(text, strlen(text));
        uint32_t log2 = dict->index_log2;
        const DictStrEntry *entries = dict->entries;
        const void *index = table_index(entries, log2, true);
        uint64_t mask = index_mask(dict), perturb = (uint64_t)hash, slot = perturb & mask;
        for (;;) {
            int32_t entry = index_get(index, log2, slot);
            if (entry == INDEX_EMPTY)
                return NULL;
            if (entry >= 0 && STR(entries[entry].key)->hash == hash &&
                str_equal_text(entries[entry].key, text))
                return entries[entry].value;
            perturb >>= PERTURB_SHIFT;
            slot = (slot * 5 + perturb + 1) & mask;
        }
    }
    for (size_t position = 0; dict_next(OBJECT(dict), &position, &key, &value);)
        if (IS_EXACT(key, STR) && str_equal_text(key, text))
            return value;
    return NULL;
}

int dict_contains(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    if (unlikely(hash == -1))
        return -1;
    DictObject *dict = DICT(self);
    int64_t found = likely(!dict->is_shape_backed) ? dict_lookup(dict, key, hash)
                                                   : dict_backed_find(dict, key, hash);
    return found >= 0 ? 1 : found == LOOKUP_ABSENT ? 0 : -1;
}

// ---- Setting ------------------------------------------------------------------------------------

// Adds a key that is not there; takes over both. The dict has a table of the right kind.
static inline int add_entry_steal(DictObject *dict, Object *key, int64_t hash, Object *value)
{
    if (unlikely(is_full(dict)) &&
        rebuild(dict, log2_at_least((size_t)dict->used_count * 3), dict->is_str_keyed) < 0) {
        decref(key);
        decref(value);
        return -1;
    }
    uint32_t log2 = dict->index_log2, entry = dict->entry_count;
    void *index = table_index(dict->entries, log2, dict->is_str_keyed);
    index_set(index, log2, find_free_slot(index, log2, index_mask(dict), hash), (int32_t)entry);
    if (dict->is_str_keyed)
        ((DictStrEntry *)dict->entries)[entry] = (DictStrEntry){key, value};
    else
        ((DictEntry *)dict->entries)[entry] = (DictEntry){key, value, hash};
    dict->entry_count++;
    dict->used_count++;
    dict->keys_version = 0;
    dict_track_for(dict, key, value);
    return 0;
}

// The table becomes one that can take the key. 0 / -1.
static int prepare_table(DictObject *dict, const Object *key)
{
    bool is_str = IS_EXACT(key, STR);
    if (!dict->entries)
        return make_table(dict, is_str);
    if (is_str || !dict->is_str_keyed)
        return 0;
    uint32_t log2 = dict->index_log2;
    if (is_full(dict))
        log2 = log2_at_least((size_t)dict->used_count * 3);
    return rebuild(dict, log2, false);
}

// The first entry of a dict without a table.
static int insert_first(DictObject *dict, Object *key, int64_t hash, Object *value)
{
    bool is_str = IS_EXACT(key, STR);
    if (unlikely(make_table(dict, is_str) < 0)) {
        decref(key);
        decref(value);
        return -1;
    }
    uint32_t log2 = dict->index_log2;
    uint64_t slot = (uint64_t)hash & index_mask(dict);
    index_set(table_index(dict->entries, log2, is_str), log2, slot, 0);
    if (is_str)
        *(DictStrEntry *)dict->entries = (DictStrEntry){key, value};
    else
        *(DictEntry *)dict->entries = (DictEntry){key, value, hash};
    dict->entry_count = dict->used_count = 1;
    dict_track_for(dict, key, value);
    return 0;
}

// The same for a str in a table of strs.
static inline int insert_str_steal(DictObject *dict, Object *key, int64_t hash, Object *value)
{
    int64_t found = find_str(dict, key, hash);
    if (found >= 0) {
        Object **place = &((DictStrEntry *)dict->entries)[found].value, *old = *place;
        *place = value;
        dict_track_for(dict, key, value);
        decref(old);
        decref(key);
        return 0;
    }
    if (unlikely(is_full(dict)))
        return add_entry_steal(dict, key, hash, value);
    uint32_t log2 = dict->index_log2, entry = dict->entry_count;
    index_set(table_index(dict->entries, log2, true), log2, absent_slot(found), (int32_t)entry);
    ((DictStrEntry *)dict->entries)[entry] = (DictStrEntry){key, value};
    dict->entry_count++;
    dict->used_count++;
    dict->keys_version = 0;
    dict_track_for(dict, key, value);
    return 0;
}

int dict_insert_steal(DictObject *dict, Object *key, int64_t hash, Object *value)
{
    if (unlikely(dict->is_shape_backed))
        return dict_backed_set_steal(dict, key, hash, value);
    if (!dict->entries)
        return insert_first(dict, key, hash, value);
    if (likely(dict->is_str_keyed && IS_EXACT(key, STR)))
        return insert_str_steal(dict, key, hash, value);
    int64_t entry = dict_lookup(dict, key, hash);
    if (entry >= 0) {
        Object **place = entry_value(dict, (size_t)entry), *old = *place;
        *place = value;
        dict_track_for(dict, key, value);
        decref(old);
        decref(key);
        return 0;
    }
    if (unlikely(entry == LOOKUP_ERROR || prepare_table(dict, key) < 0)) {
        decref(key);
        decref(value);
        return -1;
    }
    return add_entry_steal(dict, key, hash, value);
}

int dict_set_hash(Object *self, Object *key, int64_t hash, Object *value)
{
    incref(key);
    incref(value);
    return dict_insert_steal(DICT(self), key, hash, value);
}

int dict_set(Object *self, Object *key, Object *value)
{
    int64_t hash = item_hash(key);
    if (unlikely(hash == -1))
        return -1;
    return dict_set_hash(self, key, hash, value);
}

int dict_set_steal(Object *self, Object *key, Object *value)
{
    int64_t hash = item_hash(key);
    if (unlikely(hash == -1)) {
        decref(key);
        decref(value);
        return -1;
    }
    return dict_insert_steal(DICT(self), key, hash, value);
}

int dict_set_str(DictObject *dict, Object *key, Object *value)
{
    if (likely(dict->entries && dict->is_str_keyed && IS_EXACT(key, STR))) {
        incref(key);
        incref(value);
        return insert_str_steal(dict, key, str_hash_cached(key), value);
    }
    return dict_set(OBJECT(dict), key, value);
}

int dict_set_text(DictObject *dict, const char *text, Object *value)
{
    Object *key = intern_text(text);
    if (!key)
        return -1;
    return dict_set_steal(OBJECT(dict), key, new_ref(value));
}

// New reference to what is there, else the value is set.
Object *dict_set_default(Object *self, Object *key, Object *value)
{
    int64_t hash = item_hash(key);
    if (hash == -1)
        return NULL;
    Object *found = dict_get_hash_borrow(self, key, hash);
    if (found)
        return new_ref(found);
    if (error_occurred() || dict_set_hash(self, key, hash, value) < 0)
        return NULL;
    return new_ref(value);
}

// ---- Deleting -----------------------------------------------------------------------------------

void dict_remove_entry(DictObject *dict, size_t entry, Object **value_or_null)
{
    Object *key = entry_key(dict, entry), *value = *entry_value(dict, entry);
    uint64_t slot = find_slot_of(dict, entry_hash(dict, entry), (int64_t)entry);
    index_set(table_index(dict->entries, dict->index_log2, dict->is_str_keyed), dict->index_log2,
              slot, INDEX_DUMMY);
    if (dict->is_str_keyed)
        ((DictStrEntry *)dict->entries)[entry] = (DictStrEntry){NULL, NULL};
    else
        ((DictEntry *)dict->entries)[entry] = (DictEntry){NULL, NULL, 0};
    dict->used_count--;
    dict->keys_version = 0;
    if (entry == table_head(dict->entries)->front)
        table_head(dict->entries)->front++;
    decref(key);
    if (value_or_null)
        *value_or_null = value;
    else
        decref(value);
}

// 1 deleted, 0 absent, -1. *value_or_null (if not NULL) receives the value.
static int delete_hash(DictObject *dict, Object *key, int64_t hash, Object **value_or_null)
{
    if (unlikely(dict->is_shape_backed)) {
        int64_t slot = dict_backed_find(dict, key, hash);
        if (slot < 0)
            return slot == LOOKUP_ABSENT ? 0 : -1;
        Object *value = new_ref(dict_backed_value_borrow(dict, slot));
        int result = dict_backed_delete(dict, slot);
        if (value_or_null && result > 0)
            *value_or_null = value;
        else
            decref(value);
        return result;
    }
    int64_t entry = dict_lookup(dict, key, hash);
    if (entry < 0)
        return entry == LOOKUP_ABSENT ? 0 : -1;
    dict_remove_entry(dict, (size_t)entry, value_or_null);
    return 1;
}

int dict_delete_optional(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    return hash == -1 ? -1 : delete_hash(DICT(self), key, hash, NULL);
}

int dict_delete(Object *self, Object *key)
{
    int result = dict_delete_optional(self, key);
    if (result == 0)
        error_key(key);
    return result > 0 ? 0 : -1;
}

Object *dict_pop(Object *self, Object *key, Object *default_or_null)
{
    Object *value = NULL;
    if (dict_length(self) == 0) { // as CPython: the key is not hashed
        if (default_or_null)
            return new_ref(default_or_null);
        return error_key(key);
    }
    int64_t hash = item_hash(key);
    if (hash == -1)
        return NULL;
    int result = delete_hash(DICT(self), key, hash, &value);
    if (result == 0)
        return default_or_null ? new_ref(default_or_null) : error_key(key);
    return result > 0 ? value : NULL;
}

void dict_clear(Object *self)
{
    DictObject *dict = DICT(self);
    if (unlikely(dict->is_shape_backed)) {
        dict_backed_clear(dict);
        return;
    }
    DictObject old = *dict;
    if (!old.entries)
        return;
    dict->entries = NULL;
    dict->used_count = dict->entry_count = 0;
    dict->keys_version = 0;
    dict->index_log2 = 0;
    dict->is_str_keyed = true;
    for (uint32_t i = 0; i < old.entry_count; i++) {
        xdecref(entry_key(&old, i));
        xdecref(*entry_value(&old, i));
    }
    table_free(old.entries, old.index_log2, old.is_str_keyed);
}

// ---- Order ------------------------------------------------------------------------------------

// The first live entry is at `front` and the last one at entry_count - 1 then. Entries that are free
// again behind it have spent their index slots.
static void trim_ends(DictObject *dict)
{
    ASSERT(dict->used_count > 0 && !dict->is_shape_backed);
    DictTableHead *head = table_head(dict->entries);
    while (!entry_key(dict, head->front))
        head->front++;
    while (!entry_key(dict, dict->entry_count - 1u)) {
        dict->entry_count--;
        head->spent_count++;
    }
}

void dict_take_end(DictObject *dict, bool is_first, Object **key, Object **value)
{
    trim_ends(dict);
    size_t entry = is_first ? table_head(dict->entries)->front : dict->entry_count - 1u;
    *key = new_ref(entry_key(dict, entry));
    dict_remove_entry(dict, entry, value);
    if (!is_first) {
        DictTableHead *head = table_head(dict->entries);
        dict->entry_count--;
        head->spent_count++;
        if (head->front > dict->entry_count)
            head->front = dict->entry_count;
    }
}

// The table has room for one entry at an end. Where it is rebuilt for that, *entry follows. 0 / -1.
static int make_room(DictObject *dict, bool is_first, size_t *entry)
{
    if (!is_full(dict) && (!is_first || table_head(dict->entries)->front > 0))
        return 0;
    size_t gap = is_first ? dict->used_count + 1u : 0, live_before = 0;
    for (size_t i = table_head(dict->entries)->front; i < *entry; i++)
        live_before += entry_key(dict, i) != NULL;
    *entry = gap + live_before;
    return rebuild_behind(dict, log2_for(dict->used_count * 2u + gap + 2u), dict->is_str_keyed,
                          (uint32_t)gap);
}

int dict_move_to_end(DictObject *dict, Object *key, int64_t hash, bool is_first)
{
    int64_t found = dict_lookup(dict, key, hash);
    if (found < 0)
        return found == LOOKUP_ABSENT ? 0 : -1;
    size_t old = (size_t)found;
    trim_ends(dict);
    if (old == (is_first ? table_head(dict->entries)->front : dict->entry_count - 1u))
        return 1;
    if (make_room(dict, is_first, &old) < 0)
        return -1;
    uint32_t log2 = dict->index_log2;
    bool is_str_keyed = dict->is_str_keyed;
    void *index = table_index(dict->entries, log2, is_str_keyed);
    hash = entry_hash(dict, old);
    index_set(index, log2, find_slot_of(dict, hash, (int64_t)old), INDEX_DUMMY);
    DictTableHead *head = table_head(dict->entries);
    if (old == head->front)
        head->front++;
    if (is_first)
        head->spent_count++;
    uint32_t new = is_first ? --head->front : dict->entry_count++;
    index_set(index, log2, find_free_slot(index, log2, index_mask(dict), hash), (int32_t)new);
    if (is_str_keyed) {
        DictStrEntry *entries = dict->entries;
        entries[new] = entries[old];
        entries[old] = (DictStrEntry){NULL, NULL};
    } else {
        DictEntry *entries = dict->entries;
        entries[new] = entries[old];
        entries[old] = (DictEntry){NULL, NULL, 0};
    }
    dict->keys_version = 0;
    return 1;
}

// ---- Walking ------------------------------------------------------------------------------------

size_t dict_length(Object *self)
{
    DictObject *dict = DICT(self);
    return likely(!dict->is_shape_backed) ? dict->used_count : dict_backed_count(dict);
}

static inline bool next_pair(Object *self, size_t *position, Object **key, Object **value)
{
    DictObject *dict = DICT(self);
    if (unlikely(dict->is_shape_backed))
        return dict_backed_next(dict, position, key, value);
    size_t start = *position == 0 ? dict_first_position(dict) : *position;
    for (size_t i = start; i < dict->entry_count; i++) {
        Object *found = *entry_value(dict, i);
        if (likely(found != NULL)) {
            *key = entry_key(dict, i);
            *value = found;
            *position = i + 1;
            return true;
        }
    }
    return false;
}

bool dict_next(Object *self, size_t *position, Object **key, Object **value)
{
    return next_pair(self, position, key, value);
}

static inline bool next_pair_hash(Object *self, size_t *position, Object **key, Object **value,
                                  int64_t *hash)
{
    if (!next_pair(self, position, key, value))
        return false;
    DictObject *dict = DICT(self);
    *hash = unlikely(dict->is_shape_backed) ? str_hash_cached(*key)
                                            : entry_hash(dict, *position - 1);
    return true;
}

bool dict_next_hash(Object *self, size_t *position, Object **key, Object **value, int64_t *hash)
{
    return next_pair_hash(self, position, key, value, hash);
}

Object *dict_keys_list(Object *self)
{
    size_t count = dict_length(self);
    Object *list = list_new(count);
    if (!list)
        return NULL;
    Object *key, *value;
    size_t i = 0;
    for (size_t position = 0; dict_next(self, &position, &key, &value);)
        LIST(list)->items[i++] = new_ref(key);
    ASSERT(i == count);
    return list;
}

int64_t dict_find_entry(DictObject *dict, Object *key)
{
    if (!dict->entries || !dict->is_str_keyed || !IS_EXACT(key, STR))
        return -1;
    return lookup_str(dict, key, str_hash_cached(key));
}

static uint32_t last_version;

uint32_t dict_keys_version(DictObject *dict)
{
    if (dict->keys_version || !dict->is_str_keyed || dict->is_shape_backed ||
        last_version == UINT32_MAX)
        return dict->keys_version;
    return dict->keys_version = ++last_version;
}

bool dict_has_only_str_keys(DictObject *dict)
{
    if (dict->is_shape_backed || dict->is_str_keyed)
        return true;
    for (uint32_t i = 0; i < dict->entry_count; i++)
        if (entry_key(dict, i) && !IS_STR(entry_key(dict, i)))
            return false;
    return true;
}

// ---- Copies and merging -------------------------------------------------------------------------

Object *dict_new_unpublished(TypeObject *type)
{
    Object *self;
    if (likely(type == &type_dict)) {
        self = gc_alloc(type, sizeof(DictObject));
        if (unlikely(!self))
            return error_no_memory();
        memset(self + 1, 0, sizeof(DictObject) - sizeof(Object));
    } else {
        self = type_allocate(type, 0);
        if (!self)
            return NULL;
    }
    DICT(self)->is_str_keyed = true;
    return self;
}

Object *dict_new(void)
{
    return dict_new_unpublished(&type_dict);
}

Object *dict_new_sized(size_t count)
{
    Object *dict = dict_new();
    if (likely(dict != NULL) && count > table_usable(DICT_LOG2_MIN))
        DICT(dict)->index_log2 = (uint8_t)log2_for(count);
    return dict;
}

Object *dict_copy(Object *self)
{
    Object *copy = dict_new();
    if (!copy)
        return NULL;
    if (dict_length(self) && dict_merge(copy, self, 1) < 0)
        ref_clear(&copy);
    return copy;
}

// Whether a's table may simply be a copy of b's.
static bool can_clone(const DictObject *a, const DictObject *b)
{
    return a->used_count == 0 && !a->is_shape_backed && b->entries &&
           b->used_count == b->entry_count &&
           (b->index_log2 == DICT_LOG2_MIN || table_usable(b->index_log2 - 1u) < b->used_count);
}

// One key of a merge that does not override. 0 / -1.
static int merge_one(Object *self, Object *key, int64_t hash, Object *value, int override)
{
    int64_t found = DICT(self)->is_shape_backed ? dict_backed_find(DICT(self), key, hash)
                                                : dict_lookup(DICT(self), key, hash);
    if (found == LOOKUP_ERROR)
        return -1;
    if (found >= 0) {
        if (override == 0)
            return 0;
        error_key(key);
        return -1;
    }
    return dict_set_hash(self, key, hash, value);
}

static int merge_dict(Object *self, Object *other, int override)
{
    DictObject *a = DICT(self), *b = DICT(other);
    size_t count = dict_length(other);
    if (self == other || count == 0)
        return 0;
    if (can_clone(a, b))
        return dict_clone_table(a, b);
    if (dict_length(self) == 0)
        override = 1;
    if (!a->is_shape_backed && (!a->entries || table_usable(a->index_log2) < count) &&
        dict_reserve(a, count) < 0)
        return -1;
    Object *key, *value;
    int64_t hash;
    for (size_t position = 0; next_pair_hash(other, &position, &key, &value, &hash);) {
        incref(key);
        incref(value);
        int result;
        if (override == 1) {
            result = dict_insert_steal(a, key, hash, value);
        } else {
            result = merge_one(self, key, hash, value, override);
            decref(key);
            decref(value);
        }
        if (result < 0)
            return -1;
        if (dict_length(other) != count) {
            error_text(&exc_runtime_error, "dict mutated during update");
            return -1;
        }
    }
    return 0;
}

// All keys of a mapping, before the first value is asked for: a list.
static Object *mapping_keys(Object *mapping)
{
    Object *keys = call_method_none(mapping, NAME(keys));
    if (!keys)
        return NULL;
    Object *iterator = object_iterate(keys);
    if (!iterator && error_is(&exc_type_error))
        error_format(&exc_type_error, "%T.keys() returned a non-iterable (type %T)", mapping, keys);
    decref(keys);
    Object *list = iterator ? object_to_list(iterator) : NULL;
    xdecref(iterator);
    return list;
}

static int merge_mapping(Object *self, Object *mapping, int override)
{
    Object *keys = mapping_keys(mapping);
    if (!keys)
        return -1;
    Object *iterator = object_iterate(keys);
    decref(keys);
    if (!iterator)
        return -1;
    int result = 0;
    Object *key;
    while (result == 0 && (key = iterator_next(iterator))) {
        int found = override == 1 ? 0 : dict_contains(self, key);
        if (found > 0 && override != 0)
            error_key(key);
        if (found < 0 || (found > 0 && override != 0)) {
            result = -1;
        } else if (!found) {
            Object *value = object_subscript(mapping, key);
            result = value ? dict_set(self, key, value) : -1;
            xdecref(value);
        }
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}

int dict_merge(Object *self, Object *mapping, int override)
{
    if (IS_DICT(mapping) && dict_has_own_iteration(mapping))
        return merge_dict(self, mapping, override);
    return merge_mapping(self, mapping, override);
}

// Adds the pair that an element of a sequence of pairs is. 0 / -1.
static int merge_pair(Object *self, Object *element, size_t index)
{
    Object *pair = object_fast_sequence(element, "");
    if (!pair) {
        if (error_is(&exc_type_error))
            error_format(&exc_type_error,
                         "cannot convert dictionary update sequence element #%zu to a sequence",
                         index);
        return -1;
    }
    bool is_tuple = IS_TUPLE(pair);
    size_t count = is_tuple ? TUPLE(pair)->count : LIST(pair)->count;
    int result = -1;
    if (count != 2) {
        error_format(&exc_value_error,
                     "dictionary update sequence element #%zu has length %zu; 2 is required",
                     index, count);
    } else {
        Object **items = is_tuple ? TUPLE(pair)->items : LIST(pair)->items;
        result = dict_set_steal(self, new_ref(items[0]), new_ref(items[1]));
    }
    decref(pair);
    return result;
}

int dict_merge_pairs(Object *self, Object *iterable)
{
    Object *iterator = object_iterate(iterable);
    if (!iterator)
        return -1;
    int result = 0;
    Object *element;
    for (size_t i = 0; result == 0 && (element = iterator_next(iterator)); i++) {
        result = merge_pair(self, element, i);
        decref(element);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}
