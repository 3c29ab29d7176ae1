// The ring of records.
#include "runtime/gc/history.h"

#include <string.h>
#include <time.h>

static struct {
    GcRecord records[GC_HISTORY_SIZE]; // number n lies at n % GC_HISTORY_SIZE
    uint64_t last_number;              // of the last finished one
    GcRecord running;
    int64_t start;
} history;

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

void gc_history_begin(GcCause cause, int generation)
{
    history.running = (GcRecord){
        .number = history.last_number + 1,
        .cause = cause,
        .generation = generation,
        .long_lived_total = gc.long_lived_total,
        .long_lived_pending = gc.long_lived_pending,
    };
    memcpy(history.running.counts, gc.count, sizeof gc.count);
    memcpy(history.running.thresholds, gc.threshold, sizeof gc.threshold);
    history.start = now();
}

void gc_history_end(int64_t candidates, int64_t unreachable)
{
    GcRecord *record = &history.running;
    record->candidates = candidates;
    record->unreachable = unreachable;
    record->nanoseconds = now() - history.start;
    history.last_number = record->number;
    history.records[record->number % GC_HISTORY_SIZE] = *record;
}

int gc_history_read(GcRecord *records, int capacity)
{
    int count = history.last_number < GC_HISTORY_SIZE ? (int)history.last_number : GC_HISTORY_SIZE;
    if (count > capacity)
        count = capacity;
    for (int i = 0; i < count; i++) {
        uint64_t number = history.last_number - (uint64_t)(count - 1 - i);
        records[i] = history.records[number % GC_HISTORY_SIZE];
    }
    return count;
}
