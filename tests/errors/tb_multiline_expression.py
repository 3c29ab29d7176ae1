def f(*args):
    return 1 / 0
x = f(
    1,
    f(2,
      3),
)
