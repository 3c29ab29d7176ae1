// dict as scripts see it: slots, methods, constructor, type object. The table is in dict.c.
#include <string.h>

#include "runtime/containers/dict_table.h"
#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/names.h"
#include "runtime/model/singletons.h"
#include "runtime/program/generic_alias.h"

bool dict_has_own_iteration(const Object *object)
{
    return type_of(object)->iterate == dict_key_iter_new;
}

// ---- Life ---------------------------------------------------------------------------------------

static void dict_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    DictObject *dict = DICT(self);
    void *entries = dict->entries;
    if (entries) {
        // An entry is two references, and in the general form a hash.
        size_t step = entry_size(dict->is_str_keyed) / sizeof(Object *);
        Object **entry = entries, **end = entry + dict->entry_count * step;
#pragma GCC unroll 4
        for (; entry < end; entry += step) {
            Object *key = entry[0], *value = entry[1];
            if (!key)
                continue;
            decref(key);
            decref(value);
        }
        table_free(entries, dict->index_log2, dict->is_str_keyed);
        dict->entries = NULL;
        dict->entry_count = dict->used_count = 0;
    }
    if (likely(IS_EXACT(self, DICT)))
        gc_free(self, sizeof(DictObject));
    else
        type_release(self, 0);
    dealloc_leave();
}

static int dict_traverse(Object *self, VisitFn visit, void *context)
{
    DictObject *dict = DICT(self);
    if (unlikely(dict->is_shape_backed))
        return dict_backed_traverse(dict, visit, context);
    if (dict->is_str_keyed) {
        const DictStrEntry *entries = dict->entries;
        for (uint32_t i = 0; i < dict->entry_count; i++)
            VISIT(entries[i].value);
        return 0;
    }
    const DictEntry *entries = dict->entries;
    for (uint32_t i = 0; i < dict->entry_count; i++) {
        VISIT(entries[i].value);
        VISIT(entries[i].key);
    }
    return 0;
}

static int dict_clear_slot(Object *self)
{
    if (unlikely(DICT(self)->is_shape_backed))
        dict_backed_clear(DICT(self)); // now: a dict that its instance leaves later keeps the values
    else
        dict_clear(self);
    return 0;
}

void dict_maybe_untrack(Object *self)
{
    DictObject *dict = DICT(self);
    if (!IS_EXACT(self, DICT) || dict->is_shape_backed || !(self->flags & FLAG_TRACKED))
        return;
    Object *key, *value;
    for (size_t position = 0; dict_next(self, &position, &key, &value);)
        if (item_may_be_tracked(value) || item_may_be_tracked(key))
            return;
    gc_untrack(self);
}

// ---- As a value ---------------------------------------------------------------------------------

static int repr_entries(Object *self, StrBuilder *builder)
{
    Object *key, *value;
    bool is_first = true;
    for (size_t position = 0; dict_next(self, &position, &key, &value); is_first = false) {
        incref(key);
        incref(value);
        int result = is_first ? 0 : str_builder_ascii(builder, ", ", 2);
        if (result == 0)
            result = builder_repr(builder, key);
        if (result == 0)
            result = str_builder_ascii(builder, ": ", 2);
        if (result == 0)
            result = builder_repr(builder, value);
        decref(key);
        decref(value);
        if (result < 0)
            return -1;
    }
    return 0;
}

static Object *dict_repr(Object *self)
{
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("{...}") : NULL;
    StrBuilder builder;
    str_builder_init(&builder);
    int result = str_builder_char(&builder, '{');
    if (result == 0)
        result = repr_entries(self, &builder);
    if (result == 0)
        result = str_builder_char(&builder, '}');
    object_repr_leave(self);
    if (result == 0)
        return str_builder_finish(&builder);
    str_builder_free(&builder);
    return NULL;
}

// 1, 0, -1.
static int equal_dicts(Object *a, Object *b)
{
    if (dict_length(a) != dict_length(b))
        return 0;
    Object *key, *value;
    int64_t hash;
    for (size_t position = 0; dict_next_hash(a, &position, &key, &value, &hash);) {
        const DictObject *dict = DICT(b);
        Object *other;
        // Equal dicts often have the same keys in the same places.
        if (position <= dict->entry_count && dict->entries && entry_key(dict, position - 1) == key) {
            other = *entry_value(dict, position - 1);
            if (other == value)
                continue;
            incref(key);
            incref(value);
        } else {
            incref(key);
            incref(value);
            other = dict_get_hash_borrow(b, key, hash);
        }
        int result = 0;
        if (other) {
            incref(other);
            result = item_equal(value, other);
            decref(other);
        } else if (error_occurred()) {
            result = -1;
        }
        decref(key);
        decref(value);
        if (result <= 0)
            return result;
    }
    return 1;
}

static Object *dict_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_DICT(self) || !IS_DICT(other) || (op != COMPARE_EQ && op != COMPARE_NE))
        return_not_implemented;
    int equal = equal_dicts(self, other);
    return equal < 0 ? NULL : object_from_bool(equal == (op == COMPARE_EQ));
}

static int64_t dict_length_slot(Object *self)
{
    return (int64_t)dict_length(self);
}

static Object *dict_subscript(Object *self, Object *key)
{
    Object *value = dict_get_borrow(self, key);
    if (likely(value != NULL))
        return new_ref(value);
    if (error_occurred())
        return NULL;
    if (!IS_EXACT(self, DICT)) {
        if (recursion_enter(" while calling a Python object") < 0) // CPython calls dict.__getitem__
            return NULL;
        int found = call_special(self, NAME(missing), &key, 1, &value);
        recursion_leave();
        if (found != 0)
            return found < 0 ? NULL : value;
    }
    return error_key(key);
}

static int dict_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    return value_or_null ? dict_set(self, key, value_or_null) : dict_delete(self, key);
}

static Object *dict_or(Object *left, Object *right)
{
    if (!IS_DICT(left) || !IS_DICT(right))
        return_not_implemented;
    Object *result = dict_copy(left);
    if (result && dict_update(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *dict_inplace_or(Object *self, Object *other)
{
    return dict_update(self, other) < 0 ? NULL : new_ref(self);
}

// ---- Methods ------------------------------------------------------------------------------------

int dict_update(Object *self, Object *other)
{
    if (IS_EXACT(other, DICT))
        return dict_merge(self, other, 1);
    Object *keys = object_get_attribute_optional(other, NAME(keys));
    if (keys) {
        decref(keys);
        return dict_merge(self, other, 1);
    }
    return error_occurred() ? -1 : dict_merge_pairs(self, other);
}

static int update_common(Object *self, const char *name, Object *const *args, size_t nargs,
                         Object *kwnames)
{
    if (args_check_count(name, nargs, 0, 1) < 0)
        return -1;
    if (nargs && dict_update(self, args[0]) < 0)
        return -1;
    for (size_t i = 0; kwnames && i < TUPLE(kwnames)->count; i++)
        if (dict_set(self, TUPLE(kwnames)->items[i], args[nargs + i]) < 0)
            return -1;
    return 0;
}

static Object *dict_method_update(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return update_common(self, "update", args, nargs, kwnames) < 0 ? NULL : object_none;
}

static Object *dict_method_get(Object *self, Object *const *args, size_t nargs)
{
    if (unlikely(nargs - 1 > 1) && args_check_count("get", nargs, 1, 2) < 0)
        return NULL;
    Object *value = dict_get_borrow(self, args[0]);
    if (value)
        return new_ref(value);
    if (unlikely(error_occurred()))
        return NULL;
    return nargs > 1 ? new_ref(args[1]) : object_none;
}

static Object *dict_method_setdefault(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("setdefault", nargs, 1, 2) < 0)
        return NULL;
    return dict_set_default(self, args[0], nargs > 1 ? args[1] : object_none);
}

static Object *dict_method_pop(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("pop", nargs, 1, 2) < 0)
        return NULL;
    return dict_pop(self, args[0], nargs > 1 ? args[1] : NULL);
}

// The pair of the last attribute of a shape-backed dict, deleted.
static Object *pop_backed(DictObject *dict, Object *pair)
{
    size_t position = dict_backed_count(dict) - 1;
    Object *key, *value;
    dict_backed_next(dict, &position, &key, &value);
    TUPLE(pair)->items[0] = new_ref(key);
    TUPLE(pair)->items[1] = new_ref(value);
    if (dict_delete(OBJECT(dict), TUPLE(pair)->items[0]) < 0)
        ref_clear(&pair);
    return pair;
}

static Object *dict_method_popitem(Object *self)
{
    DictObject *dict = DICT(self);
    Object *pair = tuple_new(2);
    if (!pair)
        return NULL;
    if (dict_length(self) == 0) {
        decref(pair);
        return error_text(&exc_key_error, "popitem(): dictionary is empty");
    }
    if (dict->is_shape_backed)
        return pop_backed(dict, pair);
    dict_take_end(dict, false, &TUPLE(pair)->items[0], &TUPLE(pair)->items[1]);
    return pair;
}

static Object *dict_method_clear(Object *self)
{
    dict_clear(self);
    return_none;
}

static Object *dict_method_sizeof(Object *self)
{
    DictObject *dict = DICT(self);
    size_t size = object_byte_size(self);
    if (dict->entries)
        size += table_size(dict->index_log2, dict->is_str_keyed);
    return int_from_size(size);
}

static int fill_from_keys(Object *self, Object *iterable, Object *value)
{
    Object *iterator = object_iterate(iterable);
    if (!iterator)
        return -1;
    bool is_exact = IS_EXACT(self, DICT);
    if (is_exact && (IS_EXACT(iterable, DICT) || object_has(iterable, TF_SUBCLASS_SET)))
        dict_reserve(DICT(self), IS_EXACT(iterable, DICT) ? dict_length(iterable)
                                                          : set_length(iterable));
    int result = 0;
    Object *key;
    while (result == 0 && (key = iterator_next(iterator))) {
        result = is_exact ? dict_set(self, key, value) : object_set_subscript(self, key, value);
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : result;
}

static Object *dict_method_fromkeys(Object *class, Object *const *args, size_t nargs)
{
    if (args_check_count("fromkeys", nargs, 1, 2) < 0)
        return NULL;
    Object *self = call_none(class);
    if (self && fill_from_keys(self, args[0], nargs > 1 ? args[1] : object_none) < 0)
        ref_clear(&self);
    return self;
}

// ---- The type -----------------------------------------------------------------------------------

static Object *dict_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = dict_new_unpublished(type);
    if (self) {
        DICT(self)->is_str_keyed = true;
        if (type != &type_dict)
            gc_track(self);
    }
    return self;
}

static int dict_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return update_common(self, "dict", args, nargs, kwnames);
}

static Object *dict_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_check_count("dict", nargs, 0, 1) < 0)
        return NULL;
    Object *self = dict_new();
    if (self && update_common(self, "dict", args, nargs, kwnames) < 0)
        ref_clear(&self);
    return self;
}

static const MethodDef dict_methods[] = {
    {"__reversed__", (void *)dict_method_reversed, METHOD_NOARGS,
     "__reversed__($self, /)\n--\n\nReturn a reverse iterator over the dict keys."},
    {"__sizeof__", (void *)dict_method_sizeof, METHOD_NOARGS,
     "D.__sizeof__() -> size of D in memory, in bytes"},
    {"get", (void *)dict_method_get, METHOD_FAST,
     "get($self, key, default=None, /)\n--\n\n"
     "Return the value for key if key is in the dictionary, else default."},
    {"setdefault", (void *)dict_method_setdefault, METHOD_FAST,
     "setdefault($self, key, default=None, /)\n--\n\n"
     "Insert key with a value of default if key is not in the dictionary.\n\n"
     "Return the value for key if key is in the dictionary, else default."},
    {"pop", (void *)dict_method_pop, METHOD_FAST,
     "pop($self, key, default=<unrepresentable>, /)\n--\n\n"
     "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n"
     "If the key is not found, return the default if given; otherwise,\n"
     "raise a KeyError."},
    {"popitem", (void *)dict_method_popitem, METHOD_NOARGS,
     "popitem($self, /)\n--\n\nRemove and return a (key, value) pair as a 2-tuple.\n\n"
     "Pairs are returned in LIFO (last-in, first-out) order.\n"
     "Raises KeyError if the dict is empty."},
    {"keys", (void *)dict_method_keys, METHOD_NOARGS,
     "D.keys() -> a set-like object providing a view on D's keys"},
    {"items", (void *)dict_method_items, METHOD_NOARGS,
     "D.items() -> a set-like object providing a view on D's items"},
    {"values", (void *)dict_method_values, METHOD_NOARGS,
     "D.values() -> an object providing a view on D's values"},
    {"update", (void *)dict_method_update, METHOD_KEYWORDS,
     "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\n"
     "If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\n"
     "If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = "
     "v\nIn either case, this is followed by: for k in F:  D[k] = F[k]"},
    {"fromkeys", (void *)dict_method_fromkeys, METHOD_FAST | METHOD_CLASS,
     "fromkeys($type, iterable, value=None, /)\n--\n\n"
     "Create a new dictionary with keys from iterable and values set to value."},
    {"clear", (void *)dict_method_clear, METHOD_NOARGS,
     "D.clear() -> None.  Remove all items from D."},
    {"copy", (void *)dict_copy, METHOD_NOARGS,
     "D.copy() -> a shallow copy of D"},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

TypeObject type_dict = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "dict",
    .doc =
     "dict() -> new empty dictionary\n"
     "dict(mapping) -> new dictionary initialized from a mapping object's\n"
     "    (key, value) pairs\n"
     "dict(iterable) -> new dictionary initialized as if via:\n    d = {}\n"
     "    for k, v in iterable:\n        d[k] = v\n"
     "dict(**kwargs) -> new dictionary initialized with the name=value pairs\n"
     "    in the keyword argument list.  For example:  dict(one=1, two=2)",
    .flags = TF_TRACKED | TF_BASE | TF_SUBCLASS_DICT,
    .basic_size = sizeof(DictObject),
    .methods = dict_methods,
    .dealloc = dict_dealloc,
    .traverse = dict_traverse,
    .clear = dict_clear_slot,
    .make = dict_make,
    .init = dict_init,
    .construct = dict_construct,
    .repr = dict_repr,
    .hash = hash_not_implemented,
    .compare = dict_compare,
    .iterate = dict_key_iter_new,
    .binary = {[BINARY_OR] = dict_or},
    .inplace = {[BINARY_OR] = dict_inplace_or},
    .length = dict_length_slot,
    .contains = dict_contains,
    .subscript = dict_subscript,
    .set_subscript = dict_set_subscript,
};
