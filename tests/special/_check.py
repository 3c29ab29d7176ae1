#!/usr/bin/python3.11
"""Every specialised instruction has a script here that makes its guess fail, and the script does.

special.def is the list: SPECIAL(ADD_INT, ...) wants add_int.py, and a script that no line names is an
error too. Each script is judged as others are (../run_scripts.py). A build that counts (--counts) also
has to say that the instruction was executed and was given up. Native code makes the same guesses: each
script also runs with code translated early. One that cannot be given up says so in
the script's first line, "# never left: why", and then it must not have been.
"""
import argparse
import concurrent.futures
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
NATIVE = ("native=64", "native=3", "native=12")  # translated when the guess has failed, before, between
SPECIAL_DEF = HERE.parent.parent / "runtime" / "bytecode" / "special.def"
sys.path.insert(0, str(HERE.parent))
sys.dont_write_bytecode = True

import run_scripts  # noqa: E402


def find_forms():
    forms = re.findall(r"^\s*SPECIAL\((\w+), *\w+,", SPECIAL_DEF.read_text(), re.MULTILINE)
    if not forms:
        sys.exit("%s names no specialised instruction" % SPECIAL_DEF)
    return forms


def check_index(forms):
    """Lines that say which form has no script, and which script no form."""
    scripts = {path.stem for path in HERE.glob("*.py") if not path.name.startswith("_")}
    names = {form.lower() for form in forms}
    return (["%s has no tests/special/%s.py" % (name.upper(), name) for name in sorted(names - scripts)] +
            ["tests/special/%s.py: special.def names no %s" % (name, name.upper())
             for name in sorted(scripts - names)])


def take_counts(err):
    """(what the script wrote on stderr, {instruction: (executed, left)})."""
    counts = {}
    kept = []
    for line in err.splitlines(keepends=True):
        match = re.match(rb"counts op (\w+) +(\d+) .* left (\d+)$", line)
        if match:
            counts[match[1].decode()] = (int(match[2]), int(match[3]))
        if not line.startswith(b"counts "):
            kept.append(line)
    return b"".join(kept), counts


def judge_counts(form, counts, never_left):
    if not counts:
        return ["nothing was counted: -X counts printed nothing"]
    executed, left = counts.get(form, (0, 0))
    problems = []
    if not executed:
        problems.append("%s was never executed: the script does not bring it about" % form)
    if never_left and left:
        problems.append("%s was left %d times: '# never left' is wrong" % (form, left))
    if not never_left and not left:
        problems.append("%s was never left: no guess of it failed" % form)
    return problems


def first_line_reason(path):
    """The reason behind "# never left:", "" if there is none to be given, None without that line."""
    with open(path, encoding="utf-8") as file:
        match = re.match(r"# never left:(.*)", file.readline())
    return match and match[1].strip()


def check(form, options):
    script = run_scripts.Script(HERE / (form.lower() + ".py"), False)
    reason = first_line_reason(script.path)
    problems = ["'# never left:' gives no reason"] if reason == "" else []
    timeout = options.timeout * (10 if options.asan else 1)
    command = [options.adder, "--check-leaks"]
    for native in NATIVE:
        problems += run_scripts.judge(script, run_scripts.run(script, command + ["-X", native], timeout, 0))
    if options.counts:
        # what the loop counts: native code executes special forms without it
        result = run_scripts.run(script, command + ["-X", "counts", "-X", "native=0"], timeout, 0)
        result.err, counts = take_counts(result.err)
        problems += judge_counts(form, counts, reason is not None)
        problems += run_scripts.judge(script, result)
    if options.oracle:
        wrong = run_scripts.judge(script, run_scripts.run(script, [run_scripts.ORACLE], timeout, 0))
        problems += ["CPython prints something else than the record:"] + wrong if wrong else []
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--adder", metavar="PATH", required=True, help="the binary to test")
    parser.add_argument("--counts", action="store_true", help="it counts (ADDER_COUNTS): check that too")
    parser.add_argument("--asan", action="store_true", help="a sanitizer build: more time")
    parser.add_argument("--oracle", action="store_true", help="check the records against CPython")
    parser.add_argument("--timeout", type=float, default=20, metavar="S")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("forms", nargs="*", metavar="FORM", help="such as add_int; default: all")
    options = parser.parse_args()
    options.adder = str(pathlib.Path(options.adder).absolute())

    forms = find_forms()
    problems = [] if options.forms else check_index(forms)
    for line in problems:
        print("FAILED " + line)
    failed = len(problems)
    wanted = [name.upper() for name in options.forms] or forms
    wanted = [form for form in wanted if (HERE / (form.lower() + ".py")).exists()]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for form, problems in zip(wanted, pool.map(lambda form: check(form, options), wanted)):
            if problems:
                failed += 1
                print("FAILED special/%s.py" % form.lower())
                print("\n".join("    " + line for line in problems), flush=True)
    print("%d forms, %d failed" % (len(wanted), failed))
    return 1 if failed or not wanted else 0


if __name__ == "__main__":
    sys.exit(main())
