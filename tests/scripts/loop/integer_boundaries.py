# Arithmetic and comparison at the ends of 32, 53, 62, 63 and 64 bits, negative zero, infinities, NaN.
EDGES = sorted({sign * (2**bits + near) for bits in (8, 31, 32, 53, 61, 62, 63, 64) for near in (-2, -1, 0, 1, 2)
                for sign in (1, -1)})
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.0**53, 2.0**63, -2.0**63, 2.0**64, 1e308, -1e308, 5e-324, float("inf"),
          float("-inf"), float("nan")]


def add(a, b): return a + b
def subtract(a, b): return a - b
def multiply(a, b): return a * b
def floor(a, b): return a // b
def remainder(a, b): return a % b
def divide(a, b): return a / b
def both(a, b): return divmod(a, b)
def bits(a, b): return a & b, a | b, a ^ b
def less(a, b): return "<" if a < b else ">" if a > b else "=" if a == b else "?"
def values(a, b): return a < b, a <= b, a == b, a != b, a > b, a >= b


def jumps(a, b):
    found = ""
    if a < b: found += "<"
    if a <= b: found += "l"
    if a == b: found += "="
    if a != b: found += "!"
    if a > b: found += ">"
    if a >= b: found += "g"
    if not a < b: found += "N"
    while a < b:
        found += "w"
        break
    return found


def summary(texts):
    number = 0
    for text in texts:
        for character in text:
            number = (number * 31 + ord(character)) % 1000000007
    return number


def attempt(function, a, b):
    try:
        return repr(function(a, b))
    except (ZeroDivisionError, OverflowError, TypeError) as error:
        return type(error).__name__ + str(error)


for function in add, subtract, multiply, floor, remainder, divide, both, bits, less, values, jumps:
    for a in EDGES + FLOATS:
        answers = [attempt(function, a, b) for b in EDGES + FLOATS]
        print(function.__name__, a, summary(answers), answers[len(EDGES) // 2][:50], answers[-3][:40])
for a in EDGES:
    print(a, -a, ~a, abs(a), +a, hash(a), a >> 1, a >> 70, a << 1, a == float(a), bool(a), -(-a) == a)
for a in FLOATS:
    print(a, -a, abs(a), +a, bool(a), not a, a == a, a != a, a < a, a is a, [a] == [a], a in (a,), {a: 1}[a])


def shifts():
    for a in (1, -1, 3, 2**61, -2**62, 2**63 - 1, -2**63, 2**64, 0):
        for count in (0, 1, 2, 61, 62, 63, 64, 65, 200):
            print(a, count, a << count, a >> count)
    for count in (-1, -2**63, 2**70):
        for a in 0, 1:
            for shift in (lambda: a << count, lambda: a >> count):
                try:
                    print(a, count, shift())
                except (ValueError, OverflowError) as error:
                    print(a, count, error)


shifts()


def powers():
    for a in (0, 1, -1, 2, -2, 3, 10, 2**31, 2**32, -2**63, 0.0, -0.0, 0.5, -1.5):
        for b in (0, 1, 2, 3, 31, 63, 64, -1, -2, 0.5, -0.5):
            try:
                print(a, b, a ** b)
            except (ZeroDivisionError, OverflowError) as error:
                print(a, b, type(error).__name__, error)


powers()


def counters():
    """A loop that crosses the edge, up and down, by one and by more."""
    for start, step in ((2**63 - 3, 1), (-2**63 + 3, -1), (2**62 - 1, 2**61), (-2**62, -2**61), (254, 1), (-3, -1)):
        value, kept = start, []
        for _ in range(6):
            kept.append(value)
            value += step
        for _ in range(6):
            value -= step
            kept.append(value)
        print(kept, value == start)


counters()


def zeros():
    for a in (0.0, -0.0, 0, False):
        for b in (0.0, -0.0, 0, -1, 1.0):
            print(a, b, a + b, a - b, b - a, a * b, -a * b, a == b, attempt(floor, a, b), attempt(remainder, a, b), min(a, b), max(a, b), sum([a, b]))


zeros()
