"""The command line: options, sources of a script, sys.argv and its like, exit statuses, messages.

    python3.11 test_command_line.py path/to/adder [test...]

Where Adder should do what CPython does, /usr/bin/python3.11 is asked.
"""
import os
import signal
import subprocess
import sys
import tempfile
import time

from terminal import LIMIT, Failure, contains, equal, run_tests

ADDER = os.path.abspath(sys.argv[1])
PYTHON = "/usr/bin/python3.11"
FOLDER = tempfile.TemporaryDirectory()


def path(name):
    return os.path.join(FOLDER.name, name)


def write(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    os.makedirs(os.path.dirname(path(name)), exist_ok=True)
    with open(path(name), "wb") as file:
        file.write(data)
    return path(name)


def run(program, arguments, stdin="", environment=None):
    """(status, stdout, stderr) of a program."""
    done = subprocess.run([program] + arguments, input=stdin.encode(), capture_output=True, timeout=LIMIT * 3,
                          cwd=FOLDER.name, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1", **(environment or {})))
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def adder(*arguments, stdin=""):
    return run(ADDER, list(arguments), stdin)


def same(*arguments, stdin=""):
    """Adder and CPython agree on status and output, and on stderr but for the program's name."""
    got, expected = run(ADDER, list(arguments), stdin), run(PYTHON, list(arguments), stdin)
    equal(got, (expected[0], expected[1], expected[2].replace(PYTHON, "adder")))
    return got


# ---- Where the text comes from ------------------------------------------------------------------

WHO = "import sys\nprint(__name__, sys.argv, repr(sys.path[0]), globals().get('__file__'))\n"


def test_command():
    same("-c", "print(1 + 1)")
    same("-c", WHO, "a", "-b", "--tokens")
    same("-cprint(3)")
    same("-c", "x = 1\nif x:\n    print(x)\n\nprint(2)")
    same("-c", "")
    same("-c", "print('é', len('é'))")


def test_file():
    write("who.py", WHO)
    write("sub/who.py", WHO)
    same("who.py")
    same("who.py", "-c", "x", "--", "-")
    same("sub/who.py", "1")
    same(path("who.py"))
    same("./sub/../who.py")


def test_link():
    write("sub/real.py", WHO)
    if not os.path.lexists(path("link.py")):
        os.symlink(path("sub/real.py"), path("link.py"))
    same("link.py")


def test_stdin():
    same(stdin=WHO)
    same("-", "a", "b", stdin=WHO)
    same(stdin="print(1)\nprint(2")
    same(stdin="1 / 0\n")
    same(stdin="")


def test_import_from_folder_of_script():
    write("sub/helper.py", "value = 42\n")
    write("sub/user.py", "import helper\nprint(helper.value, helper.__name__)\n")
    same("sub/user.py")


def test_import_from_current_folder():
    write("near.py", "value = 7\n")
    same("-c", "import near; print(near.value)")
    same(stdin="import near; print(near.value)\n")


def test_module():
    write("moduled.py", "import sys\nprint(__name__, sys.argv, sys.path[0])\n")
    write("package/__init__.py", "")
    write("package/__main__.py", "print('main of package', __name__)\n")
    write("package/inner.py", "print('inner', __name__)\n")
    same("-m", "moduled", "x", "-y")
    same("-mmoduled")
    same("-m", "package")
    same("-m", "package.inner")
    same("-m", "no_such_module_here")


def test_folder():
    write("folder/__main__.py", "import sys\nprint('folder', __name__, sys.argv[0])\n")
    write("empty/readme", "")
    same("folder")
    same("empty")


def test_missing_file():
    same("missing.py")
    same("/no/such/file.py")
    contains(adder("missing.py")[2], "can't open file '%s': [Errno 2] No such file or directory"
             % os.path.join(os.path.realpath(FOLDER.name), "missing.py"))


def test_shebang():
    script = write("shebang.py", "#!%s\nprint('run by', __name__)\n" % ADDER)
    os.chmod(script, 0o755)
    equal(run(script, [])[:2], (0, "run by __main__\n"))
    same("shebang.py")


def test_byte_order_mark():
    write("bom.py", b"\xef\xbb\xbfprint('marked')\n")
    same("bom.py")
    same(stdin="\ufeffprint('marked')\n")


def test_line_ends():
    write("dos.py", b"if 1:\r\n    print('''a\r\nb''')\r\nprint(2)\r\n")
    write("mac.py", b"x = 1\rprint(x)\r")
    write("no_end.py", b"print(1)\nprint(2)")
    for name in ("dos.py", "mac.py", "no_end.py"):
        same(name)


def test_empty_script():
    write("empty.py", "")
    write("comment.py", "# nothing\n")
    same("empty.py")
    same("comment.py")


# ---- Exit statuses and errors -------------------------------------------------------------------

def test_exit_status():
    for text in ("import sys; sys.exit(3)", "raise SystemExit", "raise SystemExit('text')", "raise SystemExit(None)",
                 "import sys; sys.exit(256 + 7)", "import sys; sys.exit(-1)", "raise SystemExit(True)",
                 "raise SystemExit([1])", "raise SystemExit(1, 2)", "import sys; print(1); sys.exit()"):
        same("-c", text)


def test_traceback():
    write("fails.py", "def f(x):\n    return 1 / x\n\nprint('before')\nf(0)\n")
    same("fails.py")
    same("-c", "import sys\nprint(sys.nothing)")


def test_syntax_error():
    write("wrong.py", "print('never')\nx = (1,\ny = 2 2\n")
    same("wrong.py")
    same("-c", "def f(:\n  pass")
    same("-c", "if 1:\nx = 1")


def test_output_is_flushed_at_the_end():
    same("-c", "import sys; sys.stdout.write('no newline')")
    same("-c", "import sys; sys.stderr.write('error'); sys.stdout.write('out')")
    same("-c", "print('x' * 100000)")


def interrupted(program, arguments):
    process = subprocess.Popen([program] + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=FOLDER.name,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler))
    try:
        equal(process.stdout.readline(), b"ready\n")
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=LIMIT)
    finally:
        process.kill()
        process.wait()
    return process.returncode, out.decode(), err.decode()


def test_interrupt():
    write("loop.py", "def f():\n    while True: pass\n\nprint('ready', flush=True)\nf()\n")
    status, out, err = interrupted(ADDER, ["loop.py"])
    equal(err, interrupted(PYTHON, ["loop.py"])[2])
    if status not in (130, -signal.SIGINT):
        raise Failure("status %d" % status)
    # the same is seen by a shell
    done = subprocess.run(["/bin/sh", "-c", "'%s' -c 'raise KeyboardInterrupt'; echo $?" % ADDER],
                          capture_output=True, timeout=LIMIT)
    equal(done.stdout, b"130\n")


def test_interrupt_is_an_exception():
    write("catch.py", "import time\nprint('ready', flush=True)\ntry:\n    while True: pass\n"
                      "except KeyboardInterrupt:\n    print('caught')\nprint('goes on')\n")
    equal(interrupted(ADDER, ["catch.py"]), (0, "caught\ngoes on\n", ""))


def test_interrupt_while_reading():
    write("reads.py", "print('ready', flush=True)\nimport sys\nsys.stdin.readline()\n")
    process = subprocess.Popen([ADDER, "reads.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, cwd=FOLDER.name)
    try:
        equal(process.stdout.readline(), b"ready\n")
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        contains(process.communicate(timeout=LIMIT)[1].decode(), "KeyboardInterrupt")
    finally:
        process.kill()
        process.wait()


# ---- Options ------------------------------------------------------------------------------------

def test_help():
    for option in ("-h", "--help"):
        status, out, err = adder(option)
        equal((status, err), (0, ""))
        for part in ("usage: adder", "-c cmd", "-m mod", "-i ", "--dis", "--memory-limit", "tracemalloc"):
            contains(out, part)


def test_version():
    equal(adder("-V"), (0, "Adder 0.1.0\n", ""))
    equal(adder("--version"), (0, "Adder 0.1.0\n", ""))


def test_wrong_options():
    for arguments in (["-Z"], ["-O"], ["--no-such"], ["-c"], ["-m"], ["--memory-limit", "many"], ["-X"]):
        status, out, err = adder(*arguments)
        equal((status, out), (2, ""))
        contains(err, "usage: adder")


def test_stages():
    status, out, err = adder("--tokens", "-c", "x = 1\n")
    equal((status, err), (0, ""))
    contains(out, "NAME")
    contains(out, "NUMBER")
    status, out, err = adder("--ast", "-c", "x = 1\n")
    equal((status, err), (0, ""))
    contains(out, "Assign(")
    status, out, err = adder("--dis", "-c", "def f(a):\n    return a + 1\n")
    equal((status, err), (0, ""))
    contains(out, "ADD")
    for option in ("--tokens", "--ast", "--dis"):
        status, out, err = adder(option, "-c", "print('ran')\nx = (")
        equal((status, "ran\n" in out), (1, False))
        contains(err, "SyntaxError")
        equal(adder(option, "-c", "print('ran')")[1].count("\nran\n"), 0)


def test_ast_is_that_of_cpython():
    text = "def f(a, *b, c=1, **d):\n    return [x for x in a if x]\nclass C(f): y: int = 3\n"
    expected = run(PYTHON, ["-c", "import ast, sys; print(ast.dump(ast.parse(sys.argv[1]), indent=1))", text])[1]
    equal(adder("--ast", "-c", text)[1].strip(), expected.strip())


def test_memory_limit():
    status, out, err = adder("--memory-limit", "32M", "-c", "x = []\nwhile True: x.append('%d' % len(x))")
    equal((status, out), (1, ""))
    contains(err, "MemoryError")
    equal(adder("--memory-limit=32M", "-c",
                "try:\n    x = [0] * 100_000_000\nexcept MemoryError:\n    print('survived')")[:2], (0, "survived\n"))


def test_memstats_option():
    status, out, err = adder("-X", "memstats", "-c", "x = [i for i in range(1000)]\nprint(len(x))")
    equal((status, out), (0, "1000\n"))
    lines = {line[:30].strip(): int(line[30:].split()[0]) for line in err.split("\n\n")[0].splitlines()}
    equal(lines["heap"], lines["arenas"] + lines["large"])
    equal(lines["arenas"], lines["heads"] + lines["empty pools"] + lines["pools"])
    equal(lines["pools"], lines["blocks"] + lines["free blocks"] + lines["never used"] + lines["tails"])
    again = adder("-X", "memstats", "-c", "x = [i for i in range(1000)]\nprint(len(x))")[2]
    equal(again, err)
    contains(adder("-c", "import sys; sys._debugmallocstats()")[2], "heap")
    contains(adder("-h")[1], "memstats")


def test_counts_option():
    status, out, err = adder("-X", "counts", "-X", "native=0", "-c", "x = [i for i in range(1000)]\nprint(len(x))")
    if status == 2:  # a build that does not count says so
        equal((out, err.splitlines()[0]), ("", "adder: -X counts: not in this build: it wants ADDER_COUNTS=1"))
        return
    equal((status, out), (0, "1000\n"))
    equal({line.split()[0] for line in err.splitlines()}, {"counts"})
    executed = {line.split()[2]: int(line.split()[3]) for line in err.splitlines() if line.split()[1] == "op"}
    equal(sum(executed.values()), int(err.splitlines()[0].split()[2]))
    equal(executed["LIST_APPEND"], 1000)
    equal("counts" in adder("-c", "print(1)")[2], False)


def test_memory_limit_too_low():
    for limit in ("1", "1K", "500K"):
        status, out, err = adder("--memory-limit", limit, "-c", "print(1)")
        equal((status, out), (1, ""))
        contains(err, "adder: cannot start: the memory limit of ")
    for limit in ("1025K", "1100K", "1200K", "1500K", "1800K"):  # whether that is enough does not matter here
        status, out, err = adder("--memory-limit", limit, "-c", "print(sum(range(10)))")
        if (status, out, err) != (0, "45\n", ""):
            equal(status, 1)
            contains(err, "MemoryError: cannot allocate " if "Error" in err else "adder: cannot start: the memory limit of ")


def test_failure_injection():
    text = "print([str(i) for i in range(400)][-1])"
    status, out, err = adder("-X", "failalloc=200", "-c", text)
    equal((status, out), (1, ""))
    contains(err, "MemoryError: cannot allocate ")
    for words in ("1,start", "1,forever,start"):
        equal(adder("-X", "failalloc=" + words, "-c", text), (1, "", "adder: cannot start: out of memory\n"))
    for words in ("100000000", "100000000,arena", "100000000,large,forever", "100000000,request"):
        status, out, err = adder("-X", "failalloc=" + words, "-c", text)
        equal((status, out), (0, "399\n"))
        contains(err, "adder: failalloc: only ")
    for words in ("", "0", "-1", "x", "1,", "1,never", "1 ,arena", "1,arena,large,", "5x"):
        equal(adder("-X", "failalloc=" + words, "-c", text)[0], 2)


def test_tracemalloc_option():
    text = "import tracemalloc; print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())"
    same("-X", "tracemalloc", "-c", text)
    same("-Xtracemalloc=5", "-c", text)
    same("-c", text)
    for frames in ("=0", "=", "=65535", "= 5", "=+5", "=05", "x=3", "=x", "=-1", "=5x", "=99999999999"):
        same("-X", "tracemalloc" + frames, "-c", text)
    same("-X", "tracemalloc=3", "-X", "tracemalloc=7", "-c", text)
    for frames in ("65536", "2147483647"):
        status, out, err = adder("-X", "tracemalloc=" + frames, "-c", text)
        expected = run(PYTHON, ["-X", "tracemalloc=" + frames, "-c", text])
        equal((status, out, err.splitlines()[:4]), (expected[0], expected[1], expected[2].splitlines()[:4]))


def test_tracemalloc_variable():
    text = "import sys, tracemalloc; print(tracemalloc.get_traceback_limit(), sys.flags.ignore_environment)"
    for frames in ("0", "1", "10", "", " 5", "-1", "x", "5x", "99999999999"):
        for options in ([], ["-X", "tracemalloc=3"], ["-X", "tracemalloc=0"], ["-E"], ["-I"],
                        ["-I", "-X", "tracemalloc=4"]):
            got = run(ADDER, options + ["-c", text], environment={"ADDERTRACEMALLOC": frames})
            status, out, err = run(PYTHON, options + ["-c", text], environment={"PYTHONTRACEMALLOC": frames})
            equal(got, (status, out, err.replace("PYTHONTRACEMALLOC", "ADDERTRACEMALLOC")))
    status, _, err = run(ADDER, ["-c", text], environment={"ADDERTRACEMALLOC": "65536"})
    equal(status, 1)
    contains(err, "ValueError: the number of frames must be in range [1; 65535]")


def test_flags_and_x_options():
    text = "import sys; print(sys.flags, sys._xoptions)"
    for options in ([], ["-E"], ["-I"], ["-P"], ["-s"], ["-S"], ["-q"], ["-Xa", "-X", "b=1", "-X", "b=2=3", "-Xc="]):
        same("-B", *options, "-c", text)
    hashed = "import sys; print(hash('a'), sys.flags.hash_randomization)"
    seeded = run(ADDER, ["-c", hashed], environment={"ADDERHASHSEED": "0"})
    equal(seeded, run(ADDER, ["-c", hashed], environment={"ADDERHASHSEED": "0"}))
    equal(seeded[1].split()[1], "0")
    ignored = run(ADDER, ["-E", "-c", hashed], environment={"ADDERHASHSEED": "0"})
    equal(ignored[1].split()[1], "1")
    if ignored[1].split()[0] == seeded[1].split()[0]:
        raise Failure("-E does not ignore ADDERHASHSEED")


def test_safe_path():
    file = write("safe.py", "import sys\nprint(any(p in ('', sys.argv[1]) for p in sys.path))\n")
    for options in ([], ["-P"], ["-I"]):
        same(*options, file, FOLDER.name)
        same(*options, "-c", "import sys; print('' in sys.path)")


def test_accepted_for_the_sake_of_habit():
    for option in ("-B", "-u", "-s", "-S", "-E", "-I", "-q"):
        equal(adder(option, "-c", "print(1)")[:2], (0, "1\n"))
    equal(adder("-BEsc", "print(2)")[:2], (0, "2\n"))
    equal(adder("-X", "unknown", "-c", "print(3)")[:2], (0, "3\n"))


def test_leak_check():
    equal(adder("--check-leaks", "-c", "a = []; a.append(a)\nclass C: pass\nc = C(); c.c = c"), (0, "", ""))


def test_interactive_after_script():
    write("before.py", "value = 41\n")
    status, out, err = run(ADDER, ["-i", "before.py"], "value + 1\n")
    equal((status, out), (0, "42\n"))
    equal(err, run(PYTHON, ["-i", "before.py"], "value + 1\n")[2])
    same("-i", "-c", "x = 5", stdin="x\n")
    same("-i", "-c", "1 / 0", stdin="2 + 2\n")
    same("-i", "-c", "x = 1; raise SystemExit(4)", stdin="x\nraise SystemExit(6)\n")


def prompt(text):
    """A prompt without a terminal, both programs; stderr without the banner."""
    results = []
    for program in (ADDER, PYTHON):
        status, out, err = run(program, ["-i"], text)
        first = err.index(">>> ")
        if err[:first].count("\n") != 2:
            raise Failure("banner %r" % err[:first])
        results.append((status, out, err[first:]))
    equal(results[0], results[1])
    return results[0]


def test_prompt_without_terminal():
    prompt("1 + 1\nx = 2\nx\n")
    prompt("for i in range(3):\n    i\n\nprint('end')\n")
    prompt("1 / 0\nprint('on')\n")
    prompt("def f(:\nprint('on')\n")
    prompt("class A:\n    x = 1\na = A()\nprint('on')\n")
    prompt("if 1:\n\nprint('on')\n")
    prompt("'''a\n\nb'''\n[1,\n\n2]\n")
    prompt("if 1: print(2)\n\n# comment\n   \nprint('on')\n")
    prompt("import sys\nsys.ps1 = 'in: '\nsys.ps2 = 'more: '\nif 1:\n    sys.ps1\n\n")
    prompt("import sys\nsys.exit(9)\nprint('never')\n")
    prompt("raise SystemExit('words')\n")
    prompt("")
    prompt("print('é')\n'é'\n")
    prompt("x = 1 + \\\n2\nx\n")
    prompt("try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('caught')\nfinally:\n    print('done')\n\n")
    prompt("_\n")
    prompt("5\n_ + 1\nNone\n_\n")
    prompt("import sys\n1 / 0\nsys.last_type, sys.last_value\nsys.last_traceback.tb_lineno\n")
    prompt("from __future__ import annotations\ndef f(x: nothing): pass\n\nf.__annotations__\n")
    prompt("import sys\nsys.displayhook = lambda value: print('shown', value)\n3\n")
    prompt("import sys\nsys.excepthook = lambda *a: print('hook', a[1])\n1 / 0\n")
    prompt("if 1:\n    print('block at the end of input')\n")
    prompt("exit\nquit\nexit(2)\n")
    prompt("@staticmethod\ndef f():\n    pass\n\nprint(type(f).__name__)\n")
    prompt("  indented\nx = 3\nx\n")
    prompt("return\nbreak\nx = 4\nx\n")
    prompt("a = 1; b = 2; a; b\n")
    prompt("'unfinished\nx = 5\nx\n")


if __name__ == "__main__":
    run_tests(globals(), sys.argv[2:])
