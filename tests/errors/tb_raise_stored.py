def make():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return e
saved = make()
def f():
    raise saved
f()
