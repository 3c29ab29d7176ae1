def f():
    try:
        g()
    except ValueError as e:
        print('caught', e)
        raise
def g(): raise ValueError('again')
f()
