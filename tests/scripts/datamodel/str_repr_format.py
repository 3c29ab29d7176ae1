class A:
    def __repr__(self): return 'repr A'
print(str(A()), repr(A()), f'{A()}', f'{A()!r}', [A()], '%s %r' % (A(), A()), format(A()))
class B(A):
    def __str__(self): return 'str B'
    def __format__(self, spec): return f'<{spec}>'
print(B(), repr(B()), [B()], f'{B()}', f'{B():x y}', f'{B()!s:>8}', format(B(), 'q'), '{:z}'.format(B()))
class C:
    def __str__(self): return 5
class D:
    def __repr__(self): return None
class E:
    def __format__(self, spec): return 5
for f in (lambda: str(C()), lambda: repr(D()), lambda: f'{E()}', lambda: str(D()), lambda: format(A(), 'x')):
    try:
        f()
    except TypeError as e:
        print(e)
class F(str):
    def __str__(self): return 'custom'
print(F('x'), [F('x')], str(F('x')), 'a' + F('x'), f'{F("x")}', '%s' % F('x'), ''.join([F('x')]))
class G:
    def __bytes__(self): return b'bytes G'
print(bytes(G()))
print(ascii(A()), ascii('é'), repr('é'))
class H:
    def __repr__(self): return 'é'
print(ascii(H()), ascii([H()]))
