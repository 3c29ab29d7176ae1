// type_object: what every class inherits. object.__new__ and __init__ with their rules about excess
// arguments, the default repr, __dir__, __class__, __format__ and the pickling entry points.
// Invariant: everything here works for an object of any type. Read object_make first.
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

// ---- Making -------------------------------------------------------------------------------------

static void *raise_abstract(TypeObject *type)
{
    Object *methods = NULL, *sorted = NULL, *comma = NULL, *joined = NULL;
    methods = object_get_attribute(OBJECT(type), NAME(abstractmethods));
    if (!methods)
        goto fail;
    sorted = object_to_list(methods);
    if (!sorted || list_sort(sorted, NULL, false) < 0)
        goto fail;
    comma = str_from_text(", ");
    if (!comma)
        goto fail;
    joined = str_join(comma, sorted);
    if (!joined)
        goto fail;
    error_format(&exc_type_error, "Can't instantiate abstract class %N with abstract method%s %U",
                 type, LIST(sorted)->count > 1 ? "s" : "", joined);
fail:
    xdecref(methods);
    xdecref(sorted);
    xdecref(comma);
    xdecref(joined);
    return NULL;
}

Object *object_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    if (unlikely(nargs || kwnames)) {
        if (type->make != object_make)
            return error_text(&exc_type_error,
                              "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->init == object_init)
            return error_format(&exc_type_error, "%N() takes no arguments", type);
    }
    if (unlikely(type->flags & TF_IS_ABSTRACT))
        return raise_abstract(type);
    if (likely(type->flags & TF_SHAPED))
        return instance_new(type);
    Object *object = type_allocate(type, 0); // object() itself, or more than 62 __slots__
    if (object && type_has(type, TF_TRACKED))
        gc_track(object);
    return object;
}

int object_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    if (likely(nargs == 0 && !kwnames))
        return 0;
    TypeObject *type = type_of(self);
    if (type->init != object_init) {
        error_text(&exc_type_error, "object.__init__() takes exactly one argument (the instance to initialize)");
        return -1;
    }
    if (type->make == object_make) {
        error_format(&exc_type_error,
                     "%N.__init__() takes exactly one argument (the instance to initialize)", type);
        return -1;
    }
    return 0;
}

static void object_type_dealloc(Object *self)
{
    type_release(self, 0);
}

// ---- Slots --------------------------------------------------------------------------------------

static Object *object_type_repr(Object *self)
{
    Object *name = type_full_name(type_of(self));
    if (!name)
        return NULL;
    Object *result = str_format("<%U object at %p>", name, (void *)self);
    decref(name);
    return result;
}

static Object *object_type_str(Object *self)
{
    UnaryFn repr = type_of(self)->repr;
    return repr ? repr(self) : object_type_repr(self);
}

static Object *object_type_compare(Object *self, Object *other, CompareOp op)
{
    if (op == COMPARE_EQ) {
        if (self == other)
            return object_true;
        return_not_implemented;
    }
    if (op != COMPARE_NE || !type_of(self)->compare)
        return_not_implemented;
    Object *equal = type_of(self)->compare(self, other, COMPARE_EQ); // != is the inverse of ==
    if (!equal || equal == object_not_implemented)
        return equal;
    int truth = object_is_true(equal);
    decref(equal);
    return truth < 0 ? NULL : object_from_bool(!truth);
}

// ---- Methods ------------------------------------------------------------------------------------

static Object *object_method_format(Object *self, Object *spec)
{
    if (!IS_STR(spec))
        return error_format(&exc_type_error, "__format__() argument must be str, not %T", spec);
    if (str_length(spec) > 0)
        return error_format(&exc_type_error, "unsupported format string passed to %T.__format__", self);
    return object_str(self);
}

static Object *object_method_sizeof(Object *self)
{
    return int_from_size(object_byte_size(self));
}

static Object *object_method_init_subclass(Object *class)
{
    (void)class;
    return_none;
}

static Object *object_method_subclasshook(Object *class, Object *const *args, size_t nargs)
{
    (void)class, (void)args, (void)nargs;
    return_not_implemented;
}

// Names of `class` and its bases into a dict (CPython's merge_class_dict).
static int merge_class(Object *found, TypeObject *type)
{
    size_t count = type->mro ? TUPLE(type->mro)->count : 0;
    for (size_t i = count; i-- > 0;) {
        TypeObject *base = (TypeObject *)TUPLE(type->mro)->items[i];
        DictObject *namespace = type_namespace_borrow(base);
        if (!namespace || dict_merge(found, OBJECT(namespace), 0) < 0)
            return -1;
    }
    return 0;
}

static Object *object_method_dir(Object *self)
{
    Object *dict = NULL, *found = NULL, *class = NULL, *result = NULL;
    dict = object_get_attribute_optional(self, NAME(dict));
    if (!dict && error_occurred())
        goto fail;
    found = dict && IS_DICT(dict) ? dict_copy(dict) : dict_new();
    if (!found)
        goto fail;
    class = object_get_attribute_optional(self, NAME(class));
    if (!class && error_occurred())
        goto fail;
    if (class && IS_TYPE(class) && merge_class(found, (TypeObject *)class) < 0)
        goto fail;
    result = dict_keys_list(found);
fail:
    xdecref(dict);
    xdecref(found);
    xdecref(class);
    return result;
}

// copyreg.name(self) or copyreg.name(self, argument): what pickling and copying need is written there.
static Object *call_copyreg(const char *name, Object *self, Object *argument_or_null)
{
    Object *import = dict_get_text_borrow(state.builtins, "__import__");
    Object *module_name = import ? str_from_text("copyreg") : NULL, *module = NULL, *function = NULL, *result = NULL;
    if (!import && !error_occurred())
        return error_text(&exc_import_error, "__import__ not found");
    if (module_name)
        module = call_one(import, module_name);
    if (module)
        function = object_get_attribute_text(module, name);
    if (function)
        result = argument_or_null ? call_two(function, self, argument_or_null) : call_one(function, self);
    xdecref(module_name);
    xdecref(module);
    xdecref(function);
    return result;
}

static Object *object_method_reduce(Object *self)
{
    return call_copyreg("_reduce_ex", self, int_small_borrow(0));
}

// An overridden __reduce__ comes first.
static Object *object_method_reduce_ex(Object *self, Object *protocol)
{
    Object *found, *owner_reduce;
    int number = int_as_int32(protocol);
    if (number == -1 && error_occurred())
        return NULL;
    int status = type_find(type_of(self), NAME(reduce), &found);
    if (status < 0 || type_find(&type_object, NAME(reduce), &owner_reduce) < 0)
        return NULL;
    if (status && found != owner_reduce)
        return call_method_none(self, NAME(reduce));
    return number >= 2 ? call_copyreg("_reduce_newobj", self, NULL) : call_copyreg("_reduce_ex", self, protocol);
}

static Object *object_method_getstate(Object *self)
{
    Object *slots, *own = NULL;
    DictObject *dict = object_dict_existing_borrow(self);
    if (dict)
        own = new_ref(OBJECT(dict));
    else if (type_has(type_of(self), TF_HAS_DICT) && !(own = object_dict(self)))
        return NULL;
    if (!own || dict_length(own) == 0)
        ref_set_steal(&own, object_none);
    int has_slots = type_find(type_of(self), NAME(slots), &slots);
    if (has_slots > 0)
        ref_set_steal(&own, call_copyreg("_add_slots", self, own));
    else if (has_slots < 0)
        ref_clear(&own);
    return own;
}

static Object *object_get_class(Object *self, void *closure)
{
    (void)closure;
    return new_ref(OBJECT(type_of(self)));
}

static int object_set_class_attribute(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (!value) {
        error_text(&exc_type_error, "can't delete __class__ attribute");
        return -1;
    }
    return object_set_class(self, value);
}

static const MethodDef methods[] = {
    {"__reduce_ex__", object_method_reduce_ex, METHOD_O, "__reduce_ex__($self, protocol, /)\n--\n\nHelper for pickle."},
    {"__reduce__", object_method_reduce, METHOD_NOARGS, "__reduce__($self, /)\n--\n\nHelper for pickle."},
    {"__getstate__", object_method_getstate, METHOD_NOARGS, "__getstate__($self, /)\n--\n\nHelper for pickle."},
    {"__subclasshook__", object_method_subclasshook, METHOD_FAST | METHOD_CLASS,
     "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by "
     "abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it "
     "returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal "
     "algorithm (and the outcome is cached).\n"},
    {"__init_subclass__", object_method_init_subclass, METHOD_NOARGS | METHOD_CLASS,
     "This method is called when a class is subclassed.\n\nThe default implementation does nothing. "
     "It may be\noverridden to extend subclasses.\n"},
    {"__format__", object_method_format, METHOD_O,
     "__format__($self, format_spec, /)\n--\n\nDefault object formatter."},
    {"__sizeof__", object_method_sizeof, METHOD_NOARGS,
     "__sizeof__($self, /)\n--\n\nSize of object in memory, in bytes."},
    {"__dir__", object_method_dir, METHOD_NOARGS,
     "__dir__($self, /)\n--\n\nDefault dir() implementation."},
    {0},
};

static const GetSetDef getsets[] = {
    {"__class__", object_get_class, object_set_class_attribute, "the object's class", NULL},
    {0},
};

TypeObject type_object = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "object",
    .doc = "object()\n--\n\nThe base class of the class hierarchy.\n\nWhen called, it accepts no "
           "arguments and returns a new featureless\ninstance that has no instance attributes and "
           "cannot be given any.\n",
    .flags = TF_BASE,
    .basic_size = sizeof(Object),
    .methods = methods,
    .getsets = getsets,
    .dealloc = object_type_dealloc,
    .make = object_make,
    .init = object_init,
    .repr = object_type_repr,
    .str = object_type_str,
    .hash = object_hash_pointer,
    .compare = object_type_compare,
    .get_attribute = object_get_attribute_generic,
    .set_attribute = object_set_attribute_generic,
};
