// Reads the account off the pools' records and the large blocks' lists.
#include "runtime/memory/heapmap.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/memory/trace.h"

// ---- Totals -------------------------------------------------------------------------------------

static void add_pool(ClassStats *stats, const PoolHeader *pool)
{
    size_t made_count = pool->bump_offset / pool->block_size;
    size_t live_count = pool_live_count(pool);
    size_t unused_count = pool->capacity - made_count;
    stats->pool_count++;
    stats->full_pool_count += pool->state == POOL_FULL;
    stats->idle_pool_count += pool->state == POOL_IDLE;
    stats->live_count += live_count;
    stats->free_count += made_count - live_count;
    stats->unused_count += unused_count;
    stats->live_bytes += live_count * pool->block_size;
    stats->free_bytes += (made_count - live_count) * pool->block_size;
    stats->unused_bytes += unused_count * pool->block_size;
    stats->tail_bytes += pool_memory_size(pool) - (size_t)pool->capacity * pool->block_size;
}

static void add_class(ClassStats *sum, const ClassStats *stats)
{
    sum->pool_count += stats->pool_count;
    sum->full_pool_count += stats->full_pool_count;
    sum->idle_pool_count += stats->idle_pool_count;
    sum->live_count += stats->live_count;
    sum->free_count += stats->free_count;
    sum->unused_count += stats->unused_count;
    sum->live_bytes += stats->live_bytes;
    sum->free_bytes += stats->free_bytes;
    sum->unused_bytes += stats->unused_bytes;
    sum->tail_bytes += stats->tail_bytes;
}

static int add_traced(uint32_t id, void *block, size_t byte_size, void *context)
{
    (void)id, (void)block;
    if (pool_serves_size(byte_size))
        ((MemoryStats *)context)->traced_rounding += memory_good_size(byte_size) - byte_size;
    return 0;
}

void memory_stats(MemoryStats *stats)
{
    *stats = (MemoryStats){
        .arena_count = arena_count,
        .arena_count_peak = arena_counters.peak,
        .arenas_mapped = arena_counters.mapped,
        .arenas_unmapped = arena_counters.unmapped,
        .arena_bytes = arena_count * ARENA_SIZE,
        .head_bytes = arena_count * ARENA_HEAD_SIZE,
        .large_prefix_bytes = large_prefix_bytes,
        .current_bytes = memory_current_bytes(),
        .peak_bytes = memory_peak_bytes(),
        .limit_bytes = memory_get_limit(),
        .traced_bytes = trace_current_bytes(),
        .tracer_bytes = trace_own_bytes(),
        .other_own_bytes = arena_counters.own_bytes,
        .bytes_passed = memory_bytes_passed,
    };
    memcpy(stats->large, large_counts, sizeof stats->large);
    for (size_t i = 0; i < arena_count; i++) {
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++) {
            const PoolHeader *pool = &arena_table[i]->pool[j];
            if (pool->state == POOL_EMPTY) {
                stats->empty_pool_count++;
                stats->empty_pool_bytes += pool_memory_size(pool);
            } else {
                add_pool(&stats->classes[pool->kind][pool->block_size / BLOCK_ALIGN], pool);
            }
        }
    }
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (size_t class = 0; class < POOL_CLASS_COUNT; class ++)
            add_class(&stats->kinds[kind], &stats->classes[kind][class]);
    trace_visit_blocks(add_traced, stats);
}

size_t memory_live_block_count(void)
{
    size_t count = 0;
    for (size_t i = 0; i < arena_count; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            count += pool_live_count(&arena_table[i]->pool[j]);
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        count += large_counts[kind].block_count;
    return count;
}

static bool are_parts_valid(void)
{
    for (size_t i = 0; i < arena_count; i++) {
        if (!arena_is_valid(arena_table[i]))
            return false;
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            if (!pool_is_valid(&arena_table[i]->pool[j]))
                return false;
    }
    return true;
}

bool memory_is_valid(void)
{
    MemoryStats *stats = malloc(sizeof *stats);
    if (!stats)
        return true; // nothing can be said
    memory_stats(stats);
    size_t pool_bytes = 0, large_bytes = 0;
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        const ClassStats *sum = &stats->kinds[kind];
        pool_bytes += sum->live_bytes + sum->free_bytes + sum->unused_bytes + sum->tail_bytes;
        large_bytes += stats->large[kind].byte_size;
    }
    bool is_valid =
        stats->arena_bytes == stats->head_bytes + stats->empty_pool_bytes + pool_bytes &&
        // what died during a walk is still held
        (stats->current_bytes == stats->arena_bytes + large_bytes + stats->large_prefix_bytes ||
         memory_is_walked()) &&
        stats->peak_bytes >= stats->current_bytes && are_parts_valid();
    free(stats);
    return is_valid;
}

// ---- Maps ---------------------------------------------------------------------------------------

static int compare_arenas(const void *left, const void *right)
{
    const Arena *a = *(Arena *const *)left, *b = *(Arena *const *)right;
    return a < b ? -1 : a > b;
}

size_t heapmap_pools(HeapmapPool *pools, size_t capacity)
{
    size_t pool_count = arena_count * ARENA_POOL_COUNT;
    Arena **arenas = capacity ? malloc(arena_count * sizeof *arenas + 1) : NULL;
    if (!arenas)
        return pool_count;
    if (arena_count) {
        memcpy(arenas, arena_table, arena_count * sizeof *arenas);
        qsort(arenas, arena_count, sizeof *arenas, compare_arenas);
    }
    for (size_t i = 0; i < pool_count && i < capacity; i++) {
        Arena *arena = arenas[i / ARENA_POOL_COUNT];
        const PoolHeader *pool = &arena->pool[i % ARENA_POOL_COUNT];
        pools[i] = (HeapmapPool){
            .arena = arena,
            .start = pool_memory(pool),
            .arena_serial = arena->serial,
            .has_pages = pool->state != POOL_EMPTY || arena->stale_mask >> (i % ARENA_POOL_COUNT) & 1,
            .pool_index = (uint32_t)pool_index(pool),
            .kind = pool->kind,
            .state = pool->state,
            .block_size = pool->block_size,
            .capacity = pool->capacity,
            .live_count = (uint16_t)pool_live_count(pool),
        };
    }
    free(arenas);
    return pool_count;
}

// ---- Groups -------------------------------------------------------------------------------------

// Groups in a hash table; a linear list would be slow for a heap of many types.
typedef struct GroupTable {
    HeapmapGroup *groups; // block_count 0: free
    size_t capacity;      // power of two
    size_t group_count;
    bool has_failed;
} GroupTable;

static HeapmapGroup *find_group(const GroupTable *table, uint8_t kind, size_t byte_size,
                                uint16_t type_index)
{
    size_t i = type_index * 97u + byte_size / BLOCK_ALIGN * 3 + kind;
    for (;; i++) {
        HeapmapGroup *group = &table->groups[i & (table->capacity - 1)];
        if (!group->block_count || (group->kind == kind && group->byte_size == byte_size &&
                                    group->type_index == type_index))
            return group;
    }
}

static void grow_table(GroupTable *table)
{
    GroupTable grown = {.capacity = table->capacity ? table->capacity * 2 : 256};
    grown.groups = calloc(grown.capacity, sizeof *grown.groups);
    if (!grown.groups) {
        table->has_failed = true;
        return;
    }
    for (size_t i = 0; i < table->capacity; i++) {
        const HeapmapGroup *group = &table->groups[i];
        if (group->block_count)
            *find_group(&grown, group->kind, group->byte_size, group->type_index) = *group;
    }
    grown.group_count = table->group_count;
    free(table->groups);
    *table = grown;
}

static void add_blocks(GroupTable *table, HeapmapGroup blocks)
{
    if (table->group_count * 2 >= table->capacity)
        grow_table(table);
    if (table->has_failed || !blocks.block_count)
        return;
    HeapmapGroup *group = find_group(table, blocks.kind, blocks.byte_size, blocks.type_index);
    if (group->block_count) {
        group->block_count += blocks.block_count;
        group->total_bytes += blocks.total_bytes;
    } else {
        *group = blocks;
        table->group_count++;
    }
}

// The layout of an object's header (runtime/object.h): the type index is its top 16 bits.
static uint16_t type_index_of(const void *block)
{
    return (uint16_t)(*(const uint64_t *)block >> 48);
}

static void add_pool_blocks(GroupTable *table, PoolHeader *pool)
{
    HeapmapGroup group = {.kind = pool->kind, .byte_size = pool->block_size};
    group.block_count = pool_live_count(pool);
    if (pool->kind != MEMORY_RAW) {
        POOL_FOR_EACH_BLOCK (pool, block) {
            uint16_t type_index = type_index_of(block);
            if (type_index) {
                add_blocks(table, (HeapmapGroup){.kind = pool->kind,
                                                 .byte_size = pool->block_size,
                                                 .block_count = 1,
                                                 .total_bytes = pool->block_size,
                                                 .type_index = type_index});
                group.block_count--;
            }
        }
    }
    group.total_bytes = group.block_count * group.byte_size;
    add_blocks(table, group);
}

static void collect_groups(GroupTable *table)
{
    for (uint8_t kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        POOL_FOR_EACH (pool, kind)
            add_pool_blocks(table, pool);
        LARGE_FOR_EACH (block, kind)
            add_blocks(table,
                       (HeapmapGroup){.kind = kind,
                                      .block_count = 1,
                                      .total_bytes = large_header(block)->byte_size,
                                      .type_index = kind == MEMORY_RAW ? 0 : type_index_of(block)});
    }
}

static int compare_groups(const void *left, const void *right)
{
    const HeapmapGroup *a = left, *b = right;
    if (a->total_bytes != b->total_bytes)
        return a->total_bytes > b->total_bytes ? -1 : 1;
    if (a->type_index != b->type_index)
        return a->type_index < b->type_index ? -1 : 1;
    return a->byte_size < b->byte_size ? -1 : a->byte_size > b->byte_size;
}

size_t heapmap_groups(HeapmapGroup *groups, size_t capacity)
{
    GroupTable table = {0};
    collect_groups(&table);
    size_t count = 0;
    for (size_t i = 0; i < table.capacity; i++)
        if (table.groups[i].block_count)
            table.groups[count++] = table.groups[i];
    if (count)
        qsort(table.groups, count, sizeof *groups, compare_groups);
    if (capacity && count)
        memcpy(groups, table.groups, (count < capacity ? count : capacity) * sizeof *groups);
    free(table.groups);
    return count;
}

size_t memory_describe_leaks(FILE *stream)
{
    static const char *const kind_names[] = {"raw", "atom", "tracked"};
    size_t capacity = heapmap_groups(NULL, 0);
    HeapmapGroup *groups = calloc(capacity + 1, sizeof *groups);
    size_t count = groups ? heapmap_groups(groups, capacity) : 0;
    for (size_t i = 0; i < count && i < capacity; i++) {
        const HeapmapGroup *group = &groups[i];
        fprintf(stream, "%zu %s block%s", group->block_count, kind_names[group->kind],
                group->block_count == 1 ? "" : "s");
        if (group->byte_size)
            fprintf(stream, " of %zu bytes", group->byte_size);
        else
            fprintf(stream, ", large, %zu bytes in all", group->total_bytes);
        if (group->kind != MEMORY_RAW)
            fprintf(stream, ", type %u", group->type_index);
        fputc('\n', stream);
    }
    free(groups);
    return memory_live_block_count();
}
