// OrderedDict: a dict, which keeps the order of its keys itself, with the operations that change
// it, comparisons that look at it, and iterators that notice when it changes under them.
//
// Invariant: every method that adds, removes or moves a key changes `state` (clear() does not: the
// number of keys shows it). What reaches the dict
// without a method of OrderedDict (dict.pop(od, key)) is seen by the number of keys at most; it
// does no harm.
#include "runtime/containers/dict_table.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/names.h"
#include "stdlib/data/collections_private.h"

typedef struct OrderedDictObject {
    DictObject dict;
    Object *attributes; // __dict__, or NULL
    uint64_t state;
} OrderedDictObject;
#define ORDERED(o) ((OrderedDictObject *)(o))
#define IS_ORDERED(o)                                                                              \
    (type_of(OBJECT(o)) == &type_ordered_dict ||                                                   \
     type_is_subtype(type_of(OBJECT(o)), &type_ordered_dict))

typedef struct OrderedIterObject {
    Object header;
    Object *dict; // NULL when exhausted
    Object *pair; // items: result tuple that is used again; else NULL
    uint64_t state;
    size_t position; // of the next item's entry
    uint32_t used_count;
    bool is_reverse, has_key, has_value, is_at_end;
} OrderedIterObject;
#define ITER(o) ((OrderedIterObject *)(o))

static TypeObject type_ordered_iter, type_ordered_keys, type_ordered_values, type_ordered_items;

// --- setting and deleting ---

// Sets (NULL: deletes) where dict does it.
static int set_item(Object *self, Object *key, Object *value_or_null)
{
    uint32_t before = DICT(self)->used_count;
    int status = value_or_null ? dict_set(self, key, value_or_null) : dict_delete(self, key);
    if (DICT(self)->used_count != before)
        ORDERED(self)->state++;
    return status;
}

// Pairs of an iterable, each set by self[key] = value. 0 / -1.
static int add_pairs(Object *self, Object *pairs)
{
    Object *iterator = object_iterate(pairs), *pair;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (pair = iterator_next(iterator))) {
        Object *inner = object_iterate(pair), *items[3] = {NULL};
        size_t count = 0;
        while (inner && count < 3 && (items[count] = iterator_next(inner)))
            count++;
        if (!inner || (count < 3 && error_occurred()))
            status = -1;
        else if (count == 2)
            status = object_set_subscript(self, items[0], items[1]);
        else if (count == 3)
            error_text(&exc_value_error, "too many values to unpack (expected 2)");
        else
            error_format(&exc_value_error, "need more than %zu value%s to unpack", count,
                         count == 1 ? "" : "s");
        for (size_t i = 0; i < count; i++)
            decref(items[i]);
        xdecref(inner);
        decref(pair);
        if (count != 2)
            status = -1;
    }
    decref(iterator);
    return error_occurred() ? -1 : status;
}

// self[key] = other[key] for all keys. 0 / -1.
static int add_keys(Object *self, Object *other, Object *keys)
{
    Object *iterator = object_iterate(keys), *key;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (key = iterator_next(iterator))) {
        Object *value = object_subscript(other, key);
        status = value ? object_set_subscript(self, key, value) : -1;
        xdecref(value);
        decref(key);
    }
    decref(iterator);
    return error_occurred() ? -1 : status;
}

// As MutableMapping.update with one argument. 0 / -1.
static int update_from(Object *self, Object *other)
{
    Object *part = NULL;
    int status;
    if (IS_EXACT(other, DICT)) {
        part = dict_method_items(other);
        status = part ? add_pairs(self, part) : -1;
    } else if ((part = object_get_attribute_optional(other, NAME(keys)))) {
        ref_set_steal(&part, call_none(part));
        status = part ? add_keys(self, other, part) : -1;
    } else if (error_occurred()) {
        return -1;
    } else if ((part = object_get_attribute_optional(other, NAME(items)))) {
        ref_set_steal(&part, call_none(part));
        status = part ? add_pairs(self, part) : -1;
    } else {
        status = error_occurred() ? -1 : add_pairs(self, other);
    }
    xdecref(part);
    return status;
}

static int update(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs && update_from(self, args[0]) < 0)
        return -1;
    for (size_t i = 0; kwnames && i < TUPLE(kwnames)->count; i++)
        if (object_set_subscript(self, TUPLE(kwnames)->items[i], args[nargs + i]) < 0)
            return -1;
    return 0;
}

// --- life ---

static int ordered_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs > 1) {
        error_format(&exc_type_error, "expected at most 1 arguments, got %zu", nargs);
        return -1;
    }
    return update(self, args, nargs, kwnames);
}

static void ordered_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&ORDERED(self)->attributes);
    type_dict.dealloc(self);
    dealloc_leave();
}

static int ordered_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ORDERED(self)->attributes);
    return type_dict.traverse(self, visit, context);
}

static int ordered_clear(Object *self)
{
    ref_clear(&ORDERED(self)->attributes);
    return type_dict.clear(self);
}

// --- methods ---

static Object *ordered_method_update(Object *self, Object *const *args, size_t nargs,
                                     Object *kwnames)
{
    if (nargs > 1)
        return error_format(&exc_type_error,
                            "update() takes at most 1 positional argument (%zu given)", nargs);
    return update(self, args, nargs, kwnames) < 0 ? NULL : object_none;
}

static Object *ordered_method_fromkeys(Object *class, Object *const *args, size_t nargs,
                                       Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "value", NULL};
    static const Signature signature = {"fromkeys", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *self = call_none(class), *iterator = self ? object_iterate(values[0]) : NULL, *key;
    int status = iterator ? 0 : -1;
    while (status == 0 && (key = iterator_next(iterator))) {
        status = object_set_subscript(self, key, values[1] ? values[1] : object_none);
        decref(key);
    }
    if (self && (status < 0 || error_occurred()))
        ref_clear(&self);
    xdecref(iterator);
    return self;
}

static Object *ordered_method_setdefault(Object *self, Object *const *args, size_t nargs,
                                         Object *kwnames)
{
    static const char *const parameters[] = {"key", "default", NULL};
    static const Signature signature = {"setdefault", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *key = values[0], *value = values[1] ? values[1] : object_none;
    if (type_of(self) == &type_ordered_dict) {
        Object *found = dict_get(self, key);
        if (found || error_occurred())
            return found;
        return set_item(self, key, value) < 0 ? NULL : new_ref(value);
    }
    int found = object_contains(self, key);
    if (found)
        return found < 0 ? NULL : object_subscript(self, key);
    return object_set_subscript(self, key, value) < 0 ? NULL : new_ref(value);
}

static Object *ordered_method_pop(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"key", "default", NULL};
    static const Signature signature = {"pop", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 || object_hash(values[0]) == -1)
        return NULL;
    uint32_t before = DICT(self)->used_count;
    Object *value = dict_pop(self, values[0], values[1]);
    if (DICT(self)->used_count != before)
        ORDERED(self)->state++;
    return value;
}

// A truth argument that is true when absent: 1, 0, -1.
static int read_last(Object *argument)
{
    return argument ? object_is_true(argument) : 1;
}

static Object *ordered_method_popitem(Object *self, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    static const char *const parameters[] = {"last", NULL};
    static const Signature signature = {"popitem", parameters, 0, 0, 1};
    Object *argument;
    if (args_parse(&signature, args, nargs, kwnames, &argument) < 0)
        return NULL;
    int is_last = read_last(argument);
    Object *pair = is_last < 0 ? NULL : tuple_new(2);
    if (!pair)
        return NULL;
    if (DICT(self)->used_count == 0) {
        decref(pair);
        return error_text(&exc_key_error, "dictionary is empty");
    }
    dict_take_end(DICT(self), !is_last, &TUPLE(pair)->items[0], &TUPLE(pair)->items[1]);
    ORDERED(self)->state++;
    return pair;
}

static Object *ordered_method_move_to_end(Object *self, Object *const *args, size_t nargs,
                                          Object *kwnames)
{
    static const char *const parameters[] = {"key", "last", NULL};
    static const Signature signature = {"move_to_end", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int is_last = read_last(values[1]);
    if (is_last < 0)
        return NULL;
    if (DICT(self)->used_count == 0)
        return error_key(values[0]);
    int64_t hash = item_hash(values[0]);
    if (hash == -1)
        return NULL;
    int found = dict_move_to_end(DICT(self), values[0], hash, !is_last);
    if (found <= 0)
        return found < 0 ? NULL : error_key(values[0]);
    ORDERED(self)->state++;
    return_none;
}

static Object *ordered_method_clear(Object *self)
{
    dict_clear(self);
    return_none;
}

static Object *ordered_method_copy(Object *self)
{
    bool is_exact = type_of(self) == &type_ordered_dict;
    Object *copy = call_none(OBJECT(type_of(self)));
    if (!copy)
        return NULL;
    Object *iterator = object_iterate(self), *key;
    int status = iterator ? 0 : -1;
    while (status == 0 && (key = iterator_next(iterator))) {
        Object *value = is_exact ? dict_get(self, key) : object_subscript(self, key);
        if (!value && !error_occurred())
            error_key(key);
        status = !value     ? -1
                 : is_exact ? set_item(copy, key, value)
                            : object_set_subscript(copy, key, value);
        xdecref(value);
        decref(key);
    }
    xdecref(iterator);
    if (status < 0 || error_occurred())
        ref_clear(&copy);
    return copy;
}

static Object *ordered_method_sizeof(Object *self)
{
    const DictObject *dict = DICT(self);
    size_t table = dict->entries ? table_size(dict->index_log2, dict->is_str_keyed) : 0;
    return int_from_size(object_byte_size(self) + table);
}

static Object *ordered_method_reduce(Object *self)
{
    Object *own = call_method_none(self, NAME(getstate)), *result = NULL;
    Object *items = own ? call_method_none(self, NAME(items)) : NULL;
    Object *iterator = items ? object_iterate(items) : NULL;
    if (iterator)
        result =
            tuple_pack(5, OBJECT(type_of(self)), OBJECT(tuple_empty), own, object_none, iterator);
    xdecref(iterator);
    xdecref(items);
    xdecref(own);
    return result;
}

// --- as a value ---

static Object *ordered_repr(Object *self)
{
    Object *name = NULL, *items = NULL, *list = NULL, *result = NULL;
    if (DICT(self)->used_count == 0) {
        name = type_name(type_of(self));
        result = name ? str_format("%U()", name) : NULL;
        xdecref(name);
        return result;
    }
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("...") : NULL;
    if (type_of(self) == &type_ordered_dict)
        items = dict_view_new(&type_ordered_items, self);
    else
        items = call_method_none(self, NAME(items));
    list = items ? object_to_list(items) : NULL;
    name = list ? type_name(type_of(self)) : NULL;
    result = name ? str_format("%U(%R)", name, list) : NULL;
    xdecref(name);
    xdecref(list);
    xdecref(items);
    object_repr_leave(self);
    return result;
}

// Whether the keys of two dicts of one length are equal one by one. 1, 0, -1.
static int equal_orders(Object *a, Object *b)
{
    size_t left = 0, right = 0;
    Object *key, *other, *value;
    int equal = 1;
    while (equal > 0 && dict_next(a, &left, &key, &value) && dict_next(b, &right, &other, &value)) {
        incref(key);
        incref(other);
        equal = item_equal(key, other);
        decref(key);
        decref(other);
    }
    return equal;
}

static Object *ordered_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_DICT(self) || !IS_DICT(other) || (op != COMPARE_EQ && op != COMPARE_NE))
        return_not_implemented;
    Object *result = type_dict.compare(self, other, op);
    if (result != object_from_bool(op == COMPARE_EQ) || !IS_ORDERED(self) || !IS_ORDERED(other))
        return result;
    int equal = equal_orders(self, other);
    return equal < 0 ? NULL : object_from_bool(equal == (op == COMPARE_EQ));
}

static Object *ordered_or(Object *left, Object *right)
{
    bool is_left = IS_ORDERED(left);
    if (!IS_DICT(is_left ? right : left))
        return_not_implemented;
    Object *result = call_one(OBJECT(type_of(is_left ? left : right)), left);
    if (result && update_from(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *ordered_inplace_or(Object *self, Object *other)
{
    return update_from(self, other) < 0 ? NULL : new_ref(self);
}

// --- iterators ---

// The first live entry at or beyond a position, in the iterator's direction; false: there is none.
static bool find_entry(OrderedIterObject *iter, size_t position)
{
    const DictObject *dict = DICT(iter->dict);
    size_t front = dict_first_position(dict);
    if (iter->is_reverse) {
        if (position >= dict->entry_count && position != SIZE_MAX)
            position = dict->entry_count - (size_t)1;
        while (position != SIZE_MAX && position >= front && !entry_key(dict, position))
            position--;
        iter->position = position;
        return position != SIZE_MAX && position >= front;
    }
    if (position < front)
        position = front;
    while (position < dict->entry_count && !entry_key(dict, position))
        position++;
    iter->position = position;
    return position < dict->entry_count;
}

static Object *iter_new(Object *dict, bool has_key, bool has_value, bool is_reverse)
{
    Object *pair = has_key && has_value ? tuple_pack(2, object_none, object_none) : NULL;
    if (has_key && has_value && !pair)
        return NULL;
    Object *self = object_new(&type_ordered_iter, sizeof(OrderedIterObject));
    if (!self) {
        xdecref(pair);
        return NULL;
    }
    OrderedIterObject *iter = ITER(self);
    iter->dict = new_ref(dict);
    iter->pair = pair;
    iter->state = ORDERED(dict)->state;
    iter->used_count = DICT(dict)->used_count;
    iter->is_reverse = is_reverse;
    iter->has_key = has_key;
    iter->has_value = has_value;
    iter->is_at_end = !find_entry(iter, is_reverse ? DICT(dict)->entry_count - (size_t)1 : 0);
    gc_track(self);
    return self;
}

static void iter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&ITER(self)->dict);
    ref_clear(&ITER(self)->pair);
    gc_free(self, sizeof(OrderedIterObject));
    dealloc_leave();
}

static int iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->dict);
    VISIT(ITER(self)->pair);
    return 0;
}

static Object *make_pair(OrderedIterObject *iter, Object *key, Object *value)
{
    Object *pair = iter->pair;
    if (pair->refcount != 1)
        return tuple_pack(2, key, value);
    incref(pair);
    Object *old_key = TUPLE(pair)->items[0], *old_value = TUPLE(pair)->items[1];
    TUPLE(pair)->items[0] = new_ref(key);
    TUPLE(pair)->items[1] = new_ref(value);
    decref(old_key);
    decref(old_value);
    if (!(pair->flags & FLAG_TRACKED))
        gc_track(pair);
    return pair;
}

static Object *iter_next(Object *self)
{
    OrderedIterObject *iter = ITER(self);
    if (!iter->dict)
        return NULL;
    const DictObject *dict = DICT(iter->dict);
    if (iter->is_at_end)
        goto end;
    if (ORDERED(dict)->state != iter->state) {
        error_text(&exc_runtime_error, "OrderedDict mutated during iteration");
        goto end;
    }
    if (dict->used_count != iter->used_count) {
        iter->used_count = UINT32_MAX; // stays so
        return error_text(&exc_runtime_error, "OrderedDict changed size during iteration");
    }
    if (!find_entry(iter, iter->position)) // a dict method has moved the entries
        goto end;
    Object *key = entry_key(dict, iter->position), *value = *entry_value(dict, iter->position);
    iter->is_at_end = !find_entry(iter, iter->is_reverse ? iter->position - 1 : iter->position + 1);
    if (!iter->has_value)
        return new_ref(key);
    return iter->has_key ? make_pair(iter, key, value) : new_ref(value);
end:
    ref_clear(&iter->dict);
    return NULL;
}

// (iter, (list of the rest,)); the iterator itself stays where it is.
static Object *iter_method_reduce(Object *self)
{
    Object *list = NULL, *args = NULL, *result = NULL;
    Object *copy = object_new(&type_ordered_iter, sizeof(OrderedIterObject));
    if (!copy)
        return NULL;
    Object header = *copy;
    *ITER(copy) = *ITER(self);
    *copy = header;
    xincref(ITER(copy)->dict);
    xincref(ITER(copy)->pair);
    gc_track(copy);
    list = object_to_list(copy);
    decref(copy);
    Object *function = list ? dict_get_text_borrow(state.builtins, "iter") : NULL;
    args = function ? tuple_pack(1, list) : NULL;
    result = args ? tuple_pack(2, function, args) : NULL;
    xdecref(args);
    xdecref(list);
    return result;
}

static Object *ordered_iterate(Object *self)
{
    return iter_new(self, true, false, false);
}

static Object *ordered_method_reversed(Object *self)
{
    return iter_new(self, true, false, true);
}

// --- views ---

static inline Object *dict_of(Object *view)
{
    return ((struct {
               Object header;
               Object *dict;
           } *)(void *)view)
        ->dict;
}

#define VIEW(kind, has_key, has_value)                                                             \
    static Object *kind##_iterate(Object *self)                                                    \
    {                                                                                              \
        return iter_new(dict_of(self), has_key, has_value, false);                                 \
    }                                                                                              \
    static Object *kind##_method_reversed(Object *self)                                            \
    {                                                                                              \
        return iter_new(dict_of(self), has_key, has_value, true);                                  \
    }                                                                                              \
    static Object *ordered_method_##kind(Object *self)                                             \
    {                                                                                              \
        return dict_view_new(&type_ordered_##kind, self);                                          \
    }                                                                                              \
    static const MethodDef kind##_methods[] = {                                                    \
        {"__reversed__", (void *)kind##_method_reversed, METHOD_NOARGS, NULL},                     \
        {0},                                                                                       \
    };                                                                                             \
    static TypeObject type_ordered_##kind = {                                                      \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                                                 \
        .name = "odict_" #kind,                                                                    \
        .base = &type_dict_##kind,                                                                 \
        .methods = kind##_methods,                                                                 \
        .iterate = kind##_iterate,                                                                 \
    };
VIEW(keys, true, false)
VIEW(values, false, true)
VIEW(items, true, true)

int ordered_dict_start(void)
{
    TypeObject *const types[] = {&type_ordered_iter, &type_ordered_keys, &type_ordered_values,
                                 &type_ordered_items};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (type_ready(types[i]) < 0)
            return -1;
    return 0;
}

// --- the types ---

static const MethodDef iter_methods[] = {
    {"__reduce__", (void *)iter_method_reduce, METHOD_NOARGS,
     "Return state information for pickling"},
    {0},
};

static TypeObject type_ordered_iter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "odict_iterator",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(OrderedIterObject),
    .methods = iter_methods,
    .dealloc = iter_dealloc,
    .traverse = iter_traverse,
    .iterate = iterate_self,
    .next = iter_next,
};

static const MethodDef ordered_methods[] = {
    {"fromkeys", (void *)ordered_method_fromkeys, METHOD_KEYWORDS | METHOD_CLASS,
     "fromkeys($type, /, iterable, value=None)\n--\n\nCreate a new ordered dictionary with keys "
     "from iterable and values set to value."},
    {"__sizeof__", (void *)ordered_method_sizeof, METHOD_NOARGS, NULL},
    {"__reduce__", (void *)ordered_method_reduce, METHOD_NOARGS,
     "Return state information for pickling"},
    {"setdefault", (void *)ordered_method_setdefault, METHOD_KEYWORDS,
     "setdefault($self, /, key, default=None)\n--\n\nInsert key with a value of default if key is "
     "not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else "
     "default."},
    {"pop", (void *)ordered_method_pop, METHOD_KEYWORDS,
     "pop($self, /, key, default=<unrepresentable>)\n--\n\nod.pop(key[,default]) -> v, remove "
     "specified key and return the corresponding value.\n\nIf the key is not found, return the "
     "default if given; otherwise,\nraise a KeyError."},
    {"popitem", (void *)ordered_method_popitem, METHOD_KEYWORDS,
     "popitem($self, /, last=True)\n--\n\nRemove and return a (key, value) pair from the "
     "dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false."},
    {"keys", (void *)ordered_method_keys, METHOD_NOARGS, NULL},
    {"values", (void *)ordered_method_values, METHOD_NOARGS, NULL},
    {"items", (void *)ordered_method_items, METHOD_NOARGS, NULL},
    {"update", (void *)ordered_method_update, METHOD_KEYWORDS, NULL},
    {"clear", (void *)ordered_method_clear, METHOD_NOARGS,
     "od.clear() -> None.  Remove all items from od."},
    {"copy", (void *)ordered_method_copy, METHOD_NOARGS, "od.copy() -> a shallow copy of od"},
    {"__reversed__", (void *)ordered_method_reversed, METHOD_NOARGS,
     "od.__reversed__() <==> reversed(od)"},
    {"move_to_end", (void *)ordered_method_move_to_end, METHOD_KEYWORDS,
     "move_to_end($self, /, key, last=True)\n--\n\nMove an existing element to the end (or "
     "beginning if last is false).\n\nRaise KeyError if the element does not exist."},
    {0},
};

static Object *ordered_get_dict(Object *self, void *closure)
{
    (void)closure;
    return object_dict(self);
}

static int ordered_set_dict(Object *self, Object *value_or_null, void *closure)
{
    (void)closure;
    if (value_or_null)
        return object_set_dict(self, value_or_null);
    error_text(&exc_type_error, "cannot delete __dict__");
    return -1;
}

static const GetSetDef ordered_getsets[] = {
    {"__dict__", ordered_get_dict, ordered_set_dict, NULL, NULL},
    {0},
};

TypeObject type_ordered_dict = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "OrderedDict",
    .module_name = "collections",
    .doc = "Dictionary that remembers insertion order",
    .flags = TF_TRACKED | TF_BASE | TF_HAS_DICT | TF_HAS_WEAKREF,
    .base = &type_dict,
    .basic_size = sizeof(OrderedDictObject),
    .dict_offset = offsetof(OrderedDictObject, attributes),
    .methods = ordered_methods,
    .getsets = ordered_getsets,
    .dealloc = ordered_dealloc,
    .traverse = ordered_traverse,
    .clear = ordered_clear,
    .init = ordered_init,
    .repr = ordered_repr,
    .hash = hash_not_implemented,
    .compare = ordered_compare,
    .iterate = ordered_iterate,
    .binary = {[BINARY_OR] = ordered_or},
    .inplace = {[BINARY_OR] = ordered_inplace_or},
    .set_subscript = set_item,
};
