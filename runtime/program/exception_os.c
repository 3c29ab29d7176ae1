// OSError: the errno chooses the subclass, and (errno, strerror, filename...) are taken apart.
// As in CPython, __new__ does the work, unless a subclass has its own __init__ but not its own
// __new__; then __init__ does.
#include "runtime/program/exception.h"

#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

#include <errno.h>

TypeObject *exception_type_of_errno(int error_number)
{
    switch (error_number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return &exc_blocking_io_error;
    case EPIPE:
    case ESHUTDOWN: return &exc_broken_pipe_error;
    case ECHILD: return &exc_child_process_error;
    case ECONNABORTED: return &exc_connection_aborted_error;
    case ECONNREFUSED: return &exc_connection_refused_error;
    case ECONNRESET: return &exc_connection_reset_error;
    case EEXIST: return &exc_file_exists_error;
    case ENOENT: return &exc_file_not_found_error;
    case EISDIR: return &exc_is_a_directory_error;
    case ENOTDIR: return &exc_not_a_directory_error;
    case EINTR: return &exc_interrupted_error;
    case EACCES:
    case EPERM: return &exc_permission_error;
    case ESRCH: return &exc_process_lookup_error;
    case ETIMEDOUT: return &exc_timeout_error;
    default: return NULL;
    }
}

static int os_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames);
static Object *os_error_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames);

static bool uses_init(const TypeObject *type)
{
    return type->init != os_error_init && type->make == os_error_make;
}

// errno, strerror, filename, (winerror), filename2
static int fill(OsErrorObject *self, Object *const *args, size_t nargs)
{
    bool is_taken_apart = nargs >= 2 && nargs <= 5, has_file = false;
    if (is_taken_apart) {
        incref(args[0]);
        ref_set_steal(&self->error_number, args[0]);
        incref(args[1]);
        ref_set_steal(&self->strerror, args[1]);
        if (nargs >= 3 && args[2] != object_none) {
            has_file = true;
            incref(args[2]);
            ref_set_steal(&self->filename, args[2]);
            if (nargs == 5 && args[4] != object_none) {
                incref(args[4]);
                ref_set_steal(&self->filename2, args[4]);
            }
        }
    }
    Object *tuple = tuple_from_array(args, has_file ? 2 : nargs);
    if (!tuple)
        return -1;
    ref_set_steal(&self->base.args, tuple);
    return 0;
}

static Object *os_error_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    bool is_init_later = uses_init(type);
    if (!is_init_later) {
        if (args_no_keywords(type->name, kwnames) < 0)
            return NULL;
        int64_t number;
        if (type == &exc_os_error && nargs >= 2 && nargs <= 5 && IS_INT(args[0]) &&
            int_fits_int64(args[0], &number) && number == (int)number) {
            TypeObject *mapped = exception_type_of_errno((int)number);
            type = mapped ? mapped : type;
        }
    }
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    ((ExceptionObject *)self)->args = OBJECT(tuple_empty);
    gc_track(self);
    if (!is_init_later && fill((OsErrorObject *)self, args, nargs) < 0)
        ref_clear(&self);
    return self;
}

static int os_error_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (!uses_init(type_of(self)))
        return 0; // __new__ did it
    if (args_no_keywords(type_of(self)->name, kwnames) < 0)
        return -1;
    return fill((OsErrorObject *)self, args, nargs);
}

static Object *os_error_str(Object *self)
{
    OsErrorObject *error = (OsErrorObject *)self;
    Object *number = error->error_number ? error->error_number : object_none;
    Object *text = error->strerror ? error->strerror : object_none;
    Object *filename = error->filename, *filename2 = error->filename2, *result;
    incref(number);
    incref(text);
    xincref(filename);
    xincref(filename2);
    if (filename && filename2)
        result = str_format("[Errno %S] %S: %R -> %R", number, text, filename, filename2);
    else if (filename)
        result = str_format("[Errno %S] %S: %R", number, text, filename);
    else if (error->error_number && error->strerror)
        result = str_format("[Errno %S] %S", number, text);
    else
        result = exception_str(self);
    decref(number);
    decref(text);
    xdecref(filename);
    xdecref(filename2);
    return result;
}

// The args that make an equal exception: with the file names again.
static Object *os_error_method_reduce(Object *self)
{
    OsErrorObject *error = (OsErrorObject *)self;
    Object *args = error->base.args, *result;
    if (TUPLE(args)->count == 2 && error->filename) {
        Object *items[5] = {TUPLE(args)->items[0], TUPLE(args)->items[1], error->filename,
                            object_none, error->filename2};
        args = tuple_from_array(items, error->filename2 ? 5 : 3);
        if (!args)
            return NULL;
    } else {
        incref(args);
    }
    result = error->base.dict ? tuple_pack(3, OBJECT(type_of(self)), args, error->base.dict)
                              : tuple_pack(2, OBJECT(type_of(self)), args);
    decref(args);
    return result;
}

static const MethodDef os_error_methods[] = {
    {"__reduce__", os_error_method_reduce, METHOD_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static const MemberDef os_error_members[] = {
    {"errno", MEMBER_OBJECT, offsetof(OsErrorObject, error_number), false, "POSIX exception code"},
    {"strerror", MEMBER_OBJECT, offsetof(OsErrorObject, strerror), false, "exception strerror"},
    {"filename", MEMBER_OBJECT, offsetof(OsErrorObject, filename), false, "exception filename"},
    {"filename2", MEMBER_OBJECT, offsetof(OsErrorObject, filename2), false,
     "second exception filename"},
    {NULL, MEMBER_OBJECT, 0, false, NULL},
};

void exception_prepare_os(void)
{
    exc_os_error.make = os_error_make;
    exc_os_error.init = os_error_init;
    exc_os_error.str = os_error_str;
    exc_os_error.methods = os_error_methods;
    exc_os_error.members = os_error_members;
}
