// Type objects that vm defines, for unit tests that link the runtime alone.
#include "runtime/type.h"

#define STUB(symbol, NAME, text)                    \
    TypeObject symbol = {                           \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),  \
        .name = text,                               \
        .index = NAME,                              \
        .basic_size = sizeof(Object),               \
        .base = &type_object,                       \
    };
STUB(type_frame, TYPE_FRAME, "frame")
STUB(type_traceback, TYPE_TRACEBACK, "traceback")
STUB(type_generator, TYPE_GENERATOR, "generator")
