// list.sort: CPython 3.11's merge sort. Natural runs, short ones filled up to minrun by binary
// insertion; runs merged in the order of powersort; merging gallops when one side wins often. The
// number and order of `__lt__` calls are CPython's, because programs can watch them.
//
// The list looks empty while it sorts (items is the marker). What is sorted are pairs of key and
// value; keys that are all ints or all floats are compared as numbers in place. Whatever fails,
// the pairs remain a permutation of what they were. Read list_sort, then sort_pairs.
#include <string.h>

#include "runtime/containers/items.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/model/call.h"
#include "runtime/numbers/float.h"

#define MIN_GALLOP 7
#define PENDING_MAX 85 // powers of pending runs grow strictly: more than bits in a size_t

typedef struct Pair {
    union {
        int64_t integer;
        double number;
        Object *object;
    } key;
    Object *value; // borrowed from the list's old array
} Pair;

typedef enum KeyKind { KEYS_INT, KEYS_FLOAT, KEYS_LATIN1, KEYS_TUPLE, KEYS_ANY } KeyKind;

typedef struct Run {
    Pair *base;
    ptrdiff_t length;
    int power;
} Run;

typedef struct Sorter {
    KeyKind kind;
    ptrdiff_t min_gallop;
    Pair *base; // all pairs
    ptrdiff_t count;
    Pair *buffer; // for merging
    size_t buffer_capacity;
    int run_count;
    Run runs[PENDING_MAX];
} Sorter;

// ---- Comparing: 1, 0, -1 ------------------------------------------------------------------------

static int less_latin1(const Object *a, const Object *b)
{
    size_t left = str_length(a), right = str_length(b);
    int order = memcmp(((const StrObject *)a)->data, ((const StrObject *)b)->data,
                       left < right ? left : right);
    return order ? order < 0 : left < right;
}

static int less_any(Object *a, Object *b)
{
    if (a->type_index == b->type_index) {
        switch (a->type_index) {
        case TYPE_INT: return ((IntObject *)a)->value < ((IntObject *)b)->value;
        case TYPE_FLOAT: return FLOAT_VALUE(a) < FLOAT_VALUE(b);
        case TYPE_STR: return str_compare(a, b) < 0;
        default: break;
        }
    }
    return object_compare_bool(a, b, COMPARE_LT);
}

static int less_tuple(const TupleObject *a, const TupleObject *b)
{
    size_t i = 0;
    for (; i < a->count && i < b->count; i++) {
        int equal = item_equal(a->items[i], b->items[i]);
        if (equal < 0)
            return -1;
        if (!equal)
            return less_any(a->items[i], b->items[i]);
    }
    return a->count < b->count;
}

static inline int less(const Sorter *sorter, const Pair *a, const Pair *b)
{
    switch (sorter->kind) {
    case KEYS_INT: return a->key.integer < b->key.integer;
    case KEYS_FLOAT: return a->key.number < b->key.number;
    case KEYS_LATIN1: return less_latin1(a->key.object, b->key.object);
    case KEYS_TUPLE: return less_tuple(TUPLE(a->key.object), TUPLE(b->key.object));
    default: return less_any(a->key.object, b->key.object);
    }
}

// ---- Runs ---------------------------------------------------------------------------------------

static void reverse_pairs(Pair *low, ptrdiff_t count)
{
    for (Pair *high = low + count - 1; low < high; low++, high--) {
        Pair pair = *low;
        *low = *high;
        *high = pair;
    }
}

// Length of the run at `low`, not descending or strictly descending; -1 with exception.
static ptrdiff_t count_run(const Sorter *sorter, const Pair *low, const Pair *high,
                           bool *is_descending)
{
    *is_descending = false;
    if (++low == high)
        return 1;
    ptrdiff_t count = 2;
    int is_less = less(sorter, low, low - 1);
    if (is_less < 0)
        return -1;
    *is_descending = is_less;
    for (low++; low < high; low++, count++) {
        is_less = less(sorter, low, low - 1);
        if (is_less < 0)
            return -1;
        if (is_less != *is_descending)
            break;
    }
    return count;
}

// Sorts [low, high) of which [low, start) is sorted.
static int binary_sort(const Sorter *sorter, Pair *low, Pair *high, Pair *start)
{
    if (low == start)
        start++;
    for (; start < high; start++) {
        Pair *left = low, *right = start, pivot = *start;
        do {
            Pair *middle = left + ((right - left) >> 1);
            int is_less = less(sorter, &pivot, middle);
            if (is_less < 0)
                return -1;
            if (is_less)
                right = middle;
            else
                left = middle + 1;
        } while (left < right);
        memmove(left + 1, left, (size_t)(start - left) * sizeof *left);
        *left = pivot;
    }
    return 0;
}

// ---- Galloping: where a key belongs in a sorted array, starting from a hint ---------------------

// Before any equal: a[k-1] < key <= a[k]. -1 with exception.
static ptrdiff_t gallop_left(const Sorter *sorter, const Pair *key, const Pair *a, ptrdiff_t count,
                             ptrdiff_t hint)
{
    ptrdiff_t last = 0, offset = 1, max;
    int is_less = less(sorter, &a[hint], key);
    if (is_less < 0)
        return -1;
    if (is_less) {
        max = count - hint;
        while (offset < max) {
            is_less = less(sorter, &a[hint + offset], key);
            if (is_less < 0)
                return -1;
            if (!is_less)
                break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > max)
            offset = max;
        last += hint;
        offset += hint;
    } else {
        max = hint + 1;
        while (offset < max) {
            is_less = less(sorter, &a[hint - offset], key);
            if (is_less < 0)
                return -1;
            if (is_less)
                break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > max)
            offset = max;
        ptrdiff_t nearer = last;
        last = hint - offset;
        offset = hint - nearer;
    }
    last++;
    while (last < offset) {
        ptrdiff_t middle = last + ((offset - last) >> 1);
        is_less = less(sorter, &a[middle], key);
        if (is_less < 0)
            return -1;
        if (is_less)
            last = middle + 1;
        else
            offset = middle;
    }
    return offset;
}

// Behind any equal: a[k-1] <= key < a[k]. -1 with exception.
static ptrdiff_t gallop_right(const Sorter *sorter, const Pair *key, const Pair *a, ptrdiff_t count,
                              ptrdiff_t hint)
{
    ptrdiff_t last = 0, offset = 1, max;
    int is_less = less(sorter, key, &a[hint]);
    if (is_less < 0)
        return -1;
    if (is_less) {
        max = hint + 1;
        while (offset < max) {
            is_less = less(sorter, key, &a[hint - offset]);
            if (is_less < 0)
                return -1;
            if (!is_less)
                break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > max)
            offset = max;
        ptrdiff_t nearer = last;
        last = hint - offset;
        offset = hint - nearer;
    } else {
        max = count - hint;
        while (offset < max) {
            is_less = less(sorter, key, &a[hint + offset]);
            if (is_less < 0)
                return -1;
            if (is_less)
                break;
            last = offset;
            offset = (offset << 1) + 1;
        }
        if (offset > max)
            offset = max;
        last += hint;
        offset += hint;
    }
    last++;
    while (last < offset) {
        ptrdiff_t middle = last + ((offset - last) >> 1);
        is_less = less(sorter, key, &a[middle]);
        if (is_less < 0)
            return -1;
        if (is_less)
            offset = middle;
        else
            last = middle + 1;
    }
    return offset;
}

// ---- Merging ------------------------------------------------------------------------------------

static int need_buffer(Sorter *sorter, ptrdiff_t count)
{
    size_t wanted = (size_t)count;
    if (wanted <= sorter->buffer_capacity)
        return 0;
    memory_free(sorter->buffer, sorter->buffer_capacity * sizeof(Pair));
    sorter->buffer_capacity = 0;
    sorter->buffer = memory_alloc(wanted * sizeof(Pair), MEMORY_RAW);
    if (!sorter->buffer) {
        error_no_memory();
        return -1;
    }
    sorter->buffer_capacity = wanted;
    return 0;
}

static inline void copy_pairs(Pair *to, const Pair *from, ptrdiff_t count)
{
    memcpy(to, from, (size_t)count * sizeof *to);
}

static inline void move_pairs(Pair *to, const Pair *from, ptrdiff_t count)
{
    memmove(to, from, (size_t)count * sizeof *to);
}

// State of one merge. a and b are what is left of both runs, the run that was copied into the
// buffer among them; `to` is where the next pair goes (merge_high: goes down, a and b point at the
// last pairs).
typedef struct Merge {
    Pair *to, *a, *b;
    ptrdiff_t a_count, b_count;
} Merge;

enum { MERGE_GOES_ON, MERGE_DONE, MERGE_LAST }; // LAST: one pair of the buffer is left

// One pair at a time until one side wins min_gallop times in a row.
static int merge_low_plain(const Sorter *sorter, Merge *m, ptrdiff_t min_gallop)
{
    for (ptrdiff_t a_wins = 0, b_wins = 0;;) {
        int is_less = less(sorter, m->b, m->a);
        if (is_less < 0)
            return -1;
        if (is_less) {
            *m->to++ = *m->b++;
            a_wins = 0;
            if (--m->b_count == 0)
                return MERGE_DONE;
            if (++b_wins >= min_gallop)
                return MERGE_GOES_ON;
        } else {
            *m->to++ = *m->a++;
            b_wins = 0;
            if (--m->a_count == 1)
                return MERGE_LAST;
            if (++a_wins >= min_gallop)
                return MERGE_GOES_ON;
        }
    }
}

// One round of galloping. *wins: the longer of both stretches.
static int merge_low_gallop(const Sorter *sorter, Merge *m, ptrdiff_t *wins)
{
    ptrdiff_t k = gallop_right(sorter, m->b, m->a, m->a_count, 0);
    *wins = k;
    if (k < 0)
        return -1;
    if (k) {
        copy_pairs(m->to, m->a, k);
        m->to += k;
        m->a += k;
        m->a_count -= k;
        if (m->a_count == 1)
            return MERGE_LAST;
        if (m->a_count == 0) // possible only if the comparison is inconsistent
            return MERGE_DONE;
    }
    *m->to++ = *m->b++;
    if (--m->b_count == 0)
        return MERGE_DONE;
    k = gallop_left(sorter, m->a, m->b, m->b_count, 0);
    if (k < 0)
        return -1;
    if (k > *wins)
        *wins = k;
    if (k) {
        move_pairs(m->to, m->b, k);
        m->to += k;
        m->b += k;
        m->b_count -= k;
        if (m->b_count == 0)
            return MERGE_DONE;
    }
    *m->to++ = *m->a++;
    return --m->a_count == 1 ? MERGE_LAST : MERGE_GOES_ON;
}

// Both kinds of rounds in turn, until a merge ends: MERGE_DONE, MERGE_LAST or -1.
static int merge_rounds(Sorter *sorter, Merge *m,
                        int (*plain)(const Sorter *, Merge *, ptrdiff_t),
                        int (*gallop)(const Sorter *, Merge *, ptrdiff_t *))
{
    ptrdiff_t min_gallop = sorter->min_gallop;
    for (;;) {
        int status = plain(sorter, m, min_gallop);
        if (status != MERGE_GOES_ON)
            return status;
        min_gallop++;
        ptrdiff_t wins;
        do {
            min_gallop -= min_gallop > 1;
            sorter->min_gallop = min_gallop;
            status = gallop(sorter, m, &wins);
            if (status != MERGE_GOES_ON)
                return status;
        } while (wins >= MIN_GALLOP);
        sorter->min_gallop = ++min_gallop; // leaving galloping costs
    }
}

// Merges adjacent runs, the first one not longer; its copy is in the buffer.
static int merge_low(Sorter *sorter, Pair *a, ptrdiff_t a_count, Pair *b, ptrdiff_t b_count)
{
    if (need_buffer(sorter, a_count) < 0)
        return -1;
    copy_pairs(sorter->buffer, a, a_count);
    Merge m = {a, sorter->buffer, b, a_count, b_count};
    *m.to++ = *m.b++;
    int status = MERGE_DONE;
    if (--m.b_count > 0)
        status = m.a_count == 1
                     ? MERGE_LAST
                     : merge_rounds(sorter, &m, merge_low_plain, merge_low_gallop);
    if (status == MERGE_LAST) {
        move_pairs(m.to, m.b, m.b_count);
        m.to[m.b_count] = *m.a;
    } else if (m.a_count) {
        copy_pairs(m.to, m.a, m.a_count);
    }
    return status < 0 ? -1 : 0;
}

static int merge_high_plain(const Sorter *sorter, Merge *m, ptrdiff_t min_gallop)
{
    for (ptrdiff_t a_wins = 0, b_wins = 0;;) {
        int is_less = less(sorter, m->b, m->a);
        if (is_less < 0)
            return -1;
        if (is_less) {
            *m->to-- = *m->a--;
            b_wins = 0;
            if (--m->a_count == 0)
                return MERGE_DONE;
            if (++a_wins >= min_gallop)
                return MERGE_GOES_ON;
        } else {
            *m->to-- = *m->b--;
            a_wins = 0;
            if (--m->b_count == 1)
                return MERGE_LAST;
            if (++b_wins >= min_gallop)
                return MERGE_GOES_ON;
        }
    }
}

static int merge_high_gallop(const Sorter *sorter, Merge *m, ptrdiff_t *wins)
{
    Pair *a_base = m->a - (m->a_count - 1), *b_base = sorter->buffer;
    ptrdiff_t k = gallop_right(sorter, m->b, a_base, m->a_count, m->a_count - 1);
    if (k < 0)
        return -1;
    k = m->a_count - k;
    *wins = k;
    if (k) {
        move_pairs(m->to - k + 1, m->a - k + 1, k);
        m->to -= k;
        m->a -= k;
        m->a_count -= k;
        if (m->a_count == 0)
            return MERGE_DONE;
    }
    *m->to-- = *m->b--;
    if (--m->b_count == 1)
        return MERGE_LAST;
    k = gallop_left(sorter, m->a, b_base, m->b_count, m->b_count - 1);
    if (k < 0)
        return -1;
    k = m->b_count - k;
    if (k > *wins)
        *wins = k;
    if (k) {
        m->to -= k;
        m->b -= k;
        copy_pairs(m->to + 1, m->b + 1, k);
        m->b_count -= k;
        if (m->b_count == 1)
            return MERGE_LAST;
        if (m->b_count == 0) // possible only if the comparison is inconsistent
            return MERGE_DONE;
    }
    *m->to-- = *m->a--;
    return --m->a_count == 0 ? MERGE_DONE : MERGE_GOES_ON;
}

// Merges adjacent runs, the second one shorter; its copy is in the buffer.
static int merge_high(Sorter *sorter, Pair *a, ptrdiff_t a_count, Pair *b, ptrdiff_t b_count)
{
    if (need_buffer(sorter, b_count) < 0)
        return -1;
    copy_pairs(sorter->buffer, b, b_count);
    Merge m = {b + b_count - 1, a + a_count - 1, sorter->buffer + b_count - 1, a_count, b_count};
    *m.to-- = *m.a--;
    int status = MERGE_DONE;
    if (--m.a_count > 0)
        status = m.b_count == 1
                     ? MERGE_LAST
                     : merge_rounds(sorter, &m, merge_high_plain, merge_high_gallop);
    if (status == MERGE_LAST) {
        move_pairs(m.to + 1 - m.a_count, m.a + 1 - m.a_count, m.a_count);
        m.to[-m.a_count] = *m.b;
    } else if (m.b_count) {
        copy_pairs(m.to - (m.b_count - 1), sorter->buffer, m.b_count);
    }
    return status < 0 ? -1 : 0;
}

// Merges runs i and i + 1.
static int merge_at(Sorter *sorter, int i)
{
    Pair *a = sorter->runs[i].base, *b = sorter->runs[i + 1].base;
    ptrdiff_t a_count = sorter->runs[i].length, b_count = sorter->runs[i + 1].length;
    sorter->runs[i].length = a_count + b_count;
    if (i == sorter->run_count - 3)
        sorter->runs[i + 1] = sorter->runs[i + 2];
    sorter->run_count--;
    ptrdiff_t k = gallop_right(sorter, b, a, a_count, 0); // what is in place already
    if (k < 0)
        return -1;
    a += k;
    a_count -= k;
    if (a_count == 0)
        return 0;
    b_count = gallop_left(sorter, &a[a_count - 1], b, b_count, b_count - 1);
    if (b_count <= 0)
        return (int)b_count;
    return a_count <= b_count ? merge_low(sorter, a, a_count, b, b_count)
                              : merge_high(sorter, a, a_count, b, b_count);
}

// Depth, in the perfectly balanced tree over [0, count), of the node that lies between two runs.
static int power_of_boundary(ptrdiff_t start, ptrdiff_t first, ptrdiff_t second, ptrdiff_t count)
{
    int power = 0;
    ptrdiff_t a = 2 * start + first, b = a + first + second;
    for (;;) {
        power++;
        if (a >= count) {
            a -= count;
            b -= count;
        } else if (b >= count) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

// A run of this length is about to be pushed: merges what must be merged before.
static int found_run(Sorter *sorter, ptrdiff_t length)
{
    if (sorter->run_count == 0)
        return 0;
    Run *last = &sorter->runs[sorter->run_count - 1];
    int power = power_of_boundary(last->base - sorter->base, last->length, length, sorter->count);
    while (sorter->run_count > 1 && sorter->runs[sorter->run_count - 2].power > power)
        if (merge_at(sorter, sorter->run_count - 2) < 0)
            return -1;
    sorter->runs[sorter->run_count - 1].power = power;
    return 0;
}

static int collapse_all(Sorter *sorter)
{
    while (sorter->run_count > 1) {
        int i = sorter->run_count - 2;
        if (i > 0 && sorter->runs[i - 1].length < sorter->runs[i + 1].length)
            i--;
        if (merge_at(sorter, i) < 0)
            return -1;
    }
    return 0;
}

static ptrdiff_t minimum_run(ptrdiff_t count)
{
    ptrdiff_t rest = 0;
    while (count >= 64) {
        rest |= count & 1;
        count >>= 1;
    }
    return count + rest;
}

static int sort_pairs(Sorter *sorter)
{
    Pair *low = sorter->base;
    ptrdiff_t remaining = sorter->count, minimum = minimum_run(remaining);
    while (remaining > 0) {
        bool is_descending;
        ptrdiff_t length = count_run(sorter, low, low + remaining, &is_descending);
        if (length < 0)
            return -1;
        if (is_descending)
            reverse_pairs(low, length);
        if (length < minimum) {
            ptrdiff_t forced = remaining <= minimum ? remaining : minimum;
            if (binary_sort(sorter, low, low + forced, low + length) < 0)
                return -1;
            length = forced;
        }
        if (found_run(sorter, length) < 0)
            return -1;
        ASSERT(sorter->run_count < PENDING_MAX);
        sorter->runs[sorter->run_count++] = (Run){low, length, 0};
        low += length;
        remaining -= length;
    }
    return collapse_all(sorter);
}

// ---- The list -----------------------------------------------------------------------------------

// Pairs of items that are their own keys, and are all ints: unboxed at once. False: some are not.
static bool fill_ints(Pair *pairs, Object *const *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!IS_EXACT(items[i], INT))
            return false;
        pairs[i] = (Pair){.key.integer = ((IntObject *)items[i])->value, .value = items[i]};
    }
    return true;
}

// What all keys are; the keys are still objects.
static KeyKind kind_of_keys(const Pair *pairs, size_t count)
{
    uint16_t type = pairs[0].key.object->type_index;
    bool is_latin1 = true;
    for (size_t i = 0; i < count; i++) {
        const Object *key = pairs[i].key.object;
        if (key->type_index != type)
            return KEYS_ANY;
        if (type == TYPE_STR)
            is_latin1 &= str_kind(key) == 0;
    }
    switch (type) {
    case TYPE_INT: return KEYS_INT;
    case TYPE_FLOAT: return KEYS_FLOAT;
    case TYPE_STR: return is_latin1 ? KEYS_LATIN1 : KEYS_ANY;
    case TYPE_TUPLE: return KEYS_TUPLE;
    default: return KEYS_ANY;
    }
}

// Finds out what the keys are, and replaces numbers by their values; owned ones are released, which
// calls nothing.
static void classify_keys(Sorter *sorter, bool is_owned)
{
    sorter->kind = kind_of_keys(sorter->base, (size_t)sorter->count);
    if (sorter->kind != KEYS_INT && sorter->kind != KEYS_FLOAT)
        return;
    for (ptrdiff_t i = 0; i < sorter->count; i++) {
        Object *key = sorter->base[i].key.object;
        if (sorter->kind == KEYS_INT)
            sorter->base[i].key.integer = ((IntObject *)key)->value;
        else
            sorter->base[i].key.number = FLOAT_VALUE(key);
        if (is_owned)
            decref(key);
    }
}

static void release_keys(Pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        decref(pairs[i].key.object);
}

// Sorts `items` (count > 1), which no list shows meanwhile. Whatever happens they stay all there.
static int sort_items(Object **items, size_t count, Object *key_or_null, bool is_reverse)
{
    size_t size = count * sizeof(Pair);
    Pair *pairs = memory_alloc(size, MEMORY_RAW);
    if (!pairs) {
        error_no_memory();
        return -1;
    }
    int result = -1;
    bool is_ready = !key_or_null && fill_ints(pairs, items, count);
    for (size_t i = 0; i < count && !is_ready; i++) {
        pairs[i].value = items[i];
        pairs[i].key.object = key_or_null ? call_one(key_or_null, items[i]) : items[i];
        if (unlikely(!pairs[i].key.object)) {
            release_keys(pairs, i);
            goto out;
        }
    }
    Sorter sorter;
    sorter.kind = KEYS_INT;
    sorter.min_gallop = MIN_GALLOP;
    sorter.base = pairs;
    sorter.count = (ptrdiff_t)count;
    sorter.buffer = NULL;
    sorter.buffer_capacity = 0;
    sorter.run_count = 0;
    if (!is_ready)
        classify_keys(&sorter, key_or_null != NULL);
    if (is_reverse)
        reverse_pairs(pairs, sorter.count);
    result = sort_pairs(&sorter);
    memory_free(sorter.buffer, sorter.buffer_capacity * sizeof(Pair));
    for (size_t i = 0; i < count; i++)
        items[is_reverse ? count - 1 - i : i] = pairs[i].value;
    if (key_or_null && sorter.kind != KEYS_INT && sorter.kind != KEYS_FLOAT)
        release_keys(pairs, count);
out:
    memory_free(pairs, size);
    return result;
}

static Object *sorting_marker[1]; // `items` of a list that is being sorted, with capacity 0

int list_sort(Object *self, Object *key_or_null, bool is_reverse)
{
    ListObject *list = LIST(self);
    Object **items = list->items;
    size_t count = list->count, capacity = list->capacity;
    if (count < 2 && !key_or_null)
        return 0;
    list->items = sorting_marker;
    list->count = list->capacity = 0;
    int result = 0;
    if (count > 1) {
        result = sort_items(items, count, key_or_null, is_reverse);
    } else if (count == 1) { // the key function is called all the same
        Object *key = call_one(key_or_null, items[0]);
        result = key ? 0 : -1;
        xdecref(key);
    }
    Object **other_items = list->items;
    size_t other_count = list->count, other_capacity = list->capacity;
    if (other_items != sorting_marker && result == 0) {
        error_text(&exc_value_error, "list modified during sort");
        result = -1;
    }
    list->items = items;
    list->count = count;
    list->capacity = capacity;
    if (other_capacity) {
        while (other_count-- > 0)
            xdecref(other_items[other_count]);
        memory_free(other_items, other_capacity * sizeof *other_items);
    }
    return result;
}
