// Modules: a dict with a name. Invariant: `dict` is never NULL once the module is tracked.
#include "runtime/program/module.h"

#include "runtime/containers/list.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/program/c_function.h"
#include "runtime/text/str.h"

enum { // private flags of the header
    FLAG_MODULE_BUILTIN = 1 << FLAG_PRIVATE_SHIFT,      // written in C
    FLAG_MODULE_INITIALIZING = 2 << FLAG_PRIVATE_SHIFT, // its body runs
};

static int set_initial_names(DictObject *dict, Object *name, Object *doc)
{
    if (dict_set_str(dict, NAME(name), name) < 0 || dict_set_str(dict, NAME(doc), doc) < 0 ||
        dict_set_str(dict, NAME(package), object_none) < 0 ||
        dict_set_str(dict, NAME(loader), object_none) < 0 ||
        dict_set_str(dict, NAME(spec), object_none) < 0)
        return -1;
    return 0;
}

static Object *module_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *dict = dict_new();
    if (!dict)
        return NULL;
    Object *self = type_allocate(type, 0);
    if (!self) {
        decref(dict);
        return NULL;
    }
    MODULE(self)->dict = DICT(dict);
    gc_track(self);
    return self;
}

static int module_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"name", "doc", NULL};
    static const Signature signature = {"module", parameters, 0, 1, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return -1;
    if (!IS_STR(values[0])) {
        error_format(&exc_type_error, "module() argument 'name' must be str, not %.50s",
                     values[0] == object_none ? "None" : type_of(values[0])->name);
        return -1;
    }
    return set_initial_names(MODULE(self)->dict, values[0], values[1] ? values[1] : object_none);
}

Object *module_new(Object *name)
{
    Object *self = module_make(&type_module, NULL, 0, NULL);
    if (self && set_initial_names(MODULE(self)->dict, name, object_none) < 0)
        ref_clear(&self);
    return self;
}

int module_add(ModuleObject *module, const char *name, Object *value)
{
    return dict_set_text(module->dict, name, value);
}

int module_add_steal(ModuleObject *module, const char *name, Object *value_or_null)
{
    if (!value_or_null)
        return -1;
    int result = dict_set_text(module->dict, name, value_or_null);
    decref(value_or_null);
    return result;
}

int module_add_type(ModuleObject *module, TypeObject *type)
{
    if (type_ready(type) < 0)
        return -1;
    return module_add(module, type->name, OBJECT(type));
}

static int add_functions(ModuleObject *module, const MethodDef *functions, Object *name)
{
    for (const MethodDef *def = functions; def && def->name; def++)
        if (module_add_steal(module, def->name, c_function_new(def, OBJECT(module), name)) < 0)
            return -1;
    return 0;
}

Object *module_from_def(const ModuleDef *def)
{
    Object *name = str_from_text(def->name), *self = NULL;
    if (!name)
        return NULL;
    self = module_new(name);
    if (!self)
        goto fail;
    self->flags |= FLAG_MODULE_BUILTIN;
    if (def->doc && module_add_steal(MODULE(self), "__doc__", str_from_text(def->doc)) < 0)
        goto fail;
    if (add_functions(MODULE(self), def->functions, name) < 0)
        goto fail;
    if (def->fill && def->fill(MODULE(self)) < 0)
        goto fail;
    decref(name);
    return self;
fail:
    decref(name);
    xdecref(self);
    return NULL;
}

bool module_is_initializing(Object *module)
{
    return (module->flags & FLAG_MODULE_INITIALIZING) != 0;
}

void module_set_initializing(Object *module, bool is_initializing)
{
    module->flags &= (uint16_t)~FLAG_MODULE_INITIALIZING;
    if (is_initializing)
        module->flags |= FLAG_MODULE_INITIALIZING;
}

// ---- Life ---------------------------------------------------------------------------------------

static void module_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&MODULE(self)->dict);
    type_release(self, 0);
    dealloc_leave();
}

static int module_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(MODULE(self)->dict);
    return 0;
}

// The dict is tracked itself: its own clear breaks the cycle, and functions that outlive the module
// still find their globals.
static int module_clear(Object *self)
{
    (void)self;
    return 0;
}

// ---- Looking at it ------------------------------------------------------------------------------

static Object *optional(Object *object, const char *name)
{
    Object *key = str_from_text(name);
    if (!key)
        return NULL;
    Object *value = object_get_attribute_optional(object, key);
    decref(key);
    return value;
}

// __spec__._initializing, for specs that scripts made.
static bool spec_is_initializing(Object *spec)
{
    if (!spec || spec == object_none)
        return false;
    Object *value = optional(spec, "_initializing");
    int is_true = value ? object_is_true(value) : 0;
    xdecref(value);
    if (error_occurred())
        error_clear();
    return is_true > 0;
}

// The attribute is nowhere: __getattr__ of the module, or the error.
static Object *get_missing(Object *self, Object *name)
{
    DictObject *dict = MODULE(self)->dict;
    Object *getattr = dict_get_str_borrow(dict, NAME(getattr));
    if (getattr) {
        incref(getattr);
        Object *value = call_one(getattr, name);
        decref(getattr);
        return value;
    }
    Object *own_name = dict_get_str_borrow(dict, NAME(name));
    if (!own_name || !IS_STR(own_name))
        return attribute_error(self, name, "module has no attribute '%U'", name);
    incref(own_name);
    Object *spec = dict_get_str_borrow(dict, NAME(spec));
    xincref(spec);
    bool is_partial = module_is_initializing(self) || spec_is_initializing(spec);
    xdecref(spec);
    attribute_error(self, name,
                    is_partial ? "partially initialized module '%U' has no attribute '%U' (most "
                                 "likely due to a circular import)"
                               : "module '%U' has no attribute '%U'",
                    own_name, name);
    decref(own_name);
    return NULL;
}

static Object *module_get_attribute(Object *self, Object *name)
{
    Object *value = NULL;
    int found = object_find_attribute_generic(self, name, &value);
    if (likely(found > 0))
        return value;
    if (found < 0) {
        if (!error_is(&exc_attribute_error))
            return NULL;
        error_clear();
    }
    return get_missing(self, name);
}

static Object *repr_from_spec(Object *spec)
{
    Object *name = optional(spec, "name"), *origin = optional(spec, "origin");
    Object *loader = optional(spec, "loader"), *has_location = optional(spec, "has_location");
    Object *result = NULL;
    if (!error_occurred()) {
        bool is_file = has_location && object_is_true(has_location) > 0;
        bool has_name = name && name != object_none;
        if (origin && origin != object_none)
            result = str_format(is_file ? "<module %R from %R>" : "<module %R (%S)>",
                                has_name ? name : object_none, origin);
        else if (loader && loader != object_none)
            result = str_format("<module %R (%R)>", has_name ? name : object_none, loader);
        else
            result = has_name ? str_format("<module %R>", name) : str_from_text("<module '?'>");
    }
    xdecref(name);
    xdecref(origin);
    xdecref(loader);
    xdecref(has_location);
    return result;
}

static Object *module_repr(Object *self)
{
    Object *spec = optional(self, "__spec__");
    Object *name = NULL, *file = NULL, *loader = NULL, *result = NULL;
    if (!spec && error_occurred())
        return NULL;
    if (spec && spec != object_none) {
        result = repr_from_spec(spec);
        decref(spec);
        return result;
    }
    xdecref(spec);
    name = optional(self, "__name__");
    file = optional(self, "__file__");
    loader = optional(self, "__loader__");
    if (!name && !error_occurred())
        name = str_from_text("?");
    if (!name || error_occurred())
        goto fail;
    if (file)
        result = str_format("<module %R from %R>", name, file);
    else if (self->flags & FLAG_MODULE_BUILTIN)
        result = str_format("<module %R (built-in)>", name);
    else if (loader && loader != object_none)
        result = str_format("<module %R (%R)>", name, loader);
    else
        result = str_format("<module %R>", name);
fail:
    xdecref(name);
    xdecref(file);
    xdecref(loader);
    return result;
}

// ---- Attributes ---------------------------------------------------------------------------------

static Object *module_method_dir(Object *self)
{
    DictObject *dict = MODULE(self)->dict;
    Object *function = dict_get_text_borrow(dict, "__dir__");
    if (!function)
        return error_occurred() ? NULL : dict_keys_list(OBJECT(dict));
    incref(function);
    Object *result = call_none(function);
    decref(function);
    return result;
}

static Object *get_dict(Object *self, void *closure)
{
    (void)closure;
    return new_ref(OBJECT(MODULE(self)->dict));
}

static Object *get_annotations(Object *self, void *closure)
{
    (void)closure;
    DictObject *dict = MODULE(self)->dict;
    Object *annotations = dict_get_str_borrow(dict, NAME(annotations));
    if (annotations)
        return new_ref(annotations);
    annotations = dict_new();
    if (annotations && dict_set_str(dict, NAME(annotations), annotations) < 0)
        ref_clear(&annotations);
    return annotations;
}

static int set_annotations(Object *self, Object *value, void *closure)
{
    (void)closure;
    DictObject *dict = MODULE(self)->dict;
    if (value)
        return dict_set_str(dict, NAME(annotations), value);
    int deleted = dict_delete_optional(OBJECT(dict), NAME(annotations));
    if (deleted == 0)
        error_text(&exc_attribute_error, "__annotations__");
    return deleted > 0 ? 0 : -1;
}

static const MethodDef module_methods[] = {
    {"__dir__", module_method_dir, METHOD_NOARGS, "__dir__() -> list\nspecialized dir() implementation"},
    {NULL, NULL, 0, NULL},
};
static const GetSetDef module_getsets[] = {
    {"__dict__", get_dict, NULL, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

TypeObject type_module = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "module",
    .doc = "Create a module object.\n\nThe name must be a string; the optional docstring can have "
           "any type.",
    .flags = TF_BASE | TF_TRACKED | TF_HAS_DICT | TF_HAS_WEAKREF,
    .index = TYPE_MODULE,
    .basic_size = sizeof(ModuleObject),
    .dict_offset = offsetof(ModuleObject, dict),
    .base = &type_object,
    .methods = module_methods,
    .getsets = module_getsets,
    .dealloc = module_dealloc,
    .traverse = module_traverse,
    .clear = module_clear,
    .make = module_make,
    .init = module_init,
    .repr = module_repr,
    .get_attribute = module_get_attribute,
};
