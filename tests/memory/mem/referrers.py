# differs: Adder only: module mem
# All referrers, also those that gc.get_referrers cannot see.
import mem, gc, sys


class A:
    pass


def names(found):
    return sorted(type(x).__name__ for x in found)


def make():
    text = 'text of %d' % len(sys.argv)
    untracked = {'key': text}
    pair = (text, 1)
    gc.collect()
    gc.collect()
    print(gc.is_tracked(untracked), gc.is_tracked(pair))
    print(names(gc.get_referrers(text)), names(mem.referrers(text)))
    return None


make()
a = A()
held = [a]
box = A()
box.attribute = a


def cell():
    x = a

    def inner():
        return x
    return inner


closure = cell()


def generator():
    local = a
    yield
    yield local


g = generator()
next(g)
print(names(mem.referrers(a)))


def frame(x):
    inner(0)


def inner(y):
    found = mem.referrers(a)
    frames = [x for x in found if type(x).__name__ == 'frame']
    print([f.f_code.co_name for f in frames])


frame(a)
print(mem.referrers(A())) # the argument of the call alone
del held, box, closure, g
print(mem.referrers(a) == [globals()])
d = {}
d[a] = 1
print(names(mem.referrers(a)))
# a value waiting in an expression
print(len([mem.referrers(a), a][0]))
t = type('T', (), {'attribute': a})
print(names(mem.referrers(a)))


def constant():
    return 'a constant that is longer than a name'


print(names(mem.referrers(constant())))
try:
    def raises():
        local = a
        raise ValueError
    raises()
except ValueError as error:
    ended = error.__traceback__.tb_next.tb_frame
print(ended in mem.referrers(a)) # an ended frame keeps its locals
