// See counts.h.
#include "vm/counts.h"

#if ADDER_COUNTS
#include <stdbool.h>
#include <stdio.h>

enum { PRINTED_PAIRS = 40 };

uint64_t counts_pairs[OP_COUNT][OP_COUNT];
uint64_t counts_left[OP_COUNT];
uint32_t counts_last;
uint64_t counts_exits[OP_COUNT];

// Each line begins with "counts", so that they can be told from what the program writes.
static void print_executed(void)
{
    uint64_t executed[OP_COUNT] = {0}, sum = 0;
    bool is_printed[OP_COUNT] = {false};
    for (int first = 0; first < OP_COUNT; first++)
        for (int second = 0; second < OP_COUNT; second++) {
            executed[second] += counts_pairs[first][second];
            sum += counts_pairs[first][second];
        }
    fprintf(stderr, "counts executed %llu\n", (unsigned long long)sum);
    for (;;) {
        int most = -1;
        for (int op = 0; op < OP_COUNT; op++)
            if (!is_printed[op] && (executed[op] || counts_left[op]) && (most < 0 || executed[op] > executed[most]))
                most = op;
        if (most < 0)
            return;
        fprintf(stderr, "counts op %-24s %12llu %5.1f %% left %llu\n", opcode_info[most].name,
                (unsigned long long)executed[most], 100.0 * (double)executed[most] / (double)sum,
                (unsigned long long)counts_left[most]);
        is_printed[most] = true;
    }
}

static void print_pairs(void)
{
    for (int i = 0; i < PRINTED_PAIRS; i++) {
        int first = 0, second = 0;
        for (int a = 0; a < OP_COUNT; a++)
            for (int b = 0; b < OP_COUNT; b++)
                if (counts_pairs[a][b] > counts_pairs[first][second])
                    first = a, second = b;
        if (counts_pairs[first][second] == 0)
            return;
        fprintf(stderr, "counts pair %-24s %-24s %12llu\n", opcode_info[first].name, opcode_info[second].name,
                (unsigned long long)counts_pairs[first][second]);
        counts_pairs[first][second] = 0;
    }
}

static void print_exits(void)
{
    for (int op = 0; op < OP_COUNT; op++)
        if (counts_exits[op])
            fprintf(stderr, "counts exit %-24s %12llu\n", opcode_info[op].name, (unsigned long long)counts_exits[op]);
}

void counts_print(void)
{
    print_executed();
    print_exits();
    print_pairs();
}
#endif
