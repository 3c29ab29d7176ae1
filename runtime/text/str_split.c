// Methods of str that cut: split, partition, strip, splitlines; and replace. Read split_blank and
// split_at first.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // memrchr
#endif
#include <string.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/search.h"
#include "runtime/text/str.h"
#include "runtime/text/str_methods.h"
#include "runtime/text/unicode.h"

static TextView view_of(const Object *str)
{
    return (TextView){STR(str)->data, str_length(str), str_kind(str)};
}

// The parts of a text. The first ones wait in an array, so that a short list is made at its size.
typedef struct Parts {
    Object *list; // NULL: all are in `first`
    size_t count; // in `first`
    Object *first[16];
} Parts;

// All parts, or NULL with the exception of what failed before (`status` -1).
static Object *parts_finish(Parts *parts, int status)
{
    if (status == 0 && !parts->list)
        return parts->count ? list_from_array_steal(parts->first, parts->count) : list_new(0);
    if (status == 0)
        return parts->list;
    for (size_t i = 0; i < parts->count; i++)
        decref(parts->first[i]);
    xdecref(parts->list);
    return NULL;
}

static int append_slice(Parts *parts, Object *str, size_t start, size_t end)
{
    Object *part = str_slice(str, start, end);
    if (unlikely(!part))
        return -1;
    if (parts->list)
        return list_append_steal(parts->list, part);
    if (likely(parts->count < sizeof parts->first / sizeof *parts->first)) {
        parts->first[parts->count++] = part;
        return 0;
    }
    size_t count = parts->count;
    parts->count = 0; // they move on, on failure too
    parts->list = list_from_array_steal(parts->first, count);
    if (unlikely(!parts->list)) {
        decref(part);
        return -1;
    }
    return list_append_steal(parts->list, part);
}

// ---- split --------------------------------------------------------------------------------------

static int split_blank_narrow(Parts *parts, Object *str, int64_t max_split)
{
    const uint8_t *data = STR(str)->data;
    size_t length = str_length(str), i = 0;
    for (;;) {
        while (i < length && unicode_latin1_flags[data[i]] & UNICODE_SPACE)
            i++;
        if (i == length)
            return 0;
        size_t start = i;
        if (max_split-- == 0)
            return append_slice(parts, str, start, length);
        while (i < length && !(unicode_latin1_flags[data[i]] & UNICODE_SPACE))
            i++;
        if (append_slice(parts, str, start, i) < 0)
            return -1;
    }
}

static int split_blank(Parts *parts, Object *str, int64_t max_split)
{
    if (str_kind(str) == 0)
        return split_blank_narrow(parts, str, max_split);
    size_t length = str_length(str), i = 0;
    for (;;) {
        while (i < length && unicode_is_space(str_char_at(str, i)))
            i++;
        if (i == length)
            return 0;
        size_t start = i;
        if (max_split-- == 0)
            return append_slice(parts, str, start, length);
        while (i < length && !unicode_is_space(str_char_at(str, i)))
            i++;
        if (append_slice(parts, str, start, i) < 0)
            return -1;
    }
}

static int split_at(Parts *parts, Object *str, Object *separator, int64_t max_split)
{
    TextView hay = view_of(str), needle = view_of(separator);
    size_t start = 0;
    bool is_byte = hay.kind == 0 && needle.kind == 0 && needle.length == 1;
    while (max_split-- != 0) {
        int64_t found;
        if (is_byte) { // as search_first does, without its call
            const uint8_t *data = hay.data,
                          *at = memchr(data + start, *(const uint8_t *)needle.data, hay.length - start);
            found = at ? at - data : -1;
        } else {
            found = search_first(hay, start, hay.length, needle);
        }
        if (found < 0)
            break;
        if (append_slice(parts, str, start, (size_t)found) < 0)
            return -1;
        start = (size_t)found + needle.length;
    }
    return append_slice(parts, str, start, hay.length);
}

static int rsplit_blank(Parts *parts, Object *str, int64_t max_split)
{
    size_t i = str_length(str);
    for (;;) {
        while (i > 0 && unicode_is_space(str_char_at(str, i - 1)))
            i--;
        if (i == 0)
            return 0;
        size_t end = i;
        if (max_split-- == 0)
            return append_slice(parts, str, 0, end);
        while (i > 0 && !unicode_is_space(str_char_at(str, i - 1)))
            i--;
        if (append_slice(parts, str, i, end) < 0)
            return -1;
    }
}

static int rsplit_at(Parts *parts, Object *str, Object *separator, int64_t max_split)
{
    TextView hay = view_of(str), needle = view_of(separator);
    size_t end = hay.length;
    while (max_split-- != 0) {
        int64_t found = search_last(hay, 0, end, needle);
        if (found < 0)
            break;
        if (append_slice(parts, str, (size_t)found + needle.length, end) < 0)
            return -1;
        end = (size_t)found;
    }
    return append_slice(parts, str, 0, end);
}

// The separator's type and length are right, or -1.
static int check_separator(Object *separator)
{
    if (separator && !IS_STR(separator)) {
        error_format(&exc_type_error, "must be str or None, not %T", separator);
        return -1;
    }
    if (separator && str_length(separator) == 0) {
        error_text(&exc_value_error, "empty separator");
        return -1;
    }
    return 0;
}

Object *str_split(Object *str, Object *separator_or_null, int64_t max_split)
{
    if (check_separator(separator_or_null) < 0)
        return NULL;
    Parts parts;
    parts.list = NULL;
    parts.count = 0;
    int status = separator_or_null ? split_at(&parts, str, separator_or_null, max_split)
                                   : split_blank(&parts, str, max_split);
    return parts_finish(&parts, status);
}

static Object *rsplit(Object *str, Object *separator_or_null, int64_t max_split)
{
    if (check_separator(separator_or_null) < 0)
        return NULL;
    Parts parts;
    parts.list = NULL;
    parts.count = 0;
    int status = separator_or_null ? rsplit_at(&parts, str, separator_or_null, max_split)
                                   : rsplit_blank(&parts, str, max_split);
    Object *list = parts_finish(&parts, status);
    if (list && list_reverse(list) < 0)
        ref_clear(&list);
    return list;
}

static const char *const split_parameters[] = {"sep", "maxsplit", NULL};
static const Signature split_signature = {"split", split_parameters, 0, 0, 2};
static const Signature rsplit_signature = {"rsplit", split_parameters, 0, 0, 2};

// Reads sep and maxsplit; *separator NULL for None. 0 / -1.
static int parse_split(const Signature *signature, Object *const *args, size_t nargs,
                       Object *kwnames, Object **separator, int64_t *max_split)
{
    Object *out[2] = {NULL};
    *max_split = -1;
    *separator = NULL;
    if (nargs == 0 && !kwnames)
        return 0;
    if (nargs == 1 && !kwnames)
        out[0] = args[0];
    else if (args_parse(signature, args, nargs, kwnames, out) < 0)
        return -1;
    if (out[0] && out[0] != object_none)
        *separator = out[0];
    return out[1] ? text_index_argument(out[1], max_split) : 0;
}

Object *str_method_split(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *separator;
    int64_t max_split;
    if (parse_split(&split_signature, args, nargs, kwnames, &separator, &max_split) < 0)
        return NULL;
    return str_split(self, separator, max_split);
}

Object *str_method_rsplit(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *separator;
    int64_t max_split;
    if (parse_split(&rsplit_signature, args, nargs, kwnames, &separator, &max_split) < 0)
        return NULL;
    return rsplit(self, separator, max_split);
}

static const char *const splitlines_parameters[] = {"keepends", NULL};
static const Signature splitlines_signature = {"splitlines", splitlines_parameters, 0, 0, 1};

Object *str_method_splitlines(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *keep_ends = NULL;
    if (args_parse(&splitlines_signature, args, nargs, kwnames, &keep_ends) < 0)
        return NULL;
    int keeps = keep_ends ? int_as_int32(keep_ends) : 0;
    if (keeps == -1 && error_occurred())
        return NULL;
    Parts parts;
    parts.list = NULL;
    parts.count = 0;
    int status = 0;
    bool is_narrow = str_kind(self) == 0;
    size_t length = str_length(self);
    for (size_t i = 0; i < length && status == 0;) {
        size_t start = i;
        if (is_narrow) { // the line breaks below 0x85 are below 0x1F, and so is little else
            const uint8_t *data = STR(self)->data;
            while (i < length && (data[i] > 0x1E && data[i] != 0x85))
                i++;
        }
        while (i < length && !unicode_is_line_break(str_char_at(self, i)))
            i++;
        size_t end = i;
        if (i < length) {
            i += str_char_at(self, i) == '\r' && i + 1 < length && str_char_at(self, i + 1) == '\n'
                     ? 2
                     : 1;
            if (keeps)
                end = i;
        }
        status = append_slice(&parts, self, start, end);
    }
    return parts_finish(&parts, status);
}

// ---- partition ----------------------------------------------------------------------------------

static Object *pack_steal(Object *a, Object *b, Object *c)
{
    if (likely(a && b && c))
        return tuple_from_array_steal((Object *[]){a, b, c}, 3);
    xdecref(a);
    xdecref(b);
    xdecref(c);
    return NULL;
}

static int check_partition(Object *separator)
{
    if (IS_STR(separator))
        return check_separator(separator);
    error_format(&exc_type_error, "must be str, not %T", separator);
    return -1;
}

Object *str_method_partition(Object *self, Object *separator)
{
    if (check_partition(separator) < 0)
        return NULL;
    size_t length = str_length(self);
    int64_t found = str_find(self, separator, 0, length);
    if (found < 0)
        return pack_steal(str_exact(self), OBJECT(str_empty), OBJECT(str_empty));
    return pack_steal(str_slice(self, 0, (size_t)found), new_ref(separator),
                      str_slice(self, (size_t)found + str_length(separator), length));
}

Object *str_method_rpartition(Object *self, Object *separator)
{
    if (check_partition(separator) < 0)
        return NULL;
    size_t length = str_length(self);
    int64_t found = search_last(view_of(self), 0, length, view_of(separator));
    if (found < 0)
        return pack_steal(OBJECT(str_empty), OBJECT(str_empty), str_exact(self));
    return pack_steal(str_slice(self, 0, (size_t)found), new_ref(separator),
                      str_slice(self, (size_t)found + str_length(separator), length));
}

// ---- strip --------------------------------------------------------------------------------------

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool has_char(const Object *chars, uint32_t c)
{
    size_t length = str_length(chars);
    int kind = str_kind(chars);
    const void *data = STR(chars)->data;
    if (kind == 0 && length <= 8) {
        for (size_t i = 0; i < length; i++)
            if (((const uint8_t *)data)[i] == c)
                return true;
        return false;
    }
    if (kind == 0)
        return c < 256 && memchr(data, (int)c, length);
    for (size_t i = 0; i < length; i++)
        if (str_read(data, kind, i) == c)
            return true;
    return false;
}

static inline bool is_stripped(const Object *chars_or_null, uint32_t c)
{
    return chars_or_null ? has_char(chars_or_null, c) : unicode_is_space(c);
}

static Object *strip(Object *self, int sides, Object *chars_or_null)
{
    size_t start = 0, end = str_length(self);
    if (sides & STRIP_LEFT)
        while (start < end && is_stripped(chars_or_null, str_char_at(self, start)))
            start++;
    if (sides & STRIP_RIGHT)
        while (end > start && is_stripped(chars_or_null, str_char_at(self, end - 1)))
            end--;
    return str_slice(self, start, end);
}

static Object *parse_strip(const char *name, Object *self, int sides, Object *const *args,
                           size_t nargs)
{
    if (args_check_count(name, nargs, 0, 1) < 0)
        return NULL;
    if (nargs == 0 || args[0] == object_none)
        return strip(self, sides, NULL);
    if (!IS_STR(args[0]))
        return error_format(&exc_type_error, "%s arg must be None or str", name);
    return strip(self, sides, args[0]);
}

Object *str_method_strip(Object *self, Object *const *args, size_t nargs)
{
    return parse_strip("strip", self, STRIP_LEFT | STRIP_RIGHT, args, nargs);
}

Object *str_method_lstrip(Object *self, Object *const *args, size_t nargs)
{
    return parse_strip("lstrip", self, STRIP_LEFT, args, nargs);
}

Object *str_method_rstrip(Object *self, Object *const *args, size_t nargs)
{
    return parse_strip("rstrip", self, STRIP_RIGHT, args, nargs);
}

// ---- replace ------------------------------------------------------------------------------------

// `new` before each of the first `count` characters and, if one is left, at the end.
static Object *replace_empty(Object *str, Object *new, size_t count)
{
    StrBuilder builder;
    str_builder_init(&builder);
    size_t length = str_length(str), i = 0;
    for (; i < count; i++) {
        if (str_builder_str(&builder, new) < 0 ||
            (i < length && str_builder_char(&builder, str_char_at(str, i)) < 0))
            goto fail;
    }
    if (i < length && str_builder_slice(&builder, str, i, length) < 0)
        goto fail;
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

// All three ASCII: the result's size is known.
static Object *replace_ascii(Object *str, Object *old, Object *new, size_t count)
{
    size_t length = str_length(str), old_length = str_length(old), new_length = str_length(new);
    size_t kept = length - count * old_length, added;
    if (__builtin_mul_overflow(count, new_length, &added))
        return error_no_memory();
    Object *result = str_new_uninitialized(kept + added, 0x7F);
    if (!result || kept + added == 0)
        return result;
    uint8_t *to = STR(result)->data;
    const uint8_t *data = STR(str)->data;
    size_t start = 0;
    if (old_length == 1 && new_length == 1) {
        uint8_t from = STR(old)->data[0], with = STR(new)->data[0];
        memcpy(to, data, length);
        for (uint8_t *end = to + length; count > 0; count--) {
            to = memchr(to, from, (size_t)(end - to));
            *to++ = with;
        }
        return result;
    }
    while (count-- > 0) {
        size_t found = (size_t)search_first(view_of(str), start, length, view_of(old));
        memcpy(to, data + start, found - start);
        to += found - start;
        memcpy(to, STR(new)->data, new_length);
        to += new_length;
        start = found + old_length;
    }
    memcpy(to, data + start, length - start);
    return result;
}

static Object *replace_any(Object *str, Object *old, Object *new, size_t count)
{
    StrBuilder builder;
    str_builder_init(&builder);
    size_t start = 0, length = str_length(str);
    while (count-- > 0) {
        size_t found = (size_t)search_first(view_of(str), start, length, view_of(old));
        if (str_builder_slice(&builder, str, start, found) < 0 ||
            str_builder_str(&builder, new) < 0)
            goto fail;
        start = found + str_length(old);
    }
    if (str_builder_slice(&builder, str, start, length) < 0)
        goto fail;
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

// Each ASCII character `old` becomes `new`.
static Object *replace_char(Object *str, uint8_t old, uint8_t new)
{
    const uint8_t *data = STR(str)->data;
    size_t length = str_length(str);
    if (!memchr(data, old, length))
        return str_exact(str);
    Object *result = str_new_uninitialized(length, 0x7F);
    if (!result)
        return NULL;
    uint8_t *to = STR(result)->data;
    for (size_t i = 0; i < length; i++) // vectorised by the compiler
        to[i] = data[i] == old ? new : data[i];
    return result;
}

Object *str_replace(Object *str, Object *old, Object *new, int64_t max_count)
{
    if (max_count < 0 && str_length(old) == 1 && str_length(new) == 1 && str_length(str) > 1 &&
        str_is_ascii(str) && str_is_ascii(old) && str_is_ascii(new))
        return replace_char(str, STR(old)->data[0], STR(new)->data[0]);
    size_t limit = max_count < 0 ? SIZE_MAX : (size_t)max_count;
    size_t count = limit ? search_count(view_of(str), 0, str_length(str), view_of(old), limit) : 0;
    if (count == 0 || (str_length(old) == 0 && str_length(new) == 0))
        return str_exact(str);
    if (str_length(old) == 0)
        return replace_empty(str, new, count);
    if (str_is_ascii(str) && str_is_ascii(new))
        return replace_ascii(str, old, new, count);
    return replace_any(str, old, new, count);
}

Object *str_method_replace(Object *self, Object *const *args, size_t nargs)
{
    int64_t count = -1;
    if (args_check_count("replace", nargs, 2, 3) < 0)
        return NULL;
    for (int i = 0; i < 2; i++)
        if (!IS_STR(args[i]))
            return error_format(&exc_type_error, "replace() argument %d must be str, not %s", i + 1,
                                text_argument_type(args[i]));
    if (nargs == 3 && text_index_argument(args[2], &count) < 0)
        return NULL;
    return str_replace(self, args[0], args[1], count);
}
