// The records of collections: causes, counts, order, and the ring when it is full.
#include "runtime/gc/history.h"

#include <criterion/criterion.h>

#include "runtime/containers/list.h"
#include "runtime/model/collector.h"
#include "runtime/model/state.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(history, .init = start);

static GcRecord last_record(void)
{
    GcRecord records[GC_HISTORY_SIZE];
    int count = gc_history_read(records, GC_HISTORY_SIZE);
    cr_assert_gt(count, 0);
    return records[count - 1];
}

Test(history, nothing_before_the_first)
{
    GcRecord record;
    cr_assert_eq(gc_history_read(&record, 1), 0);
}

Test(history, an_explicit_one_says_what_it_found)
{
    gc_collect(2);
    Object *live = list_new(0), *cycle = list_new(0);
    list_append(cycle, cycle);
    decref(cycle);
    int32_t count = gc.count[0];
    cr_assert_eq(gc_collect(0), 1);
    GcRecord record = last_record();
    cr_assert_eq(record.number, 2u);
    cr_assert_eq(record.cause, GC_CAUSE_EXPLICIT);
    cr_assert_eq(record.generation, 0);
    cr_assert_eq(record.counts[0], count);
    cr_assert_eq(record.thresholds[0], GC_THRESHOLD0);
    cr_assert_eq(record.candidates, 2);
    cr_assert_eq(record.unreachable, 1);
    cr_assert_geq(record.nanoseconds, 0);
    decref(live);
}

Test(history, counts_are_those_before_the_collection)
{
    gc_collect(2);
    for (int i = 0; i < 3; i++)
        gc_collect(0);
    gc_collect(1);
    cr_assert_eq(last_record().counts[1], 3);
    gc_collect(2);
    GcRecord record = last_record();
    cr_assert_eq(record.counts[1], 0);
    cr_assert_eq(record.counts[2], 1);
}

Test(history, each_cause_is_named)
{
    gc_collect_silently();
    cr_assert_eq(last_record().cause, GC_CAUSE_EXIT);
    gc_collect_emergency(1);
    cr_assert_eq(last_record().cause, GC_CAUSE_EMERGENCY);
    gc_schedule();
    gc_safe_point();
    cr_assert_eq(last_record().cause, ADDER_STRESS ? GC_CAUSE_STRESS : GC_CAUSE_THRESHOLD);
    gc.is_bytes_due = true;
    gc_schedule();
    gc_safe_point();
    cr_assert_eq(last_record().cause, ADDER_STRESS ? GC_CAUSE_STRESS : GC_CAUSE_BYTES);
    cr_assert_eq(last_record().number, 4u);
}

Test(history, a_safe_point_without_a_wish_leaves_no_record)
{
    gc_collect(0);
    if (!ADDER_STRESS)
        gc_safe_point();
    cr_assert_eq(last_record().number, 1u);
}

Test(history, the_ring_keeps_the_last_in_order)
{
    enum { RUNS = 2 * GC_HISTORY_SIZE + 5 };
    for (int i = 0; i < RUNS; i++)
        gc_collect(i % 3);
    GcRecord records[GC_HISTORY_SIZE + 1];
    cr_assert_eq(gc_history_read(records, GC_HISTORY_SIZE + 1), GC_HISTORY_SIZE);
    for (int i = 0; i < GC_HISTORY_SIZE; i++) {
        uint64_t number = (uint64_t)(RUNS - GC_HISTORY_SIZE + 1 + i);
        cr_assert_eq(records[i].number, number);
        cr_assert_eq(records[i].generation, (int)((number - 1) % 3));
    }
    cr_assert_eq(gc_history_read(records, 3), 3); // the newest
    cr_assert_eq(records[0].number, (uint64_t)(RUNS - 2));
    cr_assert_eq(records[2].number, (uint64_t)RUNS);
}
