#include "runtime/memory/trace.h"

#include <criterion/criterion.h>

#include "runtime/memory/memory.h"

static int held[16];       // references that traces hold to each code object
static uint32_t line;      // offset of the innermost frame
static uint32_t depth = 1; // of the stack

static uint32_t capture(TraceFrame *frames, uint32_t limit)
{
    for (uint32_t i = 0; i < depth && i < limit; i++) {
        frames[i].code = &held[i];
        frames[i].instruction_offset = i ? 100 + i : line;
    }
    return depth;
}

static void retain(void *code)
{
    ++*(int *)code;
}

static void release(void *code)
{
    --*(int *)code;
}

static void start(void)
{
    memory_start();
    trace_hooks = (TraceHooks){capture, retain, release};
}

TestSuite(trace, .init = start);

Test(trace, is_off_at_first)
{
    cr_assert(!trace_is_on());
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_own_bytes(), 0u);
    void *block = memory_alloc(32, MEMORY_RAW);
    cr_assert_null(trace_of_block(block, 32));
    cr_assert_eq(trace_start(1), 0);
    cr_assert_null(trace_of_block(block, 32)); // made before
    memory_free(block, 32);
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_start(5), 0);
    cr_assert_eq(trace_limit(), 1u); // a second start changes nothing
}

Test(trace, requested_sizes_rise_and_fall)
{
    cr_assert_eq(trace_start(1), 0);
    static const size_t sizes[] = {0, 1, 20, 32, 500, 512, 513, 10000, 3000000};
    enum { COUNT = sizeof sizes / sizeof *sizes };
    void *blocks[COUNT];
    size_t sum = 0;
    for (int i = 0; i < COUNT; i++) {
        line = (uint32_t)i;
        blocks[i] = memory_alloc(sizes[i], (MemoryKind)(i % 3));
        sum += sizes[i];
        cr_assert_eq(trace_current_bytes(), sum);
        const Trace *trace = trace_of_block(blocks[i], sizes[i]);
        cr_assert_not_null(trace);
        cr_assert_eq(trace->frames[0].instruction_offset, (uint32_t)i);
    }
    cr_assert_eq(trace_peak_bytes(), sum);
    cr_assert_eq(trace_block_count(), (size_t)COUNT);
    for (int i = 0; i < COUNT; i++)
        memory_free(blocks[i], sizes[i]);
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_peak_bytes(), sum);
    trace_reset_peak();
    cr_assert_eq(trace_peak_bytes(), 0u);
}

Test(trace, realloc_moves_the_credit)
{
    void *block = memory_alloc(100, MEMORY_RAW);
    cr_assert_eq(trace_start(1), 0);
    line = 1;
    block = memory_realloc(block, 100, 104); // in place where pools serve
    cr_assert_eq(trace_current_bytes(), 104u);
    cr_assert_eq(trace_of_block(block, 104)->frames[0].instruction_offset, 1u);
    line = 2;
    block = memory_realloc(block, 104, 2000);
    cr_assert_eq(trace_of_block(block, 2000)->frames[0].instruction_offset, 2u);
    line = 3;
    block = memory_realloc(block, 2000, 5000000);
    cr_assert_eq(trace_of_block(block, 5000000)->frames[0].instruction_offset, 3u);
    cr_assert_eq(trace_current_bytes(), 5000000u);
    line = 4;
    block = memory_realloc(block, 5000000, 90);
    cr_assert_eq(trace_of_block(block, 90)->frames[0].instruction_offset, 4u);
    block = memory_realloc(block, 90, 75); // shrinks in place
    cr_assert_eq(trace_current_bytes(), 75u);
    memory_free(block, 75);
    cr_assert_eq(trace_current_bytes(), 0u);
}

Test(trace, equal_stacks_share_a_trace)
{
    depth = 3;
    cr_assert_eq(trace_start(2), 0);
    line = 7;
    const Trace *first = trace_of_block(memory_alloc(32, MEMORY_RAW), 32);
    const Trace *second = trace_of_block(memory_alloc(32, MEMORY_RAW), 32);
    cr_assert_eq(first, second);
    cr_assert_eq(first->frame_count, 2u);
    cr_assert_eq(first->total_count, 3u);
    cr_assert_eq(trace_get(first->id), first);
    depth = 4;
    cr_assert_neq(trace_of_block(memory_alloc(32, MEMORY_RAW), 32), first);
    depth = 0;
    cr_assert_eq(trace_of_block(memory_alloc(32, MEMORY_RAW), 32)->frame_count, 0u);
    cr_assert_null(trace_get(0));
    cr_assert_null(trace_get(1000000));
    cr_assert_eq(held[0], 2);
    cr_assert_eq(held[1], 2);
    trace_stop();
    cr_assert_eq(held[0], 0);
    cr_assert_eq(held[1], 0);
    cr_assert_eq(trace_own_bytes(), 0u);
}

Test(trace, many_traces_are_all_found)
{
    cr_assert_eq(trace_start(1), 0);
    enum { COUNT = 20000 };
    static void *blocks[COUNT];
    for (line = 0; line < COUNT; line++)
        blocks[line] = memory_alloc(16, MEMORY_ATOM);
    for (uint32_t i = 0; i < COUNT; i++)
        cr_assert_eq(trace_of_block(blocks[i], 16)->frames[0].instruction_offset, i);
    cr_assert_eq(held[0], COUNT);
    for (line = 0; line < COUNT; line++)
        memory_free(blocks[line], 16);
    trace_stop();
    cr_assert_eq(held[0], 0);
}

Test(trace, clear_forgets_and_goes_on)
{
    cr_assert_eq(trace_start(1), 0);
    void *small = memory_alloc(32, MEMORY_RAW), *large = memory_alloc(3200, MEMORY_RAW);
    trace_clear();
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_peak_bytes(), 0u);
    cr_assert_eq(held[0], 0);
    cr_assert_null(trace_of_block(small, 32));
    cr_assert_null(trace_of_block(large, 3200));
    memory_free(small, 32);
    memory_free(large, 3200);
    cr_assert_eq(trace_current_bytes(), 0u);
    small = memory_alloc(32, MEMORY_RAW);
    cr_assert_not_null(trace_of_block(small, 32));
    trace_suspend();
    void *unseen = memory_alloc(32, MEMORY_RAW);
    trace_resume();
    cr_assert_null(trace_of_block(unseen, 32));
    cr_assert_eq(trace_block_count(), 1u);
}

typedef struct Sum {
    size_t block_count;
    size_t byte_size;
    size_t stop_at;
} Sum;

static int add_block(const Trace *trace, void *block, size_t byte_size, void *context)
{
    Sum *sum = context;
    cr_assert_eq(trace->frames[0].code, &held[0]);
    cr_assert_not_null(block);
    sum->block_count++;
    sum->byte_size += byte_size;
    return sum->block_count == sum->stop_at;
}

Test(trace, a_visit_adds_up_to_the_totals)
{
    cr_assert_not_null(memory_alloc(64, MEMORY_RAW));
    cr_assert_eq(trace_start(1), 0);
    for (size_t i = 0; i < 3000; i++) {
        line = (uint32_t)i % 50;
        void *block = memory_alloc(i, (MemoryKind)(i % 3));
        if (i % 4 == 0)
            memory_free(block, i);
    }
    Sum sum = {0};
    cr_assert_eq(trace_visit_blocks(add_block, &sum), 0);
    cr_assert_eq(sum.block_count, trace_block_count());
    cr_assert_eq(sum.byte_size, trace_current_bytes());
    cr_assert_eq(sum.block_count, 2250u);
    sum = (Sum){.stop_at = 5};
    cr_assert_eq(trace_visit_blocks(add_block, &sum), 1);
    cr_assert_eq(sum.block_count, 5u);
}
