// super(): attribute lookup behind a class in an object's mro.
#ifndef ADDER_RUNTIME_PROGRAM_SUPER_H
#define ADDER_RUNTIME_PROGRAM_SUPER_H

#include "runtime/type.h"

typedef struct SuperObject {
    Object header;
    TypeObject *type;     // owned: the lookup starts behind it; NULL: not initialised
    Object *object;       // owned; NULL: unbound
    TypeObject *obj_type; // owned: the class whose mro is used
} SuperObject;

// vm installs: type and first argument of the running method, both borrowed, for super() without
// arguments. 0, or -1 with RuntimeError "super(): no arguments" and the like.
typedef struct SuperHooks {
    int (*frame_context)(TypeObject **type, Object **self);
} SuperHooks;
extern SuperHooks super_hooks;

// super(type, object).name without a super object: new reference, NULL with exception.
Object *super_get_attribute_of(TypeObject *type, Object *object, Object *name);
// For calls super().name(...): 1: *function is a method to be called with `object` first (new
// reference); 0: *function is the attribute itself; -1 error.
int super_get_method_of(TypeObject *type, Object *object, Object *name, Object **function);

#endif
