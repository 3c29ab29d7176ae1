# Look-ups by strs (short, long, wide, equal but not the same), ints and both; equality; many deletions.
def fresh(text):
    return "".join(list(text))


texts = ["", "a", "ab", "abcd", "x" * 8, "x" * 16, "x" * 17, "x" * 40, "\xe9", "\u0101b", "\U00010000" * 5]
table = {fresh(text): i for i, text in enumerate(texts)}
print([table[fresh(text)] for text in texts], [table.get(text + "?") for text in texts])
for size in (5, 85, 86, 200, 22000):
    numbers, names = {}, {}
    for i in range(size):
        numbers[i * 64] = names["k%d" % i] = i
    for i in range(0, size, 3):
        del numbers[i * 64], names["k%d" % i]
    for i in range(0, size, 2):
        numbers[i * 64] = names["k%d" % i] = -i
    print(size, len(numbers), sum([numbers.get(i * 64, 0) for i in range(size)]),
          sum([names.get("k%d" % i, 0) for i in range(size)]), list(names)[-1], list(numbers)[0])
mixed = {1: "int", "1": "str", 1.5: "float", (1, 2): "tuple", None: 0}
print(mixed[1.0], mixed[True], mixed.get(2), mixed[(1, 2)], 1 in mixed, "1" in mixed, 1.5 in mixed)


class Same:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        log.append(other)
        return self.value == other


log = []
table = {Same(7): "object", 8: "int"}
print(table[7], table.get(8), 7 in table, log)
table = {"k": 1, "l": [2]}
print(table == {"l": [2], "k": 1}, table == {"k": 1, "l": [2]}, table == {"k": 1, "l": [3]}, table == {"k": 1, "m": [2]})
print(table != dict(table), {1: float("nan")} == {1: float("nan")}, dict.fromkeys("ab") == {"a": None, "b": None})


class Changes:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return True


left, right = {}, {}
left.update(a=Changes(right), b=1)
right.update(a=Changes(left), b=1)
print(left == right, len(left), len(right))
