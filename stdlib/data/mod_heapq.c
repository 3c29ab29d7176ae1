// The module _heapq: heaps in lists. merge(), nlargest() and nsmallest() are in lib/heapq.py.
//
// A comparison may run script code that changes the list: each one is followed by a look at its
// length, and items are held while they are compared.
#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/model/call.h"
#include "runtime/program/module.h"

// heap[left] < heap[right] (is_max: the other way round): 1, 0, -1; -1 too if the list changed.
static int is_before(Object *heap, size_t left, size_t right, bool is_max)
{
    size_t count = LIST(heap)->count;
    Object *a = LIST(heap)->items[left], *b = LIST(heap)->items[right];
    int result = is_max ? item_compare_plain(b, a, COMPARE_LT) : item_compare_plain(a, b, COMPARE_LT);
    if (likely(result >= 0))
        return result;
    incref(a);
    incref(b);
    result =
        is_max ? object_compare_bool(b, a, COMPARE_LT) : object_compare_bool(a, b, COMPARE_LT);
    decref(a);
    decref(b);
    if (result >= 0 && LIST(heap)->count != count) {
        error_text(&exc_runtime_error, "list changed size during iteration");
        return -1;
    }
    return result;
}

static void swap(Object *heap, size_t a, size_t b)
{
    Object **items = LIST(heap)->items, *item = items[a];
    items[a] = items[b];
    items[b] = item;
}

// Moves the item at `place` towards `start` while it comes before its parent. 0 / -1.
static int sift_up(Object *heap, size_t start, size_t place, bool is_max)
{
    while (place > start) {
        size_t parent = (place - 1) / 2;
        int result = is_before(heap, place, parent, is_max);
        if (result <= 0)
            return result;
        swap(heap, place, parent);
        place = parent;
    }
    return 0;
}

// Moves the item at `place` down to a leaf, following the smaller children, and from there up to
// where it belongs: fewer comparisons than stopping on the way. 0 / -1.
static int sift_down(Object *heap, size_t place, bool is_max)
{
    size_t start = place, count = LIST(heap)->count;
    while (place < count / 2) {
        size_t child = 2 * place + 1;
        if (child + 1 < count) {
            int result = is_before(heap, child, child + 1, is_max);
            if (result < 0)
                return -1;
            child += !result;
        }
        swap(heap, child, place);
        place = child;
    }
    return sift_up(heap, start, place, is_max);
}

static bool is_heap(const char *name, const char *which, Object *heap)
{
    if (IS_LIST(heap))
        return true;
    error_format(&exc_type_error, "%s() argument %smust be list, not %.50T", name, which, heap);
    return false;
}

// heap and item. False with exception.
static bool read_pair(const char *name, Object *const *args, size_t nargs)
{
    return args_check_count(name, nargs, 2, 2) == 0 && is_heap(name, "1 ", args[0]);
}

static bool is_not_empty(Object *heap)
{
    if (LIST(heap)->count)
        return true;
    error_text(&exc_index_error, "index out of range");
    return false;
}

static Object *heapq_fn_heappush(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (!read_pair("heappush", args, nargs) || list_append(args[0], args[1]) < 0 ||
        sift_up(args[0], 0, LIST(args[0])->count - 1, false) < 0)
        return NULL;
    return_none;
}

static Object *pop(Object *heap, bool is_max)
{
    if (!is_not_empty(heap))
        return NULL;
    ListObject *list = LIST(heap);
    Object *last = list_take_last(heap);
    if (list->count == 0)
        return last;
    Object *first = list->items[0];
    list->items[0] = last;
    if (sift_down(heap, 0, is_max) < 0)
        ref_clear(&first);
    return first;
}

// Takes the first item and puts another in.
static Object *replace(Object *heap, Object *item, bool is_max)
{
    if (!is_not_empty(heap))
        return NULL;
    Object *first = LIST(heap)->items[0];
    LIST(heap)->items[0] = new_ref(item);
    if (sift_down(heap, 0, is_max) < 0)
        ref_clear(&first);
    return first;
}

static Object *heapq_fn_heappop(Object *module, Object *heap)
{
    (void)module;
    return is_heap("heappop", "", heap) ? pop(heap, false) : NULL;
}

static Object *heapq_fn_heappop_max(Object *module, Object *heap)
{
    (void)module;
    return is_heap("_heappop_max", "", heap) ? pop(heap, true) : NULL;
}

static Object *heapq_fn_heapreplace(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return read_pair("heapreplace", args, nargs) ? replace(args[0], args[1], false) : NULL;
}

static Object *heapq_fn_heapreplace_max(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    return read_pair("_heapreplace_max", args, nargs) ? replace(args[0], args[1], true) : NULL;
}

static Object *heapq_fn_heappushpop(Object *module, Object *const *args, size_t nargs)
{
    (void)module;
    if (!read_pair("heappushpop", args, nargs))
        return NULL;
    Object *heap = args[0], *item = args[1];
    if (LIST(heap)->count == 0)
        return new_ref(item);
    Object *first = new_ref(LIST(heap)->items[0]);
    int is_less = object_compare_bool(first, item, COMPARE_LT);
    decref(first);
    if (is_less < 0)
        return NULL;
    return is_less ? replace(heap, item, false) : new_ref(item);
}

static Object *heapify(Object *heap, bool is_max)
{
    for (size_t i = LIST(heap)->count / 2; i-- > 0;)
        if (sift_down(heap, i, is_max) < 0)
            return NULL;
    return_none;
}

static Object *heapq_fn_heapify(Object *module, Object *heap)
{
    (void)module;
    return is_heap("heapify", "", heap) ? heapify(heap, false) : NULL;
}

static Object *heapq_fn_heapify_max(Object *module, Object *heap)
{
    (void)module;
    return is_heap("_heapify_max", "", heap) ? heapify(heap, true) : NULL;
}

static const MethodDef heapq_functions[] = {
    {"heappush", (void *)heapq_fn_heappush, METHOD_FAST,
     "heappush($module, heap, item, /)\n--\n\nPush item onto heap, maintaining the heap "
     "invariant."},
    {"heappushpop", (void *)heapq_fn_heappushpop, METHOD_FAST,
     "heappushpop($module, heap, item, /)\n--\n\nPush item on the heap, then pop and return the "
     "smallest item from the heap.\n\nThe combined action runs more efficiently than heappush() "
     "followed by\na separate call to heappop()."},
    {"heappop", (void *)heapq_fn_heappop, METHOD_O,
     "heappop($module, heap, /)\n--\n\nPop the smallest item off the heap, maintaining the heap "
     "invariant."},
    {"heapreplace", (void *)heapq_fn_heapreplace, METHOD_FAST,
     "heapreplace($module, heap, item, /)\n--\n\nPop and return the current smallest value, and "
     "add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can "
     "be\nmore appropriate when using a fixed-size heap.  Note that the value\nreturned may be "
     "larger than item!  That constrains reasonable uses of\nthis routine unless written as part "
     "of a conditional replacement:\n\n    if item > heap[0]:\n        item = heapreplace(heap, "
     "item)"},
    {"heapify", (void *)heapq_fn_heapify, METHOD_O,
     "heapify($module, heap, /)\n--\n\nTransform list into a heap, in-place, in O(len(heap)) "
     "time."},
    {"_heappop_max", (void *)heapq_fn_heappop_max, METHOD_O,
     "_heappop_max($module, heap, /)\n--\n\nMaxheap variant of heappop."},
    {"_heapify_max", (void *)heapq_fn_heapify_max, METHOD_O,
     "_heapify_max($module, heap, /)\n--\n\nMaxheap variant of heapify."},
    {"_heapreplace_max", (void *)heapq_fn_heapreplace_max, METHOD_FAST,
     "_heapreplace_max($module, heap, item, /)\n--\n\nMaxheap variant of heapreplace."},
    {0},
};

extern const ModuleDef module__heapq;
const ModuleDef module__heapq = {
    .name = "_heapq",
    .doc =
        "Heap queue algorithm (a.k.a. priority queue).\n\nHeaps are arrays for which a[k] <= "
        "a[2*k+1] and a[k] <= a[2*k+2] for\nall k, counting elements from 0.  For the sake of "
        "comparison,\nnon-existing elements are considered to be infinite.  The interesting\n"
        "property of a heap is that a[0] is always its smallest element.\n\nUsage:\n\nheap = "
        "[]            # creates an empty heap\nheappush(heap, item) # pushes a new item on the "
        "heap\nitem = heappop(heap) # pops the smallest item from the heap\nitem = heap[0]       "
        "# smallest item on the heap without popping it\nheapify(x)           # transforms list "
        "into a heap, in-place, in linear time\nitem = heapreplace(heap, item) # pops and returns "
        "smallest item, and adds\n                               # new item; the heap size is "
        "unchanged\n\nOur API differs from textbook heap algorithms as follows:\n\n- We use "
        "0-based indexing.  This makes the relationship between the\n  index for a node and the "
        "indexes for its children slightly less\n  obvious, but is more suitable since Python "
        "uses 0-based indexing.\n\n- Our heappop() method returns the smallest item, not the "
        "largest.\n\nThese two make it possible to view the heap as a regular Python list\n"
        "without surprises: heap[0] is the smallest item, and heap.sort()\nmaintains the heap "
        "invariant!\n",
    .functions = heapq_functions,
};
