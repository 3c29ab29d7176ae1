// The module _functools: partial, reduce, cmp_to_key and the cache of lru_cache.
//
// The cache is a dict, whose order is that of use: a hit moves its key to the end, and a full cache
// loses its first key. Script code (the function, __hash__ and __eq__ of arguments) may call the
// same cache or clear it; nothing found before such a call is trusted after it.
#include "runtime/containers/dict_table.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/program/generic_alias.h"
#include "runtime/program/method.h"
#include "runtime/program/module.h"

// --- partial ---

typedef struct PartialObject {
    Object header;
    Object *function;
    Object *args;       // tuple
    Object *keywords;   // dict
    Object *attributes; // __dict__, or NULL
} PartialObject;
#define PARTIAL(o) ((PartialObject *)(o))

static Object *partial_call(Object *self, Object *const *args, size_t nargs, Object *kwnames);

// The keywords of a call added to a copy of `dict`, or to a new one.
static Object *merge_keywords(Object *dict_or_null, Object *const *values, Object *kwnames)
{
    Object *dict = dict_or_null ? dict_copy(dict_or_null) : dict_new();
    for (size_t i = 0; dict && kwnames && i < TUPLE(kwnames)->count; i++)
        if (dict_set(dict, TUPLE(kwnames)->items[i], values[i]) < 0)
            ref_clear(&dict);
    return dict;
}

static Object *partial_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs < 1)
        return error_text(&exc_type_error, "type 'partial' takes at least one argument");
    Object *function = args[0], *first = OBJECT(tuple_empty), *keywords = NULL;
    if (type_of(function)->call == partial_call && !PARTIAL(function)->attributes) {
        first = PARTIAL(function)->args; // a partial of a partial is one
        keywords = PARTIAL(function)->keywords;
        function = PARTIAL(function)->function;
    }
    if (!object_is_callable(function))
        return error_text(&exc_type_error, "the first argument must be callable");
    Object *rest = tuple_from_array(args + 1, nargs - 1);
    Object *all = rest ? tuple_concat(first, rest) : NULL;
    Object *dict = all ? merge_keywords(keywords, args + nargs, kwnames) : NULL;
    Object *self = dict ? type_allocate(type, 0) : NULL;
    xdecref(rest);
    if (!self) {
        xdecref(all);
        xdecref(dict);
        return NULL;
    }
    PARTIAL(self)->function = new_ref(function);
    PARTIAL(self)->args = all;
    PARTIAL(self)->keywords = dict;
    gc_track(self);
    return self;
}

static Object *partial_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return partial_make((TypeObject *)type, args, nargs, kwnames);
}

static void partial_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&PARTIAL(self)->function);
    ref_clear(&PARTIAL(self)->args);
    ref_clear(&PARTIAL(self)->keywords);
    ref_clear(&PARTIAL(self)->attributes);
    type_release(self, 0);
    dealloc_leave();
}

static int partial_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(PARTIAL(self)->function);
    VISIT(PARTIAL(self)->args);
    VISIT(PARTIAL(self)->keywords);
    VISIT(PARTIAL(self)->attributes);
    return 0;
}

static int partial_clear(Object *self)
{
    ref_set_steal(&PARTIAL(self)->function, object_none);
    ref_set_steal(&PARTIAL(self)->args, OBJECT(tuple_empty));
    ref_clear(&PARTIAL(self)->attributes);
    return 0;
}

// function(*own, *args, **of the call), without keywords of its own.
static Object *call_positional(PartialObject *partial, Object *const *args, size_t nargs,
                               Object *kwnames)
{
    enum { SMALL = 8 };
    const TupleObject *own = TUPLE(partial->args);
    size_t given = nargs + (kwnames ? TUPLE(kwnames)->count : 0), count = own->count + given;
    if (own->count == 0)
        return call_object(partial->function, args, nargs, kwnames);
    Object *small[SMALL], **all = small, *result = NULL;
    if (count > SMALL && !(all = memory_alloc(count * sizeof *all, MEMORY_RAW)))
        return error_no_memory();
    Object *tuple = new_ref(partial->args), *function = new_ref(partial->function);
    for (size_t i = 0; i < own->count; i++)
        all[i] = own->items[i];
    for (size_t i = 0; i < given; i++)
        all[own->count + i] = args[i];
    result = call_object(function, all, own->count + nargs, kwnames);
    if (all != small)
        memory_free(all, count * sizeof *all);
    decref(function);
    decref(tuple);
    return result;
}

static Object *partial_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    PartialObject *partial = PARTIAL(self);
    if (dict_length(partial->keywords) == 0) {
        if (type_of(partial->function)->call != partial_call)
            return call_positional(partial, args, nargs, kwnames);
        if (recursion_enter(" while calling a Python object") < 0) // partials may nest, even in themselves
            return NULL;
        Object *result = call_positional(partial, args, nargs, kwnames);
        recursion_leave();
        return result;
    }
    if (recursion_enter(" while calling a Python object") < 0) // as CPython, only with keywords of its own
        return NULL;
    Object *rest = tuple_from_array(args, nargs);
    Object *all = rest ? tuple_concat(partial->args, rest) : NULL;
    Object *keywords = all ? merge_keywords(partial->keywords, args + nargs, kwnames) : NULL;
    Object *function = new_ref(partial->function);
    Object *result = keywords ? call_tuple_dict(function, all, keywords) : NULL;
    decref(function);
    xdecref(keywords);
    xdecref(all);
    xdecref(rest);
    recursion_leave();
    return result;
}

// ", repr" or ", name=repr". 0 / -1.
static int append_argument(StrBuilder *builder, Object *name_or_null, Object *value)
{
    Object *text =
        name_or_null ? str_format(", %S=%R", name_or_null, value) : str_format(", %R", value);
    int status = text ? str_builder_str(builder, text) : -1;
    xdecref(text);
    return status;
}

static Object *partial_repr(Object *self)
{
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("...") : NULL;
    StrBuilder builder;
    str_builder_init(&builder);
    Object *args = new_ref(PARTIAL(self)->args), *keywords = new_ref(PARTIAL(self)->keywords);
    Object *key, *value, *result = NULL, *rest = NULL;
    int status = 0;
    for (size_t i = 0; i < TUPLE(args)->count && status == 0; i++)
        status = append_argument(&builder, NULL, TUPLE(args)->items[i]);
    for (size_t position = 0; status == 0 && dict_next(keywords, &position, &key, &value);) {
        incref(key);
        incref(value);
        status = append_argument(&builder, key, value);
        decref(key);
        decref(value);
    }
    if (status == 0)
        rest = str_builder_finish(&builder);
    else
        str_builder_free(&builder);
    if (rest)
        result = str_format("%T(%R%U)", self, PARTIAL(self)->function, rest);
    xdecref(rest);
    decref(args);
    decref(keywords);
    object_repr_leave(self);
    return result;
}

static Object *partial_method_reduce(Object *self)
{
    PartialObject *partial = PARTIAL(self);
    Object *attributes = partial->attributes ? partial->attributes : object_none;
    Object *args = tuple_pack(1, partial->function), *result = NULL;
    Object *own =
        args ? tuple_pack(4, partial->function, partial->args, partial->keywords, attributes)
             : NULL;
    if (own)
        result = tuple_pack(3, OBJECT(type_of(self)), args, own);
    xdecref(own);
    xdecref(args);
    return result;
}

static Object *partial_method_setstate(Object *self, Object *tuple)
{
    Object **items = IS_TUPLE(tuple) ? TUPLE(tuple)->items : NULL;
    if (!items || TUPLE(tuple)->count != 4 || !object_is_callable(items[0]) ||
        !IS_TUPLE(items[1]) || (items[2] != object_none && !IS_DICT(items[2])) ||
        (items[3] != object_none && !IS_DICT(items[3])))
        return error_text(&exc_type_error, "invalid partial state");
    Object *args = object_to_tuple(items[1]), *keywords = NULL;
    if (args && items[2] == object_none)
        keywords = dict_new();
    else if (args)
        keywords = IS_EXACT(items[2], DICT) ? new_ref(items[2]) : dict_copy(items[2]);
    if (!keywords) {
        xdecref(args);
        return NULL;
    }
    ref_set_steal(&PARTIAL(self)->function, new_ref(items[0]));
    ref_set_steal(&PARTIAL(self)->args, args);
    ref_set_steal(&PARTIAL(self)->keywords, keywords);
    ref_set_steal(&PARTIAL(self)->attributes, items[3] == object_none ? NULL : new_ref(items[3]));
    return_none;
}

static Object *get_dict(Object *self, void *closure)
{
    (void)closure;
    return object_dict(self);
}

static int set_dict(Object *self, Object *value_or_null, void *closure)
{
    (void)closure;
    if (value_or_null)
        return object_set_dict(self, value_or_null);
    error_text(&exc_type_error, "cannot delete __dict__");
    return -1;
}

static const GetSetDef dict_getsets[] = {
    {"__dict__", get_dict, set_dict, NULL, NULL},
    {0},
};

static const MethodDef partial_methods[] = {
    {"__reduce__", (void *)partial_method_reduce, METHOD_NOARGS, NULL},
    {"__setstate__", (void *)partial_method_setstate, METHOD_O, NULL},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS,
     "See PEP 585"},
    {0},
};

static const MemberDef partial_members[] = {
    {"func", MEMBER_OBJECT, offsetof(PartialObject, function), true,
     "function object to use in future partial calls"},
    {"args", MEMBER_OBJECT, offsetof(PartialObject, args), true,
     "tuple of arguments to future partial calls"},
    {"keywords", MEMBER_OBJECT, offsetof(PartialObject, keywords), true,
     "dictionary of keyword arguments to future partial calls"},
    {0},
};

static TypeObject type_partial = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "partial",
    .module_name = "functools",
    .doc = "partial(func, *args, **keywords) - new function with partial application\n    of the "
           "given arguments and keywords.\n",
    .flags = TF_TRACKED | TF_BASE | TF_HAS_DICT | TF_HAS_WEAKREF | TF_COUNTS_CALL,
    .basic_size = sizeof(PartialObject),
    .dict_offset = offsetof(PartialObject, attributes),
    .methods = partial_methods,
    .members = partial_members,
    .getsets = dict_getsets,
    .dealloc = partial_dealloc,
    .traverse = partial_traverse,
    .clear = partial_clear,
    .make = partial_make,
    .construct = partial_construct,
    .call = partial_call,
    .repr = partial_repr,
};

// --- cmp_to_key ---

typedef struct KeyWrapperObject {
    Object header;
    Object *compare;
    Object *value; // NULL: this is the key function itself
} KeyWrapperObject;
#define KEY_WRAPPER(o) ((KeyWrapperObject *)(o))

static TypeObject type_key_wrapper;

static Object *key_wrapper_new(Object *compare, Object *value_or_null)
{
    Object *self = gc_alloc(&type_key_wrapper, sizeof(KeyWrapperObject));
    if (!self)
        return error_no_memory();
    KEY_WRAPPER(self)->compare = new_ref(compare);
    KEY_WRAPPER(self)->value = value_or_null;
    xincref(value_or_null);
    gc_track(self);
    return self;
}

static void key_wrapper_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&KEY_WRAPPER(self)->compare);
    ref_clear(&KEY_WRAPPER(self)->value);
    gc_free(self, sizeof(KeyWrapperObject));
    dealloc_leave();
}

static int key_wrapper_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(KEY_WRAPPER(self)->compare);
    VISIT(KEY_WRAPPER(self)->value);
    return 0;
}

static int key_wrapper_clear(Object *self)
{
    ref_clear(&KEY_WRAPPER(self)->compare);
    ref_clear(&KEY_WRAPPER(self)->value);
    return 0;
}

static Object *key_wrapper_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"obj", NULL};
    static const Signature signature = {"K", parameters, 0, 1, 1};
    Object *value;
    if (args_parse(&signature, args, nargs, kwnames, &value) < 0)
        return NULL;
    return key_wrapper_new(KEY_WRAPPER(self)->compare, value);
}

static Object *key_wrapper_compare(Object *self, Object *other, CompareOp op)
{
    if (type_of(other) != &type_key_wrapper)
        return error_text(&exc_type_error, "other argument must be K instance");
    Object *compare = KEY_WRAPPER(self)->compare, *left = KEY_WRAPPER(self)->value;
    Object *right = KEY_WRAPPER(other)->value;
    if (!compare || !left || !right)
        return error_text(&exc_attribute_error, "object");
    Object *args[] = {new_ref(left), new_ref(right)};
    incref(compare);
    Object *order = call_object(compare, args, 2, NULL);
    decref(compare);
    decref(left);
    decref(right);
    Object *result = order ? object_compare(order, int_small_borrow(0), op) : NULL;
    xdecref(order);
    return result;
}

static const MemberDef key_wrapper_members[] = {
    {"obj", MEMBER_OBJECT, offsetof(KeyWrapperObject, value), false,
     "Value wrapped by a key function."},
    {0},
};

static TypeObject type_key_wrapper = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "KeyWrapper",
    .module_name = "functools",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(KeyWrapperObject),
    .members = key_wrapper_members,
    .dealloc = key_wrapper_dealloc,
    .traverse = key_wrapper_traverse,
    .clear = key_wrapper_clear,
    .call = key_wrapper_call,
    .hash = hash_not_implemented,
    .compare = key_wrapper_compare,
};

static Object *functools_fn_cmp_to_key(Object *module, Object *const *args, size_t nargs,
                                       Object *kwnames)
{
    static const char *const parameters[] = {"mycmp", NULL};
    static const Signature signature = {"cmp_to_key", parameters, 0, 1, 1};
    Object *compare;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &compare) < 0)
        return NULL;
    return key_wrapper_new(compare, NULL);
}

// --- reduce ---

static Object *functools_fn_reduce(Object *module, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)module;
    if (args_no_keywords("reduce", kwnames) < 0 || args_check_count("reduce", nargs, 2, 3) < 0)
        return NULL;
    Object *iterator = object_iterate(args[1]), *result = nargs > 2 ? new_ref(args[2]) : NULL,
           *item;
    if (!iterator) {
        if (error_is(&exc_type_error))
            error_text(&exc_type_error, "reduce() arg 2 must support iteration");
        xdecref(result);
        return NULL;
    }
    while ((item = iterator_next(iterator))) {
        if (!result) {
            result = item;
            continue;
        }
        Object *next = call_two(args[0], result, item);
        decref(item);
        decref(result);
        result = next;
        if (!result)
            break;
    }
    decref(iterator);
    if (error_occurred()) {
        xdecref(result);
        return NULL;
    }
    if (!result)
        error_text(&exc_type_error, "reduce() of empty iterable with no initial value");
    return result;
}

// --- lru_cache ---

typedef struct CacheObject {
    Object header;
    Object *function;
    Object *entries; // dict: key of the arguments -> result
    Object *info_type;
    Object *attributes; // __dict__, or NULL
    int64_t max_count;  // -1: unbounded; 0: nothing is kept
    int64_t hits, misses;
    bool is_typed;
} CacheObject;
#define CACHE(o) ((CacheObject *)(o))

// Stands between positional and keyword arguments in a key.
static Object keyword_mark = OBJECT_HEADER_STATIC(TYPE_OBJECT);

// The maxsize argument. 0 / -1.
static int read_max_count(Object *argument, int64_t *value)
{
    *value = -1;
    if (argument == object_none)
        return 0;
    if (!IS_INT(argument) && !has_index(argument)) {
        error_text(&exc_type_error, "maxsize should be integer or None");
        return -1;
    }
    *value = object_as_index(argument, &exc_overflow_error);
    if (*value == -1 && error_occurred())
        return -1;
    if (*value < 0)
        *value = 0;
    return 0;
}

static Object *cache_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"user_function", "maxsize", "typed", "cache_info_type",
                                             NULL};
    static const Signature signature = {"lru_cache", parameters, 0, 4, 4};
    Object *values[4];
    int64_t max_count;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int is_typed = object_is_true(values[2]);
    if (is_typed < 0)
        return NULL;
    if (!object_is_callable(values[0]))
        return error_text(&exc_type_error, "the first argument must be callable");
    if (read_max_count(values[1], &max_count) < 0)
        return NULL;
    Object *entries = dict_new(), *self = entries ? type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(entries);
        return NULL;
    }
    CacheObject *cache = CACHE(self);
    cache->entries = entries;
    cache->function = new_ref(values[0]);
    cache->info_type = new_ref(values[3]);
    cache->max_count = max_count;
    cache->is_typed = is_typed;
    gc_track(self);
    return self;
}

static void cache_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&CACHE(self)->entries);
    ref_clear(&CACHE(self)->function);
    ref_clear(&CACHE(self)->info_type);
    ref_clear(&CACHE(self)->attributes);
    type_release(self, 0);
    dealloc_leave();
}

static int cache_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(CACHE(self)->entries);
    VISIT(CACHE(self)->function);
    VISIT(CACHE(self)->info_type);
    VISIT(CACHE(self)->attributes);
    return 0;
}

static int cache_clear(Object *self)
{
    dict_clear(CACHE(self)->entries);
    ref_set_steal(&CACHE(self)->function, object_none);
    ref_set_steal(&CACHE(self)->info_type, object_none);
    ref_clear(&CACHE(self)->attributes);
    return 0;
}

// What stands for the arguments in the dict: the argument itself if it is an only str or int, else
// a tuple: arguments, mark and names with values, types. New reference.
static Object *make_key(const CacheObject *cache, Object *const *args, size_t nargs,
                        Object *kwnames)
{
    size_t keywords = kwnames ? TUPLE(kwnames)->count : 0;
    if (!cache->is_typed && keywords == 0) {
        if (nargs == 1 && (IS_EXACT(args[0], STR) || IS_EXACT_INT(args[0])))
            return new_ref(args[0]);
        return tuple_from_array(args, nargs);
    }
    size_t given = nargs + keywords, count = nargs + (keywords ? 1 + 2 * keywords : 0);
    Object *key = tuple_new(count + (cache->is_typed ? given : 0));
    if (!key)
        return NULL;
    Object **items = TUPLE(key)->items;
    for (size_t i = 0; i < nargs; i++)
        *items++ = new_ref(args[i]);
    if (keywords)
        *items++ = &keyword_mark;
    for (size_t i = 0; i < keywords; i++) {
        *items++ = new_ref(TUPLE(kwnames)->items[i]);
        *items++ = new_ref(args[nargs + i]);
    }
    for (size_t i = 0; cache->is_typed && i < given; i++)
        *items++ = new_ref(OBJECT(type_of(args[i])));
    return key;
}

// The result kept for a key; a bounded cache notes its use. NULL without exception: there is none.
static Object *find_result(CacheObject *cache, Object *key, int64_t hash)
{
    DictObject *entries = DICT(cache->entries);
    if (cache->max_count < 0) {
        Object *found = dict_get_hash_borrow(OBJECT(entries), key, hash);
        xincref(found);
        return found;
    }
    if (dict_move_to_end(entries, key, hash, false) <= 0)
        return NULL;
    return new_ref(*entry_value(entries, entries->entry_count - 1u));
}

// Keeps a result, for which the oldest may have to go. 0 / -1.
static int keep_result(CacheObject *cache, Object *key, int64_t hash, Object *result)
{
    DictObject *entries = DICT(cache->entries);
    Object *old_key = NULL, *old_result = NULL;
    if (cache->max_count > 0) {
        int64_t found = dict_lookup(entries, key, hash);
        if (found != LOOKUP_ABSENT) // a call within the call has kept one
            return found < 0 ? -1 : 0;
        if (entries->used_count >= cache->max_count)
            dict_take_end(entries, true, &old_key, &old_result);
    }
    int status = dict_set_hash(OBJECT(entries), key, hash, result);
    xdecref(old_key);
    xdecref(old_result);
    return status;
}

static Object *cache_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    CacheObject *cache = CACHE(self);
    if (cache->max_count == 0) {
        cache->misses++;
        return call_object(cache->function, args, nargs, kwnames);
    }
    Object *key = make_key(cache, args, nargs, kwnames);
    int64_t hash = key ? item_hash(key) : -1;
    if (hash == -1) {
        xdecref(key);
        return NULL;
    }
    Object *result = find_result(cache, key, hash);
    if (result) {
        cache->hits++;
    } else if (!error_occurred()) {
        cache->misses++;
        result = call_object(cache->function, args, nargs, kwnames);
        if (result && keep_result(cache, key, hash, result) < 0)
            ref_clear(&result);
    }
    decref(key);
    return result;
}

static Object *cache_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    if (!instance_or_null || instance_or_null == object_none)
        return new_ref(self);
    return method_new(self, instance_or_null);
}

static Object *cache_method_cache_info(Object *self)
{
    const CacheObject *cache = CACHE(self);
    Object *values[4] = {int_from_int64(cache->hits), int_from_int64(cache->misses),
                         cache->max_count < 0 ? object_none : int_from_int64(cache->max_count),
                         int_from_size(dict_length(cache->entries))};
    Object *result = NULL;
    if (values[0] && values[1] && values[2] && values[3])
        result = call_object(cache->info_type, values, 4, NULL);
    for (int i = 0; i < 4; i++)
        xdecref(values[i]);
    return result;
}

static Object *cache_method_cache_clear(Object *self)
{
    CACHE(self)->hits = CACHE(self)->misses = 0;
    dict_clear(CACHE(self)->entries);
    return_none;
}

static Object *cache_method_reduce(Object *self)
{
    return object_get_attribute_text(self, "__qualname__");
}

static Object *cache_method_copy(Object *self)
{
    return new_ref(self);
}

static Object *cache_method_deepcopy(Object *self, Object *memo)
{
    (void)memo;
    return new_ref(self);
}

static const MethodDef cache_methods[] = {
    {"cache_info", (void *)cache_method_cache_info, METHOD_NOARGS, NULL},
    {"cache_clear", (void *)cache_method_cache_clear, METHOD_NOARGS, NULL},
    {"__reduce__", (void *)cache_method_reduce, METHOD_NOARGS, NULL},
    {"__copy__", (void *)cache_method_copy, METHOD_NOARGS, NULL},
    {"__deepcopy__", (void *)cache_method_deepcopy, METHOD_O, NULL},
    {0},
};

static TypeObject type_cache = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_lru_cache_wrapper",
    .module_name = "functools",
    .doc = "Create a cached callable that wraps another function.\n\nuser_function:      the "
           "function being cached\n\nmaxsize:  0         for no caching\n          None      for "
           "unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     "
           "cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as "
           "distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n"
           "                        hits misses currsize maxsize\n",
    .flags = TF_TRACKED | TF_HAS_DICT | TF_HAS_WEAKREF | TF_METHOD_DESCRIPTOR,
    .basic_size = sizeof(CacheObject),
    .dict_offset = offsetof(CacheObject, attributes),
    .methods = cache_methods,
    .getsets = dict_getsets,
    .dealloc = cache_dealloc,
    .traverse = cache_traverse,
    .clear = cache_clear,
    .make = cache_make,
    .call = cache_call,
    .descriptor_get = cache_get,
};

// --- the module ---

static int fill_functools(ModuleObject *module)
{
    if (type_ready(&type_key_wrapper) < 0 || module_add_type(module, &type_partial) < 0)
        return -1;
    return module_add_type(module, &type_cache);
}

static const MethodDef functools_functions[] = {
    {"reduce", (void *)functools_fn_reduce, METHOD_KEYWORDS,
     "reduce(function, iterable[, initial]) -> value\n\nApply a function of two arguments "
     "cumulatively to the items of a sequence\nor iterable, from left to right, so as to reduce "
     "the iterable to a single\nvalue.  For example, reduce(lambda x, y: x+y, [1, 2, 3, 4, 5]) "
     "calculates\n((((1+2)+3)+4)+5).  If initial is present, it is placed before the items\nof "
     "the iterable in the calculation, and serves as a default when the\niterable is empty."},
    {"cmp_to_key", (void *)functools_fn_cmp_to_key, METHOD_KEYWORDS,
     "Convert a cmp= function into a key= function."},
    {0},
};

extern const ModuleDef module__functools;
const ModuleDef module__functools = {
    .name = "_functools",
    .doc = "Tools that operate on functions.",
    .functions = functools_functions,
    .fill = fill_functools,
};
