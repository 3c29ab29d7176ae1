// What the dispatch loop did, counted: for tuning it, and for the proof that a specialised
// instruction was tried and left again (tests/special). Off unless ADDER_COUNTS (config.h); then
// `-X counts` prints it at the end.
#ifndef ADDER_VM_COUNTS_H
#define ADDER_VM_COUNTS_H

#include "runtime/base/config.h"
#include "runtime/bytecode/opcode.h"

#if ADDER_COUNTS
extern uint64_t counts_pairs[OP_COUNT][OP_COUNT]; // executed, by the instruction before
extern uint64_t counts_left[OP_COUNT];            // how often a specialised form was given up
extern uint32_t counts_last;
extern uint64_t counts_exits[OP_COUNT]; // how often native code left there for the loop
#define COUNT_EXECUTED(op_) (counts_pairs[counts_last][op_]++, counts_last = (op_))
#define COUNT_LEFT(op_) (counts_left[op_]++)
#define COUNT_EXIT(op_) (counts_exits[op_]++)
// Prints on stderr, most frequent first: executed instructions, how often each was given up, pairs.
void counts_print(void);
#else
#define COUNT_EXECUTED(op_) ((void)0)
#define COUNT_LEFT(op_) ((void)0)
#define COUNT_EXIT(op_) ((void)0)
static inline void counts_print(void)
{
}
#endif

#endif
