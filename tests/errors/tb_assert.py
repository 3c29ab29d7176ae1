def f(x):
    assert x > 0, f'x was {x}'
f(-1)
