// Finds the nearly empty arenas, notes each owned block that lies in one, and sorts the notes into
// holders. All in malloc'ed memory. Read pins_find first.
#include "stdlib/machine/pins.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/bytecode/linetable.h"
#include "runtime/memory/heapmap.h"
#include "runtime/memory/trace.h"
#include "runtime/model/error.h"
#include "runtime/program/code.h"
#include "runtime/text/str.h"
#include "stdlib/machine/owners.h"

typedef struct Search {
    const HeapmapPool *pools; // of all arenas, by address
    size_t all_count;         // of arenas
    int32_t *places;          // arena number -> index in pins->arenas, or -1
    Pins *pins;
    size_t capacity;          // of pins->holders
    bool has_failed;
} Search;

// ---- Arenas -------------------------------------------------------------------------------------

static bool find_arenas(Search *search, double threshold)
{
    Pins *pins = search->pins;
    pins->arenas = calloc(search->all_count + 1, sizeof *pins->arenas);
    search->places = calloc(search->all_count + 1, sizeof *search->places);
    if (!pins->arenas || !search->places)
        return false;
    for (size_t i = 0; i < search->all_count; i++) {
        PinArena arena = {.arena = (uint32_t)i, .page_bytes = ARENA_HEAD_SIZE};
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++) {
            const HeapmapPool *pool = &search->pools[i * ARENA_POOL_COUNT + j];
            arena.used_bytes += (size_t)pool->live_count * pool->block_size;
            arena.block_count += pool->live_count;
            if (pool->has_pages)
                arena.page_bytes += j ? POOL_SIZE : POOL_SIZE - ARENA_HEAD_SIZE;
        }
        bool is_pinned = arena.block_count && (double)arena.used_bytes <= threshold * (double)ARENA_SIZE;
        search->places[i] = is_pinned ? (int32_t)pins->arena_count : -1;
        if (is_pinned)
            pins->arenas[pins->arena_count++] = arena;
    }
    return true;
}

// Number of the arena that a pool's block lies in.
static size_t arena_number(const Search *search, const void *block)
{
    const void *arena = arena_of(block);
    size_t low = 0, high = search->all_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (search->pools[middle * ARENA_POOL_COUNT].arena <= arena)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// ---- Holders ------------------------------------------------------------------------------------

static int compare_text(const Object *a, const Object *b)
{
    if (a == b || !a || !b)
        return (a != NULL) - (b != NULL);
    size_t size_a = str_length(a) << str_kind(a), size_b = str_length(b) << str_kind(b);
    if (size_a != size_b)
        return size_a < size_b ? -1 : 1;
    return memcmp(STR(a)->data, STR(b)->data, size_a);
}

static int compare_kinds(const PinHolder *a, const PinHolder *b)
{
    int order = compare_text(a->filename, b->filename);
    if (order || (order = (a->line > b->line) - (a->line < b->line)))
        return order;
    if (a->type_index != b->type_index)
        return a->type_index < b->type_index ? -1 : 1;
    if (a->is_buffer != b->is_buffer)
        return a->is_buffer ? 1 : -1;
    if (a->type_index == 0)
        return strcmp(a->table, b->table);
    return 0;
}

static int by_arena_and_kind(const void *left, const void *right)
{
    const PinHolder *a = left, *b = right;
    if (a->arena != b->arena)
        return a->arena < b->arena ? -1 : 1;
    return compare_kinds(a, b);
}

static int by_arena_and_size(const void *left, const void *right)
{
    const PinHolder *a = left, *b = right;
    if (a->arena != b->arena)
        return a->arena < b->arena ? -1 : 1;
    if (a->byte_size != b->byte_size)
        return a->byte_size > b->byte_size ? -1 : 1;
    return compare_kinds(a, b);
}

static void add_holder(Search *search, PinHolder holder)
{
    Pins *pins = search->pins;
    if (pins->holder_count == search->capacity) {
        size_t capacity = search->capacity ? search->capacity * 2 : 1024;
        PinHolder *grown = realloc(pins->holders, capacity * sizeof *grown);
        if (!grown) {
            search->has_failed = true;
            return;
        }
        pins->holders = grown;
        search->capacity = capacity;
    }
    xincref(holder.filename);
    pins->holders[pins->holder_count++] = holder;
}

static void find_line(const OwnedBlock *owned, PinHolder *holder)
{
    TraceFrame frame;
    uint32_t total_count, id = trace_is_on() ? trace_of_block(owned->block, 1) : TRACE_NONE;
    if (id == TRACE_NONE || trace_read(id, &frame, 1, &total_count) < 1)
        return;
    const CodeObject *code = frame.code;
    uint32_t offset = (uint32_t)((const Instruction *)frame.pc - 1 - code->code);
    SourceRange range = linetable_find(code->line_table, code->line_table_size, code->first_line, offset);
    holder->filename = code->filename;
    holder->line = range.line < 0 ? code->first_line : range.line;
}

static void add_owned(const OwnedBlock *owned, void *context)
{
    Search *search = context;
    if (owned->is_large || search->has_failed)
        return;
    size_t number = arena_number(search, owned->block);
    if (search->places[number] < 0)
        return;
    PinHolder holder = {
        .arena = (uint32_t)number,
        .type_index = owned->object ? owned->object->type_index : 0,
        .is_buffer = owned->kind == MEMORY_RAW && owned->object,
        .table = owned->table,
        .block_count = 1,
        .byte_size = pool_of(owned->block)->block_size,
    };
    find_line(owned, &holder);
    add_holder(search, holder);
}

// Blocks of the arenas that nobody was named for.
static void add_unattributed(Search *search)
{
    Pins *pins = search->pins;
    size_t owned_count = pins->holder_count;
    for (size_t i = 0; i < pins->arena_count; i++) {
        PinHolder rest = {.arena = pins->arenas[i].arena,
                          .table = "unattributed",
                          .block_count = pins->arenas[i].block_count,
                          .byte_size = pins->arenas[i].used_bytes};
        for (size_t j = 0; j < owned_count; j++)
            if (pins->holders[j].arena == rest.arena) {
                rest.block_count -= pins->holders[j].block_count;
                rest.byte_size -= pins->holders[j].byte_size;
            }
        if (rest.block_count)
            add_holder(search, rest);
    }
}

// Adds up neighbours that are alike; the array is sorted. Returns how many remain.
static size_t merge(PinHolder *holders, size_t count, int (*compare)(const void *, const void *))
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && compare(&holders[kept - 1], &holders[i]) == 0) {
            holders[kept - 1].block_count += holders[i].block_count;
            holders[kept - 1].byte_size += holders[i].byte_size;
            xdecref(holders[i].filename); // a str that its code object keeps
        } else {
            holders[kept++] = holders[i];
        }
    }
    return kept;
}

static void sort_holders(Pins *pins)
{
    if (!pins->holder_count)
        return;
    qsort(pins->holders, pins->holder_count, sizeof *pins->holders, by_arena_and_kind);
    pins->holder_count = merge(pins->holders, pins->holder_count, by_arena_and_kind);
    qsort(pins->holders, pins->holder_count, sizeof *pins->holders, by_arena_and_size);
    size_t next = 0;
    for (size_t i = 0; i < pins->arena_count; i++) {
        pins->arenas[i].first_holder = next;
        while (next < pins->holder_count && pins->holders[next].arena == pins->arenas[i].arena)
            next++;
        pins->arenas[i].holder_count = next - pins->arenas[i].first_holder;
    }
}

// ---- Totals -------------------------------------------------------------------------------------

// A line is one holder whatever it allocated; where no line is known, a type is.
static int by_place(const void *left, const void *right)
{
    const PinHolder *a = left, *b = right;
    if (a->filename && b->filename) {
        int order = compare_text(a->filename, b->filename);
        return order ? order : (a->line > b->line) - (a->line < b->line);
    }
    return compare_kinds(a, b);
}

static int by_releases(const void *left, const void *right)
{
    const PinHolder *a = left, *b = right;
    if (a->releases != b->releases)
        return a->releases > b->releases ? -1 : 1;
    if (a->arena != b->arena)
        return a->arena > b->arena ? -1 : 1;
    if (a->byte_size != b->byte_size)
        return a->byte_size > b->byte_size ? -1 : 1;
    return by_place(a, b);
}

// The line's name is that of what takes most of it.
static void add_total(Pins *pins, const PinHolder *holder, bool is_alone, uint32_t *last_arena)
{
    size_t i = 0;
    while (i < pins->total_count && by_place(&pins->totals[i], holder) != 0)
        i++;
    PinHolder *total = &pins->totals[i];
    if (i == pins->total_count) {
        *total = *holder;
        xincref(total->filename);
        total->arena = total->releases = 0;
        total->block_count = total->byte_size = 0;
        pins->total_count++;
        last_arena[i] = UINT32_MAX;
    }
    total->block_count += holder->block_count;
    total->byte_size += holder->byte_size;
    if (last_arena[i] != holder->arena) {
        last_arena[i] = holder->arena;
        total->arena++;
        total->releases += is_alone;
    }
}

static bool add_totals(Pins *pins)
{
    pins->totals = calloc(pins->holder_count + 1, sizeof *pins->totals);
    uint32_t *last_arena = calloc(pins->holder_count + 1, sizeof *last_arena);
    for (size_t i = 0; pins->totals && last_arena && i < pins->arena_count; i++) {
        const PinHolder *first = &pins->holders[pins->arenas[i].first_holder];
        bool is_alone = true;
        for (size_t j = 1; j < pins->arenas[i].holder_count; j++)
            is_alone = is_alone && by_place(first, &first[j]) == 0;
        for (size_t j = 0; j < pins->arenas[i].holder_count; j++)
            add_total(pins, &first[j], is_alone, last_arena);
    }
    if (pins->totals && last_arena && pins->total_count)
        qsort(pins->totals, pins->total_count, sizeof *pins->totals, by_releases);
    bool is_done = pins->totals && last_arena;
    free(last_arena);
    return is_done;
}

// ---- All ----------------------------------------------------------------------------------------

int pins_find(Pins *pins, double threshold)
{
    *pins = (Pins){0};
    size_t pool_count = heapmap_pools(NULL, 0);
    HeapmapPool *pools = calloc(pool_count + 1, sizeof *pools);
    Search search = {.pools = pools, .all_count = pool_count / ARENA_POOL_COUNT, .pins = pins};
    trace_suspend(); // ids stay valid
    if (pools)
        heapmap_pools(pools, pool_count);
    bool is_done = pools && find_arenas(&search, threshold);
    if (is_done && pins->arena_count) {
        owners_visit(add_owned, &search);
        sort_holders(pins);
        add_unattributed(&search);
        sort_holders(pins);
        is_done = !search.has_failed && add_totals(pins);
    }
    trace_resume();
    free(pools);
    free(search.places);
    if (is_done)
        return 0;
    pins_free(pins);
    error_no_memory();
    return -1;
}

void pins_free(Pins *pins)
{
    for (size_t i = 0; i < pins->holder_count; i++)
        xdecref(pins->holders[i].filename);
    for (size_t i = 0; i < pins->total_count; i++)
        xdecref(pins->totals[i].filename);
    free(pins->arenas);
    free(pins->holders);
    free(pins->totals);
    *pins = (Pins){0};
}

void pins_name(const PinHolder *holder, char *text, size_t capacity)
{
    if (holder->type_index == 0)
        snprintf(text, capacity, "%s%s", strcmp(holder->table, "unattributed") ? "table of " : "", holder->table);
    else
        snprintf(text, capacity, "%s%.200s", holder->is_buffer ? "buffer of " : "",
                 type_table[holder->type_index]->name);
}

static void print_holder(const PinHolder *holder, FILE *stream)
{
    char name[256];
    pins_name(holder, name, sizeof name);
    fprintf(stream, "%s", name);
    if (holder->filename) {
        const char *filename = str_utf8(holder->filename, NULL);
        fprintf(stream, " at %s:%d", filename ? filename : "?", holder->line);
        if (!filename)
            error_clear();
    }
    fprintf(stream, ": %zu block%s, %zu bytes", holder->block_count, holder->block_count == 1 ? "" : "s",
            holder->byte_size);
}

void pins_print(const Pins *pins, FILE *stream)
{
    enum { SHOWN = 10 };
    size_t used = 0, pages = 0;
    for (size_t i = 0; i < pins->arena_count; i++) {
        used += pins->arenas[i].used_bytes;
        pages += pins->arenas[i].page_bytes;
    }
    fprintf(stream, "%zu nearly empty arena%s of %zu: %zu bytes mapped, %zu with pages, %zu used\n",
            pins->arena_count, pins->arena_count == 1 ? "" : "s", arena_count, pins->arena_count * ARENA_SIZE,
            pages, used);
    for (size_t i = 0; i < pins->total_count && i < SHOWN; i++) {
        const PinHolder *total = &pins->totals[i];
        fputs("  ", stream);
        print_holder(total, stream);
        fprintf(stream, " in %u arena%s; without them %zu bytes go back\n", total->arena,
                total->arena == 1 ? "" : "s", total->releases * ARENA_SIZE);
    }
    if (pins->total_count > SHOWN)
        fprintf(stream, "  and %zu more\n", pins->total_count - SHOWN);
    if (pins->arena_count && !trace_is_on())
        fputs("  (lines are known while tracemalloc is on)\n", stream);
}
