// Function objects: attributes that come from the code until they are set.
#include "runtime/program/function.h"

#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/program/method.h"
#include "runtime/text/str.h"

static Object *globals;
static FunctionObject *function;

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
    Object *name = str_from_text("f"), *qualname = str_from_text("C.f");
    static const Instruction nothing;
    CodeParts parts = {.code = &nothing, .word_count = 1, .name = name, .qualname = qualname,
                       .filename = name, .local_names = OBJECT(tuple_empty), .first_line = 7};
    CodeObject *code = code_new(&parts);
    cr_assert_eq(code_first_borrow(), code);
    globals = dict_new();
    dict_set_text(DICT(globals), "__name__", name);
    function = function_new(code, DICT(globals));
    decref(OBJECT(code));
    decref(name);
    decref(qualname);
}
TestSuite(function, .init = start);

static void check(const char *attribute, const char *text)
{
    Object *value = object_get_attribute_text(OBJECT(function), attribute);
    cr_assert_not_null(value);
    cr_assert_str_eq(str_utf8(value, NULL), text);
    decref(value);
}

Test(function, names_come_from_the_code)
{
    check("__name__", "f");
    check("__qualname__", "C.f");
    check("__module__", "f");
    cr_assert_null(function->extras);
}

Test(function, attributes_go_to_a_dict_of_its_own)
{
    Object *name = str_from_text("colour");
    cr_assert_eq(object_set_attribute(OBJECT(function), name, object_true), 0);
    cr_assert_eq(object_get_attribute(OBJECT(function), name), object_true);
    Object *code_name = str_from_text("__code__");
    cr_assert_eq(object_set_attribute(OBJECT(function), code_name, object_true), -1);
    cr_assert(error_is(&exc_type_error));
    error_clear();
    decref(name);
    decref(code_name);
}

Test(function, binds_to_an_instance)
{
    Object *method = type_function.descriptor_get(OBJECT(function), object_true, NULL);
    cr_assert_eq(((MethodObject *)method)->self, object_true);
    decref(method);
    Object *plain = type_function.descriptor_get(OBJECT(function), NULL, object_true);
    cr_assert_eq(plain, OBJECT(function));
    decref(plain);
}

Test(function, a_cycle_through_globals_is_garbage)
{
    dict_set_text(DICT(globals), "f", OBJECT(function));
    gc_collect_silently();
    decref(OBJECT(function));
    decref(globals);
    cr_assert_geq(gc_collect(2), 2);
    cr_assert_null(code_first_borrow());
}
