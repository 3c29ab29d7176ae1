// Who allocated what. Read note_block first: what happens when a traced block is made.
#include "runtime/memory/trace.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"

// An entry of a pool's side table: id << 8 | slack, 0 for "not traced". The slack of a block is at
// most a quarter of its size (pool_size_fits) or one step of the classes.
#define SLACK_BITS 8
#define TRACE_ID_MAX ((uint32_t)1 << (32 - SLACK_BITS))
_Static_assert(BLOCK_SIZE_MAX / 4 < 1 << SLACK_BITS, "slack fits its bits");

TraceHooks trace_hooks;

static struct {
    bool is_on;
    uint32_t suspend_depth;
    uint32_t limit;
    Trace **traces;       // by id; [0] unused
    uint32_t trace_count; // [0] included
    uint32_t capacity;
    uint32_t *table; // ids by hash, open addressing, 0: free
    uint32_t table_mask;
    TraceFrame *frames; // room for `limit` frames
    size_t current_bytes;
    size_t peak_bytes;
    size_t block_count;
    size_t own_bytes;
} tracer;

static void *own_alloc(size_t byte_size)
{
    void *memory = calloc(1, byte_size);
    if (memory)
        tracer.own_bytes += byte_size;
    return memory;
}

static void own_free(void *memory, size_t byte_size)
{
    if (memory)
        tracer.own_bytes -= byte_size;
    free(memory);
}

// ---- Table of traces ----------------------------------------------------------------------------

static size_t trace_byte_size(uint32_t frame_count)
{
    return sizeof(Trace) + frame_count * sizeof(TraceFrame);
}

static uint64_t hash_frames(const TraceFrame *frames, uint32_t count, uint32_t total_count)
{
    uint64_t hash = total_count;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t word = (uint64_t)(uintptr_t)frames[i].code ^ (uint64_t)frames[i].instruction_offset
                                                                  << 40;
        hash = (rotate_left(hash, 5) ^ word) * 0x9E3779B97F4A7C15u;
    }
    return hash ^ hash >> 32;
}

static bool is_same(const Trace *trace, uint64_t hash, uint32_t frame_count, uint32_t total_count)
{
    if (trace->hash != hash || trace->frame_count != frame_count ||
        trace->total_count != total_count)
        return false;
    for (uint32_t i = 0; i < frame_count; i++)
        if (trace->frames[i].code != tracer.frames[i].code ||
            trace->frames[i].instruction_offset != tracer.frames[i].instruction_offset)
            return false;
    return true;
}

static void insert_id(uint32_t *table, uint32_t mask, uint64_t hash, uint32_t id)
{
    uint32_t i = (uint32_t)hash & mask;
    while (table[i])
        i = (i + 1) & mask;
    table[i] = id;
}

// Room for one more trace; the table stays at most half full.
static bool reserve_trace(void)
{
    if (tracer.trace_count < tracer.capacity)
        return true;
    if (tracer.trace_count >= TRACE_ID_MAX)
        return false;
    uint32_t capacity = tracer.capacity ? tracer.capacity * 2 : 256;
    uint32_t table_size = capacity * 2;
    Trace **traces = own_alloc(capacity * sizeof *traces);
    uint32_t *table = own_alloc(table_size * sizeof *table);
    if (!traces || !table) {
        own_free(traces, capacity * sizeof *traces);
        own_free(table, table_size * sizeof *table);
        return false;
    }
    for (uint32_t id = 1; id < tracer.trace_count; id++) {
        traces[id] = tracer.traces[id];
        insert_id(table, table_size - 1, traces[id]->hash, id);
    }
    own_free(tracer.traces, tracer.capacity * sizeof *traces);
    own_free(tracer.table, (size_t)tracer.capacity * 2 * sizeof *table);
    tracer.traces = traces;
    tracer.table = table;
    tracer.capacity = capacity;
    tracer.table_mask = table_size - 1;
    if (!tracer.trace_count)
        tracer.trace_count = 1;
    return true;
}

static uint32_t add_trace(uint64_t hash, uint32_t frame_count, uint32_t total_count)
{
    if (!reserve_trace())
        return 0;
    Trace *trace = own_alloc(trace_byte_size(frame_count));
    if (!trace)
        return 0;
    trace->hash = hash;
    trace->id = tracer.trace_count;
    trace->frame_count = frame_count;
    trace->total_count = total_count;
    for (uint32_t i = 0; i < frame_count; i++) {
        trace->frames[i] = tracer.frames[i];
        if (trace_hooks.retain)
            trace_hooks.retain(trace->frames[i].code);
    }
    tracer.traces[trace->id] = trace;
    insert_id(tracer.table, tracer.table_mask, hash, trace->id);
    tracer.trace_count++;
    return trace->id;
}

// Id of the trace of the running stack; 0 when there is no memory for a new one.
static uint32_t capture_id(void)
{
    uint32_t total_count = 0;
    if (trace_hooks.capture)
        total_count = trace_hooks.capture(tracer.frames, tracer.limit);
    uint32_t frame_count = total_count < tracer.limit ? total_count : tracer.limit;
    uint64_t hash = hash_frames(tracer.frames, frame_count, total_count);
    if (tracer.table) {
        for (uint32_t i = (uint32_t)hash & tracer.table_mask; tracer.table[i];
             i = (i + 1) & tracer.table_mask) {
            uint32_t id = tracer.table[i];
            if (is_same(tracer.traces[id], hash, frame_count, total_count))
                return id;
        }
    }
    return add_trace(hash, frame_count, total_count);
}

// ---- Blocks -------------------------------------------------------------------------------------

// Enters a block of byte_size bytes into the totals. Returns the id of its trace, 0: not traced.
static uint32_t note_block(size_t byte_size)
{
    if (tracer.suspend_depth)
        return 0;
    uint32_t id = capture_id();
    if (!id)
        return 0;
    tracer.block_count++;
    tracer.current_bytes += byte_size;
    if (tracer.current_bytes > tracer.peak_bytes)
        tracer.peak_bytes = tracer.current_bytes;
    return id;
}

static void forget_block(size_t byte_size)
{
    tracer.block_count--;
    tracer.current_bytes -= byte_size;
}

static size_t table_byte_size(const PoolHeader *pool)
{
    return pool->capacity * sizeof(uint32_t);
}

static uint32_t *entry_of(const PoolHeader *pool, const void *block)
{
    return &pool->trace_table[(size_t)((const char *)block - pool->start) / pool->block_size];
}

static size_t entry_size(const PoolHeader *pool, uint32_t entry)
{
    return pool->block_size - (entry & ((1u << SLACK_BITS) - 1));
}

void trace_pool_block_made(PoolHeader *pool, void *block, size_t byte_size)
{
    if (!pool->trace_table && !(pool->trace_table = own_alloc(table_byte_size(pool))))
        return;
    uint32_t id = note_block(byte_size);
    if (id)
        *entry_of(pool, block) = id << SLACK_BITS | (uint32_t)(pool->block_size - byte_size);
}

void trace_pool_block_freed(PoolHeader *pool, void *block)
{
    uint32_t *entry = entry_of(pool, block);
    if (!*entry)
        return;
    forget_block(entry_size(pool, *entry));
    *entry = 0;
}

void trace_pool_released(PoolHeader *pool)
{
    if (!pool->trace_table)
        return;
    own_free(pool->trace_table, table_byte_size(pool));
    pool->trace_table = NULL;
}

void trace_large_block_made(LargeHeader *header)
{
    header->trace_id = note_block(header->byte_size);
}

void trace_large_block_freed(LargeHeader *header)
{
    forget_block(header->byte_size);
    header->trace_id = 0;
}

const Trace *trace_get(uint32_t id)
{
    return id && id < tracer.trace_count ? tracer.traces[id] : NULL;
}

const Trace *trace_of_block(const void *block, size_t byte_size)
{
    if (!tracer.is_on)
        return NULL;
    if (!pool_serves_size(byte_size))
        return trace_get(large_header(block)->trace_id);
    const PoolHeader *pool = pool_of(block);
    return pool->trace_table ? trace_get(*entry_of(pool, block) >> SLACK_BITS) : NULL;
}

static int visit_pool(PoolHeader *pool, TraceVisitor *visit, void *context)
{
    for (size_t i = 0; pool->trace_table && i < pool->capacity; i++) {
        uint32_t entry = pool->trace_table[i];
        if (!entry)
            continue;
        int result = visit(tracer.traces[entry >> SLACK_BITS], pool->start + i * pool->block_size,
                           entry_size(pool, entry), context);
        if (result)
            return result;
    }
    return 0;
}

int trace_visit_blocks(TraceVisitor *visit, void *context)
{
    int result = 0;
    memory_walk_begin();
    for (size_t i = 0; i < arena_count && !result; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT && !result; j++)
            result = visit_pool(&arena_table[i]->pool[j], visit, context);
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT && !result; kind++) {
        LARGE_FOR_EACH (block, kind) {
            LargeHeader *header = large_header(block);
            if (header->trace_id)
                result = visit(tracer.traces[header->trace_id], block, header->byte_size, context);
            if (result)
                break;
        }
    }
    memory_walk_end();
    return result;
}

// ---- Control ------------------------------------------------------------------------------------

int trace_start(uint32_t limit)
{
    ASSERT(limit >= 1 && limit <= TRACE_LIMIT_MAX);
    if (tracer.is_on)
        return 0;
    tracer.frames = own_alloc(limit * sizeof *tracer.frames);
    if (!tracer.frames)
        return -1;
    tracer.limit = limit;
    tracer.is_on = true;
    pool_set_slow(POOL_SLOW_TRACE, true);
    return 0;
}

void trace_clear(void)
{
    for (size_t i = 0; i < arena_count; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            trace_pool_released(&arena_table[i]->pool[j]);
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (LargeHeader *header = large_list[kind].next; header != &large_list[kind];
             header = header->next)
            header->trace_id = 0;
    tracer.current_bytes = tracer.peak_bytes = tracer.block_count = 0;
    // The table is detached before code objects go: their deaths free blocks.
    Trace **traces = tracer.traces;
    uint32_t trace_count = tracer.trace_count;
    own_free(tracer.table, (size_t)tracer.capacity * 2 * sizeof *tracer.table);
    tracer.own_bytes -= tracer.capacity * sizeof *traces;
    tracer.table = NULL;
    tracer.traces = NULL;
    tracer.trace_count = tracer.capacity = 0;
    for (uint32_t id = 1; id < trace_count; id++) {
        for (uint32_t i = 0; i < traces[id]->frame_count && trace_hooks.release; i++)
            trace_hooks.release(traces[id]->frames[i].code);
        own_free(traces[id], trace_byte_size(traces[id]->frame_count));
    }
    free(traces);
}

void trace_stop(void)
{
    if (!tracer.is_on)
        return;
    tracer.is_on = false;
    pool_set_slow(POOL_SLOW_TRACE, false);
    trace_clear();
    own_free(tracer.frames, tracer.limit * sizeof *tracer.frames);
    tracer.frames = NULL;
    tracer.limit = 0;
    ASSERT(tracer.own_bytes == 0);
}

bool trace_is_on(void)
{
    return tracer.is_on;
}

uint32_t trace_limit(void)
{
    return tracer.limit;
}

size_t trace_current_bytes(void)
{
    return tracer.current_bytes;
}

size_t trace_peak_bytes(void)
{
    return tracer.peak_bytes;
}

void trace_reset_peak(void)
{
    tracer.peak_bytes = tracer.current_bytes;
}

size_t trace_block_count(void)
{
    return tracer.block_count;
}

size_t trace_own_bytes(void)
{
    return tracer.own_bytes;
}

void trace_suspend(void)
{
    tracer.suspend_depth++;
}

void trace_resume(void)
{
    ASSERT(tracer.suspend_depth);
    tracer.suspend_depth--;
}
