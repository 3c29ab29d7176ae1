# exec() ran the code of a function without its arguments instead of missing them.
def f(a): print(a)
def g(*args, **kwargs): print(args, kwargs)
try:
    exec(f.__code__)
except TypeError as e: print(e)
exec(g.__code__)
print(eval((lambda: 5).__code__))
