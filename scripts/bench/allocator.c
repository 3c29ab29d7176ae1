// One pattern of allocations, timed with one allocator: memory_allocator.py compiles this file once
// for each allocator and runs the programs in turn. Usage: allocator PATTERN STEPS; prints
//
//     nanoseconds of CPU time a step, live bytes, resident bytes, checksum
//
// A step is one allocation and one free. Live is the sum of the sizes asked for at the end of the
// run; resident is what the process then holds beyond what it held before the first allocation (its
// tables are touched before). The loops are the same for all; take() and give() are what the real
// user of an allocator has: Adder's interpreter inlines pool.h and passes sizes to free; CPython's
// calls PyObject_Malloc and PyObject_Free; programs call mimalloc's and glibc's functions,
// mimalloc's with the size, which it offers. WITH_NOTHING hands out places in a small ring: what
// the loop itself costs. Each block's first two words are written when it is made, as an object's
// header and first field are, and the first is read before it is freed, as a count is.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#if defined(WITH_ADDER)
#include "runtime/memory/memory.h"
static void start(void)
{
    memory_start();
}
static inline void *take(size_t byte_size)
{
    return memory_alloc(byte_size, MEMORY_TRACKED);
}
static inline void give(void *block, size_t byte_size)
{
    memory_free(block, byte_size);
}
#elif defined(WITH_PYMALLOC)
#include <Python.h>
static void start(void)
{
}
static inline void *take(size_t byte_size)
{
    return PyObject_Malloc(byte_size);
}
static inline void give(void *block, size_t byte_size)
{
    (void)byte_size;
    PyObject_Free(block);
}
#elif defined(WITH_MIMALLOC)
#include <mimalloc.h>
static void start(void)
{
}
static inline void *take(size_t byte_size)
{
    return mi_malloc(byte_size);
}
static inline void give(void *block, size_t byte_size)
{
    mi_free_size(block, byte_size);
}
#elif defined(WITH_NOTHING)
#define RING_SIZE ((size_t)32768)
static char ring[RING_SIZE + 512] __attribute__((aligned(16)));
static size_t ring_place;
static void start(void)
{
}
static inline void *take(size_t byte_size)
{
    ring_place = (ring_place + (byte_size + 15) / 16 * 16) % RING_SIZE;
    return ring + ring_place;
}
static inline void give(void *block, size_t byte_size)
{
    __asm__ volatile("" : : "r"(block), "r"(byte_size) : "memory");
}
#else
static void start(void)
{
}
static inline void *take(size_t byte_size)
{
    return malloc(byte_size);
}
static inline void give(void *block, size_t byte_size)
{
    (void)byte_size;
    free(block);
}
#endif

#define LIVE_COUNT 100000
#define STACK_COUNT 4096

typedef struct Slot {
    uint64_t *block;
    size_t byte_size;
} Slot;

static Slot slots[LIVE_COUNT];
static uint64_t checksum;
static uint64_t random_state = 88172645463325252u;

static inline uint64_t draw(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state;
}

// ---- Sizes, from the low half of a draw ---------------------------------------------------------

static inline size_t size_uniform(uint64_t number)
{
    return 16 + ((number & 0xFFFF) * 497 >> 16);
}

static inline size_t size_same(uint64_t number)
{
    (void)number;
    return 48;
}

// What the programs in programs/ ask Adder's pools for: the mean of their shares, of 1024. The
// frequent small ones are int and float, which live shortly in the real programs.
static const struct {
    uint16_t byte_size, weight;
} real_sizes[] = {
    {16, 626}, {32, 178}, {24, 68}, {40, 29}, {48, 20}, {27, 17}, {88, 11}, {64, 10},
    {26, 7},   {25, 7},   {56, 5},  {65, 5},  {80, 4},  {128, 4}, {23, 3},  {168, 3},
    {31, 3},   {320, 2},  {30, 2},  {72, 2},  {512, 2}, {60, 2},  {136, 2}, {104, 2},
    {29, 2},   {160, 2},  {28, 2},  {416, 2}, {144, 2},
};
static uint16_t real_table[1024];

static void fill_real_table(void)
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof real_sizes / sizeof *real_sizes; i++)
        for (size_t j = 0; j < real_sizes[i].weight && count < 1024; j++)
            real_table[count++] = real_sizes[i].byte_size;
    if (count != 1024)
        abort(); // the weights do not sum up
}

static inline size_t size_real(uint64_t number)
{
    return real_table[number & 1023];
}

// ---- Patterns -----------------------------------------------------------------------------------

static inline void make(Slot *slot, size_t byte_size)
{
    uint64_t *block = take(byte_size);
    if (!block)
        abort();
    block[0] = byte_size;
    block[1] = 1;
    slot->block = block;
    slot->byte_size = byte_size;
}

static inline void drop(Slot *slot)
{
    checksum += slot->block[0];
    give(slot->block, slot->byte_size);
}

#define PATTERNS(name, size)                                                                       \
    static void random_##name(uint64_t steps)                                                      \
    {                                                                                              \
        while (steps--) {                                                                          \
            uint64_t number = draw();                                                              \
            Slot *slot = &slots[(number >> 32) * LIVE_COUNT >> 32];                                \
            drop(slot);                                                                            \
            make(slot, size(number));                                                              \
        }                                                                                          \
    }                                                                                              \
    /* A stack that grows and shrinks by up to 64 blocks at a time. */                             \
    static void lifo_##name(uint64_t steps)                                                        \
    {                                                                                              \
        static Slot stack[STACK_COUNT];                                                            \
        size_t depth = 0;                                                                          \
        for (uint64_t done = 0; done < steps;) {                                                   \
            uint64_t number = draw();                                                              \
            size_t count = 1 + (number >> 32) % 64;                                                \
            if (depth + count <= STACK_COUNT && number >> 63) {                                    \
                for (size_t i = 0; i < count; i++)                                                 \
                    make(&stack[depth++], size(number + i * 7919));                                \
                done += count;                                                                     \
            } else {                                                                               \
                while (depth && count--)                                                           \
                    drop(&stack[--depth]);                                                         \
            }                                                                                      \
        }                                                                                          \
        while (depth)                                                                              \
            drop(&stack[--depth]);                                                                 \
    }                                                                                              \
    /* Short-lived: each block is freed before the next is made. */                                \
    static void pairs_##name(uint64_t steps)                                                       \
    {                                                                                              \
        while (steps--) {                                                                          \
            Slot slot;                                                                             \
            make(&slot, size(draw()));                                                             \
            __asm__ volatile("" : : "g"(&slot) : "memory");                                        \
            drop(&slot);                                                                           \
        }                                                                                          \
    }                                                                                              \
    /* A queue: the oldest block is replaced. */                                                   \
    static void fifo_##name(uint64_t steps)                                                        \
    {                                                                                              \
        size_t next = 0;                                                                           \
        while (steps--) {                                                                          \
            drop(&slots[next]);                                                                    \
            make(&slots[next], size(draw()));                                                      \
            if (++next == LIVE_COUNT)                                                              \
                next = 0;                                                                          \
        }                                                                                          \
    }                                                                                              \
    /* All blocks are made, then all are freed in the order of making: memory comes and goes. */   \
    static void waves_##name(uint64_t steps)                                                       \
    {                                                                                              \
        for (uint64_t done = 0; done < steps; done += LIVE_COUNT) {                                \
            for (size_t i = 0; i < LIVE_COUNT; i++)                                                \
                drop(&slots[i]);                                                                   \
            for (size_t i = 0; i < LIVE_COUNT; i++)                                                \
                make(&slots[i], size(draw()));                                                     \
        }                                                                                          \
    }                                                                                              \
    static void fill_##name(void)                                                                  \
    {                                                                                              \
        for (size_t i = 0; i < LIVE_COUNT; i++)                                                    \
            make(&slots[i], size(draw()));                                                         \
    }

PATTERNS(uniform, size_uniform)
PATTERNS(same, size_same)
PATTERNS(real, size_real)

static const struct {
    const char *name;
    void (*fill)(void); // live blocks to start with; NULL: none
    void (*run)(uint64_t steps);
} patterns[] = {
    {"random", fill_uniform, random_uniform}, {"lifo", NULL, lifo_uniform},
    {"pairs", NULL, pairs_uniform},           {"fifo", fill_uniform, fifo_uniform},
    {"waves", fill_uniform, waves_uniform},   {"random-same", fill_same, random_same},
    {"lifo-same", NULL, lifo_same},           {"pairs-same", NULL, pairs_same},
    {"fifo-same", fill_same, fifo_same},      {"waves-same", fill_same, waves_same},
    {"random-real", fill_real, random_real},  {"lifo-real", NULL, lifo_real},
    {"pairs-real", NULL, pairs_real},         {"fifo-real", fill_real, fifo_real},
    {"waves-real", fill_real, waves_real},
};

// ---- Measuring ----------------------------------------------------------------------------------

static double cpu_seconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

// Exact, unlike /proc/self/statm, which may be behind by some hundred KiB.
static size_t resident_bytes(void)
{
    FILE *file = fopen("/proc/self/smaps_rollup", "r");
    size_t kibibytes = 0;
    char line[256];
    while (file && fgets(line, sizeof line, file) && sscanf(line, "Rss: %zu", &kibibytes) != 1) {
    }
    if (!kibibytes)
        abort();
    fclose(file);
    return kibibytes * 1024;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    size_t chosen = 0, count = sizeof patterns / sizeof *patterns;
    while (chosen < count && strcmp(patterns[chosen].name, argv[1]) != 0)
        chosen++;
    if (chosen == count)
        return 2;
    fill_real_table();
    for (size_t i = 0; i < LIVE_COUNT; i++)
        slots[i].byte_size = 1; // touches the table
    start();
    uint64_t steps = strtoull(argv[2], NULL, 10);
    size_t resident_before = resident_bytes();
    if (patterns[chosen].fill)
        patterns[chosen].fill();
    double start_time = cpu_seconds();
    patterns[chosen].run(steps);
    double nanoseconds = (cpu_seconds() - start_time) * 1e9 / (double)steps;
    size_t live_bytes = 0;
    for (size_t i = 0; i < LIVE_COUNT; i++)
        live_bytes += slots[i].block ? slots[i].byte_size : 0;
    printf("%.3f %zu %zu %llu\n", nanoseconds, live_bytes, resident_bytes() - resident_before,
           (unsigned long long)checksum);
    return 0;
}
