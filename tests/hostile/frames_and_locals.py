def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import sys
def f():
    x = 1
    fr = sys._getframe()
    fr.f_locals['x'] = 2
    fr.f_locals['fr'] = fr
    return x
t('locals', f)
def keep():
    return sys._getframe()
fr = keep(); t('dead frame', lambda: fr.f_lineno > 0); t('name', lambda: fr.f_code.co_name); t('clear', lambda: fr.clear()); t('back', lambda: fr.f_back is None or True)
def g():
    sys._getframe().clear()
t('clear running', g)
def gen():
    x = [1]; yield sys._getframe(); yield x
it = gen(); fr = next(it); t('gen clear', lambda: fr.clear()); t('after', lambda: next(it))
def dele():
    x = 1
    del locals()['x']
    return x
t('del locals', dele); t('globals', lambda: globals().__setitem__(5, 1)); t('delglobal', lambda: globals().__delitem__('nope')); t('setattr lineno', lambda: setattr(sys._getframe(), 'f_lineno', 1)); t('depth', lambda: sys._getframe(10 ** 9)); t('neg', lambda: type(sys._getframe(-5)).__name__)
def tb():
    try: 1 / 0
    except ZeroDivisionError as e: return e.__traceback__
x = tb(); t('tb next', lambda: setattr(x, 'tb_next', x)); t('tb next int', lambda: setattr(x, 'tb_next', 5)); t('tb line', lambda: x.tb_lineno > 0)
builtins = __builtins__
t('exec builtins', lambda: eval('len([])', {'__builtins__': {}})); t('exec builtins int', lambda: eval('1 + 1', {'__builtins__': 5})); t('import', lambda: eval('__import__("nope")')); t('code replace', lambda: exec((lambda: 5).__code__)); t('func', lambda: type(t)(5, {})); t('cell', lambda: (lambda: fr).__closure__)
