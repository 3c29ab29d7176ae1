class A:
    pass
a = A()
a.x, a.y = 1, 2
d = a.__dict__
a.__dict__ = {"z": 3}
print(d, vars(a), hasattr(a, "x"))
d["w"] = 4
a.v = 5
print(d, vars(a), d is a.__dict__)
b = A()
b.x = [1]
e = b.__dict__
del b.__dict__
b.q = 1
print(e, vars(b))
