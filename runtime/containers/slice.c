// slice objects and slice arithmetic.
#include "runtime/containers/slice.h"

#include "runtime/containers/items.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"

#define SLICE(o) ((SliceObject *)(o))

Object *slice_new(Object *start, Object *stop, Object *step)
{
    Object *self = gc_alloc(&type_slice, sizeof(SliceObject));
    if (unlikely(!self))
        return error_no_memory();
    SLICE(self)->start = start ? new_ref(start) : object_none;
    SLICE(self)->stop = stop ? new_ref(stop) : object_none;
    SLICE(self)->step = step ? new_ref(step) : object_none;
    gc_track(self);
    return self;
}

static void raise_not_index(void)
{
    error_text(&exc_type_error,
               "slice indices must be integers or None or have an __index__ method");
}

// A part of a slice that is not None, clamped to int64.
static int part_as_int64(Object *part, int64_t *value)
{
    if (likely(IS_EXACT(part, INT))) {
        *value = ((IntObject *)part)->value;
        return 0;
    }
    if (!has_index(part)) {
        raise_not_index();
        return -1;
    }
    *value = object_as_index(part, NULL);
    return *value == -1 && error_occurred() ? -1 : 0;
}

int slice_unpack(Object *slice, int64_t *start, int64_t *stop, int64_t *step)
{
    *step = 1;
    if (SLICE(slice)->step != object_none) {
        if (part_as_int64(SLICE(slice)->step, step) < 0)
            return -1;
        if (*step == 0) {
            error_text(&exc_value_error, "slice step cannot be zero");
            return -1;
        }
        if (*step < -INT64_MAX)
            *step = -INT64_MAX;
    }
    *start = *step < 0 ? INT64_MAX : 0;
    if (SLICE(slice)->start != object_none && part_as_int64(SLICE(slice)->start, start) < 0)
        return -1;
    *stop = *step < 0 ? INT64_MIN : INT64_MAX;
    if (SLICE(slice)->stop != object_none && part_as_int64(SLICE(slice)->stop, stop) < 0)
        return -1;
    return 0;
}

int64_t slice_adjust(int64_t length, int64_t *start, int64_t *stop, int64_t step)
{
    if (*start < 0) {
        *start += length;
        if (*start < 0)
            *start = step < 0 ? -1 : 0;
    } else if (*start >= length) {
        *start = step < 0 ? length - 1 : length;
    }
    if (*stop < 0) {
        *stop += length;
        if (*stop < 0)
            *stop = step < 0 ? -1 : 0;
    } else if (*stop >= length) {
        *stop = step < 0 ? length - 1 : length;
    }
    if (step == 1 || step == -1) { // no division
        int64_t count = step < 0 ? *start - *stop : *stop - *start;
        return count > 0 ? count : 0;
    }
    if (step < 0)
        return *stop < *start ? (*start - *stop - 1) / -step + 1 : 0;
    return *start < *stop ? (*stop - *start - 1) / step + 1 : 0;
}

// A part of a slice as an exact int of any size.
static Object *part_as_int(Object *part)
{
    if (has_index(part))
        return object_to_index(part);
    raise_not_index();
    return NULL;
}

// start or stop: counted from the end when negative, clipped to [lower, upper].
static Object *clip_part(Object *part, Object *length, Object *lower, Object *upper)
{
    Object *value = part_as_int(part);
    if (!value)
        return NULL;
    if (int_sign(value) < 0) {
        ref_set_steal(&value, int_add(value, length));
        if (value && int_compare(value, lower) < 0)
            ref_set_steal(&value, new_ref(lower));
    } else if (int_compare(value, upper) > 0) {
        ref_set_steal(&value, new_ref(upper));
    }
    return value;
}

int slice_long_indices(Object *slice, Object *length, Object **start, Object **stop, Object **step)
{
    Object *lower = NULL, *upper = NULL;
    *start = *stop = NULL;
    *step = SLICE(slice)->step == object_none ? int_from_int64(1)
                                              : part_as_int(SLICE(slice)->step);
    if (!*step)
        return -1;
    int sign = int_sign(*step);
    if (sign == 0) {
        error_text(&exc_value_error, "slice step cannot be zero");
        goto fail;
    }
    lower = int_from_int64(sign < 0 ? -1 : 0);
    upper = sign < 0 ? int_add(length, lower) : new_ref(length);
    if (!upper)
        goto fail;
    Object *first = SLICE(slice)->start, *last = SLICE(slice)->stop;
    *start = first == object_none ? new_ref(sign < 0 ? upper : lower)
                                  : clip_part(first, length, lower, upper);
    if (!*start)
        goto fail;
    *stop = last == object_none ? new_ref(sign < 0 ? lower : upper)
                                : clip_part(last, length, lower, upper);
    if (!*stop)
        goto fail;
    decref(lower);
    decref(upper);
    return 0;
fail:
    xdecref(lower);
    xdecref(upper);
    ref_clear(step);
    ref_clear(start);
    return -1;
}

static Object *slice_method_indices(Object *self, Object *argument)
{
    Object *length = object_to_index(argument), *start, *stop, *step, *result = NULL;
    if (!length)
        return NULL;
    if (int_sign(length) < 0) {
        error_text(&exc_value_error, "length should not be negative");
    } else if (slice_long_indices(self, length, &start, &stop, &step) == 0) {
        result = tuple_pack(3, start, stop, step);
        decref(start);
        decref(stop);
        decref(step);
    }
    decref(length);
    return result;
}

static void slice_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    decref(SLICE(self)->step);
    decref(SLICE(self)->start);
    decref(SLICE(self)->stop);
    gc_free(self, sizeof(SliceObject));
    dealloc_leave();
}

static int slice_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(SLICE(self)->start);
    VISIT(SLICE(self)->stop);
    VISIT(SLICE(self)->step);
    return 0;
}

static Object *slice_repr(Object *self)
{
    return str_format("slice(%R, %R, %R)", SLICE(self)->start, SLICE(self)->stop,
                      SLICE(self)->step);
}

static Object *slice_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_EXACT(self, SLICE) || !IS_EXACT(other, SLICE))
        return_not_implemented;
    if (self == other)
        return object_from_bool(op == COMPARE_EQ || op == COMPARE_LE || op == COMPARE_GE);
    Object *left = tuple_pack(3, SLICE(self)->start, SLICE(self)->stop, SLICE(self)->step);
    Object *right = tuple_pack(3, SLICE(other)->start, SLICE(other)->stop, SLICE(other)->step);
    Object *result = left && right ? type_tuple.compare(left, right, op) : NULL;
    xdecref(left);
    xdecref(right);
    return result;
}

static Object *slice_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    (void)type;
    if (args_no_keywords("slice", kwnames) < 0 || args_check_count("slice", nargs, 1, 3) < 0)
        return NULL;
    if (nargs == 1)
        return slice_new(NULL, args[0], NULL);
    return slice_new(args[0], args[1], nargs > 2 ? args[2] : NULL);
}

static Object *slice_method_reduce(Object *self)
{
    SliceObject *slice = (SliceObject *)self;
    Object *args = tuple_pack(3, slice->start, slice->stop, slice->step);
    Object *result = args ? tuple_pack(2, OBJECT(&type_slice), args) : NULL;
    xdecref(args);
    return result;
}

static const MethodDef slice_methods[] = {
    {"__reduce__", (void *)slice_method_reduce, METHOD_NOARGS, "Return state information for pickling."},
    {"indices", (void *)slice_method_indices, METHOD_O,
     "S.indices(len) -> (start, stop, stride)\n\n"
     "Assuming a sequence of length len, calculate the start and stop\n"
     "indices, and the stride length of the extended slice described by\n"
     "S. Out of bounds indices are clipped in a manner consistent with the\n"
     "handling of normal slices."},
    {0},
};
static const MemberDef slice_members[] = {
    {"start", MEMBER_OBJECT, offsetof(SliceObject, start), true, NULL},
    {"stop", MEMBER_OBJECT, offsetof(SliceObject, stop), true, NULL},
    {"step", MEMBER_OBJECT, offsetof(SliceObject, step), true, NULL},
    {0},
};

TypeObject type_slice = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "slice",
    .doc =
     "slice(stop)\nslice(start, stop[, step])\n\n"
     "Create a slice object.  This is used for extended slicing (e.g. a[0:10:2]).",
    .flags = TF_TRACKED,
    .basic_size = sizeof(SliceObject),
    .methods = slice_methods,
    .members = slice_members,
    .dealloc = slice_dealloc,
    .traverse = slice_traverse,
    .make = slice_make,
    .repr = slice_repr,
    .hash = hash_not_implemented,
    .compare = slice_compare,
};
