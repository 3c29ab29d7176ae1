// The method table of str and its parts.
#ifndef ADDER_RUNTIME_TEXT_STR_METHODS_H
#define ADDER_RUNTIME_TEXT_STR_METHODS_H

#include "runtime/type.h"

extern const MethodDef str_methods[];

// str_split.c
Object *str_method_split(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *str_method_rsplit(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *str_method_splitlines(Object *self, Object *const *args, size_t nargs, Object *kwnames);
Object *str_method_partition(Object *self, Object *separator);
Object *str_method_rpartition(Object *self, Object *separator);
Object *str_method_replace(Object *self, Object *const *args, size_t nargs);
Object *str_method_strip(Object *self, Object *const *args, size_t nargs);
Object *str_method_lstrip(Object *self, Object *const *args, size_t nargs);
Object *str_method_rstrip(Object *self, Object *const *args, size_t nargs);
// str_case.c
Object *str_method_upper(Object *self);
Object *str_method_lower(Object *self);
Object *str_method_title(Object *self);
Object *str_method_capitalize(Object *self);
Object *str_method_swapcase(Object *self);
Object *str_method_casefold(Object *self);
Object *str_method_isalnum(Object *self);
Object *str_method_isalpha(Object *self);
Object *str_method_isascii(Object *self);
Object *str_method_isdecimal(Object *self);
Object *str_method_isdigit(Object *self);
Object *str_method_isidentifier(Object *self);
Object *str_method_islower(Object *self);
Object *str_method_isnumeric(Object *self);
Object *str_method_isprintable(Object *self);
Object *str_method_isspace(Object *self);
Object *str_method_istitle(Object *self);
Object *str_method_isupper(Object *self);

// Slice bounds of find, count, startswith...: None or absent mean the ends; clipped. 0 / -1.
int text_slice_bounds(size_t length, Object *start_or_null, Object *end_or_null, int64_t *start,
                      int64_t *end);
// What "argument 1 must be str, not ..." says: the type's name, "None" for None.
const char *text_argument_type(const Object *argument);
// int64 from an int or __index__ argument, as PyNumber_AsSsize_t with OverflowError. 0 / -1.
int text_index_argument(Object *value, int64_t *result);

#endif
