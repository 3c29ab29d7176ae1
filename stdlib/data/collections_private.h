// The types of module _collections, for mod_collections.c.
#ifndef ADDER_STDLIB_DATA_COLLECTIONS_PRIVATE_H
#define ADDER_STDLIB_DATA_COLLECTIONS_PRIVATE_H

#include "runtime/model/tables.h"

extern TypeObject type_deque, type_deque_iter, type_deque_reverse_iter; // deque.c
extern TypeObject type_ordered_dict;                                    // ordered_dict.c
// Makes the types ready that scripts meet only as answers of an OrderedDict's methods. 0 / -1.
int ordered_dict_start(void);
// The ring of a deque, for the account of the memory.
void deque_visit_blocks(Object *deque, BlockVisitor visit, void *context);

#endif
