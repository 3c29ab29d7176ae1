a, b, c = 1, 2, 0
def f():
    return (a + b) * (a / c) - b
f()
