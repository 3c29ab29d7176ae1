// Exception table, encoder and decoder. An entry is four varints: start - end of the entry before,
// end - start, handler, depth. Found by reading from the start: tables are short, and entries that
// do not overlap need no "innermost" rule.
#include "runtime/bytecode/exctable.h"

#include "runtime/bytecode/varint.h"

void exctable_init(ExceptionTableWriter *writer)
{
    buffer_init(&writer->buffer);
    writer->position = 0;
}

int exctable_add(ExceptionTableWriter *writer, ExceptionEntry entry)
{
    ASSERT(entry.start >= writer->position && entry.end > entry.start);
    Buffer *buffer = &writer->buffer;
    if (varint_write(buffer, entry.start - writer->position) < 0 ||
        varint_write(buffer, entry.end - entry.start) < 0 ||
        varint_write(buffer, entry.handler) < 0 || varint_write(buffer, entry.depth) < 0)
        return -1;
    writer->position = entry.end;
    return 0;
}

void exctable_read(ExceptionTableReader *reader, const uint8_t *table, uint32_t size)
{
    *reader = (ExceptionTableReader){.next = table, .end = table + size};
}

bool exctable_next(ExceptionTableReader *reader)
{
    if (reader->next >= reader->end)
        return false;
    ExceptionEntry *entry = &reader->entry;
    entry->start = entry->end + varint_read(&reader->next, reader->end);
    entry->end = entry->start + varint_read(&reader->next, reader->end);
    entry->handler = varint_read(&reader->next, reader->end);
    entry->depth = varint_read(&reader->next, reader->end);
    return true;
}

bool exctable_find(const uint8_t *table, uint32_t size, uint32_t word_index, ExceptionEntry *entry)
{
    ExceptionTableReader reader;
    exctable_read(&reader, table, size);
    while (exctable_next(&reader)) {
        if (word_index < reader.entry.start)
            return false;
        if (word_index < reader.entry.end) {
            *entry = reader.entry;
            return true;
        }
    }
    return false;
}
