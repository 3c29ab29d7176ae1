// Which arena serves, and when arenas go back to the system.
#include "runtime/memory/arena.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/mman.h>

#include "runtime/base/bits.h"
#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"

#if ADDER_ARENAS
TestSuite(arena, .init = memory_start);

enum { BLOCK_LIMIT = 110000, BLOCK = 512 };
static char *blocks[BLOCK_LIMIT];
static size_t block_count;

static void fill_arenas(size_t count)
{
    while (arena_count < count || arena_table[count - 1]->empty_count)
        blocks[block_count++] = memory_alloc(BLOCK, MEMORY_ATOM);
}

// Frees the blocks of an arena's pools [from, to).
static void empty_pools(const Arena *arena, size_t from, size_t to)
{
    for (size_t i = 0; i < block_count; i++) {
        if (!blocks[i] || arena_of(blocks[i]) != arena)
            continue;
        size_t index = pool_index(pool_of(blocks[i]));
        if (index >= from && index < to) {
            memory_free(blocks[i], BLOCK);
            blocks[i] = NULL;
        }
    }
    pool_drain_quarantine();
}

Test(arena, lies_at_a_multiple_of_its_size)
{
    char *block = memory_alloc(16, MEMORY_RAW);
    Arena *arena = arena_of(block);
    cr_assert_eq((uintptr_t)arena % ARENA_SIZE, 0u);
    cr_assert_eq(arena_count, 1u);
    cr_assert_eq(arena_table[0], arena);
    cr_assert(arena_contains(block));
    int local;
    cr_assert(!arena_contains(&local));
    cr_assert_eq(memory_current_bytes(), ARENA_SIZE);
    for (size_t i = 0; i < ARENA_POOL_COUNT; i++) {
        PoolHeader *pool = &arena->pool[i];
        cr_assert_eq(pool_index(pool), i);
        cr_assert_eq(pool_of(pool_memory(pool)), pool);
        cr_assert_eq(pool_of(pool_memory(pool) + pool_memory_size(pool) - 1), pool);
    }
}

Test(arena, the_fullest_serves_first)
{
    fill_arenas(2);
    Arena *first = arena_table[0], *second = arena_table[1];
    empty_pools(first, 5, 60);
    empty_pools(second, 10, 16);
    cr_assert_eq(first->empty_count, 55u);
    cr_assert_eq(second->empty_count, 6u);
    size_t in_second = 0;
    while (second->empty_count) {
        char *block = memory_alloc(368, MEMORY_RAW);
        cr_assert_eq(arena_of(block), second);
        in_second++;
    }
    cr_assert_gt(in_second, 5u);
    cr_assert_eq(first->empty_count, 55u);
    cr_assert(arena_is_valid(first) && arena_is_valid(second));
}

Test(arena, empty_ones_go_back_but_one)
{
    fill_arenas(5);
    size_t before = arena_counters.unmapped;
    for (size_t i = 0; i < block_count; i++)
        memory_free(blocks[i], BLOCK);
    pool_drain_quarantine();
    cr_assert_eq(arena_count, 1u);
    cr_assert_eq(arena_counters.unmapped - before, 4u);
    cr_assert_eq(arena_counters.peak, 5u);
    cr_assert(memory_trim());
    cr_assert_eq(arena_count, 0u);
    cr_assert_eq(memory_current_bytes(), 0u);
}

Test(arena, one_survivor_keeps_its_arena)
{
    fill_arenas(4);
    char *kept[4] = {NULL};
    for (size_t i = 0; i < block_count; i++) {
        size_t index = arena_of(blocks[i])->table_index;
        if (kept[index])
            memory_free(blocks[i], BLOCK);
        else
            kept[index] = blocks[i];
    }
    pool_drain_quarantine();
    cr_assert_eq(arena_count, 4u);
    for (size_t i = 0; i < 4; i++)
        memory_free(kept[i], BLOCK);
    pool_drain_quarantine();
    cr_assert_eq(arena_count, 1u);
}

Test(arena, an_idle_pool_does_not_keep_an_arena)
{
    fill_arenas(1);
    void *lonely = memory_alloc(16, MEMORY_RAW); // the first block of arena 1
    cr_assert_eq(arena_count, 2u);
    memory_free(lonely, 16);
    pool_drain_quarantine();
    cr_assert_eq(arena_count, 2u); // the spare
    for (size_t i = 0; i < block_count; i++)
        memory_free(blocks[i], BLOCK);
    pool_drain_quarantine();
    cr_assert_eq(arena_count, 1u);
    lonely = memory_alloc(16, MEMORY_RAW);
    cr_assert_not_null(lonely);
    cr_assert_eq(arena_count, 1u);
    memory_free(lonely, 16);
}

Test(arena, a_spare_in_use_is_not_a_spare)
{
    void *lonely = memory_alloc(16, MEMORY_RAW);
    Arena *first = arena_of(lonely);
    memory_free(lonely, 16);
    pool_drain_quarantine();
    lonely = memory_alloc(16, MEMORY_RAW); // from the idle pool: nobody noticed
    fill_arenas(2);
    for (size_t i = 0; i < block_count; i++)
        memory_free(blocks[i], BLOCK);
    pool_drain_quarantine();
    memory_trim();
    cr_assert_eq(arena_count, 1u);
    cr_assert_eq(arena_of(lonely), first);
    cr_assert_eq(memory_live_block_count(), 1u);
    memory_free(lonely, 16);
    pool_drain_quarantine();
    memory_trim();
    cr_assert_eq(arena_count, 0u);
}

static size_t resident_pages(const Arena *arena)
{
    static unsigned char is_resident[ARENA_SIZE / PAGE_SIZE];
    size_t count = 0;
    cr_assert_eq(mincore((void *)arena, ARENA_SIZE, is_resident), 0);
    for (size_t i = 0; i < ARENA_SIZE / PAGE_SIZE; i++)
        count += is_resident[i] & 1;
    return count;
}

Test(arena, few_empty_pools_keep_their_pages)
{
    fill_arenas(3);
    Arena *first = arena_table[0];
    size_t before = resident_pages(first);
    empty_pools(first, 1, 40);
    cr_assert_eq(first->empty_count, 39u);
    cr_assert_eq(bit_count(first->stale_mask), 39);
    cr_assert_eq(resident_pages(first), before);
    cr_assert_eq(arena_counters.released, 0u);
    memory_trim();
    cr_assert_eq(arena_counters.released, 39u);
    cr_assert_eq(first->stale_mask, 0u);
    cr_assert(ADDER_STRESS || resident_pages(first) == before - 39 * POOL_SIZE / PAGE_SIZE);
}

Test(arena, many_empty_pools_give_their_pages_back)
{
    fill_arenas(12);
    size_t before = 0, after = 0, stale_count = 0, empty_count = 0;
    for (size_t i = 0; i < 12; i++)
        before += resident_pages(arena_table[i]);
    for (size_t i = 0; i < 12; i++)
        empty_pools(arena_table[i], 1, ARENA_POOL_COUNT); // pool 0 keeps the arena
    cr_assert_eq(arena_count, 12u);
    for (size_t i = 0; i < 12; i++) {
        cr_assert(arena_is_valid(arena_table[i]));
        after += resident_pages(arena_table[i]);
        stale_count += (size_t)bit_count(arena_table[i]->stale_mask);
        empty_count += arena_table[i]->empty_count;
    }
    cr_assert_geq(empty_count, 12 * (ARENA_POOL_COUNT - 1) - 1); // one is IDLE
    cr_assert_leq(stale_count, ARENA_POOL_COUNT + 12 * ARENA_POOL_COUNT / 16);
    cr_assert_eq(arena_counters.released + stale_count, empty_count);
    if (!ADDER_STRESS)
        cr_assert_eq(before - after, arena_counters.released * POOL_SIZE / PAGE_SIZE);
    for (size_t i = 0; i < 5000; i++) { // what comes back is as good as new
        uint64_t *block = memory_alloc(16 + i % 480, MEMORY_ATOM);
        cr_assert_eq(*block, 0u);
        memset(block, 0xFF, 16 + i % 480);
    }
    for (size_t i = 0; i < 12; i++)
        cr_assert(arena_is_valid(arena_table[i]));
}

Test(arena, many_are_mapped_in_pairs)
{
    fill_arenas(ARENA_HUGE_COUNT);
    cr_assert_eq(arena_count, ARENA_HUGE_COUNT);
    char *block;
    do {
        block = blocks[block_count++] = memory_alloc(BLOCK, MEMORY_ATOM);
    } while (arena_count == ARENA_HUGE_COUNT);
    cr_assert_eq(arena_count, ARENA_HUGE_COUNT + 2);
    cr_assert_eq(memory_current_bytes(), (ARENA_HUGE_COUNT + 2) * ARENA_SIZE);
    Arena *used = arena_of(block), *other = NULL;
    for (size_t i = 0; i < 2; i++) {
        Arena *arena = arena_table[ARENA_HUGE_COUNT + i];
        cr_assert(arena_is_valid(arena));
        cr_assert(arena->stale_mask == 0 || arena->stale_mask == arena->empty_mask);
        if (arena != used)
            other = arena;
    }
    cr_assert_eq((uintptr_t)used ^ (uintptr_t)other, ARENA_SIZE);
    bool is_huge = other->stale_mask != 0;
    cr_assert(!is_huge || resident_pages(other) == ARENA_SIZE / PAGE_SIZE);
    memory_trim(); // one goes, the other gives back what is empty
    cr_assert_eq(arena_count, ARENA_HUGE_COUNT + 1);
    cr_assert(arena_is_valid(used));
    cr_assert_eq(used->stale_mask, 0u);
    cr_assert_leq(resident_pages(used), 2 * POOL_SIZE / PAGE_SIZE); // the head's and its own
}

Test(arena, no_pair_where_the_limit_allows_one)
{
    fill_arenas(ARENA_HUGE_COUNT);
    memory_set_limit((ARENA_HUGE_COUNT + 1) * ARENA_SIZE);
    size_t count = block_count;
    while ((blocks[block_count] = memory_alloc(BLOCK, MEMORY_ATOM)))
        block_count++;
    cr_assert_gt(block_count, count);
    cr_assert_eq(arena_count, ARENA_HUGE_COUNT + 1);
    cr_assert(memory_take_failure(NULL));
    while (block_count > 0)
        memory_free(blocks[--block_count], BLOCK);
    pool_drain_quarantine();
    memory_trim();
    cr_assert_eq(arena_count, 0u);
    cr_assert_eq(memory_current_bytes(), 0u);
}

Test(arena, pools_that_still_have_pages_serve_first)
{
    fill_arenas(2);
    Arena *first = arena_table[0];
    empty_pools(first, 10, 20);
    memory_trim(); // without pages
    empty_pools(first, 30, 31);
    char *block = memory_alloc(368, MEMORY_RAW);
    cr_assert_eq(pool_index(pool_of(block)), 30u);
    cr_assert_eq(first->stale_mask, 0u);
}

Test(arena, mapping_can_fail_once_or_for_ever)
{
    debug_fail_after(DEBUG_FAIL_ARENA, 0, true);
    cr_assert_null(memory_alloc(16, MEMORY_RAW));
    cr_assert_null(memory_alloc(512, MEMORY_TRACKED));
    cr_assert_eq(arena_count, 0u);
    debug_fail_off(DEBUG_FAIL_ARENA);
    cr_assert_not_null(memory_alloc(16, MEMORY_RAW));
}
#else
Test(arena, is_never_mapped_in_this_build)
{
    memory_start();
    void *block = memory_alloc(16, MEMORY_RAW);
    cr_assert_eq(arena_count, 0u);
    memory_free(block, 16);
}
#endif

Test(arena, pages_that_wait_in_vain_go_back)
{
    fill_arenas(4);
    for (size_t i = 0; i < 4; i++)
        empty_pools(arena_table[i], 1, 10); // the first pools keep the arenas
    size_t released = arena_counters.released;
    for (int i = 0; i < 1000000 && arena_counters.released == released; i++)
        arena_tick(); // a period in which none is taken
    cr_assert_gt(arena_counters.released, released);
    for (size_t i = 0; i < arena_count; i++) {
        cr_assert_eq(arena_table[i]->stale_mask, 0u);
        cr_assert(arena_is_valid(arena_table[i]));
    }
}
