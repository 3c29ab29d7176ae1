// Short ways for the tests of this folder: values from text, repr as text, checks.
#ifndef ADDER_TESTS_CONTAINERS_SUPPORT_H
#define ADDER_TESTS_CONTAINERS_SUPPORT_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/range.h"
#include "runtime/containers/set.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"

static inline void start(void)
{
    setenv("ADDERHASHSEED", "0", 1);
    cr_assert_eq(runtime_start(), 0);
}

static inline Object *num(int64_t value)
{
    return int_from_int64(value);
}

// A list of the numbers, up to and without INT64_MIN.
#define LIST_OF(...) list_of((const int64_t[]){__VA_ARGS__, INT64_MIN})
static inline Object *list_of(const int64_t *values)
{
    Object *list = list_new(0);
    for (; *values != INT64_MIN; values++)
        list_append_steal(list, num(*values));
    return list;
}

static inline Object *call_named(Object *object, const char *name, Object *argument_or_null)
{
    Object *key = str_from_text(name);
    Object *result = call_method(object, key, &argument_or_null, argument_or_null != NULL);
    decref(key);
    return result;
}

// repr() of the object, or of the current exception (cleared) when it is NULL.
static inline const char *text_of(Object *object)
{
    static char text[4096];
    if (!object)
        object = error_take();
    cr_assert_not_null(object);
    Object *repr = object_repr(object);
    cr_assert_not_null(repr);
    strncpy(text, str_utf8(repr, NULL), sizeof text - 1);
    decref(repr);
    return text;
}

#define CHECK_REPR(object, expected) cr_assert_str_eq(text_of(object), expected)

#endif
