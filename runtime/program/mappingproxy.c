// mappingproxy: a read-only view of a mapping; what the __dict__ of a class is.
// Invariant: `mapping` is never NULL. Every operation passes through to it.
#include "runtime/containers/dict.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/program/descriptor.h"
#include "runtime/program/generic_alias.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

typedef struct MappingProxyObject {
    Object header;
    Object *mapping;
} MappingProxyObject;
#define MAPPING(object) (((MappingProxyObject *)(object))->mapping)

Object *mappingproxy_new(Object *mapping)
{
    Object *object = object_new(&type_mappingproxy, sizeof(MappingProxyObject));
    if (!object)
        return NULL;
    MAPPING(object) = new_ref(mapping);
    gc_track(object);
    return object;
}

static Object *mappingproxy_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    static const char *const parameters[] = {"mapping", NULL};
    static const Signature signature = {"mappingproxy", parameters, 0, 1, 1};
    Object *mapping = NULL;
    if (args_parse(&signature, args, nargs, kwnames, &mapping) < 0)
        return NULL;
    if (IS_LIST(mapping) || IS_TUPLE(mapping) || !type_of(mapping)->subscript)
        return error_format(&exc_type_error, "mappingproxy() argument must be a mapping, not %T", mapping);
    return mappingproxy_new(mapping);
}

static void mappingproxy_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(MAPPING(self));
    object_free(self, sizeof(MappingProxyObject));
    dealloc_leave();
}

static int mappingproxy_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(MAPPING(self));
    return 0;
}

static Object *mappingproxy_repr(Object *self)
{
    return str_format("mappingproxy(%R)", MAPPING(self));
}

static Object *mappingproxy_str(Object *self)
{
    return object_str(MAPPING(self));
}

static Object *mappingproxy_compare(Object *self, Object *other, CompareOp op)
{
    return object_compare(MAPPING(self), other, op);
}

static Object *mappingproxy_iterate(Object *self)
{
    return object_iterate(MAPPING(self));
}

static int64_t mappingproxy_length(Object *self)
{
    return object_length(MAPPING(self));
}

static Object *mappingproxy_subscript(Object *self, Object *key)
{
    return object_subscript(MAPPING(self), key);
}

static int mappingproxy_contains(Object *self, Object *key)
{
    return object_contains(MAPPING(self), key);
}

static Object *unwrap(Object *object)
{
    return IS_EXACT(object, MAPPINGPROXY) ? MAPPING(object) : object;
}

static Object *mappingproxy_or(Object *left, Object *right)
{
    return object_binary(BINARY_OR, unwrap(left), unwrap(right));
}

static Object *mappingproxy_inplace_or(Object *self, Object *other)
{
    (void)other;
    return error_format(&exc_type_error, "'|=' is not supported by %T; use '|' instead", self);
}

// Passes a method call on to the mapping.
static Object *forward(Object *self, const char *name, Object *const *args, size_t nargs)
{
    Object *interned = intern_text(name);
    if (!interned)
        return NULL;
    Object *result = call_method(MAPPING(self), interned, args, nargs);
    decref(interned);
    return result;
}

static Object *mappingproxy_method_get(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("get", nargs, 1, 2) < 0)
        return NULL;
    Object *both[2] = {args[0], nargs > 1 ? args[1] : object_none};
    return forward(self, "get", both, 2);
}

#define FORWARD(name)                                       \
    static Object *mappingproxy_method_##name(Object *self) \
    {                                                       \
        return forward(self, #name, NULL, 0);               \
    }
FORWARD(keys)
FORWARD(values)
FORWARD(items)
FORWARD(copy)

static Object *mappingproxy_method_reversed(Object *self)
{
    return call_method_none(MAPPING(self), NAME(reversed));
}

static const MethodDef methods[] = {
    {"get", mappingproxy_method_get, METHOD_FAST,
     "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None."},
    {"keys", mappingproxy_method_keys, METHOD_NOARGS, "D.keys() -> a set-like object providing a view on D's keys"},
    {"values", mappingproxy_method_values, METHOD_NOARGS, "D.values() -> an object providing a view on D's values"},
    {"items", mappingproxy_method_items, METHOD_NOARGS, "D.items() -> a set-like object providing a view on D's items"},
    {"copy", mappingproxy_method_copy, METHOD_NOARGS, "D.copy() -> a shallow copy of D"},
    {"__reversed__", mappingproxy_method_reversed, METHOD_NOARGS, "D.__reversed__() -> reverse iterator"},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

TypeObject type_mappingproxy = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "mappingproxy",
    .flags = TF_TRACKED,
    .basic_size = sizeof(MappingProxyObject),
    .methods = methods,
    .dealloc = mappingproxy_dealloc,
    .traverse = mappingproxy_traverse,
    .make = mappingproxy_make,
    .repr = mappingproxy_repr,
    .str = mappingproxy_str,
    .compare = mappingproxy_compare,
    .iterate = mappingproxy_iterate,
    .binary[BINARY_OR] = mappingproxy_or,
    .inplace[BINARY_OR] = mappingproxy_inplace_or,
    .length = mappingproxy_length,
    .subscript = mappingproxy_subscript,
    .contains = mappingproxy_contains,
};
