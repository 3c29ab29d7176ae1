def pack(n, size): return bytes((n >> 8 * i) & 255 for i in range(size))
def unpack(b): return sum(x << 8 * i for i, x in enumerate(b))
print(pack(0x12345678, 4), unpack(pack(987654321, 6)), pack(258, 2) == (258).to_bytes(2, 'little'))
out = bytearray()
for i, w in enumerate([b'one', b'two', b'']): out += bytes([i, len(w)]) + w
print(out, bytes(out), out.hex(' ')); pos = 0; words = []
while pos < len(out): n = out[pos + 1]; words.append(bytes(out[pos + 2:pos + 2 + n])); pos += 2 + n
print(words, b'-'.join(words)); out[0:2] = b''; out[-1:] = b'!!'; print(out)
crc = 0xffffffff
for byte in b'123456789':
    crc ^= byte
    for _ in range(8): crc = crc >> 1 ^ (0xedb88320 & -(crc & 1))
print(hex(crc ^ 0xffffffff)); h = 0xcbf29ce484222325
for byte in 'héllo'.encode(): h = (h ^ byte) * 0x100000001b3 & (1 << 64) - 1
print(h, bytes(x ^ 0x55 for x in b'secret'), bytes(b'abc')[::-1], b'%s=%d;' % (b'k', 5), b'a,b'.split(b','), sorted(b'hello'), bytes(sorted(b'hello')), max(b'az'), b'\xff' > b'\x00', b'ab' < b'b')
b64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
print(''.join(b64[int.from_bytes(b'Man'[i:i + 3], 'big') >> s & 63] for i in (0,) for s in (18, 12, 6, 0)))
