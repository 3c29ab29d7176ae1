// Weak references: sharing, death, callbacks in order, and both kinds of death.
#include "runtime/model/weakref.h"

#include <criterion/criterion.h>

#include "runtime/containers/list.h"
#include "runtime/containers/set.h"
#include "runtime/gc/gc.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/attribute.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/text/str.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(weakref, .init = start);

Test(weakref, without_callback_is_shared)
{
    Object *set = set_new();
    Object *a = weakref_new(&type_weakref, set, NULL), *b = weakref_new(&type_weakref, set, NULL);
    cr_assert_eq(a, b);
    cr_assert_eq(weakref_count(set), 1);
    Object *target = weakref_get(a);
    cr_assert_eq(target, set);
    decref(target);
    decref(set);
    cr_assert_null(weakref_get(a));
    decref(a);
    decref(b);
}

Test(weakref, callbacks_run_newest_first)
{
    Object *set = set_new(), *log = list_new(0);
    Object *append = object_get_attribute(log, NAME(append));
    Object *old = weakref_new(&type_weakref, set, append);
    Object *new = weakref_new(&type_weakref, set, append);
    cr_assert_neq(old, new);
    decref(set);
    cr_assert_eq(LIST(log)->count, 2);
    cr_assert_eq(LIST(log)->items[0], new);
    cr_assert_eq(LIST(log)->items[1], old);
    decref(old);
    decref(new);
    decref(append);
    decref(log);
    gc_collect(2);
}

Test(weakref, not_every_type_allows_it)
{
    cr_assert_null(weakref_new(&type_weakref, object_none, NULL));
    Object *exception = error_take(), *str = object_str(exception);
    cr_assert_str_eq(str_utf8(str, NULL), "cannot create weak reference to 'NoneType' object");
    decref(str);
    decref(exception);
}

Test(weakref, a_dead_proxy_raises)
{
    Object *set = set_new(), *proxy = weakref_proxy(set, NULL);
    cr_assert_eq(object_is_true(proxy), 0);
    decref(set);
    cr_assert_eq(object_is_true(proxy), -1);
    cr_assert(error_is(&exc_reference_error));
    error_clear();
    decref(proxy);
}

Test(weakref, many_objects_and_removals_keep_the_table_sound)
{
    enum { COUNT = 5000 };
    static Object *sets[COUNT], *refs[COUNT];
    for (int i = 0; i < COUNT; i++) {
        sets[i] = set_new();
        refs[i] = weakref_new(&type_weakref, sets[i], NULL);
    }
    for (int i = 0; i < COUNT; i += 3)
        decref(sets[i]);
    for (int i = 0; i < COUNT; i++) {
        Object *target = weakref_get(refs[i]);
        cr_assert_eq(target, i % 3 ? sets[i] : NULL);
        xdecref(target);
        decref(refs[i]);
    }
    for (int i = 0; i < COUNT; i++)
        if (i % 3) {
            cr_assert_eq(weakref_count(sets[i]), 0);
            decref(sets[i]);
        }
}
