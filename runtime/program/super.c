// super(): attribute lookup behind a class in an object's mro. vm calls super_get_attribute_of for
// super().name, so that no super object is made. Read find_behind first.
// Invariant: obj_type is NULL exactly when object is.
#include "runtime/program/super.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define SUPER(object_) ((SuperObject *)(object_))

SuperHooks super_hooks;

// The class whose mro counts, new reference; TypeError unless object is an instance or subclass.
static TypeObject *check(TypeObject *type, Object *object)
{
    if (IS_TYPE(object) && type_is_subtype((TypeObject *)object, type))
        return (TypeObject *)new_ref(object);
    if (type_is_subtype(type_of(object), type))
        return new_ref(type_of(object));
    Object *class = object_get_attribute_optional(object, NAME(class));
    if (!class && error_occurred())
        return NULL;
    if (class && IS_TYPE(class) && class != OBJECT(type_of(object)) && type_is_subtype((TypeObject *)class, type))
        return (TypeObject *)class;
    xdecref(class);
    return error_text(&exc_type_error, "super(type, obj): obj must be an instance or subtype of type");
}

// First value of `name` behind `type` in start's mro: 1 (*value is new, not bound yet), 0, -1.
static int find_behind(TypeObject *type, TypeObject *start, Object *name, Object **value)
{
    Object *mro = start->mro;
    if (!mro)
        return 0;
    size_t count = TUPLE(mro)->count, i = 0;
    while (i < count && TUPLE(mro)->items[i] != OBJECT(type))
        i++;
    int status = 0;
    incref(mro);
    for (i++; i < count && status == 0; i++) {
        DictObject *dict = type_namespace_borrow((TypeObject *)TUPLE(mro)->items[i]);
        Object *found = dict ? dict_get_str_borrow(dict, name) : NULL;
        if (found) {
            *value = new_ref(found);
            status = 1;
        } else if (!dict && error_occurred()) {
            status = -1;
        }
    }
    decref(mro);
    return status;
}

static Object *bind_steal(Object *found, Object *object, TypeObject *start)
{
    TernaryFn get = type_of(found)->descriptor_get;
    if (!get)
        return found;
    Object *result = get(found, object == OBJECT(start) ? NULL : object, OBJECT(start));
    decref(found);
    return result;
}

Object *super_get_attribute_of(TypeObject *type, Object *object, Object *name)
{
    Object *function;
    int is_method = super_get_method_of(type, object, name, &function);
    if (is_method <= 0)
        return is_method < 0 ? NULL : function;
    return bind_steal(function, object, type_of(object));
}

// A new super object's own attribute, for names that the mro does not have and for __class__.
static Object *get_from_object(TypeObject *type, Object *object, Object *name)
{
    Object *args[2] = {OBJECT(type), object};
    Object *super = call_object(OBJECT(&type_super), args, 2, NULL);
    if (!super)
        return NULL;
    Object *result = object_get_attribute(super, name);
    decref(super);
    return result;
}

int super_get_method_of(TypeObject *type, Object *object, Object *name, Object **function)
{
    *function = NULL;
    if (object == object_none) // super(type, None) is unbound: only its own attributes
        return (*function = get_from_object(type, object, name)) ? 0 : -1;
    TypeObject *start = check(type, object);
    if (!start)
        return -1;
    Object *found = NULL;
    int status = name == NAME(class) ? 0 : find_behind(type, start, name, &found);
    if (status > 0) {
        if (start == type_of(object) && object != OBJECT(start) && object_has(found, TF_METHOD_DESCRIPTOR)) {
            *function = found;
            decref(OBJECT(start));
            return 1;
        }
        *function = bind_steal(found, object, start);
    } else if (status == 0) {
        *function = get_from_object(type, object, name);
    }
    decref(OBJECT(start));
    return *function ? 0 : -1;
}

// ---- The type -----------------------------------------------------------------------------------

static Object *super_get_attribute(Object *self, Object *name)
{
    SuperObject *super = SUPER(self);
    if (super->obj_type && !str_equal(name, NAME(class))) {
        TypeObject *start = new_ref(super->obj_type);
        Object *object = new_ref(super->object), *found = NULL;
        int status = find_behind(super->type, start, name, &found);
        Object *result = status > 0 ? bind_steal(found, object, start) : NULL;
        decref(OBJECT(start));
        decref(object);
        if (status)
            return result;
    }
    Object *value = NULL;
    int status = object_find_attribute_generic(self, name, &value);
    if (status == 0)
        return error_attribute(self, name);
    return status > 0 ? value : NULL;
}

static int super_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords("super", kwnames) < 0)
        return -1;
    if (nargs > 2) {
        error_format(&exc_type_error, "super() expected at most 2 arguments, got %zu", nargs);
        return -1;
    }
    TypeObject *type = NULL, *obj_type = NULL;
    Object *object = nargs > 1 ? args[1] : NULL;
    if (nargs == 0) {
        if (!super_hooks.frame_context) {
            error_text(&exc_runtime_error, "super(): no current frame");
            return -1;
        }
        if (super_hooks.frame_context(&type, &object) < 0)
            return -1;
    } else if (!IS_TYPE(args[0])) {
        error_format(&exc_type_error, "super() argument 1 must be a type, not %T", args[0]);
        return -1;
    } else {
        type = (TypeObject *)args[0];
    }
    if (object == object_none)
        object = NULL;
    if (object && !(obj_type = check(type, object)))
        return -1;
    incref(OBJECT(type));
    xincref(object);
    ref_set_steal(&SUPER(self)->type, type);
    ref_set_steal(&SUPER(self)->object, object);
    ref_set_steal(&SUPER(self)->obj_type, obj_type);
    return 0;
}

static Object *super_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = type_allocate(type, 0);
    if (self)
        gc_track(self);
    return self;
}

// super(...) of the exact type in one step.
static Object *super_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *self = super_make((TypeObject *)type, args, nargs, kwnames);
    if (self && super_init(self, args, nargs, kwnames) < 0)
        ref_clear(&self);
    return self;
}

static void super_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&SUPER(self)->type);
    ref_clear(&SUPER(self)->object);
    ref_clear(&SUPER(self)->obj_type);
    type_release(self, 0);
    dealloc_leave();
}

static int super_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(SUPER(self)->type);
    VISIT(SUPER(self)->object);
    VISIT(SUPER(self)->obj_type);
    return 0;
}

static Object *super_repr(Object *self)
{
    const SuperObject *super = SUPER(self);
    const char *name = super->type ? super->type->name : "NULL";
    if (super->obj_type)
        return str_format("<super: <class '%s'>, <%N object>>", name, super->obj_type);
    return str_format("<super: <class '%s'>, NULL>", name);
}

static Object *super_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    SuperObject *super = SUPER(self);
    if (!instance_or_null || instance_or_null == object_none || super->object || !super->type)
        return new_ref(self);
    Object *args[2] = {OBJECT(super->type), instance_or_null};
    return call_object(OBJECT(type_of(self)), args, 2, NULL);
}

static const MemberDef super_members[] = {
    {"__thisclass__", MEMBER_OBJECT, offsetof(SuperObject, type), true, "the class invoking super()"},
    {"__self__", MEMBER_OBJECT, offsetof(SuperObject, object), true, "the instance invoking super(); may be None"},
    {"__self_class__", MEMBER_OBJECT, offsetof(SuperObject, obj_type), true,
     "the type of the instance invoking super(); may be None"},
    {0},
};

TypeObject type_super = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "super",
    .doc = "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\n"
           "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
           "super(type, type2) -> bound super object; requires issubclass(type2, type)\n"
           "Typical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n"
           "        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n"
           "    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    .flags = TF_BASE | TF_TRACKED,
    .basic_size = sizeof(SuperObject),
    .members = super_members,
    .dealloc = super_dealloc,
    .traverse = super_traverse,
    .make = super_make,
    .init = super_init,
    .construct = super_construct,
    .repr = super_repr,
    .get_attribute = super_get_attribute,
    .descriptor_get = super_descriptor_get,
};
