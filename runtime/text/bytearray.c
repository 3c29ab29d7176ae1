// bytearray: a growing array of bytes. What it shares with bytes is in bytes.c and bytes_methods.c.
//
// Invariant: size < capacity and data[size] == 0, or data == NULL and size == capacity == 0.
// While export_count > 0 `data` neither moves nor changes its size. Read bytearray_resize first.
#include <string.h>

#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/int.h"
#include "runtime/text/bytearray.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "runtime/text/str_methods.h"

#define ARRAY(o) ((BytearrayObject *)(o))

Object *bytearray_new(const char *data, size_t size)
{
    Object *self = object_new(&type_bytearray, sizeof(BytearrayObject));
    if (!self)
        return NULL;
    if (size && bytearray_resize(self, size) < 0) {
        decref(self);
        return NULL;
    }
    if (data && size)
        memcpy(ARRAY(self)->data, data, size);
    return self;
}

int bytearray_resize(Object *self, size_t size)
{
    BytearrayObject *array = ARRAY(self);
    if (size == array->size)
        return 0;
    if (array->export_count > 0) {
        error_text(&exc_buffer_error, "Existing exports of data: object cannot be re-sized");
        return -1;
    }
    if (size >= array->capacity || size + 1 < array->capacity / 2) {
        size_t capacity = size + 1;
        if (array->data && size >= array->capacity && size < array->capacity + array->capacity / 8)
            capacity = size + (size >> 3) + (size < 9 ? 3 : 6); // a little more: appends are linear
        uint8_t *data =
            size > INT64_MAX / 2 ? NULL : memory_realloc(array->data, array->capacity, capacity);
        if (!data) {
            error_no_memory();
            return -1;
        }
        array->data = data;
        array->capacity = capacity;
    }
    array->size = size;
    array->data[size] = 0;
    return 0;
}

static void bytearray_dealloc(Object *self)
{
    memory_free(ARRAY(self)->data, ARRAY(self)->capacity);
    ARRAY(self)->data = NULL;
    if (IS_EXACT(self, BYTEARRAY))
        object_free(self, sizeof(BytearrayObject));
    else
        type_release(self, 0);
}

// Replaces bytes [start, end) by others, which do not lie in self.
static int splice(Object *self, size_t start, size_t end, const uint8_t *data, size_t size)
{
    BytearrayObject *array = ARRAY(self);
    size_t tail = array->size - end, old_size = array->size, new_size = start + size + tail;
    if (new_size > old_size && bytearray_resize(self, new_size) < 0)
        return -1;
    if (new_size < old_size && array->export_count > 0)
        return bytearray_resize(self, new_size);
    if (array->data) {
        memmove(array->data + start + size, array->data + end, tail);
        memcpy(array->data + start, data, size);
    }
    return new_size < old_size ? bytearray_resize(self, new_size) : 0;
}

// ---- Making -------------------------------------------------------------------------------------

static int append_bytes(Object *self, const uint8_t *data, size_t size)
{
    size_t old_size = ARRAY(self)->size;
    if (size == 0)
        return 0;
    if (data == ARRAY(self)->data) { // self += self
        if (bytearray_resize(self, old_size * 2) < 0)
            return -1;
        data = ARRAY(self)->data;
    } else if (bytearray_resize(self, old_size + size) < 0)
        return -1;
    memcpy(ARRAY(self)->data + old_size, data, size);
    return 0;
}

static int append_iterable(Object *self, Object *iterable)
{
    Buffer buffer;
    buffer_init(&buffer);
    int result = bytes_collect(iterable, &buffer, "byte must be in range(0, 256)");
    if (result == 0)
        result = append_bytes(self, (const uint8_t *)buffer.data, buffer.size);
    buffer_free(&buffer);
    return result;
}

// encoding and errors must be strs; text[1], text[2] get their UTF-8. 0 / -1.
static int read_text_arguments(Object *const out[3], const char *text[3])
{
    for (int i = 1; i < 3; i++) {
        if (out[i] && !IS_STR(out[i])) {
            error_format(&exc_type_error, "bytearray() argument '%s' must be str, not %s",
                         i == 1 ? "encoding" : "errors", text_argument_type(out[i]));
            return -1;
        }
        if (out[i] && !(text[i] = str_utf8(out[i], NULL)))
            return -1;
    }
    return 0;
}

static int fill_from_str(Object *self, Object *const out[3], const char *text[3])
{
    if (!text[1]) {
        error_text(&exc_type_error, "string argument without an encoding");
        return -1;
    }
    Object *bytes = str_encode(out[0], text[1], text[2]);
    if (!bytes)
        return -1;
    ByteView view = bytes_self_view(bytes);
    int result = append_bytes(self, view.data, view.size);
    decref(bytes);
    return result;
}

static int fill_with_zeros(Object *self, Object *count_object)
{
    int64_t count = object_as_index(count_object, &exc_overflow_error);
    if (count == -1 && error_occurred())
        return -1;
    if (count < 0) {
        error_text(&exc_value_error, "negative count");
        return -1;
    }
    if (count == 0)
        return 0;
    if (bytearray_resize(self, (size_t)count) < 0)
        return -1;
    memset(ARRAY(self)->data, 0, (size_t)count);
    return 0;
}

static int fill_from_object(Object *self, Object *object)
{
    ByteView view;
    if (IS_INT(object) || type_of(object)->to_index)
        return fill_with_zeros(self, object);
    if (bytes_view(object, &view.data, &view.size))
        return append_bytes(self, view.data, view.size);
    if (!type_of(object)->iterate && !type_of(object)->sequence.item &&
        !type_of(object)->subscript) {
        error_format(&exc_type_error, "cannot convert '%T' object to bytearray", object);
        return -1;
    }
    return append_iterable(self, object);
}

static const char *const make_parameters[] = {"source", "encoding", "errors", NULL};
static const Signature make_signature = {"bytearray", make_parameters, 0, 0, 3};

static int bytearray_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *out[3] = {NULL};
    const char *text[3] = {NULL};
    if (args_parse(&make_signature, args, nargs, kwnames, out) < 0 ||
        read_text_arguments(out, text) < 0 || bytearray_resize(self, 0) < 0)
        return -1;
    if (out[0] && IS_STR(out[0]))
        return fill_from_str(self, out, text);
    if (out[1] || out[2]) {
        error_text(&exc_type_error, out[1] ? "encoding without a string argument"
                                           : "errors without a string argument");
        return -1;
    }
    return out[0] ? fill_from_object(self, out[0]) : 0;
}

static Object *bytearray_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    if (type == &type_bytearray)
        return bytearray_new(NULL, 0);
    Object *self = type_allocate(type, 0);
    if (self && type_has(type, TF_TRACKED))
        gc_track(self);
    return self;
}

static Object *bytearray_repr(Object *self)
{
    ByteView view = bytes_self_view(self);
    Object *text = bytes_repr_array(view.data, view.size);
    Object *result = text ? str_format("%T(%U)", self, text) : NULL;
    xdecref(text);
    return result;
}

// ---- Items --------------------------------------------------------------------------------------

static int set_item(Object *self, int64_t index, Object *value_or_null)
{
    uint8_t byte = 0;
    if (value_or_null && bytes_byte_argument(value_or_null, &byte) < 0)
        return -1;
    int64_t size = (int64_t)ARRAY(self)->size;
    if (index < 0)
        index += size;
    if (index < 0 || index >= size) {
        error_text(&exc_index_error, "bytearray index out of range");
        return -1;
    }
    if (!value_or_null)
        return splice(self, (size_t)index, (size_t)index + 1, (const uint8_t *)"", 0);
    ARRAY(self)->data[index] = byte;
    return 0;
}

static int set_extended(Object *self, int64_t start, int64_t step, int64_t count, ByteView value)
{
    BytearrayObject *array = ARRAY(self);
    if (value.size == 0) { // deletes
        if (count == 0)
            return 0;
        if (array->export_count > 0)
            return bytearray_resize(self, array->size - (size_t)count);
        if (step < 0) {
            start += step * (count - 1);
            step = -step;
        }
        uint8_t *to = array->data + start;
        for (int64_t i = 0; i < count; i++) {
            int64_t from = start + i * step + 1;
            int64_t end = i + 1 < count ? from + step - 1 : (int64_t)array->size;
            memmove(to, array->data + from, (size_t)(end - from));
            to += end - from;
        }
        return bytearray_resize(self, array->size - (size_t)count);
    }
    if (value.size != (size_t)count) {
        error_format(&exc_value_error,
                     "attempt to assign bytes of size %zd to extended slice of size %zd",
                     (ssize_t)value.size, (ssize_t)count);
        return -1;
    }
    for (int64_t i = 0; i < count; i++)
        array->data[start + i * step] = value.data[i];
    return 0;
}

static int set_slice_view(Object *self, Object *slice, ByteView value)
{
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        return -1;
    int64_t count = slice_adjust((int64_t)ARRAY(self)->size, &start, &stop, step);
    if (step == 1)
        return splice(self, (size_t)start, (size_t)(start + (count > 0 ? count : 0)), value.data,
                      value.size);
    return set_extended(self, start, step, count, value);
}

static int set_slice(Object *self, Object *slice, Object *value_or_null)
{
    ByteView view = {(const uint8_t *)"", 0};
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0) // its errors come first
        return -1;
    if (!value_or_null)
        return set_slice_view(self, slice, view);
    if (value_or_null != self && bytes_view(value_or_null, &view.data, &view.size))
        return set_slice_view(self, slice, view);
    if (IS_INT(value_or_null) || IS_STR(value_or_null)) {
        error_format(&exc_type_error,
                     "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return -1;
    }
    Object *copy = bytearray_new(NULL, 0);
    if (!copy || fill_from_object(copy, value_or_null) < 0) {
        xdecref(copy);
        return -1;
    }
    int result = set_slice_view(self, slice, bytes_self_view(copy));
    decref(copy);
    return result;
}

static int bytearray_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    if (IS_EXACT(key, SLICE))
        return set_slice(self, key, value_or_null);
    if (!type_of(key)->to_index) {
        error_format(&exc_type_error, "bytearray indices must be integers or slices, not %T", key);
        return -1;
    }
    int64_t index = object_as_index(key, &exc_index_error);
    if (index == -1 && error_occurred())
        return -1;
    return set_item(self, index, value_or_null);
}

static Object *bytearray_inplace_concat(Object *self, Object *other)
{
    ByteView view;
    if (!bytes_view(other, &view.data, &view.size))
        return error_format(&exc_type_error, "can't concat %T to %T", other, self);
    return append_bytes(self, view.data, view.size) < 0 ? NULL : new_ref(self);
}

static Object *bytearray_inplace_repeat(Object *self, int64_t count)
{
    size_t size = ARRAY(self)->size, total;
    if (count < 0)
        count = 0;
    if (__builtin_mul_overflow(size, (size_t)count, &total))
        return error_no_memory();
    if (bytearray_resize(self, total) < 0)
        return NULL;
    for (size_t done = size; done < total; done += size)
        memcpy(ARRAY(self)->data + done, ARRAY(self)->data, size);
    return new_ref(self);
}

// ---- Methods that change it ---------------------------------------------------------------------

Object *bytearray_method_append(Object *self, Object *item)
{
    uint8_t byte;
    if (bytes_byte_argument(item, &byte) < 0 || bytearray_resize(self, ARRAY(self)->size + 1) < 0)
        return NULL;
    ARRAY(self)->data[ARRAY(self)->size - 1] = byte;
    return_none;
}

Object *bytearray_method_extend(Object *self, Object *iterable)
{
    ByteView view;
    if (bytes_view(iterable, &view.data, &view.size))
        return append_bytes(self, view.data, view.size) < 0 ? NULL : object_none;
    if (!type_of(iterable)->iterate && !type_of(iterable)->sequence.item &&
        !type_of(iterable)->subscript)
        return error_format(&exc_type_error, "can't extend bytearray with %T", iterable);
    return append_iterable(self, iterable) < 0 ? NULL : object_none;
}

Object *bytearray_method_insert(Object *self, Object *const *args, size_t nargs)
{
    int64_t index;
    uint8_t byte;
    if (args_check_count("insert", nargs, 2, 2) < 0 || text_index_argument(args[0], &index) < 0 ||
        bytes_byte_argument(args[1], &byte) < 0)
        return NULL;
    int64_t size = (int64_t)ARRAY(self)->size;
    if (index < 0)
        index = index + size < 0 ? 0 : index + size;
    if (index > size)
        index = size;
    return splice(self, (size_t)index, (size_t)index, &byte, 1) < 0 ? NULL : object_none;
}

Object *bytearray_method_pop(Object *self, Object *const *args, size_t nargs)
{
    int64_t index = -1;
    if (args_check_count("pop", nargs, 0, 1) < 0 ||
        (nargs == 1 && text_index_argument(args[0], &index) < 0))
        return NULL;
    int64_t size = (int64_t)ARRAY(self)->size;
    if (size == 0)
        return error_text(&exc_index_error, "pop from empty bytearray");
    if (index < 0)
        index += size;
    if (index < 0 || index >= size)
        return error_text(&exc_index_error, "pop index out of range");
    uint8_t byte = ARRAY(self)->data[index];
    if (splice(self, (size_t)index, (size_t)index + 1, (const uint8_t *)"", 0) < 0)
        return NULL;
    return int_small_borrow(byte);
}

Object *bytearray_method_remove(Object *self, Object *item)
{
    uint8_t byte;
    if (bytes_byte_argument(item, &byte) < 0)
        return NULL;
    ByteView view = bytes_self_view(self);
    const uint8_t *found = memchr(view.data, byte, view.size);
    if (!found)
        return error_text(&exc_value_error, "value not found in bytearray");
    size_t index = (size_t)(found - view.data);
    return splice(self, index, index + 1, (const uint8_t *)"", 0) < 0 ? NULL : object_none;
}

Object *bytearray_method_clear(Object *self)
{
    return bytearray_resize(self, 0) < 0 ? NULL : object_none;
}

Object *bytearray_method_copy(Object *self)
{
    ByteView view = bytes_self_view(self);
    return bytearray_new((const char *)view.data, view.size);
}

Object *bytearray_method_reverse(Object *self)
{
    BytearrayObject *array = ARRAY(self);
    for (size_t i = 0, j = array->size; i + 1 < j; i++) {
        uint8_t byte = array->data[--j];
        array->data[j] = array->data[i];
        array->data[i] = byte;
    }
    return_none;
}

Object *bytearray_method___alloc__(Object *self)
{
    return int_from_size(ARRAY(self)->capacity);
}

Object *bytearray_method___sizeof__(Object *self)
{
    return int_from_size(type_of(self)->basic_size + ARRAY(self)->capacity);
}

// (class, arguments that make it again, state); protocols before 3 know no bytes.
static Object *reduce(Object *self, int protocol)
{
    Object *state_value = call_method_none(self, NAME(getstate)), *content = NULL, *encoding = NULL, *args = NULL;
    ByteView view = bytes_self_view(self);
    if (!state_value)
        return NULL;
    if (view.size == 0) {
        args = tuple_pack(0);
    } else if (protocol < 3) {
        content = str_from_latin1(view.data, view.size);
        encoding = str_from_text("latin-1");
        args = content && encoding ? tuple_pack(2, content, encoding) : NULL;
    } else {
        content = bytes_new((const char *)view.data, view.size);
        args = content ? tuple_pack(1, content) : NULL;
    }
    Object *result = args ? tuple_pack(3, OBJECT(type_of(self)), args, state_value) : NULL;
    decref(state_value);
    xdecref(content);
    xdecref(encoding);
    xdecref(args);
    return result;
}

Object *bytearray_method___reduce__(Object *self)
{
    return reduce(self, 2);
}

Object *bytearray_method___reduce_ex__(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("__reduce_ex__", nargs, 0, 1) < 0)
        return NULL;
    int protocol = nargs ? int_as_int32(args[0]) : 0;
    if (protocol == -1 && error_occurred())
        return NULL;
    return reduce(self, protocol);
}

TypeObject type_bytearray = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "bytearray",
    .doc =
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> "
        "bytearray\n"
        "bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\n"
        "bytearray(int) -> bytes array of size given by the parameter initialized with null bytes\n"
        "bytearray() -> empty bytes array\n\nConstruct a mutable bytearray object from:\n"
        "  - an iterable yielding integers in range(256)\n"
        "  - a text string encoded using the specified encoding\n"
        "  - a bytes or a buffer object\n"
        "  - any object implementing the buffer API.\n  - an integer",
    .flags = TF_BASE | TF_IMMUTABLE,
    .index = TYPE_BYTEARRAY,
    .basic_size = sizeof(BytearrayObject),
    .base = &type_object,
    .methods = bytearray_methods,
    .dealloc = bytearray_dealloc,
    .make = bytearray_make,
    .init = bytearray_init,
    .repr = bytearray_repr,
    .str = bytearray_repr,
    .hash = hash_not_implemented,
    .compare = bytes_compare,
    .iterate = bytes_iterate,
    .binary = {[BINARY_REMAINDER] = bytes_remainder},
    .length = bytes_length,
    .subscript = bytes_subscript,
    .set_subscript = bytearray_set_subscript,
    .contains = bytes_contains,
    .sequence = {.concat = bytes_concat,
                 .repeat = bytes_repeat,
                 .inplace_concat = bytearray_inplace_concat,
                 .inplace_repeat = bytearray_inplace_repeat,
                 .item = bytes_item},
};
