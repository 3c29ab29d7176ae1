// Raw blocks that the runtime holds for its own tables, or for a type beside its object: for the
// account of the memory. Each function names the blocks with the sizes that were asked for, reads
// only, and allocates nothing.
#ifndef ADDER_RUNTIME_MODEL_TABLES_H
#define ADDER_RUNTIME_MODEL_TABLES_H

#include "runtime/type.h"

typedef void (*BlockVisitor)(const void *block, size_t byte_size, void *context);

void intern_visit_blocks(BlockVisitor visit, void *context);   // the table of interned strs
void weakref_visit_blocks(BlockVisitor visit, void *context);  // which objects have weak references
void instance_visit_blocks(BlockVisitor visit, void *context); // which instances have a __dict__
void codec_visit_blocks(BlockVisitor visit, void *context);    // which strs keep their UTF-8 form
void shape_visit_dead(BlockVisitor visit, void *context);      // shapes that wait for a sweep
// Shapes of a type's instances, and the list of its subclasses.
void shape_visit_blocks(const TypeObject *type, BlockVisitor visit, void *context);
void class_visit_blocks(const TypeObject *type, BlockVisitor visit, void *context);

#endif
