// The interpreter's one state, and the order in which the runtime starts and stops. The collector
// comes right after memory, because every tracked allocation enters its young buffer; exceptions
// are patched before any type is made ready. Read runtime_start first.
#include "runtime/base/hash.h" // before state.h, whose `state` its parameters would shadow
#include "runtime/model/state.h"

#include "runtime/gc/gc.h"
#include "runtime/model/class.h"
#include "runtime/model/collector.h"
#include "runtime/model/error.h"
#include "runtime/model/memory_error.h"
#include "runtime/model/names.h"
#include "runtime/model/weakref.h"
#include "runtime/numbers/int.h"
#include "runtime/program/exception.h"
#include "runtime/text/bytes.h"
#include "runtime/text/intern.h"
#include "runtime/text/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

RuntimeState state = {.recursion_limit = RECURSION_LIMIT_DEFAULT, .handled = &state.handled_base};

_Static_assert((int)INTERRUPT_GC == (int)GC_INTERRUPT, "gc.h may not include state.h");

// Depth that the making of the RecursionError itself may use on top of the limit.
#define RECURSION_HEADROOM 50

// The lowest address that C recursion may reach: C_STACK_BYTES_MAX below here, or three quarters of
// a smaller stack.
static char *find_c_stack_floor(void)
{
    struct rlimit limit;
    size_t byte_size = C_STACK_BYTES_MAX;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY &&
        limit.rlim_cur / 4 * 3 < byte_size)
        byte_size = limit.rlim_cur / 4 * 3;
    char *here = __builtin_frame_address(0);
    return here - byte_size;
}

int runtime_start(void)
{
    state.c_stack_floor = find_c_stack_floor();
    state.recursion_limit = RECURSION_LIMIT_DEFAULT;
    state.recursion_depth = 0;
    state.handled = &state.handled_base;
    state.is_finalizing = false;
    memory_start();
    if (hash_start(state.ignores_environment ? NULL : getenv("ADDERHASHSEED")) < 0 || gc_start() < 0)
        return -1;
    gc_interrupt_flag = &state.interrupt;
    if (ADDER_STRESS) // a collection at every safe point, from the first on
        state.interrupt |= INTERRUPT_GC;
    exception_prepare();
    collector_prepare();
    if (type_start() < 0 || intern_start() < 0 || str_start() < 0 || int_start() < 0 ||
        bytes_start() < 0 || names_start() < 0)
        return -1;
    if (exception_start() < 0 || memory_error_start() < 0 || collector_start() < 0)
        return -1;
    return 0;
}

size_t runtime_stop(void)
{
    state.is_finalizing = true;
    error_clear();
    ref_clear(&state.handled_base.exception);
    ref_clear(&state.modules);
    collector_stop();
    gc_collect_silently();
    ref_clear(&state.builtins);
    ref_clear(&state.sys_dict);
    error_stop();
    gc_collect_silently(); // what builtins and sys held
    if (state.ends_process)
        return 0;
    type_stop();
    str_stop();
    intern_stop();
    weakref_stop();
    gc_stop();
    size_t left = memory_live_block_count();
    if (left && state.report_leaks)
        memory_describe_leaks(stderr);
    memory_stop();
    return left;
}

int recursion_enter_slow(const char *where)
{
    static bool is_raising;
    char *here = __builtin_frame_address(0);
    if (is_raising) { // the making of the error is deep itself: let it go on for a while
        if (state.recursion_depth < state.recursion_limit + RECURSION_HEADROOM) {
            state.recursion_depth++;
            return 0;
        }
        error_no_memory();
        return -1;
    }
    if (here > state.c_stack_floor && state.recursion_depth < state.recursion_limit) {
        state.recursion_depth++;
        return 0;
    }
    is_raising = true;
    error_format(&exc_recursion_error, "maximum recursion depth exceeded%s", where ? where : "");
    is_raising = false;
    return -1;
}

Object *state_handled_exception_borrow(void)
{
    for (HandledException *level = state.handled; level; level = level->previous)
        if (level->exception)
            return level->exception;
    return NULL;
}
