// The layouts that the collector looks into by itself, because calling `traverse` for the commonest
// objects costs more than the visit. These mirror structs of layers above (which this folder may
// not include); model/collector.c asserts that they agree.
#ifndef ADDER_RUNTIME_GC_LAYOUT_H
#define ADDER_RUNTIME_GC_LAYOUT_H

#include "runtime/object.h"

typedef struct GcList { // ListObject
    Object header;
    Object **items;
    size_t count;
} GcList;
typedef struct GcTuple { // TupleObject
    Object header;
    size_t count;
    Object *items[];
} GcTuple;
typedef struct GcDict { // DictObject
    Object header;
    uint32_t used_count, entry_count;
    void *entries;
    uint32_t keys_version;
    uint8_t index_log2, is_str_keyed, is_shape_backed;
} GcDict;
typedef struct GcDictEntry {
    Object *key, *value;
    int64_t hash;
} GcDictEntry;
typedef struct GcDictStrEntry {
    Object *key, *value;
} GcDictStrEntry;
typedef struct GcShape { // Shape
    void *type, *parent;
    Object *name;
    uint16_t slot_count;
} GcShape;
typedef struct GcInstance { // InstanceObject
    Object header;
    GcShape *shape;
    Object *slots[];
} GcInstance;

#endif
