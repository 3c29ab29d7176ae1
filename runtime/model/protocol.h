// Container and conversion protocols: length, items, iteration, index, membership.
#ifndef ADDER_RUNTIME_MODEL_PROTOCOL_H
#define ADDER_RUNTIME_MODEL_PROTOCOL_H

#include "runtime/type.h"

bool type_is_sequence(const TypeObject *type);   // has sequence methods in CPython (sets, dicts too)
int64_t object_length(Object *object);           // len(); -1 with exception
int64_t object_length_hint(Object *object, int64_t otherwise); // operator.length_hint; -1 with exception
Object *object_subscript(Object *object, Object *key); // object[key], __class_getitem__ too
int object_set_subscript(Object *object, Object *key, Object *value);
int object_delete_subscript(Object *object, Object *key);
int object_contains(Object *container, Object *value); // value in container; 1, 0, -1
Object *object_iterate(Object *object);          // iter(); TypeError "'T' object is not iterable"
bool object_is_iterator(Object *object);
// next(): new reference; NULL with no exception at the end (a StopIteration is swallowed), NULL with exception on error.
Object *iterator_next(Object *iterator);
// Index from an int or __index__: -1 with exception (check error_occurred). Out of int64: clamps when
// `overflow` is NULL, else raises that exception ("cannot fit 'int' into an index-sized integer").
int64_t object_as_index(Object *object, TypeObject *overflow);
Object *object_to_index(Object *object);         // __index__: an exact int
Object *object_to_int(Object *object);           // int(x) for numbers: __int__, __index__, __trunc__
Object *object_to_float(Object *object);
double object_as_double(Object *object);         // -1.0 with exception
// List or tuple of an iterable's items: itself (new reference) if it is an exact list or tuple.
Object *object_fast_sequence(Object *object, const char *error_message);
Object *object_to_list(Object *iterable);        // new list
Object *object_to_tuple(Object *iterable);
int object_is_instance(Object *object, Object *class_or_tuple); // isinstance() with hooks; 1, 0, -1
int object_is_subclass(Object *derived, Object *class_or_tuple);
// The same without the hooks: type.__instancecheck__ and type.__subclasscheck__.
int object_is_instance_plain(Object *object, Object *class_object);
int object_is_subclass_plain(Object *derived, Object *class_object);
bool object_is_callable(Object *object);
Object *sequence_item(Object *object, int64_t index); // through the old item protocol

#endif
