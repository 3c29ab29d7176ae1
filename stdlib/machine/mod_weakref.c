// Module _weakref: the parts of weakref that cannot be written in the language (lib/weakref.py).
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"

static Object *weakref_fn_getweakrefcount(Object *module, Object *object)
{
    (void)module;
    return int_from_size(weakref_count(object));
}

static Object *weakref_fn_getweakrefs(Object *module, Object *object)
{
    (void)module;
    return weakref_list(object);
}

static Object *weakref_fn_proxy(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("proxy", nargs, 1, 2) < 0)
        return NULL;
    return weakref_proxy(args[0], nargs == 2 ? args[1] : NULL);
}

static Object *weakref_fn_remove_dead_weakref(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (args_check_count("_remove_dead_weakref", nargs, 2, 2) < 0)
        return NULL;
    if (!IS_DICT(args[0]))
        return error_format(&exc_type_error,
                            "_remove_dead_weakref() argument 1 must be dict, not %.50s",
                            type_of(args[0])->name);
    Object *value = dict_get(args[0], args[1]);
    if (!value)
        return error_occurred() ? NULL : object_none;
    if (!type_is_subtype(type_of(value), &type_weakref)) {
        decref(value);
        return error_text(&exc_type_error, "not a weakref");
    }
    Object *referent = weakref_get(value);
    decref(value);
    xdecref(referent);
    if (!referent && dict_delete_optional(args[0], args[1]) < 0)
        return NULL;
    return_none;
}

static int fill_weakref(ModuleObject *module)
{
    if (module_add_type(module, &type_weakref) < 0 || module_add_type(module, &type_weakproxy) < 0 ||
        module_add_type(module, &type_weakcallableproxy) < 0)
        return -1;
    return module_add(module, "ref", OBJECT(&type_weakref));
}

static const MethodDef weakref_functions[] = {
    {"getweakrefcount", weakref_fn_getweakrefcount, METHOD_O,
     "getweakrefcount($module, object, /)\n--\n\nReturn the number of weak references to "
     "'object'."},
    {"getweakrefs", weakref_fn_getweakrefs, METHOD_O,
     "getweakrefs($module, object, /)\n--\n\nReturn a list of all weak reference objects pointing "
     "to 'object'."},
    {"proxy", weakref_fn_proxy, METHOD_FAST,
     "proxy($module, object, callback=None, /)\n--\n\nCreate a proxy object that weakly references "
     "'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is "
     "about to be finalized."},
    {"_remove_dead_weakref", weakref_fn_remove_dead_weakref, METHOD_FAST,
     "_remove_dead_weakref($module, dct, key, /)\n--\n\nAtomically remove key from dict if it "
     "points to a dead weakref."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module__weakref;
const ModuleDef module__weakref = {
    .name = "_weakref",
    .doc = "Weak-reference support module.",
    .functions = weakref_functions,
    .fill = fill_weakref,
};
