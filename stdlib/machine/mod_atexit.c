// Module atexit: functions that the interpreter calls when it ends, last registered first.
// The list is a root of its own: nothing that scripts can reach refers to it.
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/gc.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "vm/hooks.h"

// (function, arguments, keywords or None), or None where it was unregistered; in order of
// registration. Owned; NULL before the first.
static Object *callbacks;
static bool is_installed; // stop() is called at the end

static void drop_callbacks(void)
{
    if (callbacks && list_set_slice(callbacks, 0, (int64_t)LIST(callbacks)->count, NULL) < 0)
        error_clear();
}

static Object *keywords_dict(Object *const *values, Object *kwnames)
{
    if (!kwnames || TUPLE(kwnames)->count == 0)
        return object_none;
    Object *keywords = dict_new();
    for (size_t i = 0; keywords && i < TUPLE(kwnames)->count; i++)
        if (dict_set(keywords, TUPLE(kwnames)->items[i], values[i]) < 0)
            ref_clear(&keywords);
    return keywords;
}

static Object *atexit_fn_register(Object *module, Object *const *args, size_t nargs,
                                  Object *kwnames)
{
    (void)module;
    if (nargs == 0)
        return error_text(&exc_type_error, "register() takes at least 1 argument (0 given)");
    if (!type_of(args[0])->call)
        return error_text(&exc_type_error, "the first argument must be callable");
    if (!callbacks) {
        callbacks = list_new(0);
        if (!callbacks)
            return NULL;
        gc_untrack(callbacks);
    }
    Object *entry = NULL;
    Object *arguments = tuple_from_array(args + 1, nargs - 1);
    Object *keywords = arguments ? keywords_dict(args + nargs, kwnames) : NULL;
    if (keywords)
        entry = tuple_from_array((Object *[]){args[0], arguments, keywords}, 3);
    xdecref(arguments);
    xdecref(keywords);
    if (!entry || list_append_steal(callbacks, entry) < 0)
        return NULL;
    return new_ref(args[0]);
}

// Calls those that are registered now; what they register is dropped. Errors are only shown.
static void run_callbacks(void)
{
    for (size_t i = callbacks ? LIST(callbacks)->count : 0; i-- > 0;) {
        if (i >= LIST(callbacks)->count)
            continue; // cleared by a callback
        if (LIST(callbacks)->items[i] == object_none)
            continue; // unregistered
        Object *entry = new_ref(LIST(callbacks)->items[i]);
        Object *const *items = TUPLE(entry)->items;
        Object *result =
            call_tuple_dict(items[0], items[1], items[2] == object_none ? NULL : items[2]);
        if (!result)
            error_write_unraisable(items[0], "Exception ignored in atexit callback");
        xdecref(result);
        decref(entry);
    }
    drop_callbacks();
}

static Object *atexit_fn_run_exitfuncs(Object *module)
{
    (void)module;
    run_callbacks();
    return_none;
}

static Object *atexit_fn_clear(Object *module)
{
    (void)module;
    drop_callbacks();
    return_none;
}

static Object *atexit_fn_ncallbacks(Object *module)
{
    (void)module;
    return int_from_size(callbacks ? LIST(callbacks)->count : 0);
}

static Object *atexit_fn_unregister(Object *module, Object *function)
{
    (void)module;
    for (size_t i = 0; callbacks && i < LIST(callbacks)->count; i++) {
        Object *entry = new_ref(LIST(callbacks)->items[i]);
        int is_same = entry != object_none ? object_equal(TUPLE(entry)->items[0], function) : 0;
        bool is_there = i < LIST(callbacks)->count && LIST(callbacks)->items[i] == entry;
        decref(entry);
        if (is_same < 0)
            return NULL;
        if (is_same && is_there)
            ref_set_steal(&LIST(callbacks)->items[i], object_none);
    }
    return_none;
}

static void stop(void)
{
    run_callbacks();
    ref_clear(&callbacks);
    is_installed = false;
}

static int fill(ModuleObject *module)
{
    (void)module;
    if (!is_installed && hooks_at_exit(stop) < 0) {
        error_text(&exc_runtime_error, "too many modules want to be called at exit");
        return -1;
    }
    is_installed = true;
    return 0;
}

static const MethodDef functions[] = {
    {"register", (void *)atexit_fn_register, METHOD_KEYWORDS,
     "register(func, *args, **kwargs) -> func\n\n"
     "Register a function to be executed upon normal program termination\n\n"
     "    func - function to be called at exit\n"
     "    args - optional arguments to pass to func\n"
     "    kwargs - optional keyword arguments to pass to func\n\n"
     "    func is returned to facilitate usage as a decorator."},
    {"_clear", (void *)atexit_fn_clear, METHOD_NOARGS,
     "_clear() -> None\n\nClear the list of previously registered exit functions."},
    {"unregister", (void *)atexit_fn_unregister, METHOD_O,
     "unregister(func) -> None\n\n"
     "Unregister an exit function which was previously registered using\natexit.register\n\n"
     "    func - function to be unregistered"},
    {"_run_exitfuncs", (void *)atexit_fn_run_exitfuncs, METHOD_NOARGS,
     "_run_exitfuncs() -> None\n\nRun all registered exit functions.\n\n"
     "If a callback raises an exception, it is logged with sys.unraisablehook."},
    {"_ncallbacks", (void *)atexit_fn_ncallbacks, METHOD_NOARGS,
     "_ncallbacks() -> int\n\nReturn the number of registered exit functions."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module_atexit;
const ModuleDef module_atexit = {
    .name = "atexit",
    .doc = "allow programmer to define multiple exit functions to be executed\n"
           "upon normal program termination.\n\n"
           "Two public functions, register and unregister, are defined.\n",
    .functions = functions,
    .fill = fill,
};
