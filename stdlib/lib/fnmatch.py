"""Filename matching with shell patterns.

fnmatch(FILENAME, PATTERN) matches according to the local convention.
fnmatchcase(FILENAME, PATTERN) always takes case in account.

The functions match the pattern themselves; there is no translation into regular expressions.
"""

__all__ = ["filter", "fnmatch", "fnmatchcase"]


def fnmatch(name, pat):
    """Test whether FILENAME matches PATTERN.

    Patterns are Unix shell style:

    *       matches everything
    ?       matches any single character
    [seq]   matches any character in seq
    [!seq]  matches any char not in seq

    An initial period in FILENAME is not special.
    Both FILENAME and PATTERN are first case-normalized
    if the operating system requires it.
    If you don't want this, use fnmatchcase(FILENAME, PATTERN).
    """
    from posix import fspath
    return fnmatchcase(fspath(name), fspath(pat))


def filter(names, pat):
    """Construct a list from those elements of the iterable NAMES that match PAT."""
    return [name for name in names if fnmatch(name, pat)]


def fnmatchcase(name, pat):
    """Test whether FILENAME matches PATTERN, including case.

    This is a version of fnmatch() which doesn't case-normalize
    its arguments.
    """
    if isinstance(pat, bytes) or isinstance(name, bytes):
        if not isinstance(name, bytes):
            raise TypeError("cannot use a bytes pattern on a string-like object")
        if not isinstance(pat, bytes):
            raise TypeError("cannot use a string pattern on a bytes-like object")
        name, pat = name.decode('latin-1'), pat.decode('latin-1')
    return _fnmatch(name, pat)


def _match_set(pattern, start, character):
    """[...] at pattern[start]: (whether the character is in it, place behind it), or None if it has no end."""
    i = start + 1
    negated = pattern[i:i + 1] == "!"
    i += negated
    end = pattern.find("]", i + 1)
    if end < 0:
        return None
    found = False
    while i < end:
        if i + 2 < end and pattern[i + 1] == "-":
            found = found or pattern[i] <= character <= pattern[i + 2]
            i += 3
        else:
            found = found or pattern[i] == character
            i += 1
    return found != negated, end + 1


def _fnmatch(name, pattern):
    """Whether a name matches a shell pattern: * ? [abc] [!abc]."""
    at = i = 0
    star = retry = -1
    while at < len(name):
        step = 0
        if i < len(pattern):
            character = pattern[i]
            if character == "*":
                star, retry = i, at
                i += 1
                continue
            in_set = _match_set(pattern, i, name[at]) if character == "[" else None
            if in_set is not None:
                step = in_set[1] - i if in_set[0] else 0
            elif character == "?" or character == name[at]:
                step = 1
        if step:
            i += step
            at += 1
        elif star >= 0:
            retry += 1
            i, at = star + 1, retry
        else:
            return False
    return pattern[i:].strip("*") == ""


def __getattr__(name):
    if name == 'translate':
        raise AttributeError("fnmatch.translate is not supported by Adder: it needs the module re")
    raise AttributeError("module 'fnmatch' has no attribute %r" % name)
