// Iterators over lists, tuples, sequences and callables, and reversed(). enumerate, zip, map and
// filter: iterators_function.c. An iterator lets its sequence go when it is exhausted.
#include "runtime/containers/iterators.h"

#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/gc/dealloc.h"
#include "runtime/model/attribute.h"
#include "runtime/model/call.h"
#include "runtime/model/names.h"
#include "runtime/model/singletons.h"

#define ITER(o) ((ListIterObject *)(o))

typedef struct CallableIterObject {
    Object header;
    Object *callable, *sentinel; // NULL when exhausted
} CallableIterObject;
#define CALLABLE_ITER(o) ((CallableIterObject *)(o))

// ---- Over a sequence and an index ---------------------------------------------------------------

static inline Object *iter_new(TypeObject *type, Object *sequence, int64_t index)
{
    Object *self = gc_alloc(type, sizeof(ListIterObject));
    if (unlikely(!self))
        return error_no_memory();
    ITER(self)->sequence = new_ref(sequence);
    ITER(self)->index = index;
    gc_track(self);
    return self;
}

static void iter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    xdecref(ITER(self)->sequence);
    gc_free(self, sizeof(ListIterObject));
    dealloc_leave();
}

static int iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(ITER(self)->sequence);
    return 0;
}

static Object *stop(ListIterObject *iter)
{
    Object *sequence = iter->sequence;
    iter->sequence = NULL;
    decref(sequence);
    return NULL;
}

Object *list_iter_new(Object *list)
{
    return iter_new(&type_list_iter, list, 0);
}

Object *list_reverse_iter_new(Object *list)
{
    return iter_new(&type_list_reverse_iter, list, (int64_t)LIST(list)->count - 1);
}

Object *tuple_iter_new(Object *tuple)
{
    return iter_new(&type_tuple_iter, tuple, 0);
}

Object *sequence_iter_new(Object *sequence)
{
    return iter_new(&type_sequence_iter, sequence, 0);
}

static Object *list_iter_next(Object *self)
{
    ListIterObject *iter = ITER(self);
    ListObject *list = LIST(iter->sequence);
    if (unlikely(!list))
        return NULL;
    if (likely((uint64_t)iter->index < list->count))
        return new_ref(list->items[iter->index++]);
    return stop(iter);
}

static Object *list_reverse_iter_next(Object *self)
{
    ListIterObject *iter = ITER(self);
    ListObject *list = LIST(iter->sequence);
    if (!list)
        return NULL;
    if ((uint64_t)iter->index < list->count)
        return new_ref(list->items[iter->index--]);
    iter->index = -1;
    return stop(iter);
}

static Object *tuple_iter_next(Object *self)
{
    ListIterObject *iter = ITER(self);
    TupleObject *tuple = TUPLE(iter->sequence);
    if (unlikely(!tuple))
        return NULL;
    if (likely((uint64_t)iter->index < tuple->count))
        return new_ref(tuple->items[iter->index++]);
    return stop(iter);
}

// After sequence_item failed: IndexError and StopIteration mean the end.
static Object *end_of_sequence(ListIterObject *iter)
{
    if (error_is(&exc_index_error) || error_is(&exc_stop_iteration)) {
        error_clear();
        if (iter->sequence)
            stop(iter);
    }
    return NULL;
}

static Object *sequence_iter_next(Object *self)
{
    ListIterObject *iter = ITER(self);
    if (!iter->sequence)
        return NULL;
    if (iter->index == INT64_MAX)
        return error_text(&exc_overflow_error, "iter index too large");
    Object *item = sequence_item(iter->sequence, iter->index);
    if (unlikely(!item))
        return end_of_sequence(iter);
    iter->index++;
    return item;
}

static bool is_reverse(Object *self)
{
    return IS_EXACT(self, LIST_REVERSE_ITER) || self->type_index == TYPE_REVERSED ||
           type_of(self)->next == type_reversed.next;
}

static Object *iter_method_length_hint(Object *self)
{
    ListIterObject *iter = ITER(self);
    if (!iter->sequence)
        return int_from_int64(0);
    int64_t length = object_length(iter->sequence);
    if (length < 0)
        return NULL;
    if (!iter->sequence) // __len__ ran
        return int_from_int64(0);
    int64_t left = is_reverse(self) ? iter->index + 1 : length - iter->index;
    if (is_reverse(self) && length < left)
        left = 0;
    return int_from_int64(left < 0 ? 0 : left);
}

// Sets the index, moved into the sequence: how copy and pickle bring an iterator back.
static Object *iter_method_setstate(Object *self, Object *position)
{
    ListIterObject *iter = ITER(self);
    if (!IS_INT(position))
        return error_text(&exc_type_error, "an integer is required");
    int64_t index = object_as_index(position, &exc_overflow_error);
    if (index == -1 && error_occurred())
        return NULL;
    if (!iter->sequence)
        return_none;
    int64_t first = 0, last = INT64_MAX; // of an iterator over __getitem__, which may lack __len__
    if (!IS_EXACT(self, SEQUENCE_ITER)) {
        last = object_length(iter->sequence);
        if (last < 0)
            return NULL;
    }
    if (is_reverse(self)) {
        first = -1;
        last--;
    }
    iter->index = index < first ? first : index > last ? last : index;
    return_none;
}

static const MethodDef iter_methods[] = {
    {"__length_hint__", (void *)iter_method_length_hint, METHOD_NOARGS,
     "Private method returning an estimate of len(list(it))."},
    {"__setstate__", (void *)iter_method_setstate, METHOD_O,
     "Set state information for unpickling."},
    {0},
};

#define INDEX_ITERATOR(symbol, text, next_function) \
    TypeObject symbol = {                           \
        .header = OBJECT_HEADER_STATIC(TYPE_TYPE),  \
        .name = text,                               \
        .flags = TF_TRACKED | TF_NO_INSTANTIATION,  \
        .basic_size = sizeof(ListIterObject),       \
        .methods = iter_methods,                    \
        .dealloc = iter_dealloc,                    \
        .traverse = iter_traverse,                  \
        .iterate = iterate_self,                    \
        .next = next_function,                      \
    }

INDEX_ITERATOR(type_list_iter, "list_iterator", list_iter_next);
INDEX_ITERATOR(type_list_reverse_iter, "list_reverseiterator", list_reverse_iter_next);
INDEX_ITERATOR(type_tuple_iter, "tuple_iterator", tuple_iter_next);
INDEX_ITERATOR(type_sequence_iter, "iterator", sequence_iter_next);

// ---- iter(callable, sentinel) -------------------------------------------------------------------

Object *callable_iter_new(Object *callable, Object *sentinel)
{
    Object *self = gc_alloc(&type_callable_iter, sizeof(CallableIterObject));
    if (unlikely(!self))
        return error_no_memory();
    CALLABLE_ITER(self)->callable = new_ref(callable);
    CALLABLE_ITER(self)->sentinel = new_ref(sentinel);
    gc_track(self);
    return self;
}

static void callable_iter_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    xdecref(CALLABLE_ITER(self)->callable);
    xdecref(CALLABLE_ITER(self)->sentinel);
    gc_free(self, sizeof(CallableIterObject));
    dealloc_leave();
}

static int callable_iter_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(CALLABLE_ITER(self)->callable);
    VISIT(CALLABLE_ITER(self)->sentinel);
    return 0;
}

static Object *callable_iter_next(Object *self)
{
    CallableIterObject *iter = CALLABLE_ITER(self);
    if (!iter->callable)
        return NULL;
    Object *callable = new_ref(iter->callable);
    Object *result = call_none(callable);
    decref(callable);
    bool is_end = false;
    if (result) {
        Object *sentinel = iter->sentinel; // the call may have exhausted the iterator
        if (!sentinel) {
            decref(result);
            return NULL;
        }
        incref(sentinel);
        int equal = item_equal(sentinel, result);
        decref(sentinel);
        if (equal == 0)
            return result;
        decref(result);
        is_end = equal > 0;
    } else if (error_is(&exc_stop_iteration)) {
        error_clear();
        is_end = true;
    }
    if (is_end) {
        ref_clear(&iter->callable);
        ref_clear(&iter->sentinel);
    }
    return NULL;
}

TypeObject type_callable_iter = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "callable_iterator",
    .flags = TF_TRACKED | TF_NO_INSTANTIATION,
    .basic_size = sizeof(CallableIterObject),
    .dealloc = callable_iter_dealloc,
    .traverse = callable_iter_traverse,
    .iterate = iterate_self,
    .next = callable_iter_next,
};

// ---- reversed -----------------------------------------------------------------------------------

static Object *reversed_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    if ((type == &type_reversed || type->init == type_reversed.init) &&
        args_no_keywords("reversed", kwnames) < 0)
        return NULL;
    if (args_check_count("reversed", nargs, 1, 1) < 0)
        return NULL;
    Object *sequence = args[0];
    Object *special = object_lookup_special(sequence, NAME(reversed));
    if (special && special != object_none) {
        Object *result = call_none(special);
        decref(special);
        return result;
    }
    if (!special && error_occurred())
        return NULL;
    if (special == object_none || IS_DICT(sequence) || !type_of(sequence)->sequence.item)
        return error_format(&exc_type_error, "'%T' object is not reversible", sequence);
    int64_t length = object_length(sequence);
    if (length < 0)
        return NULL;
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    ITER(self)->sequence = new_ref(sequence);
    ITER(self)->index = length - 1;
    gc_track(self);
    return self;
}

static Object *reversed_construct(Object *type, Object *const *args, size_t nargs, Object *kwnames)
{
    return reversed_make((TypeObject *)type, args, nargs, kwnames);
}

static void reversed_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    ref_clear(&ITER(self)->sequence);
    type_release(self, 0);
    dealloc_leave();
}

static Object *reversed_next(Object *self)
{
    ListIterObject *iter = ITER(self);
    if (iter->index >= 0 && iter->sequence) {
        Object *item = sequence_item(iter->sequence, iter->index);
        if (item) {
            iter->index--;
            return item;
        }
        if (error_is(&exc_index_error) || error_is(&exc_stop_iteration))
            error_clear();
    }
    iter->index = -1;
    if (iter->sequence)
        stop(iter);
    return NULL;
}

TypeObject type_reversed = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "reversed",
    .doc =
     "reversed(sequence, /)\n--\n\n"
     "Return a reverse iterator over the values of the given sequence.",
    .flags = TF_TRACKED | TF_BASE,
    .basic_size = sizeof(ListIterObject),
    .methods = iter_methods,
    .dealloc = reversed_dealloc,
    .traverse = iter_traverse,
    .make = reversed_make,
    .construct = reversed_construct,
    .iterate = iterate_self,
    .next = reversed_next,
};
