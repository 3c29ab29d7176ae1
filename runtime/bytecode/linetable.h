// Line table: which part of the source each instruction stands for. Lies outside the hot code.
#ifndef ADDER_RUNTIME_BYTECODE_LINETABLE_H
#define ADDER_RUNTIME_BYTECODE_LINETABLE_H

#include "runtime/memory/buffer.h"

#include <stdbool.h>
#include <stdint.h>

// A place in the source. Lines count from 1, columns are bytes of UTF-8 from 0, end_col is one past
// the last byte. line -1: an artificial instruction without a place; col -1: columns unknown.
typedef struct SourceRange {
    int32_t line, end_line, col, end_col;
} SourceRange;

#define SOURCE_RANGE_NONE ((SourceRange){-1, -1, -1, -1})

// Writes entries in the order of the code; neighbours with the same place are merged.
typedef struct LineTableWriter {
    Buffer buffer;
    SourceRange range;   // of the words that are not written yet
    uint32_t word_count; // how many those are
    int32_t line;        // the last line that was written
} LineTableWriter;

void linetable_init(LineTableWriter *writer, int32_t first_line);
// The next `word_count` words stand for `range`. 0, or -1 when memory is out (no exception).
int linetable_add(LineTableWriter *writer, uint32_t word_count, SourceRange range);
// Writes what is pending; writer->buffer then holds the table. 0 or -1 as above.
int linetable_finish(LineTableWriter *writer);

// Reads the entries in order.
typedef struct LineTableReader {
    const uint8_t *next, *end;
    int32_t line;
    uint32_t start_word, end_word; // the words of the current entry
    SourceRange range;             // and their place
} LineTableReader;

void linetable_read(LineTableReader *reader, const uint8_t *table, uint32_t size,
                    int32_t first_line);
// Steps to the next entry; false at the end.
bool linetable_next(LineTableReader *reader);

// The place of the instruction at a word index (or of one of its cache words); SOURCE_RANGE_NONE
// if it has none.
SourceRange linetable_find(const uint8_t *table, uint32_t size, int32_t first_line,
                           uint32_t word_index);

#endif
