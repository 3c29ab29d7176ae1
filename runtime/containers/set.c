// set and frozenset: the table, and what C code calls. Methods and types: set_methods.c.
//
// The probing, the growth and each special case of merging are CPython 3.11's, because they decide
// the order in which a set prints: LINEAR_PROBES neighbours, then a jump by the perturbed hash.
// Invariants: used_count live entries; fill_count live and deleted; fill_count * 5 < mask * 3 + 5,
// so there is always an unused slot. table NULL: mask is 7 and nothing was ever added.
#include "runtime/containers/set.h"

#include <string.h>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set_private.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/class.h"

#define LINEAR_PROBES 9
#define PERTURB_SHIFT 5

Object set_deleted = OBJECT_HEADER_STATIC(TYPE_NONE);

// ---- Table --------------------------------------------------------------------------------------

static SetEntry *table_new(size_t slots)
{
    SetEntry *table = NULL;
    if (slots <= (size_t)UINT32_MAX + 1)
        table = memory_alloc_zeroed(slots * sizeof *table, MEMORY_RAW);
    return likely(table) ? table : error_no_memory();
}

static inline int ensure_table(SetObject *set)
{
    if (unlikely(!set->table)) {
        ASSERT(set->mask == SET_MASK_MIN);
        set->table = table_new(SET_MASK_MIN + 1);
        if (!set->table)
            return -1;
    }
    return 0;
}

// For a key that is not in a table without deleted entries.
static inline SetEntry *insert_clean(SetEntry *table, size_t mask, Object *key, int64_t hash)
{
    size_t perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        SetEntry *entry = &table[i];
        size_t probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (!entry->key) {
                entry->key = key;
                entry->hash = hash;
                return entry;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

// A table for more than `used` entries, without deleted ones. 0, or -1 with nothing changed.
int set_resize(SetObject *set, size_t used)
{
    size_t slots = SET_MASK_MIN + 1;
    while (slots <= used)
        slots <<= 1;
    if (slots == SET_MASK_MIN + 1 && set->mask == SET_MASK_MIN &&
        set->fill_count == set->used_count)
        return ensure_table(set);
    SetEntry *table = table_new(slots);
    if (unlikely(!table))
        return -1;
    SetEntry *old = set->table;
    size_t old_slots = (size_t)set->mask + 1, left = set->used_count;
    for (size_t i = 0; left > 0; i++)
        if (set_entry_is_live(&old[i])) {
            insert_clean(table, slots - 1, old[i].key, old[i].hash);
            left--;
        }
    set->table = table;
    set->mask = (uint32_t)(slots - 1);
    set->fill_count = set->used_count;
    if (old)
        memory_free(old, old_slots * sizeof *old);
    return 0;
}

size_t set_growth(const SetObject *set)
{
    size_t used = set->used_count;
    return used > 50000 ? used * 2 : used * 4;
}

// The entry's key equals `key`: 1, 0, -1; 2: the table changed meanwhile.
static inline int compare_entry(SetObject *set, const SetEntry *entry, Object *key)
{
    Object *found = entry->key;
    if (found == key)
        return 1;
    if (found->type_index == key->type_index) {
        if (found->type_index == TYPE_STR)
            return str_equal(found, key);
        if (found->type_index == TYPE_INT)
            return ((IntObject *)found)->value == ((IntObject *)key)->value;
    }
    const SetEntry *table = set->table;
    incref(found);
    int equal = object_compare_bool(found, key, COMPARE_EQ);
    decref(found);
    if (equal < 0)
        return -1;
    return table != set->table || entry->key != found ? 2 : equal;
}

// The entry of the key, or the unused entry where the search ended; NULL with exception. *deleted:
// the last deleted entry on the way, or NULL.
static SetEntry *find_any(SetObject *set, Object *key, int64_t hash, SetEntry **deleted)
{
restart:;
    size_t perturb = (size_t)hash;
    *deleted = NULL;
    if (unlikely(ensure_table(set) < 0)) // __eq__ may have cleared the set
        return NULL;
    size_t mask = set->mask, i = (size_t)hash & mask;
    for (;;) {
        SetEntry *entry = &set->table[i];
        size_t probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (!entry->key)
                return entry;
            if (entry->hash == hash) {
                int equal = compare_entry(set, entry, key);
                if (equal == 1)
                    return entry;
                if (unlikely(equal < 0))
                    return NULL;
                if (unlikely(equal == 2))
                    goto restart;
            } else if (entry->hash == -1) {
                *deleted = entry;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

// The same for an exact int or str, without calls: NULL where the general way must look, because an
// entry of the same hash is of another type, a long text, or there is no table.
static inline SetEntry *find_simple(SetObject *set, Object *key, int64_t hash, SetEntry **deleted)
{
    *deleted = NULL;
    if (unlikely(!set->table))
        return NULL;
    size_t perturb = (size_t)hash, mask = set->mask, i = (size_t)hash & mask;
    bool is_int = IS_EXACT(key, INT);
    for (;;) {
        SetEntry *entry = &set->table[i];
        size_t probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            Object *found = entry->key;
            if (!found || found == key)
                return entry;
            if (entry->hash == hash) {
                if (found->type_index != key->type_index)
                    return NULL;
                int equal = is_int ? ((IntObject *)found)->value == ((IntObject *)key)->value
                                   : str_equal_short(found, key);
                if (likely(equal))
                    return equal < 0 ? NULL : entry;
            } else if (unlikely(entry->hash == -1)) {
                *deleted = entry;
            }
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static __attribute__((noinline)) SetEntry *find_further(SetObject *set, Object *key, int64_t hash,
                                                        SetEntry **deleted)
{
    if (likely(IS_EXACT(key, INT) || IS_EXACT(key, STR))) {
        SetEntry *entry = find_simple(set, key, hash, deleted);
        if (likely(entry != NULL))
            return entry;
    }
    return find_any(set, key, hash, deleted);
}

// find_any for a set with a table. Inline: the first place, where most searches end.
static inline SetEntry *find(SetObject *set, Object *key, int64_t hash, SetEntry **deleted)
{
    SetEntry *entry = &set->table[(size_t)hash & set->mask];
    const Object *found = entry->key;
    *deleted = NULL;
    if (!found || found == key)
        return entry;
    if (entry->hash == hash && IS_EXACT(found, INT) && IS_EXACT(key, INT) &&
        ((const IntObject *)found)->value == ((const IntObject *)key)->value)
        return entry;
    return find_further(set, key, hash, deleted);
}

// The added entry filled the table: it grows.
static int grow_added(SetObject *set, SetEntry *entry)
{
    if (likely(set_resize(set, set_growth(set)) == 0))
        return 0;
    // No memory to grow: the slot is unused again, so that one is always left.
    Object *key = entry->key;
    *entry = (SetEntry){NULL, 0};
    set->fill_count--;
    set->used_count--;
    decref(key);
    return -1;
}

// Counts an entry that was unused before.
static inline int settle_added(SetObject *set, SetEntry *entry)
{
    set->fill_count++;
    set->used_count++;
    if (likely((size_t)set->fill_count * 5 < (size_t)set->mask * 3))
        return 0;
    return grow_added(set, entry);
}

int set_add_hash(Object *self, Object *key, int64_t hash)
{
    SetObject *set = SET(self);
    incref(key);
    if (!set->table) { // all slots will be unused
        if (likely(ensure_table(set) == 0))
            return settle_added(set, insert_clean(set->table, set->mask, key, hash));
        decref(key);
        return -1;
    }
    SetEntry *deleted, *entry = find(set, key, hash, &deleted);
    if (unlikely(!entry)) {
        decref(key);
        return -1;
    }
    if (entry->key) {
        decref(key);
        return 0;
    }
    if (deleted) {
        *deleted = (SetEntry){key, hash};
        set->used_count++;
        return 0;
    }
    entry->key = key;
    entry->hash = hash;
    return settle_added(set, entry);
}

int set_add(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    return unlikely(hash == -1) ? -1 : set_add_hash(self, key, hash);
}

int set_contains_hash(Object *self, Object *key, int64_t hash)
{
    if (SET(self)->used_count == 0)
        return 0;
    SetEntry *deleted, *entry = find(SET(self), key, hash, &deleted);
    return unlikely(!entry) ? -1 : entry->key != NULL;
}

int set_contains_key(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    return unlikely(hash == -1) ? -1 : set_contains_hash(self, key, hash);
}

// Adds the key to `result` if it is in `set` (or, is_wanted false, if it is not). Borrows all.
static int add_if(Object *result, Object *set, Object *key, int64_t hash, bool is_wanted)
{
    incref(key);
    int found = set_contains_hash(set, key, hash);
    int status = found < 0 ? -1 : (found != 0) == is_wanted ? set_add_hash(result, key, hash) : 0;
    decref(key);
    return status;
}

int set_add_filtered(Object *result, Object *from, Object *by, bool is_wanted)
{
    SetObject *source = SET(from), *target = SET(result);
    if (ensure_table(SET(by)) < 0 || ensure_table(target) < 0)
        return -1;
    for (size_t i = 0; source->table && i <= source->mask; i++) {
        Object *key = source->table[i].key;
        int64_t hash = source->table[i].hash;
        if (!set_entry_is_live(&source->table[i]))
            continue;
        SetEntry *deleted, *entry = NULL;
        if (likely(IS_EXACT(key, INT) || IS_EXACT(key, STR)))
            entry = find_simple(SET(by), key, hash, &deleted);
        if (unlikely(!entry || !target->table)) { // script code may have cleared it
            if (add_if(result, by, key, hash, is_wanted) < 0)
                return -1;
        } else if ((entry->key != NULL) == is_wanted) {
            // No other key of the source is equal: it needs no comparison.
            incref(key);
            if (settle_added(target, insert_clean(target->table, target->mask, key, hash)) < 0)
                return -1;
        }
    }
    return 0;
}

int set_add_if(Object *result, Object *set, Object *key, int64_t hash)
{
    return add_if(result, set, key, hash, true);
}

int set_discard_hash(Object *self, Object *key, int64_t hash)
{
    if (SET(self)->used_count == 0)
        return 0;
    SetEntry *deleted, *entry = find(SET(self), key, hash, &deleted);
    if (unlikely(!entry))
        return -1;
    if (!entry->key)
        return 0;
    Object *old = entry->key;
    entry->key = &set_deleted;
    entry->hash = -1;
    SET(self)->used_count--;
    decref(old);
    return 1;
}

// hash(key) fails for a set: its frozenset stands for it. New reference, or NULL with exception.
static Object *frozen_key(Object *key)
{
    if (!IS_SET(key) || !error_is(&exc_type_error))
        return NULL;
    error_clear();
    return set_make_base(&type_frozenset, key);
}

int set_contains(Object *self, Object *key)
{
    int result = set_contains_key(self, key);
    if (unlikely(result < 0)) {
        Object *frozen = frozen_key(key);
        if (frozen) {
            result = set_contains_key(self, frozen);
            decref(frozen);
        }
    }
    return result;
}

int set_discard(Object *self, Object *key)
{
    int64_t hash = item_hash(key);
    int result = hash == -1 ? -1 : set_discard_hash(self, key, hash);
    if (unlikely(result < 0)) {
        Object *frozen = frozen_key(key);
        if (frozen) {
            hash = object_hash(frozen);
            result = hash == -1 ? -1 : set_discard_hash(self, frozen, hash);
            decref(frozen);
        }
    }
    return result;
}

void set_clear(Object *self)
{
    SetObject *set = SET(self);
    SetEntry *table = set->table;
    size_t slots = (size_t)set->mask + 1, used_count = set->used_count;
    set->table = NULL;
    set->mask = SET_MASK_MIN;
    set->used_count = set->fill_count = 0;
    if (!table)
        return;
    for (size_t i = 0; used_count > 0; i++)
        if (set_entry_is_live(&table[i])) {
            used_count--;
            decref(table[i].key);
        }
    memory_free(table, slots * sizeof *table);
}

size_t set_length(Object *self)
{
    return SET(self)->used_count;
}

bool set_next(Object *self, size_t *position, Object **key, int64_t *hash)
{
    SetObject *set = SET(self);
    if (!set->table)
        return false;
    for (size_t i = *position; i <= set->mask; i++) {
        SetEntry *entry = &set->table[i];
        if (set_entry_is_live(entry)) {
            *position = i + 1;
            *key = entry->key;
            *hash = entry->hash;
            return true;
        }
    }
    *position = (size_t)set->mask + 1;
    return false;
}

// ---- Making and merging -------------------------------------------------------------------------

TypeObject *set_base_type(TypeObject *type)
{
    return type == &type_set || type_is_subtype(type, &type_set) ? &type_set : &type_frozenset;
}

Object *set_allocate(TypeObject *type)
{
    Object *self;
    if (likely(type == &type_set || type == &type_frozenset)) {
        self = gc_alloc(type, type->basic_size);
        if (unlikely(!self))
            return error_no_memory();
        memset(self + 1, 0, sizeof(SetObject) - sizeof(Object));
    } else {
        self = type_allocate(type, 0);
        if (!self)
            return NULL;
    }
    SET(self)->mask = SET_MASK_MIN;
    if (set_base_type(type) == &type_frozenset) {
        self->flags |= FLAG_SET_IS_FROZEN;
        FROZENSET(self)->hash = -1;
    }
    gc_track(self);
    return self;
}

Object *set_make_base(TypeObject *type, Object *iterable)
{
    Object *self = set_allocate(set_base_type(type));
    if (self && iterable && set_update(self, iterable) < 0)
        ref_clear(&self);
    return self;
}

Object *set_new(void)
{
    return set_allocate(&type_set);
}

Object *set_from_iterable(Object *iterable)
{
    return set_make_base(&type_set, iterable);
}

Object *frozenset_from_iterable(Object *iterable)
{
    if (IS_EXACT(iterable, FROZENSET))
        return new_ref(iterable);
    return set_make_base(&type_frozenset, iterable);
}

// One large resize before `count` keys are added.
static int make_room(SetObject *set, size_t count)
{
    if (((size_t)set->fill_count + count) * 5 >= (size_t)set->mask * 3)
        return set_resize(set, ((size_t)set->used_count + count) * 2);
    return 0;
}

static int merge_set(SetObject *set, SetObject *other)
{
    if (other == set || other->used_count == 0)
        return 0;
    if (make_room(set, other->used_count) < 0 || ensure_table(set) < 0)
        return -1;
    SetEntry *from = other->table;
    if (set->fill_count == 0) {
        bool is_plain = set->mask == other->mask && other->fill_count == other->used_count;
        SetEntry *to = set->table;
        size_t mask = set->mask, left = other->used_count;
        for (size_t i = 0; left > 0; i++) {
            if (!set_entry_is_live(&from[i]))
                continue;
            left--;
            incref(from[i].key);
            if (is_plain)
                to[i] = from[i];
            else
                insert_clean(to, mask, from[i].key, from[i].hash);
        }
        set->fill_count = set->used_count = other->used_count;
        return 0;
    }
    for (size_t i = 0; other->table && i <= other->mask; i++) {
        SetEntry *entry = &other->table[i];
        if (set_entry_is_live(entry) && set_add_hash(OBJECT(set), entry->key, entry->hash) < 0)
            return -1;
    }
    return 0;
}

static int merge_dict(SetObject *set, Object *dict)
{
    if (make_room(set, dict_length(dict)) < 0)
        return -1;
    Object *key, *value;
    int64_t hash;
    for (size_t position = 0; dict_next_hash(dict, &position, &key, &value, &hash);)
        if (set_add_hash(OBJECT(set), key, hash) < 0)
            return -1;
    return 0;
}

// The items of a list or tuple, which may change meanwhile.
static int add_items(Object *self, Object *sequence)
{
    bool is_tuple = IS_TUPLE(sequence);
    for (size_t i = 0; i < (is_tuple ? TUPLE(sequence)->count : LIST(sequence)->count); i++) {
        Object *key = is_tuple ? TUPLE(sequence)->items[i] : LIST(sequence)->items[i];
        int result;
        if (IS_EXACT(key, INT)) {
            result = set_add_hash(self, key, hash_int64(((IntObject *)key)->value));
        } else {
            incref(key);
            result = set_add(self, key);
            decref(key);
        }
        if (unlikely(result < 0))
            return -1;
    }
    return 0;
}

int set_update(Object *self, Object *other)
{
    if (IS_SET(other))
        return merge_set(SET(self), SET(other));
    if (IS_EXACT(other, DICT))
        return merge_dict(SET(self), other);
    if (IS_EXACT(other, LIST) || IS_EXACT(other, TUPLE))
        return add_items(self, other);
    Object *iterator = object_iterate(other);
    if (!iterator)
        return -1;
    int result = 0;
    Object *key;
    while (result == 0 && (key = iterator_next(iterator))) {
        result = set_add(self, key);
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}
