// What happens between instructions: a scheduled collection, a signal, code that tracing lets go.
#include <signal.h>

#include "runtime/gc/gc.h"
#include "runtime/memory/trace.h"
#include "runtime/model/error.h"
#include "runtime/model/state.h"
#include "vm/vm.h"

void (*safepoint_memory)(void);

static void on_sigint(int number)
{
    (void)number;
    state.interrupt |= INTERRUPT_SIGNAL;
}

void safepoint_install_sigint(void)
{
    struct sigaction action = {.sa_handler = on_sigint}; // no SA_RESTART: a blocking read returns EINTR
    sigemptyset(&action.sa_mask);
    struct sigaction old;
    if (sigaction(SIGINT, NULL, &old) == 0 && old.sa_handler == SIG_IGN)
        return; // a background job stays deaf
    sigaction(SIGINT, &action, NULL);
}

int safepoint_run(void)
{
    uint32_t waiting = state.interrupt;
    if (waiting & INTERRUPT_SIGNAL) {
        state.interrupt &= ~(uint32_t)INTERRUPT_SIGNAL;
        error_text(&exc_keyboard_interrupt, NULL);
        return -1;
    }
    if (waiting & INTERRUPT_GC) {
        state.interrupt &= ~(uint32_t)INTERRUPT_GC;
        gc_safe_point();
    }
    if (waiting & INTERRUPT_TRACE) {
        state.interrupt &= ~(uint32_t)INTERRUPT_TRACE;
        trace_release_dropped();
    }
    if (waiting & INTERRUPT_MEMORY) {
        state.interrupt &= ~(uint32_t)INTERRUPT_MEMORY;
        if (safepoint_memory)
            safepoint_memory();
    }
    return 0;
}
