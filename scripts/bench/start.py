#!/usr/bin/python3.11
"""What it costs to start an interpreter and print one line: CPU milliseconds and peak memory."""

import argparse
import shutil
import statistics
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402


def main():
    measure.require_python_3_11()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH")
    parser.add_argument("--lua", default="lua5.4", metavar="PATH")
    parser.add_argument("--rounds", type=int, default=50, metavar="N", help="default: 50")
    options = parser.parse_args()

    text = "print('hello')"
    commands = [
        ("adder -c", [options.adder, "-c", text]),
        ("python3.11 -c", [measure.CPYTHON, "-c", text]),
        ("python3.11 -I -S -c", [measure.CPYTHON, "-I", "-S", "-c", text]),
        ("lua5.4 -e", [options.lua, "-e", text]),
    ]
    missing = [title for title, command in commands if shutil.which(command[0]) is None]
    commands = [pair for pair in commands if pair[0] not in missing]
    peak = measure.build_peak()
    runs = {title: [] for title, _ in commands}
    for _ in range(max(1, options.rounds) + 1):
        for title, command in commands:
            result = measure.run_child(peak, command, 30)
            if not result.is_good() or result.stdout != b"hello\n":
                sys.exit("%s failed: %s" % (title, result.complaint()))
            runs[title].append(result)

    print("%-22s %10s %10s %10s" % ("start, print, stop", "median ms", "least ms", "peak MB"))
    for title, results in runs.items():
        results = results[1:]           # the first round fills the page cache
        print("%-22s %10.2f %10.2f %10.2f" % (
            title, statistics.median(r.seconds for r in results) * 1000,
            min(r.seconds for r in results) * 1000,
            statistics.median(r.peak_kb for r in results) / 1024))
    for title in missing:
        print("%-22s not found" % title)
    return 1 if "adder -c" in missing else 0


if __name__ == "__main__":
    sys.exit(main())
