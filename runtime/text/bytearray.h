// The methods that only bytearray has, for the table in bytes_methods.c.
#ifndef ADDER_RUNTIME_TEXT_BYTEARRAY_H
#define ADDER_RUNTIME_TEXT_BYTEARRAY_H

#include "runtime/type.h"

Object *bytearray_method_append(Object *self, Object *item);
Object *bytearray_method_extend(Object *self, Object *iterable);
Object *bytearray_method_insert(Object *self, Object *const *args, size_t nargs);
Object *bytearray_method_pop(Object *self, Object *const *args, size_t nargs);
Object *bytearray_method_remove(Object *self, Object *item);
Object *bytearray_method_clear(Object *self);
Object *bytearray_method_copy(Object *self);
Object *bytearray_method_reverse(Object *self);
Object *bytearray_method___alloc__(Object *self);
Object *bytearray_method___sizeof__(Object *self);
Object *bytearray_method___reduce__(Object *self);
Object *bytearray_method___reduce_ex__(Object *self, Object *const *args, size_t nargs);

#endif
