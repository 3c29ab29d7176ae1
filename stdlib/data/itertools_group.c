// itertools: groupby and tee.
#include "stdlib/data/itertools_private.h"

#include "runtime/containers/list.h"
#include "runtime/model/attribute.h"
#include "runtime/model/class.h"
#include "runtime/model/names.h"

// --- groupby ---

typedef struct GroupbyObject {
    Object header;
    Object *source, *key_function; // iterator; None: items are their own keys
    Object *group_key;             // of the group that was given out last, or NULL
    Object *key, *value;           // read ahead, or NULL
    const void *group;             // the group that may take items; compared only
} GroupbyObject;
#define GROUPBY(o) ((GroupbyObject *)(o))

typedef struct GrouperObject {
    Object header;
    Object *parent, *key;
} GrouperObject;
#define GROUPER(o) ((GrouperObject *)(o))

static Object *groupby_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "key", NULL};
    static const Signature signature = {"groupby", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *source = object_iterate(values[0]), *self = source ? type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(source);
        return NULL;
    }
    GROUPBY(self)->source = source;
    GROUPBY(self)->key_function = new_ref(values[1] ? values[1] : object_none);
    gc_track(self);
    return self;
}
ITERTOOLS_CONSTRUCT(groupby)

static void groupby_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&GROUPBY(self)->source);
    ref_clear(&GROUPBY(self)->key_function);
    ref_clear(&GROUPBY(self)->group_key);
    ref_clear(&GROUPBY(self)->key);
    ref_clear(&GROUPBY(self)->value);
    type_release(self, 0);
    dealloc_leave();
}

static int groupby_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(GROUPBY(self)->source);
    VISIT(GROUPBY(self)->key_function);
    VISIT(GROUPBY(self)->group_key);
    VISIT(GROUPBY(self)->key);
    VISIT(GROUPBY(self)->value);
    return 0;
}

// Reads the next item and its key. 0, or -1 at the end and on error.
static int read_ahead(GroupbyObject *groupby)
{
    Object *value = iterator_next(groupby->source), *key;
    if (!value)
        return -1;
    key = groupby->key_function == object_none ? new_ref(value)
                                               : call_one(groupby->key_function, value);
    if (!key) {
        decref(value);
        return -1;
    }
    Object *old_value = groupby->value, *old_key = groupby->key;
    groupby->value = value;
    groupby->key = key;
    xdecref(old_key);
    xdecref(old_value);
    return 0;
}

// key == other, both held meanwhile: 1, 0, -1.
static int compare_keys(Object *key, Object *other)
{
    incref(key);
    incref(other);
    int equal = item_equal(key, other);
    decref(key);
    decref(other);
    return equal;
}

static Object *grouper_new(Object *parent, Object *key)
{
    Object *self = gc_alloc(&type_grouper, sizeof(GrouperObject));
    if (!self)
        return error_no_memory();
    GROUPER(self)->parent = new_ref(parent);
    GROUPER(self)->key = new_ref(key);
    GROUPBY(parent)->group = self;
    gc_track(self);
    return self;
}

static Object *groupby_next(Object *self)
{
    GroupbyObject *groupby = GROUPBY(self);
    groupby->group = NULL;
    for (;;) { // to the first item of another group
        if (groupby->key && !groupby->group_key)
            break;
        if (groupby->key) {
            int equal = compare_keys(groupby->group_key, groupby->key);
            if (equal < 0)
                return NULL;
            if (!equal && groupby->key)
                break;
        }
        if (read_ahead(groupby) < 0)
            return NULL;
    }
    Object *key = new_ref(groupby->key), *result = NULL;
    ref_set_steal(&groupby->group_key, new_ref(key));
    Object *grouper = grouper_new(self, key);
    if (grouper)
        result = tuple_pack(2, key, grouper);
    xdecref(grouper);
    decref(key);
    return result;
}

TypeObject type_groupby = {
    ITERTOOLS_TYPE("groupby", GroupbyObject, groupby),
    .doc =
        "groupby(iterable, key=None)\n--\n\nmake an iterator that returns consecutive keys and "
        "groups from the iterable\n\n  iterable\n    Elements to divide into groups according to "
        "the key function.\n  key\n    A function for computing the group category for each "
        "element.\n    If the key function is not specified or is None, the element itself\n    "
        "is used for grouping.",
    .dealloc = groupby_dealloc,
    .traverse = groupby_traverse,
};

static Object *grouper_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("_grouper", kwnames) < 0 || args_check_count("_grouper", nargs, 2, 2) < 0)
        return NULL;
    if (!type_is_subtype(type_of(args[0]), &type_groupby))
        return error_format(&exc_type_error,
                            "_grouper() argument 1 must be itertools.groupby, not %.50T", args[0]);
    return grouper_new(args[0], args[1]);
}

static void grouper_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&GROUPER(self)->parent);
    ref_clear(&GROUPER(self)->key);
    gc_free(self, sizeof(GrouperObject));
    dealloc_leave();
}

static int grouper_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(GROUPER(self)->parent);
    VISIT(GROUPER(self)->key);
    return 0;
}

static Object *grouper_next(Object *self)
{
    GroupbyObject *groupby = GROUPBY(GROUPER(self)->parent);
    if (groupby->group != self || (!groupby->value && read_ahead(groupby) < 0))
        return NULL;
    if (compare_keys(GROUPER(self)->key, groupby->key) <= 0)
        return NULL;
    Object *value = groupby->value; // NULL where the comparison has taken it
    groupby->value = NULL;
    ref_clear(&groupby->key);
    return value;
}

TypeObject type_grouper = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_grouper",
    .module_name = "itertools",
    .flags = TF_TRACKED,
    .basic_size = sizeof(GrouperObject),
    .dealloc = grouper_dealloc,
    .traverse = grouper_traverse,
    .make = grouper_make,
    .iterate = iterate_self,
    .next = grouper_next,
};

// --- tee ---

// The items that the fastest of the iterators has read, as a chain of blocks; each iterator holds
// the block that it is in, so that what all have read is freed.
enum { TEE_BLOCK_ITEMS = 57 };
typedef struct TeeDataObject {
    Object header;
    Object *source; // iterator
    Object *next;   // block, or NULL
    uint32_t count;
    bool is_reading;
    Object *values[TEE_BLOCK_ITEMS];
} TeeDataObject;
#define TEE_DATA(o) ((TeeDataObject *)(o))

typedef struct TeeObject {
    Object header;
    Object *data; // block
    size_t index; // in it
} TeeObject;
#define TEE(o) ((TeeObject *)(o))

static Object *tee_data_new(Object *source)
{
    Object *self = object_new(&type_tee_data, sizeof(TeeDataObject));
    if (!self)
        return NULL;
    TEE_DATA(self)->source = new_ref(source);
    gc_track(self);
    return self;
}

static int tee_data_clear(Object *self)
{
    TeeDataObject *data = TEE_DATA(self);
    ref_clear(&data->source);
    while (data->count)
        decref(data->values[--data->count]);
    ref_clear(&data->next);
    return 0;
}

static void tee_data_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    tee_data_clear(self);
    gc_free(self, sizeof(TeeDataObject));
    dealloc_leave();
}

static int tee_data_traverse(Object *self, VisitFn visit, void *context)
{
    TeeDataObject *data = TEE_DATA(self);
    VISIT(data->source);
    for (uint32_t i = 0; i < data->count; i++)
        VISIT(data->values[i]);
    VISIT(data->next);
    return 0;
}

// Item `index` of a block, read from the source if it is the next one. NULL at the end too.
static Object *tee_data_item(TeeDataObject *data, size_t index)
{
    if (index < data->count)
        return new_ref(data->values[index]);
    if (data->is_reading)
        return error_text(&exc_runtime_error, "cannot re-enter the tee iterator");
    if (!data->source || data->count == TEE_BLOCK_ITEMS)
        return NULL;
    data->is_reading = true;
    Object *source = new_ref(data->source), *value = iterator_next(source);
    decref(source);
    data->is_reading = false;
    if (value)
        data->values[data->count++] = new_ref(value);
    return value;
}

static Object *tee_data_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("teedataobject", kwnames) < 0 ||
        args_check_count("teedataobject", nargs, 3, 3) < 0)
        return NULL;
    if (!IS_LIST(args[1]))
        return error_format(&exc_type_error, "teedataobject() argument 2 must be list, not %.50T",
                            args[1]);
    size_t count = LIST(args[1])->count;
    Object *next = args[2] == object_none ? NULL : args[2];
    if (count > TEE_BLOCK_ITEMS ||
        (next && (count < TEE_BLOCK_ITEMS || type_of(next) != &type_tee_data)))
        return error_text(&exc_value_error, "Invalid arguments");
    Object *self = tee_data_new(args[0]);
    if (!self)
        return NULL;
    for (size_t i = 0; i < count; i++)
        TEE_DATA(self)->values[i] = new_ref(LIST(args[1])->items[i]);
    TEE_DATA(self)->count = (uint32_t)count;
    TEE_DATA(self)->next = next;
    xincref(next);
    return self;
}

TypeObject type_tee_data = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_tee_dataobject",
    .module_name = "itertools",
    .doc = "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee "
           "objects.",
    .flags = TF_TRACKED,
    .basic_size = sizeof(TeeDataObject),
    .dealloc = tee_data_dealloc,
    .traverse = tee_data_traverse,
    .clear = tee_data_clear,
    .make = tee_data_make,
};

// Takes over the block (may be NULL).
static Object *tee_new_steal(Object *data, size_t index)
{
    Object *self = data ? object_new(&type_tee, sizeof(TeeObject)) : NULL;
    if (!self) {
        xdecref(data);
        return NULL;
    }
    TEE(self)->data = data;
    TEE(self)->index = index;
    gc_track(self);
    return self;
}

static Object *tee_method_copy(Object *self)
{
    return tee_new_steal(new_ref(TEE(self)->data), TEE(self)->index);
}

static Object *tee_from_iterable(Object *iterable)
{
    Object *iterator = object_iterate(iterable);
    if (!iterator)
        return NULL;
    Object *self = type_of(iterator) == &type_tee ? tee_method_copy(iterator)
                                                  : tee_new_steal(tee_data_new(iterator), 0);
    decref(iterator);
    return self;
}

static Object *tee_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("_tee", kwnames) < 0 || args_check_count("_tee", nargs, 1, 1) < 0)
        return NULL;
    return tee_from_iterable(args[0]);
}

static int tee_clear(Object *self)
{
    ref_clear(&TEE(self)->data);
    return 0;
}

static void tee_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    tee_clear(self);
    gc_free(self, sizeof(TeeObject));
    dealloc_leave();
}

static int tee_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(TEE(self)->data);
    return 0;
}

static Object *tee_next(Object *self)
{
    TeeObject *tee = TEE(self);
    if (unlikely(!tee->data))
        return NULL;
    TeeDataObject *data = TEE_DATA(tee->data);
    if (tee->index == TEE_BLOCK_ITEMS) {
        if (!data->next && !(data->next = tee_data_new(data->source)))
            return NULL;
        ref_set_steal(&tee->data, new_ref(data->next));
        tee->index = 0;
        data = TEE_DATA(tee->data);
    }
    incref(OBJECT(data));
    Object *value = tee_data_item(data, tee->index);
    decref(OBJECT(data));
    if (value)
        tee->index++;
    return value;
}

static const MethodDef tee_methods[] = {
    {"__copy__", (void *)tee_method_copy, METHOD_NOARGS, "Returns an independent iterator."},
    {0},
};

TypeObject type_tee = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "_tee",
    .module_name = "itertools",
    .doc = "_tee(iterable, /)\n--\n\nIterator wrapped to make it copyable.",
    .flags = TF_TRACKED | TF_HAS_WEAKREF,
    .basic_size = sizeof(TeeObject),
    .methods = tee_methods,
    .dealloc = tee_dealloc,
    .traverse = tee_traverse,
    .clear = tee_clear,
    .make = tee_make,
    .iterate = iterate_self,
    .next = tee_next,
};

Object *itertools_fn_tee(Object *module, Object *const *args, size_t nargs)
{
    int64_t count = 2;
    (void)module;
    if (args_check_count("tee", nargs, 1, 2) < 0 ||
        (nargs > 1 && itertools_read_size(args[1], &count) < 0))
        return NULL;
    if (count < 0)
        return error_text(&exc_value_error, "n must be >= 0");
    if ((uint64_t)count > SIZE_MAX / 64)
        return error_no_memory();
    Object *result = tuple_new((size_t)count);
    if (!result || count == 0)
        return result;
    Object *first = object_iterate(args[0]);
    Object *copy = first ? object_get_attribute_text(first, "__copy__") : NULL;
    if (first && !copy && error_is(&exc_attribute_error)) {
        error_clear();
        ref_set_steal(&first, tee_from_iterable(first));
        copy = first ? object_get_attribute_text(first, "__copy__") : NULL;
    }
    for (int64_t i = 0; i < count; i++) {
        Object *iterator = !copy ? NULL : i == 0 ? new_ref(first) : call_none(copy);
        TUPLE(result)->items[i] = iterator;
        if (!iterator) {
            ref_clear(&result);
            break;
        }
    }
    xdecref(copy);
    xdecref(first);
    return result;
}
