// Module mem: the heap that can be looked at. What CPython has no question for is asked here and
// nowhere else. Each answer is collected into malloc'ed memory first and made into objects
// afterwards, so that no question sees its own answer; none of them runs a collection.
#include "stdlib/machine/mod_mem.h"

#include <stdlib.h>
#include <string.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/history.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/numbers/int.h"
#include "runtime/program/module.h"
#include "runtime/text/str.h"
#include "stdlib/machine/account.h"
#include "stdlib/machine/owners.h"
#include "stdlib/machine/pins.h"
#include "vm/frame.h"
#include "vm/hooks.h"
#include "vm/vm.h"

static const char *const kind_names[] = {"raw", "atom", "tracked"};

// ---- Dicts of figures ---------------------------------------------------------------------------

// Each stores a value under a name; after a failure (exception set) the rest does nothing.
typedef struct Maker {
    bool has_failed;
} Maker;

static void put(Maker *maker, Object *dict, const char *name, Object *value_steal)
{
    if (!maker->has_failed)
        maker->has_failed = !dict || !value_steal || dict_set_text(DICT(dict), name, value_steal) < 0;
    xdecref(value_steal);
}

static void put_size(Maker *maker, Object *dict, const char *name, size_t value)
{
    if (!maker->has_failed)
        put(maker, dict, name, int_from_size(value));
}

static void put_text(Maker *maker, Object *dict, const char *name, const char *text)
{
    if (!maker->has_failed)
        put(maker, dict, name, str_from_text(text));
}

// A new dict under a name, borrowed; NULL after a failure.
static Object *put_dict(Maker *maker, Object *dict, const char *name)
{
    Object *inner = maker->has_failed ? NULL : dict_new();
    put(maker, dict, name, inner);
    return maker->has_failed ? NULL : inner;
}

// A new dict at the end of a list, borrowed; NULL after a failure.
static Object *append_dict(Maker *maker, Object *list)
{
    Object *dict = maker->has_failed ? NULL : dict_new();
    if (dict && list_append(list, dict) < 0)
        ref_clear(&dict);
    maker->has_failed = !dict;
    xdecref(dict); // the list has it
    return dict;
}

// What was made, or NULL if anything failed.
static Object *finish(Maker *maker, Object *result)
{
    if (maker->has_failed && result)
        ref_clear(&result);
    return result;
}

// ---- stats --------------------------------------------------------------------------------------

static void put_blocks(Maker *maker, Object *dict, const BlockAccount *blocks)
{
    put_size(maker, dict, "bytes", blocks->block_bytes);
    put_size(maker, dict, "count", blocks->block_count);
    put_size(maker, dict, "requested", blocks->requested_bytes);
    put_size(maker, dict, "rounding", blocks->rounding_bytes);
    put_size(maker, dict, "unattributed", blocks->unattributed_bytes);
    put_size(maker, dict, "unattributed_count", blocks->unattributed_count);
}

static void put_pools(Maker *maker, Object *dict, const ClassStats *stats)
{
    put_size(maker, dict, "bytes", stats->live_bytes + stats->free_bytes + stats->unused_bytes + stats->tail_bytes);
    put_size(maker, dict, "count", stats->pool_count);
    put_size(maker, dict, "full", stats->full_pool_count);
    put_size(maker, dict, "blocks", stats->live_bytes);
    put_size(maker, dict, "free", stats->free_bytes);
    put_size(maker, dict, "unused", stats->unused_bytes);
    put_size(maker, dict, "tails", stats->tail_bytes);
}

static void put_kind(Maker *maker, Object *kinds, const Account *account, int kind)
{
    Object *dict = put_dict(maker, kinds, kind_names[kind]);
    put_pools(maker, put_dict(maker, dict, "pools"), &account->memory.kinds[kind]);
    put_blocks(maker, put_dict(maker, dict, "blocks"), &account->kinds[kind]);
    Object *large = put_dict(maker, dict, "large");
    put_size(maker, large, "count", account->memory.large[kind].block_count);
    put_size(maker, large, "requested", account->memory.large[kind].byte_size);
    Object *classes = put_dict(maker, dict, "classes");
    for (size_t class = 0; class < POOL_CLASS_COUNT; class ++) {
        const ClassStats *stats = &account->memory.classes[kind][class];
        Object *size = stats->pool_count && !maker->has_failed ? int_from_size(class * BLOCK_ALIGN) : NULL;
        Object *inner = size ? dict_new() : NULL;
        if (stats->pool_count && !maker->has_failed)
            maker->has_failed = !inner || dict_set(classes, size, inner) < 0;
        if (stats->pool_count && !maker->has_failed) {
            put_pools(maker, put_dict(maker, inner, "pools"), stats);
            put_blocks(maker, put_dict(maker, inner, "blocks"), &account->classes[kind][class]);
        }
        xdecref(inner);
        xdecref(size);
    }
}

static void put_holders(Maker *maker, Object *result, const Account *account)
{
    Object *holders = put_dict(maker, result, "holders");
    Object *objects = put_dict(maker, holders, "objects");
    put_size(maker, objects, "count", account->object_count);
    put_size(maker, objects, "requested", account->object_bytes);
    Object *buffers = put_dict(maker, holders, "buffers");
    put_size(maker, buffers, "count", account->buffer_count);
    put_size(maker, buffers, "requested", account->buffer_bytes);
    for (size_t i = 0; i < account->table_count; i++) {
        Object *table = put_dict(maker, holders, account->tables[i].name);
        put_size(maker, table, "count", account->tables[i].block_count);
        put_size(maker, table, "requested", account->tables[i].byte_size);
    }
}

static Object *stats_from(const Account *account)
{
    Maker maker = {false};
    const MemoryStats *stats = &account->memory;
    Object *result = dict_new();
    if (!result)
        return NULL;
    put(&maker, result, "resident", account->resident_bytes ? int_from_size(account->resident_bytes) : object_none);
    put_size(&maker, result, "heap", stats->current_bytes);
    put_size(&maker, result, "peak", stats->peak_bytes);
    put(&maker, result, "limit", stats->limit_bytes ? int_from_size(stats->limit_bytes) : object_none);
    Object *arenas = put_dict(&maker, result, "arenas");
    put_size(&maker, arenas, "bytes", stats->arena_bytes);
    put_size(&maker, arenas, "count", stats->arena_count);
    put_size(&maker, arenas, "heads", stats->head_bytes);
    put_size(&maker, arenas, "empty_pools", stats->empty_pool_bytes);
    put_size(&maker, arenas, "pools", account->pool_bytes);
    put_size(&maker, arenas, "empty_pool_count", stats->empty_pool_count);
    put_size(&maker, arenas, "peak_count", stats->arena_count_peak);
    put_size(&maker, arenas, "mapped_count", stats->arenas_mapped);
    put_size(&maker, arenas, "unmapped_count", stats->arenas_unmapped);
    ClassStats pools = {0};
    size_t large_count = 0;
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++) {
        pools.pool_count += stats->kinds[kind].pool_count;
        pools.full_pool_count += stats->kinds[kind].full_pool_count;
        large_count += stats->large[kind].block_count;
    }
    pools.live_bytes = account->all.block_bytes;
    pools.free_bytes = account->free_bytes;
    pools.unused_bytes = account->unused_bytes;
    pools.tail_bytes = account->tail_bytes;
    put_pools(&maker, put_dict(&maker, result, "pools"), &pools);
    put_blocks(&maker, put_dict(&maker, result, "blocks"), &account->all);
    Object *large = put_dict(&maker, result, "large");
    put_size(&maker, large, "bytes", account->large_bytes);
    put_size(&maker, large, "count", large_count);
    put_size(&maker, large, "requested", account->large_requested);
    put_size(&maker, large, "prefixes", stats->large_prefix_bytes);
    Object *kinds = put_dict(&maker, result, "kinds");
    for (int kind = 0; kind < MEMORY_KIND_COUNT; kind++)
        put_kind(&maker, kinds, account, kind);
    put_holders(&maker, result, account);
    Object *beside = put_dict(&maker, result, "beside");
    put_size(&maker, beside, "tracer", stats->tracer_bytes);
    put_size(&maker, beside, "tables", stats->other_own_bytes);
    return finish(&maker, result);
}

static Object *mem_fn_stats(Object *module)
{
    (void)module;
    Account *account = malloc(sizeof *account);
    if (!account)
        return error_no_memory();
    account_take(account);
    Object *result = stats_from(account);
    free(account);
    return result;
}

// ---- arenas, pins -------------------------------------------------------------------------------

static void put_pool(Maker *maker, Object *list, const HeapmapPool *pool)
{
    static const char *const states[] = {"empty", "used", "full", "idle"};
    Object *dict = append_dict(maker, list);
    put(maker, dict, "kind", pool->state == POOL_EMPTY ? object_none : str_from_text(kind_names[pool->kind]));
    put_size(maker, dict, "size", pool->state == POOL_EMPTY ? 0 : pool->block_size);
    put_text(maker, dict, "state", states[pool->state]);
    put_size(maker, dict, "used", pool->live_count);
    put_size(maker, dict, "free", pool->state == POOL_EMPTY ? 0u : (size_t)pool->capacity - pool->live_count);
}

static Object *arenas_from(const HeapmapPool *pools, size_t pool_count)
{
    Maker maker = {false};
    size_t mapped = arena_counters.mapped;
    Object *result = list_new(0);
    if (!result)
        return NULL;
    for (size_t first = 0; first < pool_count; first += ARENA_POOL_COUNT) {
        size_t used = 0;
        for (size_t i = 0; i < ARENA_POOL_COUNT; i++)
            used += (size_t)pools[first + i].live_count * pools[first + i].block_size;
        Object *dict = append_dict(&maker, result);
        put_size(&maker, dict, "used", used);
        put_size(&maker, dict, "free", ARENA_SIZE - ARENA_HEAD_SIZE - used);
        put_size(&maker, dict, "age", mapped - 1 - pools[first].arena_serial);
        Object *list = maker.has_failed ? NULL : list_new(0);
        put(&maker, dict, "pools", list);
        for (size_t i = 0; i < ARENA_POOL_COUNT && !maker.has_failed; i++)
            put_pool(&maker, list, &pools[first + i]);
    }
    return finish(&maker, result);
}

static Object *mem_fn_arenas(Object *module)
{
    (void)module;
    size_t count = heapmap_pools(NULL, 0);
    HeapmapPool *pools = calloc(count + 1, sizeof *pools);
    if (!pools)
        return error_no_memory();
    heapmap_pools(pools, count);
    Object *result = arenas_from(pools, count);
    free(pools);
    return result;
}

static Object *pins_from(const Pins *pins)
{
    Maker maker = {false};
    Object *result = list_new(0);
    for (size_t i = 0; result && i < pins->arena_count; i++) {
        const PinArena *arena = &pins->arenas[i];
        Object *dict = append_dict(&maker, result);
        put_size(&maker, dict, "arena", arena->arena);
        put_size(&maker, dict, "used", arena->used_bytes);
        put_size(&maker, dict, "count", arena->block_count);
        put_size(&maker, dict, "pages", arena->page_bytes);
        put_size(&maker, dict, "releases", ARENA_SIZE);
        Object *list = maker.has_failed ? NULL : list_new(0);
        put(&maker, dict, "holders", list);
        for (size_t j = 0; j < arena->holder_count && !maker.has_failed; j++) {
            const PinHolder *holder = &pins->holders[arena->first_holder + j];
            char name[256];
            pins_name(holder, name, sizeof name);
            Object *inner = append_dict(&maker, list);
            put_text(&maker, inner, "what", name);
            put(&maker, inner, "filename", new_ref(holder->filename ? holder->filename : object_none));
            put(&maker, inner, "lineno", holder->filename ? int_from_int64(holder->line) : object_none);
            put_size(&maker, inner, "count", holder->block_count);
            put_size(&maker, inner, "bytes", holder->byte_size);
        }
    }
    return finish(&maker, result);
}

static Object *mem_fn_pins(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"threshold", NULL};
    static const Signature signature = {"pins", parameters, 0, 0, 1};
    Object *argument;
    double threshold = 0.25;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &argument) < 0)
        return NULL;
    if (argument) {
        threshold = object_as_double(argument);
        if (error_occurred())
            return NULL;
        if (!(threshold >= 0 && threshold <= 1))
            return error_text(&exc_value_error, "threshold must be between 0 and 1");
    }
    Pins pins;
    if (pins_find(&pins, threshold) < 0)
        return NULL;
    Object *result = pins_from(&pins);
    pins_free(&pins);
    return result;
}

// ---- objects, referrers -------------------------------------------------------------------------

// Owned references outside the heap.
typedef struct Finds {
    Object **items;
    size_t count, capacity;
    Object *wanted; // the type of objects, or what is referred to
} Finds;

static int add_find(Finds *finds, Object *object)
{
    if (finds->count == finds->capacity) {
        size_t capacity = finds->capacity ? finds->capacity * 2 : 1024;
        Object **grown = realloc(finds->items, capacity * sizeof *grown);
        if (!grown)
            return -1;
        finds->items = grown;
        finds->capacity = capacity;
    }
    finds->items[finds->count++] = new_ref(object);
    return 0;
}

// A list of what was found; releases the finds. NULL with MemoryError if is_whole is false.
static Object *list_of_finds(Finds *finds, bool is_whole)
{
    Object *list = is_whole ? list_new(0) : error_no_memory();
    for (size_t i = 0; i < finds->count; i++) {
        if (list && list_append(list, finds->items[i]) < 0)
            ref_clear(&list);
        decref(finds->items[i]);
    }
    free(finds->items);
    return list;
}

static int find_object(Object *object, void *context)
{
    Finds *finds = context;
    if (finds->wanted && !type_is_subtype(type_of(object), (TypeObject *)finds->wanted))
        return 0;
    return add_find(finds, object);
}

static Object *mem_fn_objects(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"type", NULL};
    static const Signature signature = {"objects", parameters, 0, 0, 1};
    Object *type;
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &type) < 0)
        return NULL;
    if (type && type != object_none && !IS_TYPE(type))
        return error_format(&exc_type_error, "type must be a type or None, not %.200T", type);
    Finds finds = {.wanted = type == object_none ? NULL : type};
    return list_of_finds(&finds, owners_visit_objects(find_object, &finds) == 0);
}

static int is_wanted(Object *referent, void *context)
{
    return referent == context;
}

// Code objects hold atoms only, so the collector never asks them.
static bool code_refers(const CodeObject *code, const Object *object)
{
    for (uint32_t i = 0; i < code->constant_count; i++)
        if (code->constants[i] == object)
            return true;
    return code->name == object || code->qualname == object || code->filename == object ||
           code->local_names == object || code->doc == object;
}

static int find_referrer(Object *object, void *context)
{
    Finds *finds = context;
    int (*traverse)(Object *, VisitFn, void *) = type_of(object)->traverse;
    if (IS_EXACT(object, CODE))
        return code_refers((CodeObject *)object, finds->wanted) ? add_find(finds, object) : 0;
    // Frames are asked apart: for what runs, the registers are not in the object.
    if (!traverse || !object_has(object, TF_TRACKED) || (IS_EXACT(object, FRAME) && ((FrameObject *)object)->frame) ||
        !traverse(object, is_wanted, finds->wanted))
        return 0;
    return add_find(finds, object);
}

// Whether the frame itself holds it: locals, and temporaries but for those of the running call.
static bool frame_refers(const Frame *frame, const Object *object)
{
    size_t count = frame->code->local_count;
    if (frame < vm.frame)
        count = (size_t)(frame[1].base - frame->base);
    if (count > frame->code->register_count)
        count = frame->code->register_count;
    for (size_t i = 0; i < count; i++)
        if (frame->base[i] == object)
            return true;
    return frame->flags & FRAME_LOCALS && frame->locals == object;
}

// Calls for each thing outside the heap's walk: frames, ended ones too, and static types.
static int find_other_referrers(Finds *finds)
{
    for (const Frame *frame = vm.frames; frame <= vm.frame; frame++) {
        if (!frame_refers(frame, finds->wanted))
            continue;
        FrameObject *object = frame_object((Frame *)(uintptr_t)frame);
        int status = object ? add_find(finds, OBJECT(object)) : -1;
        xdecref(OBJECT(object));
        if (status < 0)
            return -1;
    }
    for (size_t i = 1; i < TYPE_INDEX_LIMIT; i++) {
        TypeObject *type = type_table[i];
        if (!type || type->index != i || type_has(type, TF_HEAP))
            continue;
        if ((OBJECT(type->dict) == finds->wanted || type->mro == finds->wanted || type->bases == finds->wanted) &&
            add_find(finds, OBJECT(type)) < 0)
            return -1;
    }
    return 0;
}

static Object *mem_fn_referrers(Object *module, Object *object)
{
    (void)module;
    Finds finds = {.wanted = object};
    int status = owners_visit_objects(find_referrer, &finds);
    if (status == 0)
        status = find_other_referrers(&finds);
    error_clear();
    return list_of_finds(&finds, status == 0);
}

// ---- Limits -------------------------------------------------------------------------------------

static Object *soft_callback; // owned; NULL: no soft limit

// A number of bytes, or None as `none`. 0 / -1.
static int read_bytes(Object *argument, size_t none, size_t *byte_size)
{
    *byte_size = none;
    if (argument == object_none)
        return 0;
    int64_t value = object_as_index(argument, &exc_overflow_error);
    if (value == -1 && error_occurred())
        return -1;
    if (value < 1) {
        error_text(&exc_value_error, "a limit must be at least 1 byte");
        return -1;
    }
    *byte_size = (size_t)value;
    return 0;
}

static Object *mem_fn_limit(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    size_t limit = memory_get_limit(), byte_size;
    if (args_check_count("limit", nargs, 0, 1) < 0 || (nargs && read_bytes(args[0], 0, &byte_size) < 0))
        return NULL;
    Object *before = limit ? int_from_size(limit) : object_none;
    if (before && nargs)
        memory_set_limit(byte_size);
    return before;
}

static void ask_for_safe_point(void)
{
    state.interrupt |= INTERRUPT_MEMORY;
}

static void run_soft_callback(void)
{
    if (!soft_callback)
        return;
    Object *callback = new_ref(soft_callback), *exception = error_take();
    Object *used = int_from_size(memory_current_bytes()), *result = used ? call_one(callback, used) : NULL;
    xdecref(used);
    if (result)
        decref(result);
    else
        error_write_unraisable(callback, NULL);
    decref(callback);
    error_restore_steal(exception);
}

static void drop_soft_limit(void)
{
    memory_set_soft_limit(SIZE_MAX);
    memory_hooks.soft_limit = NULL;
    safepoint_memory = NULL;
    if (soft_callback)
        ref_clear(&soft_callback);
}

static Object *mem_fn_soft_limit(Object *module, Object *const *args, size_t nargs)
{
    static bool drops_at_exit;
    size_t byte_size = SIZE_MAX;
    (void)module;
    if (args_check_count("soft_limit", nargs, 0, 2) < 0)
        return NULL;
    if (nargs && read_bytes(args[0], SIZE_MAX, &byte_size) < 0)
        return NULL;
    if (nargs && byte_size != SIZE_MAX && (nargs < 2 || !type_of(args[1])->call))
        return error_text(&exc_type_error, "soft_limit() needs a callable beside the number of bytes");
    Object *before = object_none;
    if (soft_callback) {
        Object *number = int_from_size(memory_get_soft_limit());
        before = number ? tuple_pack(2, number, soft_callback) : NULL;
        xdecref(number);
    }
    if (!before || !nargs)
        return before;
    if (byte_size == SIZE_MAX) {
        drop_soft_limit();
        return before;
    }
    if (!drops_at_exit && hooks_at_exit(drop_soft_limit) == 0)
        drops_at_exit = true;
    ref_set_steal(&soft_callback, new_ref(args[1]));
    memory_hooks.soft_limit = ask_for_safe_point;
    safepoint_memory = run_soft_callback;
    memory_set_soft_limit(byte_size);
    return before;
}

// ---- collections --------------------------------------------------------------------------------

// Why the next older generation was left alone, in words; "" if there is none or nobody chose.
static void explain(const GcRecord *record, char *text, size_t capacity)
{
    int older = record->generation + 1;
    *text = 0;
    if (record->cause != GC_CAUSE_THRESHOLD || older > 2)
        return;
    if (record->counts[older] <= record->thresholds[older])
        snprintf(text, capacity, "generation %d: count %d is not above %d", older, record->counts[older],
                 record->thresholds[older]);
    else
        snprintf(text, capacity, "generation %d: %lld waiting is below a quarter of %lld", older,
                 (long long)record->long_lived_pending, (long long)record->long_lived_total);
}

static Object *three(const int32_t *values)
{
    Object *tuple = tuple_new(3);
    for (int i = 0; tuple && i < 3; i++) {
        TUPLE(tuple)->items[i] = int_from_int64(values[i]);
        if (!TUPLE(tuple)->items[i])
            ref_clear(&tuple);
    }
    return tuple;
}

static Object *mem_fn_collections(Object *module)
{
    static const char *const causes[GC_CAUSE_COUNT] = {"threshold", "bytes", "explicit",
                                                       "emergency", "exit",  "stress"};
    (void)module;
    Maker maker = {false};
    GcRecord *records = malloc(GC_HISTORY_SIZE * sizeof *records);
    if (!records)
        return error_no_memory();
    int count = gc_history_read(records, GC_HISTORY_SIZE);
    Object *result = list_new(0);
    for (int i = 0; result && i < count && !maker.has_failed; i++) {
        const GcRecord *record = &records[i];
        char text[120];
        explain(record, text, sizeof text);
        Object *dict = append_dict(&maker, result);
        put_size(&maker, dict, "number", (size_t)record->number);
        put_size(&maker, dict, "generation", (size_t)record->generation);
        put_text(&maker, dict, "cause", causes[record->cause]);
        put(&maker, dict, "why_not_older", *text ? str_from_text(text) : object_none);
        put(&maker, dict, "counts", three(record->counts));
        put(&maker, dict, "thresholds", three(record->thresholds));
        put_size(&maker, dict, "long_lived", (size_t)record->long_lived_total);
        put_size(&maker, dict, "long_lived_pending", (size_t)record->long_lived_pending);
        put_size(&maker, dict, "candidates", (size_t)record->candidates);
        put_size(&maker, dict, "unreachable", (size_t)record->unreachable);
        put(&maker, dict, "seconds", float_new((double)record->nanoseconds * 1e-9));
    }
    free(records);
    return finish(&maker, result);
}

// ---- Reports ------------------------------------------------------------------------------------

bool mem_write_report(const char *name, FILE *stream)
{
    if (strcmp(name, "stats") == 0) {
        Account *account = malloc(sizeof *account);
        if (!account)
            return false;
        account_take(account);
        account_print(account, stream);
        free(account);
        return true;
    }
    if (strcmp(name, "arenas") == 0)
        return account_print_arenas(stream);
    if (strcmp(name, "pins") == 0) {
        Pins pins;
        if (pins_find(&pins, 0.25) < 0) {
            error_clear();
            return false;
        }
        pins_print(&pins, stream);
        pins_free(&pins);
        return true;
    }
    return false;
}

static Object *mem_fn_report(Object *module, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"name", NULL};
    static const Signature signature = {"report", parameters, 0, 0, 1};
    Object *argument;
    const char *name = "stats";
    (void)module;
    if (args_parse(&signature, args, nargs, kwnames, &argument) < 0)
        return NULL;
    if (argument) {
        if (!IS_STR(argument))
            return error_format(&exc_type_error, "name must be str, not %.200T", argument);
        name = str_utf8(argument, NULL);
        if (!name)
            return NULL;
        if (strcmp(name, "stats") != 0 && strcmp(name, "arenas") != 0 && strcmp(name, "pins") != 0)
            return error_text(&exc_value_error, "name must be 'stats', 'arenas' or 'pins'");
    }
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (!stream)
        return error_no_memory();
    bool is_done = mem_write_report(name, stream);
    is_done = fclose(stream) == 0 && is_done;
    Object *result = is_done ? str_from_utf8(text, size) : error_no_memory();
    free(text);
    return result;
}

static const MethodDef mem_functions[] = {
    {"stats", mem_fn_stats, METHOD_NOARGS,
     "stats($module, /)\n--\n\nReturn the account of the memory as nested dicts of bytes and counts.\n\n"
     "heap = arenas.bytes + large.bytes;  arenas.bytes = heads + empty_pools + pools;\n"
     "pools.bytes = blocks + free + unused + tails;\n"
     "blocks.bytes = requested + rounding + unattributed;\n"
     "large.bytes = requested + prefixes.  All exact."},
    {"arenas", mem_fn_arenas, METHOD_NOARGS,
     "arenas($module, /)\n--\n\nReturn a list of all arenas, each with its pools."},
    {"pins", mem_fn_pins, METHOD_KEYWORDS,
     "pins($module, /, threshold=0.25)\n--\n\nReturn the arenas whose live blocks take at most this share "
     "of them,\neach with who holds it and the bytes that would go back without."},
    {"objects", mem_fn_objects, METHOD_KEYWORDS,
     "objects($module, /, type=None)\n--\n\nReturn a list of all live objects of the heap, tracked or not.\n\n"
     "With a type, only its instances and those of its subclasses."},
    {"referrers", mem_fn_referrers, METHOD_O,
     "referrers($module, object, /)\n--\n\nReturn a list of all that refers to an object: containers that "
     "the\ncollector tracks or not, and running frames."},
    {"limit", mem_fn_limit, METHOD_FAST,
     "limit([bytes])\n\nReturn the limit on the heap in bytes, or None; with an argument, set it\n(None: no "
     "limit) and return what it was."},
    {"soft_limit", mem_fn_soft_limit, METHOD_FAST,
     "soft_limit([bytes, callback])\n\nReturn (bytes, callback) or None; with arguments, set it: callback(used) "
     "runs\nwhenever the heap grows beyond this many bytes, once until it has fallen to it\nagain. "
     "soft_limit(None) removes it."},
    {"collections", mem_fn_collections, METHOD_NOARGS,
     "collections($module, /)\n--\n\nReturn the last collections, oldest first: why each ran and what it found."},
    {"report", mem_fn_report, METHOD_KEYWORDS,
     "report($module, /, name='stats')\n--\n\nReturn 'stats', 'arenas' or 'pins' as text."},
    {NULL, NULL, 0, NULL},
};

extern const ModuleDef module_mem;
const ModuleDef module_mem = {
    .name = "mem",
    .doc = "The heap, looked at: what CPython has no question for.\n\n"
           "stats() -- The account of the memory, exact to the byte.\n"
           "arenas() -- All arenas and pools.\n"
           "pins() -- Who keeps nearly empty arenas.\n"
           "objects() -- All live objects.\n"
           "referrers() -- All that refers to an object.\n"
           "limit() -- The hard limit.\n"
           "soft_limit() -- A callback for when the heap grows beyond a size.\n"
           "collections() -- The last collections.\n"
           "report() -- Any of it as text.\n",
    .functions = mem_functions,
};
