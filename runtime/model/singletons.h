// None, True, False, Ellipsis, NotImplemented: static and immortal, so no reference to them is counted.
#ifndef ADDER_RUNTIME_MODEL_SINGLETONS_H
#define ADDER_RUNTIME_MODEL_SINGLETONS_H

#include "runtime/numbers/bool.h"
#include "runtime/object.h"

extern Object none_singleton, ellipsis_singleton, not_implemented_singleton;
#define object_none (&none_singleton)
#define object_ellipsis (&ellipsis_singleton)
#define object_not_implemented (&not_implemented_singleton)
#define object_true OBJECT(&bool_singletons[1])
#define object_false OBJECT(&bool_singletons[0])
// No incref needed, but harmless: they are immortal.
#define return_none return object_none
#define return_not_implemented return object_not_implemented
static inline Object *object_from_bool(bool value)
{
    return OBJECT(&bool_singletons[value]);
}

#endif
