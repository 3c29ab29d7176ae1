"""Bytes: checksums, run lengths, a cipher, hexadecimal and base 64 by hand, bytearray edits."""

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def make_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
        table.append(n)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def rc4(key, data):
    box = bytearray(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) & 255
        box[i], box[j] = box[j], box[i]
    out = bytearray(len(data))
    i = j = 0
    for position, byte in enumerate(data):
        i = (i + 1) & 255
        j = (j + box[i]) & 255
        box[i], box[j] = box[j], box[i]
        out[position] = byte ^ box[(box[i] + box[j]) & 255]
    return bytes(out)


def base64(data):
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        word = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[word >> 18])
        out.append(ALPHABET[word >> 12 & 63])
        out.append(ALPHABET[word >> 6 & 63])
        out.append(ALPHABET[word & 63])
    return bytes(out)


def run_lengths(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes((j - i, data[i]))
        i = j
    return out


def main():
    data = bytes([i * i % 251 for i in range(300)]) * 2000
    print("%08x %08x" % (crc32(data, make_table()), adler32(data)))
    secret = rc4(b"a key", data)
    print(secret[:12].hex(), rc4(b"a key", secret) == data)
    text = base64(data)
    print(text[:40].decode(), len(text), text.count(b"A"))
    runs = run_lengths(b"".join([bytes([i % 7]) * (i % 40) for i in range(30000)]))
    print(len(runs), runs[:10].hex())
    lines = b"\n".join([b"%d,%s" % (i, str(i * 7).encode()) for i in range(150000)])
    total = 0
    for line in lines.split(b"\n"):
        left, right = line.split(b",")
        total += int(left) + int(right)
    print(total, len(lines.replace(b"7", b"seven")), lines.find(b"149999"))
    buffer = bytearray(lines[:1000])
    for i in range(60000):
        buffer[i % 900:i % 900 + 3] = b"xyz"
        buffer.append(i & 255)
        del buffer[0]
    print(len(buffer), bytes(buffer[:6]), int.from_bytes(buffer[-8:], "big"))


main()
