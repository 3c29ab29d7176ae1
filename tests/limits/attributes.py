class C: pass
for n in (1, 30, 63, 64, 65, 66, 500):
    c = C()
    for i in range(n): setattr(c, 'a%d' % i, i)
    print(n, c.a0, getattr(c, 'a%d' % (n - 1)), len(c.__dict__), list(c.__dict__) == ['a%d' % i for i in range(n)])
    delattr(c, 'a%d' % (n - 1)); print(len(vars(c)), hasattr(c, 'a%d' % (n - 1)))
for i in range(300):
    c = C(); setattr(c, 'x%d' % i, i); c.common = i
print(c.common, c.__dict__)
