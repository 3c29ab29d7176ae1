# Errors of deque, texts and types; forms of the constructor; slots; docs.
import operator
from _collections import deque, _deque_iterator, _deque_reverse_iterator

CASES = """deque(1)
deque([], 'a')
deque([], -1)
deque([], 1.5)
deque(1, 2, 3)
deque(x=1)
deque(iterable=[1], maxlen=5)
deque(maxlen=10**30)
deque('abc', maxlen=None)
deque([1])['a']
deque([1])[5]
deque([1])[-2]
deque([1])[0:1]
deque([1]).__setitem__(5, 1)
deque([1]).__delitem__(5)
operator.setitem(deque([1]), 'a', 1)
operator.delitem(deque([1]), 'a')
deque([1])[2**70]
deque().pop()
deque().popleft()
deque([1]).remove(3)
deque([1]).index(3)
deque([1]).index(1, 'a')
deque([1, 2, 1, 2]).index(2, 2)
deque([1, 2, 1, 2]).index(2, -1)
deque([1, 2, 1, 2]).index(1, 1, 2)
deque([1, 2, 1, 2]).index(1, 2**70)
deque([1, 2, 1, 2]).index(1, -2**70, 2**70)
deque([1], 1).insert(0, 1)
deque([1]) + [1]
deque([1]) * 2.0
deque([1]) * 'a'
deque([1, 2]) * 3
3 * deque([1, 2])
deque([1, 2], 3) * 3
deque([1, 2, 3], 2) * 5
deque([1], 4) * 10**15
deque([1, 2]) * -1
deque([1]) * 10**20
deque([1]).rotate('a')
deque([1]).rotate(1, 2)
deque([1], 2)
deque([1, 2]).__reduce__()[:3]
deque([1, 2], 3).__reduce__()[:3]
iter(deque([1, 2])).__reduce__()
hash(deque())
deque([1]) < [1]
deque([1]) == [1]
deque([1]) < deque([1, 2])
deque([1, 3]) < deque([1, 2])
deque([1, 3]) >= deque([1, 2])
deque([1, 'a']) < deque([1, 2])
deque() == deque()
deque([1]) != deque([2])
deque([1]).maxlen
deque([], 5).maxlen
setattr(deque(), 'maxlen', 5)
deque([1]).append()
deque([1]).append(1, 2)
deque([1]).extend(5)
deque[int]
deque([1]) + deque([2], 5)
deque([2], 5) + deque([1])
_deque_iterator(5)
_deque_iterator()
list(_deque_iterator(deque([1, 2, 3]), 2))
list(_deque_reverse_iterator(deque([1, 2, 3]), 2))
list(_deque_iterator(deque([1, 2, 3]), 20))
iter(deque('abc')).__length_hint__()
deque([1, 2]).count()
bool(deque()), bool(deque([0]))
deque.append
deque([1]).append.__name__
type(iter(deque())), type(reversed(deque()))
sorted(n for n in vars(deque) if n != '__getattribute__')
deque([1]).x"""
for line in CASES.splitlines():
    try:
        print(line, '->', eval(line))
    except Exception as error:
        print(line, '->', type(error).__name__, error)
try:
    deque().x = 1
except AttributeError as error:
    print(error)
for name in sorted(vars(deque)):
    if not name.startswith('__') or name in ('__copy__', '__reduce__', '__reversed__', '__sizeof__', '__doc__'):
        value = vars(deque)[name]
        print(name, repr(value if isinstance(value, str) else value.__doc__))
d = deque([1, 2])
d += 'ab'
print(d)
d *= 2
print(d)
d += d
print(d)
d.extend(d)
d.extendleft(d)
print(len(d), d[:1] if False else d[0])
d.append(d)
print(repr(d)[-20:])
d.clear()
d.append((d, [d]))
print(d)
