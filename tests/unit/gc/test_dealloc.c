// Long chains free without deep recursion and without leaving anything.
#include "runtime/gc/dealloc.h"

#include <criterion/criterion.h>

#include "runtime/containers/dict.h"
#include "runtime/containers/list.h"
#include "runtime/containers/tuple.h"
#include "runtime/memory/memory.h"
#include "runtime/model/state.h"
#include "runtime/numbers/int.h"

static void start(void)
{
    cr_assert_eq(runtime_start(), 0);
}
TestSuite(dealloc, .init = start);

enum { DEPTH = 200000 };

Test(dealloc, nested_lists)
{
    size_t before = memory_live_block_count();
    Object *chain = list_new(0);
    for (int i = 0; i < DEPTH; i++) {
        Object *outer = list_new(0);
        list_append_steal(outer, chain);
        chain = outer;
    }
    decref(chain);
    cr_assert_eq(memory_live_block_count(), before);
}

Test(dealloc, nested_tuples)
{
    size_t before = memory_live_block_count();
    Object *chain = tuple_pack(1, OBJECT(tuple_empty));
    for (int i = 0; i < DEPTH; i++) {
        Object *outer = tuple_pack(1, chain);
        decref(chain);
        chain = outer;
    }
    decref(chain);
    cr_assert_eq(memory_live_block_count(), before);
}

Test(dealloc, nested_dicts)
{
    Object *key = int_from_int64(1);
    Object *chain = dict_new();
    size_t before = memory_live_block_count();
    for (int i = 0; i < DEPTH; i++) {
        Object *outer = dict_new();
        dict_set(outer, key, chain);
        decref(chain);
        chain = outer;
    }
    decref(chain);
    cr_assert_eq(memory_live_block_count(), before - 1);
}

Test(dealloc, a_wide_container_below_the_depth_limit)
{
    size_t before = memory_live_block_count();
    Object *wide = list_new(0);
    for (int i = 0; i < 100000; i++)
        list_append_steal(wide, list_new(0));
    Object *chain = wide;
    for (int i = 0; i < 60; i++) {
        Object *outer = list_new(0);
        list_append_steal(outer, chain);
        chain = outer;
    }
    decref(chain);
    cr_assert_eq(memory_live_block_count(), before);
}
