"""Sizes of the sources against the house's budgets: 1,500 lines a file, 80 a function."""
import collections
import os
import re
import sys

ROOTS = ("runtime", "compiler", "vm", "stdlib")
FILE_LIMIT, FUNCTION_LIMIT = 1500, 80
# What is longer, and why.
EXEMPT_FILES = {"vm/eval.c": "the dispatch loop"}
EXEMPT_FUNCTIONS = {("vm/eval.c", "eval_run"): "the dispatch loop"}

HEAD = re.compile(r"^[A-Za-z_][\w\s\*\(\),]*?\b(\w+)\([^;]*$")


def functions(lines):
    """(name, first line, length) of each function: a head in column 0, then { in column 0."""
    name, start = None, 0
    for number, line in enumerate(lines, 1):
        if line.startswith("{") and name:
            begin = start
        elif line.startswith("}") and name:
            if line.rstrip() == "}":
                yield name, start, number - start + 1
            name = None
        elif line[:1].isalpha() or line[:1] == "_":
            match = HEAD.match(line.rstrip())
            if match and not line.startswith(("typedef", "struct", "enum", "return", "else")):
                name, start = match.group(1), number
            elif line.rstrip().endswith(";"):
                name = None


def main():
    top = int(sys.argv[1])
    by_folder, files, long_functions, problems = collections.Counter(), [], [], []
    for root in ROOTS:
        for folder, _, names in os.walk(root):
            for file_name in sorted(names):
                if not file_name.endswith((".c", ".h", ".re", ".y", ".def", ".py")):
                    continue
                path = os.path.join(folder, file_name)
                with open(path, encoding="utf-8") as file:
                    lines = file.readlines()
                by_folder[folder] += len(lines)
                files.append((len(lines), path))
                if len(lines) > FILE_LIMIT and path not in EXEMPT_FILES and path.endswith((".c", ".h", ".re", ".y")):
                    problems.append("%s: %d lines (limit %d)" % (path, len(lines), FILE_LIMIT))
                if path.endswith(".c"):
                    for name, start, length in functions(lines):
                        long_functions.append((length, path, start, name))
                        if length > FUNCTION_LIMIT and (path, name) not in EXEMPT_FUNCTIONS:
                            problems.append("%s:%d: %s has %d lines (limit %d)"
                                            % (path, start, name, length, FUNCTION_LIMIT))
    if top:
        for folder in sorted(by_folder):
            print("%7d  %s" % (by_folder[folder], folder))
        for root in ROOTS:
            print("%7d  %s in all" % (sum(n for f, n in by_folder.items() if f.split("/")[0] == root), root))
        print("largest files")
        for length, path in sorted(files, reverse=True)[:top]:
            print("%7d  %s" % (length, path))
        print("longest functions")
        for length, path, start, name in sorted(long_functions, reverse=True)[:top]:
            print("%7d  %s (%s:%d)" % (length, name, path, start))
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
