# Changes under an iterator, keys that compare badly, subclasses that override methods, cycles.
import gc
import weakref
from _collections import OrderedDict


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


def iterate(change, view=lambda od: od):
    od = OrderedDict.fromkeys('abcd', 0)
    seen = []
    for key in view(od):
        seen.append(key)
        change(od)
    return seen


CHANGES = {'set': lambda od: od.__setitem__('a', 1), 'add': lambda od: od.__setitem__(len(od), 1),
           'del': lambda od: od.__delitem__('d'), 'clear': lambda od: od.clear(),
           'move': lambda od: od.move_to_end('a'), 'move same': lambda od: od.move_to_end('d'),
           'pop': lambda od: od.pop('c'), 'popitem': lambda od: od.popitem(),
           'setdefault': lambda od: od.setdefault('a'), 'update': lambda od: od.update(a=2)}
for name, change in CHANGES.items():
    for view in (lambda od: od, OrderedDict.items, OrderedDict.values, reversed):
        if name != 'move same':
            attempt(name, lambda: iterate(change, view))
od = OrderedDict(a=1)
for key in od:
    del od[key]
print(od)
od = OrderedDict.fromkeys('abc')
it = iter(od)
next(it)
od['d'] = 1
for i in range(2):
    attempt('next', lambda: next(it))


class Key:
    def __init__(self, od, change):
        self.od, self.change = od, change

    def __hash__(self):
        return 7

    def __eq__(self, other):
        change, self.change = self.change, None
        if change:
            change(self.od)
        return self is other

    def __repr__(self):
        return 'Key'


for change in (OrderedDict.clear, lambda od: od.__setitem__('new', 1), lambda od: od.popitem(last=False)):
    for action in ('od[probe] = 1', 'od.pop(probe, 5)', 'od.move_to_end(probe)', 'od.setdefault(probe, 2)',
                   'od == OrderedDict([(Key(None, None), 0), ("x", 1)])'):
        if change is OrderedDict.clear and action.startswith(('od.pop', 'od.move')):
            continue # CPython crashes
        od = OrderedDict()
        od[Key(od, change)] = 0
        od['x'] = 1
        probe = Key(None, None)

        def run():
            exec(action) if ' = ' in action else eval(action)
            return 'done'
        attempt(action, run)
        print(od)


class Own(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, [value])

    def __getitem__(self, key):
        return 'got', super().__getitem__(key)

    def __missing__(self, key):
        return 'missing'


own = Own([('a', 1)], b=2)
own.update(c=3)
print(own, own['a'], own.copy(), own | {'z': 1}, own.setdefault('q', 5), own.pop('a'))
attempt('get', lambda: Own()['zz'])


class Reordering(OrderedDict):
    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value


lru = Reordering.fromkeys('abcd', 1)
lru['b']
lru['a']
print(''.join(lru.keys()))


class WithSlots(OrderedDict):
    __slots__ = ('s',)


w = WithSlots(a=1)
w.s = w
w.t = [w]
r = weakref.ref(w)
del w
print(r() is None)
gc.collect()
print(r() is None)
od = OrderedDict()
od['it'] = iter(od.items())
od.me = od
r = weakref.ref(od)
del od
gc.collect()
print(r() is None)
