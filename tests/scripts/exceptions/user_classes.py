class AppError(Exception):
    def __init__(self, code, msg='default'):
        super().__init__(code, msg)
        self.code = code
    def __str__(self): return f'[{self.code}] {self.args[1]}'
class Sub(AppError): pass
try:
    raise Sub(5, 'text')
except AppError as e:
    print(e, repr(e), e.code, isinstance(e, Exception))
try:
    raise Sub(1)
except (KeyError, AppError) as e:
    print(e)
class Plain(Exception): pass
print(repr(Plain()), repr(Plain('a')), str(Plain('a', 'b')), str(Plain()))
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
e = NoSuper(1, 2)
print(e.args, repr(e), str(e))
class Multi(KeyError, AttributeError): pass
try:
    raise Multi('m')
except AttributeError as e:
    print(e, repr(e))
try:
    class Bad(KeyError, OSError): pass
except TypeError as e:
    print(e)
class Eq(Exception):
    def __eq__(self, o): return True
    __hash__ = None
try:
    raise Eq()
except Eq as e:
    print('fine', e == 5)
