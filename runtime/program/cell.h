// Cells: variables shared by a function and its inner functions.
#ifndef ADDER_RUNTIME_PROGRAM_CELL_H
#define ADDER_RUNTIME_PROGRAM_CELL_H

#include "runtime/type.h"

typedef struct CellObject {
    Object header;
    Object *content; // NULL: empty
} CellObject;
#define CELL(o) ((CellObject *)(o))

Object *cell_new_steal(Object *content_or_null); // takes over `content`, on failure too

#endif
