// Freeing long chains without C recursion: containers' dealloc functions use this pair.
#ifndef ADDER_RUNTIME_GC_DEALLOC_H
#define ADDER_RUNTIME_GC_DEALLOC_H

#include "runtime/object.h"

// Called first in the dealloc of a type that can nest (list, tuple, dict, instance, ...). False: the
// chain is too deep already; the object was queued and will be deallocated again later: return.
bool dealloc_enter(Object *object);
// Called last. Frees what was queued when the outermost level is reached.
void dealloc_leave(void);
// Gives the queue's memory back; at the end of the program.
void dealloc_stop(void);

#endif
