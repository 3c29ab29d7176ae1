// Size classes, order of reuse, states, walks.
#include "runtime/memory/pool.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"

TestSuite(pool, .init = memory_start);

#if ADDER_ARENAS
Test(pool, classes_have_steps_of_16_up_to_512)
{
    for (size_t size = 0; size <= BLOCK_SIZE_MAX; size++) {
        void *block = memory_alloc(size, MEMORY_RAW);
        size_t wanted = size ? (size + 15) / 16 * 16 : 16;
        cr_assert_eq(pool_of(block)->block_size, wanted);
        cr_assert_eq(memory_good_size(size), wanted);
        memory_free(block, size);
    }
    cr_assert(pool_serves_size(512));
    cr_assert(!pool_serves_size(513));
}

Test(pool, kinds_do_not_share_pools)
{
    void *raw = memory_alloc(32, MEMORY_RAW), *atom = memory_alloc(32, MEMORY_ATOM);
    void *tracked = memory_alloc(32, MEMORY_TRACKED);
    cr_assert_eq(pool_of(raw)->kind, MEMORY_RAW);
    cr_assert_eq(pool_of(atom)->kind, MEMORY_ATOM);
    cr_assert_eq(pool_of(tracked)->kind, MEMORY_TRACKED);
}

Test(pool, fresh_blocks_ascend_and_fill_the_pool)
{
    char *first = memory_alloc(48, MEMORY_ATOM);
    PoolHeader *pool = pool_of(first);
    size_t in_pool = 1;
    cr_assert_eq(first, pool->start);
    for (char *last = first, *block; pool_of(block = memory_alloc(48, MEMORY_ATOM)) == pool;) {
        cr_assert_eq(block, last + 48);
        last = block;
        in_pool++;
    }
    cr_assert_eq(in_pool, pool->capacity);
    cr_assert_eq(pool->state, POOL_FULL);
    if (!ADDER_STRESS)
        cr_assert_eq(in_pool, (POOL_SIZE - ARENA_HEAD_SIZE) / 48);
}

#if !POOL_SANITIZED // there the quarantine delays reuse
Test(pool, the_block_freed_last_is_used_first)
{
    void *blocks[5];
    for (int i = 0; i < 5; i++)
        blocks[i] = memory_alloc(64, MEMORY_TRACKED);
    memory_free(blocks[1], 64);
    memory_free(blocks[3], 64);
    cr_assert_eq(memory_alloc(64, MEMORY_TRACKED), blocks[3]);
    cr_assert_eq(memory_alloc(64, MEMORY_TRACKED), blocks[1]);
}
#endif

static PoolHeader *fill_pool(char **blocks, size_t *count, size_t size, MemoryKind kind)
{
    *count = 0;
    char *block = memory_alloc(size, kind);
    PoolHeader *pool = pool_of(block);
    for (; pool_of(block) == pool; block = memory_alloc(size, kind))
        blocks[(*count)++] = block;
    memory_free(block, size);
    return pool;
}

Test(pool, states_follow_the_drawing)
{
    static char *blocks[1100];
    size_t count;
    PoolHeader *pool = fill_pool(blocks, &count, 256, MEMORY_ATOM);
    cr_assert_eq(pool->state, POOL_FULL);
    cr_assert_eq(pool_live_count(pool), count);
    size_t freed = 0;
    while (pool->state == POOL_FULL) {
        cr_assert_eq(pool_live_count(pool), count - freed);
        cr_assert(pool_is_valid(pool));
        memory_free(blocks[freed++], 256);
        pool_drain_quarantine();
    }
    cr_assert_eq(pool->state, POOL_USED);
    cr_assert_eq(freed, pool_return_count(pool));
    cr_assert_eq(pool_live_count(pool), count - freed);
    cr_assert(pool_is_valid(pool));
    void *other = memory_alloc(256, MEMORY_ATOM); // a second pool of the class
    for (size_t i = freed; i < count; i++)
        memory_free(blocks[i], 256);
    pool_drain_quarantine();
    cr_assert_eq(pool->state, POOL_EMPTY);
    PoolHeader *other_pool = pool_of(other);
    memory_free(other, 256);
    pool_drain_quarantine();
    cr_assert_eq(other_pool->state, POOL_IDLE); // the only one left
    cr_assert_eq(memory_live_block_count(), 0u);
    cr_assert(pool_is_valid(other_pool));
}

Test(pool, an_empty_pool_serves_any_class)
{
    static char *blocks[1100];
    size_t count;
    PoolHeader *pool = fill_pool(blocks, &count, 464, MEMORY_RAW);
    for (size_t i = 0; i < count; i++)
        memory_free(blocks[i], 464);
    pool_drain_quarantine();
    cr_assert_eq(pool->state, POOL_EMPTY);
    cr_assert_eq(pool_of(memory_alloc(368, MEMORY_TRACKED)), pool); // the lowest empty one
}

Test(pool, at_the_limit_each_freed_block_serves_again)
{
    enum { COUNT = 20000 };
    static char *blocks[COUNT];
    size_t count = 0;
    memory_set_limit(2 * ARENA_SIZE);
    while ((blocks[count] = memory_alloc(144, MEMORY_RAW)))
        count++;
    for (size_t i = 0; i < count; i += 500) { // never enough in one pool to make it USED
        memory_free(blocks[i], 144);
        pool_drain_quarantine();
        cr_assert_not_null(blocks[i] = memory_alloc(144, MEMORY_RAW));
        cr_assert_null(memory_alloc(144, MEMORY_RAW));
    }
}

#if !POOL_SANITIZED // there the quarantine delays what is tested
Test(pool, of_two_pools_the_fuller_one_serves_and_the_other_empties)
{
    enum { SIZE = 512, COUNT = 32 };
    static char *blocks[3][COUNT];
    PoolHeader *pools[3];
    size_t count;
    char *first = memory_alloc(SIZE, MEMORY_RAW); // pool 0 is shorter
    for (count = 1; count < pool_of(first)->capacity; count++)
        cr_assert_not_null(memory_alloc(SIZE, MEMORY_RAW));
    for (int i = 0; i < 3; i++) {
        pools[i] = fill_pool(blocks[i], &count, SIZE, MEMORY_RAW);
        memory_free(memory_alloc(SIZE, MEMORY_RAW), SIZE);
    }
    size_t last = count - 1;
    for (size_t i = 0; i < last; i++) // pool 0 nearly empty, it comes first; pool 1 nearly full
        memory_free(blocks[0][i], SIZE);
    if (ADDER_STRESS)
        return; // two blocks a pool: no room for nearly
    memory_free(blocks[1][0], SIZE);
    memory_free(blocks[1][1], SIZE);
    cr_assert_eq(pools[0]->state, POOL_USED);
    cr_assert_eq(pools[1]->state, POOL_USED);
    char *block = memory_alloc(SIZE, MEMORY_RAW);
    while (pool_of(block) != pools[0] && pool_of(block) != pools[1])
        block = memory_alloc(SIZE, MEMORY_RAW); // the current pool first
    cr_assert_eq(pool_of(block), pools[1]);
    cr_assert_eq(pool_of(memory_alloc(SIZE, MEMORY_RAW)), pools[1]);
    memory_free(blocks[0][last], SIZE);
    cr_assert(pools[0]->state == POOL_EMPTY || pools[0]->state == POOL_IDLE);
    cr_assert(pool_is_valid(pools[0]) && pool_is_valid(pools[1]));
}
#endif

#if ADDER_ASSERTIONS
Test(pool, freeing_what_malloc_made_aborts, .signal = SIGABRT)
{
    memory_free(calloc(1, 64), 64);
}

Test(pool, freeing_what_is_on_the_stack_aborts, .signal = SIGABRT)
{
    uint64_t local[8] = {0};
    memory_free(local, sizeof local);
}

Test(pool, freeing_what_is_not_mapped_aborts, .signal = SIGABRT)
{
    memory_free((void *)0x123450, 64);
}

Test(pool, freeing_the_middle_of_a_block_aborts, .signal = SIGABRT)
{
    char *block = memory_alloc(64, MEMORY_RAW);
    memory_free(block + 16, 64);
}

Test(pool, freeing_with_another_size_aborts, .signal = SIGABRT)
{
    memory_free(memory_alloc(64, MEMORY_RAW), 128);
}

Test(pool, resizing_a_foreign_pointer_aborts, .signal = SIGABRT)
{
    memory_realloc(calloc(1, 64), 64, 80);
}
#endif

static size_t released_bytes;
static void *released_address;

static void note_released(void *address, size_t byte_size)
{
    released_address = address;
    released_bytes += byte_size;
}

Test(pool, only_tracked_pools_report_that_they_leave)
{
    static char *blocks[1100];
    size_t count;
    memory_hooks.pool_released = note_released;
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        PoolHeader *pool = fill_pool(blocks, &count, 128, (MemoryKind)kind);
        void *address = pool_memory(pool);
        size_t byte_size = pool_memory_size(pool);
        for (size_t i = 0; i < count; i++)
            memory_free(blocks[i], 128);
        pool_drain_quarantine();
        cr_assert_eq(released_bytes, kind == MEMORY_TRACKED ? byte_size : 0);
        if (kind == MEMORY_TRACKED)
            cr_assert_eq(released_address, address);
    }
}

Test(pool, pools_keep_their_kind_while_a_walk_runs)
{
    static char *blocks[1100];
    size_t count, arenas = 0;
    PoolHeader *pool = fill_pool(blocks, &count, 80, MEMORY_TRACKED);
    cr_assert_not_null(memory_alloc(80, MEMORY_TRACKED)); // another pool stays in use
    memory_hooks.pool_released = note_released;
    memory_walk_begin();
    memory_walk_begin();
    arenas = arena_count;
    for (size_t i = 0; i < count; i++)
        memory_free(blocks[i], 80);
    pool_drain_quarantine();
    cr_assert_eq(pool->kind, MEMORY_TRACKED);
    cr_assert(!memory_trim() || arena_count == arenas);
    memory_walk_end();
    cr_assert(memory_is_walked());
    cr_assert_eq(pool->kind, MEMORY_TRACKED);
    cr_assert_eq(released_bytes, 0u);
    memory_walk_end();
    cr_assert_eq(pool->state, POOL_EMPTY);
    cr_assert_eq(released_bytes, pool_memory_size(pool));
}

Test(pool, many_pools_emptied_during_a_walk_all_go)
{
    enum { COUNT = 200 * 32 };
    static char *blocks[COUNT];
    for (size_t i = 0; i < COUNT; i++)
        blocks[i] = memory_alloc(512, MEMORY_TRACKED);
    size_t arenas = arena_count;
    memory_walk_begin();
    for (size_t i = 0; i < COUNT; i++)
        memory_free(blocks[i], 512);
    pool_drain_quarantine();
    cr_assert_eq(arena_count, arenas);
    memory_walk_end();
    cr_assert_leq(arena_count, 1u);
    memory_trim();
    cr_assert_eq(arena_count, 0u);
}

Test(pool, slow_mode_changes_nothing_but_the_way)
{
    enum { COUNT = 3000 };
    static char *blocks[COUNT];
    for (int round = 0; round < 6; round++) {
        for (size_t i = 0; i < COUNT; i++)
            if (!blocks[i])
                blocks[i] = memory_alloc(40 + i % 3 * 16, MEMORY_ATOM);
        debug_set_fill(round % 2 == 0); // some pools are full, some used, some idle
        for (size_t i = (size_t)round % 4; i < COUNT; i += 1 + (size_t)round % 4) {
            memory_free(blocks[i], 40 + i % 3 * 16);
            blocks[i] = NULL;
        }
        size_t live_count = 0;
        for (size_t i = 0; i < COUNT; i++)
            live_count += blocks[i] != NULL;
        cr_assert_eq(memory_live_block_count(), live_count);
        POOL_FOR_EACH (pool, MEMORY_ATOM)
            cr_assert(pool_is_valid(pool));
    }
}
#endif

// ---- Walks: in all builds -----------------------------------------------------------------------

static int count_block(void *block, void *context)
{
    cr_assert_eq(*(uint64_t *)block >> 48, 7u);
    ++*(size_t *)context;
    return 0;
}

static int stop_at_ten(void *block, void *context)
{
    (void)block;
    return ++*(size_t *)context == 10;
}

Test(pool, a_walk_meets_each_object_once)
{
    enum { COUNT = 5000 };
    static uint64_t *blocks[COUNT];
    size_t size_of_block[] = {32, 48, 500, 600, 3000};
    for (size_t i = 0; i < COUNT; i++) {
        blocks[i] = memory_alloc(size_of_block[i % 5], MEMORY_TRACKED);
        if (i % 7)
            *blocks[i] = (uint64_t)7 << 48 | 1; // the others are not finished: header 0
        cr_assert_not_null(memory_alloc(32, MEMORY_ATOM));
    }
    for (size_t i = 0; i < COUNT; i += 3)
        memory_free(blocks[i], size_of_block[i % 5]);
    size_t wanted = 0, met = 0;
    for (size_t i = 0; i < COUNT; i++)
        wanted += i % 3 && i % 7;
    cr_assert_eq(memory_walk(MEMORY_TRACKED, count_block, &met), 0);
    cr_assert_eq(met, wanted);
    met = 0;
    cr_assert_eq(memory_walk(MEMORY_TRACKED, stop_at_ten, &met), 1);
    cr_assert_eq(met, 10u);
    met = 0;
    cr_assert_eq(memory_walk(MEMORY_ATOM, count_block, &met), 0);
    cr_assert_eq(met, 0u);
}

Test(pool, a_walk_survives_frees_and_allocations)
{
    enum { COUNT = 3000 };
    static uint64_t *blocks[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        blocks[i] = memory_alloc(i % 2 ? 48 : 700, MEMORY_TRACKED);
        *blocks[i] = (uint64_t)7 << 48 | 1;
        blocks[i][1] = i;
    }
    size_t met = 0;
    memory_walk_begin();
    LARGE_FOR_EACH (block, MEMORY_TRACKED) {
        uint64_t *object = (uint64_t *)block;
        if (!*object)
            continue;
        size_t i = object[1], size = i % 2 ? 48 : 700;
        met++;
        memory_free(object, size);
        if (i + 2 < COUNT && *blocks[i + 2]) { // the next one too, which is not met any more
            memory_free(blocks[i + 2], size);
            blocks[i + 2] = (uint64_t[]){0};
        }
        if (met % 10 == 0)
            cr_assert_not_null(memory_alloc(700, MEMORY_RAW));
    }
    memory_walk_end();
    cr_assert_eq(met, ADDER_ARENAS ? COUNT / 4 : COUNT / 2);
}

#if POOL_SANITIZED
#include <sanitizer/asan_interface.h>

Test(pool, sanitizer_sees_freed_blocks_and_tails)
{
    char *block = memory_alloc(20, MEMORY_RAW);
    cr_assert(!__asan_address_is_poisoned(block + 19));
    cr_assert(__asan_address_is_poisoned(block + 20));
    block = memory_realloc(block, 20, 30);
    cr_assert(!__asan_address_is_poisoned(block + 29));
    memory_free(block, 30);
    cr_assert(__asan_address_is_poisoned(block));
    for (int i = 0; i < 1000; i++)
        cr_assert_neq(memory_alloc(20, MEMORY_RAW), block); // it waits in quarantine
}
#endif
