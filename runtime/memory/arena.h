// Arenas: 1 MiB each from mmap, aligned to its size, so the record of any block's pool is found by
// arithmetic. The arena's head holds the table of its pool records and the arena's own fields; the
// first pool is shorter by that head.
//
//   byte 0            4096        4160            16384        32768            1 MiB
//        +-------------+-----------+---------------+------------+-----  -----+
//        | 64 records  | Arena's   | blocks of     | blocks of  |  ...       |
//        | of 64 bytes | fields    | pool 0        | pool 1     |    pool 63 |
//        +-------------+-----------+---------------+------------+-----  -----+
//
// (Records at the head of each pool would all lie at multiples of 16 KiB and share cache sets.)
#ifndef ADDER_RUNTIME_MEMORY_ARENA_H
#define ADDER_RUNTIME_MEMORY_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/base/assert.h"
#include "runtime/base/config.h"

// What a block is for. All blocks of a pool have one kind.
typedef enum MemoryKind {
    MEMORY_RAW,     // buffers without a header
    MEMORY_ATOM,    // objects without references to others: int, float, str, bytes
    MEMORY_TRACKED, // objects that can be part of a cycle
    MEMORY_KIND_COUNT
} MemoryKind;

#define ARENA_POOL_COUNT (ARENA_SIZE / POOL_SIZE)
#define POOL_KIND_NONE MEMORY_KIND_COUNT // `kind` of an EMPTY pool

// The states of a pool:
//
//            pool taken               the last block is handed out
//    EMPTY --------------->  USED  -------------------------------->  FULL
//      ^                    |  ^  ^                                    |
//      |  last block freed  |  |  |       some blocks are freed        |
//      +--------------------+  |  +------------------------------------+
//      |                    |  | somebody looked, and it has live blocks
//      |  its arena goes    v  |
//      +------------------- IDLE   last block freed, but it is the only pool of its class, or a
//      walk
//                            |     runs: it keeps its class, and its frees are not watched. It may
//                            +---> FULL   have live blocks again.
//
//   EMPTY  belongs to the arena: kind NONE, in no list.
//   USED   in the list of its class; has at least one live block and one to hand out.
//   FULL   in no list; every block was handed out. It is linked again when pool_return_count blocks
//          were freed, not at the first: a list of pools with one free block each would be slow.
//   IDLE   in the list of its class.
typedef enum PoolState { POOL_EMPTY, POOL_USED, POOL_FULL, POOL_IDLE } PoolState;

// Record of a pool, one cache line. `frees_left` counts the frees until one must look closer, so
// that a free has a single branch:
//
//   USED: live blocks      FULL: frees until it is USED      IDLE: live blocks + POOL_IDLE_BIAS
//   slow (a hook is on): always 1; the number of live blocks is in slow_count
//
// Invariants: bump_offset is a multiple of block_size and at most capacity * block_size;
// live + length of free_list == bump_offset / block_size; below the mark the header (first word) of
// a free block is 0. See pool_is_valid().
typedef struct PoolHeader PoolHeader;
struct PoolHeader {
    char *free_list;      // free blocks, linked through their second word
    uint32_t frees_left;  // see above
    uint16_t block_size;  // 16, 32 ... 512
    uint16_t bump_offset; // bytes behind `start` that were ever handed out or linked: the mark
    char *start;          // first block
    PoolHeader *next;     // list of its class
    PoolHeader *prev;
    uint32_t *trace_table; // tracing: one entry a block, see trace.h; NULL: nothing traced here
    uint16_t capacity;     // blocks that fit
    uint16_t slow_count;   // live blocks while is_slow
    uint8_t kind;          // MemoryKind, or POOL_KIND_NONE
    uint8_t state;         // PoolState
    uint8_t is_slow;       // frees divert to pool_free_slow
    uint8_t is_filled;     // made while debug fill was on: patterns are checked
    uint64_t *live_bitmap; // sanitizer builds: which block is live
} __attribute__((aligned(64)));

// An arena; pool[] must come first (pool_of). `empty_count` orders the arenas: the one with the
// fewest EMPTY pools is used first, so that the others can empty and go back to the system.
typedef struct Arena Arena;
struct Arena {
    PoolHeader pool[ARENA_POOL_COUNT];
    Arena *next; // arenas with the same empty_count (only those with at least one)
    Arena *prev;
    uint64_t empty_mask;  // bit i: pool i is EMPTY
    uint64_t stale_mask;  // those EMPTY pools that have pages: were in use, or lie in a huge page
    uint32_t table_index; // arena_table[table_index] == this
    uint32_t empty_count; // population of empty_mask
    uint32_t idle_count;  // pools in state IDLE
    uint32_t serial;      // arenas mapped before it: its age
} __attribute__((aligned(64)));

#define ARENA_HEAD_SIZE (sizeof(Arena))

_Static_assert(sizeof(PoolHeader) == 64, "a record is one cache line");
_Static_assert(ARENA_POOL_COUNT == 64, "empty_mask has a bit for each pool");
_Static_assert(ARENA_HEAD_SIZE == 4096 + 64, "the drawing says so");

extern Arena **arena_table; // all mapped arenas, in no order
extern size_t arena_count;

typedef struct ArenaCounters {
    size_t peak;      // most arenas mapped at a time
    size_t mapped;    // ever
    size_t unmapped;  // ever
    size_t own_bytes; // arena_table
    size_t released;  // pools whose pages were given back while their arena stayed, ever
} ArenaCounters;
extern ArenaCounters arena_counters;

static inline Arena *arena_of(const void *address)
{
    return (Arena *)((uintptr_t)address & ~(ARENA_SIZE - 1));
}

static inline size_t pool_index(const PoolHeader *pool)
{
    return ((uintptr_t)pool & (ARENA_SIZE - 1)) / sizeof(PoolHeader);
}

// Record of the pool that a block lies in.
static inline PoolHeader *pool_of(const void *block)
{
    uintptr_t address = (uintptr_t)block;
    uintptr_t record = (address >> 8) & ((ARENA_POOL_COUNT - 1) * sizeof(PoolHeader));
    return (PoolHeader *)((address & ~(ARENA_SIZE - 1)) + record);
}
_Static_assert(POOL_SIZE / sizeof(PoolHeader) == 1 << 8, "pool_of shifts by 8");

// First byte that a pool's blocks may use, and how many bytes there are.
static inline char *pool_memory(const PoolHeader *pool)
{
    size_t index = pool_index(pool);
    return (char *)arena_of(pool) + (index ? index * POOL_SIZE : ARENA_HEAD_SIZE);
}

static inline size_t pool_memory_size(const PoolHeader *pool)
{
    return pool_index(pool) ? POOL_SIZE : POOL_SIZE - ARENA_HEAD_SIZE;
}

// An EMPTY pool, if possible one that has pages, from the fullest arena that has one; maps an arena if
// none has. NULL when the system or the limit refuses. The caller sets its fields.
// Without a reserve (memory.h) to the last one; the reserve's pools only while it is open.
PoolHeader *arena_take_pool(void);
// EMPTY pools of all arenas.
size_t arena_empty_pool_count(void);
// Takes back a pool that has no live block and is in no list; may unmap its arena, or give the
// pages of EMPTY pools back to the system when too many wait in arenas that have live blocks.
void arena_give_pool(PoolHeader *pool);
// A FULL pool became USED: this is the clock by which EMPTY pools that wait in vain lose their pages.
extern uint32_t arena_ticks_left;
void arena_period_ended(void);
static inline void arena_tick(void)
{
    if (unlikely(--arena_ticks_left == 0))
        arena_period_ended();
}
// Looks whether nothing but IDLE pools is left in an arena; if so unmaps it or keeps it as the one
// spare arena. Called when a pool becomes IDLE.
void arena_consider(Arena *arena);
// Unmaps all arenas without live blocks. Returns whether there was one.
bool arena_trim(void);
// Gives the pages of EMPTY pools back, of the emptiest arenas first, until at most `kept_count`
// such pools have pages.
void arena_release_pages(size_t kept_count);
// Unmaps everything.
void arena_stop(void);
// Whether `address` lies in a mapped arena. Reads nothing there: any address may be asked for.
bool arena_contains(const void *address);
bool arena_is_valid(const Arena *arena);

#endif
