// A whole life of the interpreter in one call.
#include "tests/support/harness.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/memory/debug.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/program/module.h"
#include "runtime/text/str.h"
#include "stdlib/modules.h"
#include "vm/vm.h"

void (*harness_before_stop)(void);

static int run(const char *text)
{
    Object *module = module_new(NAME(main)), *filename = str_from_text("test.py"), *result = NULL;
    if (module && filename && dict_set(state.modules, NAME(main), module) == 0)
        result = vm_run_text(text, strlen(text), filename, MODULE(module)->dict);
    xdecref(filename);
    xdecref(module);
    xdecref(result);
    return result ? 0 : -1;
}

static Outcome live(const char *text, long n, bool forever, bool *reached)
{
    Outcome outcome = {.started = vm_start(stdlib_modules()) == 0};
    if (!outcome.started)
        return outcome;
    if (n > 0)
        debug_fail_after(DEBUG_FAIL_REQUEST, (uint64_t)n - 1, forever);
    outcome.raised = run(text) < 0;
    if (reached)
        *reached = debug_failure_count(DEBUG_FAIL_REQUEST) > 0;
    debug_fail_off(DEBUG_FAIL_REQUEST);
    if (outcome.raised && state.exception)
        snprintf(outcome.exception, sizeof outcome.exception, "%s", type_of(state.exception)->name);
    error_clear();
    if (harness_before_stop)
        harness_before_stop();
    outcome.blocks_left = vm_stop();
    return outcome;
}

Outcome harness_run(const char *text)
{
    return live(text, 0, false, NULL);
}

Outcome harness_run_failing(const char *text, long n, bool forever, bool *reached)
{
    // A process of its own: statics start fresh.
    struct {
        Outcome outcome;
        bool reached;
    } *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    shared->reached = false;
    pid_t child = fork();
    if (child == 0) {
        shared->outcome = live(text, n, forever, &shared->reached);
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    Outcome outcome = shared->outcome;
    if (status != 0) { // it crashed
        outcome.started = false;
        snprintf(outcome.exception, sizeof outcome.exception, "status %d", status);
    }
    *reached = shared->reached || status != 0;
    munmap(shared, sizeof *shared);
    return outcome;
}
