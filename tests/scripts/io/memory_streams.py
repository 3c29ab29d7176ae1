# Streams in memory: reading, writing, seeking, lines, newline translation, errors.
import io, sys
from contextlib import redirect_stdout
s = io.StringIO('one\ntwo\nthree')
print(s.read(3), repr(s.readline()), s.tell(), list(s), s.read(), s.seek(0), s.readlines(), s.seek(4), s.readline(2), s.closed, s.isatty(), s.readable(), s.writable(), s.seekable())
print(s.write('!!'), s.getvalue(), s.seek(0), s.write('ONE'), repr(s.getvalue()), s.truncate(5), repr(s.getvalue()), s.tell(), s.seek(8), s.write('x'), repr(s.getvalue()), s.seek(0, 2), s.truncate())
with redirect_stdout(io.StringIO()) as out:
    print('hidden', 1, sep='-')
    print('more')
print(repr(out.getvalue()))
w = io.StringIO()
w.writelines(['a', 'b\n']); w.write('c'); print(repr(w.getvalue()), w.tell(), repr(w.read()))
for newline in (None, '', '\n', '\r', '\r\n'):
    t = io.StringIO('a\nb\r\nc\rd', newline=newline); print(repr(newline), repr(t.getvalue()), t.readlines(), t.write('\n'), repr(t.getvalue()))
with io.StringIO('x') as c: pass
b = io.BytesIO(b'ab\ncd')
print(b.read(1), b.readline(), b.read(), b.seek(0), b.readlines(), b.write(b'!'), b.getvalue(), b.seek(-2, 2), b.read(), b.seek(10), b.write(b'z'), b.getvalue(), b.truncate(3), b.getvalue(), b.seek(0), list(b))
buf = bytearray(2); b.seek(0); print(b.readinto(buf), buf, b.tell(), b.seek(1, 1), b.read1())
for f in (lambda: c.read(), lambda: c.write('x'), lambda: c.getvalue(), lambda: iter(c), lambda: c.__enter__(), lambda: c.flush(), lambda: c.isatty(), lambda: c.writelines([]), lambda: c.readable(), lambda: c.tell(), lambda: c.readline(), lambda: next(c), lambda: c.seek(0), lambda: c.truncate(), lambda: c.readlines(), lambda: io.StringIO(3), lambda: io.StringIO('', newline='x'), lambda: s.write(b'x'), lambda: s.write(3), lambda: s.read('a'), lambda: s.seek(-1), lambda: s.seek(1, 1), lambda: s.seek(0, 5), lambda: s.truncate(-1), lambda: s.fileno(), lambda: b.write('x'), lambda: io.BytesIO(3), lambda: io.BytesIO('a'), lambda: b.seek(-1), lambda: b.seek(0, 5), lambda: b.truncate(-2), lambda: b.fileno(), lambda: s.seek(1.5), lambda: s.detach(), lambda: (b.close(), b.read())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(io.UnsupportedOperation.__mro__[1:3], io.SEEK_END, io.DEFAULT_BUFFER_SIZE, io.open is open, isinstance(sys.__stdout__, io.TextIOWrapper), type(open('/dev/null', 'rb')) is io.BufferedReader)
class Sub(io.StringIO):
    def write(self, x): return super().write(x.upper())
u = Sub(); print('quiet', file=u, end=''); print(u.getvalue())
