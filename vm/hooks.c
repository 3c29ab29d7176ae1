// Connections upwards: sweeping caches, the frame that super() asks for, and the end of all modules.
#include "vm/hooks.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/gc.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/model/weakref.h"
#include "runtime/program/cell.h"
#include "runtime/program/module.h"
#include "runtime/program/super.h"
#include "runtime/text/str.h"
#include "vm/eval.h"
#include "vm/vm.h"

// Zero-argument super(): the class from the __class__ cell, the instance from the first parameter.
// Both borrowed. 0; -1 with RuntimeError.
static int super_context(TypeObject **type, Object **self)
{
    Frame *frame = vm.frame;
    if (frame < vm.frames) {
        error_text(&exc_runtime_error, "super(): no current frame");
        return -1;
    }
    CodeObject *code = frame->code;
    if (code->argument_count == 0) {
        error_text(&exc_runtime_error, "super(): no arguments");
        return -1;
    }
    Object *first = frame->base[0];
    if (first && code->local_kinds[0] == CODE_LOCAL_CELL && IS_EXACT(first, CELL))
        first = CELL(first)->content;
    if (!first) {
        error_text(&exc_runtime_error, "super(): arg[0] deleted");
        return -1;
    }
    for (uint32_t i = code->local_count - code->free_count; i < code->local_count; i++) {
        if (!str_equal(TUPLE(code->local_names)->items[i], NAME(class)))
            continue;
        Object *cell = frame->base[i];
        Object *class = cell && IS_EXACT(cell, CELL) ? CELL(cell)->content : NULL;
        if (!class) {
            error_text(&exc_runtime_error, "super(): empty __class__ cell");
            return -1;
        }
        if (!IS_TYPE(class)) {
            error_format(&exc_runtime_error, "super(): __class__ is not a type (%T)", class);
            return -1;
        }
        *type = (TypeObject *)class;
        *self = first;
        return 0;
    }
    error_text(&exc_runtime_error, "super(): __class__ cell not found");
    return -1;
}

// __name__ of the running module, for classes made by calling type(): new reference or NULL.
static Object *current_module(void)
{
    if (vm.frame < vm.frames)
        return NULL;
    Object *name = dict_get_str_borrow(vm.frame->globals, NAME(name));
    xincref(name);
    return name;
}

static bool is_running(const CodeObject *code)
{
    for (const Frame *frame = vm.frame; frame >= vm.frames; frame--)
        if (frame->code == code)
            return true;
    return false;
}

void hooks_install(void)
{
    function_hooks.is_running = is_running;
    type_hooks.current_module = current_module;
    type_hooks.sweep_caches = special_sweep;
    super_hooks.frame_context = super_context;
}

// --- the end ---

static struct {
    void (*functions[16])(void);
    int count;
} at_exit;

int hooks_at_exit(void (*function)(void))
{
    if (at_exit.count == (int)(sizeof at_exit.functions / sizeof *at_exit.functions))
        return -1;
    at_exit.functions[at_exit.count++] = function;
    return 0;
}

void hooks_run_at_exit(void)
{
    while (at_exit.count > 0)
        at_exit.functions[--at_exit.count]();
}

// Empties a namespace as CPython's _PyModule_Clear: names with one leading underscore first, then all
// others but __builtins__; values become None, so that finalizers find the names bound.
static void clear_namespace(DictObject *dict)
{
    for (int pass = 0; pass < 2; pass++) {
        Object *keys = dict_keys_list(OBJECT(dict));
        if (!keys) { // no memory: all at once
            error_clear();
            dict_clear(OBJECT(dict));
            return;
        }
        for (size_t i = 0; i < LIST(keys)->count; i++) {
            Object *key = LIST(keys)->items[i];
            if (!IS_STR(key) || str_length(key) == 0)
                continue;
            bool is_private = str_char_at(key, 0) == '_' && (str_length(key) < 2 || str_char_at(key, 1) != '_');
            bool wanted = pass == 0 ? is_private : !str_equal(key, NAME(builtins));
            Object *value = wanted ? dict_get_borrow(OBJECT(dict), key) : NULL;
            if (value && value != object_none && dict_set(OBJECT(dict), key, object_none) < 0)
                error_clear();
            error_clear();
        }
        decref(keys);
    }
}

// Modules lose their entry in sys.modules; those that live on are remembered by their namespaces.
static void clear_script_modules(void)
{
    Object *survivors = list_new(0);
    const Object *main_dict = NULL; // an address alone: it may be gone
    size_t position = 0;
    Object *name, *module;
    Object *table = state.modules ? dict_copy(state.modules) : NULL;
    if (!survivors || !table) { // no memory: they die in any order
        error_clear();
        xdecref(survivors);
        xdecref(table);
        if (state.modules)
            dict_clear(state.modules);
        gc_collect_silently();
        return;
    }
    while (dict_next(table, &position, &name, &module)) {
        if (!IS_EXACT(module, MODULE) || MODULE(module)->dict == state.builtins ||
            MODULE(module)->dict == state.sys_dict)
            continue;
        if (gc.is_enabled && IS_STR(name) && str_equal(name, NAME(main)))
            main_dict = OBJECT(MODULE(module)->dict);
        Object *weak = weakref_new(&type_weakref, module, NULL);
        if (!weak || list_append_steal(survivors, weak) < 0)
            error_clear();
    }
    position = 0;
    while (dict_next(table, &position, &name, &module))
        if (IS_EXACT(module, MODULE) && dict_set(state.modules, name, object_none) < 0)
            error_clear();
    dict_clear(table);
    decref(table);
    dict_clear(state.modules);
    gc_collect_from(main_dict);
    for (size_t i = LIST(survivors)->count; i-- > 0;) {
        Object *alive = weakref_get(LIST(survivors)->items[i]);
        if (alive) {
            clear_namespace(MODULE(alive)->dict);
            decref(alive);
        }
    }
    decref(survivors);
    gc_collect_silently();
}

void hooks_clear_modules(void)
{
    // sys's and builtins' extras first, so that nothing is held by the last shown value or traceback
    static const char *const forgotten[] = {"path", "argv", "ps1", "ps2", "last_type", "last_value", "last_traceback",
                                            "path_hooks", "path_importer_cache", "meta_path"};
    if (state.builtins && dict_get_text_borrow(state.builtins, "_") &&
        dict_set_text(state.builtins, "_", object_none) < 0)
        error_clear();
    for (size_t i = 0; state.sys_dict && i < sizeof forgotten / sizeof *forgotten; i++)
        if (dict_get_text_borrow(state.sys_dict, forgotten[i]) &&
            dict_set_text(state.sys_dict, forgotten[i], object_none) < 0)
            error_clear();
    clear_script_modules();
    // sys and builtins last
    if (state.sys_dict)
        clear_namespace(state.sys_dict);
    if (state.builtins)
        clear_namespace(state.builtins);
}
