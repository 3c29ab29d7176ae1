// property, classmethod, staticmethod, getset and member descriptors, slot wrappers, mappingproxy.
#ifndef ADDER_RUNTIME_PROGRAM_DESCRIPTOR_H
#define ADDER_RUNTIME_PROGRAM_DESCRIPTOR_H

#include "runtime/type.h"

typedef struct PropertyObject {
    Object header;
    Object *get, *set, *delete, *doc; // NULL: none
    Object *name;                     // from __set_name__
    bool doc_is_from_getter;
} PropertyObject;
typedef struct ClassmethodObject { // staticmethod too
    Object header;
    Object *callable;
    Object *dict;
} ClassmethodObject;
typedef struct GetSetDescriptorObject {
    Object header;
    TypeObject *owner;
    const GetSetDef *def;
} GetSetDescriptorObject;
typedef struct MemberDescriptorObject { // of static types (def) and of __slots__ (name, slot)
    Object header;
    TypeObject *owner;
    const MemberDef *def; // NULL: a __slots__ member
    Object *name;         // __slots__ member
    uint32_t slot_index;  // in InstanceObject-like slots behind the Shape*
} MemberDescriptorObject;
typedef struct WrapperDescriptorObject { // "slot wrapper": __add__ of int, ...
    Object header;
    TypeObject *owner;
    const struct SlotDef *def; // model/slots.def entry
    void *function;            // the slot's function
} WrapperDescriptorObject;

Object *getset_descriptor_new(TypeObject *owner, const GetSetDef *def);
Object *member_descriptor_new(TypeObject *owner, const MemberDef *def);
Object *member_descriptor_new_slot(TypeObject *owner, Object *name, uint32_t slot_index);
Object *mappingproxy_new(Object *mapping);
// A C doc string begins "name(signature)\n--\n\n": the text behind it, and the signature; None if absent.
Object *doc_text(const char *name, const char *doc);
Object *doc_signature(const char *name, const char *doc);
Object *wrapper_descriptor_new(TypeObject *owner, const struct SlotDef *def, void *function);
bool descriptor_is_data(Object *descriptor); // its type has descriptor_set

#endif
