// Raising: makes the exception object at once (there is no lazy "type and value") and chains it to
// the exception being handled. Invariant: state.exception is NULL or owns an instance of
// BaseException. Read error_raise_steal first.
#include "runtime/model/error.h"

#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/memory_error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

#include <stdio.h>
#include <string.h>

ErrorHooks error_hooks;

bool error_is(const TypeObject *type)
{
    ASSERT(state.exception);
    return type_is_subtype(type_of(state.exception), type);
}

void error_restore_steal(Object *exception)
{
    Object *old = state.exception;
    state.exception = exception;
    xdecref(old);
}

void error_set_borrow(Object *exception)
{
    xincref(exception);
    error_restore_steal(exception);
}

Object *error_take(void)
{
    Object *exception = state.exception;
    state.exception = NULL;
    return exception;
}

void error_clear(void)
{
    error_restore_steal(NULL);
}

// Makes `handled` the context of `exception`. If `exception` is in handled's own chain, the chain is
// cut there, so that no cycle arises; a cycle that was there before does not hang us.
static void set_context(Object *exception, Object *handled)
{
    if (exception == handled || memory_error_is_last(exception))
        return;
    Object *walker = handled, *slow = handled;
    bool moves_slow = false;
    for (Object *context; (context = ((ExceptionObject *)walker)->context); walker = context) {
        if (context == exception) {
            ref_clear(&((ExceptionObject *)walker)->context);
            break;
        }
        if (context == slow)
            break;
        if (moves_slow)
            slow = ((ExceptionObject *)slow)->context;
        moves_slow = !moves_slow;
    }
    incref(handled);
    ref_set_steal(&((ExceptionObject *)exception)->context, handled);
}

void *error_raise_steal(Object *exception)
{
    if (!exception)
        return NULL;
    Object *handled = state_handled_exception_borrow();
    if (handled) {
        incref(handled);
        set_context(exception, handled);
        decref(handled);
    }
    error_restore_steal(exception);
    return NULL;
}

// type(value) for a value that is not to be unpacked. The plain layout is filled here, because
// IndexError, TypeError and the like are raised by the million.
static Object *new_with_value(TypeObject *type, Object *value)
{
    if (type->basic_size != sizeof(ExceptionObject) || type_has(type, TF_HEAP))
        return call_one(OBJECT(type), value);
    Object *args = tuple_from_array(&value, 1);
    if (!args)
        return NULL;
    Object *exception = exception_new_plain_steal(type, args);
    return exception;
}

void *error_text(TypeObject *type, const char *text)
{
    if (!text)
        return error_object(type, NULL);
    Object *message = str_from_text(text);
    if (!message)
        return NULL;
    Object *exception = new_with_value(type, message);
    decref(message);
    return error_raise_steal(exception);
}

void *error_format_list(TypeObject *type, const char *format, va_list list)
{
    // The arguments may print objects: an exception that is current must not disturb that.
    error_clear();
    Object *message = str_format_list(format, list);
    if (!message)
        return NULL;
    Object *exception = new_with_value(type, message);
    decref(message);
    return error_raise_steal(exception);
}

void *error_format(TypeObject *type, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    error_format_list(type, format, list);
    va_end(list);
    return NULL;
}

void *error_object(TypeObject *type, Object *value)
{
    Object *exception;
    if (!type_has(type, TF_SUBCLASS_EXCEPTION))
        return error_format(&exc_system_error,
                            "_PyErr_SetObject: exception %R is not a BaseException subclass", type);
    if (value && IS_EXCEPTION(value) && type_is_subtype(type_of(value), type)) {
        exception = new_ref(value);
    } else if (!value || value == object_none) {
        exception = call_none(OBJECT(type));
    } else if (IS_TUPLE(value)) {
        exception = call_tuple_dict(OBJECT(type), value, NULL);
    } else {
        exception = new_with_value(type, value);
    }
    if (exception && !IS_EXCEPTION(exception)) {
        error_format(&exc_type_error,
                     "calling %R should have returned an instance of BaseException, not %T", type,
                     exception);
        decref(exception);
        return NULL;
    }
    return error_raise_steal(exception);
}

void *error_key(Object *key)
{
    return error_raise_steal(new_with_value(&exc_key_error, key));
}

void *error_bad_argument(void)
{
    return error_text(&exc_type_error, "bad argument type for built-in operation");
}

void *error_attribute(Object *object, Object *name)
{
    if (IS_TYPE(object))
        error_format(&exc_attribute_error, "type object '%.50N' has no attribute '%U'",
                     (TypeObject *)object, name);
    else
        error_format(&exc_attribute_error, "'%.100T' object has no attribute '%U'",
                     object, name);
    error_fill_attribute(object, name);
    return NULL;
}

void error_fill_attribute(Object *object, Object *name)
{
    AttributeErrorObject *exception = (AttributeErrorObject *)state.exception;
    if (!exception || !error_is(&exc_attribute_error) || exception->obj || exception->name)
        return;
    exception->obj = new_ref(object);
    exception->name = new_ref(name);
}

void *error_os(int error_number, Object *filename)
{
    Object *exception = NULL;
    Object *number = int_from_int64(error_number);
    Object *text = str_from_text(strerror(error_number));
    if (number && text)
        exception = filename ? call_three(OBJECT(&exc_os_error), number, text, filename)
                             : call_two(OBJECT(&exc_os_error), number, text);
    xdecref(number);
    xdecref(text);
    return error_raise_steal(exception);
}

void error_set_syntax(TypeObject *type, Object *message, Object *filename, int line, int offset,
                      Object *text_or_null, int end_line, int end_offset)
{
    Object *exception = NULL, *place = NULL;
    Object *numbers[4] = {int_from_int64(line), int_from_int64(offset), int_from_int64(end_line),
                          end_offset == SYNTAX_NO_END ? object_none : int_from_int64(end_offset)};
    if (numbers[0] && numbers[1] && numbers[2] && numbers[3]) {
        Object *items[6] = {filename ? filename : object_none, numbers[0], numbers[1],
                            text_or_null ? text_or_null : object_none, numbers[2], numbers[3]};
        place = tuple_from_array(items, end_line == SYNTAX_NO_END ? 4 : 6);
    }
    if (place)
        exception = call_two(OBJECT(type), message, place);
    for (int i = 0; i < 4; i++)
        xdecref(numbers[i]);
    xdecref(place);
    error_raise_steal(exception);
}

// ---- Errors that nobody can catch, warnings -----------------------------------------------------

static void print_unraisable(Object *exception, Object *object, const char *message)
{
    fprintf(stderr, "%s", message ? message : "Exception ignored in");
    Object *text = object ? object_repr(object) : NULL;
    const char *utf8 = text ? str_utf8(text, NULL) : NULL;
    if (utf8)
        fprintf(stderr, ": %s", utf8);
    xdecref(text);
    error_clear();
    text = object_str(exception);
    utf8 = text ? str_utf8(text, NULL) : NULL;
    fprintf(stderr, "\n%s: %s\n", type_of(exception)->name, utf8 ? utf8 : "<unprintable>");
    xdecref(text);
    error_clear();
}

void error_write_unraisable(Object *object_or_null, const char *message)
{
    Object *exception = error_take();
    if (!exception)
        return;
    xincref(object_or_null);
    if (error_hooks.unraisable)
        error_hooks.unraisable(exception, object_or_null, message);
    else
        print_unraisable(exception, object_or_null, message);
    xdecref(object_or_null);
    decref(exception);
    error_clear();
}

int error_warn_deprecated(const char *format, ...)
{
    if (!error_hooks.deprecated)
        return 0;
    va_list list;
    va_start(list, format);
    Object *message = str_format_list(format, list);
    va_end(list);
    int status = message ? error_hooks.deprecated(message, 0) : -1;
    xdecref(message);
    return status;
}

void error_stop(void)
{
    error_clear();
    memory_error_stop();
}
