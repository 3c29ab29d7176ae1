// Large blocks: counted, limited, linked, resized without copying. Read large_alloc first.
#include "runtime/memory/large.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/trace.h"

#if POOL_SANITIZED
#include <sanitizer/asan_interface.h>
#endif

// No machine has more; a request beyond it fails at once, without asking anybody for relief.
#define LARGE_SIZE_MAX ((size_t)1 << 47)

#define LIST_HEAD(kind)                                                                            \
    {                                                                                              \
        .next = &large_list[kind], .prev = &large_list[kind]                                       \
    }
LargeHeader large_list[MEMORY_KIND_COUNT] = {LIST_HEAD(0), LIST_HEAD(1), LIST_HEAD(2)};
_Static_assert(MEMORY_KIND_COUNT == 3, "one list head a kind");
LargeCount large_counts[MEMORY_KIND_COUNT];
size_t large_prefix_bytes;

// Blocks that died during a walk, linked through their second word.
static LargeHeader *dead_list;

static char *block_of(LargeHeader *header)
{
    return (char *)(header + 1);
}

// Room for a header and a dead block's link.
static size_t malloc_size(size_t byte_size)
{
    return sizeof(LargeHeader) + (byte_size < BLOCK_ALIGN ? BLOCK_ALIGN : byte_size);
}

static void link_block(LargeHeader *header)
{
    LargeHeader *head = &large_list[header->kind];
    header->next = head;
    header->prev = head->prev;
    header->prev->next = head->prev = header;
}

static void unlink_block(LargeHeader *header)
{
    header->next->prev = header->prev;
    header->prev->next = header->next;
}

static void count_block(const LargeHeader *header)
{
    large_counts[header->kind].block_count++;
    large_counts[header->kind].byte_size += header->byte_size;
}

static void uncount_block(const LargeHeader *header)
{
    large_counts[header->kind].block_count--;
    large_counts[header->kind].byte_size -= header->byte_size;
}

// ---- Mappings -----------------------------------------------------------------------------------

// Sanitizers and valgrind know what malloc makes.
static bool is_mapping_size(size_t total_size)
{
    return ADDER_ARENAS && !POOL_SANITIZED && total_size >= LARGE_HUGE_SIZE;
}

// A mapping starts with a page that has the prefix at its end, so that the block is aligned.
static char *mapping_of(LargeHeader *header)
{
    return (char *)(header + 1) - PAGE_SIZE;
}

// A block that grows gets a huge page as soon as it uses half of it: the mapping then has all of it.
static size_t mapping_size(size_t total_size, bool is_growing)
{
    size_t size = align_up(total_size - sizeof(LargeHeader), PAGE_SIZE);
    if (is_growing && size % LARGE_HUGE_SIZE >= LARGE_HUGE_SIZE / 2)
        size = align_up(size, LARGE_HUGE_SIZE);
    return PAGE_SIZE + size;
}

// Address space for a block of that mapping, aligned to a huge page, zeroed and untouched. NULL: the
// system refuses.
static char *map_block(size_t length, int protection)
{
    char *memory = mmap(NULL, length + LARGE_HUGE_SIZE, protection,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    char *block = (char *)align_up((uintptr_t)memory + PAGE_SIZE, LARGE_HUGE_SIZE);
    size_t before = (size_t)(block - PAGE_SIZE - memory), behind = LARGE_HUGE_SIZE - before;
    if (before)
        munmap(memory, before);
    if (behind)
        munmap(block - PAGE_SIZE + length, behind);
    return block;
}

static LargeHeader *make_mapping(size_t total_size)
{
    char *block = map_block(mapping_size(total_size, false), PROT_READ | PROT_WRITE);
    if (!block)
        return NULL;
    LargeHeader *header = large_header(block);
    header->is_mapped = true;
    return header;
}

// NULL: nothing changed.
static LargeHeader *copy_to_mapping(const LargeHeader *old, size_t old_size, size_t new_size)
{
    size_t length = mapping_size(new_size, true);
    char *block = map_block(length, PROT_READ | PROT_WRITE);
    if (!block)
        return NULL;
    madvise(block - PAGE_SIZE, length, MADV_HUGEPAGE);
    LargeHeader *header = large_header(block);
    memcpy(header, old, old_size < new_size ? old_size : new_size);
    header->is_mapped = header->is_growing = true;
    return header;
}

// Moves the pages, huge ones in one piece. NULL: nothing changed.
static LargeHeader *move_mapping(LargeHeader *old, size_t old_length, size_t new_length)
{
    char *block = map_block(new_length, PROT_NONE);
    if (!block)
        return NULL;
    if (mremap(mapping_of(old), old_length, new_length, MREMAP_MAYMOVE | MREMAP_FIXED,
               block - PAGE_SIZE) != MAP_FAILED)
        return large_header(block);
    munmap(block - PAGE_SIZE, new_length);
    return NULL;
}

// The system moves only what is of one kind, so all of a mapping that grows is advised.
static LargeHeader *remap_block(LargeHeader *old, size_t old_size, size_t new_size)
{
    size_t old_length = mapping_size(old_size, old->is_growing);
    size_t new_length = mapping_size(new_size, true);
    if (!old->is_growing)
        madvise(mapping_of(old), old_length, MADV_HUGEPAGE);
    LargeHeader *header = old;
    if (old_length != new_length &&
        mremap(mapping_of(old), old_length, new_length, 0) == MAP_FAILED)
        header = move_mapping(old, old_length, new_length);
    if (!header) { // or it is still in parts
        header = copy_to_mapping(old, old_size, new_size);
        if (header)
            munmap(mapping_of(old), old_length);
    }
    if (header)
        header->is_growing = true;
    return header;
}

// A block from malloc becomes one that grows without being copied again.
static LargeHeader *move_to_mapping(LargeHeader *old, size_t old_size, size_t new_size)
{
    LargeHeader *header = copy_to_mapping(old, old_size, new_size);
    if (!header)
        return realloc(old, new_size);
    free(old);
    return header;
}

// What the system gives: a block that is made (`old` NULL), or one that is resized.
static LargeHeader *take_memory(LargeHeader *old, size_t old_size, size_t new_size)
{
    if (old && old->is_mapped)
        return remap_block(old, old_size, new_size);
    if (old && is_mapping_size(new_size) && new_size > old_size && new_size >= LARGE_GROWING_SIZE)
        return move_to_mapping(old, old_size, new_size);
    LargeHeader *header = !old && is_mapping_size(new_size) ? make_mapping(new_size) : NULL;
    if (header)
        return header;
    header = realloc(old, new_size);
    if (header && !old)
        header->is_mapped = false;
    return header;
}

static void give_memory(LargeHeader *header)
{
    if (header->is_mapped)
        munmap(mapping_of(header),
               mapping_size(malloc_size(header->byte_size), header->is_growing));
    else
        free(header);
}

bool large_is_zero(const void *block)
{
    return large_header(block)->is_mapped && !debug_is_filling();
}

void memory_expect_writes(void *block, size_t byte_size, void *start, size_t count)
{
    if (pool_serves_size(byte_size) || !large_header(block)->is_mapped)
        return;
    char *first = (char *)align_down((uintptr_t)start + LARGE_HUGE_SIZE / 2, LARGE_HUGE_SIZE);
    char *end = (char *)align_down((uintptr_t)start + count + LARGE_HUGE_SIZE / 2, LARGE_HUGE_SIZE);
    char *block_end = (char *)align_down((uintptr_t)block + byte_size, LARGE_HUGE_SIZE);
    if (end > block_end)
        end = block_end;
    if (first >= end || madvise(first, (size_t)(end - first), MADV_HUGEPAGE))
        return;
    for (char *page = first; page < end; page += LARGE_HUGE_SIZE)
        *page = 0; // it is 0: if it were read first, the system would take small pages
}

// ---- Making, resizing, freeing ------------------------------------------------------------------

// One try: books, then the system (`old` may be NULL). NULL: nothing changed.
static LargeHeader *try_resize(LargeHeader *old, size_t old_size, size_t new_size)
{
    size_t grown = new_size > old_size ? new_size - old_size : 0;
    if (debug_should_fail(DEBUG_FAIL_LARGE) || !memory_book(grown))
        return NULL;
    LargeHeader *header = take_memory(old, old_size, new_size);
    if (!header) {
        memory_unbook(grown);
        return NULL;
    }
    if (new_size < old_size)
        memory_unbook(old_size - new_size);
    memory_passed(grown);
    return header;
}

static LargeHeader *resize(LargeHeader *old, size_t old_size, size_t new_size)
{
    if (pool_slow_reasons & POOL_SLOW_FAIL && debug_should_fail(DEBUG_FAIL_REQUEST))
        return memory_failed(new_size);
    if (new_size > LARGE_SIZE_MAX)
        return memory_failed(new_size);
    old_size = old ? malloc_size(old_size) : 0;
    int stage = 0;
    LargeHeader *header;
    while (!(header = try_resize(old, old_size, malloc_size(new_size))))
        if (!memory_relieve(new_size, &stage))
            return memory_failed(new_size);
    return header;
}

void *large_alloc(size_t byte_size, MemoryKind kind)
{
    LargeHeader *header = resize(NULL, 0, byte_size);
    if (!header)
        return NULL;
    large_prefix_bytes += malloc_size(byte_size) - byte_size;
    *header = (LargeHeader){.byte_size = byte_size,
                            .kind = (uint8_t)kind,
                            .is_mapped = header->is_mapped,
                            .guard = LARGE_GUARD};
    link_block(header);
    count_block(header);
    if (kind == MEMORY_ATOM) // its maker writes all of it
        memory_expect_writes(block_of(header), byte_size, block_of(header), byte_size);
    if (debug_is_filling())
        memset(block_of(header), DEBUG_FILL_FRESH, malloc_size(byte_size) - sizeof *header);
    if (!header->is_mapped || debug_is_filling()) // a mapping stays untouched: memory_expect_writes
        *(uint64_t *)block_of(header) = 0;
    if (pool_slow_reasons & POOL_SLOW_TRACE)
        trace_large_block_made(header);
    return block_of(header);
}

static void release_memory(LargeHeader *header)
{
    size_t byte_size = header->byte_size;
    unlink_block(header);
    memory_unbook(malloc_size(byte_size));
    large_prefix_bytes -= malloc_size(byte_size) - byte_size;
    give_memory(header);
}

static void check_block(const LargeHeader *header, size_t byte_size)
{
    if (unlikely(header->guard != LARGE_GUARD))
        assert_failed(__FILE__, __LINE__, "a large block's prefix is intact");
    if (unlikely(header->is_dead))
        assert_failed(__FILE__, __LINE__, "a large block is freed once");
    ASSERT(header->byte_size == byte_size);
    (void)byte_size;
}

void large_free(void *block, size_t byte_size)
{
    LargeHeader *header = large_header(block);
    check_block(header, byte_size);
    if (header->trace_id)
        trace_large_block_freed(header);
    uncount_block(header);
    if (debug_is_filling())
        memset(block, DEBUG_FILL_FREED, malloc_size(byte_size) - sizeof *header);
    if (!memory_is_walked()) {
        header->guard = 0;
        release_memory(header);
        return;
    }
    header->is_dead = true;
    *(uint64_t *)block = 0;
    ((LargeHeader **)block)[1] = dead_list;
    dead_list = header;
#if POOL_SANITIZED
    ASAN_POISON_MEMORY_REGION(block, malloc_size(byte_size) - sizeof *header);
#endif
}

void large_walk_ended(void)
{
    while (dead_list) {
        LargeHeader *header = dead_list;
#if POOL_SANITIZED
        ASAN_UNPOISON_MEMORY_REGION(header + 1, malloc_size(header->byte_size) - sizeof *header);
#endif
        dead_list = ((LargeHeader **)block_of(header))[1];
        release_memory(header);
    }
}

// A walk may stand on the block: it must not move or go.
static void *realloc_by_copy(void *block, size_t old_size, size_t new_size)
{
    void *fresh = large_alloc(new_size, (MemoryKind)large_header(block)->kind);
    if (!fresh)
        return NULL;
    memcpy(fresh, block, old_size < new_size ? old_size : new_size);
    large_free(block, old_size);
    return fresh;
}

void *large_realloc(void *block, size_t old_size, size_t new_size)
{
    LargeHeader *header = large_header(block);
    check_block(header, old_size);
    if (memory_is_walked())
        return realloc_by_copy(block, old_size, new_size);
    // Relief may free other blocks, but not this one; what it frees changes next and prev.
    header = resize(header, old_size, new_size);
    if (!header)
        return NULL;
    header->next->prev = header->prev->next = header;
    uncount_block(header);
    large_prefix_bytes -= malloc_size(old_size) - old_size;
    large_prefix_bytes += malloc_size(new_size) - new_size;
    // The realloc of a traced block is a new allocation: the trace is that of the one who resized.
    if (header->trace_id)
        trace_large_block_freed(header);
    header->byte_size = new_size;
    count_block(header);
    if (pool_slow_reasons & POOL_SLOW_TRACE)
        trace_large_block_made(header);
    return block_of(header);
}

void large_start(void)
{
    // Fixed thresholds: by default glibc raises the first one up to 32 MiB as blocks are freed, and
    // growing buffers are copied again.
    mallopt(M_MMAP_THRESHOLD, (int)LARGE_MMAP_SIZE);
    mallopt(M_TRIM_THRESHOLD, (int)LARGE_MMAP_SIZE * 2);
}

void large_stop(void)
{
    large_walk_ended();
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        while (large_list[kind].next != &large_list[kind]) {
            LargeHeader *header = large_list[kind].next;
            uncount_block(header);
            release_memory(header);
        }
    }
}
