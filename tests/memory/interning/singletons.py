print(None is type(None)(), ... is type(...)(), NotImplemented is type(NotImplemented)(), bool(1) is True, (1 == 1) is True, (not 1) is False, type(type) is type)
def f(): pass
print(f() is None, [].sort() is None, (5 > 3) is bool('x'))
for cls in (type(None), type(...), type(NotImplemented)):
    try: cls(1)
    except TypeError as e: print(e)
    try: type('X', (cls,), {})
    except TypeError as e: print(e)
for code in ('None = 1', 'True = 0', 'None.x = 1', '(...).y', 'del None'):
    try: exec(code)
    except Exception as e: print(type(e).__name__, e)
print(range(0) is range(0), tuple() is tuple([]), [] is [], object() is object(), {} is {})
