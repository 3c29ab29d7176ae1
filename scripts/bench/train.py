"""What the profile-guided release build is trained with: a little of everything, none of the measured programs."""
import math


class Vector:
    def __init__(self, x, y, z=0.0):
        self.x = x
        self.y = y
        self.z = z

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def plus(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x

    @property
    def length(self):
        return math.sqrt(self.dot(self))


class Account:
    rate = 3
    names = {"a": 1, "b": 2}

    def __init__(self, owner, balance):
        self.owner, self.balance, self.log = owner, balance, []

    def deposit(self, amount, *, note=None):
        if amount <= 0:
            raise ValueError("amount")
        self.balance += amount
        self.log.append((amount, note))
        return self.balance

    def fee(self):
        return self.rate


class Savings(Account):
    def __init__(self, owner, balance, bonus):
        super().__init__(owner, balance)
        self.bonus = bonus

    def fee(self):
        return super().fee() + self.bonus

    @staticmethod
    def double(value):
        return value * 2


class Slotted:
    __slots__ = ("left", "right", "key")

    def __init__(self, key):
        self.left = self.right = None
        self.key = key

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Slotted(key)
                    return
                node = node.left
            elif key > node.key:
                if node.right is None:
                    node.right = Slotted(key)
                    return
                node = node.right
            else:
                return

    def walk(self):
        if self.left is not None:
            yield from self.left.walk()
        yield self.key
        if self.right is not None:
            yield from self.right.walk()


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            if n & 1:
                n = 3 * n + 1
            else:
                n //= 2
            steps += 1
        if steps > longest:
            longest = steps
    return longest


def integrate(count):
    total, step = 0.0, 1.0 / count
    for i in range(count):
        x = (i + 0.5) * step
        total += 4.0 / (1.0 + x * x)
    return total * step


def table(size):
    grid = [[(i * j) % 7 for j in range(size)] for i in range(size)]
    for i in range(size):
        row = grid[i]
        for j in range(1, size - 1):
            if row[j] == 3 and row[j - 1] != row[j + 1]:
                row[j] = row[j - 1] + grid[j][i]
            elif not row[j]:
                row[j] -= 1
    return sum(sum(row) for row in grid)


def texts(count):
    words, counts, out = "the quick brown fox jumps over the lazy dog".split(), {}, []
    for i in range(count):
        word = words[i % len(words)]
        key = word[0] + word[-1]
        counts[key] = counts.get(key, 0) + 1
        if word.startswith("t") or "o" in word:
            out.append(f"{word}-{i:04d}")
        position = 0
        while position < len(word) and word[position] not in "xyz":
            position += 1
        out.append(word.upper().replace("O", "0") + str(position))
    joined = ",".join(out)
    return len(joined), len(set(joined.split(","))), sorted(counts.items(), key=lambda item: -item[1])[0]


def counter():
    total = 0

    def add(amount):
        nonlocal total
        total += amount
        return total
    return add


def pairs(n):
    for i in range(n):
        for j in range(i):
            if (i + j) % 3 == 0:
                yield i, j


def errors(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            [][i]
        except KeyError as error:
            caught += error.args[0] % 2
        except IndexError:
            caught += 1
        finally:
            caught += 1
    return caught


def keywords(a, b=2, *rest, c=3, **more):
    return a + b + c + len(rest) + len(more)


def containers(n):
    seen, order, queue = set(), {}, [(0, 0)]
    while queue and len(seen) < n:
        x, y = queue.pop()
        if (x, y) in seen:
            continue
        seen.add((x, y))
        order[x, y] = len(order)
        for dx, dy in ((1, 0), (0, 1), (2, 1)):
            queue.append((x + dx, y + dy))
    first, *middle, last = sorted(order.values())
    evens = {k for k in range(200)} & {k for k in range(0, 400, 2)}
    return first, last, len(middle[3:-3:2]), len(evens), max(order.values()), min(middle)


def main():
    print(ackermann(2, 140), collatz(9000), "%.6f" % integrate(300000), table(180))
    print(texts(12000))
    vectors = [Vector(i * 0.5, i % 7, 1.0) for i in range(3000)]
    total = Vector(0.0, 0.0)
    for _ in range(12):
        for vector in vectors:
            total = total.plus(vector)
            if vector.dot(total) < 0 or vector == total:
                total.z += 1.0
    print("%.3f" % total.length, len(sorted(vectors)))
    accounts = [Account("x", 1), Savings("y", 2, 3), Savings("z", 5, 1)]
    fees = 0
    for i in range(60000):
        account = accounts[i % 3]
        fees += account.fee() + Savings.double(account.deposit(i % 5 + 1, note=None)) % 3
        if len(account.log) > 100:
            account.log.clear()
    print(fees)
    tree, key = Slotted(500), 1
    for _ in range(20000):
        key = key * 1103515245 + 12345 & 0x7fffffff
        tree.insert(key % 1000)
    print(sum(tree.walk()))
    add = counter()
    for i in range(60000):
        add(i & 3)
    print(add(0), sum(i - j for i, j in pairs(350)), errors(40000))
    print(sum(keywords(i, *(1, 2), c=i, d=4) for i in range(20000)), containers(9000))
    big = 1
    for i in range(1, 400):
        big = big * i + 7
    print(len(str(big)), any(n % 7 == 8 for n in range(60000)), dict(zip("abc", range(3))))


main()
