// The prompt's history: libedit's list while it runs, a file of one line an entry afterwards.
#ifndef ADDER_VM_CLI_HISTORY_H
#define ADDER_VM_CLI_HISTORY_H

#include "vm/cli/libedit.h"

// Makes the list and fills it from $XDG_STATE_HOME/adder/history, or ~/.local/state/adder/history.
// libedit must be loaded. NULL when memory is out; a file that cannot be read is an empty one.
History *history_open(void);
// Adds a statement (which may hold newlines) to list and file, unless it is the latest entry already.
void history_remember(const char *text);
void history_close(void);

#endif
