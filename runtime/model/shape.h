// Shapes (hidden classes): which attribute of an instance lies in which slot.
//
// An instance of a script class is: header, Shape*, slots. All instances that got the same
// attributes in the same order share a shape; adding an attribute follows or makes a transition.
// Inline caches compare the Shape pointer alone: a shape belongs to one class.
// An instance in dict mode has the class's dict_shape; its DictObject is in slots[0].
#ifndef ADDER_RUNTIME_MODEL_SHAPE_H
#define ADDER_RUNTIME_MODEL_SHAPE_H

#include "runtime/type.h"

typedef struct InstanceObject {
    Object header; // FLAG_HAS_SHAPE; the private flag bits hold the capacity (0..63)
    Shape *shape;
    Object *slots[]; // the first shape->slot_count are owned (NULL: a __slots__ member not set)
} InstanceObject;

struct Shape {
    TypeObject *type;     // borrowed: the class owns its shapes
    Shape *parent;        // shape without the last attribute; NULL for a root
    Object *name;         // owned: the attribute that this shape added; NULL for a root
    uint16_t slot_count;  // slots in use by instances of this shape, __slots__ members included
    uint16_t fixed_count; // of which __slots__ members, never part of __dict__
    bool is_dict_mode;    // slots[fixed_count] holds the dict, whatever the attributes
    uint64_t name_filter; // a bit for each name: most lookups of what is not there end with it
    uint32_t id;          // never 0, never reused while caches may hold it
    Object **names;       // slot index -> name for this whole shape (borrowed names), built when first needed
    uint32_t *table;      // open-addressing index name -> slot, built when first needed (slot_count > 8)
    uint32_t table_mask;
    Shape **transitions;  // children (small vector, or hash by name when it is large)
    uint32_t transition_count, transition_capacity;
    Shape *dict_mode;     // of a root: the class's dict-mode shape, once there is one
    Shape *next;          // all shapes of a class, or the dead ones that wait for a sweep
};

// Slot of an attribute (interned name) in a shape, or -1. Cannot fail.
int shape_find(const Shape *shape, const Object *name);
// The shape after adding `name` (interned): borrowed; NULL with MemoryError; or the class's dict-mode
// shape when a limit is passed (check is_dict_mode).
Shape *shape_add_borrow(Shape *shape, Object *name);
Shape *shape_new_root(TypeObject *type);
Shape *shape_dict_mode_borrow(TypeObject *type);
void shape_free_all(TypeObject *type); // when the class dies
void shape_reap(void);                 // all inline caches were swept: dead shapes may be reused

// ---- Any object with a Shape*: plain instances and instances of script subclasses of builtins ----
// The slots follow the Shape*. Builtin bases put it behind their own part (type->shape_offset), at
// the end of the object when that has items: the item counts passed to type_allocate are then
// tuple: count; bytes: size + 1; str: (length + 1) << kind.
//
// A materialised __dict__ in shape-backed form (FLAG_HAS_DICT) is owned by its instance. For the
// collector the values belong to the dict: its traverse visits the attribute slots
// [fixed_count, slot_count) of its instance, and the instance's traverse visits the dict instead.
Shape **object_shape_slot_slow(Object *object);
static inline Shape **object_shape_slot(Object *object)
{
    if (likely(object->flags & FLAG_HAS_SHAPE))
        return (Shape **)(object + 1);
    return type_of(object)->shape_offset ? object_shape_slot_slow(object) : NULL;
}
static inline Object **shape_slots(Shape **shape)
{
    return (Object **)(void *)(shape + 1);
}
// How many slots an object with a Shape* has room for.
uint32_t object_slot_capacity(const Object *object);
// Attribute storage of an object that has a Shape*, as its __dict__ sees it (dict.c's shape-backed
// form calls these). Names are interned exact strs.
Object *shape_get_borrow(Object *object, Object *name);         // shape mode only; NULL: absent
int shape_set(Object *object, Object *name, Object *value);     // adds or replaces; may enter dict mode
int shape_delete(Object *object, Object *name);                 // 1 deleted, 0 absent, -1
// Enters dict mode: an existing shape-backed dict is detached and becomes the object's own.
// 0 / -1 with MemoryError; nothing to do in dict mode already.
int shape_leave(Object *object);

#define INSTANCE_CAPACITY_MAX 62u // six bits of the header, and an even number fills 16-byte blocks
#define INSTANCE(object) ((InstanceObject *)(object))
static inline uint32_t instance_capacity(const Object *object)
{
    return (uint32_t)object->flags >> FLAG_PRIVATE_SHIFT;
}

// Appends attribute `name` (interned, not present) with the new shape `next`: the value is stolen.
// The caller has checked that a slot is free (shape->slot_count < capacity).
static inline void instance_add_steal(Object *object, Shape *next, Object *value)
{
    INSTANCE(object)->slots[next->slot_count - 1] = value;
    INSTANCE(object)->shape = next;
}

#endif
