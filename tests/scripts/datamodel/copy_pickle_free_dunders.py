class N:
    def __sizeof__(self): return 1
    def __length_hint__(self): return 10
    def __missing__(self, key): return key
print(type(N().__sizeof__()).__name__)
class D(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
d = D(a=1)
print(d['a'], d['b'], d, d.get('zz'), 'zz' in d)
class Rev:
    def __reversed__(self): return iter('reversed')
print(''.join(reversed(Rev())))
class Callable:
    def __call__(self, *a, **k): return a, k
print(Callable()(1, x=2), callable(Callable()), callable(5), callable(int))
class Enter:
    def __enter__(self): return 'entered'
    def __exit__(self, *a): print(a); return True
with Enter() as e:
    print(e)
    raise ValueError('swallowed')
class Mat:
    def __matmul__(self, o): return 'matmul'
    def __rmatmul__(self, o): return 'rmatmul'
    def __imatmul__(self, o): return 'imatmul'
m = Mat()
print(m @ 1, 1 @ m)
m @= 2
print(m)
