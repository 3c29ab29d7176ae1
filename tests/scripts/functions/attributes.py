def f(a, b=1, *args, c, d=2, **kw) -> int:
    """doc"""
    x = 1
    return x
print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount)
print(code.co_varnames, code.co_nlocals, code.co_flags & 0x0c)
f.note = 'hi'
print(f.__dict__, f.note)
del f.note
print(hasattr(f, 'note'))
f.__name__ = 'renamed'
print(f.__name__, f.__qualname__)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
try:
    f.nothing
except AttributeError as e:
    print(e)
print(type(f).__name__, callable(f))
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__)
print(f.__globals__ is globals(), f.__closure__)
