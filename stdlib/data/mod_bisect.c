// The module _bisect: searching and inserting in sorted sequences. lib/bisect.py adds short names.
#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/model/call.h"
#include "runtime/model/names.h"
#include "runtime/program/module.h"
#include "runtime/text/intern.h"

typedef struct Search {
    Object *sequence, *value;
    int64_t low, high; // high -1: the length
    Object *key;       // function, or None
} Search;

// a, x, lo=0, hi=None, *, key=None. 0 / -1.
static int read_search(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                       Search *search)
{
    static const char *const parameters[] = {"a", "x", "lo", "hi", "key", NULL};
    const Signature signature = {name, parameters, 0, 2, 4};
    Object *values[5];
    if (args_parse(&signature, args, nargs, kwnames, values) < 0)
        return -1;
    *search = (Search){values[0], values[1], 0, -1, values[4] ? values[4] : object_none};
    if (values[2]) {
        search->low = object_as_index(values[2], &exc_overflow_error);
        if (search->low == -1 && error_occurred())
            return -1;
    }
    if (values[3] && values[3] != object_none) {
        if (!IS_INT(values[3]) && !has_index(values[3])) {
            error_format(&exc_type_error, "argument should be integer or None, not '%.200T'",
                         values[3]);
            return -1;
        }
        search->high = object_as_index(values[3], &exc_overflow_error);
        if (search->high == -1 && error_occurred())
            return -1;
    }
    return 0;
}

// The item at an index, as its key. New reference.
static Object *key_at(const Search *search, int64_t index)
{
    const ListObject *list = LIST(search->sequence);
    Object *item = IS_EXACT(search->sequence, LIST) && (size_t)index < list->count
                       ? new_ref(list->items[index])
                       : sequence_item(search->sequence, index);
    if (!item || search->key == object_none)
        return item;
    Object *key = call_one(search->key, item);
    decref(item);
    return key;
}

// The place of `value` behind (is_right) or before the items that equal it; -1 with exception.
static int64_t find_place(const Search *search, Object *value, bool is_right)
{
    int64_t low = search->low, high = search->high;
    if (low < 0) {
        error_text(&exc_value_error, "lo must be non-negative");
        return -1;
    }
    if (high == -1 && (high = object_length(search->sequence)) < 0)
        return -1;
    const TypeObject *type = type_of(search->sequence);
    if (!type->sequence.item && (!type_has(type, TF_HEAP) || !type->subscript)) {
        error_format(&exc_type_error,
                     type->subscript ? "%.200T is not a sequence"
                                     : "'%.200T' object does not support indexing",
                     search->sequence);
        return -1;
    }
    while (low < high) {
        int64_t middle = (int64_t)(((uint64_t)low + (uint64_t)high) / 2);
        Object *key = key_at(search, middle);
        if (!key)
            return -1;
        int is_less = is_right ? item_compare(value, key, COMPARE_LT) : item_compare(key, value, COMPARE_LT);
        decref(key);
        if (is_less < 0)
            return -1;
        if (is_less == is_right)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

static Object *bisect(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                      bool is_right)
{
    Search search;
    if (read_search(name, args, nargs, kwnames, &search) < 0)
        return NULL;
    int64_t place = find_place(&search, search.value, is_right);
    return place < 0 ? NULL : int_from_int64(place);
}

// sequence.insert(place, value). None.
static Object *insert(Object *sequence, int64_t place, Object *value)
{
    if (IS_EXACT(sequence, LIST))
        return list_insert(sequence, place, value) < 0 ? NULL : object_none;
    Object *name = intern_text("insert"), *index = name ? int_from_int64(place) : NULL;
    Object *result = NULL;
    if (index)
        result = call_method(sequence, name, (Object *[]){index, value}, 2);
    if (result)
        ref_set_steal(&result, object_none);
    xdecref(index);
    xdecref(name);
    return result;
}

static Object *insort(const char *name, Object *const *args, size_t nargs, Object *kwnames,
                      bool is_right)
{
    Search search;
    if (read_search(name, args, nargs, kwnames, &search) < 0)
        return NULL;
    Object *key =
        search.key == object_none ? new_ref(search.value) : call_one(search.key, search.value);
    int64_t place = key ? find_place(&search, key, is_right) : -1;
    xdecref(key);
    return place < 0 ? NULL : insert(search.sequence, place, search.value);
}

#define FUNCTION(name, function, is_right)                                                         \
    static Object *bisect_fn_##name(Object *module, Object *const *args, size_t nargs,             \
                                    Object *kwnames)                                               \
    {                                                                                              \
        (void)module;                                                                              \
        return function(#name, args, nargs, kwnames, is_right);                                    \
    }
FUNCTION(bisect_left, bisect, false)
FUNCTION(bisect_right, bisect, true)
FUNCTION(insort_left, insort, false)
FUNCTION(insort_right, insort, true)

static const MethodDef bisect_functions[] = {
    {"bisect_right", (void *)bisect_fn_bisect_right, METHOD_KEYWORDS,
     "bisect_right($module, /, a, x, lo=0, hi=None, *, key=None)\n--\n\nReturn the index where to "
     "insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in "
     "a[:i] have e <= x, and all e in\na[i:] have e > x.  So if x already appears in the list, "
     "a.insert(i, x) will\ninsert just after the rightmost x already there.\n\nOptional args lo "
     "(default 0) and hi (default len(a)) bound the\nslice of a to be searched."},
    {"insort_right", (void *)bisect_fn_insort_right, METHOD_KEYWORDS,
     "insort_right($module, /, a, x, lo=0, hi=None, *, key=None)\n--\n\nInsert item x in list a, "
     "and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the right of "
     "the rightmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice "
     "of a to be searched."},
    {"bisect_left", (void *)bisect_fn_bisect_left, METHOD_KEYWORDS,
     "bisect_left($module, /, a, x, lo=0, hi=None, *, key=None)\n--\n\nReturn the index where to "
     "insert item x in list a, assuming a is sorted.\n\nThe return value i is such that all e in "
     "a[:i] have e < x, and all e in\na[i:] have e >= x.  So if x already appears in the list, "
     "a.insert(i, x) will\ninsert just before the leftmost x already there.\n\nOptional args lo "
     "(default 0) and hi (default len(a)) bound the\nslice of a to be searched."},
    {"insort_left", (void *)bisect_fn_insort_left, METHOD_KEYWORDS,
     "insort_left($module, /, a, x, lo=0, hi=None, *, key=None)\n--\n\nInsert item x in list a, "
     "and keep it sorted assuming a is sorted.\n\nIf x is already in a, insert it to the left of "
     "the leftmost x.\n\nOptional args lo (default 0) and hi (default len(a)) bound the\nslice of "
     "a to be searched."},
    {0},
};

extern const ModuleDef module__bisect;
const ModuleDef module__bisect = {
    .name = "_bisect",
    .doc =
        "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted "
        "order without\nhaving to sort the list after each insertion. For long lists of items "
        "with\nexpensive comparison operations, this can be an improvement over the more\ncommon "
        "approach.\n",
    .functions = bisect_functions,
};
