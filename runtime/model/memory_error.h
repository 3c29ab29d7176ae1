// MemoryErrors that are ready before memory is out, and what they say.
#ifndef ADDER_RUNTIME_MODEL_MEMORY_ERROR_H
#define ADDER_RUNTIME_MODEL_MEMORY_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "runtime/object.h"

#define MEMORY_ERROR_TEXT_SIZE 400 // bytes of the longest text with its NUL

// What failed, for an exception that error_no_memory raised: size, place, use and limit as UTF-8.
// Allocates nothing. False, and an empty text: this one has nothing to tell.
bool memory_error_text(Object *exception, char text[MEMORY_ERROR_TEXT_SIZE]);
// Whether the current exception, if any, tells that memory is out.
bool memory_error_is_current(void);
// Gives an exact MemoryError its text as args, unless it has args or nothing to tell. 0; -1 with
// another MemoryError.
int memory_error_fill_args(Object *exception);
// The script sets args itself: what there was to tell is forgotten.
void memory_error_forget(Object *exception);
// A dying exact MemoryError goes back to the ones that wait; true: it was taken.
bool memory_error_keep(Object *exception);
// Whether it is the last one, which serves all failures at once when the others are taken.
bool memory_error_is_last(Object *exception);

int memory_error_start(void); // 0 / -1
void memory_error_stop(void);

#endif
