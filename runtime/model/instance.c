// Instances of script classes: making, freeing, traversing.
//
// Two layouts (shape.h): plain instances (TF_SHAPED) are header, Shape*, slots, and carry their
// capacity in the header's private bits; instances of script subclasses of builtin types have the
// base's struct first, then items, then Shape* and slots, and their capacity is the type's
// inline_capacity, which never changes for such types.
// Invariant: slots [0, shape->slot_count) are owned or NULL; a heap type's instance owns a
// reference to its type. Read instance_new and instance_dealloc first.
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/shape.h"
#include "runtime/model/weakref.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

// ---- Sizes --------------------------------------------------------------------------------------

// Items as they were given to type_allocate.
static size_t item_count_of(const Object *object, const TypeObject *type)
{
    if (type_has(type, TF_SUBCLASS_TUPLE))
        return ((const TupleObject *)object)->count;
    if (type_has(type, TF_SUBCLASS_BYTES))
        return ((const BytesObject *)object)->size + 1;
    if (type_has(type, TF_SUBCLASS_STR))
        return (str_length(object) + 1) << str_kind(object);
    return 0;
}

// Bytes of the base's part: where the Shape* lies, if there is one.
static size_t base_part_size(const TypeObject *type, size_t item_count)
{
    return align_up(type->basic_size + item_count * type->item_size, sizeof(void *));
}

static size_t extended_size(const TypeObject *type, size_t item_count)
{
    if (!type->shape_offset)
        return type->basic_size + item_count * type->item_size;
    return base_part_size(type, item_count) + sizeof(Shape *) + type->inline_capacity * sizeof(Object *);
}

static size_t instance_size(const Object *object)
{
    return sizeof(InstanceObject) + instance_capacity(object) * sizeof(Object *);
}

size_t object_byte_size(Object *object)
{
    TypeObject *type = type_of(object);
    if (object->flags & FLAG_HAS_SHAPE)
        return instance_size(object);
    return extended_size(type, type->item_size ? item_count_of(object, type) : 0);
}

Shape **object_shape_slot_slow(Object *object)
{
    TypeObject *type = type_of(object);
    size_t offset = type->item_size ? base_part_size(type, item_count_of(object, type))
                                    : type->shape_offset;
    return (Shape **)(void *)((char *)object + offset);
}

uint32_t object_slot_capacity(const Object *object)
{
    if (object->flags & FLAG_HAS_SHAPE)
        return instance_capacity(object);
    return type_of(object)->inline_capacity;
}

// ---- Making -------------------------------------------------------------------------------------

Object *instance_new(TypeObject *type)
{
    uint32_t capacity = type->inline_capacity;
    Object *self = gc_alloc(type, sizeof(InstanceObject) + capacity * sizeof(Object *));
    if (unlikely(!self))
        return error_no_memory();
    Shape *shape = type->root_shape;
    ASSERT(capacity >= shape->slot_count && capacity <= 62);
    self->flags = (uint16_t)(FLAG_HAS_SHAPE | capacity << FLAG_PRIVATE_SHIFT);
    INSTANCE(self)->shape = shape;
    for (uint32_t i = 0; i < shape->slot_count; i++)
        INSTANCE(self)->slots[i] = NULL;
    incref(OBJECT(type));
    gc_track(self);
    return self;
}

Object *type_allocate(TypeObject *type, size_t item_count)
{
    size_t size;
    if (!checked_size(type->basic_size, item_count, type->item_size, &size) || size > SIZE_MAX / 4)
        return error_no_memory();
    Object *object = object_new(type, extended_size(type, item_count));
    if (unlikely(!object))
        return NULL;
    if (type_has(type, TF_HEAP)) {
        if (type->shape_offset) {
            char *place = (char *)object + base_part_size(type, item_count);
            *(Shape **)(void *)place = type->root_shape;
        }
        incref(OBJECT(type));
    }
    return object;
}

// ---- Letting go ---------------------------------------------------------------------------------

// __slots__ members die from the most derived class's to the base's, as in CPython.
static void release_fixed(const TypeObject *type, Object **slots, uint32_t count)
{
    while (count > 0) {
        uint32_t first = type->base && type->base->root_shape ? type->base->root_shape->fixed_count : 0;
        if (first > count)
            first = 0;
        for (uint32_t i = first; i < count; i++)
            xdecref(slots[i]);
        count = first;
        type = type->base;
    }
}

static inline void release_slots(const TypeObject *type, const Shape *shape, Object **slots)
{
    uint32_t i = shape->fixed_count, count = shape->slot_count;
    if (i)
        release_fixed(type, slots, i);
    for (; i < count; i++)
        decref(slots[i]);
}

bool object_finalize(Object *self)
{
    if (self->flags & FLAG_FINALIZED)
        return false;
    self->flags |= FLAG_FINALIZED;
    self->refcount = 1;
    type_of(self)->finalize(self);
    if (likely(self->refcount == 1)) {
        self->refcount = 0;
        return false;
    }
    if (self->refcount > 0)
        self->refcount--;
    if (object_has(self, TF_TRACKED) && !(self->flags & FLAG_TRACKED))
        gc_track(self);
    return true;
}

// The hottest dealloc of the system: plain instances without finalizer, weak references or dict
// take no branch but the two tests.
void instance_dealloc(Object *self)
{
    TypeObject *type = type_of(self);
    if (!dealloc_enter(self))
        return;
    if (unlikely((self->flags & (FLAG_HAS_WEAKREFS | FLAG_HAS_DICT)) || type->finalize)) {
        if (type->finalize && object_finalize(self)) {
            dealloc_leave();
            return;
        }
        if (self->flags & FLAG_TRACKED)
            gc_untrack(self);
        type = type_of(self); // the finalizer may have changed it, or made weak references
        if (self->flags & FLAG_HAS_WEAKREFS)
            weakref_clear_object(self);
        if (self->flags & FLAG_HAS_DICT)
            instance_dict_release(self);
    }
    release_slots(type, INSTANCE(self)->shape, INSTANCE(self)->slots);
    gc_free(self, instance_size(self));
    decref(OBJECT(type));
    dealloc_leave();
}

// Attributes and __slots__ members of an instance with a builtin base; safe to call twice.
static void release_attributes(Object *self)
{
    Shape **place = object_shape_slot(self);
    if (!place || !*place)
        return;
    if (self->flags & FLAG_HAS_DICT)
        instance_dict_release(self);
    Shape *shape = *place;
    *place = NULL;
    release_slots(type_of(self), shape, shape_slots(place));
}

void type_release(Object *object, size_t item_count)
{
    TypeObject *type = type_of(object);
    bool is_heap = type_has(type, TF_HEAP);
    if (is_heap && type->shape_offset)
        release_attributes(object);
    size_t size = object->flags & FLAG_HAS_SHAPE && type_has(type, TF_SHAPED)
                      ? instance_size(object)
                      : extended_size(type, item_count);
    if (type_has(type, TF_TRACKED))
        gc_free(object, size);
    else
        memory_free(object, size);
    if (is_heap)
        decref(OBJECT(type));
}

// First base whose slot is not the shared one.
#define BASE_BEYOND(type, slot, shared)             \
    ({                                              \
        const TypeObject *base_ = (type)->base;     \
        while (base_ && base_->slot == (shared))    \
            base_ = base_->base;                    \
        base_;                                      \
    })

void subtype_dealloc(Object *self)
{
    TypeObject *type = type_of(self);
    if (!dealloc_enter(self))
        return;
    if (type->finalize && object_finalize(self)) {
        dealloc_leave();
        return;
    }
    if (self->flags & FLAG_TRACKED)
        gc_untrack(self);
    type = type_of(self);
    if (self->flags & FLAG_HAS_WEAKREFS)
        weakref_clear_object(self);
    release_attributes(self);
    const TypeObject *base = BASE_BEYOND(type, dealloc, subtype_dealloc);
    base->dealloc(self); // ends in type_release
    dealloc_leave();
}

// ---- The collector ------------------------------------------------------------------------------

static int visit_slots(Object *self, const Shape *shape, Object **slots, VisitFn visit, void *context)
{
    uint32_t count = shape->slot_count;
    if (unlikely(self->flags & FLAG_HAS_DICT)) { // the dict visits the attributes
        VISIT(instance_dict_borrow(self));
        count = shape->fixed_count;
    }
    for (uint32_t i = 0; i < count; i++)
        VISIT(slots[i]);
    return 0;
}

int instance_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(type_of(self));
    return visit_slots(self, INSTANCE(self)->shape, INSTANCE(self)->slots, visit, context);
}

int subtype_traverse(Object *self, VisitFn visit, void *context)
{
    TypeObject *type = type_of(self);
    VISIT(type);
    Shape **place = object_shape_slot(self);
    if (place && *place) {
        int result = visit_slots(self, *place, shape_slots(place), visit, context);
        if (result)
            return result;
    }
    const TypeObject *base = BASE_BEYOND(type, traverse, subtype_traverse);
    return base && base->traverse ? base->traverse(self, visit, context) : 0;
}

int instance_clear(Object *self)
{
    Shape **place = object_shape_slot(self);
    if (!place || !*place)
        return 0;
    if (self->flags & FLAG_HAS_DICT)
        instance_dict_release(self);
    Shape *shape = *place;
    Object **slots = shape_slots(place), *old[SHAPE_SLOT_LIMIT];
    uint32_t count = shape->slot_count - shape->fixed_count;
    ASSERT(count <= SHAPE_SLOT_LIMIT);
    memcpy(old, slots + shape->fixed_count, count * sizeof *old);
    *place = type_of(self)->root_shape;
    for (uint32_t i = 0; i < shape->fixed_count; i++)
        ref_clear(&slots[i]);
    for (uint32_t i = 0; i < count; i++)
        decref(old[i]);
    return 0;
}

int subtype_clear(Object *self)
{
    instance_clear(self);
    const TypeObject *base = BASE_BEYOND(type_of(self), clear, subtype_clear);
    return base && base->clear ? base->clear(self) : 0;
}
