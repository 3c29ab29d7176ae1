// Whose is a block: every live block of the heap that somebody can be named for, with its owner and
// the size that was asked for. Objects name themselves; a raw block is named by the object whose
// buffer it is, or by the table of the runtime that it holds.
#ifndef ADDER_STDLIB_MACHINE_OWNERS_H
#define ADDER_STDLIB_MACHINE_OWNERS_H

#include "runtime/memory/heapmap.h"
#include "runtime/model/tables.h"

typedef struct OwnedBlock {
    const void *block;
    size_t byte_size;  // as asked for; 0: the owner does not know
    MemoryKind kind;
    bool is_large;     // no pool serves it
    Object *object;    // borrowed: the object itself, or the one whose buffer this is; or NULL and
    const char *table; // the table's name
} OwnedBlock;

// Calls `visit` once for each such block, in the heap's order. Allocates nothing, runs no script
// code; the visitor must not allocate from the heap either. An object that is being made is named
// without a size, and what it will own is not looked at.
void owners_visit(void (*visit)(const OwnedBlock *owned, void *context), void *context);

// Whether an object of the heap is whole, so that scripts may see it and traverse it: not being
// made, not dying.
bool owners_is_whole(const Object *object);
// Calls `visit` for each object that is whole, tracked or not, until it returns nonzero, which is
// returned. The same rules.
int owners_visit_objects(VisitFn visit, void *context);

#endif
