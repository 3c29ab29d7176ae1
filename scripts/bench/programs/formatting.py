"""Formatting: f-strings with specs, the % operator, str.format, repr, and parsing back."""


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02d}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __repr__(self):
        return f"Money({self.cents!r})"


def table(rows):
    lines = []
    for i in range(rows):
        name = f"item{i % 100}"
        price = i * 1.25 + 0.1
        lines.append(f"{i:>6}|{name:<10}|{price:10.2f}|{i % 97:04x}|{i * 1000:,}")
    return lines


def percent(rows):
    total = 0
    for i in range(rows):
        total += len("%d: %s (%5.1f%%) %x %r" % (i, "name", i / 7, i, "q"))
    return total


def by_method(rows):
    total = 0
    for i in range(rows):
        total += len("{} {:>8} {name!r:^12} {bits:b}".format(i, i * 3, bits=i, name="ab"))
    return total


def numbers(rows):
    total = 0.0
    for i in range(rows):
        total += float(f"{i / 8}") + int(f"{i:d}") + int(f"{i:#x}", 16)
    return total


def main():
    lines = table(130000)
    print(lines[12345], sum([len(line) for line in lines]))
    print(percent(180000))
    print(by_method(150000))
    print(numbers(220000))
    purse = [Money(i * 37) for i in range(60000)]
    print(len(repr(purse)), sum([len(f"[{money:>9}]") for money in purse]), f"{purse[7]!r:*^14}")
    print(f"{1 / 3:.6e} {2.5:g} {10**20} {-7:+05d} {True} {None!s:>6} {'a' 'b'!r}")


main()
