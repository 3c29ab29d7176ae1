// Making classes: metaclass, layout base, __slots__, C3, the steps of type.__new__ in CPython's
// order, and assignment to __bases__.
// Invariant: a class under construction has an index and is tracked as soon as it has a namespace, so
// decref (or the collector, once cycles exist) frees it at any stage.
// Read type_new first; it is the list of steps.
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/program/cell.h"
#include "runtime/program/descriptor.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#define INLINE_SLOTS_DEFAULT 4u // attributes that instances of an unknown class get room for
#define INLINE_SLOTS_MAX 62u    // six bits of the header, and an even number

// ---- Bases --------------------------------------------------------------------------------------

TypeObject *type_calculate_metaclass_borrow(TypeObject *start, Object *bases)
{
    TypeObject *winner = start;
    for (size_t i = 0; i < TUPLE(bases)->count; i++) {
        TypeObject *type = type_of(TUPLE(bases)->items[i]);
        if (type_is_subtype(winner, type))
            continue;
        if (!type_is_subtype(type, winner))
            return error_text(&exc_type_error,
                              "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                              "subclass of the metaclasses of all its bases");
        winner = type;
    }
    return winner;
}

// The nearest class that determines the layout of instances: it has fields of its own.
static TypeObject *solid_base(TypeObject *type)
{
    for (; type->base; type = type->base) {
        bool has_fields = type->flags & TF_HEAP ? type->slot_count > 0
                                                : type->basic_size != type->base->basic_size ||
                                                      type->item_size != type->base->item_size;
        if (has_fields)
            return type;
    }
    return type;
}

TypeObject *type_best_base_borrow(Object *bases)
{
    TypeObject *base = NULL, *winner = NULL;
    for (size_t i = 0; i < TUPLE(bases)->count; i++) {
        if (!IS_TYPE(TUPLE(bases)->items[i]))
            return error_text(&exc_type_error, "bases must be types");
        TypeObject *type = (TypeObject *)TUPLE(bases)->items[i];
        if (!type_has(type, TF_BASE))
            return error_format(&exc_type_error, "type '%N' is not an acceptable base type", type);
        TypeObject *candidate = solid_base(type);
        if (!winner || (!type_is_subtype(winner, candidate) && type_is_subtype(candidate, winner))) {
            winner = candidate;
            base = type;
        } else if (!type_is_subtype(winner, candidate)) {
            return error_text(&exc_type_error, "multiple bases have instance lay-out conflict");
        }
    }
    return base;
}

// ---- Method resolution order --------------------------------------------------------------------

static int check_duplicates(Object *bases)
{
    size_t count = TUPLE(bases)->count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            if (TUPLE(bases)->items[i] == TUPLE(bases)->items[j]) {
                error_format(&exc_type_error, "duplicate base class %N", (TypeObject *)TUPLE(bases)->items[i]);
                return -1;
            }
    return 0;
}

// The lists that C3 merges: the mro of each base, then the bases themselves.
typedef struct Merge {
    Object **lists; // tuples, borrowed
    size_t *heads;  // next item of each
    size_t count;
} Merge;

static bool is_in_tails(const Merge *merge, const Object *candidate)
{
    for (size_t i = 0; i < merge->count; i++)
        for (size_t j = merge->heads[i] + 1; j < TUPLE(merge->lists[i])->count; j++)
            if (TUPLE(merge->lists[i])->items[j] == candidate)
                return true;
    return false;
}

static void raise_no_order(const Merge *merge)
{
    Object *list = list_new(0), *comma = NULL, *joined = NULL;
    for (size_t i = 0; list && i < merge->count; i++) {
        if (merge->heads[i] >= TUPLE(merge->lists[i])->count)
            continue;
        Object *name = type_name((TypeObject *)TUPLE(merge->lists[i])->items[merge->heads[i]]);
        bool is_new = name != NULL;
        for (size_t j = 0; is_new && j < LIST(list)->count; j++)
            is_new = LIST(list)->items[j] != name;
        if (!name || (is_new && list_append(list, name) < 0))
            ref_clear(&list);
        xdecref(name);
    }
    if (list && (comma = str_from_text(", ")) && (joined = str_join(comma, list)))
        error_format(&exc_type_error,
                     "Cannot create a consistent method resolution\norder (MRO) for bases %U", joined);
    xdecref(list);
    xdecref(comma);
    xdecref(joined);
}

static int merge_lists(const Merge *merge, Object *result)
{
    for (;;) {
        bool is_empty = true;
        Object *chosen = NULL;
        for (size_t i = 0; i < merge->count && !chosen; i++) {
            if (merge->heads[i] >= TUPLE(merge->lists[i])->count)
                continue;
            is_empty = false;
            Object *candidate = TUPLE(merge->lists[i])->items[merge->heads[i]];
            if (!is_in_tails(merge, candidate))
                chosen = candidate;
        }
        if (is_empty)
            return 0;
        if (!chosen) {
            raise_no_order(merge);
            return -1;
        }
        if (list_append(result, chosen) < 0)
            return -1;
        for (size_t i = 0; i < merge->count; i++)
            if (merge->heads[i] < TUPLE(merge->lists[i])->count &&
                TUPLE(merge->lists[i])->items[merge->heads[i]] == chosen)
                merge->heads[i]++;
    }
}

// type.mro(): a new list.
Object *type_default_mro(TypeObject *type)
{
    Object *bases = type->bases, *result = NULL;
    size_t count = TUPLE(bases)->count + 1, byte_size = count * (sizeof(Object *) + sizeof(size_t));
    Merge merge = {.count = count};
    for (size_t i = 0; i + 1 < count; i++)
        if (!((TypeObject *)TUPLE(bases)->items[i])->mro)
            return error_format(&exc_type_error, "Cannot extend an incomplete type '%N'",
                                (TypeObject *)TUPLE(bases)->items[i]);
    if (check_duplicates(bases) < 0)
        return NULL;
    merge.lists = memory_alloc(byte_size, MEMORY_RAW);
    if (!merge.lists)
        return error_no_memory();
    merge.heads = (size_t *)(void *)(merge.lists + count);
    for (size_t i = 0; i + 1 < count; i++)
        merge.lists[i] = ((TypeObject *)TUPLE(bases)->items[i])->mro;
    merge.lists[count - 1] = bases;
    memset(merge.heads, 0, count * sizeof *merge.heads);
    result = list_new(0);
    if (result && (list_append(result, OBJECT(type)) < 0 || merge_lists(&merge, result) < 0))
        ref_clear(&result);
    memory_free(merge.lists, byte_size);
    return result;
}

static int check_custom_mro(TypeObject *type, Object *mro)
{
    if (TUPLE(mro)->count == 0) {
        error_text(&exc_type_error, "type MRO must not be empty");
        return -1;
    }
    TypeObject *solid = solid_base(type);
    for (size_t i = 0; i < TUPLE(mro)->count; i++) {
        Object *item = TUPLE(mro)->items[i];
        if (!IS_TYPE(item)) {
            error_format(&exc_type_error, "mro() returned a non-class ('%T')", item);
            return -1;
        }
        if (!type_is_subtype(solid, solid_base((TypeObject *)item))) {
            error_format(&exc_type_error, "mro() returned base with unsuitable layout ('%N')", (TypeObject *)item);
            return -1;
        }
    }
    return 0;
}

int type_compute_mro(TypeObject *type)
{
    Object *list = NULL, *mro = NULL, *found, *builtin;
    TypeObject *metatype = type_of(OBJECT(type));
    bool is_custom = false;
    if (metatype != &type_type) {
        if (type_find(metatype, NAME(plain_mro), &found) < 0 || type_find(&type_type, NAME(plain_mro), &builtin) < 0)
            return -1;
        is_custom = found && found != builtin;
    }
    list = is_custom ? call_method_none(OBJECT(type), NAME(plain_mro)) : type_default_mro(type);
    if (!list)
        return -1;
    mro = object_to_tuple(list);
    decref(list);
    if (!mro)
        return -1;
    if (is_custom && check_custom_mro(type, mro) < 0) {
        decref(mro);
        return -1;
    }
    ref_set_steal(&type->mro, mro);
    return 0;
}

// ---- __slots__ ----------------------------------------------------------------------------------

typedef struct NewClass { // what type_new finds out before the class exists
    TypeObject *metatype, *base;
    Object *name, *bases, *dict; // bases and dict owned
    Object *slots;               // sorted list of mangled names, owned; NULL: none
    bool adds_dict, adds_weakref;
} NewClass;

// CPython's int, tuple, bytes and type have a variable part behind which nothing can be added.
static bool is_variable_sized(const TypeObject *type)
{
    return (type->flags & (TF_SUBCLASS_INT | TF_SUBCLASS_TUPLE | TF_SUBCLASS_BYTES | TF_SUBCLASS_TYPE)) != 0;
}

static Object *mangle(Object *class_name, Object *name)
{
    size_t length = str_length(name), skip = 0, class_length = str_length(class_name);
    if (length < 3 || str_char_at(name, 0) != '_' || str_char_at(name, 1) != '_' ||
        (str_char_at(name, length - 1) == '_' && str_char_at(name, length - 2) == '_'))
        return new_ref(name);
    while (skip < class_length && str_char_at(class_name, skip) == '_')
        skip++;
    if (skip == class_length)
        return new_ref(name);
    Object *stripped = str_slice(class_name, skip, class_length);
    if (!stripped)
        return NULL;
    Object *result = str_format("_%U%U", stripped, name);
    decref(stripped);
    return result;
}

static int add_slot_name(NewClass *new, Object *name)
{
    bool may_add_dict = !type_has(new->base, TF_HAS_DICT);
    bool may_add_weakref = !type_has(new->base, TF_HAS_WEAKREF) && !is_variable_sized(new->base);
    if (!IS_STR(name)) {
        error_format(&exc_type_error, "__slots__ items must be strings, not '%T'", name);
        return -1;
    }
    if (!str_is_identifier(name)) {
        error_text(&exc_type_error, "__slots__ must be identifiers");
        return -1;
    }
    if (str_equal(name, NAME(dict))) {
        if (!may_add_dict || new->adds_dict) {
            error_text(&exc_type_error, "__dict__ slot disallowed: we already got one");
            return -1;
        }
        new->adds_dict = true;
        return 0;
    }
    if (str_equal(name, NAME(weakref))) {
        if (!may_add_weakref || new->adds_weakref) {
            error_text(&exc_type_error, "__weakref__ slot disallowed: either we already got one, or "
                                        "__itemsize__ != 0");
            return -1;
        }
        new->adds_weakref = true;
        return 0;
    }
    Object *mangled = mangle(new->name, name);
    if (!mangled)
        return -1;
    int status = -1, is_known = dict_contains(new->dict, mangled);
    if (is_known > 0 && !str_equal(mangled, NAME(qualname)) && !str_equal(mangled, NAME(classcell)))
        error_format(&exc_value_error, "%R in __slots__ conflicts with class variable", mangled);
    else if (is_known >= 0)
        status = list_append(new->slots, mangled);
    decref(mangled);
    return status;
}

// Other bases may bring __dict__ or weak references along.
static void take_room_from_bases(NewClass *new)
{
    bool may_add_dict = !type_has(new->base, TF_HAS_DICT);
    bool may_add_weakref = !type_has(new->base, TF_HAS_WEAKREF) && !is_variable_sized(new->base);
    for (size_t i = 0; i < TUPLE(new->bases)->count; i++) {
        TypeObject *base = (TypeObject *)TUPLE(new->bases)->items[i];
        if (base == new->base)
            continue;
        new->adds_dict |= may_add_dict && type_has(base, TF_HAS_DICT);
        new->adds_weakref |= may_add_weakref && type_has(base, TF_HAS_WEAKREF);
    }
}

static int read_slots(NewClass *new)
{
    Object *slots = dict_get_str_borrow(DICT(new->dict), NAME(slots));
    if (!slots) {
        new->adds_dict = !type_has(new->base, TF_HAS_DICT);
        new->adds_weakref = !type_has(new->base, TF_HAS_WEAKREF) && !is_variable_sized(new->base);
        return 0;
    }
    Object *tuple = IS_STR(slots) ? tuple_pack(1, slots) : object_to_tuple(slots);
    if (!tuple)
        return -1;
    int status = -1;
    if (TUPLE(tuple)->count > 0 && is_variable_sized(new->base)) {
        error_format(&exc_type_error, "nonempty __slots__ not supported for subtype of '%N'", new->base);
        goto fail;
    }
    if (TUPLE(tuple)->count > UINT16_MAX / 2) { // slot_count has 16 bits
        error_no_memory();
        goto fail;
    }
    new->slots = list_new(0);
    if (!new->slots)
        goto fail;
    for (size_t i = 0; i < TUPLE(tuple)->count; i++)
        if (add_slot_name(new, TUPLE(tuple)->items[i]) < 0)
            goto fail;
    if (list_sort(new->slots, NULL, false) < 0) // so that equal sets of names give equal layouts
        goto fail;
    take_room_from_bases(new);
    status = 0;
fail:
    decref(tuple);
    return status;
}

// ---- Layout -------------------------------------------------------------------------------------

static const TypeObject *static_root(const TypeObject *type)
{
    while (type->flags & TF_HEAP)
        type = type->base;
    return type;
}

void type_layout_instances(TypeObject *type)
{
    const TypeObject *base = type->base, *root = static_root(base);
    uint32_t fixed = (base->root_shape ? base->root_shape->fixed_count : 0u) + type->slot_count;
    bool has_attributes = type_has(type, TF_HAS_DICT) && !root->dict_offset && !type_has(type, TF_SUBCLASS_TYPE);
    type->basic_size = root->basic_size;
    type->item_size = root->item_size;
    type->dict_offset = root->dict_offset;
    type->flags |= TF_TRACKED | TF_BASE;
    if (root == &type_object && fixed + has_attributes <= INLINE_SLOTS_MAX) {
        type->flags |= TF_SHAPED;
        type->basic_size = sizeof(InstanceObject);
        type->shape_offset = sizeof(Object);
        type->inline_capacity = fixed;
        if (has_attributes) {
            uint32_t wanted = fixed + INLINE_SLOTS_DEFAULT;
            if (wanted < base->inline_capacity)
                wanted = base->inline_capacity; // what instances of the base turned out to need
            wanted = (wanted + 1) & ~1u;
            type->inline_capacity = wanted <= INLINE_SLOTS_MAX ? wanted : INLINE_SLOTS_MAX;
        }
        type->dealloc = instance_dealloc;
        type->traverse = instance_traverse;
        type->clear = instance_clear;
        return;
    }
    if (fixed || has_attributes) {
        type->shape_offset = (uint32_t)align_up(type->basic_size, sizeof(void *));
        type->inline_capacity = fixed + (has_attributes ? INLINE_SLOTS_DEFAULT : 0);
    }
    type->dealloc = subtype_dealloc;
    type->traverse = subtype_traverse;
    type->clear = subtype_clear;
}

void type_expect_attributes(TypeObject *type, uint32_t count)
{
    if (!type_has(type, TF_SHAPED) || !type_has(type, TF_HAS_DICT) || count == 0)
        return;
    const TypeObject *base = type->base;
    if (type_has(base, TF_SHAPED) && type_has(base, TF_HAS_DICT)) {
        uint32_t inherited = base->inline_capacity - base->root_shape->fixed_count;
        count = inherited > count ? inherited : count;
    }
    uint32_t wanted = (type->root_shape->fixed_count + count + 1) & ~1u;
    type->inline_capacity = wanted <= INLINE_SLOTS_MAX ? wanted : INLINE_SLOTS_MAX;
}

static int make_root_shape(TypeObject *type)
{
    if (!type->shape_offset)
        return 0;
    uint32_t fixed = (type->base->root_shape ? type->base->root_shape->fixed_count : 0u) + type->slot_count;
    if (fixed >= UINT16_MAX - SHAPE_SLOT_LIMIT) {
        error_no_memory();
        return -1;
    }
    Shape *root = shape_new_root(type);
    if (!root)
        return -1;
    root->fixed_count = root->slot_count = (uint16_t)fixed;
    type->root_shape = root;
    return 0;
}

// ---- __dict__ and __weakref__ of instances ------------------------------------------------------

static Object *subtype_get_dict(Object *self, void *closure)
{
    (void)closure;
    return object_dict(self);
}

static int subtype_set_dict(Object *self, Object *value_or_null, void *closure)
{
    (void)closure;
    return object_set_dict(self, value_or_null);
}

static Object *subtype_get_weakref(Object *self, void *closure)
{
    (void)closure;
    if (self->flags & FLAG_HAS_WEAKREFS) {
        WeakrefObject *first = weakref_first_borrow(self);
        if (first)
            return new_ref(OBJECT(first));
    }
    return_none;
}

static const GetSetDef dict_getset = {"__dict__", subtype_get_dict, subtype_set_dict,
                                      "dictionary for instance variables (if defined)", NULL};
static const GetSetDef weakref_getset = {"__weakref__", subtype_get_weakref, NULL,
                                         "list of weak references to the object (if defined)", NULL};

// ---- The steps of type_new ----------------------------------------------------------------------

static int take_names(TypeObject *type, const NewClass *new)
{
    size_t size;
    const char *text = str_utf8(new->name, &size);
    if (!text)
        return -1;
    if (strlen(text) != size) {
        error_text(&exc_value_error, "type name must not contain null characters");
        return -1;
    }
    type->name_object = new_ref(new->name);
    type->name = text;
    Object *qualname = dict_get_str_borrow(type->dict, NAME(qualname));
    if (!qualname) {
        type->qualname = new_ref(new->name);
        return 0;
    }
    if (!IS_STR(qualname)) {
        error_format(&exc_type_error, "type __qualname__ must be a str, not %T", qualname);
        return -1;
    }
    type->qualname = new_ref(qualname);
    return dict_delete(OBJECT(type->dict), NAME(qualname));
}

static int set_module(TypeObject *type)
{
    if (dict_get_str_borrow(type->dict, NAME(module)) || !type_hooks.current_module)
        return 0;
    Object *module = type_hooks.current_module();
    if (!module)
        return error_occurred() ? -1 : 0;
    return dict_set_steal(OBJECT(type->dict), new_ref(NAME(module)), module);
}

// A plain function under `name` becomes a staticmethod or classmethod.
static int wrap_function(TypeObject *type, Object *name, TypeObject *wrapper)
{
    Object *function = dict_get_str_borrow(type->dict, name);
    if (!function || !IS_EXACT(function, FUNCTION))
        return 0;
    Object *wrapped = call_one(OBJECT(wrapper), function);
    return wrapped ? dict_set_steal(OBJECT(type->dict), new_ref(name), wrapped) : -1;
}

static int set_classcell(TypeObject *type)
{
    Object *cell = dict_get_str_borrow(type->dict, NAME(classcell));
    if (!cell)
        return 0;
    if (!IS_EXACT(cell, CELL)) {
        error_format(&exc_type_error, "__classcell__ must be a nonlocal cell, not %R", OBJECT(type_of(cell)));
        return -1;
    }
    ref_set_steal(&CELL(cell)->content, new_ref(OBJECT(type)));
    return dict_delete(OBJECT(type->dict), NAME(classcell));
}

static int add_descriptor_steal(TypeObject *type, Object *name, Object *descriptor)
{
    return descriptor ? dict_set_steal(OBJECT(type->dict), new_ref(name), descriptor) : -1;
}

// What a class gets that its body did not say: members, __dict__, __weakref__, __doc__, __hash__.
static int fill_dict(TypeObject *type, const NewClass *new)
{
    DictObject *dict = type->dict;
    uint32_t first = type->base->root_shape ? type->base->root_shape->fixed_count : 0;
    for (uint32_t i = 0; i < type->slot_count; i++) {
        Object *name = new_ref(LIST(new->slots)->items[i]);
        intern_in_place(&name);
        int status = add_descriptor_steal(type, name, member_descriptor_new_slot(type, name, first + i));
        decref(name);
        if (status < 0)
            return -1;
    }
    if (new->adds_dict && !dict_get_str_borrow(dict, NAME(dict)) &&
        add_descriptor_steal(type, NAME(dict), getset_descriptor_new(type, &dict_getset)) < 0)
        return -1;
    if (new->adds_weakref && !dict_get_str_borrow(dict, NAME(weakref)) &&
        add_descriptor_steal(type, NAME(weakref), getset_descriptor_new(type, &weakref_getset)) < 0)
        return -1;
    if (!dict_get_str_borrow(dict, NAME(doc)) && dict_set_str(dict, NAME(doc), object_none) < 0)
        return -1;
    if (dict_get_str_borrow(dict, NAME(eq)) && !dict_get_str_borrow(dict, NAME(hash)) &&
        dict_set_str(dict, NAME(hash), object_none) < 0)
        return -1;
    return 0;
}

static TypeObject *build(const NewClass *new)
{
    TypeObject *type = type_allocate_class(new->metatype), *base = new->base;
    if (!type)
        return NULL;
    type->base = new_ref(base);
    type->bases = new_ref(new->bases);
    type->dict = (DictObject *)new_ref(new->dict);
    type->slot_count = new->slots ? (uint16_t)LIST(new->slots)->count : 0;
    type->flags |= base->flags & (TF_SUBCLASS_MASK | TF_HAS_DICT | TF_HAS_WEAKREF);
    type->flags |= (new->adds_dict ? TF_HAS_DICT : 0u) | (new->adds_weakref ? TF_HAS_WEAKREF : 0u);
    gc_track(OBJECT(type)); // what fails below leaves cycles with its descriptors and its mro
    if (take_names(type, new) < 0 || set_module(type) < 0)
        goto fail;
    if (wrap_function(type, NAME(new), &type_staticmethod) < 0 ||
        wrap_function(type, NAME(init_subclass), &type_classmethod) < 0 ||
        wrap_function(type, NAME(class_getitem), &type_classmethod) < 0)
        goto fail;
    if (set_classcell(type) < 0)
        goto fail;
    type_layout_instances(type);
    if (fill_dict(type, new) < 0 || make_root_shape(type) < 0)
        goto fail;
    if (type_compute_mro(type) < 0 || slots_update(type, NULL) < 0)
        goto fail;
    for (size_t i = 0; i < TUPLE(type->bases)->count; i++)
        if (type_add_subclass((TypeObject *)TUPLE(type->bases)->items[i], type) < 0)
            goto fail;
    type->flags |= TF_READY;
    return type;
fail:
    decref(OBJECT(type));
    return NULL;
}

static void raise_set_name_failed(TypeObject *type, Object *key, Object *value)
{
    Object *cause = error_take();
    error_format(&exc_runtime_error, "Error calling __set_name__ on '%T' instance %R in '%N'", value, key, type);
    Object *raised = error_take();
    if (raised && cause && type_is_subtype(type_of(raised), &exc_runtime_error)) {
        ExceptionObject *exception = (ExceptionObject *)raised;
        incref(cause);
        ref_set_steal(&exception->cause, cause);
        incref(cause);
        ref_set_steal(&exception->context, cause);
        exception->suppress_context = true;
    }
    xdecref(cause);
    if (raised)
        error_restore_steal(raised);
}

static int call_set_names(TypeObject *type)
{
    Object *copy = NULL, *key, *value;
    size_t position = 0;
    int status = -1;
    while (dict_next(OBJECT(type->dict), &position, &key, &value)) {
        Object *found;
        int has = type_find(type_of(value), NAME(set_name), &found);
        if (has < 0)
            goto fail;
        if (!has)
            continue;
        copy = dict_copy(OBJECT(type->dict)); // script code runs, which may change the namespace
        if (!copy)
            goto fail;
        break;
    }
    if (!copy)
        return 0;
    position = 0;
    while (dict_next(copy, &position, &key, &value)) {
        Object *args[2] = {OBJECT(type), key}, *result = NULL;
        int called = call_special(value, NAME(set_name), args, 2, &result);
        if (called < 0)
            goto fail;
        if (called && !result) {
            raise_set_name_failed(type, key, value);
            goto fail;
        }
        xdecref(result);
    }
    status = 0;
fail:
    xdecref(copy);
    return status;
}

static int call_init_subclass(TypeObject *type, Object *const *kw_values, Object *kwnames)
{
    Object *mro = type->mro, *found = NULL, *function = NULL, *result = NULL;
    size_t count = TUPLE(mro)->count;
    for (size_t i = 1; i < count && !found; i++) {
        DictObject *dict = type_namespace_borrow((TypeObject *)TUPLE(mro)->items[i]);
        if (!dict)
            return -1;
        found = dict_get_str_borrow(dict, NAME(init_subclass));
    }
    if (!found) {
        error_format(&exc_attribute_error, "'super' object has no attribute '%U'", NAME(init_subclass));
        return -1;
    }
    bool has_keywords = kwnames && TUPLE(kwnames)->count > 0;
    if (!has_keywords && found->type_index == TYPE_CLASSMETHOD_DESCRIPTOR)
        return 0; // object's, which does nothing
    TernaryFn get = type_of(found)->descriptor_get;
    incref(found);
    function = get ? get(found, NULL, OBJECT(type)) : new_ref(found);
    decref(found);
    if (!function)
        return -1;
    result = call_object(function, kw_values, 0, has_keywords ? kwnames : NULL);
    decref(function);
    xdecref(result);
    return result ? 0 : -1;
}

Object *type_new(TypeObject *metatype, Object *name, Object *bases, Object *namespace, Object *const *kw_values,
                 Object *kwnames)
{
    NewClass new = {.metatype = metatype, .name = name};
    TypeObject *type = NULL;
    new.bases = TUPLE(bases)->count ? new_ref(bases) : tuple_pack(1, &type_object);
    new.dict = dict_copy(namespace);
    if (!new.bases || !new.dict)
        goto fail;
    new.base = type_best_base_borrow(new.bases);
    if (!new.base || read_slots(&new) < 0)
        goto fail;
    type = build(&new);
    if (type && (call_set_names(type) < 0 || call_init_subclass(type, kw_values, kwnames) < 0)) {
        decref(OBJECT(type));
        type = NULL;
    }
fail:
    xdecref(new.bases);
    xdecref(new.dict);
    xdecref(new.slots);
    return OBJECT(type);
}

static int check_make_arguments(Object *const *args, size_t nargs)
{
    if (nargs != 3) {
        error_format(&exc_type_error, "type.__new__() takes exactly 3 arguments (%zu given)", nargs);
        return -1;
    }
    const char *wanted = !IS_STR(args[0]) ? "str" : !IS_TUPLE(args[1]) ? "tuple" : !IS_DICT(args[2]) ? "dict" : NULL;
    if (!wanted)
        return 0;
    int index = !IS_STR(args[0]) ? 0 : !IS_TUPLE(args[1]) ? 1 : 2;
    error_format(&exc_type_error, "type.__new__() argument %d must be %s, not %T", index + 1, wanted, args[index]);
    return -1;
}

Object *type_make(TypeObject *metatype, Object *const *args, size_t nargs, Object *kwnames)
{
    if (check_make_arguments(args, nargs) < 0)
        return NULL;
    Object *bases = args[1];
    for (size_t i = 0; i < TUPLE(bases)->count; i++) {
        Object *base = TUPLE(bases)->items[i];
        if (IS_TYPE(base))
            continue;
        int has = object_has_attribute(base, NAME(mro_entries));
        if (has)
            return has < 0 ? NULL
                           : error_text(&exc_type_error, "type() doesn't support MRO entry resolution; "
                                                         "use types.new_class()");
    }
    TypeObject *winner = type_calculate_metaclass_borrow(metatype, bases);
    if (!winner)
        return NULL;
    if (winner != metatype && winner->make != type_make) {
        if (!winner->make)
            return error_format(&exc_type_error, "cannot create '%N' instances", winner);
        return winner->make(winner, args, nargs, kwnames);
    }
    return type_new(winner, args[0], bases, args[2], args + nargs, kwnames);
}

// ---- __bases__ = ... ----------------------------------------------------------------------------

static int check_new_bases(TypeObject *type, Object *bases)
{
    if (!IS_TUPLE(bases)) {
        error_format(&exc_type_error, "can only assign tuple to %N.__bases__, not %T", type, bases);
        return -1;
    }
    if (TUPLE(bases)->count == 0) {
        error_format(&exc_type_error, "can only assign non-empty tuple to %N.__bases__, not ()", type);
        return -1;
    }
    for (size_t i = 0; i < TUPLE(bases)->count; i++) {
        Object *base = TUPLE(bases)->items[i];
        if (!IS_TYPE(base)) {
            error_format(&exc_type_error, "%N.__bases__ must be tuple of classes, not '%T'", type, base);
            return -1;
        }
        if (type_is_subtype((TypeObject *)base, type)) {
            error_text(&exc_type_error, "a __bases__ item causes an inheritance cycle");
            return -1;
        }
    }
    return 0;
}

// New mro and slots for a class and all below it.
static int renew_hierarchy(TypeObject *type)
{
    if (type_compute_mro(type) < 0)
        return -1;
    TypeObject *subclass;
    for (size_t i = 0; (subclass = type_subclass_borrow(type, i)); i++)
        if (renew_hierarchy(subclass) < 0)
            return -1;
    return 0;
}

static int renew_slots(TypeObject *type)
{
    if (slots_update(type, NULL) < 0)
        return -1;
    TypeObject *subclass;
    for (size_t i = 0; (subclass = type_subclass_borrow(type, i)); i++)
        if (renew_slots(subclass) < 0)
            return -1;
    return 0;
}

static void install_bases(TypeObject *type, Object *bases, TypeObject *base)
{
    Object *old_bases = type->bases;
    TypeObject *old_base = type->base;
    type->bases = new_ref(bases);
    type->base = new_ref(base);
    decref(old_bases);
    decref(OBJECT(old_base));
}

int type_set_bases(TypeObject *type, Object *bases)
{
    if (check_new_bases(type, bases) < 0)
        return -1;
    TypeObject *base = type_best_base_borrow(bases), *old_base = type->base;
    if (!base)
        return -1;
    if (type_check_layouts(base, old_base, "__bases__") < 0)
        return -1;
    Object *old_bases = new_ref(type->bases);
    incref(OBJECT(old_base));
    int status = -1;
    install_bases(type, bases, base);
    if (renew_hierarchy(type) < 0) {
        Object *error = error_take();
        install_bases(type, old_bases, old_base);
        if (renew_hierarchy(type) < 0)
            error_clear();
        error_restore_steal(error);
        goto fail;
    }
    for (size_t i = 0; i < TUPLE(old_bases)->count; i++)
        type_remove_subclass((TypeObject *)TUPLE(old_bases)->items[i], type);
    for (size_t i = 0; i < TUPLE(bases)->count; i++)
        if (type_add_subclass((TypeObject *)TUPLE(bases)->items[i], type) < 0)
            goto fail;
    status = renew_slots(type);
fail:
    type_changed(type, NULL);
    type_sweep_caches(); // class values of this type may have become or ceased to be descriptors
    decref(old_bases);
    decref(OBJECT(old_base));
    return status;
}
