#!/usr/bin/python3.11
"""Does the time per element stay flat? Nanoseconds per element from 10^3 to 10^7 elements.

    INTERPRETER growth.py [TEXT]             one table, for the interpreter that runs it
    /usr/bin/python3.11 growth.py --compare ADDER [TEXT]
                                             Adder's beside CPython's, and a verdict on each row

TEXT: only rows whose name has it. Needs 2 GB of memory. The measuring part imports nothing but sys,
time and deque, so that it runs anywhere.
"""

import sys
import time
from collections import deque

SIZES = [1000, 10000, 100000, 1000000, 10000000]
TOTAL = 1000000         # elements per measurement: small sizes are repeated
BAR = 1.2               # the growth of Adder's time, divided by that of CPython's


def list_append(n, data):
    result = []
    for i in range(n):
        result.append(i)
    return len(result)


def dict_insert(n, data):
    result = {}
    for i in range(n):
        result[i] = i
    return len(result)


def dict_insert_str(n, data):
    result = {}
    for key in data:
        result[key] = key
    return len(result)


def set_insert(n, data):
    result = set()
    for i in range(n):
        result.add(i * 7)
    return len(result)


def deque_append(n, data):
    result = deque()
    for i in range(n):
        result.append(i)
    return len(result)


def deque_rotate(n, data):
    queue = deque(range(100))
    for i in range(n):
        queue.append(queue.popleft())
    return n


def string_join(n, data):
    return len(",".join([text for text in data]))


def string_add(n, data):
    result = ""
    for i in range(n):
        result += "x"
    return len(result)


def sort_random(n, data):
    return len(sorted(data))


def count_up(n):
    i = 0
    while i < n:
        yield i
        i += 1


def generator_steps(n, data):
    total = 0
    for i in count_up(n):
        total += 1
    return total


class Node:
    def __init__(self, next_node):
        self.next_node = next_node


def make_objects(n, data):
    node = None
    for i in range(n):
        node = Node(node)
    return n


def no_data(n):
    return None


def strings(n):
    return ["key" + str(i) for i in range(n)]


def shuffled(n):
    numbers = []
    state = 12345
    for i in range(n):
        state = (state * 1103515245 + 12345) % 2147483648
        numbers.append(state)
    return numbers


TESTS = [
    ("list append", list_append, no_data),
    ("dict insert int", dict_insert, no_data),
    ("dict insert str", dict_insert_str, strings),
    ("set insert", set_insert, no_data),
    ("deque append", deque_append, no_data),
    ("deque pass on", deque_rotate, no_data),
    ("str join", string_join, strings),
    ("str +=", string_add, no_data),
    ("sort", sort_random, shuffled),
    ("generator step", generator_steps, no_data),
    ("chained objects", make_objects, no_data),
]


def measure(function, prepare, n):
    """The least CPU time of a repetition, in ns per element."""
    data = prepare(n)
    best = None
    repeats = max(3, TOTAL // n)
    for i in range(repeats):
        start = time.process_time()
        count = function(n, data)
        elapsed = time.process_time() - start
        if count < n:
            raise ValueError("a test lost elements")
        if best is None or elapsed < best:
            best = elapsed
    return best * 1e9 / n


def print_own_table(only):
    print("%-18s" % "ns per element" + "".join(["%10d" % size for size in SIZES]) + "   last/first")
    for name, function, prepare in TESTS:
        if only not in name:
            continue
        figures = [measure(function, prepare, n) for n in SIZES]
        cells = "".join(["%10.1f" % figure for figure in figures])
        print("%-18s%s%13.2f" % (name, cells, figures[-1] / figures[0]), flush=True)


def read_table(command):
    import subprocess
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit("%s failed:\n%s" % (command[0], answer.stderr))
    table = {}
    for line in answer.stdout.splitlines()[1:]:
        table[line[:18].strip()] = [float(cell) for cell in line[18:].split()]
    return table


def print_comparison(adder, only):
    """Row by row, in turn: a change of the machine's speed hits both interpreters alike."""
    print("ns per element, CPython / Adder (last/first: growth from the first size to the last)")
    print("%-16s" % "" + "".join(["%16d" % size for size in SIZES]) + "%16s" % "last/first")
    failed = 0
    for name, _, _ in TESTS:
        if only not in name:
            continue
        cpython = read_table(["/usr/bin/python3.11", __file__, name])[name]
        other = read_table([adder, __file__, name])[name]
        cells = ["%.1f / %.1f" % pair for pair in zip(cpython[:-1], other[:-1])]
        cells.append("%.2f / %.2f" % (cpython[-1], other[-1]))
        ratio = other[-1] / cpython[-1]
        failed += ratio > BAR
        verdict = "ok" if ratio <= BAR else "*** grows %.2f times as much" % ratio
        print("%-16s%s  %s" % (name, "".join(["%16s" % cell for cell in cells]), verdict), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) in (3, 4) and sys.argv[1] == "--compare":
        sys.exit(print_comparison(sys.argv[2], sys.argv[3] if len(sys.argv) == 4 else ""))
    elif len(sys.argv) <= 2:
        print_own_table(sys.argv[1] if len(sys.argv) == 2 else "")
    else:
        sys.exit("usage: growth.py [TEXT] | growth.py --compare ADDER [TEXT]")
