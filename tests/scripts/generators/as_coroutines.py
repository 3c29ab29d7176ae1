def grep(word, out):
    try:
        while True:
            line = yield
            if word in line: out.append(line)
    except GeneratorExit:
        out.append('closed')
        raise
out = []
g = grep('py', out); next(g)
for l in ('python', 'ruby', 'pypy'): g.send(l)
g.close(); print(out)
def sched(tasks):
    log = []
    while tasks:
        t = tasks.pop(0)
        try: log.append(next(t)); tasks.append(t)
        except StopIteration as e: log.append(('done', e.value))
    return log
def task(n, k):
    for i in range(k): yield f'{n}{i}'
    return n
print(sched([task('a', 2), task('b', 3), task('c', 0)]))
def acc():
    total = 0
    while True:
        v = yield total
        if v is None: return total
        total += v
def collect(res):
    while True: res.append((yield from acc()))
res = []; c = collect(res); next(c)
for v in (1, 2, None, 10, 20, None): c.send(v)
print(res)
def walrus():
    while (x := (yield)) != 'stop': print('got', x)
    return 'end'
w = walrus(); next(w); w.send(1)
try: w.send('stop')
except StopIteration as e: print(e.value)
def expr(): return [(yield 1), (yield 2)]
e = expr(); next(e); e.send('a')
try: e.send('b')
except StopIteration as x: print(x.value)
