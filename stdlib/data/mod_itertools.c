// The module itertools: iterators over one or several iterables. itertools_combine.c and
// itertools_group.c hold those with structures of their own.
//
// An iterator that sets its source free at the end holds a reference of its own while the source
// runs, because that may ask the iterator for an item itself.
#include "stdlib/data/itertools_private.h"

#include "runtime/containers/iterators.h"
#include "runtime/containers/list.h"
#include "runtime/model/arithmetic.h"
#include "runtime/model/class.h"
#include "runtime/program/generic_alias.h"
#include "runtime/program/module.h"

// Most of them: what they hold is released by one dealloc.
typedef struct StepObject {
    Object header;
    Object *source; // iterator, or a tuple of iterators; may be NULL at the end
    Object *other;  // function, second iterator, ...: see each type
    Object *extra;
    int64_t index;
} StepObject;
#define STEP(o) ((StepObject *)(o))

static void step_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&STEP(self)->source);
    ref_clear(&STEP(self)->other);
    ref_clear(&STEP(self)->extra);
    type_release(self, 0);
    dealloc_leave();
}

static int step_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(STEP(self)->source);
    VISIT(STEP(self)->other);
    VISIT(STEP(self)->extra);
    return 0;
}

// Takes over `source` (NULL: passes the error on).
static Object *step_new_steal(TypeObject *type, Object *source, Object *other_or_null)
{
    Object *self = source ? type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(source);
        return NULL;
    }
    STEP(self)->source = source;
    STEP(self)->other = other_or_null;
    xincref(other_or_null);
    gc_track(self);
    return self;
}

// type(*args) takes exactly `count` arguments and, unless a subclass has its own __init__, no
// keywords. 0 / -1.
static int check_arguments(TypeObject *type, const TypeObject *base, size_t nargs, Object *kwnames,
                           size_t count)
{
    if ((type == base || type->init == base->init) && args_no_keywords(base->name, kwnames) < 0)
        return -1;
    return args_check_count(base->name, nargs, count, count);
}

// The next item of a source that script code may take away from its iterator meanwhile.
static inline Object *next_held(Object *source)
{
    Object *const *rest;
    if (iterator_rest_borrow(source, &rest) > 0) { // no script code runs
        ((ListIterObject *)source)->index++;
        return new_ref(rest[0]);
    }
    incref(source);
    Object *item = iterator_next(source);
    decref(source);
    return item;
}

static inline Object *next_of(Object *source)
{
    return iterator_step(source, type_of(source)->next);
}

#define STEP_TYPE(symbol, text, prefix, ...)                                                       \
    static TypeObject symbol = {ITERTOOLS_TYPE(text, StepObject, prefix), .dealloc = step_dealloc, \
                                .traverse = step_traverse, __VA_ARGS__}

// Types whose constructor checks keywords by its base type.
static TypeObject type_chain, type_cycle, type_dropwhile, type_takewhile, type_filterfalse,
    type_starmap, type_islice, type_pairwise;

// --- accumulate: source, other = function or None, extra = total; index 1: the total is to come
// ---

static Object *accumulate_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "func", "initial", NULL};
    static const Signature signature = {"accumulate", parameters, 0, 1, 2};
    Object *values[3];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *self =
        step_new_steal(type, object_iterate(values[0]), values[1] ? values[1] : object_none);
    if (self && values[2] && values[2] != object_none) {
        STEP(self)->extra = new_ref(values[2]);
        STEP(self)->index = 1;
    }
    return self;
}
ITERTOOLS_CONSTRUCT(accumulate)

static Object *accumulate_next(Object *self)
{
    StepObject *step = STEP(self);
    if (step->index) {
        step->index = 0;
        return new_ref(step->extra);
    }
    Object *item = next_of(step->source), *total = step->extra;
    if (!item)
        return NULL;
    if (!total) {
        step->extra = new_ref(item);
        return item;
    }
    incref(total);
    Object *sum = step->other == object_none ? object_binary(BINARY_ADD, total, item)
                                             : call_two(step->other, total, item);
    decref(total);
    decref(item);
    if (sum)
        ref_set_steal(&step->extra, new_ref(sum));
    return sum;
}

STEP_TYPE(type_accumulate, "accumulate", accumulate,
          .doc = "accumulate(iterable, func=None, *, initial=None)\n--\n\nReturn series of "
                 "accumulated sums (or other binary function results).");

// --- chain: source = iterator over iterables, other = iterator over the current one ---

static Object *chain_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_chain || type->init == type_chain.init) &&
        args_no_keywords("chain", kwnames) < 0)
        return NULL;
    Object *tuple = tuple_from_array(args, nargs), *source = tuple ? object_iterate(tuple) : NULL;
    xdecref(tuple);
    return step_new_steal(type, source, NULL);
}
ITERTOOLS_CONSTRUCT(chain)

static Object *chain_method_from_iterable(Object *type, Object *iterable)
{
    return step_new_steal((TypeObject *)type, object_iterate(iterable), NULL);
}

// The iterator over the next iterable becomes the current one. False at the end and on error.
static bool chain_advance(StepObject *chain)
{
    Object *iterable = next_held(chain->source);
    Object *iterator = iterable ? object_iterate(iterable) : NULL;
    xdecref(iterable);
    if (!iterator) {
        if (chain->source)
            ref_clear(&chain->source);
        return false;
    }
    ref_set_steal(&chain->other, iterator);
    return true;
}

static Object *chain_next(Object *self)
{
    StepObject *chain = STEP(self);
    while (chain->source) {
        if (!chain->other && !chain_advance(chain))
            return NULL;
        Object *current = chain->other, *item, *const *rest;
        if (iterator_rest_borrow(current, &rest) > 0) { // no script code runs
            ((ListIterObject *)current)->index++;
            return new_ref(rest[0]);
        }
        incref(current);
        item = iterator_next(current);
        if (item) {
            decref(current);
            return item;
        }
        bool is_error = error_occurred();
        if (!is_error && chain->other == current)
            ref_clear(&chain->other);
        decref(current);
        if (is_error)
            return NULL;
    }
    return NULL;
}

// (type, (), (source, current)), as far as there are any.
static Object *chain_method_reduce(Object *self)
{
    StepObject *chain = STEP(self);
    Object *type = OBJECT(type_of(self)), *own, *result;
    if (!chain->source)
        return tuple_pack(2, type, OBJECT(tuple_empty));
    own = chain->other ? tuple_pack(2, chain->source, chain->other) : tuple_pack(1, chain->source);
    result = own ? tuple_pack(3, type, OBJECT(tuple_empty), own) : NULL;
    xdecref(own);
    return result;
}

static Object *chain_method_setstate(Object *self, Object *tuple)
{
    if (!IS_TUPLE(tuple))
        return error_text(&exc_type_error, "state is not a tuple");
    if (args_check_count("function", TUPLE(tuple)->count, 1, 2) < 0)
        return NULL;
    Object *source = TUPLE(tuple)->items[0];
    Object *current = TUPLE(tuple)->count > 1 ? TUPLE(tuple)->items[1] : NULL;
    if (!object_is_iterator(source) || (current && !object_is_iterator(current)))
        return error_text(&exc_type_error, "Arguments must be iterators.");
    xincref(current);
    ref_set_steal(&STEP(self)->source, new_ref(source));
    ref_set_steal(&STEP(self)->other, current);
    return_none;
}

static const MethodDef chain_methods[] = {
    {"__reduce__", (void *)chain_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {"__setstate__", (void *)chain_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {"from_iterable", (void *)chain_method_from_iterable, METHOD_O | METHOD_CLASS,
     "from_iterable($type, iterable, /)\n--\n\nAlternative chain() constructor taking a single "
     "iterable argument that evaluates lazily."},
    {"__class_getitem__", (void *)generic_alias_class_getitem, METHOD_O | METHOD_CLASS,
     "See PEP 585"},
    {0},
};

STEP_TYPE(type_chain, "chain", chain, .methods = chain_methods,
          .doc = "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() "
                 "method returns elements from the\nfirst iterable until it is exhausted, then "
                 "elements from the next\niterable, until all of the iterables are exhausted.");

// --- compress: source = data, other = selectors ---

static Object *compress_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"data", "selectors", NULL};
    static const Signature signature = {"compress", parameters, 0, 2, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *data = object_iterate(values[0]), *selectors = data ? object_iterate(values[1]) : NULL;
    if (!selectors) {
        xdecref(data);
        return NULL;
    }
    Object *self = step_new_steal(type, data, selectors);
    decref(selectors);
    return self;
}
ITERTOOLS_CONSTRUCT(compress)

static Object *compress_next(Object *self)
{
    StepObject *step = STEP(self);
    Object *item;
    while ((item = next_of(step->source))) {
        Object *selector = next_of(step->other);
        int is_kept = selector ? object_is_true(selector) : -1;
        xdecref(selector);
        if (is_kept > 0)
            return item;
        decref(item);
        if (is_kept < 0)
            return NULL;
    }
    return NULL;
}

// (type, (data, selectors))
static Object *compress_method_reduce(Object *self)
{
    Object *args = tuple_pack(2, STEP(self)->source, STEP(self)->other);
    Object *result = args ? tuple_pack(2, OBJECT(type_of(self)), args) : NULL;
    xdecref(args);
    return result;
}

static const MethodDef compress_methods[] = {
    {"__reduce__", (void *)compress_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {0},
};

STEP_TYPE(type_compress, "compress", compress, .methods = compress_methods,
          .doc = "compress(data, selectors)\n--\n\nReturn data elements corresponding to true "
                 "selector elements.\n\nForms a shorter iterator from selected data elements using "
                 "the selectors to\nchoose the data elements.");

// --- count: index = next number while that fits and the step is 1; else other = next, extra = step
// ---

static bool is_number(Object *object)
{
    const TypeObject *type = type_of(object);
    return IS_INT(object) || IS_FLOAT(object) || type->to_index || type->to_int || type->to_float ||
           type == &type_complex;
}

static Object *count_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"start", "step", NULL};
    static const Signature signature = {"count", parameters, 0, 0, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *start = values[0] ? values[0] : int_small_borrow(0);
    Object *step = values[1] ? values[1] : int_small_borrow(1);
    if (!is_number(start) || !is_number(step))
        return error_text(&exc_type_error, "a number is required");
    int64_t number, step_number;
    bool is_fast = IS_INT(start) && IS_INT(step) && int_fits_int64(start, &number) &&
                   int_fits_int64(step, &step_number) && step_number == 1;
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    STEP(self)->index = is_fast ? number : INT64_MAX;
    STEP(self)->other = is_fast ? NULL : new_ref(start);
    STEP(self)->extra = new_ref(step);
    gc_track(self);
    return self;
}
ITERTOOLS_CONSTRUCT(count)

static Object *count_next(Object *self)
{
    StepObject *count = STEP(self);
    if (likely(count->index != INT64_MAX))
        return int_from_int64(count->index++);
    if (!count->other && !(count->other = int_from_int64(INT64_MAX)))
        return NULL;
    Object *number = new_ref(count->other), *next = object_binary(BINARY_ADD, number, count->extra);
    if (!next) {
        decref(number);
        return NULL;
    }
    ref_set_steal(&count->other, next);
    return number;
}

// Whether the step is the int 1, which repr and __reduce__ leave out.
static bool has_plain_step(const StepObject *count)
{
    int64_t step;
    return IS_INT(count->extra) && int_fits_int64(count->extra, &step) && step == 1;
}

static Object *count_repr(Object *self)
{
    StepObject *count = STEP(self);
    Object *name = type_name(type_of(self)), *result = NULL;
    if (name && count->index != INT64_MAX)
        result = str_format("%U(%lld)", name, (long long)count->index);
    else if (name && !count->other)
        result = str_format("%U(%lld)", name, (long long)INT64_MAX);
    else if (name && has_plain_step(count))
        result = str_format("%U(%R)", name, count->other);
    else if (name)
        result = str_format("%U(%R, %R)", name, count->other, count->extra);
    xdecref(name);
    return result;
}

static Object *count_method_reduce(Object *self)
{
    StepObject *count = STEP(self);
    Object *number = count->other ? new_ref(count->other) : int_from_int64(count->index),
           *args = NULL;
    if (number && has_plain_step(count))
        args = tuple_pack(1, number);
    else if (number)
        args = tuple_pack(2, number, count->extra);
    Object *result = args ? tuple_pack(2, OBJECT(type_of(self)), args) : NULL;
    xdecref(args);
    xdecref(number);
    return result;
}

static const MethodDef count_methods[] = {
    {"__reduce__", (void *)count_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {0},
};

STEP_TYPE(type_count, "count", count, .methods = count_methods, .repr = count_repr,
          .doc =
              "count(start=0, step=1)\n--\n\nReturn a count object whose .__next__() method "
              "returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n"
              "        x = firstval\n        while 1:\n            yield x\n            x += step");

// --- cycle: source; other = list of what it gave; index in that once the source is at its end ---

static Object *cycle_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (check_arguments(type, &type_cycle, nargs, kwnames, 1) < 0)
        return NULL;
    Object *source = object_iterate(args[0]), *list = source ? list_new(0) : NULL;
    if (!list) {
        xdecref(source);
        return NULL;
    }
    Object *self = step_new_steal(type, source, list);
    decref(list);
    return self;
}
ITERTOOLS_CONSTRUCT(cycle)

static Object *cycle_next(Object *self)
{
    StepObject *cycle = STEP(self);
    if (cycle->source) {
        Object *item = next_held(cycle->source);
        if (item) {
            if (list_append(cycle->other, item) < 0)
                ref_clear(&item);
            return item;
        }
        if (error_occurred())
            return NULL;
        if (cycle->source)
            ref_clear(&cycle->source);
    }
    const ListObject *list = LIST(cycle->other);
    if (list->count == 0)
        return NULL;
    if ((size_t)cycle->index >= list->count)
        cycle->index = 0;
    return new_ref(list->items[cycle->index++]);
}

STEP_TYPE(type_cycle, "cycle", cycle,
          .doc =
              "cycle(iterable, /)\n--\n\nReturn elements from the iterable until it is exhausted. "
              "Then repeat the sequence indefinitely.");

// --- dropwhile, takewhile, filterfalse: source, other = function; index: whether it changed ---

// function(iterable, ...) for an item: 1, 0, -1.
static int ask(Object *function, Object *item)
{
    Object *answer = call_one(function, item);
    int truth = answer ? object_is_true(answer) : -1;
    xdecref(answer);
    return truth;
}

#define FUNCTION_MAKE(prefix)                                                                      \
    static Object *prefix##_make(TypeObject *type, Object *const *args, size_t nargs,              \
                                 Object *kwnames)                                                  \
    {                                                                                              \
        if (check_arguments(type, &type_##prefix, nargs, kwnames, 2) < 0)                          \
            return NULL;                                                                           \
        return step_new_steal(type, object_iterate(args[1]), args[0]);                             \
    }                                                                                              \
    ITERTOOLS_CONSTRUCT(prefix)

FUNCTION_MAKE(dropwhile)
FUNCTION_MAKE(takewhile)
FUNCTION_MAKE(filterfalse)
FUNCTION_MAKE(starmap)

// (type, (function, source)), for those that keep nothing else.
static Object *function_method_reduce(Object *self)
{
    Object *args = tuple_pack(2, STEP(self)->other, STEP(self)->source);
    Object *result = args ? tuple_pack(2, OBJECT(type_of(self)), args) : NULL;
    xdecref(args);
    return result;
}

// The same with the flag, which __setstate__ brings back.
static Object *while_method_reduce(Object *self)
{
    Object *args = tuple_pack(2, STEP(self)->other, STEP(self)->source), *result = NULL;
    if (args)
        result = tuple_pack(3, OBJECT(type_of(self)), args, int_small_borrow(STEP(self)->index));
    xdecref(args);
    return result;
}

static Object *while_method_setstate(Object *self, Object *flag)
{
    int truth = object_is_true(flag);
    if (truth < 0)
        return NULL;
    STEP(self)->index = truth;
    return_none;
}

static const MethodDef function_methods[] = {
    {"__reduce__", (void *)function_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {0},
};

static const MethodDef while_methods[] = {
    {"__reduce__", (void *)while_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {"__setstate__", (void *)while_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {0},
};

static Object *dropwhile_next(Object *self)
{
    StepObject *step = STEP(self);
    Object *item;
    while ((item = next_of(step->source))) {
        if (step->index)
            return item;
        int is_dropped = ask(step->other, item);
        if (is_dropped == 0) {
            step->index = 1;
            return item;
        }
        decref(item);
        if (is_dropped < 0)
            return NULL;
    }
    return NULL;
}

static Object *takewhile_next(Object *self)
{
    StepObject *step = STEP(self);
    Object *item = step->index ? NULL : next_of(step->source);
    if (!item)
        return NULL;
    int is_taken = ask(step->other, item);
    if (is_taken > 0)
        return item;
    decref(item);
    if (is_taken == 0)
        step->index = 1;
    return NULL;
}

static Object *filterfalse_next(Object *self)
{
    StepObject *step = STEP(self);
    bool is_truth = step->other == object_none || step->other == OBJECT(&type_bool);
    Object *item;
    while ((item = next_of(step->source))) {
        int is_true = is_truth ? object_is_true(item) : ask(step->other, item);
        if (is_true == 0)
            return item;
        decref(item);
        if (is_true < 0)
            return NULL;
    }
    return NULL;
}

static Object *starmap_next(Object *self)
{
    StepObject *step = STEP(self);
    Object *item = next_of(step->source);
    if (!item)
        return NULL;
    if (!IS_EXACT(item, TUPLE)) {
        ref_set_steal(&item, object_to_tuple(item));
        if (!item)
            return NULL;
    }
    Object *result = call_object(step->other, TUPLE(item)->items, TUPLE(item)->count, NULL);
    decref(item);
    return result;
}

STEP_TYPE(type_dropwhile, "dropwhile", dropwhile, .methods = while_methods,
          .doc =
              "dropwhile(predicate, iterable, /)\n--\n\nDrop items from the iterable while "
              "predicate(item) is true.\n\nAfterwards, return every element until the iterable is "
              "exhausted.");
STEP_TYPE(type_takewhile, "takewhile", takewhile, .methods = while_methods,
          .doc = "takewhile(predicate, iterable, /)\n--\n\nReturn successive entries from an "
                 "iterable as long as the predicate evaluates to true for each entry.");
STEP_TYPE(type_filterfalse, "filterfalse", filterfalse, .methods = function_methods,
          .doc =
              "filterfalse(function, iterable, /)\n--\n\nReturn those items of iterable for which "
              "function(item) is false.\n\nIf function is None, return the items that are false.");
STEP_TYPE(type_starmap, "starmap", starmap, .methods = function_methods,
          .doc =
              "starmap(function, iterable, /)\n--\n\nReturn an iterator whose values are returned "
              "from the function evaluated with an argument tuple taken from the given sequence.");

// --- islice ---

typedef struct SliceIterObject {
    Object header;
    Object *source;           // NULL at the end
    int64_t next, stop, step; // of the source's items; stop -1: none
    int64_t position;         // items read
} SliceIterObject;
#define ISLICE(o) ((SliceIterObject *)(o))

// None, or a number from 0 (step: 1) up. False: neither.
static bool read_bound(Object *argument, int64_t otherwise, int64_t minimum, int64_t *value)
{
    *value = otherwise;
    if (argument == object_none)
        return true;
    if (!IS_INT(argument) && !has_index(argument))
        return false;
    if (itertools_read_size(argument, value) == 0)
        return *value >= minimum;
    return false;
}

// Start, stop, step. 0 / -1 with ValueError.
static int read_bounds(Object *const *args, size_t nargs, int64_t *start, int64_t *stop,
                       int64_t *step)
{
    const char *message = NULL;
    *start = 0;
    *step = 1;
    if (!read_bound(args[nargs > 2 ? 2 : 1], -1, 0, stop))
        message = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    else if (nargs > 2 && !read_bound(args[1], 0, 0, start))
        message = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    else if (nargs > 3 && !read_bound(args[3], 1, 1, step))
        message = "Step for islice() must be a positive integer or None.";
    if (!message)
        return 0;
    if (!error_occurred() || !error_is(&exc_memory_error)) {
        error_clear();
        error_text(&exc_value_error, message);
    }
    return -1;
}

static Object *islice_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    int64_t start, stop, step;
    if (((type == &type_islice || type->init == type_islice.init) &&
         args_no_keywords("islice", kwnames) < 0) ||
        args_check_count("islice", nargs, 2, 4) < 0 ||
        read_bounds(args, nargs, &start, &stop, &step) < 0)
        return NULL;
    Object *source = object_iterate(args[0]), *self = source ? type_allocate(type, 0) : NULL;
    if (!self) {
        xdecref(source);
        return NULL;
    }
    SliceIterObject *slice = ISLICE(self);
    slice->source = source;
    slice->next = start;
    slice->stop = stop;
    slice->step = step;
    gc_track(self);
    return self;
}
ITERTOOLS_CONSTRUCT(islice)

static void islice_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&ISLICE(self)->source);
    type_release(self, 0);
    dealloc_leave();
}

static int islice_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ISLICE(self)->source);
    return 0;
}

static Object *islice_next(Object *self)
{
    SliceIterObject *slice = ISLICE(self);
    Object *source = slice->source, *item = NULL;
    if (!source)
        return NULL;
    incref(source);
    while (slice->position < slice->next) {
        item = next_of(source);
        if (!item)
            goto end;
        decref(item);
        slice->position++;
    }
    if (slice->stop != -1 && slice->position >= slice->stop)
        goto end;
    item = next_of(source);
    if (!item)
        goto end;
    decref(source);
    slice->position++;
    if (__builtin_add_overflow(slice->next, slice->step, &slice->next) ||
        (slice->stop != -1 && slice->next > slice->stop))
        slice->next = slice->stop;
    return item;
end:
    if (slice->source)
        ref_clear(&slice->source);
    decref(source);
    return NULL;
}

// (type, (source, next, stop, step), position)
static Object *islice_method_reduce(Object *self)
{
    SliceIterObject *slice = ISLICE(self);
    Object *type = OBJECT(type_of(self)), *zero = int_small_borrow(0), *result = NULL, *args = NULL;
    if (!slice->source) { // at the end: an empty one
        Object *list = list_new(0), *empty = list ? object_iterate(list) : NULL;
        args = empty ? tuple_pack(2, empty, zero) : NULL;
        result = args ? tuple_pack(3, type, args, zero) : NULL;
        xdecref(empty);
        xdecref(list);
        xdecref(args);
        return result;
    }
    Object *next = int_from_int64(slice->next), *step = int_from_int64(slice->step);
    Object *stop = slice->stop < 0 ? object_none : int_from_int64(slice->stop);
    Object *position = int_from_int64(slice->position);
    if (next && step && stop && position)
        args = tuple_pack(4, slice->source, next, stop, step);
    if (args)
        result = tuple_pack(3, type, args, position);
    xdecref(args);
    xdecref(next);
    xdecref(step);
    xdecref(stop);
    xdecref(position);
    return result;
}

static Object *islice_method_setstate(Object *self, Object *position)
{
    if (!IS_INT(position))
        return error_text(&exc_type_error, "an integer is required");
    if (itertools_read_size(position, &ISLICE(self)->position) < 0)
        return NULL;
    return_none;
}

static const MethodDef islice_methods[] = {
    {"__reduce__", (void *)islice_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {"__setstate__", (void *)islice_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {0},
};

static TypeObject type_islice = {
    ITERTOOLS_TYPE("islice", SliceIterObject, islice),
    .methods = islice_methods,
    .doc =
        "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> "
        "islice object\n\nReturn an iterator whose next() method returns selected values from an\n"
        "iterable.  If start is specified, will skip all preceding elements;\notherwise, start "
        "defaults to zero.  Step defaults to one.  If\nspecified as another value, step "
        "determines how many values are\nskipped between successive calls.  Works like a slice() "
        "on a list\nbut returns an iterator.",
    .dealloc = islice_dealloc,
    .traverse = islice_traverse,
};

// --- pairwise: source, other = the item before ---

static Object *pairwise_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if (check_arguments(type, &type_pairwise, nargs, kwnames, 1) < 0)
        return NULL;
    return step_new_steal(type, object_iterate(args[0]), NULL);
}
ITERTOOLS_CONSTRUCT(pairwise)

static Object *pairwise_next(Object *self)
{
    StepObject *step = STEP(self);
    Object *source = step->source, *item;
    if (!source)
        return NULL;
    incref(source);
    if (!step->other) {
        item = next_of(source);
        if (!item)
            goto end;
        ref_set_steal(&step->other, item);
        if (!step->source) { // reading it, the source came to the end of this iterator
            ref_clear(&step->other);
            goto end;
        }
    }
    Object *before = new_ref(step->other);
    item = next_of(source);
    if (!item) {
        decref(before);
        goto end;
    }
    Object *result = tuple_pack(2, before, item);
    ref_set_steal(&step->other, item);
    decref(before);
    decref(source);
    return result;
end:
    if (step->source)
        ref_clear(&step->source);
    if (step->other)
        ref_clear(&step->other);
    decref(source);
    return NULL;
}

STEP_TYPE(type_pairwise, "pairwise", pairwise,
          .doc = "pairwise(iterable, /)\n--\n\nReturn an iterator of overlapping pairs taken from "
                 "the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...");

// --- repeat: other = object; index = times left, -1: endless ---

static Object *repeat_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"object", "times", NULL};
    static const Signature signature = {"repeat", parameters, 0, 1, 2};
    Object *values[2];
    int64_t times = -1;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 ||
        (values[1] && itertools_read_size(values[1], &times) < 0))
        return NULL;
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    STEP(self)->other = new_ref(values[0]);
    STEP(self)->index = values[1] && times < 0 ? 0 : times;
    gc_track(self);
    return self;
}
ITERTOOLS_CONSTRUCT(repeat)

static Object *repeat_next(Object *self)
{
    StepObject *repeat = STEP(self);
    if (repeat->index == 0)
        return NULL;
    if (repeat->index > 0)
        repeat->index--;
    return new_ref(repeat->other);
}

static Object *repeat_repr(Object *self)
{
    StepObject *repeat = STEP(self);
    Object *name = type_name(type_of(self)), *result = NULL;
    if (name && repeat->index < 0)
        result = str_format("%U(%R)", name, repeat->other);
    else if (name)
        result = str_format("%U(%R, %lld)", name, repeat->other, (long long)repeat->index);
    xdecref(name);
    return result;
}

static Object *repeat_method_length_hint(Object *self)
{
    if (STEP(self)->index < 0)
        return error_text(&exc_type_error, "len() of unsized object");
    return int_from_int64(STEP(self)->index);
}

static Object *repeat_method_reduce(Object *self)
{
    StepObject *repeat = STEP(self);
    Object *times = int_from_int64(repeat->index), *args = NULL;
    if (times)
        args =
            repeat->index < 0 ? tuple_pack(1, repeat->other) : tuple_pack(2, repeat->other, times);
    Object *result = args ? tuple_pack(2, OBJECT(type_of(self)), args) : NULL;
    xdecref(args);
    xdecref(times);
    return result;
}

static const MethodDef repeat_methods[] = {
    {"__length_hint__", (void *)repeat_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {"__reduce__", (void *)repeat_method_reduce, METHOD_NOARGS,
     "Return state information for pickling."},
    {0},
};

STEP_TYPE(type_repeat, "repeat", repeat, .methods = repeat_methods, .repr = repeat_repr,
          .doc = "repeat(object [,times]) -> create an iterator which returns the object\nfor the "
                 "specified number of times.  If not specified, returns the object\nendlessly.");

// --- zip_longest: source = tuple of iterators (None: at its end), other = fill value, extra =
// result tuple, index = iterators that are not at their end ---

static Object *zip_longest_make(TypeObject *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    Object *fill = object_none;
    size_t keyword_count = kwnames ? TUPLE(kwnames)->count : 0;
    if (keyword_count) {
        if (keyword_count > 1 || !str_equal_text(TUPLE(kwnames)->items[0], "fillvalue"))
            return error_text(&exc_type_error, "zip_longest() got an unexpected keyword argument");
        fill = args[nargs];
    }
    Object *sources = tuple_new(nargs), *result = sources ? tuple_new(nargs) : NULL, *self = NULL;
    if (!result)
        goto fail;
    for (size_t i = 0; i < nargs; i++) {
        TUPLE(result)->items[i] = object_none;
        if (!(TUPLE(sources)->items[i] = object_iterate(args[i])))
            goto fail;
    }
    self = step_new_steal(type, sources, fill);
    if (self) {
        STEP(self)->extra = result;
        STEP(self)->index = (int64_t)nargs;
        return self;
    }
    sources = NULL;
fail:
    xdecref(sources);
    xdecref(result);
    return NULL;
}
ITERTOOLS_CONSTRUCT(zip_longest)

// The next item of iterator i, or the fill value; NULL when all are at their end and on error.
static Object *next_or_fill(StepObject *zip, size_t i)
{
    Object *source = TUPLE(zip->source)->items[i];
    Object *item = source == object_none ? NULL : next_held(source);
    if (item)
        return item;
    if (TUPLE(zip->source)->items[i] != object_none) {
        zip->index--;
        if (zip->index <= 0 || error_occurred()) { // below 0: the source asked this iterator
            zip->index = 0;
            return NULL;
        }
        ref_set_steal(&TUPLE(zip->source)->items[i], object_none);
    }
    return new_ref(zip->other);
}

static Object *zip_longest_next(Object *self)
{
    StepObject *zip = STEP(self);
    size_t count = TUPLE(zip->source)->count;
    if (count == 0 || zip->index == 0)
        return NULL;
    Object *result = zip->extra;
    bool is_reused = result->refcount == 1;
    result = is_reused ? new_ref(result) : tuple_new(count);
    if (!result)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        Object *item = next_or_fill(zip, i);
        if (!item) {
            decref(result);
            return NULL;
        }
        Object *old = TUPLE(result)->items[i];
        TUPLE(result)->items[i] = item;
        xdecref(old);
    }
    if (unlikely(!(result->flags & FLAG_TRACKED)))
        gc_track(result);
    return result;
}

STEP_TYPE(type_zip_longest, "zip_longest", zip_longest,
          .doc = "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\n"
                 "Return a zip_longest object whose .__next__() method returns a tuple where\nthe "
                 "i-th element comes from the i-th iterable argument.  The .__next__()\nmethod "
                 "continues until the longest iterable in the argument sequence\nis exhausted and "
                 "then it raises StopIteration.  When the shorter iterables\nare exhausted, the "
                 "fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can "
                 "be specified by a keyword argument.\n");

// --- the module ---

static int fill_itertools(ModuleObject *module)
{
    TypeObject *const types[] = {
        &type_accumulate, &type_combinations, &type_combinations_with_replacement,
        &type_cycle,      &type_dropwhile,    &type_takewhile,
        &type_islice,     &type_starmap,      &type_chain,
        &type_compress,   &type_filterfalse,  &type_count,
        &type_pairwise,   &type_permutations, &type_product,
        &type_repeat,     &type_groupby,      &type_zip_longest,
        &type_grouper,    &type_tee,          &type_tee_data,
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (module_add_type(module, types[i]) < 0)
            return -1;
    return 0;
}

static const MethodDef itertools_functions[] = {
    {"tee", (void *)itertools_fn_tee, METHOD_FAST,
     "tee($module, iterable, n=2, /)\n--\n\nReturns a tuple of n independent iterators."},
    {0},
};

extern const ModuleDef module_itertools;
const ModuleDef module_itertools = {
    .name = "itertools",
    .doc =
        "Functional tools for creating and using iterators.\n\nInfinite iterators:\n"
        "count(start=0, step=1) --> start, start+step, start+2*step, ...\ncycle(p) --> p0, p1, "
        "... plast, p0, p1, ...\nrepeat(elem [,n]) --> elem, elem, elem, ... endlessly or up to n "
        "times\n\nIterators terminating on the shortest input sequence:\naccumulate(p[, func]) "
        "--> p0, p0+p1, p0+p1+p2\nchain(p, q, ...) --> p0, p1, ... plast, q0, q1, ...\n"
        "chain.from_iterable([p, q, ...]) --> p0, p1, ... plast, q0, q1, ...\ncompress(data, "
        "selectors) --> (d[0] if s[0]), (d[1] if s[1]), ...\ndropwhile(pred, seq) --> seq[n], "
        "seq[n+1], starting when pred fails\ngroupby(iterable[, keyfunc]) --> sub-iterators "
        "grouped by value of keyfunc(v)\nfilterfalse(pred, seq) --> elements of seq where "
        "pred(elem) is False\nislice(seq, [start,] stop [, step]) --> elements from\n       "
        "seq[start:stop:step]\npairwise(s) --> (s[0],s[1]), (s[1],s[2]), (s[2], s[3]), ...\n"
        "starmap(fun, seq) --> fun(*seq[0]), fun(*seq[1]), ...\ntee(it, n=2) --> (it1, it2 , ... "
        "itn) splits one iterator into n\ntakewhile(pred, seq) --> seq[0], seq[1], until pred "
        "fails\nzip_longest(p, q, ...) --> (p[0], q[0]), (p[1], q[1]), ...\n\nCombinatoric "
        "generators:\nproduct(p, q, ... [repeat=1]) --> cartesian product\npermutations(p[, r])\n"
        "combinations(p, r)\ncombinations_with_replacement(p, r)\n",
    .functions = itertools_functions,
    .fill = fill_itertools,
};
