// Raising, testing and taking the current exception.
#ifndef ADDER_RUNTIME_MODEL_ERROR_H
#define ADDER_RUNTIME_MODEL_ERROR_H

#include <stdarg.h>

#include "runtime/model/state.h"
#include "runtime/program/exception.h"

static inline bool error_occurred(void)
{
    return state.exception != NULL;
}
// True if the current exception (must be set) is an instance of `type`.
bool error_is(const TypeObject *type);

// Setters set the context (__context__) to the exception being handled, as CPython does.
// All replace a current exception. The pointer-returning ones return NULL for `return error_...`.
void *error_text(TypeObject *type, const char *text); // NULL: without arguments
// printf-like: %s %d %i %u %c %zd %zu %ld %lld %x %p, and %U (str object), %R (repr of object),
// %S (str() of object), %T (name of the object's type), %N (name of a TypeObject); precision works for %s %T %N, width for %s.
void *error_format(TypeObject *type, const char *format, ...);
void *error_format_list(TypeObject *type, const char *format, va_list list);
void *error_object(TypeObject *type, Object *value); // type(value): KeyError(key), StopIteration(value)
void *error_no_memory(void); // memory_error.c: a preallocated MemoryError that tells the request that failed
void *error_bad_argument(void); // TypeError "bad argument type for built-in operation"
void *error_key(Object *key);
void *error_attribute(Object *object, Object *name); // "'T' object has no attribute 'n'", with name and obj set
void error_fill_attribute(Object *object, Object *name); // sets name and obj of an AttributeError that has neither
// errno to OSError subclass with filename (may be NULL).
void *error_os(int error_number, Object *filename);
// Without an end: SYNTAX_NO_END as `end_offset`, or as `end_line` for neither.
enum { SYNTAX_NO_END = -1000000000 };
void error_set_syntax(TypeObject *type, Object *message, Object *filename, int line, int offset,
                      Object *text_or_null, int end_line, int end_offset);

// The one way a new exception becomes current: with its context set. Takes over `exception`; NULL:
// making it failed and that failure is current already. NULL.
void *error_raise_steal(Object *exception);
// Sets the current exception to an instance (stolen / borrowed). Does not touch its context.
void error_restore_steal(Object *exception);
void error_set_borrow(Object *exception);
// Takes the current exception (new reference) and clears it; NULL if none.
Object *error_take(void);
void error_clear(void);
// Prints "Exception ignored in: <object>" with the traceback through sys.unraisablehook; clears it.
// `message`: NULL for "Exception ignored in".
void error_write_unraisable(Object *object_or_null, const char *message);
// Warns about the line that runs, as CPython's default filters let it be seen. 0, -1 with exception.
int error_warn_deprecated(const char *format, ...);
// Callbacks that vm installs.
typedef struct ErrorHooks {
    int (*deprecated)(Object *message, int level); // 0: for the running frame, 1: for its caller
    void (*unraisable)(Object *exception, Object *object_or_null, const char *message);
    // Where the running script code stands: file (a str, borrowed) and line. False: nowhere. Must
    // not allocate.
    bool (*place)(Object **filename, int *line);
} ErrorHooks;
extern ErrorHooks error_hooks;
void error_stop(void); // the MemoryErrors that wait too

#endif
