// What can stand at the cursor: names, attributes, modules.
#ifndef ADDER_VM_CLI_COMPLETE_H
#define ADDER_VM_CLI_COMPLETE_H

#include "runtime/containers/dict.h"

typedef struct Completion {
    Object *words;    // owned: sorted list of strs; each begins with the word that is being typed
    size_t word_size; // bytes of that word, which ends at the cursor
} Completion;

// Finds the words for a line whose cursor is behind its `byte_size` bytes (UTF-8). No script code
// runs: attributes are looked up in types and instance dicts, properties and __getattr__ are not
// asked. An empty list means that nothing fits. 0, or -1 with MemoryError.
int complete_line(const char *line, size_t byte_size, DictObject *globals, Completion *completion);

#endif
