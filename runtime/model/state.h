// The interpreter's one state: current exception, handled exceptions, recursion depth.
#ifndef ADDER_RUNTIME_MODEL_STATE_H
#define ADDER_RUNTIME_MODEL_STATE_H

#include "runtime/type.h"

// One level of "exception being handled": the main program has one, each running generator one.
typedef struct HandledException {
    Object *exception; // owned, or NULL
    struct HandledException *previous;
} HandledException;

typedef struct RuntimeState {
    Object *exception; // the exception being raised (an instance, owned), NULL: none. One field: no (type, value, tb)
    HandledException *handled; // innermost level; look further out while its exception is NULL
    HandledException handled_base;
    volatile uint32_t interrupt; // != 0: something waits for a safe point (INTERRUPT_*)
    uint32_t recursion_depth;    // script frames and C recursion together, as CPython 3.11 counts them
    uint32_t recursion_limit;    // sys.setrecursionlimit
    char *c_stack_floor;         // lowest address C recursion may reach
    Object *modules;             // sys.modules, a dict
    DictObject *builtins;        // namespace of module builtins
    DictObject *sys_dict;        // namespace of module sys
    bool is_finalizing;
    bool ignores_environment; // -E: variables ADDER* say nothing; set before the start
    bool report_leaks;        // runtime_stop describes what is left on stderr
    bool ends_process;        // runtime_stop leaves to the system what no finalizer sees
} RuntimeState;
extern RuntimeState state;

enum { INTERRUPT_GC = 1, INTERRUPT_SIGNAL = 2, INTERRUPT_MEMORY = 4, INTERRUPT_TRACE = 8 };

// Start and stop of the whole runtime layer, in order: memory, hash, types, names, singletons...
int runtime_start(void);
// Returns the number of blocks that are still live once every owner has let go; 0 unless something leaks,
// and if state.ends_process.
size_t runtime_stop(void);

// Guards C recursion that script data controls (repr, compare, calls from C, the compiler).
// 0, or -1 with RecursionError "maximum recursion depth exceeded" + where (such as " in comparison";
// NULL: nothing). Each successful enter needs a leave.
int recursion_enter_slow(const char *where);
static inline int recursion_enter(const char *where)
{
    char here;
    if (likely(&here > state.c_stack_floor && state.recursion_depth < state.recursion_limit)) {
        state.recursion_depth++;
        return 0;
    }
    return recursion_enter_slow(where);
}
static inline void recursion_leave(void)
{
    state.recursion_depth--;
}
// Borrowed: the exception being handled (sys.exc_info), or NULL.
Object *state_handled_exception_borrow(void);

#endif
