// Bound methods: a callable and its first argument. Read method_call first.
// Invariant: function and self are never NULL.
#include "runtime/base/hash.h" // first: its parameters are called like the global `state`

#include "runtime/program/method.h"

#include <string.h>

#include "runtime/containers/dict.h"
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
#include "runtime/text/str.h"

#define METHOD(object) ((MethodObject *)(object))

Object *method_new(Object *function, Object *self)
{
    Object *object = gc_alloc(&type_method, sizeof(MethodObject));
    if (unlikely(!object))
        return error_no_memory();
    METHOD(object)->function = new_ref(function);
    METHOD(object)->self = new_ref(self);
    gc_track(object);
    return object;
}

static void method_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    decref(METHOD(self)->function);
    decref(METHOD(self)->self);
    gc_free(self, sizeof(MethodObject));
    dealloc_leave();
}

static int method_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(METHOD(self)->function);
    VISIT(METHOD(self)->self);
    return 0;
}

static Object *method_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *small[8], **stack = small;
    size_t total = nargs + (kwnames ? TUPLE(kwnames)->count : 0) + 1;
    if (unlikely(total > sizeof small / sizeof *small)) {
        stack = memory_alloc(total * sizeof *stack, MEMORY_RAW);
        if (!stack)
            return error_no_memory();
    }
    Object *function = new_ref(METHOD(callable)->function), *self = new_ref(METHOD(callable)->self);
    stack[0] = self;
    if (total > 1)
        memcpy(stack + 1, args, (total - 1) * sizeof *stack);
    Object *result = call_object(function, stack, nargs + 1, kwnames);
    if (stack != small)
        memory_free(stack, total * sizeof *stack);
    decref(function);
    decref(self);
    return result;
}

static Object *method_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("method", kwnames) < 0 || args_check_count("method", nargs, 2, 2) < 0)
        return NULL;
    if (!object_is_callable(args[0]))
        return error_text(&exc_type_error, "first argument must be callable");
    if (args[1] == object_none)
        return error_text(&exc_type_error, "instance must not be None");
    return method_new(args[0], args[1]);
}

static Object *method_repr(Object *self)
{
    Object *function = METHOD(self)->function;
    Object *name = object_get_attribute_optional(function, NAME(qualname));
    if (!name && !error_occurred())
        name = object_get_attribute_optional(function, NAME(name));
    if (!name && error_occurred())
        return NULL;
    Object *result = name && IS_STR(name) ? str_format("<bound method %U of %R>", name, METHOD(self)->self)
                                          : str_format("<bound method ? of %R>", METHOD(self)->self);
    xdecref(name);
    return result;
}

static int64_t method_hash(Object *self)
{
    int64_t hash = object_hash(METHOD(self)->function);
    if (hash == -1)
        return -1;
    return hash_not_error(object_hash_pointer(METHOD(self)->self) ^ hash);
}

static Object *method_compare(Object *self, Object *other, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !IS_EXACT(other, METHOD))
        return_not_implemented;
    int equal = object_compare_bool(METHOD(self)->function, METHOD(other)->function, COMPARE_EQ);
    if (equal < 0)
        return NULL;
    equal = equal && METHOD(self)->self == METHOD(other)->self;
    return object_from_bool(equal == (op == COMPARE_EQ));
}

static Object *method_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)instance_or_null, (void)owner;
    return new_ref(self); // already bound
}

// Attributes that the method type does not have are the function's.
static Object *method_get_attribute(Object *self, Object *name)
{
    Object *found;
    int status = type_find(&type_method, name, &found);
    if (status < 0)
        return NULL;
    if (status == 0)
        return object_get_attribute(METHOD(self)->function, name);
    incref(found);
    TernaryFn get = type_of(found)->descriptor_get;
    if (!get)
        return found;
    Object *result = get(found, self, OBJECT(&type_method));
    decref(found);
    return result;
}

static Object *get_doc(Object *self, void *closure)
{
    (void)closure;
    Object *doc = object_get_attribute_optional(METHOD(self)->function, NAME(doc));
    return doc ? doc : error_occurred() ? NULL : object_none;
}

// getattr(self, name)
static Object *method_method_reduce(Object *self)
{
    MethodObject *method = (MethodObject *)self;
    Object *getattr = dict_get_text_borrow(state.builtins, "getattr");
    Object *name = getattr ? object_get_attribute(method->function, NAME(name)) : NULL;
    Object *args = name ? tuple_pack(2, method->self, name) : NULL;
    Object *result = args ? tuple_pack(2, getattr, args) : NULL;
    xdecref(name);
    xdecref(args);
    return result;
}

static const MethodDef method_methods[] = {{"__reduce__", (void *)method_method_reduce, METHOD_NOARGS, NULL}, {0}};
static const GetSetDef method_getsets[] = {{"__doc__", get_doc, NULL, NULL, NULL}, {0}};

static const MemberDef method_members[] = {
    {"__func__", MEMBER_OBJECT, offsetof(MethodObject, function), true, "the function (or other callable) implementing a method"},
    {"__self__", MEMBER_OBJECT, offsetof(MethodObject, self), true, "the instance to which a method is bound"},
    {0},
};

TypeObject type_method = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "method",
    .doc = "method(function, instance)\n--\n\nCreate a bound instance method object.",
    .flags = TF_TRACKED | TF_HAS_WEAKREF | TF_COUNTS_CALL,
    .basic_size = sizeof(MethodObject),
    .methods = method_methods,
    .getsets = method_getsets,
    .members = method_members,
    .dealloc = method_dealloc,
    .traverse = method_traverse,
    .make = method_make,
    .call = method_call,
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .get_attribute = method_get_attribute,
    .descriptor_get = method_descriptor_get,
};
