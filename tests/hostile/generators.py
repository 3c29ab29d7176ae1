def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

def g():
    yield it.send(1) if 0 else 1
    next(it)
it = g(); next(it); t('reenter', lambda: next(it)); t('after', lambda: next(it)); t('close', lambda: it.close()); t('throw', lambda: it.throw(ValueError)); t('send', lambda: it.send(5))
def h():
    try: yield 1
    finally: it2.close()
it2 = h(); next(it2); t('close in finally', lambda: it2.close())
def loop():
    for _ in range(2):
        try: yield 1
        except BaseException: pass
l = loop(); next(l); t('refuses', lambda: l.close()); t('throw', lambda: l.throw(KeyboardInterrupt))
def self_delegate():
    yield 1
    yield from sd
sd = self_delegate(); t('self', lambda: list(sd))
a = (x for x in (y for y in b)) if 0 else None
def ga():
    yield from gb_
def gb(): yield from ga_
ga_, gb_ = ga(), gb(); t('mutual', lambda: list(ga_))
def deep(n):
    if n: yield from deep(n - 1)
    yield n
t('deep 500', lambda: len(list(deep(300)))); t('deep 5000', lambda: len(list(deep(5000))))
ch = iter([1])
for _ in range(20000): ch = (x for x in ch)
t('chain', lambda: next(ch)); del ch
m = iter([1])
for _ in range(3000): m = map(str, m)
t('map chain', lambda: type(m).__name__); del m
def frame():
    f = it3.gi_frame
    yield f.f_locals
it3 = frame(); t('frame', lambda: type(next(it3)).__name__)
def gcg():
    import gc
    x = []; x.append(x)
    yield gc.collect() >= 0
t('gc', lambda: next(gcg())); t('throw class', lambda: loop().throw(ValueError)); t('throw str', lambda: loop().throw('x')); t('send first', lambda: loop().send(1))
def ret():
    try: yield
    finally: return 5
r = ret(); next(r); t('return in finally', lambda: r.throw(ValueError))
