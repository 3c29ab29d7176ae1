// Types at work: the type table, making static types ready, namespaces, lookup along the mro with
// its cache, and what follows from changing a class.
//
// The method cache maps (type index, interned name) to a borrowed value, or to "absent". Whoever
// fills it marks the type and its mro TF_CACHED; inline caches are filled from answers given here,
// so a change of a type without TF_CACHED need not be told to anyone. Invariants:
//   an entry (T, name) exists            => T and all of T's mro have TF_CACHED
//   an inline cache depends on type T    => T has TF_CACHED
//   TF_CACHED is taken away only by sweep(), which empties both kinds of caches
// Read type_find, type_set_attribute and sweep first.
#include "runtime/model/class.h"

#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/shape.h"
#include "runtime/model/singletons.h"
#include "runtime/model/tables.h"
#include "runtime/program/c_function.h"
#include "runtime/program/descriptor.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

TypeObject *type_table[TYPE_INDEX_LIMIT];
TypeHooks type_hooks;
uint64_t type_change_count;

#define METHOD_CACHE_SIZE 4096u // 96 KiB, touched as used; CPython's entry count
typedef struct CacheEntry {
    Object *name;  // owned, so that its address is not reused
    Object *value; // borrowed; NULL: the type has no such attribute
    uint32_t type_index;
} CacheEntry;

typedef struct Subclasses { // what TypeObject.subclasses points at; borrowed, in order of creation
    uint32_t count, capacity;
    TypeObject *items[];
} Subclasses;

// Indices of dead classes wait in `dead_first` until the caches were swept, then in `free_first`.
static struct {
    CacheEntry cache[METHOD_CACHE_SIZE];
    uint16_t next_index[TYPE_INDEX_LIMIT]; // links of both lists; 0 ends
    uint32_t index_end;                    // indices below were given out
    uint16_t free_first, dead_first;
    uint32_t last_version;
} classes;

// ---- Indices ------------------------------------------------------------------------------------

static void sweep(void);

static int take_index(TypeObject *type)
{
    if (!classes.free_first && classes.index_end == TYPE_INDEX_LIMIT && classes.dead_first)
        sweep();
    uint16_t index = classes.free_first;
    if (index) {
        classes.free_first = classes.next_index[index];
    } else if (classes.index_end < TYPE_INDEX_LIMIT) {
        index = (uint16_t)classes.index_end++;
    } else {
        error_no_memory();
        return -1;
    }
    type->index = index;
    type_table[index] = type;
    return 0;
}

void type_release_index(TypeObject *type)
{
    uint16_t index = type->index;
    ASSERT(index >= TYPE_BUILTIN_COUNT && type_table[index] == type);
    type_table[index] = NULL;
    classes.next_index[index] = classes.dead_first;
    classes.dead_first = index;
    type->index = 0;
}

TypeObject *type_allocate_class(TypeObject *metatype)
{
    TypeObject *type = (TypeObject *)type_allocate(metatype, 0);
    if (!type)
        return NULL;
    type->flags = TF_HEAP;
    type->version = ++classes.last_version;
    if (take_index(type) < 0) {
        OBJECT(type)->refcount = 0;
        type_release(OBJECT(type), 0);
        return NULL;
    }
    return type;
}

// ---- Static types -------------------------------------------------------------------------------

int type_add_subclass(TypeObject *base, TypeObject *type)
{
    Subclasses *list = (Subclasses *)(void *)base->subclasses;
    if (!list || list->count == list->capacity) {
        uint32_t old = list ? list->capacity : 0, capacity = old ? old * 2 : 4;
        size_t old_size = list ? sizeof *list + old * sizeof *list->items : 0;
        Subclasses *grown = memory_realloc(list, old_size, sizeof *list + capacity * sizeof *list->items);
        if (!grown) {
            error_no_memory();
            return -1;
        }
        if (!list)
            grown->count = 0;
        grown->capacity = capacity;
        base->subclasses = (Object *)(void *)grown;
        list = grown;
    }
    list->items[list->count++] = type;
    return 0;
}

static void free_subclasses(TypeObject *base)
{
    Subclasses *list = (Subclasses *)(void *)base->subclasses;
    if (list)
        memory_free(list, sizeof *list + list->capacity * sizeof *list->items);
    base->subclasses = NULL;
}

void type_remove_subclass(TypeObject *base, TypeObject *type)
{
    Subclasses *list = (Subclasses *)(void *)base->subclasses;
    uint32_t i = list ? list->count : 0;
    while (i-- > 0) {
        if (list->items[i] == type) {
            list->count--;
            memmove(list->items + i, list->items + i + 1, (list->count - i) * sizeof *list->items);
            break;
        }
    }
    if (list && list->count == 0)
        free_subclasses(base);
}

// bases and mro of a static type with one base: no script can see them being made.
static int fill_simple_mro(TypeObject *type)
{
    TypeObject *base = type->base;
    size_t count = base ? TUPLE(base->mro)->count : 0;
    type->bases = base ? tuple_pack(1, base) : new_ref(OBJECT(tuple_empty));
    type->mro = tuple_new(count + 1);
    if (!type->bases || !type->mro)
        return -1;
    TUPLE(type->mro)->items[0] = new_ref(OBJECT(type));
    for (size_t i = 0; i < count; i++)
        TUPLE(type->mro)->items[i + 1] = new_ref(TUPLE(base->mro)->items[i]);
    if (type->mro->flags & FLAG_TRACKED)
        gc_untrack(type->mro); // static types are no part of cycles
    if (type->bases->flags & FLAG_TRACKED)
        gc_untrack(type->bases);
    return 0;
}

int type_ready(TypeObject *type)
{
    if (type->flags & TF_READY)
        return 0;
    if (type->header.refcount == 0)
        type->header = (Object)OBJECT_HEADER_STATIC(TYPE_TYPE);
    if (!type->header.type_index)
        type->header.type_index = TYPE_TYPE;
    if (!type->index && take_index(type) < 0)
        return -1;
    if (!type->base && type != &type_object)
        type->base = &type_object;
    TypeObject *base = type->base;
    if (base && type_ready(base) < 0)
        return -1;
    for (size_t i = 0; type->bases && i < TUPLE(type->bases)->count; i++)
        if (type_ready((TypeObject *)TUPLE(type->bases)->items[i]) < 0)
            return -1;
    type->flags |= TF_IMMUTABLE;
    type->version = ++classes.last_version;
    if (type->bases ? type_compute_mro(type) < 0 : fill_simple_mro(type) < 0)
        return -1;
    if (type->descriptor_get && type->index == TYPE_FUNCTION)
        type->flags |= TF_METHOD_DESCRIPTOR;
    if (base) {
        if (!type->make && base == &type_object)
            type->flags |= TF_NO_INSTANTIATION;
        else if (!type->make)
            type->flags |= base->flags & TF_NO_INSTANTIATION;
        slots_inherit(type, base);
        if (type->flags & TF_NO_INSTANTIATION)
            type->make = NULL;
        for (size_t i = 0; i < TUPLE(type->bases)->count; i++)
            if (type_add_subclass((TypeObject *)TUPLE(type->bases)->items[i], type) < 0)
                return -1;
    }
    type->flags |= TF_READY;
    return 0;
}

// ---- Namespaces ---------------------------------------------------------------------------------

static int add_steal(DictObject *dict, const char *name, Object *value)
{
    if (!value)
        return -1;
    int status = dict_set_text(dict, name, value);
    decref(value);
    return status;
}

static int add_tables(TypeObject *type, DictObject *dict)
{
    for (const MethodDef *def = type->methods; def && def->name; def++)
        if (add_steal(dict, def->name, method_descriptor_new(type, def)) < 0)
            return -1;
    for (const MemberDef *def = type->members; def && def->name; def++)
        if (add_steal(dict, def->name, member_descriptor_new(type, def)) < 0)
            return -1;
    for (const GetSetDef *def = type->getsets; def && def->name; def++)
        if (add_steal(dict, def->name, getset_descriptor_new(type, def)) < 0)
            return -1;
    return 0;
}

static int fill_namespace(TypeObject *type)
{
    Object *dict = dict_new();
    if (!dict)
        return -1;
    type->dict = DICT(dict);
    const TypeObject *base = type->base;
    bool has_own_make = type->make && (!base || type->make != base->make);
    if (has_own_make && dict_set(dict, NAME(new), object_none) < 0) // keeps the first place
        goto fail;
    if (slots_add_wrappers(type) < 0 || add_tables(type, DICT(dict)) < 0)
        goto fail;
    if (has_own_make) {
        Object *function = type_builtin_new(type);
        if (!function || dict_set_steal(dict, new_ref(NAME(new)), function) < 0)
            goto fail;
    }
    if (!dict_get_str_borrow(DICT(dict), NAME(doc))) {
        Object *doc = doc_text(type->name, type->doc);
        if (!doc || dict_set_steal(dict, new_ref(NAME(doc)), doc) < 0)
            goto fail;
    }
    if (type->hash == hash_not_implemented && (!base || base->hash != hash_not_implemented) &&
        dict_set(dict, NAME(hash), object_none) < 0)
        goto fail;
    type->flags |= TF_DICT_FILLED;
    return 0;
fail:
    type->dict = NULL;
    decref(dict);
    return -1;
}

DictObject *type_namespace_borrow(TypeObject *type)
{
    if (unlikely(!(type->flags & (TF_HEAP | TF_DICT_FILLED))) && fill_namespace(type) < 0)
        return NULL;
    return type->dict;
}

// ---- Lookup -------------------------------------------------------------------------------------

static inline CacheEntry *cache_entry(uint32_t type_index, const Object *name)
{
    uintptr_t hash = ((uintptr_t)name >> 4) ^ ((uintptr_t)type_index * 0x9E5u);
    return &classes.cache[hash & (METHOD_CACHE_SIZE - 1)];
}

int type_find_uncached(TypeObject *type, Object *name, Object **value, TypeObject **owner)
{
    *value = NULL;
    Object *mro = type->mro;
    if (unlikely(!mro)) // the collector cleared the class
        return 0;
    int status = 0;
    incref(mro);
    for (size_t i = 0; i < TUPLE(mro)->count; i++) {
        TypeObject *class = (TypeObject *)TUPLE(mro)->items[i];
        DictObject *dict = type_namespace_borrow(class);
        if (unlikely(!dict)) {
            status = class->flags & TF_HEAP ? 0 : -1;
            if (status < 0)
                break;
            continue;
        }
        Object *found = dict_get_str_borrow(dict, name);
        if (found) {
            *value = found;
            if (owner)
                *owner = class;
            status = 1;
            break;
        }
    }
    decref(mro);
    return status;
}

static void mark_cached(TypeObject *type)
{
    if (type->flags & TF_CACHED || !type->mro)
        return;
    for (size_t i = 0; i < TUPLE(type->mro)->count; i++)
        ((TypeObject *)TUPLE(type->mro)->items[i])->flags |= TF_CACHED;
    type->flags |= TF_CACHED;
}

static int find_and_cache(TypeObject *type, Object *name, Object **value)
{
    int status = type_find_uncached(type, name, value, NULL);
    if (status < 0 || !type->mro)
        return status;
    mark_cached(type);
    CacheEntry *entry = cache_entry(type->index, name);
    incref(name);
    Object *old = entry->name;
    entry->name = name;
    entry->value = *value;
    entry->type_index = type->index;
    if (old)
        decref(old); // a str: runs no script code
    return status;
}

int type_find(TypeObject *type, Object *name, Object **value)
{
    if (unlikely(!str_is_interned(name)))
        return type_find_uncached(type, name, value, NULL);
    const CacheEntry *entry = cache_entry(type->index, name);
    if (likely(entry->name == name && entry->type_index == type->index)) {
        *value = entry->value;
        return entry->value != NULL;
    }
    return find_and_cache(type, name, value);
}

bool type_is_subtype(const TypeObject *type, const TypeObject *base)
{
    if (type == base)
        return true;
    const Object *mro = type->mro;
    if (likely(mro != NULL)) {
        const TupleObject *tuple = (const TupleObject *)mro;
        for (size_t i = 1; i < tuple->count; i++)
            if (tuple->items[i] == (const Object *)base)
                return true;
        return false;
    }
    for (; type; type = type->base)
        if (type == base)
            return true;
    return base == &type_object;
}

// ---- Changes ------------------------------------------------------------------------------------

void type_clear_method_cache(void)
{
    for (uint32_t i = 0; i < METHOD_CACHE_SIZE; i++) {
        Object *name = classes.cache[i].name;
        if (!name)
            continue; // not even written: no page is touched for nothing
        classes.cache[i] = (CacheEntry){0};
        decref(name);
    }
}

// Forgets every cached answer of every type.
static void sweep(void)
{
    type_clear_method_cache();
    for (uint32_t i = 1; i < classes.index_end; i++)
        if (type_table[i])
            type_table[i]->flags &= ~(uint32_t)TF_CACHED;
    if (type_hooks.sweep_caches)
        type_hooks.sweep_caches();
    shape_reap();
    while (classes.dead_first) {
        uint16_t index = classes.dead_first;
        classes.dead_first = classes.next_index[index];
        classes.next_index[index] = classes.free_first;
        classes.free_first = index;
    }
}

void type_sweep_caches(void)
{
    type_change_count++;
    sweep();
}

// New versions for a class and those below it; drops their method cache entries for `name`.
static void touch(TypeObject *type, const Object *name)
{
    type->version = ++classes.last_version;
    if (name && type->flags & TF_CACHED) {
        CacheEntry *entry = cache_entry(type->index, name);
        if (entry->name == name && entry->type_index == type->index) {
            Object *old = entry->name;
            *entry = (CacheEntry){0};
            decref(old);
        }
    }
    Subclasses *list = (Subclasses *)(void *)type->subclasses;
    for (uint32_t i = 0; list && i < list->count; i++)
        touch(list->items[i], name);
}

void type_changed(TypeObject *type, Object *name_or_null)
{
    touch(type, name_or_null);
    type_change_count++;
    if (type->flags & TF_CACHED)
        sweep();
}

static bool is_plain(const Object *value)
{
    const TypeObject *type = type_of(value);
    return !type->descriptor_get && !type->descriptor_set;
}

static bool is_dunder(Object *name)
{
    size_t length = str_length(name);
    return length > 4 && str_char_at(name, 0) == '_' && str_char_at(name, 1) == '_' &&
           str_char_at(name, length - 1) == '_' && str_char_at(name, length - 2) == '_';
}

// Writes the namespace itself. `name` is interned.
static int set_in_namespace(TypeObject *type, Object *name, Object *value)
{
    Object *old = dict_get_str_borrow(type->dict, name);
    xincref(old);
    int status = -1;
    if (value) {
        if (dict_set_str(type->dict, name, value) < 0)
            goto fail;
    } else if (!old) {
        error_format(&exc_attribute_error, "type object '%N' has no attribute '%U'", type, name);
        goto fail;
    } else if (dict_delete(OBJECT(type->dict), name) < 0) {
        goto fail;
    }
    if (old && value && is_plain(old) && is_plain(value)) // no inline cache holds a plain class value
        touch(type, name);
    else
        type_changed(type, name);
    status = is_dunder(name) ? slots_update(type, name) : 0;
fail:
    xdecref(old);
    return status;
}

int type_set_attribute(TypeObject *type, Object *name, Object *value_or_null)
{
    if (!IS_STR(name)) {
        error_format(&exc_type_error, "attribute name must be string, not '%T'", name);
        return -1;
    }
    if (type->flags & TF_IMMUTABLE) {
        error_format(&exc_type_error, "cannot set '%U' attribute of immutable type '%N'", name, type);
        return -1;
    }
    int status = -1;
    Object *interned = attribute_name_interned(name), *descriptor;
    if (!interned)
        return -1;
    incref(OBJECT(type));
    int found = type_find(type_of(OBJECT(type)), interned, &descriptor);
    if (found < 0)
        goto fail;
    if (found && type_of(descriptor)->descriptor_set) {
        incref(descriptor);
        status = type_of(descriptor)->descriptor_set(descriptor, OBJECT(type), value_or_null);
        decref(descriptor);
    } else {
        status = set_in_namespace(type, interned, value_or_null);
    }
fail:
    decref(interned);
    decref(OBJECT(type));
    return status;
}

Object *type_subclasses(TypeObject *type)
{
    Object *result = list_new(0);
    for (uint32_t i = 0; result; i++) {
        Subclasses *list = (Subclasses *)(void *)type->subclasses; // may move: appending allocates
        if (!list || i >= list->count)
            break;
        Object *class = OBJECT(list->items[i]);
        if (class->refcount != 0 && list_append(result, class) < 0)
            ref_clear(&result);
    }
    return result;
}

TypeObject *type_subclass_borrow(TypeObject *type, size_t index)
{
    Subclasses *list = (Subclasses *)(void *)type->subclasses;
    return list && index < list->count ? list->items[index] : NULL;
}

// ---- Calling ------------------------------------------------------------------------------------

static void *raise_not_instantiable(const TypeObject *type)
{
    if (type->module_name)
        return error_format(&exc_type_error, "cannot create '%s.%s' instances", type->module_name, type->name);
    return error_format(&exc_type_error, "cannot create '%s' instances", type->name);
}

Object *type_call(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    TypeObject *type = (TypeObject *)callable;
    if (unlikely(type == &type_type)) {
        if (nargs == 1 && !kwnames)
            return new_ref(OBJECT(type_of(args[0])));
        if (nargs == 1)
            return error_text(&exc_type_error, "type() takes no keyword arguments");
        if (nargs != 3)
            return error_text(&exc_type_error, "type() takes 1 or 3 arguments");
    }
    if (type->construct)
        return type->construct(callable, args, nargs, kwnames);
    if (unlikely(!type->make))
        return raise_not_instantiable(type);
    Object *object = type->make(type, args, nargs, kwnames);
    if (unlikely(!object))
        return NULL;
    TypeObject *made = type_of(object);
    if (unlikely(made != type) && !type_is_subtype(made, type))
        return object;
    if ((made->flags & (TF_HEAP | TF_TRACKED)) == (TF_HEAP | TF_TRACKED) && !(object->flags & FLAG_TRACKED))
        gc_track(object); // made by an untracked builtin base such as str
    if (made->init && made->init(object, args, nargs, kwnames) < 0) {
        decref(object);
        return NULL;
    }
    return object;
}

// ---- Names --------------------------------------------------------------------------------------

Object *type_name(TypeObject *type)
{
    if (!type->name_object) {
        type->name_object = intern_text(type->name);
        if (!type->name_object)
            return NULL;
    }
    return new_ref(type->name_object);
}

Object *type_full_name(TypeObject *type)
{
    if (!(type->flags & TF_HEAP)) {
        if (type->module_name)
            return str_format("%s.%s", type->module_name, type->name);
        return type_name(type);
    }
    Object *module = type->dict ? dict_get_str_borrow(type->dict, NAME(module)) : NULL;
    if (!module || !IS_STR(module) || str_equal(module, NAME(plain_builtins)))
        return new_ref(type->qualname);
    return str_format("%U.%U", module, type->qualname);
}

// ---- Start and stop -----------------------------------------------------------------------------

int type_start(void)
{
    static TypeObject *const table[] = {
        NULL,
#define TYPE(NAME, symbol) &symbol,
#include "runtime/types.def"
#undef TYPE
    };
    _Static_assert(sizeof table / sizeof *table == TYPE_BUILTIN_COUNT, "types.def gives the indices");
    memcpy(type_table, table, sizeof table);
    classes.index_end = TYPE_BUILTIN_COUNT;
    for (uint16_t i = 1; i < TYPE_BUILTIN_COUNT; i++)
        if (i != TYPE_BIGINT)
            type_table[i]->index = i;
    for (uint16_t i = 1; i < TYPE_BUILTIN_COUNT; i++)
        if (type_ready(type_table[i]) < 0)
            return -1;
    return 0;
}

void type_stop(void)
{
    sweep();
    for (int pass = 0; pass < 2; pass++) { // namespaces first: what dies there still finds its type
        for (uint32_t i = 1; i < classes.index_end; i++) {
            TypeObject *type = type_table[i];
            if (!type || type->flags & TF_HEAP || i == TYPE_BIGINT)
                continue;
            if (pass == 0) {
                ref_clear(&type->dict);
                type->flags &= ~(uint32_t)TF_DICT_FILLED;
                continue;
            }
            ref_clear(&type->mro);
            ref_clear(&type->bases);
            ref_clear(&type->name_object);
            free_subclasses(type);
            type->flags &= ~(uint32_t)TF_READY;
        }
    }
    type_clear_method_cache();
}

void class_visit_blocks(const TypeObject *type, BlockVisitor visit, void *context)
{
    const Subclasses *list = (const Subclasses *)(const void *)type->subclasses;
    if (list)
        visit(list, sizeof *list + list->capacity * sizeof *list->items, context);
}
