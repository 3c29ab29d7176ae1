d = {'a': {'b': []}}
def f():
    return d['a']['b'][0]['c'] + 1
f()
