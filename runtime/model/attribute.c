// Attributes: the generic lookup (type, descriptors, instance), where instances keep their values,
// and __dict__ in its three forms:
//   shape mode           values in slots, no dict object at all
//   shape mode, HAS_DICT the same, and a shape-backed dict in `instance_dicts` shares the slots
//   dict mode            slots[fixed_count] owns an ordinary dict; never HAS_DICT
// Types with dict_offset (exceptions, modules) own a dict there instead.
// Read find_generic, then shape_set.
#include "runtime/model/attribute.h"

#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "runtime/model/tables.h"

#define CAPACITY_MAX 62u // slots of a plain instance: six bits of the header, and an even number

// ---- The side table of shape-backed dicts -------------------------------------------------------

typedef struct DictOf {
    const Object *object; // NULL: empty
    DictObject *dict;     // owned by the object
} DictOf;

static struct {
    DictOf *table; // open addressing, linear probing, at most half full
    size_t mask, count;
} instance_dicts;

static size_t dict_home(const Object *object)
{
    return ((uintptr_t)object >> 4 ^ (uintptr_t)object >> 16) & instance_dicts.mask;
}

static DictOf *find_dict_entry(const Object *object)
{
    size_t i = dict_home(object);
    while (instance_dicts.table[i].object != object)
        i = (i + 1) & instance_dicts.mask;
    return &instance_dicts.table[i];
}

DictObject *instance_dict_borrow(const Object *object)
{
    ASSERT(object->flags & FLAG_HAS_DICT);
    return find_dict_entry(object)->dict;
}

static int resize_dict_table(size_t size)
{
    DictOf *old = instance_dicts.table;
    size_t old_size = old ? instance_dicts.mask + 1 : 0;
    DictOf *table = NULL;
    if (size) {
        table = memory_alloc(size * sizeof *table, MEMORY_RAW);
        if (!table) {
            error_no_memory();
            return -1;
        }
        memset(table, 0, size * sizeof *table);
    }
    instance_dicts.table = table;
    instance_dicts.mask = size ? size - 1 : 0;
    for (size_t i = 0; i < old_size && size; i++) {
        if (!old[i].object)
            continue;
        size_t home = dict_home(old[i].object);
        while (table[home].object)
            home = (home + 1) & instance_dicts.mask;
        table[home] = old[i];
    }
    if (old)
        memory_free(old, old_size * sizeof *old);
    return 0;
}

static int remember_dict(Object *object, DictObject *dict)
{
    size_t size = instance_dicts.table ? instance_dicts.mask + 1 : 0;
    if ((instance_dicts.count + 1) * 2 > size && resize_dict_table(size ? size * 2 : 8) < 0)
        return -1;
    size_t i = dict_home(object);
    while (instance_dicts.table[i].object)
        i = (i + 1) & instance_dicts.mask;
    instance_dicts.table[i] = (DictOf){object, dict};
    instance_dicts.count++;
    object->flags |= FLAG_HAS_DICT;
    return 0;
}

// Takes the dict out of the table; its reference passes to the caller.
static DictObject *forget_dict(Object *object)
{
    DictOf *entry = find_dict_entry(object);
    DictObject *dict = entry->dict;
    size_t hole = (size_t)(entry - instance_dicts.table), i = hole;
    for (;;) { // close the hole: no tombstones
        i = (i + 1) & instance_dicts.mask;
        const Object *other = instance_dicts.table[i].object;
        if (!other)
            break;
        size_t home = dict_home(other);
        if (((i - home) & instance_dicts.mask) >= ((i - hole) & instance_dicts.mask)) {
            instance_dicts.table[hole] = instance_dicts.table[i];
            hole = i;
        }
    }
    instance_dicts.table[hole] = (DictOf){0};
    object->flags &= (uint16_t)~FLAG_HAS_DICT;
    if (--instance_dicts.count == 0)
        (void)resize_dict_table(0);
    return dict;
}

// The dict no longer shares slots and is empty: for dicts that nobody else sees, and without memory.
static void cut_dict(DictObject *dict)
{
    dict->is_shape_backed = false;
    dict->used_count = dict->entry_count = 0;
}

void instance_dict_release(Object *object)
{
    DictObject *dict = forget_dict(object);
    if (dict->header.refcount == 1) {
        cut_dict(dict);
    } else {
        Object *saved = error_take();
        if (dict_detach(dict) < 0) {
            cut_dict(dict);
            error_write_unraisable(NULL, NULL);
        }
        if (saved)
            error_restore_steal(saved);
    }
    decref(OBJECT(dict));
}

// ---- Storage of objects with a Shape* -----------------------------------------------------------

Object *shape_get_borrow(Object *object, Object *name)
{
    Shape **place = object_shape_slot(object);
    int slot = shape_find(*place, name);
    return slot < 0 ? NULL : shape_slots(place)[slot];
}

// Copies the attributes into a dict, in order.
static int fill_dict(Object *dict, Shape **place)
{
    const Shape *shape = *place;
    Object *name_of[SHAPE_SLOT_LIMIT + 1];
    int first = shape->fixed_count;
    for (const Shape *s = shape; s->parent; s = s->parent)
        name_of[s->slot_count - 1 - first] = s->name;
    for (int i = first; i < shape->slot_count; i++)
        if (dict_set_str(DICT(dict), name_of[i - first], shape_slots(place)[i]) < 0)
            return -1;
    return 0;
}

// `dict` (stolen) becomes the object's own; the old storage is released in order.
static void install_dict_steal(Object *object, Shape **place, Shape *dict_mode, Object *dict)
{
    const Shape *shape = *place;
    Object **slots = shape_slots(place), *old[SHAPE_SLOT_LIMIT + 1];
    uint32_t first = shape->fixed_count, count = shape->slot_count - first;
    DictObject *shared = object->flags & FLAG_HAS_DICT ? forget_dict(object) : NULL;
    memcpy(old, slots + first, count * sizeof *old);
    slots[first] = dict;
    *place = dict_mode;
    for (uint32_t i = 0; i < count; i++)
        decref(old[i]);
    if (shared)
        decref(OBJECT(shared));
}

int shape_leave(Object *object)
{
    Shape **place = object_shape_slot(object);
    if ((*place)->is_dict_mode)
        return 0;
    ASSERT(object_slot_capacity(object) > (*place)->fixed_count);
    Shape *dict_mode = shape_dict_mode_borrow((*place)->type);
    if (!dict_mode)
        return -1;
    Object *dict;
    if (object->flags & FLAG_HAS_DICT) {
        dict = OBJECT(instance_dict_borrow(object));
        if (dict_detach(DICT(dict)) < 0)
            return -1;
        incref(dict);
    } else {
        dict = dict_new_sized((size_t)((*place)->slot_count - (*place)->fixed_count) + 1);
        if (!dict)
            return -1;
        if (fill_dict(dict, place) < 0) {
            decref(dict);
            return -1;
        }
    }
    install_dict_steal(object, place, dict_mode, dict);
    return 0;
}

// The class learns how many attributes its instances have: the next one gets room for them.
static void learn_capacity(TypeObject *type, size_t attribute_count)
{
    size_t wanted = (type->root_shape->fixed_count + attribute_count + 1) & ~(size_t)1;
    if (type_has(type, TF_SHAPED) && wanted > type->inline_capacity && wanted <= CAPACITY_MAX)
        type->inline_capacity = (uint32_t)wanted;
}

int shape_set(Object *object, Object *name, Object *value)
{
    Shape **place = object_shape_slot(object), *shape = *place;
    Object **slots = shape_slots(place);
    if (likely(!shape->is_dict_mode)) {
        int slot = shape_find(shape, name);
        if (slot >= 0) {
            incref(value);
            ref_set_steal(&slots[slot], value);
            return 0;
        }
        if (likely(shape->slot_count < object_slot_capacity(object))) {
            Shape *next = shape_add_borrow(shape, name);
            if (unlikely(!next))
                return -1;
            if (likely(!next->is_dict_mode)) {
                incref(value);
                slots[next->slot_count - 1] = value;
                *place = next;
                return 0;
            }
        }
        if (shape_leave(object) < 0)
            return -1;
    }
    Object *dict = new_ref(slots[(*place)->fixed_count]);
    TypeObject *type = type_of(object);
    int status = dict_set(dict, name, value);
    if (status == 0 && object_slot_capacity(object) < CAPACITY_MAX && type->shape_count < SHAPE_COUNT_LIMIT)
        learn_capacity(type, dict_length(dict));
    decref(dict);
    return status;
}

int shape_delete(Object *object, Object *name)
{
    Shape **place = object_shape_slot(object), *shape = *place;
    Object **slots = shape_slots(place);
    if (!shape->is_dict_mode) {
        int slot = shape_find(shape, name);
        if (slot < 0)
            return 0;
        if (slot == shape->slot_count - 1) {
            Object *old = slots[slot];
            *place = shape->parent;
            decref(old);
            return 1;
        }
        if (shape_leave(object) < 0)
            return -1;
    }
    Object *dict = new_ref(slots[(*place)->fixed_count]);
    int status = dict_delete_optional(dict, name);
    decref(dict);
    return status;
}

// ---- __dict__ -----------------------------------------------------------------------------------

static inline Object **dict_place(Object *object, const TypeObject *type)
{
    return (Object **)(void *)((char *)object + type->dict_offset);
}

DictObject *object_dict_existing_borrow(Object *object)
{
    TypeObject *type = type_of(object);
    if (type->dict_offset)
        return DICT(*dict_place(object, type));
    if (object->flags & FLAG_HAS_DICT)
        return instance_dict_borrow(object);
    Shape **place = type_has(type, TF_HAS_DICT) ? object_shape_slot(object) : NULL;
    if (!place || !*place || !(*place)->is_dict_mode)
        return NULL;
    return DICT(shape_slots(place)[(*place)->fixed_count]);
}

Object *object_dict(Object *object)
{
    DictObject *existing = object_dict_existing_borrow(object);
    if (existing)
        return new_ref(OBJECT(existing));
    TypeObject *type = type_of(object);
    if (type->dict_offset) {
        Object *dict = dict_new();
        if (dict)
            *dict_place(object, type) = new_ref(dict);
        return dict;
    }
    if (!type_has(type, TF_HAS_DICT) || !object_shape_slot(object))
        return error_attribute(object, NAME(dict));
    Object *dict = dict_new_shape_backed(object);
    if (!dict)
        return NULL;
    if (remember_dict(object, DICT(dict)) < 0) {
        cut_dict(DICT(dict));
        decref(dict);
        return NULL;
    }
    return new_ref(dict);
}

int object_set_dict(Object *object, Object *dict)
{
    TypeObject *type = type_of(object);
    if (dict && !IS_DICT(dict)) {
        error_format(&exc_type_error, "__dict__ must be set to a dictionary, not a '%T'", dict);
        return -1;
    }
    if (type->dict_offset) {
        xincref(dict);
        ref_set_steal(dict_place(object, type), dict);
        return 0;
    }
    Shape **place = type_has(type, TF_HAS_DICT) ? object_shape_slot(object) : NULL;
    if (!place) {
        error_attribute(object, NAME(dict));
        return -1;
    }
    Shape *dict_mode = shape_dict_mode_borrow(type);
    if (!dict_mode)
        return -1;
    if (dict)
        incref(dict);
    else if (!(dict = dict_new())) // del obj.__dict__: the next look finds an empty one
        return -1;
    if (object->flags & FLAG_HAS_DICT && dict_detach(instance_dict_borrow(object)) < 0) {
        decref(dict);
        return -1;
    }
    install_dict_steal(object, place, dict_mode, dict);
    return 0;
}

// ---- Generic get --------------------------------------------------------------------------------

Object *attribute_name_interned(Object *name)
{
    if (likely(str_is_interned(name) && IS_EXACT(name, STR)))
        return new_ref(name);
    if (!IS_STR(name))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", name);
    Object *exact = IS_EXACT(name, STR) ? new_ref(name) : str_slice(name, 0, str_length(name));
    if (!exact)
        return NULL;
    intern_in_place(&exact);
    if (!str_is_interned(exact)) {
        decref(exact);
        return error_no_memory();
    }
    return exact;
}

void *attribute_error(Object *object, Object *name, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    error_format_list(&exc_attribute_error, format, list);
    va_end(list);
    Object *raised = state.exception;
    if (raised && type_is_subtype(type_of(raised), &exc_attribute_error)) {
        AttributeErrorObject *error = (AttributeErrorObject *)raised;
        incref(object);
        ref_set_steal(&error->obj, object);
        incref(name);
        ref_set_steal(&error->name, name);
    }
    return NULL;
}

// The same for a dict that stores attributes: 1 found (*value is new), 0, -1.
static int find_in_dict(Object *dict, Object *name, Object **value)
{
    if (likely(dict_has_only_str_keys(DICT(dict)))) {
        *value = dict_get_str_borrow(DICT(dict), name);
        if (*value)
            incref(*value);
        return *value != NULL;
    }
    incref(dict);
    *value = dict_get(dict, name);
    decref(dict);
    return *value ? 1 : error_occurred() ? -1 : 0;
}

// What the instance itself holds.
static inline int find_in_instance(Object *self, TypeObject *type, Object *name, Object **value)
{
    if (likely(self->flags & FLAG_HAS_SHAPE) || type->shape_offset) {
        Shape **place = object_shape_slot(self), *shape = *place;
        if (likely(!shape->is_dict_mode)) {
            int slot = shape_find(shape, name);
            if (slot >= 0) {
                *value = new_ref(shape_slots(place)[slot]);
                return 1;
            }
        } else {
            return find_in_dict(shape_slots(place)[shape->fixed_count], name, value);
        }
    }
    if (!type->dict_offset)
        return 0;
    Object *dict = *dict_place(self, type);
    return dict ? find_in_dict(dict, name, value) : 0;
}

// The lookup itself: data descriptor of the type, value of the instance, descriptor or value of the
// type. `dict` stands for the instance's storage when has_dict.
static inline int find_generic(Object *self, Object *name, bool has_dict, Object *dict, Object **value)
{
    TypeObject *type = type_of(self);
    Object *descriptor;
    Object *(*get)(Object *, Object *, Object *) = NULL;
    int found = type_find(type, name, &descriptor);
    if (found) {
        if (unlikely(found < 0))
            return -1;
        get = type_of(descriptor)->descriptor_get;
        incref(descriptor);
        if (get && type_of(descriptor)->descriptor_set) {
            *value = get(descriptor, self, OBJECT(type));
            decref(descriptor);
            return *value ? 1 : -1;
        }
    }
    int own = !has_dict ? find_in_instance(self, type, name, value) : dict ? find_in_dict(dict, name, value) : 0;
    if (own || !found) {
        if (found)
            decref(descriptor);
        return own;
    }
    if (!get) {
        *value = descriptor;
        return 1;
    }
    *value = get(descriptor, self, OBJECT(type));
    decref(descriptor);
    return *value ? 1 : -1;
}

static int find_with_name(Object *self, Object *name, bool has_dict, Object *dict, Object **value)
{
    if (likely(str_is_interned(name)))
        return find_generic(self, name, has_dict, dict, value);
    Object *interned = attribute_name_interned(name);
    if (!interned)
        return -1;
    int found = find_generic(self, interned, has_dict, dict, value);
    decref(interned);
    return found;
}

int object_find_attribute_generic(Object *self, Object *name, Object **value)
{
    *value = NULL;
    return find_with_name(self, name, false, NULL, value);
}

Object *object_get_attribute_generic(Object *self, Object *name)
{
    Object *value = NULL;
    int found = find_with_name(self, name, false, NULL, &value);
    if (unlikely(found == 0))
        return error_attribute(self, name);
    return found > 0 ? value : NULL;
}

Object *object_get_attribute_with_dict(Object *self, Object *name, Object *dict_or_null)
{
    Object *value = NULL;
    int found = find_with_name(self, name, true, dict_or_null, &value);
    if (found == 0)
        return error_attribute(self, name);
    return found > 0 ? value : NULL;
}

// ---- Generic set --------------------------------------------------------------------------------

// Writes into a dict in `*place` (made if missing). 1 done, 0 deleted nothing, -1.
static int store_in_dict(Object **place, Object *name, Object *value)
{
    if (!*place) {
        if (!value)
            return 0;
        if (!(*place = dict_new()))
            return -1;
    }
    Object *dict = new_ref(*place);
    int status = value ? (dict_set(dict, name, value) < 0 ? -1 : 1) : dict_delete_optional(dict, name);
    decref(dict);
    return status;
}

static int set_generic(Object *self, Object *name, Object *value, Object **dict)
{
    TypeObject *type = type_of(self);
    Object *descriptor;
    int found = type_find(type, name, &descriptor);
    if (unlikely(found < 0))
        return -1;
    if (found && type_of(descriptor)->descriptor_set) {
        incref(descriptor);
        int result = type_of(descriptor)->descriptor_set(descriptor, self, value);
        decref(descriptor);
        return result;
    }
    int status;
    if (dict) {
        status = store_in_dict(dict, name, value);
    } else if (type->dict_offset) {
        status = store_in_dict(dict_place(self, type), name, value);
    } else if (likely(type_has(type, TF_HAS_DICT) && object_shape_slot(self))) {
        status = value ? (shape_set(self, name, value) < 0 ? -1 : 1) : shape_delete(self, name);
    } else if (found) {
        error_format(&exc_attribute_error, "'%T' object attribute '%U' is read-only", self, name);
        return -1;
    } else {
        status = 0;
    }
    if (status == 0)
        error_format(&exc_attribute_error, "'%T' object has no attribute '%U'", self, name);
    return status > 0 ? 0 : -1;
}

static int set_with_name(Object *self, Object *name, Object *value, Object **dict)
{
    if (likely(str_is_interned(name)))
        return set_generic(self, name, value, dict);
    Object *interned = attribute_name_interned(name);
    if (!interned)
        return -1;
    int status = set_generic(self, interned, value, dict);
    decref(interned);
    return status;
}

int object_set_attribute_generic(Object *self, Object *name, Object *value_or_null)
{
    return set_with_name(self, name, value_or_null, NULL);
}

int object_set_attribute_with_dict(Object *self, Object *name, Object *value_or_null, Object **dict)
{
    return set_with_name(self, name, value_or_null, dict);
}

// ---- Any object ---------------------------------------------------------------------------------

static void *raise_bad_name(const Object *name)
{
    return error_format(&exc_type_error, "attribute name must be string, not '%T'", name);
}

Object *object_get_attribute(Object *object, Object *name)
{
    if (unlikely(!IS_STR(name)))
        return raise_bad_name(name);
    Object *(*slot)(Object *, Object *) = type_of(object)->get_attribute;
    return slot ? slot(object, name) : error_attribute(object, name);
}

Object *object_get_attribute_optional(Object *object, Object *name)
{
    Object *value = NULL;
    if (type_of(object)->get_attribute == object_get_attribute_generic) {
        if (object_find_attribute_generic(object, name, &value) >= 0)
            return value;
    } else {
        value = object_get_attribute(object, name);
        if (value)
            return value;
    }
    if (error_is(&exc_attribute_error))
        error_clear();
    return NULL;
}

Object *object_get_attribute_text(Object *object, const char *name)
{
    Object *interned = intern_text(name);
    if (!interned)
        return NULL;
    Object *value = object_get_attribute(object, interned);
    decref(interned);
    return value;
}

int object_set_attribute(Object *object, Object *name, Object *value)
{
    if (unlikely(!IS_STR(name))) {
        raise_bad_name(name);
        return -1;
    }
    int (*slot)(Object *, Object *, Object *) = type_of(object)->set_attribute;
    if (likely(slot != NULL)) {
        if (likely(str_is_interned(name)))
            return slot(object, name, value);
        Object *interned = IS_EXACT(name, STR) ? attribute_name_interned(name) : new_ref(name);
        if (!interned)
            return -1;
        int status = slot(object, interned, value);
        decref(interned);
        return status;
    }
    error_format(&exc_type_error, "'%T' object has %s attributes (%s .%U)", object,
                 type_of(object)->get_attribute ? "only read-only" : "no", value ? "assign to" : "del", name);
    return -1;
}

int object_delete_attribute(Object *object, Object *name)
{
    return object_set_attribute(object, name, NULL);
}

int object_has_attribute(Object *object, Object *name)
{
    Object *value = object_get_attribute_optional(object, name);
    if (value) {
        decref(value);
        return 1;
    }
    return error_occurred() ? -1 : 0;
}

int object_get_method(Object *object, Object *name, Object **function)
{
    TypeObject *type = type_of(object);
    if (unlikely(type->get_attribute != object_get_attribute_generic || !str_is_interned(name))) {
        *function = object_get_attribute(object, name);
        return *function ? 0 : -1;
    }
    Object *found;
    int status = type_find(type, name, &found);
    if (status > 0 && type_has(type_of(found), TF_METHOD_DESCRIPTOR)) {
        incref(found);
        status = find_in_instance(object, type, name, function);
        if (likely(status == 0)) {
            *function = found;
            return 1;
        }
        decref(found);
        return status > 0 ? 0 : -1;
    }
    if (status < 0)
        return -1;
    *function = object_get_attribute_generic(object, name);
    return *function ? 0 : -1;
}

Object *object_lookup_special_borrow(Object *object, Object *name)
{
    Object *value;
    type_find(type_of(object), name, &value);
    return value;
}

Object *object_lookup_special(Object *object, Object *name)
{
    TypeObject *type = type_of(object);
    Object *found;
    if (type_find(type, name, &found) <= 0)
        return NULL;
    incref(found);
    Object *(*get)(Object *, Object *, Object *) = type_of(found)->descriptor_get;
    if (!get)
        return found;
    Object *bound = get(found, object, OBJECT(type));
    decref(found);
    return bound;
}

// ---- __class__ ----------------------------------------------------------------------------------

// The class adds neither slots nor __dict__ nor weak references to its base.
static bool adds_nothing(const TypeObject *type)
{
    const uint32_t room = TF_HAS_DICT | TF_HAS_WEAKREF;
    return type->flags & TF_HEAP && type->base && type->slot_count == 0 &&
           (type->flags & room) == (type->base->flags & room);
}

// __slots__ names of a class's own fixed slots agree, in order.
static bool same_slot_names(TypeObject *a, TypeObject *b)
{
    Object *of_a = dict_get_str_borrow(a->dict, NAME(slots)), *of_b = dict_get_str_borrow(b->dict, NAME(slots));
    if (a->slot_count == 0)
        return true;
    if (!of_a || !of_b)
        return false;
    // Both are sorted into slots the same way: compare the members by name and place.
    size_t position = 0;
    Object *key, *value;
    while (dict_next(OBJECT(a->dict), &position, &key, &value)) {
        if (value->type_index != TYPE_MEMBER_DESCRIPTOR)
            continue;
        Object *other = IS_EXACT(key, STR) ? dict_get_str_borrow(b->dict, key) : NULL;
        if (!other || other->type_index != TYPE_MEMBER_DESCRIPTOR)
            return false;
    }
    return true;
}

static bool layouts_agree(TypeObject *new_type, TypeObject *old_type)
{
    const uint32_t layout = TF_SHAPED | TF_HAS_DICT | TF_HAS_WEAKREF;
    if ((new_type->flags & layout) != (old_type->flags & layout) || new_type->dealloc != old_type->dealloc)
        return false;
    if (new_type->shape_offset != old_type->shape_offset || new_type->basic_size != old_type->basic_size)
        return false;
    TypeObject *a = new_type, *b = old_type;
    while (adds_nothing(a))
        a = a->base;
    while (adds_nothing(b))
        b = b->base;
    return a == b || (a->flags & TF_HEAP && b->flags & TF_HEAP && a->base == b->base &&
                      a->slot_count == b->slot_count && same_slot_names(a, b));
}

static bool is_collected(const TypeObject *type)
{
    return type->flags & (TF_HEAP | TF_TRACKED);
}

int type_check_layouts(TypeObject *new_type, TypeObject *old_type, const char *attribute)
{
    const char *what = is_collected(new_type) != is_collected(old_type) ? "deallocator"
                       : !layouts_agree(new_type, old_type)                   ? "object layout"
                                                                              : NULL;
    if (!what)
        return 0;
    error_format(&exc_type_error, "%s assignment: '%N' %s differs from '%N'", attribute, new_type, what, old_type);
    return -1;
}

// Finds the place of the instance's attributes in the new class. 0 / -1; nothing has changed then.
static int translate_shape(Object *object, TypeObject *type)
{
    Shape **place = object_shape_slot(object);
    if (!place)
        return 0;
    const Shape *shape = *place;
    Shape *target = type->root_shape;
    if (!shape->is_dict_mode) {
        Object *name_of[SHAPE_SLOT_LIMIT + 1];
        int first = shape->fixed_count, count = shape->slot_count - first;
        for (const Shape *s = shape; s->parent; s = s->parent)
            name_of[s->slot_count - 1 - first] = s->name;
        for (int i = 0; i < count && !target->is_dict_mode; i++) {
            target = shape_add_borrow(target, name_of[i]);
            if (!target)
                return -1;
        }
        if (target->is_dict_mode && shape_leave(object) < 0)
            return -1;
    } else if (!(target = shape_dict_mode_borrow(type))) {
        return -1;
    }
    *place = target;
    return 0;
}

int object_set_class(Object *object, Object *new_class)
{
    if (!IS_TYPE(new_class)) {
        error_format(&exc_type_error, "__class__ must be set to a class, not '%T' object", new_class);
        return -1;
    }
    TypeObject *new_type = (TypeObject *)new_class, *old_type = type_of(object);
    bool are_modules = type_is_subtype(new_type, &type_module) && type_is_subtype(old_type, &type_module);
    if (!are_modules && (new_type->flags & TF_IMMUTABLE || old_type->flags & TF_IMMUTABLE)) {
        error_text(&exc_type_error,
                   "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return -1;
    }
    if (are_modules && new_type->shape_offset != old_type->shape_offset) {
        error_format(&exc_type_error, "__class__ assignment: '%N' object layout differs from '%N'", new_type, old_type);
        return -1;
    }
    if (!are_modules && type_check_layouts(new_type, old_type, "__class__") < 0)
        return -1;
    if (new_type == old_type)
        return 0;
    if (translate_shape(object, new_type) < 0)
        return -1;
    if (new_type->flags & TF_HEAP)
        incref(new_class);
    object->type_index = new_type->index;
    if (old_type->descriptor_get != new_type->descriptor_get || old_type->descriptor_set != new_type->descriptor_set)
        type_sweep_caches(); // a class may have it as a value: it became or ceased to be a descriptor
    if (old_type->flags & TF_HEAP)
        decref(OBJECT(old_type));
    return 0;
}

void instance_visit_blocks(BlockVisitor visit, void *context)
{
    if (instance_dicts.table)
        visit(instance_dicts.table, (instance_dicts.mask + 1) * sizeof *instance_dicts.table, context);
}
