// The young buffer: addresses of the objects of generations 0 and 1. For this folder.
//
//   young_entries          young_first                      gc.young_next        gc.young_limit
//   | generation 1 (middle) | generation 0 (young), in order |      free          |
#ifndef ADDER_RUNTIME_GC_YOUNG_H
#define ADDER_RUNTIME_GC_YOUNG_H

#include "runtime/gc/gc.h"

// Room for the default thresholds: 700 young ones, and the survivors of ten young collections. The
// part that is in use mostly stays in the cache.
#if ADDER_STRESS
#define YOUNG_CAPACITY 64
#else
#define YOUNG_CAPACITY 16384
#endif

extern Object *young_entries[YOUNG_CAPACITY];
extern Object **young_first; // the first entry of generation 0

// True if the buffer holds every object of generation 0 (and, for generation 1, of generations 0 and
// 1); false after it overflowed: then they have to be found by walking the heap.
bool young_is_complete(int generation);
// Drops freed, aged and duplicate entries of generation 0; the order stays. Not while objects carry
// FLAG_REACHED.
void young_compact(void);
// The entries of the generation (1: and of 0) from `kept` to the end are the only ones that stay. Those
// of generation 1 become the middle part, with the younger ones.
void young_keep(int generation, Object **kept);
// Empties it: no object is in generations 0 and 1 any more.
void young_reset(void);
// After a young collection: the survivors become the end of the middle part. `is_known`: the candidates
// were this buffer's entries, which become generation 1 here (else survivors are missing in it).
// `is_whole`: all of them survived and are tracked.
void young_promote(bool is_known, bool is_whole);
// Objects of generation 1 exist that have no entry: until young_reset() they are found by walking.
void young_forget_middle(void);
// Forgets the addresses of a pool that leaves its kind (memory_hooks.pool_released).
void young_forget_range(void *address, size_t byte_size);
// Whether the block at a remembered address may be read (sanitizer builds know better).
bool young_is_readable(const Object *object);
void young_start(void);

#endif
