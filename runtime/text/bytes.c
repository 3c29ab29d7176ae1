// bytes: making, indexing, comparing; the parts that bytearray shares (its own are in bytearray.c).
// Methods are in bytes_methods.c. Read bytes_new and make_from first.
#include "runtime/text/bytes.h"

#include <stdio.h>
#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/base/hash.h"
#include "runtime/containers/list.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/buffer.h"
#include "runtime/memory/memory.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/names.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/format.h"
#include "runtime/text/search.h"
#include "runtime/text/str.h"
#include "runtime/text/str_methods.h"

#define BYTES(o) ((BytesObject *)(o))
#define BYTES_HEAD_SIZE offsetof(BytesObject, data)
#define BYTES_SIZE_MAX ((size_t)INT64_MAX - 64)

typedef struct BytesByteObject { // bytes of one byte or none: static, shared
    Object header;
    int64_t hash;
    size_t size;
    uint8_t data[8];
} BytesByteObject;
_Static_assert(offsetof(BytesByteObject, data) == BYTES_HEAD_SIZE,
               "a BytesByteObject is a BytesObject");

#define BYTE_ENTRY(c)                                                                              \
    {                                                                                              \
        .header = OBJECT_HEADER_STATIC(TYPE_BYTES), .hash = -1, .size = 1, .data = {(c) }          \
    }
#define BYTE_ENTRY_4(c) BYTE_ENTRY(c), BYTE_ENTRY((c) + 1), BYTE_ENTRY((c) + 2), BYTE_ENTRY((c) + 3)
#define BYTE_ENTRY_16(c)                                                                           \
    BYTE_ENTRY_4(c), BYTE_ENTRY_4((c) + 4), BYTE_ENTRY_4((c) + 8), BYTE_ENTRY_4((c) + 12)
#define BYTE_ENTRY_64(c)                                                                           \
    BYTE_ENTRY_16(c), BYTE_ENTRY_16((c) + 16), BYTE_ENTRY_16((c) + 32), BYTE_ENTRY_16((c) + 48)
static BytesByteObject single_bytes[256] __attribute__((aligned(16))) = {
    BYTE_ENTRY_64(0), BYTE_ENTRY_64(64), BYTE_ENTRY_64(128), BYTE_ENTRY_64(192)};
static BytesByteObject empty_object
    __attribute__((aligned(16))) = {.header = OBJECT_HEADER_STATIC(TYPE_BYTES)};
BytesObject *const bytes_empty = (BytesObject *)(void *)&empty_object;

// ---- Making -------------------------------------------------------------------------------------

static Object *make_bytes(const char *data, size_t size)
{
    if (size > BYTES_SIZE_MAX)
        return error_no_memory();
    BytesObject *bytes = memory_alloc(BYTES_HEAD_SIZE + size + 1, MEMORY_ATOM);
    if (!bytes)
        return error_no_memory();
    bytes->header = (Object){.refcount = 1, .flags = 0, .type_index = TYPE_BYTES};
    bytes->hash = -1;
    bytes->size = size;
    if (data)
        copy_bytes(bytes->data, data, size);
    bytes->data[size] = 0;
    return OBJECT(bytes);
}

Object *bytes_new(const char *data, size_t size)
{
    if (size == 0)
        return OBJECT(bytes_empty);
    if (size == 1 && data)
        return OBJECT(&single_bytes[(uint8_t)*data]);
    return make_bytes(data, size);
}

Object *bytes_slice(Object *bytes, size_t start, size_t end)
{
    if (start == 0 && end == BYTES(bytes)->size)
        return new_ref(bytes);
    return bytes_new((const char *)BYTES(bytes)->data + start, end - start);
}

static void bytes_dealloc(Object *self)
{
    size_t size = BYTES(self)->size;
    if (IS_EXACT(self, BYTES))
        memory_free(self, BYTES_HEAD_SIZE + size + 1);
    else
        type_release(self, size + 1);
}

bool bytes_is_bytearray(const Object *object)
{
    return type_is_subtype(type_of(object), &type_bytearray);
}

bool bytes_view(Object *object, const uint8_t **data, size_t *size)
{
    if (!IS_BYTES(object) && !IS_BYTEARRAY(object))
        return false;
    ByteView view = bytes_self_view(object);
    *data = view.data;
    *size = view.size;
    return true;
}

ByteView bytes_self_view(const Object *self)
{
    if (IS_BYTES(self))
        return (ByteView){((const BytesObject *)self)->data, ((const BytesObject *)self)->size};
    const BytearrayObject *array = (const BytearrayObject *)self;
    return (ByteView){array->data ? array->data : (const uint8_t *)"", array->size};
}

Object *bytes_like(const Object *self, const uint8_t *data, size_t size)
{
    return IS_BYTES(self) ? bytes_new((const char *)data, size)
                          : bytearray_new((const char *)data, size);
}

int bytes_require_view(Object *object, ByteView *view)
{
    if (bytes_view(object, &view->data, &view->size))
        return 0;
    error_format(&exc_type_error, "a bytes-like object is required, not '%T'", object);
    return -1;
}

// Value of an int as a byte; 0, or -1 with ValueError `range_error` or TypeError.
static int read_byte(Object *value, uint8_t *byte, const char *range_error)
{
    int64_t number = 0;
    if (IS_EXACT(value, INT))
        number = ((IntObject *)(void *)value)->value;
    else {
        number = object_as_index(value, NULL);
        if (number == -1 && error_occurred())
            return -1;
    }
    if ((uint64_t)number > 255) {
        error_text(&exc_value_error, range_error);
        return -1;
    }
    *byte = (uint8_t)number;
    return 0;
}

int bytes_byte_argument(Object *value, uint8_t *byte)
{
    return read_byte(value, byte, "byte must be in range(0, 256)");
}

int bytes_collect(Object *iterable, Buffer *buffer, const char *range_error)
{
    Object *iterator = object_iterate(iterable), *item;
    if (!iterator)
        return -1;
    while ((item = iterator_next(iterator))) {
        uint8_t byte;
        int result = read_byte(item, &byte, range_error);
        decref(item);
        if (result == 0 && buffer_append_byte(buffer, byte) < 0) {
            error_no_memory();
            result = -1;
        }
        if (result < 0)
            break;
    }
    decref(iterator);
    return item || error_occurred() ? -1 : 0;
}

Object *bytes_from_object(Object *object)
{
    const uint8_t *data;
    size_t size;
    Object *result = NULL;
    if (IS_EXACT(object, BYTES))
        return new_ref(object);
    if (call_special(object, NAME(bytes), NULL, 0, &result)) {
        if (result && !IS_BYTES(result)) {
            error_format(&exc_type_error, "__bytes__ returned non-bytes (type %T)", result);
            ref_clear(&result);
        }
        return result;
    }
    if (error_occurred())
        return NULL;
    if (bytes_view(object, &data, &size))
        return bytes_new((const char *)data, size);
    if (IS_STR(object) || (!type_of(object)->iterate && !type_of(object)->sequence.item &&
                           !type_of(object)->subscript))
        return error_format(&exc_type_error, "cannot convert '%T' object to bytes", object);
    Buffer buffer;
    buffer_init(&buffer);
    if (bytes_collect(object, &buffer, "bytes must be in range(0, 256)") == 0)
        result = bytes_new(buffer.data ? buffer.data : "", buffer.size);
    buffer_free(&buffer);
    return result;
}

static const char *const make_parameters[] = {"source", "encoding", "errors", NULL};
static const Signature make_signature = {"bytes", make_parameters, 0, 0, 3};

// encoding or errors given without, or of wrong type: -1.
static int check_text_arguments(Object *const out[3], const char *text[3])
{
    for (int i = 1; i < 3; i++) {
        if (!out[i])
            continue;
        if (!IS_STR(out[i])) {
            error_format(&exc_type_error, "bytes() argument '%s' must be str, not %s",
                         make_parameters[i], text_argument_type(out[i]));
            return -1;
        }
        if (!out[0] || !IS_STR(out[0])) {
            error_text(&exc_type_error, i == 1 ? "encoding without a string argument"
                                               : "errors without a string argument");
            return -1;
        }
        text[i] = str_utf8(out[i], NULL);
        if (!text[i])
            return -1;
    }
    return 0;
}

// An index, and not an object that says itself what its bytes are: 1, 0, or -1 with MemoryError.
static int is_count(Object *source)
{
    Object *special;
    if (!type_of(source)->to_index)
        return 0;
    int found = type_find(type_of(source), NAME(bytes), &special);
    return found < 0 ? -1 : !found;
}

static Object *make_exact(Object *const *args, size_t nargs, Object *kwnames)
{
    Object *out[3] = {NULL};
    const char *text[3] = {NULL};
    if (args_parse(&make_signature, args, nargs, kwnames, out) < 0 ||
        check_text_arguments(out, text) < 0)
        return NULL;
    if (!out[0])
        return OBJECT(bytes_empty);
    if (IS_STR(out[0])) {
        if (!text[1])
            return error_text(&exc_type_error, "string argument without an encoding");
        return str_encode(out[0], text[1], text[2]);
    }
    int counts = IS_BYTES(out[0]) ? 0 : IS_EXACT_INT(out[0]) ? 1 : is_count(out[0]);
    if (counts < 0)
        return NULL;
    if (counts) {
        int64_t count = object_as_index(out[0], &exc_overflow_error);
        if (count == -1 && error_occurred())
            return NULL;
        if (count < 0)
            return error_text(&exc_value_error, "negative count");
        Object *zeros = bytes_new(count == 1 ? "" : NULL, (size_t)count);
        if (zeros && count > 1)
            memset(BYTES(zeros)->data, 0, (size_t)count);
        return zeros;
    }
    return bytes_from_object(out[0]);
}

static Object *bytes_construct(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)callable;
    return make_exact(args, nargs, kwnames);
}

static Object *bytes_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *exact = make_exact(args, nargs, kwnames);
    if (!exact || type == &type_bytes)
        return exact;
    ByteView view = bytes_self_view(exact);
    Object *self = type_allocate(type, view.size + 1);
    if (self) {
        BYTES(self)->hash = -1;
        BYTES(self)->size = view.size;
        memcpy(BYTES(self)->data, view.data, view.size + 1);
        if (type_has(type, TF_TRACKED))
            gc_track(self);
    }
    decref(exact);
    return self;
}

// ---- Printing -----------------------------------------------------------------------------------

// escapes_single: as bytearray does it, ' is escaped inside "..." too.
static Object *repr_text(const uint8_t *data, size_t size, const char *prefix, bool escapes_single)
{
    char quote = memchr(data, '\'', size) && !memchr(data, '"', size) ? '"' : '\'';
    StrBuilder builder;
    str_builder_init(&builder);
    if (str_builder_text(&builder, prefix) < 0 || str_builder_char(&builder, (uint8_t)quote) < 0)
        goto fail;
    for (size_t i = 0; i < size; i++) {
        uint8_t c = data[i];
        char text[8] = {(char)c};
        if (c == (uint8_t)quote || c == '\\' || (escapes_single && c == '\''))
            snprintf(text, sizeof text, "\\%c", c);
        else if (c == '\t' || c == '\n' || c == '\r')
            strcpy(text, c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r");
        else if (c < ' ' || c >= 0x7F)
            snprintf(text, sizeof text, "\\x%02x", c);
        if (str_builder_text(&builder, text) < 0)
            goto fail;
    }
    if (str_builder_char(&builder, (uint8_t)quote) < 0)
        goto fail;
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    return NULL;
}

Object *bytes_repr_text(const uint8_t *data, size_t size, const char *prefix)
{
    return repr_text(data, size, prefix, false);
}

Object *bytes_repr_array(const uint8_t *data, size_t size)
{
    return repr_text(data, size, "b", true);
}

static Object *bytes_repr(Object *self)
{
    return bytes_repr_text(BYTES(self)->data, BYTES(self)->size, "b");
}

// ---- Operators, shared with bytearray -----------------------------------------------------------

int64_t bytes_hash(Object *self)
{
    if (BYTES(self)->hash == -1)
        BYTES(self)->hash = hash_bytes(BYTES(self)->data, BYTES(self)->size);
    return BYTES(self)->hash;
}

Object *bytes_compare(Object *self, Object *other, CompareOp op)
{
    ByteView a, b;
    if (!bytes_view(self, &a.data, &a.size) || !bytes_view(other, &b.data, &b.size))
        return_not_implemented;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return object_from_bool((a.size == b.size && memcmp(a.data, b.data, a.size) == 0) ==
                                (op == COMPARE_EQ));
    int order = memcmp(a.data, b.data, a.size < b.size ? a.size : b.size);
    if (order == 0)
        order = a.size < b.size ? -1 : a.size > b.size;
    switch (op) {
    case COMPARE_LT:
        return object_from_bool(order < 0);
    case COMPARE_LE:
        return object_from_bool(order <= 0);
    case COMPARE_GT:
        return object_from_bool(order > 0);
    default:
        return object_from_bool(order >= 0);
    }
}

// A new object like `self` of `size` bytes; *data is where they go.
static Object *new_like(const Object *self, size_t size, uint8_t **data)
{
    Object *result = bytes_like(self, NULL, size);
    if (result)
        *data = IS_BYTES(result) ? BYTES(result)->data : ((BytearrayObject *)result)->data;
    return result;
}

Object *bytes_concat(Object *self, Object *other)
{
    ByteView a = bytes_self_view(self), b;
    if (!bytes_view(other, &b.data, &b.size))
        return error_format(&exc_type_error, "can't concat %T to %T", other, self);
    if (a.size == 0 && IS_EXACT(self, BYTES) && IS_EXACT(other, BYTES))
        return new_ref(other);
    if (b.size == 0 && IS_EXACT(self, BYTES))
        return new_ref(self);
    uint8_t *to;
    Object *result = new_like(self, a.size + b.size, &to);
    if (result && a.size + b.size) {
        memcpy(to, a.data, a.size);
        memcpy(to + a.size, b.data, b.size);
    }
    return result;
}

Object *bytes_repeat(Object *self, int64_t count)
{
    ByteView view = bytes_self_view(self);
    size_t total;
    if (view.size == 0)
        return bytes_like(self, NULL, 0);
    if (count <= 0) // an object of its own, as in CPython
        return IS_BYTES(self) ? make_bytes(NULL, 0) : bytes_like(self, NULL, 0);
    if (count == 1 && IS_EXACT(self, BYTES))
        return new_ref(self);
    if (__builtin_mul_overflow(view.size, (size_t)count, &total) || total > INT64_MAX) {
        if (IS_BYTES(self))
            return error_text(&exc_overflow_error, "repeated bytes are too long");
        return error_no_memory();
    }
    uint8_t *to;
    Object *result = new_like(self, total, &to);
    if (!result)
        return NULL;
    if (view.size == 1)
        memset(to, view.data[0], total);
    else
        for (size_t i = 0; i < (size_t)count; i++)
            memcpy(to + i * view.size, view.data, view.size);
    return result;
}

int bytes_contains(Object *self, Object *value)
{
    ByteView part;
    if (IS_INT(value) || (type_of(value)->to_index && !IS_BYTES(value))) {
        uint8_t byte;
        if (bytes_byte_argument(value, &byte) < 0)
            return -1;
        ByteView view = bytes_self_view(self);
        return memchr(view.data, byte, view.size) != NULL;
    }
    if (bytes_require_view(value, &part) < 0)
        return -1;
    ByteView view = bytes_self_view(self);
    return search_first((TextView){view.data, view.size, 0}, 0, view.size,
                        (TextView){part.data, part.size, 0}) >= 0;
}

int64_t bytes_length(Object *self)
{
    return (int64_t)bytes_self_view(self).size;
}

Object *bytes_item(Object *self, int64_t index)
{
    ByteView view = bytes_self_view(self);
    if ((uint64_t)index >= view.size)
        return error_text(&exc_index_error,
                          IS_BYTES(self) ? "index out of range" : "bytearray index out of range");
    return int_small_borrow(view.data[index]); // immortal
}

static Object *subscript_slice(Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        return NULL;
    ByteView view = bytes_self_view(self);
    int64_t count = slice_adjust((int64_t)view.size, &start, &stop, step);
    if (count <= 0)
        return bytes_like(self, NULL, 0);
    if (step == 1) {
        if ((size_t)count == view.size && IS_EXACT(self, BYTES))
            return new_ref(self);
        return bytes_like(self, view.data + start, (size_t)count);
    }
    if (count == 1)
        return bytes_like(self, view.data + start, 1);
    uint8_t *to;
    Object *result = new_like(self, (size_t)count, &to);
    for (int64_t i = 0; result && i < count; i++)
        to[i] = view.data[start + i * step];
    return result;
}

Object *bytes_subscript(Object *self, Object *key)
{
    int64_t index;
    if (IS_EXACT(key, INT))
        index = ((IntObject *)(void *)key)->value;
    else if (IS_EXACT(key, SLICE))
        return subscript_slice(self, key);
    else if (type_of(key)->to_index) {
        index = object_as_index(key, &exc_index_error);
        if (index == -1 && error_occurred())
            return NULL;
    } else
        return error_format(&exc_type_error, "%s indices must be integers or slices, not %T",
                            IS_BYTES(self) ? "byte" : "bytearray", key);
    return bytes_item(self, index < 0 ? index + bytes_length(self) : index);
}

Object *bytes_remainder(Object *left, Object *right)
{
    if (!IS_BYTES(left) && !IS_BYTEARRAY(left))
        return_not_implemented;
    return format_percent_bytes(left, right);
}

// ---- Iteration ----------------------------------------------------------------------------------

Object *bytes_iterate(Object *self)
{
    TypeObject *type = IS_BYTES(self) ? &type_bytes_iter : &type_bytearray_iter;
    BytesIterObject *iterator = (BytesIterObject *)object_new(type, sizeof *iterator);
    if (!iterator)
        return NULL;
    iterator->sequence = new_ref(self);
    gc_track(OBJECT(iterator));
    return OBJECT(iterator);
}

static Object *bytes_iter_next(Object *self)
{
    BytesIterObject *iterator = (BytesIterObject *)self;
    if (!iterator->sequence)
        return NULL;
    ByteView view = bytes_self_view(iterator->sequence);
    if (iterator->index < view.size)
        return int_small_borrow(view.data[iterator->index++]); // immortal
    ref_clear(&iterator->sequence);
    return NULL;
}

static Object *bytes_iter_self(Object *self)
{
    return new_ref(self);
}

static void bytes_iter_dealloc(Object *self)
{
    xdecref(((BytesIterObject *)self)->sequence);
    object_free(self, sizeof(BytesIterObject));
}

static int bytes_iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(((BytesIterObject *)self)->sequence);
    return 0;
}

static int bytes_iter_clear(Object *self)
{
    ref_clear(&((BytesIterObject *)self)->sequence);
    return 0;
}

static Object *bytes_iter_method_length_hint(Object *self)
{
    BytesIterObject *iterator = (BytesIterObject *)self;
    size_t size = iterator->sequence ? bytes_self_view(iterator->sequence).size : 0;
    return int_from_size(size > iterator->index ? size - iterator->index : 0);
}

static Object *bytes_iter_method_setstate(Object *self, Object *position)
{
    BytesIterObject *iterator = (BytesIterObject *)self;
    if (!IS_INT(position))
        return error_text(&exc_type_error, "an integer is required");
    int64_t index = object_as_index(position, &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    if (iterator->sequence) {
        size_t size = bytes_self_view(iterator->sequence).size;
        iterator->index = index < 0 ? 0 : (size_t)index < size ? (size_t)index : size;
    }
    return_none;
}

static const MethodDef bytes_iter_methods[] = {
    {"__length_hint__", (void *)bytes_iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {"__setstate__", (void *)bytes_iter_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {0},
};

#define ITERATOR_TYPE(name_, index_)                                                               \
    {                                                                                              \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE), .name = name_,                                  \
        .flags = TF_TRACKED | TF_IMMUTABLE | TF_NO_INSTANTIATION, .index = index_,                 \
        .basic_size = sizeof(BytesIterObject), .base = &type_object,                               \
        .methods = bytes_iter_methods, .dealloc = bytes_iter_dealloc,                              \
        .traverse = bytes_iter_traverse, .clear = bytes_iter_clear, .iterate = bytes_iter_self,    \
        .next = bytes_iter_next,                                                                   \
    }
TypeObject type_bytes_iter = ITERATOR_TYPE("bytes_iterator", TYPE_BYTES_ITER);
TypeObject type_bytearray_iter = ITERATOR_TYPE("bytearray_iterator", TYPE_BYTEARRAY_ITER);

int bytes_start(void)
{
    return 0;
}

TypeObject type_bytes = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "bytes",
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n"
           "bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\n"
           "bytes(int) -> bytes object of size given by the parameter initialized with null bytes\n"
           "bytes() -> empty bytes object\n\nConstruct an immutable array of bytes from:\n"
           "  - an iterable yielding integers in range(256)\n"
           "  - a text string encoded using the specified encoding\n"
           "  - any object implementing the buffer API.\n  - an integer",
    .flags = TF_BASE | TF_IMMUTABLE | TF_SUBCLASS_BYTES,
    .index = TYPE_BYTES,
    .basic_size = BYTES_HEAD_SIZE,
    .item_size = 1,
    .base = &type_object,
    .methods = bytes_methods,
    .dealloc = bytes_dealloc,
    .make = bytes_make,
    .construct = bytes_construct,
    .repr = bytes_repr,
    .str = bytes_repr,
    .hash = bytes_hash,
    .compare = bytes_compare,
    .iterate = bytes_iterate,
    .binary = {[BINARY_REMAINDER] = bytes_remainder},
    .length = bytes_length,
    .subscript = bytes_subscript,
    .contains = bytes_contains,
    .sequence = {.concat = bytes_concat, .repeat = bytes_repeat, .item = bytes_item},
};
