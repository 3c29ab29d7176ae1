// The young buffer, so that a young collection costs what is young. Each gc_track stores one
// address; nobody removes it when the object dies, for that would cost every free. So an entry may
// be stale: its block free (header 0), or reused by an object that has an entry of its own.
// Survivors of a young collection stay in front as the middle part, so that a collection of
// generation 1 need not walk the heap either.
// Invariants: an entry always points to readable memory of tracked kind (pools that leave their
// kind and loose blocks that die are purged); while young_is_complete(g), each tracked object of
// generation g or younger has at least one entry. Read gc_young_full first.
#include "runtime/gc/young.h"

#include <string.h>

#include "runtime/memory/arena.h"

enum {
    // Pools that may leave their kind before the middle part is given up: purging scans it.
    MIDDLE_PURGES_MAX = 16,
    // Free entries that the young part must find.
    YOUNG_ROOM = YOUNG_CAPACITY / 8,
};

Object *young_entries[YOUNG_CAPACITY];
Object **young_first = young_entries;
static bool has_overflowed;       // objects of generation 0 are missing
static bool has_forgotten_middle; // objects of generation 1 are missing
static int middle_purges;

bool young_is_complete(int generation)
{
    return !has_overflowed && (generation == 0 || (generation == 1 && !has_forgotten_middle));
}

bool young_is_readable(const Object *object)
{
#if POOL_SANITIZED
    if (ADDER_ARENAS && arena_contains(object))
        return pool_block_is_readable(pool_of(object), object);
    return !large_header(object)->is_dead;
#else
    (void)object;
    return true;
#endif
}

void young_keep(int generation, Object **kept)
{
    Object **first = generation == 0 ? young_first : young_entries;
    size_t count = (size_t)(gc.young_next - kept);
    if (kept != first)
        memmove(first, kept, count * sizeof *first);
    gc.young_next = first + count;
    if (generation > 0)
        young_first = gc.young_next;
}

void young_compact(void)
{
    Object **kept = gc.young_next;
    for (Object **entry = kept; entry-- > young_first;) {
        Object *object = *entry;
        if (young_is_readable(object) &&
            (object->flags & (FLAG_TRACKED | FLAG_REACHED | FLAG_GEN_MASK)) == FLAG_TRACKED) {
            object->flags |= FLAG_REACHED; // marks the last entry of several
            *--kept = object;
        }
    }
    young_keep(0, kept);
    for (Object **entry = young_first; entry < gc.young_next; entry++)
        (*entry)->flags &= (uint16_t)~FLAG_REACHED;
}

void young_forget_middle(void)
{
    size_t young_count = (size_t)(gc.young_next - young_first);
    memmove(young_entries, young_first, young_count * sizeof *young_entries);
    young_first = young_entries;
    gc.young_next = young_entries + young_count;
    has_forgotten_middle = true;
}

void gc_young_full(void)
{
    if (!has_overflowed)
        young_compact();
    if (gc.young_next > gc.young_limit - YOUNG_ROOM)
        young_forget_middle();
    // Few free entries left would mean a compaction every few allocations.
    if (has_overflowed || gc.young_next > gc.young_limit - YOUNG_ROOM) {
        has_overflowed = true;
        gc.young_next = young_first = young_entries;
    }
}

void young_reset(void)
{
    has_overflowed = has_forgotten_middle = false;
    middle_purges = 0;
    gc.young_next = young_first = young_entries;
}

void young_promote(bool is_known, bool is_whole)
{
    if (!is_known) {
        has_overflowed = false;
        has_forgotten_middle = true;
        gc.young_next = young_first = young_entries;
        return;
    }
    Object **kept = young_first, **end = gc.young_next;
    for (Object **entry = kept; entry < end; entry++)
        (*entry)->flags |= 1 << FLAG_GEN_SHIFT; // it was 0
    if (is_whole)
        kept = end;
    for (Object **entry = kept; entry < end; entry++) {
        Object *object = *entry;
        *kept = object;
        kept += (object->flags & (FLAG_TRACKED | FLAG_IN)) == FLAG_TRACKED; // neither untracked nor trash
    }
    if (has_forgotten_middle)
        kept = young_first;
    gc.young_next = young_first = kept;
    if (kept > gc.young_limit - YOUNG_ROOM)
        young_forget_middle();
}

// Drops entries of [first, end) within the range; returns the new end.
static Object **drop_range(Object **first, Object **end, uintptr_t start, size_t byte_size)
{
    Object **kept = first;
    for (Object **entry = first; entry < end; entry++)
        if ((uintptr_t)*entry - start >= byte_size)
            *kept++ = *entry;
    return kept;
}

void young_forget_range(void *address, size_t byte_size)
{
    uintptr_t start = (uintptr_t)address;
    if (young_first > young_entries && ++middle_purges > MIDDLE_PURGES_MAX)
        young_forget_middle();
    Object **middle_end = drop_range(young_entries, young_first, start, byte_size);
    Object **young_end = drop_range(young_first, gc.young_next, start, byte_size);
    size_t young_count = (size_t)(young_end - young_first);
    if (middle_end != young_first)
        memmove(middle_end, young_first, young_count * sizeof *young_entries);
    young_first = middle_end;
    gc.young_next = middle_end + young_count;
}

// Where the last entry of an object lies, or NULL.
static Object **find_last(const Object *object)
{
    for (Object **entry = gc.young_next; entry > young_entries;)
        if (*--entry == object)
            return entry;
    return NULL;
}

void gc_forget_loose(const Object *object)
{
    if ((object->flags & FLAG_GEN_MASK) >> FLAG_GEN_SHIFT > 1)
        return; // no entry
    // Mostly it is a recent one. Only an object that came back from its finalizer was tracked twice.
    Object **entry;
    do {
        entry = find_last(object);
        if (!entry)
            return;
        memmove(entry, entry + 1, (size_t)(gc.young_next - entry - 1) * sizeof *entry);
        gc.young_next--;
        if (entry < young_first)
            young_first--;
    } while (object->flags & FLAG_FINALIZED);
    ASSERT(!find_last(object));
}

void young_start(void)
{
    young_reset();
    gc.young_limit = young_entries + YOUNG_CAPACITY;
}
