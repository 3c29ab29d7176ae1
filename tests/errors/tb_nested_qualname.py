class A:
    class Error(Exception): pass
def f():
    class Local(A.Error): pass
    raise Local('deep')
f()
