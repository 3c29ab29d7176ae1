// Tools that break or watch the memory on purpose: failures on demand, fill patterns, guards.
// All are hooks that cost nothing while off (pool.h).
#ifndef ADDER_RUNTIME_MEMORY_DEBUG_H
#define ADDER_RUNTIME_MEMORY_DEBUG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Where a failure is injected. A REQUEST fails at once; ARENA and LARGE make the system refuse, so
// that memory_hooks.pressure runs and the request may succeed after all.
typedef enum DebugFailPoint {
    DEBUG_FAIL_REQUEST, // any memory_alloc or memory_realloc
    DEBUG_FAIL_ARENA,   // mapping an arena
    DEBUG_FAIL_LARGE,   // making or growing a large block
    DEBUG_FAIL_COUNT
} DebugFailPoint;

// The next `success_count` events at `point` succeed; then one fails, or all if `is_forever`.
void debug_fail_after(DebugFailPoint point, uint64_t success_count, bool is_forever);
// Injects no more failures.
void debug_fail_off(DebugFailPoint point);
// Events at a point since the last debug_fail_after or debug_count_requests: how far n must go.
uint64_t debug_event_count(DebugFailPoint point);
// Failures that were injected since then.
uint64_t debug_failure_count(DebugFailPoint point);
// Counts events without failing.
void debug_count_events(DebugFailPoint point);

// Patterns. A fresh block is filled behind its header, a freed one behind its link; the rest of a
// block behind the requested size is a guard. A guard or freed block that was written to is
// reported on stderr and aborts, at the next free or alloc of that block.
#define DEBUG_FILL_FRESH 0xCD
#define DEBUG_FILL_FREED 0xDD
#define DEBUG_FILL_GUARD 0xFD
// Covers pools that are put to use while it is on.
void debug_set_fill(bool is_on);
bool debug_is_filling(void);

// ---- For the files of this folder ---------------------------------------------------------------

// One event at `point`; true: it must fail.
bool debug_should_fail(DebugFailPoint point);
void debug_fill_freed(void *block, size_t block_size);
// `block` leaves the free list: checks the freed pattern, then fills. byte_size <= block_size.
void debug_fill_fresh(void *block, size_t byte_size, size_t block_size);
void debug_fill_guard(void *block, size_t byte_size, size_t block_size);
void debug_check_guard(const void *block, size_t byte_size, size_t block_size);
void debug_stop(void);

#endif
