#!/usr/bin/python3.11
"""What tracing costs: time and peak memory of the programs with `-X tracemalloc=N` over those without.

    memory_tracing.py [--adder PATH] [--rounds N] [--only TEXT]

The runs alternate, so a change of the machine's clock hits all alike; figures are medians. Returns 1
if a geometric mean is above its bar, or if a program prints something else while it is traced.
"""

import argparse
import os
import statistics
import sys

sys.dont_write_bytecode = True

import measure  # noqa: E402

FRAMES = (1, 25)
TIME_BAR = {1: 1.25, 25: 2.5}
MEMORY_BAR = 1.3


def find_programs(only=""):
    folder = os.path.join(measure.BENCH, "programs")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))
            if name.endswith(".py") and only in name]


def measure_program(adder, path, rounds, peak):
    """{frames: (median seconds, median KB)}, 0 frames being "not traced"; and a complaint or None."""
    runs = {frames: [] for frames in (0,) + FRAMES}
    expected = None
    for _ in range(rounds):
        for frames in runs:
            options = ["-X", "tracemalloc=%d" % frames] if frames else []
            result = measure.run_child(peak, [adder] + options + [path])
            if not result.is_good():
                return None, "%d frames: %s" % (frames, result.complaint())
            if expected is None:
                expected = result.stdout
            if result.stdout != expected:
                return None, "%d frames: prints something else" % frames
            runs[frames].append(result)
    return {frames: (statistics.median(run.seconds for run in results),
                     statistics.median(run.peak_kb for run in results))
            for frames, results in runs.items()}, None


def print_bars(time_ratios, memory_ratios):
    """The means with their bars; whether all hold."""
    holds = True
    print("%-30s %10s %10s" % ("geometric mean", "measured", "bar"))
    for title, ratios, bar in (
            ("time", time_ratios, TIME_BAR),
            ("peak memory", memory_ratios, {frames: MEMORY_BAR for frames in FRAMES})):
        for frames in FRAMES:
            mean = measure.geometric_mean(ratios[frames])
            good = mean <= bar[frames]
            holds = holds and good
            print("%-30s %10.3f %10.2f%s" % (
                "%s, %d frame%s" % (title, frames, "s" * (frames > 1)), mean, bar[frames],
                "" if good else "  *** above the bar"))
    return holds


def report(adder, rounds, only=""):
    """Print the table and return whether the bars hold."""
    peak = measure.build_peak()
    time_ratios = {frames: [] for frames in FRAMES}
    memory_ratios = {frames: [] for frames in FRAMES}
    holds = True
    print("%-18s %8s %8s %8s %9s %8s %8s" % (
        "tracing", "plain s", "1 frame", "25", "plain MB", "1 frame", "25"))
    for path in find_programs(only):
        name = os.path.splitext(os.path.basename(path))[0]
        figures, complaint = measure_program(adder, path, rounds, peak)
        if complaint:
            print("%-18s *** %s" % (name, complaint), flush=True)
            holds = False
            continue
        for frames in FRAMES:
            time_ratios[frames].append(figures[frames][0] / figures[0][0])
            memory_ratios[frames].append(figures[frames][1] / figures[0][1])
        print("%-18s %8.3f %8.2f %8.2f %9.1f %8.2f %8.2f" % (
            name, figures[0][0], time_ratios[1][-1], time_ratios[25][-1],
            figures[0][1] / 1024, memory_ratios[1][-1], memory_ratios[25][-1]), flush=True)
    if not time_ratios[1]:
        print("*** nothing was measured")
        return False
    return print_bars(time_ratios, memory_ratios) and holds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH",
                        help="the interpreter to measure (default build/release/adder)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="default: 5")
    parser.add_argument("--only", default="", metavar="TEXT",
                        help="only programs whose name contains TEXT")
    options = parser.parse_args()
    return 0 if report(options.adder, max(1, options.rounds), options.only) else 1


if __name__ == "__main__":
    sys.exit(main())
