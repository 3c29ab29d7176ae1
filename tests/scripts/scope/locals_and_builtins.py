def f(a, b=2, *c, d=4, **e):
    g = 5
    def h(): return g
    return sorted(locals().items(), key=lambda kv: kv[0])[:6]
print(f(1, 2, 3, x=9)[:5])
def g():
    x = 1
    l = locals()
    l['x'] = 100
    l['new'] = 5
    return x, 'new' in locals() or True
print(g())
print(len([1]))
len = lambda x: 'shadowed'
print(len([1]))
del len
print(len([1]))
import builtins
builtins.my_builtin = 'injected'
print(my_builtin)
del builtins.my_builtin
try:
    my_builtin
except NameError as e:
    print(e)
def h():
    print = lambda *a: None
    print('silent')
h()
globals()['dynamic'] = 5
print(dynamic)
del globals()['dynamic']
try:
    dynamic
except NameError as e:
    print(e)
def comp(): return {k: v for k, v in locals().items()}
print(comp())
class K:
    a = 1
    b = sorted(k for k in locals() if k[0] != '_')
print(K.b)
def exc():
    try:
        1 / 0
    except ZeroDivisionError as err:
        pass
    try:
        err
    except UnboundLocalError as e:
        return str(e)
print(exc())
def default_late(l=[], *, k=lambda: dynamic2): return k()
dynamic2 = 'late global'
print(default_late())
