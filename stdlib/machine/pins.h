// What keeps nearly empty arenas from going back to the system: the holders of each, by type and,
// where the tracer knows it, by the line that allocated them.
#ifndef ADDER_STDLIB_MACHINE_PINS_H
#define ADDER_STDLIB_MACHINE_PINS_H

#include <stdio.h>

#include "runtime/object.h"

// Blocks of one arena (or, in the totals, of many) that are alike.
typedef struct PinHolder {
    uint32_t arena;        // number of the arena; totals: how many arenas it is in
    uint32_t releases;     // totals: arenas that nobody else is in
    uint16_t type_index;   // owner's type; 0: `table` says what it is
    bool is_buffer;        // raw blocks that belong to such objects
    const char *table;     // a table of the runtime, or "unattributed"
    Object *filename;      // owned; NULL: the line is not known
    int32_t line;
    size_t block_count, byte_size; // as their classes say
} PinHolder;

typedef struct PinArena {
    uint32_t arena;      // its place in the order of addresses
    size_t used_bytes;   // of live blocks
    size_t block_count;
    size_t page_bytes;   // that the system stands for: pools in use, empty ones not yet given back
    size_t first_holder, holder_count; // in Pins.holders
} PinArena;

typedef struct Pins {
    PinArena *arenas;
    size_t arena_count;
    PinHolder *holders; // by arena, then largest first
    size_t holder_count;
    PinHolder *totals;  // by line (type, where no line is known) over all these arenas
    size_t total_count;
} Pins;

// Finds arenas with live blocks whose share of the arena is at most `threshold` (0..1). 0, or -1
// with MemoryError. Release with pins_free.
int pins_find(Pins *pins, double threshold);
void pins_free(Pins *pins);
// As text, the totals first.
void pins_print(const Pins *pins, FILE *stream);
// Name of a holder as scripts see it: "Node", "buffer of list", "table of interned strings".
void pins_name(const PinHolder *holder, char *text, size_t capacity);

#endif
