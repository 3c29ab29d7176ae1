// Who allocated what. Read trace_fast.h first, then find_stack.
#include "runtime/memory/trace.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/base/assert.h"
#include "runtime/base/bits.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/trace_fast.h"

#define ID_LIMIT ((uint32_t)1 << (32 - TRACE_SLACK_BITS))
#define FIRST_ID (TRACE_ROOT + 1)
// Nodes that must have been added before it pays to look for those that nobody refers to.
#define SWEEP_MIN 4096
#define RELIEF_MIN 64 // the same when memory is short

// A stack: where its last frame stood, and its callers' stack. With a limit of one frame `parent`
// is the frame's distance from the bottom. A free node has no pc; its parent is the next free one.
typedef struct Node {
    const void *pc;
    uint32_t parent;
    uint32_t code_index;
} Node;

TraceHooks trace_hooks;
TraceFast trace_fast;

#define RECIPROCAL(class) (((1u << 16) + (class) - 1) / (class))
#define RECIPROCALS_4(class)                                                                       \
    RECIPROCAL(class), RECIPROCAL((class) + 1), RECIPROCAL((class) + 2), RECIPROCAL((class) + 3)
const uint32_t trace_reciprocals[POOL_CLASS_COUNT] = {
    0,
    RECIPROCALS_4(1),
    RECIPROCALS_4(5),
    RECIPROCALS_4(9),
    RECIPROCALS_4(13),
    RECIPROCALS_4(17),
    RECIPROCALS_4(21),
    RECIPROCALS_4(25),
    RECIPROCALS_4(29),
};
_Static_assert(POOL_CLASS_COUNT == 33, "one reciprocal a class");
_Static_assert(POOL_SIZE / BLOCK_ALIGN * (POOL_CLASS_COUNT - 2) < 1 << 16, "the quotient is exact");

static struct {
    bool is_on;
    uint32_t suspend_depth;
    uint32_t limit;
    Node *nodes;         // by id
    uint32_t node_count; // ids below were in use once; TRACE_NONE and TRACE_ROOT have no node
    uint32_t capacity;
    uint32_t free_id; // first free node, 0: none
    uint32_t free_count;
    uint32_t added_count; // since the last sweep
    uint32_t *table;      // ids by hash, open addressing, 2 * capacity, 0: free
    void **codes;         // code objects that nodes refer to
    uint32_t code_count;
    uint32_t code_capacity;
    uint32_t *code_table; // indices + 1 by hash, 2 * code_capacity
    void **dropped;       // code objects that no node refers to any more, still retained
    uint32_t dropped_count;
    size_t side_entry_count; // entries of all pools' side tables
    size_t own_bytes;
} tracer;

// While no vm is installed: a frame below the bottom.
static const void *no_frame[1];
static const void *const no_stack = no_frame;

static void *own_alloc(size_t byte_size)
{
    void *memory = calloc(1, byte_size);
    if (memory)
        tracer.own_bytes += byte_size;
    return memory;
}

static void own_free(void *memory, size_t byte_size)
{
    if (memory)
        tracer.own_bytes -= byte_size;
    free(memory);
}

static size_t hash_pointer(const void *pointer, uint32_t salt)
{
    uint64_t hash = ((uintptr_t)pointer ^ (uint64_t)salt << 40) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ hash >> 29 ^ salt) * 0xBF58476D1CE4E5B9u;
    return (size_t)(hash >> 20);
}

// ---- Code objects -------------------------------------------------------------------------------

static void place_code(uint32_t *table, uint32_t capacity, const void *code, uint32_t index)
{
    size_t i = hash_pointer(code, 0) & (2 * capacity - 1);
    while (table[i])
        i = (i + 1) & (2 * capacity - 1);
    table[i] = index + 1;
}

static bool reserve_code(void)
{
    if (tracer.code_count < tracer.code_capacity)
        return true;
    uint32_t old_capacity = tracer.code_capacity, capacity = old_capacity ? old_capacity * 2 : 64;
    void **codes = own_alloc(capacity * sizeof *codes);
    uint32_t *table = own_alloc(2 * capacity * sizeof *table);
    if (!codes || !table) {
        own_free(codes, capacity * sizeof *codes);
        own_free(table, 2 * capacity * sizeof *table);
        return false;
    }
    for (uint32_t i = 0; i < tracer.code_count; i++) {
        codes[i] = tracer.codes[i];
        place_code(table, capacity, codes[i], i);
    }
    own_free(tracer.codes, old_capacity * sizeof *codes);
    own_free(tracer.code_table, 2 * old_capacity * sizeof *table);
    tracer.codes = codes;
    tracer.code_table = table;
    tracer.code_capacity = capacity;
    return true;
}

// Index of a code object, retained from now on; -1: no memory.
static int64_t code_index(void *code)
{
    if (tracer.code_table) {
        size_t mask = 2 * tracer.code_capacity - 1;
        for (size_t i = hash_pointer(code, 0) & mask; tracer.code_table[i]; i = (i + 1) & mask)
            if (tracer.codes[tracer.code_table[i] - 1] == code)
                return tracer.code_table[i] - 1;
    }
    if (!reserve_code())
        return -1;
    trace_hooks.retain(code);
    tracer.codes[tracer.code_count] = code;
    place_code(tracer.code_table, tracer.code_capacity, code, tracer.code_count);
    return tracer.code_count++;
}

// ---- Frames -------------------------------------------------------------------------------------

static const void *pc_of(const char *frame)
{
    return trace_pointer_at(frame + trace_hooks.pc_offset);
}

static char *running_frame(void)
{
    return (char *)(uintptr_t)trace_pointer_at(trace_hooks.running);
}

static uint32_t *parent_field(const char *frame)
{
    return (uint32_t *)(uintptr_t)(frame + trace_hooks.parent_offset);
}

static bool is_frame(const char *frame)
{
    return frame >= trace_hooks.bottom;
}

// ---- Sweeping -----------------------------------------------------------------------------------

// A stack and all it stands on is in use.
static void mark(uint64_t *marks, uint32_t id)
{
    while (id >= FIRST_ID && !(marks[id / 64] >> (id % 64) & 1)) {
        marks[id / 64] |= (uint64_t)1 << (id % 64);
        id = tracer.limit == 1 ? TRACE_ROOT : tracer.nodes[id].parent;
    }
}

static void mark_all(uint64_t *marks)
{
    for (size_t i = 0; i < arena_count; i++) {
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++) {
            const PoolHeader *pool = &arena_table[i]->pool[j];
            for (size_t k = 0; pool->trace_table && k < pool->capacity; k++)
                mark(marks, pool->trace_table[k] >> TRACE_SLACK_BITS);
        }
    }
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (LargeHeader *header = large_list[kind].next; header != &large_list[kind];
             header = header->next)
            mark(marks, header->trace_id);
    if (tracer.limit > 1 && trace_hooks.running)
        for (const char *frame = running_frame(); is_frame(frame); frame -= trace_hooks.frame_size)
            mark(marks, *parent_field(frame));
}

static void place_node(uint32_t *table, uint32_t capacity, const Node *node, uint32_t id)
{
    size_t mask = 2 * (size_t)capacity - 1, i = hash_pointer(node->pc, node->parent) & mask;
    while (table[i])
        i = (i + 1) & mask;
    table[i] = id;
}

static void empty_cache(void)
{
    memset(trace_fast.cache, 0xFF, sizeof trace_fast.cache); // no instruction is there
}

// Moves the code objects that no node refers to to `dropped`: they can only be released when no
// allocation runs. Without memory they stay.
static void drop_codes(void)
{
    uint32_t code_count = tracer.code_count, unused_count = code_count;
    uint32_t *places = own_alloc(code_count * sizeof *places); // new index + 1; 0: unused
    for (uint32_t id = FIRST_ID; places && id < tracer.node_count; id++) {
        uint32_t *place = &places[tracer.nodes[id].code_index];
        if (tracer.nodes[id].pc && !*place) {
            *place = 1;
            unused_count--;
        }
    }
    size_t dropped_bytes = tracer.dropped_count * sizeof(void *);
    void **dropped = NULL;
    if (places && unused_count)
        dropped = own_alloc(dropped_bytes + unused_count * sizeof *dropped);
    if (dropped) {
        if (dropped_bytes)
            memcpy(dropped, tracer.dropped, dropped_bytes);
        own_free(tracer.dropped, dropped_bytes);
        tracer.dropped = dropped;
        tracer.code_count = 0;
        memset(tracer.code_table, 0, 2 * tracer.code_capacity * sizeof *tracer.code_table);
        for (uint32_t i = 0; i < code_count; i++) {
            void *code = tracer.codes[i];
            if (!places[i]) {
                tracer.dropped[tracer.dropped_count++] = code;
                continue;
            }
            place_code(tracer.code_table, tracer.code_capacity, code, tracer.code_count);
            tracer.codes[tracer.code_count++] = code;
            places[i] = tracer.code_count;
        }
        for (uint32_t id = FIRST_ID; id < tracer.node_count; id++)
            if (tracer.nodes[id].pc)
                tracer.nodes[id].code_index = places[tracer.nodes[id].code_index] - 1;
        if (trace_hooks.codes_dropped)
            trace_hooks.codes_dropped();
    }
    own_free(places, code_count * sizeof *places);
}

void trace_release_dropped(void)
{
    void **dropped = tracer.dropped; // detached first: a death may free blocks and drop more
    uint32_t count = tracer.dropped_count;
    tracer.dropped = NULL;
    tracer.dropped_count = 0;
    for (uint32_t i = 0; i < count; i++)
        trace_hooks.release(dropped[i]);
    own_free(dropped, count * sizeof *dropped);
}

// Frees the nodes that no block and no frame refers to.
static void sweep(void)
{
    size_t mark_bytes = (tracer.node_count + 63) / 64 * sizeof(uint64_t);
    uint64_t *marks = own_alloc(mark_bytes);
    if (!marks)
        return;
    mark_all(marks);
    memset(tracer.table, 0, 2 * (size_t)tracer.capacity * sizeof *tracer.table);
    tracer.free_id = tracer.free_count = tracer.added_count = 0;
    for (uint32_t id = tracer.node_count; id-- > FIRST_ID;) {
        Node *node = &tracer.nodes[id];
        if (marks[id / 64] >> (id % 64) & 1) {
            place_node(tracer.table, tracer.capacity, node, id);
        } else {
            *node = (Node){.parent = tracer.free_id};
            tracer.free_id = id;
            tracer.free_count++;
        }
    }
    own_free(marks, mark_bytes);
    empty_cache();
    if (tracer.code_count)
        drop_codes();
}

void trace_relieve(void)
{
    if (tracer.is_on && tracer.added_count >= RELIEF_MIN)
        sweep();
}

// ---- Nodes --------------------------------------------------------------------------------------

static bool grow(void)
{
    uint32_t old_capacity = tracer.capacity, capacity = old_capacity ? old_capacity * 2 : 256;
    if (old_capacity >= ID_LIMIT)
        return false;
    uint32_t *table = own_alloc(2 * (size_t)capacity * sizeof *table);
    Node *nodes = table ? realloc(tracer.nodes, capacity * sizeof *nodes) : NULL;
    if (!nodes) {
        own_free(table, 2 * (size_t)capacity * sizeof *table);
        return false;
    }
    tracer.own_bytes += (capacity - old_capacity) * sizeof *nodes;
    if (!old_capacity)
        tracer.node_count = FIRST_ID;
    for (uint32_t id = FIRST_ID; id < tracer.node_count; id++)
        if (nodes[id].pc)
            place_node(table, capacity, &nodes[id], id);
    own_free(tracer.table, 2 * (size_t)old_capacity * sizeof *table);
    tracer.nodes = nodes;
    tracer.table = table;
    tracer.capacity = capacity;
    return true;
}

// Room for one more node; the table stays at most half full. A sweep looks at every entry of the
// side tables, so it waits until that many nodes were added that its cost is spread thin.
static bool reserve_node(void)
{
    if (tracer.free_id || tracer.node_count < tracer.capacity)
        return true;
    if (tracer.added_count >= SWEEP_MIN && tracer.added_count >= tracer.side_entry_count / 8) {
        sweep();
        if (tracer.free_count >= tracer.capacity / 2)
            return true;
    }
    return grow() || tracer.free_id;
}

// The stack `parent` with one more frame on it; TRACE_NONE: no memory.
static uint32_t find_node(uint32_t parent, const char *frame)
{
    const void *pc = pc_of(frame);
    if (tracer.table) {
        size_t mask = 2 * (size_t)tracer.capacity - 1;
        for (size_t i = hash_pointer(pc, parent) & mask; tracer.table[i]; i = (i + 1) & mask) {
            const Node *node = &tracer.nodes[tracer.table[i]];
            if (node->pc == pc && node->parent == parent)
                return tracer.table[i];
        }
    }
    if (!reserve_node()) // first: a sweep gives the code objects new indices
        return TRACE_NONE;
    int64_t code = code_index((void *)(uintptr_t)trace_pointer_at(frame + trace_hooks.code_offset));
    if (code < 0)
        return TRACE_NONE;
    uint32_t id = tracer.free_id;
    if (id) {
        tracer.free_id = tracer.nodes[id].parent;
        tracer.free_count--;
    } else {
        id = tracer.node_count++;
    }
    tracer.added_count++;
    tracer.nodes[id] = (Node){.pc = pc, .parent = parent, .code_index = (uint32_t)code};
    place_node(tracer.table, tracer.capacity, &tracer.nodes[id], id);
    return id;
}

// The stack below a frame, kept in the frame: its callers stand still as long as it is there.
static uint32_t parent_of(const char *frame)
{
    const char *known = frame;
    while (!*parent_field(known) && known > trace_hooks.bottom)
        known -= trace_hooks.frame_size;
    if (!*parent_field(known))
        *parent_field(known) = TRACE_ROOT;
    while (known < frame) {
        uint32_t id = find_node(*parent_field(known), known);
        if (!id)
            return TRACE_NONE;
        known += trace_hooks.frame_size;
        *parent_field(known) = id;
    }
    return *parent_field(frame);
}

// The id of the running stack, looked up and made if need be; TRACE_NONE: no memory for a node.
static uint32_t find_stack(void)
{
    if (!trace_hooks.running || !is_frame(running_frame()))
        return TRACE_ROOT;
    const char *frame = running_frame();
    bool has_begun = !trace_hooks.has_begun || trace_hooks.has_begun(pc_of(frame));
    if (!has_begun && !is_frame(frame -= trace_hooks.frame_size))
        return TRACE_ROOT;
    uint32_t parent = tracer.limit == 1 ? (uint32_t)(frame - trace_hooks.bottom) : parent_of(frame);
    if (tracer.limit > 1 && !parent)
        return TRACE_NONE;
    uint32_t id = find_node(parent, frame);
    if (id && has_begun) // the cache is asked for the running frame
        *trace_cached(pc_of(frame), parent) = (TraceCached){pc_of(frame), parent, id};
    return id;
}

void *trace_enter_found(const PoolHeader *pool, void *block, size_t byte_size)
{
    uint32_t id = find_stack();
    if (id)
        trace_enter(pool, block, byte_size, id);
    return block;
}

uint32_t trace_id_bound(void)
{
    return tracer.node_count > FIRST_ID ? tracer.node_count : FIRST_ID;
}

uint32_t trace_read(uint32_t id, TraceFrame *frames, uint32_t capacity, uint32_t *total_count)
{
    uint32_t count = 0, total = 0;
    if (capacity > tracer.limit)
        capacity = tracer.limit;
    while (id >= FIRST_ID) {
        const Node *node = &tracer.nodes[id];
        ASSERT(id < tracer.node_count && node->pc);
        if (count < capacity)
            frames[count++] = (TraceFrame){tracer.codes[node->code_index], node->pc};
        total++;
        id = node->parent;
        if (tracer.limit == 1) {
            total += id / trace_hooks.frame_size;
            break;
        }
    }
    *total_count = total;
    return count;
}

// ---- Blocks -------------------------------------------------------------------------------------

static size_t table_byte_size(const PoolHeader *pool)
{
    return pool->capacity * sizeof(uint32_t);
}

void trace_pool_block_made(PoolHeader *pool, void *block, size_t byte_size)
{
    if (tracer.suspend_depth)
        return;
    if (!pool->trace_table) {
        if (!(pool->trace_table = own_alloc(table_byte_size(pool))))
            return;
        tracer.side_entry_count += pool->capacity;
    }
    trace_enter_found(pool, block, byte_size);
}

void trace_pool_block_freed(PoolHeader *pool, void *block)
{
    trace_leave(pool, block);
}

void trace_pool_released(PoolHeader *pool)
{
    if (!pool->trace_table)
        return;
    tracer.side_entry_count -= pool->capacity;
    own_free(pool->trace_table, table_byte_size(pool));
    pool->trace_table = NULL;
}

void trace_large_block_made(LargeHeader *header)
{
    header->trace_id = tracer.suspend_depth ? TRACE_NONE : find_stack();
    if (header->trace_id)
        trace_count_bytes(header->byte_size);
}

void trace_large_block_freed(LargeHeader *header)
{
    trace_fast.current_bytes -= header->byte_size;
    header->trace_id = TRACE_NONE;
}

uint32_t trace_of_block(const void *block, size_t byte_size)
{
    if (!tracer.is_on)
        return TRACE_NONE;
    if (!pool_serves_size(byte_size))
        return large_header(block)->trace_id;
    const PoolHeader *pool = pool_of(block);
    return pool->trace_table ? *trace_entry(pool, block) >> TRACE_SLACK_BITS : TRACE_NONE;
}

static int visit_pool(PoolHeader *pool, TraceVisitor *visit, void *context)
{
    for (size_t i = 0; pool->trace_table && i < pool->capacity; i++) {
        uint32_t entry = pool->trace_table[i];
        if (!entry)
            continue;
        int result = visit(entry >> TRACE_SLACK_BITS, pool->start + i * pool->block_size,
                           trace_entry_size(pool, entry), context);
        if (result)
            return result;
    }
    return 0;
}

int trace_visit_blocks(TraceVisitor *visit, void *context)
{
    int result = 0;
    memory_walk_begin();
    for (size_t i = 0; i < arena_count && !result; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT && !result; j++)
            result = visit_pool(&arena_table[i]->pool[j], visit, context);
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT && !result; kind++) {
        LARGE_FOR_EACH (block, kind) {
            LargeHeader *header = large_header(block);
            if (header->trace_id)
                result = visit(header->trace_id, block, header->byte_size, context);
            if (result)
                break;
        }
    }
    memory_walk_end();
    return result;
}

static int count_block(uint32_t id, void *block, size_t byte_size, void *context)
{
    (void)id, (void)block, (void)byte_size;
    ++*(size_t *)context;
    return 0;
}

size_t trace_block_count(void)
{
    size_t count = 0;
    trace_visit_blocks(count_block, &count);
    return count;
}

// ---- Control ------------------------------------------------------------------------------------

void trace_reasons_changed(void)
{
    trace_fast.is_lean =
        tracer.is_on && !tracer.suspend_depth && pool_slow_reasons == POOL_SLOW_TRACE;
}

int trace_start(uint32_t limit)
{
    ASSERT(limit >= 1 && limit <= TRACE_LIMIT_MAX);
    if (tracer.is_on)
        return 0;
    if (!grow())
        return -1;
    tracer.limit = limit;
    tracer.is_on = true;
    trace_fast.running = trace_hooks.running ? trace_hooks.running : &no_stack;
    trace_fast.bottom = trace_hooks.bottom;
    trace_fast.pc_offset = trace_hooks.pc_offset;
    trace_fast.parent_offset = limit > 1 ? trace_hooks.parent_offset : 0;
    empty_cache();
    pool_set_slow(POOL_SLOW_TRACE, true);
    return 0;
}

// Gives up the nodes. The codes are detached before they are released: their deaths free blocks.
static void forget_stacks(void)
{
    void **codes = tracer.codes;
    uint32_t code_count = tracer.code_count;
    own_free(tracer.table, 2 * (size_t)tracer.capacity * sizeof *tracer.table);
    own_free(tracer.nodes, tracer.capacity * sizeof *tracer.nodes);
    own_free(tracer.code_table, 2 * (size_t)tracer.code_capacity * sizeof *tracer.code_table);
    tracer.own_bytes -= tracer.code_capacity * sizeof *codes;
    tracer.table = NULL;
    tracer.nodes = NULL;
    tracer.codes = NULL;
    tracer.code_table = NULL;
    tracer.node_count = tracer.capacity = tracer.free_id = tracer.free_count = 0;
    tracer.added_count = tracer.code_count = tracer.code_capacity = 0;
    empty_cache();
    if (tracer.limit > 1 && trace_hooks.running)
        for (char *frame = running_frame(); is_frame(frame); frame -= trace_hooks.frame_size)
            *parent_field(frame) = 0;
    for (uint32_t i = 0; i < code_count; i++)
        trace_hooks.release(codes[i]);
    free(codes);
    trace_release_dropped();
}

void trace_clear(void)
{
    for (size_t i = 0; i < arena_count; i++)
        for (size_t j = 0; j < ARENA_POOL_COUNT; j++)
            trace_pool_released(&arena_table[i]->pool[j]);
    for (size_t kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        for (LargeHeader *header = large_list[kind].next; header != &large_list[kind];
             header = header->next)
            header->trace_id = TRACE_NONE;
    trace_fast.current_bytes = trace_fast.peak_bytes = 0;
    forget_stacks();
}

void trace_stop(void)
{
    if (!tracer.is_on)
        return;
    tracer.is_on = false;
    pool_set_slow(POOL_SLOW_TRACE, false);
    trace_clear();
    tracer.limit = 0;
    ASSERT(tracer.own_bytes == 0);
}

bool trace_is_on(void)
{
    return tracer.is_on;
}

uint32_t trace_limit(void)
{
    return tracer.limit;
}

size_t trace_current_bytes(void)
{
    return trace_fast.current_bytes;
}

size_t trace_peak_bytes(void)
{
    return trace_fast.peak_bytes;
}

void trace_reset_peak(void)
{
    trace_fast.peak_bytes = trace_fast.current_bytes;
}

size_t trace_own_bytes(void)
{
    return tracer.own_bytes;
}

void trace_suspend(void)
{
    tracer.suspend_depth++;
    trace_reasons_changed();
}

void trace_resume(void)
{
    ASSERT(tracer.suspend_depth);
    tracer.suspend_depth--;
    trace_reasons_changed();
}
