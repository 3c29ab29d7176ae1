// Buffer: bytes that grow at the end (text under construction, byte code, formatted output).
#ifndef ADDER_RUNTIME_MEMORY_BUFFER_H
#define ADDER_RUNTIME_MEMORY_BUFFER_H

#include <stddef.h>
#include <stdint.h>

#include "runtime/base/assert.h"

// data holds `size` bytes and room for `capacity`; NULL while nothing was appended.
typedef struct Buffer {
    char *data;
    size_t size;
    size_t capacity;
} Buffer;

// Makes an empty buffer; allocates nothing.
void buffer_init(Buffer *buffer);
// Frees the bytes; the buffer is empty again and can be used anew.
void buffer_free(Buffer *buffer);
// Makes room for `byte_count` more bytes. 0, or -1 when memory is out (no exception, unchanged).
int buffer_reserve(Buffer *buffer, size_t byte_count);
// Appends; 0 or -1 as above.
int buffer_append(Buffer *buffer, const void *bytes, size_t byte_count);
int buffer_append_text(Buffer *buffer, const char *text); // without its NUL
// Appends formatted text as printf would.
int buffer_append_format(Buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static inline int buffer_append_byte(Buffer *buffer, uint8_t byte)
{
    if (unlikely(buffer->size == buffer->capacity) && buffer_reserve(buffer, 1) < 0)
        return -1;
    buffer->data[buffer->size++] = (char)byte;
    return 0;
}

#endif
