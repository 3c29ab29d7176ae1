// deque: a ring of references whose capacity is a power of two. Both ends and any index are O(1);
// an insertion in the middle moves the shorter side.
//
//   items [ c | d | e |   |   | a | b ]     first = 5, count = 5, capacity = 8 (one slot not drawn)
//
// Invariants: slots outside [first, first + count) hold nothing that is owned; `state` changes with
// every change of what is in the deque or where, so that whoever walks over it notices. Script code
// runs only where an item is compared or released, and always on a whole deque.
#include <string.h>

#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/memory/memory.h"
#include "runtime/model/call.h"
#include "runtime/model/class.h"
#include "runtime/model/names.h"
#include "runtime/program/generic_alias.h"
#include "stdlib/data/collections_private.h"

typedef struct DequeObject {
    Object header;
    Object **items; // NULL: capacity 0
    size_t first, count, capacity;
    int64_t max_length; // -1: none
    uint64_t state;
} DequeObject;
#define DEQUE(o) ((DequeObject *)(o))
#define IS_DEQUE(o)                                                                                \
    (type_of(OBJECT(o)) == &type_deque || type_is_subtype(type_of(OBJECT(o)), &type_deque))

typedef struct DequeIterObject {
    Object header;
    Object *deque;
    uint64_t state;
    size_t index, remaining; // index counts from the end where the iterator starts
} DequeIterObject;
#define ITER(o) ((DequeIterObject *)(o))

enum { CAPACITY_MIN = 8 };
#define CAPACITY_MAX (SIZE_MAX / 4 / sizeof(Object *))

// --- the ring ---

static inline Object **slot_at(const DequeObject *deque, size_t index)
{
    return &deque->items[(deque->first + index) & (deque->capacity - 1)];
}

// Copies `count` references from index `start` on to an array.
static void copy_out(const DequeObject *deque, size_t start, size_t count, Object **target)
{
    if (count == 0)
        return;
    size_t place = (deque->first + start) & (deque->capacity - 1), head = deque->capacity - place;
    if (head > count)
        head = count;
    memcpy(target, deque->items + place, head * sizeof *target);
    memcpy(target + head, deque->items, (count - head) * sizeof *target);
}

// Moves the items to a ring of another capacity (not below count). 0, or -1 with nothing changed.
static int set_capacity(DequeObject *deque, size_t capacity)
{
    Object **items =
        capacity <= CAPACITY_MAX ? memory_alloc(capacity * sizeof *items, MEMORY_RAW) : NULL;
    if (unlikely(!items))
        return -1;
    copy_out(deque, 0, deque->count, items);
    if (deque->items)
        memory_free(deque->items, deque->capacity * sizeof *items);
    deque->items = items;
    deque->capacity = capacity;
    deque->first = 0;
    return 0;
}

// A ring of at least twice the capacity, in place if the system can: what wraps around moves behind the
// rest. 0, or -1 with nothing changed.
static int grow(DequeObject *deque, size_t capacity)
{
    size_t old = deque->capacity;
    Object **items = NULL;
    if (capacity <= CAPACITY_MAX)
        items = memory_realloc(deque->items, old * sizeof *items, capacity * sizeof *items);
    if (unlikely(!items))
        return -1;
    if (deque->first + deque->count > old)
        memcpy(items + old, items, (deque->first + deque->count - old) * sizeof *items);
    deque->items = items;
    deque->capacity = capacity;
    return 0;
}

// Room for `count` more. 0 / -1 with MemoryError.
static int reserve(DequeObject *deque, size_t count)
{
    size_t wanted, capacity = deque->capacity ? deque->capacity : CAPACITY_MIN;
    if (__builtin_add_overflow(deque->count, count, &wanted) || wanted > CAPACITY_MAX) {
        error_no_memory();
        return -1;
    }
    if (wanted <= deque->capacity)
        return 0;
    while (capacity < wanted)
        capacity *= 2;
    if ((deque->items ? grow(deque, capacity) : set_capacity(deque, capacity)) < 0) {
        error_no_memory();
        return -1;
    }
    return 0;
}

static inline void shrink(DequeObject *deque)
{
    if (unlikely(deque->count < deque->capacity / 8) && deque->capacity > 4 * CAPACITY_MIN)
        set_capacity(deque, deque->capacity / 4); // where there is no memory it stays large
}

// Takes over the item, on failure too. An item that no longer fits goes at the other end.
static inline int append_steal(DequeObject *deque, Object *item, bool is_left)
{
    Object *old = NULL;
    if (unlikely(deque->max_length >= 0) && deque->count >= (size_t)deque->max_length) {
        if (deque->max_length == 0) {
            deque->state += 2; // comes and goes
            decref(item);
            return 0;
        }
        old = *slot_at(deque, is_left ? deque->count - 1 : 0);
        deque->count--;
        if (!is_left)
            deque->first = (deque->first + 1) & (deque->capacity - 1);
    } else if (unlikely(deque->count == deque->capacity) && reserve(deque, 1) < 0) {
        decref(item);
        return -1;
    }
    if (is_left)
        deque->first = (deque->first - 1) & (deque->capacity - 1);
    *slot_at(deque, is_left ? 0 : deque->count) = item;
    deque->count++;
    deque->state++;
    if (old)
        decref(old);
    return 0;
}

static inline Object *take(DequeObject *deque, bool is_left)
{
    if (unlikely(deque->count == 0))
        return error_text(&exc_index_error, "pop from an empty deque");
    Object *item = *slot_at(deque, is_left ? 0 : deque->count - 1);
    deque->count--;
    if (is_left)
        deque->first = (deque->first + 1) & (deque->capacity - 1);
    deque->state++;
    shrink(deque);
    return item;
}

static void clear_items(DequeObject *deque)
{
    DequeObject old = *deque;
    if (!old.items)
        return;
    deque->items = NULL;
    deque->first = deque->count = deque->capacity = 0;
    if (old.count)
        deque->state++;
    for (size_t i = 0; i < old.count; i++)
        decref(*slot_at(&old, i));
    memory_free(old.items, old.capacity * sizeof *old.items);
}

// Moves the last `count` items (from the end by one step each) to the front; negative: the other
// way.
static void rotate(DequeObject *deque, int64_t steps)
{
    int64_t count = (int64_t)deque->count, half = count / 2;
    if (count <= 1)
        return;
    if (steps > half || steps < -half) {
        steps %= count;
        if (steps > half)
            steps -= count;
        else if (steps < -half)
            steps += count;
    }
    size_t mask = deque->capacity - 1;
    deque->state++;
    if (deque->count == deque->capacity) {
        deque->first = (deque->first - (size_t)steps) & mask;
        return;
    }
    for (; steps > 0; steps--) {
        Object *item = *slot_at(deque, deque->count - 1);
        deque->first = (deque->first - 1) & mask;
        deque->items[deque->first] = item;
    }
    for (; steps < 0; steps++) {
        Object *item = deque->items[deque->first];
        deque->first = (deque->first + 1) & mask;
        *slot_at(deque, deque->count - 1) = item;
    }
}

// Takes an item out; the shorter side closes the gap. The caller releases it.
static Object *remove_at(DequeObject *deque, size_t index)
{
    Object *item = *slot_at(deque, index);
    if (index < deque->count / 2) {
        for (size_t i = index; i > 0; i--)
            *slot_at(deque, i) = *slot_at(deque, i - 1);
        deque->first = (deque->first + 1) & (deque->capacity - 1);
    } else {
        for (size_t i = index; i + 1 < deque->count; i++)
            *slot_at(deque, i) = *slot_at(deque, i + 1);
    }
    deque->count--;
    deque->state++;
    shrink(deque);
    return item;
}

// 0 / -1.
static int insert_at(DequeObject *deque, size_t index, Object *item)
{
    if (reserve(deque, 1) < 0)
        return -1;
    incref(item);
    if (index < deque->count / 2) {
        deque->first = (deque->first - 1) & (deque->capacity - 1);
        for (size_t i = 0; i < index; i++)
            *slot_at(deque, i) = *slot_at(deque, i + 1);
    } else {
        for (size_t i = deque->count; i > index; i--)
            *slot_at(deque, i) = *slot_at(deque, i - 1);
    }
    *slot_at(deque, index) = item;
    deque->count++;
    deque->state++;
    return 0;
}

// --- life ---

static Object *deque_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    DEQUE(self)->max_length = -1;
    gc_track(self);
    return self;
}

static void deque_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    clear_items(DEQUE(self));
    type_release(self, 0);
    dealloc_leave();
}

static int deque_traverse(Object *self, VisitFn visit, void *context)
{
    DequeObject *deque = DEQUE(self);
    for (size_t i = 0; i < deque->count; i++)
        VISIT(*slot_at(deque, i));
    return 0;
}

static int deque_clear(Object *self)
{
    clear_items(DEQUE(self));
    return 0;
}

// Appends all items of an iterable. 0 / -1.
static int extend(DequeObject *deque, Object *iterable, bool is_left)
{
    if (iterable == OBJECT(deque)) {
        Object *list = object_to_list(iterable);
        int status = list ? extend(deque, list, is_left) : -1;
        xdecref(list);
        return status;
    }
    if (IS_EXACT(iterable, LIST) || IS_EXACT(iterable, TUPLE)) {
        bool is_list = IS_EXACT(iterable, LIST); // releasing what falls out may change a list
        for (size_t i = 0; i < (is_list ? LIST(iterable)->count : TUPLE(iterable)->count); i++) {
            Object *item = is_list ? LIST(iterable)->items[i] : TUPLE(iterable)->items[i];
            if (append_steal(deque, new_ref(item), is_left) < 0)
                return -1;
        }
        return 0;
    }
    Object *iterator = object_iterate(iterable), *item;
    if (!iterator)
        return -1;
    int status = 0;
    while (status == 0 && (item = iterator_next(iterator)))
        status = append_steal(deque, item, is_left);
    decref(iterator);
    return error_occurred() ? -1 : status;
}

// The maxlen argument: -1 for None. 0 / -1.
static int read_max_length(Object *argument, int64_t *value)
{
    *value = -1;
    if (!argument || argument == object_none)
        return 0;
    if (!IS_INT(argument)) {
        error_text(&exc_type_error, "an integer is required");
        return -1;
    }
    if (!int_fits_int64(argument, value)) {
        error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
        return -1;
    }
    if (*value < 0) {
        error_text(&exc_value_error, "maxlen must be non-negative");
        return -1;
    }
    return 0;
}

static int deque_init(Object *self, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "maxlen", NULL};
    static const Signature signature = {"deque", parameters, 0, 0, 2};
    Object *values[2];
    int64_t max_length;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 ||
        read_max_length(values[1], &max_length) < 0)
        return -1;
    DEQUE(self)->max_length = max_length;
    clear_items(DEQUE(self));
    return values[0] ? extend(DEQUE(self), values[0], false) : 0;
}

static Object *deque_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *self = deque_make((TypeObject *)type, NULL, 0, NULL);
    if (self && (nargs || kwnames) && deque_init(self, args, nargs, kwnames) < 0)
        ref_clear(&self);
    return self;
}

// A plain deque with the same items and maximum.
static Object *copy_exact(const DequeObject *deque)
{
    Object *copy = deque_make(&type_deque, NULL, 0, NULL);
    if (!copy || deque->count == 0) {
        if (copy)
            DEQUE(copy)->max_length = deque->max_length;
        return copy;
    }
    if (reserve(DEQUE(copy), deque->count) < 0) {
        decref(copy);
        return NULL;
    }
    DEQUE(copy)->max_length = deque->max_length;
    copy_out(deque, 0, deque->count, DEQUE(copy)->items);
    DEQUE(copy)->count = deque->count;
    for (size_t i = 0; i < deque->count; i++)
        incref(DEQUE(copy)->items[i]);
    return copy;
}

static Object *deque_method_copy(Object *self)
{
    if (type_of(self) == &type_deque)
        return copy_exact(DEQUE(self));
    Object *type = OBJECT(type_of(self)), *maximum = NULL, *copy = NULL;
    if (DEQUE(self)->max_length < 0) {
        copy = call_one(type, self);
    } else if ((maximum = int_from_int64(DEQUE(self)->max_length))) {
        copy = call_two(type, self, maximum);
        decref(maximum);
    }
    if (copy && !IS_DEQUE(copy)) {
        error_format(&exc_type_error, "%.200N() must return a deque, not %.200T",
                     (TypeObject *)type, copy);
        ref_clear(&copy);
    }
    return copy;
}

// --- methods ---

static Object *deque_method_append(Object *self, Object *item)
{
    return append_steal(DEQUE(self), new_ref(item), false) < 0 ? NULL : object_none;
}

static Object *deque_method_appendleft(Object *self, Object *item)
{
    return append_steal(DEQUE(self), new_ref(item), true) < 0 ? NULL : object_none;
}

static Object *deque_method_pop(Object *self)
{
    return take(DEQUE(self), false);
}

static Object *deque_method_popleft(Object *self)
{
    return take(DEQUE(self), true);
}

static Object *deque_method_extend(Object *self, Object *iterable)
{
    return extend(DEQUE(self), iterable, false) < 0 ? NULL : object_none;
}

static Object *deque_method_extendleft(Object *self, Object *iterable)
{
    return extend(DEQUE(self), iterable, true) < 0 ? NULL : object_none;
}

static Object *deque_method_clear(Object *self)
{
    clear_items(DEQUE(self));
    return_none;
}

static Object *deque_method_rotate(Object *self, Object *const *args, size_t nargs)
{
    if (args_check_count("deque.rotate", nargs, 0, 1) < 0)
        return NULL;
    int64_t steps = 1;
    if (nargs && (steps = object_as_index(args[0], &exc_overflow_error)) == -1 && error_occurred())
        return NULL;
    rotate(DEQUE(self), steps);
    return_none;
}

static Object *deque_method_reverse(Object *self)
{
    DequeObject *deque = DEQUE(self);
    for (size_t left = 0, right = deque->count; left + 1 < right; left++) {
        Object **a = slot_at(deque, left), **b = slot_at(deque, --right), *swap = *a;
        *a = *b;
        *b = swap;
    }
    return_none;
}

static const char mutated[] = "deque mutated during iteration";

// item == value for the item at an index: 1, 0, -1; also -1 when the comparison changed the deque,
// unless equality is final.
static int compare_at(DequeObject *deque, size_t index, Object *value, TypeObject *exception,
                      bool is_final)
{
    uint64_t before = deque->state;
    Object *item = new_ref(*slot_at(deque, index));
    int equal = item_equal(item, value);
    decref(item);
    if (unlikely(equal >= 0 && deque->state != before) && !(equal && is_final)) {
        error_text(exception, mutated);
        return -1;
    }
    return equal;
}

static Object *deque_method_count(Object *self, Object *value)
{
    int64_t count = 0;
    for (size_t i = 0, length = DEQUE(self)->count; i < length; i++) {
        int equal = compare_at(DEQUE(self), i, value, &exc_runtime_error, false);
        if (equal < 0)
            return NULL;
        count += equal;
    }
    return int_from_int64(count);
}

static int deque_contains(Object *self, Object *value)
{
    int equal = 0;
    for (size_t i = 0, length = DEQUE(self)->count; i < length && equal == 0; i++)
        equal = compare_at(DEQUE(self), i, value, &exc_runtime_error, true);
    return equal;
}

static Object *deque_method_index(Object *self, Object *const *args, size_t nargs)
{
    DequeObject *deque = DEQUE(self);
    int64_t start = 0, stop = INT64_MAX;
    if (args_check_count("index", nargs, 1, 3) < 0 ||
        (nargs > 1 && slice_index_argument(args[1], &start) < 0) ||
        (nargs > 2 && slice_index_argument(args[2], &stop) < 0))
        return NULL;
    int64_t length = (int64_t)deque->count; // after __index__ of the arguments
    start = clip_position(start, length);
    stop = clip_position(stop, length);
    if (stop > length)
        stop = length;
    if (start > stop)
        start = stop;
    for (int64_t i = start; i < stop; i++) {
        int equal = compare_at(deque, (size_t)i, args[0], &exc_runtime_error, true);
        if (equal != 0)
            return equal < 0 ? NULL : int_from_int64(i);
    }
    return error_format(&exc_value_error, "%R is not in deque", args[0]);
}

static Object *deque_method_insert(Object *self, Object *const *args, size_t nargs)
{
    DequeObject *deque = DEQUE(self);
    if (args_check_count("insert", nargs, 2, 2) < 0)
        return NULL;
    int64_t index = object_as_index(args[0], &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    int64_t count = (int64_t)deque->count;
    if (deque->max_length >= 0 && count >= deque->max_length)
        return error_text(&exc_index_error, "deque already at its maximum size");
    if (index < 0)
        index = index < -count ? 0 : index + count;
    if (index > count)
        index = count;
    return insert_at(deque, (size_t)index, args[1]) < 0 ? NULL : object_none;
}

static Object *deque_method_remove(Object *self, Object *value)
{
    DequeObject *deque = DEQUE(self);
    for (size_t i = 0, length = deque->count; i < length; i++) {
        int equal = compare_at(deque, i, value, &exc_index_error, false);
        if (equal < 0)
            return NULL;
        if (equal) {
            decref(remove_at(deque, i));
            return_none;
        }
    }
    return error_format(&exc_value_error, "%R is not in deque", value);
}

static Object *deque_method_sizeof(Object *self)
{
    return int_from_size(object_byte_size(self) + DEQUE(self)->capacity * sizeof(Object *));
}

static Object *deque_method_reduce(Object *self)
{
    Object *own = call_method_none(self, NAME(getstate)), *args = NULL, *result = NULL;
    Object *iterator = own ? object_iterate(self) : NULL;
    if (iterator && DEQUE(self)->max_length < 0) {
        args = new_ref(OBJECT(tuple_empty));
    } else if (iterator) {
        Object *maximum = int_from_int64(DEQUE(self)->max_length);
        args = maximum ? tuple_pack(2, OBJECT(tuple_empty), maximum) : NULL;
        xdecref(maximum);
    }
    if (args)
        result = tuple_pack(4, OBJECT(type_of(self)), args, own, iterator);
    xdecref(args);
    xdecref(iterator);
    xdecref(own);
    return result;
}

// --- as a sequence ---

static int64_t deque_length(Object *self)
{
    return (int64_t)DEQUE(self)->count;
}

static Object *deque_item(Object *self, int64_t index)
{
    if (unlikely((uint64_t)index >= DEQUE(self)->count))
        return error_text(&exc_index_error, "deque index out of range");
    return new_ref(*slot_at(DEQUE(self), (size_t)index));
}

static Object *deque_subscript(Object *self, Object *key)
{
    if (unlikely(!has_index(key) && !IS_INT(key)))
        return error_format(&exc_type_error, "sequence index must be integer, not '%.200T'", key);
    int64_t index = object_as_index(key, &exc_index_error);
    if (index == -1 && error_occurred())
        return NULL;
    return deque_item(self, index < 0 ? index + (int64_t)DEQUE(self)->count : index);
}

static int deque_set_subscript(Object *self, Object *key, Object *value_or_null)
{
    if (!has_index(key) && !IS_INT(key)) {
        error_format(&exc_type_error, "sequence index must be integer, not '%.200T'", key);
        return -1;
    }
    int64_t index = object_as_index(key, &exc_index_error);
    if (index == -1 && error_occurred())
        return -1;
    if (index < 0)
        index += (int64_t)DEQUE(self)->count;
    if ((uint64_t)index >= DEQUE(self)->count) {
        error_text(&exc_index_error, "deque index out of range");
        return -1;
    }
    if (value_or_null)
        ref_set_steal(slot_at(DEQUE(self), (size_t)index), new_ref(value_or_null));
    else
        decref(remove_at(DEQUE(self), (size_t)index));
    return 0;
}

static Object *deque_concat(Object *self, Object *other)
{
    if (!IS_DEQUE(other))
        return error_format(&exc_type_error, "can only concatenate deque (not \"%.200T\") to deque",
                            other);
    Object *result = deque_method_copy(self);
    if (result && extend(DEQUE(result), other, false) < 0)
        ref_clear(&result);
    return result;
}

static Object *deque_inplace_concat(Object *self, Object *other)
{
    return extend(DEQUE(self), other, false) < 0 ? NULL : new_ref(self);
}

// The deque's items `times` times. 0 / -1.
static int repeat_items(DequeObject *deque, int64_t times)
{
    size_t count = deque->count, total;
    if (count == 0 || times == 1)
        return 0;
    if (times <= 0) {
        clear_items(deque);
        return 0;
    }
    if (deque->max_length >= 0 && times > deque->max_length / (int64_t)count + 1)
        times = deque->max_length / (int64_t)count + 1;
    if (__builtin_mul_overflow(count, (size_t)times, &total)) {
        error_no_memory();
        return -1;
    }
    size_t added = total - count;
    if (deque->max_length >= 0 && total > (size_t)deque->max_length)
        total = (size_t)deque->max_length;
    if (total > count && reserve(deque, total - count) < 0)
        return -1;
    Object *list = object_to_list(OBJECT(deque));
    int status = list ? 0 : -1;
    for (size_t i = 0; i < added && status == 0; i++)
        status = append_steal(deque, new_ref(LIST(list)->items[i % count]), false);
    xdecref(list);
    return status;
}

static Object *deque_repeat(Object *self, int64_t times)
{
    Object *result = deque_method_copy(self);
    if (result && repeat_items(DEQUE(result), times) < 0)
        ref_clear(&result);
    return result;
}

static Object *deque_inplace_repeat(Object *self, int64_t times)
{
    return repeat_items(DEQUE(self), times) < 0 ? NULL : new_ref(self);
}

static Object *deque_repr(Object *self)
{
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("[...]") : NULL;
    Object *list = object_to_list(self), *name = list ? type_name(type_of(self)) : NULL,
           *result = NULL;
    if (name && DEQUE(self)->max_length >= 0)
        result = str_format("%U(%R, maxlen=%lld)", name, list, (long long)DEQUE(self)->max_length);
    else if (name)
        result = str_format("%U(%R)", name, list);
    xdecref(name);
    xdecref(list);
    object_repr_leave(self);
    return result;
}

// Walks over both; the first pair that differs decides.
static Object *compare_items(Object *self, Object *other, CompareOp op)
{
    Object *left = object_iterate(self), *right = left ? object_iterate(other) : NULL;
    Object *a = NULL, *b = NULL, *result = NULL;
    int equal = 1;
    while (right && equal > 0) {
        ref_clear(&a);
        ref_clear(&b);
        a = iterator_next(left);
        if (!a && error_occurred())
            break;
        b = iterator_next(right);
        if (!b && error_occurred())
            break;
        if (!a || !b) { // one is at its end
            result = compare_counts(a != NULL, b != NULL, op);
            break;
        }
        equal = item_equal(a, b);
    }
    if (right && equal == 0) {
        int answer = object_compare_bool(a, b, op);
        result = answer < 0 ? NULL : object_from_bool(answer != 0);
    }
    xdecref(a);
    xdecref(b);
    xdecref(left);
    xdecref(right);
    return result;
}

static Object *deque_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_DEQUE(self) || !IS_DEQUE(other))
        return_not_implemented;
    if (op == COMPARE_EQ || op == COMPARE_NE) {
        if (self == other)
            return object_from_bool(op == COMPARE_EQ);
        if (DEQUE(self)->count != DEQUE(other)->count)
            return object_from_bool(op == COMPARE_NE);
    }
    return compare_items(self, other, op);
}

static Object *deque_get_maxlen(Object *self, void *closure)
{
    (void)closure;
    return DEQUE(self)->max_length < 0 ? object_none : int_from_int64(DEQUE(self)->max_length);
}

// --- iterators ---

static Object *iter_new(TypeObject *type, Object *deque)
{
    Object *self = gc_alloc(type, sizeof(DequeIterObject));
    if (!self)
        return error_no_memory();
    ITER(self)->deque = new_ref(deque);
    ITER(self)->state = DEQUE(deque)->state;
    ITER(self)->index = 0;
    ITER(self)->remaining = DEQUE(deque)->count;
    gc_track(self);
    return self;
}

static Object *deque_iterate(Object *self)
{
    return iter_new(&type_deque_iter, self);
}

static Object *deque_method_reversed(Object *self)
{
    return iter_new(&type_deque_reverse_iter, self);
}

static void iter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(ITER(self)->deque);
    gc_free(self, sizeof(DequeIterObject));
    dealloc_leave();
}

static int iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->deque);
    return 0;
}

// Whether there is another item; false with RuntimeError when the deque is not as it was.
static inline bool iter_has_next(DequeIterObject *iter)
{
    if (unlikely(DEQUE(iter->deque)->state != iter->state)) {
        iter->remaining = 0;
        error_text(&exc_runtime_error, mutated);
        return false;
    }
    return iter->remaining > 0;
}

static Object *iter_next(Object *self)
{
    DequeIterObject *iter = ITER(self);
    if (!iter_has_next(iter))
        return NULL;
    iter->remaining--;
    return new_ref(*slot_at(DEQUE(iter->deque), iter->index++));
}

static Object *reverse_iter_next(Object *self)
{
    DequeIterObject *iter = ITER(self);
    if (!iter_has_next(iter))
        return NULL;
    iter->index++;
    return new_ref(*slot_at(DEQUE(iter->deque), --iter->remaining));
}

// type(deque[, index]): for __reduce__.
static Object *iter_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    int64_t index = 0;
    (void)kwnames;
    if (nargs < 1 || nargs > 2)
        return error_format(&exc_type_error, "function takes at %s %d argument%s (%zu given)",
                            nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2, nargs < 1 ? "" : "s",
                            nargs);
    if (!IS_DEQUE(args[0]))
        return error_format(&exc_type_error, "argument 1 must be collections.deque, not %.50T",
                            args[0]);
    if (nargs > 1 && (index = object_as_index(args[1], &exc_overflow_error)) == -1 &&
        error_occurred())
        return NULL;
    Object *self = iter_new(type, args[0]);
    for (Object *item; self && index > 0; index--) {
        item = type->next(self);
        if (!item && error_occurred())
            ref_clear(&self);
        if (!item)
            break;
        decref(item);
    }
    return self;
}

static Object *iter_method_length_hint(Object *self)
{
    return int_from_size(ITER(self)->remaining);
}

static Object *iter_method_reduce(Object *self)
{
    int64_t length = (int64_t)DEQUE(ITER(self)->deque)->count;
    Object *index = int_from_int64(length - (int64_t)ITER(self)->remaining), *result = NULL;
    Object *args = index ? tuple_pack(2, ITER(self)->deque, index) : NULL;
    if (args)
        result = tuple_pack(2, OBJECT(type_of(self)), args);
    xdecref(args);
    xdecref(index);
    return result;
}

static const MethodDef iter_methods[] = {
    {"__length_hint__", (void *)iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", (void *)iter_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {0},
};

#define DEQUE_ITERATOR(symbol, text, next_function)                                                \
    TypeObject symbol = {                                                                          \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),                                                 \
        .name = text,                                                                              \
        .module_name = "_collections",                                                             \
        .flags = TF_TRACKED,                                                                       \
        .basic_size = sizeof(DequeIterObject),                                                     \
        .methods = iter_methods,                                                                   \
        .dealloc = iter_dealloc,                                                                   \
        .traverse = iter_traverse,                                                                 \
        .make = iter_make,                                                                         \
        .iterate = iterate_self,                                                                   \
        .next = next_function,                                                                     \
    }
DEQUE_ITERATOR(type_deque_iter, "_deque_iterator", iter_next);
DEQUE_ITERATOR(type_deque_reverse_iter, "_deque_reverse_iterator", reverse_iter_next);

// --- the type ---

static const MethodDef deque_methods[] = {
    {"append", (void *)deque_method_append, METHOD_O,
     "Add an element to the right side of the deque."},
    {"appendleft", (void *)deque_method_appendleft, METHOD_O,
     "Add an element to the left side of the deque."},
    {"clear", (void *)deque_method_clear, METHOD_NOARGS, "Remove all elements from the deque."},
    {"__copy__", (void *)deque_method_copy, METHOD_NOARGS, "Return a shallow copy of a deque."},
    {"copy", (void *)deque_method_copy, METHOD_NOARGS, "Return a shallow copy of a deque."},
    {"count", (void *)deque_method_count, METHOD_O,
     "D.count(value) -> integer -- return number of occurrences of value"},
    {"extend", (void *)deque_method_extend, METHOD_O,
     "Extend the right side of the deque with elements from the iterable"},
    {"extendleft", (void *)deque_method_extendleft, METHOD_O,
     "Extend the left side of the deque with elements from the iterable"},
    {"index", (void *)deque_method_index, METHOD_FAST,
     "D.index(value, [start, [stop]]) -> integer -- return first index of value.\nRaises "
     "ValueError if the value is not present."},
    {"insert", (void *)deque_method_insert, METHOD_FAST,
     "D.insert(index, object) -- insert object before index"},
    {"pop", (void *)deque_method_pop, METHOD_NOARGS, "Remove and return the rightmost element."},
    {"popleft", (void *)deque_method_popleft, METHOD_NOARGS,
     "Remove and return the leftmost element."},
    {"__reduce__", (void *)deque_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {"remove", (void *)deque_method_remove, METHOD_O,
     "D.remove(value) -- remove first occurrence of value."},
    {"__reversed__", (void *)deque_method_reversed, METHOD_NOARGS,
     "D.__reversed__() -- return a reverse iterator over the deque"},
    {"reverse", (void *)deque_method_reverse, METHOD_NOARGS, "D.reverse() -- reverse *IN PLACE*"},
    {"rotate", (void *)deque_method_rotate, METHOD_FAST,
     "Rotate the deque n steps to the right (default n=1).  If n is negative, rotates left."},
    {"__sizeof__", (void *)deque_method_sizeof, METHOD_NOARGS,
     "D.__sizeof__() -- size of D in memory, in bytes"},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS,
     "See PEP 585"},
    {0},
};

static const GetSetDef deque_getsets[] = {
    {"maxlen", deque_get_maxlen, NULL, "maximum size of a deque or None if unbounded", NULL},
    {0},
};

TypeObject type_deque = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "deque",
    .module_name = "collections",
    .doc =
        "deque([iterable[, maxlen]]) --> deque object\n\nA list-like sequence optimized for data "
        "accesses near its endpoints.",
    .flags = TF_TRACKED | TF_BASE | TF_HAS_WEAKREF,
    .basic_size = sizeof(DequeObject),
    .methods = deque_methods,
    .getsets = deque_getsets,
    .dealloc = deque_dealloc,
    .traverse = deque_traverse,
    .clear = deque_clear,
    .make = deque_make,
    .init = deque_init,
    .construct = deque_construct,
    .repr = deque_repr,
    .hash = hash_not_implemented,
    .compare = deque_compare,
    .iterate = deque_iterate,
    .length = deque_length,
    .subscript = deque_subscript,
    .set_subscript = deque_set_subscript,
    .contains = deque_contains,
    .sequence = {.concat = deque_concat,
                 .repeat = deque_repeat,
                 .inplace_concat = deque_inplace_concat,
                 .inplace_repeat = deque_inplace_repeat,
                 .item = deque_item},
};

void deque_visit_blocks(Object *deque, BlockVisitor visit, void *context)
{
    if (DEQUE(deque)->items)
        visit(DEQUE(deque)->items, DEQUE(deque)->capacity * sizeof(Object *), context);
}
