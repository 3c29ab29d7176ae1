// What is written to a line table comes back.
#include "runtime/bytecode/linetable.h"

#include <criterion/criterion.h>

#include "runtime/memory/memory.h"

TestSuite(linetable, .init = memory_start);

static void expect(const LineTableWriter *writer, uint32_t word, SourceRange range)
{
    SourceRange found = linetable_find((const uint8_t *)writer->buffer.data,
                                       (uint32_t)writer->buffer.size, 10, word);
    cr_assert_eq(found.line, range.line);
    cr_assert_eq(found.end_line, range.end_line);
    cr_assert_eq(found.col, range.col);
    cr_assert_eq(found.end_col, range.end_col);
}

Test(linetable, gives_back_each_form)
{
    const SourceRange ranges[] = {
        {10, 10, 0, 5},   SOURCE_RANGE_NONE, {300, 302, 8, 2}, {12, 12, -1, -1},
        {12, 12, 7, 700}, {1, 1, 0, 0},      {70000, 70001, 300, 400},
    };
    LineTableWriter writer;
    linetable_init(&writer, 10);
    for (uint32_t i = 0; i < 7; i++)
        cr_assert_eq(linetable_add(&writer, i + 1, ranges[i]), 0);
    cr_assert_eq(linetable_finish(&writer), 0);
    uint32_t word = 0;
    for (uint32_t i = 0; i < 7; i++)
        for (uint32_t k = 0; k <= i; k++)
            expect(&writer, word++, ranges[i]);
    expect(&writer, word, SOURCE_RANGE_NONE);
    buffer_free(&writer.buffer);
}

Test(linetable, merges_neighbours)
{
    LineTableWriter writer;
    linetable_init(&writer, 1);
    for (int i = 0; i < 1000; i++)
        cr_assert_eq(linetable_add(&writer, 3, (SourceRange){1, 1, 0, 4}), 0);
    cr_assert_eq(linetable_finish(&writer), 0);
    cr_assert_leq(writer.buffer.size, 6u);
    buffer_free(&writer.buffer);
}
