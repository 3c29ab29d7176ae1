#!/usr/bin/python3.11
"""Fragmentation under Adder and CPython 3.11: what stays resident after objects died or changed size.

    memory_churn.py [--adder PATH] [--rounds N]

churn.py is the program, and says what live means: its own sizes (getsizeof) and the payload. Adder's
objects are smaller, so its live bytes are fewer and resident / own live is the harder comparison.
"""

import argparse
import statistics
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402

SECTIONS = (
    ("survivors", (("all", "a million mixed objects"),
                   ("survivors", "every 100th of them"))),
    ("rounds", (("grown", "ten rounds of 30,000 to 300,000 objects, sizes change"),
                ("shrunk", "then a tenth, scattered"),
                ("half", "then half of the peak again"))),
)


def measure_once(peak, interpreter, section):
    result = measure.run_child(peak, [interpreter, measure.BENCH + "/churn.py", section])
    if not result.is_good():
        sys.exit("%s churn.py %s: %s" % (interpreter, section, result.complaint()))
    lines = {}
    for line in result.stdout.decode().splitlines():
        name, *numbers = line.split()
        lines[name] = list(map(int, numbers))
    return lines, result.seconds


def report(adder, rounds):
    """Print the tables; whether no ratio is worse than CPython's."""
    peak = measure.build_peak()
    print("Fragmentation: MB resident (above the start) and live, median of %d round(s)" % rounds)
    print("%-10s %21s %21s %21s %15s" % ("", "resident", "resident / own live",
                                         "resident / payload", "ratio of the"))
    print("%-10s" % "" + " %10s %10s" % ("adder", "CPython") * 3 + "%16s" % "own ratios")
    is_good = True
    for section, rows in SECTIONS:
        runs = {adder: [], measure.CPYTHON: []}
        for _ in range(rounds):
            for interpreter, results in runs.items():
                results.append(measure_once(peak, interpreter, section))
        for name, what in rows:
            cells = []
            for results in runs.values():
                lines = [lines[name] for lines, _ in results]
                cells.append([statistics.median(line[2] for line in lines) / 1e6,
                              statistics.median(line[2] / line[0] for line in lines),
                              statistics.median(line[2] / line[1] for line in lines)])
            (ours, theirs) = cells
            row_is_good = ours[1] <= theirs[1] and ours[0] <= theirs[0]
            is_good &= row_is_good
            print("%-10s" % name + "".join(" %10.2f %10.2f" % pair for pair in zip(ours, theirs))
                  + "%11.3f %s  (%s)" % (ours[1] / theirs[1], "ok" if row_is_good else "MISSED",
                                         what))
        print("%-10s CPU seconds: adder %.2f, CPython %.2f" % (
            "", *(statistics.median(seconds for _, seconds in results)
                  for results in runs.values())), flush=True)
    print("  bar: neither resident nor resident / own live above CPython's")
    return is_good


def main():
    measure.require_python_3_11()
    parser = argparse.ArgumentParser(description="fragmentation, Adder against CPython 3.11")
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="default: 3")
    options = parser.parse_args()
    return 0 if report(options.adder, options.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
