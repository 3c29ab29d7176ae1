"""The prompt on a terminal: typing, blocks, errors, keys, history, completion, pasting.

    python3.11 test_repl.py path/to/adder [test...]
"""
import os
import re
import shutil
import signal
import sys
import tempfile
import time

from terminal import (ALT_ENTER, CTRL_LEFT, CTRL_RIGHT, DELETE, DOWN, END, HOME, LEFT, RIGHT, UP, Failure, Terminal,
                      contains, equal, run_tests)

ADDER = os.path.abspath(sys.argv[1])
FOLDER = tempfile.TemporaryDirectory()

EXAMPLE = """\
class Node:
    def __init__(self, value):
        self.value = value
        self.next = None
a = Node(1)
b = Node(2)
a.next = b
b.next = a
numbers = [i for i in range(1000000)]
numbers = (i for i in range(1000000))
data = [1, 2, 3, 4, 5]
del data
class OptimizedClass:
    __slots__ = ['attribute1', 'attribute2']
import tracemalloc
tracemalloc.start()
snapshot = tracemalloc.take_snapshot()
print(snapshot.statistics('lineno'))
"""


class Prompt(Terminal):
    """Adder at its first prompt; its history is forgotten unless `home` is given."""

    def __init__(self, *arguments, home=None, **environment):
        self.home = home or tempfile.mkdtemp(dir=FOLDER.name)
        self.keeps_home = home is not None
        variables = {"TERM": "xterm", "HOME": self.home, "PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment}
        super().__init__([ADDER, *arguments], variables)

    def __enter__(self):
        self.banner = self.prompt()
        return self

    def __exit__(self, *error):
        self.close()
        if not self.keeps_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def leave(self):
        self.send("\x04")
        return self.finish()

    def history(self):
        with open(os.path.join(self.home, ".local/state/adder/history"), encoding="utf-8") as file:
            return file.read()


# ---- Statements ---------------------------------------------------------------------------------

def test_banner():
    with Prompt() as p:
        equal(p.banner.split("\n")[0], "Adder 0.1.0, a small Python 3.11")
        equal(p.banner.count("\n"), 2)


def test_expressions_and_statements():
    with Prompt() as p:
        equal(p.enter("1 + 1"), "2\n")
        equal(p.enter("_ * 21"), "42\n")
        equal(p.enter("x = 5"), "")
        equal(p.enter("_"), "42\n")
        equal(p.enter("None"), "")
        equal(p.enter("'text'"), "'text'\n")
        equal(p.enter("print(x); x"), "5\n5\n")
        equal(p.enter("__name__"), "'__main__'\n")
        equal(p.enter("import sys; sys.argv"), "['']\n")


def test_nothing_typed():
    with Prompt() as p:
        for line in ("", "   ", "# comment", "   # comment"):
            equal(p.enter(line), "")


def test_block():
    with Prompt() as p:
        equal(p.enter("for i in range(3):", "... "), "")
        equal(p.enter("    i * 2", "... "), "")
        equal(p.enter("    # comment", "... "), "")
        equal(p.enter("    ", "... "), "")
        equal(p.enter(""), "0\n2\n4\n")
        equal(p.enter("if i: print('one line')", "... "), "")
        equal(p.enter(""), "one line\n")


def test_open_brackets_and_strings():
    with Prompt() as p:
        p.enter("[1,", "... ")
        p.enter("", "... ")
        equal(p.enter("2]"), "[1, 2]\n")
        p.enter("'''a", "... ")
        p.enter("", "... ")
        equal(p.enter("b'''"), "'a\\n\\nb'\n")
        p.enter("1 + \\", "... ")
        equal(p.enter("2"), "3\n")


def test_try_and_decorator():
    with Prompt() as p:
        for line in ("try:", "    1 / 0", "except ZeroDivisionError:", "    print('caught')", "else:", "    pass",
                     "finally:", "    print('done')"):
            p.enter(line, "... ")
        equal(p.enter(""), "caught\ndone\n")
        for line in ("@staticmethod", "def f():", "    return 1"):
            p.enter(line, "... ")
        equal(p.enter(""), "")
        equal(p.enter("f()"), "1\n")


def test_future_import_lasts():
    with Prompt() as p:
        p.enter("from __future__ import annotations")
        p.enter("def f(x: undefined): pass", "... ")
        equal(p.enter(""), "")
        equal(p.enter("f.__annotations__"), "{'x': 'undefined'}\n")


def test_other_prompts():
    with Prompt() as p:
        p.enter("import sys")
        equal(p.enter("sys.ps1, sys.ps2"), "('>>> ', '... ')\n")
        p.enter("sys.ps1 = 'in: '", "in: ")
        p.enter("sys.ps2 = 'more: '", "in: ")
        p.enter("if 1:", "more: ")
        p.enter("    2", "more: ")
        equal(p.enter("", "in: "), "2\n")
        for line in ("class Count:", "    n = 0", "    def __str__(self):", "        self.n += 1",
                     "        return f'{self.n}> '"):
            p.enter(line, "more: ")
        p.enter("", "in: ")
        p.enter("sys.ps1 = Count()", "1> ")
        p.enter("1", "2> ")


# ---- Errors -------------------------------------------------------------------------------------

def test_traceback():
    with Prompt() as p:
        equal(p.enter("1 / 0"), 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'
                                "ZeroDivisionError: division by zero\n")
        p.enter("def f():", "... ")
        p.enter("    return undefined", "... ")
        p.enter("")
        equal(p.enter("f()"), 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'
                              '  File "<stdin>", line 2, in f\nNameError: name \'undefined\' is not defined\n')
        equal(p.enter("'goes on'"), "'goes on'\n")


def test_syntax_error():
    with Prompt() as p:
        equal(p.enter("x = = 1"), '  File "<stdin>", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n')
        equal(p.enter("  x"), '  File "<stdin>", line 1\n    x\nIndentationError: unexpected indent\n')
        contains(p.enter("return"), "SyntaxError: 'return' outside function")
        contains(p.enter("'abc"), "SyntaxError: unterminated string literal")


def test_line_at_the_margin_is_an_error_when_typed():
    with Prompt() as p:
        p.enter("class A:", "... ")
        p.enter("    x = 1", "... ")
        equal(p.enter("a = A()"), '  File "<stdin>", line 3\n    a = A()\n    ^\nSyntaxError: invalid syntax\n')
        contains(p.enter("A"), "NameError")


def test_missing_block():
    with Prompt() as p:
        p.enter("if 1:", "... ")
        contains(p.enter(""), "IndentationError: expected an indented block after 'if' statement on line 1")


def test_last_exception():
    with Prompt() as p:
        p.enter("import sys")
        p.enter("1 / 0")
        equal(p.enter("sys.last_type, sys.last_value"),
              "(<class 'ZeroDivisionError'>, ZeroDivisionError('division by zero'))\n")
        equal(p.enter("sys.last_traceback.tb_frame.f_code.co_filename"), "'<stdin>'\n")
        p.enter("'unfinished")
        equal(p.enter("sys.last_type, sys.last_traceback"), "(<class 'SyntaxError'>, None)\n")


def test_exception_keeps_nothing_but_through_sys():
    with Prompt() as p:
        for line in ("class D:", "    def __del__(self):", "        print('freed')"):
            p.enter(line, "... ")
        p.enter("")
        p.enter("def f():", "... ")
        p.enter("    d = D()", "... ")
        p.enter("    1 / 0", "... ")
        p.enter("")
        equal(p.enter("f()").count("freed"), 0)
        p.enter("import sys")
        equal(p.enter("del sys.last_value, sys.last_traceback"), "freed\n")


def test_hooks():
    with Prompt() as p:
        p.enter("import sys")
        p.enter("sys.displayhook = lambda value: print('shown', value)")
        equal(p.enter("3"), "shown 3\n")
        p.enter("sys.excepthook = lambda *parts: print('hook', parts[1])")
        equal(p.enter("1 / 0"), "hook division by zero\n")


def test_deep_recursion():
    with Prompt() as p:
        p.enter("def f(): f()", "... ")
        p.enter("")
        contains(p.enter("f()"), "RecursionError: maximum recursion depth exceeded")
        equal(p.enter("1"), "1\n")


def test_memory_error():
    with Prompt("--memory-limit", "64M") as p:
        contains(p.enter("x = [0] * 100_000_000"), "MemoryError")
        equal(p.enter("'goes on'"), "'goes on'\n")


# ---- Commands -----------------------------------------------------------------------------------

def test_commands():
    with Prompt() as p:
        for command in (":mem", ":arenas", ":pins", ":help"):
            contains(p.enter(":help"), command)
        contains(p.enter(":mem"), "unattributed")
        contains(p.enter(":arenas "), "   0 ")
        contains(p.enter(":nothing"), "SyntaxError")
        p.enter("def f():", "... ")
        contains(p.enter("    :mem"), "SyntaxError")
        contains(p.enter("1 + 1"), "2\n")


def test_line_that_pins_arenas():
    with Prompt() as p:
        p.enter("import tracemalloc; tracemalloc.start()")
        p.enter("class Point:", "... ")
        p.enter("    __slots__ = ('x', 'y')", "... ")
        p.enter("    def __init__(self, x): self.x = x", "... ")
        p.enter("")
        p.enter("def build(keep, drop):", "... ")
        p.enter("    for i in range(1_000_000):", "... ")
        p.enter("        if i % 5000:", "... ")
        p.enter("            drop.append(Point(None))", "... ")
        p.enter("        else:", "... ")
        p.enter("            keep.append(Point(None))", "... ")
        p.enter("")
        p.enter("keep, drop = [], []; build(keep, drop); drop = None")
        pins = p.enter(":pins")
        contains(pins, "Point at <stdin>:6: ")
        found = re.search(r"Point at <stdin>:6: (\d+) blocks?, (\d+) bytes in (\d+) arenas?; without them (\d+) bytes", pins)
        count, size, arenas, released = map(int, found.groups())
        # 32 bytes a point: 30.5 MiB, of which each arena keeps six or seven. The line's first run also
        # filled the namespaces of the types that it used.
        equal((200 <= count < 300, 28 <= arenas <= 33, released % (1 << 20)), (True, True, 0))
        equal(released >= 28 << 20, True)
        count = "import mem; sum(h['count'] for a in mem.pins() for h in a['holders'] if h['what'] == 'Point')"
        equal(p.enter(count), "200\n")
        p.enter("keep = None")
        equal("Point at" in p.enter(":pins"), False)


# ---- Interrupts and the end ---------------------------------------------------------------------

def test_interrupt_while_typing():
    with Prompt() as p:
        p.send("print('never')")
        p.wait("'never')")
        p.interrupt()
        equal(p.prompt(), "print('never')\nKeyboardInterrupt\n")
        p.enter("if 1:", "... ")
        p.enter("    print('never')", "... ")
        p.interrupt()
        equal(p.prompt(), "\nKeyboardInterrupt\n")
        equal(p.enter(""), "")
        p.send("\x12pri")
        p.wait("bck:p")
        p.interrupt()
        contains(p.prompt(), "\nKeyboardInterrupt\n")
        equal(p.enter("3"), "3\n")


def test_interrupt_while_running():
    with Prompt() as p:
        p.enter("def f():", "... ")
        p.enter("    print('started')", "... ")
        p.enter("    while True: pass", "... ")
        p.enter("")
        p.send("f()\r")
        p.wait("started")
        time.sleep(0.1)
        p.interrupt()
        contains(p.prompt(), 'Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\n'
                             '  File "<stdin>", line 3, in f\nKeyboardInterrupt\n')
        equal(p.enter("4"), "4\n")
        p.leave()
        equal(p.status, 0)


def test_end_of_input():
    with Prompt() as p:
        equal(p.leave(), "\n")
        equal(p.status, 0)
    with Prompt() as p:
        p.send("ab" + LEFT + "\x04\r")  # within a line Ctrl-D deletes
        contains(p.prompt(), "NameError: name 'a' is not defined")


def test_end_of_input_ends_a_block():
    with Prompt() as p:
        p.enter("if 1:", "... ")
        p.enter("    print(42)", "... ")
        p.send("\x04")
        equal(p.prompt(), "\n42\n")
        p.leave()
        equal(p.status, 0)


def test_exit():
    with Prompt() as p:
        equal(p.enter("exit"), "Use exit() or Ctrl-D (i.e. EOF) to exit\n")
        equal(p.enter("quit"), "Use quit() or Ctrl-D (i.e. EOF) to exit\n")
        p.send("exit(7)\r")
        p.finish()
        equal(p.status, 7)
    for statement, status, text in (("quit()", 0, ""), ("raise SystemExit('words')", 1, "words\n"),
                                    ("import sys; sys.exit(3)", 3, "")):
        with Prompt() as p:
            p.send(statement + "\r")
            contains(p.finish(), text)
            equal(p.status, status)


def test_hang_up():
    with Prompt() as p:
        os.kill(p.pid, signal.SIGHUP)
        p.finish()
        equal(p.status, -signal.SIGHUP)


def test_no_block_is_left():
    with Prompt("--check-leaks") as p:
        p.enter("import sys, gc")
        p.enter("class A: pass", "... ")
        p.enter("")
        p.enter("1 / 0")
        p.enter("x = = 1")
        p.paste("def f():\n\n    return 1\nf()\n")
        p.wait("\n1\n")
        p.prompt()
        p.send("pri\t")
        p.wait("print(")
        p.interrupt()
        p.prompt()
        p.leave()
        equal(p.status, 0)


# ---- input() ------------------------------------------------------------------------------------

def test_input():
    with Prompt() as p:
        p.send("x = input('name? ')\r")
        p.prompt("name? ")
        p.send("An" + LEFT + LEFT + "x" + DELETE + END + "a\r")
        p.prompt()
        equal(p.enter("x"), "'xna'\n")
        p.send("input()\r")
        p.prompt("")
        p.send("\tß\r")
        contains(p.prompt(), "'\\tß'\n")
        p.send("input('? ')\r")
        p.prompt("? ")
        p.send("\x04")
        contains(p.prompt(), "EOFError\n")
        p.send("input('? ')\r")
        p.prompt("? ")
        p.interrupt()
        contains(p.prompt(), "KeyboardInterrupt\n")
        p.leave()
        equal("xna" in p.history(), False)


def test_input_has_no_history():
    with Prompt() as p:
        p.enter("'before'")
        p.send("input('? ')\r")
        p.prompt("? ")
        p.send(UP + "typed\r")
        contains(p.prompt(), "'typed'\n")


def test_paste_into_input():
    with Prompt() as p:
        p.send("input('? '), input('! ')\r")
        p.prompt("? ")
        p.paste("one\ntwo\n'three'\n")
        contains(p.wait("'three'\n'three'\n"), "('one', 'two')\n")
        p.prompt()


# ---- Keys ---------------------------------------------------------------------------------------

def test_editing_keys():
    with Prompt() as p:
        p.send("234" + HOME + "1" + END + "5\r")
        contains(p.prompt(), "\n12345\n")
        p.send("'one two three'" + CTRL_LEFT + CTRL_LEFT + "X" + CTRL_RIGHT + "Y\r")
        contains(p.prompt(), "\n'one Xtwo")
        p.send("9876" + LEFT + LEFT + DELETE + RIGHT + "\x7f\r")
        contains(p.prompt(), "\n98\n")
        p.send("1 + 41\x01\x0b" + "'cut'\r")
        contains(p.prompt(), "\n'cut'\n")
        p.send("'ä€𝄞'" + LEFT + LEFT + "\x7f\r")
        contains(p.prompt(), "\n'ä𝄞'\n")


def test_long_line():
    with Prompt() as p:
        text = "x" * 3000
        p.send("len('%s')\r" % text)
        contains(p.prompt(), "\n3000\n")


def test_window_size():
    with Prompt() as p:
        import fcntl
        import struct
        import termios
        p.send("'before' ")
        p.wait("'before'")
        fcntl.ioctl(p.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 50, 0, 0))
        time.sleep(0.2)
        p.send("'after'\r")
        contains(p.prompt(), "\n'beforeafter'\n")


def test_newline_in_a_statement():
    with Prompt() as p:
        p.send("if 1:" + ALT_ENTER + "    print(5)\r")
        contains(p.prompt(), "\n5\n")


# ---- History ------------------------------------------------------------------------------------

def test_history():
    with Prompt() as p:
        p.enter("'first'")
        p.enter("'second'")
        p.send(UP + UP + "\r")
        contains(p.prompt(), "\n'first'\n")
        p.send("half" + UP + DOWN + "\x15'whole'\r")
        contains(p.prompt(), "\n'whole'\n")


def test_history_of_blocks():
    with Prompt() as p:
        p.enter("def f():", "... ")
        p.enter("    return 'old'", "... ")
        p.enter("", ">>> ")
        p.enter("f()")
        p.send(UP + UP + "\r")
        p.prompt()
        p.send(UP + UP + END + LEFT + LEFT + LEFT + LEFT + "\x08g" + "\r")
        p.prompt()
        contains(p.enter("f()"), "'")
        p.leave()
        equal(p.history().splitlines()[:2], ["def f():\\n    return 'old'", "f()"])


def test_history_rows():
    with Prompt() as p:
        p.enter("if 1:", "... ")
        p.enter("    print('a')", "... ")
        p.enter("    print('b')", "... ")
        p.enter("")
        # to the last row, two up, its end; then down and change the row below
        p.send(UP + UP + UP + DOWN + END + LEFT + LEFT + "x\r")
        contains(p.prompt(), "\nax\nb\n")


def test_history_lasts():
    home = tempfile.mkdtemp(dir=FOLDER.name)
    with Prompt(home=home) as p:
        p.enter("x = 'back\\\\slash\\n'")
        p.enter("if 1:", "... ")
        p.enter("\tprint('tab')", "... ")
        p.enter("")
        p.leave()
    with Prompt(home=home) as p:
        p.send(UP + "\r")
        contains(p.prompt(), "\ntab\n")
        p.send(UP + UP + UP + "\r")  # one of them within the block
        p.prompt()
        equal(p.enter("x"), "'back\\\\slash\\n'\n")


def test_history_without_repeats():
    with Prompt() as p:
        for line in ("1", "1", "2", "1", "1"):
            p.enter(line)
        equal(p.history(), "1\n2\n1\n")  # written at once, not at the end
        p.leave()
        equal(p.history(), "1\n2\n1\n")
        equal(os.stat(os.path.join(p.home, ".local/state/adder/history")).st_mode & 0o777, 0o600)


def test_history_file():
    home = tempfile.mkdtemp(dir=FOLDER.name)
    os.makedirs(home + "/state/adder")
    file = home + "/state/adder/history"
    with open(file, "w") as stream:
        stream.write("".join("%d\n" % i for i in range(10000)) + "'torn'")
    with Prompt(home=home, XDG_STATE_HOME=home + "/state") as p:
        p.send(UP + "\r")
        contains(p.prompt(), "\n'torn'\n")
        p.send(UP + UP + "\r")
        contains(p.prompt(), "\n9999\n")
        p.leave()
    with open(file) as stream:
        lines = stream.read().splitlines()
    equal(len(lines) <= 2001, True)
    equal(lines[-2:], ["'torn'", "9999"])
    equal(os.listdir(home + "/state/adder"), ["history"])


def test_history_without_a_place():
    with Prompt(HOME="/proc/nowhere") as p:
        equal(p.enter("1"), "1\n")
        p.send(UP + "\r")
        contains(p.prompt(), "\n1\n")


def test_search():
    with Prompt() as p:
        for line in ("'needle'", "'hay'", "'straw'"):
            p.enter(line)
        p.send("\x12need")
        p.wait("need")
        p.send("\r")
        contains(p.prompt(), "\n'needle'\n")


# ---- Completion ---------------------------------------------------------------------------------

def completed(p, typed, expected):
    """What Tab makes of a line: it is entered as a str and shown."""
    p.send(typed + "\t")
    p.wait(expected)
    p.interrupt()
    p.prompt()


def test_complete_names():
    with Prompt() as p:
        p.enter("my_variable = 1")
        p.enter("def my_function(): pass", "... ")
        p.enter("")
        completed(p, "my_v", "my_variable")
        completed(p, "my_f", "my_function(")
        completed(p, "1 + pri", "print(")
        completed(p, "contin", "continue")
        completed(p, "lamb", "lambda ")
        completed(p, "ZeroDiv", "ZeroDivisionError(")
        p.send("my_\t\t")  # nothing to add: both are listed
        text = p.wait("my_variable")
        contains(text, "my_function(")
        p.interrupt()
        p.prompt()


def test_complete_nothing():
    with Prompt() as p:
        p.send("qqq\t\t")
        p.wait("qqq")
        p.send("\r")
        contains(p.prompt(), "NameError: name 'qqq' is not defined")
        p.send("'pri\t'\r")
        contains(p.prompt(), "\n'pri'\n")
        p.send("5 # pri\t\r")
        contains(p.prompt(), "\n5\n")


def test_complete_attributes():
    with Prompt() as p:
        for line in ("class A:", "    kind = 'kind'", "    @property", "    def danger(self): print('ran')",
                     "    def method(self): pass", "    def __getattr__(self, name): print('asked')"):
            p.enter(line, "... ")
        p.enter("")
        p.enter("a = A()")
        p.enter("a.own_value = []")
        p.enter("a.other = a")
        completed(p, "a.own", "a.own_value")
        completed(p, "a.other.own_value.app", "append(")
        completed(p, "a.meth", "a.method(")
        completed(p, "a.kind.upp", "upper(")
        completed(p, "A.ki", "A.kind")
        completed(p, "(a.dan", "(a.danger")
        p.send("a.danger.up\t")
        p.send("\x15a.nothing.up\t")
        p.send("\x15len(a.__dict__)\r")
        text = p.prompt()
        equal(("ran" in text, "asked" in text), (False, False))
        contains(text, "\n2\n")
        completed(p, "'x' + str.form", "str.format")
        completed(p, "a.__cla", "a.__class__")


def test_complete_hides_underscores():
    with Prompt() as p:
        p.enter("class A: x = 1; _y = 2; z = 3", "... ")
        p.enter("")
        p.send("A.\t")
        p.wait("A.")
        p.send("\t")
        text = p.wait(">>> A.")  # drawn anew below the names: a Ctrl-C while they are printed is lost
        equal(("z" in text, "_y" in text), (True, False))
        p.interrupt()
        p.prompt()
        completed(p, "A._", "A._y")


def test_complete_slots():
    with Prompt() as p:
        p.enter("class P: __slots__ = ('left', 'right')", "... ")
        p.enter("")
        p.enter("p = P()")
        p.enter("p.left = {}")
        completed(p, "p.ri", "p.right")
        completed(p, "p.left.setd", "setdefault(")


def test_complete_modules():
    with tempfile.TemporaryDirectory(dir=FOLDER.name) as folder:
        os.makedirs(folder + "/packaged/deeper")
        for name in ("nearby.py", "packaged/__init__.py", "packaged/deeper/__init__.py", "packaged/part_one.py"):
            with open(os.path.join(folder, name), "w") as file:
                file.write("value_of_it = 1\n")
        old = os.getcwd()
        os.chdir(folder)
        try:
            with Prompt() as p:
                completed(p, "import tracem", "import tracemalloc")
                completed(p, "import nea", "import nearby")
                completed(p, "import nearby, packa", "packaged")
                completed(p, "import packaged.pa", "packaged.part_one")
                completed(p, "from packaged import dee", "import deeper")
                completed(p, "from pack", "from packaged")
                completed(p, "from packaged im", "packaged import ")
                p.enter("import nearby")
                completed(p, "from nearby import val", "value_of_it")
                completed(p, "nearby.val", "nearby.value_of_it")
        finally:
            os.chdir(old)


def test_tab_indents():
    with Prompt() as p:
        p.enter("if 1:", "... ")
        p.send("\tif 1:\r")
        p.prompt("... ")
        p.send("\t\tprint('deep')\r")
        p.prompt("... ")
        equal(p.enter(""), "deep\n")
        p.leave()
        contains(p.history(), "if 1:\\n    if 1:\\n        print('deep')\n")


# ---- Pasting ------------------------------------------------------------------------------------

def test_paste_one_line():
    with Prompt() as p:
        p.send("1 + ")
        p.paste("41")
        p.send("\r")
        contains(p.prompt(), "\n42\n")


def test_paste_statements():
    with Prompt() as p:
        p.paste("x = 1\ny = 2\nx + y\n")
        p.wait("x + y\n3\n")
        p.prompt()
        equal(p.enter("x, y"), "(1, 2)\n")


def test_paste_example():
    with Prompt() as p:
        p.paste(EXAMPLE)
        p.wait("print(snapshot.statistics('lineno'))\n[")
        text = p.prompt()
        equal("Error" in text, False)
        contains(text, "class Node:\n...     def __init__(self, value):\n")
        contains(text, ">>> a = Node(1)\n>>> b = Node(2)\n>>> a.next = b\n")
        equal(p.enter("a.next.next is a"), "True\n")
        equal(p.enter("next(numbers), OptimizedClass.__slots__"), "(0, ['attribute1', 'attribute2'])\n")


def test_example_as_a_file():
    import subprocess
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir=FOLDER.name) as file:
        file.write(EXAMPLE)
        file.flush()
        done = subprocess.run([ADDER, file.name], capture_output=True, timeout=30)
    equal((done.returncode, done.stderr, done.stdout[:1], done.stdout[-2:]), (0, b"", b"[", b"]\n"))


def test_paste_with_blank_lines():
    with Prompt() as p:
        p.paste("def f(x):\n    y = x\n\n    # comment\n# at the margin\n    if y:\n        z = '''a\n\nb'''\n\n"
                "    else:\n        z = 'none'\n    return z\n\n\n\nf(1)\nf(0)\n\n")
        p.wait("f(0)\n'none'\n")
        p.prompt()
        equal(p.enter("f(1)"), "'a\\n\\nb'\n")


def test_paste_of_several_blocks():
    with Prompt() as p:
        p.paste("for i in range(2):\n    print('for', i)\nelse:\n    print('else')\ntry:\n    1 / 0\n"
                "except ZeroDivisionError:\n    print('except')\nfinally:\n    print('finally')\n@staticmethod\n"
                "def g():\n    return (1,\n2)\nx = [\n    3,\n]\nif x: print('one line')\nprint(g(), x)\n")
        text = p.wait("print(g(), x)\n(1, 2) [3]\n")
        for part in ("for 0\nfor 1\nelse\n", "except\nfinally\n", "one line\n"):
            contains(text, part)
        p.prompt()


def test_paste_without_newline_at_the_end():
    with Prompt() as p:
        p.paste("x = 6\nx * 7")
        p.wait("x * 7")
        p.send("\r")
        contains(p.prompt(), "\n42\n")


def test_paste_of_an_open_block():
    with Prompt() as p:
        p.paste("def f():\n    return 'f'\n")
        p.prompt("... ")  # it may go on
        equal(p.enter(""), "")
        equal(p.enter("f()"), "'f'\n")
        p.paste("def g():\n    return 'g'\n")
        p.prompt("... ")
        equal(p.enter("g()"), "'g'\n")  # a line at the margin ends it
        p.paste("def h():\n    return 'h'")
        p.wait("return 'h'")
        p.send("\r")
        p.prompt("... ")
        p.enter("")
        equal(p.enter("h()"), "'h'\n")


def test_paste_between():
    with Prompt() as p:
        p.send("print(1, 4)" + LEFT * 3)
        p.wait("4)")
        p.paste("2)\nprint(3,")
        p.wait("print(3,")
        p.send("\r")
        contains(p.prompt(), "\n3 4\n")


def test_paste_with_errors():
    with Prompt() as p:
        p.paste("print('a')\n1 / 0\nprint('b')\ndef f(:\n    x = 1\n\n    y = 2\nprint('c')\n")
        text = p.wait("print('c')\nc\n")
        contains(text, "ZeroDivisionError")
        contains(text, "\nb\n")
        equal(text.count("SyntaxError"), 1)
        equal(text.count("IndentationError"), 0)
        p.prompt()


def test_paste_interrupted():
    with Prompt() as p:
        p.paste("print('started')\nwhile True: pass\n\nprint('never')\nprint('never')\n")
        p.wait("\nstarted\n")
        p.wait("... \n")
        time.sleep(0.3)
        p.interrupt()
        text = p.prompt()
        contains(text, "KeyboardInterrupt")
        equal("\nnever" in text, False)


def test_paste_exits():
    with Prompt() as p:
        p.paste("print('last')\nexit(5)\nprint('never')\n")
        equal("\nnever" in p.finish(), False)
        equal(p.status, 5)


def test_paste_with_tabs_and_controls():
    with Prompt() as p:
        p.paste("if 1:\n\tprint('tab\x07')\n\nprint('end')\n")
        contains(p.wait("\nend\n"), "\ntab\n")
        p.prompt()


def test_paste_goes_into_history():
    with Prompt() as p:
        p.paste("x = 1\ndef f():\n    return x\n\ny = 2\n")
        p.wait("y = 2")
        p.prompt()
        p.leave()
        equal(p.history(), "x = 1\ndef f():\\n    return x\ny = 2\n")


def test_long_paste():
    with Prompt() as p:
        p.paste("total = 0\n" + "def f(i):\n" + "    i += 1\n" * 3000 + "    return i\n" + "total += 1\n" * 500 +
                "f(0), total\n")
        p.wait("\n(3000, 500)\n")
        p.prompt()


# ---- Other terminals ----------------------------------------------------------------------------

def test_dumb_terminal():
    for name in ("dumb", ""):
        p = Prompt(TERM=name)
        try:
            p.wait(">>> ")
            p.send("if 1:\n")
            p.wait("... ")
            p.send("    print(21 * 2)\n\n")
            p.wait("42\n>>> ")
            p.send("input('what? ')\n")
            p.wait("\nwhat? ")
            p.send("yes\n")
            p.wait("'yes'")
            p.send("\x04")
            p.finish()
            equal(p.status, 0)
        finally:
            p.close()


def test_other_locale():
    with Prompt(LANG="C", LC_ALL="C") as p:
        equal(p.enter("'äö€'"), "'äö€'\n")


def test_after_script():
    with tempfile.NamedTemporaryFile("w", suffix=".py", dir=FOLDER.name) as file:
        file.write("value = 6\nprint('script')\n")
        file.flush()
        with Prompt("-i", file.name) as p:
            equal(p.banner, "script\n")
            equal(p.enter("value * 7"), "42\n")


if __name__ == "__main__":
    run_tests(globals(), sys.argv[2:])
