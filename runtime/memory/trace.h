// tracemalloc's core: while tracing is on, each block knows where it was allocated.
//
// A trace is a list of frames, most recent first, kept once in a table; a block holds the 32-bit id
// of its trace. Pools have a side table with one entry a block, made at the pool's first traced
// block; large blocks keep the id in their prefix. Id 0: not traced (made before tracing began, or
// the tracer was out of memory). The requested size of a pool's block is the block size minus the
// slack in the entry.
//
// Everything here is malloc'ed outside the arenas and counted apart (trace_own_bytes).
#ifndef ADDER_RUNTIME_MEMORY_TRACE_H
#define ADDER_RUNTIME_MEMORY_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/memory/pool.h"

// Where a frame stood: the code object and the offset in it that the vm resolves to a line.
typedef struct TraceFrame {
    void *code;
    uint32_t instruction_offset;
} TraceFrame;

typedef struct Trace {
    uint64_t hash;
    uint32_t id;
    uint32_t frame_count; // frames kept, at most the limit
    uint32_t total_count; // depth of the stack when it was taken
    TraceFrame frames[];  // most recent first
} Trace;

#define TRACE_LIMIT_MAX 65535

// Installed by the vm.
typedef struct TraceHooks {
    // Writes at most `limit` frames of the running stack, most recent first. Returns the depth of
    // the whole stack, which may be more. Must not allocate from this folder.
    uint32_t (*capture)(TraceFrame *frames, uint32_t limit);
    void (*retain)(void *code);  // a trace holds the code object now
    void (*release)(void *code); // it does so no more; may free blocks
} TraceHooks;
extern TraceHooks trace_hooks;

// Begins tracing with `limit` frames a trace (1..TRACE_LIMIT_MAX). When tracing already, nothing
// changes. 0, or -1 when memory is out.
int trace_start(uint32_t limit);
// Forgets all traces and stops.
void trace_stop(void);
bool trace_is_on(void);
uint32_t trace_limit(void);
// Forgets all traces and the totals; tracing goes on.
void trace_clear(void);

// Requested bytes of the traced blocks that are alive, and the most so far.
size_t trace_current_bytes(void);
size_t trace_peak_bytes(void);
void trace_reset_peak(void);
size_t trace_block_count(void);
// Memory of the tracer itself.
size_t trace_own_bytes(void);

// Trace of a block, or NULL. `block` must be what memory_alloc returned and alive; its pool or
// large path follows from byte_size as in memory_free.
const Trace *trace_of_block(const void *block, size_t byte_size);
// Trace with an id, NULL for 0. Ids stay valid until trace_clear or trace_stop.
const Trace *trace_get(uint32_t id);

// Calls `visit` for each traced live block with its requested size until it returns nonzero, which
// is returned. The visitor may allocate; blocks made meanwhile may or may not be met.
typedef int TraceVisitor(const Trace *trace, void *block, size_t byte_size, void *context);
int trace_visit_blocks(TraceVisitor *visit, void *context);

// While suspended (nests), new blocks get no trace: for the tracer's own readers.
void trace_suspend(void);
void trace_resume(void);

// ---- For the files of this folder ---------------------------------------------------------------

void trace_pool_block_made(PoolHeader *pool, void *block, size_t byte_size);
void trace_pool_block_freed(PoolHeader *pool, void *block);
void trace_large_block_made(LargeHeader *header);
void trace_large_block_freed(LargeHeader *header);
void trace_pool_released(PoolHeader *pool);

#endif
