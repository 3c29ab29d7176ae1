// str: making, copying, comparing, hashing, joining and indexing text; type_str itself.
//
// Invariant (canonical form): kind and ASCII flag are those of the widest character, so equal text
// has equal width, bytes and hash. A NUL character follows the last one. The block of a str may be
// larger than str_block_size says only beyond BLOCK_SIZE_MAX (LargeHeader knows its size): that
// room is what makes `s += x` linear. Read str_new_uninitialized and str_append_move first.
// Methods are in str_methods.c, str_split.c, str_case.c; StrBuilder and str_format in str_build.c.
#include "runtime/text/str.h"

#include <string.h>

#include "runtime/base/bits.h"
#include "runtime/base/hash.h"
#include "runtime/base/utf8.h"
#include "runtime/containers/list.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/error.h"
#include "runtime/model/object.h"
#include "runtime/model/protocol.h"
#include "runtime/model/singletons.h"
#include "runtime/text/bytes.h"
#include "runtime/text/codec.h"
#include "runtime/text/format.h"
#include "runtime/text/intern.h"
#include "runtime/text/search.h"
#include "runtime/text/str_methods.h"

_Static_assert(STR_HEAD_SIZE == 20, "8 ASCII characters fit a 32-byte block");
_Static_assert(sizeof(StrCharObject) == 32 && offsetof(StrCharObject, data) == STR_HEAD_SIZE,
               "a StrCharObject is a StrObject");

#define CHAR_FLAGS(c) ((c) < 128 ? FLAG_STR_ASCII | FLAG_STR_INTERNED : FLAG_STR_INTERNED)
#define CHAR_ENTRY(c)                                                                              \
    {                                                                                              \
        .header = {.refcount = REFCOUNT_IMMORTAL, .flags = CHAR_FLAGS(c), .type_index = TYPE_STR}, \
        .hash = -1, .length = 1, .data = {                                                         \
            (c)                                                                                    \
        }                                                                                          \
    }
#define CHAR_ENTRY_4(c) CHAR_ENTRY(c), CHAR_ENTRY((c) + 1), CHAR_ENTRY((c) + 2), CHAR_ENTRY((c) + 3)
#define CHAR_ENTRY_16(c)                                                                           \
    CHAR_ENTRY_4(c), CHAR_ENTRY_4((c) + 4), CHAR_ENTRY_4((c) + 8), CHAR_ENTRY_4((c) + 12)
#define CHAR_ENTRY_64(c)                                                                           \
    CHAR_ENTRY_16(c), CHAR_ENTRY_16((c) + 16), CHAR_ENTRY_16((c) + 32), CHAR_ENTRY_16((c) + 48)
StrCharObject str_chars[256] = {CHAR_ENTRY_64(0), CHAR_ENTRY_64(64), CHAR_ENTRY_64(128),
                                CHAR_ENTRY_64(192)};

static StrCharObject empty_object = {
    .header = {.refcount = REFCOUNT_IMMORTAL,
               .flags = FLAG_STR_ASCII | FLAG_STR_INTERNED,
               .type_index = TYPE_STR},
    .hash = 0,
};
StrObject *const str_empty = (StrObject *)(void *)&empty_object;

// ---- Blocks -------------------------------------------------------------------------------------

static size_t block_size_for(size_t length, int kind)
{
    return STR_HEAD_SIZE + ((length + 1) << kind);
}

// What the allocator has to be told when the block is freed or resized.
static size_t block_size(const Object *str)
{
    size_t size = block_size_for(STR(str)->length, str_kind(str));
    return pool_serves_size(size) ? size : large_header(str)->byte_size;
}

static uint16_t flags_for(uint32_t max_char)
{
    return (uint16_t)(str_kind_for(max_char) << FLAG_STR_KIND_SHIFT |
                      (max_char < 0x80 ? FLAG_STR_ASCII : 0));
}

static void end_with_nul(Object *str)
{
    str_write(STR(str)->data, str_kind(str), str_length(str), 0);
}

Object *str_new_uninitialized(size_t length, uint32_t max_char)
{
    if (unlikely(length == 0))
        return OBJECT(str_empty);
    if (unlikely(length > STR_LENGTH_MAX))
        return error_no_memory();
    int kind = str_kind_for(max_char);
    StrObject *str = memory_alloc(block_size_for(length, kind), MEMORY_ATOM);
    if (unlikely(!str))
        return error_no_memory();
    str->header = (Object){.refcount = 1, .flags = flags_for(max_char), .type_index = TYPE_STR};
    str->hash = -1;
    str->length = (uint32_t)length;
    end_with_nul(OBJECT(str));
    return OBJECT(str);
}

// An instance of a subclass with the text of `text`.
static Object *make_subclass(TypeObject *type, Object *text)
{
    int kind = str_kind(text);
    Object *self = type_allocate(type, (str_length(text) + 1) << kind);
    if (!self)
        return NULL;
    self->flags |= (uint16_t)(text->flags & (FLAG_STR_KIND_MASK | FLAG_STR_ASCII));
    STR(self)->hash = STR(text)->hash;
    STR(self)->length = STR(text)->length;
    memcpy(STR(self)->data, STR(text)->data, (str_length(text) + 1) << kind);
    if (type_has(type, TF_TRACKED))
        gc_track(self);
    return self;
}

static void str_dealloc(Object *self)
{
    if (unlikely(self->flags & (FLAG_STR_INTERNED | FLAG_STR_HAS_UTF8))) {
        if (str_is_interned(self))
            intern_forget(self);
        if (self->flags & FLAG_STR_HAS_UTF8)
            codec_forget_utf8(self);
    }
    if (likely(IS_EXACT(self, STR)))
        memory_free(self, block_size(self));
    else
        type_release(self, (str_length(self) + 1) << str_kind(self));
}

// ---- Characters ---------------------------------------------------------------------------------

static uint32_t scan_bytes(const uint8_t *data, size_t size)
{
    return utf8_ascii_prefix((const char *)data, size) == size ? 0x7F : 0xFF;
}

uint32_t str_scan_width(const void *data, int kind, size_t start, size_t end)
{
    uint32_t bits = 0;
    if (kind == 0)
        return scan_bytes((const uint8_t *)data + start, end - start);
    if (kind == 1)
        for (size_t i = start; i < end; i++)
            bits |= ((const uint16_t *)data)[i];
    else
        for (size_t i = start; i < end; i++)
            bits |= ((const uint32_t *)data)[i];
    return bits;
}

#define COPY_LOOP(ToType, FromType)                                                                \
    for (size_t i = 0; i < count; i++)                                                             \
    ((ToType *)to)[to_index + i] = (ToType)((const FromType *)from)[from_index + i]

void str_copy_chars(void *to, int to_kind, size_t to_index, const void *from, int from_kind,
                    size_t from_index, size_t count)
{
    if (to_kind == from_kind) {
        copy_bytes((uint8_t *)to + (to_index << to_kind),
                   (const uint8_t *)from + (from_index << to_kind), count << to_kind);
        return;
    }
    switch (to_kind * 4 + from_kind) {
    case 1:
        COPY_LOOP(uint8_t, uint16_t);
        break;
    case 2:
        COPY_LOOP(uint8_t, uint32_t);
        break;
    case 4:
        COPY_LOOP(uint16_t, uint8_t);
        break;
    case 6:
        COPY_LOOP(uint16_t, uint32_t);
        break;
    case 8:
        COPY_LOOP(uint32_t, uint8_t);
        break;
    default:
        COPY_LOOP(uint32_t, uint16_t);
        break;
    }
}

static void copy_str(Object *to, size_t to_index, const Object *from)
{
    str_copy_chars(STR(to)->data, str_kind(to), to_index, STR(from)->data, str_kind(from), 0,
                   str_length(from));
}

// ---- Making -------------------------------------------------------------------------------------

Object *str_from_char(uint32_t code_point)
{
    if (code_point < 256)
        return str_latin1_char((uint8_t)code_point);
    Object *str = str_new_uninitialized(1, code_point);
    if (str)
        str_write(STR(str)->data, str_kind(str), 0, code_point);
    return str;
}

// New str of data whose widest character has the width of `width`.
static inline Object *from_data(const void *data, int kind, size_t start, size_t count, uint32_t width)
{
    if (count == 1)
        return str_from_char(str_read(data, kind, start));
    Object *str = str_new_uninitialized(count, width);
    if (unlikely(!str))
        return NULL;
    if (likely(kind == 0))
        copy_bytes(STR(str)->data, (const uint8_t *)data + start, count);
    else
        str_copy_chars(STR(str)->data, str_kind(str), 0, data, kind, start, count);
    return str;
}

Object *str_from_ascii(const void *text, size_t length)
{
    if (unlikely(length <= 1))
        return length ? str_latin1_char(*(const uint8_t *)text) : OBJECT(str_empty);
    if (unlikely(length > STR_LENGTH_MAX))
        return error_no_memory();
    StrObject *str = memory_alloc(STR_HEAD_SIZE + length + 1, MEMORY_ATOM);
    if (unlikely(!str))
        return error_no_memory();
    str->header = (Object){.refcount = 1, .flags = FLAG_STR_ASCII, .type_index = TYPE_STR};
    str->hash = -1;
    str->length = (uint32_t)length;
    str->data[length] = 0;
    copy_bytes(str->data, text, length);
    return OBJECT(str);
}

Object *str_from_latin1(const uint8_t *text, size_t length)
{
    return from_data(text, 0, 0, length, scan_bytes(text, length));
}

Object *str_from_code_points(const uint32_t *points, size_t count)
{
    return from_data(points, 2, 0, count, str_scan_width(points, 2, 0, count));
}

static void decode_valid_into(Object *str, const char *text, size_t byte_size)
{
    const char *end = text + byte_size;
    int kind = str_kind(str);
    for (size_t i = 0; text < end; i++) {
        uint32_t character = (uint8_t)*text;
        if (character < 0x80)
            text++;
        else
            text += utf8_decode_valid(text, &character);
        str_write(STR(str)->data, kind, i, character);
    }
}

Object *str_from_utf8(const char *text, size_t byte_size)
{
    if (utf8_ascii_prefix(text, byte_size) == byte_size)
        return str_from_ascii(text, byte_size);
    Utf8Scan scan;
    if (!utf8_scan(text, byte_size, UTF8_STRICT, &scan))
        return codec_error_decode("utf-8", (const uint8_t *)text, byte_size, scan.error_start,
                                  scan.error_end, utf8_error_text(scan.error));
    if (scan.char_count == 1) {
        uint32_t character;
        utf8_decode_valid(text, &character);
        return str_from_char(character);
    }
    Object *str = str_new_uninitialized(scan.char_count, scan.widest);
    if (str)
        decode_valid_into(str, text, byte_size);
    return str;
}

Object *str_from_text(const char *text)
{
    return str_from_utf8(text, strlen(text));
}

Object *str_exact(Object *str)
{
    if (IS_EXACT(str, STR))
        return new_ref(str);
    return from_data(STR(str)->data, str_kind(str), 0, str_length(str), str_max_char(str));
}

Object *str_slice(Object *str, size_t start, size_t end)
{
    ASSERT(start <= end && end <= str_length(str));
    if (start == 0 && end == str_length(str))
        return str_exact(str);
    const void *data = STR(str)->data;
    if (likely(str_is_ascii(str)))
        return str_from_ascii((const uint8_t *)data + start, end - start);
    int kind = str_kind(str);
    uint32_t width = end - start < 2 ? 0x7F : str_scan_width(data, kind, start, end);
    return from_data(data, kind, start, end - start, width);
}

Object *str_substring_step(Object *str, int64_t start, int64_t step, size_t count)
{
    if (step == 1)
        return str_slice(str, (size_t)start, (size_t)start + count);
    if (count == 1)
        return str_from_char(str_char_at(str, (size_t)start));
    const void *data = STR(str)->data;
    int kind = str_kind(str);
    uint32_t width = 0;
    int64_t index = start;
    for (size_t i = 0; i < count && !str_is_ascii(str); i++, index += step)
        width |= str_read(data, kind, (size_t)index);
    Object *result = str_new_uninitialized(count, width);
    if (!result)
        return NULL;
    int result_kind = str_kind(result);
    index = start;
    for (size_t i = 0; i < count; i++, index += step)
        str_write(STR(result)->data, result_kind, i, str_read(data, kind, (size_t)index));
    return result;
}

Object *str_repeat(Object *str, int64_t count)
{
    size_t length = str_length(str);
    if (count <= 0 || length == 0)
        return OBJECT(str_empty);
    if (count == 1)
        return str_exact(str);
    if ((uint64_t)count > (uint64_t)INT64_MAX / length)
        return error_text(&exc_overflow_error, "repeated string is too long");
    size_t total = length * (size_t)count;
    Object *result = str_new_uninitialized(total, str_max_char(str));
    if (!result)
        return NULL;
    int kind = str_kind(str);
    uint8_t *data = STR(result)->data;
    if (length == 1 && kind == 0) {
        memset(data, STR(str)->data[0], total);
        return result;
    }
    size_t size = length << kind, total_size = total << kind;
    memcpy(data, STR(str)->data, size);
    for (size_t done = size; done < total_size;) { // doubles what is there
        size_t part = done < total_size - done ? done : total_size - done;
        memcpy(data + done, data, part);
        done += part;
    }
    return result;
}

// ---- Concatenation ------------------------------------------------------------------------------

static void *error_concat(Object *other)
{
    return error_format(&exc_type_error, "can only concatenate str (not \"%T\") to str", other);
}

Object *str_concat(Object *a, Object *b)
{
    if (unlikely(!IS_STR(b)))
        return error_concat(b);
    size_t length_a = str_length(a), length_b = str_length(b);
    if (length_a == 0)
        return str_exact(b);
    if (length_b == 0)
        return str_exact(a);
    uint32_t max_a = str_max_char(a), max_b = str_max_char(b);
    Object *result = str_new_uninitialized(length_a + length_b, max_a > max_b ? max_a : max_b);
    if (!result)
        return NULL;
    if (str_kind(result) == 0) {
        copy_bytes(STR(result)->data, STR(a)->data, length_a);
        copy_bytes(STR(result)->data + length_a, STR(b)->data, length_b);
        return result;
    }
    copy_str(result, 0, a);
    copy_str(result, length_a, b);
    return result;
}

// Resizes an unshared exact str to `length` characters of its kind; NULL and MemoryError:
// unchanged.
static Object *resize_unshared(Object *str, size_t length)
{
    size_t old_size = block_size(str), size = block_size_for(length, str_kind(str));
    if (length > STR_LENGTH_MAX)
        return error_no_memory();
    if (!pool_serves_size(old_size) && size <= old_size)
        return str;
    if (!pool_serves_size(size))
        size += size / 4; // so that the copies add up to a multiple of the final length
    Object *moved = memory_realloc(str, old_size, size);
    return moved ? moved : error_no_memory();
}

int str_append_move(Object **target, Object *suffix)
{
    Object *str = *target;
    if (likely(str->refcount == 1 && IS_EXACT(str, STR) && IS_STR(suffix) && str != suffix &&
               !(str->flags & (FLAG_STR_INTERNED | FLAG_ID_TAKEN)) &&
               str_kind(suffix) <= str_kind(str))) {
        size_t length = str_length(str), added = str_length(suffix);
        if (added == 0)
            return 0;
        if (str->flags & FLAG_STR_HAS_UTF8)
            codec_forget_utf8(str);
        Object *moved = resize_unshared(str, length + added);
        if (!moved)
            goto fail;
        *target = moved;
        STR(moved)->length = (uint32_t)(length + added);
        STR(moved)->hash = -1;
        if (!str_is_ascii(suffix))
            moved->flags &= (uint16_t)~FLAG_STR_ASCII;
        copy_str(moved, length, suffix);
        end_with_nul(moved);
        return 0;
    }
    Object *result = str_concat(str, suffix);
    if (!result)
        goto fail;
    *target = result;
    decref(str);
    return 0;
fail:
    *target = NULL;
    decref(str);
    return -1;
}

static void join_narrow(uint8_t *to, Object *separator, Object *const *items, size_t count)
{
    size_t gap = str_length(separator);
    uint8_t first = STR(separator)->data[0];
    for (size_t i = 0; i < count; i++) {
        if (gap && i) {
            if (gap == 1)
                *to++ = first;
            else
                to = (uint8_t *)memcpy(to, STR(separator)->data, gap) + gap;
        }
        size_t length = str_length(items[i]);
        copy_bytes(to, STR(items[i])->data, length);
        to += length;
    }
}

Object *str_join_array(Object *separator_or_null, Object *const *items, size_t count)
{
    Object *separator = separator_or_null ? separator_or_null : OBJECT(str_empty);
    if (count == 1 && IS_EXACT(items[0], STR))
        return new_ref(items[0]);
    size_t total = count > 1 ? str_length(separator) * (count - 1) : 0;
    uint32_t width = 0x7F, all_flags = separator->flags;
    for (size_t i = 0; i < count; i++) {
        if (unlikely(!IS_STR(items[i])))
            return error_format(&exc_type_error,
                                "sequence item %zd: expected str instance, %T found", (ssize_t)i,
                                items[i]);
        total += str_length(items[i]);
        all_flags &= items[i]->flags;
    }
    if (unlikely(!(all_flags & FLAG_STR_ASCII))) {
        width = count > 1 ? str_max_char(separator) : 0;
        for (size_t i = 0; i < count; i++)
            width |= str_max_char(items[i]);
    }
    Object *result = str_new_uninitialized(total, width);
    if (!result || total == 0)
        return result;
    if (str_kind(result) == 0) {
        join_narrow(STR(result)->data, separator, items, count);
        return result;
    }
    size_t index = 0;
    for (size_t i = 0; i < count; i++) {
        if (i) {
            copy_str(result, index, separator);
            index += str_length(separator);
        }
        copy_str(result, index, items[i]);
        index += str_length(items[i]);
    }
    return result;
}

Object *str_join(Object *separator, Object *iterable)
{
    Object *sequence = object_fast_sequence(iterable, "can only join an iterable");
    if (!sequence)
        return NULL;
    Object *result;
    if (IS_EXACT(sequence, LIST))
        result = str_join_array(separator, LIST(sequence)->items, LIST(sequence)->count);
    else
        result = str_join_array(separator, TUPLE(sequence)->items, TUPLE(sequence)->count);
    decref(sequence);
    return result;
}

// ---- Comparing and hashing ----------------------------------------------------------------------

bool str_equal_text(const Object *str, const char *ascii)
{
    size_t length = strlen(ascii);
    return str_length(str) == length && str_kind(str) == 0 &&
           memcmp(STR(str)->data, ascii, length) == 0;
}

int str_compare(const Object *a, const Object *b)
{
    size_t length_a = str_length(a), length_b = str_length(b);
    size_t shorter = length_a < length_b ? length_a : length_b;
    int kind_a = str_kind(a), kind_b = str_kind(b);
    if (kind_a == 0 && kind_b == 0) {
        int order = memcmp(STR(a)->data, STR(b)->data, shorter);
        if (order)
            return order < 0 ? -1 : 1;
    } else {
        for (size_t i = 0; i < shorter; i++) {
            uint32_t left = str_read(STR(a)->data, kind_a, i),
                     right = str_read(STR(b)->data, kind_b, i);
            if (left != right)
                return left < right ? -1 : 1;
        }
    }
    return length_a < length_b ? -1 : length_a > length_b;
}

static Object *str_rich_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_STR(self) || !IS_STR(other))
        return_not_implemented;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return object_from_bool(str_equal(self, other) == (op == COMPARE_EQ));
    int order = str_compare(self, other);
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

int64_t str_hash(Object *str)
{
    if (STR(str)->hash == -1)
        STR(str)->hash = hash_bytes(STR(str)->data, str_length(str) << str_kind(str));
    return STR(str)->hash;
}

// ---- Searching ----------------------------------------------------------------------------------

static TextView view_of(const Object *str)
{
    return (TextView){STR(str)->data, str_length(str), str_kind(str)};
}

int64_t str_find(Object *str, Object *sub, size_t start, size_t end)
{
    return start > end ? -1 : search_first(view_of(str), start, end, view_of(sub));
}

int64_t str_count(Object *str, Object *sub, size_t start, size_t end)
{
    return start > end ? 0
                       : (int64_t)search_count(view_of(str), start, end, view_of(sub), SIZE_MAX);
}

static int str_contains(Object *self, Object *value)
{
    if (!IS_STR(value)) {
        error_format(&exc_type_error, "'in <string>' requires string as left operand, not %T",
                     value);
        return -1;
    }
    if (str_length(value) == 1 && str_kind(self) == 0 && str_kind(value) == 0)
        return memchr(STR(self)->data, *(const char *)STR(value)->data, str_length(self)) != NULL;
    return search_first(view_of(self), 0, str_length(self), view_of(value)) >= 0;
}

// ---- Indexing and iteration ---------------------------------------------------------------------

static Object *str_item(Object *self, int64_t index)
{
    if (unlikely((uint64_t)index >= str_length(self)))
        return error_text(&exc_index_error, "string index out of range");
    return str_from_char(str_char_at(self, (size_t)index));
}

static Object *subscript_slice(Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t count = slice_adjust((int64_t)str_length(self), &start, &stop, step);
    if (count <= 0)
        return OBJECT(str_empty);
    return str_substring_step(self, start, step, (size_t)count);
}

static Object *str_subscript(Object *self, Object *key)
{
    int64_t index;
    if (likely(IS_EXACT(key, INT)))
        index = ((IntObject *)(void *)key)->value;
    else if (IS_EXACT(key, SLICE))
        return subscript_slice(self, key);
    else if (type_of(key)->to_index) {
        index = object_as_index(key, &exc_index_error);
        if (index == -1 && error_occurred())
            return NULL;
    } else
        return error_format(&exc_type_error, "string indices must be integers, not '%T'", key);
    if (index < 0)
        index += (int64_t)str_length(self);
    return str_item(self, index);
}

static int64_t str_length_slot(Object *self)
{
    return (int64_t)str_length(self);
}

Object *str_iter_new(Object *str)
{
    TypeObject *type = str_is_ascii(str) ? &type_str_ascii_iter : &type_str_iter;
    StrIterObject *iterator = (StrIterObject *)object_new(type, sizeof *iterator);
    if (!iterator)
        return NULL;
    iterator->str = new_ref(str);
    gc_track(OBJECT(iterator));
    return OBJECT(iterator);
}

static Object *str_iter_next(Object *self)
{
    StrIterObject *iterator = (StrIterObject *)self;
    Object *str = iterator->str;
    if (unlikely(!str))
        return NULL;
    if (likely(iterator->index < str_length(str)))
        return str_from_char(str_char_at(str, iterator->index++));
    iterator->str = NULL;
    decref(str);
    return NULL;
}

static Object *str_iter_self(Object *self)
{
    return new_ref(self);
}

static void str_iter_dealloc(Object *self)
{
    xdecref(((StrIterObject *)self)->str);
    object_free(self, sizeof(StrIterObject));
}

static int str_iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(((StrIterObject *)self)->str);
    return 0;
}

static int str_iter_clear(Object *self)
{
    ref_clear(&((StrIterObject *)self)->str);
    return 0;
}

static Object *str_iter_method_length_hint(Object *self)
{
    StrIterObject *iterator = (StrIterObject *)self;
    return int_from_size(iterator->str ? str_length(iterator->str) - iterator->index : 0);
}

static Object *str_iter_method_setstate(Object *self, Object *position)
{
    StrIterObject *iterator = (StrIterObject *)self;
    if (!IS_INT(position))
        return error_text(&exc_type_error, "an integer is required");
    int64_t index = object_as_index(position, &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    if (iterator->str) {
        size_t size = str_length(iterator->str);
        iterator->index = index < 0 ? 0 : (size_t)index < size ? (size_t)index : size;
    }
    return_none;
}

static const MethodDef str_iter_methods[] = {
    {"__length_hint__", (void *)str_iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {"__setstate__", (void *)str_iter_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {0},
};

#define STR_ITERATOR(symbol, text, number)                             \
    TypeObject symbol = {                                              \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                     \
        .name = text,                                                  \
        .flags = TF_TRACKED | TF_IMMUTABLE | TF_NO_INSTANTIATION,      \
        .index = number,                                               \
        .basic_size = sizeof(StrIterObject),                           \
        .base = &type_object,                                          \
        .methods = str_iter_methods,                                   \
        .dealloc = str_iter_dealloc,                                   \
        .traverse = str_iter_traverse,                                 \
        .clear = str_iter_clear,                                       \
        .iterate = str_iter_self,                                      \
        .next = str_iter_next,                                         \
    }

STR_ITERATOR(type_str_iter, "str_iterator", TYPE_STR_ITER);
STR_ITERATOR(type_str_ascii_iter, "str_ascii_iterator", TYPE_STR_ASCII_ITER);

// ---- str(...) -----------------------------------------------------------------------------------

static const char *const make_parameters[] = {"object", "encoding", "errors", NULL};
static const Signature make_signature = {"str", make_parameters, 0, 0, 3};

// encoding or errors: UTF-8 text, or NULL where absent. 0 / -1.
static int text_argument(Object *value, const char *which, const char **text)
{
    *text = NULL;
    if (!value)
        return 0;
    if (!IS_STR(value)) {
        error_format(&exc_type_error, "str() argument '%s' must be str, not %s", which,
                     text_argument_type(value));
        return -1;
    }
    *text = str_utf8(value, NULL);
    return *text ? 0 : -1;
}

static Object *make_exact(Object *const *args, size_t nargs, Object *kwnames)
{
    Object *out[3] = {NULL};
    if (likely(nargs == 1 && !kwnames))
        return object_str(args[0]);
    if (args_parse(&make_signature, args, nargs, kwnames, out) < 0)
        return NULL;
    const char *encoding, *errors;
    if (text_argument(out[1], "encoding", &encoding) < 0 ||
        text_argument(out[2], "errors", &errors) < 0)
        return NULL;
    if (!out[0])
        return OBJECT(str_empty);
    if (!encoding && !errors)
        return object_str(out[0]);
    const uint8_t *data;
    size_t size;
    if (bytes_view(out[0], &data, &size))
        return bytes_decode(data, size, encoding, errors);
    if (IS_STR(out[0]))
        return error_text(&exc_type_error, "decoding str is not supported");
    return error_format(&exc_type_error, "decoding to str: need a bytes-like object, %T found",
                        out[0]);
}

static Object *str_construct(Object *callable, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)callable;
    return make_exact(args, nargs, kwnames);
}

static Object *str_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *text = make_exact(args, nargs, kwnames);
    if (!text || type == &type_str)
        return text;
    Object *self = make_subclass(type, text);
    decref(text);
    return self;
}

static Object *str_remainder(Object *left, Object *right)
{
    if (!IS_STR(left))
        return_not_implemented;
    return format_percent(left, right);
}

int str_start(void)
{
    return 0;
}

void str_stop(void)
{
    codec_stop();
}

TypeObject type_str = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "str",
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n"
           "Create a new string object from the given object. If encoding or\n"
           "errors is specified, then the object must expose a data buffer\n"
           "that will be decoded using the given encoding and error handler.\n"
           "Otherwise, returns the result of object.__str__() (if defined)\n"
           "or repr(object).\nencoding defaults to sys.getdefaultencoding().\n"
           "errors defaults to 'strict'.",
    .flags = TF_BASE | TF_IMMUTABLE | TF_SUBCLASS_STR,
    .index = TYPE_STR,
    .basic_size = STR_HEAD_SIZE,
    .item_size = 1,
    .base = &type_object,
    .methods = str_methods,
    .dealloc = str_dealloc,
    .make = str_make,
    .construct = str_construct,
    .repr = str_repr,
    .str = str_exact,
    .hash = str_hash,
    .compare = str_rich_compare,
    .iterate = str_iter_new,
    .binary = {[BINARY_REMAINDER] = str_remainder},
    .length = str_length_slot,
    .subscript = str_subscript,
    .contains = str_contains,
    .sequence = {.concat = str_concat, .repeat = str_repeat, .item = str_item},
};
