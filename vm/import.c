// import: builtin modules, modules of the library embedded in the binary, files and packages on sys.path.
// Read import_name for the statement, find_and_load for one module.
//
// A module is entered in sys.modules before its code runs and taken out again when that fails, so
// that circular imports see a partially initialised module, as in CPython.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "compiler/compile.h"
#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/program/module.h"
#include "runtime/text/bytes.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"
#include "vm/vm.h"

static struct {
    const ModuleDef *const *table; // builtin modules, ended by NULL
} import_state;

int import_start(const ModuleDef *const *modules)
{
    import_state.table = modules;
    return 0;
}

void import_stop(void)
{
    import_state.table = NULL;
}

Object *vm_import_function_borrow(void)
{
    static const char import_text[] = "__import__";
    Object *function = dict_get_text_borrow(state.builtins, import_text);
    return function && IS_EXACT(function, C_FUNCTION) ? function : NULL;
}

static const ModuleDef *find_builtin(const char *name)
{
    for (const ModuleDef *const *entry = import_state.table; entry && *entry; entry++)
        if (strcmp((*entry)->name, name) == 0)
            return *entry;
    return NULL;
}

// Modules of CPython's binary come before files of that name; those that CPython has in files of its
// own give way to a script's, as sys.path begins with the script's folder. Ours are all in the binary.
static bool gives_way_to_files(const ModuleDef *def)
{
    static const char *const in_binary[] = {"_collections_abc", "_collections_user", "_weakrefdict", "abc",
                                            "genericpath", "io", "os", "posixpath", "stat"};
    if (!def->source)
        return strcmp(def->name, "mem") == 0; // CPython has none
    for (size_t i = 0; i < sizeof in_binary / sizeof *in_binary; i++)
        if (strcmp(def->name, in_binary[i]) == 0)
            return false;
    return true;
}

// --- errors ---

// Gives the ModuleNotFoundError that was raised its name attribute. Returns NULL.
static Object *set_missing_name(Object *name)
{
    if (state.exception && type_of(state.exception) == &exc_module_not_found_error)
        ref_set_steal(&((ImportErrorObject *)state.exception)->name, new_ref(name));
    return NULL;
}

static Object *raise_not_found(Object *name, Object *parent_or_null)
{
    if (parent_or_null)
        error_format(&exc_module_not_found_error, "No module named %R; %R is not a package", name, parent_or_null);
    else
        error_format(&exc_module_not_found_error, "No module named %R", name);
    return set_missing_name(name);
}

// --- reading ---

// Whole file. 0; -1 with OSError.
static int read_file(const char *path, Buffer *buffer)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        error_os(errno, NULL);
        return -1;
    }
    for (;;) {
        if (buffer_reserve(buffer, 65536) < 0) {
            close(fd);
            error_no_memory();
            return -1;
        }
        ssize_t got = read(fd, buffer->data + buffer->size, buffer->capacity - buffer->size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            int failure = errno;
            close(fd);
            if (got < 0)
                error_os(failure, NULL);
            return got < 0 ? -1 : 0;
        }
        buffer->size += (size_t)got;
    }
}

static bool is_file(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

// --- making modules ---

static int set_standard_names(ModuleObject *module, Object *name, Object *package, Object *file_or_null)
{
    DictObject *dict = module->dict;
    if (dict_set_str(dict, NAME(name), name) < 0 || dict_set_str(dict, NAME(package), package) < 0)
        return -1;
    if (file_or_null && dict_set_str(dict, NAME(file), file_or_null) < 0)
        return -1;
    if (!dict_get_str_borrow(dict, NAME(spec)) && dict_set_str(dict, NAME(spec), object_none) < 0)
        return -1;
    if (!dict_get_str_borrow(dict, NAME(loader)) && dict_set_str(dict, NAME(loader), object_none) < 0)
        return -1;
    return 0;
}

// Everything of a dotted name before the last dot, or "" (new str).
static Object *parent_of(Object *name)
{
    size_t length = str_length(name);
    for (size_t i = length; i-- > 0;)
        if (str_char_at(name, i) == '.')
            return str_slice(name, 0, i);
    return new_ref(OBJECT(str_empty));
}

static Object *last_part_of(Object *name)
{
    size_t length = str_length(name);
    for (size_t i = length; i-- > 0;)
        if (str_char_at(name, i) == '.')
            return str_slice(name, i + 1, length);
    return new_ref(name);
}

// Compiles and runs a module's text in a new module that is entered in sys.modules. What the script
// put in sys.modules under that name is the result.
static Object *run_module(Object *name, const char *text, size_t byte_size, Object *file, Object *path_or_null)
{
    Object *module = NULL, *package = NULL, *code_name = NULL, *result = NULL;
    CodeObject *code = NULL;
    code_name = file ? new_ref(file) : str_format("<frozen %U>", name);
    if (!code_name)
        return NULL;
    code = compile_text(text, byte_size, code_name, COMPILE_FILE, file ? COMPILE_FROM_FILE : 0);
    decref(code_name);
    if (!code)
        return NULL;
    module = module_new(name);
    package = path_or_null ? new_ref(name) : parent_of(name);
    if (!module || !package || set_standard_names(MODULE(module), name, package, file) < 0)
        goto done;
    if (path_or_null && dict_set_str(MODULE(module)->dict, NAME(path), path_or_null) < 0)
        goto done;
    if (dict_set(state.modules, name, module) < 0)
        goto done;
    module_set_initializing(module, true);
    result = vm_run_code(code, MODULE(module)->dict, NULL);
    module_set_initializing(module, false);
    if (!result) {
        Object *error = error_take();
        dict_delete_optional(state.modules, name);
        error_clear();
        error_restore_steal(error);
        goto done;
    }
    decref(result);
    result = dict_get(state.modules, name);
    if (!result && !error_occurred())
        error_format(&exc_key_error, "%R", name);
done:
    decref(OBJECT(code));
    xdecref(module);
    xdecref(package);
    return result;
}

static Object *load_builtin(const ModuleDef *def, Object *name)
{
    if (def->source)
        return run_module(name, def->source, def->source_size, NULL, NULL);
    Object *module = module_from_def(def);
    if (!module)
        return NULL;
    if (set_standard_names(MODULE(module), name, OBJECT(str_empty), NULL) < 0 ||
        dict_set(state.modules, name, module) < 0)
        ref_clear(&module);
    return module;
}

static Object *load_file(Object *name, const char *path, Object *package_path_or_null)
{
    Buffer buffer;
    buffer_init(&buffer);
    Object *file = str_from_utf8(path, strlen(path)), *module = NULL;
    if (file && read_file(path, &buffer) == 0)
        module = run_module(name, (const char *)buffer.data, buffer.size, file, package_path_or_null);
    xdecref(file);
    buffer_free(&buffer);
    return module;
}

// Looks for module `leaf` in one folder. 1: *module is set (NULL: loading failed); 0: not there.
static int load_from_folder(Object *name, const char *folder, const char *leaf, Object **module)
{
    char path[4096];
    const char *separator = *folder && folder[strlen(folder) - 1] != '/' ? "/" : "";
    if (!*folder)
        folder = ".", separator = "/";
    if (snprintf(path, sizeof path, "%s%s%s/__init__.py", folder, separator, leaf) >= (int)sizeof path)
        return 0;
    if (is_file(path)) {
        char package_folder[4096];
        snprintf(package_folder, sizeof package_folder, "%s%s%s", folder, separator, leaf);
        Object *text = str_from_utf8(package_folder, strlen(package_folder));
        Object *package_path = text ? list_from_array(&text, 1) : NULL;
        xdecref(text);
        *module = package_path ? load_file(name, path, package_path) : NULL;
        xdecref(package_path);
        return 1;
    }
    snprintf(path, sizeof path, "%s%s%s.py", folder, separator, leaf);
    if (!is_file(path))
        return 0;
    *module = load_file(name, path, NULL);
    return 1;
}

// Folders to search: sys.path, or the __path__ of the parent package. Borrowed; NULL with exception.
static Object *search_path_borrow(Object *parent_module_or_null, Object *name, Object *parent_name)
{
    if (!parent_module_or_null) {
        Object *path = dict_get_str_borrow(state.sys_dict, NAME(plain_path));
        if (!path && !error_occurred())
            error_text(&exc_runtime_error, "sys.path must be a list of directory names");
        return path;
    }
    Object *path = NULL;
    if (IS_EXACT(parent_module_or_null, MODULE))
        path = dict_get_str_borrow(MODULE(parent_module_or_null)->dict, NAME(path));
    if (!path && !error_occurred())
        raise_not_found(name, parent_name);
    return path;
}

// Loads a module that is not in sys.modules: new reference.
static Object *find_and_load(Object *name, Object *parent_module_or_null, Object *parent_name)
{
    const char *text = str_utf8(name, NULL);
    if (!text)
        return NULL;
    const ModuleDef *def = parent_module_or_null ? NULL : find_builtin(text);
    if (def && !gives_way_to_files(def))
        return load_builtin(def, name);
    Object *path = search_path_borrow(parent_module_or_null, name, parent_name);
    if (!path)
        return NULL;
    Object *folders = object_to_list(path), *module = NULL;
    if (!folders)
        return NULL;
    const char *leaf = strrchr(text, '.');
    leaf = leaf ? leaf + 1 : text;
    int found = 0;
    for (size_t i = 0; i < LIST(folders)->count && !found; i++) {
        Object *folder = LIST(folders)->items[i];
        const char *folder_text = IS_STR(folder) ? str_utf8(folder, NULL) : NULL;
        if (folder_text)
            found = load_from_folder(name, folder_text, leaf, &module);
        else
            error_clear();
    }
    decref(folders);
    if (found)
        return module;
    return def ? load_builtin(def, name) : raise_not_found(name, NULL);
}

// Binds a loaded submodule in its parent. 0 / -1.
static int bind_in_parent(Object *parent_module, Object *name, Object *module)
{
    Object *leaf = last_part_of(name);
    if (!leaf)
        return -1;
    int status = object_set_attribute(parent_module, leaf, module);
    decref(leaf);
    return status;
}

Object *import_module(Object *name)
{
    Object *module = dict_get(state.modules, name);
    if (module && module != object_none)
        return module;
    if (module) {
        decref(module);
        error_format(&exc_module_not_found_error, "import of %S halted; None in sys.modules", name);
        return set_missing_name(name);
    }
    if (error_occurred())
        return NULL;
    Object *parent_name = parent_of(name), *parent_module = NULL;
    if (!parent_name)
        return NULL;
    if (str_length(parent_name)) {
        parent_module = dict_get(state.modules, parent_name); // None is no package
        if (!parent_module && !error_occurred())
            parent_module = import_module(parent_name);
        if (!parent_module)
            goto done;
        module = dict_get(state.modules, name); // the parent's code may have imported it
        if (module || error_occurred())
            goto done;
    }
    if (recursion_enter(NULL) < 0)
        goto done;
    module = find_and_load(name, parent_module, parent_name);
    recursion_leave();
    if (module && parent_module && bind_in_parent(parent_module, name, module) < 0)
        ref_clear(&module);
done:
    decref(parent_name);
    xdecref(parent_module);
    return module;
}

// --- the statement ---

// __package__ of the importing module (new str), for relative imports. NULL with ImportError.
static Object *calling_package(DictObject *globals)
{
    Object *package = globals ? dict_get_str_borrow(globals, NAME(package)) : NULL;
    if (package && package != object_none) {
        if (!IS_STR(package))
            return error_text(&exc_type_error, "package must be a string");
        incref(package);
    } else {
        Object *name = globals ? dict_get_str_borrow(globals, NAME(name)) : NULL;
        if (!name)
            return error_text(&exc_key_error, "'__name__' not in globals");
        if (!IS_STR(name))
            return error_text(&exc_type_error, "__name__ must be a string");
        package = dict_get_str_borrow(globals, NAME(path)) ? new_ref(name) : parent_of(name);
    }
    if (package && str_length(package) == 0) {
        decref(package);
        return error_text(&exc_import_error, "attempted relative import with no known parent package");
    }
    return package;
}

// Absolute name of `name` at `level` dots in the package of globals.
static Object *resolve_name(Object *name, DictObject *globals, int level)
{
    Object *package = calling_package(globals);
    if (!package)
        return NULL;
    for (int i = 1; i < level; i++) {
        Object *up = parent_of(package);
        decref(package);
        if (!up)
            return NULL;
        package = up;
        if (str_length(package) == 0) {
            decref(package);
            return error_text(&exc_import_error, "attempted relative import beyond top-level package");
        }
    }
    if (str_length(name) == 0)
        return package;
    Object *absolute = str_format("%U.%U", package, name);
    decref(package);
    return absolute;
}

// from package import a, b: submodules that are not attributes yet are imported.
static int import_submodules(Object *module, Object *fromlist)
{
    Object *path = IS_EXACT(module, MODULE) ? dict_get_str_borrow(MODULE(module)->dict, NAME(path)) : NULL;
    if (!path)
        return error_occurred() ? -1 : 0;
    Object *module_name = dict_get_str_borrow(MODULE(module)->dict, NAME(name));
    if (!module_name || !IS_STR(module_name))
        return 0;
    Object *items = object_to_list(fromlist);
    if (!items)
        return -1;
    int status = 0;
    for (size_t i = 0; i < LIST(items)->count && status == 0; i++) {
        Object *item = LIST(items)->items[i];
        if (!IS_STR(item)) {
            error_format(&exc_type_error, "Item in ``from list'' must be str, not %T", item);
            status = -1;
        } else if (str_equal_text(item, "*")) {
            Object *all = dict_get_str_borrow(MODULE(module)->dict, NAME(all));
            if (all && recursion_enter(NULL) == 0) {
                status = import_submodules(module, all);
                recursion_leave();
            }
        } else {
            int has = object_has_attribute(module, item);
            if (has != 0) {
                status = has < 0 ? -1 : 0;
                continue;
            }
            Object *full = str_format("%U.%U", module_name, item);
            Object *submodule = full ? import_module(full) : NULL;
            if (!submodule && full && error_is(&exc_module_not_found_error)) {
                Object *missing = ((ImportErrorObject *)state.exception)->name;
                if (missing && IS_STR(missing) && str_equal(missing, full))
                    error_clear(); // import_from says it better
            }
            status = error_occurred() ? -1 : 0;
            xdecref(full);
            xdecref(submodule);
        }
    }
    decref(items);
    return status;
}

Object *import_name(Object *name, DictObject *globals, Object *fromlist, int level)
{
    Object *absolute, *module, *result = NULL;
    if (level == 0 && str_length(name) == 0)
        return error_text(&exc_value_error, "Empty module name");
    absolute = level > 0 ? resolve_name(name, globals, level) : new_ref(name);
    if (!absolute)
        return NULL;
    module = import_module(absolute);
    if (!module)
        goto done;
    int has_fromlist = fromlist && fromlist != object_none ? object_is_true(fromlist) : 0;
    if (has_fromlist < 0)
        goto done;
    if (has_fromlist) {
        if (import_submodules(module, fromlist) == 0)
            result = new_ref(module);
        goto done;
    }
    // import a.b.c binds a
    size_t first_dot = 0, length = str_length(name);
    while (first_dot < length && str_char_at(name, first_dot) != '.')
        first_dot++;
    if (first_dot == length) {
        result = new_ref(module);
    } else {
        size_t cut = str_length(absolute) - (length - first_dot);
        Object *top = str_slice(absolute, 0, cut);
        result = top ? import_module(top) : NULL;
        xdecref(top);
    }
done:
    decref(absolute);
    xdecref(module);
    return result;
}

// "(path)" or "(unknown location)" for messages; new str.
static Object *location_of(Object *module)
{
    Object *file = IS_EXACT(module, MODULE) ? dict_get_str_borrow(MODULE(module)->dict, NAME(file)) : NULL;
    return file && IS_STR(file) ? new_ref(file) : str_from_text("unknown location");
}

Object *import_from(Object *module, Object *name)
{
    Object *value = object_get_attribute_optional(module, name);
    if (value || error_occurred())
        return value;
    Object *module_name = object_get_attribute_optional(module, NAME(name));
    if (!module_name && error_occurred())
        return NULL;
    if (module_name && IS_STR(module_name)) {
        Object *full = str_format("%U.%U", module_name, name);
        value = full ? dict_get(state.modules, full) : NULL;
        xdecref(full);
        if (value || error_occurred()) {
            decref(module_name);
            return value;
        }
    }
    Object *location = location_of(module);
    Object *shown = module_name && IS_STR(module_name) ? new_ref(module_name) : str_from_text("<unknown module name>");
    if (location && shown) {
        Object *loading = dict_get(state.modules, shown);
        bool is_partial = loading && IS_EXACT(module, MODULE) && module_is_initializing(module);
        error_format(&exc_import_error,
                     is_partial ? "cannot import name %R from partially initialized module %R (most likely due to a "
                                  "circular import) (%U)"
                                : "cannot import name %R from %R (%U)",
                     name, shown, location);
        xdecref(loading);
        if (state.exception && type_of(state.exception) == &exc_import_error) {
            ImportErrorObject *error = (ImportErrorObject *)state.exception;
            ref_set_steal(&error->name, new_ref(shown));
            Object *file = IS_EXACT(module, MODULE) ? dict_get_str_borrow(MODULE(module)->dict, NAME(file)) : NULL;
            ref_set_steal(&error->path, file ? new_ref(file) : NULL);
        }
    }
    xdecref(location);
    xdecref(shown);
    xdecref(module_name);
    return NULL;
}

// A name in __all__ (else in __dict__) that is no str. Returns -1.
static int raise_bad_star_name(Object *module, bool in_all, Object *name)
{
    Object *module_name = object_get_attribute(module, NAME(name));
    if (module_name && !IS_STR(module_name))
        error_format(&exc_type_error, "module __name__ must be a string, not %T", module_name);
    else if (module_name)
        error_format(&exc_type_error, "%s in %S.%s must be str, not %T", in_all ? "Item" : "Key", module_name,
                     in_all ? "__all__" : "__dict__", name);
    xdecref(module_name);
    return -1;
}

int import_star(Object *module, Object *locals)
{
    Object *names_object = object_get_attribute_optional(module, NAME(all));
    bool skip_private = !names_object;
    if (!names_object) {
        if (error_occurred())
            return -1;
        Object *dict = object_get_attribute_optional(module, NAME(dict));
        if (!dict) {
            if (!error_occurred())
                error_text(&exc_import_error, "from-import-* object has no __dict__ and no __all__");
            return -1;
        }
        names_object = object_to_list(dict);
        decref(dict);
        if (!names_object)
            return -1;
    }
    Object *items = object_to_list(names_object);
    decref(names_object);
    if (!items)
        return -1;
    int status = 0;
    for (size_t i = 0; i < LIST(items)->count && status == 0; i++) {
        Object *name = LIST(items)->items[i];
        if (!IS_STR(name)) {
            status = raise_bad_star_name(module, !skip_private, name);
            break;
        }
        if (skip_private && str_length(name) && str_char_at(name, 0) == '_')
            continue;
        Object *value = object_get_attribute(module, name);
        status = value ? object_set_subscript(locals, name, value) : -1;
        xdecref(value);
    }
    decref(items);
    return status;
}
