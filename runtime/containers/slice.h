// slice objects and slice arithmetic.
#ifndef ADDER_RUNTIME_CONTAINERS_SLICE_H
#define ADDER_RUNTIME_CONTAINERS_SLICE_H

#include "runtime/type.h"

typedef struct SliceObject {
    Object header;
    Object *start, *stop, *step;
} SliceObject;

Object *slice_new(Object *start, Object *stop, Object *step); // borrowed; NULL means None
// Start, stop, step as int64 (clamped), step not 0 (ValueError). 0 / -1.
int slice_unpack(Object *slice, int64_t *start, int64_t *stop, int64_t *step);
// Clips to a sequence of `length`; returns the number of items. Cannot fail.
int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step);
// The same with ints of any size, for a length (exact int, not negative): new references. 0 / -1.
int slice_long_indices(Object *slice, Object *length, Object **start, Object **stop, Object **step);

#endif
