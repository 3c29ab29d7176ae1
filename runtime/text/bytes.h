// bytes and bytearray.
#ifndef ADDER_RUNTIME_TEXT_BYTES_H
#define ADDER_RUNTIME_TEXT_BYTES_H

#include "runtime/type.h"

typedef struct BytesObject {
    Object header;
    int64_t hash; // -1: not computed
    size_t size;
    uint8_t data[]; // and a NUL
} BytesObject;

typedef struct BytearrayObject {
    Object header;
    uint8_t *data;
    size_t size, capacity;
    uint32_t export_count; // running operations that hold `data`: resizing raises BufferError
} BytearrayObject;

extern BytesObject *const bytes_empty;
Object *bytes_slice(Object *bytes, size_t start, size_t end); // exact bytes; start <= end <= size
Object *bytes_new(const char *data, size_t size); // data NULL: uninitialised
Object *bytearray_new(const char *data, size_t size);
// Borrowed view of bytes or bytearray (any subclass). False (no exception) for others.
bool bytes_view(Object *object, const uint8_t **data, size_t *size);
int64_t bytes_hash(Object *self);
Object *bytes_repr_text(const uint8_t *data, size_t size, const char *prefix); // "b'...'"
Object *bytes_repr_array(const uint8_t *data, size_t size); // the same inside bytearray(...)
Object *bytes_decode(const uint8_t *data, size_t size, const char *encoding,
                     const char *errors);                                  // str
Object *str_encode(Object *str, const char *encoding, const char *errors); // bytes
#define IS_BYTEARRAY(o) (IS_EXACT(o, BYTEARRAY) || bytes_is_bytearray(OBJECT(o)))
bool bytes_is_bytearray(const Object *object); // any subclass
Object *
bytes_from_object(Object *object); // bytes(object): __bytes__, buffer, iterable; not a str or int
int bytearray_resize(Object *self, size_t size); // BufferError while exported; new bytes undefined
int bytes_start(void);

// Iterator over bytes or bytearray; `sequence` is NULL when it is exhausted.
typedef struct BytesIterObject {
    Object header;
    Object *sequence;
    size_t index;
} BytesIterObject;

// For the files of this folder: bytes_methods.c, bytearray.c.
extern const MethodDef bytes_methods[], bytearray_methods[];
typedef struct ByteView {
    const uint8_t *data;
    size_t size;
} ByteView;
ByteView bytes_self_view(const Object *self); // self is bytes or bytearray
Object *bytes_like(const Object *self, const uint8_t *data,
                   size_t size); // bytes or bytearray, as self
int bytes_require_view(Object *object,
                       ByteView *view); // "a bytes-like object is required, not 'str'"
int bytes_byte_argument(Object *value, uint8_t *byte); // "byte must be in range(0, 256)"
// Appends the ints of an iterable; range_error is the ValueError's text. 0 / -1.
struct Buffer;
int bytes_collect(Object *iterable, struct Buffer *buffer, const char *range_error);
Object *bytes_concat(Object *self, Object *other);
Object *bytes_repeat(Object *self, int64_t count);
Object *bytes_compare(Object *self, Object *other, CompareOp op);
int bytes_contains(Object *self, Object *value);
Object *bytes_iterate(Object *self);
Object *bytes_item(Object *self, int64_t index);
Object *bytes_subscript(Object *self, Object *key);
int64_t bytes_length(Object *self);
Object *bytes_remainder(Object *left, Object *right);

#endif
