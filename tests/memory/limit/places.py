# differs: the text of a MemoryError is our own
# options: --memory-limit 64M
import gc, sys, weakref

def fail(): return bytes(1 << 40)
def hook(args):
    print('unraisable', args.exc_type.__name__, str(args.exc_value)[:15], args.err_msg, args.exc_traceback.tb_frame.f_code.co_name)
sys.unraisablehook = hook

class D:
    def __del__(self): fail()
D()
d = D()
d.me = d
del d
print('collected', gc.collect() > 0)
class T: pass
t = T()
r = weakref.ref(t, lambda r: fail())
del t
print(r())
def callback(phase, info): fail()
gc.disable(); gc.callbacks.append(callback)
gc.collect()
gc.callbacks.clear(); gc.enable()

try:
    import _half
except MemoryError as e:
    print('import', e.__traceback__.tb_next is not None, '_half' in sys.modules, '_half' in globals())
try:
    from _half import done
except MemoryError as e:
    print('again', '_half' in sys.modules)

class Meta(type):
    def __subclasscheck__(cls, c): return fail()
class Strange(Exception, metaclass=Meta): pass
def matching():
    try:
        fail()
    except (KeyError, OSError):
        return 'wrong'
    except (ValueError, MemoryError) as e:
        return e.args[0][:15]
print(matching())
def match_fails():
    try:
        raise ValueError('first')
    except fail():
        return 'wrong'
try:
    match_fails()
except MemoryError as e:
    print('matching', repr(e.__context__))

def in_finally():
    try:
        raise KeyError('lost')
    finally:
        fail()
try:
    in_finally()
except MemoryError as e:
    print('finally', repr(e.__context__), e.__traceback__.tb_next.tb_lineno - in_finally.__code__.co_firstlineno)
def finally_returns():
    try:
        return fail()
    finally:
        return 'kept'
print(finally_returns())

def g():
    try:
        yield 1
    finally:
        fail()
x = g()
next(x)
try:
    x.close()
except MemoryError as e:
    print('close', e.__traceback__.tb_next.tb_frame is not None, x.gi_frame)
x = g()
next(x)
del x
y = g()
next(y)
try:
    y.throw(ValueError('thrown'))
except MemoryError as e:
    print('throw', repr(e.__context__))
print(list(g() for i in range(2)) != [], next(y, 'over'))

class M:
    def __init__(self, enter=False, swallow=False): self.enter, self.swallow = enter, swallow
    def __enter__(self): return fail() if self.enter else self
    def __exit__(self, kind, value, tb):
        if self.swallow: return True
        fail()
for body in (lambda: None, fail, lambda: 1 / 0):
    try:
        with M():
            body()
    except MemoryError as e:
        print('exit', type(e.__context__).__name__)
try:
    with M(enter=True): print('not here')
except MemoryError as e:
    print('enter', e.__context__)
with M(swallow=True): fail()
print('swallowed')

depth = 0
def recurse():
    global depth
    depth += 1
    try:
        recurse()
    finally:
        fail()
try:
    recurse()
except MemoryError as e:
    count = 0
    while e.__context__ is not None: e, count = e.__context__, count + 1
    print('recursion', depth > 500, count > 10, type(e).__name__)
errors = []
for i in range(40):
    try:
        fail()
    except MemoryError as e:
        errors.append(e)
print(len(errors), len(set(map(id, errors))) > 15, {str(e).split(' (')[0][-12:] for e in errors[:15]})
errors.clear()
try:
    fail()
except MemoryError as e:
    e.args = ('mine', 1)
    print(e, repr(e))
    e.args = ()
    print(repr(e), str(e) == '')
    e.attribute = 5
    e.add_note('n')
try:
    fail()
except MemoryError as e:
    print(hasattr(e, 'attribute'), hasattr(e, '__notes__'), e.__reduce__()[1] == e.args, e.__cause__, e.__context__)
class Mine(MemoryError): pass
for make in (MemoryError, Mine, lambda: MemoryError('a', 'b'), lambda: Mine('x')):
    try:
        raise make()
    except MemoryError as e:
        print(repr(e), str(e), e.args)
def excepthook(kind, value, tb):
    print('hook', kind.__name__, str(value)[:15])
    fail()
sys.excepthook = excepthook
fail()
