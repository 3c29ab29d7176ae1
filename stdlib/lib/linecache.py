"""Cache lines from Python source files.

This is intended to read lines from modules imported -- hence if a filename
is not found, it will look down the module search path for a file by
that name.
"""

import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# file name -> (size, mtime, lines, path), mtime None for what is not to be checked again;
# or (function that gives the text,) as long as nobody asked for a line.
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Discard cache entries that are out of date.
    (This is not checked upon each call!)"""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        status = _stat(entry[3])
        if status is None or (entry[0], entry[1]) != (status.st_size, status.st_mtime):
            cache.pop(name, None)


def _stat(path):
    """What the system says about a file, None if it is not there."""
    from posix import stat
    try:
        return stat(path)
    except OSError:
        return None


def _search(filename):
    """Where a relative file name is found along sys.path: (path, stat result)."""
    for folder in sys.path:
        if isinstance(folder, str) and not filename.startswith('/'):
            path = folder.rstrip('/') + '/' + filename if folder else filename
            status = _stat(path)
            if status is not None:
                return path, status
    return None, None


def _ask_loader(filename):
    """The lines that the loader behind a lazy entry gives, None if it fails."""
    try:
        text = cache[filename][0]()
    except (ImportError, OSError):
        return None
    if text is None:
        return []
    lines = [line + '\n' for line in text.splitlines()]
    cache[filename] = len(text), None, lines, filename
    return lines


def _coding(head):
    """The encoding that one of the first two lines declares, or utf-8."""
    if head.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    for line in head.split(b'\n')[:2]:
        text = line.strip(b' \t\f')
        if not text.startswith(b'#'):
            if text:
                break
            continue
        at = text.find(b'coding')
        if at >= 0 and text[at + 6:at + 7] in (b':', b'='):
            name = text[at + 7:].strip(b' \t').decode('latin-1')
            end = 0
            while end < len(name) and (name[end].isalnum() or name[end] in '-_.'):
                end += 1
            if end:
                return name[:end]
    return 'utf-8'


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines.
    If something's wrong, return an empty list."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        cache.pop(filename, None)
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return []
    path, status = filename, _stat(filename)
    if status is None:
        lines = _ask_loader(filename) if lazycache(filename, module_globals) else None
        if lines is not None:
            return lines
        path, status = _search(filename)
        if status is None:
            return []
    try:
        with open(path, 'rb') as file:
            data = file.read()
        lines = data.decode(_coding(data[:400])).replace('\r\n', '\n').replace('\r', '\n').split('\n')
    except (OSError, UnicodeDecodeError, LookupError):
        return []
    last = lines.pop()
    lines = [line + '\n' for line in lines]
    if last:
        lines.append(last + '\n')
    cache[filename] = status.st_size, status.st_mtime, lines, path
    return lines


def lazycache(filename, module_globals):
    """Seed the cache for filename with module_globals.

    The module loader will be asked for the source only when getlines is
    called, not immediately. True if a lazy load is registered.
    """
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith('<') and filename.endswith('>')):
        return False
    if module_globals and '__name__' in module_globals:
        name = module_globals['__name__']
        spec = module_globals.get('__spec__')
        loader = getattr(spec, 'loader', None) or module_globals.get('__loader__')
        get_source = getattr(loader, 'get_source', None)
        if name and get_source:
            cache[filename] = lambda *args: get_source(name, *args),
            return True
    return False
