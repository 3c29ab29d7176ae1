#!/usr/bin/python3.11
"""Run the benchmark programs under Adder, CPython 3.11 and Lua 5.4, and compare.

    run.py [options] [FOLDER_OR_FILE ...]      default: the programs/ folder beside this file

Ratios are "other / CPython" for Adder and Lua against CPython, so below 1 means less than CPython.
"""

import argparse
import json
import os
import shutil
import statistics
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402


def parse_arguments():
    parser = argparse.ArgumentParser(description="compare Adder with CPython 3.11 and Lua 5.4")
    parser.add_argument("paths", nargs="*", help="folders of programs, or single .py files")
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH",
                        help="the interpreter to measure (default build/release/adder)")
    parser.add_argument("--lua", default="lua5.4", metavar="PATH", help="default: lua5.4")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--quick", action="store_true", help="one round")
    parser.add_argument("--json", metavar="FILE", help="also write all figures as JSON")
    parser.add_argument("--only", metavar="TEXT", help="only programs whose name contains TEXT")
    parser.add_argument("--timeout", type=float, default=300, metavar="S",
                        help="stop a child after S seconds (default 300)")
    options = parser.parse_args()
    if options.quick:
        options.rounds = 1
    if options.rounds < 1:
        parser.error("--rounds wants at least 1")
    return options


def find_programs(paths, only):
    files = []
    for path in paths or [os.path.join(measure.BENCH, "programs")]:
        if os.path.isdir(path):
            files.extend(os.path.join(path, name) for name in sorted(os.listdir(path))
                         if name.endswith(".py"))
        elif os.path.isfile(path):
            files.append(path)
        else:
            sys.exit("no such program or folder: %s" % path)
    if only:
        files = [path for path in files if only in os.path.basename(path)]
    if not files:
        sys.exit("no programs found")
    return files


def name_of(path):
    return os.path.splitext(os.path.basename(path))[0]


def first_difference(expected, got):
    """Say in one line where two outputs part."""
    expected_lines = expected.decode("utf-8", "replace").splitlines()
    got_lines = got.decode("utf-8", "replace").splitlines()
    for number, (left, right) in enumerate(zip(expected_lines, got_lines), 1):
        if left != right:
            return "line %d: CPython %r, here %r" % (number, left[:80], right[:80])
    return "CPython printed %d lines (%d bytes), here %d lines (%d bytes)" % (
        len(expected_lines), len(expected), len(got_lines), len(got))


def run_program(path, options, lua, peak):
    """Run all interpreters in turn, N rounds. Returns (results by interpreter, complaints)."""
    commands = {"cpython": [measure.CPYTHON, path], "adder": [options.adder, path]}
    twin = os.path.splitext(path)[0] + ".lua"
    if lua and os.path.exists(twin):
        commands["lua"] = [lua, twin]
    results = {who: [] for who in commands}
    complaints = []
    expected = None
    for _ in range(options.rounds):
        for who, command in list(commands.items()):
            result = measure.run_child(peak, command, options.timeout)
            problem = None
            if not result.is_good():
                problem = "%s: %s" % (who, result.complaint())
            elif who == "cpython" and expected is None:
                expected = result.stdout
            elif result.stdout != expected:
                problem = "%s: WRONG OUTPUT: %s" % (who, first_difference(expected,
                                                                          result.stdout))
            if problem is None:
                results[who].append(result)
                continue
            complaints.append("%s: %s" % (name_of(path), problem))
            del commands[who], results[who]
            if who == "cpython":
                return {}, complaints
    return results, complaints


def summarise(path, results):
    row = {"name": name_of(path)}
    for who, runs in results.items():
        row[who] = {"seconds": statistics.median(run.seconds for run in runs),
                    "peak_mb": statistics.median(run.peak_kb for run in runs) / 1024,
                    "all_seconds": [run.seconds for run in runs]}
    if "adder" in row:
        row["time_vs_cpython"] = ratio(row["adder"]["seconds"], row["cpython"]["seconds"])
        row["memory_vs_cpython"] = ratio(row["adder"]["peak_mb"], row["cpython"]["peak_mb"])
        if "lua" in row:
            row["time_vs_lua"] = ratio(row["adder"]["seconds"], row["lua"]["seconds"])
    if "lua" in row:
        row["lua_vs_cpython"] = ratio(row["lua"]["seconds"], row["cpython"]["seconds"])
    return row


def ratio(value, base):
    return value / base if base else float("nan")


COLUMNS = (
    ("CPython s", 10, "%.3f", lambda row: row["cpython"]["seconds"]),
    ("Adder s", 9, "%.3f", lambda row: row["adder"]["seconds"]),
    ("/CPython", 9, "%.3f", lambda row: row["time_vs_cpython"]),
    ("Lua s", 8, "%.3f", lambda row: row["lua"]["seconds"]),
    ("Lua/CPy", 8, "%.3f", lambda row: row["lua_vs_cpython"]),
    ("Adder/Lua", 10, "%.3f", lambda row: row["time_vs_lua"]),
    ("CPython MB", 11, "%.1f", lambda row: row["cpython"]["peak_mb"]),
    ("Adder MB", 9, "%.1f", lambda row: row["adder"]["peak_mb"]),
    ("Lua MB", 7, "%.1f", lambda row: row["lua"]["peak_mb"]),
    ("mem ratio", 10, "%.3f", lambda row: row["memory_vs_cpython"]),
)


def print_header(width):
    print("program".ljust(width) + "".join(title.rjust(size) for title, size, _, _ in COLUMNS))
    print("-" * (width + sum(column[1] for column in COLUMNS)), flush=True)


def print_row(row, width):
    text = row["name"].ljust(width)
    for _, size, form, value in COLUMNS:
        try:
            cell = form % value(row)
        except KeyError:
            cell = "-"
        text += cell.rjust(size)
    print(text, flush=True)


def print_means(rows):
    means = {}
    for key, title in (("time_vs_cpython", "Adder time / CPython time"),
                       ("time_vs_lua", "Adder time / Lua time"),
                       ("lua_vs_cpython", "Lua time / CPython time"),
                       ("memory_vs_cpython", "Adder memory / CPython memory")):
        have = [row for row in rows if key in row]
        if not have:
            continue
        means[key] = measure.geometric_mean([row[key] for row in have])
        worst = max(have, key=lambda row: row[key])
        best = min(have, key=lambda row: row[key])
        faster = " (%.2f times less)" % (1 / means[key]) if means[key] < 1 else ""
        print("%-30s geometric mean %.3f%s over %d; worst %.3f %s; best %.3f %s"
              % (title, means[key], faster, len(have), worst[key], worst["name"],
                 best[key], best["name"]))
    return means


def main():
    measure.require_python_3_11()
    options = parse_arguments()
    files = find_programs(options.paths, options.only)
    if shutil.which(options.adder) is None:
        sys.exit("no interpreter at %s: build it, or give --adder PATH" % options.adder)
    lua = shutil.which(options.lua)
    if lua is None:
        print("no %s: running without it" % options.lua)
    peak = measure.build_peak()
    width = max(len(name_of(path)) for path in files) + 2
    print("CPU seconds (user + system), median of %d round(s), start included; peak resident memory"
          % options.rounds)
    print_header(width)
    rows, complaints = [], []
    for path in files:
        results, problems = run_program(path, options, lua, peak)
        complaints.extend(problems)
        if results:
            rows.append(summarise(path, results))
            print_row(rows[-1], width)
        for problem in problems:
            print("*** FAILED " + problem, flush=True)
    print()
    means = print_means(rows)
    if options.json:
        with open(options.json, "w") as file:
            json.dump({"adder": options.adder, "rounds": options.rounds, "programs": rows,
                       "geometric_means": means, "failures": complaints}, file, indent=1)
            file.write("\n")
    if complaints:
        print("\n*** %d FAILURE(S):" % len(complaints))
        for complaint in complaints:
            print("***   " + complaint)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
