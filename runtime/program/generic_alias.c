// types.GenericAlias and types.UnionType: what annotations are made of. An alias behaves like its
// origin: attributes and calls go there.
#include "runtime/program/generic_alias.h"

#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/gc/gc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#define ALIAS(o) ((GenericAliasObject *)(o))
#define UNION(o) ((UnionObject *)(o))
#define IS_ALIAS(o) type_is_subtype(type_of(o), &type_generic_alias)

// How a member looks in repr: "int", "module.Class", "...", else its own repr. 0 / -1.
static int append_member(StrBuilder *builder, Object *member)
{
    Object *text = NULL;
    if (member == object_ellipsis)
        return str_builder_text(builder, "...");
    if (member == OBJECT(&type_none))
        return str_builder_text(builder, "None");
    if (!IS_ALIAS(member)) {
        Object *qualname = object_get_attribute_optional(member, NAME(qualname));
        Object *module = qualname ? object_get_attribute_optional(member, NAME(module)) : NULL;
        if (qualname && module && module != object_none && IS_STR(module))
            text = str_equal(module, NAME(plain_builtins)) ? object_str(qualname) : str_format("%U.%S", module, qualname);
        xdecref(qualname);
        xdecref(module);
        if (error_occurred())
            return -1;
    }
    if (!text)
        text = object_repr(member);
    int status = text ? str_builder_str(builder, text) : -1;
    xdecref(text);
    return status;
}

static Object *join_members(Object *head_or_null, Object *args, const char *separator)
{
    StrBuilder builder;
    str_builder_init(&builder);
    int status = 0;
    if (head_or_null) {
        status = append_member(&builder, head_or_null);
        if (status == 0)
            status = str_builder_text(&builder, "[");
        if (status == 0 && TUPLE(args)->count == 0)
            status = str_builder_text(&builder, "()");
    }
    for (size_t i = 0; i < TUPLE(args)->count && status == 0; i++) {
        if (i)
            status = str_builder_text(&builder, separator);
        if (status == 0)
            status = append_member(&builder, TUPLE(args)->items[i]);
    }
    if (status == 0 && head_or_null)
        status = str_builder_text(&builder, "]");
    if (status == 0)
        return str_builder_finish(&builder);
    str_builder_free(&builder);
    return NULL;
}

// --- aliases ---

static Object *make_alias(TypeObject *type, Object *origin, Object *args)
{
    Object *tuple = IS_EXACT(args, TUPLE) ? new_ref(args) : tuple_pack(1, args);
    GenericAliasObject *self = tuple ? (GenericAliasObject *)type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(tuple);
        return NULL;
    }
    self->origin = new_ref(origin);
    self->args = tuple;
    gc_track(OBJECT(self));
    return OBJECT(self);
}

Object *generic_alias_new(Object *origin, Object *args)
{
    return make_alias(&type_generic_alias, origin, args);
}

Object *generic_alias_class_getitem(Object *class, Object *args)
{
    return generic_alias_new(class, args);
}

static int alias_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ALIAS(self)->origin);
    VISIT(ALIAS(self)->args);
    return 0;
}

static void alias_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(ALIAS(self)->origin);
    decref(ALIAS(self)->args);
    type_release(self, 0);
    dealloc_leave();
}

static Object *alias_repr(Object *self)
{
    return join_members(ALIAS(self)->origin, ALIAS(self)->args, ", ");
}

static int64_t alias_hash(Object *self)
{
    int64_t origin = object_hash(ALIAS(self)->origin), args = origin == -1 ? -1 : object_hash(ALIAS(self)->args);
    if (args == -1)
        return -1;
    return (origin ^ args) == -1 ? -2 : origin ^ args;
}

static Object *alias_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_ALIAS(other) || (op != COMPARE_EQ && op != COMPARE_NE))
        return_not_implemented;
    int equal = object_equal(ALIAS(self)->origin, ALIAS(other)->origin);
    if (equal == 1)
        equal = object_equal(ALIAS(self)->args, ALIAS(other)->args);
    return equal < 0 ? NULL : object_from_bool(equal == (op == COMPARE_EQ));
}

static Object *alias_call(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return call_object(ALIAS(self)->origin, args, nargs, kwnames);
}

// Own attributes and a few dunders stay here, all else is the origin's.
static Object *alias_get_attribute(Object *self, Object *name)
{
    static const char *const own[] = {"__origin__", "__args__", "__parameters__", "__mro_entries__", "__class__",
                                      "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (str_equal_text(name, own[i]))
            return object_get_attribute_generic(self, name);
    return object_get_attribute(ALIAS(self)->origin, name);
}

static Object *alias_subscript(Object *self, Object *key)
{
    (void)key;
    return error_format(&exc_type_error, "%R is not a generic class", self);
}

static Object *alias_iterate_error(Object *self)
{
    return error_format(&exc_type_error, "'%T' object is not iterable", self);
}

static Object *alias_method_mro_entries(Object *self, Object *bases)
{
    (void)bases;
    return tuple_pack(1, ALIAS(self)->origin);
}

static Object *alias_method_instancecheck(Object *self, Object *instance)
{
    (void)self;
    (void)instance;
    return error_text(&exc_type_error, "isinstance() argument 2 cannot be a parameterized generic");
}

static Object *alias_method_subclasscheck(Object *self, Object *class)
{
    (void)self;
    (void)class;
    return error_text(&exc_type_error, "issubclass() argument 2 cannot be a parameterized generic");
}

static Object *alias_method_reduce(Object *self)
{
    Object *args = tuple_pack(2, ALIAS(self)->origin, ALIAS(self)->args);
    Object *result = args ? tuple_pack(2, OBJECT(&type_generic_alias), args) : NULL;
    xdecref(args);
    return result;
}

static const MethodDef alias_methods[] = {
    {"__reduce__", (void *)alias_method_reduce, METHOD_NOARGS, NULL},
    {"__mro_entries__", (void *)alias_method_mro_entries, METHOD_O, NULL},
    {"__instancecheck__", (void *)alias_method_instancecheck, METHOD_O, NULL},
    {"__subclasscheck__", (void *)alias_method_subclasscheck, METHOD_O, NULL},
    {0},
};

static Object *get_parameters(Object *self, void *closure)
{
    (void)self;
    (void)closure;
    return new_ref(OBJECT(tuple_empty));
}

static const GetSetDef parameter_getsets[] = {{"__parameters__", get_parameters, NULL, NULL, NULL}, {0}};
static const MemberDef alias_members[] = {
    {"__origin__", MEMBER_OBJECT, offsetof(GenericAliasObject, origin), true, NULL},
    {"__args__", MEMBER_OBJECT, offsetof(GenericAliasObject, args), true, NULL},
    {0},
};

static Object *alias_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords("GenericAlias", kwnames) < 0 || args_check_count("GenericAlias", nargs, 2, 2) < 0)
        return NULL;
    return make_alias(type, args[0], args[1]);
}

TypeObject type_generic_alias = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "GenericAlias",
    .module_name = "types",
    .flags = TF_TRACKED | TF_HAS_WEAKREF | TF_BASE,
    .basic_size = sizeof(GenericAliasObject),
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
    .make = alias_make,
    .call = alias_call,
    .repr = alias_repr,
    .hash = alias_hash,
    .compare = alias_compare,
    .get_attribute = alias_get_attribute,
    .subscript = alias_subscript,
    .iterate = alias_iterate_error,
    .binary = {[BINARY_OR] = union_or},
    .methods = alias_methods,
    .getsets = parameter_getsets,
    .members = alias_members,
};

// --- unions ---

static bool can_be_member(Object *object)
{
    return object == object_none || IS_TYPE(object) || IS_ALIAS(object) || IS_EXACT(object, UNION);
}

// Adds a member (the members of a union) unless an equal one is there. 0 / -1.
static int add_member(Object **members, size_t *count, Object *member)
{
    if (member == object_none)
        member = OBJECT(&type_none);
    for (size_t i = 0; i < *count; i++) {
        int equal = object_equal(members[i], member);
        if (equal)
            return equal < 0 ? -1 : 0;
    }
    members[(*count)++] = member;
    return 0;
}

Object *union_or(Object *left, Object *right)
{
    if (!can_be_member(left) || !can_be_member(right))
        return_not_implemented;
    Object *sides[2] = {left, right}, *members[256], *args = NULL;
    size_t count = 0;
    for (int side = 0; side < 2; side++) {
        TupleObject *nested = IS_EXACT(sides[side], UNION) ? TUPLE(UNION(sides[side])->args) : NULL;
        for (size_t i = 0; i < (nested ? nested->count : 1); i++) {
            if (count == sizeof members / sizeof *members)
                return error_text(&exc_type_error, "too many members in a union");
            if (add_member(members, &count, nested ? nested->items[i] : sides[side]) < 0)
                return NULL;
        }
    }
    if (count == 1)
        return new_ref(members[0]);
    args = tuple_from_array(members, count);
    UnionObject *self = args ? (UnionObject *)object_new(&type_union, sizeof *self) : NULL;
    if (!self) {
        xdecref(args);
        return NULL;
    }
    self->args = args;
    gc_track(OBJECT(self));
    return OBJECT(self);
}

static int union_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(UNION(self)->args);
    return 0;
}

static void union_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(UNION(self)->args);
    gc_free(self, sizeof(UnionObject));
    dealloc_leave();
}

static Object *union_repr(Object *self)
{
    return join_members(NULL, UNION(self)->args, " | ");
}

// Every member of `a` is in `b`. 1, 0, -1.
static int is_subset(Object *a, Object *b)
{
    for (size_t i = 0; i < TUPLE(a)->count; i++) {
        int found = object_contains(b, TUPLE(a)->items[i]);
        if (found != 1)
            return found;
    }
    return 1;
}

static Object *union_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_EXACT(other, UNION) || (op != COMPARE_EQ && op != COMPARE_NE))
        return_not_implemented;
    int equal = TUPLE(UNION(self)->args)->count == TUPLE(UNION(other)->args)->count
                    ? is_subset(UNION(self)->args, UNION(other)->args)
                    : 0;
    return equal < 0 ? NULL : object_from_bool(equal == (op == COMPARE_EQ));
}

static int64_t union_hash(Object *self)
{
    int64_t hash = 0; // independent of the order
    for (size_t i = 0; i < TUPLE(UNION(self)->args)->count; i++) {
        int64_t member = object_hash(TUPLE(UNION(self)->args)->items[i]);
        if (member == -1)
            return -1;
        hash ^= member;
    }
    return hash == -1 ? -2 : hash;
}

// isinstance / issubclass against a union: any member will do, if no alias comes before it.
static Object *check(Object *self, Object *object, int (*test)(Object *, Object *), const char *text)
{
    TupleObject *args = TUPLE(UNION(self)->args);
    for (size_t i = 0; i < args->count; i++) {
        if (IS_EXACT(args->items[i], GENERIC_ALIAS))
            return error_text(&exc_type_error, text);
        int result = test(object, args->items[i]);
        if (result)
            return result < 0 ? NULL : object_true;
    }
    return object_false;
}

static Object *union_method_instancecheck(Object *self, Object *instance)
{
    return check(self, instance, object_is_instance, "isinstance() argument 2 cannot be a parameterized generic");
}

static Object *union_method_subclasscheck(Object *self, Object *class)
{
    return check(self, class, object_is_subclass, "issubclass() argument 2 cannot be a parameterized generic");
}

static const MethodDef union_methods[] = {
    {"__instancecheck__", (void *)union_method_instancecheck, METHOD_O, NULL},
    {"__subclasscheck__", (void *)union_method_subclasscheck, METHOD_O, NULL},
    {0},
};
static const MemberDef union_members[] = {{"__args__", MEMBER_OBJECT, offsetof(UnionObject, args), true, NULL}, {0}};

TypeObject type_union = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "UnionType",
    .module_name = "types",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(UnionObject),
    .dealloc = union_dealloc,
    .traverse = union_traverse,
    .repr = union_repr,
    .hash = union_hash,
    .compare = union_compare,
    .binary = {[BINARY_OR] = union_or},
    .subscript = alias_subscript,
    .methods = union_methods,
    .getsets = parameter_getsets,
    .members = union_members,
};
