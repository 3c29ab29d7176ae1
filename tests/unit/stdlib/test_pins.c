// Who keeps nearly empty arenas: what is found, how holders add up, and that nothing is made by asking.
#include "stdlib/machine/pins.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/containers/list.h"
#include "runtime/gc/gc.h"
#include "runtime/memory/arena.h"
#include "runtime/model/singletons.h"
#include "runtime/text/bytes.h"
#include "stdlib/modules.h"
#include "vm/vm.h"

#if ADDER_ARENAS && !ADDER_STRESS
enum { COUNT = 30000, SIZE = 200 }; // several arenas
static Object *texts[COUNT];

static void start(void)
{
    cr_assert_eq(vm_start(stdlib_modules()), 0);
    gc.is_enabled = false;
    for (size_t i = 0; i < COUNT; i++)
        cr_assert_not_null(texts[i] = bytes_new(NULL, SIZE));
}

static void stop(void)
{
    for (size_t i = 0; i < COUNT; i++)
        xdecref(texts[i]);
    vm_stop();
}
TestSuite(pins, .init = start, .fini = stop);

// Frees all but one in each arena beyond the first `full_count`. How many arenas are held by one.
static size_t thin_out(size_t full_count)
{
    const Arena *last = NULL;
    size_t seen_count = 0, thin_count = 0;
    for (size_t i = 0; i < COUNT; i++) {
        const Arena *arena = arena_of(texts[i]);
        bool is_first = arena != last;
        seen_count += is_first;
        last = arena;
        if (seen_count <= full_count)
            continue;
        if (is_first) {
            thin_count++;
            continue;
        }
        decref(texts[i]);
        texts[i] = NULL;
    }
    pool_drain_quarantine();
    return thin_count;
}

Test(pins, full_arenas_are_none)
{
    Pins pins;
    size_t block_count = memory_live_block_count();
    cr_assert_eq(pins_find(&pins, 0.0001), 0);
    for (size_t i = 0; i < pins.arena_count; i++)
        cr_assert_leq(pins.arenas[i].used_bytes, ARENA_SIZE / 10000);
    pins_free(&pins);
    cr_assert_eq(pins.arena_count, 0u);
    cr_assert_eq(memory_live_block_count(), block_count);
}

Test(pins, the_holder_of_each_is_named)
{
    size_t thin_count = thin_out(2), found_count = 0;
    cr_assert_gt(thin_count, 2u);
    Pins pins;
    cr_assert_eq(pins_find(&pins, 0.01), 0);
    cr_assert_geq(pins.arena_count, thin_count - 1); // the last one may hold other things too
    for (size_t i = 0; i < pins.arena_count; i++) {
        const PinArena *arena = &pins.arenas[i];
        size_t block_count = 0, byte_size = 0;
        for (size_t j = 0; j < arena->holder_count; j++) {
            const PinHolder *holder = &pins.holders[arena->first_holder + j];
            cr_assert_eq(holder->arena, arena->arena);
            cr_assert(j == 0 || holder[-1].byte_size >= holder->byte_size);
            block_count += holder->block_count;
            byte_size += holder->byte_size;
            found_count += holder->type_index == TYPE_BYTES && holder->block_count == 1;
        }
        cr_assert_eq(block_count, arena->block_count);
        cr_assert_eq(byte_size, arena->used_bytes);
        cr_assert_leq(arena->page_bytes, ARENA_SIZE);
    }
    cr_assert_geq(found_count, thin_count - 1);
    pins_free(&pins);
}

Test(pins, totals_say_in_how_many_arenas)
{
    size_t thin_count = thin_out(2);
    Pins pins;
    cr_assert_eq(pins_find(&pins, 0.01), 0);
    cr_assert_gt(pins.total_count, 0u);
    const PinHolder *total = &pins.totals[0]; // most arenas go if it goes
    cr_assert_eq(total->type_index, TYPE_BYTES);
    cr_assert_geq(total->arena, thin_count - 1);
    cr_assert_geq(total->releases, thin_count - 1);
    cr_assert_null(total->filename); // no tracing
    char name[64];
    pins_name(total, name, sizeof name);
    cr_assert_str_eq(name, "bytes");
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    pins_print(&pins, stream);
    fclose(stream);
    cr_assert_not_null(strstr(text, "  bytes: "));
    cr_assert_not_null(strstr(text, "lines are known while tracemalloc is on"));
    free(text);
    pins_free(&pins);
}

Test(pins, buffers_and_strangers_have_names)
{
    thin_out(2);
    Object *list = list_new(25); // in the class of the texts
    for (size_t i = 0; i < 25; i++)
        LIST(list)->items[i] = object_none;
    void *stranger = memory_alloc(480, MEMORY_RAW);
    Pins pins;
    cr_assert_eq(pins_find(&pins, 1), 0); // all arenas
    cr_assert_eq(pins.arena_count, arena_count);
    bool has_buffer = false, has_stranger = false;
    for (size_t i = 0; i < pins.holder_count; i++) {
        char name[64];
        pins_name(&pins.holders[i], name, sizeof name);
        has_buffer |= strcmp(name, "buffer of list") == 0;
        has_stranger |= strcmp(name, "unattributed") == 0;
    }
    cr_assert(has_buffer);
    cr_assert(has_stranger);
    pins_free(&pins);
    memory_free(stranger, 480);
    decref(list);
}
#endif
