"""Sequences and their subclasses with + and *, in place too, where the right operand has reflected methods."""
class V:
    def __getitem__(self, i):
        if i>2: raise IndexError
        return i
    def __radd__(self, o): return "radd"
    def __rmul__(self, o): return "rmul"
class L(list): pass
class S(str): pass
class T(tuple): pass
class B(bytes): pass
class BA(bytearray): pass
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__, str(e)
for x in (L([1]), S("a"), T((1,)), B(b"x"), BA(b"y"), [1], "a", (1,), b"x"):
    print(type(x).__name__, t(lambda: x+V()), t(lambda: x*V()))
    y=x
    def g():
        y=x
        y+=V(); return y
    def h():
        y=x
        y*=V(); return y
    print(t(g), t(h), t(lambda: V()*x), t(lambda: x*True), t(lambda: x*2.0))
