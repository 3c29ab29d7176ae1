// Exception types: arguments, texts, attributes.
#include "runtime/program/exception.h"

#include <criterion/criterion.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(exception, .init = start);

// str(object) equals text; the object is released.
static void check_str(Object *exception, const char *text)
{
    cr_assert_not_null(exception);
    Object *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
    decref(exception);
}

static void check_repr(Object *exception, const char *text)
{
    Object *repr = object_repr(exception);
    cr_assert_str_eq(str_utf8(repr, NULL), text);
    decref(repr);
    decref(exception);
}

Test(exception, str_and_repr_by_number_of_arguments)
{
    Object *a = str_from_text("a"), *one = int_from_int64(1);
    check_str(call_none(OBJECT(&exc_value_error)), "");
    check_str(call_one(OBJECT(&exc_value_error), a), "a");
    check_str(call_two(OBJECT(&exc_value_error), a, one), "('a', 1)");
    check_repr(call_one(OBJECT(&exc_value_error), a), "ValueError('a')");
    check_repr(call_two(OBJECT(&exc_value_error), a, one), "ValueError('a', 1)");
    check_str(call_one(OBJECT(&exc_key_error), a), "'a'");
    decref(a);
}

Test(exception, stop_iteration_and_system_exit_carry_a_value)
{
    Object *one = int_from_int64(1);
    Object *stop = call_one(OBJECT(&exc_stop_iteration), one);
    cr_assert_eq(((StopIterationObject *)stop)->value, one);
    decref(stop);
    Object *leave = call_two(OBJECT(&exc_system_exit), one, one);
    cr_assert_eq(TUPLE(((SystemExitObject *)leave)->code)->count, 2);
    decref(leave);
}

Test(exception, os_error_takes_its_arguments_apart)
{
    Object *number = int_from_int64(13), *text = str_from_text("no"), *file = str_from_text("f");
    Object *error = call_three(OBJECT(&exc_os_error), number, text, file);
    cr_assert_eq(type_of(error), &exc_permission_error);
    cr_assert_eq(TUPLE(((ExceptionObject *)error)->args)->count, 2);
    check_str(error, "[Errno 13] no: 'f'");
    decref(text);
    decref(file);
}

Test(exception, syntax_error_names_its_place)
{
    Object *message = str_from_text("m"), *file = str_from_text("/a/f"), *line = int_from_int64(3);
    Object *place = tuple_pack(4, file, line, line, object_none);
    check_str(call_two(OBJECT(&exc_syntax_error), message, place), "m (f, line 3)");
    decref(message);
    decref(file);
    decref(place);
}

Test(exception, unicode_errors_name_the_character)
{
    Object *codec = str_from_text("utf-8"), *bytes = bytes_new("a\xff", 2);
    Object *args[5] = {codec, bytes, int_from_int64(1), int_from_int64(2), codec};
    check_str(call_object(OBJECT(&exc_unicode_decode_error), args, 5, NULL),
              "'utf-8' codec can't decode byte 0xff in position 1: utf-8");
    Object *text = str_from_text("a\xc3\xa9");
    args[1] = text;
    check_str(call_object(OBJECT(&exc_unicode_encode_error), args, 5, NULL),
              "'utf-8' codec can't encode character '\\xe9' in position 1: utf-8");
    decref(codec);
    decref(bytes);
    decref(text);
}

Test(exception, cause_suppresses_the_context)
{
    Object *error = call_none(OBJECT(&exc_value_error)), *cause = call_none(OBJECT(&exc_key_error));
    Object *name = str_from_text("__cause__");
    cr_assert_eq(object_set_attribute(error, name, cause), 0);
    cr_assert(((ExceptionObject *)error)->suppress_context);
    cr_assert_eq(object_set_attribute(error, name, name), -1);
    cr_assert(error_is(&exc_type_error));
    error_clear();
    decref(name);
    decref(error);
    decref(cause);
}

Test(exception, notes_are_a_list_in_the_dict)
{
    Object *error = call_none(OBJECT(&exc_value_error));
    Object *name = str_from_text("add_note"), *note = str_from_text("n");
    decref(call_method_one(error, name, note));
    Object *notes = object_get_attribute_text(error, "__notes__");
    cr_assert_eq(LIST(notes)->count, 1);
    decref(notes);
    decref(error);
    decref(name);
    decref(note);
}
