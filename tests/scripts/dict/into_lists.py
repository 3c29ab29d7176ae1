# Lists of a dict's keys and values, taken from its iterators: whole, begun, of a changed dict.
import sys

d = {i: str(i) for i in range(20)}
for i in (0, 1, 7, 19):
    del d[i]
d["x"] = 1.5
print(list(d), list(d.keys()), list(d.values()), tuple(d), sorted(d.values(), key=str))
for make in (iter, lambda x: iter(x.values()), lambda x: iter(x.items()), reversed):
    it = make(d)
    next(it)
    next(it)
    print(it.__length_hint__(), list(it), list(it), it.__length_hint__())
    it = make(d)
    d["new"] = 2
    for _ in range(2):
        try:
            print(list(it))
        except RuntimeError as error:
            print(error)
    del d["new"]
    it = make(d)
    next(it)
    del d["x"]
    d["x"] = 3
    try:
        print(list(it))
    except RuntimeError as error:
        print(error)
    it = make(d)
    next(it)
    for _ in range(30):
        d["again"] = 1
        del d["again"]
    try:
        print(list(it))
    except RuntimeError as error:
        print(error)

out = [0]
out.extend(d)
out += d.values()
out[1:1] = {}
out[:1] = d.keys()
print(out, list({}), list({}.values()), [*d], [*d.values(), *d])


class Point:
    def __init__(self):
        self.x, self.y = 1, 2


p = Point()
print(list(p.__dict__), list(p.__dict__.values()), list(vars(p).items()))
it = iter(p.__dict__)
next(it)
p.z = 3
try:
    print(list(it))
except RuntimeError as error:
    print(error)


class Sub(dict):
    def __iter__(self):
        return iter("sub")


print(list(Sub(a=1)), list(Sub(a=1).keys()), list(Sub(a=1).values()))
value = object()
before = sys.getrefcount(value)
holder = list({1: value, 2: value}.values())
print(sys.getrefcount(value) - before)
big = dict.fromkeys(range(1000))
it = iter(big)
print(sum(list(it)), list(it), len(list(big)), len(tuple(big.values())))
