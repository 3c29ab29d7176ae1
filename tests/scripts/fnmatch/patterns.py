# Shell patterns: * ? [...] [!...], a bracket that has no end, ranges.
import fnmatch
for name in ('abc', 'a', '', 'a.py', 'a/b', 'a]c', '[', 'a[c', 'a-c', 'ab\nc', 'A', 'é'):
    for pat in ('*', '?', 'a*', '*c', 'a?c', '[abc]', '[!abc]', '[a-c]*', '*.py', 'a[]]c', 'a[!]]c', '[', 'a[c', 'a[c-]c', 'a[a-]c', '[a-', '**', '*b*', '[c-a]', 'abc', '', 'a[-b]c', '[!]', '[]', 'a[a\\-z]c', '[!c-a]', '[z-aa]'):
        if fnmatch.fnmatch(name, pat): print(repr(name), pat)
print(fnmatch.filter(['a.py', 'b.txt', 'c.py'], '*.py'), fnmatch.fnmatchcase('A', 'a'), fnmatch.fnmatch(b'ab', b'a*'))
for args in (('a', b'a'), (b'a', 'a'), (3, 'a'), ('a', 3)):
    try: print(fnmatch.fnmatch(*args))
    except TypeError as e: print(e)
