// The account of the memory that adds up to the byte, from what the system gave down to what was
// asked for. Each sum below holds exactly; account_is_balanced checks them all.
//
//   heap      = arena_bytes + large_bytes
//   arenas    = heads + empty pools + pools
//   pools     = blocks + free + unused + tails
//   blocks    = requested + rounding + unattributed          (each kind and class by itself too)
//   large     = requested + prefixes
#ifndef ADDER_STDLIB_MACHINE_ACCOUNT_H
#define ADDER_STDLIB_MACHINE_ACCOUNT_H

#include <stdio.h>

#include "runtime/memory/heapmap.h"

// Live blocks of pools, of one kind and class or of many. Of the unattributed nobody could be named
// who knows what was asked for: they count whole, class size included.
typedef struct BlockAccount {
    size_t block_count, block_bytes;
    size_t requested_bytes, rounding_bytes;
    size_t unattributed_count, unattributed_bytes;
} BlockAccount;

enum { ACCOUNT_TABLE_COUNT = 8 };

typedef struct Account {
    MemoryStats memory;
    size_t resident_bytes; // of the process; 0: the system does not say
    size_t pool_bytes;     // of pools in use
    size_t free_bytes, unused_bytes, tail_bytes;
    size_t large_bytes, large_requested;
    BlockAccount classes[MEMORY_KIND_COUNT][POOL_CLASS_COUNT];
    BlockAccount kinds[MEMORY_KIND_COUNT];
    BlockAccount all;
    size_t object_count, object_bytes; // requested, in pools and large
    size_t buffer_count, buffer_bytes; // raw blocks of objects
    size_t table_count;
    struct AccountTable {              // raw blocks of the runtime's own tables
        const char *name;
        size_t block_count, byte_size;
    } tables[ACCOUNT_TABLE_COUNT];
} Account;

// Allocates nothing on the heap, collects nothing. An Account is large: not for the stack.
void account_take(Account *account);
bool account_is_balanced(const Account *account);

// As text, without addresses: the same program prints the same.
void account_print(const Account *account, FILE *stream);
// A line for each arena, a character for each pool. False: no memory.
bool account_print_arenas(FILE *stream);

#endif
