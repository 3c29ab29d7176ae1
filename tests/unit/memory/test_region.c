#include "runtime/memory/region.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"

TestSuite(region, .init = memory_start);

Test(region, pieces_are_aligned_and_keep_their_bytes)
{
    Region region;
    region_init(&region);
    cr_assert_eq(memory_live_block_count(), 0u);
    enum { COUNT = 2000 };
    static uint8_t *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        pieces[i] = region_alloc(&region, i % 300);
        cr_assert_not_null(pieces[i]);
        cr_assert_eq((uintptr_t)pieces[i] % 16, 0u);
        memset(pieces[i], (int)i & 0xFF, i % 300);
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i % 300; j++)
            cr_assert_eq(pieces[i][j], i & 0xFF);
    cr_assert_geq(region.byte_size, (size_t)COUNT * 149);
    cr_assert_lt(memory_live_block_count(), 40u); // chunks grow
    region_free(&region);
    cr_assert_eq(memory_live_block_count(), 0u);
    cr_assert_eq(region.byte_size, 0u);
    cr_assert_not_null(region_alloc(&region, 1)); // usable anew
    region_free(&region);
}

Test(region, a_piece_larger_than_any_chunk)
{
    Region region;
    region_init(&region);
    char *large = region_zalloc(&region, (size_t)3 << 20);
    cr_assert_not_null(large);
    cr_assert_eq(large[((size_t)3 << 20) - 1], 0);
    char *text = region_copy_text(&region, "hello, world", 5);
    cr_assert_str_eq(text, "hello");
    cr_assert_str_eq(region_copy_text(&region, NULL, 0), "");
    region_free(&region);
    cr_assert_eq(memory_live_block_count(), 0u);
}

Test(region, failure_leaves_what_was_there)
{
    Region region;
    region_init(&region);
    cr_assert_null(region_alloc(&region, SIZE_MAX));
    cr_assert_null(region_alloc(&region, SIZE_MAX / 4));
    char *text = region_copy_text(&region, "kept", 4);
    debug_fail_after(DEBUG_FAIL_REQUEST, 0, true);
    cr_assert_null(region_alloc(&region, 100000));
    cr_assert_null(region_zalloc(&region, 100000));
    cr_assert_null(region_copy_text(&region, text, SIZE_MAX));
    debug_fail_off(DEBUG_FAIL_REQUEST);
    cr_assert_str_eq(text, "kept");
    cr_assert_not_null(region_alloc(&region, 100000));
    region_free(&region);
}
