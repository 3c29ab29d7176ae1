#!/usr/bin/python3.11
"""What the memory manager does, beside CPython 3.11's, each figure with the bar it has to keep.

    memory.py [--section objects,collector,allocator,tracing,churn] [--adder PATH] [--rounds N]

Each section is a module memory_SECTION.py with `report(adder, rounds)`: it prints a table, and
answers whether every bar was kept. The exit status is 1 if one was not, or a section is missing.
"""

import argparse
import importlib
import os
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402

SECTIONS = ["objects", "collector", "allocator", "tracing", "churn"]


def chosen(text):
    names = text.split(",")
    for name in names:
        if name not in SECTIONS:
            raise argparse.ArgumentTypeError("no section %r: %s" % (name, ", ".join(SECTIONS)))
    return names


def run_section(name, adder, rounds):
    """True: all bars kept; False: not; None: this section does not exist."""
    if not os.path.exists(os.path.join(measure.BENCH, "memory_%s.py" % name)):
        return None
    print("== %s ==" % name, flush=True)
    is_kept = importlib.import_module("memory_" + name).report(adder, rounds)
    print(flush=True)
    return bool(is_kept)


def main():
    measure.require_python_3_11()
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--section", type=chosen, default=SECTIONS, metavar="NAME,...",
                        help="of " + ", ".join(SECTIONS) + " (default: all)")
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default: 3")
    options = parser.parse_args()
    if not os.access(options.adder, os.X_OK):
        sys.exit("no Adder at %s: build it or use --adder" % options.adder)
    answers = {name: run_section(name, os.path.abspath(options.adder), max(1, options.rounds))
               for name in options.section}
    for name, answer in answers.items():
        print("%-10s %s" % (name, "missing: there is no memory_%s.py" % name if answer is None
                            else "all bars kept" if answer else "*** a bar is not kept"))
    return 0 if all(answers.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
