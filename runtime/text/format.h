// The format mini-language, str.format, %-formatting.
#ifndef ADDER_RUNTIME_TEXT_FORMAT_H
#define ADDER_RUNTIME_TEXT_FORMAT_H

#include "runtime/type.h"

Object *format_int(Object *self, Object *spec); // int.__format__
Object *format_float(Object *self, Object *spec);
Object *format_complex(Object *self, Object *spec);
Object *format_str(Object *self, Object *spec);
Object *format_fields(Object *format, Object *const *args, size_t nargs, Object *kwnames,
                      Object *mapping_or_null);       // str.format, format_map
Object *format_percent(Object *format, Object *args); // str % args
Object *format_percent_bytes(Object *format, Object *args);

#endif
