def f():
    return [(1, 2) (3, 4)]
def g():
    return [1, 2]['a'], 'abc'[1.5], {1}[0]
print('defined')
