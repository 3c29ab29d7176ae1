#!/usr/bin/python3.11
"""Runs test scripts on an Adder binary and compares what they print with what is recorded.

X.py    the script; runs in its own folder under its bare name
X.out   expected stdout
X.err   expected stderr, whole, with a last line [exit N]; absent: empty stderr and exit 0
X.in    stdin, if present

A comment in the first three lines of a script may say:
    # differs: reason      the record is our own, CPython prints something else
    # args: a b c          arguments of the script
    # options: -X ...      options of the interpreter
    # timeout: 30          seconds, for a script that needs more than usual
    # not in: asan stress  builds in which it cannot hold (--build)

Names that start with _ are helpers. Scripts below a folder "hostile" are judged by the hostile
rule: the recorded stdout, exit status and last line of stderr, or an uncaught RecursionError,
MemoryError or OverflowError; never a signal, never a timeout.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent
ORACLE = "/usr/bin/python3.11"
CLEAN_DEATHS = ("RecursionError", "MemoryError", "OverflowError")
DIFF_LINES = 40
HOSTILE_BYTES = 1 << 30
HOSTILE_SECONDS = 10


class Script:
    def __init__(self, path, hostile):
        self.path = path
        self.hostile = hostile or TESTS / "hostile" in path.parents
        self.differs = False
        self.args = []
        self.options = []
        self.timeout = None
        self.not_in = []
        with open(path, "rb") as file:
            head = [file.readline(500) for _ in range(3)]
        for raw in head:
            line = raw.decode("latin-1").strip()
            if line.startswith("# differs:"):
                self.differs = True
            elif line.startswith("# args:"):
                self.args = line[len("# args:"):].split()
            elif line.startswith("# options:"):
                self.options = line[len("# options:"):].split()
            elif line.startswith("# timeout:"):
                self.timeout = float(line[len("# timeout:"):])
            elif line.startswith("# not in:"):
                self.not_in = line[len("# not in:"):].split()

    def record(self, suffix):
        file = self.path.with_suffix(suffix)
        return file.read_bytes() if file.exists() else None


class Result:
    def __init__(self, out, err, status):
        self.out = out
        self.err = err
        self.status = status          # exit status, negative signal, or None for a timeout

    def err_record(self):
        """What belongs into X.err, or None where no such file is needed."""
        if not self.err and self.status == 0:
            return None
        err = self.err
        if err and not err.endswith(b"\n"):
            err += b"\n"
        return err + b"[exit %d]\n" % (-1 if self.status is None else self.status)


def environment():
    env = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    env.update(LC_ALL="C.UTF-8", PYTHONHASHSEED="0", ADDERHASHSEED="0",
               PYTHONDONTWRITEBYTECODE="1")
    env["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "allocator_may_return_null=1")
    env["UBSAN_OPTIONS"] = os.environ.get("UBSAN_OPTIONS", "print_stacktrace=1")
    return env


def run(script, command, timeout, address_limit):
    """Runs one script; command is the interpreter with its own options."""
    def limit():
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if address_limit:
            resource.setrlimit(resource.RLIMIT_AS, (address_limit, address_limit))

    child = subprocess.Popen(
        command + script.options + [script.path.name] + script.args,
        cwd=script.path.parent, env=environment(), preexec_fn=limit, start_new_session=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        out, err = child.communicate(script.record(".in") or b"", timeout)
        status = child.returncode
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        out, err = child.communicate()
        status = None
    return Result(neutral(script, out), neutral(script, err), status)


def neutral(script, text):
    """Without what differs from run to run: the folder's path, which CPython shows, addresses,
    the figures of a MemoryError; and without the sanitizer's note on a request it refused."""
    text = text.replace(os.fsencode(str(script.path.parent)) + b"/", b"")
    text = re.sub(rb" at 0x[0-9a-fA-F]{6,}", b" at 0x...", text)
    text = re.sub(rb"==\d+==WARNING: AddressSanitizer failed to allocate 0x[0-9a-f]+ bytes\n", b"", text)
    return re.sub(rb"cannot allocate \d+ bytes( at [^ ]+)? \(\d+\.\d MB", rb"cannot allocate N bytes\1 (N MB", text)


def diff(title, expected, actual):
    lines = list(difflib.unified_diff(
        expected.decode("utf-8", "backslashreplace").splitlines(),
        actual.decode("utf-8", "backslashreplace").splitlines(),
        title + " (recorded)", title + " (now)", lineterm="", n=2))
    if expected != actual and not lines:
        lines = [title + ": only line ends differ"]
    shown = [line if len(line) < 400 else line[:400] + " ..." for line in lines[:DIFF_LINES]]
    if len(lines) > DIFF_LINES:
        shown.append("... %d lines more" % (len(lines) - DIFF_LINES))
    return shown


def describe_status(status):
    if status is None:
        return "timeout"
    if status < 0:
        try:
            return "signal " + signal.Signals(-status).name
        except ValueError:
            return "signal %d" % -status
    return "exit %d" % status


def last_line(text):
    lines = text.rstrip().splitlines()
    return lines[-1] if lines else b""


def judge_hostile(script, result, expected_out, expected_err):
    if result.status is None or result.status < 0:
        return [describe_status(result.status)] + tail(result)
    if b"AddressSanitizer" in result.err or b"runtime error:" in result.err:
        return ["sanitizer report"] + tail(result)
    dying = last_line(result.err).split(b":")[0].decode("latin-1")
    if result.status == 1 and dying in CLEAN_DEATHS and b"Traceback" in result.err:
        return []
    problems = diff(script.path.name + " stdout", expected_out, result.out)
    now = result.err_record() or b""
    then = b"\n".join(expected_err.rstrip().splitlines()[-2:])
    now = b"\n".join(now.rstrip().splitlines()[-2:])
    return problems + diff(script.path.name + " stderr (end)", then, now)


def tail(result):
    return result.err.decode("utf-8", "backslashreplace").splitlines()[-DIFF_LINES:]


def judge(script, result):
    """A list of lines that say what is wrong; empty: passed."""
    expected_out = script.record(".out")
    if expected_out is None:
        return ["no %s: see scripts/bless.sh" % script.path.with_suffix(".out").name]
    expected_err = script.record(".err") or b""
    if script.hostile:
        return judge_hostile(script, result, expected_out, expected_err)
    problems = []
    if result.status is None or result.status < 0:
        problems.append(describe_status(result.status))
    problems += diff(script.path.name + " stdout", expected_out, result.out)
    problems += diff(script.path.name + " stderr", expected_err, result.err_record() or b"")
    return problems


def check(script, options):
    """Runs and judges one script: its problems, or None if it was left out."""
    if options.plain and script.differs or options.build in script.not_in:
        return None
    timeout = script.timeout or (HOSTILE_SECONDS if script.hostile else options.timeout)
    address_limit = HOSTILE_BYTES if script.hostile and not options.asan else 0
    command = [options.adder] + ([] if options.plain else ["--check-leaks"])
    if options.native is not None:
        command += ["-X", f"native={options.native}"]
    if options.asan:
        timeout *= 10
        if script.hostile:  # no limit on addresses: the interpreter's own
            command.append("--memory-limit=%d" % HOSTILE_BYTES)
    problems = judge(script, run(script, command, timeout, address_limit))
    if options.oracle and not script.differs:
        wrong = judge(script, run(script, [ORACLE], timeout, address_limit))
        problems += ["CPython prints something else than the record:"] + wrong if wrong else []
    return problems


def find(names, hostile):
    if not names:
        folders = ["hostile"] if hostile else ["scripts", "errors", "memory", "limits", "regress", "special"]
        names = [TESTS / folder for folder in folders]
    found = []
    for name in names:
        name = pathlib.Path(name).resolve()
        if name.is_dir():
            for path in sorted(name.rglob("*.py")):
                inner = path.relative_to(name).parts
                if not any(part.startswith("_") for part in inner):
                    found.append(path)
        else:
            found.append(name)
    return [Script(path, hostile) for path in found]


def bless(script):
    """Writes what CPython prints into X.out and X.err."""
    timeout = script.timeout or 30
    result = run(script, [ORACLE], timeout, HOSTILE_BYTES if script.hostile else 0)
    if result.status is None or result.status < 0:
        return "%s: CPython ends with %s" % (script.path, describe_status(result.status))
    script.path.with_suffix(".out").write_bytes(result.out)
    err = result.err_record()
    if err is not None:
        script.path.with_suffix(".err").write_bytes(err)
    else:
        script.path.with_suffix(".err").unlink(missing_ok=True)
    return None


def bless_all(options):
    failed = 0
    scripts = [s for s in find(options.names, options.hostile) if not s.differs]
    if not options.names:
        scripts += [s for s in find([TESTS / "hostile"], True) if not s.differs]
        scripts = [s for s in scripts if s.record(".out") is None]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for script, problem in zip(scripts, pool.map(bless, scripts)):
            print(problem or "wrote %s" % script.path.with_suffix(".out").relative_to(TESTS))
            failed += problem is not None
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--adder", metavar="PATH", help="the binary to test")
    parser.add_argument("--asan", action="store_true", help="a sanitizer build: more time, no limit")
    parser.add_argument("--timeout", type=float, default=20, metavar="S")
    parser.add_argument("--native", type=int, help="-X native=N for each script")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--oracle", action="store_true", help="check the records against CPython")
    parser.add_argument("--plain", action="store_true", help="leave out --check-leaks (for CPython)")
    parser.add_argument("--build", metavar="NAME", help="leave out scripts with '# not in: NAME'")
    parser.add_argument("--hostile", action="store_true", help="apply the hostile rule")
    parser.add_argument("--bless", action="store_true", help="write the records (scripts/bless.sh)")
    parser.add_argument("--skip", action="append", default=[], metavar="FILE",
                        help="leave this script (a path below tests/) out")
    parser.add_argument("names", nargs="*", metavar="FOLDER|FILE")
    options = parser.parse_args()
    if options.bless:
        return bless_all(options)
    if not options.adder:
        parser.error("--adder is needed")
    options.adder = str(pathlib.Path(options.adder).absolute())

    skipped = {TESTS / name for name in options.skip}
    scripts = [s for s in find(options.names, options.hostile) if s.path not in skipped]
    passed = failed = left_out = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for script, problems in zip(scripts, pool.map(lambda s: check(s, options), scripts)):
            if problems is None:
                left_out += 1
            elif problems:
                failed += 1
                print("FAILED %s" % script.path.relative_to(TESTS)
                      if script.path.is_relative_to(TESTS) else "FAILED %s" % script.path)
                print("\n".join("    " + line for line in problems), flush=True)
            else:
                passed += 1
    if left_out:
        print("%d left out (not for this build, or for --plain by design)" % left_out)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
