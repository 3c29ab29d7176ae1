// Modules: names, missing attributes, repr.
#include "runtime/program/module.h"

#include <criterion/criterion.h>

#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(module, .init = start);

static Object *fn_nothing(Object *self)
{
    (void)self;
    return_none;
}
static const MethodDef functions[] = {{"nothing", fn_nothing, METHOD_NOARGS, NULL},
                                      {NULL, NULL, 0, NULL}};
static const ModuleDef definition = {.name = "m", .doc = "d", .functions = functions};

static void check(Object *str, const char *text)
{
    cr_assert_not_null(str);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
}

Test(module, from_a_definition)
{
    Object *module = module_from_def(&definition);
    check(object_repr(module), "<module 'm' (built-in)>");
    check(object_get_attribute_text(module, "__doc__"), "d");
    decref(object_get_attribute_text(module, "nothing"));
    decref(module);
}

Test(module, a_missing_attribute_names_the_module)
{
    Object *name = str_from_text("m"), *module = module_new(name);
    cr_assert_null(object_get_attribute_text(module, "x"));
    Object *exception = error_take();
    check(object_str(exception), "module 'm' has no attribute 'x'");
    decref(exception);
    module_set_initializing(module, true);
    cr_assert_null(object_get_attribute_text(module, "x"));
    exception = error_take();
    check(object_str(exception), "partially initialized module 'm' has no attribute 'x' (most "
                                 "likely due to a circular import)");
    decref(exception);
    check(object_repr(module), "<module 'm'>");
    decref(module);
    decref(name);
}
