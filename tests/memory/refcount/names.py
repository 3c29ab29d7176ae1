import sys
class C: pass
c = C()
print(sys.getrefcount(c), sys.getrefcount(C()), sys.getrefcount([]))
d = c; print(sys.getrefcount(c))
del d; print(sys.getrefcount(c))
l = [c, c]; print(sys.getrefcount(c))
l.append(c); print(sys.getrefcount(c))
l.clear(); print(sys.getrefcount(c))
t = (c,) * 3; print(sys.getrefcount(c)); del t
s = {'k': c}; print(sys.getrefcount(c)); s['k'] = None; print(sys.getrefcount(c))
c.self = c; print(sys.getrefcount(c)); del c.self
x = y = z = c; print(sys.getrefcount(c)); x = y = z = None; print(sys.getrefcount(c))
st = {c}; print(sys.getrefcount(c)); st.pop(); print(sys.getrefcount(c))
