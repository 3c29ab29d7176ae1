// The line editor of a terminal: libedit with keys, paste and completion of our own.
#ifndef ADDER_VM_CLI_EDITOR_H
#define ADDER_VM_CLI_EDITOR_H

#include <stdbool.h>

#include "runtime/containers/dict.h"
#include "runtime/memory/buffer.h"
#include "vm/cli/libedit.h"

typedef enum LineStatus {
    LINE_READ,
    LINE_END,         // end of input
    LINE_INTERRUPTED, // Ctrl-C: what was typed is void
    LINE_FAILED,      // an exception is set
} LineStatus;

// Text that waits to be read line by line: the bytes from `start` on are still to come. A last line
// without a newline is unfinished. A NUL follows. All zero: empty.
typedef struct PastedText {
    Buffer text;
    size_t start;
} PastedText;

// The buffer becomes the text and a NUL that its size does not count. 0 / -1 with MemoryError.
int editor_set_text(Buffer *buffer, const char *text, size_t byte_size);
bool editor_rest_is_empty(const PastedText *rest);
// Moves the first finished line into `line` (without its newline, NUL-ended). 1, 0: there is none,
// -1 with MemoryError.
int editor_rest_take_line(PastedText *rest, Buffer *line);
// What is still to come, NUL-ended; NULL: nothing.
const char *editor_rest_peek(const PastedText *rest);
int editor_rest_append(PastedText *rest, const char *text, size_t byte_size); // 0 / -1 with MemoryError
void editor_rest_clear(PastedText *rest);

// Opens the editor. False: stdin and stdout are no terminal that can be edited on, or libedit is missing.
bool editor_start(void);
void editor_stop(void);

typedef struct EditorRequest {
    const char *prompt;  // \001 around what does not move the cursor
    History *history;    // entries that the arrow keys bring back; never NULL
    DictObject *globals; // Tab completes their names; NULL: Tab is a tab
    PastedText *rest;    // takes the lines pasted behind the first; its unfinished line is edited first
} EditorRequest;

// Reads a line into `line` (without its newline, NUL-ended; it holds newlines if it was recalled or
// made with Alt-Enter). *is_pasted: it was entered by a paste of several lines.
LineStatus editor_read_line(const EditorRequest *request, Buffer *line, bool *is_pasted);

#endif
