"module doc"
print(__doc__)
print(__name__)
def f():
    "doc of f"
    return f.__doc__
print(f())
class C:
    """doc
    of C"""
print(repr(C.__doc__))
class D: pass
print(D.__doc__)
def g(): 'only doc'
print(g(), g.__doc__)
def h():
    f'not a doc {1}'
print(h.__doc__)
