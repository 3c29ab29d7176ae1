// list: growing array of references.
//
// Invariant: count <= capacity; items[0..count) are owned (NULL only between list_new and its
// caller's filling); capacity 0: items is not a block (NULL, or sort.c's marker while it sorts).
// A list changes fully before anything that left it is released. Read list_resize first.
#include "runtime/containers/list.h"

#include <string.h>

#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"
#include "runtime/program/generic_alias.h"

#define LIST_COUNT_MAX ((size_t)1 << 59)

// ---- Storage ------------------------------------------------------------------------------------

static void free_items(Object **items, size_t capacity)
{
    if (capacity)
        memory_free(items, capacity * sizeof *items);
}

// Sets the capacity exactly; count must fit. 0 / -1 with MemoryError (never when it shrinks).
static int set_capacity(ListObject *list, size_t capacity)
{
    if (capacity == 0) {
        free_items(list->items, list->capacity);
        list->items = NULL;
        list->capacity = 0;
        return 0;
    }
    size_t old = list->capacity;
    Object **items = NULL;
    if (likely(capacity <= LIST_COUNT_MAX))
        items = old ? memory_realloc(list->items, old * sizeof *items, capacity * sizeof *items)
                    : memory_alloc(capacity * sizeof *items, MEMORY_RAW);
    if (unlikely(!items)) {
        if (capacity < old)
            return 0;
        error_no_memory();
        return -1;
    }
    list->items = items;
    list->capacity = capacity;
    return 0;
}

// list_resize where the buffer does not fit.
static __attribute__((noinline)) int resize_buffer(ListObject *list, size_t count)
{
    size_t wanted = (count + (count >> 3) + 6) & ~(size_t)3;
    if (count > list->count && count - list->count > wanted - count)
        wanted = (count + 3) & ~(size_t)3;
    if (count == 0)
        wanted = 0;
    size_t old_count = list->count;
    if (count < old_count)
        list->count = count;
    if (unlikely(set_capacity(list, wanted) < 0)) {
        list->count = old_count;
        return -1;
    }
    list->count = count;
    return 0;
}

// Sets the count, with CPython's growth; new items are undefined.
static inline int list_resize(ListObject *list, size_t count)
{
    size_t capacity = list->capacity;
    if (unlikely(capacity < count || count < capacity >> 1))
        return resize_buffer(list, count);
    list->count = count;
    return 0;
}

// Empties the list first, then releases what was in it, last item first.
static void empty_list(ListObject *list)
{
    Object **items = list->items;
    size_t count = list->count, capacity = list->capacity;
    if (capacity == 0)
        return;
    list->items = NULL;
    list->count = list->capacity = 0;
    release_references(items, count);
    free_items(items, capacity);
}

// An untracked empty list.
static inline ListObject *allocate(void)
{
    Object *list = gc_alloc(&type_list, sizeof(ListObject));
    if (unlikely(!list))
        return error_no_memory();
    LIST(list)->items = NULL;
    LIST(list)->count = LIST(list)->capacity = 0;
    return LIST(list);
}

// An untracked list with room for `count` items, undefined, count set.
static ListObject *allocate_with(size_t count)
{
    ListObject *list = allocate();
    if (unlikely(!list))
        return NULL;
    if (count) {
        Object **items = NULL;
        if (likely(count <= LIST_COUNT_MAX))
            items = memory_alloc(count * sizeof *items, MEMORY_RAW);
        if (unlikely(!items)) {
            gc_free(OBJECT(list), sizeof *list);
            return error_no_memory();
        }
        list->items = items;
        list->count = list->capacity = count;
        if (unlikely(count >= LARGE_HUGE_SIZE / sizeof *items)) // all of it, at once
            memory_expect_writes(items, count * sizeof *items, items, count * sizeof *items);
    }
    return list;
}

Object *list_new(size_t count)
{
    ListObject *list = allocate_with(count);
    if (unlikely(!list))
        return NULL;
    if (count)
        memset(list->items, 0, count * sizeof *list->items);
    gc_track(OBJECT(list));
    return OBJECT(list);
}

Object *list_from_array(Object *const *items, size_t count)
{
    ListObject *list = allocate_with(count);
    if (unlikely(!list))
        return NULL;
    copy_references(list->items, items, count);
    gc_track(OBJECT(list));
    return OBJECT(list);
}

Object *list_from_array_steal(Object **items, size_t count)
{
    ListObject *list = allocate_with(count);
    if (unlikely(!list)) {
        for (size_t i = 0; i < count; i++)
            decref(items[i]);
        return NULL;
    }
    copy_bytes(list->items, items, count * sizeof *items);
    gc_track(OBJECT(list));
    return OBJECT(list);
}

// ---- Changing -----------------------------------------------------------------------------------

int list_append_steal(Object *self, Object *item)
{
    ListObject *list = LIST(self);
    if (likely(list->count < list->capacity)) {
        list->items[list->count++] = item;
        return 0;
    }
    if (unlikely(list_resize(list, list->count + 1) < 0)) {
        decref(item);
        return -1;
    }
    list->items[list->count - 1] = item;
    return 0;
}

int list_append(Object *list, Object *item)
{
    return list_append_steal(list, new_ref(item));
}

int list_insert(Object *self, int64_t index, Object *item)
{
    ListObject *list = LIST(self);
    size_t count = list->count;
    if (list_resize(list, count + 1) < 0)
        return -1;
    if (index < 0) {
        index += (int64_t)count;
        if (index < 0)
            index = 0;
    }
    if (index > (int64_t)count)
        index = (int64_t)count;
    Object **place = list->items + index;
    memmove(place + 1, place, (count - (size_t)index) * sizeof *place);
    *place = new_ref(item);
    return 0;
}

// list_resize, but a list without a buffer gets one for just these, and the spare one of an odd number.
static int resize_for(ListObject *list, size_t count)
{
    if (list->capacity || !count)
        return list_resize(list, count);
    if (unlikely(set_capacity(list, (count + 1) & ~(size_t)1) < 0))
        return -1;
    list->count = count;
    return 0;
}

// Appends `count` items that lie in a list or tuple, which may be this list.
static int extend_array(ListObject *list, Object *source, size_t count)
{
    if (count == 0)
        return 0;
    size_t start = list->count;
    if (resize_for(list, start + count) < 0)
        return -1;
    Object **from = IS_TUPLE(source) ? TUPLE(source)->items : LIST(source)->items;
    copy_references(list->items + start, from, count);
    return 0;
}

static int extend_iterator(ListObject *list, Object *iterator, int64_t hint)
{
    if (hint > 0 && (size_t)hint <= INT64_MAX - list->count) { // else the hint lies: ignored
        size_t count = list->count;
        if (resize_for(list, count + (size_t)hint) < 0)
            return -1;
        list->count = count;
    }
    UnaryFn next = type_of(iterator)->next;
    if (!next) {
        error_format(&exc_type_error, "'%T' object is not an iterator", iterator);
        return -1;
    }
    if (IS_EXACT(iterator, DICT_KEY_ITER) || IS_EXACT(iterator, DICT_VALUE_ITER))
        list->count += dict_iter_take(iterator, list->items + list->count, list->capacity - list->count);
    for (;;) {
        Object *item = iterator_step(iterator, next);
        if (unlikely(!item)) {
            if (error_occurred()) {
                if (!error_is(&exc_stop_iteration))
                    return -1;
                error_clear();
            }
            break;
        }
        if (likely(list->count < list->capacity))
            list->items[list->count++] = item;
        else if (list_append_steal(OBJECT(list), item) < 0)
            return -1;
    }
    if (list->count < list->capacity)
        return list_resize(list, list->count);
    return 0;
}

int list_extend(Object *self, Object *iterable)
{
    if (IS_EXACT(iterable, LIST) || self == iterable)
        return extend_array(LIST(self), iterable, LIST(iterable)->count);
    if (IS_EXACT(iterable, TUPLE))
        return extend_array(LIST(self), iterable, TUPLE(iterable)->count);
    Object *iterator = object_iterate(iterable);
    if (!iterator)
        return -1;
    int64_t hint = object_length_hint(iterable, 8);
    int result = hint < 0 ? -1 : extend_iterator(LIST(self), iterator, hint);
    decref(iterator);
    return result;
}

static void reverse_items(Object **items, size_t count)
{
    for (size_t i = 0, k = count; i + 1 < k; i++) {
        Object *item = items[i];
        items[i] = items[--k];
        items[k] = item;
    }
}

// Deletes items[start..end) when memory is out even for noting them: what goes is turned to the end
// and dropped there, last first as ever. -1 with MemoryError if what dies changes the list.
static int delete_in_place(ListObject *list, size_t start, size_t end)
{
    size_t target = list->count - (end - start);
    reverse_items(list->items + start, end - start);
    reverse_items(list->items + end, list->count - end);
    reverse_items(list->items + start, list->count - start);
    while (list->count > target) {
        size_t count = --list->count;
        decref(list->items[count]);
        if (list->count != count) {
            error_no_memory();
            return -1;
        }
    }
    memory_take_failure(NULL);
    list_resize(list, target);
    return 0;
}

#define SPLICE_SMALL 32

// Replaces items[start..end) by `count` items from `source` (NULL: none), whose array does not
// change meanwhile.
static int splice(ListObject *list, size_t start, size_t end, Object *const *source, size_t count)
{
    size_t removed = end - start, old_count = list->count;
    if (old_count - removed + count == 0) {
        empty_list(list);
        return 0;
    }
    Object *small[SPLICE_SMALL], **garbage = small;
    if (removed > SPLICE_SMALL) {
        garbage = memory_alloc(removed * sizeof *garbage, MEMORY_RAW);
        if (!garbage && count == 0)
            return delete_in_place(list, start, end);
        if (!garbage) {
            error_no_memory();
            return -1;
        }
    }
    if (removed)
        memcpy(garbage, list->items + start, removed * sizeof *garbage);
    size_t tail = old_count - end;
    if (count < removed) {
        memmove(list->items + start + count, list->items + end, tail * sizeof *garbage);
        list_resize(list, old_count - (removed - count));
    } else if (count > removed) {
        if (list_resize(list, old_count + (count - removed)) < 0) {
            if (garbage != small)
                memory_free(garbage, removed * sizeof *garbage);
            return -1;
        }
        memmove(list->items + start + count, list->items + end, tail * sizeof *garbage);
    }
    if (count)
        copy_references(list->items + start, source, count);
    release_references(garbage, removed);
    if (garbage != small)
        memory_free(garbage, removed * sizeof *garbage);
    return 0;
}

int list_set_slice(Object *self, int64_t start, int64_t end, Object *iterable_or_null)
{
    ListObject *list = LIST(self);
    Object *source = NULL;
    if (iterable_or_null) {
        source = iterable_or_null == self
                     ? list_from_array(list->items, list->count)
                     : object_fast_sequence(iterable_or_null, "can only assign an iterable");
        if (!source)
            return -1;
    }
    int64_t count = (int64_t)list->count;
    start = start < 0 ? 0 : start > count ? count : start;
    end = end < start ? start : end > count ? count : end;
    Object **items = NULL;
    size_t item_count = 0;
    if (source) {
        items = IS_TUPLE(source) ? TUPLE(source)->items : LIST(source)->items;
        item_count = IS_TUPLE(source) ? TUPLE(source)->count : LIST(source)->count;
    }
    int result = splice(list, (size_t)start, (size_t)end, items, item_count);
    xdecref(source);
    return result;
}

Object *list_get_slice(Object *self, int64_t start, int64_t end)
{
    int64_t count = (int64_t)LIST(self)->count;
    start = start < 0 ? 0 : start > count ? count : start;
    end = end < start ? start : end > count ? count : end;
    return list_from_array(LIST(self)->items + start, (size_t)(end - start));
}

Object *list_get_section(Object *self, int64_t start, int64_t step, size_t count)
{
    if (count == 0)
        return list_new(0);
    Object *const *from = LIST(self)->items + start;
    if (step == 1)
        return list_from_array(from, count);
    ListObject *result = allocate_with(count);
    if (unlikely(!result))
        return NULL;
    copy_section(result->items, from, step, count);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

Object *list_to_tuple(Object *self)
{
    return tuple_from_array(LIST(self)->items, LIST(self)->count);
}

int list_reverse(Object *self)
{
    size_t count = LIST(self)->count;
    Object **items = LIST(self)->items;
    for (size_t i = 0; i < count / 2; i++) {
        Object *item = items[i];
        items[i] = items[count - 1 - i];
        items[count - 1 - i] = item;
    }
    return 0;
}

// ---- Life ---------------------------------------------------------------------------------------

static void list_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ListObject *list = LIST(self);
    if (list->capacity) {
        Object **items = list->items;
        release_references(items, list->count);
        memory_free(items, list->capacity * sizeof *items);
        list->capacity = 0;
    }
    if (likely(IS_EXACT(self, LIST)))
        gc_free(self, sizeof(ListObject));
    else
        type_release(self, 0);
    dealloc_leave();
}

static int list_traverse(Object *self, VisitFn visit, void *context)
{
    for (size_t i = LIST(self)->count; i-- > 0;)
        VISIT(LIST(self)->items[i]);
    return 0;
}

static int list_clear_slot(Object *self)
{
    empty_list(LIST(self));
    return 0;
}

// ---- As a value ---------------------------------------------------------------------------------

static Object *list_repr(Object *self)
{
    if (LIST(self)->count == 0)
        return str_from_text("[]");
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("[...]") : NULL;
    StrBuilder builder;
    str_builder_init(&builder);
    if (str_builder_char(&builder, '[') < 0)
        goto fail;
    for (size_t i = 0; i < LIST(self)->count; i++) { // repr() may change the list
        if (i > 0 && str_builder_ascii(&builder, ", ", 2) < 0)
            goto fail;
        Object *item = new_ref(LIST(self)->items[i]);
        int result = builder_repr(&builder, item);
        decref(item);
        if (result < 0)
            goto fail;
    }
    if (str_builder_char(&builder, ']') < 0)
        goto fail;
    object_repr_leave(self);
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    object_repr_leave(self);
    return NULL;
}

static Object *list_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_LIST(self) || !IS_LIST(other))
        return_not_implemented;
    ListObject *left = LIST(self), *right = LIST(other);
    if (left->count != right->count && (op == COMPARE_EQ || op == COMPARE_NE))
        return object_from_bool(op == COMPARE_NE);
    size_t i = 0; // __eq__ may change the lists
    for (; i < left->count && i < right->count; i++) {
        Object *const *x = left->items, *const *y = right->items;
        for (size_t common = left->count < right->count ? left->count : right->count; x[i] == y[i];)
            if (++i == common)
                return compare_counts(left->count, right->count, op);
        Object *a = x[i], *b = y[i];
        int equal = item_compare_plain(a, b, COMPARE_EQ);
        if (unlikely(equal < 0)) {
            incref(a);
            incref(b);
            equal = object_compare_bool(a, b, COMPARE_EQ);
            decref(a);
            decref(b);
        }
        if (unlikely(equal < 0))
            return NULL;
        if (!equal)
            break;
    }
    if (i >= left->count || i >= right->count)
        return compare_counts(left->count, right->count, op);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return object_from_bool(op == COMPARE_NE);
    return object_compare(left->items[i], right->items[i], op);
}

// ---- As a sequence ------------------------------------------------------------------------------

static int64_t list_length(Object *self)
{
    return (int64_t)LIST(self)->count;
}

// Index of the first item in [start, stop) that equals the value; -1 none, -2 exception.
static int64_t find_item(ListObject *list, Object *value, int64_t start, int64_t stop)
{
    for (int64_t i = start; i < stop && i < (int64_t)list->count; i++) {
        int equal = item_equal_held(list->items[i], value);
        if (equal)
            return equal > 0 ? i : -2;
    }
    return -1;
}

static int list_contains(Object *self, Object *value)
{
    int64_t index = find_item(LIST(self), value, 0, INT64_MAX);
    return index >= 0 ? 1 : index == -1 ? 0 : -1;
}

static Object *list_item(Object *self, int64_t index)
{
    if (unlikely((uint64_t)index >= LIST(self)->count))
        return error_text(&exc_index_error, "list index out of range");
    return new_ref(LIST(self)->items[index]);
}

static Object *subscript_slice(ListObject *list, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t count = slice_adjust((int64_t)list->count, &start, &stop, step);
    return list_get_section(OBJECT(list), start, step, (size_t)count);
}

static Object *list_subscript(Object *self, Object *key)
{
    if (has_index(key)) {
        int64_t index = object_as_index(key, &exc_index_error);
        if (unlikely(index == -1 && error_occurred()))
            return NULL;
        if (index < 0)
            index += (int64_t)LIST(self)->count;
        return list_item(self, index);
    }
    if (IS_EXACT(key, SLICE))
        return subscript_slice(LIST(self), key);
    return error_format(&exc_type_error, "list indices must be integers or slices, not %T", key);
}

static int set_item(ListObject *list, int64_t index, Object *value_or_null)
{
    if (unlikely((uint64_t)index >= list->count)) {
        error_text(&exc_index_error, "list assignment index out of range");
        return -1;
    }
    if (!value_or_null)
        return splice(list, (size_t)index, (size_t)index + 1, NULL, 0);
    ref_set_steal(&list->items[index], new_ref(value_or_null));
    return 0;
}

// del list[start:stop:step] with `count` > 0 items and step not 1.
static int delete_extended(ListObject *list, int64_t start, int64_t step, int64_t count)
{
    if (step < 0) {
        start += step * (count - 1);
        step = -step;
    }
    Object **garbage = memory_alloc((size_t)count * sizeof *garbage, MEMORY_RAW);
    if (!garbage) {
        error_no_memory();
        return -1;
    }
    size_t read = (size_t)start, write = (size_t)start, size = list->count;
    for (int64_t i = 0; i < count; i++) {
        garbage[i] = list->items[read++];
        for (int64_t k = 1; k < step && read < size; k++)
            list->items[write++] = list->items[read++];
    }
    memmove(list->items + write, list->items + read, (size - read) * sizeof *garbage);
    list_resize(list, size - (size_t)count);
    for (int64_t i = 0; i < count; i++)
        decref(garbage[i]);
    memory_free(garbage, (size_t)count * sizeof *garbage);
    return 0;
}

// list[start:stop:step] = value with step not 1.
static int assign_extended(ListObject *list, Object *slice, Object *value)
{
    int64_t start, stop, step;
    Object *source = value == OBJECT(list)
                         ? list_from_array(list->items, list->count)
                         : object_fast_sequence(value, "must assign iterable to extended slice");
    if (!source)
        return -1;
    int result = -1;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        goto out;
    int64_t count = slice_adjust((int64_t)list->count, &start, &stop, step);
    bool is_tuple = IS_TUPLE(source);
    size_t source_count = is_tuple ? TUPLE(source)->count : LIST(source)->count;
    Object **items = is_tuple ? TUPLE(source)->items : LIST(source)->items;
    if ((size_t)count != source_count) {
        error_format(&exc_value_error,
                     "attempt to assign sequence of size %zu to extended slice of size %zd",
                     source_count, (ptrdiff_t)count);
        goto out;
    }
    if (count) {
        Object **garbage = memory_alloc((size_t)count * sizeof *garbage, MEMORY_RAW);
        if (!garbage) {
            error_no_memory();
            goto out;
        }
        for (int64_t i = 0; i < count; i++) {
            garbage[i] = list->items[start + i * step];
            list->items[start + i * step] = new_ref(items[i]);
        }
        for (int64_t i = 0; i < count; i++)
            decref(garbage[i]);
        memory_free(garbage, (size_t)count * sizeof *garbage);
    }
    result = 0;
out:
    decref(source);
    return result;
}

static int list_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    ListObject *list = LIST(self);
    if (has_index(key)) {
        int64_t index = object_as_index(key, &exc_index_error);
        if (unlikely(index == -1 && error_occurred()))
            return -1;
        if (index < 0)
            index += (int64_t)list->count;
        return set_item(list, index, value_or_null);
    }
    if (!IS_EXACT(key, SLICE)) {
        error_format(&exc_type_error, "list indices must be integers or slices, not %T", key);
        return -1;
    }
    int64_t start, stop, step;
    if (slice_unpack(key, &start, &stop, &step) < 0)
        return -1;
    int64_t count = slice_adjust((int64_t)list->count, &start, &stop, step);
    if (step == 1)
        return list_set_slice(self, start, stop, value_or_null);
    if (value_or_null)
        return assign_extended(list, key, value_or_null);
    return count <= 0 ? 0 : delete_extended(list, start, step, count);
}

static Object *list_concat(Object *self, Object *other)
{
    if (!IS_LIST(other))
        return error_format(&exc_type_error, "can only concatenate list (not \"%T\") to list",
                            other);
    ListObject *a = LIST(self), *b = LIST(other);
    ListObject *result = allocate_with(a->count + b->count);
    if (!result)
        return NULL;
    copy_references(result->items, a->items, a->count);
    copy_references(result->items + a->count, b->items, b->count);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

static Object *list_inplace_concat(Object *self, Object *other)
{
    return list_extend(self, other) < 0 ? NULL : new_ref(self);
}

static Object *list_repeat(Object *self, int64_t count)
{
    ListObject *list = LIST(self);
    size_t length = list->count, total;
    if (length == 0 || count <= 0)
        return list_new(0);
    if (__builtin_mul_overflow(length, (size_t)count, &total))
        return error_no_memory();
    ListObject *result = allocate_with(total);
    if (!result)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        incref_by(list->items[i], (size_t)count);
        result->items[i] = list->items[i];
    }
    repeat_references(result->items, length, total);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

static Object *list_inplace_repeat(Object *self, int64_t count)
{
    ListObject *list = LIST(self);
    size_t length = list->count, total;
    if (length == 0 || count == 1)
        return new_ref(self);
    if (count < 1) {
        empty_list(list);
        return new_ref(self);
    }
    if (__builtin_mul_overflow(length, (size_t)count, &total))
        return error_no_memory();
    if (list_resize(list, total) < 0)
        return NULL;
    for (size_t i = 0; i < length; i++)
        incref_by(list->items[i], (size_t)count - 1);
    repeat_references(list->items, length, total);
    return new_ref(self);
}

// ---- Methods ------------------------------------------------------------------------------------

Object *list_method_append(Object *self, Object *item)
{
    return list_append(self, item) < 0 ? NULL : object_none;
}

static Object *list_method_clear(Object *self)
{
    empty_list(LIST(self));
    return_none;
}

static Object *list_method_copy(Object *self)
{
    return list_from_array(LIST(self)->items, LIST(self)->count);
}

static Object *list_method_extend(Object *self, Object *iterable)
{
    return list_extend(self, iterable) < 0 ? NULL : object_none;
}

static Object *list_method_insert(Object *self, Object *const *args, size_t nargs)
{
    int64_t index;
    if (args_check_count("insert", nargs, 2, 2) < 0 || index_argument(args[0], &index) < 0 ||
        list_insert(self, index, args[1]) < 0)
        return NULL;
    return_none;
}

Object *list_take_last(Object *self)
{
    ListObject *list = LIST(self);
    Object *item = list->items[list->count - 1];
    list_resize(list, list->count - 1);
    return item;
}

static Object *list_method_pop(Object *self, Object *const *args, size_t nargs)
{
    ListObject *list = LIST(self);
    int64_t index = -1;
    if (args_check_count("pop", nargs, 0, 1) < 0 ||
        (nargs && index_argument(args[0], &index) < 0))
        return NULL;
    if (list->count == 0)
        return error_text(&exc_index_error, "pop from empty list");
    if (index < 0)
        index += (int64_t)list->count;
    if ((uint64_t)index >= list->count)
        return error_text(&exc_index_error, "pop index out of range");
    Object *item = list->items[index];
    size_t last = list->count - 1;
    if ((size_t)index < last)
        memmove(list->items + index, list->items + index + 1,
                (last - (size_t)index) * sizeof item);
    list_resize(list, last);
    return item;
}

static Object *list_method_remove(Object *self, Object *value)
{
    int64_t index = find_item(LIST(self), value, 0, INT64_MAX);
    if (index == -1)
        return error_text(&exc_value_error, "list.remove(x): x not in list");
    if (index < 0 || list_set_slice(self, index, index + 1, NULL) < 0)
        return NULL;
    return_none;
}

static Object *list_method_index(Object *self, Object *const *args, size_t nargs)
{
    int64_t start = 0, stop = INT64_MAX;
    if (args_check_count("index", nargs, 1, 3) < 0 ||
        (nargs > 1 && slice_index_argument(args[1], &start) < 0) ||
        (nargs > 2 && slice_index_argument(args[2], &stop) < 0))
        return NULL;
    int64_t count = (int64_t)LIST(self)->count;
    int64_t index = find_item(LIST(self), args[0], clip_position(start, count),
                              clip_position(stop, count));
    if (index == -1)
        return error_format(&exc_value_error, "%R is not in list", args[0]);
    return index < 0 ? NULL : int_from_int64(index);
}

static Object *list_method_count(Object *self, Object *value)
{
    int64_t found = 0;
    for (size_t i = 0; i < LIST(self)->count; i++) {
        int equal = item_equal_held(LIST(self)->items[i], value);
        if (unlikely(equal < 0))
            return NULL;
        found += equal;
    }
    return int_from_int64(found);
}

static Object *list_method_reverse(Object *self)
{
    list_reverse(self);
    return_none;
}

static Object *list_method_sort(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"key", "reverse", NULL};
    static const Signature signature = {"sort", parameters, 0, 0, 0};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    int reverse = 0;
    if (values[1]) {
        reverse = int_as_int32(values[1]);
        if (reverse == -1 && error_occurred())
            return NULL;
    }
    Object *key = values[0] == object_none ? NULL : values[0];
    return list_sort(self, key, reverse != 0) < 0 ? NULL : object_none;
}

static Object *list_method_sizeof(Object *self)
{
    return int_from_size(object_byte_size(self) + LIST(self)->capacity * sizeof(Object *));
}

// ---- The type -----------------------------------------------------------------------------------

static Object *list_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = type_allocate(type, 0);
    if (self)
        gc_track(self);
    return self;
}

static int list_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    if (type_of(self)->make == list_make && args_no_keywords("list", kwnames) < 0)
        return -1;
    if (args_check_count("list", nargs, 0, 1) < 0)
        return -1;
    empty_list(LIST(self));
    return nargs ? list_extend(self, args[0]) : 0;
}

static Object *list_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    Object *iterable;
    if (only_argument("list", args, nargs, kwnames, &iterable) < 0)
        return NULL;
    return iterable ? object_to_list(iterable) : list_new(0);
}

static const MethodDef list_methods[] = {
    {"__reversed__", (void *)list_reverse_iter_new, METHOD_NOARGS,
     "__reversed__($self, /)\n--\n\nReturn a reverse iterator over the list."},
    {"__sizeof__", (void *)list_method_sizeof, METHOD_NOARGS,
     "__sizeof__($self, /)\n--\n\nReturn the size of the list in memory, in bytes."},
    {"clear", (void *)list_method_clear, METHOD_NOARGS,
     "clear($self, /)\n--\n\nRemove all items from list."},
    {"copy", (void *)list_method_copy, METHOD_NOARGS,
     "copy($self, /)\n--\n\nReturn a shallow copy of the list."},
    {"append", (void *)list_method_append, METHOD_O,
     "append($self, object, /)\n--\n\nAppend object to the end of the list."},
    {"insert", (void *)list_method_insert, METHOD_FAST,
     "insert($self, index, object, /)\n--\n\nInsert object before index."},
    {"extend", (void *)list_method_extend, METHOD_O,
     "extend($self, iterable, /)\n--\n\n"
     "Extend list by appending elements from the iterable."},
    {"pop", (void *)list_method_pop, METHOD_FAST,
     "pop($self, index=-1, /)\n--\n\nRemove and return item at index (default last).\n"
     "\nRaises IndexError if list is empty or index is out of range."},
    {"remove", (void *)list_method_remove, METHOD_O,
     "remove($self, value, /)\n--\n\nRemove first occurrence of value.\n\n"
     "Raises ValueError if the value is not present."},
    {"index", (void *)list_method_index, METHOD_FAST,
     "index($self, value, start=0, stop=sys.maxsize, /)\n--\n\n"
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", (void *)list_method_count, METHOD_O,
     "count($self, value, /)\n--\n\nReturn number of occurrences of value."},
    {"reverse", (void *)list_method_reverse, METHOD_NOARGS,
     "reverse($self, /)\n--\n\nReverse *IN PLACE*."},
    {"sort", (void *)list_method_sort, METHOD_KEYWORDS,
     "sort($self, /, *, key=None, reverse=False)\n--\n\n"
     "Sort the list in ascending order and return None.\n\n"
     "The sort is in-place (i.e. the list itself is modified) and stable (i.e. the\n"
     "order of two equal elements is maintained).\n\n"
     "If a key function is given, apply it once to each list item and sort them,\n"
     "ascending or descending, according to their function values.\n\n"
     "The reverse flag can be set to sort in descending order."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

TypeObject type_list = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "list",
    .doc =
     "list(iterable=(), /)\n--\n\nBuilt-in mutable sequence.\n\n"
     "If no argument is given, the constructor creates a new empty list.\n"
     "The argument must be an iterable if specified.",
    .flags = TF_TRACKED | TF_BASE | TF_SUBCLASS_LIST,
    .basic_size = sizeof(ListObject),
    .methods = list_methods,
    .dealloc = list_dealloc,
    .traverse = list_traverse,
    .clear = list_clear_slot,
    .make = list_make,
    .init = list_init,
    .construct = list_construct,
    .repr = list_repr,
    .hash = hash_not_implemented,
    .compare = list_compare,
    .iterate = list_iter_new,
    .length = list_length,
    .contains = list_contains,
    .subscript = list_subscript,
    .set_subscript = list_set_subscript,
    .sequence = {.concat = list_concat, .repeat = list_repeat,
                 .inplace_concat = list_inplace_concat, .inplace_repeat = list_inplace_repeat,
                 .item = list_item},
};
