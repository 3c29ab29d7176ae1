#include "runtime/memory/trace.h"

#include <criterion/criterion.h>

#include "runtime/memory/memory.h"

// A stack of frames as a vm has it. A code is an int: the references that traces hold to it.
typedef struct FakeFrame {
    uint64_t begin;
    int *code;
    const char *pc;
    uint32_t flags;
    uint32_t parent;
} FakeFrame;

static int held[16];
static FakeFrame stack[4000];
static FakeFrame *running = stack;
static char instructions[65536]; // of all codes

static void retain(void *code)
{
    ++*(int *)code;
}

static void release(void *code)
{
    --*(int *)code;
}

static void push(int code, uint32_t offset)
{
    running++;
    *running = (FakeFrame){.code = &held[code], .pc = instructions + offset};
}

static void pop(void)
{
    running--;
}

static void at(uint32_t offset)
{
    running->pc = instructions + offset;
}

static void start(void)
{
    memory_start();
    trace_hooks = (TraceHooks){
        .running = &running,
        .bottom = (char *)&stack[1],
        .frame_size = sizeof(FakeFrame),
        .code_offset = offsetof(FakeFrame, code),
        .pc_offset = offsetof(FakeFrame, pc),
        .parent_offset = offsetof(FakeFrame, parent),
        .retain = retain,
        .release = release,
    };
    push(0, 0);
}

// Offset of the n-th most recent frame of a block's trace; -1: it has no such frame.
static int frame_at(const void *block, size_t byte_size, uint32_t n)
{
    static TraceFrame frames[4000];
    uint32_t total, count = trace_read(trace_of_block(block, byte_size), frames, 4000, &total);
    return n < count ? (int)((const char *)frames[n].pc - instructions) : -1;
}

static int place_of(const void *block, size_t byte_size)
{
    return frame_at(block, byte_size, 0);
}

static uint32_t depth_of(const void *block, size_t byte_size)
{
    TraceFrame frame;
    uint32_t total;
    trace_read(trace_of_block(block, byte_size), &frame, 1, &total);
    return total;
}

TestSuite(trace, .init = start);

Test(trace, is_off_at_first)
{
    cr_assert(!trace_is_on());
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_own_bytes(), 0u);
    void *block = memory_alloc(32, MEMORY_RAW);
    cr_assert_eq(trace_of_block(block, 32), TRACE_NONE);
    cr_assert_eq(trace_start(1), 0);
    cr_assert_eq(trace_of_block(block, 32), TRACE_NONE); // made before
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
        at((uint32_t)i);
        blocks[i] = memory_alloc(sizes[i], (MemoryKind)(i % 3));
        sum += sizes[i];
        cr_assert_eq(trace_current_bytes(), sum);
        cr_assert_eq(place_of(blocks[i], sizes[i]), i);
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
    at(1);
    block = memory_realloc(block, 100, 104); // in place where pools serve
    cr_assert_eq(trace_current_bytes(), 104u);
    cr_assert_eq(place_of(block, 104), 1);
    at(2);
    block = memory_realloc(block, 104, 2000);
    cr_assert_eq(place_of(block, 2000), 2);
    at(3);
    block = memory_realloc(block, 2000, 5000000);
    cr_assert_eq(place_of(block, 5000000), 3);
    cr_assert_eq(trace_current_bytes(), 5000000u);
    at(4);
    block = memory_realloc(block, 5000000, 90);
    cr_assert_eq(place_of(block, 90), 4);
    block = memory_realloc(block, 90, 75); // shrinks in place
    cr_assert_eq(trace_current_bytes(), 75u);
    memory_free(block, 75);
    cr_assert_eq(trace_current_bytes(), 0u);
}

Test(trace, equal_stacks_share_a_trace)
{
    push(1, 50);
    push(2, 60);
    cr_assert_eq(trace_start(2), 0);
    at(7);
    uint32_t first = trace_of_block(memory_alloc(32, MEMORY_RAW), 32);
    uint32_t second = trace_of_block(memory_alloc(32, MEMORY_RAW), 32);
    cr_assert_eq(first, second);
    cr_assert_lt(first, trace_id_bound());
    TraceFrame frames[5];
    uint32_t total;
    cr_assert_eq(trace_read(first, frames, 5, &total), 2u);
    cr_assert_eq(total, 3u);
    cr_assert_eq(frames[0].code, &held[2]);
    cr_assert_eq(frames[1].code, &held[1]);
    cr_assert_eq(frames[1].pc, instructions + 50);
    push(3, 7);
    cr_assert_neq(trace_of_block(memory_alloc(32, MEMORY_RAW), 32), first);
    running = stack; // none runs
    void *block = memory_alloc(32, MEMORY_RAW);
    cr_assert_eq(trace_of_block(block, 32), TRACE_ROOT);
    cr_assert_eq(trace_read(TRACE_ROOT, frames, 5, &total), 0u);
    cr_assert_eq(total, 0u);
    cr_assert_eq(trace_read(TRACE_NONE, frames, 5, &total), 0u);
    for (int i = 0; i < 4; i++)
        cr_assert_eq(held[i], 1); // once, however many frames
    trace_stop();
    for (int i = 0; i < 4; i++)
        cr_assert_eq(held[i], 0);
    cr_assert_eq(trace_own_bytes(), 0u);
}

Test(trace, one_frame_knows_its_depth)
{
    cr_assert_eq(trace_start(1), 0);
    void *blocks[20];
    for (uint32_t i = 0; i < 20; i++) {
        blocks[i] = memory_alloc(32, MEMORY_RAW);
        push(1, 5);
    }
    for (uint32_t i = 0; i < 20; i++) {
        cr_assert_eq(depth_of(blocks[i], 32), i + 1);
        cr_assert_eq(place_of(blocks[i], 32), i ? 5 : 0);
        cr_assert_eq(frame_at(blocks[i], 32, 1), -1);
    }
}

static bool has_begun(const void *pc)
{
    return pc != instructions + 9;
}

Test(trace, a_frame_being_set_up_allocates_for_its_caller)
{
    trace_hooks.has_begun = has_begun;
    for (uint32_t limit = 1; limit < 4; limit++) {
        cr_assert_eq(trace_start(limit), 0);
        for (uint32_t i = 0; i < 3; i++) {
            at(20 + i);
            push(1, 9);
            void *block = memory_alloc(32, MEMORY_RAW);
            cr_assert_eq(place_of(block, 32), (int)(20 + i));
            cr_assert_eq(depth_of(block, 32), 1u);
            pop();
        }
        FakeFrame *first = running;
        running = stack;
        push(1, 9);
        cr_assert_eq(trace_of_block(memory_alloc(32, MEMORY_RAW), 32), TRACE_ROOT);
        running = first;
        trace_stop();
    }
}

Test(trace, a_frame_that_calls_again_has_new_callees)
{
    cr_assert_eq(trace_start(10), 0);
    void *blocks[2][3];
    for (int round = 0; round < 2; round++) {
        at(10 + (uint32_t)round);
        push(1, 20);
        push(2, 30); // equal in both rounds but for the caller's place
        blocks[round][0] = memory_alloc(32, MEMORY_ATOM);
        at(31);
        blocks[round][1] = memory_alloc(2000, MEMORY_ATOM);
        pop();
        blocks[round][2] = memory_alloc(32, MEMORY_ATOM);
        pop();
    }
    for (int round = 0; round < 2; round++) {
        cr_assert_eq(frame_at(blocks[round][0], 32, 0), 30);
        cr_assert_eq(frame_at(blocks[round][0], 32, 1), 20);
        cr_assert_eq(frame_at(blocks[round][0], 32, 2), 10 + round);
        cr_assert_eq(frame_at(blocks[round][1], 2000, 0), 31);
        cr_assert_eq(frame_at(blocks[round][1], 2000, 2), 10 + round);
        cr_assert_eq(frame_at(blocks[round][2], 32, 0), 20);
        cr_assert_eq(frame_at(blocks[round][2], 32, 1), 10 + round);
        cr_assert_eq(depth_of(blocks[round][0], 32), 3u);
    }
    trace_clear(); // frames that run on begin anew
    push(1, 40);
    void *block = memory_alloc(32, MEMORY_ATOM);
    cr_assert_eq(frame_at(block, 32, 1), 11);
}

Test(trace, deep_stacks_share_their_tails)
{
    cr_assert_eq(trace_start(25), 0);
    enum { DEPTH = 3000 };
    for (uint32_t i = 0; i < DEPTH; i++)
        push(1, i);
    size_t before = trace_own_bytes();
    void *block = memory_alloc(32, MEMORY_ATOM);
    cr_assert_eq(depth_of(block, 32), DEPTH + 1u);
    for (uint32_t i = 0; i < 25; i++)
        cr_assert_eq(frame_at(block, 32, i), (int)(DEPTH - 1 - i));
    cr_assert_eq(frame_at(block, 32, 25), -1);
    cr_assert_lt(trace_own_bytes() - before, DEPTH * 80u);
}

Test(trace, many_traces_are_all_found)
{
    cr_assert_eq(trace_start(1), 0);
    enum { COUNT = 20000 };
    static void *blocks[COUNT];
    for (uint32_t i = 0; i < COUNT; i++) {
        at(i);
        blocks[i] = memory_alloc(16, MEMORY_ATOM);
    }
    for (uint32_t i = 0; i < COUNT; i++)
        cr_assert_eq(place_of(blocks[i], 16), (int)i);
    cr_assert_eq(held[0], 1);
    for (uint32_t i = 0; i < COUNT; i++)
        memory_free(blocks[i], 16);
    trace_stop();
    cr_assert_eq(held[0], 0);
}

// Stacks that no block has any more are used again; those of live blocks and frames stay.
Test(trace, stacks_without_blocks_are_swept)
{
    cr_assert_eq(trace_start(100), 0);
    enum { KEPT = 50, ROUNDS = 200000 };
    void *kept[KEPT], *large = NULL;
    push(1, 1000);
    void *held_by_frame = memory_alloc(32, MEMORY_ATOM);
    size_t most = 0;
    for (uint32_t i = 0; i < ROUNDS; i++) {
        at(i / 50000);
        push(2, i % 60000);
        push(3, i / 7 % 50000);
        void *block = memory_alloc(48, MEMORY_TRACKED);
        cr_assert_eq(frame_at(block, 48, 1), (int)(i % 60000));
        if (i % (ROUNDS / KEPT) == 0)
            kept[i / (ROUNDS / KEPT)] = block;
        else
            memory_free(block, 48);
        if (i == 100)
            large = memory_alloc(5000, MEMORY_RAW);
        pop();
        pop();
        if (trace_own_bytes() > most)
            most = trace_own_bytes();
    }
    cr_assert_lt(most, 2000000u);
    for (uint32_t i = 0; i < KEPT; i++) {
        uint32_t round = i * (ROUNDS / KEPT);
        cr_assert_eq(frame_at(kept[i], 48, 0), (int)(round / 7 % 50000));
        cr_assert_eq(frame_at(kept[i], 48, 1), (int)(round % 60000));
        cr_assert_eq(frame_at(kept[i], 48, 2), (int)(round / 50000));
        cr_assert_eq(frame_at(kept[i], 48, 3), 0);
    }
    cr_assert_eq(frame_at(large, 5000, 1), 100);
    TraceFrame frames[4];
    uint32_t total;
    cr_assert_eq(trace_read(trace_of_block(kept[9], 48), frames, 4, &total), 4u);
    cr_assert_eq(frames[0].code, &held[3]);
    cr_assert_eq(frames[1].code, &held[2]);
    cr_assert_eq(frame_at(held_by_frame, 32, 0), 1000);
}

static int drop_count;

static void note_dropped(void)
{
    drop_count++;
}

// Code objects go with the last stack that they are in, but only when they are asked to.
Test(trace, codes_without_stacks_are_released)
{
    trace_hooks.codes_dropped = note_dropped;
    cr_assert_eq(trace_start(3), 0);
    push(1, 1);
    void *block = memory_alloc(32, MEMORY_RAW);
    pop();
    push(2, 2);
    memory_free(memory_alloc(32, MEMORY_RAW), 32);
    pop();
    push(3, 0);
    for (uint32_t i = 0; i < 50000; i++) {
        at(i);
        memory_free(memory_alloc(32, MEMORY_RAW), 32);
    }
    cr_assert_gt(drop_count, 0);
    cr_assert_eq(held[2], 1);
    trace_release_dropped();
    cr_assert_eq(held[0], 1);
    cr_assert_eq(held[1], 1);
    cr_assert_eq(held[2], 0);
    cr_assert_eq(held[3], 1);
    cr_assert_eq(place_of(block, 32), 1);
    running = &stack[1];
    push(2, 5);
    void *again = memory_alloc(32, MEMORY_RAW);
    cr_assert_eq(place_of(again, 32), 5);
    cr_assert_eq(held[2], 1);
    trace_stop();
    for (int i = 0; i < 4; i++)
        cr_assert_eq(held[i], 0);
    cr_assert_eq(trace_own_bytes(), 0u);
}

// The quotient that finds a block's entry is right for each block of each class.
Test(trace, every_block_has_its_own_entry)
{
    cr_assert_eq(trace_start(1), 0);
    for (size_t class = 1; class < POOL_CLASS_COUNT; class ++) {
        static char *blocks[2000];
        size_t count = 2 * POOL_SIZE / (class * BLOCK_ALIGN);
        if (count > 2000)
            count = 2000;
        for (uint32_t i = 0; i < count; i++) {
            at(i);
            blocks[i] = memory_alloc(class * BLOCK_ALIGN, MEMORY_RAW);
        }
        for (uint32_t i = 0; i < count; i++)
            cr_assert_eq(place_of(blocks[i], class * BLOCK_ALIGN), (int)i);
        for (uint32_t i = 0; i < count; i++)
            memory_free(blocks[i], class * BLOCK_ALIGN);
        cr_assert_eq(trace_current_bytes(), 0u);
    }
}

Test(trace, clear_forgets_and_goes_on)
{
    cr_assert_eq(trace_start(1), 0);
    void *small = memory_alloc(32, MEMORY_RAW), *large = memory_alloc(3200, MEMORY_RAW);
    trace_clear();
    cr_assert_eq(trace_current_bytes(), 0u);
    cr_assert_eq(trace_peak_bytes(), 0u);
    cr_assert_eq(held[0], 0);
    cr_assert_eq(trace_of_block(small, 32), TRACE_NONE);
    cr_assert_eq(trace_of_block(large, 3200), TRACE_NONE);
    memory_free(small, 32);
    memory_free(large, 3200);
    cr_assert_eq(trace_current_bytes(), 0u);
    small = memory_alloc(32, MEMORY_RAW);
    cr_assert_neq(trace_of_block(small, 32), TRACE_NONE);
    trace_suspend();
    void *unseen = memory_alloc(32, MEMORY_RAW);
    trace_resume();
    cr_assert_eq(trace_of_block(unseen, 32), TRACE_NONE);
    cr_assert_eq(trace_block_count(), 1u);
}

typedef struct Sum {
    size_t block_count;
    size_t byte_size;
    size_t stop_at;
} Sum;

static int add_block(uint32_t id, void *block, size_t byte_size, void *context)
{
    Sum *sum = context;
    TraceFrame frame;
    uint32_t total;
    cr_assert_eq(trace_read(id, &frame, 1, &total), 1u);
    cr_assert_eq(frame.code, &held[0]);
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
        at((uint32_t)i % 50);
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
