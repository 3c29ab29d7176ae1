// Views of a dict (keys, values, items) and the iterators over it, in both directions.
//
// An iterator lets its dict go when it is exhausted or failed. A view is a pair of words: header
// and dict. Read next_entry first.
#include "runtime/containers/dict_table.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/class.h"
#include "runtime/model/singletons.h"
#include "runtime/program/descriptor.h"

typedef struct DictViewObject {
    Object header;
    Object *dict;
} DictViewObject;
#define VIEW(o) ((DictViewObject *)(o))
#define ITER(o) ((DictIterObject *)(o))

// ---- Iterators ----------------------------------------------------------------------------------

// position: forwards the next entry, backwards the number of entries that are left.
static Object *iter_new(TypeObject *type, Object *dict, bool is_reverse)
{
    Object *self = gc_alloc(type, sizeof(DictIterObject));
    if (unlikely(!self))
        return error_no_memory();
    ITER(self)->dict = new_ref(dict);
    size_t count = dict_length(dict);
    ITER(self)->position =
        !is_reverse ? 0 : DICT(dict)->is_shape_backed ? count : DICT(dict)->entry_count;
    ITER(self)->used_count = (uint32_t)count;
    ITER(self)->remaining = (int64_t)count;
    ITER(self)->pair = NULL;
    if (type == &type_dict_item_iter || type == &type_dict_reverse_item_iter) {
        ITER(self)->pair = tuple_pack(2, object_none, object_none);
        if (!ITER(self)->pair) {
            decref(dict);
            gc_free(self, sizeof(DictIterObject));
            return NULL;
        }
    }
    gc_track(self);
    return self;
}

static void iter_dealloc(Object *self)
{
    xdecref(ITER(self)->dict);
    xdecref(ITER(self)->pair);
    gc_free(self, sizeof(DictIterObject));
}

static int iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->dict);
    VISIT(ITER(self)->pair);
    return 0;
}

static bool stop(DictIterObject *self)
{
    Object *dict = self->dict;
    self->dict = NULL;
    decref(dict);
    return false;
}

// The next entry, borrowed. False at the end, or with exception.
static inline bool next_entry(DictIterObject *self, Object **key, Object **value)
{
    Object *dict = self->dict;
    if (!dict)
        return false;
    if (unlikely(self->used_count != dict_length(dict))) {
        error_text(&exc_runtime_error, "dictionary changed size during iteration");
        self->used_count = UINT32_MAX; // stays so
        return false;
    }
    if (!dict_next(dict, &self->position, key, value))
        return stop(self);
    if (unlikely(self->remaining == 0)) {
        error_text(&exc_runtime_error, "dictionary keys changed during iteration");
        return stop(self);
    }
    self->remaining--;
    return true;
}

size_t dict_iter_take(Object *iterator, Object **items, size_t room)
{
    DictIterObject *iter = ITER(iterator);
    const DictObject *dict = (const DictObject *)iter->dict;
    if (!dict || dict->is_shape_backed || iter->used_count != dict->used_count)
        return 0;
    bool is_value = IS_EXACT(iterator, DICT_VALUE_ITER);
    size_t count = 0, i = iter->position ? iter->position : dict_first_position(dict);
    for (; i < dict->entry_count && count < room && iter->remaining > 0; i++) {
        Object *value = *entry_value(dict, i);
        if (unlikely(!value))
            continue;
        items[count++] = new_ref(is_value ? value : entry_key(dict, i));
        iter->remaining--;
    }
    iter->position = i;
    return count;
}

static bool previous_entry(DictIterObject *self, Object **key, Object **value)
{
    Object *dict = self->dict;
    if (!dict)
        return false;
    if (self->used_count != dict_length(dict)) {
        error_text(&exc_runtime_error, "dictionary changed size during iteration");
        self->used_count = UINT32_MAX;
        return false;
    }
    while (self->position > 0) {
        size_t position = --self->position, after = position;
        if (!DICT(dict)->is_shape_backed &&
            (position >= DICT(dict)->entry_count || !*entry_value(DICT(dict), position)))
            continue;
        if (dict_next(dict, &after, key, value)) {
            self->remaining--;
            return true;
        }
    }
    return stop(self);
}

static Object *key_iter_next(Object *self)
{
    Object *key, *value;
    return next_entry(ITER(self), &key, &value) ? new_ref(key) : NULL;
}

static Object *value_iter_next(Object *self)
{
    Object *key, *value;
    return next_entry(ITER(self), &key, &value) ? new_ref(value) : NULL;
}

// (key, value), in the iterator's own tuple when nobody else holds it.
static Object *make_pair(DictIterObject *self, Object *key, Object *value)
{
    Object *pair = self->pair;
    if (pair->refcount != 1)
        return tuple_pack(2, key, value);
    incref(pair);
    incref(key);
    incref(value);
    Object *old_key = TUPLE(pair)->items[0], *old_value = TUPLE(pair)->items[1];
    TUPLE(pair)->items[0] = key;
    TUPLE(pair)->items[1] = value;
    decref(old_key);
    decref(old_value);
    if (unlikely(!(pair->flags & FLAG_TRACKED)))
        gc_track(pair);
    return pair;
}

static Object *item_iter_next(Object *self)
{
    Object *key, *value;
    return next_entry(ITER(self), &key, &value) ? make_pair(ITER(self), key, value) : NULL;
}

static Object *reverse_key_iter_next(Object *self)
{
    Object *key, *value;
    return previous_entry(ITER(self), &key, &value) ? new_ref(key) : NULL;
}

static Object *reverse_value_iter_next(Object *self)
{
    Object *key, *value;
    return previous_entry(ITER(self), &key, &value) ? new_ref(value) : NULL;
}

static Object *reverse_item_iter_next(Object *self)
{
    Object *key, *value;
    return previous_entry(ITER(self), &key, &value) ? make_pair(ITER(self), key, value) : NULL;
}

static Object *iter_method_length_hint(Object *self)
{
    DictIterObject *iter = ITER(self);
    bool is_valid = iter->dict && iter->used_count == dict_length(iter->dict);
    return int_from_int64(is_valid ? iter->remaining : 0);
}

static const MethodDef iter_methods[] = {
    {"__length_hint__", (void *)iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};

#define DICT_ITERATOR(symbol, text, next_function)  \
    TypeObject symbol = {                           \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),  \
        .name = text,                               \
        .flags = TF_TRACKED | TF_NO_INSTANTIATION,  \
        .basic_size = sizeof(DictIterObject),       \
        .methods = iter_methods,                    \
        .dealloc = iter_dealloc,                    \
        .traverse = iter_traverse,                  \
        .iterate = iterate_self,                    \
        .next = next_function,                      \
    }

DICT_ITERATOR(type_dict_key_iter, "dict_keyiterator", key_iter_next);
DICT_ITERATOR(type_dict_value_iter, "dict_valueiterator", value_iter_next);
DICT_ITERATOR(type_dict_item_iter, "dict_itemiterator", item_iter_next);
DICT_ITERATOR(type_dict_reverse_key_iter, "dict_reversekeyiterator", reverse_key_iter_next);
DICT_ITERATOR(type_dict_reverse_value_iter, "dict_reversevalueiterator", reverse_value_iter_next);
DICT_ITERATOR(type_dict_reverse_item_iter, "dict_reverseitemiterator", reverse_item_iter_next);

Object *dict_key_iter_new(Object *dict)
{
    return iter_new(&type_dict_key_iter, dict, false);
}

Object *dict_method_reversed(Object *dict)
{
    return iter_new(&type_dict_reverse_key_iter, dict, true);
}

// ---- Views --------------------------------------------------------------------------------------

Object *dict_view_new(TypeObject *type, Object *dict)
{
    Object *self = gc_alloc(type, sizeof(DictViewObject));
    if (unlikely(!self))
        return error_no_memory();
    VIEW(self)->dict = new_ref(dict);
    gc_track(self);
    return self;
}

Object *dict_method_keys(Object *dict)
{
    return dict_view_new(&type_dict_keys, dict);
}

Object *dict_method_values(Object *dict)
{
    return dict_view_new(&type_dict_values, dict);
}

Object *dict_method_items(Object *dict)
{
    return dict_view_new(&type_dict_items, dict);
}

static void view_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(VIEW(self)->dict);
    gc_free(self, sizeof(DictViewObject));
    dealloc_leave();
}

static int view_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(VIEW(self)->dict);
    return 0;
}

static int64_t view_length(Object *self)
{
    return (int64_t)dict_length(VIEW(self)->dict);
}

static Object *keys_iterate(Object *self)
{
    return iter_new(&type_dict_key_iter, VIEW(self)->dict, false);
}

static Object *values_iterate(Object *self)
{
    return iter_new(&type_dict_value_iter, VIEW(self)->dict, false);
}

static Object *items_iterate(Object *self)
{
    return iter_new(&type_dict_item_iter, VIEW(self)->dict, false);
}

static Object *keys_method_reversed(Object *self)
{
    return iter_new(&type_dict_reverse_key_iter, VIEW(self)->dict, true);
}

static Object *values_method_reversed(Object *self)
{
    return iter_new(&type_dict_reverse_value_iter, VIEW(self)->dict, true);
}

static Object *items_method_reversed(Object *self)
{
    return iter_new(&type_dict_reverse_item_iter, VIEW(self)->dict, true);
}

static int keys_contains(Object *self, Object *key)
{
    return dict_contains(VIEW(self)->dict, key);
}

static int items_contains(Object *self, Object *pair)
{
    if (!IS_TUPLE(pair) || TUPLE(pair)->count != 2)
        return 0;
    Object *found = dict_get(VIEW(self)->dict, TUPLE(pair)->items[0]);
    if (!found)
        return error_occurred() ? -1 : 0;
    int result = item_equal(found, TUPLE(pair)->items[1]);
    decref(found);
    return result;
}

static Object *view_repr(Object *self)
{
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("...") : NULL;
    Object *list = object_to_list(self);
    Object *result = list ? str_format("%T(%R)", self, list) : NULL;
    xdecref(list);
    object_repr_leave(self);
    return result;
}

static Object *view_compare(Object *self, Object *other, CompareOp op);

// Keys or items, not values.
static bool is_set_view(const Object *object)
{
    return type_of(object)->compare == view_compare; // subclasses too
}

// Whether every item of the one is in the other; 1, 0, -1.
static int all_contained(Object *items, Object *container)
{
    Object *iterator = object_iterate(items);
    if (!iterator)
        return -1;
    int result = 1;
    Object *item;
    while (result == 1 && (item = iterator_next(iterator))) {
        result = object_contains(container, item);
        decref(item);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}

static Object *view_compare(Object *self, Object *other, CompareOp op)
{
    if (!object_has(other, TF_SUBCLASS_SET) && !is_set_view(other))
        return_not_implemented;
    int64_t left = view_length(self), right = object_length(other);
    if (right < 0)
        return NULL;
    int result = 0;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE:
        result = left == right ? all_contained(self, other) : 0;
        if (op == COMPARE_NE && result >= 0)
            result = !result;
        break;
    case COMPARE_LT: result = left < right ? all_contained(self, other) : 0; break;
    case COMPARE_LE: result = left <= right ? all_contained(self, other) : 0; break;
    case COMPARE_GT: result = left > right ? all_contained(other, self) : 0; break;
    case COMPARE_GE: result = left >= right ? all_contained(other, self) : 0; break;
    }
    return result < 0 ? NULL : object_from_bool(result != 0);
}

// The left side of an operation as a set. The keys of a dict come from the dict itself, as it makes
// room for all of them at once: that decides the order of the set.
static Object *view_to_set(Object *left)
{
    bool is_keys = type_of(left)->contains == type_dict_keys.contains;
    return set_from_iterable(is_keys && IS_EXACT(VIEW(left)->dict, DICT) ? VIEW(left)->dict : left);
}

static Object *view_subtract(Object *left, Object *right)
{
    Object *result = view_to_set(left);
    if (result && set_difference_update(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *view_or(Object *left, Object *right)
{
    Object *result = view_to_set(left);
    if (result && set_update(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *view_and(Object *self, Object *other)
{
    if (!is_set_view(self)) {
        Object *swap = self;
        self = other;
        other = swap;
    }
    int64_t length = view_length(self);
    if (IS_EXACT(other, SET) && length <= (int64_t)set_length(other))
        return set_intersection(other, self);
    if (is_set_view(other) && view_length(other) > length) {
        Object *swap = self;
        self = other;
        other = swap;
    }
    Object *result = set_new(), *iterator = object_iterate(other), *item;
    int status = result && iterator ? 0 : -1;
    while (status == 0 && (item = iterator_next(iterator))) {
        status = type_of(self)->contains(self, item);
        if (status > 0)
            status = set_add(result, item);
        decref(item);
    }
    xdecref(iterator);
    if (status < 0 || error_occurred()) {
        xdecref(result);
        return NULL;
    }
    return result;
}

// Items of the one or the other, for two item views: values decide too.
static Object *xor_items(Object *self, Object *other)
{
    Object *rest = dict_copy(VIEW(self)->dict), *result = set_new(), *key, *value;
    Object *dict = VIEW(other)->dict, *pair = NULL, *view = NULL;
    int64_t hash;
    if (!rest || !result)
        goto fail;
    for (size_t position = 0; dict_next_hash(dict, &position, &key, &value, &hash);) {
        ref_set_steal(&pair, tuple_pack(2, key, value));
        if (!pair)
            goto fail;
        key = TUPLE(pair)->items[0];
        Object *found = dict_get_hash_borrow(rest, key, hash);
        if (!found && error_occurred())
            goto fail;
        int equal = 0;
        if (found) {
            incref(found);
            equal = item_equal(found, TUPLE(pair)->items[1]);
            decref(found);
        }
        if (equal < 0)
            goto fail;
        if ((equal ? dict_delete(rest, key) : set_add(result, pair)) < 0)
            goto fail;
    }
    xdecref(pair);
    pair = NULL;
    view = dict_method_items(rest);
    if (!view || set_update(result, view) < 0)
        goto fail;
    decref(view);
    decref(rest);
    return result;
fail:
    xdecref(view);
    xdecref(pair);
    xdecref(rest);
    xdecref(result);
    return NULL;
}

static Object *view_xor(Object *left, Object *right)
{
    if (type_of(left)->contains == items_contains && type_of(right)->contains == items_contains)
        return xor_items(left, right);
    Object *result = view_to_set(left);
    if (result && set_symmetric_difference_update(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *view_method_isdisjoint(Object *self, Object *other)
{
    int64_t length = view_length(self);
    if (self == other)
        return object_from_bool(length == 0);
    if (IS_EXACT(other, SET) || IS_EXACT(other, FROZENSET) || is_set_view(other)) {
        if (object_length(other) > length) {
            Object *swap = self;
            self = other;
            other = swap;
        }
    }
    Object *iterator = object_iterate(other), *item;
    if (!iterator)
        return NULL;
    int found = 0;
    while (found == 0 && (item = iterator_next(iterator))) {
        found = object_contains(self, item);
        decref(item);
    }
    decref(iterator);
    return found < 0 || error_occurred() ? NULL : object_from_bool(!found);
}

static Object *view_get_mapping(Object *self, void *closure)
{
    (void)closure;
    return mappingproxy_new(VIEW(self)->dict);
}

static const GetSetDef view_getsets[] = {
    {"mapping", view_get_mapping, NULL, "dictionary that this view refers to", NULL},
    {0},
};

static const MethodDef keys_methods[] = {
    {"isdisjoint", (void *)view_method_isdisjoint, METHOD_O,
     "Return True if the view and the given iterable have a null intersection."},
    {"__reversed__", (void *)keys_method_reversed, METHOD_NOARGS,
     "Return a reverse iterator over the dict keys."},
    {0},
};
static const MethodDef values_methods[] = {
    {"__reversed__", (void *)values_method_reversed, METHOD_NOARGS,
     "Return a reverse iterator over the dict values."},
    {0},
};
static const MethodDef items_methods[] = {
    {"isdisjoint", (void *)view_method_isdisjoint, METHOD_O,
     "Return True if the view and the given iterable have a null intersection."},
    {"__reversed__", (void *)items_method_reversed, METHOD_NOARGS,
     "Return a reverse iterator over the dict items."},
    {0},
};

TypeObject type_dict_keys = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "dict_keys",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(DictViewObject),
    .methods = keys_methods,
    .getsets = view_getsets,
    .dealloc = view_dealloc,
    .traverse = view_traverse,
    .repr = view_repr,
    .hash = hash_not_implemented,
    .compare = view_compare,
    .iterate = keys_iterate,
    .binary = {[BINARY_SUBTRACT] = view_subtract, [BINARY_AND] = view_and,
               [BINARY_OR] = view_or, [BINARY_XOR] = view_xor},
    .length = view_length,
    .contains = keys_contains,
};

TypeObject type_dict_items = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "dict_items",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(DictViewObject),
    .methods = items_methods,
    .getsets = view_getsets,
    .dealloc = view_dealloc,
    .traverse = view_traverse,
    .repr = view_repr,
    .hash = hash_not_implemented,
    .compare = view_compare,
    .iterate = items_iterate,
    .binary = {[BINARY_SUBTRACT] = view_subtract, [BINARY_AND] = view_and,
               [BINARY_OR] = view_or, [BINARY_XOR] = view_xor},
    .length = view_length,
    .contains = items_contains,
};

TypeObject type_dict_values = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "dict_values",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(DictViewObject),
    .methods = values_methods,
    .getsets = view_getsets,
    .dealloc = view_dealloc,
    .traverse = view_traverse,
    .repr = view_repr,
    .iterate = values_iterate,
    .length = view_length,
};
