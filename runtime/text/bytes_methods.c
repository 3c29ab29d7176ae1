// The methods of bytes and bytearray. Both share one implementation: it reads the object through
// bytes_self_view and makes results with bytes_like. Views are taken only after arguments were
// converted, because __index__ may run script code that changes a bytearray. The tables are at the
// end; what changes a bytearray is in bytearray.c.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE // memrchr
#endif
#include <string.h>

#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/model/call.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytearray.h"
#include "runtime/text/bytes.h"
#include "runtime/text/search.h"
#include "runtime/text/str.h"
#include "runtime/text/str_methods.h"

static bool is_blank(uint8_t c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}
static bool is_lower(uint8_t c)
{
    return (uint8_t)(c - 'a') < 26;
}
static bool is_upper(uint8_t c)
{
    return (uint8_t)(c - 'A') < 26;
}
static bool is_alpha(uint8_t c)
{
    return is_lower(c | 0x20);
}
static bool is_digit(uint8_t c)
{
    return (uint8_t)(c - '0') < 10;
}
static bool is_alnum(uint8_t c)
{
    return is_alpha(c) || is_digit(c);
}
static uint8_t to_lower(uint8_t c)
{
    return (uint8_t)(c | is_upper(c) << 5);
}
static uint8_t to_upper(uint8_t c)
{
    return (uint8_t)(c & ~(is_lower(c) << 5));
}

static TextView text_of(ByteView view)
{
    return (TextView){view.data, view.size, 0};
}

// Itself if it is exact bytes, else a copy.
static Object *same(Object *self)
{
    ByteView view = bytes_self_view(self);
    return IS_EXACT(self, BYTES) ? new_ref(self) : bytes_like(self, view.data, view.size);
}

static Object *slice(Object *self, size_t start, size_t end)
{
    ByteView view = bytes_self_view(self);
    if (start == 0 && end == view.size)
        return same(self);
    return bytes_like(self, view.data + start, end - start);
}

// A result of `size` bytes, to be filled through *data; empty results have nothing to fill.
static Object *make_result(Object *self, size_t size, uint8_t **data)
{
    static uint8_t nowhere[1];
    Object *result = bytes_like(self, NULL, size);
    *data = nowhere;
    if (result && size)
        *data =
            IS_BYTES(result) ? ((BytesObject *)result)->data : ((BytearrayObject *)result)->data;
    return result;
}

// ---- find, index, count, startswith -------------------------------------------------------------

static int check_count(const char *name, size_t nargs, size_t min, size_t max)
{
    if (nargs >= min && nargs <= max)
        return 0;
    size_t limit = nargs < min ? min : max;
    error_format(&exc_type_error, "%s() takes at %s %zu argument%s (%zu given)", name,
                 nargs < min ? "least" : "most", limit, limit == 1 ? "" : "s", nargs);
    return -1;
}

// The needle: an int becomes the byte in *storage. 0 / -1.
static int read_needle(Object *value, uint8_t *storage, ByteView *needle)
{
    if (bytes_view(value, &needle->data, &needle->size))
        return 0;
    if (IS_INT(value) || type_of(value)->to_index) {
        *needle = (ByteView){storage, 1};
        return bytes_byte_argument(value, storage);
    }
    error_format(&exc_type_error, "argument should be integer or bytes-like object, not '%T'",
                 value);
    return -1;
}

typedef enum FindMode { FIND_FIRST, FIND_LAST, FIND_COUNT } FindMode;

// The place or count; -1 none; -2 with an exception.
static int64_t find(const char *name, Object *self, Object *const *args, size_t nargs,
                    FindMode mode)
{
    int64_t start, end;
    uint8_t storage;
    ByteView needle;
    if (check_count(name, nargs, 1, 3) < 0)
        return -2;
    if (text_slice_bounds(bytes_self_view(self).size, nargs > 1 ? args[1] : NULL,
                          nargs > 2 ? args[2] : NULL, &start, &end) < 0)
        return -2;
    if (read_needle(args[0], &storage, &needle) < 0)
        return -2;
    ByteView view = bytes_self_view(self);
    if ((size_t)end > view.size)
        end = (int64_t)view.size;
    if (start > end)
        return mode == FIND_COUNT ? 0 : -1;
    if (mode == FIND_FIRST)
        return search_first(text_of(view), (size_t)start, (size_t)end, text_of(needle));
    if (mode == FIND_LAST)
        return search_last(text_of(view), (size_t)start, (size_t)end, text_of(needle));
    return (int64_t)search_count(text_of(view), (size_t)start, (size_t)end, text_of(needle),
                                 SIZE_MAX);
}

static Object *number_or_null(int64_t found)
{
    return found == -2 ? NULL : int_from_int64(found);
}

static Object *found_or_error(int64_t found)
{
    return found == -1 ? error_text(&exc_value_error, "subsection not found")
                       : number_or_null(found);
}

static Object *bytes_method_find(Object *self, Object *const *args, size_t nargs)
{
    return number_or_null(find("find", self, args, nargs, FIND_FIRST));
}

static Object *bytes_method_rfind(Object *self, Object *const *args, size_t nargs)
{
    return number_or_null(find("rfind", self, args, nargs, FIND_LAST));
}

static Object *bytes_method_index(Object *self, Object *const *args, size_t nargs)
{
    return found_or_error(find("index", self, args, nargs, FIND_FIRST));
}

static Object *bytes_method_rindex(Object *self, Object *const *args, size_t nargs)
{
    return found_or_error(find("rindex", self, args, nargs, FIND_LAST));
}

static Object *bytes_method_count(Object *self, Object *const *args, size_t nargs)
{
    return number_or_null(find("count", self, args, nargs, FIND_COUNT));
}

static bool affix_matches(ByteView view, ByteView part, int64_t start, int64_t end, bool at_end)
{
    if (end - start < (int64_t)part.size)
        return false;
    return memcmp(view.data + (at_end ? end - (int64_t)part.size : start), part.data, part.size) ==
           0;
}

static Object *match_affix(const char *name, Object *self, Object *const *args, size_t nargs,
                           bool at_end)
{
    int64_t start, end;
    ByteView part;
    if (check_count(name, nargs, 1, 3) < 0)
        return NULL;
    if (text_slice_bounds(bytes_self_view(self).size, nargs > 1 ? args[1] : NULL,
                          nargs > 2 ? args[2] : NULL, &start, &end) < 0)
        return NULL;
    ByteView view = bytes_self_view(self);
    if ((size_t)end > view.size)
        end = (int64_t)view.size;
    if (bytes_view(args[0], &part.data, &part.size))
        return object_from_bool(affix_matches(view, part, start, end, at_end));
    if (!IS_TUPLE(args[0]))
        return error_format(&exc_type_error,
                            "%s first arg must be bytes or a tuple of bytes, not %T", name,
                            args[0]);
    for (size_t i = 0; i < TUPLE(args[0])->count; i++) {
        if (bytes_require_view(TUPLE(args[0])->items[i], &part) < 0)
            return NULL;
        if (affix_matches(view, part, start, end, at_end))
            return object_true;
    }
    return object_false;
}

static Object *bytes_method_startswith(Object *self, Object *const *args, size_t nargs)
{
    return match_affix("startswith", self, args, nargs, false);
}

static Object *bytes_method_endswith(Object *self, Object *const *args, size_t nargs)
{
    return match_affix("endswith", self, args, nargs, true);
}

static Object *bytes_method_removeprefix(Object *self, Object *prefix)
{
    ByteView part, view = bytes_self_view(self);
    if (bytes_require_view(prefix, &part) < 0)
        return NULL;
    bool matches = affix_matches(view, part, 0, (int64_t)view.size, false);
    return slice(self, matches ? part.size : 0, view.size);
}

static Object *bytes_method_removesuffix(Object *self, Object *suffix)
{
    ByteView part, view = bytes_self_view(self);
    if (bytes_require_view(suffix, &part) < 0)
        return NULL;
    bool matches = affix_matches(view, part, 0, (int64_t)view.size, true);
    return slice(self, 0, matches ? view.size - part.size : view.size);
}

// ---- split and partition ------------------------------------------------------------------------

static int append_part(Object *list, Object *self, const uint8_t *data, size_t start, size_t end)
{
    Object *part = bytes_like(self, data + start, end - start);
    return part ? list_append_steal(list, part) : -1;
}

static int split_blank(Object *list, Object *self, ByteView view, int64_t max_split)
{
    for (size_t i = 0;;) {
        while (i < view.size && is_blank(view.data[i]))
            i++;
        if (i == view.size)
            return 0;
        size_t start = i;
        if (max_split-- == 0)
            return append_part(list, self, view.data, start, view.size);
        while (i < view.size && !is_blank(view.data[i]))
            i++;
        if (append_part(list, self, view.data, start, i) < 0)
            return -1;
    }
}

static int rsplit_blank(Object *list, Object *self, ByteView view, int64_t max_split)
{
    for (size_t i = view.size;;) {
        while (i > 0 && is_blank(view.data[i - 1]))
            i--;
        if (i == 0)
            return 0;
        size_t end = i;
        if (max_split-- == 0)
            return append_part(list, self, view.data, 0, end);
        while (i > 0 && !is_blank(view.data[i - 1]))
            i--;
        if (append_part(list, self, view.data, i, end) < 0)
            return -1;
    }
}

static int split_at(Object *list, Object *self, ByteView view, ByteView separator,
                    int64_t max_split)
{
    size_t start = 0;
    while (max_split-- != 0) {
        int64_t found = search_first(text_of(view), start, view.size, text_of(separator));
        if (found < 0)
            break;
        if (append_part(list, self, view.data, start, (size_t)found) < 0)
            return -1;
        start = (size_t)found + separator.size;
    }
    return append_part(list, self, view.data, start, view.size);
}

static int rsplit_at(Object *list, Object *self, ByteView view, ByteView separator,
                     int64_t max_split)
{
    size_t end = view.size;
    while (max_split-- != 0) {
        int64_t found = search_last(text_of(view), 0, end, text_of(separator));
        if (found < 0)
            break;
        if (append_part(list, self, view.data, (size_t)found + separator.size, end) < 0)
            return -1;
        end = (size_t)found;
    }
    return append_part(list, self, view.data, 0, end);
}

static const char *const split_parameters[] = {"sep", "maxsplit", NULL};

static Object *split(const char *name, Object *self, Object *const *args, size_t nargs,
                     Object *kwnames, bool from_right)
{
    const Signature signature = {name, split_parameters, 0, 0, 2};
    Object *out[2] = {NULL};
    int64_t max_split = -1;
    ByteView separator = {NULL, 0};
    if (args_parse(&signature, args, nargs, kwnames, out) < 0 ||
        (out[1] && text_index_argument(out[1], &max_split) < 0))
        return NULL;
    bool is_blank_split = !out[0] || out[0] == object_none;
    if (!is_blank_split && bytes_require_view(out[0], &separator) < 0)
        return NULL;
    if (!is_blank_split && separator.size == 0)
        return error_text(&exc_value_error, "empty separator");
    Object *list = list_new(0);
    if (!list)
        return NULL;
    ByteView view = bytes_self_view(self);
    int result;
    if (from_right) {
        result = is_blank_split ? rsplit_blank(list, self, view, max_split)
                                : rsplit_at(list, self, view, separator, max_split);
        if (result == 0)
            result = list_reverse(list);
    } else
        result = is_blank_split ? split_blank(list, self, view, max_split)
                                : split_at(list, self, view, separator, max_split);
    if (result == 0)
        return list;
    decref(list);
    return NULL;
}

static Object *bytes_method_split(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return split("split", self, args, nargs, kwnames, false);
}

static Object *bytes_method_rsplit(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    return split("rsplit", self, args, nargs, kwnames, true);
}

static const char *const splitlines_parameters[] = {"keepends", NULL};
static const Signature splitlines_signature = {"splitlines", splitlines_parameters, 0, 0, 1};

static Object *bytes_method_splitlines(Object *self, Object *const *args, size_t nargs,
                                       Object *kwnames)
{
    Object *keep_ends = NULL;
    if (args_parse(&splitlines_signature, args, nargs, kwnames, &keep_ends) < 0)
        return NULL;
    int keeps = keep_ends ? int_as_int32(keep_ends) : 0;
    Object *list = keeps == -1 && error_occurred() ? NULL : list_new(0);
    if (!list)
        return NULL;
    ByteView view = bytes_self_view(self);
    for (size_t i = 0; i < view.size;) {
        size_t start = i;
        while (i < view.size && view.data[i] != '\n' && view.data[i] != '\r')
            i++;
        size_t end = i;
        if (i < view.size)
            i += view.data[i] == '\r' && i + 1 < view.size && view.data[i + 1] == '\n' ? 2 : 1;
        if (append_part(list, self, view.data, start, keeps ? i : end) < 0) {
            decref(list);
            return NULL;
        }
    }
    return list;
}

static Object *pack_steal(Object *a, Object *b, Object *c)
{
    if (likely(a && b && c))
        return tuple_from_array_steal((Object *[]){a, b, c}, 3);
    xdecref(a);
    xdecref(b);
    xdecref(c);
    return NULL;
}

static Object *partition(Object *self, Object *separator, bool from_right)
{
    ByteView part, view = bytes_self_view(self);
    if (bytes_require_view(separator, &part) < 0)
        return NULL;
    if (part.size == 0)
        return error_text(&exc_value_error, "empty separator");
    int64_t found = from_right ? search_last(text_of(view), 0, view.size, text_of(part))
                               : search_first(text_of(view), 0, view.size, text_of(part));
    if (found < 0 && from_right)
        return pack_steal(bytes_like(self, NULL, 0), bytes_like(self, NULL, 0), same(self));
    if (found < 0)
        return pack_steal(same(self), bytes_like(self, NULL, 0), bytes_like(self, NULL, 0));
    Object *middle = IS_BYTES(self) ? new_ref(separator) : bytes_like(self, part.data, part.size);
    return pack_steal(slice(self, 0, (size_t)found), middle,
                      slice(self, (size_t)found + part.size, view.size));
}

static Object *bytes_method_partition(Object *self, Object *separator)
{
    return partition(self, separator, false);
}

static Object *bytes_method_rpartition(Object *self, Object *separator)
{
    return partition(self, separator, true);
}

// ---- strip, padding -----------------------------------------------------------------------------

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Object *strip(const char *name, Object *self, Object *const *args, size_t nargs, int sides)
{
    ByteView view = bytes_self_view(self), set = {(const uint8_t *)" \t\n\r\f\v", 6};
    if (args_check_count(name, nargs, 0, 1) < 0)
        return NULL;
    if (nargs == 1 && args[0] != object_none && bytes_require_view(args[0], &set) < 0)
        return NULL;
    size_t start = 0, end = view.size;
    if (sides & STRIP_LEFT)
        while (start < end && memchr(set.data, view.data[start], set.size))
            start++;
    if (sides & STRIP_RIGHT)
        while (end > start && memchr(set.data, view.data[end - 1], set.size))
            end--;
    return slice(self, start, end);
}

static Object *bytes_method_strip(Object *self, Object *const *args, size_t nargs)
{
    return strip("strip", self, args, nargs, STRIP_LEFT | STRIP_RIGHT);
}

static Object *bytes_method_lstrip(Object *self, Object *const *args, size_t nargs)
{
    return strip("lstrip", self, args, nargs, STRIP_LEFT);
}

static Object *bytes_method_rstrip(Object *self, Object *const *args, size_t nargs)
{
    return strip("rstrip", self, args, nargs, STRIP_RIGHT);
}

static Object *pad(Object *self, size_t left, size_t right, uint8_t fill)
{
    ByteView view = bytes_self_view(self);
    size_t total;
    uint8_t *to;
    if (left + right == 0)
        return same(self);
    if (__builtin_add_overflow(view.size, left + right, &total))
        return error_no_memory();
    Object *result = make_result(self, total, &to);
    if (!result)
        return NULL;
    memset(to, fill, left);
    memcpy(to + left, view.data, view.size);
    memset(to + left + view.size, fill, right);
    return result;
}

static int parse_pad(const char *name, Object *self, Object *const *args, size_t nargs,
                     size_t *padding, uint8_t *fill)
{
    int64_t width;
    ByteView part;
    *fill = ' ';
    if (args_check_count(name, nargs, 1, 2) < 0 || text_index_argument(args[0], &width) < 0)
        return -1;
    if (nargs == 2) {
        if (!bytes_view(args[1], &part.data, &part.size) || part.size != 1) {
            error_format(&exc_type_error,
                         "%s() argument 2 must be a byte string of length 1, not %s", name,
                         text_argument_type(args[1]));
            return -1;
        }
        *fill = part.data[0];
    }
    int64_t size = bytes_length(self);
    *padding = width > size ? (size_t)(width - size) : 0;
    return 0;
}

static Object *bytes_method_center(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint8_t fill;
    if (parse_pad("center", self, args, nargs, &padding, &fill) < 0)
        return NULL;
    size_t width = padding + bytes_self_view(self).size, left = padding / 2 + (padding & width & 1);
    return pad(self, left, padding - left, fill);
}

static Object *bytes_method_ljust(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint8_t fill;
    return parse_pad("ljust", self, args, nargs, &padding, &fill) < 0 ? NULL
                                                                      : pad(self, 0, padding, fill);
}

static Object *bytes_method_rjust(Object *self, Object *const *args, size_t nargs)
{
    size_t padding;
    uint8_t fill;
    return parse_pad("rjust", self, args, nargs, &padding, &fill) < 0 ? NULL
                                                                      : pad(self, padding, 0, fill);
}

static Object *bytes_method_zfill(Object *self, Object *width_object)
{
    int64_t width;
    if (text_index_argument(width_object, &width) < 0)
        return NULL;
    ByteView view = bytes_self_view(self);
    if (width <= (int64_t)view.size)
        return same(self);
    size_t padding = (size_t)width - view.size;
    uint8_t *to;
    Object *result = make_result(self, (size_t)width, &to);
    if (!result)
        return NULL;
    memset(to, '0', padding);
    memcpy(to + padding, view.data, view.size);
    if (view.size && (view.data[0] == '+' || view.data[0] == '-')) {
        to[padding] = '0';
        to[0] = view.data[0];
    }
    return result;
}

static const char *const expandtabs_parameters[] = {"tabsize", NULL};
static const Signature expandtabs_signature = {"expandtabs", expandtabs_parameters, 0, 0, 1};

static Object *bytes_method_expandtabs(Object *self, Object *const *args, size_t nargs,
                                       Object *kwnames)
{
    Object *size_object = NULL, *result = NULL;
    int tab_size = 8;
    if (args_parse(&expandtabs_signature, args, nargs, kwnames, &size_object) < 0)
        return NULL;
    if (size_object && (tab_size = int_as_int32(size_object)) == -1 && error_occurred())
        return NULL;
    ByteView view = bytes_self_view(self);
    Buffer buffer;
    buffer_init(&buffer);
    size_t column = 0;
    for (size_t i = 0; i < view.size; i++) {
        uint8_t c = view.data[i];
        size_t count = 1;
        if (c == '\t')
            count = tab_size > 0 ? (size_t)tab_size - column % (size_t)tab_size : 0;
        column = c == '\n' || c == '\r' ? 0 : column + count;
        while (count-- > 0)
            if (buffer_append_byte(&buffer, c == '\t' ? ' ' : c) < 0) {
                error_no_memory();
                goto done;
            }
    }
    result = bytes_like(self, (const uint8_t *)(buffer.data ? buffer.data : ""), buffer.size);
done:
    buffer_free(&buffer);
    return result;
}

// ---- replace, translate, join -------------------------------------------------------------------

static Object *replace_empty(Object *self, ByteView view, ByteView new, size_t count)
{
    size_t added, i = 0;
    uint8_t *to;
    if (__builtin_mul_overflow(count, new.size, &added))
        return error_no_memory();
    Object *result = make_result(self, view.size + added, &to);
    for (; result && i < count; i++) {
        to = (uint8_t *)memcpy(to, new.data, new.size) + new.size;
        if (i < view.size)
            *to++ = view.data[i];
    }
    if (result && i < view.size)
        memcpy(to, view.data + i, view.size - i);
    return result;
}

static Object *bytes_method_replace(Object *self, Object *const *args, size_t nargs)
{
    ByteView old, new;
    int64_t max_count = -1;
    size_t added, start = 0;
    uint8_t *to;
    if (args_check_count("replace", nargs, 2, 3) < 0 || bytes_require_view(args[0], &old) < 0 ||
        bytes_require_view(args[1], &new) < 0)
        return NULL;
    if (nargs == 3 && text_index_argument(args[2], &max_count) < 0)
        return NULL;
    old = bytes_self_view(args[0]); // an __index__ may have changed them
    new = bytes_self_view(args[1]);
    ByteView view = bytes_self_view(self);
    size_t limit = max_count < 0 ? SIZE_MAX : (size_t)max_count;
    size_t count = limit ? search_count(text_of(view), 0, view.size, text_of(old), limit) : 0;
    if (count == 0)
        return same(self);
    if (old.size == 0)
        return replace_empty(self, view, new, count);
    if (__builtin_mul_overflow(count, new.size, &added))
        return error_no_memory();
    Object *result = make_result(self, view.size - count * old.size + added, &to);
    if (!result)
        return NULL;
    while (count-- > 0) {
        size_t found = (size_t)search_first(text_of(view), start, view.size, text_of(old));
        to = (uint8_t *)memcpy(to, view.data + start, found - start) + (found - start);
        to = (uint8_t *)memcpy(to, new.data, new.size) + new.size;
        start = found + old.size;
    }
    memcpy(to, view.data + start, view.size - start);
    return result;
}

static const char *const translate_parameters[] = {"", "delete", NULL};
static const Signature translate_signature = {"translate", translate_parameters, 1, 1, 2};

static Object *bytes_method_translate(Object *self, Object *const *args, size_t nargs,
                                      Object *kwnames)
{
    Object *out[2] = {NULL};
    ByteView table = {NULL, 0}, deleted = {NULL, 0}, view = bytes_self_view(self);
    bool is_deleted[256] = {false};
    if (args_parse(&translate_signature, args, nargs, kwnames, out) < 0)
        return NULL;
    if (out[0] != object_none && bytes_require_view(out[0], &table) < 0)
        return NULL;
    if (table.data && table.size != 256)
        return error_text(&exc_value_error, "translation table must be 256 characters long");
    if (out[1] && bytes_require_view(out[1], &deleted) < 0)
        return NULL;
    for (size_t i = 0; i < deleted.size; i++)
        is_deleted[deleted.data[i]] = true;
    size_t size = 0;
    uint8_t *to;
    for (size_t i = 0; i < view.size; i++)
        size += !is_deleted[view.data[i]];
    Object *result = make_result(self, size, &to);
    for (size_t i = 0; result && i < view.size; i++)
        if (!is_deleted[view.data[i]])
            *to++ = table.data ? table.data[view.data[i]] : view.data[i];
    return result;
}

static Object *bytes_method_maketrans(Object *self, Object *const *args, size_t nargs)
{
    ByteView from, to;
    uint8_t table[256];
    (void)self;
    if (args_check_count("maketrans", nargs, 2, 2) < 0 || bytes_require_view(args[0], &from) < 0 ||
        bytes_require_view(args[1], &to) < 0)
        return NULL;
    if (from.size != to.size)
        return error_text(&exc_value_error, "maketrans arguments must have same length");
    for (int i = 0; i < 256; i++)
        table[i] = (uint8_t)i;
    for (size_t i = 0; i < from.size; i++)
        table[from.data[i]] = to.data[i];
    return bytes_new((const char *)table, 256);
}

static Object *join_items(Object *self, Object *const *items, size_t count)
{
    ByteView separator = bytes_self_view(self), part;
    size_t total = count > 1 ? separator.size * (count - 1) : 0;
    uint8_t *to;
    if (count == 1 && IS_BYTES(self) && IS_EXACT(items[0], BYTES))
        return new_ref(items[0]);
    for (size_t i = 0; i < count; i++) {
        if (!bytes_view(items[i], &part.data, &part.size))
            return error_format(&exc_type_error,
                                "sequence item %zd: expected a bytes-like object, %T found",
                                (ssize_t)i, items[i]);
        total += part.size;
    }
    Object *result = make_result(self, total, &to);
    for (size_t i = 0; result && i < count; i++) {
        if (i)
            to = (uint8_t *)memcpy(to, separator.data, separator.size) + separator.size;
        part = bytes_self_view(items[i]);
        to = (uint8_t *)memcpy(to, part.data, part.size) + part.size;
    }
    return result;
}

static Object *bytes_method_join(Object *self, Object *iterable)
{
    Object *sequence = object_fast_sequence(iterable, "can only join an iterable");
    if (!sequence)
        return NULL;
    Object *result = IS_EXACT(sequence, LIST)
                         ? join_items(self, LIST(sequence)->items, LIST(sequence)->count)
                         : join_items(self, TUPLE(sequence)->items, TUPLE(sequence)->count);
    decref(sequence);
    return result;
}

// ---- Case and predicates ------------------------------------------------------------------------

static Object *map_bytes(Object *self, uint8_t (*map)(uint8_t))
{
    ByteView view = bytes_self_view(self);
    uint8_t *to;
    Object *result = make_result(self, view.size, &to);
    for (size_t i = 0; result && i < view.size; i++)
        to[i] = map(view.data[i]);
    return result;
}

static uint8_t swap_case(uint8_t c)
{
    return (uint8_t)(c ^ is_alpha(c) << 5);
}
static Object *bytes_method_lower(Object *self)
{
    return map_bytes(self, to_lower);
}
static Object *bytes_method_upper(Object *self)
{
    return map_bytes(self, to_upper);
}
static Object *bytes_method_swapcase(Object *self)
{
    return map_bytes(self, swap_case);
}

static Object *title(Object *self, bool every_word)
{
    ByteView view = bytes_self_view(self);
    uint8_t *to;
    Object *result = make_result(self, view.size, &to);
    bool was_alpha = false;
    for (size_t i = 0; result && i < view.size; i++) {
        uint8_t c = view.data[i];
        to[i] = (every_word ? was_alpha : i > 0) ? to_lower(c) : to_upper(c);
        was_alpha = is_alpha(c);
    }
    return result;
}

static Object *bytes_method_title(Object *self)
{
    return title(self, true);
}
static Object *bytes_method_capitalize(Object *self)
{
    return title(self, false);
}

static Object *check_all(Object *self, bool (*test)(uint8_t))
{
    ByteView view = bytes_self_view(self);
    for (size_t i = 0; i < view.size; i++)
        if (!test(view.data[i]))
            return object_false;
    return object_from_bool(view.size > 0);
}

static Object *bytes_method_isalnum(Object *self)
{
    return check_all(self, is_alnum);
}
static Object *bytes_method_isalpha(Object *self)
{
    return check_all(self, is_alpha);
}
static Object *bytes_method_isdigit(Object *self)
{
    return check_all(self, is_digit);
}
static Object *bytes_method_isspace(Object *self)
{
    return check_all(self, is_blank);
}

static Object *bytes_method_isascii(Object *self)
{
    ByteView view = bytes_self_view(self);
    for (size_t i = 0; i < view.size; i++)
        if (view.data[i] >= 0x80)
            return object_false;
    return object_true;
}

static Object *check_case(Object *self, bool (*wanted)(uint8_t), bool (*refused)(uint8_t))
{
    ByteView view = bytes_self_view(self);
    bool has_wanted = false;
    for (size_t i = 0; i < view.size; i++) {
        if (refused(view.data[i]))
            return object_false;
        has_wanted |= wanted(view.data[i]);
    }
    return object_from_bool(has_wanted);
}

static Object *bytes_method_islower(Object *self)
{
    return check_case(self, is_lower, is_upper);
}
static Object *bytes_method_isupper(Object *self)
{
    return check_case(self, is_upper, is_lower);
}

static Object *bytes_method_istitle(Object *self)
{
    ByteView view = bytes_self_view(self);
    bool was_alpha = false, has_alpha = false;
    for (size_t i = 0; i < view.size; i++) {
        uint8_t c = view.data[i];
        if (is_upper(c) ? was_alpha : is_lower(c) && !was_alpha)
            return object_false;
        was_alpha = is_alpha(c);
        has_alpha |= was_alpha;
    }
    return object_from_bool(has_alpha);
}

// ---- hex, decode and the rest -------------------------------------------------------------------

static const char *const hex_parameters[] = {"sep", "bytes_per_sep", NULL};
static const Signature hex_signature = {"hex", hex_parameters, 0, 0, 2};

// The separator's one ASCII character, or -1.
static int read_hex_separator(Object *value)
{
    ByteView view;
    if (IS_STR(value)) {
        if (str_length(value) != 1)
            error_text(&exc_value_error, "sep must be length 1.");
        else if (!str_is_ascii(value))
            error_text(&exc_value_error, "sep must be ASCII.");
        else
            return (int)str_char_at(value, 0);
    } else if (bytes_view(value, &view.data, &view.size)) {
        if (view.size != 1)
            error_text(&exc_value_error, "sep must be length 1.");
        else if (view.data[0] >= 0x80)
            error_text(&exc_value_error, "sep must be ASCII.");
        else
            return view.data[0];
    } else {
        int64_t length = object_length(value);
        if (length >= 0 && length != 1)
            error_text(&exc_value_error, "sep must be length 1.");
        else if (length == 1)
            error_text(&exc_type_error, "sep must be str or bytes.");
    }
    return -1;
}

static Object *bytes_method_hex(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char digits[] = "0123456789abcdef";
    Object *out[2] = {NULL};
    int separator = 0, group = 1;
    if (args_parse(&hex_signature, args, nargs, kwnames, out) < 0)
        return NULL;
    if (out[1] && (group = int_as_int32(out[1])) == -1 && error_occurred())
        return NULL;
    if (out[0] && (separator = read_hex_separator(out[0])) < 0)
        return NULL;
    ByteView view = bytes_self_view(self);
    size_t step = out[0] ? (size_t)(group < 0 ? -(int64_t)group : group) : 0;
    size_t gaps = step && view.size ? (view.size - 1) / step : 0;
    Object *result = str_new_uninitialized(view.size * 2 + gaps, 0x7F);
    if (!result || view.size == 0)
        return result;
    uint8_t *to = STR(result)->data;
    for (size_t i = 0; i < view.size; i++) {
        // Groups are counted from the right for a positive number.
        if (step && i && (group > 0 ? (view.size - i) % step == 0 : i % step == 0))
            *to++ = (uint8_t)separator;
        *to++ = (uint8_t)digits[view.data[i] >> 4];
        *to++ = (uint8_t)digits[view.data[i] & 15];
    }
    return result;
}

static int hex_digit(Object *text, size_t index)
{
    uint32_t c = index < str_length(text) ? str_char_at(text, index) : 0;
    return c >= '0' && c <= '9'                 ? (int)(c - '0')
           : (c | 32) >= 'a' && (c | 32) <= 'f' ? (int)((c | 32) - 'a' + 10)
                                                : -1;
}

static Object *bytes_method_fromhex(Object *type, Object *text)
{
    if (!IS_STR(text))
        return error_format(&exc_type_error, "fromhex() argument must be str, not %s",
                            text_argument_type(text));
    Buffer buffer;
    buffer_init(&buffer);
    Object *result = NULL;
    for (size_t i = 0; i < str_length(text);) {
        if (str_char_at(text, i) < 128 && is_blank((uint8_t)str_char_at(text, i))) {
            i++;
            continue;
        }
        int high = hex_digit(text, i), low = hex_digit(text, i + 1);
        if (high < 0 || low < 0) {
            error_format(&exc_value_error,
                         "non-hexadecimal number found in fromhex() arg at position %zd",
                         (ssize_t)(high < 0 ? i : i + 1));
            goto done;
        }
        if (buffer_append_byte(&buffer, (uint8_t)(high << 4 | low)) < 0) {
            error_no_memory();
            goto done;
        }
        i += 2;
    }
    bool is_bytes = type_has((TypeObject *)type, TF_SUBCLASS_BYTES);
    const char *data = buffer.data ? buffer.data : "";
    result = is_bytes ? bytes_new(data, buffer.size) : bytearray_new(data, buffer.size);
    if (result && OBJECT(type_of(result)) != type) {
        Object *made = call_one(type, result);
        decref(result);
        result = made;
    }
done:
    buffer_free(&buffer);
    return result;
}

static const char *const decode_parameters[] = {"encoding", "errors", NULL};
static const Signature decode_signature = {"decode", decode_parameters, 0, 0, 2};

static Object *bytes_method_decode(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *out[2] = {NULL};
    const char *text[2] = {NULL};
    if (nargs == 0 && !kwnames) {
        ByteView all = bytes_self_view(self);
        return str_from_utf8((const char *)all.data, all.size);
    }
    if (args_parse(&decode_signature, args, nargs, kwnames, out) < 0)
        return NULL;
    for (int i = 0; i < 2; i++) {
        if (!out[i])
            continue;
        if (!IS_STR(out[i]))
            return error_format(&exc_type_error, "decode() argument '%s' must be str, not %s",
                                decode_parameters[i], text_argument_type(out[i]));
        if (!(text[i] = str_utf8(out[i], NULL)))
            return NULL;
    }
    ByteView view = bytes_self_view(self);
    return bytes_decode(view.data, view.size, text[0], text[1]);
}

static Object *bytes_method___getnewargs__(Object *self)
{
    ByteView view = bytes_self_view(self);
    Object *copy = bytes_new((const char *)view.data, view.size);
    Object *tuple = copy ? tuple_pack(1, copy) : NULL;
    xdecref(copy);
    return tuple;
}

static Object *bytes_method___bytes__(Object *self)
{
    ByteView view = bytes_self_view(self);
    return IS_EXACT(self, BYTES) ? new_ref(self) : bytes_new((const char *)view.data, view.size);
}

// ---- Tables -------------------------------------------------------------------------------------

const MethodDef bytes_methods[] = {
    {"__bytes__", (void *)bytes_method___bytes__, METHOD_NOARGS,
     "__bytes__($self, /)\n--\n\nConvert this value to exact type bytes."},
    {"__getnewargs__", (void *)bytes_method___getnewargs__, METHOD_NOARGS, ""},
    {"capitalize", (void *)bytes_method_capitalize, METHOD_NOARGS,
     "B.capitalize() -> copy of B\n\n"
     "Return a copy of B with only its first character capitalized (ASCII)\n"
     "and the rest lower-cased."},
    {"center", (void *)bytes_method_center, METHOD_FAST,
     "center($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a centered string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"count", (void *)bytes_method_count, METHOD_FAST,
     "B.count(sub[, start[, end]]) -> int\n\n"
     "Return the number of non-overlapping occurrences of subsection sub in\n"
     "bytes B[start:end].  Optional arguments start and end are interpreted\n"
     "as in slice notation."},
    {"decode", (void *)bytes_method_decode, METHOD_KEYWORDS,
     "decode($self, /, encoding='utf-8', errors='strict')\n--\n\n"
     "Decode the bytes using the codec registered for encoding.\n\n  encoding\n"
     "    The encoding with which to decode the bytes.\n  errors\n"
     "    The error handling scheme to use for the handling of decoding errors.\n"
     "    The default is 'strict' meaning that decoding errors raise a\n"
     "    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'\n"
     "    as well as any other name registered with codecs.register_error that\n"
     "    can handle UnicodeDecodeErrors."},
    {"endswith", (void *)bytes_method_endswith, METHOD_FAST,
     "B.endswith(suffix[, start[, end]]) -> bool\n\n"
     "Return True if B ends with the specified suffix, False otherwise.\n"
     "With optional start, test B beginning at that position.\n"
     "With optional end, stop comparing B at that position.\n"
     "suffix can also be a tuple of bytes to try."},
    {"expandtabs", (void *)bytes_method_expandtabs, METHOD_KEYWORDS,
     "expandtabs($self, /, tabsize=8)\n--\n\n"
     "Return a copy where all tab characters are expanded using spaces.\n\n"
     "If tabsize is not given, a tab size of 8 characters is assumed."},
    {"find", (void *)bytes_method_find, METHOD_FAST,
     "B.find(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"fromhex", (void *)bytes_method_fromhex, METHOD_O | METHOD_CLASS,
     "fromhex($type, string, /)\n--\n\n"
     "Create a bytes object from a string of hexadecimal numbers.\n\n"
     "Spaces between two numbers are accepted.\n"
     "Example: bytes.fromhex('B9 01EF') -> b'\\\\xb9\\\\x01\\\\xef'."},
    {"hex", (void *)bytes_method_hex, METHOD_KEYWORDS,
     "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)\n--\n\n"
     "Create a string of hexadecimal numbers from a bytes object.\n\n  sep\n"
     "    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n"
     "    How many bytes between separators.  Positive values count from the\n"
     "    right, negative values count from the left.\n\nExample:\n"
     ">>> value = b'\\xb9\\x01\\xef'\n>>> value.hex()\n'b901ef'\n>>> value.hex(':')\n"
     "'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n>>> value.hex(':', -2)\n'b901:ef'"},
    {"index", (void *)bytes_method_index, METHOD_FAST,
     "B.index(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raises ValueError when the subsection is not found."},
    {"isalnum", (void *)bytes_method_isalnum, METHOD_NOARGS,
     "B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\n"
     "and there is at least one character in B, False otherwise."},
    {"isalpha", (void *)bytes_method_isalpha, METHOD_NOARGS,
     "B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\n"
     "and there is at least one character in B, False otherwise."},
    {"isascii", (void *)bytes_method_isascii, METHOD_NOARGS,
     "B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\n"
     "False otherwise."},
    {"isdigit", (void *)bytes_method_isdigit, METHOD_NOARGS,
     "B.isdigit() -> bool\n\nReturn True if all characters in B are digits\n"
     "and there is at least one character in B, False otherwise."},
    {"islower", (void *)bytes_method_islower, METHOD_NOARGS,
     "B.islower() -> bool\n\n"
     "Return True if all cased characters in B are lowercase and there is\n"
     "at least one cased character in B, False otherwise."},
    {"isspace", (void *)bytes_method_isspace, METHOD_NOARGS,
     "B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\n"
     "and there is at least one character in B, False otherwise."},
    {"istitle", (void *)bytes_method_istitle, METHOD_NOARGS,
     "B.istitle() -> bool\n\n"
     "Return True if B is a titlecased string and there is at least one\n"
     "character in B, i.e. uppercase characters may only follow uncased\n"
     "characters and lowercase characters only cased ones. Return False\notherwise."},
    {"isupper", (void *)bytes_method_isupper, METHOD_NOARGS,
     "B.isupper() -> bool\n\n"
     "Return True if all cased characters in B are uppercase and there is\n"
     "at least one cased character in B, False otherwise."},
    {"join", (void *)bytes_method_join, METHOD_O,
     "join($self, iterable_of_bytes, /)\n--\n\nConcatenate any number of bytes objects.\n\n"
     "The bytes whose method is called is inserted in between each pair.\n\n"
     "The result is returned as a new bytes object.\n\n"
     "Example: b'.'.join([b'ab', b'pq', b'rs']) -> b'ab.pq.rs'."},
    {"ljust", (void *)bytes_method_ljust, METHOD_FAST,
     "ljust($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a left-justified string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"lower", (void *)bytes_method_lower, METHOD_NOARGS,
     "B.lower() -> copy of B\n\n"
     "Return a copy of B with all ASCII characters converted to lowercase."},
    {"lstrip", (void *)bytes_method_lstrip, METHOD_FAST,
     "lstrip($self, bytes=None, /)\n--\n\nStrip leading bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip leading  ASCII whitespace."},
    {"maketrans", (void *)bytes_method_maketrans, METHOD_FAST | METHOD_STATIC,
     "maketrans(frm, to, /)\n--\n\n"
     "Return a translation table useable for the bytes or bytearray translate method.\n\n"
     "The returned table will be one where each byte in frm is mapped to the byte at\n"
     "the same position in to.\n\nThe bytes objects frm and to must be of the same length."},
    {"partition", (void *)bytes_method_partition, METHOD_O,
     "partition($self, sep, /)\n--\n\n"
     "Partition the bytes into three parts using the given separator.\n\n"
     "This will search for the separator sep in the bytes. If the separator is found,\n"
     "returns a 3-tuple containing the part before the separator, the separator\n"
     "itself, and the part after it.\n\n"
     "If the separator is not found, returns a 3-tuple containing the original bytes\n"
     "object and two empty bytes objects."},
    {"removeprefix", (void *)bytes_method_removeprefix, METHOD_O,
     "removeprefix($self, prefix, /)\n--\n\n"
     "Return a bytes object with the given prefix string removed if present.\n\n"
     "If the bytes starts with the prefix string, return bytes[len(prefix):].\n"
     "Otherwise, return a copy of the original bytes."},
    {"removesuffix", (void *)bytes_method_removesuffix, METHOD_O,
     "removesuffix($self, suffix, /)\n--\n\n"
     "Return a bytes object with the given suffix string removed if present.\n\n"
     "If the bytes ends with the suffix string and that suffix is not empty,\n"
     "return bytes[:-len(prefix)].  Otherwise, return a copy of the original\nbytes."},
    {"replace", (void *)bytes_method_replace, METHOD_FAST,
     "replace($self, old, new, count=-1, /)\n--\n\n"
     "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n"
     "    Maximum number of occurrences to replace.\n"
     "    -1 (the default value) means replace all occurrences.\n\n"
     "If the optional argument count is given, only the first count occurrences are\nreplaced."},
    {"rfind", (void *)bytes_method_rfind, METHOD_FAST,
     "B.rfind(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"rindex", (void *)bytes_method_rindex, METHOD_FAST,
     "B.rindex(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raise ValueError when the subsection is not found."},
    {"rjust", (void *)bytes_method_rjust, METHOD_FAST,
     "rjust($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a right-justified string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"rpartition", (void *)bytes_method_rpartition, METHOD_O,
     "rpartition($self, sep, /)\n--\n\n"
     "Partition the bytes into three parts using the given separator.\n\n"
     "This will search for the separator sep in the bytes, starting at the end. If\n"
     "the separator is found, returns a 3-tuple containing the part before the\n"
     "separator, the separator itself, and the part after it.\n\n"
     "If the separator is not found, returns a 3-tuple containing two empty bytes\n"
     "objects and the original bytes object."},
    {"rsplit", (void *)bytes_method_rsplit, METHOD_KEYWORDS,
     "rsplit($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n"
     "    The delimiter according which to split the bytes.\n"
     "    None (the default value) means split on ASCII whitespace characters\n"
     "    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n"
     "    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\n"
     "Splitting is done starting at the end of the bytes and working to the front."},
    {"rstrip", (void *)bytes_method_rstrip, METHOD_FAST,
     "rstrip($self, bytes=None, /)\n--\n\nStrip trailing bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip trailing ASCII whitespace."},
    {"split", (void *)bytes_method_split, METHOD_KEYWORDS,
     "split($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the sections in the bytes, using sep as the delimiter.\n\n  sep\n"
     "    The delimiter according which to split the bytes.\n"
     "    None (the default value) means split on ASCII whitespace characters\n"
     "    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n"
     "    Maximum number of splits to do.\n    -1 (the default value) means no limit."},
    {"splitlines", (void *)bytes_method_splitlines, METHOD_KEYWORDS,
     "splitlines($self, /, keepends=False)\n--\n\n"
     "Return a list of the lines in the bytes, breaking at line boundaries.\n\n"
     "Line breaks are not included in the resulting list unless keepends is given and\ntrue."},
    {"startswith", (void *)bytes_method_startswith, METHOD_FAST,
     "B.startswith(prefix[, start[, end]]) -> bool\n\n"
     "Return True if B starts with the specified prefix, False otherwise.\n"
     "With optional start, test B beginning at that position.\n"
     "With optional end, stop comparing B at that position.\n"
     "prefix can also be a tuple of bytes to try."},
    {"strip", (void *)bytes_method_strip, METHOD_FAST,
     "strip($self, bytes=None, /)\n--\n\n"
     "Strip leading and trailing bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip leading and trailing ASCII whitespace."},
    {"swapcase", (void *)bytes_method_swapcase, METHOD_NOARGS,
     "B.swapcase() -> copy of B\n\n"
     "Return a copy of B with uppercase ASCII characters converted\n"
     "to lowercase ASCII and vice versa."},
    {"title", (void *)bytes_method_title, METHOD_NOARGS,
     "B.title() -> copy of B\n\n"
     "Return a titlecased version of B, i.e. ASCII words start with uppercase\n"
     "characters, all remaining cased characters have lowercase."},
    {"translate", (void *)bytes_method_translate, METHOD_KEYWORDS,
     "translate($self, table, /, delete=b'')\n--\n\n"
     "Return a copy with each character mapped by the given translation table.\n\n  table\n"
     "    Translation table, which must be a bytes object of length 256.\n\n"
     "All characters occurring in the optional argument delete are removed.\n"
     "The remaining characters are mapped through the given translation table."},
    {"upper", (void *)bytes_method_upper, METHOD_NOARGS,
     "B.upper() -> copy of B\n\n"
     "Return a copy of B with all ASCII characters converted to uppercase."},
    {"zfill", (void *)bytes_method_zfill, METHOD_O,
     "zfill($self, width, /)\n--\n\n"
     "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\n"
     "The original string is never truncated."},
    {0},
};

const MethodDef bytearray_methods[] = {
    {"__alloc__", (void *)bytearray_method___alloc__, METHOD_NOARGS,
     "B.__alloc__() -> int\n\nReturn the number of bytes actually allocated."},
    {"__reduce__", (void *)bytearray_method___reduce__, METHOD_NOARGS,
     "__reduce__($self, /)\n--\n\nReturn state information for pickling."},
    {"__reduce_ex__", (void *)bytearray_method___reduce_ex__, METHOD_FAST,
     "__reduce_ex__($self, proto=0, /)\n--\n\nReturn state information for pickling."},
    {"__sizeof__", (void *)bytearray_method___sizeof__, METHOD_NOARGS,
     "__sizeof__($self, /)\n--\n\n"
     "Returns the size of the bytearray object in memory, in bytes."},
    {"append", (void *)bytearray_method_append, METHOD_O,
     "append($self, item, /)\n--\n\nAppend a single item to the end of the bytearray.\n\n"
     "  item\n    The item to be appended."},
    {"capitalize", (void *)bytes_method_capitalize, METHOD_NOARGS,
     "B.capitalize() -> copy of B\n\n"
     "Return a copy of B with only its first character capitalized (ASCII)\n"
     "and the rest lower-cased."},
    {"center", (void *)bytes_method_center, METHOD_FAST,
     "center($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a centered string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"clear", (void *)bytearray_method_clear, METHOD_NOARGS,
     "clear($self, /)\n--\n\nRemove all items from the bytearray."},
    {"copy", (void *)bytearray_method_copy, METHOD_NOARGS,
     "copy($self, /)\n--\n\nReturn a copy of B."},
    {"count", (void *)bytes_method_count, METHOD_FAST,
     "B.count(sub[, start[, end]]) -> int\n\n"
     "Return the number of non-overlapping occurrences of subsection sub in\n"
     "bytes B[start:end].  Optional arguments start and end are interpreted\n"
     "as in slice notation."},
    {"decode", (void *)bytes_method_decode, METHOD_KEYWORDS,
     "decode($self, /, encoding='utf-8', errors='strict')\n--\n\n"
     "Decode the bytearray using the codec registered for encoding.\n\n  encoding\n"
     "    The encoding with which to decode the bytearray.\n  errors\n"
     "    The error handling scheme to use for the handling of decoding errors.\n"
     "    The default is 'strict' meaning that decoding errors raise a\n"
     "    UnicodeDecodeError. Other possible values are 'ignore' and 'replace'\n"
     "    as well as any other name registered with codecs.register_error that\n"
     "    can handle UnicodeDecodeErrors."},
    {"endswith", (void *)bytes_method_endswith, METHOD_FAST,
     "B.endswith(suffix[, start[, end]]) -> bool\n\n"
     "Return True if B ends with the specified suffix, False otherwise.\n"
     "With optional start, test B beginning at that position.\n"
     "With optional end, stop comparing B at that position.\n"
     "suffix can also be a tuple of bytes to try."},
    {"expandtabs", (void *)bytes_method_expandtabs, METHOD_KEYWORDS,
     "expandtabs($self, /, tabsize=8)\n--\n\n"
     "Return a copy where all tab characters are expanded using spaces.\n\n"
     "If tabsize is not given, a tab size of 8 characters is assumed."},
    {"extend", (void *)bytearray_method_extend, METHOD_O,
     "extend($self, iterable_of_ints, /)\n--\n\n"
     "Append all the items from the iterator or sequence to the end of the bytearray.\n\n"
     "  iterable_of_ints\n    The iterable of items to append."},
    {"find", (void *)bytes_method_find, METHOD_FAST,
     "B.find(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"fromhex", (void *)bytes_method_fromhex, METHOD_O | METHOD_CLASS,
     "fromhex($type, string, /)\n--\n\n"
     "Create a bytearray object from a string of hexadecimal numbers.\n\n"
     "Spaces between two numbers are accepted.\n"
     "Example: bytearray.fromhex('B9 01EF') -> bytearray(b'\\\\xb9\\\\x01\\\\xef')"},
    {"hex", (void *)bytes_method_hex, METHOD_KEYWORDS,
     "hex($self, /, sep=<unrepresentable>, bytes_per_sep=1)\n--\n\n"
     "Create a string of hexadecimal numbers from a bytearray object.\n\n  sep\n"
     "    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n"
     "    How many bytes between separators.  Positive values count from the\n"
     "    right, negative values count from the left.\n\nExample:\n"
     ">>> value = bytearray([0xb9, 0x01, 0xef])\n>>> value.hex()\n'b901ef'\n"
     ">>> value.hex(':')\n'b9:01:ef'\n>>> value.hex(':', 2)\n'b9:01ef'\n"
     ">>> value.hex(':', -2)\n'b901:ef'"},
    {"index", (void *)bytes_method_index, METHOD_FAST,
     "B.index(sub[, start[, end]]) -> int\n\n"
     "Return the lowest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raises ValueError when the subsection is not found."},
    {"insert", (void *)bytearray_method_insert, METHOD_FAST,
     "insert($self, index, item, /)\n--\n\n"
     "Insert a single item into the bytearray before the given index.\n\n  index\n"
     "    The index where the value is to be inserted.\n  item\n    The item to be inserted."},
    {"isalnum", (void *)bytes_method_isalnum, METHOD_NOARGS,
     "B.isalnum() -> bool\n\nReturn True if all characters in B are alphanumeric\n"
     "and there is at least one character in B, False otherwise."},
    {"isalpha", (void *)bytes_method_isalpha, METHOD_NOARGS,
     "B.isalpha() -> bool\n\nReturn True if all characters in B are alphabetic\n"
     "and there is at least one character in B, False otherwise."},
    {"isascii", (void *)bytes_method_isascii, METHOD_NOARGS,
     "B.isascii() -> bool\n\nReturn True if B is empty or all characters in B are ASCII,\n"
     "False otherwise."},
    {"isdigit", (void *)bytes_method_isdigit, METHOD_NOARGS,
     "B.isdigit() -> bool\n\nReturn True if all characters in B are digits\n"
     "and there is at least one character in B, False otherwise."},
    {"islower", (void *)bytes_method_islower, METHOD_NOARGS,
     "B.islower() -> bool\n\n"
     "Return True if all cased characters in B are lowercase and there is\n"
     "at least one cased character in B, False otherwise."},
    {"isspace", (void *)bytes_method_isspace, METHOD_NOARGS,
     "B.isspace() -> bool\n\nReturn True if all characters in B are whitespace\n"
     "and there is at least one character in B, False otherwise."},
    {"istitle", (void *)bytes_method_istitle, METHOD_NOARGS,
     "B.istitle() -> bool\n\n"
     "Return True if B is a titlecased string and there is at least one\n"
     "character in B, i.e. uppercase characters may only follow uncased\n"
     "characters and lowercase characters only cased ones. Return False\notherwise."},
    {"isupper", (void *)bytes_method_isupper, METHOD_NOARGS,
     "B.isupper() -> bool\n\n"
     "Return True if all cased characters in B are uppercase and there is\n"
     "at least one cased character in B, False otherwise."},
    {"join", (void *)bytes_method_join, METHOD_O,
     "join($self, iterable_of_bytes, /)\n--\n\n"
     "Concatenate any number of bytes/bytearray objects.\n\n"
     "The bytearray whose method is called is inserted in between each pair.\n\n"
     "The result is returned as a new bytearray object."},
    {"ljust", (void *)bytes_method_ljust, METHOD_FAST,
     "ljust($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a left-justified string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"lower", (void *)bytes_method_lower, METHOD_NOARGS,
     "B.lower() -> copy of B\n\n"
     "Return a copy of B with all ASCII characters converted to lowercase."},
    {"lstrip", (void *)bytes_method_lstrip, METHOD_FAST,
     "lstrip($self, bytes=None, /)\n--\n\nStrip leading bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip leading ASCII whitespace."},
    {"maketrans", (void *)bytes_method_maketrans, METHOD_FAST | METHOD_STATIC,
     "maketrans(frm, to, /)\n--\n\n"
     "Return a translation table useable for the bytes or bytearray translate method.\n\n"
     "The returned table will be one where each byte in frm is mapped to the byte at\n"
     "the same position in to.\n\nThe bytes objects frm and to must be of the same length."},
    {"partition", (void *)bytes_method_partition, METHOD_O,
     "partition($self, sep, /)\n--\n\n"
     "Partition the bytearray into three parts using the given separator.\n\n"
     "This will search for the separator sep in the bytearray. If the separator is\n"
     "found, returns a 3-tuple containing the part before the separator, the\n"
     "separator itself, and the part after it as new bytearray objects.\n\n"
     "If the separator is not found, returns a 3-tuple containing the copy of the\n"
     "original bytearray object and two empty bytearray objects."},
    {"pop", (void *)bytearray_method_pop, METHOD_FAST,
     "pop($self, index=-1, /)\n--\n\nRemove and return a single item from B.\n\n  index\n"
     "    The index from where to remove the item.\n"
     "    -1 (the default value) means remove the last item.\n\n"
     "If no index argument is given, will pop the last item."},
    {"remove", (void *)bytearray_method_remove, METHOD_O,
     "remove($self, value, /)\n--\n\n"
     "Remove the first occurrence of a value in the bytearray.\n\n  value\n"
     "    The value to remove."},
    {"removeprefix", (void *)bytes_method_removeprefix, METHOD_O,
     "removeprefix($self, prefix, /)\n--\n\n"
     "Return a bytearray with the given prefix string removed if present.\n\n"
     "If the bytearray starts with the prefix string, return\n"
     "bytearray[len(prefix):].  Otherwise, return a copy of the original\nbytearray."},
    {"removesuffix", (void *)bytes_method_removesuffix, METHOD_O,
     "removesuffix($self, suffix, /)\n--\n\n"
     "Return a bytearray with the given suffix string removed if present.\n\n"
     "If the bytearray ends with the suffix string and that suffix is not\n"
     "empty, return bytearray[:-len(suffix)].  Otherwise, return a copy of\n"
     "the original bytearray."},
    {"replace", (void *)bytes_method_replace, METHOD_FAST,
     "replace($self, old, new, count=-1, /)\n--\n\n"
     "Return a copy with all occurrences of substring old replaced by new.\n\n  count\n"
     "    Maximum number of occurrences to replace.\n"
     "    -1 (the default value) means replace all occurrences.\n\n"
     "If the optional argument count is given, only the first count occurrences are\nreplaced."},
    {"reverse", (void *)bytearray_method_reverse, METHOD_NOARGS,
     "reverse($self, /)\n--\n\nReverse the order of the values in B in place."},
    {"rfind", (void *)bytes_method_rfind, METHOD_FAST,
     "B.rfind(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\nReturn -1 on failure."},
    {"rindex", (void *)bytes_method_rindex, METHOD_FAST,
     "B.rindex(sub[, start[, end]]) -> int\n\n"
     "Return the highest index in B where subsection sub is found,\n"
     "such that sub is contained within B[start,end].  Optional\n"
     "arguments start and end are interpreted as in slice notation.\n\n"
     "Raise ValueError when the subsection is not found."},
    {"rjust", (void *)bytes_method_rjust, METHOD_FAST,
     "rjust($self, width, fillchar=b' ', /)\n--\n\n"
     "Return a right-justified string of length width.\n\n"
     "Padding is done using the specified fill character."},
    {"rpartition", (void *)bytes_method_rpartition, METHOD_O,
     "rpartition($self, sep, /)\n--\n\n"
     "Partition the bytearray into three parts using the given separator.\n\n"
     "This will search for the separator sep in the bytearray, starting at the end.\n"
     "If the separator is found, returns a 3-tuple containing the part before the\n"
     "separator, the separator itself, and the part after it as new bytearray\nobjects.\n\n"
     "If the separator is not found, returns a 3-tuple containing two empty bytearray\n"
     "objects and the copy of the original bytearray object."},
    {"rsplit", (void *)bytes_method_rsplit, METHOD_KEYWORDS,
     "rsplit($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n"
     "    The delimiter according which to split the bytearray.\n"
     "    None (the default value) means split on ASCII whitespace characters\n"
     "    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n"
     "    Maximum number of splits to do.\n    -1 (the default value) means no limit.\n\n"
     "Splitting is done starting at the end of the bytearray and working to the front."},
    {"rstrip", (void *)bytes_method_rstrip, METHOD_FAST,
     "rstrip($self, bytes=None, /)\n--\n\nStrip trailing bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip trailing ASCII whitespace."},
    {"split", (void *)bytes_method_split, METHOD_KEYWORDS,
     "split($self, /, sep=None, maxsplit=-1)\n--\n\n"
     "Return a list of the sections in the bytearray, using sep as the delimiter.\n\n  sep\n"
     "    The delimiter according which to split the bytearray.\n"
     "    None (the default value) means split on ASCII whitespace characters\n"
     "    (space, tab, return, newline, formfeed, vertical tab).\n  maxsplit\n"
     "    Maximum number of splits to do.\n    -1 (the default value) means no limit."},
    {"splitlines", (void *)bytes_method_splitlines, METHOD_KEYWORDS,
     "splitlines($self, /, keepends=False)\n--\n\n"
     "Return a list of the lines in the bytearray, breaking at line boundaries.\n\n"
     "Line breaks are not included in the resulting list unless keepends is given and\ntrue."},
    {"startswith", (void *)bytes_method_startswith, METHOD_FAST,
     "B.startswith(prefix[, start[, end]]) -> bool\n\n"
     "Return True if B starts with the specified prefix, False otherwise.\n"
     "With optional start, test B beginning at that position.\n"
     "With optional end, stop comparing B at that position.\n"
     "prefix can also be a tuple of bytes to try."},
    {"strip", (void *)bytes_method_strip, METHOD_FAST,
     "strip($self, bytes=None, /)\n--\n\n"
     "Strip leading and trailing bytes contained in the argument.\n\n"
     "If the argument is omitted or None, strip leading and trailing ASCII whitespace."},
    {"swapcase", (void *)bytes_method_swapcase, METHOD_NOARGS,
     "B.swapcase() -> copy of B\n\n"
     "Return a copy of B with uppercase ASCII characters converted\n"
     "to lowercase ASCII and vice versa."},
    {"title", (void *)bytes_method_title, METHOD_NOARGS,
     "B.title() -> copy of B\n\n"
     "Return a titlecased version of B, i.e. ASCII words start with uppercase\n"
     "characters, all remaining cased characters have lowercase."},
    {"translate", (void *)bytes_method_translate, METHOD_KEYWORDS,
     "translate($self, table, /, delete=b'')\n--\n\n"
     "Return a copy with each character mapped by the given translation table.\n\n  table\n"
     "    Translation table, which must be a bytes object of length 256.\n\n"
     "All characters occurring in the optional argument delete are removed.\n"
     "The remaining characters are mapped through the given translation table."},
    {"upper", (void *)bytes_method_upper, METHOD_NOARGS,
     "B.upper() -> copy of B\n\n"
     "Return a copy of B with all ASCII characters converted to uppercase."},
    {"zfill", (void *)bytes_method_zfill, METHOD_O,
     "zfill($self, width, /)\n--\n\n"
     "Pad a numeric string with zeros on the left, to fill a field of the given width.\n\n"
     "The original string is never truncated."},
    {0},
};
