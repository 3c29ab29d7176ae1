// The command line.
#ifndef ADDER_VM_CLI_OPTIONS_H
#define ADDER_VM_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "runtime/memory/debug.h"
#include "stdlib/machine/mod_sys.h"

#define OPTIONS_X_LIMIT 64 // so that they need no allocation; more are refused

typedef enum RunMode { RUN_PROMPT, RUN_STDIN, RUN_FILE, RUN_COMMAND, RUN_MODULE } RunMode;
typedef enum ShowMode { SHOW_NOTHING, SHOW_TOKENS, SHOW_AST, SHOW_DIS } ShowMode;

typedef struct Options {
    RunMode mode;
    ShowMode show;
    const char *target;       // file, command text or module name
    int argument_count;       // sys.argv: arguments[0] is the script, "-c", "-m" or ""
    char **arguments;
    bool interactive_after;   // -i
    int flags[SYS_FLAG_COUNT]; // sys.flags as far as options set them
    const char *x_options[OPTIONS_X_LIMIT]; // arguments of -X
    int x_option_count;
    bool check_leaks;         // --check-leaks
    bool shows_memory;        // -X memstats
    bool shows_counts;        // -X counts
    size_t memory_limit;      // bytes; 0: none
    int tracemalloc_frames;   // -X tracemalloc[=N], ADDERTRACEMALLOC; 0: off
    long fail_allocation;     // -X failalloc=N; 0: off
    bool fail_forever;        // -X failalloc=N,forever
    bool fail_start;          // -X failalloc=N,start: counted from before vm_start
    DebugFailPoint fail_point; // -X failalloc=N,arena and the like
} Options;

// Reads the command line. True: go on; false: *status is the exit status (help, version, error), and
// what there was to say has been said.
bool options_parse(int argc, char **argv, Options *options, int *status);

#endif
