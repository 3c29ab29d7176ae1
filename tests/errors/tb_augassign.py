class A: n = None
a = A()
a.n += 1
