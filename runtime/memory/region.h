// Region: bump memory that is freed at once (syntax trees, symbol tables, scratch of one
// operation).
#ifndef ADDER_RUNTIME_MEMORY_REGION_H
#define ADDER_RUNTIME_MEMORY_REGION_H

#include <stdbool.h>
#include <stddef.h>

typedef struct RegionChunk RegionChunk;

typedef struct Region {
    char *next;         // first free byte of the newest chunk
    char *end;          // end of the newest chunk
    RegionChunk *chunk; // newest chunk; linked to the older ones
    size_t byte_size;   // sum of all chunks, for the books
} Region;

// Makes an empty region; allocates nothing.
void region_init(Region *region);
// Frees every chunk; the region is empty again and can be used anew.
void region_free(Region *region);
// `byte_size` bytes aligned to 16, not zeroed; NULL when memory is out (no exception set).
void *region_alloc(Region *region, size_t byte_size);
// The same, zeroed.
void *region_zalloc(Region *region, size_t byte_size);
// Copy of `byte_size` bytes plus a NUL.
char *region_copy_text(Region *region, const char *text, size_t byte_size);

#endif
