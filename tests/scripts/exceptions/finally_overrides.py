def a():
    try: raise ValueError('lost')
    finally: return 'returned'
def b():
    for i in range(2):
        try: raise ValueError('lost')
        finally: continue
    return 'looped'
def c():
    while 1:
        try: return 'from try'
        finally: break
    return 'after'
def d():
    try:
        try: return 'inner'
        finally: raise KeyError('replaces')
    except KeyError as e: return str(e)
def e():
    try: return print('evaluated')
    finally: print('then finally')
def f(x=[]):
    try: x.append(1); return x
    finally: x.append(2)
def g():
    try:
        try: 1 / 0
        except ZeroDivisionError: return 'handled'
        finally: print('f1')
    finally: print('f2')
def h():
    r = []
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            r.append(i)
        except Exception: pass
        else: r.append('e')
        finally: r.append('f')
    return r
for k in (a, b, c, d, e, f, g, h): print(k.__name__, k())
