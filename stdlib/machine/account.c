// Takes the account: sizes of blocks from the pools' records (heapmap), requests from the owners.
#include "stdlib/machine/account.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stdlib/machine/owners.h"

static const char *const kind_names[] = {"raw", "atom", "tracked"};

static size_t read_resident(void)
{
    unsigned long long whole, resident;
    FILE *file = fopen("/proc/self/statm", "re");
    int count = file ? fscanf(file, "%llu %llu", &whole, &resident) : 0;
    if (file)
        fclose(file);
    return count == 2 ? (size_t)resident * (size_t)sysconf(_SC_PAGESIZE) : 0;
}

static void add_to_table(Account *account, const OwnedBlock *owned)
{
    size_t i = 0;
    while (i < account->table_count && strcmp(account->tables[i].name, owned->table) != 0)
        i++;
    ASSERT(i < ACCOUNT_TABLE_COUNT);
    if (i == account->table_count)
        account->tables[account->table_count++].name = owned->table;
    account->tables[i].block_count++;
    account->tables[i].byte_size += owned->byte_size;
}

static void add_owned(const OwnedBlock *owned, void *context)
{
    Account *account = context;
    size_t byte_size = owned->byte_size;
    if (owned->is_large) {
        ASSERT(large_header(owned->block)->guard == LARGE_GUARD);
        byte_size = large_header(owned->block)->byte_size; // the list knows, and has counted it
    } else {
        const PoolHeader *pool = pool_of(owned->block);
        if (byte_size == 0 || !pool_size_fits(pool, byte_size))
            return; // stays unattributed
        BlockAccount *class = &account->classes[pool->kind][pool->block_size / BLOCK_ALIGN];
        class->requested_bytes += byte_size;
        class->rounding_bytes += pool->block_size - byte_size;
        class->unattributed_count--;
        class->unattributed_bytes -= pool->block_size;
    }
    if (owned->kind != MEMORY_RAW) {
        account->object_count++;
        account->object_bytes += byte_size;
    } else if (owned->object) {
        account->buffer_count++;
        account->buffer_bytes += byte_size;
    } else {
        add_to_table(account, owned);
    }
}

static void add_blocks(BlockAccount *sum, const BlockAccount *part)
{
    sum->block_count += part->block_count;
    sum->block_bytes += part->block_bytes;
    sum->requested_bytes += part->requested_bytes;
    sum->rounding_bytes += part->rounding_bytes;
    sum->unattributed_count += part->unattributed_count;
    sum->unattributed_bytes += part->unattributed_bytes;
}

void account_take(Account *account)
{
    memset(account, 0, sizeof *account);
    MemoryStats *stats = &account->memory;
    memory_stats(stats);
    account->resident_bytes = read_resident();
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (size_t class = 0; class < POOL_CLASS_COUNT; class ++)
            account->classes[kind][class] = (BlockAccount){
                .block_count = stats->classes[kind][class].live_count,
                .block_bytes = stats->classes[kind][class].live_bytes,
                .unattributed_count = stats->classes[kind][class].live_count,
                .unattributed_bytes = stats->classes[kind][class].live_bytes,
            };
    owners_visit(add_owned, account);
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        const ClassStats *sum = &stats->kinds[kind];
        for (size_t class = 0; class < POOL_CLASS_COUNT; class ++)
            add_blocks(&account->kinds[kind], &account->classes[kind][class]);
        add_blocks(&account->all, &account->kinds[kind]);
        account->free_bytes += sum->free_bytes;
        account->unused_bytes += sum->unused_bytes;
        account->tail_bytes += sum->tail_bytes;
        account->large_requested += stats->large[kind].byte_size;
    }
    account->pool_bytes =
        account->all.block_bytes + account->free_bytes + account->unused_bytes + account->tail_bytes;
    account->large_bytes = account->large_requested + stats->large_prefix_bytes;
}

static bool blocks_are_balanced(const BlockAccount *blocks)
{
    return blocks->block_bytes ==
               blocks->requested_bytes + blocks->rounding_bytes + blocks->unattributed_bytes &&
           blocks->unattributed_count <= blocks->block_count &&
           blocks->unattributed_bytes <= blocks->block_bytes;
}

bool account_is_balanced(const Account *account)
{
    const MemoryStats *stats = &account->memory;
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (size_t class = 0; class < POOL_CLASS_COUNT; class ++)
            if (!blocks_are_balanced(&account->classes[kind][class]))
                return false;
    return blocks_are_balanced(&account->all) &&
           stats->current_bytes == stats->arena_bytes + account->large_bytes &&
           stats->arena_bytes == stats->head_bytes + stats->empty_pool_bytes + account->pool_bytes;
}

// ---- Text ---------------------------------------------------------------------------------------

static void line(FILE *stream, int indent, const char *name, size_t bytes, const char *unit, size_t count)
{
    fprintf(stream, "%*s%-*s %12zu", indent, "", 30 - indent, name, bytes);
    if (unit)
        fprintf(stream, "  %10zu %s", count, unit);
    fputc('\n', stream);
}

static void print_classes(const Account *account, FILE *stream)
{
    fprintf(stream, "\nkind      size   pools     blocks   requested    rounding unattributed        free      unused\n");
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (size_t class = 0; class < POOL_CLASS_COUNT; class ++) {
            const ClassStats *stats = &account->memory.classes[kind][class];
            const BlockAccount *blocks = &account->classes[kind][class];
            if (stats->pool_count)
                fprintf(stream, "%-8s %5zu %7zu %10zu %11zu %11zu %12zu %11zu %11zu\n", kind_names[kind],
                        class * BLOCK_ALIGN, stats->pool_count, stats->live_count, blocks->requested_bytes,
                        blocks->rounding_bytes, blocks->unattributed_bytes, stats->free_bytes,
                        stats->unused_bytes + stats->tail_bytes);
        }
}

void account_print(const Account *account, FILE *stream)
{
    const MemoryStats *stats = &account->memory;
    size_t pool_count = 0, large_count = 0;
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        pool_count += stats->kinds[kind].pool_count;
        large_count += stats->large[kind].block_count;
    }
    line(stream, 0, "heap", stats->current_bytes, NULL, 0);
    line(stream, 2, "arenas", stats->arena_bytes, "arenas", stats->arena_count);
    line(stream, 4, "heads", stats->head_bytes, NULL, 0);
    line(stream, 4, "empty pools", stats->empty_pool_bytes, "pools", stats->empty_pool_count);
    line(stream, 4, "pools", account->pool_bytes, "pools", pool_count);
    line(stream, 6, "blocks", account->all.block_bytes, "blocks", account->all.block_count);
    line(stream, 8, "requested", account->all.requested_bytes, NULL, 0);
    line(stream, 8, "rounding", account->all.rounding_bytes, NULL, 0);
    line(stream, 8, "unattributed", account->all.unattributed_bytes, "blocks", account->all.unattributed_count);
    line(stream, 6, "free blocks", account->free_bytes, NULL, 0);
    line(stream, 6, "never used", account->unused_bytes, NULL, 0);
    line(stream, 6, "tails", account->tail_bytes, NULL, 0);
    line(stream, 2, "large", account->large_bytes, "blocks", large_count);
    line(stream, 4, "requested", account->large_requested, NULL, 0);
    line(stream, 4, "prefixes", stats->large_prefix_bytes, NULL, 0);
    fprintf(stream, "\n");
    line(stream, 0, "objects", account->object_bytes, "blocks", account->object_count);
    line(stream, 0, "buffers of objects", account->buffer_bytes, "blocks", account->buffer_count);
    for (size_t i = 0; i < account->table_count; i++)
        line(stream, 0, account->tables[i].name, account->tables[i].byte_size, "blocks",
             account->tables[i].block_count);
    line(stream, 0, "beside the heap: tracer", stats->tracer_bytes, NULL, 0);
    line(stream, 0, "beside the heap: tables", stats->other_own_bytes, NULL, 0);
    line(stream, 0, "peak", stats->peak_bytes, NULL, 0);
    if (stats->limit_bytes)
        line(stream, 0, "limit", stats->limit_bytes, NULL, 0);
    print_classes(account, stream);
}

// The fill of a pool in tenths; raw small, atoms as digits would be alike, so the kind is the case.
static char pool_character(const HeapmapPool *pool)
{
    static const char marks[MEMORY_KIND_COUNT][6] = {"rrrrR", "aaaaA", "ttttT"};
    if (pool->state == POOL_EMPTY)
        return '.';
    if (pool->live_count == 0)
        return '-';
    return marks[pool->kind][pool->live_count * 4u / pool->capacity];
}

bool account_print_arenas(FILE *stream)
{
    size_t count = heapmap_pools(NULL, 0);
    HeapmapPool *pools = calloc(count + 1, sizeof *pools);
    if (!pools)
        return false;
    heapmap_pools(pools, count);
    fputs(". empty   - reserved for a class   r a t raw, atoms, tracked in use   R A T full\n", stream);
    for (size_t first = 0; first < count; first += ARENA_POOL_COUNT) {
        char map[ARENA_POOL_COUNT + 1] = {0};
        size_t used = 0;
        for (size_t i = 0; i < ARENA_POOL_COUNT; i++) {
            map[i] = pool_character(&pools[first + i]);
            used += (size_t)pools[first + i].live_count * pools[first + i].block_size;
        }
        fprintf(stream, "%4zu %s %3zu%%\n", first / ARENA_POOL_COUNT, map, used * 100 / ARENA_SIZE);
    }
    free(pools);
    return true;
}
