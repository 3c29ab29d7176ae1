// The books of what the system gave, the limit, relief when a request fails, and resizing.
#include "runtime/memory/memory.h"

#include <malloc.h>
#include <string.h>

#include "runtime/base/config.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/trace.h"

MemoryHooks memory_hooks;
uint64_t memory_bytes_passed;
uint64_t memory_bytes_due = UINT64_MAX;

static struct {
    size_t current;
    size_t peak;
    size_t limit;
    size_t soft_limit;
    bool is_soft_passed; // and the hook was told
    bool is_relieving;
    bool has_reserve;
    bool is_reserve_open;
    bool has_failed;
    size_t open_limit; // the limit while the reserve is open
    MemoryFailure failure;
} books;

void memory_start(void)
{
    books.soft_limit = SIZE_MAX;
    pool_start();
    large_start();
}

void memory_stop(void)
{
    trace_stop();
    debug_stop();
    pool_stop();
    large_stop();
    arena_stop();
    ASSERT(books.current == 0);
    memory_hooks = (MemoryHooks){0};
    books.peak = books.limit = 0;
    books.has_reserve = books.is_reserve_open = books.has_failed = false;
    memory_bytes_due = UINT64_MAX;
    books.soft_limit = SIZE_MAX;
    books.is_soft_passed = false;
    memory_bytes_passed = 0;
}

// ---- Books --------------------------------------------------------------------------------------

// Bytes of the limit that wait for the handler of a failure.
static size_t limit_reserve(void)
{
    if (!books.has_reserve)
        return 0;
    return books.limit / 64 < LIMIT_RESERVE_MAX ? books.limit / 64 : LIMIT_RESERVE_MAX;
}

static void pass_soft_limit(void)
{
    books.is_soft_passed = true;
    if (memory_hooks.soft_limit)
        memory_hooks.soft_limit();
}

bool memory_book(size_t byte_size)
{
    if (books.limit) {
        size_t limit = books.is_reserve_open ? books.open_limit : books.limit - limit_reserve();
        if (byte_size > limit || books.current > limit - byte_size)
            return false;
    }
    books.current += byte_size;
    if (unlikely(books.current > books.soft_limit) && !books.is_soft_passed)
        pass_soft_limit();
    if (books.current > books.peak)
        books.peak = books.current;
    return true;
}

void memory_unbook(size_t byte_size)
{
    ASSERT(books.current >= byte_size);
    books.current -= byte_size;
    if (books.current <= books.soft_limit)
        books.is_soft_passed = false;
    if (unlikely(books.is_reserve_open))
        memory_settle_reserve();
}

void memory_passed(size_t byte_size)
{
    memory_bytes_passed += byte_size;
    if (unlikely(memory_bytes_passed > memory_bytes_due) && memory_hooks.bytes_due)
        memory_hooks.bytes_due();
}

void memory_set_limit(size_t byte_size)
{
    books.limit = byte_size;
    books.is_reserve_open = false;
}

void memory_set_soft_limit(size_t byte_size)
{
    books.soft_limit = byte_size;
    books.is_soft_passed = false;
    if (books.current > byte_size)
        pass_soft_limit();
}

size_t memory_get_soft_limit(void)
{
    return books.soft_limit;
}

size_t memory_get_limit(void)
{
    return books.limit;
}

size_t memory_current_bytes(void)
{
    return books.current;
}

size_t memory_peak_bytes(void)
{
    return books.peak;
}

void memory_reset_peak(void)
{
    books.peak = books.current;
}

size_t memory_good_size(size_t byte_size)
{
    if (pool_serves_size(byte_size))
        return byte_size ? pool_class_of_size(byte_size) * BLOCK_ALIGN : BLOCK_ALIGN;
    return byte_size + sizeof(LargeHeader);
}

// ---- Relief -------------------------------------------------------------------------------------

bool memory_trim(void)
{
    pool_drain_quarantine();
    bool has_released = arena_trim();
    arena_release_pages(0);
    return malloc_trim(0) || has_released;
}

bool memory_relieve(size_t byte_size, int *stage)
{
    if (books.is_relieving)
        return false;
    books.is_relieving = true;
    bool try_again = false;
    if (*stage == 0) {
        *stage = 1;
        try_again = arena_trim();
    }
    if (!try_again && *stage == 1) {
        *stage = 2;
        trace_relieve();
        try_again = memory_hooks.pressure && memory_hooks.pressure(byte_size);
        try_again = memory_trim() || try_again;
    }
    books.is_relieving = false;
    return try_again;
}

// ---- Failure and the reserve ---------------------------------------------------------------------

void *memory_failed(size_t byte_size)
{
    books.failure = (MemoryFailure){byte_size, books.current, books.limit};
    books.has_failed = true;
    return NULL;
}

bool memory_take_failure(MemoryFailure *failure)
{
    bool has_failed = books.has_failed;
    if (failure)
        *failure = has_failed ? books.failure : (MemoryFailure){0};
    books.has_failed = false;
    return has_failed;
}

void memory_keep_reserve(bool is_kept)
{
    books.has_reserve = is_kept;
    books.is_reserve_open = false;
}

bool memory_has_reserve(void)
{
    return books.has_reserve;
}

bool memory_reserve_is_open(void)
{
    return books.is_reserve_open;
}

// As much room beside the reserve as in it; pools may also come from a new arena below the limit.
static bool is_reserve_whole(void)
{
    size_t reserve = limit_reserve();
    if (books.limit && (books.limit <= 2 * reserve || books.current > books.limit - 2 * reserve))
        return false;
    if (arena_empty_pool_count() >= 2 * ARENA_RESERVE_POOLS)
        return true;
    return books.limit > ARENA_SIZE + reserve && books.current <= books.limit - ARENA_SIZE - reserve;
}

void memory_open_reserve(void)
{
    if (!books.has_reserve || books.is_reserve_open || is_reserve_whole())
        return;
    books.is_reserve_open = true;
    books.open_limit = books.limit;
    if (books.current > books.limit) // the limit was lowered: even then a handler runs
        books.open_limit = books.current + limit_reserve();
}

void memory_shut_reserve(void)
{
    if (!books.is_reserve_open)
        return;
    books.is_reserve_open = false;
    pool_release_idle(); // what the handler used for a while
}

void memory_settle_reserve(void)
{
    if (books.is_reserve_open && is_reserve_whole())
        books.is_reserve_open = false;
}

// ---- Making zeroed, resizing --------------------------------------------------------------------

void *memory_alloc_zeroed(size_t byte_size, MemoryKind kind)
{
    void *block = memory_alloc(byte_size, kind);
    if (!block)
        return NULL;
    if (pool_serves_size(byte_size) || !large_is_zero(block))
        return memset(block, 0, byte_size);
    memory_expect_writes(block, byte_size, block, byte_size);
    return block;
}

void *memory_realloc(void *block, size_t old_size, size_t new_size)
{
    if (!block)
        return memory_alloc(new_size, MEMORY_RAW);
    bool was_in_pool = pool_serves_size(old_size);
    MemoryKind kind;
    if (was_in_pool) {
        ASSERT(pool_made_block(block, old_size));
        if (pool_serves_size(new_size) && pool_resize(block, new_size))
            return block;
        kind = (MemoryKind)pool_of(block)->kind;
    } else {
        if (!pool_serves_size(new_size))
            return large_realloc(block, old_size, new_size);
        kind = (MemoryKind)large_header(block)->kind;
    }
    void *fresh = memory_alloc(new_size, kind);
    if (!fresh)
        return NULL;
    memcpy(fresh, block, old_size < new_size ? old_size : new_size);
    memory_free(block, old_size);
    return fresh;
}
