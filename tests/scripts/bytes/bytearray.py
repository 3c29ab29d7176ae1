a = bytearray(b'hello')
print(a, len(a), a[0], a[1:3], a == b'hello', bytes(a), a + b'x', type(a + b'x').__name__, type(b'x' + a).__name__, a * 2)
a[0] = 72
a.append(33)
a.extend(b'ab')
a += b'cd'
print(a)
del a[0], a[-2:]
a[1:3] = b'XYZ'
a.insert(0, 65)
print(a, a.pop(), a.pop(0), a)
a.remove(90)
a.reverse()
print(a, a.copy(), a.index(a[0]), a.upper(), a.find(b'X'), a.split(b'Y'), a.decode())
a.clear()
print(a, bytearray(3), bytearray([1, 2]), bytearray('é', 'utf-8'), bytearray())
b = bytearray(range(10))
b[::2] = b'\xff' * 5
print(b, list(b[::3]))
for code in ('bytearray([256])', 'bytearray("a")', 'bytearray(b"a")[5]', 'bytearray().pop()', 'hash(bytearray())', 'bytearray(b"a").append(256)', 'bytearray(b"a").append("a")', 'bytearray(b"a").remove(5)', 'b.__setitem__(0, 300)', 'b.__setitem__(0, "a")', 'b.__setitem__(slice(0, 4, 2), b"a")', 'bytearray(-1)'):
    try:
        print(eval(code))
    except Exception as e:
        print(type(e).__name__, e)
print(bytearray(b'a') == b'a', bytearray(b'a') < b'b', b'a' in bytearray(b'abc'), bytearray(b'abc').hex(), bytearray.fromhex('0102'))
