// The only door to bytes. All heap memory of Adder is asked for and given back here.
//
// Every request can fail: NULL, no exception set (this layer knows none); the caller raises
// MemoryError (model/memory_error: error_no_memory). Before a request fails, memory_hooks.pressure has
// released caches and run an emergency collection, and the request was tried again.
//
// Order of reading: memory_alloc and memory_free in pool.h, pool.c, arena.c, large.c; then what
// watches them: trace, debug, heapmap.
#ifndef ADDER_RUNTIME_MEMORY_MEMORY_H
#define ADDER_RUNTIME_MEMORY_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// MemoryKind: arena.h. memory_alloc, memory_free and walking, inline: pool.h.
#include "runtime/memory/pool.h"

// Resizes a block (NULL with old_size 0 makes a MEMORY_RAW one). Keeps the block when it still fits
// its class or shrinks by less than a quarter. The contents move as bytes, so an object may be
// resized only by the one who holds its only reference; TRACKED objects never while a walk runs.
// On failure NULL, and the old block is untouched.
void *memory_realloc(void *block, size_t old_size, size_t new_size);

// A new block whose bytes are all 0 and will mostly be written soon.
void *memory_alloc_zeroed(size_t byte_size, MemoryKind kind);
// Says of a block that has just been made that the bytes [start, start + count) in it are about to be
// written. If it is very large they get huge pages: a page fault costs more than the writing does. For
// atoms this is known. Half a huge page before and behind may become resident with them.
void memory_expect_writes(void *block, size_t byte_size, void *start, size_t count);

// ---- Callbacks, set by the layers above ---------------------------------------------------------

typedef struct MemoryHooks {
    // A request of byte_size bytes is about to fail. Release what can be released; true: try again.
    // Not called again while it runs (requests made inside it fail at once).
    bool (*pressure)(size_t byte_size);
    // A pool of kind TRACKED at `address` leaves its kind: forget all addresses in it.
    void (*pool_released)(void *address, size_t byte_size);
    // memory_bytes_passed went past memory_bytes_due. May only set a flag: an allocation is
    // running.
    void (*bytes_due)(void);
    // Usage went past the soft limit. May only set a flag.
    void (*soft_limit)(void);
} MemoryHooks;
extern MemoryHooks memory_hooks;

// Grows by the size of each pool that is put to use and of each large block that is made or grows;
// never falls. For scheduling collections by bytes.
extern uint64_t memory_bytes_passed;
extern uint64_t memory_bytes_due; // see MemoryHooks; UINT64_MAX: never

// ---- Books --------------------------------------------------------------------------------------

// Limit on mapped arenas plus large blocks, in bytes; 0: none. The request that would exceed it
// fails like any other. A limit below what is in use makes every growing request fail.
void memory_set_limit(size_t byte_size);
size_t memory_get_limit(void);
// Whenever usage goes past this many bytes, memory_hooks.soft_limit is told: once, until usage has
// fallen to it or below. SIZE_MAX: never.
void memory_set_soft_limit(size_t byte_size);
size_t memory_get_soft_limit(void);
// Bytes held now and at most so far: mapped arenas plus large blocks with their prefixes.
size_t memory_current_bytes(void);
size_t memory_peak_bytes(void);
void memory_reset_peak(void);
// Blocks handed out, of all kinds, pools and large.
size_t memory_live_block_count(void);
// Lists the live blocks by kind, size and type index, with counts; one line each. Returns the sum.
size_t memory_describe_leaks(FILE *stream);

// Gives everything back that is empty: the spare arena, pages of empty pools, malloc's free pages.
// True: something went.
bool memory_trim(void);
// Size that a request of byte_size really takes (its class, or the large block with its prefix).
size_t memory_good_size(size_t byte_size);

// ---- Failure, and room to handle it -------------------------------------------------------------

// The last request that failed: for the text of a MemoryError.
typedef struct MemoryFailure {
    size_t byte_size; // asked for
    size_t current;   // held then, as memory_current_bytes
    size_t limit;     // 0: none
} MemoryFailure;
// Takes it; false: none has failed since the last one was taken. Who gets NULL and goes on without
// raising takes it too (`failure` NULL), so that it is not taken for the cause of something later.
bool memory_take_failure(MemoryFailure *failure);

// The reserve: a small part of the limit and the last few pools of the arenas, which ordinary
// requests do not get. When a failure is reported the reserve is opened, so that whoever handles it
// has room to run. It is shut when that is done, or by itself as soon as it is whole and there is
// room besides. Without memory_keep_reserve there is none and the limit is exact.
void memory_keep_reserve(bool is_kept);
void memory_open_reserve(void);
void memory_shut_reserve(void);
bool memory_reserve_is_open(void);

void memory_start(void);
// Unmaps all arenas; large blocks that are still alive are freed too. Count leaks before.
void memory_stop(void);

// ---- For the files of this folder ---------------------------------------------------------------

// Enters bytes taken from the system into the books; false: the limit forbids it.
bool memory_book(size_t byte_size);
void memory_unbook(size_t byte_size);
void memory_passed(size_t byte_size);
// Notes a request that fails; NULL, for `return memory_failed(...)`.
void *memory_failed(size_t byte_size);
bool memory_has_reserve(void);
// Usage fell, or the system gave: shuts the reserve if it is whole.
void memory_settle_reserve(void);
// A request failed: release something, the cheap things first. True: try again. *stage starts at 0
// and belongs to one request.
bool memory_relieve(size_t byte_size, int *stage);

#endif
