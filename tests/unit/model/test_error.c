// Raising: normalisation, context chains without cycles, MemoryErrors that are always there.
#include "runtime/model/error.h"

#include <criterion/criterion.h>
#include <string.h>

#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(error, .init = start);

static void expect(TypeObject *type, const char *text)
{
    cr_assert(error_occurred());
    Object *exception = error_take();
    cr_assert_eq(type_of(exception), type, "got %s", type_of(exception)->name);
    Object *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), text);
    decref(str);
    decref(exception);
}

Test(error, text_and_format)
{
    cr_assert_null(error_text(&exc_value_error, "plain"));
    expect(&exc_value_error, "plain");
    error_text(&exc_keyboard_interrupt, NULL);
    expect(&exc_keyboard_interrupt, "");
    error_format(&exc_type_error, "%s has %d of %T", "x", 3, object_none);
    expect(&exc_type_error, "x has 3 of NoneType");
}

Test(error, a_tuple_becomes_the_arguments)
{
    Object *tuple = tuple_pack(2, object_none, object_true);
    error_object(&exc_value_error, tuple);
    expect(&exc_value_error, "(None, True)");
    error_key(tuple);
    Object *exception = error_take();
    cr_assert_eq(TUPLE(((ExceptionObject *)exception)->args)->count, 1);
    decref(exception);
    decref(tuple);
}

Test(error, an_instance_passes_through)
{
    error_text(&exc_key_error, "k");
    Object *exception = error_take();
    error_object(&exc_lookup_error, exception);
    cr_assert_eq(state.exception, exception);
    cr_assert(error_is(&exc_lookup_error));
    error_clear();
    decref(exception);
}

Test(error, context_is_what_is_being_handled_and_never_a_cycle)
{
    error_text(&exc_value_error, "first");
    Object *first = error_take();
    state.handled->exception = new_ref(first);
    error_text(&exc_type_error, "second");
    Object *second = error_take();
    cr_assert_eq(((ExceptionObject *)second)->context, first);
    // Raise `first` again while `second` is handled: the chain is cut.
    ref_set_steal(&state.handled->exception, new_ref(second));
    error_object(&exc_value_error, first);
    cr_assert_eq(((ExceptionObject *)first)->context, second);
    cr_assert_null(((ExceptionObject *)second)->context);
    error_clear();
    ref_clear(&state.handled->exception);
    decref(second);
    decref(first);
}

Test(error, more_memory_errors_than_the_reserve_holds)
{
    Object *taken[40];
    for (int i = 0; i < 40; i++) {
        error_no_memory();
        taken[i] = error_take();
        cr_assert_eq(type_of(taken[i]), &exc_memory_error);
    }
    for (int i = 0; i < 40; i++)
        decref(taken[i]);
    error_no_memory();
    expect(&exc_memory_error, "");
}

Test(error, a_memory_error_tells_the_request_that_failed)
{
    memory_set_limit(memory_current_bytes() + ((size_t)1 << 20));
    cr_assert_null(memory_alloc((size_t)1 << 30, MEMORY_RAW));
    error_no_memory();
    Object *exception = error_take(), *text = object_str(exception);
    const char *told = str_utf8(text, NULL);
    cr_assert_eq(strncmp(told, "cannot allocate 1073741824 bytes (", 34), 0, "%s", told);
    cr_assert_not_null(strstr(told, " MB in use, limit "));
    decref(text);
    decref(exception);
    error_no_memory(); // nothing has failed since: nothing to tell
    expect(&exc_memory_error, "");
    memory_set_limit(0);
}

Test(error, errno_chooses_the_class)
{
    Object *name = str_from_text("gone");
    error_os(2, name);
    expect(&exc_file_not_found_error, "[Errno 2] No such file or directory: 'gone'");
    decref(name);
}
