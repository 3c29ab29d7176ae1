def f(x): raise ValueError(x)
def g(): return print(1, f(2 + 3), 4)
g()
