// One running collection: shared by gc.c (which objects are garbage) and gc_finalize.c (what is done
// with them). For this folder.
#ifndef ADDER_RUNTIME_GC_RUN_H
#define ADDER_RUNTIME_GC_RUN_H

#include "runtime/gc/young.h"

#define TRASH_RESERVE 256 // a young collection rarely finds more: no allocation then

typedef struct GcRun {
    int generation;
    int next_generation;   // of the survivors
    bool is_young;         // the candidates are the entries of the young buffer
    bool is_emergency;
    bool has_overflow;     // the mark stack was full: scan again
    bool has_trash_list;   // trash[] names all unreachable objects; else the heap is walked for them
    bool has_run_code;     // callbacks or finalizers ran: look for resurrection
    bool has_finalizers;   // some unreachable object may have a finalizer
    bool has_weakrefs;     // some unreachable object may be a weak reference or have one
    uint32_t candidate_set; // which flags make a candidate: see is_candidate
    uint16_t take_mask, take_flags; // flags of a candidate: what is kept of them, what is set
    uint16_t outside_type; // index of a type that takes no part in this run: its edges are skipped; 0: none
    uint16_t reach_flags;  // what is flipped in an object that is found alive
    int64_t candidate_count;
    int64_t reached_count; // candidates that were found alive
    int64_t survivor_count;
    int64_t trash_count;   // unreachable objects
    const Object *first;   // gc_order_trash starts at it; NULL: the trash stays as it is listed
    Object **trash;
    size_t trash_listed, trash_capacity;
    Object *trash_reserve[TRASH_RESERVE];
} GcRun;
extern GcRun gc_run;

// Calls `step` for every tracked-memory block; those that are free have a header of 0, so no flag.
static inline __attribute__((always_inline)) void gc_each_in_heap(void (*step)(Object *object))
{
    POOL_FOR_EACH (pool, MEMORY_TRACKED)
        POOL_FOR_EACH_BLOCK (pool, block)
            step((Object *)(void *)block);
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        step((Object *)(void *)block);
}

// The same until is_done(), which is asked now and then.
static inline __attribute__((always_inline)) void
gc_each_in_heap_until(void (*step)(Object *object), bool (*is_done)(void))
{
    POOL_FOR_EACH (pool, MEMORY_TRACKED) {
        if (is_done())
            return;
        POOL_FOR_EACH_BLOCK (pool, block)
            step((Object *)(void *)block);
    }
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        step((Object *)(void *)block);
}

// Calls `step` for every unreachable object that is still there (FLAG_IN, or FLAG_REACHED while
// gc_find_resurrected looks). Script code may run.
static inline __attribute__((always_inline)) void gc_each_trash(void (*step)(Object *object))
{
    if (gc_run.has_trash_list) {
        for (size_t i = 0; i < gc_run.trash_listed; i++) {
            Object *object = gc_run.trash[i];
            if (young_is_readable(object) && object->flags & (FLAG_IN | FLAG_REACHED))
                step(object);
        }
        return;
    }
    POOL_FOR_EACH (pool, MEMORY_TRACKED)
        POOL_FOR_EACH_BLOCK (pool, block)
            if (((Object *)(void *)block)->flags & (FLAG_IN | FLAG_REACHED))
                step((Object *)(void *)block);
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        if (((Object *)(void *)block)->flags & (FLAG_IN | FLAG_REACHED))
            step((Object *)(void *)block);
}

// gc.c: of the trash, what a finalizer or callback made reachable again becomes a survivor.
// gc_run.trash_count is what remains.
void gc_find_resurrected(void);
// gc_finalize.c: false if the object is no instance of weakref.ref, of a subclass, and no proxy.
bool gc_may_be_weakref(const Object *object);
// Post-condition of each is at its definition.
void gc_order_trash(void);
void gc_handle_weakrefs(void);
void gc_run_finalizers(void);
void gc_clear_trash(void);
void gc_forget_trash(void);

#endif
