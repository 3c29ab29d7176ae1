// range and its iterators.
#ifndef ADDER_RUNTIME_CONTAINERS_RANGE_H
#define ADDER_RUNTIME_CONTAINERS_RANGE_H

#include "runtime/type.h"

typedef struct RangeObject {
    Object header;
    Object *start, *stop, *step, *length; // exact ints
} RangeObject;
typedef struct RangeIterObject { // all fits int64
    Object header;
    int64_t next, step;
    uint64_t remaining;
} RangeIterObject;

Object *range_new(Object *start, Object *stop, Object *step);
Object *range_iterator(int64_t start, int64_t stop); // iter(range(start, stop))

#endif
