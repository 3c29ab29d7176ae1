// Start, stop and the guard of C recursion.
#include "runtime/model/state.h"

#include <criterion/criterion.h>

#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/text/str.h"

Test(state, start_and_stop_leave_nothing)
{
    cr_assert_eq(runtime_start(), 0);
    cr_assert_eq(runtime_stop(), 0);
}

Test(state, the_limit_raises_and_recovers)
{
    cr_assert_eq(runtime_start(), 0);
    uint32_t depth = 0;
    while (recursion_enter(" in a test") == 0)
        depth++;
    cr_assert_eq(depth, RECURSION_LIMIT_DEFAULT);
    Object *exception = error_take(), *str;
    cr_assert_eq(type_of(exception), &exc_recursion_error);
    while (depth--)
        recursion_leave();
    str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), "maximum recursion depth exceeded in a test");
    decref(str);
    decref(exception);
}
