# A store by a setter: the value dies before the object, both temporaries.
class V:
    def __init__(s,n): s.n=n
    def __del__(s): print('del', s.n)
class P(V):
    @property
    def p(s): return 1
    @p.setter
    def p(s,v): pass
    @property
    def q(s): return 1
    @q.setter
    def q(s,v): raise ValueError
    __slots__=('w',)
for i in range(3):
    P('o%d'%i).p = V('v%d'%i)
    P('so%d'%i).w = V('sv%d'%i)
    P('to%d'%i).z = V('tv%d'%i)
    try: P('eo%d'%i).q = V('ev%d'%i)
    except ValueError as e: print('caught')
    try: V('x').append
    except AttributeError: print('AE')
