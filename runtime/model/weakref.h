// Weak references: the list of each object's references, kept in a side table behind FLAG_HAS_WEAKREFS.
#ifndef ADDER_RUNTIME_MODEL_WEAKREF_H
#define ADDER_RUNTIME_MODEL_WEAKREF_H

#include "runtime/type.h"

typedef struct WeakrefObject {
    Object header;
    Object *referent; // borrowed; NULL when dead
    Object *callback; // owned, or NULL
    int64_t hash;     // -1 unknown
    struct WeakrefObject *next, *previous; // list of the referent; newest callback refs first; canonical first
} WeakrefObject;

Object *weakref_new(TypeObject *type, Object *referent, Object *callback_or_null);
Object *weakref_proxy(Object *referent, Object *callback_or_null);
// New reference to the referent, or NULL if dead (no exception).
Object *weakref_get(Object *weakref);
// For weakref.c and the collector; weakref_stop frees the side table.
void weakref_stop(void);
size_t weakref_count(Object *referent);
Object *weakref_list(Object *referent); // list
// The referent dies by refcount: kill its references, then run callbacks, newest first. Called by
// dealloc of weakly referencable types after the finalizer when FLAG_HAS_WEAKREFS is set.
void weakref_clear_object(Object *referent);
WeakrefObject *weakref_first_borrow(Object *referent);


// For the collector (GcHooks). The callbacks of references that are trash themselves are not queued.
void weakref_clear_trash(Object *referent);
bool weakref_run_trash_callbacks(void);
void weakref_kill(Object *weakref);
bool weakref_has_callbacks(Object *referent);

#endif
