// bool: two static ints.
#ifndef ADDER_RUNTIME_NUMBERS_BOOL_H
#define ADDER_RUNTIME_NUMBERS_BOOL_H

#include "runtime/numbers/int.h"

extern IntObject bool_singletons[2]; // False, True

#endif
