import sys
a = 'hello_world'; ns = {}
exec("b = 'hello_world'; c = 'hello world'; d = 'hello world'", ns)
print(a is ns['b'], ns['c'] is ns['d'])
s = 'ab'; t = s + 'cd'; print(t is 'xabcd'[1:], sys.intern(t) is sys.intern('abcd'))
print(chr(233) is chr(233), chr(256) is chr(256), 'abc'[0] is sys.intern('a'), ''.join([]) is str(), bytes([65]) is bytes([65]), bytes() is b''[:], tuple([]) is tuple(), frozenset() is frozenset())
class C: pass
c = C(); setattr(c, 'dyn' + str(1), 1); print(next(iter(c.__dict__)) is sys.intern('dyn1'))
d = {'key' + str(1): 1}; print(next(iter(d)) is sys.intern('key' + str(1)))
for bad in (5, type('S', (str,), {})('x')):
    try: sys.intern(bad)
    except TypeError as e: print(e)
x = 'not an identifier!'; y = 'not an identifier!'; print(x is y)
print(sys.intern('é' + 'x') is sys.intern('éx'), 'a'.upper() is chr(65), ' b '.strip() is chr(98))
