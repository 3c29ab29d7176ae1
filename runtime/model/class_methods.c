// type_type: what scripts see of classes (attributes, __call__, __mro__ and the like), the builtin
// "__new__" of every type, and the life of heap types.
// Invariant: a heap type owns base, bases, mro, dict and its names; its subclasses own it.
// Read type_get_attribute and type_dealloc first.
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/model/slot_functions.h"
#include "runtime/model/weakref.h"
#include "runtime/numbers/int.h"
#include "runtime/program/c_function.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/generic_alias.h"
#include "runtime/text/str.h"

#define CLASS(object) ((TypeObject *)(object))

// ---- Attributes of classes ----------------------------------------------------------------------

// Data descriptor of the metatype, then the class's mro (bound to nobody), then the metatype's rest.
Object *type_get_attribute(Object *self, Object *name)
{
    TypeObject *metatype = type_of(self);
    Object *meta, *found, *result = NULL;
    TernaryFn meta_get = NULL;
    int has_meta = type_find(metatype, name, &meta);
    if (unlikely(has_meta < 0))
        return NULL;
    if (has_meta) {
        meta_get = type_of(meta)->descriptor_get;
        incref(meta);
        if (meta_get && type_of(meta)->descriptor_set) {
            result = meta_get(meta, self, OBJECT(metatype));
            decref(meta);
            return result;
        }
    }
    int status = type_find(CLASS(self), name, &found);
    if (status > 0) {
        TernaryFn get = type_of(found)->descriptor_get;
        incref(found);
        if (get) {
            result = get(found, NULL, self);
            decref(found);
        } else {
            result = found;
        }
    } else if (status < 0) {
        result = NULL;
    } else if (meta_get) {
        result = meta_get(meta, self, OBJECT(metatype));
    } else if (has_meta) {
        return meta;
    } else {
        return attribute_error(self, name, "type object '%N' has no attribute '%U'", CLASS(self), name);
    }
    if (has_meta)
        decref(meta);
    return result;
}

static int set_attribute(Object *self, Object *name, Object *value_or_null)
{
    return type_set_attribute(CLASS(self), name, value_or_null);
}

static Object *type_repr(Object *self)
{
    Object *name = type_full_name(CLASS(self));
    if (!name)
        return NULL;
    Object *result = str_format("<class '%U'>", name);
    decref(name);
    return result;
}

// ---- Getters and setters ------------------------------------------------------------------------

static int check_settable(const TypeObject *type, const Object *value, const char *name)
{
    if (type->flags & TF_IMMUTABLE) {
        error_format(&exc_type_error, "cannot set '%s' attribute of immutable type '%N'", name, type);
        return -1;
    }
    if (!value) {
        error_format(&exc_type_error, "cannot delete '%s' attribute of immutable type '%N'", name, type);
        return -1;
    }
    return 0;
}

static Object *get_name(Object *self, void *closure)
{
    (void)closure;
    return type_name(CLASS(self));
}

static int set_name(Object *self, Object *value, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (check_settable(type, value, "__name__") < 0)
        return -1;
    if (!IS_STR(value)) {
        error_format(&exc_type_error, "can only assign string to %N.__name__, not '%T'", type, value);
        return -1;
    }
    size_t size;
    const char *text = str_utf8(value, &size);
    if (!text)
        return -1;
    if (strlen(text) != size) {
        error_text(&exc_value_error, "type name must not contain null characters");
        return -1;
    }
    type->name = text;
    incref(value);
    ref_set_steal(&type->name_object, value);
    return 0;
}

Object *type_qualname(TypeObject *type)
{
    return type->qualname ? new_ref(type->qualname) : type_name(type);
}

static Object *get_qualname(Object *self, void *closure)
{
    (void)closure;
    return type_qualname(CLASS(self));
}

static int set_qualname(Object *self, Object *value, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (check_settable(type, value, "__qualname__") < 0)
        return -1;
    if (!IS_STR(value)) {
        error_format(&exc_type_error, "can only assign string to %N.__qualname__, not '%T'", type, value);
        return -1;
    }
    incref(value);
    ref_set_steal(&type->qualname, value);
    return 0;
}

static Object *get_bases(Object *self, void *closure)
{
    (void)closure;
    return new_ref(CLASS(self)->bases);
}

static int set_bases(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (check_settable(CLASS(self), value, "__bases__") < 0)
        return -1;
    return type_set_bases(CLASS(self), value);
}

// An entry of the class's own namespace, bound to nobody; NULL without exception when absent.
static Object *get_own(TypeObject *type, Object *name)
{
    DictObject *dict = type_namespace_borrow(type);
    Object *found = dict ? dict_get_str_borrow(dict, name) : NULL;
    if (!found)
        return NULL;
    TernaryFn get = type_of(found)->descriptor_get;
    incref(found);
    if (!get)
        return found;
    Object *result = get(found, NULL, OBJECT(type));
    decref(found);
    return result;
}

static int set_own(TypeObject *type, Object *name, Object *value_or_null)
{
    int status = value_or_null ? dict_set_str(type->dict, name, value_or_null)
                               : dict_delete_optional(OBJECT(type->dict), name);
    if (status >= 0)
        type_changed(type, name);
    return status;
}

static Object *get_module(Object *self, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (!(type->flags & TF_HEAP))
        return type->module_name ? str_from_text(type->module_name) : new_ref(NAME(plain_builtins));
    Object *module = dict_get_str_borrow(type->dict, NAME(module));
    return module ? new_ref(module) : error_object(&exc_attribute_error, NAME(module));
}

static int set_module(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (check_settable(CLASS(self), value, "__module__") < 0)
        return -1;
    return set_own(CLASS(self), NAME(module), value);
}

static Object *get_abstract(Object *self, void *closure)
{
    (void)closure;
    if (self != OBJECT(&type_type)) {
        DictObject *dict = type_namespace_borrow(CLASS(self));
        Object *found = dict ? dict_get_str_borrow(dict, NAME(abstractmethods)) : NULL;
        if (found)
            return new_ref(found);
    }
    return error_object(&exc_attribute_error, NAME(abstractmethods));
}

static int set_abstract(Object *self, Object *value, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (type->flags & TF_IMMUTABLE) {
        error_format(&exc_type_error, "cannot set '__abstractmethods__' attribute of immutable type '%N'", type);
        return -1;
    }
    int is_abstract = value ? object_is_true(value) : 0;
    if (is_abstract < 0)
        return -1;
    int status = set_own(type, NAME(abstractmethods), value);
    if (status < 0)
        return -1;
    if (!value && status == 0) {
        error_object(&exc_attribute_error, NAME(abstractmethods));
        return -1;
    }
    type->flags = is_abstract ? type->flags | TF_IS_ABSTRACT : type->flags & ~(uint32_t)TF_IS_ABSTRACT;
    return 0;
}

static Object *get_dict(Object *self, void *closure)
{
    (void)closure;
    DictObject *dict = type_namespace_borrow(CLASS(self));
    return dict ? mappingproxy_new(OBJECT(dict)) : NULL;
}

static Object *get_doc(Object *self, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (!(type->flags & TF_HEAP) && type->doc)
        return doc_text(type->name, type->doc);
    Object *doc = get_own(type, NAME(doc));
    return doc ? doc : error_occurred() ? NULL : object_none;
}

static int set_doc(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (check_settable(CLASS(self), value, "__doc__") < 0)
        return -1;
    return set_own(CLASS(self), NAME(doc), value);
}

static Object *get_text_signature(Object *self, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    return type->flags & TF_HEAP ? object_none : doc_signature(type->name, type->doc);
}

static Object *get_annotations(Object *self, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (!(type->flags & TF_HEAP))
        return attribute_error(self, NAME(annotations), "type object '%N' has no attribute '__annotations__'", type);
    Object *found = get_own(type, NAME(annotations));
    if (found || error_occurred())
        return found;
    Object *dict = dict_new();
    if (dict && set_own(type, NAME(annotations), dict) < 0)
        ref_clear(&dict);
    return dict;
}

static int set_annotations(Object *self, Object *value, void *closure)
{
    (void)closure;
    TypeObject *type = CLASS(self);
    if (type->flags & TF_IMMUTABLE) {
        error_format(&exc_type_error, "cannot set '__annotations__' attribute of immutable type '%N'", type);
        return -1;
    }
    int status = set_own(type, NAME(annotations), value);
    if (!value && status == 0) {
        error_object(&exc_attribute_error, NAME(annotations));
        return -1;
    }
    return status < 0 ? -1 : 0;
}

// CPython's Py_TPFLAGS bits.
static Object *get_flags(Object *self, void *closure)
{
    (void)closure;
    static const struct {
        uint32_t flag;
        int bit;
    } bits[] = {{TF_IMMUTABLE, 8},       {TF_HEAP, 9},           {TF_BASE, 10},          {TF_READY, 12},
                {TF_TRACKED, 14},        {TF_IS_ABSTRACT, 20},   {TF_SUBCLASS_INT, 24},  {TF_SUBCLASS_LIST, 25},
                {TF_SUBCLASS_TUPLE, 26}, {TF_SUBCLASS_BYTES, 27}, {TF_SUBCLASS_STR, 28}, {TF_SUBCLASS_DICT, 29},
                {TF_SUBCLASS_EXCEPTION, 30}, {TF_SUBCLASS_TYPE, 31}};
    uint64_t result = 0;
    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (CLASS(self)->flags & bits[i].flag)
            result |= (uint64_t)1 << bits[i].bit;
    return int_from_uint64(result);
}

// 0, or 8 when instances have it: where it lies is nobody's business.
static Object *get_room(Object *self, void *closure)
{
    uint32_t flag = (uint32_t)(uintptr_t)closure;
    return int_from_int64(CLASS(self)->flags & flag ? 8 : 0);
}

const GetSetDef type_getsets[] = {
    {"__flags__", get_flags, NULL, NULL, NULL},
    {"__weakrefoffset__", get_room, NULL, NULL, (void *)(uintptr_t)TF_HAS_WEAKREF},
    {"__dictoffset__", get_room, NULL, NULL, (void *)(uintptr_t)TF_HAS_DICT},
    {"__name__", get_name, set_name, NULL, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL, NULL},
    {"__bases__", get_bases, set_bases, NULL, NULL},
    {"__module__", get_module, set_module, NULL, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {0},
};

const MemberDef type_members[] = {
    {"__basicsize__", MEMBER_UINT32, offsetof(TypeObject, basic_size), true, NULL},
    {"__itemsize__", MEMBER_UINT32, offsetof(TypeObject, item_size), true, NULL},
    {"__base__", MEMBER_OBJECT, offsetof(TypeObject, base), true, NULL},
    {"__mro__", MEMBER_OBJECT, offsetof(TypeObject, mro), true, NULL},
    {0},
};

// ---- Methods ------------------------------------------------------------------------------------

static Object *type_method_mro(Object *self)
{
    return type_default_mro(CLASS(self));
}

static Object *type_method_subclasses(Object *self)
{
    return type_subclasses(CLASS(self));
}

static Object *type_method_prepare(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return dict_new();
}

// isinstance() and issubclass() without hooks.
static Object *type_method_instancecheck(Object *self, Object *instance)
{
    if (type_is_subtype(type_of(instance), CLASS(self)))
        return object_true;
    Object *class = object_get_attribute_optional(instance, NAME(class));
    if (!class)
        return error_occurred() ? NULL : object_false;
    bool result = class != OBJECT(type_of(instance)) && IS_TYPE(class) && type_is_subtype(CLASS(class), CLASS(self));
    decref(class);
    return object_from_bool(result);
}

// Whether `self` is among the __bases__ of something that only looks like a class: 1, 0, -1.
static int is_abstract_subclass(Object *derived, Object *self)
{
    if (derived == self)
        return 1;
    Object *bases = object_get_attribute_optional(derived, NAME(bases));
    if (!bases)
        return error_occurred() ? -1 : 0;
    int result = 0;
    if (IS_TUPLE(bases)) {
        if (recursion_enter(" in __subclasscheck__") < 0)
            result = -1;
        for (size_t i = 0; result == 0 && i < TUPLE(bases)->count; i++)
            result = is_abstract_subclass(TUPLE(bases)->items[i], self);
        recursion_leave();
    } else {
        result = -2;
    }
    decref(bases);
    return result;
}

static Object *type_method_subclasscheck(Object *self, Object *derived)
{
    if (IS_TYPE(derived))
        return object_from_bool(type_is_subtype(CLASS(derived), CLASS(self)));
    Object *bases = object_get_attribute_optional(derived, NAME(bases));
    bool is_class_like = bases && IS_TUPLE(bases);
    if (!bases && error_occurred())
        return NULL;
    xdecref(bases);
    if (!is_class_like)
        return error_text(&exc_type_error, "issubclass() arg 1 must be a class");
    int result = is_abstract_subclass(derived, self);
    return result == -1 ? NULL : object_from_bool(result > 0);
}

static Object *type_method_dir(Object *self)
{
    Object *found = dict_new(), *mro = CLASS(self)->mro, *result = NULL;
    if (!found || !mro)
        return found;
    incref(mro);
    for (size_t i = TUPLE(mro)->count; i-- > 0;) {
        DictObject *dict = type_namespace_borrow(CLASS(TUPLE(mro)->items[i]));
        if (!dict || dict_merge(found, OBJECT(dict), 0) < 0)
            goto fail;
    }
    result = dict_keys_list(found);
fail:
    decref(mro);
    decref(found);
    return result;
}

static Object *type_method_sizeof(Object *self)
{
    (void)self;
    return int_from_size(sizeof(TypeObject));
}

const MethodDef type_methods[] = {
    {"mro", type_method_mro, METHOD_NOARGS, "mro($self, /)\n--\n\nReturn a type's method resolution order."},
    {"__subclasses__", type_method_subclasses, METHOD_NOARGS,
     "__subclasses__($self, /)\n--\n\nReturn a list of immediate subclasses."},
    {"__prepare__", type_method_prepare, METHOD_KEYWORDS | METHOD_CLASS,
     "__prepare__() -> dict\nused to create the namespace of the class statement"},
    {"__instancecheck__", type_method_instancecheck, METHOD_O,
     "__instancecheck__($self, instance, /)\n--\n\nCheck if an object is an instance."},
    {"__subclasscheck__", type_method_subclasscheck, METHOD_O,
     "__subclasscheck__($self, subclass, /)\n--\n\nCheck if a class is a subclass."},
    {"__dir__", type_method_dir, METHOD_NOARGS,
     "__dir__($self, /)\n--\n\nSpecialized __dir__ implementation for types."},
    {"__sizeof__", type_method_sizeof, METHOD_NOARGS,
     "__sizeof__($self, /)\n--\n\nReturn memory consumption of the type object."},
    {0},
};

// ---- The builtin "__new__" ----------------------------------------------------------------------

static Object *call_builtin_new(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    TypeObject *type = CLASS(self);
    if (nargs < 1)
        return error_format(&exc_type_error, "%N.__new__(): not enough arguments", type);
    if (!IS_TYPE(args[0]))
        return error_format(&exc_type_error, "%N.__new__(X): X is not a type object (%T)", type, args[0]);
    TypeObject *subtype = CLASS(args[0]), *base = subtype;
    if (!type_is_subtype(subtype, type))
        return error_format(&exc_type_error, "%N.__new__(%N): %N is not a subtype of %N", type, subtype, subtype, type);
    while (base && base->make == slot_make)
        base = base->base;
    if (base && base->make != type->make)
        return error_format(&exc_type_error, "%N.__new__(%N) is not safe, use %N.__new__()", type, subtype, base);
    Object *object = type->make(subtype, args + 1, nargs - 1, kwnames);
    if (object && object_has(object, TF_HEAP) && object_has(object, TF_TRACKED) && !(object->flags & FLAG_TRACKED))
        gc_track(object); // made by an untracked builtin base such as str
    return object;
}

static const MethodDef new_def = {
    "__new__", call_builtin_new, METHOD_KEYWORDS,
    "__new__($type, *args, **kwargs)\n--\n\nCreate and return a new object.  See help(type) for accurate signature."};

Object *type_builtin_new(TypeObject *type)
{
    return c_function_new(&new_def, OBJECT(type), NULL);
}

TypeObject *type_of_builtin_new_borrow(Object *function)
{
    if (IS_EXACT(function, STATICMETHOD))
        function = ((ClassmethodObject *)function)->callable;
    if (!function || !IS_EXACT(function, C_FUNCTION) || ((CFunctionObject *)function)->def != &new_def)
        return NULL;
    return CLASS(((CFunctionObject *)function)->self);
}

static int type_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)self, (void)args;
    if (kwnames && TUPLE(kwnames)->count && nargs == 1) {
        error_text(&exc_type_error, "type.__init__() takes no keyword arguments");
        return -1;
    }
    if (nargs != 1 && nargs != 3) {
        error_text(&exc_type_error, "type.__init__() takes 1 or 3 arguments");
        return -1;
    }
    return 0;
}

// ---- Life ---------------------------------------------------------------------------------------

static void type_dealloc(Object *self)
{
    TypeObject *type = CLASS(self);
    ASSERT(type->flags & TF_HEAP);
    if (!dealloc_enter(self))
        return;
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    if (type->bases)
        for (size_t i = 0; i < TUPLE(type->bases)->count; i++)
            type_remove_subclass(CLASS(TUPLE(type->bases)->items[i]), type);
    shape_free_all(type);
    type_release_index(type);
    ref_clear(&type->dict);
    ref_clear(&type->mro);
    ref_clear(&type->bases);
    ref_clear(&type->base);
    ref_clear(&type->name_object);
    ref_clear(&type->qualname);
    type_release(self, 0);
    dealloc_leave();
}

static int type_traverse(Object *self, VisitFn visit, void *context)
{
    const TypeObject *type = CLASS(self);
    VISIT(type->dict);
    VISIT(type->mro);
    VISIT(type->bases);
    VISIT(type->base);
    return 0;
}

static int type_clear(Object *self)
{
    ((TypeObject *)self)->init_function = NULL; // borrowed from the namespace that goes now
    TypeObject *type = CLASS(self);
    if (type->flags & TF_CACHED)
        type_clear_method_cache(); // it may hold what the namespace owns
    if (type->dict)
        dict_clear(OBJECT(type->dict));
    ref_clear(&type->mro);
    return 0;
}

TypeObject type_type = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "type",
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .flags = TF_BASE | TF_TRACKED | TF_HAS_DICT | TF_HAS_WEAKREF | TF_SUBCLASS_TYPE,
    .basic_size = sizeof(TypeObject),
    .methods = type_methods,
    .getsets = type_getsets,
    .members = type_members,
    .dealloc = type_dealloc,
    .traverse = type_traverse,
    .clear = type_clear,
    .make = type_make,
    .init = type_init,
    .call = type_call,
    .repr = type_repr,
    .get_attribute = type_get_attribute,
    .set_attribute = set_attribute,
    .binary = {[BINARY_OR] = union_or},
};
