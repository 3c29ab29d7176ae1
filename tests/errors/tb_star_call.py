def f(a, b): pass
def g(*args): return f(*args, **{'zz': 1})
g(1)
