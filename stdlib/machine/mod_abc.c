// The module _abc: what abc.ABCMeta asks about subclasses, and what it remembers. Read subclass_check,
// the order in which the answer is sought.
//
// Each abstract base class holds an AbcData in its attribute _abc_impl: weak sets of the classes that
// were registered, and of those that the answer was yes or no for. A registration anywhere makes all
// remembered noes stale: they carry the number of registrations they were made at.
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/set.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/numbers/int.h"
#include "runtime/program/c_function.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/module.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "vm/hooks.h"

typedef struct AbcData {
    Object header;
    Object *registry, *yes, *no; // sets of weak references, owned; NULL until needed
    uint64_t no_version;         // `registrations` when `no` was begun
} AbcData;

enum { NAME_IS_ABSTRACT, NAME_IMPL, NAME_SUBCLASSCHECK, NAME_SUBCLASSHOOK, NAME_SUBCLASSES, NAME_COUNT };

static struct {
    uint64_t registrations;
    Object *names[NAME_COUNT]; // interned; dropped at exit
} abc;

// --- the data ---

static void abc_data_dealloc(Object *self)
{
    AbcData *data = (AbcData *)self;
    if (!dealloc_enter(self))
        return;
    xdecref(data->registry);
    xdecref(data->yes);
    xdecref(data->no);
    gc_free(self, sizeof(AbcData));
    dealloc_leave();
}

static int abc_data_traverse(Object *self, VisitFn visit, void *context)
{
    AbcData *data = (AbcData *)self;
    VISIT(data->registry);
    VISIT(data->yes);
    VISIT(data->no);
    return 0;
}

static int abc_data_clear(Object *self)
{
    AbcData *data = (AbcData *)self;
    ref_clear(&data->registry);
    ref_clear(&data->yes);
    ref_clear(&data->no);
    return 0;
}

static TypeObject type_abc_data = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_abc_data",
    .module_name = "_abc",
    .doc = "Internal state held by ABC machinery.",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(AbcData),
    .dealloc = abc_data_dealloc,
    .traverse = abc_data_traverse,
    .clear = abc_data_clear,
};

// The data of an abstract base class: borrowed from the class. NULL with AttributeError, TypeError.
static AbcData *data_of_borrow(Object *class)
{
    Object *data = NULL;
    if (IS_TYPE(class) && type_find((TypeObject *)class, abc.names[NAME_IMPL], &data) < 0)
        return NULL;
    if (!data)
        return error_attribute(class, abc.names[NAME_IMPL]);
    if (type_of(data) != &type_abc_data)
        return error_text(&exc_type_error, "_abc_impl is set to a wrong type");
    return (AbcData *)data;
}

// --- weak sets ---

// Callback of a member that died; self is a weak reference to the set.
static Object *drop_dead(Object *self, Object *dead)
{
    Object *set = weakref_get(self);
    int status = set ? set_discard(set, dead) : 0;
    xdecref(set);
    if (status < 0)
        return NULL;
    return_none;
}

static const MethodDef drop_dead_def = {"_destroy", drop_dead, METHOD_O, NULL};

static int weak_add(Object **set, Object *object)
{
    if (!*set && !(*set = set_new()))
        return -1;
    Object *held = new_ref(*set); // comparing may run a metaclass's __eq__
    Object *owner = weakref_new(&type_weakref, held, NULL), *entry = NULL;
    Object *callback = owner ? c_function_new(&drop_dead_def, owner, NULL) : NULL;
    if (callback)
        entry = weakref_new(&type_weakref, object, callback);
    int status = entry ? set_add(held, entry) : -1;
    decref(held);
    xdecref(owner);
    xdecref(callback);
    xdecref(entry);
    return status;
}

// 1, 0, -1; what cannot be weakly referenced is in no set.
static int weak_contains(Object *set, Object *object)
{
    if (!set || set_length(set) == 0)
        return 0;
    Object *entry = weakref_new(&type_weakref, object, NULL);
    if (!entry) {
        if (!error_is(&exc_type_error))
            return -1;
        error_clear();
        return 0;
    }
    incref(set);
    int result = set_contains(set, entry);
    decref(set);
    decref(entry);
    return result;
}

// --- which methods are abstract ---

static int is_abstract(Object *value)
{
    Object *mark = object_get_attribute_optional(value, abc.names[NAME_IS_ABSTRACT]);
    if (!mark)
        return error_occurred() ? -1 : 0;
    int result = object_is_true(mark);
    decref(mark);
    return result;
}

static int add_own_abstracts(Object *class, Object *found)
{
    DictObject *namespace = type_namespace_borrow((TypeObject *)class);
    Object *keys = namespace ? object_to_list(OBJECT(namespace)) : NULL;
    int status = keys ? 0 : -1;
    for (size_t i = 0; status == 0 && i < LIST(keys)->count; i++) {
        Object *key = LIST(keys)->items[i], *value = dict_get(OBJECT(namespace), key);
        int abstract = value ? is_abstract(value) : error_occurred() ? -1 : 0;
        xdecref(value);
        status = abstract < 0 ? -1 : abstract ? set_add(found, key) : 0;
    }
    xdecref(keys);
    return status;
}

// Whether what getattr(class, name) gives is abstract: 1, 0, -1. Functions and properties are asked
// without the method cache: a class that nothing was cached about can be changed at no cost.
static int is_still_abstract(Object *class, Object *name)
{
    Object *value;
    int found = type_find_uncached((TypeObject *)class, name, &value, NULL);
    if (found > 0 && (IS_EXACT(value, FUNCTION) || type_of(value) == &type_property)) {
        incref(value);
    } else {
        value = found < 0 ? NULL : object_get_attribute_optional(class, name);
        if (!value)
            return error_occurred() ? -1 : 0;
    }
    int result = is_abstract(value);
    decref(value);
    return result;
}

// The names that `base` left abstract and the class still does.
static int add_inherited_abstracts(Object *class, Object *base, Object *found)
{
    Object *abstracts = object_get_attribute_optional(base, NAME(abstractmethods));
    if (!abstracts)
        return error_occurred() ? -1 : 0;
    Object *list = object_to_list(abstracts);
    decref(abstracts);
    int status = list ? 0 : -1;
    for (size_t i = 0; status == 0 && i < LIST(list)->count; i++) {
        Object *name = LIST(list)->items[i];
        int abstract = is_still_abstract(class, name);
        status = abstract < 0 ? -1 : abstract ? set_add(found, name) : 0;
    }
    xdecref(list);
    return status;
}

static Object *abc_fn_init(Object *module, Object *class)
{
    (void)module;
    if (!IS_TYPE(class))
        return error_text(&exc_type_error, "_abc_init() argument must be a class");
    Object *found = set_new(), *abstracts = NULL, *data = NULL, *bases = ((TypeObject *)class)->bases;
    int status = found ? add_own_abstracts(class, found) : -1;
    for (size_t i = 0; status == 0 && bases && i < TUPLE(bases)->count; i++)
        status = add_inherited_abstracts(class, TUPLE(bases)->items[i], found);
    if (status == 0)
        abstracts = frozenset_from_iterable(found);
    if (abstracts && object_set_attribute(class, NAME(abstractmethods), abstracts) == 0 && type_ready(&type_abc_data) == 0)
        data = gc_alloc(&type_abc_data, sizeof(AbcData));
    if (data) {
        AbcData *fresh = (AbcData *)data;
        fresh->registry = fresh->yes = fresh->no = NULL;
        fresh->no_version = abc.registrations;
        gc_track(data);
        status = object_set_attribute(class, abc.names[NAME_IMPL], data);
    } else if (!error_occurred()) {
        error_no_memory();
    }
    xdecref(found);
    xdecref(abstracts);
    xdecref(data);
    if (error_occurred())
        return NULL;
    return_none;
}

// --- registering ---

static Object *abc_fn_register(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("_abc_register", nargs, 2, 2) < 0)
        return NULL;
    Object *class = args[0], *subclass = args[1];
    if (!IS_TYPE(subclass))
        return error_text(&exc_type_error, "Can only register classes");
    int is_known = object_is_subclass(subclass, class);
    if (is_known != 0)
        return is_known < 0 ? NULL : new_ref(subclass);
    int is_cycle = object_is_subclass(class, subclass);
    if (is_cycle != 0)
        return is_cycle < 0 ? NULL : error_text(&exc_runtime_error, "Refusing to create an inheritance cycle");
    AbcData *data = data_of_borrow(class);
    if (!data || weak_add(&data->registry, subclass) < 0)
        return NULL;
    abc.registrations++;
    return new_ref(subclass);
}

// --- asking ---

// Whether the remembered noes hold: a registration since then drops them.
static int is_remembered_no(AbcData *data, Object *subclass)
{
    if (data->no_version == abc.registrations)
        return weak_contains(data->no, subclass);
    ref_clear(&data->no);
    data->no_version = abc.registrations;
    return 0;
}

// The answer of __subclasshook__: 1, 0; -1 with exception; 2: it does not say.
static int ask_hook(Object *class, Object *subclass)
{
    Object *answer = call_method_one(class, abc.names[NAME_SUBCLASSHOOK], subclass);
    if (!answer)
        return -1;
    decref(answer);
    if (answer == object_true || answer == object_false)
        return answer == object_true;
    if (answer == object_not_implemented)
        return 2;
    error_text(&exc_assertion_error, "__subclasshook__ must return either False, True, or NotImplemented");
    return -1;
}

// Whether `subclass` derives from a registered class: 1, 0, -1.
static int derives_from_registered(AbcData *data, Object *subclass)
{
    int direct = weak_contains(data->registry, subclass);
    if (direct != 0 || !data->registry)
        return direct;
    Object *entries = object_to_list(data->registry);
    int result = entries ? 0 : -1;
    for (size_t i = 0; result == 0 && i < LIST(entries)->count; i++) {
        Object *registered = weakref_get(LIST(entries)->items[i]);
        if (registered)
            result = object_is_subclass(subclass, registered);
        xdecref(registered);
    }
    xdecref(entries);
    return result;
}

// Whether it derives from, or is registered with, a subclass of the class: 1, 0, -1.
static int derives_from_subclass(Object *class, Object *subclass)
{
    Object *subclasses = call_method_none(class, abc.names[NAME_SUBCLASSES]);
    Object *list = subclasses ? object_to_list(subclasses) : NULL;
    xdecref(subclasses);
    int result = list ? 0 : -1;
    for (size_t i = 0; result == 0 && i < LIST(list)->count; i++)
        result = object_is_subclass(subclass, LIST(list)->items[i]);
    xdecref(list);
    return result;
}

// 1, 0, -1. `class` is an abstract base class and keeps `data`, which is held meanwhile.
static int subclass_check(AbcData *data, Object *class, Object *subclass)
{
    int result = weak_contains(data->yes, subclass);
    if (result != 0)
        return result;
    result = is_remembered_no(data, subclass);
    if (result != 0)
        return result < 0 ? -1 : 0;
    result = ask_hook(class, subclass);
    if (result == 2) {
        result = type_is_subtype((TypeObject *)subclass, (TypeObject *)class);
        if (result == 0)
            result = derives_from_registered(data, subclass);
        if (result == 0)
            result = derives_from_subclass(class, subclass);
    }
    if (result < 0 || weak_add(result ? &data->yes : &data->no, subclass) < 0)
        return -1;
    return result;
}

static Object *abc_fn_subclasscheck(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("_abc_subclasscheck", nargs, 2, 2) < 0)
        return NULL;
    if (!IS_TYPE(args[1]))
        return error_text(&exc_type_error, "issubclass() arg 1 must be a class");
    AbcData *data = data_of_borrow(args[0]);
    if (!data)
        return NULL;
    incref(OBJECT(data));
    int result = subclass_check(data, args[0], args[1]);
    decref(OBJECT(data));
    return result < 0 ? NULL : new_ref(result ? object_true : object_false);
}

static Object *abc_fn_instancecheck(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("_abc_instancecheck", nargs, 2, 2) < 0)
        return NULL;
    Object *class = args[0], *type = OBJECT(type_of(args[1]));
    AbcData *data = data_of_borrow(class);
    Object *subclass = data ? object_get_attribute(args[1], NAME(class)) : NULL, *answer = NULL;
    if (!subclass)
        return NULL;
    int known = weak_contains(data->yes, subclass);
    if (known == 0 && subclass == type && data->no_version == abc.registrations)
        known = weak_contains(data->no, subclass) ? 2 : 0; // 2: no
    if (known == 0) {
        answer = call_method_one(class, abc.names[NAME_SUBCLASSCHECK], subclass);
        int is_yes = answer && subclass != type ? object_is_true(answer) : 1;
        if (is_yes <= 0) {
            ref_clear(&answer);
            if (is_yes == 0)
                answer = call_method_one(class, abc.names[NAME_SUBCLASSCHECK], type);
        }
    } else if (known > 0) {
        answer = new_ref(known == 1 ? object_true : object_false);
    }
    decref(subclass);
    return answer;
}

// --- for tests and curious people ---

static Object *abc_fn_get_cache_token(Object *module)
{
    (void)module;
    return int_from_uint64(abc.registrations);
}

static Object *copy_of(Object *set)
{
    return set ? set_from_iterable(set) : set_new();
}

static Object *abc_fn_get_dump(Object *module, Object *class)
{
    (void)module;
    AbcData *data = data_of_borrow(class);
    if (!data)
        return NULL;
    Object *items[] = {copy_of(data->registry), copy_of(data->yes), copy_of(data->no),
                       int_from_uint64(data->no_version)};
    Object *result = items[0] && items[1] && items[2] && items[3] ? tuple_from_array(items, 4) : NULL;
    for (int i = 0; i < 4; i++)
        xdecref(items[i]);
    return result;
}

static Object *abc_fn_reset_registry(Object *module, Object *class)
{
    (void)module;
    AbcData *data = data_of_borrow(class);
    if (!data)
        return NULL;
    ref_clear(&data->registry);
    return_none;
}

static Object *abc_fn_reset_caches(Object *module, Object *class)
{
    (void)module;
    AbcData *data = data_of_borrow(class);
    if (!data)
        return NULL;
    ref_clear(&data->yes);
    ref_clear(&data->no);
    return_none;
}

// --- the module ---

static void stop(void)
{
    for (int i = 0; i < NAME_COUNT; i++)
        xdecref(abc.names[i]);
    memset(&abc, 0, sizeof abc);
}

static int fill_abc(ModuleObject *module)
{
    static const char *const texts[NAME_COUNT] = {
        [NAME_IS_ABSTRACT] = "__isabstractmethod__", [NAME_IMPL] = "_abc_impl",
        [NAME_SUBCLASSCHECK] = "__subclasscheck__",  [NAME_SUBCLASSHOOK] = "__subclasshook__",
        [NAME_SUBCLASSES] = "__subclasses__",
    };
    (void)module;
    if (!abc.names[0] && hooks_at_exit(stop) < 0)
        return -1;
    for (int i = 0; i < NAME_COUNT; i++)
        if (!abc.names[i] && !(abc.names[i] = intern_text(texts[i])))
            return -1;
    return 0;
}

static const MethodDef abc_functions[] = {
    {"get_cache_token", abc_fn_get_cache_token, METHOD_NOARGS,
     "get_cache_token($module, /)\n--\n\nReturns the current ABC cache token.\n\nThe token is an opaque object "
     "(supporting equality testing) identifying the\ncurrent version of the ABC cache for virtual subclasses. The "
     "token changes\nwith every call to register() on any ABC."},
    {"_abc_init", abc_fn_init, METHOD_O,
     "_abc_init($module, self, /)\n--\n\nInternal ABC helper for class set-up. Should be never used outside abc module."},
    {"_abc_register", abc_fn_register, METHOD_FAST,
     "_abc_register($module, self, subclass, /)\n--\n\nInternal ABC helper for subclasss registration. Should be "
     "never used outside abc module."},
    {"_abc_instancecheck", abc_fn_instancecheck, METHOD_FAST,
     "_abc_instancecheck($module, self, instance, /)\n--\n\nInternal ABC helper for instance checks. Should be "
     "never used outside abc module."},
    {"_abc_subclasscheck", abc_fn_subclasscheck, METHOD_FAST,
     "_abc_subclasscheck($module, self, subclass, /)\n--\n\nInternal ABC helper for subclasss checks. Should be "
     "never used outside abc module."},
    {"_get_dump", abc_fn_get_dump, METHOD_O,
     "_get_dump($module, self, /)\n--\n\nInternal ABC helper for cache and registry debugging.\n\nReturn shallow "
     "copies of registry, of both caches, and\nnegative cache version. Don't call this function directly,\ninstead "
     "use ABC._dump_registry() for a nice repr."},
    {"_reset_registry", abc_fn_reset_registry, METHOD_O,
     "_reset_registry($module, self, /)\n--\n\nInternal ABC helper to reset registry of a given class.\n\nShould be "
     "only used by refleak.py"},
    {"_reset_caches", abc_fn_reset_caches, METHOD_O,
     "_reset_caches($module, self, /)\n--\n\nInternal ABC helper to reset both caches of a given class.\n\nShould "
     "be only used by refleak.py"},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module__abc;
const ModuleDef module__abc = {
    .name = "_abc",
    .doc = "Module contains faster C implementation of abc.ABCMeta",
    .functions = abc_functions,
    .fill = fill_abc,
};
