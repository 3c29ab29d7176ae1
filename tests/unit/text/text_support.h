// What the tests of runtime/text share: a started runtime and checks on reprs and errors.
#ifndef ADDER_TESTS_UNIT_TEXT_SUPPORT_H
#define ADDER_TESTS_UNIT_TEXT_SUPPORT_H

#include <criterion/criterion.h>
#include <string.h>

#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

static inline void start_runtime(void)
{
    cr_assert_eq(runtime_start(), 0);
}

// repr(object) is `text`; releases the object.
static inline void check_repr(Object *object, const char *text)
{
    cr_assert(object, "an exception instead of %s", text);
    Object *shown = object_repr(object);
    cr_assert(shown);
    cr_assert_str_eq(str_utf8(shown, NULL), text);
    decref(shown);
    decref(object);
}

// The call failed with type and text as given; clears the exception.
static inline void check_error(Object *result, const TypeObject *type, const char *text)
{
    cr_assert_null(result);
    cr_assert(error_is(type), "a %s", type_of(state.exception)->name);
    Object *exception = error_take(), *shown = object_str(exception);
    cr_assert_str_eq(str_utf8(shown, NULL), text);
    decref(shown);
    decref(exception);
}

// object.name(args...), arguments stolen, NULL-ended.
static inline Object *call(Object *object, const char *name, ...)
{
    Object *args[8];
    size_t count = 0;
    va_list list;
    va_start(list, name);
    while ((args[count] = va_arg(list, Object *)))
        count++;
    va_end(list);
    Object *method = object_get_attribute_text(object, name);
    Object *result = method ? call_object(method, args, count, NULL) : NULL;
    xdecref(method);
    for (size_t i = 0; i < count; i++)
        decref(args[i]);
    return result;
}

#define S(text) str_from_text(text)
#define B(text) bytes_new(text, sizeof(text) - 1)
#define I(value) int_from_int64(value)
#define END ((Object *)NULL)

#endif
