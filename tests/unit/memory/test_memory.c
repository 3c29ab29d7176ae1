// The door as a whole: requests, resizing, limit, relief, books.
#include "runtime/memory/memory.h"

#include <criterion/criterion.h>
#include <string.h>

TestSuite(memory, .init = memory_start);

static uint32_t next_random(void)
{
    static uint32_t state = 12345;
    state = state * 1664525 + 1013904223;
    return state >> 8;
}

Test(memory, blocks_of_every_size_are_aligned_and_have_a_zero_header)
{
    for (size_t size = 0; size <= 1100; size++) {
        for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
            char *block = memory_alloc(size, (MemoryKind)kind);
            cr_assert_not_null(block);
            cr_assert_eq((uintptr_t)block % 16, 0u);
            if (size >= 8)
                cr_assert_eq(*(uint64_t *)block, 0u);
            memset(block, 0xA5, size);
            memory_free(block, size);
        }
    }
    cr_assert_eq(memory_live_block_count(), 0u);
    memory_free(NULL, 0);
    memory_free(NULL, 600);
}

Test(memory, random_blocks_keep_their_bytes)
{
    enum { SLOTS = 2000 };
    static struct {
        uint8_t *bytes;
        size_t size;
    } slots[SLOTS];
    size_t live_count = 0;
    for (uint32_t step = 0; step < 100000; step++) {
        uint32_t i = next_random() % SLOTS;
        uint8_t tag = (uint8_t)i;
        if (slots[i].bytes) {
            for (size_t j = 0; j < slots[i].size; j++)
                cr_assert_eq(slots[i].bytes[j], tag);
        }
        uint32_t what = next_random() % 3;
        if (!slots[i].bytes) {
            slots[i].size = next_random() % (what ? 513 : 3000);
            slots[i].bytes = memory_alloc(slots[i].size, MEMORY_RAW);
            live_count++;
        } else if (what == 0) {
            size_t size = next_random() % 1500;
            slots[i].bytes = memory_realloc(slots[i].bytes, slots[i].size, size);
            for (size_t j = 0; j < size && j < slots[i].size; j++)
                cr_assert_eq(slots[i].bytes[j], tag);
            slots[i].size = size;
        } else {
            memory_free(slots[i].bytes, slots[i].size);
            slots[i].bytes = NULL;
            live_count--;
            continue;
        }
        cr_assert_not_null(slots[i].bytes);
        memset(slots[i].bytes, tag, slots[i].size);
        if (step % 10000 == 0)
            cr_assert_eq(memory_live_block_count(), live_count);
    }
    for (uint32_t i = 0; i < SLOTS; i++)
        if (slots[i].bytes)
            memory_free(slots[i].bytes, slots[i].size);
    cr_assert_eq(memory_live_block_count(), 0u);
    memory_trim();
    cr_assert_eq(memory_current_bytes(), 0u);
}

#if ADDER_ARENAS
Test(memory, realloc_keeps_a_block_that_still_fits)
{
    char *block = memory_alloc(400, MEMORY_RAW);
    cr_assert_eq(memory_realloc(block, 400, 399), block);
    cr_assert_eq(memory_realloc(block, 399, 400), block);
    cr_assert_eq(memory_realloc(block, 400, 301), block); // more than three quarters
    char *moved = memory_realloc(block, 301, 300);
    cr_assert_neq(moved, block);
    char *large = memory_realloc(moved, 300, 513);
    cr_assert_not_null(large);
    moved = memory_realloc(large, 513, 512); // across the border it always moves
    cr_assert_not_null(moved);
    memory_free(moved, 512);
    cr_assert_eq(memory_live_block_count(), 0u);
}
#endif

Test(memory, realloc_keeps_the_kind)
{
    char *block = memory_alloc(64, MEMORY_ATOM);
    block = memory_realloc(block, 64, 200);
    block = memory_realloc(block, 200, 5000);
    cr_assert_eq(large_counts[MEMORY_ATOM].block_count, 1u);
    block = memory_realloc(block, 5000, 100);
    if (ADDER_ARENAS)
        cr_assert_eq(pool_of(block)->kind, MEMORY_ATOM);
    memory_free(block, 100);
    char *fresh = memory_realloc(NULL, 0, 100);
    cr_assert_not_null(fresh);
    memory_free(fresh, 100);
}

Test(memory, sizes_beyond_any_machine_fail_at_once)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 16, (size_t)1 << 62, (size_t)1 << 48};
    char *block = memory_alloc(100, MEMORY_RAW);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        cr_assert_null(memory_alloc(sizes[i], MEMORY_RAW));
        cr_assert_null(memory_realloc(block, 100, sizes[i]));
    }
    memory_free(block, 100);
    cr_assert_eq(memory_live_block_count(), 0u);
}

Test(memory, limit_counts_arenas_and_large_blocks)
{
    size_t limit = memory_current_bytes() + 2 * ARENA_SIZE;
    memory_set_limit(limit);
    cr_assert_eq(memory_get_limit(), limit);
    cr_assert_null(memory_alloc(limit, MEMORY_RAW));
    size_t size = ARENA_SIZE, count = 0;
    void *large = memory_alloc(size, MEMORY_RAW);
    cr_assert_not_null(large);
    void *blocks[20000];
    while (count < 20000 && (blocks[count] = memory_alloc(480, MEMORY_RAW)))
        count++;
    cr_assert_lt(count, 20000u);
    cr_assert_leq(memory_current_bytes(), limit);
    cr_assert_leq(memory_peak_bytes(), limit);
    memory_free(large, size);
    void *again = memory_alloc(480, MEMORY_RAW); // what was freed serves again
    cr_assert_not_null(again);
    memory_free(again, 480);
    memory_set_limit(0);
    while (count)
        memory_free(blocks[--count], 480);
    cr_assert_eq(memory_live_block_count(), 0u);
}

Test(memory, a_reserve_serves_only_while_it_is_open)
{
    size_t limit = memory_current_bytes() + 2 * ARENA_SIZE, count = 0;
    void *blocks[20000];
    memory_keep_reserve(true);
    memory_set_limit(limit);
    while (count < 20000 && (blocks[count] = memory_alloc(480, MEMORY_RAW)))
        count++;
    MemoryFailure failure;
    cr_assert(memory_take_failure(&failure));
    cr_assert_eq(failure.byte_size, 480u);
    cr_assert_eq(failure.current, memory_current_bytes());
    cr_assert_eq(failure.limit, limit);
    cr_assert_not(memory_take_failure(&failure));
    size_t first_count = count;
    memory_open_reserve();
    cr_assert(memory_reserve_is_open());
    while (count < 20000 && (blocks[count] = memory_alloc(480, MEMORY_RAW)))
        count++;
    if (ADDER_ARENAS && !ADDER_STRESS)
        cr_assert_geq(count, first_count + (ARENA_RESERVE_POOLS - 1) * (POOL_SIZE / 480));
    cr_assert_gt(count, first_count);
    cr_assert_leq(memory_peak_bytes(), limit);
    while (count)
        memory_free(blocks[--count], 480);
    memory_trim();
    cr_assert_not(memory_reserve_is_open()); // usage fell: it is whole again
    memory_set_limit(1); // below what is in use: even then there is some room for a handler
    void *large = memory_alloc(100000, MEMORY_RAW);
    cr_assert_null(large);
    memory_open_reserve();
    memory_shut_reserve();
    cr_assert_not(memory_reserve_is_open());
    memory_set_limit(0);
    cr_assert_eq(memory_live_block_count(), 0u);
}

static struct {
    int calls;
    void *reserve;
    size_t asked;
} relief;

static bool give_reserve(size_t byte_size)
{
    relief.calls++;
    relief.asked = byte_size;
    cr_assert_null(memory_alloc((size_t)64 << 20, MEMORY_RAW)); // fails at once: no recursion
    if (!relief.reserve)
        return false;
    memory_free(relief.reserve, (size_t)8 << 20);
    relief.reserve = NULL;
    return true;
}

Test(memory, pressure_is_asked_before_a_request_fails)
{
    relief.reserve = memory_alloc((size_t)8 << 20, MEMORY_RAW);
    memory_set_limit(memory_current_bytes() + ((size_t)1 << 20));
    memory_hooks.pressure = give_reserve;
    void *block = memory_alloc((size_t)4 << 20, MEMORY_RAW);
    cr_assert_not_null(block);
    cr_assert_eq(relief.calls, 1);
    cr_assert_eq(relief.asked, (size_t)4 << 20);
    cr_assert_null(memory_alloc((size_t)16 << 20, MEMORY_RAW));
    cr_assert_eq(relief.calls, 2);
    memory_free(block, (size_t)4 << 20);
}

static int due_calls;

static void note_due(void)
{
    due_calls++;
    memory_bytes_due = UINT64_MAX;
}

Test(memory, bytes_passed_grow_and_ring)
{
    uint64_t before = memory_bytes_passed;
    memory_hooks.bytes_due = note_due;
    memory_bytes_due = before + 100000;
    memory_free(memory_alloc(50000, MEMORY_RAW), 50000);
    cr_assert_eq(due_calls, 0);
    memory_free(memory_alloc(60000, MEMORY_RAW), 60000);
    cr_assert_eq(due_calls, 1);
    cr_assert_geq(memory_bytes_passed, before + 110000);
}

Test(memory, peak_can_be_reset)
{
    memory_free(memory_alloc((size_t)3 << 20, MEMORY_RAW), (size_t)3 << 20);
    cr_assert_geq(memory_peak_bytes(), (size_t)3 << 20);
    memory_reset_peak();
    cr_assert_eq(memory_peak_bytes(), memory_current_bytes());
}

Test(memory, start_and_stop_leave_nothing)
{
    for (int round = 0; round < 3; round++) {
        for (size_t size = 16; size < 5000; size += 100)
            cr_assert_not_null(memory_alloc(size, (MemoryKind)(size % 3)));
        cr_assert_neq(memory_live_block_count(), 0u);
        memory_stop();
        cr_assert_eq(memory_current_bytes(), 0u);
        cr_assert_eq(memory_live_block_count(), 0u);
        memory_start();
    }
}
