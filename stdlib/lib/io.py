"""The io module provides the Python interfaces to stream handling: what open() makes, and streams in
memory (StringIO, BytesIO)."""

# The abstract classes of CPython's io (IOBase and the like) have no names here.

from _operator import index as _index
from _io import (BufferedRandom, BufferedReader, BufferedWriter, DEFAULT_BUFFER_SIZE, TextIOWrapper,
                 UnsupportedOperation, open)

__all__ = ["open", "BytesIO", "StringIO", "BufferedReader", "BufferedWriter", "BufferedRandom",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END",
           "DEFAULT_BUFFER_SIZE"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


def _size(value):
    """A size argument: None and negative numbers mean all."""
    if value is None:
        return -1
    if not hasattr(type(value), '__index__'):
        raise TypeError("argument should be integer or None, not %r" % type(value).__name__)
    return _index(value)


class _Memory:
    """What streams of characters and of bytes in memory share: `_data`, a str or bytearray, and the
    position `_at` in it."""

    @property
    def closed(self):
        return self._data is None

    def _check(self):
        if self._data is None:
            raise ValueError("I/O operation on closed file" + self._dot)

    def _check_base(self):
        """In CPython these methods are of a base class, whose text has a full stop."""
        if self._data is None:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        self._data = None

    def __enter__(self):
        self._check_base()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_base()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def isatty(self):
        self._check_base()
        return False

    def flush(self):
        if self._dot:  # a StringIO does not mind
            self._check_base()

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def detach(self):
        raise UnsupportedOperation("detach")

    def tell(self):
        self._check()
        return self._at

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        hint = _size(hint)
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_base()
        for line in lines:
            self.write(line)


class StringIO(_Memory):
    """Text I/O implementation using an in-memory buffer.

    The initial_value argument sets the value of object.  The newline
    argument is like the one of TextIOWrapper's constructor."""

    _dot = ''
    encoding = errors = None

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError("newline must be str or None, not " + type(newline).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError("illegal newline value: %r" % (newline,))
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, not " + type(initial_value).__name__)
        self._newline = newline
        self._data, self._at, self._pieces = '', 0, []
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _text(self):
        """All of it: what was written at the end waits in _pieces."""
        self._check()
        if self._pieces:
            self._data += ''.join(self._pieces)
            self._pieces = []
        return self._data

    def write(self, s, /):
        if self._data is None:
            self._check()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got %r" % type(s).__name__)
        given = len(s)
        newline = self._newline
        if newline is None:
            s = s.replace('\r\n', '\n').replace('\r', '\n')
        elif newline == '\r' or newline == '\r\n':
            s = s.replace('\n', newline)
        if not s:
            return given
        if self._pieces or self._at == len(self._data):
            self._pieces.append(s)
        elif self._at > len(self._data):
            self._data += '\0' * (self._at - len(self._data)) + s
        else:
            self._data = self._data[:self._at] + s + self._data[self._at + len(s):]
        self._at += len(s)
        return given

    def getvalue(self):
        """Retrieve the entire contents of the object."""
        return self._text()

    def read(self, size=-1, /):
        text = self._text()
        size = _size(size)
        end = len(text) if size < 0 else self._at + size
        result = text[self._at:end]
        self._at += len(result)
        return result

    def readline(self, size=-1, /):
        text = self._text()
        size = _size(size)
        start, newline = self._at, self._newline
        if newline == '':
            ends = [text.find('\n', start) + 1, text.find('\r', start) + 1]
            if ends[1] and ends[0] == ends[1] + 1:
                ends[1] = ends[0]
            end = min([at for at in ends if at], default=len(text))
        else:
            newline = newline or '\n'
            at = text.find(newline, start)
            end = at + len(newline) if at >= 0 else len(text)
        if 0 <= size < end - start:
            end = start + size
        result = text[start:end]
        self._at += len(result)
        return result

    def seek(self, pos, whence=0, /):
        text = self._text()
        pos = _index(pos)
        if whence not in (0, 1, 2):
            raise ValueError("Invalid whence (%d, should be 0, 1 or 2)" % whence)
        if whence == 0 and pos < 0:
            raise ValueError("Negative seek position %d" % pos)
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._at if whence == 1 else len(text)
        return self._at

    def truncate(self, pos=None, /):
        text = self._text()
        pos = self._at if pos is None else _index(pos)
        if pos < 0:
            raise ValueError("Negative size value %d" % pos)
        self._data = text[:pos]
        return pos

    @property
    def newlines(self):
        self._check()
        return None

    @property
    def line_buffering(self):
        self._check()
        return False


class BytesIO(_Memory):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    _dot = '.'

    def __init__(self, initial_bytes=b''):
        self._data = bytearray() if initial_bytes is None else bytearray(_bytes(initial_bytes))
        self._at = 0

    def write(self, b, /):
        self._check()
        b = _bytes(b)
        if b:
            data = self._data
            if self._at > len(data):
                data.extend(bytes(self._at - len(data)))
            data[self._at:self._at + len(b)] = b
            self._at += len(b)
        return len(b)

    def getvalue(self):
        """Retrieve the entire contents of the BytesIO object."""
        self._check()
        return bytes(self._data)

    def read(self, size=-1, /):
        self._check()
        size = _size(size)
        end = len(self._data) if size < 0 else self._at + size
        result = bytes(self._data[self._at:end])
        self._at += len(result)
        return result

    read1 = read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check()
        size = _size(size)
        end = self._data.find(b'\n', self._at) + 1 or len(self._data)
        if 0 <= size < end - self._at:
            end = self._at + size
        result = bytes(self._data[self._at:end])
        self._at += len(result)
        return result

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        if whence == 0 and pos < 0:
            raise ValueError("negative seek value %d" % pos)
        if whence not in (0, 1, 2):
            raise ValueError("invalid whence (%d, should be 0, 1 or 2)" % whence)
        base = (0, self._at, len(self._data))[whence]
        self._at = max(0, base + pos)
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError("negative size value %d" % size)
        del self._data[size:]
        return size


def _bytes(value):
    if isinstance(value, (bytes, bytearray)):
        return value
    raise TypeError("a bytes-like object is required, not %r" % type(value).__name__)
