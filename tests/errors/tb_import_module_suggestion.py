def f():
    return sys.argv
f()
