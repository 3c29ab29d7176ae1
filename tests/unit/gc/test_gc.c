// What the collector finds, in which order it acts, and that every count survives a collection.
#include "runtime/gc/gc.h"

#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/collector.h"
#include "runtime/model/singletons.h"
#include "runtime/model/state.h"
#include "runtime/numbers/int.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
    gc_collect_silently();
}
TestSuite(gc, .init = start);

static Object *list_holding(Object *item)
{
    Object *list = list_new(0);
    cr_assert_eq(list_append(list, item), 0);
    return list;
}

// A list that holds itself; the caller's reference is gone.
static void drop_cycle(void)
{
    Object *list = list_new(0);
    list_append(list, list);
    decref(list);
}

Test(gc, frees_a_list_that_holds_itself)
{
    drop_cycle();
    cr_assert_eq(gc_collect(2), 1);
    cr_assert_eq(gc_collect(2), 0);
}

Test(gc, counts_what_hangs_on_the_cycle)
{
    Object *leaf = list_new(0), *list = list_holding(leaf);
    list_append(list, list);
    decref(leaf);
    decref(list);
    cr_assert_eq(gc_collect(2), 2);
}

Test(gc, keeps_what_is_held_and_restores_every_count)
{
    Object *inner = list_new(0), *outer = list_holding(inner);
    list_append(inner, outer);
    int32_t inner_count = inner->refcount, outer_count = outer->refcount;
    decref(inner); // outer still holds it
    cr_assert_eq(gc_collect(2), 0);
    cr_assert_eq(inner->refcount, inner_count - 1);
    cr_assert_eq(outer->refcount, outer_count);
    cr_assert_eq(inner->flags & (FLAG_IN | FLAG_REACHED), 0);
    dict_clear(dict_new());
    decref(outer);
    cr_assert_eq(gc_collect(2), 2);
}

Test(gc, survivors_age_one_generation_a_collection)
{
    Object *list = list_new(0);
    cr_assert_eq(gc_generation(list), 0);
    gc_collect(0);
    cr_assert_eq(gc_generation(list), 1);
    gc_collect(1);
    cr_assert_eq(gc_generation(list), 2);
    gc_collect(2);
    cr_assert_eq(gc_generation(list), 2);
    decref(list);
}

Test(gc, a_young_collection_leaves_older_garbage)
{
    Object *list = list_new(0);
    list_append(list, list);
    gc_collect(0);
    decref(list);
    cr_assert_eq(gc_collect(0), 0);
    cr_assert_eq(gc_collect(1), 1);
}

Test(gc, untracks_tuples_of_atoms_from_the_inside)
{
    Object *number = int_from_int64(12345678901);
    Object *inner = tuple_pack(1, number), *outer = tuple_pack(1, inner);
    cr_assert(gc_is_tracked(inner) && gc_is_tracked(outer));
    gc_collect(2);
    cr_assert(!gc_is_tracked(inner));
    gc_collect(2);
    cr_assert(!gc_is_tracked(outer));
    decref(number);
    decref(inner);
    decref(outer);
}

Test(gc, collection_clears_the_counters)
{
    decref(list_new(0));
    Object *list = list_new(0);
    cr_assert_gt(gc.count[0], 0);
    gc_collect(2);
    cr_assert_eq(gc.count[0] + gc.count[1] + gc.count[2], 0);
    gc_collect(0);
    cr_assert_eq(gc.count[1], 1);
    decref(list);
}

#if !ADDER_STRESS
Test(gc, is_scheduled_when_the_count_exceeds_the_threshold)
{
    gc.threshold[0] = 100;
    gc_collect(2);
    Object *lists[101];
    for (int i = 0; i < 100; i++)
        lists[i] = list_new(0);
    cr_assert(!gc.is_scheduled);
    lists[100] = list_new(0);
    cr_assert(gc.is_scheduled);
    cr_assert(state.interrupt & INTERRUPT_GC);
    int64_t before = gc.stats[0].collections;
    gc_safe_point();
    cr_assert_eq(gc.stats[0].collections, before + 1);
    cr_assert(!(state.interrupt & INTERRUPT_GC));
    for (int i = 0; i < 101; i++)
        decref(lists[i]);
}

Test(gc, does_not_run_while_disabled)
{
    gc.is_enabled = false;
    gc.threshold[0] = 1;
    Object *lists[10];
    for (int i = 0; i < 10; i++)
        lists[i] = list_new(0);
    cr_assert(!gc.is_scheduled);
    drop_cycle();
    cr_assert_eq(gc_collect(2), 1);
    for (int i = 0; i < 10; i++)
        decref(lists[i]);
}
#endif

Test(gc, finds_more_garbage_than_the_trash_reserve_holds)
{
    for (int i = 0; i < 5000; i++)
        drop_cycle();
    cr_assert_eq(gc_collect(2), 5000);
}

Test(gc, follows_a_chain_longer_than_the_mark_reserve)
{
    Object *wide = list_new(0);
    for (int i = 0; i < 50000; i++) {
        Object *item = list_new(0);
        list_append(wide, item);
        list_append(item, wide);
        decref(item);
    }
    cr_assert_eq(gc_collect(2), 0);
    decref(wide);
    cr_assert_eq(gc_collect(2), 50001);
}

Test(gc, frozen_garbage_waits_for_unfreeze)
{
    drop_cycle();
    gc_freeze();
    cr_assert_gt(gc_frozen_count(), 0);
    cr_assert_eq(gc_collect(2), 0);
    gc_unfreeze();
    cr_assert_eq(gc_frozen_count(), 0);
    cr_assert_eq(gc_collect(2), 1);
}

Test(gc, emergency_frees_garbage_without_statistics)
{
    drop_cycle();
    int64_t collections = gc.stats[2].collections;
    cr_assert(gc_collect_emergency(1));
    cr_assert_eq(gc.stats[2].collections, collections);
    cr_assert(!gc_collect_emergency(1));
    cr_assert_eq(gc_collect(2), 0);
}

Test(gc, objects_of_a_generation_are_listed)
{
    Object *list = list_new(0);
    Object *young = collector_get_objects(0);
    bool found = false;
    for (size_t i = 0; i < LIST(young)->count; i++)
        found |= LIST(young)->items[i] == list;
    cr_assert(found);
    decref(young);
    decref(list);
}

Test(gc, referrers_and_referents)
{
    Object *item = list_new(0), *holder = list_holding(item);
    Object *referrers = collector_get_referrers(&item, 1);
    Object *referents = collector_get_referents(&holder, 1);
    cr_assert_eq(LIST(referrers)->count, 1);
    cr_assert_eq(LIST(referrers)->items[0], holder);
    cr_assert_eq(LIST(referents)->count, 1);
    cr_assert_eq(LIST(referents)->items[0], item);
    decref(referrers);
    decref(referents);
    decref(holder);
    decref(item);
}
