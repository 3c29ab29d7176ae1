// The slow half of the pools: what happens when a free list is empty, when a pool becomes full or
// empty, when a walk runs and when a hook is on. Read find_pool and give_block first.
#include "runtime/memory/pool.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/trace_fast.h"

#if POOL_SANITIZED
#include <sanitizer/asan_interface.h>
// Reads and writes free blocks, which are poisoned.
#define UNCHECKED __attribute__((no_sanitize("address"), noinline))
#else
#define UNCHECKED
#endif

// The stress build's pools hold little, so that states change all the time.
#define POOL_CAPACITY_BYTES (ADDER_STRESS ? (size_t)1024 : POOL_SIZE)
// A fresh pool links this much at a time: one page, so that memory is touched as it is used.
#define POOL_EXTEND_BYTES ((size_t)4096)

PoolHeader pool_sentinel = {.kind = POOL_KIND_NONE, .state = POOL_FULL};
PoolHeader *pool_current[MEMORY_KIND_COUNT][POOL_CLASS_COUNT] = {
    [0 ... MEMORY_KIND_COUNT - 1] = {[0 ... POOL_CLASS_COUNT - 1] = &pool_sentinel}};
uint32_t pool_slow_reasons = POOL_SANITIZED ? POOL_SLOW_SANITIZER : 0;

// USED and IDLE pools of each kind and class, circular; the head is the current pool.
static PoolHeader *class_list[MEMORY_KIND_COUNT][POOL_CLASS_COUNT];

// ---- Free blocks --------------------------------------------------------------------------------

UNCHECKED static char *get_link(const char *block)
{
    return *(char *const *)(block + sizeof(uint64_t));
}

UNCHECKED static void set_free(char *block, char *link)
{
    *(uint64_t *)block = 0;
    *(char **)(block + sizeof(uint64_t)) = link;
}

// ---- Lists of the classes -----------------------------------------------------------------------

static size_t class_of(const PoolHeader *pool)
{
    return pool->block_size / BLOCK_ALIGN;
}

static void set_current(size_t kind, size_t class)
{
    PoolHeader *pool = class_list[kind][class];
    pool_current[kind][class] = pool && !pool_slow_reasons ? pool : &pool_sentinel;
}

// At the end: a pool that has just got its first free block collects more of them until it is used.
static inline void link_pool(PoolHeader *pool)
{
    PoolHeader **head = &class_list[pool->kind][class_of(pool)];
    if (*head) {
        pool->next = *head;
        pool->prev = (*head)->prev;
        pool->prev->next = pool->next->prev = pool;
    } else {
        *head = pool->next = pool->prev = pool;
        set_current(pool->kind, class_of(pool));
    }
}

static void unlink_pool(PoolHeader *pool)
{
    PoolHeader **head = &class_list[pool->kind][class_of(pool)];
    pool->next->prev = pool->prev;
    pool->prev->next = pool->next;
    if (*head == pool) {
        *head = pool->next == pool ? NULL : pool->next;
        set_current(pool->kind, class_of(pool));
    }
    pool->next = pool->prev = NULL;
}

// ---- States -------------------------------------------------------------------------------------

static void set_used_count(PoolHeader *pool, size_t count)
{
    if (pool->is_slow) {
        pool->slow_count = (uint16_t)count;
        pool->frees_left = 1;
    } else if (pool->state == POOL_FULL) {
        pool->frees_left = (uint32_t)(count + pool_return_count(pool) - pool->capacity);
    } else {
        pool->frees_left = (uint32_t)count + (pool->state == POOL_IDLE ? POOL_IDLE_BIAS : 0);
    }
}

static PoolHeader *make_pool(MemoryKind kind, size_t class)
{
    PoolHeader *pool = arena_take_pool();
    if (!pool)
        return NULL;
    size_t block_size = class * BLOCK_ALIGN;
    size_t capacity_bytes = pool_memory_size(pool);
    if (capacity_bytes > POOL_CAPACITY_BYTES)
        capacity_bytes = POOL_CAPACITY_BYTES;
    *pool = (PoolHeader){
        .block_size = (uint16_t)block_size,
        .start = pool_memory(pool),
        .capacity = (uint16_t)(capacity_bytes / block_size),
        .kind = (uint8_t)kind,
        .state = POOL_USED,
        .is_slow = pool_slow_reasons != 0,
        .is_filled = (pool_slow_reasons & POOL_SLOW_FILL) != 0,
    };
#if POOL_SANITIZED
    pool->live_bitmap = calloc((pool->capacity + 63u) / 64, sizeof(uint64_t));
    if (!pool->live_bitmap) {
        *pool = (PoolHeader){.kind = POOL_KIND_NONE, .state = POOL_EMPTY};
        arena_give_pool(pool);
        return NULL;
    }
#endif
    set_used_count(pool, 0);
    link_pool(pool);
    return pool;
}

// Whether blocks behind the mark could still be linked.
static inline bool can_extend(const PoolHeader *pool)
{
    return pool->bump_offset != pool->capacity * pool->block_size;
}

// Links the next free blocks behind the mark. False: there are none.
static bool extend(PoolHeader *pool)
{
    size_t block_size = pool->block_size;
    if (likely(!can_extend(pool)))
        return false;
    size_t count = pool->capacity - pool->bump_offset / block_size;
    size_t count_max = POOL_EXTEND_BYTES / block_size;
    if (count > count_max)
        count = count_max;
    char *first = pool->start + pool->bump_offset;
    char *last = first + (count - 1) * block_size;
    for (char *block = first; block < last; block += block_size)
        set_free(block, block + block_size);
    set_free(last, NULL);
    if (pool->is_filled)
        for (char *block = first; block <= last; block += block_size)
            debug_fill_freed(block, block_size);
    pool->free_list = first;
    pool->bump_offset = (uint16_t)(pool->bump_offset + count * block_size);
    return true;
}

// Of the first two pools of a class the fuller one serves, and the emptier one waits in the second
// place: as long as others serve, it loses blocks, until it is EMPTY and can serve another class.
static inline PoolHeader *prefer_fuller(PoolHeader *first)
{
    PoolHeader *second = first->next;
    if (second->frees_left <= first->frees_left || second->state != POOL_USED)
        return first;
    second->prev = first->prev; // they change places
    second->prev->next = second;
    first->next = second->next;
    first->prev = second;
    first->next->prev = second->next = first;
    return second;
}

// The current pool of a kind and class has nothing to give any more. The next one, or NULL.
static inline __attribute__((always_inline)) PoolHeader *
become_full(PoolHeader *pool, size_t kind, size_t class)
{
    PoolHeader *next = pool->next;
    ASSERT(pool->kind == kind && class_of(pool) == class);
    ASSERT(class_list[kind][class] == pool && pool_used_count(pool) == pool->capacity);
    if (unlikely(pool->state == POOL_IDLE))
        arena_of(pool)->idle_count--;
    pool->state = POOL_FULL;
    pool->frees_left = pool->is_slow ? 1 : (uint32_t)pool_return_count(pool);
    next->prev = pool->prev;
    pool->prev->next = next;
    pool->next = pool->prev = NULL;
    next = next == pool ? NULL : prefer_fuller(next);
    class_list[kind][class] = next;
    set_current(kind, class);
    return next;
}

void pool_watch(PoolHeader *pool)
{
    size_t used_count = pool_used_count(pool);
    ASSERT(pool->state == POOL_IDLE && used_count);
    arena_of(pool)->idle_count--;
    pool->state = POOL_USED;
    set_used_count(pool, used_count);
}

void pool_leave_class(PoolHeader *pool)
{
    ASSERT(pool_used_count(pool) == 0);
    ASSERT(pool->state == POOL_USED || pool->state == POOL_IDLE);
    if (pool->kind == MEMORY_TRACKED && memory_hooks.pool_released)
        memory_hooks.pool_released(pool_memory(pool), pool_memory_size(pool));
    unlink_pool(pool);
    if (pool->state == POOL_IDLE)
        arena_of(pool)->idle_count--;
    trace_pool_released(pool);
#if POOL_SANITIZED
    free(pool->live_bitmap);
#endif
    *pool = (PoolHeader){.kind = POOL_KIND_NONE, .state = POOL_EMPTY};
}

void pool_release(PoolHeader *pool)
{
    pool_leave_class(pool);
    arena_give_pool(pool);
}

// ---- Walks --------------------------------------------------------------------------------------

#define PENDING_LIMIT 64
static struct {
    uint32_t depth;
    uint32_t pending_count;
    bool is_pending_all;                // more became empty than `pending` can hold
    PoolHeader *pending[PENDING_LIMIT]; // pools that became empty while a walk ran
} walk;

bool memory_is_walked(void)
{
    return walk.depth != 0;
}

void memory_walk_begin(void)
{
    walk.depth++;
}

// A pool that was kept for a walk's sake goes, or is watched again.
static void settle_pool(PoolHeader *pool)
{
    if (pool->state != POOL_IDLE || pool->next == pool)
        return;
    if (pool_used_count(pool))
        pool_watch(pool);
    else
        pool_release(pool);
}

static void settle_all(void)
{
    for (size_t i = 0; i < arena_count; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            settle_pool(&arena_table[i]->pool[j]);
    walk.depth = 0;
    for (size_t i = arena_count; i-- > 0;)
        arena_consider(arena_table[i]);
}

void pool_release_idle(void)
{
    if (walk.depth)
        return;
    walk.depth = 1; // arenas must not go under our feet
    for (size_t i = 0; i < arena_count; i++) {
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++) {
            PoolHeader *pool = &arena_table[i]->pool[j];
            if (pool->state == POOL_IDLE && pool_used_count(pool) == 0)
                pool_release(pool);
        }
    }
    walk.depth = 0;
    for (size_t i = arena_count; i-- > 0;)
        arena_consider(arena_table[i]);
}

static void settle_pending(void)
{
    Arena *arenas[PENDING_LIMIT];
    uint32_t count = 0;
    for (uint32_t i = 0; i < walk.pending_count; i++) {
        Arena *arena = arena_of(walk.pending[i]);
        uint32_t known = 0;
        while (known < count && arenas[known] != arena)
            known++;
        if (known == count)
            arenas[count++] = arena;
        settle_pool(walk.pending[i]);
    }
    walk.depth = 0;
    for (uint32_t i = 0; i < count; i++)
        arena_consider(arenas[i]);
}

void memory_walk_end(void)
{
    ASSERT(walk.depth);
    if (walk.depth > 1) {
        walk.depth--;
        return;
    }
    // The depth stays 1 while pools are settled: arenas must not go under our feet.
    if (walk.is_pending_all)
        settle_all();
    else
        settle_pending();
    walk.pending_count = 0;
    walk.is_pending_all = false;
    large_walk_ended();
}

// ---- Blocks -------------------------------------------------------------------------------------

static void become_empty(PoolHeader *pool)
{
    if (pool->next != pool && !walk.depth) {
        pool_release(pool);
        return;
    }
    if (pool->state == POOL_IDLE)
        return; // known already
    pool->state = POOL_IDLE;
    arena_of(pool)->idle_count++;
    set_used_count(pool, 0);
    if (!walk.depth)
        arena_consider(arena_of(pool));
    else if (walk.pending_count < PENDING_LIMIT)
        walk.pending[walk.pending_count++] = pool;
    else
        walk.is_pending_all = true;
}

// Puts a block on its pool's free list. Called when frees_left says that it is not that simple.
static void give_block(PoolHeader *pool, char *block)
{
    set_free(block, pool->free_list);
    pool->free_list = block;
    size_t return_count = pool_return_count(pool);
    size_t used_count = 0; // a watched pool comes here with its last block
    if (unlikely(pool->is_slow))
        used_count = pool->slow_count - 1u;
    else if (pool->state == POOL_FULL)
        used_count = pool->capacity - return_count;
    if (pool->state == POOL_FULL && used_count + return_count <= pool->capacity) {
        pool->state = POOL_USED;
        link_pool(pool);
    }
    set_used_count(pool, used_count);
    if (unlikely(used_count == 0))
        become_empty(pool);
}

// No arena is to be had: the FULL pools' few free blocks serve. False: there are none.
static bool link_full_pools(MemoryKind kind, size_t class)
{
    POOL_FOR_EACH (pool, kind) {
        size_t used_count = pool_used_count(pool);
        if (pool->state == POOL_FULL && class_of(pool) == class && pool->free_list) {
            pool->state = POOL_USED;
            set_used_count(pool, used_count);
            link_pool(pool);
        }
    }
    return class_list[kind][class] != NULL;
}

// The pool that serves a kind and class, with something in its free list. NULL: no arena.
static PoolHeader *find_pool(MemoryKind kind, size_t class)
{
    for (;;) {
        PoolHeader *pool = class_list[kind][class];
        if (!pool && !(pool = make_pool(kind, class))) {
            if (!link_full_pools(kind, class))
                return NULL;
            continue;
        }
        if (pool->free_list || extend(pool))
            return pool;
        become_full(pool, kind, class);
    }
}

// ---- Hooks that see each block ------------------------------------------------------------------

#if POOL_SANITIZED
// Freed blocks wait here, poisoned, before they can be handed out again.
#define QUARANTINE_LIMIT 4096
static struct {
    char *blocks[QUARANTINE_LIMIT]; // ring
    size_t first;
    size_t count;
} quarantine;

static void flip_live_bit(PoolHeader *pool, const char *block, bool is_live)
{
    size_t index = (size_t)(block - pool->start) / pool->block_size;
    uint64_t bit = (uint64_t)1 << (index % 64);
    if (is_live == !!(pool->live_bitmap[index / 64] & bit))
        assert_failed(__FILE__, __LINE__, is_live ? "block made twice" : "double free");
    pool->live_bitmap[index / 64] ^= bit;
}

static void release_oldest(void)
{
    char *block = quarantine.blocks[quarantine.first];
    quarantine.first = (quarantine.first + 1) % QUARANTINE_LIMIT;
    quarantine.count--;
    give_block(pool_of(block), block);
}

static void quarantine_block(PoolHeader *pool, char *block)
{
    flip_live_bit(pool, block, false);
    set_free(block, NULL);
    ASAN_POISON_MEMORY_REGION(block, pool->block_size);
    if (quarantine.count == QUARANTINE_LIMIT)
        release_oldest();
    quarantine.blocks[(quarantine.first + quarantine.count++) % QUARANTINE_LIMIT] = block;
}

void pool_drain_quarantine(void)
{
    while (quarantine.count)
        release_oldest();
}
#else
void pool_drain_quarantine(void)
{
}
#endif

static void block_made(PoolHeader *pool, char *block, size_t byte_size)
{
#if POOL_SANITIZED
    flip_live_bit(pool, block, true);
    ASAN_UNPOISON_MEMORY_REGION(block, byte_size);
#endif
    if (pool->is_filled)
        debug_fill_fresh(block, byte_size, pool->block_size);
    if (pool_slow_reasons & POOL_SLOW_TRACE)
        trace_pool_block_made(pool, block, byte_size);
}

static __attribute__((noinline)) void *alloc_general(size_t byte_size, MemoryKind kind)
{
    if (pool_slow_reasons & POOL_SLOW_FAIL && debug_should_fail(DEBUG_FAIL_REQUEST))
        return memory_failed(byte_size);
    size_t class = byte_size ? pool_class_of_size(byte_size) : 1;
    int stage = 0;
    PoolHeader *pool;
    while (!(pool = find_pool(kind, class)))
        if (!memory_relieve(byte_size, &stage))
            return memory_failed(byte_size);
    ASSERT_EXPENSIVE(pool_is_valid(pool));
    char *block = pool->free_list;
    pool->free_list = get_link(block);
    if (!pool->is_slow) {
        pool->frees_left++;
        return block;
    }
    pool->slow_count++;
    block_made(pool, block, byte_size);
    return block;
}

static __attribute__((noinline)) void free_general(PoolHeader *pool, void *block, size_t byte_size)
{
    if (pool->is_slow) {
        pool->frees_left = 1;
        if (pool->trace_table)
            trace_pool_block_freed(pool, block);
        if (pool->is_filled) {
            debug_check_guard(block, byte_size, pool->block_size);
            debug_fill_freed(block, pool->block_size);
        }
#if POOL_SANITIZED
        quarantine_block(pool, block);
        return;
#endif
    }
    (void)byte_size;
    give_block(pool, block);
}

// Churn of many blocks comes here every few steps, because each pool has only a few to give. So the
// usual changes of state are short paths, and so is all that tracing alone costs a block. They call
// nothing but at their ends, so that they need no stack frame.

// No hook is on: the next pool of the class serves.
static inline __attribute__((always_inline)) void *alloc_from_next(size_t byte_size, MemoryKind kind)
{
    size_t class = pool_class_of_size(byte_size);
    PoolHeader *pool = class_list[kind][class];
    if (unlikely(!pool || can_extend(pool)))
        return alloc_general(byte_size, kind);
    pool = become_full(pool, kind, class);
    if (unlikely(!pool || !pool->free_list))
        return alloc_general(byte_size, kind);
    char *block = pool->free_list;
    pool->free_list = get_link(block);
    pool->frees_left++;
    return block;
}

void *pool_alloc_slow(size_t byte_size, MemoryKind kind)
{
    if (likely(!pool_slow_reasons))
        return alloc_from_next(byte_size, kind);
    if (!trace_fast.is_lean)
        return alloc_general(byte_size, kind);
    PoolHeader *pool = class_list[kind][pool_class_of_size(byte_size)];
    if (unlikely(!pool || !pool->free_list || !pool->trace_table))
        return alloc_general(byte_size, kind);
    char *block = pool->free_list;
    pool->free_list = get_link(block);
    pool->slow_count++;
    uint32_t id = trace_here();
    if (unlikely(!id))
        return trace_enter_found(pool, block, byte_size);
    trace_enter(pool, block, byte_size, id);
    return block;
}

void pool_free_slow(PoolHeader *pool, void *block, size_t byte_size)
{
    if (pool->state == POOL_FULL && !pool->is_slow) { // enough of its blocks are free again
        set_free(block, pool->free_list);
        pool->free_list = block;
        pool->state = POOL_USED;
        pool->frees_left = (uint32_t)(pool->capacity - pool_return_count(pool));
        ASSERT(pool->frees_left);
        link_pool(pool);
        arena_tick();
        return;
    }
    bool is_alone = pool->state == POOL_IDLE && pool->next == pool;
    if (!trace_fast.is_lean || unlikely(!pool->trace_table || pool->state == POOL_FULL ||
                                        (pool->slow_count == 1 && !is_alone))) {
        free_general(pool, block, byte_size); // or the pool changes its state
        return;
    }
    pool->frees_left = 1;
    pool->slow_count--;
    trace_leave(pool, block);
    set_free(block, pool->free_list);
    pool->free_list = block;
}

bool pool_resize(void *block, size_t new_size)
{
    PoolHeader *pool = pool_of(block);
    if (!pool_size_fits(pool, new_size))
        return false;
    if (!pool->is_slow)
        return true;
#if POOL_SANITIZED
    ASAN_POISON_MEMORY_REGION(block, pool->block_size);
    ASAN_UNPOISON_MEMORY_REGION(block, new_size);
#endif
    if (pool->is_filled)
        debug_fill_guard(block, new_size, pool->block_size);
    if (pool->trace_table)
        trace_pool_block_freed(pool, block);
    if (pool_slow_reasons & POOL_SLOW_TRACE)
        trace_pool_block_made(pool, block, new_size);
    return true;
}

void pool_set_slow(uint32_t reason, bool is_on)
{
    uint32_t reasons = is_on ? pool_slow_reasons | reason : pool_slow_reasons & ~reason;
    bool changes = !reasons != !pool_slow_reasons;
    pool_slow_reasons = reasons;
    for (size_t i = 0; i < arena_count; i++) {
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++) {
            PoolHeader *pool = &arena_table[i]->pool[j];
            if (pool->state == POOL_EMPTY)
                continue;
            pool->is_filled &= (reasons & POOL_SLOW_FILL) != 0;
            if (!changes)
                continue;
            size_t used_count = pool_used_count(pool);
            pool->is_slow = reasons != 0;
            set_used_count(pool, used_count);
        }
    }
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (size_t class = 1; class < POOL_CLASS_COUNT; class ++)
            set_current(kind, class);
    trace_reasons_changed();
}

void pool_start(void)
{
    pool_set_slow(POOL_SLOW_SANITIZER, POOL_SANITIZED);
}

void pool_stop(void)
{
    ASSERT(!walk.depth);
    pool_drain_quarantine();
#if POOL_SANITIZED
    for (size_t i = 0; i < arena_count; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            free(arena_table[i]->pool[j].live_bitmap);
#endif
    memset(class_list, 0, sizeof class_list);
    pool_set_slow(~(uint32_t)POOL_SLOW_SANITIZER, false);
}

// ---- Counts and checks --------------------------------------------------------------------------

size_t pool_live_count(const PoolHeader *pool)
{
#if POOL_SANITIZED
    size_t count = 0;
    if (pool->live_bitmap)
        for (size_t i = 0; i < (pool->capacity + 63u) / 64; i++)
            count += bit_count(pool->live_bitmap[i]);
    return count;
#else
    return pool_used_count(pool);
#endif
}

bool pool_made_block(const void *block, size_t byte_size)
{
    const PoolHeader *pool = pool_of(block);
    if (!arena_contains(block) || pool->state == POOL_EMPTY || !pool_size_fits(pool, byte_size))
        return false;
    size_t offset = (size_t)((const char *)block - pool->start);
    return (const char *)block >= pool->start && offset < pool->bump_offset &&
           offset % pool->block_size == 0;
}

static bool is_in_list(const PoolHeader *pool)
{
    const PoolHeader *head = class_list[pool->kind][class_of(pool)];
    const PoolHeader *each = head;
    if (head)
        do {
            if (each == pool)
                return each->next->prev == each;
            each = each->next;
        } while (each != head);
    return false;
}

UNCHECKED static bool is_free_block(const PoolHeader *pool, const char *block)
{
    size_t offset = (size_t)(block - pool->start);
    return block >= pool->start && offset < pool->bump_offset && offset % pool->block_size == 0 &&
           *(const uint64_t *)block == 0;
}

bool pool_is_valid(const PoolHeader *pool)
{
    if (pool->state == POOL_EMPTY)
        return pool->kind == POOL_KIND_NONE && !pool->next && !pool->free_list;
    size_t used_count = pool_used_count(pool), free_count = 0;
    if (pool->kind >= MEMORY_KIND_COUNT || pool->block_size % BLOCK_ALIGN || !pool->block_size ||
        pool->bump_offset % pool->block_size ||
        pool->bump_offset > pool->capacity * pool->block_size || pool->start != pool_memory(pool) ||
        pool->is_slow != (pool_slow_reasons != 0))
        return false;
    for (const char *block = pool->free_list; block; block = get_link(block))
        if (++free_count > pool->capacity || !is_free_block(pool, block))
            return false;
    if (used_count + free_count != pool->bump_offset / pool->block_size)
        return false;
    if ((pool->state == POOL_FULL) == is_in_list(pool))
        return false;
    return pool->state != POOL_FULL || used_count + pool_return_count(pool) > pool->capacity;
}
