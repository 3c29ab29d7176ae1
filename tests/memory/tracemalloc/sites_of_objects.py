import tracemalloc
import weakref

hold = []


def drain(count=8):
    """CPython's free lists hide where an object came from: empties them."""
    hold.append([[[] for _ in range(count)], [{} for _ in range(count)], [i * 0.5 for i in range(count)],
                 [tuple([j] * i) for i in range(1, 6) for j in range(count)], slice(1)])


def lines(thing):
    """Lines of the thing's trace, the most recent first. It is kept, so that no free list gets it."""
    hold.append(thing)
    traceback = tracemalloc.get_object_traceback(thing)
    result = traceback and " < ".join([str(frame.lineno) for frame in reversed(traceback)])
    hold.append(traceback)
    drain()
    return result


class Plain:
    def __init__(self, value):
        self.value = value

    def method(self):
        return self


class Slots: # CPython 3.11 does not find instances with a dict
    __slots__ = ("a",)


def generator(n):
    x = n
    yield [x]
    yield (x,
           [x])


def closure(x):
    def inner():
        return x
    return inner


def default(a=1.5, *args, **kwargs):
    return args, kwargs


one, text, empty = 1, "text", ()
tracemalloc.start(10)
drain(100)
print("list", lines([one, 2]))
print("list, several lines", lines([
    one,
    2]))
print("dict", lines({one: 2}))
print("set", lines({one, 2}))
print("tuple", lines((one, 2)))
print("slice", lines(slice(one, 2)))
print("str", lines(text + "more"))
print("bytes", lines(bytes(100)))
print("bytearray", lines(bytearray(10)))
print("int", lines(one + 10 ** 20))
print("float", lines(one + 0.5))
print("complex", lines(one + 2j))
print("f-string", lines(f"{text}{one}!"))
print("attribute", lines(Plain([5]).value))
print("slots", lines(Slots()))
print("bound method", lines(Plain(5).method))
print("function", lines(lambda: one))
print("class", lines(type("C", (), {})) is not None)
print("closure", lines(closure(one)))
print("cell", lines(closure(one).__closure__[0]))
print("generator", lines(generator(one)))
print("yielded", lines(next(generator(one))))
g = generator(one)
next(g)
print("yielded later", lines(next(g)), lines(next(generator(2))))
print("generator expression", lines([one] for _ in range(3)))
print("of it", lines(next([one] for _ in range(3))))
print("comprehension", lines([[one] for _ in range(3)]))
print("of it", lines([[one] for _ in range(3)][-1]))
print("of several lines", lines([
    [one]
    for _
    in range(3)][0]))
print("dict comprehension", lines({i: [i] for i in range(3)}), lines({i: [i] for i in range(3)}[1]))
args, kwargs = default(2.5, one, two=2)
print("args", lines(args) , lines(kwargs))
print("map", lines(map(str, empty)), lines(next(map(list, ["a"]))), lines(next(map(lambda x: [x], [one]))))
print("zip", lines(zip([one])), lines(next(zip([one]))))
print("iterator", lines(iter([one])))
print("range", lines(range(one, 500)))
print("exception", lines(ValueError(one)))
print("split", lines("a b".split()), lines("abc de".split()[0]))
print("join", lines("-".join(["ab", "cd"])))
print("sorted", lines(sorted([2, one])))
print("starred", lines([*"ab", *"cd"]), lines((*"ab", one)), lines({**{"a": 1}}))
print("slicing", lines([one, 2, 3][1:]), lines("abcdef"[one:4]), lines((1, 2, 3, one)[1:]))
first, *rest = [1, 2, 3]
print("unpacking", lines(rest))
print("weakref", lines(weakref.ref(type("C", (), {}))))
print("property", lines(property(len)), lines(staticmethod(len)), lines(super(Plain, Plain(1))))
print("frozenset", lines(frozenset([one])), lines({one} | {2}))
print("list * n", lines([one] * 10), lines([one] + [2]))
exec("made = [one]")
print("exec", lines(made))
print("eval", lines(eval("[one]")))
class Body:
    items = [one]
print("class body", lines(Body.items))
def decorated(function):
    return [function]
@decorated
def target():
    pass
print("decorator", lines(target))
try:
    raise KeyError(one)
except KeyError as error:
    print("raised", lines(error), lines(error.args), lines(error.__traceback__))
with open("/dev/null") as file:
    print("read", lines(file.readline() + text), lines(file) is not None)
total = 10 ** 20
for i in range(3):
    total = total + one
print("loop", lines(total))
grown = []
for i in range(1000):
    grown.append(i)
print("grown", lines(grown))
