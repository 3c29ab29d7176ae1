#!/usr/bin/python3.11
"""Does the time per element stay flat? Nanoseconds per element from 10^3 to 10^6 elements.

    INTERPRETER growth.py                    one table, for the interpreter that runs it
    /usr/bin/python3.11 growth.py --compare ADDER   Adder's beside CPython's

The measuring part imports nothing but sys and time, so that it runs early and anywhere.
"""

import sys
import time

SIZES = [1000, 10000, 100000, 1000000]
TOTAL = 1000000         # elements per measurement: small sizes are repeated


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
    ("str join", string_join, strings),
    ("str +=", string_add, no_data),
    ("sort", sort_random, shuffled),
    ("generator step", generator_steps, no_data),
    ("chained objects", make_objects, no_data),
]


def measure(function, prepare, n):
    """The least time of a repetition, in ns per element."""
    data = prepare(n)
    best = None
    repeats = TOTAL // n
    if repeats < 3:
        repeats = 3
    for i in range(repeats):
        start = time.perf_counter()
        count = function(n, data)
        elapsed = time.perf_counter() - start
        if count < n:
            raise ValueError("a test lost elements")
        if best is None or elapsed < best:
            best = elapsed
    return best * 1e9 / n


def print_own_table():
    print("%-18s%10d%10d%10d%10d   last/first" % (("ns per element",) + tuple(SIZES)))
    for name, function, prepare in TESTS:
        figures = [measure(function, prepare, n) for n in SIZES]
        cells = "".join(["%10.1f" % figure for figure in figures])
        print("%-18s%s%13.2f" % (name, cells, figures[-1] / figures[0]))


def read_table(command):
    import subprocess
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode != 0:
        sys.exit("%s failed:\n%s" % (command[0], answer.stderr))
    table = {}
    for line in answer.stdout.splitlines()[1:]:
        table[line[:18].strip()] = [float(cell) for cell in line[18:].split()]
    return table


def print_comparison(adder):
    cpython = read_table(["/usr/bin/python3.11", __file__])
    other = read_table([adder, __file__])
    print("ns per element, CPython / Adder (last/first: growth from the first size to the last)")
    print("%-18s%18d%18d%18d%18d%18s" % (("",) + tuple(SIZES) + ("last/first",)))
    for name in cpython:
        cells = ["%.1f / %.1f" % pair for pair in zip(cpython[name][:4], other[name][:4])]
        cells.append("%.2f / %.2f" % (cpython[name][4], other[name][4]))
        print("%-18s%s" % (name, "".join(["%18s" % cell for cell in cells])))


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--compare":
        print_comparison(sys.argv[2])
    elif len(sys.argv) == 1:
        print_own_table()
    else:
        sys.exit("usage: growth.py [--compare ADDER]")
