def f(x):
    return g(x) + 1

def g(x):
    y = x * 2
    return h(y, 0)

def h(a, b):
    return a / b

print('before')
f(5)
