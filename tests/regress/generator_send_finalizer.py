# Resuming a generator overwrote its frame: the old value of `v` died, and ran code, before the frame was pushed.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        def spread(x, y=1, *rest, **names):
            return x, y, rest, names
        print('del', self.n, spread(1, 2, 3, q=4))


def receiver():
    while True:
        v = yield
        print('got', v.n)


it = receiver()
next(it)
it.send(D('first'))
it.send(D('second'))
del it
print('end')
