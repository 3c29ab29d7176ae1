// The module _collections: defaultdict, the counting loop of Counter and the fields of named
// tuples. deque and OrderedDict have files of their own.
#include "runtime/containers/dict.h"
#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/generic_alias.h"
#include "runtime/program/module.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "stdlib/data/collections_private.h"

// --- defaultdict ---

typedef struct DefaultDictObject {
    DictObject dict;
    Object *factory; // or NULL
} DefaultDictObject;
#define DEFAULTDICT(o) ((DefaultDictObject *)(o))

static TypeObject type_defaultdict;

static int defaultdict_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs && args[0] != object_none && !object_is_callable(args[0])) {
        error_text(&exc_type_error, "first argument must be callable or None");
        return -1;
    }
    Object *old = DEFAULTDICT(self)->factory;
    DEFAULTDICT(self)->factory = nargs ? new_ref(args[0]) : NULL;
    int status = type_dict.init(self, args + (nargs > 0), nargs - (nargs > 0), kwnames);
    xdecref(old);
    return status;
}

static void defaultdict_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&DEFAULTDICT(self)->factory);
    type_dict.dealloc(self);
    dealloc_leave();
}

static int defaultdict_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(DEFAULTDICT(self)->factory);
    return type_dict.traverse(self, visit, context);
}

static int defaultdict_clear(Object *self)
{
    ref_clear(&DEFAULTDICT(self)->factory);
    return type_dict.clear(self);
}

static Object *defaultdict_method_missing(Object *self, Object *key)
{
    Object *factory = DEFAULTDICT(self)->factory;
    if (!factory || factory == object_none)
        return error_key(key);
    incref(factory);
    Object *value = call_none(factory);
    decref(factory);
    if (value && object_set_subscript(self, key, value) < 0)
        ref_clear(&value);
    return value;
}

// type(self)(factory, other)
static Object *make_like(Object *self, Object *other)
{
    Object *factory = DEFAULTDICT(self)->factory;
    return call_two(OBJECT(type_of(self)), factory ? factory : object_none, other);
}

static Object *defaultdict_method_copy(Object *self)
{
    return make_like(self, self);
}

static Object *defaultdict_or(Object *left, Object *right)
{
    bool is_left = type_is_subtype(type_of(left), &type_defaultdict);
    if (!IS_DICT(is_left ? right : left))
        return_not_implemented;
    Object *result = make_like(is_left ? left : right, left);
    if (result && dict_update(result, right) < 0)
        ref_clear(&result);
    return result;
}

static Object *defaultdict_repr(Object *self)
{
    Object *items = type_dict.repr(self), *factory = DEFAULTDICT(self)->factory, *text;
    if (!items)
        return NULL;
    int entered = factory ? object_repr_enter(factory) : 0;
    if (!factory) {
        text = str_from_text("None");
    } else if (entered) {
        text = entered > 0 ? str_from_text("...") : NULL;
    } else {
        text = object_repr(factory);
        object_repr_leave(factory);
    }
    Object *name = text ? type_name(type_of(self)) : NULL;
    Object *result = name ? str_format("%U(%U, %U)", name, text, items) : NULL;
    xdecref(name);
    xdecref(text);
    decref(items);
    return result;
}

static Object *defaultdict_method_reduce(Object *self)
{
    Object *factory = DEFAULTDICT(self)->factory, *result = NULL;
    Object *args =
        factory && factory != object_none ? tuple_pack(1, factory) : new_ref(OBJECT(tuple_empty));
    Object *items = args ? call_method_none(self, NAME(items)) : NULL;
    Object *iterator = items ? object_iterate(items) : NULL;
    if (iterator)
        result = tuple_pack(5, OBJECT(type_of(self)), args, object_none, object_none, iterator);
    xdecref(iterator);
    xdecref(items);
    xdecref(args);
    return result;
}

static const MethodDef defaultdict_methods[] = {
    {"__missing__", (void *)defaultdict_method_missing, METHOD_O,
     "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if "
     "self.default_factory is None: raise KeyError((key,))\n  self[key] = value = "
     "self.default_factory()\n  return value\n"},
    {"copy", (void *)defaultdict_method_copy, METHOD_NOARGS, "D.copy() -> a shallow copy of D."},
    {"__copy__", (void *)defaultdict_method_copy, METHOD_NOARGS,
     "D.copy() -> a shallow copy of D."},
    {"__reduce__", (void *)defaultdict_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS,
     "See PEP 585"},
    {0},
};

static const MemberDef defaultdict_members[] = {
    {"default_factory", MEMBER_OBJECT, offsetof(DefaultDictObject, factory), false,
     "Factory for default value called by __missing__()."},
    {0},
};

static TypeObject type_defaultdict = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "defaultdict",
    .module_name = "collections",
    .doc =
        "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default "
        "factory is called without arguments to produce\na new value when a key is not present, "
        "in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll "
        "remaining arguments are treated the same as if they were\npassed to the dict "
        "constructor, including keyword arguments.\n",
    .flags = TF_TRACKED | TF_BASE,
    .base = &type_dict,
    .basic_size = sizeof(DefaultDictObject),
    .methods = defaultdict_methods,
    .members = defaultdict_members,
    .dealloc = defaultdict_dealloc,
    .traverse = defaultdict_traverse,
    .clear = defaultdict_clear,
    .init = defaultdict_init,
    .repr = defaultdict_repr,
    .binary = {[BINARY_OR] = defaultdict_or},
};

// --- counting ---

// mapping[key] = mapping.get(key, 0) + 1
static int count_general(Object *mapping, Object *get, Object *key)
{
    Object *zero = int_small_borrow(0), *old = call_two(get, key, zero);
    Object *new = old ? object_binary(BINARY_ADD, old, int_small_borrow(1)) : NULL;
    int status = new ? object_set_subscript(mapping, key, new) : -1;
    xdecref(new);
    xdecref(old);
    return status;
}

// The same for a dict that keeps dict's own get() and item assignment.
static int count_dict(Object *mapping, Object *key)
{
    int64_t hash = item_hash(key), count;
    if (hash == -1)
        return -1;
    Object *old = dict_get_hash_borrow(mapping, key, hash), *new = NULL;
    if (old && IS_EXACT(old, INT) && !__builtin_add_overflow(((IntObject *)old)->value, 1, &count)) {
        new = int_from_int64(count);
    } else if (old) {
        incref(old);
        new = object_binary(BINARY_ADD, old, int_small_borrow(1));
        decref(old);
    } else if (!error_occurred()) {
        new = int_small_borrow(1);
    }
    int status = new ? dict_set_hash(mapping, key, hash, new) : -1;
    xdecref(new);
    return status;
}

// 1: mapping is a dict whose get() and item assignment are dict's; 0, -1.
static int has_dict_methods(Object *mapping)
{
    if (!IS_DICT(mapping))
        return 0;
    Object *get = intern_text("get");
    if (!get)
        return -1;
    Object *const names_used[] = {get, NAME(setitem)};
    int result = 1;
    for (int i = 0; i < 2 && result == 1; i++) {
        Object *own = NULL, *plain = NULL;
        if (type_find(&type_dict, names_used[i], &plain) < 0 || type_find(type_of(mapping), names_used[i], &own) < 0)
            result = -1;
        else
            result = own == plain;
    }
    decref(get);
    return result;
}

static Object *collections_fn_count_elements(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("_count_elements", nargs, 2, 2) < 0)
        return NULL;
    Object *mapping = args[0], *get = NULL, *key;
    int is_dict = has_dict_methods(mapping), status = is_dict < 0 ? -1 : 0;
    Object *iterator = status == 0 ? object_iterate(args[1]) : NULL;
    if (!iterator)
        return NULL;
    if (!is_dict && !(get = object_get_attribute_text(mapping, "get")))
        status = -1;
    UnaryFn next = type_of(iterator)->next;
    while (status == 0 && (key = iterator_step(iterator, next))) {
        status = is_dict ? count_dict(mapping, key) : count_general(mapping, get, key);
        decref(key);
    }
    xdecref(get);
    decref(iterator);
    if (status == 0 && error_occurred() && error_is(&exc_stop_iteration))
        error_clear();
    return error_occurred() ? NULL : object_none;
}

// --- fields of named tuples ---

typedef struct TupleGetterObject {
    Object header;
    int64_t index;
    Object *doc;
} TupleGetterObject;
#define TUPLE_GETTER(o) ((TupleGetterObject *)(o))

static Object *tuplegetter_make(TypeObject *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    if (args_no_keywords("_tuplegetter", kwnames) < 0 ||
        args_check_count("_tuplegetter", nargs, 2, 2) < 0)
        return NULL;
    int64_t index = object_as_index(args[0], &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    Object *self = object_new(type, sizeof(TupleGetterObject));
    if (!self)
        return NULL;
    TUPLE_GETTER(self)->index = index;
    TUPLE_GETTER(self)->doc = new_ref(args[1]);
    gc_track(self);
    return self;
}

static void tuplegetter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&TUPLE_GETTER(self)->doc);
    gc_free(self, sizeof(TupleGetterObject));
    dealloc_leave();
}

static int tuplegetter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(TUPLE_GETTER(self)->doc);
    return 0;
}

static int tuplegetter_clear(Object *self)
{
    ref_clear(&TUPLE_GETTER(self)->doc);
    return 0;
}

static Object *tuplegetter_get(Object *self, Object *instance, Object *owner)
{
    int64_t index = TUPLE_GETTER(self)->index;
    (void)owner;
    if (!instance || (instance == object_none && !IS_TUPLE(instance)))
        return new_ref(self);
    if (unlikely(!IS_TUPLE(instance)))
        return error_format(
            &exc_type_error,
            "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' "
            "object",
            (long long)index, instance);
    if (unlikely((uint64_t)index >= TUPLE(instance)->count))
        return error_text(&exc_index_error, "tuple index out of range");
    return new_ref(TUPLE(instance)->items[index]);
}

static int tuplegetter_set(Object *self, Object *instance, Object *value_or_null)
{
    (void)self, (void)instance;
    error_text(&exc_attribute_error,
               value_or_null ? "can't set attribute" : "can't delete attribute");
    return -1;
}

static Object *tuplegetter_repr(Object *self)
{
    return str_format("_tuplegetter(%lld, %R)", (long long)TUPLE_GETTER(self)->index,
                      TUPLE_GETTER(self)->doc ? TUPLE_GETTER(self)->doc : object_none);
}

static Object *tuplegetter_method_reduce(Object *self)
{
    Object *index = int_from_int64(TUPLE_GETTER(self)->index), *doc = TUPLE_GETTER(self)->doc;
    Object *args = index ? tuple_pack(2, index, doc ? doc : object_none) : NULL;
    Object *result = args ? tuple_pack(2, OBJECT(type_of(self)), args) : NULL;
    xdecref(args);
    xdecref(index);
    return result;
}

static const MethodDef tuplegetter_methods[] = {
    {"__reduce__", (void *)tuplegetter_method_reduce, METHOD_NOARGS, NULL},
    {0},
};

static const MemberDef tuplegetter_members[] = {
    {"__doc__", MEMBER_OBJECT, offsetof(TupleGetterObject, doc), false, NULL},
    {0},
};

static TypeObject type_tuplegetter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_tuplegetter",
    .module_name = "_collections",
    .flags = TF_TRACKED,
    .basic_size = sizeof(TupleGetterObject),
    .methods = tuplegetter_methods,
    .members = tuplegetter_members,
    .dealloc = tuplegetter_dealloc,
    .traverse = tuplegetter_traverse,
    .clear = tuplegetter_clear,
    .make = tuplegetter_make,
    .repr = tuplegetter_repr,
    .descriptor_get = tuplegetter_get,
    .descriptor_set = tuplegetter_set,
};

// --- the module ---

static int fill_collections(ModuleObject *module)
{
    TypeObject *const types[] = {&type_deque,      &type_defaultdict,        &type_ordered_dict,
                                 &type_deque_iter, &type_deque_reverse_iter, &type_tuplegetter};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (module_add_type(module, types[i]) < 0)
            return -1;
    return ordered_dict_start();
}

static const MethodDef collections_functions[] = {
    {"_count_elements", (void *)collections_fn_count_elements, METHOD_FAST,
     "_count_elements($module, mapping, iterable, /)\n--\n\nCount elements in the iterable, "
     "updating the mapping"},
    {0},
};

extern const ModuleDef module__collections;
const ModuleDef module__collections = {
    .name = "_collections",
    .doc = "High performance data structures.\n- deque:        ordered collection accessible from "
           "endpoints only\n- defaultdict:  dict subclass with a default value factory\n",
    .functions = collections_functions,
    .fill = fill_collections,
};
