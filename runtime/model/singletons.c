// None, Ellipsis and NotImplemented with their types. True and False: numbers/bool.
#include "runtime/model/singletons.h"

#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

Object none_singleton = OBJECT_HEADER_STATIC(TYPE_NONE);
Object ellipsis_singleton = OBJECT_HEADER_STATIC(TYPE_ELLIPSIS);
Object not_implemented_singleton = OBJECT_HEADER_STATIC(TYPE_NOT_IMPLEMENTED);

static Object *make_singleton(TypeObject *type, size_t nargs, Object *kwnames, Object *singleton)
{
    if (nargs || kwnames)
        return error_format(&exc_type_error, "%N takes no arguments", type);
    return singleton;
}

static Object *none_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    return make_singleton(type, nargs, kwnames, object_none);
}

static Object *ellipsis_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args;
    if (nargs || kwnames)
        return error_text(&exc_type_error, "EllipsisType takes no arguments");
    return make_singleton(type, 0, NULL, object_ellipsis);
}

static Object *not_implemented_make(TypeObject *type, Object *const *args, size_t nargs,
                                    Object *kwnames)
{
    (void)args;
    return make_singleton(type, nargs, kwnames, object_not_implemented);
}

static Object *none_repr(Object *self)
{
    (void)self;
    return str_from_text("None");
}

static Object *ellipsis_repr(Object *self)
{
    (void)self;
    return str_from_text("Ellipsis");
}

static Object *not_implemented_repr(Object *self)
{
    (void)self;
    return str_from_text("NotImplemented");
}

static int none_truth(Object *self)
{
    (void)self;
    return 0;
}

static int not_implemented_truth(Object *self)
{
    (void)self;
    return error_warn_deprecated("NotImplemented should not be used in a boolean context") < 0 ? -1 : 1;
}

static void singleton_dealloc(Object *self)
{
    (void)self;
    ASSERT(!"a singleton is immortal");
}

static Object *ellipsis_method_reduce(Object *self)
{
    return ellipsis_repr(self);
}

static Object *not_implemented_method_reduce(Object *self)
{
    return not_implemented_repr(self);
}

static const MethodDef ellipsis_methods[] = {
    {"__reduce__", ellipsis_method_reduce, METHOD_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const MethodDef not_implemented_methods[] = {
    {"__reduce__", not_implemented_method_reduce, METHOD_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

TypeObject type_none = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "NoneType",
    .basic_size = sizeof(Object),
    .base = &type_object,
    .dealloc = singleton_dealloc,
    .make = none_make,
    .repr = none_repr,
    .truth = none_truth,
    .index = TYPE_NONE,
};

TypeObject type_ellipsis = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "ellipsis",
    .basic_size = sizeof(Object),
    .base = &type_object,
    .methods = ellipsis_methods,
    .dealloc = singleton_dealloc,
    .make = ellipsis_make,
    .repr = ellipsis_repr,
    .index = TYPE_ELLIPSIS,
};

TypeObject type_not_implemented = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "NotImplementedType",
    .basic_size = sizeof(Object),
    .base = &type_object,
    .methods = not_implemented_methods,
    .dealloc = singleton_dealloc,
    .make = not_implemented_make,
    .repr = not_implemented_repr,
    .truth = not_implemented_truth,
    .index = TYPE_NOT_IMPLEMENTED,
};
