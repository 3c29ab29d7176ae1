"""Common operations on Posix pathnames.

Instead of importing this module directly, import os and refer to
this module as os.path.  The "os.path" name is an alias for this
module on Posix systems; on other systems (e.g. Windows),
os.path provides the same operations in a manner specific to that
platform, and is an alias to another module (e.g. ntpath).

Some of this can actually be useful on non-Posix systems too, e.g.
for manipulation of the pathname component of URLs.
"""

import sys
import posix
import genericpath
from genericpath import *
from posix import fspath as _fspath
from stat import S_ISLNK as _is_link

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext",
           "basename", "dirname", "commonprefix", "getsize", "getmtime",
           "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile",
           "ismount", "expanduser", "expandvars", "normpath", "abspath",
           "samefile", "sameopenfile", "samestat",
           "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep",
           "devnull", "realpath", "supports_unicode_filenames", "relpath",
           "commonpath"]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _get_sep(path):
    return b'/' if isinstance(path, bytes) else '/'


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return _fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = _fspath(s)
    return s.startswith(_get_sep(s))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed.
    If any component is an absolute path, all previous path components
    will be discarded.  An empty last part will result in a path that
    ends with a separator."""
    a = _fspath(a)
    slash = _get_sep(a)
    path = a
    try:
        if not p:
            path[:0] + slash
        for part in map(_fspath, p):
            if part.startswith(slash):
                path = part
            elif not path or path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types('join', a, *p)
        raise
    return path


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is
    everything after the final slash.  Either part may be empty."""
    p = _fspath(p)
    slash = _get_sep(p)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _fspath(p)
    return genericpath._splitext(p, _get_sep(p), b'.' if isinstance(p, bytes) else '.')


splitext.__doc__ = """Split the extension from a pathname.

    Extension is everything from the last dot to the end, ignoring
    leading dots.  Returns "(root, ext)"; ext may be empty."""


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always
    empty."""
    p = _fspath(p)
    return p[:0], p


def basename(p):
    """Returns the final component of a pathname"""
    p = _fspath(p)
    return p[p.rfind(_get_sep(p)) + 1:]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def islink(path):
    """Test whether a path is a symbolic link"""
    try:
        return _is_link(posix.lstat(path).st_mode)
    except (OSError, ValueError, AttributeError):
        return False


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    try:
        posix.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def ismount(path):
    """Test whether a path is a mount point"""
    try:
        status = posix.lstat(path)
        if _is_link(status.st_mode):
            return False
        path = _fspath(path)
        parent = posix.lstat(realpath(join(path, b'..' if isinstance(path, bytes) else '..')))
    except (OSError, ValueError):
        return False
    return status.st_dev != parent.st_dev or status.st_ino == parent.st_ino


def expanduser(path):
    """Expand ~ and ~user constructions.  If user or $HOME is unknown,
    do nothing."""
    path = _fspath(path)
    tilde, slash = (b'~', b'/') if isinstance(path, bytes) else ('~', '/')
    if path != tilde and not path.startswith(tilde + slash):
        return path  # the homes of other users are not known
    import os
    home = os.environ.get('HOME')
    if home is None:
        return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home.rstrip(slash) + path[1:] or slash


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables
    are left unchanged."""
    path = _fspath(path)
    import os
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path) if is_bytes else path
    if '$' not in text:
        return path
    result, at = '', 0
    while at < len(text):
        start = text.find('$', at)
        if start < 0:
            break
        result += text[at:start]
        end = start + 1
        if text[end:end + 1] == '{':
            close = text.find('}', end)
            name, end = (text[end + 1:close], close + 1) if close >= 0 else ('', end)
        else:
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_'):
                end += 1
            name = text[start + 1:end]
        value = os.environ.get(name) if name else None
        result += text[start:end] if value is None else value
        at = end
    result += text[at:]
    return os.fsencode(result) if is_bytes else result


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    path = _fspath(path)
    slash, dot, up = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    if not path:
        return dot
    # Exactly two slashes at the beginning mean something else to POSIX.
    root = slash * (2 if path.startswith(slash * 2) and not path.startswith(slash * 3)
                    else path.startswith(slash))
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != up or not root and (not parts or parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """Return an absolute path."""
    path = _fspath(path)
    if not isabs(path):
        path = join(posix.getcwdb() if isinstance(path, bytes) else posix.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any
symbolic links encountered in the path."""
    filename = _fspath(filename)
    return abspath(_resolve(filename[:0], filename, strict, {})[0])


def _resolve(path, rest, strict, seen):
    """`path` is real; `rest` is to be joined to it, link by link. (path, whether no link leads to itself);
    `seen`: link -> what it led to, None while it is being followed."""
    slash, dot, up = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    if isabs(rest):
        rest = rest[1:]
        path = slash
    while rest:
        name, _, rest = rest.partition(slash)
        if not name or name == dot:
            continue
        if name == up:
            if path:
                path, name = split(path)
                if name == up:
                    path = join(path, up, up)
            else:
                path = up
            continue
        new = join(path, name)
        try:
            is_link = _is_link(posix.lstat(new).st_mode)
        except OSError:
            if strict:
                raise
            is_link = False
        if not is_link:
            path = new
            continue
        if new in seen:
            path = seen[new]
            if path is not None:
                continue
            if strict:
                posix.stat(new)  # raises: it leads to itself
            return join(new, rest), False
        seen[new] = None
        path, is_good = _resolve(path, posix.readlink(new), strict, seen)
        if not is_good:
            return join(path, rest), False
        seen[new] = path
    return path, True


def relpath(path, start=None):
    """Return a relative version of path"""
    if not path:
        raise ValueError("no path specified")
    path = _fspath(path)
    slash, dot, up = (b'/', b'.', b'..') if isinstance(path, bytes) else ('/', '.', '..')
    start = dot if start is None else _fspath(start)
    try:
        from_parts = [x for x in abspath(start).split(slash) if x]
        to_parts = [x for x in abspath(path).split(slash) if x]
        shared = len(commonprefix([from_parts, to_parts]))
        parts = [up] * (len(from_parts) - shared) + to_parts[shared:]
        return join(*parts) if parts else dot
    except (TypeError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(_fspath, paths))
    slash, dot = (b'/', b'.') if isinstance(paths[0], bytes) else ('/', '.')
    try:
        absolute = {path[:1] == slash for path in paths}
        if len(absolute) == 2:
            raise ValueError("Can't mix absolute and relative paths") from None
        parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
        return (slash if True in absolute else slash[:0]) + slash.join(commonprefix(parts))
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
