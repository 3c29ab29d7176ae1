b = b'Hello World hello'
print(b.find(b'o'), b.rfind(b'o'), b.find(111), b.index(b'W'), b.count(b'l'), b.count(108), b.startswith(b'He'), b.endswith((b'x', b'lo')), b.replace(b'l', b'L', 2), b.split(), b.split(b'o'), b.rsplit(b' ', 1), b.partition(b' '), b.rpartition(b'zz'))
print(b.upper(), b.lower(), b.title(), b.capitalize(), b.swapcase(), b' x '.strip(), b'xax'.strip(b'x'), b'xa'.lstrip(b'x'), b'ax'.rstrip(b'x'), b'a'.ljust(3) + b'|', b'a'.rjust(3, b'-'), b'a'.center(4), b'-5'.zfill(4), b'a\tb'.expandtabs(4), b'a\nb\r\nc'.splitlines(), b'a\n'.splitlines(True))
print(b'abc'.isalpha(), b'12'.isdigit(), b'a1'.isalnum(), b' \t'.isspace(), b'AB'.isupper(), b'ab'.islower(), b'Ab Cd'.istitle(), b'\xff'.isascii(), b''.isalpha(), b', '.join([b'a', b'b']), b'abc'.translate(bytes(range(256)), b'b'), b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'c'), b'pre_x'.removeprefix(b'pre_'), b'x.py'.removesuffix(b'.py'))
print(b'\xc3\xa9'.decode(), b'\xe9'.decode('latin-1'), b'abc'.decode('ascii'), b'\xff'.decode('utf-8', 'replace'), b'a'.decode(encoding='utf-8', errors='strict'), b'\xff'.upper(), b'\xe9'.isalpha())
for f in (lambda: b.index(b'zz'), lambda: b.split(b''), lambda: b.find(300), lambda: b.replace('a', b'b'), lambda: b.startswith('H'), lambda: bytes.maketrans(b'a', b'bc'), lambda: b.translate(b'x'), lambda: b.center(9, b'ab'), lambda: b.join([5]), lambda: b.strip('x'), lambda: b'\xff'.decode(), lambda: b.partition(b'')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([x for x in b'ab'], max(b'abc'), sorted(b'cab'), bytes(reversed(b'abc')), b'abc'[True:], b'a' b'b', {b'k': 1}[b'k'], b'' == bytes(), b'a' in {b'a'}, tuple(b'\x00\x01'))
