// The young buffer: stale, aged and double entries go, order stays, overflow loses nothing.
#include "runtime/gc/young.h"

#include <criterion/criterion.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
    gc_collect_silently();
}
TestSuite(young, .init = start);

static size_t entry_count(void)
{
    return (size_t)(gc.young_next - young_first);
}

Test(young, compaction_keeps_the_living_in_order)
{
    Object *a = list_new(0), *b = list_new(0), *c = list_new(0);
    decref(b);
    young_compact();
    cr_assert_eq(entry_count(), 2);
    cr_assert_eq(young_first[0], a);
    cr_assert_eq(young_first[1], c);
    cr_assert_eq(a->flags & FLAG_REACHED, 0);
    decref(a);
    decref(c);
}

Test(young, an_object_tracked_twice_is_entered_once)
{
    Object *a = list_new(0);
    gc_untrack(a);
    gc_track(a);
    young_compact();
    cr_assert_eq(entry_count(), 1);
    decref(a);
}

Test(young, a_loose_object_is_forgotten_when_it_dies)
{
    Object *big = tuple_new(1000);
    for (size_t i = 0; i < 1000; i++)
        TUPLE(big)->items[i] = object_none;
    size_t count = entry_count();
    decref(big);
    cr_assert_eq(entry_count(), count - 1);
}

Test(young, overflow_loses_no_garbage)
{
    gc.is_enabled = false;
    Object *keep = list_new(0);
    for (int i = 0; i < 2 * YOUNG_CAPACITY; i++) {
        Object *cycle = list_new(0);
        list_append(cycle, cycle);
        decref(cycle);
    }
    cr_assert(!young_is_complete(0));
    cr_assert_eq(gc_collect(0), 2 * YOUNG_CAPACITY);
    cr_assert(young_is_complete(0));
    cr_assert_eq(gc_generation(keep), 1);
    decref(keep);
}

Test(young, garbage_without_survivors_never_overflows)
{
    gc.is_enabled = false;
    for (int i = 0; i < 10 * YOUNG_CAPACITY; i++)
        decref(list_new(0));
    cr_assert(young_is_complete(0));
}

Test(young, a_pool_that_leaves_takes_its_entries_along)
{
    Object *a = list_new(0);
    young_forget_range(a, 16);
    young_compact();
    cr_assert_eq(entry_count(), 0);
    decref(a);
}
