// tuple: fixed array of references.
//
// Tuples are tracked from birth; the collector may untrack those that hold only atoms
// (tuple_maybe_untrack). The empty tuple is one static object; only instances of subclasses are
// empty otherwise. Read tuple_new first.
#include "runtime/containers/tuple.h"

#include <string.h>

#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/containers/slice.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"
#include "runtime/program/generic_alias.h"

#define TUPLE_COUNT_MAX ((size_t)1 << 59)

static TupleObject empty = {.header = OBJECT_HEADER_STATIC(TYPE_TUPLE)};
TupleObject *const tuple_empty = &empty;

// ---- Making -------------------------------------------------------------------------------------

static inline size_t tuple_size(size_t count)
{
    return sizeof(TupleObject) + count * sizeof(Object *);
}

// Untracked, items undefined; count > 0.
static inline TupleObject *allocate(size_t count)
{
    if (unlikely(count > TUPLE_COUNT_MAX))
        return error_no_memory();
    Object *tuple = gc_alloc(&type_tuple, tuple_size(count));
    if (unlikely(!tuple))
        return error_no_memory();
    TUPLE(tuple)->count = count;
    return TUPLE(tuple);
}

Object *tuple_new(size_t count)
{
    if (count == 0)
        return OBJECT(tuple_empty);
    TupleObject *tuple = allocate(count);
    if (unlikely(!tuple))
        return NULL;
    memset(tuple->items, 0, count * sizeof *tuple->items);
    gc_track(OBJECT(tuple));
    return OBJECT(tuple);
}

Object *tuple_from_array(Object *const *items, size_t count)
{
    if (count == 0)
        return OBJECT(tuple_empty);
    TupleObject *tuple = allocate(count);
    if (unlikely(!tuple))
        return NULL;
    if (likely(count <= 3)) {
        if (count == 3)
            tuple->items[2] = new_ref(items[2]);
        if (count >= 2)
            tuple->items[1] = new_ref(items[1]);
        tuple->items[0] = new_ref(items[0]);
    } else {
        copy_references(tuple->items, items, count);
    }
    gc_track(OBJECT(tuple));
    return OBJECT(tuple);
}

Object *tuple_from_array_steal(Object **items, size_t count)
{
    if (count == 0)
        return OBJECT(tuple_empty);
    TupleObject *tuple = allocate(count);
    if (unlikely(!tuple)) {
        for (size_t i = 0; i < count; i++)
            decref(items[i]);
        return NULL;
    }
    if (likely(count <= 3)) {
        if (count == 3)
            tuple->items[2] = items[2];
        if (count >= 2)
            tuple->items[1] = items[1];
        tuple->items[0] = items[0];
    } else {
        copy_bytes(tuple->items, items, count * sizeof *items);
    }
    gc_track(OBJECT(tuple));
    return OBJECT(tuple);
}

Object *tuple_slice(Object *tuple, int64_t start, int64_t end)
{
    int64_t count = (int64_t)TUPLE(tuple)->count;
    if (start < 0)
        start = 0;
    if (end > count)
        end = count;
    if (start == 0 && end == count && IS_EXACT(tuple, TUPLE))
        return new_ref(tuple);
    if (start >= end)
        return OBJECT(tuple_empty);
    return tuple_from_array(TUPLE(tuple)->items + start, (size_t)(end - start));
}

Object *tuple_get_section(Object *tuple, int64_t start, int64_t step, size_t count)
{
    if (count == 0)
        return OBJECT(tuple_empty);
    if (step == 1)
        return tuple_slice(tuple, start, start + (int64_t)count);
    TupleObject *result = allocate(count);
    if (unlikely(!result))
        return NULL;
    copy_section(result->items, TUPLE(tuple)->items + start, step, count);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

// ---- Life ---------------------------------------------------------------------------------------

static void tuple_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    TupleObject *tuple = TUPLE(self);
    size_t count = tuple->count;
    if (unlikely(count > 3)) {
        release_references(tuple->items, count);
    } else {
        if (count == 3)
            xdecref(tuple->items[2]);
        if (count >= 2)
            xdecref(tuple->items[1]);
        if (count)
            xdecref(tuple->items[0]);
    }
    if (likely(IS_EXACT(self, TUPLE)))
        gc_free(self, tuple_size(count));
    else
        type_release(self, count);
    dealloc_leave();
}

static int tuple_traverse(Object *self, VisitFn visit, void *context)
{
    for (size_t i = TUPLE(self)->count; i-- > 0;)
        VISIT(TUPLE(self)->items[i]);
    return 0;
}

void tuple_maybe_untrack(Object *self)
{
    if (!IS_EXACT(self, TUPLE) || !(self->flags & FLAG_TRACKED))
        return;
    for (size_t i = 0; i < TUPLE(self)->count; i++) {
        Object *item = TUPLE(self)->items[i];
        if (!item || item_may_be_tracked(item))
            return;
    }
    gc_untrack(self);
}

// ---- As a value ---------------------------------------------------------------------------------

static Object *tuple_repr(Object *self)
{
    size_t count = TUPLE(self)->count;
    if (count == 0)
        return str_from_text("()");
    int entered = object_repr_enter(self);
    if (entered)
        return entered > 0 ? str_from_text("(...)") : NULL;
    StrBuilder builder;
    str_builder_init(&builder);
    if (str_builder_char(&builder, '(') < 0)
        goto fail;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && str_builder_ascii(&builder, ", ", 2) < 0)
            goto fail;
        if (builder_repr(&builder, TUPLE(self)->items[i]) < 0)
            goto fail;
    }
    if (str_builder_ascii(&builder, ",)" + (count > 1), count > 1 ? 1 : 2) < 0)
        goto fail;
    object_repr_leave(self);
    return str_builder_finish(&builder);
fail:
    str_builder_free(&builder);
    object_repr_leave(self);
    return NULL;
}

int64_t tuple_hash(Object *self)
{
    size_t count = TUPLE(self)->count;
    uint64_t hash = hash_tuple_start();
    for (size_t i = 0; i < count; i++) {
        int64_t item = item_hash(TUPLE(self)->items[i]);
        if (unlikely(item == -1))
            return -1;
        hash = hash_tuple_add(hash, item);
    }
    return hash_tuple_finish(hash, count);
}

static Object *tuple_compare(Object *self, Object *other, CompareOp op)
{
    if (!IS_TUPLE(self) || !IS_TUPLE(other))
        return_not_implemented;
    TupleObject *left = TUPLE(self), *right = TUPLE(other);
    size_t count = left->count < right->count ? left->count : right->count, i = 0;
    for (; i < count; i++) {
        int equal = item_equal(left->items[i], right->items[i]);
        if (unlikely(equal < 0))
            return NULL;
        if (!equal)
            break;
    }
    if (i >= count)
        return compare_counts(left->count, right->count, op);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return object_from_bool(op == COMPARE_NE);
    return object_compare(left->items[i], right->items[i], op);
}

// ---- As a sequence ------------------------------------------------------------------------------

static int64_t tuple_length(Object *self)
{
    return (int64_t)TUPLE(self)->count;
}

static int tuple_contains(Object *self, Object *value)
{
    int result = 0;
    for (size_t i = 0; result == 0 && i < TUPLE(self)->count; i++)
        result = item_equal(TUPLE(self)->items[i], value);
    return result;
}

static Object *tuple_item(Object *self, int64_t index)
{
    if (unlikely((uint64_t)index >= TUPLE(self)->count))
        return error_text(&exc_index_error, "tuple index out of range");
    return new_ref(TUPLE(self)->items[index]);
}

static Object *subscript_slice(Object *self, Object *slice)
{
    int64_t start, stop, step;
    if (slice_unpack(slice, &start, &stop, &step) < 0)
        return NULL;
    int64_t count = slice_adjust((int64_t)TUPLE(self)->count, &start, &stop, step);
    return tuple_get_section(self, start, step, (size_t)count);
}

static Object *tuple_subscript(Object *self, Object *key)
{
    if (has_index(key)) {
        int64_t index = object_as_index(key, &exc_index_error);
        if (unlikely(index == -1 && error_occurred()))
            return NULL;
        if (index < 0)
            index += (int64_t)TUPLE(self)->count;
        return tuple_item(self, index);
    }
    if (IS_EXACT(key, SLICE))
        return subscript_slice(self, key);
    return error_format(&exc_type_error, "tuple indices must be integers or slices, not %T", key);
}

Object *tuple_concat(Object *a, Object *b)
{
    if (!IS_TUPLE(b))
        return error_format(&exc_type_error,
                            "can only concatenate tuple (not \"%T\") to tuple", b);
    size_t left = TUPLE(a)->count, right = TUPLE(b)->count;
    if (left == 0 && IS_EXACT(b, TUPLE))
        return new_ref(b);
    if (right == 0 && IS_EXACT(a, TUPLE))
        return new_ref(a);
    if (left + right == 0)
        return OBJECT(tuple_empty);
    TupleObject *result = allocate(left + right);
    if (!result)
        return NULL;
    copy_references(result->items, TUPLE(a)->items, left);
    copy_references(result->items + left, TUPLE(b)->items, right);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

static Object *tuple_repeat(Object *self, int64_t count)
{
    size_t length = TUPLE(self)->count, total;
    if ((length == 0 || count == 1) && IS_EXACT(self, TUPLE))
        return new_ref(self);
    if (length == 0 || count <= 0)
        return OBJECT(tuple_empty);
    if (__builtin_mul_overflow(length, (size_t)count, &total))
        return error_no_memory();
    TupleObject *result = allocate(total);
    if (!result)
        return NULL;
    for (size_t i = 0; i < length; i++) {
        incref_by(TUPLE(self)->items[i], (size_t)count);
        result->items[i] = TUPLE(self)->items[i];
    }
    repeat_references(result->items, length, total);
    gc_track(OBJECT(result));
    return OBJECT(result);
}

static Object *tuple_method_index(Object *self, Object *const *args, size_t nargs)
{
    int64_t start = 0, stop = INT64_MAX;
    if (args_check_count("index", nargs, 1, 3) < 0 ||
        (nargs > 1 && slice_index_argument(args[1], &start) < 0) ||
        (nargs > 2 && slice_index_argument(args[2], &stop) < 0))
        return NULL;
    int64_t count = (int64_t)TUPLE(self)->count;
    start = clip_position(start, count);
    stop = clip_position(stop, count);
    for (int64_t i = start; i < stop && i < count; i++) {
        int equal = item_equal(TUPLE(self)->items[i], args[0]);
        if (equal)
            return equal > 0 ? int_from_int64(i) : NULL;
    }
    return error_text(&exc_value_error, "tuple.index(x): x not in tuple");
}

static Object *tuple_method_count(Object *self, Object *value)
{
    int64_t found = 0;
    for (size_t i = 0; i < TUPLE(self)->count; i++) {
        int equal = item_equal(TUPLE(self)->items[i], value);
        if (equal < 0)
            return NULL;
        found += equal;
    }
    return int_from_int64(found);
}

static Object *tuple_method_getnewargs(Object *self)
{
    Object *copy = tuple_from_array(TUPLE(self)->items, TUPLE(self)->count);
    if (!copy)
        return NULL;
    Object *result = tuple_pack(1, copy);
    decref(copy);
    return result;
}

// ---- The type -----------------------------------------------------------------------------------

static Object *tuple_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    Object *iterable;
    if (type == &type_tuple) {
        if (only_argument("tuple", args, nargs, kwnames, &iterable) < 0)
            return NULL;
        return iterable ? object_to_tuple(iterable) : OBJECT(tuple_empty);
    }
    if (type->init == type_tuple.init && args_no_keywords("tuple", kwnames) < 0)
        return NULL;
    if (args_check_count("tuple", nargs, 0, 1) < 0)
        return NULL;
    Object *items = nargs ? object_to_tuple(args[0]) : OBJECT(tuple_empty);
    if (!items)
        return NULL;
    size_t count = TUPLE(items)->count;
    Object *self = type_allocate(type, count);
    if (self) {
        TUPLE(self)->count = count;
        for (size_t i = 0; i < count; i++)
            TUPLE(self)->items[i] = new_ref(TUPLE(items)->items[i]);
        gc_track(self);
    }
    decref(items);
    return self;
}

static Object *tuple_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return tuple_make((TypeObject *)type, args, nargs, kwnames);
}

static const MethodDef tuple_methods[] = {
    {"__getnewargs__", (void *)tuple_method_getnewargs, METHOD_NOARGS,
     "__getnewargs__($self, /)\n--\n\n"},
    {"index", (void *)tuple_method_index, METHOD_FAST,
     "index($self, value, start=0, stop=sys.maxsize, /)\n--\n\n"
     "Return first index of value.\n\nRaises ValueError if the value is not present."},
    {"count", (void *)tuple_method_count, METHOD_O,
     "count($self, value, /)\n--\n\nReturn number of occurrences of value."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS, "See PEP 585"},
    {0},
};

TypeObject type_tuple = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "tuple",
    .doc =
     "tuple(iterable=(), /)\n--\n\nBuilt-in immutable sequence.\n\n"
     "If no argument is given, the constructor returns an empty tuple.\n"
     "If iterable is specified the tuple is initialized from iterable's items.\n\n"
     "If the argument is a tuple, the return value is the same object.",
    .flags = TF_TRACKED | TF_BASE | TF_SUBCLASS_TUPLE,
    .basic_size = sizeof(TupleObject),
    .item_size = sizeof(Object *),
    .methods = tuple_methods,
    .dealloc = tuple_dealloc,
    .traverse = tuple_traverse,
    .make = tuple_make,
    .construct = tuple_construct,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .compare = tuple_compare,
    .iterate = tuple_iter_new,
    .length = tuple_length,
    .contains = tuple_contains,
    .subscript = tuple_subscript,
    .sequence = {.concat = tuple_concat, .repeat = tuple_repeat, .item = tuple_item},
};
