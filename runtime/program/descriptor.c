// Descriptors of builtin types: getset and member descriptors (also of __slots__), slot wrappers
// ("__add__" of int) and their bound form, method-wrapper; doc strings with signatures.
// Invariant: a descriptor of a heap type owns a reference to it; of a static type none is counted.
// Read check_instance and member_get first.
#include "runtime/base/hash.h" // first: its parameters are called like the global `state`

#include "runtime/program/descriptor.h"

#include <string.h>

#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#define GETSET(object) ((GetSetDescriptorObject *)(object))
#define MEMBER(object) ((MemberDescriptorObject *)(object))
#define WRAPPER_DESCRIPTOR(object) ((WrapperDescriptorObject *)(object))

// ---- Doc strings --------------------------------------------------------------------------------

static const char signature_end[] = "--\n\n";

// Start of "(signature)" when doc begins with the name's last part and an opening parenthesis.
static const char *find_signature(const char *name, const char *doc)
{
    const char *dot = strrchr(name, '.');
    if (dot)
        name = dot + 1;
    size_t length = strlen(name);
    if (!doc || strncmp(doc, name, length) != 0 || doc[length] != '(')
        return NULL;
    return doc + length;
}

Object *doc_text(const char *name, const char *doc)
{
    if (!doc)
        return object_none;
    const char *signature = find_signature(name, doc), *end = signature ? strstr(signature, signature_end) : NULL;
    return str_from_text(end ? end + strlen(signature_end) : doc);
}

Object *doc_signature(const char *name, const char *doc)
{
    const char *signature = find_signature(name, doc), *end = signature ? strstr(signature, signature_end) : NULL;
    if (!end)
        return object_none;
    while (end > signature && end[-1] == '\n')
        end--;
    return str_from_utf8(signature, (size_t)(end - signature));
}

// ---- What all share -----------------------------------------------------------------------------

typedef struct OwnedDescriptor { // the common head of the four structs
    Object header;
    TypeObject *owner;
} OwnedDescriptor;

static Object *new_descriptor(TypeObject *type, size_t byte_size, TypeObject *owner)
{
    Object *object = object_new(type, byte_size);
    if (!object)
        return NULL;
    ((OwnedDescriptor *)object)->owner = owner;
    if (owner->flags & TF_HEAP)
        incref(OBJECT(owner));
    gc_track(object);
    return object;
}

static int descriptor_traverse(Object *self, VisitFn visit, void *context)
{
    TypeObject *owner = ((OwnedDescriptor *)self)->owner;
    if (owner->flags & TF_HEAP)
        VISIT(owner);
    return 0;
}

static void free_descriptor(Object *self, size_t byte_size)
{
    TypeObject *owner = ((OwnedDescriptor *)self)->owner;
    object_free(self, byte_size);
    if (owner->flags & TF_HEAP)
        decref(OBJECT(owner));
}

static int check_instance(const char *name, const TypeObject *owner, Object *instance)
{
    if (likely(type_is_subtype(type_of(instance), owner)))
        return 0;
    error_format(&exc_type_error, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner, instance);
    return -1;
}

bool descriptor_is_data(Object *descriptor)
{
    return type_of(descriptor)->descriptor_set != NULL;
}

static Object *get_objclass(Object *self, void *closure)
{
    (void)closure;
    return new_ref(OBJECT(((OwnedDescriptor *)self)->owner));
}

// "int.real"
static Object *qualname_of(TypeObject *owner, const char *name)
{
    Object *owner_name = object_get_attribute(OBJECT(owner), NAME(qualname));
    if (!owner_name)
        return NULL;
    Object *result = str_format("%S.%s", owner_name, name);
    decref(owner_name);
    return result;
}

// ---- getset_descriptor --------------------------------------------------------------------------

Object *getset_descriptor_new(TypeObject *owner, const GetSetDef *def)
{
    Object *object = new_descriptor(&type_getset_descriptor, sizeof(GetSetDescriptorObject), owner);
    if (object)
        GETSET(object)->def = def;
    return object;
}

static void getset_dealloc(Object *self)
{
    free_descriptor(self, sizeof(GetSetDescriptorObject));
}

static Object *getset_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    const GetSetDescriptorObject *descriptor = GETSET(self);
    if (!instance_or_null)
        return new_ref(self);
    if (unlikely(check_instance(descriptor->def->name, descriptor->owner, instance_or_null) < 0))
        return NULL;
    if (likely(descriptor->def->get != NULL))
        return descriptor->def->get(instance_or_null, descriptor->def->closure);
    return error_format(&exc_attribute_error, "attribute '%s' of '%N' objects is not readable", descriptor->def->name,
                        descriptor->owner);
}

static int getset_set(Object *self, Object *instance, Object *value_or_null)
{
    const GetSetDescriptorObject *descriptor = GETSET(self);
    if (unlikely(check_instance(descriptor->def->name, descriptor->owner, instance) < 0))
        return -1;
    if (likely(descriptor->def->set != NULL))
        return descriptor->def->set(instance, value_or_null, descriptor->def->closure);
    error_format(&exc_attribute_error, "attribute '%s' of '%N' objects is not writable", descriptor->def->name,
                 descriptor->owner);
    return -1;
}

static Object *getset_repr(Object *self)
{
    return str_format("<attribute '%s' of '%N' objects>", GETSET(self)->def->name, GETSET(self)->owner);
}

static Object *getset_get_name(Object *self, void *closure)
{
    (void)closure;
    return intern_text(GETSET(self)->def->name);
}

static Object *getset_get_qualname(Object *self, void *closure)
{
    (void)closure;
    return qualname_of(GETSET(self)->owner, GETSET(self)->def->name);
}

static Object *getset_get_doc(Object *self, void *closure)
{
    (void)closure;
    return GETSET(self)->def->doc ? str_from_text(GETSET(self)->def->doc) : object_none;
}

static const GetSetDef getset_getsets[] = {
    {"__objclass__", get_objclass, NULL, NULL, NULL},
    {"__name__", getset_get_name, NULL, NULL, NULL},
    {"__doc__", getset_get_doc, NULL, NULL, NULL},
    {"__qualname__", getset_get_qualname, NULL, NULL, NULL},
    {0},
};

TypeObject type_getset_descriptor = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "getset_descriptor",
    .flags = TF_TRACKED,
    .basic_size = sizeof(GetSetDescriptorObject),
    .getsets = getset_getsets,
    .dealloc = getset_dealloc,
    .traverse = descriptor_traverse,
    .repr = getset_repr,
    .descriptor_get = getset_get,
    .descriptor_set = getset_set,
};

// ---- member_descriptor --------------------------------------------------------------------------

Object *member_descriptor_new(TypeObject *owner, const MemberDef *def)
{
    Object *object = new_descriptor(&type_member_descriptor, sizeof(MemberDescriptorObject), owner);
    if (object)
        MEMBER(object)->def = def;
    return object;
}

Object *member_descriptor_new_slot(TypeObject *owner, Object *name, uint32_t slot_index)
{
    Object *object = new_descriptor(&type_member_descriptor, sizeof(MemberDescriptorObject), owner);
    if (!object)
        return NULL;
    MEMBER(object)->name = new_ref(name);
    MEMBER(object)->slot_index = slot_index;
    return object;
}

static void member_dealloc(Object *self)
{
    xdecref(MEMBER(self)->name); // a str: runs no script code
    free_descriptor(self, sizeof(MemberDescriptorObject));
}

// Its name as text; of a __slots__ member UTF-8 that lives as long as the descriptor.
static const char *member_name(const MemberDescriptorObject *member)
{
    if (member->def)
        return member->def->name;
    const char *text = str_utf8(member->name, NULL);
    return text ? text : "?";
}

static Object *member_read(const MemberDef *def, Object *instance)
{
    const char *place = (const char *)instance + def->offset;
    switch (def->kind) {
    case MEMBER_OBJECT:
    case MEMBER_OBJECT_EX: {
        Object *value = *(Object *const *)(const void *)place;
        if (value)
            return new_ref(value);
        if (def->kind == MEMBER_OBJECT)
            return object_none;
        return error_format(&exc_attribute_error, "'%T' object has no attribute '%s'", instance, def->name);
    }
    case MEMBER_INT32: return int_from_int64(*(const int32_t *)(const void *)place);
    case MEMBER_INT64: return int_from_int64(*(const int64_t *)(const void *)place);
    case MEMBER_UINT32: return int_from_int64(*(const uint32_t *)(const void *)place);
    case MEMBER_BOOL8: return object_from_bool(*place != 0);
    }
    UNREACHABLE();
}

static Object *member_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    const MemberDescriptorObject *member = MEMBER(self);
    if (!instance_or_null)
        return new_ref(self);
    if (unlikely(!type_is_subtype(type_of(instance_or_null), member->owner))) {
        check_instance(member_name(member), member->owner, instance_or_null);
        return NULL;
    }
    if (member->def)
        return member_read(member->def, instance_or_null);
    Object *value = shape_slots(object_shape_slot(instance_or_null))[member->slot_index];
    if (likely(value != NULL))
        return new_ref(value);
    return error_attribute(instance_or_null, member->name);
}

static int write_number(const MemberDef *def, char *place, Object *value)
{
    if (!value) {
        error_text(&exc_type_error, "can't delete numeric/char attribute");
        return -1;
    }
    if (def->kind == MEMBER_BOOL8) {
        if (!IS_EXACT(value, BOOL)) {
            error_text(&exc_type_error, "attribute value type must be bool");
            return -1;
        }
        *place = value == object_true;
        return 0;
    }
    int64_t number = int_as_int64(value);
    if (number == -1 && error_occurred())
        return -1;
    if (def->kind == MEMBER_INT64)
        *(int64_t *)(void *)place = number;
    else
        *(uint32_t *)(void *)place = (uint32_t)number;
    return 0;
}

static int member_write(const MemberDef *def, Object *instance, Object *value_or_null)
{
    char *place = (char *)instance + def->offset;
    if (def->is_read_only) {
        error_text(&exc_attribute_error, "readonly attribute");
        return -1;
    }
    if (def->kind != MEMBER_OBJECT && def->kind != MEMBER_OBJECT_EX)
        return write_number(def, place, value_or_null);
    Object **slot = (Object **)(void *)place;
    if (!value_or_null && def->kind == MEMBER_OBJECT_EX && !*slot) {
        error_text(&exc_attribute_error, def->name);
        return -1;
    }
    xincref(value_or_null);
    ref_set_steal(slot, value_or_null);
    return 0;
}

static int member_set(Object *self, Object *instance, Object *value_or_null)
{
    const MemberDescriptorObject *member = MEMBER(self);
    if (unlikely(!type_is_subtype(type_of(instance), member->owner)))
        return check_instance(member_name(member), member->owner, instance);
    if (member->def)
        return member_write(member->def, instance, value_or_null);
    Object **slot = shape_slots(object_shape_slot(instance)) + member->slot_index;
    if (!value_or_null && !*slot) {
        error_object(&exc_attribute_error, member->name);
        return -1;
    }
    xincref(value_or_null);
    ref_set_steal(slot, value_or_null);
    return 0;
}

static Object *member_repr(Object *self)
{
    return str_format("<member '%s' of '%N' objects>", member_name(MEMBER(self)), MEMBER(self)->owner);
}

static Object *member_get_name(Object *self, void *closure)
{
    (void)closure;
    return MEMBER(self)->name ? new_ref(MEMBER(self)->name) : intern_text(MEMBER(self)->def->name);
}

static Object *member_get_qualname(Object *self, void *closure)
{
    (void)closure;
    return qualname_of(MEMBER(self)->owner, member_name(MEMBER(self)));
}

static Object *member_get_doc(Object *self, void *closure)
{
    (void)closure;
    const MemberDef *def = MEMBER(self)->def;
    return def && def->doc ? str_from_text(def->doc) : object_none;
}

static const GetSetDef member_getsets[] = {
    {"__objclass__", get_objclass, NULL, NULL, NULL},
    {"__name__", member_get_name, NULL, NULL, NULL},
    {"__doc__", member_get_doc, NULL, NULL, NULL},
    {"__qualname__", member_get_qualname, NULL, NULL, NULL},
    {0},
};

TypeObject type_member_descriptor = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "member_descriptor",
    .flags = TF_TRACKED,
    .basic_size = sizeof(MemberDescriptorObject),
    .getsets = member_getsets,
    .dealloc = member_dealloc,
    .traverse = descriptor_traverse,
    .repr = member_repr,
    .descriptor_get = member_get,
    .descriptor_set = member_set,
};

// ---- wrapper_descriptor -------------------------------------------------------------------------

Object *wrapper_descriptor_new(TypeObject *owner, const SlotDef *def, void *function)
{
    Object *object = new_descriptor(&type_wrapper_descriptor, sizeof(WrapperDescriptorObject), owner);
    if (!object)
        return NULL;
    WRAPPER_DESCRIPTOR(object)->def = def;
    WRAPPER_DESCRIPTOR(object)->function = function;
    return object;
}

static void wrapper_dealloc(Object *self)
{
    free_descriptor(self, sizeof(WrapperDescriptorObject));
}

static Object *call_wrapper(const WrapperDescriptorObject *descriptor, Object *self, Object *const *args, size_t nargs,
                            Object *kwnames)
{
    const SlotDef *def = descriptor->def;
    if (kwnames && TUPLE(kwnames)->count && !slot_wrapper_takes_keywords(def))
        return error_format(&exc_type_error, "wrapper %s() takes no keyword arguments", def->text);
    return def->wrapper(self, args, nargs, kwnames, def, descriptor->function);
}

static Object *wrapper_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    const WrapperDescriptorObject *descriptor = WRAPPER_DESCRIPTOR(callable);
    if (nargs < 1)
        return error_format(&exc_type_error, "descriptor '%s' of '%N' object needs an argument", descriptor->def->text,
                            descriptor->owner);
    if (!type_is_subtype(type_of(args[0]), descriptor->owner))
        return error_format(&exc_type_error, "descriptor '%s' requires a '%N' object but received a '%T'",
                            descriptor->def->text, descriptor->owner, args[0]);
    return call_wrapper(descriptor, args[0], args + 1, nargs - 1, kwnames);
}

static Object *wrapper_repr(Object *self)
{
    return str_format("<slot wrapper '%s' of '%N' objects>", WRAPPER_DESCRIPTOR(self)->def->text,
                      WRAPPER_DESCRIPTOR(self)->owner);
}

static Object *wrapper_get_name(Object *self, void *closure)
{
    (void)closure;
    return new_ref(*WRAPPER_DESCRIPTOR(self)->def->name);
}

static Object *wrapper_get_qualname(Object *self, void *closure)
{
    (void)closure;
    return qualname_of(WRAPPER_DESCRIPTOR(self)->owner, WRAPPER_DESCRIPTOR(self)->def->text);
}

static Object *wrapper_get_doc(Object *self, void *closure)
{
    (void)closure;
    return doc_text(WRAPPER_DESCRIPTOR(self)->def->text, WRAPPER_DESCRIPTOR(self)->def->doc);
}

static Object *wrapper_get_signature(Object *self, void *closure)
{
    (void)closure;
    return doc_signature(WRAPPER_DESCRIPTOR(self)->def->text, WRAPPER_DESCRIPTOR(self)->def->doc);
}

static const GetSetDef wrapper_getsets[] = {
    {"__objclass__", get_objclass, NULL, NULL, NULL},
    {"__name__", wrapper_get_name, NULL, NULL, NULL},
    {"__doc__", wrapper_get_doc, NULL, NULL, NULL},
    {"__qualname__", wrapper_get_qualname, NULL, NULL, NULL},
    {"__text_signature__", wrapper_get_signature, NULL, NULL, NULL},
    {0},
};

// ---- method-wrapper: a slot wrapper bound to an object ------------------------------------------

typedef struct MethodWrapperObject {
    Object header;
    WrapperDescriptorObject *descriptor; // owned
    Object *self;                        // owned
} MethodWrapperObject;
#define METHOD_WRAPPER(object) ((MethodWrapperObject *)(object))

static Object *wrapper_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    if (!instance_or_null)
        return new_ref(self);
    const WrapperDescriptorObject *descriptor = WRAPPER_DESCRIPTOR(self);
    if (check_instance(descriptor->def->text, descriptor->owner, instance_or_null) < 0)
        return NULL;
    Object *object = object_new(&type_method_wrapper, sizeof(MethodWrapperObject));
    if (!object)
        return NULL;
    METHOD_WRAPPER(object)->descriptor = WRAPPER_DESCRIPTOR(new_ref(self));
    METHOD_WRAPPER(object)->self = new_ref(instance_or_null);
    gc_track(object);
    return object;
}

TypeObject type_wrapper_descriptor = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "wrapper_descriptor",
    .flags = TF_TRACKED | TF_METHOD_DESCRIPTOR,
    .basic_size = sizeof(WrapperDescriptorObject),
    .getsets = wrapper_getsets,
    .dealloc = wrapper_dealloc,
    .traverse = descriptor_traverse,
    .repr = wrapper_repr,
    .call = wrapper_call,
    .descriptor_get = wrapper_descriptor_get,
};

static void method_wrapper_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(OBJECT(METHOD_WRAPPER(self)->descriptor));
    decref(METHOD_WRAPPER(self)->self);
    object_free(self, sizeof(MethodWrapperObject));
    dealloc_leave();
}

static int method_wrapper_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(METHOD_WRAPPER(self)->descriptor);
    VISIT(METHOD_WRAPPER(self)->self);
    return 0;
}

static Object *method_wrapper_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *self = new_ref(METHOD_WRAPPER(callable)->self);
    Object *result = call_wrapper(METHOD_WRAPPER(callable)->descriptor, self, args, nargs, kwnames);
    decref(self);
    return result;
}

static Object *method_wrapper_repr(Object *self)
{
    Object *bound = METHOD_WRAPPER(self)->self;
    return str_format("<method-wrapper '%s' of %T object at %p>", METHOD_WRAPPER(self)->descriptor->def->text, bound,
                      (void *)bound);
}

static int64_t method_wrapper_hash(Object *self)
{
    return hash_not_error(hash_pointer(METHOD_WRAPPER(self)->self) ^ hash_pointer(METHOD_WRAPPER(self)->descriptor));
}

static Object *method_wrapper_compare(Object *self, Object *other, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !IS_EXACT(other, METHOD_WRAPPER))
        return_not_implemented;
    bool is_equal = METHOD_WRAPPER(self)->descriptor == METHOD_WRAPPER(other)->descriptor &&
                    METHOD_WRAPPER(self)->self == METHOD_WRAPPER(other)->self;
    return object_from_bool(is_equal == (op == COMPARE_EQ));
}

// The attributes of a bound wrapper are those of its descriptor.
typedef Object *(*GetFn)(Object *, void *);

static Object *method_wrapper_get(Object *self, void *closure)
{
    return (*(const GetFn *)closure)(OBJECT(METHOD_WRAPPER(self)->descriptor), NULL);
}

static GetFn const get_of_objclass = get_objclass, get_of_name = wrapper_get_name, get_of_doc = wrapper_get_doc,
                   get_of_qualname = wrapper_get_qualname, get_of_signature = wrapper_get_signature;

static const GetSetDef method_wrapper_getsets[] = {
    {"__objclass__", method_wrapper_get, NULL, NULL, (void *)&get_of_objclass},
    {"__name__", method_wrapper_get, NULL, NULL, (void *)&get_of_name},
    {"__qualname__", method_wrapper_get, NULL, NULL, (void *)&get_of_qualname},
    {"__doc__", method_wrapper_get, NULL, NULL, (void *)&get_of_doc},
    {"__text_signature__", method_wrapper_get, NULL, NULL, (void *)&get_of_signature},
    {0},
};

static const MemberDef method_wrapper_members[] = {
    {"__self__", MEMBER_OBJECT, offsetof(MethodWrapperObject, self), true, NULL},
    {0},
};

TypeObject type_method_wrapper = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "method-wrapper",
    .flags = TF_TRACKED,
    .basic_size = sizeof(MethodWrapperObject),
    .getsets = method_wrapper_getsets,
    .members = method_wrapper_members,
    .dealloc = method_wrapper_dealloc,
    .traverse = method_wrapper_traverse,
    .repr = method_wrapper_repr,
    .hash = method_wrapper_hash,
    .compare = method_wrapper_compare,
    .call = method_wrapper_call,
};
