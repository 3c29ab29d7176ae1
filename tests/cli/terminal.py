"""A program on a pseudo-terminal, and the loop that runs the tests of this folder."""
import os
import pty
import re
import select
import signal
import sys
import time
import traceback

LIMIT = 10.0  # seconds that anything may take
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|\r|\x07")
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, DELETE = "\x1b[H", "\x1b[F", "\x1b[3~"
CTRL_RIGHT, CTRL_LEFT = "\x1b[1;5C", "\x1b[1;5D"
ALT_ENTER = "\x1b\r"


class Failure(Exception):
    pass


class Terminal:
    """prompt() and finish() take what came since the last of them; wait() only looks at that."""

    def __init__(self, command, environment):
        self.raw = ""
        self.rest = b""
        self.status = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)

    def send(self, text):
        os.write(self.fd, text.encode())

    def paste(self, text):
        self.send("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~")

    def interrupt(self):
        self.send("\x03")

    def _read(self, end):
        """True: something came; False: the program closed the terminal."""
        ready, _, _ = select.select([self.fd], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            raise Failure("nothing came in time; so far: %r" % self.raw)
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.rest += data
        text = self.rest.decode("utf-8", "ignore")
        self.raw += text
        self.rest = self.rest[len(text.encode()):]
        return bool(data)

    def _wait(self, condition):
        end = time.monotonic() + LIMIT
        while not condition():
            if not self._read(end):
                raise Failure("the program ended; so far: %r" % self.raw)
        return CONTROL.sub("", self.raw)

    def wait(self, text):
        return self._wait(lambda: text in CONTROL.sub("", self.raw))

    def prompt(self, prompt=">>> "):
        """Waits until the editor shows this prompt and nothing behind it; what came before it."""
        pattern = re.compile(r"\x1b\[\?2004h\r?" + re.escape(prompt) + r"$")
        text = self._wait(lambda: pattern.search(self.raw))
        self.raw = ""
        return text[:len(text) - len(prompt)]

    def enter(self, line, prompt=">>> "):
        """Types a line; what it printed up to the next prompt."""
        self.send(line + "\r")
        text = self.prompt(prompt)
        return text[text.index("\n") + 1:] if "\n" in text else text

    def finish(self):
        """Waits for the end; what came since, and self.status."""
        end = time.monotonic() + LIMIT
        while self._read(end):
            pass
        self._reap(end)
        result, self.raw = CONTROL.sub("", self.raw), ""
        return result

    def _reap(self, end):
        while self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
            elif time.monotonic() > end:
                raise Failure("the program does not end")
            else:
                time.sleep(0.01)

    def close(self):
        if self.status is None:
            try:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
            except (ProcessLookupError, ChildProcessError):
                pass
        os.close(self.fd)


def equal(got, expected):
    if got != expected:
        raise Failure("got      %r\n    expected %r" % (got, expected))


def contains(text, part):
    if part not in text:
        raise Failure("no %r in %r" % (part, text))


def run_tests(namespace, names):
    """Runs the test_* functions, or those named; prints the sum; the exit status."""
    passed = failed = 0
    for name, function in list(namespace.items()):
        if not name.startswith("test_") or (names and name not in names):
            continue
        try:
            function()
            passed += 1
        except Exception as error:
            failed += 1
            line = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.name == name]
            print("%s, line %s: %s: %s" % (name, line[-1] if line else "?", type(error).__name__, error))
    print("%d passed, %d failed" % (passed, failed))
    sys.exit(1 if failed else 0)
