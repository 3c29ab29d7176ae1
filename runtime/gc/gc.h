// The cycle collector: three generations over tracked memory; what every tracked object calls.
#ifndef ADDER_RUNTIME_GC_GC_H
#define ADDER_RUNTIME_GC_GC_H

#include "runtime/memory/memory.h"
#include "runtime/type.h"

typedef struct GcState {
    int32_t count[3];      // [0]: tracked allocations minus frees since the last collection
    int32_t threshold[3];  // 700, 10, 10; threshold[0] 0: no automatic collection
    bool is_enabled;
    bool is_scheduled;     // a collection waits for the next safe point
    bool is_collecting;
    bool is_bytes_due;     // much memory was taken since the last collection: the next one is full
    Object **young_next;   // next free entry of the young buffer
    Object **young_limit;  // its end
    int debug;             // GC_DEBUG_*
    int64_t long_lived_total;   // survivors of the last full collection
    int64_t long_lived_pending; // objects that came into generation 2 since
    struct GcStats {
        int64_t collections, collected, uncollectable;
    } stats[3];
} GcState;
extern GcState gc;

// Slow halves of gc_track: compact or grow the young buffer; ask for a collection at the next safe
// point (sets *gc_interrupt_flag).
void gc_young_full(void);
void gc_schedule(void);
// The interpreter's "look up at the next safe point" word; vm installs its address.
extern volatile uint32_t *gc_interrupt_flag;

// Publishes a fully initialised object of tracked memory to the collector: it may be traversed and
// freed from now on. Counts it and enters it into the young buffer. Cannot fail.
static inline void gc_track(Object *object)
{
    ASSERT(!(object->flags & FLAG_TRACKED));
    object->flags = (uint16_t)((object->flags & ~FLAG_GEN_MASK) | FLAG_TRACKED);
    *gc.young_next++ = object;
    if (unlikely(gc.young_next == gc.young_limit))
        gc_young_full();
}

// Takes an object out (tuples and dicts of atoms, objects about to be freed). Cannot fail.
static inline void gc_untrack(Object *object)
{
    object->flags &= (uint16_t)~FLAG_TRACKED;
}

// Block of tracked memory with its header set: refcount 1, type `type`, untracked. The rest is NOT
// zeroed. Counts for generation 0. NULL with MemoryError set is up to the caller
// (model/object: object_new does it).
static inline Object *gc_alloc(TypeObject *type, size_t byte_size)
{
    Object *object = memory_alloc(byte_size, MEMORY_TRACKED);
    if (unlikely(!object))
        return NULL;
    object->refcount = 1;
    object->flags = 0;
    object->type_index = type->index;
    if (unlikely(++gc.count[0] > gc.threshold[0]))
        gc_schedule();
    return object;
}

// Takes a loose object's address out of the young buffer.
void gc_forget_loose(const Object *object);

// Frees a tracked-memory block (untracked by now). An object that was tracked once must not be moved
// by memory_realloc: the young buffer may still know its address.
static inline void gc_free(Object *object, size_t byte_size)
{
    if (gc.count[0] > 0)
        gc.count[0]--;
    if (unlikely(!pool_serves_size(byte_size)))
        gc_forget_loose(object);
    memory_free(object, byte_size);
}

// ---- Collecting ---------------------------------------------------------------------------------

enum { GC_INTERRUPT = 1 }; // the bit in *gc_interrupt_flag; model/state.h calls it INTERRUPT_GC
enum {                     // gc.set_debug
    GC_DEBUG_STATS = 1,
    GC_DEBUG_COLLECTABLE = 2,
    GC_DEBUG_UNCOLLECTABLE = 4,
    GC_DEBUG_SAVEALL = 32,
    GC_DEBUG_LEAK = 38
};

// Runs the collection that was asked for, if it is still wanted. The vm calls it at a safe point
// when GC_INTERRUPT is set (it clears that bit). Script code may run; no exception is set or lost.
void gc_safe_point(void);
// Collects generation 0..2 and the younger ones, as gc.collect(): returns the number of unreachable
// objects; 0 when a collection is running already.
int64_t gc_collect(int generation);
// The same without callbacks, statistics and reports: for the end of the program.
int64_t gc_collect_silently(void);
// The same; if `first` is garbage, callbacks and finalizers run in the order in which it reaches the
// objects, breadth first. (An address alone, never followed unless it is an object that was found.)
int64_t gc_collect_from(const Object *first_or_null);
// Frees garbage that no script code can notice, inside of any allocation. True: something went.
bool gc_collect_emergency(size_t byte_size);

// All tracked objects into the permanent generation, and back into the oldest.
void gc_freeze(void);
void gc_unfreeze(void);
int64_t gc_frozen_count(void);

// Calls `visit` for the tracked objects of a generation 0..3 (-1: 0 to 2), in order of allocation
// where that is known, until it returns nonzero; that value is returned. The trash of a running
// collection is left out. The visitor may allocate and free.
int gc_visit_objects(int generation, VisitFn visit, void *context);
static inline bool gc_is_tracked(const Object *object)
{
    return (object->flags & FLAG_TRACKED) != 0;
}
static inline int gc_generation(const Object *object)
{
    return (object->flags & FLAG_GEN_MASK) >> FLAG_GEN_SHIFT;
}
static inline void gc_set_generation(Object *object, int generation)
{
    object->flags = (uint16_t)((object->flags & ~FLAG_GEN_MASK) | generation << FLAG_GEN_SHIFT);
}

// What the object model does for the collector; model/collector.c installs them.
typedef struct GcHooks {
    // The weak references to an unreachable object die; those with a callback that are themselves
    // reachable are queued. `has_callbacks`: whether there is a callback at all.
    void (*weakrefs_clear)(Object *object);
    bool (*weakrefs_have_callbacks)(Object *object);
    void (*weakref_kill)(Object *weakref);   // an unreachable weak reference: never calls back
    bool (*weakrefs_run_queue)(void);        // runs the callbacks; true: there were some
    void (*weakrefs_of_dead)(Object *object); // death by refcount: see weakref_clear_object
    void (*notify)(bool is_start, int generation, int64_t collected); // gc.callbacks
    void (*keep_garbage)(Object *object);    // DEBUG_SAVEALL
    void (*report)(const char *text);        // DEBUG_*: to sys.stderr
    void (*error_in_clear)(Object *object);  // an exception is set: report and clear it
    Object *(*error_save)(void);             // takes the current exception
    void (*error_restore)(Object *exception);
    void (*release_caches)(void);            // memory is out: what can be made again goes
} GcHooks;
extern GcHooks gc_hooks;

int gc_start(void);
void gc_stop(void);

#define VISIT(pointer)                                              \
    do {                                                            \
        if (pointer) {                                              \
            int visit_result_ = visit(OBJECT(pointer), context);    \
            if (visit_result_)                                      \
                return visit_result_;                               \
        }                                                           \
    } while (0)

#endif
