// Declared signatures: what is filled in, and CPython's words when it does not fit.
#include "runtime/model/call.h"

#include <criterion/criterion.h>

#include "runtime/containers/tuple.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(args, .init = start);

static const char *const parameters[] = {"", "b", "c", NULL};
static const Signature signature = {"f", parameters, 1, 2, 2}; // f(a, /, b, *, c=...)

static void expect(const char *text)
{
    Object *exception = error_take();
    cr_assert_not_null(exception);
    Object *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
    decref(exception);
}

static int parse(size_t nargs, const char *first, const char *second, Object **out)
{
    Object *args[5] = {object_true, object_false, object_none, object_ellipsis, object_true};
    Object *names_[2] = {first ? str_from_text(first) : NULL, second ? str_from_text(second) : NULL};
    size_t count = first ? second ? 2 : 1 : 0;
    Object *kwnames = count ? tuple_from_array(names_, count) : NULL;
    int result = args_parse(&signature, args, nargs, kwnames, out);
    xdecref(names_[0]);
    xdecref(names_[1]);
    xdecref(kwnames);
    return result;
}

Test(args, fills_by_position_and_name)
{
    Object *out[3];
    cr_assert_eq(parse(1, "c", "b", out), 0);
    cr_assert_eq(out[0], object_true);
    cr_assert_eq(out[1], object_none);
    cr_assert_eq(out[2], object_false);
    cr_assert_eq(parse(2, NULL, NULL, out), 0);
    cr_assert_null(out[2]);
}

Test(args, texts)
{
    Object *out[3];
    cr_assert_eq(parse(0, NULL, NULL, out), -1);
    expect("f() takes at least 1 positional argument (0 given)");
    cr_assert_eq(parse(1, NULL, NULL, out), -1);
    expect("f() missing required argument 'b' (pos 2)");
    cr_assert_eq(parse(3, NULL, NULL, out), -1);
    expect("f() takes exactly 2 positional arguments (3 given)");
    cr_assert_eq(parse(2, "x", NULL, out), -1);
    expect("'x' is an invalid keyword argument for f()");
    cr_assert_eq(parse(2, "b", NULL, out), -1);
    expect("argument for f() given by name ('b') and position (2)");
    cr_assert_eq(parse(3, "b", "c", out), -1);
    expect("f() takes at most 3 arguments (5 given)");
}

Test(args, counts)
{
    cr_assert_eq(args_check_count("g", 2, 1, 2), 0);
    cr_assert_eq(args_check_count("g", 0, 1, 2), -1);
    expect("g expected at least 1 argument, got 0");
    cr_assert_eq(args_check_count("g", 3, 1, 2), -1);
    expect("g expected at most 2 arguments, got 3");
    cr_assert_eq(args_check_count("g", 3, 1, 1), -1);
    expect("g expected 1 argument, got 3");
}
