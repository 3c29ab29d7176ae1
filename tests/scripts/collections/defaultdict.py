# defaultdict: factories, copies, union, repr, subclasses, errors.
import gc
import weakref
from _collections import defaultdict

CASES = """defaultdict(1)
defaultdict(None, 1)
defaultdict(list, a=1)
defaultdict(list, {1: 2}, b=3)
defaultdict([1])
defaultdict()
defaultdict(int).__missing__(1)
defaultdict().__missing__(1)
defaultdict()[1]
defaultdict(int)[()]
defaultdict(int)[[]]
defaultdict(int) | {1: 2}
{1: 2} | defaultdict(int)
defaultdict(int) | 5
5 | defaultdict(int)
defaultdict(int) | [(1, 2)]
defaultdict(int).__reduce__()[:4]
defaultdict(None).__reduce__()[:4]
defaultdict(default_factory=int)
defaultdict(list) == {}
defaultdict(int, {1: 2}).copy()
defaultdict.default_factory
defaultdict.default_factory.__doc__
defaultdict(int, 1, 2)
defaultdict[int]
defaultdict(int).get(3)
3 in defaultdict(int)
defaultdict(int).pop(3)
defaultdict(lambda: 1 / 0)[3]
defaultdict(int, **{'a': 1})['b']
sorted(n for n in vars(defaultdict) if n != '__getattribute__')
type(defaultdict(int)).__mro__
defaultdict(int).setdefault(1)
defaultdict.fromkeys('ab')
isinstance(defaultdict(), dict)
hash(defaultdict())"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)
for name in ('__missing__', 'copy', '__copy__', '__reduce__', '__doc__'):
    value = vars(defaultdict)[name]
    print(name, repr(value if isinstance(value, str) else value.__doc__))
d = defaultdict(list)
for key, value in [('a', 1), ('b', 2), ('a', 3)]:
    d[key].append(value)
print(d, d.default_factory)
d.default_factory = None
try:
    d['q']
except KeyError as error:
    print(error.args)
d.default_factory = lambda: 7
print(d['z'])
del d.default_factory
print(d)
d |= {'n': 1}
print(type(d), d)


class Sub(defaultdict):
    def __missing__(self, key):
        return 'sub', key

    def method(self):
        return 'factory'


s = Sub(int, a=1)
print(s, s['q'], s.copy(), type(s | {}), type({} | s))
s.x = 5
s = Sub()
s.default_factory = s.method
print(s)
s = Sub()
s.default_factory = s
try:
    print(s)
except RecursionError:
    print('recursion')
d = defaultdict(list)
d.default_factory = d.__missing__
try:
    d['deep']
except RecursionError as error:
    print('RecursionError')
d = defaultdict()
d[1] = d
print(d)


class Nasty:
    def __init__(self, d):
        self.d = d

    def __call__(self):
        self.d.default_factory = None
        self.d.clear()
        return 'made'


d = defaultdict()
d.default_factory = Nasty(d)
print(d[1], d)


class Thing:
    pass


thing = Thing()
thing.d = defaultdict(lambda: thing)
thing.d[1]
r = weakref.ref(thing)
del thing
print(r() is None)
gc.collect()
print(r() is None)
