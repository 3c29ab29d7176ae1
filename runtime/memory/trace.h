// tracemalloc's core: while tracing is on, each block knows where it was allocated.
//
// A trace is a stack of frames. Stacks are the nodes of a tree: a node is where its last frame
// stood and the id of the caller's node, so that stacks share what they have in common and a call
// costs one node. A block holds the 32-bit id of its node. With a limit of one frame a node stands
// alone, and its parent says how deep the frame was.
//
//   id 0 TRACE_NONE   not traced: made before tracing began, or the tracer was out of memory
//   id 1 TRACE_ROOT   no frame was running
//
// Pools have a side table with one entry a block, made at the pool's first traced block; large
// blocks keep the id in their prefix. Nodes that no block refers to any more are used again.
//
// Everything here is malloc'ed outside the arenas and counted apart (trace_own_bytes).
#ifndef ADDER_RUNTIME_MEMORY_TRACE_H
#define ADDER_RUNTIME_MEMORY_TRACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/memory/pool.h"

#define TRACE_LIMIT_MAX 65535
#define TRACE_NONE ((uint32_t)0)
#define TRACE_ROOT ((uint32_t)1)

// Where a frame stood: the code object, and an address in its instructions.
typedef struct TraceFrame {
    void *code;
    const void *pc;
} TraceFrame;

// Installed by the vm: its contiguous stack of frame records, as far as the tracer reads it.
typedef struct TraceHooks {
    const void *running;    // where the pointer to the running frame is; below `bottom`: none runs
    char *bottom;           // the oldest frame
    uint32_t frame_size;    // distance of two records
    uint32_t code_offset;   // a pointer: what `retain` takes
    uint32_t pc_offset;     // a pointer: no two code objects that are alive have one in common
    uint32_t parent_offset; // uint32_t: the tracer's own; the vm sets it to 0 when a frame begins
    // Whether a frame's own instructions run. While it is still being set up (false) what it
    // allocates is its caller's. NULL: always.
    bool (*has_begun)(const void *pc);
    void (*retain)(void *code);  // the tracer refers to the code object
    void (*release)(void *code); // the tracer does so no more; may free blocks
    // Code objects wait for trace_release_dropped. An allocation is running: may only set a flag.
    void (*codes_dropped)(void);
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

// Lets go of code objects that no trace refers to any more. Not while an allocation runs.
void trace_release_dropped(void);

// Requested bytes of the traced blocks that are alive, and the most so far.
size_t trace_current_bytes(void);
size_t trace_peak_bytes(void);
void trace_reset_peak(void);
// Traced blocks that are alive; counts them.
size_t trace_block_count(void);
// Memory of the tracer itself.
size_t trace_own_bytes(void);

// Id of a block's trace, or TRACE_NONE. `block` must be what memory_alloc returned and alive; its
// pool or large path follows from byte_size as in memory_free. Ids are valid while a block has them
// or tracing is suspended, but no longer than until trace_clear or trace_stop; they are below
// trace_id_bound().
uint32_t trace_of_block(const void *block, size_t byte_size);
uint32_t trace_id_bound(void);
// Writes the frames of a trace, most recent first, at most `capacity` and at most the limit;
// returns how many. *total_count is the depth of the stack when the trace was taken.
uint32_t trace_read(uint32_t id, TraceFrame *frames, uint32_t capacity, uint32_t *total_count);

// Calls `visit` for each traced live block with its trace and requested size until it returns
// nonzero, which is returned. The visitor may allocate; blocks made meanwhile may or may not be
// met.
typedef int TraceVisitor(uint32_t id, void *block, size_t byte_size, void *context);
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
// Memory is short: looks for traces that nobody refers to.
void trace_relieve(void);
// pool_slow_reasons changed.
void trace_reasons_changed(void);

#endif
