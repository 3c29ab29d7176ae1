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
static SetEntry some_entry = {&set_deleted, -1}; // never in a table

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

// The first unused slot for a key that is not in a table without deleted entries; the one that its hash
// names is taken.
static SetEntry *find_unused(SetEntry *table, size_t mask, int64_t hash)
{
    size_t perturb = (size_t)hash, i = (size_t)hash & mask;
    for (;;) {
        SetEntry *entry = &table[i];
        size_t probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
        do {
            if (!entry->key)
                return entry;
            entry++;
        } while (probes--);
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

static inline SetEntry *insert_clean(SetEntry *table, size_t mask, Object *key, int64_t hash)
{
    SetEntry *entry = &table[(size_t)hash & mask];
    if (entry->key)
        entry = find_unused(table, mask, hash);
    entry->key = key;
    entry->hash = hash;
    return entry;
}

// Live and unused slots alternate as chance has it: a branch for each would often be guessed wrong.
// Walks of larger tables therefore note first, without branches, which slots of a stretch are live.
#define STRETCH 64

// Notes the offsets of the live slots of one stretch in places[]. Their number.
static inline size_t note_live(const SetEntry *entries, bool has_deleted, uint8_t *places)
{
    size_t count = 0;
    if (unlikely(has_deleted)) {
        for (size_t i = 0; i < STRETCH; i++)
            if (set_entry_is_live(&entries[i]))
                places[count++] = (uint8_t)i;
        return count;
    }
#pragma GCC unroll 8
    for (size_t i = 0; i < STRETCH; i++) {
        places[count] = (uint8_t)i;
        count += entries[i].key != NULL;
    }
    return count;
}

// Visits all live entries of a table that nobody else changes meanwhile.
static inline __attribute__((always_inline)) void
visit_live(const SetEntry *table, size_t slots, size_t used, bool has_deleted,
           void (*visit)(const SetEntry *, void *), void *context)
{
    if (slots < STRETCH) {
        for (size_t i = 0; used > 0; i++)
            if (set_entry_is_live(&table[i])) {
                used--;
                visit(&table[i], context);
            }
        return;
    }
    for (; used > 0; table += STRETCH) {
        uint8_t places[STRETCH];
        size_t count = note_live(table, has_deleted, places);
        for (size_t i = 0; i < count; i++)
            visit(&table[places[i]], context);
        used -= count;
    }
}

// Visitors. The context is the set that gets the entry.
static inline void visit_insert(const SetEntry *entry, void *context)
{
    const SetObject *set = context;
    insert_clean(set->table, set->mask, entry->key, entry->hash);
}

static inline void visit_insert_new(const SetEntry *entry, void *context)
{
    incref(entry->key);
    visit_insert(entry, context);
}

static inline void visit_incref(const SetEntry *entry, void *context)
{
    (void)context;
    incref(entry->key);
}

static inline void visit_decref(const SetEntry *entry, void *context)
{
    (void)context;
    decref(entry->key);
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
    SetObject old = *set;
    set->table = table;
    set->mask = (uint32_t)(slots - 1);
    set->fill_count = set->used_count;
    if (old.table) {
        size_t old_slots = (size_t)old.mask + 1;
        visit_live(old.table, old_slots, old.used_count, old.fill_count != old.used_count, visit_insert, set);
        memory_free(old.table, old_slots * sizeof *table);
    }
    return 0;
}

size_t set_growth(const SetObject *set)
{
    size_t used = set->used_count;
    return used > 50000 ? used * 2 : used * 4;
}

// Counts what may have run script code: comparisons of keys, ends of keys. Walks that looked ahead
// notice by it that what they saw may be wrong now.
static uint64_t interruptions;

enum { KEY_CHANGED = 2, KEY_CHANGED_EQUAL = 3 };

// The entry's key equals `key`: 1, 0, -1; KEY_CHANGED, KEY_CHANGED_EQUAL: so it was, but the table or
// the entry is another one now.
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
        if (found->type_index == TYPE_TUPLE) {
            int equal = tuple_equal_plain(found, key);
            if (likely(equal >= 0))
                return equal;
        }
    }
    interruptions++;
    const SetEntry *table = set->table;
    incref(found);
    int equal = object_compare_bool(found, key, COMPARE_EQ);
    decref(found);
    if (equal < 0)
        return -1;
    return table != set->table || entry->key != found ? equal + KEY_CHANGED : equal;
}

// The entry of the key, or the unused entry where the search ended; NULL with exception. *deleted:
// the last deleted entry on the way, or NULL. Who adds (is_adding) takes "equal" for an answer even if
// __eq__ changed the set, and gets some entry with a key then; others look again, all as in CPython.
static SetEntry *find_any(SetObject *set, Object *key, int64_t hash, bool is_adding, SetEntry **deleted)
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
                if (unlikely(equal == KEY_CHANGED_EQUAL && is_adding))
                    return &some_entry;
                if (unlikely(equal >= KEY_CHANGED))
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
                                                        bool is_adding, SetEntry **deleted)
{
    if (likely(IS_EXACT(key, INT) || IS_EXACT(key, STR))) {
        SetEntry *entry = find_simple(set, key, hash, deleted);
        if (likely(entry != NULL))
            return entry;
    }
    return find_any(set, key, hash, is_adding, deleted);
}

// find_any for a set with a table. Inline: the first place, where most searches end.
static inline SetEntry *find(SetObject *set, Object *key, int64_t hash, bool is_adding,
                             SetEntry **deleted)
{
    SetEntry *entry = &set->table[(size_t)hash & set->mask];
    const Object *found = entry->key;
    *deleted = NULL;
    if (!found || found == key)
        return entry;
    if (entry->hash == hash && IS_EXACT(found, INT) && IS_EXACT(key, INT) &&
        ((const IntObject *)found)->value == ((const IntObject *)key)->value)
        return entry;
    return find_further(set, key, hash, is_adding, deleted);
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
    SetEntry *deleted, *entry = find(set, key, hash, true, &deleted);
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
    SetEntry *deleted, *entry = find(SET(self), key, hash, false, &deleted);
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

int set_add_if(Object *result, Object *set, Object *key, int64_t hash)
{
    return add_if(result, set, key, hash, true);
}

// The same for all keys of `from` from a slot on. Comparing them may change all three.
static int add_slots_if(Object *result, Object *from, size_t slot, Object *set, bool is_wanted)
{
    for (; SET(from)->table && slot <= SET(from)->mask; slot++) {
        const SetEntry *entry = &SET(from)->table[slot];
        if (set_entry_is_live(entry) && add_if(result, set, entry->key, entry->hash, is_wanted) < 0)
            return -1;
    }
    return 0;
}

int set_add_filtered(Object *result, Object *from, Object *by, bool is_wanted)
{
    SetObject *target = SET(result);
    if (ensure_table(SET(by)) < 0 || ensure_table(target) < 0)
        return -1;
    uint64_t before = interruptions;
    for (size_t i = 0; SET(from)->table && i <= SET(from)->mask; i++) {
        const SetEntry *seen = &SET(from)->table[i];
        if (!set_entry_is_live(seen))
            continue;
        Object *key = new_ref(seen->key);
        int64_t hash = seen->hash;
        SetEntry *deleted, *entry = find(SET(by), key, hash, false, &deleted);
        int status = !entry ? -1 : 0;
        bool is_added = entry && (entry->key != NULL) == is_wanted;
        if (unlikely(before != interruptions)) {
            if (is_added)
                status = set_add_hash(result, key, hash);
            decref(key);
            return status < 0 ? -1 : add_slots_if(result, from, i + 1, by, is_wanted);
        }
        if (is_added) // no other key of `from` is equal: it needs no comparison
            status = settle_added(target, insert_clean(target->table, target->mask, key, hash));
        else
            decref(key);
        if (unlikely(status < 0))
            return -1;
    }
    return 0;
}

int set_discard_hash(Object *self, Object *key, int64_t hash)
{
    if (SET(self)->used_count == 0)
        return 0;
    SetEntry *deleted, *entry = find(SET(self), key, hash, false, &deleted);
    if (unlikely(!entry))
        return -1;
    if (!entry->key)
        return 0;
    Object *old = entry->key;
    entry->key = &set_deleted;
    entry->hash = -1;
    SET(self)->used_count--;
    interruptions += old->refcount == 1; // it dies
    decref(old);
    return 1;
}

int set_toggle_hash(Object *self, Object *key, int64_t hash)
{
    SetObject *set = SET(self);
    SetEntry *deleted, *entry = NULL;
    if (likely(IS_EXACT(key, INT) || IS_EXACT(key, STR)))
        entry = find_simple(set, key, hash, &deleted);
    if (entry && !entry->key) { // no second search
        incref(key);
        if (!deleted) {
            *entry = (SetEntry){key, hash};
            return settle_added(set, entry);
        }
        *deleted = (SetEntry){key, hash};
        set->used_count++;
        return 0;
    }
    incref(key);
    int status = set_discard_hash(self, key, hash);
    if (status == 0)
        status = set_add_hash(self, key, hash);
    decref(key);
    return status < 0 ? -1 : 0;
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
    SetObject old = *set;
    set->table = NULL;
    set->mask = SET_MASK_MIN;
    set->used_count = set->fill_count = 0;
    if (!old.table)
        return;
    size_t slots = (size_t)old.mask + 1;
    visit_live(old.table, slots, old.used_count, old.fill_count != old.used_count, visit_decref, NULL);
    memory_free(old.table, slots * sizeof *old.table);
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

// The keys of another set for an empty one with room for them.
static void fill_from(SetObject *set, const SetObject *other)
{
    size_t slots = (size_t)other->mask + 1, used = other->used_count;
    bool has_deleted = other->fill_count != used;
    if (set->mask == other->mask && !has_deleted) {
        memcpy(set->table, other->table, slots * sizeof *set->table);
        visit_live(other->table, slots, used, false, visit_incref, NULL);
    } else {
        visit_live(other->table, slots, used, has_deleted, visit_insert_new, set);
    }
    set->fill_count = set->used_count = other->used_count;
}

typedef int (*ChangeFn)(Object *set, Object *key, int64_t hash);

// Changes `set` by each key of another set, from a slot on. That may run script code, which may change both.
static inline int change_by_slots(Object *set, Object *other, size_t slot, ChangeFn change)
{
    for (; SET(other)->table && slot <= SET(other)->mask; slot++) {
        SetEntry *entry = &SET(other)->table[slot];
        if (set_entry_is_live(entry) && change(set, entry->key, entry->hash) < 0)
            return -1;
    }
    return 0;
}

static inline __attribute__((always_inline)) int change_by(Object *set, Object *other, ChangeFn change)
{
    size_t slots = (size_t)SET(other)->mask + 1;
    if (slots < STRETCH || !SET(other)->table)
        return change_by_slots(set, other, 0, change);
    uint64_t before = interruptions;
    for (size_t start = 0; start < slots; start += STRETCH) {
        uint8_t places[STRETCH];
        bool has_deleted = SET(other)->fill_count != SET(other)->used_count;
        size_t count = note_live(&SET(other)->table[start], has_deleted, places);
        for (size_t i = 0; i < count; i++) {
            SetEntry *entry = &SET(other)->table[start + places[i]];
            if (change(set, entry->key, entry->hash) < 0)
                return -1;
            if (unlikely(before != interruptions)) // what was noted may be wrong now
                return change_by_slots(set, other, start + places[i] + 1, change);
        }
    }
    return 0;
}

int set_toggle_all(Object *set, Object *other)
{
    return change_by(set, other, set_toggle_hash);
}

// Slots of the table that a copy of a set without deleted entries gets.
static size_t slots_of_copy(size_t used)
{
    size_t slots = SET_MASK_MIN + 1;
    while (used * 5 >= SET_MASK_MIN * 3 && slots <= used * 2)
        slots <<= 1;
    return slots;
}

static int merge_set(SetObject *set, SetObject *other)
{
    if (other == set || other->used_count == 0)
        return 0;
    if (make_room(set, other->used_count) < 0 || ensure_table(set) < 0)
        return -1;
    if (set->fill_count == 0) {
        fill_from(set, other);
        return 0;
    }
    return change_by(OBJECT(set), OBJECT(other), set_add_hash);
}

Object *set_union(Object *self, Object *other)
{
    SetObject *left = SET(self), *right = SET(other);
    size_t together = (size_t)left->used_count + right->used_count, slots = (size_t)left->mask + 1;
    Object *result = set_allocate(set_base_type(type_of(self)));
    if (unlikely(!result))
        return NULL;
    int status;
    if (left->used_count && right->used_count && left->fill_count == left->used_count && left != right &&
        slots == slots_of_copy(left->used_count) && together * 5 >= left->mask * (size_t)3) {
        // The copy would have the very table of `self` and at once grow: the keys go to the larger table.
        status = set_resize(SET(result), together * 2);
        if (likely(status == 0)) {
            fill_from(SET(result), left);
            status = change_by(result, other, set_add_hash);
        }
    } else {
        status = merge_set(SET(result), left);
        if (status == 0 && left != right)
            status = merge_set(SET(result), right);
    }
    if (unlikely(status < 0))
        ref_clear(&result);
    return result;
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
