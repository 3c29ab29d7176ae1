// Tuples with named fields, as sys.version_info and time.struct_time: static types that derive from
// tuple. The type's `members` name the fields in order; fields beyond the tuple's length are hidden:
// they lie behind its items and have names only.
#ifndef ADDER_STDLIB_MACHINE_STRUCT_SEQUENCE_H
#define ADDER_STDLIB_MACHINE_STRUCT_SEQUENCE_H

#include "runtime/containers/tuple.h"

#define STRUCT_FIELD(index, name) \
    {name, MEMBER_OBJECT, offsetof(TupleObject, items) + (index) * sizeof(Object *), true, NULL}

// A struct sequence type called module_.name_ with hidden_count hidden fields. Scripts may call it if
// it has a `make`; else pass NULL and TF_NO_INSTANTIATION.
#define STRUCT_SEQUENCE_TYPE(symbol, module_, name_, members_, hidden_count, flag, make_)    \
    TypeObject symbol = {                                                                    \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                                           \
        .name = name_,                                                                       \
        .module_name = module_,                                                              \
        .base = &type_tuple,                                                                 \
        .flags = TF_TRACKED | (flag),                                                        \
        .basic_size = offsetof(TupleObject, items) + (hidden_count) * sizeof(Object *),      \
        .item_size = sizeof(Object *),                                                       \
        .members = members_,                                                                 \
        .repr = struct_sequence_repr,                                                        \
        .dealloc = struct_sequence_dealloc,                                                  \
        .traverse = struct_sequence_traverse,                                                \
        .make = make_,                                                                       \
    }

// New instance with these values, visible ones first, then hidden (stolen, on failure too; a NULL
// among them passes its error on).
Object *struct_sequence_new_steal(TypeObject *type, Object **values);
size_t struct_sequence_visible(const TypeObject *type);
size_t struct_sequence_hidden(const TypeObject *type);

Object *struct_sequence_repr(Object *self);
void struct_sequence_dealloc(Object *self);
int struct_sequence_traverse(Object *self, VisitFn visit, void *context);

#endif
