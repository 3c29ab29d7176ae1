// str: immutable text, 1, 2 or 4 bytes a character by the widest one.
#ifndef ADDER_RUNTIME_TEXT_STR_H
#define ADDER_RUNTIME_TEXT_STR_H

#include <stdarg.h>

#include "runtime/type.h"

// 20 bytes and the characters, NUL-ended: 8 ASCII characters make a 32-byte block.
typedef struct StrObject {
    Object header;   // private flags: FLAG_STR_*
    int64_t hash;    // -1: not computed
    uint32_t length; // characters; longer strs are a MemoryError
    uint8_t data[];  // length << kind bytes, then a NUL character
} __attribute__((packed, aligned(4))) StrObject;

enum {
    FLAG_STR_KIND_SHIFT = FLAG_PRIVATE_SHIFT, // 0, 1, 2: 1, 2, 4 bytes a character
    FLAG_STR_KIND_MASK = 3 << FLAG_STR_KIND_SHIFT,
    FLAG_STR_ASCII = 4 << FLAG_PRIVATE_SHIFT, // kind 0 and all below 128
    FLAG_STR_INTERNED = 8 << FLAG_PRIVATE_SHIFT,
    FLAG_STR_HAS_UTF8 = 16 << FLAG_PRIVATE_SHIFT, // str_utf8 keeps its UTF-8 form in a side table
};
#define STR(o) ((StrObject *)(o))
#define STR_HEAD_SIZE offsetof(StrObject, data)
#define STR_LENGTH_MAX ((size_t)UINT32_MAX - 1)

// Iterator over a str; `str` is NULL when it is exhausted.
typedef struct StrIterObject {
    Object header;
    Object *str;
    size_t index;
} StrIterObject;

// The 256 Latin-1 characters as strs: static, immortal, born interned. 32 bytes each.
typedef struct StrCharObject {
    Object header;
    int64_t hash;
    uint32_t length;
    uint8_t data[12];
} __attribute__((packed, aligned(16))) StrCharObject;
extern StrCharObject str_chars[256];
static inline Object *str_latin1_char(uint8_t character)
{
    return (Object *)(void *)&str_chars[character];
}
static inline int str_kind(const Object *str)
{
    return (str->flags & FLAG_STR_KIND_MASK) >> FLAG_STR_KIND_SHIFT;
}
static inline bool str_is_ascii(const Object *str)
{
    return (str->flags & FLAG_STR_ASCII) != 0;
}
static inline bool str_is_interned(const Object *str)
{
    return (str->flags & FLAG_STR_INTERNED) != 0;
}
static inline size_t str_length(const Object *str)
{
    return ((const StrObject *)str)->length;
}
static inline uint32_t str_char_at(const Object *str, size_t index)
{
    const uint8_t *data = ((const StrObject *)str)->data;
    switch (str_kind(str)) {
    case 0:
        return data[index];
    case 1:
        return ((const uint16_t *)(const void *)data)[index];
    default:
        return ((const uint32_t *)(const void *)data)[index];
    }
}

// One character of raw str data of a kind.
static inline uint32_t str_read(const void *data, int kind, size_t index)
{
    return kind == 0   ? ((const uint8_t *)data)[index]
           : kind == 1 ? ((const uint16_t *)data)[index]
                       : ((const uint32_t *)data)[index];
}
static inline void str_write(void *data, int kind, size_t index, uint32_t character)
{
    if (kind == 0)
        ((uint8_t *)data)[index] = (uint8_t)character;
    else if (kind == 1)
        ((uint16_t *)data)[index] = (uint16_t)character;
    else
        ((uint32_t *)data)[index] = character;
}
static inline int str_kind_for(uint32_t max_char)
{
    return max_char < 0x100 ? 0 : max_char < 0x10000 ? 1 : 2;
}
// Upper bound of the characters, of the right width: 0x7F, 0xFF, 0xFFFF, 0x10FFFF.
static inline uint32_t str_max_char(const Object *str)
{
    return str_is_ascii(str)    ? 0x7F
           : str_kind(str) == 0 ? 0xFF
           : str_kind(str) == 1 ? 0xFFFF
                                : 0x10FFFF;
}
// All bits that occur in the characters: has the width of the widest one. Cannot fail.
uint32_t str_scan_width(const void *data, int kind, size_t start, size_t end);
// Copies characters between data of two kinds (the target's must be wide enough for them).
void str_copy_chars(void *to, int to_kind, size_t to_index, const void *from, int from_kind,
                    size_t from_index, size_t count);

extern StrObject *const str_empty;                         // ""
Object *str_from_char(uint32_t code_point);                // shared below 256
Object *str_from_utf8(const char *text, size_t byte_size); // UnicodeDecodeError
Object *str_from_text(const char *text);                   // NUL-ended UTF-8
Object *str_from_ascii(const void *text, size_t length); // all bytes below 0x80
Object *str_from_latin1(const uint8_t *text, size_t length);
Object *str_from_code_points(const uint32_t *points, size_t count); // narrows
// New uninitialised str; the caller fills data and sets nothing else. max_char must have the width
// of the widest character that will be there (0x7F, 0xFF, 0xFFFF, 0x10FFFF classes): equality of
// strs compares widths first.
Object *str_new_uninitialized(size_t length, uint32_t max_char);
Object *str_format(const char *format, ...); // error_format's conversions
Object *str_format_list(const char *format, va_list list);
// UTF-8 of a str, borrowed, cached as long as the str lives (ASCII: its own data). NULL with
// UnicodeEncodeError for lone surrogates. size may be NULL.
const char *str_utf8(Object *str, size_t *byte_size);
Object *str_encode_utf8(Object *str); // bytes
Object *str_concat(Object *a, Object *b);
// `*target += suffix`: in place when *target is unshared (count 1, exact, not interned), else a new
// str. *target is taken over and replaced. 0 / -1 (then *target is released and NULL).
int str_append_move(Object **target, Object *suffix);
Object *str_join(Object *separator, Object *iterable);
Object *str_join_array(Object *separator_or_null, Object *const *items,
                       size_t count); // items exact or sub strs
Object *str_slice(Object *str, size_t start, size_t end);
Object *str_substring_step(Object *str, int64_t start, int64_t step, size_t count);
bool str_equal_text(const Object *str, const char *ascii);
int str_compare(const Object *a, const Object *b); // -1, 0, 1
int64_t str_hash(Object *str);
static inline int64_t str_hash_cached(Object *str)
{
    int64_t hash = STR(str)->hash;
    return likely(hash != -1) ? hash : str_hash(str);
}
// memcmp() == 0 without its call for short texts: two loads that overlap.
static inline bool str_same_bytes(const void *a, const void *b, size_t size)
{
    const char *left = a, *right = b;
#define STR_SAME(type, offset)                                                                     \
    ({                                                                                             \
        type left_word_, right_word_;                                                              \
        __builtin_memcpy(&left_word_, left + (offset), sizeof(type));                              \
        __builtin_memcpy(&right_word_, right + (offset), sizeof(type));                            \
        left_word_ == right_word_;                                                                 \
    })
    if (size >= 8)
        return size > 16 ? __builtin_memcmp(a, b, size) == 0
                         : STR_SAME(uint64_t, 0) && STR_SAME(uint64_t, size - 8);
    if (size >= 4)
        return STR_SAME(uint32_t, 0) && STR_SAME(uint32_t, size - 4);
    if (size >= 2)
        return STR_SAME(uint16_t, 0) && STR_SAME(uint16_t, size - 2);
    return size == 0 || *left == *right;
#undef STR_SAME
}
// Same length, width and characters.
static inline bool str_equal(const Object *a, const Object *b)
{
    const StrObject *left = (const StrObject *)a, *right = (const StrObject *)b;
    if (a == b)
        return true;
    if (left->length != right->length ||
        ((a->flags ^ b->flags) & (FLAG_STR_KIND_MASK | FLAG_STR_ASCII)))
        return false;
    return str_same_bytes(left->data, right->data, (size_t)left->length << str_kind(a));
}
// The same, -1 where that takes a call: for loops that are to call nothing.
static inline int str_equal_short(const Object *a, const Object *b)
{
    const StrObject *left = (const StrObject *)a, *right = (const StrObject *)b;
    if (left->length != right->length || ((a->flags ^ b->flags) & (FLAG_STR_KIND_MASK | FLAG_STR_ASCII)))
        return 0;
    size_t size = (size_t)left->length << str_kind(a);
    return likely(size <= 16) ? str_same_bytes(left->data, right->data, size) : -1;
}
int64_t str_find(Object *str, Object *sub, size_t start, size_t end); // index or -1
int64_t str_count(Object *str, Object *sub, size_t start, size_t end);
Object *str_split(Object *str, Object *separator_or_null, int64_t max_split);
Object *str_replace(Object *str, Object *old, Object *new, int64_t max_count);
Object *str_repeat(Object *str, int64_t count);
Object *str_repr(Object *str);
bool str_is_identifier(const Object *str);
Object *str_escape_non_ascii(Object *str); // é as \xe9...: ascii(x) is this of repr(x)
Object *str_exact(Object *str);            // itself, or an exact copy of a subclass instance
Object *str_iter_new(Object *str);
int str_start(void);
void str_stop(void); // frees the cached UTF-8 forms

// Builds a str piece by piece; widens as needed.
typedef struct StrBuilder {
    void *data;        // of `small` or of `str`: such a builder cannot be copied
    Object *str;       // under construction, owned; NULL: the text is in `small`
    size_t length;     // characters written
    size_t capacity;
    uint32_t max_char; // what was written is not wider
    uint32_t limit;    // the widest character that the width of data takes
    int kind;
    uint8_t small[128];
} StrBuilder;
void str_builder_init(StrBuilder *builder);
// Makes room for `count` characters up to max_char.
int str_builder_reserve(StrBuilder *builder, size_t count, uint32_t max_char);
int str_builder_fill(StrBuilder *builder, uint32_t code_point, size_t count);
int str_builder_ascii(StrBuilder *builder, const char *text, size_t length);
int str_builder_char(StrBuilder *builder, uint32_t code_point);
int str_builder_text(StrBuilder *builder, const char *ascii_text);
int str_builder_utf8(StrBuilder *builder, const char *text, size_t byte_size);
int str_builder_str(StrBuilder *builder, Object *str);
int str_builder_slice(StrBuilder *builder, Object *str, size_t start, size_t end);
Object *str_builder_finish(StrBuilder *builder); // the str; the builder is empty
// The same, or `piece` itself (an owned str that was appended, or NULL) where nothing else was.
Object *str_builder_finish_steal(StrBuilder *builder, Object *piece_or_null);
void str_builder_free(StrBuilder *builder);

#endif
