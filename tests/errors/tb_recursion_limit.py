def f():
    return f()
try:
    pass
finally:
    f()
