// The constants of a code object under construction. Equal constants of equal type are one object in
// all code that is compiled from one text, those inside of tuples too: all Constants share a pool.
#ifndef ADDER_COMPILER_CODEGEN_CONSTANTS_H
#define ADDER_COMPILER_CODEGEN_CONSTANTS_H

#include "runtime/memory/region.h"
#include "runtime/object.h"

#include <stdint.h>

typedef struct Constant {
    Object *value; // owned by the pool
    uint64_t hash;
    bool is_short; // an operand of 16 bits refers to it
} Constant;

typedef struct Constants {
    Region *region;
    struct Constants *pool; // NULL: it is the pool
    Constant *items;
    uint32_t count, capacity;
    uint32_t *slots; // index + 1; 0: empty
    uint32_t slot_count;
} Constants;

void constants_init(Constants *constants, Region *region, Constants *pool_or_null);
// Drops the references of a pool.
void constants_free_pool(Constants *pool);
// Index of a constant equal to `value` (borrowed), added if it is new. -1 with MemoryError.
int64_t constants_add(Constants *constants, Object *value);
// The final order: what 16-bit operands name comes first. order[old index] = new index, in the
// region; values[new index] borrowed. 0, -1 with MemoryError, 1 if 16 bits do not suffice.
int constants_order(Constants *constants, uint32_t **order, Object ***values);

#endif
