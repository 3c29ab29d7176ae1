// Module gc: CPython 3.11's, on top of runtime/gc and model/collector.
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/gc.h"
#include "runtime/model/call.h"
#include "runtime/model/collector.h"
#include "runtime/model/error.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"

static Object *gc_fn_enable(Object *module)
{
    (void)module;
    gc.is_enabled = true;
    return_none;
}

static Object *gc_fn_disable(Object *module)
{
    (void)module;
    gc.is_enabled = false;
    return_none;
}

static Object *gc_fn_isenabled(Object *module)
{
    (void)module;
    return object_from_bool(gc.is_enabled);
}

// An int argument of C width, through __index__. 0 / -1.
static int read_int(Object *argument, int *value)
{
    Object *number = object_to_index(argument);
    if (!number)
        return -1;
    int64_t wide;
    bool fits = int_fits_int64(number, &wide) && wide >= INT32_MIN && wide <= INT32_MAX;
    decref(number);
    if (!fits) {
        error_text(&exc_overflow_error, "Python int too large to convert to C int");
        return -1;
    }
    *value = (int)wide;
    return 0;
}

static Object *gc_fn_collect(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"generation", NULL};
    static const Signature signature = {"collect", parameters, 0, 0, 1};
    Object *argument;
    int generation = 2;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &argument) < 0 ||
        (argument && read_int(argument, &generation) < 0))
        return NULL;
    if (generation < 0 || generation > 2)
        return error_text(&exc_value_error, "invalid generation");
    return int_from_int64(gc_collect(generation));
}

static Object *gc_fn_set_debug(Object *module, Object *flags)
{
    (void)module;
    if (read_int(flags, &gc.debug) < 0)
        return NULL;
    return_none;
}

static Object *gc_fn_get_debug(Object *module)
{
    (void)module;
    return int_from_int64(gc.debug);
}

static Object *gc_fn_set_threshold(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (nargs < 1 || nargs > 3)
        return error_format(&exc_type_error, "set_threshold() takes at %s %d argument%s (%zu given)",
                            nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 3, nargs < 1 ? "" : "s",
                            nargs);
    for (size_t i = 0; i < nargs; i++) {
        Object *number = object_to_index(args[i]);
        if (!number)
            return NULL;
        int64_t value;
        bool fits = int_fits_int64(number, &value);
        bool is_negative = int_sign(number) < 0;
        decref(number);
        if (!fits)
            return error_text(&exc_overflow_error, "Python int too large to convert to C long");
        if (value < INT32_MIN || value > INT32_MAX)
            return error_format(&exc_overflow_error, "signed integer is %s",
                                is_negative ? "less than minimum" : "greater than maximum");
        gc.threshold[i] = (int32_t)value;
    }
    return_none;
}

// (a, b, c)
static Object *three_numbers(const int32_t *values)
{
    Object *tuple = tuple_new(3);
    for (size_t i = 0; tuple && i < 3; i++) {
        TUPLE(tuple)->items[i] = int_from_int64(values[i]);
        if (!TUPLE(tuple)->items[i])
            ref_clear(&tuple);
    }
    return tuple;
}

static Object *gc_fn_get_threshold(Object *module)
{
    (void)module;
    return three_numbers(gc.threshold);
}

static Object *gc_fn_get_count(Object *module)
{
    (void)module;
    int32_t count[3] = {gc.count[0], gc.count[1], gc.count[2]}; // before our own tuple counts
    return three_numbers(count);
}

static Object *gc_fn_get_objects(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"generation", NULL};
    static const Signature signature = {"get_objects", parameters, 0, 0, 1};
    Object *argument;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &argument) < 0)
        return NULL;
    if (!argument || argument == object_none)
        return collector_get_objects(-1);
    if (!IS_INT(argument) && !type_of(argument)->to_index)
        return error_format(&exc_type_error, "argument should be integer or None, not '%.200T'",
                            argument);
    int64_t generation = object_as_index(argument, &exc_overflow_error);
    if (generation == -1 && error_occurred())
        return NULL;
    if (generation >= 3)
        return error_text(&exc_value_error, "generation parameter must be less than the number of "
                                            "available generations (3)");
    if (generation < -1)
        return error_text(&exc_value_error, "generation parameter cannot be negative");
    return collector_get_objects((int)generation);
}

static int add_number(Object *dict, const char *key, int64_t value)
{
    Object *number = int_from_int64(value);
    if (!number)
        return -1;
    int result = dict_set_text(DICT(dict), key, number);
    decref(number);
    return result;
}

static Object *gc_fn_get_stats(Object *module)
{
    (void)module;
    Object *list = list_new(0);
    for (int i = 0; list && i < 3; i++) {
        struct GcStats stats = gc.stats[i];
        Object *dict = dict_new();
        if (!dict || add_number(dict, "collections", stats.collections) < 0 ||
            add_number(dict, "collected", stats.collected) < 0 ||
            add_number(dict, "uncollectable", stats.uncollectable) < 0 ||
            list_append(list, dict) < 0)
            ref_clear(&list);
        xdecref(dict);
    }
    return list;
}

static Object *gc_fn_is_tracked(Object *module, Object *object)
{
    (void)module;
    return object_from_bool(gc_is_tracked(object));
}

static Object *gc_fn_is_finalized(Object *module, Object *object)
{
    (void)module;
    return object_from_bool(object->flags & FLAG_FINALIZED);
}

static Object *gc_fn_get_referrers(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return collector_get_referrers(args, nargs);
}

static Object *gc_fn_get_referents(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return collector_get_referents(args, nargs);
}

static Object *gc_fn_freeze(Object *module)
{
    (void)module;
    gc_freeze();
    return_none;
}

static Object *gc_fn_unfreeze(Object *module)
{
    (void)module;
    gc_unfreeze();
    return_none;
}

static Object *gc_fn_get_freeze_count(Object *module)
{
    (void)module;
    return int_from_int64(gc_frozen_count());
}

static int fill_gc(ModuleObject *module)
{
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"DEBUG_STATS", GC_DEBUG_STATS},     {"DEBUG_COLLECTABLE", GC_DEBUG_COLLECTABLE},
        {"DEBUG_UNCOLLECTABLE", GC_DEBUG_UNCOLLECTABLE}, {"DEBUG_SAVEALL", GC_DEBUG_SAVEALL},
        {"DEBUG_LEAK", GC_DEBUG_LEAK},
    };
    if (module_add(module, "garbage", collector_garbage) < 0 ||
        module_add(module, "callbacks", collector_callbacks) < 0)
        return -1;
    for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
        if (module_add_steal(module, constants[i].name, int_from_int64(constants[i].value)) < 0)
            return -1;
    return 0;
}

static const MethodDef gc_functions[] = {
    {"enable", gc_fn_enable, METHOD_NOARGS,
     "enable($module, /)\n--\n\nEnable automatic garbage collection."},
    {"disable", gc_fn_disable, METHOD_NOARGS,
     "disable($module, /)\n--\n\nDisable automatic garbage collection."},
    {"isenabled", gc_fn_isenabled, METHOD_NOARGS,
     "isenabled($module, /)\n--\n\nReturns true if automatic garbage collection is enabled."},
    {"set_debug", gc_fn_set_debug, METHOD_O,
     "set_debug($module, flags, /)\n--\n\nSet the garbage collection debugging flags.\n\n  "
     "flags\n    An integer that can have the following bits turned on:\n      DEBUG_STATS - "
     "Print statistics during collection.\n      DEBUG_COLLECTABLE - Print collectable objects "
     "found.\n      DEBUG_UNCOLLECTABLE - Print unreachable but uncollectable objects\n        "
     "found.\n      DEBUG_SAVEALL - Save objects to gc.garbage rather than freeing them.\n      "
     "DEBUG_LEAK - Debug leaking programs (everything but STATS).\n\nDebugging information is "
     "written to sys.stderr."},
    {"get_debug", gc_fn_get_debug, METHOD_NOARGS,
     "get_debug($module, /)\n--\n\nGet the garbage collection debugging flags."},
    {"get_count", gc_fn_get_count, METHOD_NOARGS,
     "get_count($module, /)\n--\n\nReturn a three-tuple of the current collection counts."},
    {"set_threshold", gc_fn_set_threshold, METHOD_FAST | METHOD_BARE,
     "set_threshold(threshold0, [threshold1, threshold2]) -> None\n\nSets the collection "
     "thresholds.  Setting threshold0 to zero disables\ncollection.\n"},
    {"get_threshold", gc_fn_get_threshold, METHOD_NOARGS,
     "get_threshold($module, /)\n--\n\nReturn the current collection thresholds."},
    {"collect", gc_fn_collect, METHOD_KEYWORDS,
     "collect($module, /, generation=2)\n--\n\nRun the garbage collector.\n\nWith no arguments, "
     "run a full collection.  The optional argument\nmay be an integer specifying which "
     "generation to collect.  A ValueError\nis raised if the generation number is "
     "invalid.\n\nThe number of unreachable objects is returned."},
    {"get_objects", gc_fn_get_objects, METHOD_KEYWORDS,
     "get_objects($module, /, generation=None)\n--\n\nReturn a list of objects tracked by the "
     "collector (excluding the list returned).\n\n  generation\n    Generation to extract the "
     "objects from.\n\nIf generation is not None, return only the objects tracked by the "
     "collector\nthat are in that generation."},
    {"get_stats", gc_fn_get_stats, METHOD_NOARGS,
     "get_stats($module, /)\n--\n\nReturn a list of dictionaries containing per-generation "
     "statistics."},
    {"is_tracked", gc_fn_is_tracked, METHOD_O,
     "is_tracked($module, obj, /)\n--\n\nReturns true if the object is tracked by the garbage "
     "collector.\n\nSimple atomic objects will return false."},
    {"is_finalized", gc_fn_is_finalized, METHOD_O,
     "is_finalized($module, obj, /)\n--\n\nReturns true if the object has been already finalized "
     "by the GC."},
    {"get_referrers", gc_fn_get_referrers, METHOD_FAST | METHOD_BARE,
     "get_referrers(*objs) -> list\nReturn the list of objects that directly refer to any of "
     "objs."},
    {"get_referents", gc_fn_get_referents, METHOD_FAST | METHOD_BARE,
     "get_referents(*objs) -> list\nReturn the list of objects that are directly referred to by "
     "objs."},
    {"freeze", gc_fn_freeze, METHOD_NOARGS,
     "freeze($module, /)\n--\n\nFreeze all current tracked objects and ignore them for future "
     "collections.\n\nThis can be used before a POSIX fork() call to make the gc copy-on-write "
     "friendly.\nNote: collection before a POSIX fork() call may free pages for future "
     "allocation\nwhich can cause copy-on-write."},
    {"unfreeze", gc_fn_unfreeze, METHOD_NOARGS,
     "unfreeze($module, /)\n--\n\nUnfreeze all objects in the permanent generation.\n\nPut all "
     "objects in the permanent generation back into oldest generation."},
    {"get_freeze_count", gc_fn_get_freeze_count, METHOD_NOARGS,
     "get_freeze_count($module, /)\n--\n\nReturn the number of objects in the permanent "
     "generation."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module_gc;
const ModuleDef module_gc = {
    .name = "gc",
    .doc = "This module provides access to the garbage collector for reference cycles.\n\n"
           "enable() -- Enable automatic garbage collection.\n"
           "disable() -- Disable automatic garbage collection.\n"
           "isenabled() -- Returns true if automatic collection is enabled.\n"
           "collect() -- Do a full collection right now.\n"
           "get_count() -- Return the current collection counts.\n"
           "get_stats() -- Return list of dictionaries containing per-generation stats.\n"
           "set_debug() -- Set debugging flags.\n"
           "get_debug() -- Get debugging flags.\n"
           "set_threshold() -- Set the collection thresholds.\n"
           "get_threshold() -- Return the current the collection thresholds.\n"
           "get_objects() -- Return a list of all objects tracked by the collector.\n"
           "is_tracked() -- Returns true if a given object is tracked.\n"
           "is_finalized() -- Returns true if a given object has been already finalized.\n"
           "get_referrers() -- Return the list of objects that refer to an object.\n"
           "get_referents() -- Return the list of objects that an object refers to.\n"
           "freeze() -- Freeze all tracked objects and ignore them for future collections.\n"
           "unfreeze() -- Unfreeze all objects in the permanent generation.\n"
           "get_freeze_count() -- Return the number of objects in the permanent generation.\n",
    .functions = gc_functions,
    .fill = fill_gc,
};
