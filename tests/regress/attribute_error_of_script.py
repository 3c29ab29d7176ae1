# An AttributeError that a script raised for a load got no name and obj, so no suggestion either.
class G:
    def __getattr__(self, name): raise AttributeError("own")
class S:
    __slots__ = ("x",)
    def __getattr__(self, name): raise AttributeError("own")
class Gx:
    def __getattribute__(self, name): raise AttributeError("own")
class P:
    @property
    def nothing(self): raise AttributeError("own")
class D:
    def __get__(self, i, o): raise AttributeError("own")
class PD: nothing = D()
class M(type):
    def __getattr__(cls, name): raise AttributeError("own")
class OM(metaclass=M): pass
class Inner:
    def __getattr__(self, name): return self.inner.nothing2
    inner = 5
class K:
    def __getattr__(self, name): raise AttributeError("own", name="given")
class K2:
    def __getattr__(self, name): raise AttributeError("own", obj=1)
class KE:
    def __getattr__(self, name):
        class Sub(AttributeError): pass
        raise Sub("own")
def test(o):
    for f in (lambda: o.nothing, lambda: o.nothing(), lambda: getattr(o, "nothing"), lambda: o.nothing.x):
        try: f()
        except AttributeError as e: print(type(o).__name__, e, e.name, e.obj is o, e.obj if isinstance(e.obj, int) else "")
    print(getattr(o, "nothing", 0), hasattr(o, "nothing"))
def store(o):
    try: o.nothing = 1
    except AttributeError as e: print(type(o).__name__, e, e.name, e.obj is o)
    try: del o.nothing
    except AttributeError as e: print(type(o).__name__, e, e.name, e.obj is o)
for _ in range(3):
    for o in G(), S(), Gx(), P(), PD(), OM, Inner(), K(), K2(), KE(), 5, None, [], len:
        test(o)
        store(o)


class Uncaught:
    nothings = 1

    def __getattr__(self, name):
        raise AttributeError("no %s here" % name)


Uncaught().nothing
