// Module _tracemalloc: runtime/memory/trace as scripts see it. A trace holds code objects and
// instructions; files and lines are found when somebody asks. Read tracemalloc_start first.
#include "stdlib/machine/mod_tracemalloc.h"

#include <string.h>

#include "runtime/bytecode/linetable.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/memory/trace.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/program/code.h"
#include "runtime/program/module.h"
#include "runtime/text/str.h"
#include "vm/frame.h"
#include "vm/hooks.h"

static bool stops_at_exit;

// --- what the tracer calls ---

// Cells are made before a function's first line, as in CPython; they belong to the call.
static bool has_begun(const void *pc)
{
    return ((const Instruction *)pc)[-1].op != OP_MAKE_CELL;
}

static void retain_code(void *code)
{
    incref(OBJECT(code));
}

static void release_code(void *code)
{
    decref(OBJECT(code));
}

static void codes_dropped(void)
{
    state.interrupt |= INTERRUPT_TRACE;
}

int tracemalloc_start(int frame_count)
{
    trace_hooks = (TraceHooks){
        .running = &vm.frame,
        .bottom = (char *)vm.frames,
        .frame_size = sizeof(Frame),
        .code_offset = offsetof(Frame, code),
        .pc_offset = offsetof(Frame, pc),
        .parent_offset = offsetof(Frame, trace_parent),
        .has_begun = has_begun,
        .retain = retain_code,
        .release = release_code,
        .codes_dropped = codes_dropped,
    };
    if (!stops_at_exit) {
        stops_at_exit = true;
        hooks_at_exit(trace_stop); // traces hold code objects
    }
    if (trace_start((uint32_t)frame_count) == 0)
        return 0;
    error_no_memory();
    return -1;
}

// --- traces as tuples ---

// (filename, lineno) of a frame, or of none.
static Object *place_of(const TraceFrame *frame)
{
    Object *name, *line;
    if (frame) {
        const CodeObject *code = frame->code;
        uint32_t offset = (uint32_t)((const Instruction *)frame->pc - 1 - code->code);
        SourceRange range = linetable_find(code->line_table, code->line_table_size, code->first_line, offset);
        name = new_ref(code->filename);
        line = int_from_int64(range.line < 0 ? code->first_line : range.line);
    } else { // allocated while no script code ran
        name = str_from_text("<unknown>");
        line = int_from_int64(0);
    }
    Object *pair = name && line ? tuple_pack(2, name, line) : NULL;
    xdecref(name);
    xdecref(line);
    return pair;
}

// ((filename, lineno), ...), most recent first. *total_count: the depth of the whole stack.
static Object *frames_of(uint32_t id, uint32_t *total_count)
{
    TraceFrame some[64], *frames = some;
    uint32_t capacity = sizeof some / sizeof *some, count = trace_read(id, some, capacity, total_count);
    if (*total_count > capacity && trace_limit() > capacity) {
        capacity = *total_count < trace_limit() ? *total_count : trace_limit();
        frames = memory_alloc(capacity * sizeof *frames, MEMORY_RAW);
        if (!frames)
            return error_no_memory();
        count = trace_read(id, frames, capacity, total_count);
    }
    Object *places = tuple_new(count ? count : 1);
    for (uint32_t i = 0; places && i < TUPLE(places)->count; i++) {
        TUPLE(places)->items[i] = place_of(count ? &frames[i] : NULL);
        if (!TUPLE(places)->items[i])
            ref_clear(&places);
    }
    if (!count)
        *total_count = 1;
    if (frames != some)
        memory_free(frames, capacity * sizeof *frames);
    return places;
}

// A snapshot under way. Equal traces share their tuples: those made so far, by id.
typedef struct Snapshot {
    Object *list;
    struct {
        Object *frames; // owned
        Object *total;  // owned
    } *by_id;
    uint32_t id_bound;
} Snapshot;

// Appends (domain, size, frames, total_nframe) for a block.
static int add_block(uint32_t id, void *block, size_t byte_size, void *context)
{
    Snapshot *snapshot = context;
    (void)block;
    if (!snapshot->by_id[id].total) {
        uint32_t total_count;
        Object *frames = frames_of(id, &total_count);
        if (!frames)
            return -1;
        snapshot->by_id[id].frames = frames;
        snapshot->by_id[id].total = int_from_int64(total_count);
        if (!snapshot->by_id[id].total) {
            ref_clear(&snapshot->by_id[id].frames);
            return -1;
        }
    }
    Object *size = int_from_size(byte_size);
    if (!size)
        return -1;
    Object *entry = tuple_pack(4, int_small_borrow(0), size, snapshot->by_id[id].frames, snapshot->by_id[id].total);
    decref(size);
    return entry ? list_append_steal(snapshot->list, entry) : -1;
}

static Object *tracemalloc_fn_get_traces(Object *module)
{
    (void)module;
    Snapshot snapshot = {.list = list_new(0), .id_bound = trace_id_bound()};
    if (!snapshot.list || !trace_is_on())
        return snapshot.list;
    trace_suspend();
    size_t byte_size = snapshot.id_bound * sizeof *snapshot.by_id;
    snapshot.by_id = memory_alloc(byte_size, MEMORY_RAW);
    if (snapshot.by_id) {
        memset(snapshot.by_id, 0, byte_size);
        if (trace_visit_blocks(add_block, &snapshot) != 0)
            ref_clear(&snapshot.list);
        for (uint32_t i = 0; i < snapshot.id_bound; i++) {
            xdecref(snapshot.by_id[i].frames);
            xdecref(snapshot.by_id[i].total);
        }
        memory_free(snapshot.by_id, byte_size);
    } else {
        ref_clear(&snapshot.list);
        error_no_memory();
    }
    trace_resume();
    return snapshot.list;
}

static bool is_in_arena(const void *address)
{
    for (size_t i = 0; i < arena_count; i++)
        if (arena_of(address) == arena_table[i])
            return true;
    return false;
}

static Object *tracemalloc_fn_get_object_traceback(Object *module, Object *object)
{
    (void)module;
    if (!trace_is_on() || object_is_immortal(object))
        return_none;
    uint32_t total_count, id = trace_of_block(object, is_in_arena(object) ? sizeof(Object) : BLOCK_SIZE_MAX + 1);
    return id ? frames_of(id, &total_count) : object_none;
}

// --- switches and figures ---

static Object *tracemalloc_fn_start(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    int count = 1;
    if (args_check_count("start", nargs, 0, 1) < 0)
        return NULL;
    if (nargs) {
        count = int_as_int32(args[0]);
        if (count == -1 && error_occurred())
            return NULL;
    }
    if (count < 1 || count > TRACE_LIMIT_MAX)
        return error_format(&exc_value_error, "the number of frames must be in range [1; %i]", TRACE_LIMIT_MAX);
    return tracemalloc_start(count) < 0 ? NULL : object_none;
}

static Object *tracemalloc_fn_stop(Object *module)
{
    (void)module;
    trace_stop();
    return_none;
}

static Object *tracemalloc_fn_is_tracing(Object *module)
{
    (void)module;
    return object_from_bool(trace_is_on());
}

static Object *tracemalloc_fn_clear_traces(Object *module)
{
    (void)module;
    if (trace_is_on())
        trace_clear();
    return_none;
}

static Object *tracemalloc_fn_get_traceback_limit(Object *module)
{
    (void)module;
    return int_from_int64(trace_is_on() ? trace_limit() : 1);
}

static Object *tracemalloc_fn_get_tracemalloc_memory(Object *module)
{
    (void)module;
    return int_from_size(trace_own_bytes());
}

static Object *tracemalloc_fn_get_traced_memory(Object *module)
{
    (void)module;
    size_t current = trace_is_on() ? trace_current_bytes() : 0, peak = trace_is_on() ? trace_peak_bytes() : 0;
    Object *first = int_from_size(current), *second = int_from_size(peak);
    Object *pair = first && second ? tuple_pack(2, first, second) : NULL;
    xdecref(first);
    xdecref(second);
    return pair;
}

static Object *tracemalloc_fn_reset_peak(Object *module)
{
    (void)module;
    if (trace_is_on())
        trace_reset_peak();
    return_none;
}

static const MethodDef tracemalloc_functions[] = {
    {"is_tracing", (void *)tracemalloc_fn_is_tracing, METHOD_NOARGS,
     "is_tracing($module, /)\n--\n\nReturn True if the tracemalloc module is tracing Python"
     " memory allocations."},
    {"clear_traces", (void *)tracemalloc_fn_clear_traces, METHOD_NOARGS,
     "clear_traces($module, /)\n--\n\nClear traces of memory blocks allocated by Python."},
    {"_get_traces", (void *)tracemalloc_fn_get_traces, METHOD_NOARGS,
     "_get_traces($module, /)\n--\n\nGet traces of all memory blocks allocated by"
     " Python.\n\nReturn a list of (size: int, traceback: tuple) tuples.\ntraceback is a"
     " tuple of (filename: str, lineno: int) tuples.\n\nReturn an empty list if the"
     " tracemalloc module is disabled."},
    {"_get_object_traceback", (void *)tracemalloc_fn_get_object_traceback, METHOD_O,
     "_get_object_traceback($module, obj, /)\n--\n\nGet the traceback where the Python object"
     " obj was allocated.\n\nReturn a tuple of (filename: str, lineno: int) tuples.\nReturn"
     " None if the tracemalloc module is disabled or did not\ntrace the allocation of the"
     " object."},
    {"start", (void *)tracemalloc_fn_start, METHOD_FAST,
     "start($module, nframe=1, /)\n--\n\nStart tracing Python memory allocations.\n\nAlso set"
     " the maximum number of frames stored in the traceback of a\ntrace to nframe."},
    {"stop", (void *)tracemalloc_fn_stop, METHOD_NOARGS,
     "stop($module, /)\n--\n\nStop tracing Python memory allocations.\n\nAlso clear traces of"
     " memory blocks allocated by Python."},
    {"get_traceback_limit", (void *)tracemalloc_fn_get_traceback_limit, METHOD_NOARGS,
     "get_traceback_limit($module, /)\n--\n\nGet the maximum number of frames stored in the"
     " traceback of a trace.\n\nBy default, a trace of an allocated memory block only"
     " stores\nthe most recent frame: the limit is 1."},
    {"get_tracemalloc_memory", (void *)tracemalloc_fn_get_tracemalloc_memory, METHOD_NOARGS,
     "get_tracemalloc_memory($module, /)\n--\n\nGet the memory usage in bytes of the"
     " tracemalloc module.\n\nThis memory is used internally to trace memory allocations."},
    {"get_traced_memory", (void *)tracemalloc_fn_get_traced_memory, METHOD_NOARGS,
     "get_traced_memory($module, /)\n--\n\nGet the current size and peak size of memory"
     " blocks traced by tracemalloc.\n\nReturns a tuple: (current: int, peak: int)."},
    {"reset_peak", (void *)tracemalloc_fn_reset_peak, METHOD_NOARGS,
     "reset_peak($module, /)\n--\n\nSet the peak size of memory blocks traced by tracemalloc"
     " to the current size.\n\nDo nothing if the tracemalloc module is not tracing memory"
     " allocations."},
    {0},
};

extern const ModuleDef module__tracemalloc;
const ModuleDef module__tracemalloc = {
    .name = "_tracemalloc",
    .doc = "Debug module to trace memory blocks allocated by Python.",
    .functions = tracemalloc_functions,
};
