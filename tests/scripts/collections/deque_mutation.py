# Comparisons, iterations and destructors that change the deque which is at work.
from _collections import deque


class Changes:
    def __init__(self, d, change, answer=False):
        self.d, self.change, self.answer = d, change, answer

    def __eq__(self, other):
        self.change(self.d)
        return self.answer

    def __repr__(self):
        return 'Changes'


def attempt(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


for change in (deque.clear, deque.popleft, lambda d: d.append(5), lambda d: d.rotate(1), lambda d: None):
    for name in ('count', 'index', 'remove', '__contains__'):
        for answer in (False, True):
            d = deque()
            d.extend([1, Changes(d, change, answer), 3, 4])
            attempt((name, answer), lambda: getattr(d, name)(9))
            print(d)
    d = deque()
    d.extend([1, Changes(d, change), 3])
    attempt('eq', lambda: d == deque([1, 2, 3]))
    attempt('lt', lambda: d < deque([1, 2, 3]))


def iterate(d, change, wrap=iter):
    for item in wrap(d):
        change(d)
    return d


for wrap in (iter, reversed):
    attempt('append', lambda: iterate(deque('abc'), lambda d: d.append(1), wrap))
    attempt('clear', lambda: iterate(deque('abc'), deque.clear, wrap))
    attempt('rotate', lambda: iterate(deque('abc'), deque.rotate, wrap))
    attempt('set', lambda: iterate(deque('abc'), lambda d: d.__setitem__(0, 'x'), wrap))
    attempt('reverse', lambda: iterate(deque('abc'), deque.reverse, wrap))
it = iter(deque('abc'))
d = it.__reduce__()[1][0]
next(it)
d.pop()
for i in range(3):
    attempt('next', lambda: next(it))
print(it.__length_hint__())


class Dies:
    def __init__(self, d):
        self.d = d

    def __del__(self):
        self.d.append('dead')
        if len(self.d) > 2:
            self.d.pop()


d = deque(maxlen=3)
for i in range(4):
    d.append(Dies(d))
d.extend(range(5))
d.extend([1, 2, 3])
print(d)
d = deque([1])
d.append(Dies(d))
d.clear()
print(d)
d[0] = Dies(d)
del d[0]
print(d)
items = []


class Shrinks:
    def __del__(self):
        items.clear()


d = deque(maxlen=1)
items.extend([Shrinks(), 1, 2, 3])
d.append(items.pop(0))
d.extend(items)
print(d, items)


class Index:
    def __index__(self):
        d.clear()
        return 0


d = deque('abcdef')
attempt('index', lambda: d.index('f', Index()))
d = deque('abcdef')
attempt('getitem', lambda: d[Index()])
d = deque('abcdef')
attempt('insert', lambda: d.insert(Index(), 'x'))
print(d)
