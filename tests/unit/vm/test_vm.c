// The life of the interpreter as a whole: nothing is left at the end, and a leak would be seen; every
// allocation may fail.
#include <criterion/criterion.h>

#include "runtime/memory/debug.h"
#include "runtime/model/error.h"
#include "runtime/numbers/int.h"
#include "runtime/text/str.h"
#include "tests/support/harness.h"

static const char program[] =
    "class Node:\n"
    "    def __init__(self, value, *rest, **more):\n"
    "        self.value, self.rest = value, [rest, more]\n"
    "    def __repr__(self):\n"
    "        return f'<{self.value!r:>4} {self.rest}>'\n"
    "a, b = Node(1), Node(2, 3, x=4)\n"
    "a.next, b.next = b, a\n"
    "def gen(n):\n"
    "    try:\n"
    "        for i in range(n):\n"
    "            yield i * 2 ** 40\n"
    "    finally:\n"
    "        pass\n"
    "texts = {str(i): [j for j in gen(i) if j] for i in range(6)}\n"
    "try:\n"
    "    {}['missing']\n"
    "except KeyError as error:\n"
    "    texts['error'] = repr(error), sorted({3, 1, 2}, key=lambda k: -k)\n"
    "total = sum(len(v) for v in texts.values()) + 10 ** 30 % 7\n"
    "del a, b\n";

Test(vm, leaves_no_block)
{
    Outcome outcome = harness_run(program);
    cr_assert(outcome.started);
    cr_assert_not(outcome.raised, "%s", outcome.exception);
    cr_assert_eq(outcome.blocks_left, 0);
}

static void plant_leak(void)
{
    str_from_text("nobody owns this text any more");
}

Test(vm, a_planted_leak_is_counted)
{
    harness_before_stop = plant_leak;
    Outcome outcome = harness_run("x = 1\n");
    cr_assert_eq(outcome.blocks_left, 1);
}

static void plant_lost_reference(void)
{
    Object *text = str_from_text("counted once too often");
    incref(text);
    decref(text);
}

Test(vm, a_lost_reference_is_counted)
{
    harness_before_stop = plant_lost_reference;
    Outcome outcome = harness_run("x = 1\n");
    cr_assert_eq(outcome.blocks_left, 1);
}

Test(vm, an_uncaught_exception_comes_out)
{
    Outcome outcome = harness_run("def f(): return 1 / 0\nf()\n");
    cr_assert(outcome.raised);
    cr_assert_str_eq(outcome.exception, "ZeroDivisionError");
    cr_assert_eq(outcome.blocks_left, 0);
}

// Every allocation of the program fails once: it ends as usual or with MemoryError, and nothing is left.
Test(vm, every_allocation_may_fail, .timeout = 240)
{
    bool reached = true;
    for (long n = 1; reached; n += 1 + n / 50) {
        Outcome outcome = harness_run_failing(program, n, false, &reached);
        cr_assert(outcome.started, "allocation %ld: %s", n, outcome.exception);
        if (outcome.raised)
            cr_assert_str_eq(outcome.exception, "MemoryError", "allocation %ld: %s", n, outcome.exception);
        cr_assert_eq(outcome.blocks_left, 0, "allocation %ld leaves %zu blocks", n, outcome.blocks_left);
    }
}

// Under the debug fill a block freed with a wrong size, or written to behind its end, aborts.
Test(vm, every_block_is_freed_with_its_size)
{
    static const char many[] =
        "class Many: pass\n"
        "for count in range(17, 40):\n"
        "    class Wide: pass\n"
        "    for j in range(3):\n" // the class learns: later instances have shapes
        "        m = Wide()\n"
        "        for i in range(count):\n"
        "            setattr(m, 'n%d' % i, i)\n"
        "        total = sum(getattr(m, 'n%d' % i) for i in range(count))\n"
        "others = [Many() for i in range(5)]\n"
        "for i, o in enumerate(others): setattr(o, 'k%d' % i, 1)\n"
        "d = {i: str(i) for i in range(100)}; s = set(d); l = list(d); l.sort(key=lambda x: -x)\n"
        "big = 3 ** 900 // 7 ** 200; t = '\\u20ac' * 30 + 'x'\n";
    debug_set_fill(true);
    Outcome outcome = harness_run(many);
    cr_assert(outcome.started);
    cr_assert_not(outcome.raised, "%s", outcome.exception);
    cr_assert_eq(outcome.blocks_left, 0);
}
