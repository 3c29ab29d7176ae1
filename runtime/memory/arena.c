// Maps arenas, hands out their pools (those that have pages first, and of the fullest arena, so that the
// others can empty) and unmaps an arena as soon as no pool of it has a live block; one such arena is
// kept as a spare.
// In arenas that a few live blocks keep, pools that are EMPTY give their pages back once many wait.
// Read arena_take_pool, arena_give_pool and arena_consider first.
#include "runtime/memory/arena.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "runtime/base/bits.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/pool.h"

#if POOL_SANITIZED
#include <sanitizer/asan_interface.h>
#include <sanitizer/lsan_interface.h>
#endif

Arena **arena_table;
size_t arena_count;
ArenaCounters arena_counters;
static size_t table_capacity;

// Arenas with at least one EMPTY pool, by whether such pools have pages and how many there are; bit
// n - 1 of the mask: list n is not empty.
static Arena *usable[2][ARENA_POOL_COUNT + 1];
static uint64_t usable_mask[2];
static size_t empty_pool_count; // EMPTY pools of all arenas
static size_t stale_pool_count; // those that still have pages
static size_t stale_count_least; // since the period began: so many were not needed in it

// A bit for each MiB that a process can have, so that a pointer is recognised without reading what
// it points to. Address space only: the pages that are touched hold the bits of 32 GiB each.
#define ADDRESS_LIMIT ((uintptr_t)1 << 47)
static uint8_t mapped_bits[ADDRESS_LIMIT / ARENA_SIZE / 8];

static void flip_mapped_bit(const Arena *arena)
{
    uintptr_t index = (uintptr_t)arena / ARENA_SIZE;
    mapped_bits[index / 8] ^= (uint8_t)(1u << index % 8);
}

static void note_stale_count(void)
{
    if (stale_pool_count < stale_count_least)
        stale_count_least = stale_pool_count;
}

// The last arena that was seen without live blocks and kept. It may be in use again.
static Arena *spare;

// ---- Lists of usable arenas ---------------------------------------------------------------------

static void link_usable(Arena *arena)
{
    uint32_t count = arena->empty_count;
    if (count == 0)
        return;
    bool has_pages = arena->stale_mask != 0;
    arena->prev = NULL;
    arena->next = usable[has_pages][count];
    if (arena->next)
        arena->next->prev = arena;
    usable[has_pages][count] = arena;
    usable_mask[has_pages] |= (uint64_t)1 << (count - 1);
}

// Before its masks change.
static void unlink_usable(Arena *arena)
{
    uint32_t count = arena->empty_count;
    if (count == 0)
        return;
    bool has_pages = arena->stale_mask != 0;
    if (arena->next)
        arena->next->prev = arena->prev;
    if (arena->prev)
        arena->prev->next = arena->next;
    else
        usable[has_pages][count] = arena->next;
    if (!usable[has_pages][count])
        usable_mask[has_pages] &= ~((uint64_t)1 << (count - 1));
}

// ---- Mapping ------------------------------------------------------------------------------------

// `byte_size` bytes aligned to it, a power of 2, zeroed; NULL when the system refuses.
static void *map_aligned(size_t byte_size)
{
    static char *place; // of the last arenas: below it is mostly free
    int protection = PROT_READ | PROT_WRITE, flags = MAP_PRIVATE | MAP_ANONYMOUS;
    if (place) {
        char *hint = (char *)align_down((uintptr_t)place, byte_size) - byte_size;
        char *memory = mmap(hint, byte_size, protection, flags, -1, 0);
        if (memory == MAP_FAILED)
            return NULL;
        if (is_aligned((uintptr_t)memory, byte_size)) {
            place = memory;
            return memory;
        }
        munmap(memory, byte_size);
    }
    char *memory = mmap(NULL, 2 * byte_size, protection, flags, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    char *aligned = (char *)align_up((uintptr_t)memory, byte_size);
    size_t before = (size_t)(aligned - memory);
    if (before)
        munmap(memory, before);
    munmap(aligned + byte_size, byte_size - before);
    place = aligned;
    return aligned;
}

static bool reserve_table(size_t count)
{
    if (arena_count + count <= table_capacity)
        return true;
    size_t capacity = table_capacity ? table_capacity * 2 : 64;
    Arena **table = realloc(arena_table, capacity * sizeof *table);
    if (!table)
        return false;
    arena_table = table;
    table_capacity = capacity;
    arena_counters.own_bytes = capacity * sizeof *table;
    return true;
}

static void enter_arena(Arena *arena)
{
    for (size_t i = 0; i < ARENA_POOL_COUNT; i++)
        arena->pool[i].kind = POOL_KIND_NONE;
#if POOL_SANITIZED
    __lsan_register_root_region(arena, ARENA_SIZE); // what arenas point to is not leaked
    ASAN_POISON_MEMORY_REGION((char *)arena + ARENA_HEAD_SIZE, ARENA_SIZE - ARENA_HEAD_SIZE);
#endif
    arena->empty_mask = ~(uint64_t)0;
    arena->empty_count = ARENA_POOL_COUNT;
    empty_pool_count += ARENA_POOL_COUNT;
    arena->table_index = (uint32_t)arena_count;
    arena_table[arena_count++] = arena;
    link_usable(arena);
    flip_mapped_bit(arena);
    arena->serial = (uint32_t)arena_counters.mapped++;
    if (arena_count > arena_counters.peak)
        arena_counters.peak = arena_count;
}

// Once a program is not small, arenas are mapped two at a time, as one huge page where the system has
// such: a page fault costs more than a microsecond, and a huge page takes one where 512 were needed.
// Only here: pages that were given back must not come back unasked as part of a huge one.
#define HUGE_SIZE (2 * ARENA_SIZE)

static bool map_huge(void)
{
    if (arena_count < ARENA_HUGE_COUNT || !reserve_table(2) || !memory_book(HUGE_SIZE))
        return false;
    char *memory = map_aligned(HUGE_SIZE);
    if (!memory) {
        memory_unbook(HUGE_SIZE);
        return false;
    }
    madvise(memory, HUGE_SIZE, MADV_HUGEPAGE);
    unsigned char has_last_page = 0;
    for (size_t i = 2; i-- > 0;)
        enter_arena((Arena *)(void *)(memory + i * ARENA_SIZE)); // faults
    mincore(memory + HUGE_SIZE - PAGE_SIZE, PAGE_SIZE, &has_last_page);
    madvise(memory, HUGE_SIZE, MADV_NOHUGEPAGE);
    for (size_t i = 0; has_last_page & 1 && i < 2; i++) { // EMPTY pools have pages, as if used before
        Arena *arena = (Arena *)(void *)(memory + i * ARENA_SIZE);
        unlink_usable(arena);
        arena->stale_mask = ~(uint64_t)0;
        stale_pool_count += ARENA_POOL_COUNT;
        link_usable(arena);
    }
    return true;
}

static bool map_one(void)
{
    if (!reserve_table(1) || !memory_book(ARENA_SIZE))
        return false;
    Arena *arena = map_aligned(ARENA_SIZE);
    if (!arena) {
        memory_unbook(ARENA_SIZE);
        return false;
    }
    enter_arena(arena);
    return true;
}

// False: the system or the limit refuses.
static bool map_arenas(void)
{
    if (debug_should_fail(DEBUG_FAIL_ARENA) || (!map_huge() && !map_one()))
        return false;
    memory_settle_reserve();
    return true;
}

static void unmap_memory(Arena *arena)
{
#if POOL_SANITIZED
    __lsan_unregister_root_region(arena, ARENA_SIZE);
    ASAN_UNPOISON_MEMORY_REGION(arena, ARENA_SIZE);
#endif
    flip_mapped_bit(arena);
    munmap(arena, ARENA_SIZE);
    memory_unbook(ARENA_SIZE);
    arena_counters.unmapped++;
}

// Unmaps an arena whose pools are EMPTY, or IDLE without live blocks.
static void unmap_arena(Arena *arena)
{
    if (arena == spare)
        spare = NULL;
    unlink_usable(arena);
    empty_pool_count -= arena->empty_count;
    stale_pool_count -= bit_count(arena->stale_mask);
    note_stale_count();
    arena->empty_count = 0; // in no list any more: the pools below only mark themselves
    for (size_t i = 0; i < ARENA_POOL_COUNT; i++)
        if (arena->pool[i].state == POOL_IDLE)
            pool_leave_class(&arena->pool[i]);
    Arena *last = arena_table[--arena_count];
    last->table_index = arena->table_index;
    arena_table[arena->table_index] = last;
    unmap_memory(arena);
}

// ---- Pages of EMPTY pools ------------------------------------------------------------------------

// Stale pools that may wait for use: an arena's, and a sixteenth of what is in use. Faulting pages
// in again costs more than all else here, so what swings by less keeps them.
static size_t stale_count_max(void)
{
    return ARENA_POOL_COUNT + (arena_count * ARENA_POOL_COUNT - empty_pool_count) / 16;
}

// At most `count` pools', the last ones.
static void release_pages_of(Arena *arena, size_t count)
{
    uint64_t mask = arena->stale_mask;
    while (bit_count(mask) > count)
        mask &= mask - 1;
    arena_counters.released += bit_count(mask);
    stale_pool_count -= bit_count(mask);
    unlink_usable(arena);
    arena->stale_mask &= ~mask;
    link_usable(arena);
    note_stale_count();
    while (mask) { // neighbours go together
        size_t first = trailing_zeros(mask), end = first;
        while (end < ARENA_POOL_COUNT && mask >> end & 1)
            mask &= ~((uint64_t)1 << end++);
        char *start = (char *)align_up((uintptr_t)pool_memory(&arena->pool[first]), PAGE_SIZE);
        madvise(start, (size_t)((char *)arena + end * POOL_SIZE - start), MADV_DONTNEED);
    }
}

void arena_release_pages(size_t kept_count)
{
    for (size_t i = ARENA_POOL_COUNT; i; i--)
        while (usable[true][i] && stale_pool_count > kept_count)
            release_pages_of(usable[true][i], stale_pool_count - kept_count);
}

#define PERIOD ((uint32_t)1 << 14) // ticks: some milliseconds
uint32_t arena_ticks_left = PERIOD;

void arena_period_ended(void)
{
    arena_ticks_left = PERIOD;
    arena_release_pages(stale_pool_count - stale_count_least);
    stale_count_least = stale_pool_count;
}

// ---- Pools --------------------------------------------------------------------------------------

size_t arena_empty_pool_count(void)
{
    return empty_pool_count;
}

PoolHeader *arena_take_pool(void)
{
    // The next arena is mapped while the reserve is still untouched; who may use the reserve gets
    // it when no arena is to be had.
    size_t kept_count = memory_has_reserve() ? ARENA_RESERVE_POOLS : 0;
    if (empty_pool_count <= kept_count && !map_arenas() &&
        !(memory_reserve_is_open() && empty_pool_count))
        return NULL;
    // What has pages already costs neither time nor memory.
    bool has_pages = usable_mask[true] != 0;
    Arena *arena = usable[has_pages][trailing_zeros(usable_mask[has_pages]) + 1];
    if (arena == spare)
        spare = NULL;
    uint32_t index = trailing_zeros(arena->stale_mask ? arena->stale_mask : arena->empty_mask);
    unlink_usable(arena);
    arena->empty_mask &= ~((uint64_t)1 << index);
    stale_pool_count -= arena->stale_mask >> index & 1;
    arena->stale_mask &= arena->empty_mask;
    arena->empty_count--;
    empty_pool_count--;
    link_usable(arena);
    note_stale_count();
    memory_passed(POOL_SIZE);
    return &arena->pool[index];
}

void arena_give_pool(PoolHeader *pool)
{
    Arena *arena = arena_of(pool);
    ASSERT(pool->state == POOL_EMPTY && pool->kind == POOL_KIND_NONE);
    unlink_usable(arena);
    arena->empty_mask |= (uint64_t)1 << pool_index(pool);
    arena->stale_mask |= (uint64_t)1 << pool_index(pool);
    arena->empty_count++;
    stale_pool_count++;
    empty_pool_count++;
    link_usable(arena);
    memory_settle_reserve();
    arena_consider(arena);
    if (unlikely(stale_pool_count > stale_count_max()))
        arena_release_pages(stale_count_max() / 2);
}

// No live block in any pool. IDLE pools that have some are watched from now on.
static bool is_vacant(Arena *arena)
{
    if (arena->empty_count + arena->idle_count != ARENA_POOL_COUNT)
        return false;
    bool is_empty = true;
    for (size_t i = 0; i < ARENA_POOL_COUNT && arena->idle_count; i++) {
        PoolHeader *pool = &arena->pool[i];
        if (pool->state == POOL_IDLE && pool_used_count(pool)) {
            pool_watch(pool);
            is_empty = false;
        }
    }
    return is_empty;
}

void arena_consider(Arena *arena)
{
    if (memory_is_walked() || !is_vacant(arena) || spare == arena)
        return;
    if (spare && is_vacant(spare))
        unmap_arena(arena);
    else
        spare = arena;
}

bool arena_trim(void)
{
    bool has_unmapped = false;
    if (memory_is_walked())
        return false;
    for (size_t i = arena_count; i-- > 0;) {
        if (is_vacant(arena_table[i])) {
            unmap_arena(arena_table[i]);
            has_unmapped = true;
        }
    }
    return has_unmapped;
}

void arena_stop(void)
{
    while (arena_count)
        unmap_memory(arena_table[--arena_count]);
    free(arena_table);
    arena_table = NULL;
    table_capacity = 0;
    memset(usable, 0, sizeof usable);
    usable_mask[false] = usable_mask[true] = 0;
    empty_pool_count = stale_pool_count = stale_count_least = 0;
    arena_ticks_left = PERIOD;
    spare = NULL;
    arena_counters = (ArenaCounters){0};
}

// ---- Checks -------------------------------------------------------------------------------------

bool arena_contains(const void *address)
{
    uintptr_t index = (uintptr_t)address / ARENA_SIZE;
    return index < ADDRESS_LIMIT / ARENA_SIZE && mapped_bits[index / 8] >> index % 8 & 1;
}

bool arena_is_valid(const Arena *arena)
{
    uint32_t idle_count = 0;
    uint64_t empty_mask = 0;
    for (size_t i = 0; i < ARENA_POOL_COUNT; i++) {
        const PoolHeader *pool = &arena->pool[i];
        if ((pool->kind == POOL_KIND_NONE) != (pool->state == POOL_EMPTY))
            return false;
        empty_mask |= (uint64_t)(pool->state == POOL_EMPTY) << i;
        idle_count += pool->state == POOL_IDLE;
    }
    return arena_table[arena->table_index] == arena && empty_mask == arena->empty_mask &&
           !(arena->stale_mask & ~empty_mask) && idle_count == arena->idle_count &&
           arena->empty_count == bit_count(empty_mask);
}
