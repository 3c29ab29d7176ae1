// Each chunk is as large as all before it together, from 512 bytes (a pool serves those) to 256
// KiB; a request that is larger gets a chunk of its own size.
#include "runtime/memory/region.h"

#include <stdint.h>
#include <string.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"

#define CHUNK_SIZE_FIRST ((size_t)(ADDER_STRESS ? 64 : 512))
#define CHUNK_SIZE_MAX ((size_t)256 << 10)

struct RegionChunk {
    RegionChunk *older;
    size_t byte_size; // this head included
};
_Static_assert(sizeof(RegionChunk) % BLOCK_ALIGN == 0, "what follows is aligned");

void region_init(Region *region)
{
    *region = (Region){0};
}

void region_free(Region *region)
{
    RegionChunk *chunk = region->chunk;
    while (chunk) {
        RegionChunk *older = chunk->older;
        memory_free(chunk, chunk->byte_size);
        chunk = older;
    }
    region_init(region);
}

static bool add_chunk(Region *region, size_t byte_size)
{
    size_t chunk_size = region->byte_size;
    if (chunk_size < CHUNK_SIZE_FIRST)
        chunk_size = CHUNK_SIZE_FIRST;
    if (chunk_size > CHUNK_SIZE_MAX)
        chunk_size = CHUNK_SIZE_MAX;
    if (chunk_size < byte_size + sizeof(RegionChunk))
        chunk_size = byte_size + sizeof(RegionChunk);
    RegionChunk *chunk = memory_alloc(chunk_size, MEMORY_RAW);
    if (!chunk)
        return false;
    chunk->older = region->chunk;
    chunk->byte_size = chunk_size;
    region->chunk = chunk;
    region->next = (char *)(chunk + 1);
    region->end = (char *)chunk + chunk_size;
    region->byte_size += chunk_size;
    return true;
}

void *region_alloc(Region *region, size_t byte_size)
{
    if (unlikely(byte_size > SIZE_MAX / 2))
        return NULL;
    byte_size = align_up(byte_size, BLOCK_ALIGN);
    if (unlikely((size_t)(region->end - region->next) < byte_size || !region->chunk))
        if (!add_chunk(region, byte_size))
            return NULL;
    void *result = region->next;
    region->next += byte_size;
    return result;
}

void *region_zalloc(Region *region, size_t byte_size)
{
    void *result = region_alloc(region, byte_size);
    return result ? memset(result, 0, byte_size) : NULL;
}

char *region_copy_text(Region *region, const char *text, size_t byte_size)
{
    char *copy = byte_size < SIZE_MAX ? region_alloc(region, byte_size + 1) : NULL;
    if (!copy)
        return NULL;
    if (byte_size)
        memcpy(copy, text, byte_size);
    copy[byte_size] = '\0';
    return copy;
}
