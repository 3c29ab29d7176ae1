// Short ways for the tests of this folder: calls by name, repr as text, checks.
#ifndef ADDER_TESTS_NUMBERS_SUPPORT_H
#define ADDER_TESTS_NUMBERS_SUPPORT_H

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/memory/memory.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/numbers/bigint.h"
#include "runtime/numbers/complex.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/float_methods.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

static inline void start(void)
{
    setenv("ADDERHASHSEED", "0", 1);
    cr_assert_eq(runtime_start(), 0);
}

// int(text, 0)
static inline Object *num(const char *text)
{
    return int_parse(str_from_text(text), 0);
}

static inline Object *call_named(Object *object, const char *name, Object *argument_or_null)
{
    return call_method(object, str_from_text(name), &argument_or_null, argument_or_null != NULL);
}

static inline Object *call_type(TypeObject *type, const char *text)
{
    return call_one(OBJECT(type), str_from_text(text));
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
    decref(object);
    return text;
}

#define CHECK_REPR(object, expected) cr_assert_str_eq(text_of(object), expected)

#endif
