# When operands and temporaries end, at each kind of instruction.

SNIPPETS = """
M('a') + M('b')
x = M('a') + M('b')
x = (M('a') + M('b')) * M('c')
x = M('a'); x += M('b'); x = 0
x = M('a'); x = x - M('b')
x = M('a'); x = M('b')
x = y = M('a'); x = 1; y = 2
x = M('a'); y = x; x = y; del y; x = None
-M('a')
x = ~M('a')
not M('a')
x = not M('a')
M('a') < M('b')
x = M('a') == M('b')
x = M('a') < M('b') < M('c')
if M('a') < M('b'): print('yes')
if not M('a') == M('b'): print('no')
while M('a') != M('b'): print('in'); break
M('a') is M('b')
if M('a') is M('b'): pass
if M('a') is not None: print('is not')
if M('a') is None: print('is')
M('a') in M('b')
if M('a') in [M('b')]: pass
x = M('a') in (M('b'), M('c'))
x = M('a') and M('b')
x = M('a') or M('b')
x = M('a') if M('b') else M('c')
if M('a'): print('true')
if M('a') and M('b'): print('both')
if M('a') or M('b'): print('either')
M('a')[M('b')]
x = M('a')[M('b')]
x = M('a')[0]
M('a')[M('b')] = M('c')
M('a')[0] = M('c')
M('a')[M('b')] += M('c')
del M('a')[M('b')]
M('a')[M('b'):M('c')]
M('a')[M('b'):M('c')] = M('d')
del M('a')[M('b'):M('c')]
M('a').x
x = M('a').x
M('a').x = M('b')
M('a').x.y
M('a').x += M('b')
del M('a').x
M('a').m()
x = M('a').m(M('b'))
M('a').m(M('b'), M('c'))
M('a').m(x=M('b'))
M('a').m(*[M('b')], **{'x': M('c')})
M('a')(M('b'))
x = M('a')(M('b'))
f(M('a'), M('b'))
x = f(M('a'), f(M('b')))
f(*M('a'))
f(*(M('a'), M('b')), M('c'))
f(x=M('a'), y=M('b'))
f(M('a'), x=M('b'), **{'y': M('c')})
f(f(M('a')))[0]
(lambda x: None)(M('a'))
(lambda x: x)(M('a'))
(lambda x=M('a'): x)()
x = lambda y=M('a'): y
[M('a'), M('b')]
x = [M('a'), M('b')]; x = None
(M('a'), M('b'))
x = (M('a'), M('b')); x = None
{M('a'), M('b')} and None
{M('a'): M('b')}
x = {1: M('a'), 2: M('b')}; x = None
[M('a'), *[M('b')], M('c')]
{**{1: M('a')}, 2: M('b')}
f'{M("a")} {M("b")!r:>10}'
x = f'{M("a")}'
x, y = M('a'), M('b')
x, y = M('a'), M('b'); x, y = y, x; x = y = 0
x, y = [M('a'), M('b')]
x, *y = M('a'), M('b'), M('c')
x, (y, z) = M('a'), (M('b'), M('c')); x = y = z = 0
x = [M('a')]; x[0] = M('b'); x = 0
x = {1: M('a')}; x[1] = M('b'); x[1] = 0
x = [M('a'), M('b')]; del x[0]; x = 0
x = [M('a'), M('b'), M('c')]; x[1:] = [M('d')]; x = 0
x = [M('a')]; x.append(M('b')); x.clear()
x = [M('a')]; x.pop(); x = 0
x = [M('a')] + [M('b')]; x = 0
x = [M('a')] * 2; x = 0
x = {}; x[M('a')] = M('b'); x.popitem(); x = 0
x = [M('a'), M('b')][1]; x = 0
x = (M('a'), M('b'))[0]; x = 0
x = {1: M('a'), 2: M('b')}[1]; x = 0
for x in [M('a'), M('b')]: pass
for x in (M('a'), M('b')): print('in')
for x in M('a'): pass
for x in [M('a'), M('b')]: x = None
for x in [M('a'), M('b'), M('c')]: break
for x, y in [(M('a'), M('b')), (M('c'), M('d'))]: print('in')
for x in g(M('a'), M('b')): print('in')
for x in g(M('a'), M('b')): break
for x in iter([M('a')]): x = 0
for x in map(f, [M('a')]): x = 0
[x for x in [M('a'), M('b')]]
x = [f(y) for y in (M('a'), M('b'))]; x = 0
{y: 1 for y in 'ab' if M(y)}
list(f(y) for y in [M('a')])
sum([1 for y in [M('a'), M('b')]])
with M('a'): print('in')
with M('a') as x: x = 0
with M('a') as x, M('b') as y: print('in')
try: raise E(M('a'))
except E: print('handled')
try: raise E(M('a'))
except E as x: x.args = (); print('handled')
try: x = M('a'); raise E
except E: x = 0
try: x = M('a') + fail(M('b'))
except E: print('handled')
try: f(M('a'), fail(M('b')), M('c'))
except E: print('handled')
try: [M('a'), M('b'), fail(M('c'))]
except E: print('handled')
try: {M('a'): fail(M('b'))}
except E: print('handled')
try: M('a').m(fail(M('b')))
except E: print('handled')
try: M('a')[fail(M('b'))]
except E: print('handled')
try: M('a')[M('b')] = fail(M('c'))
except E: print('handled')
try: M('a').x = fail(M('b'))
except E: print('handled')
try: x, y = f(M('a'), M('b'), M('c'))
except ValueError: print('handled')
try: len(M('a'), M('b'))
except TypeError: print('handled')
try: f2(M('a'))
except TypeError: print('handled')
try: M('a') @ M('b')
except TypeError: print('handled')
try: M('a') < fail(M('b')) < M('c')
except E: print('handled')
try: f'{M("a")} {fail(M("b"))}'
except E: print('handled')
try: assert not M('a'), M('b')
except AssertionError: print('handled')
try: return M('a')
finally: print('finally')
return M('a')
return f(M('a'), M('b'))
x = M('a'); return 5
x = M('a'); return x
x = M('a'); y = M('b'); z = M('c')
x = M('a'); def_(lambda: x); x = 0
x = M('a'); del x; print('deleted')
global G; G = M('a'); G = M('b'); del G
print(M('a') and 'printed')
len([M('a')])
isinstance(M('a'), M)
str(M('a'))
M('a') if f() else M('b')
x = y = [M('a')]; x += [M('b')]; x = 0; y = 0
x = [M('a')]; x *= 0; print('emptied'); x = 0
x = (x := M('a')); x = 0
f((x := M('a')), x); x = 0
lambda: M('a')
M(M('a')).x
type(M('a'))(M('b'))
import sys as x; x = M('a')
class C: x = M('a'); x = M('b'); x = 0
class C(f2(M('a'), M('b')) and object): x = 1
x = dict(a=M('a')); x.update(a=M('b')); x = 0
x = [M('b'), M('a')]; x.sort(key=lambda m: m.name); x = 0
sorted([M('b'), M('a')], key=lambda m: m.name)
max(M('a'), M('b'), key=lambda m: m.name)
x = M('a'); x = x.m(x)
x = M('a'); x = [x]; x = [x]; x = 0
x = M('a'); x = f(x, x); x = 0
x = [M('a')]; x = x[0]; x = x.name
"""


class E(Exception):
    pass


def method(self, *arguments, **keywords):
    return ("result", len(arguments))


class M:
    def __init__(self, name):
        self.name = name if isinstance(name, str) else "of " + name.name

    def __del__(self):
        print("    end of", self.name)

    def __repr__(self):
        return "<%s>" % self.name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return M(self.name + "." + name)

    def __iter__(self):
        return iter([M(self.name + " item")])

    def __enter__(self):
        return self

    def __format__(self, spec):
        return repr(self)

    def __bool__(self):
        return True

    def __contains__(self, item):
        return False

    def __delattr__(self, name):
        pass

    def __exit__(self, *arguments):
        return None

    m = __call__ = __add__ = __sub__ = __mul__ = __neg__ = __invert__ = __getitem__ = method
    __setitem__ = __delitem__ = __iadd__ = method
    __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __eq__ = lambda self, other: False
    __ne__ = lambda self, other: True
    __hash__ = lambda self: 5


def f(*arguments, **keywords):
    return arguments


def f2(a, b):
    return a


def g(*arguments):
    for argument in arguments:
        yield argument


def def_(function):
    return function


def fail(*arguments):
    raise E


def make(text):
    """The statements on lines of their own."""
    lines = []
    for part in text.split("\n"):
        head, colon, rest = part.partition(": ")
        if colon and head.split()[0] in ("if", "while", "for", "with", "try", "except", "finally", "class") and ":" not in head:
            lines += [head + ":"] + ["    " + line for line in rest.split("; ")]
        else:
            lines += part.split("; ")
    return lines


def run(text):
    space = dict(globals())
    exec("def snippet():\n" + "\n".join("    " + line for line in make(text)) + "\n    print('    last line')", space)
    for _ in range(3):
        try:
            print("  gives", space["snippet"]())
        except Exception as error:
            print("  raises", type(error).__name__, error)


def snippets():
    """try and its handler are one snippet."""
    lines = SNIPPETS.strip().splitlines()
    number = 0
    while number < len(lines):
        text = lines[number]
        number += 1
        while number < len(lines) and lines[number].startswith(("except", "finally")):
            text += "\n" + lines[number]
            number += 1
        yield text


for text in snippets():
    print(text)
    run(text)
print("as a module")
for text in snippets():
    if "return" not in text and "global" not in text:
        print(text)
        try:
            exec("\n".join(make(text)) + "\nprint('    last line')\nx = y = z = 0\n", globals())
        except Exception as error:
            print("  raises", type(error).__name__, error)
