# OrderedDict: order operations, comparisons, views, repr, errors, docs.
from _collections import OrderedDict

CASES = """OrderedDict(1)
OrderedDict([(1, 2)], a=3)
OrderedDict([1])
OrderedDict(1, 2)
OrderedDict.fromkeys('abc')
OrderedDict.fromkeys('abc', 5)
OrderedDict.fromkeys(iterable='abc', value=5)
OrderedDict(a=1).popitem(last=True)
OrderedDict().popitem()
OrderedDict().popitem(last=False)
OrderedDict(a=1).move_to_end('b')
OrderedDict().move_to_end([])
OrderedDict(a=1).move_to_end([])
OrderedDict(a=1).move_to_end()
OrderedDict(a=1).pop('b')
OrderedDict(a=1).pop('b', 5)
OrderedDict(a=1).pop()
OrderedDict(a=1).pop(key='a')
OrderedDict(a=1).pop('z', default=7)
OrderedDict().pop([])
OrderedDict(a=1).keys()
OrderedDict(a=1).items()
OrderedDict(a=1).values()
type(iter(OrderedDict(a=1))).__mro__
type(OrderedDict().keys()).__mro__
OrderedDict(a=1).__reduce__()[:4]
OrderedDict(a=1) | {'b': 2}
{'b': 2} | OrderedDict(a=1)
OrderedDict(a=1) | 5
OrderedDict(a=1).__ior__([(1, 2)])
OrderedDict(a=1).__ror__(5)
OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1)
OrderedDict(a=1, b=2) != OrderedDict(b=2, a=1)
OrderedDict(a=1, b=2) == dict(b=2, a=1)
dict(b=2, a=1) == OrderedDict(a=1, b=2)
OrderedDict(a=1) == OrderedDict(a=1)
OrderedDict(a=1) == 5
OrderedDict(a=1) < {}
OrderedDict(a=1).setdefault('b')
OrderedDict(a=1).setdefault(default=1, key=2)
OrderedDict(a=1).update(1)
OrderedDict(a=1).update(1, 2)
OrderedDict(a=1).update([(1,)])
OrderedDict(a=1).update([()])
OrderedDict(a=1).update([(1, 2, 3)])
OrderedDict(a=1).__dict__
OrderedDict(a=1).copy()
iter(OrderedDict(a=1)).__reduce__()
OrderedDict()
hash(OrderedDict())
type(iter(OrderedDict()))()
OrderedDict(a=1, b=2).keys() & {'a'}
{'a'} & OrderedDict(a=1, b=2).keys()
OrderedDict(a=1, b=2).keys() ^ {'a'}
OrderedDict(a=1, b=2).items() - {('a', 1)}
OrderedDict(a=1).keys() == {'a'}
OrderedDict(a=1).items() ^ OrderedDict(b=1).items()
('a', 1) in OrderedDict(a=1).items()
list(reversed(OrderedDict(a=1, b=2).keys()))
list(reversed(OrderedDict(a=1, b=2).values()))
list(reversed(OrderedDict(a=1, b=2).items()))
sorted(n for n in vars(OrderedDict) if n not in ('__or__', '__hash__'))"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)
for name in sorted(vars(OrderedDict)):
    value = vars(OrderedDict)[name]
    if not name.startswith('__') and name != 'fromkeys':
        print(name, repr(value.__doc__))
print(OrderedDict.__doc__)
od = OrderedDict.fromkeys('abcdef')
od.move_to_end('b')
od.move_to_end('e', last=False)
od.move_to_end('f', False)
od['b'] = 9
od['n'] = 1
del od['c']
od['c'] = 2
print(od, ''.join(od), ''.join(reversed(od)))
print(od.popitem(False), od.popitem(), od.pop('d'), od)
od.x = 1
print(od.__dict__, od.x, od.copy().__dict__, od.__reduce__()[2])
od.clear()
print(od, len(od))
od['self'] = od
print(od)
print(list(OrderedDict([(1, 2)]).items()), dict(OrderedDict([(1, 2), (0, 3)])))


class Keys:
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


class Items:
    def items(self):
        return [('i', 1), ('j', 2)]


print(OrderedDict(Keys()), OrderedDict(Items()), OrderedDict(iter([('z', 1)])))
