// Functions written in C: builtin functions and methods, and the descriptors that hold methods in
// the namespaces of builtin types.
// Invariant: `def` is static data; what a MethodKind promises about arguments is checked in
// c_function_call_def alone (vm repeats the commonest cases inline). Read that first.
#include "runtime/base/hash.h" // first: its parameters are called like the global `state`

#include "runtime/program/c_function.h"

#include <string.h>

#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/program/descriptor.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <string.h>

#define C_FUNCTION(object) ((CFunctionObject *)(object))
#define METHOD_DESCRIPTOR(object) ((MethodDescriptorObject *)(object))

// ---- Calling ------------------------------------------------------------------------------------

typedef Object *(*NoargsFn)(Object *self);
typedef Object *(*FastFn)(Object *self, Object *const *args, size_t nargs);
typedef Object *(*KeywordsFn)(Object *self, Object *const *args, size_t nargs, Object *kwnames);

// "list.append()" takes ...: what the function is called in errors.
static void *raise_count(const MethodDef *def, const char *owner, const char *wants, size_t nargs)
{
    return error_format(&exc_type_error, "%s%s%s() takes %s (%zu given)", owner ? owner : "", owner ? "." : "",
                        def->name, wants, nargs);
}

Object *c_function_call_def(const MethodDef *def, const char *owner_name, Object *self, Object *const *args,
                            size_t nargs, Object *kwnames)
{
    int kind = def->kind & METHOD_KIND_MASK;
    if (kind == METHOD_KEYWORDS)
        return ((KeywordsFn)def->function)(self, args, nargs, kwnames);
    if (unlikely(kwnames && TUPLE(kwnames)->count && def->kind & METHOD_BARE))
        return error_format(&exc_type_error, "%s() takes no keyword arguments", def->name);
    if (unlikely(kwnames && TUPLE(kwnames)->count))
        return error_format(&exc_type_error, "%s%s%s() takes no keyword arguments", owner_name ? owner_name : "",
                            owner_name ? "." : "", def->name);
    switch (kind) {
    case METHOD_O:
        if (unlikely(nargs != 1))
            return raise_count(def, owner_name, "exactly one argument", nargs);
        return ((BinaryFn)def->function)(self, args[0]);
    case METHOD_NOARGS:
        if (unlikely(nargs != 0))
            return raise_count(def, owner_name, "no arguments", nargs);
        return ((NoargsFn)def->function)(self);
    default:
        return ((FastFn)def->function)(self, args, nargs);
    }
}

// Class of a bound builtin method, module of a function; NULL for functions of builtins.
static const char *owner_of(const CFunctionObject *function)
{
    const Object *self = function->self;
    if (self && !type_is_subtype(type_of(self), &type_module))
        return IS_TYPE(self) ? ((const TypeObject *)self)->name : type_of(self)->name;
    const char *module = function->module && IS_STR(function->module) ? str_utf8(function->module, NULL) : NULL;
    return module && strcmp(module, "builtins") != 0 ? module : NULL;
}

// Nothing is wrong with the number and kind of the arguments that c_function_call_def checks.
static bool arguments_fit(const MethodDef *def, size_t nargs, Object *kwnames)
{
    int kind = def->kind & METHOD_KIND_MASK;
    if (kind == METHOD_KEYWORDS)
        return true;
    if (kwnames && TUPLE(kwnames)->count)
        return false;
    return kind == METHOD_O ? nargs == 1 : kind != METHOD_NOARGS || nargs == 0;
}

static Object *c_function_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    CFunctionObject *function = C_FUNCTION(callable);
    const MethodDef *def = function->def;
    uint32_t counts_itself = !!(def->kind & METHOD_COUNTS);
    if (unlikely(recursion_enter(" while calling a Python object") < 0))
        return NULL;
    state.recursion_depth -= counts_itself;
    int kind = def->kind & METHOD_KIND_MASK;
    Object *result;
    if (kind == METHOD_O && nargs == 1 && !kwnames) {
        result = ((BinaryFn)def->function)(function->self, args[0]);
    } else if (kind == METHOD_FAST && !kwnames) {
        result = ((FastFn)def->function)(function->self, args, nargs);
    } else {
        const char *owner = likely(arguments_fit(def, nargs, kwnames)) ? NULL : owner_of(function);
        result = c_function_call_def(def, owner, function->self, args, nargs, kwnames);
    }
    state.recursion_depth -= 1 - counts_itself;
    return result;
}

// ---- Builtin functions and methods --------------------------------------------------------------

Object *c_function_new(const MethodDef *def, Object *self_or_null, Object *module_or_null)
{
    Object *object = object_new(&type_c_function, sizeof(CFunctionObject));
    if (!object)
        return NULL;
    C_FUNCTION(object)->def = def;
    xincref(self_or_null);
    xincref(module_or_null);
    C_FUNCTION(object)->self = self_or_null;
    C_FUNCTION(object)->module = module_or_null;
    gc_track(object);
    return object;
}

static void c_function_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    xdecref(C_FUNCTION(self)->self);
    xdecref(C_FUNCTION(self)->module);
    object_free(self, sizeof(CFunctionObject));
    dealloc_leave();
}

static int c_function_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(C_FUNCTION(self)->self);
    VISIT(C_FUNCTION(self)->module);
    return 0;
}

static bool is_plain_function(const CFunctionObject *function)
{
    return !function->self || type_is_subtype(type_of(function->self), &type_module);
}

static Object *c_function_repr(Object *self)
{
    const CFunctionObject *function = C_FUNCTION(self);
    if (is_plain_function(function))
        return str_format("<built-in function %s>", function->def->name);
    return str_format("<built-in method %s of %T object at %p>", function->def->name, function->self,
                      (void *)function->self);
}

static int64_t c_function_hash(Object *self)
{
    int64_t hash = C_FUNCTION(self)->self ? object_hash_pointer(C_FUNCTION(self)->self) : 0;
    return hash_not_error(hash ^ hash_pointer((const void *)C_FUNCTION(self)->def));
}

static Object *c_function_compare(Object *self, Object *other, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !IS_EXACT(other, C_FUNCTION))
        return_not_implemented;
    bool is_equal = C_FUNCTION(self)->self == C_FUNCTION(other)->self && C_FUNCTION(self)->def == C_FUNCTION(other)->def;
    return object_from_bool(is_equal == (op == COMPARE_EQ));
}

static Object *get_name(Object *self, void *closure)
{
    (void)closure;
    return intern_text(C_FUNCTION(self)->def->name);
}

static Object *get_qualname(Object *self, void *closure)
{
    (void)closure;
    CFunctionObject *function = C_FUNCTION(self);
    if (is_plain_function(function))
        return intern_text(function->def->name);
    Object *type = IS_TYPE(function->self) ? function->self : OBJECT(type_of(function->self));
    Object *owner = object_get_attribute(type, NAME(qualname));
    if (!owner)
        return NULL;
    Object *result = str_format("%S.%s", owner, function->def->name);
    decref(owner);
    return result;
}

static Object *get_module(Object *self, void *closure)
{
    (void)closure;
    return C_FUNCTION(self)->module ? new_ref(C_FUNCTION(self)->module) : object_none;
}

static Object *get_self(Object *self, void *closure)
{
    (void)closure;
    return C_FUNCTION(self)->self ? new_ref(C_FUNCTION(self)->self) : object_none;
}

static Object *get_doc(Object *self, void *closure)
{
    (void)closure;
    return doc_text(C_FUNCTION(self)->def->name, C_FUNCTION(self)->def->doc);
}

static Object *get_text_signature(Object *self, void *closure)
{
    (void)closure;
    return doc_signature(C_FUNCTION(self)->def->name, C_FUNCTION(self)->def->doc);
}

static const GetSetDef c_function_getsets[] = {
    {"__module__", get_module, NULL, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL, NULL},
    {"__name__", get_name, NULL, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL, NULL},
    {"__self__", get_self, NULL, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL, NULL},
    {0},
};

TypeObject type_c_function = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "builtin_function_or_method",
    .flags = TF_TRACKED | TF_HAS_WEAKREF | TF_COUNTS_CALL,
    .basic_size = sizeof(CFunctionObject),
    .getsets = c_function_getsets,
    .dealloc = c_function_dealloc,
    .traverse = c_function_traverse,
    .repr = c_function_repr,
    .hash = c_function_hash,
    .compare = c_function_compare,
    .call = c_function_call,
};

// ---- Method descriptors -------------------------------------------------------------------------

Object *method_descriptor_new(TypeObject *owner, const MethodDef *def)
{
    if (def->kind & METHOD_STATIC) {
        Object *function = c_function_new(def, OBJECT(owner), NULL);
        Object *result = function ? call_one(OBJECT(&type_staticmethod), function) : NULL;
        xdecref(function);
        return result;
    }
    TypeObject *type = def->kind & METHOD_CLASS ? &type_classmethod_descriptor : &type_method_descriptor;
    Object *object = object_new(type, sizeof(MethodDescriptorObject));
    if (!object)
        return NULL;
    METHOD_DESCRIPTOR(object)->owner = owner;
    if (owner->flags & TF_HEAP)
        incref(OBJECT(owner));
    METHOD_DESCRIPTOR(object)->def = def;
    gc_track(object);
    return object;
}

static void method_descriptor_dealloc(Object *self)
{
    TypeObject *owner = METHOD_DESCRIPTOR(self)->owner;
    object_free(self, sizeof(MethodDescriptorObject));
    if (owner->flags & TF_HEAP)
        decref(OBJECT(owner));
}

static int method_descriptor_traverse(Object *self, VisitFn visit, void *context)
{
    if (METHOD_DESCRIPTOR(self)->owner->flags & TF_HEAP)
        VISIT(METHOD_DESCRIPTOR(self)->owner);
    return 0;
}

static Object *method_descriptor_repr(Object *self)
{
    return str_format("<method '%s' of '%N' objects>", METHOD_DESCRIPTOR(self)->def->name, METHOD_DESCRIPTOR(self)->owner);
}

static Object *method_descriptor_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    const MethodDescriptorObject *descriptor = METHOD_DESCRIPTOR(callable);
    TypeObject *owner = descriptor->owner;
    if (unlikely(nargs < 1))
        return error_format(&exc_type_error, "unbound method %N.%s() needs an argument", owner, descriptor->def->name);
    if (unlikely(!type_is_subtype(type_of(args[0]), owner)))
        return error_format(&exc_type_error, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                            descriptor->def->name, owner, args[0]);
    if (unlikely(recursion_enter(" while calling a Python object") < 0))
        return NULL;
    Object *result = c_function_call_def(descriptor->def, owner->name, args[0], args + 1, nargs - 1, kwnames);
    recursion_leave();
    return result;
}

static Object *method_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    if (!instance_or_null)
        return new_ref(self);
    const MethodDescriptorObject *descriptor = METHOD_DESCRIPTOR(self);
    if (unlikely(!type_is_subtype(type_of(instance_or_null), descriptor->owner)))
        return error_format(&exc_type_error, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                            descriptor->def->name, descriptor->owner, instance_or_null);
    return c_function_new(descriptor->def, instance_or_null, NULL);
}

static Object *get_descriptor_objclass(Object *self, void *closure)
{
    (void)closure;
    return new_ref(OBJECT(METHOD_DESCRIPTOR(self)->owner));
}

static Object *get_descriptor_name(Object *self, void *closure)
{
    (void)closure;
    return intern_text(METHOD_DESCRIPTOR(self)->def->name);
}

static Object *get_descriptor_qualname(Object *self, void *closure)
{
    (void)closure;
    Object *owner = object_get_attribute(OBJECT(METHOD_DESCRIPTOR(self)->owner), NAME(qualname));
    if (!owner)
        return NULL;
    Object *result = str_format("%S.%s", owner, METHOD_DESCRIPTOR(self)->def->name);
    decref(owner);
    return result;
}

static Object *get_descriptor_doc(Object *self, void *closure)
{
    (void)closure;
    return doc_text(METHOD_DESCRIPTOR(self)->def->name, METHOD_DESCRIPTOR(self)->def->doc);
}

static Object *get_descriptor_signature(Object *self, void *closure)
{
    (void)closure;
    return doc_signature(METHOD_DESCRIPTOR(self)->def->name, METHOD_DESCRIPTOR(self)->def->doc);
}

static const GetSetDef method_descriptor_getsets[] = {
    {"__objclass__", get_descriptor_objclass, NULL, NULL, NULL},
    {"__name__", get_descriptor_name, NULL, NULL, NULL},
    {"__doc__", get_descriptor_doc, NULL, NULL, NULL},
    {"__qualname__", get_descriptor_qualname, NULL, NULL, NULL},
    {"__text_signature__", get_descriptor_signature, NULL, NULL, NULL},
    {0},
};

TypeObject type_method_descriptor = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "method_descriptor",
    .flags = TF_TRACKED | TF_METHOD_DESCRIPTOR | TF_COUNTS_CALL,
    .basic_size = sizeof(MethodDescriptorObject),
    .getsets = method_descriptor_getsets,
    .dealloc = method_descriptor_dealloc,
    .traverse = method_descriptor_traverse,
    .repr = method_descriptor_repr,
    .call = method_descriptor_call,
    .descriptor_get = method_descriptor_get,
};

// ---- Class method descriptors -------------------------------------------------------------------

static Object *classmethod_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    const MethodDescriptorObject *descriptor = METHOD_DESCRIPTOR(self);
    const char *name = descriptor->def->name;
    TypeObject *wanted = descriptor->owner;
    Object *class = owner;
    if (!class) {
        if (!instance_or_null)
            return error_format(&exc_type_error, "descriptor '%s' for type '%N' needs either an object or a type",
                                name, wanted);
        class = OBJECT(type_of(instance_or_null));
    }
    if (!IS_TYPE(class))
        return error_format(&exc_type_error, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2", name,
                            wanted, class);
    if (!type_is_subtype((TypeObject *)class, wanted))
        return error_format(&exc_type_error, "descriptor '%s' requires a subtype of '%N' but received '%N'", name,
                            wanted, (TypeObject *)class);
    return c_function_new(descriptor->def, class, NULL);
}

static Object *classmethod_descriptor_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    const MethodDescriptorObject *descriptor = METHOD_DESCRIPTOR(callable);
    if (nargs < 1)
        return error_format(&exc_type_error, "descriptor '%s' of '%N' object needs an argument", descriptor->def->name,
                            descriptor->owner);
    Object *bound = classmethod_descriptor_get(callable, NULL, args[0]);
    if (!bound)
        return NULL;
    Object *result = c_function_call(bound, args + 1, nargs - 1, kwnames);
    decref(bound);
    return result;
}

TypeObject type_classmethod_descriptor = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "classmethod_descriptor",
    .flags = TF_TRACKED,
    .basic_size = sizeof(MethodDescriptorObject),
    .getsets = method_descriptor_getsets,
    .dealloc = method_descriptor_dealloc,
    .traverse = method_descriptor_traverse,
    .repr = method_descriptor_repr,
    .call = classmethod_descriptor_call,
    .descriptor_get = classmethod_descriptor_get,
};
