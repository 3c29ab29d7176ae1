class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def fail():
    local = D('frame local')
    raise ValueError
try: fail()
except ValueError as e: print('in handler')
print('after handler')
try: fail()
except ValueError: print('unnamed')
print('after')
try:
    try: fail()
    finally: print('finally')
except ValueError: print('outer')
print('-')
saved = None
try: fail()
except ValueError as e: saved = e
print('saved'); saved = None; print('dropped')
class E(Exception):
    def __init__(self): self.d = D('payload')
try: raise E()
except E: print('caught E')
print('-')
def swallow():
    try: fail()
    except ValueError: return 'returned'
print(swallow())
def nested():
    x = D('nested x')
    try: fail()
    except ValueError: raise KeyError from None
try: nested()
except KeyError: print('keyerror')
print('end')
