class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def g():
    x = D('gen local')
    try:
        yield 1
        yield 2
    finally:
        print('gen finally')
it = g(); next(it); del it; print('dropped half way')
it = g(); del it; print('dropped unstarted')
it = g(); list(it); print('exhausted'); del it
it = g(); next(it); it.close(); print('closed'); del it
def arg(x): yield x.n
for v in arg(D('arg')): print(v)
print('loop done')
it = arg(D('never run')); it = None
def outer(): yield from g()
it = outer(); next(it); del it; print('-')
list(i for i in [D('in genexp')]); print('end')
for i in g(): break
print('broke'); 
def send():
    while True:
        v = yield
        print('got', v.n)
it = send(); next(it); it.send(D('s1')); it.send(D('s2')); del it; print('end')
