# Literals, copies, slices, splits and sorts of short and long things, at the edges of their short paths.
import sys


def show(label, make):
    try:
        print(label, make())
    except Exception as error:
        print(label, type(error).__name__, error)


# Literals that fail half way, and what becomes of the values; equal keys.
class Value:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


show("dict", lambda: {1: Value("a"), "b": Value("b"), (): Value("c"), Value("key"): 1, Value: 2, []: Value("d")})
show("set", lambda: {1, 2, (3, []), 4})
show("equal", lambda: {1: "a", 1.0: "b", True: "c"})
print([len(d) for d in [{1: Value("first"), 1: Value("second")}]])
shared = object()
before = sys.getrefcount(shared)
kept = [[shared, shared], (shared,), {shared}, {shared: shared}]
print(sys.getrefcount(shared) - before)
del kept
print(sys.getrefcount(shared) - before, [], (), [1] * 0, [1] * 3, [1, 2] * 3, [[]] * 2, (0,) * 3)

# Copies of all lengths, in str, bytes, concatenation, join and repetition.
for n in (0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33):
    text = "".join(chr(97 + i % 26) for i in range(n + 2))
    wide = text[:n] + "\u20ac"
    print(n, text[1:n + 1], text.encode()[1:n + 1], text[:n] + text[:n], "-".join([text[:n], "x", text[:n]]),
          ascii(wide), ascii("%s|%s" % (text[:n], wide)), ascii("{}{}{}".format(wide, text[:n], "\xe9")),
          ascii("".join(["\U0001f600", text[:n]])), (text[:n] + "\xe9").encode())

# Slices of bytes.
data = b"0123456789"
print(data[:] is data, data[0:10] is data, data[0:99] is data, data[2:9], data[-3:], data[:-3], data[5:2], data[4:5],
      data[99:], data[-99:2], data[None:3], data[::2], data[2**70:], data[:-2**70], bytearray(data)[2:4])
show("bad slice", lambda: data["a":])

# Splitting at a character, replacing a character.
for text in ("a,b,,c,", ",", "", "abc", "x" * 20 + ",y", "caf\xe9,\xe9", "\u20ac,a"):
    print([ascii(part) for part in text.split(",")], text.split(",", 1)[0] == text, len(text.split(",", 2)),
          ascii(text.replace(",", ";")), ascii(text.replace(",", ";", 1)), ascii(text.replace("a", "\xe9")),
          ascii(text.replace("\xe9", "e")), ascii(text.replace("a", "")), ascii(text.replace("", "-")))
same = "nothing here"
print(same.replace("z", "y") is same, "o".replace("o", "0"), "oo".replace("o", "o"))

# Sorting ints, and ints with others; equal items keep their order.
numbers = [(i * 37) % 101 - 50 for i in range(101)]
print(sorted(numbers) == list(range(-50, 51)), sorted(numbers, reverse=True)[:5], sorted([3, True, 2.5, 1, 0]),
      sorted([2**70, 5, -2**70, 0], reverse=True), sorted([3, 1, 2], key=lambda x: -x))
pairs = [1, 1.0, True, 0, 0.0, False]
print(sorted(pairs), sorted(pairs, reverse=True), sorted([1, 2, 2.0, 1.0, 2], reverse=True))
show("unorderable", lambda: sorted([1, 2, "a"]))
print([numbers[::-1][:4], numbers[50:40:-3], numbers[:3] + numbers[3:5], numbers[::50]])

# Formatting by specification: the types that know it at once, their subclasses, and wrong ones.
class Int(int):
    def __format__(self, spec):
        return "Int<%s>" % spec


class Plain(int):
    pass


print(f"{5:05d}|{2**70:,}|{-3:+}|{1.5:.3f}|{1.5}|{'x':>4}|{'x'}|{True:d}|{True}|{Int(3):x}|{Plain(3):4}|{None}")
print(format(255, "#x"), format(2.5, "e"), format("abc", ".2"), "{:>5}{:<3}{}".format("a", 1, 2.0), format(7), format(Int(1)))
for value, spec in ((1, "s"), (1.5, "d"), ("x", "d"), (1, ".2d"), (2**70, "c"), ("x", "="), (None, "5"), (1, 5)):
    show("format", lambda: format(value, spec))
ends = (1, [2]), [3], (4,)
print(ends + ((5,),) + (), () + ends is ends, ends[0] + ends[2], [1] + [] + [[2]])
grown = [1, [2]]
grown += grown
grown.extend(grown)
print(grown, grown[1] is grown[7])
