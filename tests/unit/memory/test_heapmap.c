#include "runtime/memory/heapmap.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/memory/trace.h"

TestSuite(heapmap, .init = memory_start);

static uint64_t *make(size_t size, MemoryKind kind, uint64_t type_index)
{
    uint64_t *block = memory_alloc(size, kind);
    cr_assert_not_null(block);
    if (type_index)
        *block = type_index << 48 | 1;
    return block;
}

Test(heapmap, the_account_adds_up_after_each_step)
{
    enum { SLOTS = 3000 };
    static void *blocks[SLOTS];
    static size_t sizes[SLOTS];
    uint32_t state = 1;
    cr_assert(memory_is_valid());
    for (int step = 0; step < 20000; step++) {
        state = state * 1664525 + 1013904223;
        size_t i = (state >> 8) % SLOTS;
        if (blocks[i]) {
            memory_free(blocks[i], sizes[i]);
            blocks[i] = NULL;
        } else {
            sizes[i] = (state >> 4) % 700;
            blocks[i] = memory_alloc(sizes[i], (MemoryKind)(state >> 20) % MEMORY_KIND_COUNT);
        }
        if (step % 500 == 0)
            cr_assert(memory_is_valid());
    }
    MemoryStats *stats = malloc(sizeof *stats);
    memory_stats(stats);
    size_t live_count = 0;
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        live_count += stats->kinds[kind].live_count + stats->large[kind].block_count;
    cr_assert_eq(live_count, memory_live_block_count());
    cr_assert_eq(stats->current_bytes, memory_current_bytes());
    free(stats);
}

#if ADDER_ARENAS && !ADDER_STRESS
Test(heapmap, a_small_heap_counted_by_hand)
{
    for (int i = 0; i < 10; i++)
        make(96, MEMORY_TRACKED, 5);
    void *freed = make(96, MEMORY_TRACKED, 5);
    memory_free(freed, 96);
    make(2000, MEMORY_ATOM, 6);
    MemoryStats *stats = malloc(sizeof *stats);
    memory_stats(stats);
    const ClassStats *class = &stats->classes[MEMORY_TRACKED][6];
    cr_assert_eq(class->pool_count, 1u);
    cr_assert_eq(class->live_count, 10u);
    cr_assert_eq(class->free_count + class->unused_count, (16384 - 4160) / 96 - 10u);
    cr_assert_eq(class->tail_bytes, (size_t)(16384 - 4160) % 96);
    cr_assert_eq(stats->arena_count, 1u);
    cr_assert_eq(stats->head_bytes, 4160u);
    cr_assert_eq(stats->empty_pool_count, 63u);
    cr_assert_eq(stats->empty_pool_bytes, 63u * 16384);
    cr_assert_eq(stats->large[MEMORY_ATOM].byte_size, 2000u);
    cr_assert_eq(stats->current_bytes, ARENA_SIZE + 2000 + sizeof(LargeHeader));
    free(stats);
}

Test(heapmap, rounding_is_known_where_blocks_are_traced)
{
    cr_assert_eq(trace_start(1), 0);
    make(90, MEMORY_RAW, 0);
    make(96, MEMORY_RAW, 0);
    make(1000, MEMORY_RAW, 0);
    MemoryStats *stats = malloc(sizeof *stats);
    memory_stats(stats);
    cr_assert_eq(stats->traced_bytes, 1186u);
    cr_assert_eq(stats->traced_rounding, 6u);
    cr_assert_gt(stats->tracer_bytes, 0u);
    free(stats);
    trace_stop();
}

Test(heapmap, pools_are_listed_by_address)
{
    for (int i = 0; i < 5000; i++)
        make(512, MEMORY_RAW, 0);
    size_t count = heapmap_pools(NULL, 0);
    cr_assert_eq(count, arena_count * ARENA_POOL_COUNT);
    HeapmapPool *pools = calloc(count, sizeof *pools);
    cr_assert_eq(heapmap_pools(pools, count), count);
    size_t live_count = 0;
    for (size_t i = 0; i < count; i++) {
        live_count += pools[i].live_count;
        if (i)
            cr_assert_lt(pools[i - 1].start, pools[i].start);
    }
    cr_assert_eq(live_count, 5000u);
    free(pools);
}
#endif

static const HeapmapGroup *find(const HeapmapGroup *groups, size_t count, uint16_t type_index,
                                MemoryKind kind)
{
    for (size_t i = 0; i < count; i++)
        if (groups[i].type_index == type_index && groups[i].kind == kind)
            return &groups[i];
    return NULL;
}

Test(heapmap, groups_by_type_and_size)
{
    for (int i = 0; i < 30; i++)
        make(48, MEMORY_TRACKED, 9);
    for (int i = 0; i < 20; i++)
        make(48, MEMORY_ATOM, 700 + (uint64_t)i);
    make(2000, MEMORY_TRACKED, 8);
    make(3000, MEMORY_TRACKED, 8);
    make(100, MEMORY_RAW, 0);
    make(48, MEMORY_TRACKED, 0); // not finished
    size_t count = heapmap_groups(NULL, 0);
    cr_assert_eq(count, 24u);
    HeapmapGroup *groups = calloc(count, sizeof *groups);
    cr_assert_eq(heapmap_groups(groups, count), count);
    const HeapmapGroup *large = find(groups, count, 8, MEMORY_TRACKED);
    cr_assert_eq(large, groups); // the largest total comes first
    cr_assert_eq(large->block_count, 2u);
    cr_assert_eq(large->total_bytes, 5000u);
    const HeapmapGroup *nines = find(groups, count, 9, MEMORY_TRACKED);
    cr_assert_eq(nines->block_count, 30u);
    cr_assert_eq(nines->total_bytes, 30u * 48);
    cr_assert_not_null(find(groups, count, 0, MEMORY_RAW));
    cr_assert_not_null(find(groups, count, 0, MEMORY_TRACKED));
    free(groups);
}

Test(heapmap, leaks_are_described)
{
    make(48, MEMORY_TRACKED, 9);
    make(48, MEMORY_TRACKED, 9);
    make(20000, MEMORY_RAW, 0);
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    cr_assert_eq(memory_describe_leaks(stream), 3u);
    fclose(stream);
    cr_assert_str_eq(text, ADDER_ARENAS ? "1 raw block, large, 20000 bytes in all\n"
                                          "2 tracked blocks of 48 bytes, type 9\n"
                                        : "1 raw block, large, 20000 bytes in all\n"
                                          "2 tracked blocks, large, 96 bytes in all, type 9\n");
    free(text);
}
