class AppError(Exception): pass
def g():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise AppError('wrapped') from e
g()
