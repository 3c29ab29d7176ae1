// itertools: product, combinations, combinations_with_replacement, permutations.
//
// All walk over indices into pools, which are tuples, and fill one result tuple; it is given out
// again while nobody else holds it. The pools hold every item, so that no script code runs here.
#include "stdlib/data/itertools_private.h"

#include <string.h>

typedef struct CombineObject {
    Object header;
    Object *pool;    // tuple: product: of tuples, one for each place; the others: of items
    Object *result;  // NULL before the first
    size_t *indices; // one for each place (permutations: for each item)
    size_t *cycles;  // permutations: one for each place
    size_t place_count, index_count;
    bool is_at_end;
} CombineObject;
#define COMBINE(o) ((CombineObject *)(o))

static Object *combine_new(TypeObject *type, Object *pool, size_t place_count, size_t index_count,
                           size_t cycle_count)
{
    Object *self = type_allocate(type, 0);
    if (!self)
        return NULL;
    CombineObject *combine = COMBINE(self);
    combine->pool = new_ref(pool);
    combine->place_count = place_count;
    combine->index_count = index_count;
    if (index_count > SIZE_MAX / 64 || cycle_count > SIZE_MAX / 64)
        goto fail;
    if (index_count && !(combine->indices = memory_alloc(index_count * sizeof(size_t), MEMORY_RAW)))
        goto fail;
    if (cycle_count && !(combine->cycles = memory_alloc(cycle_count * sizeof(size_t), MEMORY_RAW)))
        goto fail;
    if (index_count)
        memset(combine->indices, 0, index_count * sizeof(size_t));
    gc_track(self);
    return self;
fail:
    decref(self);
    return error_no_memory();
}

static void combine_dealloc(Object *self)
{
    if (!dealloc_enter(self))
        return;
    CombineObject *combine = COMBINE(self);
    ref_clear(&combine->pool);
    ref_clear(&combine->result);
    if (combine->indices)
        memory_free(combine->indices, combine->index_count * sizeof(size_t));
    if (combine->cycles)
        memory_free(combine->cycles, combine->place_count * sizeof(size_t));
    combine->indices = combine->cycles = NULL;
    type_release(self, 0);
    dealloc_leave();
}

static int combine_traverse(Object *self, VisitFn visit, void *context)
{
    VISIT(COMBINE(self)->pool);
    VISIT(COMBINE(self)->result);
    return 0;
}

static Object *combine_method_sizeof(Object *self)
{
    const CombineObject *combine = COMBINE(self);
    size_t count = combine->index_count + (combine->cycles ? combine->place_count : 0);
    return int_from_size(object_byte_size(self) + count * sizeof(size_t));
}

// The iterator has given all.
static Object *finish(CombineObject *combine)
{
    combine->is_at_end = true;
    return NULL;
}

// result[place] = the item that its index stands for.
static inline void fill_place(CombineObject *combine, Object *result, size_t place)
{
    Object *item = TUPLE(combine->pool)->items[combine->indices[place]];
    ref_set_steal(&TUPLE(result)->items[place], new_ref(item));
}

// The first result, from the indices as they are.
static Object *first_result(CombineObject *combine)
{
    Object *result = tuple_new(combine->place_count);
    if (!result)
        return NULL;
    for (size_t i = 0; i < combine->place_count; i++)
        fill_place(combine, result, i);
    combine->result = result;
    return new_ref(result);
}

// --- product ---

// The pools, `repeat` times.
static Object *make_pools(Object *const *args, size_t nargs, size_t repeat)
{
    size_t count;
    if (__builtin_mul_overflow(nargs, repeat, &count) || count > SIZE_MAX / 64)
        return error_no_memory();
    Object *pools = tuple_new(count);
    for (size_t i = 0; pools && i < count; i++) {
        Object *pool =
            i < nargs ? object_to_tuple(args[i]) : new_ref(TUPLE(pools)->items[i - nargs]);
        TUPLE(pools)->items[i] = pool;
        if (!pool)
            ref_clear(&pools);
    }
    return pools;
}

static Object *product_make(TypeObject *type, Object *const *args, size_t nargs, Object *kwnames)
{
    static const char *const parameters[] = {"repeat", NULL};
    static const Signature signature = {"product", parameters, 0, 0, 0};
    Object *argument = NULL;
    int64_t repeat = 1;
    if (kwnames && (args_parse(&signature, args + nargs, 0, kwnames, &argument) < 0 ||
                    (argument && itertools_read_size(argument, &repeat) < 0)))
        return NULL;
    if (repeat < 0)
        return error_text(&exc_value_error, "repeat argument cannot be negative");
    Object *pools = make_pools(args, repeat ? nargs : 0, (size_t)repeat);
    if (!pools)
        return NULL;
    size_t count = TUPLE(pools)->count;
    Object *self = combine_new(type, pools, count, count, 0);
    decref(pools);
    return self;
}
ITERTOOLS_CONSTRUCT(product)

static inline void product_fill(CombineObject *product, Object *result, size_t place)
{
    Object *pool = TUPLE(product->pool)->items[place];
    Object *item = TUPLE(pool)->items[product->indices[place]];
    ref_set_steal(&TUPLE(result)->items[place], new_ref(item));
}

static Object *product_next(Object *self)
{
    CombineObject *product = COMBINE(self);
    if (product->is_at_end)
        return NULL;
    if (!product->result) {
        for (size_t i = 0; i < product->place_count; i++)
            if (TUPLE(TUPLE(product->pool)->items[i])->count == 0)
                return finish(product);
        Object *result = tuple_new(product->place_count);
        if (!result)
            return NULL;
        for (size_t i = 0; i < product->place_count; i++)
            product_fill(product, result, i);
        product->result = result;
        return new_ref(result);
    }
    if (product->place_count == 0)
        return finish(product);
    Object *result = itertools_reuse_tuple(&product->result);
    if (!result)
        return NULL;
    for (size_t i = product->place_count; i-- > 0;) {
        Object *pool = TUPLE(product->pool)->items[i];
        bool is_over = ++product->indices[i] == TUPLE(pool)->count;
        if (is_over)
            product->indices[i] = 0;
        product_fill(product, result, i);
        if (!is_over)
            return result;
    }
    decref(result);
    return finish(product);
}

static const MethodDef combine_methods[] = {
    {"__sizeof__", (void *)combine_method_sizeof, METHOD_NOARGS,
     "Returns size in memory, in bytes."},
    {0},
};

TypeObject type_product = {
    ITERTOOLS_TYPE("product", CombineObject, product),
    .doc =
        "product(*iterables, repeat=1) --> product object\n\nCartesian product of input "
        "iterables.  Equivalent to nested for-loops.\n\nFor example, product(A, B) returns the "
        "same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost "
        "for-loop, so the output tuples\ncycle in a manner similar to an odometer (with the "
        "rightmost element changing\non every iteration).\n\nTo compute the product of an "
        "iterable with itself, specify the number\nof repetitions with the optional repeat "
        "keyword argument. For example,\nproduct(A, repeat=4) means the same as product(A, A, A, "
        "A).\n\nproduct('ab', range(3)) --> ('a',0) ('a',1) ('a',2) ('b',0) ('b',1) ('b',2)\n"
        "product((0,1), (0,1), (0,1)) --> (0,0,0) (0,0,1) (0,1,0) (0,1,1) (1,0,0) ...",
    .methods = combine_methods,
    .dealloc = combine_dealloc,
    .traverse = combine_traverse,
};

// --- combinations, with and without replacement ---

// The arguments (iterable, r). 0 / -1.
static int read_arguments(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                          Object **pool, int64_t *count)
{
    static const char *const parameters[] = {"iterable", "r", NULL};
    const Signature signature = {name, parameters, 0, 2, 2};
    Object *values[2];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0 ||
        itertools_read_size(values[1], count) < 0 || !(*pool = object_to_tuple(values[0])))
        return -1;
    if (*count >= 0)
        return 0;
    ref_clear(pool);
    error_text(&exc_value_error, "r must be non-negative");
    return -1;
}

static Object *combinations_make(TypeObject *type, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    Object *pool;
    int64_t count;
    if (read_arguments("combinations", args, nargs, kwnames, &pool, &count) < 0)
        return NULL;
    bool is_empty = (size_t)count > TUPLE(pool)->count;
    size_t places = is_empty ? 0 : (size_t)count;
    Object *self = combine_new(type, pool, places, places, 0);
    decref(pool);
    if (self) {
        COMBINE(self)->is_at_end = is_empty;
        for (size_t i = 0; i < places; i++)
            COMBINE(self)->indices[i] = i;
    }
    return self;
}
ITERTOOLS_CONSTRUCT(combinations)

static Object *combinations_next(Object *self)
{
    CombineObject *combine = COMBINE(self);
    if (combine->is_at_end)
        return NULL;
    if (!combine->result)
        return first_result(combine);
    size_t places = combine->place_count, i = places, rest = TUPLE(combine->pool)->count - places;
    while (i > 0 && combine->indices[i - 1] == i - 1 + rest)
        i--;
    if (i == 0)
        return finish(combine);
    Object *result = itertools_reuse_tuple(&combine->result);
    if (!result)
        return NULL;
    combine->indices[--i]++;
    fill_place(combine, result, i);
    while (++i < places) {
        combine->indices[i] = combine->indices[i - 1] + 1;
        fill_place(combine, result, i);
    }
    return result;
}

TypeObject type_combinations = {
    ITERTOOLS_TYPE("combinations", CombineObject, combinations),
    .doc =
        "combinations(iterable, r)\n--\n\nReturn successive r-length combinations of elements in "
        "the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
    .methods = combine_methods,
    .dealloc = combine_dealloc,
    .traverse = combine_traverse,
};

static Object *replacement_make(TypeObject *type, Object *const *args, size_t nargs,
                                Object *kwnames)
{
    Object *pool;
    int64_t count;
    if (read_arguments("combinations_with_replacement", args, nargs, kwnames, &pool, &count) < 0)
        return NULL;
    bool is_empty = TUPLE(pool)->count == 0 && count > 0;
    size_t places = is_empty ? 0 : (size_t)count;
    Object *self = combine_new(type, pool, places, places, 0);
    decref(pool);
    if (self)
        COMBINE(self)->is_at_end = is_empty;
    return self;
}
ITERTOOLS_CONSTRUCT(replacement)

static Object *replacement_next(Object *self)
{
    CombineObject *combine = COMBINE(self);
    if (combine->is_at_end)
        return NULL;
    if (!combine->result)
        return first_result(combine);
    size_t places = combine->place_count, i = places, last = TUPLE(combine->pool)->count - 1;
    while (i > 0 && combine->indices[i - 1] == last)
        i--;
    if (i == 0)
        return finish(combine);
    Object *result = itertools_reuse_tuple(&combine->result);
    if (!result)
        return NULL;
    size_t index = combine->indices[--i] + 1;
    for (; i < places; i++) {
        combine->indices[i] = index;
        fill_place(combine, result, i);
    }
    return result;
}

TypeObject type_combinations_with_replacement = {
    ITERTOOLS_TYPE("combinations_with_replacement", CombineObject, replacement),
    .doc =
        "combinations_with_replacement(iterable, r)\n--\n\nReturn successive r-length "
        "combinations of elements in the iterable allowing individual elements to have successive "
        "repeats.\n\ncombinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), "
        "('B','B'), ('B','C'), ('C','C')",
    .methods = combine_methods,
    .dealloc = combine_dealloc,
    .traverse = combine_traverse,
};

// --- permutations ---

static Object *permutations_make(TypeObject *type, Object *const *args, size_t nargs,
                                 Object *kwnames)
{
    static const char *const parameters[] = {"iterable", "r", NULL};
    static const Signature signature = {"permutations", parameters, 0, 1, 2};
    Object *values[2], *self = NULL;
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return NULL;
    Object *pool = object_to_tuple(values[0]);
    if (!pool)
        return NULL;
    size_t items = TUPLE(pool)->count;
    int64_t count = (int64_t)items;
    if (values[1] && values[1] != object_none) {
        if (!IS_INT(values[1])) {
            error_text(&exc_type_error, "Expected int as r");
            goto done;
        }
        if (itertools_read_size(values[1], &count) < 0)
            goto done;
        if (count < 0) {
            error_text(&exc_value_error, "r must be non-negative");
            goto done;
        }
    }
    bool is_empty = (size_t)count > items;
    size_t places = is_empty ? 0 : (size_t)count;
    self = combine_new(type, pool, places, items, places);
    if (self) {
        COMBINE(self)->is_at_end = is_empty;
        for (size_t i = 0; i < items; i++)
            COMBINE(self)->indices[i] = i;
        for (size_t i = 0; i < places; i++)
            COMBINE(self)->cycles[i] = items - i;
    }
done:
    decref(pool);
    return self;
}
ITERTOOLS_CONSTRUCT(permutations)

static Object *permutations_next(Object *self)
{
    CombineObject *combine = COMBINE(self);
    if (combine->is_at_end)
        return NULL;
    if (!combine->result)
        return first_result(combine);
    if (combine->place_count == 0 || combine->index_count == 0)
        return finish(combine);
    Object *result = itertools_reuse_tuple(&combine->result);
    if (!result)
        return NULL;
    size_t *indices = combine->indices, count = combine->index_count;
    for (size_t i = combine->place_count; i-- > 0;) {
        if (--combine->cycles[i] == 0) { // this place had all: its item goes to the end
            size_t index = indices[i];
            memmove(indices + i, indices + i + 1, (count - 1 - i) * sizeof *indices);
            indices[count - 1] = index;
            combine->cycles[i] = count - i;
        } else {
            size_t other = count - combine->cycles[i], index = indices[i];
            indices[i] = indices[other];
            indices[other] = index;
            for (size_t k = i; k < combine->place_count; k++)
                fill_place(combine, result, k);
            return result;
        }
    }
    decref(result);
    return finish(combine);
}

TypeObject type_permutations = {
    ITERTOOLS_TYPE("permutations", CombineObject, permutations),
    .doc = "permutations(iterable, r=None)\n--\n\nReturn successive r-length permutations of "
           "elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), "
           "(2,0), (2,1)",
    .methods = combine_methods,
    .dealloc = combine_dealloc,
    .traverse = combine_traverse,
};
