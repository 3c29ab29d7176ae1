class G:
    real = 1
    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('no'):
            raise AttributeError(name)
        return name.upper()
    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)
g = G()
g.a = 5
print(g.a, g.b, g.real)
print(hasattr(g, 'nope'), getattr(g, 'nope', 'default'))
del g.a
try:
    del g.a
except AttributeError as e:
    print(type(e).__name__, e)
class H:
    def __getattribute__(self, name):
        if name == 'x': return 'hooked'
        if name == 'bad': raise AttributeError('no bad')
        return super().__getattribute__(name)
    def __getattr__(self, name): return 'fallback ' + name
    def m(self): return self.x
h = H()
h.__dict__['x'] = 'dict'
print(h.x, h.bad, h.other, h.m())
class I:
    def __getattr__(self, n): return 5
    def __len__(self): return 3
print(len(I()), I().anything)
try:
    I() + 1
except TypeError as e:
    print(e)
