// The cycle collector. Trial deletion in place: the references that candidates hold to candidates
// are subtracted from the refcounts themselves; what stays above zero is held from outside; marking
// from there adds the references of what it reaches back on.
//
//   subtract   FLAG_IN on all candidates (tracked objects of the generation and the younger ones);
//              count == references from outside of the candidates
//   mark       what is held from outside, directly or not, loses IN; its edges are restored
//   restore    edges of the rest, the trash, are restored: every count is exact again
//   age        candidates are one generation older
//   weak references, finalizers, resurrection, clear: gc_finalize.c
//
// A full collection walks the heap once to subtract, and once more at most for each of mark (only
// until all are reached) and restore (only if there is trash): memory traffic is what it costs.
//
// Up to the end of these phases no script code runs and nothing tracked is allocated or freed.
// Immortal and saturated counts are never written: such objects are roots. Read collect_phases first.
#include "runtime/gc/gc.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "runtime/gc/dealloc.h"
#include "runtime/gc/history.h"
#include "runtime/gc/layout.h"
#include "runtime/gc/run.h"
#include "runtime/gc/stack.h"

#define LONG_LIST 64 // items; see reach_long_list

GcState gc;
GcRun gc_run;
GcHooks gc_hooks;
static volatile uint32_t interrupt_before_start;
volatile uint32_t *gc_interrupt_flag = &interrupt_before_start;

// The sets of flags that make a candidate, as masks over the values of CANDIDATE_FLAGS: tracked and
// of a generation up to 0, 1 or 2; or found unreachable, whether reached again or not.
#define CANDIDATE_FLAGS (FLAG_TRACKED | FLAG_GEN_MASK | FLAG_IN | FLAG_REACHED)
#define SET_UP_TO(generation) \
    (((generation) == 0 ? 0x02u : (generation) == 1 ? 0x0Au : 0x2Au) * 0x01010101u)
#define SET_TRASH 0xFFFFFF00u
#define SET_FRESH 0xFFu // neither FLAG_IN nor FLAG_REACHED
_Static_assert(CANDIDATE_FLAGS == 31 && FLAG_TRACKED == 1 && FLAG_GEN_SHIFT == 1, "bits of the sets");

// Tuples and dicts among the candidates that refer to atoms and tuples only; see untrack_plain.
static GcStack plain;

// ---- Visiting -----------------------------------------------------------------------------------

static inline uint32_t lasting_flags(const Object *referent)
{
    return referent->type_index == TYPE_TUPLE ? 0 : referent->flags & FLAG_TRACKED;
}

// Whether an object takes part in the running collection, whatever is known about it by now.
// `set` is gc_run.candidate_set, which loops keep in a register.
static inline __attribute__((always_inline)) bool is_candidate(const Object *object, uint32_t set)
{
    return set >> (object->flags & CANDIDATE_FLAGS) & 1;
}

// Visits what `object` refers to: the commonest layouts here, inlined; others through traverse,
// which gets `slow_visit`, the same as a VisitFn. Both must always see the same edges. Returns 0 for
// a tuple or dict all of whose referents are, or might become, untracked; else FLAG_TRACKED.
static inline __attribute__((always_inline)) uint32_t
visit_referents(Object *object, void (*visit)(Object *referent, uint32_t set), VisitFn slow_visit)
{
    uint32_t seen = 0, set = gc_run.candidate_set;
    switch (object->type_index) {
    case TYPE_LIST: {
        Object **item = ((GcList *)object)->items, **end = item + ((GcList *)object)->count;
        for (; item < end; item++)
            if (*item)
                visit(*item, set);
        return FLAG_TRACKED;
    }
    case TYPE_TUPLE: {
        Object **item = ((GcTuple *)object)->items, **end = item + ((GcTuple *)object)->count;
        for (; item < end; item++)
            if (*item) {
                seen |= lasting_flags(*item);
                visit(*item, set);
            }
        return seen;
    }
    case TYPE_DICT: {
        GcDict *dict = (GcDict *)object;
        if (dict->is_shape_backed)
            break;
        if (dict->is_str_keyed) { // exact strs are in no cycle
            GcDictStrEntry *entry = dict->entries, *end = entry + dict->entry_count;
            for (; entry < end; entry++)
                if (entry->value) {
                    seen |= lasting_flags(entry->value);
                    visit(entry->value, set);
                }
        } else {
            GcDictEntry *entry = dict->entries, *end = entry + dict->entry_count;
            for (; entry < end; entry++)
                if (entry->value) {
                    seen |= lasting_flags(entry->key) | lasting_flags(entry->value);
                    visit(entry->key, set);
                    visit(entry->value, set);
                }
        }
        return seen;
    }
    default:
        if ((object->flags & (FLAG_HAS_SHAPE | FLAG_HAS_DICT)) == FLAG_HAS_SHAPE) {
            GcInstance *instance = (GcInstance *)object;
            if (object->type_index != gc_run.outside_type) {
                Object *type = OBJECT(type_of(object));
                if (is_candidate(type, set))
                    visit(type, set);
                else
                    gc_run.outside_type = object->type_index;
            }
            for (uint32_t i = 0, count = instance->shape->slot_count; i < count; i++)
                if (instance->slots[i])
                    visit(instance->slots[i], set);
            return FLAG_TRACKED;
        }
    }
    int (*traverse)(Object *, VisitFn, void *) = type_of(object)->traverse;
    if (likely(traverse))
        traverse(object, slow_visit, NULL);
    return FLAG_TRACKED;
}

static inline __attribute__((always_inline)) void subtract_edge(Object *referent, uint32_t set)
{
    if (is_candidate(referent, set) && likely(referent->refcount >= 0)) {
        ASSERT(referent->refcount > 0); // a type's traverse visits what it does not own
        referent->refcount--;
    }
}

static inline __attribute__((always_inline)) void restore_edge(Object *referent, uint32_t set)
{
    if (is_candidate(referent, set) && likely(referent->refcount >= 0))
        referent->refcount++;
}

static int subtract_visit(Object *referent, void *context)
{
    (void)context;
    subtract_edge(referent, gc_run.candidate_set);
    return 0;
}

static int restore_visit(Object *referent, void *context)
{
    (void)context;
    restore_edge(referent, gc_run.candidate_set);
    return 0;
}

// ---- The mark stack -----------------------------------------------------------------------------

// Objects that were reached and whose edges are not followed yet. When it cannot grow, the object
// that does not fit keeps IN but has a count above zero, so the next scan over the candidates finds it.
static GcStack marks;

static inline __attribute__((always_inline)) void push_mark(Object *object)
{
    if (unlikely(!gc_stack_push(&marks, object))) {
        gc_run.has_overflow = true;
        return;
    }
    object->flags ^= gc_run.reach_flags;
    gc_run.reached_count++;
}

static inline __attribute__((always_inline)) void reach_edge(Object *referent, uint32_t set)
{
    if (!is_candidate(referent, set))
        return;
    if (likely(referent->refcount >= 0))
        referent->refcount++;
    if (referent->flags & FLAG_IN)
        push_mark(referent);
}

static int reach_visit(Object *referent, void *context)
{
    (void)context;
    reach_edge(referent, gc_run.candidate_set);
    return 0;
}

// ---- The phases that decide what is garbage -----------------------------------------------------

static inline __attribute__((always_inline)) void each_candidate(void (*step)(Object *object))
{
    if (gc_run.is_young) {
        Object **first = gc_run.generation == 0 ? young_first : young_entries;
        for (Object **entry = first; entry < gc.young_next; entry++)
            step(*entry);
    } else {
        gc_each_in_heap(step);
    }
}

static inline __attribute__((always_inline)) void subtract_edges_of(Object *object)
{
    uint32_t seen = visit_referents(object, subtract_edge, subtract_visit);
    if (unlikely(!seen) &&
        (object->type_index == TYPE_TUPLE || gc_run.generation == 2))
        gc_stack_push(&plain, object); // no memory: it stays tracked, which is only slower
}

// Subtracts the edges of a candidate, which carries IN then. The number of objects: 1, or 0 if it is none.
static inline __attribute__((always_inline)) int64_t take_candidate(Object *object)
{
    if (!is_candidate(object, gc_run.candidate_set))
        return 0;
    ASSERT(!(object->flags & FLAG_IN));
    object->flags = (uint16_t)((object->flags & gc_run.take_mask) | gc_run.take_flags);
    subtract_edges_of(object);
    return 1;
}

static void take_heap(void)
{
    int64_t count = 0; // not in memory: each step would wait for the one before
    POOL_FOR_EACH (pool, MEMORY_TRACKED)
        POOL_FOR_EACH_BLOCK (pool, block)
            count += take_candidate((Object *)(void *)block);
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        count += take_candidate((Object *)(void *)block);
    gc_run.candidate_count = count;
}

// The same for the entries of the young buffer, which keeps those that are taken, each object at its
// last entry: earlier ones are of objects that lay there before. So it goes from the last to the first.
static void take_young(void)
{
    Object **first = gc_run.generation == 0 ? young_first : young_entries, **kept = gc.young_next;
    uint32_t fresh_set = gc_run.candidate_set & SET_FRESH;
    for (Object **entry = kept; entry-- > first;) {
        Object *object = *entry;
        if (!young_is_readable(object) || !is_candidate(object, fresh_set))
            continue;
        object->flags |= FLAG_IN;
        *--kept = object;
        subtract_edges_of(object);
    }
    gc_run.candidate_count = gc.young_next - kept;
    young_keep(gc_run.generation, kept);
}

static void drain_marks(bool may_nest);

// Reaches all items of a long list first, and then follows their edges as they lie in the list: no
// stack of their number is needed, and objects that refer to each other at random are not chased one
// by one. In between, items that were reached carry REACHED.
static void reach_long_list(const GcList *list)
{
    uint32_t set = gc_run.candidate_set;
    int64_t reached_count = 0;
    Object **items = list->items, **end = items + list->count;
    for (Object **place = items; place < end; place++) {
        Object *item = *place;
        if (!item || !is_candidate(item, set))
            continue;
        if (likely(item->refcount >= 0))
            item->refcount++;
        if (item->flags & FLAG_IN) {
            item->flags ^= FLAG_IN | FLAG_REACHED;
            reached_count++;
        }
    }
    gc_run.reached_count += reached_count;
    for (Object **place = items; place < end; place++) {
        Object *item = *place;
        if (!item || !(item->flags & FLAG_REACHED))
            continue;
        item->flags &= (uint16_t)~FLAG_REACHED;
        visit_referents(item, reach_edge, reach_visit);
        if (marks.count)
            drain_marks(false);
    }
}

// Follows the edges of an object that was reached. `may_nest`: no long list is being followed.
static inline __attribute__((always_inline)) void reach_edges_of(Object *object, bool may_nest)
{
    if (object->type_index == TYPE_LIST && may_nest && ((GcList *)object)->count > LONG_LIST)
        reach_long_list((GcList *)object);
    else
        visit_referents(object, reach_edge, reach_visit);
}

// The same for what is on the stack.
static void drain_marks(bool may_nest)
{
    while (marks.count)
        reach_edges_of(marks.items[--marks.count], may_nest);
}

static inline __attribute__((always_inline)) void mark_from(Object *object)
{
    if (object->flags & FLAG_IN && object->refcount != 0) {
        bool may_nest = gc_run.reach_flags == FLAG_IN;
        object->flags ^= gc_run.reach_flags;
        gc_run.reached_count++;
        reach_edges_of(object, may_nest);
        if (marks.count)
            drain_marks(may_nest);
    }
}

// After it the candidates carry IN, and their counts are the references from outside of them
// (immortals keep theirs). `plain` lists tuples and dicts of atoms and tuples.
static void subtract_edges(void)
{
    if (gc_run.is_young)
        take_young();
    else
        take_heap();
}

static bool are_all_reached(void)
{
    return gc_run.reached_count == gc_run.candidate_count;
}

// After it IN marks the unreachable, and edges from the others are counted again.
static void mark_reachable(void)
{
    gc_run.reached_count = 0;
    do {
        gc_run.has_overflow = false;
        if (gc_run.is_young)
            each_candidate(mark_from);
        else
            gc_each_in_heap_until(mark_from, are_all_reached);
    } while (gc_run.has_overflow);
    gc_run.trash_count = gc_run.candidate_count - gc_run.reached_count;
}

// True if an object is no tracked container now and never will be one.
static bool is_atom(const Object *object)
{
    if (object->flags & FLAG_TRACKED)
        return false;
    const TypeObject *type = type_of(object);
    if (!type_has(type, TF_TRACKED) || object->type_index == TYPE_TUPLE)
        return true;
    return type_has(type, TF_SUBCLASS_TYPE) && !type_has((const TypeObject *)object, TF_HEAP);
}

static bool tuple_has_only_atoms(const Object *object)
{
    const GcTuple *tuple = (const GcTuple *)object;
    for (size_t i = 0; i < tuple->count; i++)
        if (!tuple->items[i] || !is_atom(tuple->items[i])) // NULL: still being built
            return false;
    return true;
}

static bool dict_has_only_atoms(const Object *object)
{
    const GcDict *dict = (const GcDict *)object;
    if (dict->is_shape_backed)
        return false;
    if (dict->is_str_keyed) {
        const GcDictStrEntry *entry = dict->entries;
        for (uint32_t i = 0; i < dict->entry_count; i++)
            if (entry[i].value && !is_atom(entry[i].value))
                return false;
        return true;
    }
    const GcDictEntry *entry = dict->entries;
    for (uint32_t i = 0; i < dict->entry_count; i++)
        if (entry[i].value && (!is_atom(entry[i].key) || !is_atom(entry[i].value)))
            return false;
    return true;
}

// After it tuples and (in full collections, because they change often) dicts that were reached and
// refer to atoms only are untracked; tuples of such tuples too if they lie behind them.
static void untrack_plain(void)
{
    for (size_t i = 0; i < plain.count; i++) {
        Object *object = plain.items[gc_run.is_young ? plain.count - 1 - i : i]; // see take_young
        if (object->flags & FLAG_IN)
            continue;
        if (object->type_index == TYPE_TUPLE ? tuple_has_only_atoms(object)
                                             : dict_has_only_atoms(object)) {
            gc_untrack(object);
            gc_run.survivor_count--;
        }
    }
}

static void age_candidate(Object *object)
{
    if (is_candidate(object, gc_run.candidate_set))
        gc_set_generation(object, gc_run.next_generation);
}

// After it all candidates are of the next generation (in full collections they are: take_candidate;
// young_promote does it for the entries of the buffer).
static void age_candidates(void)
{
    if (gc_run.generation == 1 || (gc_run.generation == 0 && !gc_run.is_young))
        each_candidate(age_candidate);
}

// An unreachable object: its edges are counted again, and what is to be done with it is noted.
static void restore_edges_of(Object *object)
{
    if (!(object->flags & FLAG_IN))
        return;
    visit_referents(object, restore_edge, restore_visit);
    if (type_of(object)->finalize)
        gc_run.has_finalizers = true;
    if (object->flags & FLAG_HAS_WEAKREFS || gc_may_be_weakref(object))
        gc_run.has_weakrefs = true;
    if (gc_run.has_trash_list && !(object->flags & FLAG_REACHED))
        gc_run.trash[gc_run.trash_listed++] = object;
}

static void make_trash_list(size_t count)
{
    gc_run.trash_listed = 0;
    gc_run.trash = gc_run.trash_reserve;
    gc_run.trash_capacity = TRASH_RESERVE;
    gc_run.has_trash_list = true;
    if (count > TRASH_RESERVE) {
        gc_run.trash = memory_alloc(count * sizeof(Object *), MEMORY_RAW);
        gc_run.trash_capacity = count;
        gc_run.has_trash_list = gc_run.trash != NULL;
    }
}

// The entries of the young buffer come first in the list of trash, and carry REACHED until all is
// listed. Their number.
static size_t list_young_trash(void)
{
    for (Object **entry = young_entries; entry < gc.young_next; entry++) {
        Object *object = *entry;
        if (young_is_readable(object) && (object->flags & (FLAG_IN | FLAG_REACHED)) == FLAG_IN) {
            object->flags |= FLAG_REACHED;
            gc_run.trash[gc_run.trash_listed++] = object;
        }
    }
    return gc_run.trash_listed;
}

// After it every count is what it was before, and the trash is listed, the young in order of
// allocation first, so that later phases need not walk the heap. Without memory for the list they
// do walk it.
static void restore_edges(void)
{
    make_trash_list((size_t)gc_run.trash_count);
    gc_run.has_finalizers = gc_run.has_weakrefs = false;
    size_t young_count = gc_run.has_trash_list && !gc_run.is_young ? list_young_trash() : 0;
    each_candidate(restore_edges_of);
    ASSERT(!gc_run.has_trash_list || gc_run.trash_listed == (size_t)gc_run.trash_count);
    for (size_t i = 0; i < young_count; i++)
        gc_run.trash[i]->flags &= (uint16_t)~FLAG_REACHED;
}

void gc_forget_trash(void)
{
    if (gc_run.has_trash_list && gc_run.trash != gc_run.trash_reserve)
        memory_free(gc_run.trash, gc_run.trash_capacity * sizeof(Object *));
    gc_run.trash = NULL;
    gc_run.trash_listed = 0;
    gc_run.has_trash_list = false;
}

static void subtract_again(Object *object)
{
    if (object->flags & FLAG_IN)
        visit_referents(object, subtract_edge, subtract_visit);
}

static void restore_again(Object *object)
{
    if (object->flags & FLAG_IN)
        visit_referents(object, restore_edge, restore_visit);
}

static void resurrect_one(Object *object)
{
    if (object->flags & FLAG_IN)
        gc_run.trash_count++;
    object->flags &= (uint16_t)~FLAG_REACHED;
}

void gc_find_resurrected(void)
{
    gc_run.candidate_set = SET_TRASH;
    gc_run.reach_flags = FLAG_IN | FLAG_REACHED;
    gc_each_trash(subtract_again);
    do {
        gc_run.has_overflow = false;
        gc_each_trash(mark_from);
    } while (gc_run.has_overflow);
    gc_each_trash(restore_again);
    gc_run.trash_count = 0;
    gc_each_trash(resurrect_one);
    gc_stack_stop(&marks);
}

// ---- A whole collection -------------------------------------------------------------------------

// Decides what is garbage. After it only the unreachable carry IN, and all counts are exact.
static void find_trash(void)
{
    int generation = gc_run.generation;
    bool is_aged_at_once = generation == 2 && !gc_run.is_emergency;
    gc_run.candidate_set = SET_UP_TO(generation);
    gc_run.reach_flags = FLAG_IN;
    gc_run.outside_type = 0;
    gc_run.take_mask = (uint16_t)~(FLAG_REACHED | (is_aged_at_once ? FLAG_GEN_MASK : 0));
    gc_run.take_flags = (uint16_t)(FLAG_IN | (is_aged_at_once ? 2 << FLAG_GEN_SHIFT : 0));
    gc_stack_start(&marks);
    gc_stack_start(&plain);
    subtract_edges();
    mark_reachable();
    gc_run.survivor_count = gc_run.reached_count;
    if (gc_run.trash_count)
        restore_edges();
    gc_stack_stop(&marks);
}

static void update_counts(int generation)
{
    if (generation < 2)
        gc.count[generation + 1]++;
    for (int i = 0; i <= generation; i++)
        gc.count[i] = 0;
}

static void update_long_lived(int generation)
{
    if (generation == 1) {
        gc.long_lived_pending += gc_run.survivor_count;
    } else if (generation == 2) {
        gc.long_lived_pending = 0;
        gc.long_lived_total = gc_run.survivor_count;
    }
}

static void count_one(Object *object)
{
    static const uint16_t mask = FLAG_TRACKED;
    if (object->flags & mask)
        gc_run.candidate_count += gc_generation(object) == gc_run.generation;
}

static int64_t count_generation(int generation)
{
    gc_run.generation = generation;
    gc_run.candidate_count = 0;
    gc_each_in_heap(count_one);
    return gc_run.candidate_count;
}

static void report_start(int generation)
{
    char text[160];
    long long count[4];
    for (int i = 0; i < 4; i++)
        count[i] = count_generation(i);
    snprintf(text, sizeof text, "gc: collecting generation %d...\n", generation);
    gc_hooks.report(text);
    snprintf(text, sizeof text,
             "gc: objects in each generation: %lld %lld %lld\n"
             "gc: objects in permanent generation: %lld\n",
             count[0], count[1], count[2], count[3]);
    gc_hooks.report(text);
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void report_collectable(Object *object)
{
    char text[256];
    snprintf(text, sizeof text, "gc: collectable <%.200s %p>\n", type_of(object)->name,
             (void *)object);
    gc_hooks.report(text);
}

// All phases. Returns the number of unreachable objects. gc.is_collecting is set by the caller.
static int64_t collect_phases(int generation)
{
    memory_walk_begin();
    update_counts(generation);
    gc_run.generation = generation;
    gc_run.next_generation = generation < 2 ? generation + 1 : 2;
    gc_run.is_emergency = gc_run.has_run_code = false;
    gc_run.is_young = young_is_complete(generation);
    if (!gc_run.is_young && young_is_complete(0))
        young_compact();
    find_trash();
    age_candidates();
    untrack_plain();
    gc_stack_stop(&plain);
    update_long_lived(generation);
    if (generation == 0)
        young_promote(gc_run.is_young, gc_run.survivor_count == gc_run.candidate_count);
    else
        young_reset(); // nothing is in generations 0 and 1 any more
    int64_t unreachable = 0;
    if (gc_run.trash_count) {
        if (gc.debug & GC_DEBUG_COLLECTABLE)
            gc_each_trash(report_collectable);
        int64_t unreachable_before = gc_run.trash_count;
        if (gc_run.first)
            gc_order_trash();
        gc_handle_weakrefs();
        gc_run_finalizers();
        if (gc_run.has_run_code) {
            gc_find_resurrected();
            if (gc_run.trash_count < unreachable_before)
                young_forget_middle(); // survivors without an entry
        }
        unreachable = gc_run.trash_count;
        gc_clear_trash();
        gc_forget_trash();
    }
    memory_walk_end();
    return unreachable;
}

// How much memory may be taken before a collection is due whatever the counters say: what is in use
// now, at least 64 MiB. (CPython knows no such rule; it has no garbage by the gigabyte in few objects.)
static void set_bytes_due(void)
{
    size_t in_use = memory_current_bytes(), least = (size_t)64 << 20;
    memory_bytes_due = memory_bytes_passed + (in_use > least ? in_use : least);
    gc.is_bytes_due = false;
}

static int64_t collect_announced(GcCause cause, int generation)
{
    if (gc.is_collecting)
        return 0;
    gc.is_collecting = true;
    gc_history_begin(cause, generation);
    gc.is_scheduled = false;
    if (gc_hooks.notify)
        gc_hooks.notify(true, generation, 0);
    double start = 0;
    if (gc.debug & GC_DEBUG_STATS) {
        report_start(generation);
        start = now();
    }
    int64_t unreachable = collect_phases(generation);
    gc_history_end(gc_run.candidate_count, unreachable);
    if (gc.debug & GC_DEBUG_STATS) {
        char text[160];
        snprintf(text, sizeof text,
                 "gc: done, %lld unreachable, 0 uncollectable, %.4fs elapsed\n",
                 (long long)unreachable, now() - start);
        gc_hooks.report(text);
    }
    gc.stats[generation].collections++;
    gc.stats[generation].collected += unreachable;
    if (gc_hooks.notify)
        gc_hooks.notify(false, generation, unreachable);
    set_bytes_due();
    gc.is_collecting = false;
    return unreachable;
}

int64_t gc_collect(int generation)
{
    ASSERT(generation >= 0 && generation <= 2);
    return collect_announced(GC_CAUSE_EXPLICIT, generation);
}

int64_t gc_collect_from(const Object *first_or_null)
{
    if (gc.is_collecting)
        return 0;
    gc.is_collecting = true;
    gc_run.first = first_or_null;
    int debug = gc.debug;
    gc.debug &= ~(GC_DEBUG_STATS | GC_DEBUG_COLLECTABLE | GC_DEBUG_SAVEALL);
    gc_history_begin(GC_CAUSE_EXIT, 2);
    int64_t unreachable = collect_phases(2);
    gc_history_end(gc_run.candidate_count, unreachable);
    gc.debug = debug;
    gc_run.first = NULL;
    gc.is_collecting = false;
    return unreachable;
}

int64_t gc_collect_silently(void)
{
    return gc_collect_from(NULL);
}

// ---- When ---------------------------------------------------------------------------------------

void gc_schedule(void)
{
    if (!gc.is_enabled || gc.threshold[0] == 0 || gc.is_collecting)
        return;
    gc.is_scheduled = true;
    *gc_interrupt_flag |= GC_INTERRUPT;
}

static void bytes_due(void)
{
    memory_bytes_due = UINT64_MAX; // once; the collection sets it anew
    gc.is_bytes_due = true;
    gc_schedule();
}

// A young collection at every safe point, a full one at every eighth: more rarely as the heap grows
// beyond its first MiB, so that a program that fills a large one does not take quadratic time.
static int choose_generation_under_stress(void)
{
    static int64_t since_full;
    int64_t interval = ((int64_t)memory_current_bytes() - (1 << 20)) >> 14;
    if (++since_full < (interval > 8 ? interval : 8))
        return 0;
    since_full = 0;
    return 2;
}

// The oldest generation whose counter exceeds its threshold; a full collection only when what waits
// for it is more than a quarter of what it will find, so that the total cost stays linear.
static int choose_generation(void)
{
    if (ADDER_STRESS)
        return choose_generation_under_stress();
    if (gc.is_bytes_due)
        return 2;
    if (gc.count[2] > gc.threshold[2] && gc.long_lived_pending >= gc.long_lived_total / 4)
        return 2;
    return gc.count[1] > gc.threshold[1] ? 1 : 0;
}

void gc_safe_point(void)
{
    *gc_interrupt_flag &= (uint32_t)~GC_INTERRUPT;
    bool may_run = gc.is_enabled && gc.threshold[0] != 0 && !gc.is_collecting;
    if (may_run && (gc.is_scheduled || ADDER_STRESS)) {
        Object *exception = gc_hooks.error_save ? gc_hooks.error_save() : NULL;
        GcCause cause = ADDER_STRESS         ? GC_CAUSE_STRESS
                        : gc.is_bytes_due ? GC_CAUSE_BYTES
                                          : GC_CAUSE_THRESHOLD;
        collect_announced(cause, choose_generation());
        if (gc_hooks.error_restore)
            gc_hooks.error_restore(exception);
    } else {
        gc.is_scheduled = false;
    }
    if (ADDER_STRESS)
        *gc_interrupt_flag |= GC_INTERRUPT; // stays, also while collections are disabled
}

// ---- Emergency ----------------------------------------------------------------------------------

static inline __attribute__((always_inline)) void keep_edge(Object *referent, uint32_t set)
{
    (void)set;
    if (referent->flags & FLAG_IN)
        push_mark(referent);
}

static int keep_visit(Object *referent, void *context)
{
    (void)context;
    keep_edge(referent, 0);
    return 0;
}

static void drain_kept(void)
{
    while (marks.count)
        visit_referents(marks.items[--marks.count], keep_edge, keep_visit);
}

// Trash whose death a script could see stays, with all it refers to.
static void keep_noticeable(Object *object)
{
    if (!(object->flags & FLAG_IN))
        return;
    bool has_finalizer = type_of(object)->finalize && !(object->flags & FLAG_FINALIZED);
    if (has_finalizer || (object->flags & FLAG_HAS_WEAKREFS &&
                          gc_hooks.weakrefs_have_callbacks(object))) {
        push_mark(object);
        drain_kept();
    }
}

static void keep_referents_again(Object *object)
{
    if ((object->flags & (FLAG_TRACKED | FLAG_IN)) == FLAG_TRACKED) {
        visit_referents(object, keep_edge, keep_visit);
        drain_kept();
    }
}

// After it only trash that no script can notice carries IN.
static void spare_noticeable(void)
{
    gc_run.has_overflow = false;
    gc_each_in_heap(keep_noticeable);
    while (gc_run.has_overflow) {
        gc_run.has_overflow = false;
        gc_each_in_heap(keep_noticeable);
        gc_each_in_heap(keep_referents_again);
    }
    gc_stack_stop(&marks);
    gc_run.trash_count = gc_run.candidate_count - gc_run.reached_count;
}

bool gc_collect_emergency(size_t byte_size)
{
    (void)byte_size;
    if (gc.is_collecting || !gc_hooks.weakrefs_clear)
        return false;
    gc.is_collecting = true;
    gc_history_begin(GC_CAUSE_EMERGENCY, 2);
    Object *exception = gc_hooks.error_save();
    if (gc_hooks.release_caches)
        gc_hooks.release_caches();
    memory_walk_begin();
    gc_run.generation = 2;
    gc_run.is_young = false;
    gc_run.is_emergency = true;
    find_trash();
    gc_stack_stop(&plain);
    bool has_freed = false;
    if (gc_run.trash_count) {
        spare_noticeable();
        has_freed = gc_run.trash_count != 0;
        gc_handle_weakrefs();
        gc_clear_trash();
        gc_forget_trash();
    }
    memory_walk_end();
    gc_history_end(gc_run.candidate_count, gc_run.trash_count);
    gc_hooks.error_restore(exception);
    gc.is_collecting = false;
    return has_freed;
}

// ---- The permanent generation, and looking at objects -------------------------------------------

static void freeze_one(Object *object)
{
    if (object->flags & FLAG_TRACKED)
        gc_set_generation(object, 3);
}

static void unfreeze_one(Object *object)
{
    if (object->flags & FLAG_TRACKED && gc_generation(object) == 3)
        gc_set_generation(object, 2);
}

void gc_freeze(void)
{
    gc_each_in_heap(freeze_one);
    young_reset();
    memset(gc.count, 0, sizeof gc.count);
}

void gc_unfreeze(void)
{
    gc_each_in_heap(unfreeze_one);
}

int64_t gc_frozen_count(void)
{
    int generation = gc_run.generation; // a collection may be running
    int64_t candidate_count = gc_run.candidate_count, count = count_generation(3);
    gc_run.generation = generation;
    gc_run.candidate_count = candidate_count;
    return count;
}

static bool is_visited(const Object *object, int generation)
{
    if ((object->flags & (FLAG_TRACKED | FLAG_IN)) != FLAG_TRACKED)
        return false;
    return generation < 0 ? gc_generation(object) < 3 : gc_generation(object) == generation;
}

int gc_visit_objects(int generation, VisitFn visit, void *context)
{
    int result = 0;
    if (generation == 0 && young_is_complete(0) && !gc.is_collecting) {
        young_compact();
        for (size_t i = 0; !result && young_first + i < gc.young_next; i++)
            if (young_is_readable(young_first[i]) && is_visited(young_first[i], 0))
                result = visit(young_first[i], context);
        return result;
    }
    memory_walk_begin();
    POOL_FOR_EACH (pool, MEMORY_TRACKED)
        POOL_FOR_EACH_BLOCK (pool, block)
            if (!result && is_visited((Object *)(void *)block, generation))
                result = visit((Object *)(void *)block, context);
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        if (!result && is_visited((Object *)(void *)block, generation))
            result = visit((Object *)(void *)block, context);
    memory_walk_end();
    return result;
}

// ---- Start and stop -----------------------------------------------------------------------------

int gc_start(void)
{
    gc = (GcState){.is_enabled = true,
                   .threshold = {GC_THRESHOLD0, GC_THRESHOLD1, GC_THRESHOLD2}};
    young_start();
    gc_stack_start(&marks);
    gc_stack_start(&plain);
    memory_hooks.pressure = gc_collect_emergency;
    memory_hooks.pool_released = young_forget_range;
    memory_hooks.bytes_due = bytes_due;
    set_bytes_due();
    return 0;
}

void gc_stop(void)
{
    young_reset();
    dealloc_stop();
    gc.is_enabled = false;
    gc_hooks = (GcHooks){0};
    gc_interrupt_flag = &interrupt_before_start;
}
