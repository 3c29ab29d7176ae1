// list.sort: stability, key kinds, number of comparisons, errors.
#include "tests/unit/containers/support.h"

#include "runtime/model/class.h"

TestSuite(sort, .init = start);

Test(sort, kinds_of_keys)
{
    Object *list = LIST_OF(3, -1, 2, 2, 0);
    cr_assert_eq(list_sort(list, NULL, false), 0);
    CHECK_REPR(list, "[-1, 0, 2, 2, 3]");
    cr_assert_eq(list_sort(list, NULL, true), 0);
    CHECK_REPR(list, "[3, 2, 2, 0, -1]");
    list_append_steal(list, float_new(0.5));
    cr_assert_eq(list_sort(list, NULL, false), 0);
    CHECK_REPR(list, "[-1, 0, 0.5, 2, 2, 3]");
    list_append_steal(list, str_from_text("x"));
    cr_assert_eq(list_sort(list, NULL, false), -1);
    CHECK_REPR(NULL, "TypeError(\"'<' not supported between instances of 'str' and 'int'\")");
    CHECK_REPR(list, "[-1, 0, 0.5, 2, 2, 3, 'x']");
}

Test(sort, stable_with_key)
{
    Object *list = list_new(0);
    static const char *const words[] = {"ccc", "bb", "a", "dd", "e", "fff"};
    for (size_t i = 0; i < 6; i++)
        list_append_steal(list, str_from_text(words[i]));
    Object *key = OBJECT(&type_list); // compares ['c', 'c', 'c'] and so on
    cr_assert_eq(list_sort(list, key, true), 0);
    CHECK_REPR(list, "['fff', 'e', 'dd', 'ccc', 'bb', 'a']");
}

// A key that is an object with its own `<`, which counts.
typedef struct Probe {
    Object header;
    int64_t value;
} Probe;
static int64_t comparisons;
static uint64_t trace;
static Object *watched;

static Object *probe_compare(Object *a, Object *b, CompareOp op)
{
    if (op != COMPARE_LT)
        return_not_implemented;
    int64_t left = ((Probe *)a)->value, right = ((Probe *)b)->value;
    comparisons++;
    trace = (trace * 31 + (uint64_t)left * 7 + (uint64_t)right) & 0xffffffffffff;
    if (watched)
        list_append(watched, object_none);
    return object_from_bool(left < right);
}

static void probe_dealloc(Object *self)
{
    object_free(self, sizeof(Probe));
}

static TypeObject type_probe = {
    .header = OBJECT_HEADER_STATIC(TYPE_TYPE),
    .name = "probe",
    .basic_size = sizeof(Probe),
    .hash = object_hash_pointer,
    .dealloc = probe_dealloc,
    .compare = probe_compare,
};

static Object *probes(int64_t count, int64_t factor)
{
    type_ready(&type_probe);
    Object *list = list_new(0);
    for (int64_t i = 0; i < count; i++) {
        Object *probe = object_new(&type_probe, sizeof(Probe));
        ((Probe *)probe)->value = i * factor % 1009;
        list_append_steal(list, probe);
    }
    return list;
}

Test(sort, compares_in_cpythons_order)
{
    Object *list = probes(500, 377);
    trace = 1;
    cr_assert_eq(list_sort(list, NULL, false), 0);
    cr_assert_eq(comparisons, 3820);
    cr_assert_eq(trace, 212352252194787u);
    for (size_t i = 1; i < 500; i++)
        cr_assert_leq(((Probe *)LIST(list)->items[i - 1])->value,
                      ((Probe *)LIST(list)->items[i])->value);
}

Test(sort, list_modified)
{
    Object *list = watched = probes(5, 377);
    cr_assert_eq(list_sort(list, NULL, false), -1);
    CHECK_REPR(NULL, "ValueError('list modified during sort')");
    cr_assert_eq(LIST(list)->count, 5);
}
