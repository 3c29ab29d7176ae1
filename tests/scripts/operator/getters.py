# itemgetter, attrgetter and methodcaller: calls, repr, __reduce__, recursion.
from operator import itemgetter, attrgetter, methodcaller


class A:
    def __init__(self, **values):
        self.__dict__.update(values)

    def method(self, *args, **kw):
        return args, kw

    def __getitem__(self, key):
        return 'item', key


a = A(x=1, y=A(z=2, w=A(v=3)))
print(itemgetter(1)((5, 6)), itemgetter(-1)([5, 6]), itemgetter('k')({'k': 1}), itemgetter(2, 0, 2)('abc'))
print(itemgetter(slice(1, 3))('abcdef'), itemgetter(3)(a), itemgetter(())(a))
print(attrgetter('x')(a), attrgetter('y.z')(a), attrgetter('x', 'y.z', 'y.w.v')(a))
print(methodcaller('method')(a), methodcaller('method', 1, 2)(a), methodcaller('method', 1, k=2, m=3)(a))
print(methodcaller('upper')('abc'), methodcaller('split', ',', maxsplit=1)('a,b,c'))
for getter in (itemgetter(1, 'x'), attrgetter('x', 'y.z'), methodcaller('name'), methodcaller('name', 1, k=[2])):
    print(getter, repr(getter))
for getter in (itemgetter(1), itemgetter(1, 'x'), attrgetter('x', 'y.z'), methodcaller('name', 2)):
    print(getter.__reduce__())
for call in (lambda: itemgetter(5)([1]), lambda: itemgetter('k')({}), lambda: attrgetter('q')(a),
             lambda: attrgetter('y.q')(a), lambda: methodcaller('q')(a), lambda: itemgetter(1)(5),
             lambda: attrgetter('x', 'q')(a), lambda: itemgetter(0, 9)([1]), lambda: methodcaller('x')(a)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
items = []
getter = itemgetter(items)
items.append(getter)
print(getter)
print(sorted([(3, 'a'), (1, 'c'), (2, 'b')], key=itemgetter(1)))
