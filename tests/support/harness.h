// What tests of the whole interpreter share: start, run text, count what is left, fail allocations.
#ifndef ADDER_TESTS_SUPPORT_HARNESS_H
#define ADDER_TESTS_SUPPORT_HARNESS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Outcome {
    bool started;
    bool raised;          // an uncaught exception (it is dropped)
    char exception[64];   // its class name
    size_t blocks_left;   // after shutdown
} Outcome;

// A whole life of the interpreter: start, run `text` as __main__, stop.
Outcome harness_run(const char *text);
// The same with the n-th allocation after start failing (n >= 1), once or from then on.
// *reached: whether it came to that allocation at all.
Outcome harness_run_failing(const char *text, long n, bool forever, bool *reached);
// Called between running and stopping, if not NULL: to plant faults.
extern void (*harness_before_stop)(void);

#endif
