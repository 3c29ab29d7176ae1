// Function objects: 48 bytes, with what is rarely used behind `extras`. Calling them: vm/invoke.c,
// which sets type_function.call at start.
// Invariant: code and globals are never NULL; closure has code->free_count cells (NULL: none).
#include "runtime/program/function.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/program/method.h"
#include "runtime/program/module.h"
#include "runtime/text/str.h"

#include <string.h>

_Static_assert(sizeof(FunctionObject) == 48, "the size that the design promises");

FunctionObject *function_new(CodeObject *code, DictObject *globals)
{
    Object *self = gc_alloc(&type_function, sizeof(FunctionObject));
    if (unlikely(!self))
        return error_no_memory();
    FunctionObject *function = FUNCTION(self);
    function->code = new_ref(code);
    function->globals = new_ref(globals);
    function->closure = function->defaults = NULL;
    function->extras = NULL;
    gc_track(self);
    return function;
}

FunctionExtras *function_extras(FunctionObject *function)
{
    if (!function->extras) {
        FunctionExtras *extras = memory_alloc(sizeof *extras, MEMORY_RAW);
        if (!extras)
            return error_no_memory();
        memset(extras, 0, sizeof *extras);
        function->extras = extras;
    }
    return function->extras;
}

Object *function_name_borrow(const FunctionObject *function)
{
    return function->extras && function->extras->name ? function->extras->name
                                                      : function->code->name;
}

Object *function_qualname_borrow(const FunctionObject *function)
{
    return function->extras && function->extras->qualname ? function->extras->qualname
                                                          : function->code->qualname;
}

// ---- Life ---------------------------------------------------------------------------------------

FunctionHooks function_hooks;

int function_keep_code(FunctionObject *function, CodeObject *code)
{
    FunctionExtras *extras = function_extras(function);
    if (!extras)
        return -1;
    if (!extras->former_codes) {
        extras->former_codes = list_new(0);
        if (!extras->former_codes)
            return -1;
        gc_untrack(extras->former_codes); // no script sees it
    }
    ListObject *kept = LIST(extras->former_codes);
    for (size_t i = 0; i < kept->count; i++)
        if (kept->items[i] == OBJECT(code))
            return 0;
    return list_append(OBJECT(kept), OBJECT(code));
}

static void clear_extras(FunctionExtras *extras)
{
    ref_clear(&extras->former_codes);
    ref_clear(&extras->name);
    ref_clear(&extras->qualname);
    ref_clear(&extras->module);
    ref_clear(&extras->keyword_defaults);
    ref_clear(&extras->doc);
    ref_clear(&extras->dict);
    ref_clear(&extras->annotations);
}

static void function_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    FunctionObject *function = FUNCTION(self);
    ref_clear(&function->globals);
    ref_clear(&function->defaults);
    if (function->extras) {
        clear_extras(function->extras);
        memory_free(function->extras, sizeof *function->extras);
        function->extras = NULL;
    }
    ref_clear(&function->closure);
    decref(OBJECT(function->code));
    gc_free(self, sizeof *function);
    dealloc_leave();
}

static int function_traverse(Object *self, VisitFn visit, void *context)
{
    FunctionObject *function = FUNCTION(self);
    VISIT(function->code);
    VISIT(function->globals);
    FunctionExtras *extras = function->extras;
    if (extras)
        VISIT(extras->module);
    VISIT(function->defaults);
    if (extras) {
        VISIT(extras->keyword_defaults);
        VISIT(extras->doc);
        VISIT(extras->name);
        VISIT(extras->dict);
    }
    VISIT(function->closure);
    if (extras) {
        VISIT(extras->annotations);
        VISIT(extras->qualname);
    }
    return 0;
}

// Globals and cells are tracked: their own clear breaks cycles through them, and a function that is
// still called finds them.
static int function_clear(Object *self)
{
    FunctionObject *function = FUNCTION(self);
    ref_clear(&function->defaults);
    if (function->extras) {
        ref_clear(&function->extras->keyword_defaults);
        ref_clear(&function->extras->doc);
        ref_clear(&function->extras->module);
        ref_clear(&function->extras->dict);
        ref_clear(&function->extras->annotations);
    }
    return 0;
}

static int check_closure(Object *closure, const CodeObject *code)
{
    size_t free_count = code->free_count;
    bool is_tuple = closure && IS_TUPLE(closure);
    if (!is_tuple && free_count && (!closure || closure == object_none)) {
        error_text(&exc_type_error, "arg 5 (closure) must be tuple");
        return -1;
    }
    if (!is_tuple && closure && closure != object_none) {
        error_text(&exc_type_error, "arg 5 (closure) must be None or tuple");
        return -1;
    }
    size_t count = is_tuple ? TUPLE(closure)->count : 0;
    if (count != free_count) {
        error_format(&exc_value_error, "%U requires closure of length %zu, not %zu", code->name,
                     free_count, count);
        return -1;
    }
    for (size_t i = 0; i < count; i++)
        if (!IS_EXACT(TUPLE(closure)->items[i], CELL)) {
            error_format(&exc_type_error, "arg 5 (closure) expected cell, found %s",
                         type_of(TUPLE(closure)->items[i])->name);
            return -1;
        }
    return 0;
}

static Object *function_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"code", "globals", "name", "argdefs", "closure", NULL};
    static const Signature signature = {"function", parameters, 0, 2, 5};
    Object *values[5];
    (void)type;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (!IS_EXACT(values[0], CODE) || !IS_DICT(values[1])) {
        bool is_first = !IS_EXACT(values[0], CODE);
        return error_format(&exc_type_error, "function() argument '%s' must be %s, not %.50s",
                            is_first ? "code" : "globals", is_first ? "code" : "dict",
                            type_of(values[!is_first])->name);
    }
    CodeObject *code = (CodeObject *)values[0];
    Object *name = values[2] == object_none ? NULL : values[2];
    Object *defaults = values[3] == object_none ? NULL : values[3];
    if (name && !IS_STR(name))
        return error_text(&exc_type_error, "arg 3 (name) must be None or string");
    if (defaults && !IS_TUPLE(defaults))
        return error_text(&exc_type_error, "arg 4 (defaults) must be None or tuple");
    if (check_closure(values[4], code) < 0)
        return NULL;
    FunctionObject *function = function_new(code, DICT(values[1]));
    if (!function)
        return NULL;
    function->defaults = defaults ? new_ref(defaults) : NULL;
    if (code->free_count)
        function->closure = new_ref(values[4]);
    if (name) {
        FunctionExtras *extras = function_extras(function);
        if (!extras) {
            decref(OBJECT(function));
            return NULL;
        }
        extras->name = new_ref(name);
    }
    return OBJECT(function);
}

static Object *function_repr(Object *self)
{
    return str_format("<function %U at %p>", function_qualname_borrow(FUNCTION(self)), self);
}

static Object *function_descriptor_get(Object *self, Object *instance_or_null, Object *owner)
{
    (void)owner;
    if (!instance_or_null || instance_or_null == object_none)
        return new_ref(self);
    return method_new(self, instance_or_null);
}

static Object *function_get_attribute(Object *self, Object *name)
{
    FunctionExtras *extras = FUNCTION(self)->extras;
    return object_get_attribute_with_dict(self, name, extras ? extras->dict : NULL);
}

static int function_set_attribute(Object *self, Object *name, Object *value_or_null)
{
    FunctionExtras *extras = function_extras(FUNCTION(self));
    return extras ? object_set_attribute_with_dict(self, name, value_or_null, &extras->dict) : -1;
}

// ---- Attributes ---------------------------------------------------------------------------------

static Object *new_ref_or_none(Object *value)
{
    return value ? new_ref(value) : object_none;
}

static Object *get_code(Object *self, void *closure)
{
    (void)closure;
    return new_ref(OBJECT(FUNCTION(self)->code));
}

static int set_code(Object *self, Object *value, void *closure)
{
    (void)closure;
    FunctionObject *function = FUNCTION(self);
    if (!value || !IS_EXACT(value, CODE)) {
        error_text(&exc_type_error, "__code__ must be set to a code object");
        return -1;
    }
    CodeObject *code = (CodeObject *)value;
    size_t wanted = function->closure ? TUPLE(function->closure)->count : 0;
    if (code->free_count != wanted) {
        error_format(&exc_value_error, "%U() requires a code object with %zu free vars, not %u",
                     function_name_borrow(function), wanted, (unsigned)code->free_count);
        return -1;
    }
    // The names stay the function's own.
    FunctionExtras *extras = function_extras(function);
    if (!extras)
        return -1;
    if (!extras->name)
        extras->name = new_ref(function->code->name);
    if (!extras->qualname)
        extras->qualname = new_ref(function->code->qualname);
    if (!extras->doc)
        extras->doc = new_ref_or_none(function->code->doc);
    if (function_hooks.is_running && function_hooks.is_running(function->code) &&
        function_keep_code(function, function->code) < 0)
        return -1;
    incref(value);
    ref_set_steal(&function->code, code);
    return 0;
}

static Object *get_defaults(Object *self, void *closure)
{
    (void)closure;
    return new_ref_or_none(FUNCTION(self)->defaults);
}

static int set_defaults(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (value == object_none)
        value = NULL;
    if (value && !IS_TUPLE(value)) {
        error_text(&exc_type_error, "__defaults__ must be set to a tuple object");
        return -1;
    }
    xincref(value);
    ref_set_steal(&FUNCTION(self)->defaults, value);
    return 0;
}

static Object *get_keyword_defaults(Object *self, void *closure)
{
    (void)closure;
    return new_ref_or_none(function_keyword_defaults_borrow(FUNCTION(self)));
}

static int set_dict_field(Object *self, Object *value, bool is_annotations)
{
    if (value == object_none)
        value = NULL;
    if (value && !IS_DICT(value)) {
        error_format(&exc_type_error, "%s must be set to a dict object",
                     is_annotations ? "__annotations__" : "__kwdefaults__");
        return -1;
    }
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras)
        return -1;
    xincref(value);
    ref_set_steal(is_annotations ? &extras->annotations : &extras->keyword_defaults, value);
    return 0;
}

static int set_keyword_defaults(Object *self, Object *value, void *closure)
{
    (void)closure;
    return set_dict_field(self, value, false);
}

// The compiler hands over a flat tuple (name, value, name, value...).
static Object *dict_from_flat(Object *flat)
{
    Object *dict = dict_new();
    for (size_t i = 0; dict && i + 1 < TUPLE(flat)->count; i += 2)
        if (dict_set(dict, TUPLE(flat)->items[i], TUPLE(flat)->items[i + 1]) < 0)
            ref_clear(&dict);
    return dict;
}

static Object *get_annotations(Object *self, void *closure)
{
    (void)closure;
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras)
        return NULL;
    if (!extras->annotations || IS_TUPLE(extras->annotations)) {
        Object *dict = extras->annotations ? dict_from_flat(extras->annotations) : dict_new();
        if (!dict)
            return NULL;
        ref_set_steal(&extras->annotations, dict);
    }
    return new_ref(extras->annotations);
}

static int set_annotations(Object *self, Object *value, void *closure)
{
    (void)closure;
    return set_dict_field(self, value, true);
}

static Object *get_name(Object *self, void *closure)
{
    return new_ref(closure ? function_qualname_borrow(FUNCTION(self))
                           : function_name_borrow(FUNCTION(self)));
}

static int set_name(Object *self, Object *value, void *closure)
{
    if (!value || !IS_STR(value)) {
        error_format(&exc_type_error, "%s must be set to a string object",
                     closure ? "__qualname__" : "__name__");
        return -1;
    }
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras)
        return -1;
    incref(value);
    ref_set_steal(closure ? &extras->qualname : &extras->name, value);
    return 0;
}

static Object *get_doc(Object *self, void *closure)
{
    (void)closure;
    FunctionObject *function = FUNCTION(self);
    if (function->extras && function->extras->doc)
        return new_ref(function->extras->doc);
    return new_ref_or_none(function->code->doc);
}

static Object *get_module(Object *self, void *closure)
{
    (void)closure;
    FunctionObject *function = FUNCTION(self);
    if (function->extras && function->extras->module)
        return new_ref(function->extras->module);
    return new_ref_or_none(dict_get_str_borrow(function->globals, NAME(name)));
}

// __doc__ and __module__ take anything; deleting makes them None.
static int set_anything(Object *self, Object *value, void *closure)
{
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras)
        return -1;
    value = value ? value : object_none;
    incref(value);
    ref_set_steal(closure ? &extras->module : &extras->doc, value);
    return 0;
}

static Object *get_dict(Object *self, void *closure)
{
    (void)closure;
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras || (!extras->dict && !(extras->dict = dict_new())))
        return NULL;
    return new_ref(extras->dict);
}

static int set_dict(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (!value) {
        error_text(&exc_type_error, "cannot delete __dict__");
        return -1;
    }
    if (!IS_DICT(value)) {
        error_format(&exc_type_error, "__dict__ must be set to a dictionary, not a '%.200T'",
                     value);
        return -1;
    }
    FunctionExtras *extras = function_extras(FUNCTION(self));
    if (!extras)
        return -1;
    incref(value);
    ref_set_steal(&extras->dict, value);
    return 0;
}

static Object *get_builtins(Object *self, void *closure)
{
    (void)closure;
    Object *builtins = dict_get_str_borrow(FUNCTION(self)->globals, NAME(builtins));
    if (builtins && IS_EXACT(builtins, MODULE))
        return new_ref(OBJECT(MODULE(builtins)->dict));
    return new_ref_or_none(builtins ? builtins : OBJECT(state.builtins));
}

#define AS_SECOND ((void *)1) // closure of the getset that shares a function with another
static const GetSetDef function_getsets[] = {
    {"__code__", get_code, set_code, NULL, NULL},
    {"__defaults__", get_defaults, set_defaults, NULL, NULL},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL, NULL},
    {"__dict__", get_dict, set_dict, NULL, NULL},
    {"__name__", get_name, set_name, NULL, NULL},
    {"__qualname__", get_name, set_name, NULL, AS_SECOND},
    {"__doc__", get_doc, set_anything, NULL, NULL},
    {"__module__", get_module, set_anything, NULL, AS_SECOND},
    {"__builtins__", get_builtins, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
static const MemberDef function_members[] = {
    {"__closure__", MEMBER_OBJECT, offsetof(FunctionObject, closure), true, NULL},
    {"__globals__", MEMBER_OBJECT, offsetof(FunctionObject, globals), true, NULL},
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};

TypeObject type_function = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "function",
    .doc = "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals "
           "dictionary\n  name\n    a string that overrides the name from the code object\n  "
           "argdefs\n    a tuple that specifies the default argument values\n  closure\n    a "
           "tuple that supplies the bindings for free variables",
    .flags = TF_TRACKED | TF_HAS_WEAKREF | TF_METHOD_DESCRIPTOR | TF_HAS_DICT | TF_COUNTS_CALL,
    .index = TYPE_FUNCTION,
    .basic_size = sizeof(FunctionObject),
    .base = &type_object,
    .getsets = function_getsets,
    .members = function_members,
    .dealloc = function_dealloc,
    .traverse = function_traverse,
    .clear = function_clear,
    .make = function_make,
    .repr = function_repr,
    .get_attribute = function_get_attribute,
    .set_attribute = function_set_attribute,
    .descriptor_get = function_descriptor_get,
};
