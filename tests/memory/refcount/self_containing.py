# Containers that hold themselves print, and comparing two of them ends in a RecursionError.
l = []; l.append(l); print(l, repr(l) == str(l))
d = {}; d['d'] = d; print(d)
t = ([],); t[0].append(t); print(t)
class S(set): pass
class L(list): pass
s = L(); s.append(s); print(s)
m = [1, {'k': l}]; l.append(m); print(l)
a, b = [], []; a.append(b); b.append(a)
print(a, b)
for x, y in ((a, b), (l, [l, l])):
    try: print(x == y)
    except RecursionError as e: print(type(e).__name__, e)
print(a == a, l == l, a in a, b in a)
p, q = {}, {}; p[1] = q; q[1] = p
try: p == q
except RecursionError as e: print(e)
try: a < b
except RecursionError as e: print(e)
u, v = ([],), ([],); u[0].append(v); v[0].append(u)
try: u == v
except RecursionError as e: print(e)
try: hash(u)
except TypeError as e: print(e)
