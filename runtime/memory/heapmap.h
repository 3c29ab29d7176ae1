// The account of the memory as data, exact to the byte, for reports and assertions. Nothing here
// allocates from this folder, collects or changes what it looks at.
#ifndef ADDER_RUNTIME_MEMORY_HEAPMAP_H
#define ADDER_RUNTIME_MEMORY_HEAPMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/memory/memory.h"

// The pools of one kind and class. live + free + unused + tail bytes == memory of these pools.
typedef struct ClassStats {
    size_t pool_count;
    size_t full_pool_count;
    size_t idle_pool_count; // kept for the class though they may be empty
    size_t live_count;      // blocks handed out
    size_t free_count;      // blocks that wait in free lists, and in quarantine
    size_t unused_count;    // blocks behind the mark, never handed out
    size_t live_bytes;      // counts times block size
    size_t free_bytes;
    size_t unused_bytes;
    size_t tail_bytes; // behind the last block of each pool
} ClassStats;

// arena_bytes == head_bytes + empty_pool_bytes + the bytes of all classes.
// current_bytes == arena_bytes + large bytes + large_prefix_bytes.
typedef struct MemoryStats {
    size_t arena_count;
    size_t arena_count_peak;
    size_t arenas_mapped;   // ever
    size_t arenas_unmapped; // ever
    size_t arena_bytes;
    size_t head_bytes; // tables of records
    size_t empty_pool_count;
    size_t empty_pool_bytes;
    ClassStats classes[MEMORY_KIND_COUNT][POOL_CLASS_COUNT]; // class c: blocks of 16 * c bytes
    ClassStats kinds[MEMORY_KIND_COUNT];                     // sums over the classes
    LargeCount large[MEMORY_KIND_COUNT];
    size_t large_prefix_bytes;
    size_t current_bytes;
    size_t peak_bytes;
    size_t limit_bytes;     // 0: none
    size_t traced_bytes;    // requested bytes of traced blocks
    size_t traced_rounding; // what their classes add to them
    size_t tracer_bytes;    // the tracer's own memory, outside of all the above
    size_t other_own_bytes; // this folder's own tables, outside of all the above
    uint64_t bytes_passed;
} MemoryStats;

void memory_stats(MemoryStats *stats);
// Checks the equations above, the books and (in sanitizer or assertion builds) every pool.
bool memory_is_valid(void);

// One pool, for maps and for finding what pins an arena.
typedef struct HeapmapPool {
    const void *arena;
    void *start; // first block
    uint32_t arena_serial; // arenas mapped before this one
    uint32_t pool_index;
    bool has_pages; // EMPTY: whether pages of the system are still behind it
    uint8_t kind;  // MemoryKind, or POOL_KIND_NONE
    uint8_t state; // PoolState
    uint16_t block_size;
    uint16_t capacity;
    uint16_t live_count;
} HeapmapPool;

// Writes at most `capacity` records, arenas by address; returns how many pools there are.
size_t heapmap_pools(HeapmapPool *pools, size_t capacity);

// One line of the leak list: blocks of one kind, size and type.
typedef struct HeapmapGroup {
    size_t block_count;
    size_t byte_size; // of one block: its class, or 0 for large blocks, whose sum is in total
    size_t total_bytes;
    uint16_t type_index; // 0 for RAW and for objects not finished
    uint8_t kind;
} HeapmapGroup;

// Live blocks in groups, largest total first; at most `capacity` records are written. Returns the
// number of groups.
size_t heapmap_groups(HeapmapGroup *groups, size_t capacity);

#endif
