import sys
def inner(): 1 / 0
def outer():
    inner()
try:
    outer()
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, sys.exc_info()[2] is tb)
while tb:
    print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
    tb = tb.tb_next
def keep():
    secret = 'local value'
    raise KeyError
try:
    keep()
except KeyError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals)
def count(e):
    n = 0
    tb = e.__traceback__
    while tb:
        n += 1
        tb = tb.tb_next
    return n
try:
    try:
        inner()
    except ZeroDivisionError as e:
        print(count(e))
        raise
except ZeroDivisionError as e:
    print(count(e))
    try:
        raise e
    except ZeroDivisionError as e2:
        print(count(e2))
try:
    raise ValueError('x').with_traceback(e2.__traceback__ if False else None)
except ValueError as e:
    print(count(e))
