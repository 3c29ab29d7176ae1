def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

class A:
    def m(self):
        del A.m
        A.x = 1
        self.__class__ = B
        return type(self).__name__, self.n()
    def n(self): return 'A.n'
class B:
    def n(self): return 'B.n'
a = A(); t('running', lambda: str(a.m())); t('gone', lambda: A().m()); t('new class', lambda: a.n())
for bad in (int, object, 5, None, type, list): t('class %r' % (bad,), lambda: setattr(A(), '__class__', bad))
for bad in ((), (int,), (A,), 5, (5,), (object, object), (B, B), (type,)): t('bases', lambda: setattr(A, '__bases__', bad))
class C(A): pass
c = C(); C.__bases__ = (B,); t('new base', lambda: c.n())
class D(C): pass
t('cycle', lambda: setattr(B, '__bases__', (D,)))
class E:
    def __getattribute__(self, n): E.__getattribute__ = object.__getattribute__; return 'first'
e = E(); t('first', lambda: e.x); t('second', lambda: e.x)
class F:
    def __eq__(self, o): del F.__eq__; return True
f = F(); t('eq', lambda: f == 1); t('eq2', lambda: f == 1); t('list eq', lambda: [f] == [2])
def loop():
    class G: pass
    for i in range(300):
        setattr(G, 'a%d' % i, i); G.f = lambda self: i; g = G(); g.f(); delattr(G, 'a%d' % i)
    return g.f()
t('loop', loop); t('del dict', lambda: delattr(A, '__dict__')); t('set dict', lambda: setattr(A, '__dict__', {})); t('mro', lambda: setattr(A, '__mro__', ())); t('name', lambda: setattr(A, '__name__', 'a\0b')); t('module', lambda: setattr(A, '__module__', 5)); t('repr', lambda: repr(A)); A.__module__ = '__main__'
class M(type):
    def mro(cls): return [cls, int, object] if cls.__name__ == 'Bad' else type.mro(cls)
t('bad mro', lambda: M('Bad', (), {})); t('empty mro', lambda: type('M2', (type,), {'mro': lambda c: []})('X', (), {})); t('int mro', lambda: type('M3', (type,), {'mro': lambda c: 5})('X', (), {})); t('new', lambda: object.__new__(type)); t('type new', lambda: type.__new__(type, 'x', (), 5)); t('no init', lambda: type.__new__(type)); t('code', lambda: (lambda: 0).__setattr__('__code__', 5)); t('str new', lambda: str.__new__(int)); t('defaults', lambda: setattr(t, '__defaults__', 5)); t('closure', lambda: setattr(t, '__closure__', ()))
