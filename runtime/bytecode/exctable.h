// Exception table: where a raised exception goes.
#ifndef ADDER_RUNTIME_BYTECODE_EXCTABLE_H
#define ADDER_RUNTIME_BYTECODE_EXCTABLE_H

#include "runtime/memory/buffer.h"

#include <stdbool.h>
#include <stdint.h>

// An exception raised by an instruction at start <= word < end goes to the instruction at `handler`
// with the first `depth` temporaries kept; the exception is put in register local_count + depth.
// Entries do not overlap (the compiler has cut out what inner ones cover) and ascend.
typedef struct ExceptionEntry {
    uint32_t start, end, handler, depth;
} ExceptionEntry;

typedef struct ExceptionTableWriter {
    Buffer buffer;
    uint32_t position; // the end of the last entry
} ExceptionTableWriter;

void exctable_init(ExceptionTableWriter *writer);
// Appends an entry (entry.start >= the end of the one before). 0, or -1 when memory is out.
int exctable_add(ExceptionTableWriter *writer, ExceptionEntry entry);

typedef struct ExceptionTableReader {
    const uint8_t *next, *end;
    ExceptionEntry entry; // the current one
} ExceptionTableReader;

void exctable_read(ExceptionTableReader *reader, const uint8_t *table, uint32_t size);
// Steps to the next entry; false at the end.
bool exctable_next(ExceptionTableReader *reader);

// The entry that covers a word index (that of the instruction itself); false: no handler.
bool exctable_find(const uint8_t *table, uint32_t size, uint32_t word_index, ExceptionEntry *entry);

#endif
