// enumerate, zip, map, filter.
//
// enumerate and zip give out the same tuple again while nobody else holds it, as CPython does.
#include "runtime/containers/items.h"
#include "runtime/containers/iterators.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/call.h"
#include "runtime/model/singletons.h"
#include "runtime/program/generic_alias.h"
#include "runtime/text/str.h"

// All four: what they hold is released by one dealloc.
typedef struct FunctionIterObject {
    Object header;
    Object *source; // enumerate, filter: iterator; zip, map: tuple of iterators
    Object *other;  // enumerate: long index or NULL; zip: result tuple; map, filter: function
    Object *pair;   // enumerate: result tuple
    int64_t index;  // enumerate: next index while it fits; zip: whether it is strict
} FunctionIterObject;
#define ITER(o) ((FunctionIterObject *)(o))

static Object *iter_new(TypeObject *type)
{
    return type_allocate(type, 0);
}

static void iter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&ITER(self)->source);
    ref_clear(&ITER(self)->other);
    ref_clear(&ITER(self)->pair);
    type_release(self, 0);
    dealloc_leave();
}

static int iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->source);
    VISIT(ITER(self)->other);
    VISIT(ITER(self)->pair);
    return 0;
}

// The result tuple may be used again if only its iterator holds it.
static inline bool is_unshared(const Object *tuple)
{
    return tuple->refcount == 1;
}

static inline void track_again(Object *tuple)
{
    if (unlikely(!(tuple->flags & FLAG_TRACKED)))
        gc_track(tuple);
}

// ---- enumerate ----------------------------------------------------------------------------------

static Object *enumerate_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "start", NULL};
    static const Signature signature = {"enumerate", parameters, 0, 1, 2};
    Object *values[2], *start = NULL;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    if (values[1] && !(start = object_to_index(values[1])))
        return NULL;
    Object *self = iter_new(type);
    if (!self)
        goto fail;
    if (start && !int_fits_int64(start, &ITER(self)->index)) {
        ITER(self)->index = INT64_MAX;
        ITER(self)->other = new_ref(start);
    }
    ITER(self)->source = object_iterate(values[0]);
    ITER(self)->pair = ITER(self)->source ? tuple_pack(2, object_none, object_none) : NULL;
    if (!ITER(self)->pair)
        goto fail;
    xdecref(start);
    gc_track(self);
    return self;
fail:
    xdecref(start);
    xdecref(self);
    return NULL;
}

// The one keyword that may follow `nargs` positional arguments. 0 / -1.
static int check_enumerate_keyword(size_t nargs, Object *name)
{
    if (str_equal_text(name, nargs == 0 ? "iterable" : "start"))
        return 0;
    error_format(&exc_type_error, "'%S' is an invalid keyword argument for enumerate()", name);
    return -1;
}

static Object *enumerate_construct(Object *type, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    size_t keyword_count = kwnames ? TUPLE(kwnames)->count : 0;
    if (nargs + keyword_count == 0)
        return error_text(&exc_type_error, "enumerate() missing required argument 'iterable'");
    if (nargs < 2 && keyword_count == 1 &&
        check_enumerate_keyword(nargs, TUPLE(kwnames)->items[0]) < 0)
        return NULL;
    return enumerate_make((TypeObject *)type, args, nargs, kwnames);
}

// The next number; the iterator counts on.
static Object *next_number(FunctionIterObject *iter)
{
    if (likely(iter->index != INT64_MAX))
        return int_from_int64(iter->index++);
    if (!iter->other) {
        iter->other = int_from_int64(INT64_MAX);
        if (!iter->other)
            return NULL;
    }
    Object *number = iter->other, *next = int_add(number, int_from_int64(1));
    if (!next)
        return NULL;
    iter->other = next;
    return number;
}

static Object *enumerate_next(Object *self)
{
    FunctionIterObject *iter = ITER(self);
    Object *item = iterator_step(iter->source, type_of(iter->source)->next);
    if (unlikely(!item))
        return NULL;
    Object *number = next_number(iter), *pair = iter->pair;
    if (unlikely(!number)) {
        decref(item);
        return NULL;
    }
    if (is_unshared(pair)) {
        incref(pair);
        Object *old_number = TUPLE(pair)->items[0], *old_item = TUPLE(pair)->items[1];
        TUPLE(pair)->items[0] = number;
        TUPLE(pair)->items[1] = item;
        decref(old_number);
        decref(old_item);
        track_again(pair);
        return pair;
    }
    return tuple_from_array_steal((Object *[]){number, item}, 2);
}

static const MethodDef enumerate_methods[] = {
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS,
     "See PEP 585"},
    {0},
};

TypeObject type_enumerate = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "enumerate",
    .doc =
     "enumerate(iterable, start=0)\n--\n\nReturn an enumerate object.\n\n  iterable\n"
     "    an object supporting iteration\n\n"
     "The enumerate object yields pairs containing a count (from start, which\n"
     "defaults to zero) and a value yielded by the iterable argument.\n\n"
     "enumerate is useful for obtaining an indexed list:\n"
     "    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
    .flags = TF_TRACKED | TF_BASE,
    .basic_size = sizeof(FunctionIterObject),
    .dealloc = iter_dealloc,
    .traverse = iter_traverse,
    .methods = enumerate_methods,
    .make = enumerate_make,
    .construct = enumerate_construct,
    .iterate = iterate_self,
    .next = enumerate_next,
};

// ---- zip ----------------------------------------------------------------------------------------

// A tuple of iterators over the arguments.
static Object *iterate_all(Object *const *args, size_t count)
{
    Object *iterators = tuple_new(count);
    for (size_t i = 0; iterators && i < count; i++) {
        TUPLE(iterators)->items[i] = object_iterate(args[i]);
        if (!TUPLE(iterators)->items[i])
            ref_clear(&iterators);
    }
    return iterators;
}

static Object *zip_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"strict", NULL};
    static const Signature signature = {"zip", parameters, 0, 0, 0};
    Object *strict = NULL;
    int is_strict = 0;
    if (kwnames && TUPLE(kwnames)->count) {
        if (args_parse(&signature, args + nargs, 0, kwnames, &strict) < 0)
            return NULL;
        is_strict = strict ? object_is_true(strict) : 0;
        if (is_strict < 0)
            return NULL;
    }
    Object *self = iter_new(type);
    if (!self)
        return NULL;
    ITER(self)->source = iterate_all(args, nargs);
    ITER(self)->other = ITER(self)->source ? tuple_new(nargs) : NULL;
    if (!ITER(self)->other) {
        decref(self);
        return NULL;
    }
    for (size_t i = 0; i < nargs; i++)
        TUPLE(ITER(self)->other)->items[i] = object_none;
    ITER(self)->index = is_strict;
    gc_track(self);
    return self;
}

static Object *zip_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return zip_make((TypeObject *)type, args, nargs, kwnames);
}

// Argument `ended` of a strict zip is exhausted: the others must be too. NULL.
static Object *check_lengths(FunctionIterObject *iter, size_t ended)
{
    if (error_occurred()) {
        if (!error_is(&exc_stop_iteration))
            return NULL;
        error_clear();
    }
    if (ended > 0)
        return error_format(&exc_value_error, "zip() argument %zu is shorter than argument%s%zu",
                            ended + 1, ended == 1 ? " " : "s 1-", ended);
    for (size_t i = 1; i < TUPLE(iter->source)->count; i++) {
        Object *source = TUPLE(iter->source)->items[i];
        Object *item = type_of(source)->next(source);
        if (item) {
            decref(item);
            return error_format(&exc_value_error,
                                "zip() argument %zu is longer than argument%s%zu", i + 1,
                                i == 1 ? " " : "s 1-", i);
        }
        if (error_occurred()) {
            if (!error_is(&exc_stop_iteration))
                return NULL;
            error_clear();
        }
    }
    return NULL;
}

static Object *zip_next(Object *self)
{
    FunctionIterObject *iter = ITER(self);
    TupleObject *sources = TUPLE(iter->source);
    size_t count = sources->count;
    if (count == 0)
        return NULL;
    Object *result = iter->other;
    bool is_reused = is_unshared(result);
    if (is_reused)
        incref(result);
    else
        result = tuple_new(count);
    if (unlikely(!result))
        return NULL;
    for (size_t i = 0; i < count; i++) {
        Object *source = sources->items[i], *item = iterator_step(source, type_of(source)->next);
        if (unlikely(!item)) {
            decref(result);
            return iter->index ? check_lengths(iter, i) : NULL;
        }
        Object *old = TUPLE(result)->items[i];
        TUPLE(result)->items[i] = item;
        xdecref(old);
    }
    track_again(result);
    return result;
}

TypeObject type_zip = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "zip",
    .doc =
     "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n"
     "   >>> list(zip('abcdefg', range(3), range(4)))\n"
     "   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\n"
     "The zip object yields n-length tuples, where n is the number of iterables\n"
     "passed as positional arguments to zip().  The i-th element in every tuple\n"
     "comes from the i-th iterable argument to zip().  This continues until the\n"
     "shortest argument is exhausted.\n\n"
     "If strict is true and one of the arguments is exhausted before the others,\n"
     "raise a ValueError.",
    .flags = TF_TRACKED | TF_BASE,
    .basic_size = sizeof(FunctionIterObject),
    .dealloc = iter_dealloc,
    .traverse = iter_traverse,
    .make = zip_make,
    .construct = zip_construct,
    .iterate = iterate_self,
    .next = zip_next,
};

// ---- map ----------------------------------------------------------------------------------------

static Object *map_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_map || type->init == type_map.init) && args_no_keywords("map", kwnames) < 0)
        return NULL;
    if (nargs < 2)
        return error_text(&exc_type_error, "map() must have at least two arguments.");
    Object *self = iter_new(type);
    if (!self)
        return NULL;
    ITER(self)->source = iterate_all(args + 1, nargs - 1);
    if (!ITER(self)->source) {
        decref(self);
        return NULL;
    }
    ITER(self)->other = new_ref(args[0]);
    gc_track(self);
    return self;
}

static Object *map_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return map_make((TypeObject *)type, args, nargs, kwnames);
}

#define MAP_SMALL 8

static Object *map_next(Object *self)
{
    FunctionIterObject *iter = ITER(self);
    TupleObject *sources = TUPLE(iter->source);
    size_t count = sources->count, filled = 0;
    Object *small[MAP_SMALL], **args = small, *result = NULL;
    if (likely(count == 1)) {
        Object *source = sources->items[0], *item = iterator_step(source, type_of(source)->next);
        if (likely(item)) {
            result = call_object(iter->other, &item, 1, NULL);
            decref(item);
        }
        return result;
    }
    if (count > MAP_SMALL) {
        args = memory_alloc(count * sizeof *args, MEMORY_RAW);
        if (!args)
            return error_no_memory();
    }
    for (; filled < count; filled++) {
        Object *source = sources->items[filled];
        args[filled] = iterator_step(source, type_of(source)->next);
        if (!args[filled])
            goto out;
    }
    result = call_object(iter->other, args, count, NULL);
out:
    for (size_t i = 0; i < filled; i++)
        decref(args[i]);
    if (args != small)
        memory_free(args, count * sizeof *args);
    return result;
}

TypeObject type_map = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "map",
    .doc =
     "map(func, *iterables) --> map object\n\n"
     "Make an iterator that computes the function using arguments from\n"
     "each of the iterables.  Stops when the shortest iterable is exhausted.",
    .flags = TF_TRACKED | TF_BASE,
    .basic_size = sizeof(FunctionIterObject),
    .dealloc = iter_dealloc,
    .traverse = iter_traverse,
    .make = map_make,
    .construct = map_construct,
    .iterate = iterate_self,
    .next = map_next,
};

// ---- filter -------------------------------------------------------------------------------------

static Object *filter_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_filter || type->init == type_filter.init) &&
        args_no_keywords("filter", kwnames) < 0)
        return NULL;
    if (args_check_count("filter", nargs, 2, 2) < 0)
        return NULL;
    Object *iterator = object_iterate(args[1]);
    Object *self = iterator ? iter_new(type) : NULL;
    if (!self) {
        xdecref(iterator);
        return NULL;
    }
    ITER(self)->source = iterator;
    ITER(self)->other = new_ref(args[0]);
    gc_track(self);
    return self;
}

static Object *filter_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return filter_make((TypeObject *)type, args, nargs, kwnames);
}

static Object *filter_next(Object *self)
{
    FunctionIterObject *iter = ITER(self);
    Object *function = iter->other, *item;
    bool is_truth = function == object_none || function == OBJECT(&type_bool);
    UnaryFn next = type_of(iter->source)->next;
    while ((item = iterator_step(iter->source, next))) {
        int is_kept;
        if (is_truth && IS_EXACT(item, INT)) {
            is_kept = ((IntObject *)item)->value != 0;
        } else if (is_truth) {
            is_kept = object_is_true(item);
        } else {
            Object *answer = call_one(function, item);
            is_kept = answer ? object_is_true(answer) : -1;
            xdecref(answer);
        }
        if (is_kept > 0)
            return item;
        decref(item);
        if (is_kept < 0)
            return NULL;
    }
    return NULL;
}

TypeObject type_filter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "filter",
    .doc =
     "filter(function or None, iterable) --> filter object\n\n"
     "Return an iterator yielding those items of iterable for which function(item)\n"
     "is true. If function is None, return the items that are true.",
    .flags = TF_TRACKED | TF_BASE,
    .basic_size = sizeof(FunctionIterObject),
    .dealloc = iter_dealloc,
    .traverse = iter_traverse,
    .make = filter_make,
    .construct = filter_construct,
    .iterate = iterate_self,
    .next = filter_next,
};
