# An object that an operator of a script class made, used once, outlived the attribute, item or test it was made for.
class D:
    def __add__(s,o): return E()
class E:
    x=7
    def __init__(s): s.y=2
    def __del__(s): print('del E')
def f(a,b):
    y=(a+b).y
    return y
def g(a,b):
    if (a+b) is None: pass
    return 1
def h(a,b,d):
    y=d[(1,)+(b,)]
    return y
class K:
    def __hash__(s): return 1
    def __eq__(s,o): return True
    def __del__(s): print('del K')
for i in range(3):
    print('f',f(D(),D())); print('after f')
for i in range(3):
    print('g',g(D(),D())); print('after g')
d={(1,K()):3}
for i in range(3):
    print('h',h(D(),K(),d)); print('after h')
