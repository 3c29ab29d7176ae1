// Pools: 16 KiB of blocks that all have one size and one kind. Small requests are served here, on
// an inline fast path: pop from the current pool's free list, push on the pool's own list.
// States and the record's invariants: arena.h. Read memory_alloc and memory_free first, then
// pool_alloc_slow in pool.c.
//
// A free block:   byte 0: header, 0        byte 8: link to the next free block
// The header of an object is its first word, so a zero header tells a walk "no object here"; a
// block is handed out with its header still zero.
//
// Hooks (tracing, failure injection, debug fill; always in sanitizer builds) cost nothing when off:
// when one is on, every pool_current entry is the always-empty pool_sentinel, and frees_left of
// each pool is held at 1, so both fast paths divert.
#ifndef ADDER_RUNTIME_MEMORY_POOL_H
#define ADDER_RUNTIME_MEMORY_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/base/assert.h"
#include "runtime/base/config.h"
#include "runtime/memory/arena.h"
#include "runtime/memory/large.h"

#define POOL_CLASS_COUNT (BLOCK_SIZE_MAX / BLOCK_ALIGN + 1) // class c has blocks of 16 * c bytes
#define POOL_IDLE_BIAS ((uint32_t)1 << 30)

// Sanitizers must see every block: the fast path is off.
#if defined(__SANITIZE_ADDRESS__)
#define POOL_SANITIZED 1
#elif defined(__has_feature)
#define POOL_SANITIZED __has_feature(address_sanitizer)
#else
#define POOL_SANITIZED 0
#endif

// The pool that serves each kind and class next. Class 0 stays the sentinel.
extern PoolHeader *pool_current[MEMORY_KIND_COUNT][POOL_CLASS_COUNT];
extern PoolHeader pool_sentinel;

static inline size_t pool_class_of_size(size_t byte_size)
{
    return (byte_size + BLOCK_ALIGN - 1) / BLOCK_ALIGN;
}

// Size chooses pool or large path, nothing else does.
static inline bool pool_serves_size(size_t byte_size)
{
    return ADDER_ARENAS && byte_size <= BLOCK_SIZE_MAX;
}

// A block that shrinks keeps its place while it uses more than three quarters of it
// (memory_realloc).
static inline bool pool_size_fits(const PoolHeader *pool, size_t byte_size)
{
    size_t block_size = pool->block_size;
    size_t used_size = byte_size ? byte_size : 1;
    return used_size <= block_size &&
           (used_size + BLOCK_ALIGN > block_size || used_size * 4 > block_size * 3);
}

// Whether a pointer is the start of a block that was made with about this size. Any pointer may be
// asked for; for assertions.
bool pool_made_block(const void *block, size_t byte_size);
void *pool_alloc_slow(size_t byte_size, MemoryKind kind);
void pool_free_slow(PoolHeader *pool, void *block, size_t byte_size);

// A new block of at least `byte_size` bytes, aligned to 16, header (first word) zero, the rest
// undefined. NULL when memory is out; no exception is set.
static inline void *memory_alloc(size_t byte_size, MemoryKind kind)
{
    if (unlikely(!pool_serves_size(byte_size)))
        return large_alloc(byte_size, kind);
    PoolHeader *pool = pool_current[kind][pool_class_of_size(byte_size)];
    char *block = pool->free_list;
    if (POOL_SANITIZED || unlikely(!block))
        return pool_alloc_slow(byte_size, kind);
    pool->free_list = *(char **)(block + sizeof(uint64_t));
    pool->frees_left++;
    return block;
}

// Gives a block back; `byte_size` is the size that was asked for. NULL is ignored.
static inline void memory_free(void *block, size_t byte_size)
{
    if (unlikely(!block))
        return;
    if (unlikely(!pool_serves_size(byte_size))) {
        large_free(block, byte_size);
        return;
    }
    PoolHeader *pool = pool_of(block);
    ASSERT(pool_made_block(block, byte_size));
    if (unlikely(--pool->frees_left == 0)) {
        pool_free_slow(pool, block, byte_size);
        return;
    }
    *(uint64_t *)block = 0;
    *(char **)((char *)block + sizeof(uint64_t)) = pool->free_list;
    pool->free_list = block;
}

// ---- Counting -----------------------------------------------------------------------------------

// Free blocks with which a FULL pool becomes USED. Waiting for more makes churn faster and resident
// memory larger: with a sixteenth of the pool, random churn of 16 to 512 bytes took a tenth less
// time and 1.3 % more memory.
static inline size_t pool_return_count(const PoolHeader *pool)
{
    return pool->capacity < 64 ? 1 : pool->capacity < 256 ? pool->capacity / 32 : 8;
}

// Blocks of a pool that are handed out (in sanitizer builds including those in quarantine).
static inline size_t pool_used_count(const PoolHeader *pool)
{
    if (pool->state == POOL_EMPTY)
        return 0;
    if (pool->is_slow)
        return pool->slow_count;
    if (pool->state == POOL_FULL)
        return pool->capacity - pool_return_count(pool) + pool->frees_left;
    return pool->state == POOL_IDLE ? pool->frees_left - POOL_IDLE_BIAS : pool->frees_left;
}

// Blocks of a pool that belong to somebody.
size_t pool_live_count(const PoolHeader *pool);

// Whether a block below the mark belongs to somebody: in sanitizer builds the bitmap says so; else
// a header of 0 says "no" for ATOM and TRACKED pools, and the caller looks at it anyway.
static inline bool pool_block_is_readable(const PoolHeader *pool, const void *block)
{
#if POOL_SANITIZED
    size_t index = (size_t)((const char *)block - pool->start) / pool->block_size;
    return pool->live_bitmap[index / 64] >> (index % 64) & 1;
#else
    (void)pool, (void)block;
    return true;
#endif
}

// ---- Walking ------------------------------------------------------------------------------------
// Every walk is "pools, then the loose list" (large.h):
//
//     memory_walk_begin();
//     POOL_FOR_EACH (pool, MEMORY_TRACKED)
//         POOL_FOR_EACH_BLOCK (pool, block)
//             if (((Object *)block)->type_index) ...
//     LARGE_FOR_EACH (block, MEMORY_TRACKED)
//         if (((Object *)block)->type_index) ...
//     memory_walk_end();
//
// Between begin and end pools keep their kind and size, arenas stay mapped and loose blocks stay in
// their list (header 0 once freed), even if the body allocates and frees. Blocks that are made
// meanwhile may or may not be met. `break` leaves only the innermost of the loops.

#define POOL_FOR_EACH(pool, kind_)                                                                 \
    for (size_t pool##_arena = 0; pool##_arena < arena_count; pool##_arena++)                      \
        for (PoolHeader *pool = arena_table[pool##_arena]->pool,                                   \
                        *pool##_end = pool + ARENA_POOL_COUNT;                                     \
             pool < pool##_end; pool++)                                                            \
            if (pool->kind != (kind_)) {                                                           \
            } else

#define POOL_FOR_EACH_BLOCK(pool_, block)                                                          \
    for (char *block = (pool_)->start, *block##_end = block + (pool_)->bump_offset;                \
         block < block##_end; block += (pool_)->block_size)                                        \
        if (!pool_block_is_readable(pool_, block)) {                                               \
        } else

// Nests. Pools that empty meanwhile are given back by the last end.
void memory_walk_begin(void);
void memory_walk_end(void);
bool memory_is_walked(void);

static inline __attribute__((always_inline)) int
memory_walk_unguarded(MemoryKind kind, int (*visit)(void *block, void *context), void *context)
{
    int result;
    POOL_FOR_EACH (pool, kind)
        POOL_FOR_EACH_BLOCK (pool, block)
            if (*(uint64_t *)block && (result = visit(block, context)))
                return result;
    LARGE_FOR_EACH (block, kind)
        if (*(uint64_t *)block && (result = visit(block, context)))
            return result;
    return 0;
}

// Calls `visit` for each block of a kind that has a header other than 0, until it returns nonzero;
// that value is returned. Inlines a static visitor. Not for MEMORY_RAW, which has no headers.
static inline __attribute__((always_inline)) int
memory_walk(MemoryKind kind, int (*visit)(void *block, void *context), void *context)
{
    memory_walk_begin();
    int result = memory_walk_unguarded(kind, visit, context);
    memory_walk_end();
    return result;
}

// ---- For the files of this folder ---------------------------------------------------------------

// Why pools are diverted; bits of pool_slow_reasons.
enum { POOL_SLOW_TRACE = 1, POOL_SLOW_FAIL = 2, POOL_SLOW_FILL = 4, POOL_SLOW_SANITIZER = 8 };
extern uint32_t pool_slow_reasons;
void pool_set_slow(uint32_t reason, bool is_on);

// Whether the block can stay for another size; if so the hooks are told.
bool pool_resize(void *block, size_t new_size);
// Leaves the class's list and becomes EMPTY; the arena's counts are the caller's business. Only for
// USED or IDLE pools without live blocks.
void pool_leave_class(PoolHeader *pool);
// The same, and goes back to its arena.
void pool_release(PoolHeader *pool);
// Releases the IDLE pools without live blocks, which wait as the last of their class.
void pool_release_idle(void);
// IDLE pool that turned out to have live blocks: its frees are watched again.
void pool_watch(PoolHeader *pool);
// Returns the blocks that wait in the sanitizer build's quarantine.
void pool_drain_quarantine(void);
void pool_start(void);
void pool_stop(void);
// Checks every invariant above PoolHeader, and the whole free list.
bool pool_is_valid(const PoolHeader *pool);

#endif
