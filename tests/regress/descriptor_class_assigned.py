# A class value became or ceased to be a descriptor by __class__ assignment: cached loads called a missing __get__.
class D:
    def __get__(self, i, o): return 'get'
    def __set__(self, i, v): print('set')
class P: pass
class C:
    x = D()
    y = P()
def run(o): return o.x, (C.y if isinstance(C.y, str) else 'P'), (o.y if isinstance(o.y, str) else 'P')
o = C(); o.__dict__['x'] = 'inst'
o2 = C()
for i in range(60): r = run(o)
print(r)
del D.__set__
for i in range(3): print(run(o), run(o2))
del D.__get__
for i in range(3):
    print(run(o))
    try: print(type(o2.x).__name__)
    except Exception as e: print(e)
D.__get__ = lambda s, i, o: 'again'
D.__set__ = lambda s, i, v: None
for i in range(60): print(run(o)) if i < 2 else run(o)
class N: pass
C.__dict__['x'].__class__ = N
for i in range(3):
    print(run(o)); print(type(o2.x).__name__)
C.__dict__['y'].__class__ = D
for i in range(3): print(run(o))
P.__get__ = lambda s, i, o: 'plain got'
C.y = P()
for i in range(3): print(run(o))
