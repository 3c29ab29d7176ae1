# Small ints that arithmetic made are the cached ones wherever a program can look at them.
import collections
import gc
import operator
import sys
import types

SMALL = {n: n for n in range(-5, 257)}
FIVE = 5


def same(value):
    """Is this int the cached one?"""
    return value is SMALL[value]


seen = []


class Sees:
    """Keeps what its operators get as the other operand."""
    for name in ("add sub mul truediv floordiv mod pow matmul and or xor lshift rshift radd rsub rmul rtruediv rfloordiv "
                 "rmod rpow rmatmul rand ror rxor rlshift rrshift iadd isub imul itruediv ifloordiv imod ipow imatmul iand "
                 "ior ixor ilshift irshift lt le eq ne gt ge getitem contains getattr call divmod rdivmod").split():
        def method(self, *others, name=name):
            seen.append((name, [same(other) for other in others if type(other) is int], *map(type, others)))
            return self if name[0] == "i" else True
        if name != "getattr":
            locals()["__%s__" % name] = method
    del name, method
    __hash__ = None

    def __setitem__(self, key, value):
        seen.append(("setitem", same(key), same(value)))

    def __delitem__(self, key):
        seen.append(("delitem", same(key)))


class SeesAsKey(dict):
    def __missing__(self, key):
        seen.append(("missing", same(key)))
        return key


class SeesIndex(list):
    def __getitem__(self, key):
        seen.append(("list getitem", same(key)))
        return key

    def __setitem__(self, key, value):
        seen.append(("list setitem", same(key)))


def binary(o, a, b):
    o + (a + b); o - (a - b); o * (a * b); o / (a // b); o // (a % b); o % (a & b); o ** (a | b); o @ (a ^ b)
    o & (a << b); o | (a >> b); o ^ (a ** b); o << (-a); o >> (~a)


def reflected(o, a, b):
    (a + b) + o; (a - b) - o; (a * b) * o; (a // b) / o; (a % b) // o; (a & b) % o; (a | b) ** o; (a ^ b) @ o
    (a << b) & o; (a >> b) | o; (a ** b) ^ o; (-a) << o; (~a) >> o


def in_place(o, a, b):
    o += a + b; o -= a - b; o *= a * b; o /= a // b; o //= a % b; o %= a & b; o **= a | b; o @= a ^ b
    o &= a << b; o |= a >> b; o ^= a ** b; o <<= -a; o >>= ~a


def compared(o, a, b):
    o < a + b; o <= a - b; o == a * b; o != a // b; o > a % b; o >= a & b
    a + b < o; a - b <= o; a * b == o; a // b != o; a % b > o; a & b >= o
    if o < a + b: pass
    if a * b == o: pass
    if not a + b >= o: pass
    while a - b > o: break
    return (a + b in o), (a + b not in o)


def chained(o, a, b):
    0 < a + b < o
    0 < a + b in o
    if 0 < a + b in o: pass
    if 0 < a * b == o: pass
    if a + b == 5 != o: pass
    return (0 < a + b is FIVE), (a + b == 5 is FIVE), (a + b < 6 is not FIVE)


def keyed(o, a, b):
    o[a + b]
    o[a - b] = a * b
    o[a * b] += a + b
    del o[a + b]
    o[a + b, a - b]
    o[a + b:a - b]
    o(a + b, a - b)


for function in binary, reflected, in_place, compared, chained, keyed:
    for _ in range(3):
        print(function.__name__, function(Sees(), 3, 2))
    for _ in range(60):
        function(Sees(), 3, 2)
    found = sorted(set(map(repr, seen)))
    print("  ", *found, sep="\n   ")
    print(function.__name__, len(seen))
    seen.clear()


def keys(a, b):
    found = SeesAsKey()[a + b], SeesIndex()[a - b]
    SeesIndex()[a * b] = 1
    plain, default, counter, ordered = {}, collections.defaultdict(list), collections.Counter(), collections.OrderedDict()
    plain[a + b] = 1
    plain[a - b] = a * b
    default[a + b].append(a - b)
    default[a * b]
    counter[a + b] += a - b
    ordered[a * b] = a + b
    array = [0] * 9
    array[a + b] = a - b
    array[a - b] += a + b
    display = {a + b: a - b, a * b: a ^ b}
    comprehended = {n + a: n * b for n in range(3)}
    set_ = {a + b, a - b}
    found += tuple(plain) + tuple(plain.values()) + tuple(default) + tuple(default[5]) + tuple(counter) + \
        tuple(counter.values()) + tuple(ordered) + tuple(ordered.values()) + tuple(array) + tuple(display) + \
        tuple(display.values()) + tuple(comprehended) + tuple(comprehended.values()) + tuple(set_)
    found += (list[a + b].__args__[0], collections.deque([a + b, a * b])[a - b], types.MappingProxyType(plain)[a - b])
    return found


for _ in range(60):
    found = keys(3, 2)
print([same(value) for value in found], sum(found))
print(set(seen), len(seen))
seen.clear()


def caught(function, *operands):
    try:
        function(*operands)
    except Exception as error:
        return type(error).__name__, [same(value) if type(value) is int else value for value in error.args]


def raise_of(a, b): raise KeyError(a + b, a - b)
def no_key(a, b): return {}[a + b]
def no_default(a, b): return collections.ChainMap()[a + b]
def no_index(a, b): return [][a + b]
def no_set(a, b): set().remove(a + b)
def no_pop(a, b): return {}.pop(a + b)
def no_del(a, b): del {}[a + b]
def stop(a, b): next(iter([])) if a + b == 0 else exec("raise StopIteration(a + b)", {"a": a, "b": b})
def exit_(a, b): raise ValueError(a * b) from KeyError(a + b)
def asserted(a, b): assert a - b == 0, a + b
def unsubscriptable(a, b): return (a + b)[a - b]
def uncallable(a, b): return (a + b)(a - b)
def no_attribute(a, b): return (a + b).nothing
def not_iterable(a, b): x, y = a + b
def zero(a, b): return (a + b) / (a - b - 1)
def percent(a, b): return "%d %s %r" % (a + b)


for function in (raise_of, no_key, no_default, no_index, no_set, no_pop, no_del, stop, exit_, asserted, unsubscriptable,
                 uncallable, no_attribute, not_iterable, zero, percent):
    for _ in range(60):
        caught(function, 3, 2)
    print(function.__name__, *caught(function, 3, 2))


def no_attribute_object(a, b):
    try:
        (a + b).nothing
    except AttributeError as error:
        return same(error.obj)


print(no_attribute_object(3, 2))


def passed(a, b):
    kept = []
    keep = kept.append
    keep(a + b)
    kept.append(a - b)
    kept.extend([a * b, a % b])
    kept += (a + b, a << b)
    one, two = a + b, a - b
    three = four = a * b
    (five := a + b)
    kept.extend((one, two, three, four, five))
    for number in a + b, a - b:
        kept.append(number)
    kept.append(a + b if a - b else a * b)
    kept.append(a - b and a + b)
    kept.append((a - b - 1) or a * b)
    kept.append((lambda: a + b)())
    kept.append((lambda number=a + b: number)())
    kept.append(max(a + b, a - b))
    kept.append(abs(a - b))
    kept.append(int(a + b))
    kept.append((a + b).real)
    kept.append((a + b).__int__())
    kept.append((a + b).__add__(a - b))
    kept.append(+(a + b))
    kept.append(operator.index(a + b))
    kept.append(-(-(a + b)))
    kept.append(~(~(a + b)))
    kept.append((a + b) + 0)
    kept.append(0 + (a + b) - 0)
    kept.append((a + b) * (a - b))
    kept.append([a + b, a - b][a - b])
    kept.append((a + b, a - b)[a - b])
    kept.append({a + b: a - b}[a + b])
    kept.append(*[a + b])
    kept.append(dict(k=a + b)["k"])
    kept.append(types.SimpleNamespace(k=a + b).k)
    kept.append(eval("a + b", {"a": a, "b": b}))
    kept.append(list(map(lambda n: n + a, [b]))[0])
    kept.append(sum([a + b, a - b]))
    kept.append(round(a + b))
    kept.append((a + b) // 1)
    kept.append(divmod(a + b, a - b)[0])
    kept.append(pow(a + b, a - b))
    kept.append(hash(a + b))
    kept.append(next(n + a for n in [b]))
    kept.append(slice(a + b, None).start)
    kept.append(range(a + b, 9)[a - b])
    kept.append(range(a + b, 9).start)
    return kept


for _ in range(60):
    kept = passed(3, 2)
print([same(value) for value in kept], sum(kept))


class Attributes:
    def __init__(self, a, b):
        self.sum = a + b
        self.product = a * b
        self.sum += a - b

    def __setattr__(self, name, value):
        object.__setattr__(self, name, (value, same(value[0] + value[1] if type(value) is tuple else value)))

    def __add__(self, other):
        return self


class Descriptor:
    def __set__(self, instance, value):
        seen.append(("descriptor", same(value)))

    def __get__(self, instance, owner):
        return 2


class Described:
    field = Descriptor()


def describe(a, b):
    one = Described()
    one.field = a + b
    one.field += a - b
    return seen.pop(), seen.pop()


for _ in range(60):
    found = describe(3, 2)
print(found)


# in the middle of an expression
def suspended(a, b):
    total = (a + b) * (yield "first") + (a - b)
    total = (yield total) + (a * b) - (yield "third")
    yield (a + b) if (a * b) == (yield "condition") else (a - b)
    return [(a + b), (yield "in a list")][(a - b) - 1]


def referents(generator):
    return sorted(same(value) for value in gc.get_referents(generator) if type(value) is int)


for _ in range(60):
    generator = suspended(3, 2)
    found = [next(generator), referents(generator), generator.send(2), referents(generator), generator.send(4),
             referents(generator), generator.send(1), generator.send(6), referents(generator), next(generator)]
    try:
        generator.send(1)
    except StopIteration as stopped:
        found.append(stopped.value)
        found.append(same(stopped.value))
print(found)
generator = suspended(3, 2)
next(generator)
try:
    generator.throw(KeyError(3 + 2))
except KeyError as error:
    print(same(error.args[0]))


def inner():
    sent = yield "inner"
    return sent


def delegating(a, b):
    return (a + b) * (yield from inner()) + (a - b)


for _ in range(60):
    generator = delegating(3, 2)
    found = [next(generator), referents(generator)]
    try:
        generator.send(2)
    except StopIteration as stopped:
        found.append(stopped.value)
print(found)


class Suspends:
    """An operator that looks at the frame below."""

    def __radd__(self, other):
        frame = sys._getframe(1)
        seen.append((same(other), {name: same(value) for name, value in frame.f_locals.items() if type(value) is int}))
        return other

    __rmul__ = __getitem__ = __rsub__ = __radd__


def looked_at(a, b, o):
    x = a + b + o
    y = (a - b) * o
    z = ((a * b) - o) + ((a + b) - o)
    return x, y, z, o[a + b]


for _ in range(60):
    found = looked_at(3, 2, Suspends())
print([same(value) for value in found], seen[-1], len(set(map(str, seen))))


# at the edges of the cache, and results that leave it and come back
def edges(a):
    found = []
    for b in range(250, 262):
        found.append((a + b) - a is b if b < 257 else (a + b) - a == b)
        found.append(((a + b) - (a + b) - 5) is SMALL[-5])
        found.append((a + 1) * b - b + 0 == a * b)
    for b in range(-8, 2):
        value = (a + b) - a
        found.append(value is b if b > -6 else value == b)
    return found


for _ in range(30):
    found = edges(1)
print(all(found), len(found))
count = sys.getrefcount(None)
print(sys.getrefcount(3 + FIVE) > 2)
