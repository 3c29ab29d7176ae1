// Growth by a half: few moves, little waste. Beyond 1 MiB moving costs no copying anyway (large.h).
#include "runtime/memory/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"

#define CAPACITY_FIRST ((size_t)(ADDER_STRESS ? 16 : 64))

void buffer_init(Buffer *buffer)
{
    *buffer = (Buffer){0};
}

void buffer_free(Buffer *buffer)
{
    memory_free(buffer->data, buffer->capacity);
    buffer_init(buffer);
}

int buffer_reserve(Buffer *buffer, size_t byte_count)
{
    if (likely(buffer->capacity - buffer->size >= byte_count))
        return 0;
    size_t needed;
    if (!checked_add(buffer->size, byte_count, &needed) || needed > SIZE_MAX / 4)
        return -1;
    size_t capacity = buffer->capacity + buffer->capacity / 2;
    if (capacity < CAPACITY_FIRST)
        capacity = CAPACITY_FIRST;
    if (capacity < needed)
        capacity = needed;
    capacity = align_up(capacity, BLOCK_ALIGN);
    char *data = memory_realloc(buffer->data, buffer->capacity, capacity);
    if (!data)
        return -1;
    buffer->data = data;
    buffer->capacity = capacity;
    return 0;
}

int buffer_append(Buffer *buffer, const void *bytes, size_t byte_count)
{
    if (buffer_reserve(buffer, byte_count) < 0)
        return -1;
    if (byte_count)
        memcpy(buffer->data + buffer->size, bytes, byte_count);
    buffer->size += byte_count;
    return 0;
}

int buffer_append_text(Buffer *buffer, const char *text)
{
    return buffer_append(buffer, text, strlen(text));
}

int buffer_append_format(Buffer *buffer, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    int result = length < 0 ? -1 : buffer_reserve(buffer, (size_t)length + 1);
    if (result == 0) {
        vsnprintf(buffer->data + buffer->size, (size_t)length + 1, format, again);
        buffer->size += (size_t)length;
    }
    va_end(again);
    return result;
}
