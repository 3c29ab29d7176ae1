// What ties the collector to the object model: weak references, gc.callbacks, gc.garbage, reports.
#ifndef ADDER_RUNTIME_MODEL_COLLECTOR_H
#define ADDER_RUNTIME_MODEL_COLLECTOR_H

#include "runtime/type.h"

extern Object *collector_callbacks; // list gc.callbacks
extern Object *collector_garbage;   // list gc.garbage

// Lists for the module gc. New references, NULL with exception.
Object *collector_get_objects(int generation); // -1: all but the permanent one
Object *collector_get_referrers(Object *const *targets, size_t count);
Object *collector_get_referents(Object *const *sources, size_t count);

// Installs the hooks; before anything is tracked. Cannot fail.
void collector_prepare(void);
int collector_start(void); // makes the two lists
void collector_stop(void);

#endif
