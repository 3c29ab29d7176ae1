class C: pass
c = C()
c.b = 1
c.a = 2
print(c.__dict__, vars(c) is c.__dict__)
c.__dict__['z'] = 3
print(c.z, list(vars(c)))
c.__dict__ = {'new': 1}
print(c.new, hasattr(c, 'a'))
try:
    c.__dict__ = 5
except TypeError as e:
    print(e)
c.__dict__.update(x=1, y=2)
print(c.x, c.y)
del c.__dict__['x']
try:
    c.x
except AttributeError as e:
    print(e)
for i in range(100):
    setattr(c, 'v%d' % i, i)
print(c.v99, len(c.__dict__))
for i in range(0, 100, 2):
    delattr(c, 'v%d' % i)
print(hasattr(c, 'v0'), c.v1, len(vars(c)))
d = C.__dict__
print(type(d).__name__, 'b' in d)
try:
    d['x'] = 1
except TypeError as e:
    print(e)
setattr(c, 'odd name', 5)
print(getattr(c, 'odd name'))
try:
    setattr(c, 5, 5)
except TypeError as e:
    print(e)
