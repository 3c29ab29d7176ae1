// The object: what every value starts with, and the two operations that own it.
//
//   byte 0        4        6        8
//        +--------+--------+--------+-----------------------------
//        |refcount| flags  | type   | payload, laid out by the type
//        +--------+--------+--------+-----------------------------
//
// refcount  int32; > 0: exact count; < 0: immortal (born so, or saturated), never written again.
// flags     FLAG_*, below. 0 for an ordinary int, float or unpublished object.
// type      index into type_table; 0 is never a type: a zeroed header is "no object here", which
//           is what a walk over the blocks of a pool relies on.
//
// The whole 64-bit header of an int or float box that nobody else sees is
// {refcount 1, flags 0, type TYPE_INT or TYPE_FLOAT}: one compare proves that it may be overwritten.
//
// Ownership words in names: a function returns a new reference and borrows its arguments, unless
// its name says _borrow (returns borrowed), _steal (takes over an argument), _move (takes over and
// clears the caller's variable).
#ifndef ADDER_RUNTIME_OBJECT_H
#define ADDER_RUNTIME_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "runtime/base/assert.h"
#include "runtime/base/config.h"

typedef struct Object {
    int32_t refcount;
    uint16_t flags;
    uint16_t type_index;
} Object;

typedef struct TypeObject TypeObject;

enum {
    FLAG_TRACKED = 1 << 0,      // the cycle collector sees it; set last, cleared first
    FLAG_GEN_SHIFT = 1,         // two bits: generation 0, 1, 2; 3 = permanent (frozen)
    FLAG_GEN_MASK = 3 << 1,
    FLAG_IN = 1 << 3,           // candidate of the running collection that was not reached yet
    FLAG_REACHED = 1 << 4,      // met already; for passes of the collector
    FLAG_FINALIZED = 1 << 5,    // tp_finalize ran (PEP 442: once)
    FLAG_HAS_WEAKREFS = 1 << 6, // model/weakref keeps a list for it
    FLAG_ID_TAKEN = 1 << 7,     // id() was asked: the box must not be reused in place
    FLAG_HAS_SHAPE = 1 << 8,    // an instance whose Shape* stands right behind the header (InstanceObject)
    FLAG_HAS_DICT = 1 << 9,     // __dict__ was materialised: model/attribute keeps the dict for it
    FLAG_PRIVATE_SHIFT = 10,    // six bits that belong to the type (str: kind, ascii, interned; int: big)
};

// The header of a reusable box (see above), read as one little-endian word.
#define HEADER_OF_BOX(type) (((uint64_t)(type) << 48) | 1u)

static inline uint64_t object_header(const Object *object)
{
    uint64_t word;
    __builtin_memcpy(&word, object, sizeof word);
    return word;
}

// Exact builtin types that C code tests by index. types.def gives each its number and TypeObject.
typedef enum TypeIndex {
    TYPE_NONE_INDEX = 0,
#define TYPE(NAME, symbol) TYPE_##NAME,
#include "runtime/types.def"
#undef TYPE
    TYPE_BUILTIN_COUNT
} TypeIndex;

// Type of each index. TYPE_INT and TYPE_BIGINT both map to type_int: type() sees one type, and a
// compare of the header's index with TYPE_INT proves "exact int that fits in 64 bits".
extern TypeObject *type_table[TYPE_INDEX_LIMIT];

static inline TypeObject *type_of(const Object *object)
{
    return type_table[object->type_index];
}

static inline bool object_is_immortal(const Object *object)
{
    return object->refcount < 0;
}

// Frees an object whose count fell to zero: runs finalizer and weak references as its type asks.
void object_dealloc(Object *object);

static inline void incref(Object *object)
{
    if (likely(object->refcount >= 0))
        object->refcount = (int32_t)((uint32_t)object->refcount + 1); // 2^31 wraps to immortal
}

static inline void decref(Object *object)
{
    ASSERT(object->refcount != 0);
    if (likely(object->refcount > 0) && --object->refcount == 0)
        object_dealloc(object);
}

static inline void xincref(Object *object)
{
    if (object)
        incref(object);
}

static inline void xdecref(Object *object)
{
    if (object)
        decref(object);
}

// incref that hands its argument back, for use in expressions and returns.
#define new_ref(object) ((__typeof__(object))new_ref_object((Object *)(object)))
static inline Object *new_ref_object(Object *object)
{
    incref(object);
    return object;
}

// Replaces the owned reference in *slot by `value` (stolen, may be NULL). The slot is written
// before the old value is released, because releasing may run script code that looks at it.
#define ref_set_steal(slot, value)                  \
    do {                                            \
        Object *ref_old_ = (Object *)*(slot);       \
        *(slot) = (value);                          \
        if (ref_old_)                               \
            decref(ref_old_);                       \
    } while (0)
#define ref_clear(slot) ref_set_steal(slot, NULL)

#define OBJECT(pointer) ((Object *)(pointer))
// Static objects: header of an immortal object of a builtin type.
#define OBJECT_HEADER_STATIC(type) {.refcount = REFCOUNT_IMMORTAL, .flags = 0, .type_index = (type)}

#endif
