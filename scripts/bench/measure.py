"""What run.py, start.py and growth.py share: run a child exactly, and a few statistics."""

import math
import os
import shutil
import subprocess
import sys
import tempfile

BENCH = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(BENCH))
CPYTHON = "/usr/bin/python3.11"
DEFAULT_ADDER = os.path.join(ROOT, "build", "release", "adder")

# Hash seeds are fixed, so that every round does the same work.
ENVIRONMENT = dict(os.environ, PYTHONHASHSEED="0", ADDERHASHSEED="0", LC_ALL="C.UTF-8")
for _name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONOPTIMIZE", "PYTHONMALLOC"):
    ENVIRONMENT.pop(_name, None)


def require_python_3_11():
    """The figures are against CPython 3.11 and nothing else."""
    if sys.version_info[:2] != (3, 11) or sys.implementation.name != "cpython":
        sys.exit("this script wants CPython 3.11 (run it with %s), not %s"
                 % (CPYTHON, sys.version.split()[0]))
    try:
        answer = subprocess.run([CPYTHON, "-I", "-S", "-V"], capture_output=True, text=True)
    except OSError as error:
        sys.exit("cannot run %s: %s" % (CPYTHON, error))
    if not (answer.stdout + answer.stderr).startswith("Python 3.11."):
        sys.exit("%s is not 3.11: %s" % (CPYTHON, (answer.stdout + answer.stderr).strip()))


def build_peak():
    """Compile peak.c into build/bench/ if it is missing or older than its source."""
    source = os.path.join(BENCH, "peak.c")
    folder = os.path.join(ROOT, "build", "bench")
    binary = os.path.join(folder, "peak")
    if os.path.exists(binary) and os.path.getmtime(binary) >= os.path.getmtime(source):
        return binary
    os.makedirs(folder, exist_ok=True)
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        sys.exit("no C compiler found: peak.c has to be compiled")
    fresh = "%s.%d" % (binary, os.getpid())
    base = [compiler, "-O2", "-Wall", "-Wextra", source, "-o", fresh]
    if subprocess.run(base + ["-static"], stderr=subprocess.DEVNULL).returncode != 0:
        if subprocess.run(base).returncode != 0:
            sys.exit("could not compile peak.c")
    os.replace(fresh, binary)
    return binary


class Result:
    """One run of one child."""

    def __init__(self, user, system, peak_kb, exit_status, signal_number, stdout, stderr):
        self.seconds = (user + system) / 1e6
        self.peak_kb = peak_kb
        self.exit_status = exit_status
        self.signal_number = signal_number
        self.stdout = stdout
        self.stderr = stderr

    def is_good(self):
        return self.exit_status == 0 and self.signal_number == 0

    def complaint(self):
        if self.signal_number:
            what = "killed by signal %d" % self.signal_number
        else:
            what = "exit status %d" % self.exit_status
        lines = self.stderr.decode("utf-8", "replace").strip().splitlines()
        return what + (": " + lines[-1] if lines else "")


def run_child(peak, command, timeout=600):
    """Run a command under peak; its output goes to files, so that no reader competes with it."""
    read_end, write_end = os.pipe()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        try:
            process = subprocess.Popen([peak, str(write_end)] + list(command), stdout=out,
                                       stderr=err, stdin=subprocess.DEVNULL, env=ENVIRONMENT,
                                       pass_fds=(write_end,), start_new_session=True)
        finally:
            os.close(write_end)
        try:
            process.wait(timeout)
        except BaseException as error:
            os.killpg(process.pid, 9)
            process.wait()
            if not isinstance(error, subprocess.TimeoutExpired):
                os.close(read_end)
                raise
        with os.fdopen(read_end) as report:
            line = report.read().split()
        out.seek(0)
        err.seek(0)
        stdout, stderr = out.read(), err.read()
    if len(line) != 5:
        return Result(0, 0, 0, -1, 9, stdout, stderr + b"\nstopped after %d s" % timeout)
    return Result(*map(int, line), stdout, stderr)


def geometric_mean(values):
    values = [value for value in values if value > 0]
    if not values:
        return float("nan")
    return math.exp(math.fsum(map(math.log, values)) / len(values))
