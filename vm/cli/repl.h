// The prompt.
#ifndef ADDER_VM_CLI_REPL_H
#define ADDER_VM_CLI_REPL_H

#include "runtime/containers/dict.h"

// Reads, runs and prints statements in `globals` until end of input. With a terminal: libedit, history,
// completion; else plain lines from stdin. Returns the exit status.
int repl_run(DictObject *globals);

#endif
