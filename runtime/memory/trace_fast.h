// What tracing costs a block in a pool, inline: the id of the running stack from a small cache, and
// the entry in the pool's side table. For pool.c and trace.c alone. Read pool_alloc_slow in pool.c
// first.
#ifndef ADDER_RUNTIME_MEMORY_TRACE_FAST_H
#define ADDER_RUNTIME_MEMORY_TRACE_FAST_H

#include <string.h>

#include "runtime/memory/trace.h"

// An entry of a pool's side table: id << 8 | slack, 0 for "not traced". The requested size is the
// block size minus the slack, which is at most a quarter of it (pool_size_fits) or one step of the
// classes.
#define TRACE_SLACK_BITS 8
_Static_assert(BLOCK_SIZE_MAX / 4 < 1 << TRACE_SLACK_BITS, "slack fits its bits");

// A node that was looked up lately: direct-mapped by pc and parent.
typedef struct TraceCached {
    const void *pc;
    uint32_t parent;
    uint32_t id;
} TraceCached;
#define TRACE_CACHE_SIZE 512

typedef struct TraceFast {
    bool is_lean; // tracing, and nothing else watches the blocks: pool.c takes its short paths
    const void *running;
    const char *bottom;
    uint32_t pc_offset;
    uint32_t
        parent_offset; // 0: one frame a trace, the parent is the frame's distance from the bottom
    size_t current_bytes;
    size_t peak_bytes;
    TraceCached cache[TRACE_CACHE_SIZE];
} TraceFast;
extern TraceFast trace_fast;

// Bit 16 and up of this times a multiple of 16 below POOL_SIZE is that number / block size.
extern const uint32_t trace_reciprocals[POOL_CLASS_COUNT];

// Enters a block whose stack the cache does not have; returns the block.
void *trace_enter_found(const PoolHeader *pool, void *block, size_t byte_size);

static inline TraceCached *trace_cached(const void *pc, uint32_t parent)
{
    return &trace_fast.cache[((uintptr_t)pc / 8 + parent * 0x9E3779B1u / 65536) % TRACE_CACHE_SIZE];
}

// The pointer at an address, whatever it points at.
static inline const void *trace_pointer_at(const void *address)
{
    const void *pointer;
    memcpy(&pointer, address, sizeof pointer);
    return pointer;
}

// The id of the running stack, TRACE_NONE: the cache does not have it.
static inline uint32_t trace_here(void)
{
    const char *frame = trace_pointer_at(trace_fast.running);
    const void *pc = trace_pointer_at(frame + trace_fast.pc_offset);
    uint32_t parent = trace_fast.parent_offset
                          ? *(const uint32_t *)(frame + trace_fast.parent_offset)
                          : (uint32_t)(frame - trace_fast.bottom);
    const TraceCached *cached = trace_cached(pc, parent);
    return likely(cached->pc == pc && cached->parent == parent) ? cached->id : TRACE_NONE;
}

static inline uint32_t *trace_entry(const PoolHeader *pool, const void *block)
{
    size_t units = (size_t)((const char *)block - pool->start) / BLOCK_ALIGN;
    return &pool->trace_table[units * trace_reciprocals[pool->block_size / BLOCK_ALIGN] >> 16];
}

static inline size_t trace_entry_size(const PoolHeader *pool, uint32_t entry)
{
    return pool->block_size - (entry & ((1u << TRACE_SLACK_BITS) - 1));
}

// Enters bytes of a new block into the totals.
static inline void trace_count_bytes(size_t byte_size)
{
    trace_fast.current_bytes += byte_size;
    if (trace_fast.current_bytes > trace_fast.peak_bytes)
        trace_fast.peak_bytes = trace_fast.current_bytes;
}

// A block of a pool that has its side table is handed out.
static inline void trace_enter(const PoolHeader *pool, void *block, size_t byte_size, uint32_t id)
{
    trace_count_bytes(byte_size);
    *trace_entry(pool, block) = id << TRACE_SLACK_BITS | (uint32_t)(pool->block_size - byte_size);
}

// It comes back.
static inline void trace_leave(const PoolHeader *pool, void *block)
{
    uint32_t *entry = trace_entry(pool, block);
    if (!*entry)
        return;
    trace_fast.current_bytes -= trace_entry_size(pool, *entry);
    *entry = 0;
}

#endif
