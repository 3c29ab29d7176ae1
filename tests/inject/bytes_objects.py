b = bytes(range(65, 91))
print(b, b[3:8], b * 2, b + b'!', b.lower(), b.find(b'XY'), b.hex(), bytes.fromhex('00ff 10'))
print(b.split(b'M'), b'-'.join([b'a', b'bb']), b.replace(b'A', b'aaa'), b.decode(), list(b[:5]))
print(b.translate(bytes(256)), b'a b'.title(), b' x '.strip(), b.partition(b'Q'), b.center(40, b'.'))
print(b'\xc3\xa9'.decode('utf-8'), b'\xff'.decode('latin-1'), b'\xff\xfe'.decode('utf-8', 'replace'))
a = bytearray(b'hello')
a += b' world'
a.append(33)
a.extend([65, 66])
a[0:1] = b'JJJ'
a.insert(2, 45)
del a[1]
print(a, a.pop(), a.upper(), a.find(b'w'), bytes(a), a[2:6], a.split(b'o'))
a *= 20
a.reverse()
a.remove(33)
print(len(a), a[:10], bytearray(10), bytearray('é', 'utf-8'), a.hex()[:10], b'x' in a)
a.clear()
print(a, b'%d' % 5, bytes([1, 2, 3]), bytes(3), b == bytearray(b), sorted(b'cab'))
