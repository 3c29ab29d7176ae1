a = b = 1
del a
try:
    a
except NameError as e:
    print(e)
items = [0, 1, 2, 3, 4, 5]
del items[0], items[-1]
print(items)
del items[1:3]
print(items)
d = {'x': 1, 'y': 2}
del d['x']
print(d)
class C: pass
c = C()
c.v = 1
del c.v
print(hasattr(c, 'v'))
p, q, r = 1, 2, 3
del (p, [q]), r
try:
    q
except NameError as e:
    print(e)
def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
f()
try:
    del d['nope']
except KeyError as e:
    print('KeyError', e)
try:
    del items[99]
except IndexError as e:
    print(e)
try:
    del c.v
except AttributeError as e:
    print(e)
try:
    del undefined_name
except NameError as e:
    print(e)
