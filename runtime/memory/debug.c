// Failure injection and fill patterns. Read debug_should_fail and debug_fill_fresh first.
#include "runtime/memory/debug.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/memory/pool.h"

typedef struct FailPoint {
    uint64_t event_count;
    uint64_t failure_count;
    uint64_t fail_at; // number of the event that fails, from 0
    bool is_on;
    bool can_fail;
    bool is_forever;
} FailPoint;

static FailPoint points[DEBUG_FAIL_COUNT];

// Only requests pass the fast path, so only they need it diverted.
static void divert(void)
{
    pool_set_slow(POOL_SLOW_FAIL, points[DEBUG_FAIL_REQUEST].is_on);
}

void debug_fail_after(DebugFailPoint point, uint64_t success_count, bool is_forever)
{
    points[point] = (FailPoint){
        .fail_at = success_count, .is_on = true, .can_fail = true, .is_forever = is_forever};
    divert();
}

void debug_count_events(DebugFailPoint point)
{
    points[point] = (FailPoint){.is_on = true};
    divert();
}

void debug_fail_off(DebugFailPoint point)
{
    points[point].is_on = false;
    divert();
}

uint64_t debug_event_count(DebugFailPoint point)
{
    return points[point].event_count;
}

uint64_t debug_failure_count(DebugFailPoint point)
{
    return points[point].failure_count;
}

bool debug_should_fail(DebugFailPoint point)
{
    FailPoint *fail = &points[point];
    if (likely(!fail->is_on))
        return false;
    uint64_t number = fail->event_count++;
    if (!fail->can_fail || number < fail->fail_at || (number > fail->fail_at && !fail->is_forever))
        return false;
    fail->failure_count++;
    return true;
}

// ---- Patterns -----------------------------------------------------------------------------------

static bool is_filling;

void debug_set_fill(bool is_on)
{
    is_filling = is_on;
    pool_set_slow(POOL_SLOW_FILL, is_on);
}

bool debug_is_filling(void)
{
    return is_filling;
}

// In sanitizer builds freed blocks and guards are poisoned, which says more than a pattern.
#if POOL_SANITIZED
void debug_fill_freed(void *block, size_t block_size)
{
    (void)block, (void)block_size;
}

void debug_fill_guard(void *block, size_t byte_size, size_t block_size)
{
    (void)block, (void)byte_size, (void)block_size;
}

void debug_check_guard(const void *block, size_t byte_size, size_t block_size)
{
    (void)block, (void)byte_size, (void)block_size;
}

void debug_fill_fresh(void *block, size_t byte_size, size_t block_size)
{
    (void)block_size;
    if (byte_size > sizeof(uint64_t))
        memset((char *)block + sizeof(uint64_t), DEBUG_FILL_FRESH, byte_size - sizeof(uint64_t));
}
#else
#define FREE_HEAD (2 * sizeof(uint64_t)) // header and link of a free block

static _Noreturn void report(const void *block, size_t offset, size_t block_size, const char *what)
{
    fprintf(stderr, "memory: %s: block %p of %zu bytes, byte %zu\n", what, block, block_size,
            offset);
    abort();
}

static void check_pattern(const void *block, size_t start, size_t end, int pattern,
                          const char *what)
{
    for (size_t i = start; i < end; i++)
        if (((const uint8_t *)block)[i] != pattern)
            report(block, i, end, what);
}

void debug_fill_freed(void *block, size_t block_size)
{
    memset((char *)block + FREE_HEAD, DEBUG_FILL_FREED, block_size - FREE_HEAD);
}

void debug_fill_fresh(void *block, size_t byte_size, size_t block_size)
{
    if (*(uint64_t *)block)
        report(block, 0, block_size, "a freed block's header was written to");
    check_pattern(block, FREE_HEAD, block_size, DEBUG_FILL_FREED, "a freed block was written to");
    memset((char *)block + sizeof(uint64_t), DEBUG_FILL_FRESH, block_size - sizeof(uint64_t));
    debug_fill_guard(block, byte_size, block_size);
}

void debug_fill_guard(void *block, size_t byte_size, size_t block_size)
{
    // A header is written and zeroed whole, whatever was asked for.
    size_t start = byte_size < sizeof(uint64_t) ? sizeof(uint64_t) : byte_size;
    memset((char *)block + start, DEBUG_FILL_GUARD, block_size - start);
}

void debug_check_guard(const void *block, size_t byte_size, size_t block_size)
{
    size_t start = byte_size < sizeof(uint64_t) ? sizeof(uint64_t) : byte_size;
    check_pattern(block, start, block_size, DEBUG_FILL_GUARD,
                  "bytes behind a block were written to");
}
#endif

void debug_stop(void)
{
    memset(points, 0, sizeof points);
    is_filling = false;
}
