#include "runtime/memory/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

#include "runtime/memory/debug.h"
#include "runtime/memory/memory.h"

TestSuite(buffer, .init = memory_start);

Test(buffer, grows_and_keeps_its_bytes)
{
    Buffer buffer;
    buffer_init(&buffer);
    buffer_free(&buffer); // of an empty one: nothing
    for (int i = 0; i < 100000; i++)
        cr_assert_eq(buffer_append_byte(&buffer, (uint8_t)i), 0);
    cr_assert_eq(buffer.size, 100000u);
    for (int i = 0; i < 100000; i++)
        cr_assert_eq((uint8_t)buffer.data[i], (uint8_t)i);
    cr_assert_leq(buffer.capacity, 150016u);
    buffer_free(&buffer);
    cr_assert_eq(memory_live_block_count(), 0u);
    cr_assert_null(buffer.data);
}

Test(buffer, appends_text_bytes_and_formats)
{
    Buffer buffer;
    buffer_init(&buffer);
    cr_assert_eq(buffer_append_text(&buffer, "abc"), 0);
    cr_assert_eq(buffer_append(&buffer, "\0d", 2), 0);
    cr_assert_eq(buffer_append(&buffer, NULL, 0), 0);
    cr_assert_eq(buffer_append_format(&buffer, "%d-%s", 42, "x"), 0);
    cr_assert_eq(buffer.size, 9u);
    cr_assert_eq(memcmp(buffer.data, "abc\0d42-x", 9), 0);
    for (int i = 0; i < 100; i++)
        cr_assert_eq(buffer_append_format(&buffer, "%0100d", i), 0);
    cr_assert_eq(buffer.size, 10009u);
    buffer_free(&buffer);
}

Test(buffer, failure_changes_nothing)
{
    Buffer buffer;
    buffer_init(&buffer);
    cr_assert_eq(buffer_reserve(&buffer, SIZE_MAX), -1);
    cr_assert_eq(buffer_append_text(&buffer, "abc"), 0);
    cr_assert_eq(buffer_reserve(&buffer, SIZE_MAX - 1), -1);
    cr_assert_eq(buffer_reserve(&buffer, SIZE_MAX / 2), -1);
    debug_fail_after(DEBUG_FAIL_REQUEST, 0, true);
    cr_assert_eq(buffer_reserve(&buffer, 1000), -1);
    cr_assert_eq(buffer_append(&buffer, (char[1000]){0}, 1000), -1);
    cr_assert_eq(buffer_append_format(&buffer, "%01000d", 1), -1);
    debug_fail_off(DEBUG_FAIL_REQUEST);
    cr_assert_eq(buffer.size, 3u);
    cr_assert_eq(memcmp(buffer.data, "abc", 3), 0);
    buffer_free(&buffer);
}
