// Type objects at work: making them ready, looking names up along the mro, changing them, type().
#ifndef ADDER_RUNTIME_MODEL_CLASS_H
#define ADDER_RUNTIME_MODEL_CLASS_H

#include "runtime/type.h"

// Gives a static type its index (if it has none), mro, inherited slots and flags. Cheap: the
// namespace is filled when first asked for. -1 with MemoryError.
int type_ready(TypeObject *type);
// The namespace, filled from the tables. Borrowed; NULL with MemoryError.
DictObject *type_namespace_borrow(TypeObject *type);
// Name along the mro through the method cache, borrowed: 1 found, 0 absent, -1 MemoryError (in both
// *value is NULL).
int type_find(TypeObject *type, Object *name, Object **value);
// Without the method cache, along any mro. *owner (may be NULL): the class that has it.
int type_find_uncached(TypeObject *type, Object *name, Object **value, TypeObject **owner);
bool type_is_subtype(const TypeObject *type, const TypeObject *base);
// type(name, bases, namespace, **keywords): a new class. C3, metaclass conflict, __slots__,
// __set_name__, __init_subclass__, slots from dunders.
Object *type_new(TypeObject *metatype, Object *name, Object *bases, Object *namespace, Object *const *kw_values,
                 Object *kwnames);
// The most derived metaclass of `start` and the bases' types; TypeError "metaclass conflict...". Borrowed.
TypeObject *type_calculate_metaclass_borrow(TypeObject *start, Object *bases);
// Sets or deletes (NULL) a class attribute with all consequences (slots, caches).
int type_set_attribute(TypeObject *type, Object *name, Object *value_or_null);
// type(...)(args): make then init, as type.__call__.
Object *type_call(Object *type, Object *const *args, size_t nargs, Object *kwnames);
Object *type_name(TypeObject *type);     // str __name__
Object *type_qualname(TypeObject *type); // str __qualname__
Object *type_full_name(TypeObject *type); // str "module.qualname", plain qualname for builtins
Object *type_subclasses(TypeObject *type); // list
// Fills slots of a heap type for the dunder `name` (NULL: all) from its mro; model/slots.c.
int slots_update(TypeObject *type, Object *name);
// Adds the wrapper descriptors ("__add__" of int...) of a static type's slots to its dict.
int slots_add_wrappers(TypeObject *type);
// Inherits slots that are NULL from the base; static types.
void slots_inherit(TypeObject *type, const TypeObject *base);

// For the files of the class machinery.
TypeObject *type_allocate_class(TypeObject *metatype); // zeroed heap type with an index, untracked
void type_release_index(TypeObject *type);
int type_add_subclass(TypeObject *base, TypeObject *type);
void type_remove_subclass(TypeObject *base, TypeObject *type);
void type_changed(TypeObject *type, Object *name_or_null); // alters cached answers: drop, sweep
void type_clear_method_cache(void);
void type_sweep_caches(void); // everything, whatever was cached
TypeObject *type_subclass_borrow(TypeObject *type, size_t index); // NULL behind the last
Object *type_default_mro(TypeObject *type); // type.mro(): list
int type_compute_mro(TypeObject *type); // sets type->mro (calls a metaclass's mro())
TypeObject *type_best_base_borrow(Object *bases);
// attribute.c, for __class__ = and __bases__ =: instances of both are laid out alike. 0 / -1.
int type_check_layouts(TypeObject *new_type, TypeObject *old_type, const char *attribute);
int type_set_bases(TypeObject *type, Object *bases);
void type_layout_instances(TypeObject *type); // dealloc, traverse and flags from base and slots
Object *type_make(TypeObject *metatype, Object *const *args, size_t nargs, Object *kwnames);
Object *type_get_attribute(Object *type, Object *name);
// The builtin "__new__" of a type whose make slot is its own: type->make behind its safety checks.
Object *type_builtin_new(TypeObject *type);
// The type whose builtin "__new__" this is, or NULL.
TypeObject *type_of_builtin_new_borrow(Object *function);
extern const MethodDef type_methods[];
extern const GetSetDef type_getsets[];
extern const MemberDef type_members[];

// One dunder of slots.def.
typedef struct SlotDef SlotDef;
typedef Object *(*WrapperFn)(Object *self, Object *const *args, size_t nargs, Object *kwnames,
                             const SlotDef *def, void *function);
struct SlotDef {
    Object **name;       // interned
    const char *text;
    uint32_t offset;     // of the slot in TypeObject
    int extra;           // CompareOp
    void *generic;       // slot_* for script classes
    WrapperFn wrapper;   // NULL: no slot wrapper
    const char *doc;
};

bool slot_wrapper_takes_keywords(const SlotDef *def);

// The class body sets about `count` attributes on self: room that new instances get. Only this and
// attribute.c's learning may write inline_capacity; it must not change for types without TF_SHAPED.
void type_expect_attributes(TypeObject *type, uint32_t count);

// vm installs: clears every inline cache (a class changed in a way that may alter a cached answer).
typedef struct TypeHooks {
    void (*sweep_caches)(void);
    // __name__ of the running module (new reference), or NULL: __module__ of type('X', (), {}).
    Object *(*current_module)(void);
} TypeHooks;
extern TypeHooks type_hooks;
// Counts such changes; a cache that cannot be swept may compare it.
extern uint64_t type_change_count;
int type_start(void);
void type_stop(void);

#endif
