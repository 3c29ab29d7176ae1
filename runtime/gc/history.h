// What the last collections did and why they ran: a ring of records, written once a collection.
#ifndef ADDER_RUNTIME_GC_HISTORY_H
#define ADDER_RUNTIME_GC_HISTORY_H

#include "runtime/gc/gc.h"

typedef enum GcCause {
    GC_CAUSE_THRESHOLD, // counts[0] went past thresholds[0]
    GC_CAUSE_BYTES,     // much memory was taken since the last one
    GC_CAUSE_EXPLICIT,  // gc.collect()
    GC_CAUSE_EMERGENCY, // a request was about to fail: only what nobody can notice
    GC_CAUSE_EXIT,      // the end of the program
    GC_CAUSE_STRESS,    // the stress build
    GC_CAUSE_COUNT
} GcCause;

typedef struct GcRecord {
    uint64_t number;       // from 1 on
    GcCause cause;
    int generation;
    int32_t counts[3];     // as they were when the generation was chosen
    int32_t thresholds[3];
    int64_t long_lived_total, long_lived_pending; // a full one needs pending >= total / 4
    int64_t candidates, unreachable;
    int64_t nanoseconds;   // finalizers and callbacks included
} GcRecord;

enum { GC_HISTORY_SIZE = 64 };

// Copies the last records, oldest first, at most `capacity`; returns how many.
int gc_history_read(GcRecord *records, int capacity);

// For this folder: around a collection. Collections do not nest.
void gc_history_begin(GcCause cause, int generation);
void gc_history_end(int64_t candidates, int64_t unreachable);

#endif
