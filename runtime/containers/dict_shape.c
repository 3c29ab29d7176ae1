// dict in shape-backed form: the __dict__ of an instance whose attributes lie in its slots. Reads
// go through the shape; a str key is added as an attribute; any other key moves the instance to dict
// mode first, which gives the dict a table of its own (dict_detach).
//
// Invariant: is_shape_backed implies entries == NULL; `instance`, which lies where the counts of the
// table form are, is borrowed, and NULL once it died without the dict getting a copy (it is empty then).
#include "runtime/containers/dict_table.h"
#include "runtime/text/intern.h"

// The instance's shape and slots; NULL when there is none.
static const Shape *backing(const DictObject *dict, Object ***slots)
{
    Shape **place = dict->instance ? object_shape_slot(dict->instance) : NULL;
    if (!place || !*place || (*place)->is_dict_mode)
        return NULL;
    *slots = shape_slots(place);
    return *place;
}

static Object *name_at(const Shape *shape, size_t slot)
{
    if (shape->names)
        return shape->names[slot];
    while (shape->slot_count > slot + 1)
        shape = shape->parent;
    return shape->name;
}

Object *dict_new_shape_backed(Object *instance)
{
    Object *dict = dict_new();
    if (!dict)
        return NULL;
    DICT(dict)->is_shape_backed = true;
    DICT(dict)->instance = instance;
    gc_track(dict);
    return dict;
}

size_t dict_backed_count(const DictObject *dict)
{
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    return shape ? (size_t)(shape->slot_count - shape->fixed_count) : 0;
}

bool dict_backed_next(const DictObject *dict, size_t *position, Object **key, Object **value)
{
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    if (!shape || *position + shape->fixed_count >= shape->slot_count)
        return false;
    size_t slot = *position + shape->fixed_count;
    *key = name_at(shape, slot);
    *value = slots[slot];
    ++*position;
    return true;
}

int64_t dict_backed_find(DictObject *dict, Object *key, int64_t hash)
{
    Object **slots;
again:;
    const Shape *shape = backing(dict, &slots);
    if (!shape) // it left the form, perhaps in the comparison below
        return dict->is_shape_backed ? LOOKUP_ABSENT : dict_lookup(dict, key, hash);
    bool is_str = IS_EXACT(key, STR);
    if (is_str && str_is_interned(key)) {
        int slot = shape_find(shape, key);
        return slot >= (int)shape->fixed_count ? slot : LOOKUP_ABSENT;
    }
    for (size_t slot = shape->fixed_count; slot < shape->slot_count; slot++) {
        Object *name = name_at(shape, slot);
        if (str_hash_cached(name) != hash)
            continue;
        if (is_str) {
            if (str_equal(name, key))
                return (int64_t)slot;
            continue;
        }
        incref(name);
        int equal = object_equal(name, key);
        decref(name);
        if (equal < 0)
            return LOOKUP_ERROR;
        if (backing(dict, &slots) != shape)
            goto again;
        if (equal)
            return (int64_t)slot;
    }
    return LOOKUP_ABSENT;
}

Object *dict_backed_value_borrow(const DictObject *dict, int64_t slot)
{
    if (!dict->is_shape_backed)
        return *entry_value(dict, (size_t)slot);
    Object **slots;
    backing(dict, &slots);
    return slots[slot];
}

// Sets an attribute of the instance.
static int set_attribute(DictObject *dict, Object *name, Object *value)
{
    Object *instance = new_ref(dict->instance);
    int result = shape_set(instance, name, value);
    decref(instance);
    return result;
}

// The instance goes to dict mode; the dict has its table then. 0 / -1.
static int leave(DictObject *dict)
{
    if (!dict->instance) {
        dict->is_shape_backed = false;
        return 0;
    }
    Object *instance = new_ref(dict->instance);
    int result = shape_leave(instance);
    decref(instance);
    ASSERT(result < 0 || !dict->is_shape_backed);
    return result;
}

int dict_backed_set_steal(DictObject *dict, Object *key, int64_t hash, Object *value)
{
    int result = -1;
    incref(OBJECT(dict));
    if (dict->instance && IS_EXACT(key, STR)) {
        intern_in_place(&key);
        if (str_is_interned(key)) {
            result = set_attribute(dict, key, value);
            goto out;
        }
    }
    int64_t slot = dict_backed_find(dict, key, hash);
    if (slot == LOOKUP_ERROR)
        goto out;
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    if (slot >= 0 && shape && dict->is_shape_backed)
        result = set_attribute(dict, name_at(shape, (size_t)slot), value);
    else if (!dict->is_shape_backed || leave(dict) == 0)
        result = dict_set_hash(OBJECT(dict), key, hash, value);
out:
    decref(key);
    decref(value);
    decref(OBJECT(dict));
    return result;
}

int dict_backed_delete(DictObject *dict, int64_t slot)
{
    if (!dict->is_shape_backed) {
        dict_remove_entry(dict, (size_t)slot, NULL);
        return 1;
    }
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    if (!shape)
        return 0;
    Object *instance = new_ref(dict->instance), *name = new_ref(name_at(shape, (size_t)slot));
    int result = shape_delete(instance, name);
    decref(instance);
    decref(name);
    return result;
}

// Drops the attributes from the last to the first: that never needs memory.
void dict_backed_clear(DictObject *dict)
{
    incref(OBJECT(dict));
    for (size_t count = dict_backed_count(dict); count > 0 && dict->is_shape_backed; count--) {
        Object **slots;
        const Shape *shape = backing(dict, &slots);
        if (!shape || shape->slot_count == shape->fixed_count)
            break;
        if (dict_backed_delete(dict, shape->slot_count - 1) < 0) {
            error_clear();
            break;
        }
    }
    if (!dict->is_shape_backed)
        dict_clear(OBJECT(dict));
    decref(OBJECT(dict));
}

int dict_backed_traverse(const DictObject *dict, VisitFn visit, void *context)
{
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    if (shape)
        for (size_t slot = shape->fixed_count; slot < shape->slot_count; slot++)
            VISIT(slots[slot]);
    return 0;
}

int dict_detach(DictObject *dict)
{
    if (!dict->is_shape_backed)
        return 0;
    Object **slots;
    const Shape *shape = backing(dict, &slots);
    DictObject own = {.is_str_keyed = true};
    own.header = (Object){.refcount = 1, .flags = FLAG_TRACKED, .type_index = TYPE_DICT};
    if (shape) {
        for (size_t slot = shape->fixed_count; slot < shape->slot_count; slot++) {
            Object *name = name_at(shape, slot);
            if (dict_set_hash(OBJECT(&own), name, str_hash_cached(name), slots[slot]) < 0) {
                dict_clear(OBJECT(&own));
                return -1;
            }
        }
    }
    dict->entries = own.entries;
    dict->used_count = own.used_count;
    dict->entry_count = own.entry_count;
    dict->index_log2 = own.index_log2;
    dict->slots_log2 = own.slots_log2;
    dict->is_str_keyed = own.is_str_keyed;
    dict->keys_version = 0;
    dict->is_shape_backed = false;
    return 0;
}
