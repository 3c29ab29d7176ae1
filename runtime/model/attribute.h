// Attributes: lookup along the mro, descriptors, shapes, __dict__.
#ifndef ADDER_RUNTIME_MODEL_ATTRIBUTE_H
#define ADDER_RUNTIME_MODEL_ATTRIBUTE_H

#include "runtime/model/shape.h"
#include "runtime/type.h"

Object *object_get_attribute(Object *object, Object *name); // getattr(); AttributeError
// New reference, or NULL: without exception if there is no such attribute (AttributeError is swallowed).
Object *object_get_attribute_optional(Object *object, Object *name);
Object *object_get_attribute_text(Object *object, const char *name);
int object_set_attribute(Object *object, Object *name, Object *value); // interns the name
int object_delete_attribute(Object *object, Object *name);
int object_has_attribute(Object *object, Object *name); // 1, 0, -1
// The instance's __dict__ (new reference), materialised in shape-backed form; NULL with exception.
Object *object_dict(Object *object);
int object_set_dict(Object *object, Object *dict);
// The dict if there already is one (borrowed), else NULL; never allocates.
DictObject *object_dict_existing_borrow(Object *object);
// For LOAD_METHOD. 1: *function is a method descriptor found in the type (new reference), to be
// called with the object as first argument; 0: *function is the attribute itself; -1 error.
int object_get_method(Object *object, Object *name, Object **function);
// Special method lookup on the type only, unbound, borrowed. NULL: absent, or MemoryError is set.
Object *object_lookup_special_borrow(Object *object, Object *name);
// The same, bound by its __get__: callable without self, a new reference.
Object *object_lookup_special(Object *object, Object *name);

// object_get_attribute_generic without raising: 1 found (*value is new), 0 absent, -1 error.
int object_find_attribute_generic(Object *self, Object *name, Object **value);
// The generic slots for types that keep their __dict__ in a place of their own (function).
Object *object_get_attribute_with_dict(Object *self, Object *name, Object *dict_or_null);
int object_set_attribute_with_dict(Object *self, Object *name, Object *value_or_null, Object **dict);
// The materialised shape-backed dict of an object with FLAG_HAS_DICT. Borrowed.
DictObject *instance_dict_borrow(const Object *object);
// The object dies: its shape-backed dict is detached and let go.
void instance_dict_release(Object *object);
// __class__ = new_class. 0 / -1 with TypeError.
int object_set_class(Object *object, Object *new_class);
// AttributeError(text) with name and obj set. NULL.
void *attribute_error(Object *object, Object *name, const char *format, ...);

// The interned exact str equal to an attribute name (new reference); TypeError "attribute name must be
// string, not 'int'".
Object *attribute_name_interned(Object *name);

// A suggestion for AttributeError / NameError ("Did you mean"), or NULL: program/suggest in vm/traceback.

#endif
