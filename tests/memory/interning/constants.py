def f(): return (1, 2, 'a'), 1.5, 'some text', b'bytes'
def g(): return [1, 2]
print(all(x is y for x, y in zip(f(), f())), f()[0] is f()[0], g() is g())
a = 1.25; b = 1.25; print(a is b)
c = (1, (2, 3)); d = (1, (2, 3)); print(c is d)
e = 12345678901; h = 12345678901; print(e is h)
def k(x=(1, 2)): return x
print(k() is k(), (lambda: ())() is tuple(), (lambda: None)() is None)
t = (1, 2); print(t[:] is t, tuple(t) is t, (t + ()) == t, t * 1 is t)
s = 'abcdef'; print(s[:] is s, str(s) is s, s.strip() is s, s.replace('x', 'y') is s, s + '' is s, ''.join([s]) is s, s.lower() == s, f'{s}' is s, '%s' % s is s)
l = [1]; print(l[:] is l, list(l) is l, frozenset(frozenset([1])) == {1})
def fold(): return 'a' * 20, 2 ** 10, 1 + 2
print(fold()[0] is fold()[0], fold())
