// set and frozenset as scripts see them: operations, slots, iterator, type objects. The order in
// which results are filled follows CPython 3.11's functions one by one (set.c says why).
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set_private.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/names.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/program/generic_alias.h"

typedef struct SetIterObject {
    Object header;
    Object *set; // NULL when exhausted
    size_t position;
    uint32_t used_count;
    uint32_t remaining;
} SetIterObject;
#define ITER(o) ((SetIterObject *)(o))

// ---- Operations ---------------------------------------------------------------------------------

static Object *copy(Object *self)
{
    return set_make_base(type_of(self), self);
}

static int intersect(Object *result, Object *self, Object *other)
{
    Object *key;
    int64_t hash;
    if (IS_SET(other)) {
        if (set_length(other) > set_length(self)) {
            Object *swap = self;
            self = other;
            other = swap;
        }
        return set_add_filtered(result, other, self, true);
    }
    Object *iterator = object_iterate(other);
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (key = iterator_next(iterator))) {
        hash = item_hash(key);
        status = hash == -1 ? -1 : set_add_if(result, self, key, hash);
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : status;
}

Object *set_intersection(Object *self, Object *other)
{
    if (self == other)
        return copy(self);
    Object *result = set_make_base(type_of(self), NULL);
    if (result && intersect(result, self, other) < 0)
        ref_clear(&result);
    return result;
}

// Exchanges the tables of two sets.
static void swap_bodies(SetObject *a, SetObject *b)
{
    SetObject old = *a;
    a->table = b->table, b->table = old.table;
    a->mask = b->mask, b->mask = old.mask;
    a->used_count = b->used_count, b->used_count = old.used_count;
    a->fill_count = b->fill_count, b->fill_count = old.fill_count;
}

int set_intersection_update(Object *self, Object *other)
{
    Object *result = set_intersection(self, other);
    if (!result)
        return -1;
    swap_bodies(SET(self), SET(result));
    decref(result);
    return 0;
}

static int discard_all(Object *self, Object *other)
{
    Object *key;
    int64_t hash;
    int status = 0;
    if (IS_SET(other)) {
        if (set_length(other) >> 3 > set_length(self)) {
            other = set_intersection(self, other);
            if (!other)
                return -1;
        } else {
            incref(other);
        }
        for (size_t position = 0; status >= 0 && set_next(other, &position, &key, &hash);) {
            incref(key);
            status = set_discard_hash(self, key, hash);
            decref(key);
        }
        decref(other);
        return status < 0 ? -1 : 0;
    }
    Object *iterator = object_iterate(other);
    if (!iterator)
        return -1;
    while (status >= 0 && (key = iterator_next(iterator))) {
        hash = item_hash(key);
        status = hash == -1 ? -1 : set_discard_hash(self, key, hash);
        decref(key);
    }
    decref(iterator);
    return status < 0 || error_occurred() ? -1 : 0;
}

int set_difference_update(Object *self, Object *other)
{
    if (self == other) {
        set_clear(self);
        return 0;
    }
    if (discard_all(self, other) < 0)
        return -1;
    SetObject *set = SET(self);
    if (set->fill_count - set->used_count <= set->mask / 4)
        return 0;
    return set_resize(set, set_growth(set));
}

static Object *copy_and_subtract(Object *self, Object *other)
{
    Object *result = copy(self);
    if (result && set_difference_update(result, other) < 0)
        ref_clear(&result);
    return result;
}

static Object *difference(Object *self, Object *other)
{
    bool is_dict = IS_EXACT(other, DICT);
    if (!is_dict && !IS_SET(other))
        return copy_and_subtract(self, other);
    size_t other_length = is_dict ? dict_length(other) : set_length(other);
    if (set_length(self) >> 2 > other_length)
        return copy_and_subtract(self, other);
    Object *result = set_make_base(type_of(self), NULL), *key;
    int64_t hash;
    int status = !result ? -1 : is_dict ? 0 : set_add_filtered(result, self, other, false);
    for (size_t position = 0; is_dict && status == 0 && set_next(self, &position, &key, &hash);) {
        incref(key);
        if (!dict_get_hash_borrow(other, key, hash))
            status = error_occurred() ? -1 : set_add_hash(result, key, hash);
        decref(key);
    }
    if (status < 0 && result)
        ref_clear(&result);
    return result;
}

int set_symmetric_difference_update(Object *self, Object *other)
{
    Object *key, *value;
    int64_t hash;
    if (self == other) {
        set_clear(self);
        return 0;
    }
    if (IS_EXACT(other, DICT)) {
        for (size_t position = 0; dict_next_hash(other, &position, &key, &value, &hash);)
            if (set_toggle_hash(self, key, hash) < 0)
                return -1;
        return 0;
    }
    Object *keys = IS_SET(other) ? new_ref(other) : set_make_base(type_of(self), other);
    int status = keys ? set_toggle_all(self, keys) : -1;
    xdecref(keys);
    return status;
}

// Whether each key of a set is in another; 1, 0, -1.
static int is_subset(Object *self, Object *other)
{
    if (!IS_SET(other)) {
        Object *common = set_intersection(self, other);
        if (!common)
            return -1;
        int result = set_length(common) == set_length(self);
        decref(common);
        return result;
    }
    if (set_length(self) > set_length(other))
        return 0;
    Object *key;
    int64_t hash;
    int result = 1;
    for (size_t position = 0; result == 1 && set_next(self, &position, &key, &hash);) {
        incref(key);
        result = set_contains_hash(other, key, hash);
        decref(key);
    }
    return result;
}

// ---- Methods ------------------------------------------------------------------------------------

static Object *set_method_add(Object *self, Object *key)
{
    return set_add(self, key) < 0 ? NULL : object_none;
}

static Object *set_method_clear(Object *self)
{
    set_clear(self);
    return_none;
}

static Object *set_method_copy(Object *self)
{
    return copy(self);
}

static Object *frozenset_method_copy(Object *self)
{
    return IS_EXACT(self, FROZENSET) ? new_ref(self) : copy(self);
}

static Object *set_method_discard(Object *self, Object *key)
{
    return set_discard(self, key) < 0 ? NULL : object_none;
}

static Object *set_method_remove(Object *self, Object *key)
{
    int result = set_discard(self, key);
    if (result == 0)
        return error_key(key);
    return result < 0 ? NULL : object_none;
}

static Object *set_method_pop(Object *self)
{
    SetObject *set = SET(self);
    if (set->used_count == 0)
        return error_text(&exc_key_error, "pop from an empty set");
    size_t i = set->finger & set->mask;
    while (!set_entry_is_live(&set->table[i]))
        i = i == set->mask ? 0 : i + 1;
    Object *key = set->table[i].key;
    set->table[i].key = &set_deleted;
    set->table[i].hash = -1;
    set->used_count--;
    set->finger = (uint32_t)i + 1;
    return key;
}

static Object *set_method_update(Object *self, Object *const *args, size_t nargs)
{
    for (size_t i = 0; i < nargs; i++)
        if (set_update(self, args[i]) < 0)
            return NULL;
    return_none;
}

static Object *set_method_union(Object *self, Object *const *args, size_t nargs)
{
    bool is_pair = nargs > 0 && IS_SET(args[0]);
    Object *result = is_pair ? set_union(self, args[0]) : copy(self);
    for (size_t i = is_pair; result && i < nargs; i++)
        if (args[i] != self && set_update(result, args[i]) < 0)
            ref_clear(&result);
    return result;
}

static Object *set_method_intersection(Object *self, Object *const *args, size_t nargs)
{
    if (nargs == 0)
        return copy(self);
    Object *result = new_ref(self);
    for (size_t i = 0; result && i < nargs; i++) {
        Object *next = set_intersection(result, args[i]);
        decref(result);
        result = next;
    }
    return result;
}

static Object *set_method_intersection_update(Object *self, Object *const *args, size_t nargs)
{
    Object *result = set_method_intersection(self, args, nargs);
    if (!result)
        return NULL;
    swap_bodies(SET(self), SET(result));
    decref(result);
    return_none;
}

static Object *set_method_difference(Object *self, Object *const *args, size_t nargs)
{
    if (nargs == 0)
        return copy(self);
    Object *result = difference(self, args[0]);
    for (size_t i = 1; result && i < nargs; i++)
        if (set_difference_update(result, args[i]) < 0)
            ref_clear(&result);
    return result;
}

static Object *set_method_difference_update(Object *self, Object *const *args, size_t nargs)
{
    for (size_t i = 0; i < nargs; i++)
        if (set_difference_update(self, args[i]) < 0)
            return NULL;
    return_none;
}

static Object *set_method_symmetric_difference(Object *self, Object *other)
{
    Object *result = set_make_base(type_of(self), other);
    if (result && set_symmetric_difference_update(result, self) < 0)
        ref_clear(&result);
    return result;
}

static Object *set_method_symmetric_difference_update(Object *self, Object *other)
{
    return set_symmetric_difference_update(self, other) < 0 ? NULL : object_none;
}

static Object *set_method_issubset(Object *self, Object *other)
{
    int result = is_subset(self, other);
    return result < 0 ? NULL : object_from_bool(result != 0);
}

// 1 if a key of the iterable is in the set (or, is_wanted false, is not), 0, -1.
static int any_contained(Object *self, Object *iterable, bool is_wanted)
{
    Object *iterator = object_iterate(iterable), *key;
    if (!iterator)
        return -1;
    int result = 0;
    while (result == 0 && (key = iterator_next(iterator))) {
        int found = set_contains_key(self, key);
        result = found < 0 ? -1 : (found != 0) == is_wanted;
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}

static Object *set_method_issuperset(Object *self, Object *other)
{
    if (IS_SET(other))
        return set_method_issubset(other, self);
    int missing = any_contained(self, other, false);
    return missing < 0 ? NULL : object_from_bool(!missing);
}

static Object *set_method_isdisjoint(Object *self, Object *other)
{
    if (self == other)
        return object_from_bool(set_length(self) == 0);
    int found = 0;
    if (IS_EXACT(other, SET) || IS_EXACT(other, FROZENSET)) {
        Object *key;
        int64_t hash;
        if (set_length(other) > set_length(self)) {
            Object *swap = self;
            self = other;
            other = swap;
        }
        for (size_t position = 0; found == 0 && set_next(other, &position, &key, &hash);) {
            incref(key);
            found = set_contains_hash(self, key, hash);
            decref(key);
        }
    } else {
        found = any_contained(self, other, true);
    }
    return found < 0 ? NULL : object_from_bool(!found);
}

static Object *set_method_sizeof(Object *self)
{
    size_t size = object_byte_size(self);
    if (SET(self)->table)
        size += ((size_t)SET(self)->mask + 1) * sizeof(SetEntry);
    return int_from_size(size);
}

// ---- Slots --------------------------------------------------------------------------------------

static void set_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    set_clear(self);
    if (likely(IS_EXACT(self, SET) || IS_EXACT(self, FROZENSET)))
        gc_free(self, type_of(self)->basic_size);
    else
        type_release(self, 0);
    dealloc_leave();
}

static int set_traverse(Object *self, VisitFn visit, void *context)
{
    SetObject *set = SET(self);
    if (set->table)
        for (size_t i = 0; i <= set->mask; i++)
            if (set_entry_is_live(&set->table[i]))
                VISIT(set->table[i].key);
    return 0;
}

static int set_clear_slot(Object *self)
{
    set_clear(self);
    return 0;
}

// "{1, 2}" of a set that is not empty.
static Object *repr_items(Object *self)
{
    Object *list = object_to_list(self);
    if (!list)
        return NULL;
    StrBuilder builder;
    str_builder_init(&builder);
    int status = str_builder_char(&builder, '{');
    for (size_t i = 0; status == 0 && i < LIST(list)->count; i++) {
        if (i > 0)
            status = str_builder_ascii(&builder, ", ", 2);
        if (status == 0)
            status = builder_repr(&builder, LIST(list)->items[i]);
    }
    if (status == 0)
        status = str_builder_char(&builder, '}');
    decref(list);
    if (status == 0)
        return str_builder_finish(&builder);
    str_builder_free(&builder);
    return NULL;
}

static Object *set_repr(Object *self)
{
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_format("%T(...)", self) : NULL;
    Object *result;
    if (set_length(self) == 0) {
        result = str_format("%T()", self);
    } else {
        result = repr_items(self);
        if (result && !IS_EXACT(self, SET))
            ref_set_steal(&result, str_format("%T(%U)", self, result));
    }
    object_repr_leave(self);
    return result;
}

static int64_t frozenset_hash(Object *self)
{
    SetObject *set = SET(self);
    if (FROZENSET(self)->hash != -1)
        return FROZENSET(self)->hash;
    uint64_t state_ = hash_set_start();
    if (set->table)
        for (size_t i = 0; i <= set->mask; i++)
            if (set_entry_is_live(&set->table[i]))
                state_ = hash_set_add(state_, set->table[i].hash);
    return FROZENSET(self)->hash = hash_set_finish(state_, set->used_count);
}

// The hash of a frozenset that was hashed before; -1: not known.
static int64_t known_hash(const Object *self)
{
    return self->flags & FLAG_SET_IS_FROZEN ? ((const FrozensetObject *)self)->hash : -1;
}

static Object *set_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_SET(self) || !IS_SET(other))
        return_not_implemented;
    size_t left = set_length(self), right = set_length(other);
    int64_t left_hash = known_hash(self), right_hash = known_hash(other);
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        if (left == right && (left_hash == -1 || right_hash == -1 || left_hash == right_hash))
            result = is_subset(self, other);
        if (op == COMPARE_NE && result >= 0)
            result = !result;
        break;
    case COMPARE_LE: result = is_subset(self, other); break;
    case COMPARE_GE: result = is_subset(other, self); break;
    case COMPARE_LT: result = left < right ? is_subset(self, other) : 0; break;
    case COMPARE_GT: result = left > right ? is_subset(other, self) : 0; break;
    }
    return result < 0 ? NULL : object_from_bool(result != 0);
}

static int64_t set_length_slot(Object *self)
{
    return (int64_t)set_length(self);
}

static Object *set_or(Object *left, Object *right)
{
    if (!IS_SET(left) || !IS_SET(right))
        return_not_implemented;
    return set_method_union(left, &right, 1);
}

static Object *set_and(Object *left, Object *right)
{
    if (!IS_SET(left) || !IS_SET(right))
        return_not_implemented;
    return set_intersection(left, right);
}

static Object *set_subtract(Object *left, Object *right)
{
    if (!IS_SET(left) || !IS_SET(right))
        return_not_implemented;
    return difference(left, right);
}

static Object *set_xor(Object *left, Object *right)
{
    if (!IS_SET(left) || !IS_SET(right))
        return_not_implemented;
    return set_method_symmetric_difference(left, right);
}

static Object *set_inplace_or(Object *self, Object *other)
{
    if (!IS_SET(other))
        return_not_implemented;
    return set_update(self, other) < 0 ? NULL : new_ref(self);
}

static Object *set_inplace_and(Object *self, Object *other)
{
    if (!IS_SET(other))
        return_not_implemented;
    return set_intersection_update(self, other) < 0 ? NULL : new_ref(self);
}

static Object *set_inplace_subtract(Object *self, Object *other)
{
    if (!IS_SET(other))
        return_not_implemented;
    return set_difference_update(self, other) < 0 ? NULL : new_ref(self);
}

static Object *set_inplace_xor(Object *self, Object *other)
{
    if (!IS_SET(other))
        return_not_implemented;
    return set_symmetric_difference_update(self, other) < 0 ? NULL : new_ref(self);
}

// ---- Iterator -----------------------------------------------------------------------------------

static Object *set_iter_new(Object *set)
{
    Object *self = gc_alloc(&type_set_iter, sizeof(SetIterObject));
    if (unlikely(!self))
        return error_no_memory();
    ITER(self)->set = new_ref(set);
    ITER(self)->position = 0;
    ITER(self)->used_count = ITER(self)->remaining = SET(set)->used_count;
    gc_track(self);
    return self;
}

static void set_iter_dealloc(Object *self)
{
    xdecref(ITER(self)->set);
    gc_free(self, sizeof(SetIterObject));
}

static int set_iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->set);
    return 0;
}

static Object *set_iter_next(Object *self)
{
    SetIterObject *iter = ITER(self);
    Object *set = iter->set, *key;
    int64_t hash;
    if (!set)
        return NULL;
    if (unlikely(iter->used_count != SET(set)->used_count)) {
        iter->used_count = UINT32_MAX; // stays so
        return error_text(&exc_runtime_error, "Set changed size during iteration");
    }
    if (likely(set_next(set, &iter->position, &key, &hash))) {
        iter->remaining--;
        return new_ref(key);
    }
    iter->set = NULL;
    decref(set);
    return NULL;
}

static Object *set_iter_method_length_hint(Object *self)
{
    SetIterObject *iter = ITER(self);
    bool is_valid = iter->set && iter->used_count == SET(iter->set)->used_count;
    return int_from_int64(is_valid ? iter->remaining : 0);
}

static const MethodDef set_iter_methods[] = {
    {"__length_hint__", (void *)set_iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

TypeObject type_set_iter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "set_iterator",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(SetIterObject),
    .methods = set_iter_methods,
    .dealloc = set_iter_dealloc,
    .traverse = set_iter_traverse,
    .iterate = iterate_self,
    .next = set_iter_next,
};

// ---- Types --------------------------------------------------------------------------------------

static Object *set_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return set_allocate(type);
}

static int set_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (type_of(self)->make == set_make && args_no_keywords("set", kwnames) < 0)
        return -1;
    if (args_check_count("set", nargs, 0, 1) < 0)
        return -1;
    set_clear(self);
    return nargs ? set_update(self, args[0]) : 0;
}

static Object *set_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    Object *iterable;
    if (only_argument("set", args, nargs, kwnames, &iterable) < 0)
        return NULL;
    return set_make_base(&type_set, iterable);
}

static Object *frozenset_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_frozenset || type->init == type_frozenset.init) &&
        args_no_keywords("frozenset", kwnames) < 0)
        return NULL;
    if (args_check_count("frozenset", nargs, 0, 1) < 0)
        return NULL;
    if (type == &type_frozenset && nargs && IS_EXACT(args[0], FROZENSET))
        return new_ref(args[0]);
    Object *self = set_allocate(type);
    if (self && nargs && set_update(self, args[0]) < 0)
        ref_clear(&self);
    return self;
}

static Object *frozenset_construct(Object *type, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    return frozenset_make((TypeObject *)type, args, nargs, kwnames);
}

// What both types have.
#define SHARED_METHODS                                                                            \
    {"__sizeof__", (void *)set_method_sizeof, METHOD_NOARGS,                                      \
     "S.__sizeof__() -> size of S in memory, in bytes"},                                          \
    {"difference", (void *)set_method_difference, METHOD_FAST,                                    \
     "Return the difference of two or more sets as a new set.\n\n"                                \
     "(i.e. all elements that are in this set but not the others.)"},                             \
    {"intersection", (void *)set_method_intersection, METHOD_FAST,                                \
     "Return the intersection of two sets as a new set.\n\n"                                      \
     "(i.e. all elements that are in both sets.)"},                                               \
    {"isdisjoint", (void *)set_method_isdisjoint, METHOD_O,                                       \
     "Return True if two sets have a null intersection."},                                        \
    {"issubset", (void *)set_method_issubset, METHOD_O,                                           \
     "Report whether another set contains this set."},                                            \
    {"issuperset", (void *)set_method_issuperset, METHOD_O,                                       \
     "Report whether this set contains another set."},                                            \
    {"symmetric_difference", (void *)set_method_symmetric_difference, METHOD_O,                   \
     "Return the symmetric difference of two sets as a new set.\n\n"                              \
     "(i.e. all elements that are in exactly one of the sets.)"},                                 \
    {"union", (void *)set_method_union, METHOD_FAST,                                              \
     "Return the union of sets as a new set.\n\n"                                                 \
     "(i.e. all elements that are in either set.)"}

static Object *set_method_reduce(Object *self)
{
    Object *items = object_to_list(self), *args = items ? tuple_pack(1, items) : NULL, *result = NULL;
    Object *state_value = args ? call_method_none(self, NAME(getstate)) : NULL;
    if (state_value)
        result = tuple_pack(3, OBJECT(type_of(self)), args, state_value);
    xdecref(items);
    xdecref(args);
    xdecref(state_value);
    return result;
}

#define SET_REDUCE                                               \
    {"__reduce__", (void *)set_method_reduce, METHOD_NOARGS,     \
     "Return state information for pickling."}
static const MethodDef set_methods[] = {
    SET_REDUCE,
    SHARED_METHODS,
    {"add", (void *)set_method_add, METHOD_O,
     "Add an element to a set.\n\n"
     "This has no effect if the element is already present."},
    {"clear", (void *)set_method_clear, METHOD_NOARGS,
     "Remove all elements from this set."},
    {"copy", (void *)set_method_copy, METHOD_NOARGS,
     "Return a shallow copy of a set."},
    {"discard", (void *)set_method_discard, METHOD_O,
     "Remove an element from a set if it is a member.\n\n"
     "Unlike set.remove(), the discard() method does not raise\n"
     "an exception when an element is missing from the set."},
    {"difference_update", (void *)set_method_difference_update, METHOD_FAST,
     "Remove all elements of another set from this set."},
    {"intersection_update", (void *)set_method_intersection_update, METHOD_FAST,
     "Update a set with the intersection of itself and another."},
    {"pop", (void *)set_method_pop, METHOD_NOARGS,
     "Remove and return an arbitrary set element.\n"
     "Raises KeyError if the set is empty."},
    {"remove", (void *)set_method_remove, METHOD_O,
     "Remove an element from a set; it must be a member.\n\n"
     "If the element is not a member, raise a KeyError."},
    {"symmetric_difference_update", (void *)set_method_symmetric_difference_update, METHOD_O,
     "Update a set with the symmetric difference of itself and another."},
    {"update", (void *)set_method_update, METHOD_FAST,
     "Update a set with the union of itself and others."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

static const MethodDef frozenset_methods[] = {
    SET_REDUCE,
    SHARED_METHODS,
    {"copy", (void *)frozenset_method_copy, METHOD_NOARGS,
     "Return a shallow copy of a set."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

TypeObject type_set = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "set",
    .doc =
     "set() -> new empty set object\nset(iterable) -> new set object\n\n"
     "Build an unordered collection of unique elements.",
    .flags = TF_TRACKED | TF_BASE | TF_HAS_WEAKREF | TF_SUBCLASS_SET,
    .basic_size = sizeof(SetObject),
    .methods = set_methods,
    .dealloc = set_dealloc,
    .traverse = set_traverse,
    .clear = set_clear_slot,
    .make = set_make,
    .init = set_init,
    .construct = set_construct,
    .repr = set_repr,
    .hash = hash_not_implemented,
    .compare = set_compare,
    .iterate = set_iter_new,
    .binary = {[BINARY_SUBTRACT] = set_subtract, [BINARY_AND] = set_and,
               [BINARY_OR] = set_or, [BINARY_XOR] = set_xor},
    .inplace = {[BINARY_SUBTRACT] = set_inplace_subtract, [BINARY_AND] = set_inplace_and,
                [BINARY_OR] = set_inplace_or, [BINARY_XOR] = set_inplace_xor},
    .length = set_length_slot,
    .contains = set_contains,
};

TypeObject type_frozenset = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "frozenset",
    .doc =
     "frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n"
     "\nBuild an immutable unordered collection of unique elements.",
    .flags = TF_TRACKED | TF_BASE | TF_HAS_WEAKREF | TF_SUBCLASS_SET,
    .basic_size = sizeof(FrozensetObject),
    .methods = frozenset_methods,
    .dealloc = set_dealloc,
    .traverse = set_traverse,
    .clear = set_clear_slot,
    .make = frozenset_make,
    .construct = frozenset_construct,
    .repr = set_repr,
    .hash = frozenset_hash,
    .compare = set_compare,
    .iterate = set_iter_new,
    .binary = {[BINARY_SUBTRACT] = set_subtract, [BINARY_AND] = set_and,
               [BINARY_OR] = set_or, [BINARY_XOR] = set_xor},
    .length = set_length_slot,
    .contains = set_contains,
};
