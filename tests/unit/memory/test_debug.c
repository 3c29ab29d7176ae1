#include "runtime/memory/debug.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <string.h>

#include "runtime/memory/memory.h"

TestSuite(debug, .init = memory_start);

Test(debug, the_nth_request_fails_once)
{
    debug_fail_after(DEBUG_FAIL_REQUEST, 3, false);
    void *blocks[8];
    for (int i = 0; i < 8; i++) {
        blocks[i] = memory_alloc(i % 2 ? 32 : 800, MEMORY_RAW);
        cr_assert_eq(!blocks[i], i == 3);
    }
    cr_assert_eq(debug_event_count(DEBUG_FAIL_REQUEST), 8u);
    cr_assert_eq(debug_failure_count(DEBUG_FAIL_REQUEST), 1u);
    debug_fail_off(DEBUG_FAIL_REQUEST);
    for (int i = 0; i < 8; i++)
        memory_free(blocks[i], i % 2 ? 32 : 800);
    cr_assert_eq(memory_live_block_count(), 0u);
}

Test(debug, or_all_from_the_nth_on)
{
    void *warm = memory_alloc(32, MEMORY_RAW);
    debug_fail_after(DEBUG_FAIL_REQUEST, 2, true);
    cr_assert_not_null(memory_alloc(32, MEMORY_RAW));
    cr_assert_not_null(memory_alloc(32, MEMORY_RAW));
    for (int i = 0; i < 5; i++)
        cr_assert_null(memory_alloc(32, MEMORY_RAW));
    memory_free(warm, 32); // frees go on
    cr_assert_null(memory_alloc(32, MEMORY_RAW));
    debug_fail_off(DEBUG_FAIL_REQUEST);
    cr_assert_not_null(memory_alloc(32, MEMORY_RAW));
}

Test(debug, counting_fails_nothing)
{
    debug_count_events(DEBUG_FAIL_REQUEST);
    for (int i = 0; i < 100; i++)
        cr_assert_not_null(memory_alloc(48, MEMORY_ATOM));
    cr_assert_eq(debug_event_count(DEBUG_FAIL_REQUEST), 100u);
    cr_assert_eq(debug_failure_count(DEBUG_FAIL_REQUEST), 0u);
}

static int pressure_calls;

static bool note_pressure(size_t byte_size)
{
    (void)byte_size;
    pressure_calls++;
    return true;
}

Test(debug, a_refusing_system_is_asked_again_after_relief)
{
    memory_hooks.pressure = note_pressure;
    debug_fail_after(DEBUG_FAIL_LARGE, 0, false);
    cr_assert_not_null(memory_alloc(4000, MEMORY_RAW));
    cr_assert_eq(pressure_calls, 1);
    debug_fail_after(DEBUG_FAIL_LARGE, 0, true);
    cr_assert_null(memory_alloc(4000, MEMORY_RAW));
    cr_assert_eq(pressure_calls, 2);
}

#if ADDER_ARENAS && !POOL_SANITIZED
Test(debug, fill_shows_fresh_and_freed_bytes)
{
    debug_set_fill(true);
    uint8_t *block = memory_alloc(40, MEMORY_ATOM);
    cr_assert_eq(*(uint64_t *)block, 0u);
    for (int i = 8; i < 40; i++)
        cr_assert_eq(block[i], DEBUG_FILL_FRESH);
    for (int i = 40; i < 48; i++)
        cr_assert_eq(block[i], DEBUG_FILL_GUARD);
    memory_free(block, 40);
    for (int i = 16; i < 48; i++)
        cr_assert_eq(block[i], DEBUG_FILL_FREED);
    block = memory_realloc(memory_alloc(40, MEMORY_RAW), 40, 48);
    memset(block, 1, 48);
    memory_free(block, 48);
}

Test(debug, a_write_behind_the_block_aborts, .signal = SIGABRT)
{
    debug_set_fill(true);
    uint8_t *block = memory_alloc(40, MEMORY_RAW);
    block[40] = 1;
    memory_free(block, 40);
}

Test(debug, a_write_to_a_freed_block_aborts, .signal = SIGABRT)
{
    debug_set_fill(true);
    uint8_t *block = memory_alloc(40, MEMORY_RAW);
    memory_free(block, 40);
    block[20] = 1;
    memory_alloc(40, MEMORY_RAW);
}

Test(debug, blocks_from_before_are_left_alone)
{
    uint8_t *block = memory_alloc(40, MEMORY_RAW);
    debug_set_fill(true);
    memset(block, 1, 48); // rough, but nobody promised a guard
    memory_free(block, 40);
    cr_assert(debug_is_filling());
    debug_set_fill(false);
    cr_assert(!debug_is_filling());
    cr_assert_not_null(memory_alloc(40, MEMORY_RAW));
}
#endif
