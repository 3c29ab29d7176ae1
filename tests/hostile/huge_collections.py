def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

t('list', lambda: len([0] * 10 ** 7)); t('str', lambda: len('ab' * 10 ** 7)); t('dict', lambda: len(dict.fromkeys(range(300000)))); t('args', lambda: (lambda *a: len(a))(*range(200000))); t('kwargs', lambda: (lambda **k: len(k))(**{'k%d' % i: i for i in range(20000)}))
def fill():
    l = []
    while True: l.append(bytearray(10 ** 7))
t('fill', fill)
def grow():
    s = 'x' * 10 ** 6
    while True: s += s
t('grow', grow)
def lists():
    l = []
    while True: l.append([0] * 10 ** 6)
t('lists', lists)
print('goes on', len([0] * 1000))
