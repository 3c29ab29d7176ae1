// What is written to an exception table is found again.
#include "runtime/bytecode/exctable.h"

#include <criterion/criterion.h>

#include "runtime/memory/memory.h"

TestSuite(exctable, .init = memory_start);

Test(exctable, finds_the_entry_that_covers_a_word)
{
    const ExceptionEntry entries[] = {{2, 5, 100, 0}, {5, 6, 90, 2}, {200, 40000, 50000, 300}};
    ExceptionTableWriter writer;
    exctable_init(&writer);
    for (int i = 0; i < 3; i++)
        cr_assert_eq(exctable_add(&writer, entries[i]), 0);
    const uint8_t *table = (const uint8_t *)writer.buffer.data;
    uint32_t size = (uint32_t)writer.buffer.size;
    for (int i = 0; i < 3; i++)
        for (int side = 0; side < 2; side++) {
            ExceptionEntry found;
            uint32_t word = side ? entries[i].end - 1 : entries[i].start;
            cr_assert(exctable_find(table, size, word, &found));
            cr_assert_eq(found.handler, entries[i].handler);
            cr_assert_eq(found.depth, entries[i].depth);
        }
    const uint32_t uncovered[] = {0, 1, 6, 199, 40000};
    for (int i = 0; i < 5; i++) {
        ExceptionEntry found;
        cr_assert_not(exctable_find(table, size, uncovered[i], &found));
    }
    buffer_free(&writer.buffer);
}

Test(exctable, empty_table_covers_nothing)
{
    ExceptionEntry found;
    cr_assert_not(exctable_find(NULL, 0, 0, &found));
}
