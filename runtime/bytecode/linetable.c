// Line table, encoder and decoder. An entry stands for a run of words with one place:
//
//   words << 2 | form, then by form
//   FORM_NONE     nothing: no place
//   FORM_LINE     line                          columns unknown
//   FORM_SHORT    line, col, end_col - col      within one line
//   FORM_LONG     line, end_line - line, col, end_col
//
// `line` is signed and relative to the line of the entry before it that had one (first: the code's
// first line); everything is a varint. A lookup reads from the start: it happens once a traceback
// entry, while the table is read by nothing that is hot.
#include "runtime/bytecode/linetable.h"

#include "runtime/bytecode/varint.h"

enum { FORM_NONE, FORM_LINE, FORM_SHORT, FORM_LONG };

void linetable_init(LineTableWriter *writer, int32_t first_line)
{
    buffer_init(&writer->buffer);
    writer->range = SOURCE_RANGE_NONE;
    writer->word_count = 0;
    writer->line = first_line;
}

static bool same_range(const SourceRange *a, const SourceRange *b)
{
    return a->line == b->line && a->end_line == b->end_line && a->col == b->col &&
           a->end_col == b->end_col;
}

static int form_of_range(const SourceRange *range)
{
    if (range->line < 0)
        return FORM_NONE;
    if (range->col < 0 || range->end_col < 0 || range->end_line < range->line)
        return FORM_LINE;
    return range->end_line == range->line && range->end_col >= range->col ? FORM_SHORT : FORM_LONG;
}

static int write_pending(LineTableWriter *writer)
{
    if (!writer->word_count)
        return 0;
    Buffer *buffer = &writer->buffer;
    const SourceRange *range = &writer->range;
    int form = form_of_range(range);
    if (varint_write(buffer, writer->word_count << 2 | (unsigned)form) < 0)
        return -1;
    writer->word_count = 0;
    if (form == FORM_NONE)
        return 0;
    if (varint_write_signed(buffer, range->line - writer->line) < 0)
        return -1;
    writer->line = range->line;
    if (form == FORM_LINE)
        return 0;
    if (form == FORM_SHORT)
        return varint_write(buffer, (uint32_t)range->col) < 0 ||
                       varint_write(buffer, (uint32_t)(range->end_col - range->col)) < 0
                   ? -1
                   : 0;
    return varint_write(buffer, (uint32_t)(range->end_line - range->line)) < 0 ||
                   varint_write(buffer, (uint32_t)range->col) < 0 ||
                   varint_write(buffer, (uint32_t)range->end_col) < 0
               ? -1
               : 0;
}

int linetable_add(LineTableWriter *writer, uint32_t word_count, SourceRange range)
{
    if (!same_range(&writer->range, &range)) {
        if (write_pending(writer) < 0)
            return -1;
        writer->range = range;
    }
    writer->word_count += word_count;
    return 0;
}

int linetable_finish(LineTableWriter *writer)
{
    return write_pending(writer);
}

void linetable_read(LineTableReader *reader, const uint8_t *table, uint32_t size,
                    int32_t first_line)
{
    *reader = (LineTableReader){
        .next = table, .end = table + size, .line = first_line, .range = SOURCE_RANGE_NONE};
}

bool linetable_next(LineTableReader *reader)
{
    if (reader->next >= reader->end)
        return false;
    const uint8_t *end = reader->end;
    uint32_t head = varint_read(&reader->next, end);
    int form = head & 3;
    reader->start_word = reader->end_word;
    reader->end_word += head >> 2;
    reader->range = SOURCE_RANGE_NONE;
    if (form == FORM_NONE)
        return true;
    SourceRange *range = &reader->range;
    reader->line += varint_read_signed(&reader->next, end);
    range->line = range->end_line = reader->line;
    if (form == FORM_SHORT) {
        range->col = (int32_t)varint_read(&reader->next, end);
        range->end_col = range->col + (int32_t)varint_read(&reader->next, end);
    } else if (form == FORM_LONG) {
        range->end_line = range->line + (int32_t)varint_read(&reader->next, end);
        range->col = (int32_t)varint_read(&reader->next, end);
        range->end_col = (int32_t)varint_read(&reader->next, end);
    }
    return true;
}

SourceRange linetable_find(const uint8_t *table, uint32_t size, int32_t first_line,
                           uint32_t word_index)
{
    LineTableReader reader;
    linetable_read(&reader, table, size, first_line);
    while (linetable_next(&reader))
        if (word_index < reader.end_word)
            return reader.range;
    return SOURCE_RANGE_NONE;
}
