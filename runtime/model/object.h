// What any object can do without knowing its type: making, printing, comparing, truth, hashing.
#ifndef ADDER_RUNTIME_MODEL_OBJECT_H
#define ADDER_RUNTIME_MODEL_OBJECT_H

#include "runtime/gc/gc.h"
#include "runtime/model/state.h"

// New block for an instance of a builtin type: header set (refcount 1, untracked), the rest of the
// first `byte_size` bytes zeroed. NULL with MemoryError. TRACKED types: gc_track it when it is whole;
// before that it may be freed with object_free.
Object *object_new(TypeObject *type, size_t byte_size);
// Gives the block back (header must be dead: untracked, count 0 or never published).
void object_free(Object *object, size_t byte_size);
// New plain instance of a script class (object.__new__): shape, empty slots, tracked.
Object *instance_new(TypeObject *type);
// Allocation for `make` slots of builtin types that may be called for a subclass: basic_size +
// item_count * item_size of `type`, plus room for slots and attributes; zeroed, untracked,
// FLAGs and Shape set, counts a reference to a heap type.
Object *type_allocate(TypeObject *type, size_t item_count);
// Frees what type_allocate made (called last in the base type's dealloc for any type, exact or not):
// releases attributes, slots, heap-type reference as needed.
void type_release(Object *object, size_t item_count);

// object.__new__ and object.__init__: vm compares type->make and type->init with them.
Object *object_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames);
int object_init(Object *self, Object *const *args, size_t nargs, Object *kwnames);
// Runs the finalizer of an object whose count fell to 0, once. True: it lives again.
bool object_finalize(Object *self);
// Life of instances of script classes: plain ones, and those with a builtin base.
void instance_dealloc(Object *self);
int instance_traverse(Object *self, VisitFn visit, void *context);
int instance_clear(Object *self);
void subtype_dealloc(Object *self);
int subtype_traverse(Object *self, VisitFn visit, void *context);
int subtype_clear(Object *self);
size_t object_byte_size(Object *object); // of the block: sys.getsizeof

Object *object_repr(Object *object); // str; errors as CPython
Object *object_str(Object *object);
Object *object_ascii(Object *object);
Object *object_format(Object *object, Object *spec); // format(object, spec)
int64_t object_hash(Object *object); // -1 with TypeError "unhashable type: 'list'"
int object_is_true(Object *object);
Object *object_compare(Object *a, Object *b, CompareOp op); // rich comparison with reflection
// What object_compare does after a's own method has returned NotImplemented.
Object *object_compare_rest(Object *a, Object *b, CompareOp op);
int object_compare_bool(Object *a, Object *b, CompareOp op); // 1, 0, -1; identity shortcut for EQ and NE
static inline int object_equal(Object *a, Object *b) // a is b or a == b: what containers use
{
    return a == b ? 1 : object_compare_bool(a, b, COMPARE_EQ);
}
int64_t hash_not_implemented(Object *self); // the hash slot of unhashable types
// Guard for recursive reprs: 1 already inside, 0 entered (call object_repr_leave), -1 error.
int object_repr_enter(Object *object);
void object_repr_leave(Object *object);
Object *object_dir(Object *object); // list of str, sorted
// Default slots of type object.
Object *object_get_attribute_generic(Object *self, Object *name);
int object_set_attribute_generic(Object *self, Object *name, Object *value_or_null);
int64_t object_hash_pointer(Object *self);

#endif
