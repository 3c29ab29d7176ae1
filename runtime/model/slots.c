// Which type has which slot: the table of slots.def, filling the slots of script classes from their
// dunders, inheritance of slots among static types, and the slot wrappers ("__add__" of int) that
// let scripts call a builtin's slot.
//
// Invariant: a script class's slot is the slot function of the builtin that defines all the dunders
// of that slot, unchanged, or the slot_* function, which looks the dunder up at each call.
// Read update_group and slots_update first.
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/model/slot_functions.h"
#include "runtime/numbers/int.h"
#include "runtime/program/descriptor.h"
#include "runtime/text/str.h"

// ---- Wrappers -----------------------------------------------------------------------------------

// CPython's two texts: its helpers for one fixed count, and for a range of counts.
static int want(size_t nargs, size_t count)
{
    if (likely(nargs == count))
        return 0;
    error_format(&exc_type_error, "%sexpected %zu argument%s, got %zu", count > 1 ? " " : "", count,
                 count == 1 ? "" : "s", nargs);
    return -1;
}

static int want_range(size_t nargs, size_t min, size_t max)
{
    if (nargs >= min && nargs <= max)
        return 0;
    size_t count = nargs < min ? min : max;
    error_format(&exc_type_error, " expected at %s %zu argument%s, got %zu", nargs < min ? "least" : "most",
                 count, count == 1 ? "" : "s", nargs);
    return -1;
}

#define WRAPPER(name)                                                                                        \
    static Object *name(Object *self, Object *const *args, size_t nargs, Object *kwnames, const SlotDef *def, \
                        void *function)
#define UNUSED (void)args, (void)kwnames, (void)def

static Object *from_status(int status)
{
    return status < 0 ? NULL : object_none;
}

WRAPPER(wrap_unary)
{
    UNUSED;
    return want(nargs, 0) < 0 ? NULL : ((UnaryFn)function)(self);
}

WRAPPER(wrap_binary_left)
{
    UNUSED;
    return want(nargs, 1) < 0 ? NULL : ((BinaryFn)function)(self, args[0]);
}

WRAPPER(wrap_binary_right)
{
    UNUSED;
    return want(nargs, 1) < 0 ? NULL : ((BinaryFn)function)(args[0], self);
}

static Object *power(Object *base, Object *exponent, Object *modulus, Object *self, BinaryFn function)
{
    if (modulus == object_none)
        return function(base, exponent);
    TernaryFn slot = type_of(self)->power3;
    return slot ? slot(base, exponent, modulus) : object_not_implemented;
}

WRAPPER(wrap_pow)
{
    UNUSED;
    if (want_range(nargs, 1, 2) < 0)
        return NULL;
    return power(self, args[0], nargs > 1 ? args[1] : object_none, self, (BinaryFn)function);
}

WRAPPER(wrap_rpow)
{
    UNUSED;
    if (want_range(nargs, 1, 2) < 0)
        return NULL;
    return power(args[0], self, nargs > 1 ? args[1] : object_none, self, (BinaryFn)function);
}

WRAPPER(wrap_hash)
{
    UNUSED;
    if (want(nargs, 0) < 0)
        return NULL;
    int64_t hash = ((int64_t (*)(Object *))function)(self);
    return hash == -1 && error_occurred() ? NULL : int_from_int64(hash);
}

WRAPPER(wrap_call)
{
    (void)def;
    return ((CallFn)function)(self, args, nargs, kwnames);
}

WRAPPER(wrap_compare)
{
    UNUSED;
    if (want(nargs, 1) < 0)
        return NULL;
    return ((Object * (*)(Object *, Object *, CompareOp)) function)(self, args[0], (CompareOp)def->extra);
}

typedef int (*SetFn)(Object *, Object *, Object *);

// object.__setattr__ must not reach around the rules of a builtin type (Carlo Verre's hack).
static int check_setattr(Object *self, SetFn function, const char *what)
{
    const TypeObject *type = type_of(self);
    while (type && type->flags & TF_HEAP)
        type = type->base;
    if (type && type->set_attribute != function) {
        error_format(&exc_type_error, "can't apply this %s to %N object", what, type);
        return -1;
    }
    return 0;
}

WRAPPER(wrap_setattr)
{
    UNUSED;
    SetFn set = (SetFn)function;
    if (want(nargs, 2) < 0 || check_setattr(self, set, "__setattr__") < 0)
        return NULL;
    if (!IS_STR(args[0]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[0]);
    return from_status(set(self, args[0], args[1]));
}

WRAPPER(wrap_delattr)
{
    UNUSED;
    SetFn set = (SetFn)function;
    if (want(nargs, 1) < 0 || check_setattr(self, set, "__delattr__") < 0)
        return NULL;
    if (!IS_STR(args[0]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[0]);
    return from_status(set(self, args[0], NULL));
}

WRAPPER(wrap_getattr)
{
    UNUSED;
    if (want(nargs, 1) < 0)
        return NULL;
    if (!IS_STR(args[0]))
        return error_format(&exc_type_error, "attribute name must be string, not '%T'", args[0]);
    return ((BinaryFn)function)(self, args[0]);
}

WRAPPER(wrap_next)
{
    UNUSED;
    if (want(nargs, 0) < 0)
        return NULL;
    Object *item = ((UnaryFn)function)(self);
    if (!item && !error_occurred())
        error_object(&exc_stop_iteration, NULL);
    return item;
}

WRAPPER(wrap_get)
{
    UNUSED;
    if (want_range(nargs, 1, 2) < 0)
        return NULL;
    Object *instance = args[0] == object_none ? NULL : args[0];
    Object *owner = nargs > 1 && args[1] != object_none ? args[1] : NULL;
    if (!instance && !owner)
        return error_text(&exc_type_error, "__get__(None, None) is invalid");
    return ((TernaryFn)function)(self, instance, owner);
}

WRAPPER(wrap_set)
{
    UNUSED;
    return want(nargs, 2) < 0 ? NULL : from_status(((SetFn)function)(self, args[0], args[1]));
}

WRAPPER(wrap_delete)
{
    UNUSED;
    return want(nargs, 1) < 0 ? NULL : from_status(((SetFn)function)(self, args[0], NULL));
}

WRAPPER(wrap_init)
{
    (void)def;
    return from_status(((int (*)(Object *, Object *const *, size_t, Object *))function)(self, args, nargs, kwnames));
}

WRAPPER(wrap_truth)
{
    UNUSED;
    if (want(nargs, 0) < 0)
        return NULL;
    int truth = ((int (*)(Object *))function)(self);
    return truth < 0 ? NULL : object_from_bool(truth);
}

WRAPPER(wrap_length)
{
    UNUSED;
    if (want(nargs, 0) < 0)
        return NULL;
    int64_t length = ((int64_t (*)(Object *))function)(self);
    return length < 0 ? NULL : int_from_int64(length);
}

WRAPPER(wrap_setitem)
{
    UNUSED;
    return want(nargs, 2) < 0 ? NULL : from_status(((SetFn)function)(self, args[0], args[1]));
}

WRAPPER(wrap_delitem)
{
    UNUSED;
    return want(nargs, 1) < 0 ? NULL : from_status(((SetFn)function)(self, args[0], NULL));
}

WRAPPER(wrap_repeat)
{
    UNUSED;
    if (want(nargs, 1) < 0)
        return NULL;
    int64_t count = object_as_index(args[0], &exc_overflow_error);
    if (count == -1 && error_occurred())
        return NULL;
    return ((Object * (*)(Object *, int64_t)) function)(self, count);
}

WRAPPER(wrap_item)
{
    UNUSED;
    if (want(nargs, 1) < 0)
        return NULL;
    int64_t index = object_as_index(args[0], &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    if (index < 0 && type_of(self)->length) {
        int64_t length = type_of(self)->length(self);
        if (length < 0)
            return NULL;
        index += length;
    }
    return ((Object * (*)(Object *, int64_t)) function)(self, index);
}

WRAPPER(wrap_contains)
{
    UNUSED;
    if (want(nargs, 1) < 0)
        return NULL;
    int result = ((int (*)(Object *, Object *))function)(self, args[0]);
    return result < 0 ? NULL : object_from_bool(result);
}

bool slot_wrapper_takes_keywords(const SlotDef *def)
{
    return def->wrapper == wrap_call || def->wrapper == wrap_init;
}

// ---- The table ----------------------------------------------------------------------------------

#define SLOT(identifier, field, extra_, generic_, wrapper_, doc_)                                      \
    {&names.name_##identifier, "__" #identifier "__", offsetof(TypeObject, field), extra_, (void *)generic_, \
     wrapper_, doc_},
static const SlotDef slot_table[] = {
#include "runtime/model/slots.def"
};
#undef SLOT
#define SLOT_END (slot_table + sizeof slot_table / sizeof *slot_table)

static inline void **slot_place(const TypeObject *type, uint32_t offset)
{
    return (void **)(uintptr_t)((const char *)type + offset);
}

static const SlotDef *group_end(const SlotDef *def)
{
    uint32_t offset = def->offset;
    while (def < SLOT_END && def->offset == offset)
        def++;
    return def;
}

// The offset of each slot in the table, once.
static struct {
    uint32_t count;
    uint16_t offsets[sizeof slot_table / sizeof *slot_table];
} groups;

static void list_groups(void)
{
    for (const SlotDef *def = slot_table; def < SLOT_END; def = group_end(def))
        groups.offsets[groups.count++] = (uint16_t)def->offset;
}

// What one dunder says about its slot.
typedef enum Verdict { VERDICT_NOTHING, VERDICT_GENERIC, VERDICT_FUNCTION } Verdict;

// As in CPython, a class that has called a script's __new__ once, itself or through its base, goes on
// to look __new__ up when it finds a builtin one: object.__new__ then refuses arguments.
static bool keeps_generic_make(const TypeObject *type, Object *found)
{
    const TypeObject *holder = type->make || !type->base ? type : type->base;
    return holder->make == slot_make && type_of_builtin_new_borrow(found);
}

static Verdict judge(const TypeObject *type, const SlotDef *def, Object *found, const TypeObject *owner,
                     void **function)
{
    if (def->generic == (void *)slot_make && keeps_generic_make(type, found))
        return VERDICT_GENERIC;
    if (!(owner->flags & TF_HEAP)) {
        *function = *slot_place(owner, def->offset);
        return *function ? VERDICT_FUNCTION : VERDICT_NOTHING;
    }
    if (found->type_index == TYPE_WRAPPER_DESCRIPTOR) { // __repr__ = object.__repr__
        const WrapperDescriptorObject *wrapper = (const WrapperDescriptorObject *)found;
        if (wrapper->def->name == def->name && type_is_subtype(type, wrapper->owner)) {
            *function = wrapper->def == def ? wrapper->function : *slot_place(wrapper->owner, def->offset);
            return *function ? VERDICT_FUNCTION : VERDICT_NOTHING;
        }
        return VERDICT_GENERIC;
    }
    if (def->generic == (void *)slot_make) {
        const TypeObject *maker = type_of_builtin_new_borrow(found);
        if (maker && type_is_subtype(type, maker)) {
            *function = (void *)maker->make;
            return VERDICT_FUNCTION;
        }
    }
    if (def->generic == (void *)slot_hash && found == object_none) {
        *function = (void *)hash_not_implemented;
        return VERDICT_FUNCTION;
    }
    return VERDICT_GENERIC;
}

static void *inherited_without_dunder(const TypeObject *type, const SlotDef *def)
{
    if (def->generic != (void *)slot_finalize) // the only slot that builtins have without a dunder
        return NULL;
    while (type && type->flags & TF_HEAP)
        type = type->base;
    return type ? (void *)type->finalize : NULL;
}

// Computes one slot from all its dunders.
static int update_group(TypeObject *type, const SlotDef *def)
{
    const SlotDef *end = group_end(def), *first = def;
    void *specific = NULL, *generic = NULL;
    bool use_generic = false;
    for (; def < end; def++) {
        Object *found;
        TypeObject *owner;
        int status = type_find_uncached(type, *def->name, &found, &owner);
        if (status < 0)
            return -1;
        if (status == 0)
            continue;
        void *function = NULL;
        Verdict verdict = judge(type, def, found, owner, &function);
        if (verdict == VERDICT_NOTHING)
            continue;
        generic = def->generic;
        if (verdict == VERDICT_GENERIC || (specific && specific != function))
            use_generic = true;
        else
            specific = function;
    }
    void *value = specific && !use_generic ? specific : generic;
    if (!value)
        value = inherited_without_dunder(type, first);
    *slot_place(type, first->offset) = value;
    return 0;
}

static void set_flag(TypeObject *type, uint32_t flag, bool is_on)
{
    type->flags = is_on ? type->flags | flag : type->flags & ~flag;
}

static void update_flags(TypeObject *type)
{
    set_flag(type, TF_HAS_FINALIZER, type->finalize != NULL);
    set_flag(type, TF_CUSTOM_GETATTR, type->get_attribute == slot_get_attribute);
    set_flag(type, TF_CUSTOM_SETATTR, type->set_attribute == slot_set_attribute);
}

// All groups that a dunder belongs to, for a class and those below it.
static int update_name(TypeObject *type, const Object *name)
{
    bool is_descriptor_slot = false;
    for (const SlotDef *def = slot_table; def < SLOT_END; def = group_end(def)) {
        for (const SlotDef *d = def, *end = group_end(def); d < end; d++) {
            if (*d->name != name)
                continue;
            if (update_group(type, def) < 0)
                return -1;
            is_descriptor_slot |= d->generic == (void *)slot_descriptor_get || d->generic == (void *)slot_descriptor_set;
            break;
        }
    }
    update_flags(type);
    if (is_descriptor_slot && type->flags & TF_READY)
        type_sweep_caches(); // class values of this type became or ceased to be descriptors
    TypeObject *subclass;
    for (size_t i = 0; (subclass = type_subclass_borrow(type, i)); i++)
        if (update_name(subclass, name) < 0)
            return -1;
    return 0;
}

// A class with one base: its slots, then those whose dunders its own namespace has.
static int update_single(TypeObject *type)
{
    bool keeps_make = type->make == slot_make;
    for (const SlotDef *def = slot_table; def < SLOT_END; def = group_end(def))
        *slot_place(type, def->offset) = *slot_place(type->base, def->offset);
    if (keeps_make) // its __bases__ were set
        type->make = slot_make;
    size_t position = 0;
    Object *key, *value;
    while (dict_next(OBJECT(type->dict), &position, &key, &value)) {
        if (!IS_EXACT(key, STR) || str_length(key) < 5 || str_char_at(key, 0) != '_' || str_char_at(key, 1) != '_')
            continue;
        for (const SlotDef *def = slot_table; def < SLOT_END; def++)
            if (*def->name == key || (!str_is_interned(key) && str_equal(*def->name, key)))
                if (update_name(type, *def->name) < 0)
                    return -1;
    }
    update_flags(type);
    return 0;
}

// Keeps type->init_function. The mro is walked by hand: an answer through the method cache would make
// every later change of the class sweep all caches.
static void set_init_function(TypeObject *type)
{
    type->init_function = NULL;
    if (!type_has(type, TF_HEAP) || !type_has(type, TF_SHAPED) || type_has(type, TF_IS_ABSTRACT) ||
        type->make != object_make || !type->mro)
        return;
    for (size_t i = 0; i < TUPLE(type->mro)->count; i++) {
        TypeObject *base = (TypeObject *)TUPLE(type->mro)->items[i];
        Object *init = base->dict ? dict_get_str_borrow(base->dict, NAME(init)) : NULL;
        if (!init && type_has(base, TF_HEAP))
            continue;
        type->init_function = init && IS_EXACT(init, FUNCTION) ? init : NULL;
        return;
    }
}

// The same for the classes that inherit from it: their answer may be this class's __init__.
static void update_init_function(TypeObject *type)
{
    set_init_function(type);
    TypeObject *subclass;
    for (size_t i = 0; (subclass = type_subclass_borrow(type, i)); i++)
        update_init_function(subclass);
}

static int update_slots(TypeObject *type, Object *name)
{
    if (name)
        return update_name(type, name);
    if (TUPLE(type->mro)->count > 1 && TUPLE(type->bases)->count == 1 &&
        TUPLE(type->mro)->items[1] == OBJECT(type->base))
        return update_single(type);
    for (const SlotDef *def = slot_table; def < SLOT_END; def = group_end(def))
        if (update_group(type, def) < 0)
            return -1;
    update_flags(type);
    return 0;
}

int slots_update(TypeObject *type, Object *name)
{
    int status = update_slots(type, name);
    update_init_function(type);
    return status;
}

// ---- Static types -------------------------------------------------------------------------------

void slots_inherit(TypeObject *type, const TypeObject *base)
{
    if (type->compare && !type->hash)
        type->hash = hash_not_implemented;
    if (!groups.count)
        list_groups();
    for (uint32_t i = 0; i < groups.count; i++) {
        void **place = slot_place(type, groups.offsets[i]), *inherited = *slot_place(base, groups.offsets[i]);
        if (inherited && !*place)
            *place = inherited;
    }
    if (!type->dealloc)
        type->dealloc = base->dealloc;
    if (!type->traverse && !type->clear) {
        type->traverse = base->traverse;
        type->clear = base->clear;
        type->flags |= base->flags & TF_TRACKED;
    }
    if (!type->basic_size)
        type->basic_size = base->basic_size;
    if (!type->item_size)
        type->item_size = base->item_size;
    if (!type->dict_offset)
        type->dict_offset = base->dict_offset;
    if (type->dict_offset)
        type->flags |= TF_HAS_DICT;
    type->flags |= base->flags & (TF_SUBCLASS_MASK | TF_HAS_DICT | TF_HAS_WEAKREF);
}

int slots_add_wrappers(TypeObject *type)
{
    for (const SlotDef *def = slot_table; def < SLOT_END; def++) {
        void *function = *slot_place(type, def->offset);
        if (!function || !def->wrapper || function == (void *)hash_not_implemented)
            continue;
        if (type->base && *slot_place(type->base, def->offset) == function)
            continue;
        if (dict_get_str_borrow(type->dict, *def->name))
            continue;
        Object *wrapper = wrapper_descriptor_new(type, def, function);
        if (!wrapper || dict_set_steal(OBJECT(type->dict), new_ref(*def->name), wrapper) < 0)
            return -1;
    }
    return 0;
}
