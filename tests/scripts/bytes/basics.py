b = b'hello'
print(b, b[0], b[-1], b[1:3], b[::-1], len(b), b + b'x', b * 2, 104 in b, b'ell' in b, list(b), b == b'hello', b < b'help', bytes(b) is not None, b'' or 'empty', hash(b) == hash(b'hello'))
print(bytes(3), bytes([1, 2, 255]), bytes('é', 'utf-8'), bytes(b'x'), bytes(), bytes(range(3)), bytes((65, 66)), bytes.fromhex('00ff 1A'), b'\x00\xff'.hex(), b'\x01\x02\x03\x04'.hex('-'), b'\x01\x02\x03\x04\x05'.hex(':', 2), b'\x01\x02\x03\x04\x05'.hex(':', -2))
print(repr(b'\t\n\r\\\'"\x00\x7f\x80az'), repr(b"it's"), repr(b'"'), str(b'a'), b'%d %s %b %c %x %r %a' % (1, b'x', b'y', 65, 255, 'é', 'é'), b'%5s|%-5s|%05d' % (b'a', b'b', 42))
for code in ('bytes([256])', 'bytes([-1])', 'bytes(["a"])', 'bytes("a")', 'bytes(-1)', 'bytes(1.5)', 'b"a" + "b"', '"a" + b"b"', 'b"abc"[10]', '300 in b"a"', '"a" in b"a"', 'bytes.fromhex("0")', 'bytes.fromhex("zz")', 'b"%s" % "a"', 'b"%d" % b"1"', 'b"a" < "a"', 'b"a" == "a"', 'b"abc".find("a")', 'b",".join(["a"])', 'b"a" * 1.5', 'bytes(1, 2)', 'bytes("a", "ascii", "strict", 1)', 'bytes(None)', 'b"".join([b"a", 5])', 'b"%c" % 256', 'b"%b" % 5', 'bytes(10**20)'):
    try:
        print(code, eval(code))
    except Exception as e:
        print(code, type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
class B:
    def __bytes__(self): return b'B!'
    def __index__(self): return 3
print(bytes(B()), bytes([B()]))
