// What ties the collector to the object model: the layouts it looks into, weak references, the lists
// gc.callbacks and gc.garbage, reports on sys.stderr, and the questions of module gc.
#include "runtime/model/collector.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/gc.h"
#include "runtime/gc/layout.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/shape.h"
#include "runtime/model/weakref.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

#include <stdio.h>

#define SAME_PLACE(mirror, mirror_field, real, field)                                  \
    _Static_assert(offsetof(mirror, mirror_field) == offsetof(real, field) &&          \
                       sizeof(((mirror *)0)->mirror_field) == sizeof(((real *)0)->field), \
                   "gc/layout.h mirrors " #real)
SAME_PLACE(GcList, items, ListObject, items);
SAME_PLACE(GcList, count, ListObject, count);
SAME_PLACE(GcTuple, count, TupleObject, count);
_Static_assert(offsetof(GcTuple, items) == offsetof(TupleObject, items), "gc/layout.h");
SAME_PLACE(GcDict, entry_count, DictObject, entry_count);
SAME_PLACE(GcDict, entries, DictObject, entries);
SAME_PLACE(GcDict, is_str_keyed, DictObject, is_str_keyed);
SAME_PLACE(GcDict, is_shape_backed, DictObject, is_shape_backed);
SAME_PLACE(GcDictEntry, key, DictEntry, key);
SAME_PLACE(GcDictEntry, value, DictEntry, value);
SAME_PLACE(GcDictStrEntry, value, DictStrEntry, value);
_Static_assert(sizeof(GcDictEntry) == sizeof(DictEntry), "gc/layout.h");
_Static_assert(sizeof(GcDictStrEntry) == sizeof(DictStrEntry), "gc/layout.h");
SAME_PLACE(GcShape, slot_count, Shape, slot_count);
SAME_PLACE(GcInstance, shape, InstanceObject, shape);
_Static_assert(offsetof(GcInstance, slots) == offsetof(InstanceObject, slots), "gc/layout.h");

Object *collector_callbacks;
Object *collector_garbage;

// ---- Announcing ---------------------------------------------------------------------------------

static int set_number(Object *dict, const char *key, int64_t value)
{
    Object *number = int_from_int64(value);
    if (!number)
        return -1;
    int result = dict_set_text(DICT(dict), key, number);
    decref(number);
    return result;
}

static void notify(bool is_start, int generation, int64_t collected)
{
    if (!collector_callbacks || LIST(collector_callbacks)->count == 0)
        return;
    Object *exception = error_take();
    Object *phase = str_from_text(is_start ? "start" : "stop");
    Object *info = phase ? dict_new() : NULL;
    if (!info || set_number(info, "generation", generation) < 0 ||
        set_number(info, "collected", collected) < 0 || set_number(info, "uncollectable", 0) < 0) {
        error_write_unraisable(NULL, NULL);
        goto done;
    }
    for (size_t i = 0; i < LIST(collector_callbacks)->count; i++) {
        Object *callback = new_ref(LIST(collector_callbacks)->items[i]);
        Object *result = call_two(callback, phase, info);
        if (result)
            decref(result);
        else
            error_write_unraisable(callback, NULL);
        decref(callback);
    }
done:
    xdecref(phase);
    xdecref(info);
    error_restore_steal(exception);
}

// Through sys.stderr if there is one that works.
static void report(const char *text)
{
    Object *exception = error_take();
    Object *stream = state.sys_dict ? dict_get_text_borrow(state.sys_dict, "stderr") : NULL;
    Object *message = stream ? str_from_text(text) : NULL, *result = NULL;
    if (message) {
        incref(stream);
        result = call_method_one(stream, NAME(write), message);
        decref(stream);
        decref(message);
    }
    if (!result) {
        error_clear();
        fputs(text, stderr);
    }
    xdecref(result);
    error_restore_steal(exception);
}

static void keep_garbage(Object *object)
{
    if (collector_garbage && list_append(collector_garbage, object) < 0)
        error_clear();
}

static void error_in_clear(Object *object)
{
    error_write_unraisable(OBJECT(type_of(object)), "Exception ignored in tp_clear of");
}

void collector_prepare(void)
{
    gc_hooks = (GcHooks){
        .weakrefs_clear = weakref_clear_trash,
        .weakrefs_have_callbacks = weakref_has_callbacks,
        .weakref_kill = weakref_kill,
        .weakrefs_run_queue = weakref_run_trash_callbacks,
        .weakrefs_of_dead = weakref_clear_object,
        .notify = notify,
        .keep_garbage = keep_garbage,
        .report = report,
        .error_in_clear = error_in_clear,
        .error_save = error_take,
        .error_restore = error_restore_steal,
        .release_caches = type_clear_method_cache,
    };
}

int collector_start(void)
{
    collector_callbacks = list_new(0);
    collector_garbage = list_new(0);
    return collector_callbacks && collector_garbage ? 0 : -1;
}

void collector_stop(void)
{
    ref_clear(&collector_callbacks);
    ref_clear(&collector_garbage);
}

// ---- Questions ----------------------------------------------------------------------------------

typedef struct Search {
    Object *list;            // the result, left out of itself
    Object *const *targets;  // referrers
    size_t count;
} Search;

static int append_object(Object *object, void *context)
{
    Search *search = context;
    return object == search->list ? 0 : list_append(search->list, object);
}

Object *collector_get_objects(int generation)
{
    Search search = {.list = list_new(0)};
    if (!search.list)
        return NULL;
    int result = 0;
    if (generation >= 0)
        result = gc_visit_objects(generation, append_object, &search);
    else
        for (int i = 0; i < 3 && result == 0; i++)
            result = gc_visit_objects(i, append_object, &search);
    if (result < 0)
        ref_clear(&search.list);
    return search.list;
}

static int is_target(Object *referent, void *context)
{
    const Search *search = context;
    for (size_t i = 0; i < search->count; i++)
        if (search->targets[i] == referent)
            return 1;
    return 0;
}

static int append_referrer(Object *object, void *context)
{
    Search *search = context;
    // get_referrers(*objects) works on that tuple itself
    bool is_arguments = IS_EXACT(object, TUPLE) && TUPLE(object)->items == search->targets;
    if (object == search->list || is_arguments || !type_of(object)->traverse ||
        !type_of(object)->traverse(object, is_target, search))
        return 0;
    return list_append(search->list, object);
}

Object *collector_get_referrers(Object *const *targets, size_t count)
{
    Search search = {.list = list_new(0), .targets = targets, .count = count};
    if (search.list && gc_visit_objects(-1, append_referrer, &search) < 0)
        ref_clear(&search.list);
    return search.list;
}

static int append_referent(Object *referent, void *context)
{
    return list_append(context, referent);
}

Object *collector_get_referents(Object *const *sources, size_t count)
{
    Object *list = list_new(0);
    for (size_t i = 0; list && i < count; i++) {
        const TypeObject *type = type_of(sources[i]);
        bool is_static_type = IS_TYPE(sources[i]) &&
                              !type_has((const TypeObject *)sources[i], TF_HEAP);
        if (type_has(type, TF_TRACKED) && type->traverse && !is_static_type &&
            type->traverse(sources[i], append_referent, list) < 0)
            ref_clear(&list);
    }
    return list;
}
