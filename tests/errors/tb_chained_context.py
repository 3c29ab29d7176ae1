def f():
    {}['missing']
def g():
    try:
        f()
    except KeyError:
        int('x')
g()
