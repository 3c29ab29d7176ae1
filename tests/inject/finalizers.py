import gc, sys
class F:
    def __init__(self, name, other=None): self.name, self.other = name, other
    def __del__(self): print('del', self.name)
class Zombie:
    def __del__(self): saved.append(self)
saved = []
f = F('a', F('b', F('c')))
del f
z = Zombie()
z.me = z
del z
gc.collect()
print(len(saved) < 2, sys.getrefcount(saved) > 1)
saved.clear()
chain = None
for i in range(200): chain = [chain]
chain = None
x = F('x')
x.other = [x]
del x
gc.collect()
print('collected')
def gen():
    try:
        yield 1
    finally:
        print('closed')
g = gen()
next(g)
del g
t = [F(str(i)) for i in range(20)]
t[5:15] = []
t = None
print('end')
