#include "runtime/memory/large.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"

TestSuite(large, .init = memory_start);

Test(large, counts_by_kind_are_exact)
{
    void *raw = memory_alloc(600, MEMORY_RAW), *atom = memory_alloc(1000, MEMORY_ATOM);
    void *tracked = memory_alloc(5000, MEMORY_TRACKED);
    cr_assert_eq(large_counts[MEMORY_RAW].byte_size, 600u);
    cr_assert_eq(large_counts[MEMORY_ATOM].byte_size, 1000u);
    cr_assert_eq(large_counts[MEMORY_TRACKED].byte_size, 5000u);
    cr_assert_eq(large_prefix_bytes, 3 * sizeof(LargeHeader));
    cr_assert_eq(memory_current_bytes(), 6600 + 3 * sizeof(LargeHeader));
    raw = memory_realloc(raw, 600, 100000);
    cr_assert_eq(large_counts[MEMORY_RAW].byte_size, 100000u);
    cr_assert_eq(large_counts[MEMORY_RAW].block_count, 1u);
    memory_free(raw, 100000);
    memory_free(atom, 1000);
    memory_free(tracked, 5000);
    cr_assert_eq(memory_live_block_count(), 0u);
    cr_assert_eq(memory_current_bytes(), 0u);
    cr_assert_eq(large_prefix_bytes, 0u);
}

Test(large, the_loose_list_keeps_the_order_of_allocation)
{
    char *blocks[5];
    for (int i = 0; i < 5; i++)
        blocks[i] = memory_alloc(600 + (size_t)i, MEMORY_TRACKED);
    memory_free(blocks[2], 602);
    int wanted[] = {0, 1, 3, 4}, next = 0;
    LARGE_FOR_EACH (block, MEMORY_TRACKED)
        cr_assert_eq(block, blocks[wanted[next++]]);
    cr_assert_eq(next, 4);
}

Test(large, growing_keeps_bytes_and_links)
{
    void *before = memory_alloc(700, MEMORY_RAW);
    size_t size = 600;
    uint32_t *block = memory_alloc(size, MEMORY_RAW);
    void *after = memory_alloc(700, MEMORY_RAW);
    for (size_t i = 0; i < size / 4; i++)
        block[i] = (uint32_t)i;
    while (size < (size_t)20 << 20) {
        size_t grown = size + size / 8 * 4;
        block = memory_realloc(block, size, grown);
        cr_assert_not_null(block);
        for (size_t i = 0; i < size / 4; i += 997)
            cr_assert_eq(block[i], (uint32_t)i);
        for (size_t i = size / 4; i < grown / 4; i++)
            block[i] = (uint32_t)i;
        size = grown;
    }
    cr_assert_eq(large_header(before)->next, large_header(block));
    cr_assert_eq(large_header(after)->prev, large_header(block));
    memory_free(block, size);
    memory_free(before, 700);
    memory_free(after, 700);
    cr_assert_eq(memory_current_bytes(), 0u);
}

Test(large, a_failed_resize_leaves_the_block_alone)
{
    char *block = memory_alloc(1000, MEMORY_RAW);
    memset(block, 'x', 1000);
    debug_fail_after(DEBUG_FAIL_LARGE, 0, true);
    cr_assert_null(memory_realloc(block, 1000, 100000));
    cr_assert_null(memory_alloc(2000, MEMORY_RAW));
    debug_fail_off(DEBUG_FAIL_LARGE);
    for (int i = 0; i < 1000; i++)
        cr_assert_eq(block[i], 'x');
    memory_set_limit(memory_current_bytes() + 100);
    cr_assert_null(memory_realloc(block, 1000, 2000));
    cr_assert_not_null(block = memory_realloc(block, 1000, 1100));
    memory_free(block, 1100);
}

Test(large, what_dies_during_a_walk_goes_afterwards)
{
    uint64_t *block = memory_alloc(4000, MEMORY_TRACKED);
    void *raw = memory_alloc(4000, MEMORY_RAW);
    memory_walk_begin();
    memory_free(block, 4000);
    cr_assert_eq(memory_live_block_count(), 1u);
    cr_assert_gt(memory_current_bytes(), 8000u); // still held
    raw = memory_realloc(raw, 4000, 8000);
    cr_assert_not_null(raw);
    LARGE_FOR_EACH (each, MEMORY_TRACKED)
        cr_assert_fail("a dead block was met: %p", (void *)each);
    memory_walk_end();
    cr_assert_eq(memory_current_bytes(), 8000 + sizeof(LargeHeader));
    memory_free(raw, 8000);
}

Test(large, a_block_freed_twice_aborts, .signal = SIGABRT)
{
    char *block = memory_alloc(4000, MEMORY_RAW);
    memory_walk_begin();
    memory_free(block, 4000);
    memory_free(block, 4000);
}

Test(large, a_foreign_pointer_aborts, .signal = SIGABRT)
{
    static LargeHeader foreign[2];
    memory_free(foreign + 1, 4000);
}

static void fill(uint32_t *block, size_t byte_size)
{
    for (size_t i = 0; i < byte_size / 4; i++)
        block[i] = (uint32_t)i;
}

static void check(const uint32_t *block, size_t byte_size)
{
    for (size_t i = 0; i < byte_size / 4; i += 1013)
        cr_assert_eq(block[i], (uint32_t)i);
    cr_assert_eq(block[byte_size / 4 - 1], (uint32_t)(byte_size / 4 - 1));
}

Test(large, what_is_made_zeroed_is_zero)
{
    size_t sizes[] = {16, 100, 512, 513, 5000, LARGE_HUGE_SIZE - 1, LARGE_HUGE_SIZE,
                      LARGE_HUGE_SIZE + 1, 5 * LARGE_HUGE_SIZE - 64};
    for (int is_filled = 0; is_filled < 2; is_filled++) {
        debug_set_fill(is_filled);
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            char *dirty = memory_alloc(sizes[i], MEMORY_RAW);
            memset(dirty, 0xAB, sizes[i]);
            memory_free(dirty, sizes[i]);
            char *block = memory_alloc_zeroed(sizes[i], MEMORY_RAW);
            for (size_t j = 0; j < sizes[i]; j++)
                cr_assert_eq(block[j], 0);
            memset(block, 0xCD, sizes[i]);
            memory_free(block, sizes[i]);
        }
    }
    debug_set_fill(false);
    cr_assert_eq(memory_current_bytes(), arena_count * ARENA_SIZE);
}

Test(large, what_is_expected_to_be_written_can_be_resized)
{
    size_t size = 7 * LARGE_HUGE_SIZE + 12345 * 4;
    for (size_t part = 0; part < 8; part++) {
        char *block = memory_alloc(size, MEMORY_ATOM);
        memory_expect_writes(block, size, block, part * LARGE_HUGE_SIZE);
        memory_expect_writes(block, size, block + 5 * LARGE_HUGE_SIZE + 77, LARGE_HUGE_SIZE);
        fill((uint32_t *)(void *)block, size);
        size_t sizes[] = {size + 4, 20 * LARGE_HUGE_SIZE, 3 * LARGE_HUGE_SIZE - 8, 1000, 600, size};
        size_t now = size;
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            block = memory_realloc(block, now, sizes[i]);
            cr_assert_not_null(block);
            check((uint32_t *)(void *)block, now < sizes[i] ? now : sizes[i]);
            now = sizes[i];
            fill((uint32_t *)(void *)block, now);
        }
        memory_free(block, now);
    }
    cr_assert_eq(memory_current_bytes(), 0u);
    cr_assert_eq(memory_live_block_count(), 0u);
}

Test(large, a_very_large_block_starts_with_a_page_and_dies_in_a_walk_like_others)
{
    size_t size = 2 * LARGE_HUGE_SIZE;
    char *block = memory_alloc(size, MEMORY_TRACKED), *other = memory_alloc(600, MEMORY_TRACKED);
    if (large_header(block)->is_mapped)
        cr_assert_eq((uintptr_t)block % LARGE_HUGE_SIZE, 0u);
    cr_assert_eq(*(uint64_t *)(void *)block, 0u);
    memory_walk_begin();
    block = memory_realloc(block, size, size + 8);
    memory_free(block, size + 8);
    LARGE_FOR_EACH (each, MEMORY_TRACKED)
        cr_assert_eq(each, other);
    memory_walk_end();
    memory_free(other, 600);
    cr_assert_eq(memory_current_bytes(), 0u);
}

Test(large, a_mapping_that_the_system_does_not_move_is_copied)
{
    size_t size = 3 * LARGE_HUGE_SIZE;
    char *block = memory_alloc(size, MEMORY_RAW);
    if (!large_header(block)->is_mapped)
        return;
    fill((uint32_t *)(void *)block, size);
    size_t sizes[] = {size, 9 * LARGE_HUGE_SIZE, 2 * LARGE_HUGE_SIZE, 30 * LARGE_HUGE_SIZE};
    for (size_t i = 1; i < 4; i++) {
        cr_assert_eq(madvise(block + LARGE_HUGE_SIZE / 2, PAGE_SIZE, MADV_DONTFORK), 0); // in three parts
        block = memory_realloc(block, sizes[i - 1], sizes[i]);
        cr_assert_not_null(block);
        check((uint32_t *)(void *)block, sizes[i - 1] < sizes[i] ? sizes[i - 1] : sizes[i]);
        fill((uint32_t *)(void *)block, sizes[i]);
    }
    memory_free(block, sizes[3]);
    cr_assert_eq(memory_current_bytes(), 0u);
}
