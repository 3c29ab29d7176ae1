// "Did you mean": names near a misspelt one.
#ifndef ADDER_VM_SUGGEST_H
#define ADDER_VM_SUGGEST_H

#include "runtime/object.h"

// A name for an AttributeError or NameError (new str), or NULL. Cannot raise; script code may run.
Object *suggest_for(Object *exception);

#endif
