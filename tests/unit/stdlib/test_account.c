// The account adds up to the byte, moves by what was made, and names owners where there are any.
#include "stdlib/machine/account.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/containers/list.h"
#include "runtime/gc/gc.h"
#include "runtime/model/singletons.h"
#include "runtime/numbers/float.h"
#include "runtime/text/bytes.h"
#include "runtime/text/str.h"
#include "stdlib/modules.h"
#include "vm/vm.h"

static Account before, after;

static void start(void)
{
    cr_assert_eq(vm_start(stdlib_modules()), 0);
    gc.is_enabled = false;
    account_take(&before);
}

static void stop(void)
{
    vm_stop();
}
TestSuite(account, .init = start, .fini = stop);

static void take_again(void)
{
    account_take(&after);
    cr_assert(account_is_balanced(&after));
}

Test(account, is_balanced_and_takes_nothing)
{
    cr_assert(account_is_balanced(&before));
    take_again();
    cr_assert_eq(after.all.block_count, before.all.block_count);
    cr_assert_eq(after.memory.current_bytes, before.memory.current_bytes);
    cr_assert_eq(after.object_count, before.object_count);
    cr_assert_gt(after.resident_bytes, 0u);
    cr_assert_gt(after.table_count, 0u);
}

Test(account, an_object_is_one_block_of_its_kind)
{
    Object *number = float_new(0.5);
    take_again();
    cr_assert_eq(after.object_count - before.object_count, 1u);
    cr_assert_eq(after.object_bytes - before.object_bytes, sizeof(FloatObject));
    if (ADDER_ARENAS) {
        const BlockAccount *was = &before.classes[MEMORY_ATOM][1], *is = &after.classes[MEMORY_ATOM][1];
        cr_assert_eq(is->block_count - was->block_count, 1u);
        cr_assert_eq(is->requested_bytes - was->requested_bytes, sizeof(FloatObject));
        cr_assert_eq(is->rounding_bytes, was->rounding_bytes);
        cr_assert_eq(is->unattributed_count, was->unattributed_count);
    }
    decref(number);
    take_again();
    cr_assert_eq(after.object_bytes, before.object_bytes);
}

Test(account, a_list_owns_its_buffer)
{
    Object *list = list_new(5); // 40 bytes in a block of 48
    for (size_t i = 0; i < 5; i++)
        LIST(list)->items[i] = object_none;
    take_again();
    cr_assert_eq(after.object_bytes - before.object_bytes, sizeof(ListObject));
    cr_assert_eq(after.buffer_count - before.buffer_count, 1u);
    cr_assert_eq(after.buffer_bytes - before.buffer_bytes, 40u);
    if (ADDER_ARENAS)
        cr_assert_eq(after.all.rounding_bytes - before.all.rounding_bytes, 8u);
    decref(list);
}

Test(account, a_large_block_has_a_prefix)
{
    Object *list = list_new(10000);
    for (size_t i = 0; i < 10000; i++)
        LIST(list)->items[i] = object_none;
    take_again();
    cr_assert_eq(after.buffer_bytes - before.buffer_bytes, 80000u);
    cr_assert_geq(after.large_requested - before.large_requested, 80000u);
    cr_assert_eq(after.large_bytes - after.large_requested, after.memory.large_prefix_bytes);
    decref(list);
    take_again();
    cr_assert_eq(after.large_requested, before.large_requested);
}

Test(account, what_nobody_owns_is_unattributed)
{
    void *block = memory_alloc(100, MEMORY_RAW); // in a block of 112
    take_again();
    cr_assert_eq(after.buffer_bytes, before.buffer_bytes);
    if (ADDER_ARENAS) {
        cr_assert_eq(after.all.unattributed_count - before.all.unattributed_count, 1u);
        cr_assert_eq(after.all.unattributed_bytes - before.all.unattributed_bytes, 112u);
    }
    memory_free(block, 100);
}

Test(account, a_wrong_sum_is_seen)
{
    cr_assert(account_is_balanced(&before));
    before.memory.current_bytes++;
    cr_assert_not(account_is_balanced(&before));
    before.memory.current_bytes--;
    before.classes[MEMORY_RAW][3].requested_bytes++;
    cr_assert_not(account_is_balanced(&before));
}

Test(account, is_printed_line_by_line)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    account_print(&before, stream);
    cr_assert(account_print_arenas(stream));
    fclose(stream);
    cr_assert_eq(strncmp(text, "heap ", 5), 0);
    cr_assert_not_null(strstr(text, "unattributed"));
    size_t line_count = 0;
    for (const char *place = strstr(text, ". empty"); (place = strchr(place, '\n')); place++)
        line_count++;
    cr_assert_eq(line_count, 1 + arena_count); // the legend, and a line for each
    free(text);
}
