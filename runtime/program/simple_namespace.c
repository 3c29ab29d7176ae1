// types.SimpleNamespace: an object that is its attributes. Read simple_namespace_new first.
// Invariant: dict holds the attributes; the generic attribute code finds it through dict_offset.
#include "runtime/program/simple_namespace.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define NAMESPACE_DICT(object) (((SimpleNamespaceObject *)(object))->dict)

static Object *simple_namespace_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *dict = dict_new();
    Object *self = dict ? type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(dict);
        return NULL;
    }
    NAMESPACE_DICT(self) = dict;
    gc_track(self);
    return self;
}

Object *simple_namespace_new(Object *dict_or_null)
{
    Object *self = simple_namespace_make(&type_simple_namespace, NULL, 0, NULL);
    if (self && dict_or_null && dict_merge(NAMESPACE_DICT(self), dict_or_null, 1) < 0)
        ref_clear(&self);
    return self;
}

static int simple_namespace_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (nargs) {
        error_text(&exc_type_error, "no positional arguments expected");
        return -1;
    }
    for (size_t i = 0; kwnames && i < TUPLE(kwnames)->count; i++)
        if (dict_set(NAMESPACE_DICT(self), TUPLE(kwnames)->items[i], args[nargs + i]) < 0)
            return -1;
    return 0;
}

static void simple_namespace_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&NAMESPACE_DICT(self));
    type_release(self, 0);
    dealloc_leave();
}

static int simple_namespace_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(NAMESPACE_DICT(self));
    return 0;
}

static int simple_namespace_clear(Object *self)
{
    if (NAMESPACE_DICT(self))
        dict_clear(NAMESPACE_DICT(self));
    return 0;
}

static int add_fields(StrBuilder *builder, Object *dict)
{
    size_t position = 0;
    bool is_first = true;
    Object *key, *value;
    while (dict_next(dict, &position, &key, &value)) {
        if (!IS_STR(key) || str_length(key) == 0)
            continue;
        Object *text = str_format("%s%U=%R", is_first ? "" : ", ", key, value);
        int status = text ? str_builder_str(builder, text) : -1;
        xdecref(text);
        if (status < 0)
            return -1;
        is_first = false;
    }
    return 0;
}

static Object *simple_namespace_repr(Object *self)
{
    const char *name = IS_EXACT(self, SIMPLE_NAMESPACE) ? "namespace" : type_of(self)->name;
    int entered = object_repr_enter(self);
    if (entered)
        return entered < 0 ? NULL : str_format("%s(...)", name);
    StrBuilder builder;
    str_builder_init(&builder);
    Object *copy = dict_copy(NAMESPACE_DICT(self)), *result = NULL; // a repr may change the dict
    if (copy && str_builder_utf8(&builder, name, __builtin_strlen(name)) == 0 &&
        str_builder_char(&builder, '(') == 0 && add_fields(&builder, copy) == 0 && str_builder_char(&builder, ')') == 0)
        result = str_builder_finish(&builder);
    else
        str_builder_free(&builder);
    xdecref(copy);
    object_repr_leave(self);
    return result;
}

static Object *simple_namespace_compare(Object *self, Object *other, CompareOp op)
{
    if (!type_is_subtype(type_of(self), &type_simple_namespace) || !type_is_subtype(type_of(other), &type_simple_namespace))
        return_not_implemented;
    return object_compare(NAMESPACE_DICT(self), NAMESPACE_DICT(other), op);
}

static const MemberDef members[] = {
    {"__dict__", MEMBER_OBJECT, offsetof(SimpleNamespaceObject, dict), true, NULL},
    {0},
};

static Object *simple_namespace_method_reduce(Object *self)
{
    Object *dict = object_dict(self);
    Object *result = dict ? tuple_pack(3, OBJECT(type_of(self)), OBJECT(tuple_empty), dict) : NULL;
    xdecref(dict);
    return result;
}

static const MethodDef simple_namespace_methods[] = {
    {"__reduce__", (void *)simple_namespace_method_reduce, METHOD_NOARGS, "Return state information for pickling"},
    {0},
};

TypeObject type_simple_namespace = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "SimpleNamespace",
    .module_name = "types",
    .doc = "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
    .flags = TF_BASE | TF_TRACKED | TF_HAS_DICT,
    .basic_size = sizeof(SimpleNamespaceObject),
    .dict_offset = offsetof(SimpleNamespaceObject, dict),
    .members = members,
    .dealloc = simple_namespace_dealloc,
    .traverse = simple_namespace_traverse,
    .clear = simple_namespace_clear,
    .make = simple_namespace_make,
    .methods = simple_namespace_methods,
    .init = simple_namespace_init,
    .repr = simple_namespace_repr,
    .compare = simple_namespace_compare,
};
