// property, classmethod and staticmethod. Read property_get first.
// Invariant: NULL fields stand for None.
#include "runtime/containers/dict.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/method.h"
#include "runtime/text/str.h"

#define PROPERTY(object) ((PropertyObject *)(object))
#define WRAPPED(object) ((ClassmethodObject *)(object))

// ---- property -----------------------------------------------------------------------------------

static void *raise_missing(const PropertyObject *property, Object *instance, const char *what)
{
    Object *class = type_qualname(type_of(instance));
    if (class && property->name)
        error_format(&exc_attribute_error, "property %R of %R object has no %s", property->name, class, what);
    else if (class)
        error_format(&exc_attribute_error, "property of %R object has no %s", class, what);
    xdecref(class);
    return NULL;
}

static Object *property_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    if (!instance_or_null || instance_or_null == object_none)
        return new_ref(self);
    Object *getter = PROPERTY(self)->get;
    if (unlikely(!getter))
        return raise_missing(PROPERTY(self), instance_or_null, "getter");
    incref(getter);
    Object *result = call_one(getter, instance_or_null);
    decref(getter);
    return result;
}

static int property_set(Object *self, Object *instance, Object *value_or_null)
{
    Object *function = value_or_null ? PROPERTY(self)->set : PROPERTY(self)->delete;
    if (unlikely(!function)) {
        raise_missing(PROPERTY(self), instance, value_or_null ? "setter" : "deleter");
        return -1;
    }
    incref(function);
    Object *result = value_or_null ? call_two(function, instance, value_or_null) : call_one(function, instance);
    decref(function);
    if (!result)
        return -1;
    decref(result);
    return 0;
}

static void assign(Object **slot, Object *value_or_none)
{
    Object *value = value_or_none == object_none ? NULL : value_or_none;
    xincref(value);
    ref_set_steal(slot, value);
}

// Subclasses keep __doc__ in their instances, so that their class's __doc__ does not hide it.
static int store_doc(Object *self, Object *doc)
{
    if (IS_EXACT(self, PROPERTY)) {
        xincref(doc);
        ref_set_steal(&PROPERTY(self)->doc, doc);
        return 0;
    }
    return object_set_attribute(self, NAME(doc), doc ? doc : object_none);
}

static int property_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"fget", "fset", "fdel", "doc", NULL};
    static const Signature signature = {"property", parameters, 0, 0, 4};
    Object *values[4] = {NULL};
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return -1;
    PropertyObject *property = PROPERTY(self);
    if (property->get)
        type_sweep_caches(); // a class may have it already
    assign(&property->get, values[0]);
    assign(&property->set, values[1]);
    assign(&property->delete, values[2]);
    ref_clear(&property->doc);
    ref_clear(&property->name);
    property->doc_is_from_getter = false;
    Object *doc = values[3] && values[3] != object_none ? new_ref(values[3]) : NULL;
    if (!doc && property->get) {
        doc = object_get_attribute_optional(property->get, NAME(doc));
        if (!doc && error_occurred())
            return -1;
        property->doc_is_from_getter = doc != NULL;
    }
    int status = doc || !IS_EXACT(self, PROPERTY) ? store_doc(self, doc) : 0;
    xdecref(doc);
    return status;
}

static Object *property_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = type_allocate(type, 0);
    if (self)
        gc_track(self);
    return self;
}

static void property_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    PropertyObject *property = PROPERTY(self);
    ref_clear(&property->get);
    ref_clear(&property->set);
    ref_clear(&property->delete);
    ref_clear(&property->doc);
    ref_clear(&property->name);
    type_release(self, 0);
    dealloc_leave();
}

static int property_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(PROPERTY(self)->get);
    VISIT(PROPERTY(self)->set);
    VISIT(PROPERTY(self)->delete);
    VISIT(PROPERTY(self)->doc);
    VISIT(PROPERTY(self)->name);
    return 0;
}

static int property_clear(Object *self)
{
    ref_clear(&PROPERTY(self)->get);
    ref_clear(&PROPERTY(self)->set);
    ref_clear(&PROPERTY(self)->delete);
    ref_clear(&PROPERTY(self)->doc);
    return 0;
}

// A copy with some functions replaced (NULL: keep), as the decorators getter, setter, deleter make.
static Object *copy_with(Object *self, Object *get, Object *set, Object *delete)
{
    PropertyObject *old = PROPERTY(self);
    Object *args[4] = {
        get && get != object_none ? get : old->get ? old->get : object_none,
        set && set != object_none ? set : old->set ? old->set : object_none,
        delete && delete != object_none ? delete : old->delete ? old->delete : object_none,
        object_none,
    };
    // The new getter brings its own doc string along.
    args[3] = (old->doc_is_from_getter && args[0] != object_none) || !old->doc ? object_none : old->doc;
    Object *result = call_object(OBJECT(type_of(self)), args, 4, NULL);
    if (result && type_is_subtype(type_of(result), &type_property)) {
        xincref(old->name);
        ref_set_steal(&PROPERTY(result)->name, old->name);
    }
    return result;
}

static Object *property_method_getter(Object *self, Object *function)
{
    return copy_with(self, function, NULL, NULL);
}

static Object *property_method_setter(Object *self, Object *function)
{
    return copy_with(self, NULL, function, NULL);
}

static Object *property_method_deleter(Object *self, Object *function)
{
    return copy_with(self, NULL, NULL, function);
}

static Object *property_method_set_name(Object *self, Object *const *args, size_t nargs)
{
    if (nargs != 2)
        return error_format(&exc_type_error, "__set_name__() takes 2 positional arguments but %zu were given", nargs);
    incref(args[1]);
    ref_set_steal(&PROPERTY(self)->name, args[1]);
    return_none;
}

// Whether a function is marked as abstract: 1, 0, -1.
static int is_abstract(Object *function_or_null)
{
    if (!function_or_null)
        return 0;
    Object *flag = object_get_attribute_optional(function_or_null, NAME(abstractmethod_flag));
    if (!flag)
        return error_occurred() ? -1 : 0;
    int result = object_is_true(flag);
    decref(flag);
    return result;
}

static Object *property_get_abstract(Object *self, void *closure)
{
    (void)closure;
    Object *const functions[] = {PROPERTY(self)->get, PROPERTY(self)->set, PROPERTY(self)->delete};
    int result = 0;
    for (size_t i = 0; i < 3 && result == 0; i++)
        result = is_abstract(functions[i]);
    return result < 0 ? NULL : object_from_bool(result);
}

static const MethodDef property_methods[] = {
    {"getter", property_method_getter, METHOD_O, "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", property_method_setter, METHOD_O, "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", property_method_deleter, METHOD_O,
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", property_method_set_name, METHOD_FAST, "Method to set name of a property."},
    {0},
};

static const MemberDef property_members[] = {
    {"fget", MEMBER_OBJECT, offsetof(PropertyObject, get), true, NULL},
    {"fset", MEMBER_OBJECT, offsetof(PropertyObject, set), true, NULL},
    {"fdel", MEMBER_OBJECT, offsetof(PropertyObject, delete), true, NULL},
    {"__doc__", MEMBER_OBJECT, offsetof(PropertyObject, doc), false, NULL},
    {0},
};

static const GetSetDef property_getsets[] = {{"__isabstractmethod__", property_get_abstract, NULL, NULL, NULL}, {0}};

TypeObject type_property = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "property",
    .doc = "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\nProperty attribute.\n\n  fget\n    function to be "
           "used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  "
           "fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a "
           "managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): "
           "self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' "
           "property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass "
           "C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    "
           "@x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del "
           "self._x",
    .flags = TF_BASE | TF_TRACKED,
    .basic_size = sizeof(PropertyObject),
    .methods = property_methods,
    .members = property_members,
    .getsets = property_getsets,
    .dealloc = property_dealloc,
    .traverse = property_traverse,
    .clear = property_clear,
    .make = property_make,
    .init = property_init,
    .descriptor_get = property_get,
    .descriptor_set = property_set,
};

// ---- classmethod and staticmethod ---------------------------------------------------------------

static void wrapped_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&WRAPPED(self)->callable);
    ref_clear(&WRAPPED(self)->dict);
    type_release(self, 0);
    dealloc_leave();
}

static int wrapped_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(WRAPPED(self)->callable);
    VISIT(WRAPPED(self)->dict);
    return 0;
}

static int wrapped_clear(Object *self)
{
    ref_clear(&WRAPPED(self)->callable);
    ref_clear(&WRAPPED(self)->dict);
    return 0;
}

// Takes over __module__, __name__ and so on from the function, as functools.wraps would.
static int copy_function_attributes(Object *self, Object *callable)
{
    Object *const copied[] = {NAME(module), NAME(name), NAME(qualname), NAME(doc)};
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++) {
        Object *value = object_get_attribute_optional(callable, copied[i]);
        if (!value && error_occurred())
            return -1;
        int status = value ? object_set_attribute_with_dict(self, copied[i], value, &WRAPPED(self)->dict) : 0;
        xdecref(value);
        if (status < 0)
            return -1;
    }
    return 0;
}

static int wrapped_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    const char *name = type_is_subtype(type_of(self), &type_classmethod) ? "classmethod" : "staticmethod";
    if (args_no_keywords(name, kwnames) < 0 || args_check_count(name, nargs, 1, 1) < 0)
        return -1;
    if (WRAPPED(self)->callable)
        type_sweep_caches(); // a class may have it already
    incref(args[0]);
    ref_set_steal(&WRAPPED(self)->callable, args[0]);
    // A function's attributes are read through on demand (get_from_callable): nothing to copy.
    return IS_EXACT(args[0], FUNCTION) ? 0 : copy_function_attributes(self, args[0]);
}

static Object *wrapped_get_attribute(Object *self, Object *name)
{
    Object *value = NULL;
    Object *callable = WRAPPED(self)->callable;
    if (callable && IS_EXACT(callable, FUNCTION) &&
        (str_equal(name, NAME(doc)) || str_equal(name, NAME(module)) || str_equal(name, NAME(name)) ||
         str_equal(name, NAME(qualname)) || str_equal(name, NAME(annotations)))) {
        Object *dict = WRAPPED(self)->dict;
        Object *own = dict ? dict_get_str_borrow((DictObject *)dict, name) : NULL;
        return own ? new_ref(own) : object_get_attribute(callable, name);
    }
    int status = object_find_attribute_generic(self, name, &value);
    if (status == 0)
        return error_attribute(self, name);
    return status > 0 ? value : NULL;
}

static Object *wrapped_repr(Object *self)
{
    return str_format("<%T(%R)>", self, WRAPPED(self)->callable ? WRAPPED(self)->callable : object_none);
}

static Object *classmethod_get(Object *self, Object *instance_or_null, Object *owner)
{
    Object *callable = WRAPPED(self)->callable;
    if (unlikely(!callable))
        return error_text(&exc_runtime_error, "uninitialized classmethod object");
    Object *class = owner ? owner : OBJECT(type_of(instance_or_null));
    TernaryFn get = type_of(callable)->descriptor_get;
    if (get && !IS_EXACT(callable, FUNCTION)) { // 3.11 chains descriptors: classmethod(property(...))
        incref(callable);
        Object *result = get(callable, class, class);
        decref(callable);
        return result;
    }
    return method_new(callable, class);
}

static Object *staticmethod_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)instance_or_null, (void)owner;
    Object *callable = WRAPPED(self)->callable;
    return callable ? new_ref(callable) : error_text(&exc_runtime_error, "uninitialized staticmethod object");
}

static Object *staticmethod_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *function = WRAPPED(callable)->callable;
    if (!function)
        return error_text(&exc_runtime_error, "uninitialized staticmethod object");
    incref(function);
    Object *result = call_object(function, args, nargs, kwnames);
    decref(function);
    return result;
}

static Object *wrapped_get_abstract(Object *self, void *closure)
{
    (void)closure;
    int result = is_abstract(WRAPPED(self)->callable);
    return result < 0 ? NULL : object_from_bool(result);
}

static Object *wrapped_get_dict(Object *self, void *closure)
{
    (void)closure;
    return object_dict(self);
}

static int wrapped_set_dict(Object *self, Object *value_or_null, void *closure)
{
    (void)closure;
    return object_set_dict(self, value_or_null);
}

static const MemberDef wrapped_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(ClassmethodObject, callable), true, NULL},
    {"__wrapped__", MEMBER_OBJECT, offsetof(ClassmethodObject, callable), true, NULL},
    {0},
};

static const GetSetDef wrapped_getsets[] = {
    {"__isabstractmethod__", wrapped_get_abstract, NULL, NULL, NULL},
    {"__dict__", wrapped_get_dict, wrapped_set_dict, NULL, NULL},
    {0},
};

#define WRAPPED_SLOTS                                                                                          \
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE), .flags = TF_BASE | TF_TRACKED | TF_HAS_DICT,                    \
    .basic_size = sizeof(ClassmethodObject), .dict_offset = offsetof(ClassmethodObject, dict),                 \
    .members = wrapped_members, .getsets = wrapped_getsets, .dealloc = wrapped_dealloc,                        \
    .traverse = wrapped_traverse, .clear = wrapped_clear, .make = property_make, .init = wrapped_init,         \
    .repr = wrapped_repr, .get_attribute = wrapped_get_attribute

TypeObject type_classmethod = {
    WRAPPED_SLOTS,
    .name = "classmethod",
    .doc = "classmethod(function) -> method\n\nConvert a function to be a class method.\n\nA class method receives the "
           "class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class "
           "method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          "
           "...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is "
           "ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is "
           "passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf "
           "you want those, see the staticmethod builtin.",
    .descriptor_get = classmethod_get,
};

TypeObject type_staticmethod = {
    WRAPPED_SLOTS,
    .name = "staticmethod",
    .doc = "staticmethod(function) -> method\n\nConvert a function to be a static method.\n\nA static method does not "
           "receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         "
           "@staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class "
           "(e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither "
           "is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those "
           "found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
    .call = staticmethod_call,
    .descriptor_get = staticmethod_get,
};
