#!/usr/bin/python3.11
"""Checks README.md beside it: numbers without gaps, and every test that is named there exists."""
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
GROUPS = {"P": 19, "C": 14, "R": 18, "G": 32, "W": 13, "T": 21}
problems, rows = [], {}
for line in (HERE / "README.md").read_text().splitlines():
    row = re.match(r"\| ([A-Z]\d+) \| (.+) \| ([^|]+) \|$", line)
    if not row:
        continue
    number, text, tests = row.groups()
    if number in rows:
        problems.append("%s is there twice" % number)
    rows[number] = text
    for test in tests.split(", "):
        name, _, case = test.strip().partition(": ")
        file = HERE.parent / name if name.startswith("unit/") else HERE / name
        if not file.is_file():
            problems.append("%s: no %s" % (number, name))
        elif name.endswith(".py") and not file.with_suffix(".out").is_file():
            problems.append("%s: %s has no record" % (number, name))
        elif case and not re.search(r"^Test\(\w+, %s\b" % case, file.read_text(), re.M):
            problems.append("%s: %s has no test %s" % (number, name, case))
wanted = ["%s%d" % (group, n) for group, count in GROUPS.items() for n in range(1, count + 1)]
problems += ["%s is missing" % number for number in wanted if number not in rows]
problems += ["%s is unknown" % number for number in rows if number not in wanted]
print("\n".join(problems) or "%d observations, each with its test" % len(rows))
sys.exit(1 if problems else 0)
