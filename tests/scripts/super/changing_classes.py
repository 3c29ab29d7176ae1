"""super().name(...) at one place, while classes, instances and names around it change."""


class A:
    def f(self):
        return "A.f"
    def __init__(self, *args):
        self.args = args


class B(A):
    def f(self):
        return "B>" + super().f()
    def __init__(self, *args):
        super().__init__(*args)


class C(B):
    def f(self):
        return "C>" + super().f()


class M:
    def f(self):
        return "M.f"


class D(C, M):
    pass


def show(*objects):
    for o in objects:
        try:
            print([o.f() for _ in range(3)])
        except Exception as e:
            print(type(e).__name__, e)


objects = A(), B(1), C(2), D(3, 4)
show(*objects)
print([o.args for o in objects])
A.f = lambda self: "new A.f"
show(*objects)
del A.f
show(*objects)
A.f = property(lambda self: lambda: "from property")
show(*objects)
A.f = staticmethod(lambda: "static")
show(*objects)
A.f = classmethod(lambda cls: cls.__name__)
show(*objects)
A.f = print
show(*objects)
A.f = lambda self: "A.f again"
C.__bases__ = (B, M)
B.__bases__ = (M,)
show(*objects)
B.__bases__ = (A,)
show(*objects)
objects[2].__class__ = B
show(objects[2])

real, calls = super, []
def super(*args):
    calls.append(args)
    return real(*args) if args else M()
class E(A):
    def f(self):
        return "E>" + super().f()
show(E())
del super
show(E(), objects[3])
print(calls)


def make(base):
    class F(base):
        def f(self):
            return "F>" + super().f()
    return F
show(*[make(k)() for k in (A, B, C, D)] * 2)


class G(A):
    def f(self):
        self = B()
        return "G>" + super().f()
    @classmethod
    def g(cls):
        return super().__name__ if hasattr(super(), "__name__") else super().__init_subclass__()
    def h(self):
        def inner():
            return super().f()
        return inner()
    def captured(self):
        (lambda: self)()
        return super().f()
    def deleted(self):
        del self
        return super().f()
show(G())
for name in "g", "h", "captured", "deleted":
    try:
        print(name, getattr(G(), name)())
    except Exception as e:
        print(name, type(e).__name__, e)


class H(int):
    def __add__(self, other):
        return H(super().__add__(other))
    def __repr__(self):
        return "H" + super().__repr__()
print(H(3) + 4 + True, sum([H(1), H(2)], H(0)))
class I(dict):
    def __missing__(self, key):
        return super().get(key, "missing")
    def __setitem__(self, key, value):
        super().__setitem__(key, [value])
i = I()
i["a"] = 1
print(i["a"], i["b"], i)
