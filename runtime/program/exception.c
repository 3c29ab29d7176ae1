// BaseException and the exceptions that differ little from it. All types come from exception.def;
// exception_prepare() adds to the static type objects what is special to a few of them. Every
// layout is ExceptionObject followed by more references (UnicodeErrorObject: three, then two
// integers), so life and death are the same for all. Read exception_make first.
//
// Invariant: `args` is a tuple, never NULL once an exception is tracked; context and cause are
// instances of BaseException or NULL.
#include "runtime/program/exception.h"

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/memory_error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

#include <string.h>

#define EXCEPTION_OF(object) ((ExceptionObject *)(object))

// ---- Life ---------------------------------------------------------------------------------------

// How many references follow the ExceptionObject in this layout.
static size_t count_extra(const Object *self)
{
    const TypeObject *type = type_of(self);
    while (type_has(type, TF_HEAP))
        type = type->base;
    if (type->basic_size == sizeof(UnicodeErrorObject))
        return 3;
    return (type->basic_size - sizeof(ExceptionObject)) / sizeof(Object *);
}
_Static_assert(sizeof(UnicodeErrorObject) - sizeof(ExceptionObject) == 40,
               "no other layout has five more words");

static Object **extra_of(Object *self)
{
    return (Object **)(EXCEPTION_OF(self) + 1);
}

Object *exception_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)kwnames; // BaseException.__new__ ignores them: __init__ may want them
    Object *tuple = tuple_from_array(args, nargs);
    if (!tuple)
        return NULL;
    Object *self = type_allocate(type, 0);
    if (!self) {
        decref(tuple);
        return NULL;
    }
    EXCEPTION_OF(self)->args = tuple;
    gc_track(self);
    return self;
}

int exception_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords(type_of(self)->name, kwnames) < 0)
        return -1;
    // type(...) made `self` with these very args: keep its tuple.
    Object *old = EXCEPTION_OF(self)->args;
    if (TUPLE(old)->count == nargs &&
        (nargs == 0 || memcmp(TUPLE(old)->items, args, nargs * sizeof(Object *)) == 0))
        return 0;
    Object *tuple = tuple_from_array(args, nargs);
    if (!tuple)
        return -1;
    ref_set_steal(&EXCEPTION_OF(self)->args, tuple);
    return 0;
}

Object *exception_new_plain_steal(TypeObject *type, Object *args)
{
    Object *self = object_new(type, sizeof(ExceptionObject));
    if (!self) {
        decref(args);
        return NULL;
    }
    EXCEPTION_OF(self)->args = args;
    gc_track(self);
    return self;
}

// Type(...) of an exact plain type in one step.
static Object *construct_plain(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (args_no_keywords(((TypeObject *)type)->name, kwnames) < 0)
        return NULL;
    Object *tuple = tuple_from_array(args, nargs);
    return tuple ? exception_new_plain_steal((TypeObject *)type, tuple) : NULL;
}

int exception_traverse(Object *self, VisitFn visit, void *context)
{
    ExceptionObject *exception = EXCEPTION_OF(self);
    VISIT(exception->dict);
    VISIT(exception->args);
    VISIT(exception->traceback);
    VISIT(exception->cause);
    VISIT(exception->context);
    for (size_t i = 0, count = count_extra(self); i < count; i++)
        VISIT(extra_of(self)[i]);
    return 0;
}

static void clear_extra(Object *self)
{
    for (size_t i = 0, count = count_extra(self); i < count; i++)
        ref_clear(&extra_of(self)[i]);
}

int exception_clear(Object *self)
{
    ExceptionObject *exception = EXCEPTION_OF(self);
    clear_extra(self);
    ref_clear(&exception->dict);
    // Others rely on args being a tuple: empty, it forms no cycle.
    ref_set_steal(&exception->args, OBJECT(tuple_empty));
    ref_clear(&exception->traceback);
    ref_clear(&exception->cause);
    ref_clear(&exception->context);
    return 0;
}

void exception_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ExceptionObject *exception = EXCEPTION_OF(self);
    clear_extra(self);
    ref_clear(&exception->dict);
    ref_clear(&exception->args);
    ref_clear(&exception->traceback);
    ref_clear(&exception->cause);
    ref_clear(&exception->context);
    exception->suppress_context = false;
    if (type_of(self) == &exc_memory_error) {
        exception->args = OBJECT(tuple_empty);
        if (memory_error_keep(self)) {
            dealloc_leave();
            return;
        }
    }
    type_release(self, 0);
    dealloc_leave();
}

// args, a new reference; an exact MemoryError gets its text now. NULL: no memory for it.
static Object *args_of(Object *self)
{
    if (type_of(self) == &exc_memory_error && memory_error_fill_args(self) < 0)
        return NULL;
    return new_ref(EXCEPTION_OF(self)->args);
}

// ---- Text ---------------------------------------------------------------------------------------

Object *exception_str(Object *self)
{
    Object *args = args_of(self), *result;
    if (!args)
        return NULL;
    switch (TUPLE(args)->count) {
    case 0: result = OBJECT(str_empty); incref(result); break;
    case 1: result = object_str(TUPLE(args)->items[0]); break;
    default: result = object_str(args);
    }
    decref(args);
    return result;
}

static Object *exception_repr(Object *self)
{
    const char *name = strrchr(type_of(self)->name, '.');
    name = name ? name + 1 : type_of(self)->name;
    Object *args = args_of(self);
    if (!args)
        return NULL;
    Object *result = TUPLE(args)->count == 1
                         ? str_format("%s(%R)", name, TUPLE(args)->items[0])
                         : str_format("%s%R", name, args);
    decref(args);
    return result;
}

// KeyError('') must show the key, not an empty line.
static Object *key_error_str(Object *self)
{
    Object *args = EXCEPTION_OF(self)->args;
    if (TUPLE(args)->count != 1)
        return exception_str(self);
    Object *key = new_ref(TUPLE(args)->items[0]);
    Object *result = object_repr(key);
    decref(key);
    return result;
}

// ---- Attributes ---------------------------------------------------------------------------------

static int raise_not_deletable(const char *name)
{
    error_format(&exc_type_error, "%s may not be deleted", name);
    return -1;
}

static Object *new_ref_or_none(Object *value)
{
    return value ? new_ref(value) : object_none;
}

static Object *get_args(Object *self, void *closure)
{
    (void)closure;
    return args_of(self);
}

static int set_args(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (!value)
        return raise_not_deletable("args");
    Object *tuple = object_to_tuple(value);
    if (!tuple)
        return -1;
    if (type_of(self) == &exc_memory_error)
        memory_error_forget(self);
    ref_set_steal(&EXCEPTION_OF(self)->args, tuple);
    return 0;
}

static Object *get_traceback(Object *self, void *closure)
{
    (void)closure;
    return new_ref_or_none(EXCEPTION_OF(self)->traceback);
}

static int set_traceback(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (!value)
        return raise_not_deletable("__traceback__");
    if (value != object_none && !IS_EXACT(value, TRACEBACK)) {
        error_text(&exc_type_error, "__traceback__ must be a traceback or None");
        return -1;
    }
    Object *traceback = value == object_none ? NULL : new_ref(value);
    ref_set_steal(&EXCEPTION_OF(self)->traceback, traceback);
    return 0;
}

// For __context__ and __cause__: *link becomes the exception, or NULL for None.
static int set_link(Object **link, Object *value, const char *name, const char *word)
{
    if (!value)
        return raise_not_deletable(name);
    if (value != object_none && !IS_EXCEPTION(value)) {
        error_format(&exc_type_error, "exception %s must be None or derive from BaseException",
                     word);
        return -1;
    }
    Object *exception = value == object_none ? NULL : new_ref(value);
    ref_set_steal(link, exception);
    return 0;
}

static Object *get_context(Object *self, void *closure)
{
    (void)closure;
    return new_ref_or_none(EXCEPTION_OF(self)->context);
}

static int set_context(Object *self, Object *value, void *closure)
{
    (void)closure;
    return set_link(&EXCEPTION_OF(self)->context, value, "__context__", "context");
}

static Object *get_cause(Object *self, void *closure)
{
    (void)closure;
    return new_ref_or_none(EXCEPTION_OF(self)->cause);
}

static int set_cause(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (set_link(&EXCEPTION_OF(self)->cause, value, "__cause__", "cause") < 0)
        return -1;
    EXCEPTION_OF(self)->suppress_context = true;
    return 0;
}

static Object *get_dict(Object *self, void *closure)
{
    (void)closure;
    return object_dict(self);
}

static int set_dict(Object *self, Object *value, void *closure)
{
    (void)closure;
    if (!value) {
        error_text(&exc_type_error, "cannot delete __dict__");
        return -1;
    }
    return object_set_dict(self, value);
}

static Object *exception_method_with_traceback(Object *self, Object *traceback)
{
    if (set_traceback(self, traceback, NULL) < 0)
        return NULL;
    return new_ref(self);
}

static Object *exception_method_add_note(Object *self, Object *note)
{
    if (!IS_STR(note))
        return error_format(&exc_type_error, "note must be a str, not '%T'", note);
    Object *notes = object_get_attribute_optional(self, NAME(notes));
    if (!notes) {
        if (error_occurred() || !(notes = list_new(0)))
            return NULL;
        if (object_set_attribute(self, NAME(notes), notes) < 0)
            goto fail;
    } else if (!IS_LIST(notes)) {
        error_text(&exc_type_error, "Cannot add note: __notes__ is not a list");
        goto fail;
    }
    if (list_append(notes, note) < 0)
        goto fail;
    decref(notes);
    return_none;
fail:
    decref(notes);
    return NULL;
}

static Object *exception_method_reduce(Object *self)
{
    ExceptionObject *exception = EXCEPTION_OF(self);
    Object *args = args_of(self);
    if (!args)
        return NULL;
    Object *result = exception->dict ? tuple_pack(3, OBJECT(type_of(self)), args, exception->dict)
                                     : tuple_pack(2, OBJECT(type_of(self)), args);
    decref(args);
    return result;
}

static Object *exception_method_setstate(Object *self, Object *state_dict)
{
    if (state_dict == object_none)
        return_none;
    if (!IS_DICT(state_dict))
        return error_text(&exc_type_error, "state is not a dictionary");
    Object *copy = dict_copy(state_dict), *key, *value; // setters may run script code
    if (!copy)
        return NULL;
    size_t position = 0;
    while (dict_next(copy, &position, &key, &value))
        if (object_set_attribute(self, key, value) < 0) {
            decref(copy);
            return NULL;
        }
    decref(copy);
    return_none;
}

static const MethodDef base_methods[] = {
    {"__reduce__", exception_method_reduce, METHOD_NOARGS, NULL},
    {"__setstate__", exception_method_setstate, METHOD_O, NULL},
    {"with_traceback", exception_method_with_traceback, METHOD_O,
     "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."},
    {"add_note", exception_method_add_note, METHOD_O,
     "Exception.add_note(note) --\n    add a note to the exception"},
    {NULL, NULL, 0, NULL},
};
static const MemberDef base_members[] = {
    {"__suppress_context__", MEMBER_BOOL8, offsetof(ExceptionObject, suppress_context), false, NULL},
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};
static const GetSetDef base_getsets[] = {
    {"__dict__", get_dict, set_dict, NULL, NULL},
    {"args", get_args, set_args, NULL, NULL},
    {"__traceback__", get_traceback, set_traceback, NULL, NULL},
    {"__context__", get_context, set_context, "exception context", NULL},
    {"__cause__", get_cause, set_cause, "exception cause", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

// ---- StopIteration, SystemExit, NameError, AttributeError, ImportError --------------------------

static int stop_iteration_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (exception_init(self, args, nargs, kwnames) < 0)
        return -1;
    Object *value = nargs > 0 ? new_ref(args[0]) : object_none;
    ref_set_steal(&((StopIterationObject *)self)->value, value);
    return 0;
}

static int system_exit_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (exception_init(self, args, nargs, kwnames) < 0)
        return -1;
    if (nargs == 0)
        return 0;
    Object *code = new_ref(nargs == 1 ? args[0] : EXCEPTION_OF(self)->args);
    ref_set_steal(&((SystemExitObject *)self)->code, code);
    return 0;
}

// args positional; keyword-only names go to the reference at `extra` plus their index.
static int init_with_keywords(Object *self, const Signature *signature, Object **slots[],
                              Object *const *args, size_t nargs, Object *kwnames)
{
    Object *values[2] = {NULL, NULL};
    if (exception_init(self, args, nargs, NULL) < 0)
        return -1;
    if (!kwnames)
        return 0;
    if (args_parse(signature, args + nargs, 0, kwnames, values) < 0)
        return -1;
    for (size_t i = 0; signature->parameters[i]; i++) {
        xincref(values[i]);
        ref_set_steal(slots[i], values[i]);
    }
    return 0;
}

static int name_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names_[] = {"name", NULL};
    static const Signature signature = {"NameError", names_, 0, 0, 0};
    Object **slots[] = {&((NameErrorObject *)self)->name};
    return init_with_keywords(self, &signature, slots, args, nargs, kwnames);
}

static int attribute_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names_[] = {"name", "obj", NULL};
    static const Signature signature = {"AttributeError", names_, 0, 0, 0};
    AttributeErrorObject *exception = (AttributeErrorObject *)self;
    Object **slots[] = {&exception->name, &exception->obj};
    return init_with_keywords(self, &signature, slots, args, nargs, kwnames);
}

static int import_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const names_[] = {"name", "path", NULL};
    static const Signature signature = {"ImportError", names_, 0, 0, 0};
    ImportErrorObject *exception = (ImportErrorObject *)self;
    Object **slots[] = {&exception->name, &exception->path};
    if (init_with_keywords(self, &signature, slots, args, nargs, kwnames) < 0)
        return -1;
    Object *message = nargs == 1 ? new_ref(args[0]) : NULL;
    ref_set_steal(&exception->msg, message);
    return 0;
}

static Object *import_error_str(Object *self)
{
    Object *message = ((ImportErrorObject *)self)->msg;
    if (message && IS_EXACT(message, STR))
        return new_ref(message);
    return exception_str(self);
}

// (type, args) or, with a name or path, (type, args, state).
static Object *import_error_method_reduce(Object *self)
{
    ImportErrorObject *exception = (ImportErrorObject *)self;
    Object *state_dict = NULL, *result = NULL;
    if (!exception->name && !exception->path)
        return exception_method_reduce(self);
    state_dict = exception->base.dict ? dict_copy(exception->base.dict) : dict_new();
    if (!state_dict)
        return NULL;
    if (exception->name && dict_set_text(DICT(state_dict), "name", exception->name) < 0)
        goto fail;
    if (exception->path && dict_set_text(DICT(state_dict), "path", exception->path) < 0)
        goto fail;
    result = tuple_pack(3, OBJECT(type_of(self)), exception->base.args, state_dict);
fail:
    decref(state_dict);
    return result;
}

static const MethodDef import_error_methods[] = {
    {"__reduce__", import_error_method_reduce, METHOD_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

#define MEMBERS_END {NULL, MEMBER_OBJECT, 0, false, NULL}
static const MemberDef stop_iteration_members[] = {
    {"value", MEMBER_OBJECT, offsetof(StopIterationObject, value), false,
     "generator return value"},
    MEMBERS_END,
};
static const MemberDef system_exit_members[] = {
    {"code", MEMBER_OBJECT, offsetof(SystemExitObject, code), false, "exception code"},
    MEMBERS_END,
};
static const MemberDef name_error_members[] = {
    {"name", MEMBER_OBJECT, offsetof(NameErrorObject, name), false, "name"},
    MEMBERS_END,
};
static const MemberDef attribute_error_members[] = {
    {"name", MEMBER_OBJECT, offsetof(AttributeErrorObject, name), false, "attribute name"},
    {"obj", MEMBER_OBJECT, offsetof(AttributeErrorObject, obj), false, "object"},
    MEMBERS_END,
};
static const MemberDef import_error_members[] = {
    {"msg", MEMBER_OBJECT, offsetof(ImportErrorObject, msg), false, "exception message"},
    {"name", MEMBER_OBJECT, offsetof(ImportErrorObject, name), false, "module name"},
    {"path", MEMBER_OBJECT, offsetof(ImportErrorObject, path), false, "module path"},
    MEMBERS_END,
};

// ---- The types ----------------------------------------------------------------------------------

#define EXCEPTION(symbol, name_, base_, layout, doc_)                                           \
    TypeObject symbol = {                                                                       \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                                              \
        .name = name_,                                                                          \
        .doc = doc_,                                                                            \
        .flags = TF_BASE | TF_TRACKED | TF_HAS_DICT | TF_SUBCLASS_EXCEPTION,                    \
        .basic_size = sizeof(layout),                                                           \
        .dict_offset = offsetof(ExceptionObject, dict),                                         \
        .base = &base_,                                                                         \
        .dealloc = exception_dealloc,                                                           \
        .traverse = exception_traverse,                                                         \
        .clear = exception_clear,                                                               \
        .construct = sizeof(layout) == sizeof(ExceptionObject) ? construct_plain : NULL,        \
    };
#include "runtime/program/exception.def"
#undef EXCEPTION

void exception_prepare(void)
{
    exc_base_exception.make = exception_make;
    exc_base_exception.init = exception_init;
    exc_base_exception.repr = exception_repr;
    exc_base_exception.str = exception_str;
    exc_base_exception.methods = base_methods;
    exc_base_exception.members = base_members;
    exc_base_exception.getsets = base_getsets;
    exc_key_error.str = key_error_str;
    exc_stop_iteration.init = stop_iteration_init;
    exc_stop_iteration.members = stop_iteration_members;
    exc_system_exit.init = system_exit_init;
    exc_system_exit.members = system_exit_members;
    exc_name_error.init = name_error_init;
    exc_name_error.members = name_error_members;
    exc_attribute_error.init = attribute_error_init;
    exc_attribute_error.members = attribute_error_members;
    exc_import_error.init = import_error_init;
    exc_import_error.str = import_error_str;
    exc_import_error.members = import_error_members;
    exc_import_error.methods = import_error_methods;
    exception_prepare_os();
    exception_prepare_text();
}

int exception_start(void)
{
#define EXCEPTION(symbol, name, base, layout, doc) \
    if (type_ready(&symbol) < 0)                   \
        return -1;
#include "runtime/program/exception.def"
#undef EXCEPTION
    return 0;
}
