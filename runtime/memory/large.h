// Blocks that no pool serves: more than BLOCK_SIZE_MAX bytes, or every block in the arenas-off
// build. Each is a malloc of its own (mmap beyond LARGE_MMAP_SIZE, by glibc), or from LARGE_HUGE_SIZE
// on a mapping that can lie in huge pages, behind a prefix that links it into the list of its kind
// and keeps the books exact. The list of kind TRACKED is the loose list: the objects outside pools
// that the collector walks.
#ifndef ADDER_RUNTIME_MEMORY_LARGE_H
#define ADDER_RUNTIME_MEMORY_LARGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/memory/arena.h"

// From here on a block has its own mapping: growing moves pages instead of bytes, and freeing
// returns them at once. Below, the page faults would cost more than the copying.
#define LARGE_MMAP_SIZE ((size_t)1 << 20)

// From here on a block starts at the start of a huge page of the machine. Whether such pages are used is
// said by memory_expect_writes.
#define LARGE_HUGE_SIZE ((size_t)2 << 20)

// A malloc that grows to this size becomes a mapping: below, half a huge page more is too much.
#define LARGE_GROWING_SIZE (4 * LARGE_HUGE_SIZE)

// The prefix. is_dead: freed during a walk; it stays in the list, header 0, until the walk ends.
typedef struct LargeHeader LargeHeader;
struct LargeHeader {
    LargeHeader *next;
    LargeHeader *prev;
    size_t byte_size; // as asked for, without this prefix
    uint32_t trace_id;
    uint8_t kind;
    bool is_dead : 1;
    bool is_mapped : 1;  // a mapping of its own, not a malloc
    bool is_growing : 1; // it was resized, and has room at its end
    uint16_t guard; // LARGE_GUARD: a foreign pointer or an underrun shows here
};
_Static_assert(sizeof(LargeHeader) == 32, "keeps blocks aligned to 16");

#define LARGE_GUARD 0xADDEu

// Heads of the lists, one a kind (circular, so that linking has no branch).
extern LargeHeader large_list[MEMORY_KIND_COUNT];

// Books of each kind.
typedef struct LargeCount {
    size_t block_count;
    size_t byte_size; // as asked for
} LargeCount;
extern LargeCount large_counts[MEMORY_KIND_COUNT];
extern size_t large_prefix_bytes; // prefixes and rounding, of dead blocks too

static inline LargeHeader *large_header(const void *block)
{
    return (LargeHeader *)block - 1;
}

void *large_alloc(size_t byte_size, MemoryKind kind);
void large_free(void *block, size_t byte_size);
// Resizes a large block to another large size without copying where the system can. NULL: failed,
// the block is untouched.
void *large_realloc(void *block, size_t old_size, size_t new_size);
// Whether the bytes of a block that has just been made are 0.
bool large_is_zero(const void *block);
// Frees what died during a walk.
void large_walk_ended(void);
void large_start(void);
void large_stop(void);

// Each block of a kind, as `char *block`; see pool.h for the rules of a walk.
#define LARGE_FOR_EACH(block, kind_)                                                               \
    for (char *block = (char *)(large_list[kind_].next + 1);                                       \
         block != (char *)(&large_list[kind_] + 1);                                                \
         block = (char *)(large_header(block)->next + 1))                                          \
        if (large_header(block)->is_dead) {                                                        \
        } else

#endif
