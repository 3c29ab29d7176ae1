// range and its two iterators: range_iterator (all in 64 bits) and longrange_iterator.
//
// Ranges and their iterators refer to exact ints only, so they live in atom memory.
#include "runtime/containers/range.h"

#include "runtime/containers/items.h"
#include "runtime/containers/slice.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"

#define RANGE(o) ((RangeObject *)(o))
#define ITER(o) ((RangeIterObject *)(o))

typedef struct LongRangeIterObject {
    Object header;
    Object *next, *step, *remaining; // exact ints
} LongRangeIterObject;
#define LONG_ITER(o) ((LongRangeIterObject *)(o))

// ---- Making -------------------------------------------------------------------------------------

// Number of values of a range that fits 64 bits.
static uint64_t count_values(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0)
        return start < stop ? ((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1 : 0;
    return start > stop ? ((uint64_t)start - (uint64_t)stop - 1) / (0 - (uint64_t)step) + 1 : 0;
}

static Object *compute_length(Object *start, Object *stop, Object *step)
{
    int64_t a, b, c;
    if (likely(int_fits_int64(start, &a) && int_fits_int64(stop, &b) && int_fits_int64(step, &c)))
        return int_from_uint64(count_values(a, b, c));
    int sign = int_sign(step);
    Object *low = sign > 0 ? start : stop, *high = sign > 0 ? stop : start;
    if (int_compare(low, high) >= 0)
        return int_from_int64(0);
    Object *one = int_from_int64(1), *length = int_subtract(high, low);
    Object *size = sign > 0 ? new_ref(step) : int_negate(step);
    if (length)
        ref_set_steal(&length, int_subtract(length, one));
    if (length && size)
        ref_set_steal(&length, int_floor_divide(length, size));
    if (length)
        ref_set_steal(&length, int_add(length, one));
    if (!size && length)
        ref_clear(&length);
    xdecref(size);
    return length;
}

// From exact ints, all stolen (on failure too); NULLs mean a failure before.
static Object *range_from_steal(Object *start, Object *stop, Object *step)
{
    Object *length = start && stop && step ? compute_length(start, stop, step) : NULL;
    Object *self = length ? object_new(&type_range, sizeof(RangeObject)) : NULL;
    if (!self) {
        xdecref(start);
        xdecref(stop);
        xdecref(step);
        xdecref(length);
        return NULL;
    }
    RANGE(self)->start = start;
    RANGE(self)->stop = stop;
    RANGE(self)->step = step;
    RANGE(self)->length = length;
    return self;
}

Object *range_new(Object *start, Object *stop, Object *step)
{
    Object *first = object_to_index(start), *last = first ? object_to_index(stop) : NULL;
    Object *stride = last ? object_to_index(step) : NULL;
    if (stride && int_sign(stride) == 0) {
        error_text(&exc_value_error, "range() arg 3 must not be zero");
        ref_clear(&stride);
    }
    return range_from_steal(first, last, stride);
}

static Object *range_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("range", kwnames) < 0 || args_check_count("range", nargs, 1, 3) < 0)
        return NULL;
    if (nargs == 1)
        return range_from_steal(int_from_int64(0), object_to_index(args[0]), int_from_int64(1));
    return range_new(args[0], args[1], nargs > 2 ? args[2] : int_from_int64(1));
}

static Object *range_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return range_make((TypeObject *)type, args, nargs, kwnames);
}

static void range_dealloc(Object *self)
{
    decref(RANGE(self)->start);
    decref(RANGE(self)->stop);
    decref(RANGE(self)->step);
    decref(RANGE(self)->length);
    object_free(self, sizeof(RangeObject));
}

// ---- As a value ---------------------------------------------------------------------------------

static bool is_one(Object *number)
{
    return IS_EXACT(number, INT) && ((IntObject *)number)->value == 1;
}

static Object *range_repr(Object *self)
{
    if (is_one(RANGE(self)->step))
        return str_format("range(%R, %R)", RANGE(self)->start, RANGE(self)->stop);
    return str_format("range(%R, %R, %R)", RANGE(self)->start, RANGE(self)->stop,
                      RANGE(self)->step);
}

static int64_t range_hash(Object *self)
{
    Object *length = RANGE(self)->length, *items[3] = {length, object_none, object_none};
    if (!int_is_zero(length)) {
        items[1] = RANGE(self)->start;
        if (!is_one(length))
            items[2] = RANGE(self)->step;
    }
    uint64_t hash = hash_tuple_start();
    for (int i = 0; i < 3; i++)
        hash = hash_tuple_add(hash, object_hash(items[i]));
    return hash_tuple_finish(hash, 3);
}

static bool equal_ranges(Object *a, Object *b)
{
    if (a == b)
        return true;
    if (int_compare(RANGE(a)->length, RANGE(b)->length) != 0)
        return false;
    if (int_is_zero(RANGE(a)->length))
        return true;
    if (int_compare(RANGE(a)->start, RANGE(b)->start) != 0)
        return false;
    return is_one(RANGE(a)->length) || int_compare(RANGE(a)->step, RANGE(b)->step) == 0;
}

static Object *range_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_EXACT(self, RANGE) || !IS_EXACT(other, RANGE) ||
        (op != COMPARE_EQ && op != COMPARE_NE))
        return_not_implemented;
    return object_from_bool(equal_ranges(self, other) == (op == COMPARE_EQ));
}

static int range_truth(Object *self)
{
    return !int_is_zero(RANGE(self)->length);
}

// ---- As a sequence ------------------------------------------------------------------------------

static int64_t range_length(Object *self)
{
    int64_t length;
    if (likely(int_fits_int64(RANGE(self)->length, &length)))
        return length;
    error_text(&exc_overflow_error, "Python int too large to convert to C ssize_t");
    return -1;
}

// start + index * step
static Object *value_at(Object *self, Object *index)
{
    int64_t start, step, i, value;
    if (int_fits_int64(RANGE(self)->start, &start) && int_fits_int64(RANGE(self)->step, &step) &&
        int_fits_int64(index, &i) && !__builtin_mul_overflow(step, i, &value) &&
        !__builtin_add_overflow(start, value, &value))
        return int_from_int64(value);
    Object *offset = int_multiply(index, RANGE(self)->step);
    if (!offset)
        return NULL;
    Object *result = int_add(RANGE(self)->start, offset);
    decref(offset);
    return result;
}

static Object *item_at(Object *self, Object *index)
{
    Object *length = RANGE(self)->length, *position = new_ref(index), *result = NULL;
    if (int_sign(position) < 0)
        ref_set_steal(&position, int_add(position, length));
    if (!position)
        return NULL;
    if (int_sign(position) < 0 || int_compare(position, length) >= 0)
        error_text(&exc_index_error, "range object index out of range");
    else
        result = value_at(self, position);
    decref(position);
    return result;
}

static Object *range_item(Object *self, int64_t index)
{
    Object *position = int_from_int64(index);
    if (!position)
        return NULL;
    Object *result = item_at(self, position);
    decref(position);
    return result;
}

static Object *subscript_slice(Object *self, Object *slice)
{
    Object *start, *stop, *step;
    if (slice_long_indices(slice, RANGE(self)->length, &start, &stop, &step) < 0)
        return NULL;
    Object *first = value_at(self, start), *last = first ? value_at(self, stop) : NULL;
    Object *stride = last ? int_multiply(step, RANGE(self)->step) : NULL;
    decref(start);
    decref(stop);
    decref(step);
    return range_from_steal(first, last, stride);
}

static Object *range_subscript(Object *self, Object *key)
{
    if (has_index(key)) {
        Object *index = object_to_index(key);
        if (!index)
            return NULL;
        Object *result = item_at(self, index);
        decref(index);
        return result;
    }
    if (IS_EXACT(key, SLICE))
        return subscript_slice(self, key);
    return error_format(&exc_type_error, "range indices must be integers or slices, not %T", key);
}

static bool is_plain_int(Object *value)
{
    return IS_EXACT_INT(value) || IS_EXACT(value, BOOL);
}

// Whether an int is a value of the range; *index_or_null receives its position if so. 1, 0, -1.
static int find_int(Object *self, Object *value, Object **index_or_null)
{
    RangeObject *range = RANGE(self);
    bool is_up = int_sign(range->step) > 0;
    if (is_up ? int_compare(value, range->start) < 0 || int_compare(value, range->stop) >= 0
              : int_compare(value, range->start) > 0 || int_compare(value, range->stop) <= 0)
        return 0;
    Object *offset = int_subtract(value, range->start);
    Object *rest = offset ? int_remainder(offset, range->step) : NULL;
    int result = rest ? int_is_zero(rest) : -1;
    if (result > 0 && index_or_null) {
        *index_or_null = int_floor_divide(offset, range->step);
        if (!*index_or_null)
            result = -1;
    }
    xdecref(offset);
    xdecref(rest);
    return result;
}

// Goes through the values: how many equal `value` (is_first: position of the first, -1 if none).
// -2 with exception.
static int64_t search(Object *self, Object *value, bool is_first)
{
    Object *iterator = object_iterate(self), *item;
    if (!iterator)
        return -2;
    int64_t found = 0, position = 0;
    while ((item = iterator_next(iterator))) {
        int equal = item_equal(item, value);
        decref(item);
        if (equal < 0 || (equal && is_first)) {
            decref(iterator);
            return equal < 0 ? -2 : position;
        }
        found += equal;
        position++;
    }
    decref(iterator);
    if (error_occurred())
        return -2;
    return is_first ? -1 : found;
}

static int range_contains(Object *self, Object *value)
{
    if (is_plain_int(value))
        return find_int(self, value, NULL);
    int64_t position = search(self, value, true);
    return position >= 0 ? 1 : position == -1 ? 0 : -1;
}

static Object *range_method_index(Object *self, Object *value)
{
    if (!is_plain_int(value)) {
        int64_t position = search(self, value, true);
        if (position == -1)
            return error_text(&exc_value_error, "sequence.index(x): x not in sequence");
        return position < 0 ? NULL : int_from_int64(position);
    }
    Object *index = NULL;
    int found = find_int(self, value, &index);
    if (found == 0)
        return error_format(&exc_value_error, "%R is not in range", value);
    return found < 0 ? NULL : index;
}

static Object *range_method_count(Object *self, Object *value)
{
    int64_t count = is_plain_int(value) ? find_int(self, value, NULL) : search(self, value, false);
    return count < 0 ? NULL : int_from_int64(count);
}

// ---- Iterators ----------------------------------------------------------------------------------

static Object *iter_new(int64_t start, int64_t step, uint64_t remaining)
{
    Object *self = object_new(&type_range_iter, sizeof(RangeIterObject));
    if (unlikely(!self))
        return NULL;
    ITER(self)->next = start;
    ITER(self)->step = step;
    ITER(self)->remaining = remaining;
    return self;
}

// All stolen; NULLs mean a failure before.
static Object *long_iter_new_steal(Object *start, Object *step, Object *remaining)
{
    Object *self = start && step && remaining
                       ? object_new(&type_long_range_iter, sizeof(LongRangeIterObject))
                       : NULL;
    if (!self) {
        xdecref(start);
        xdecref(step);
        xdecref(remaining);
        return NULL;
    }
    LONG_ITER(self)->next = start;
    LONG_ITER(self)->step = step;
    LONG_ITER(self)->remaining = remaining;
    return self;
}

static bool fits_int64(const RangeObject *range, int64_t *start, int64_t *stop, int64_t *step)
{
    return int_fits_int64(range->start, start) && int_fits_int64(range->stop, stop) &&
           int_fits_int64(range->step, step);
}

Object *range_iterator(int64_t start, int64_t stop)
{
    return iter_new(start, 1, start < stop ? (uint64_t)stop - (uint64_t)start : 0);
}

static Object *range_iterate(Object *self)
{
    int64_t start, stop, step;
    RangeObject *range = RANGE(self);
    if (likely(fits_int64(range, &start, &stop, &step)))
        return iter_new(start, step, count_values(start, stop, step));
    return long_iter_new_steal(new_ref(range->start), new_ref(range->step),
                               new_ref(range->length));
}

static Object *range_method_reversed(Object *self)
{
    int64_t start, stop, step;
    RangeObject *range = RANGE(self);
    if (fits_int64(range, &start, &stop, &step) && step != INT64_MIN) {
        uint64_t count = count_values(start, stop, step);
        uint64_t last = (uint64_t)start + (count - 1) * (uint64_t)step;
        return iter_new(count ? (int64_t)last : start, -step, count);
    }
    Object *last = int_subtract(range->length, int_from_int64(1));
    if (!last)
        return NULL;
    ref_set_steal(&last, value_at(self, last));
    return long_iter_new_steal(last, int_negate(range->step), new_ref(range->length));
}

static Object *range_iter_next(Object *self)
{
    RangeIterObject *iter = ITER(self);
    if (iter->remaining == 0)
        return NULL;
    int64_t next = iter->next;
    Object *value = int_from_int64(next);
    if (unlikely(!value))
        return NULL;
    iter->remaining--;
    iter->next = (int64_t)((uint64_t)next + (uint64_t)iter->step);
    return value;
}

static void range_iter_dealloc(Object *self)
{
    object_free(self, sizeof(RangeIterObject));
}

static Object *range_iter_method_length_hint(Object *self)
{
    return int_from_uint64(ITER(self)->remaining);
}

static void long_range_iter_dealloc(Object *self)
{
    decref(LONG_ITER(self)->next);
    decref(LONG_ITER(self)->step);
    decref(LONG_ITER(self)->remaining);
    object_free(self, sizeof(LongRangeIterObject));
}

static Object *long_range_iter_next(Object *self)
{
    LongRangeIterObject *iter = LONG_ITER(self);
    if (int_is_zero(iter->remaining))
        return NULL;
    Object *remaining = int_subtract(iter->remaining, int_from_int64(1));
    if (!remaining)
        return NULL;
    Object *next = int_add(iter->next, iter->step);
    if (!next) {
        decref(remaining);
        return NULL;
    }
    Object *value = iter->next;
    iter->next = next;
    ref_set_steal(&iter->remaining, remaining);
    return value;
}

static Object *long_range_iter_method_length_hint(Object *self)
{
    return new_ref(LONG_ITER(self)->remaining);
}

// ---- Types --------------------------------------------------------------------------------------

static const MethodDef range_iter_methods[] = {
    {"__length_hint__", (void *)range_iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};
static const MethodDef long_range_iter_methods[] = {
    {"__length_hint__", (void *)long_range_iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {0},
};
static Object *range_method_reduce(Object *self)
{
    RangeObject *range = (RangeObject *)self;
    Object *args = tuple_pack(3, range->start, range->stop, range->step);
    Object *result = args ? tuple_pack(2, OBJECT(&type_range), args) : NULL;
    xdecref(args);
    return result;
}

static const MethodDef range_methods[] = {
    {"__reduce__", (void *)range_method_reduce, METHOD_NOARGS, NULL},
    {"__reversed__", (void *)range_method_reversed, METHOD_NOARGS,
     "Return a reverse iterator."},
    {"count", (void *)range_method_count, METHOD_O,
     "rangeobject.count(value) -> integer -- return number of occurrences of value"},
    {"index", (void *)range_method_index, METHOD_O,
     "rangeobject.index(value) -> integer -- return index of value.\n"
     "Raise ValueError if the value is not present."},
    {0},
};
static const MemberDef range_members[] = {
    {"start", MEMBER_OBJECT_EX, offsetof(RangeObject, start), true, NULL},
    {"stop", MEMBER_OBJECT_EX, offsetof(RangeObject, stop), true, NULL},
    {"step", MEMBER_OBJECT_EX, offsetof(RangeObject, step), true, NULL},
    {0},
};

TypeObject type_range = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "range",
    .doc =
     "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\n"
     "Return an object that produces a sequence of integers from start (inclusive)\n"
     "to stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\n"
     "start defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\n"
     "These are exactly the valid indices for a list of 4 elements.\n"
     "When step is given, it specifies the increment (or decrement).",
    .basic_size = sizeof(RangeObject),
    .methods = range_methods,
    .members = range_members,
    .dealloc = range_dealloc,
    .make = range_make,
    .construct = range_construct,
    .repr = range_repr,
    .hash = range_hash,
    .compare = range_compare,
    .iterate = range_iterate,
    .truth = range_truth,
    .length = range_length,
    .contains = range_contains,
    .subscript = range_subscript,
    .sequence = {.item = range_item},
};

TypeObject type_range_iter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "range_iterator",
    .flags = TF_NO_INSTANTIATION,
    .basic_size = sizeof(RangeIterObject),
    .methods = range_iter_methods,
    .dealloc = range_iter_dealloc,
    .iterate = iterate_self,
    .next = range_iter_next,
};

TypeObject type_long_range_iter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "longrange_iterator",
    .flags = TF_NO_INSTANTIATION,
    .basic_size = sizeof(LongRangeIterObject),
    .methods = long_range_iter_methods,
    .dealloc = long_range_iter_dealloc,
    .iterate = iterate_self,
    .next = long_range_iter_next,
};
