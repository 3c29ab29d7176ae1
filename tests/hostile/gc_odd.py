def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import gc
class C:
    def __del__(self): gc.collect(); gc.enable(); gc.set_threshold(1)
for _ in range(50): c = C(); c.me = c
gc.collect(); gc.set_threshold(1, 1, 1); l = [[i] for i in range(2000)]; print(len(l)); gc.set_threshold(700, 10, 10)
def cb(p, i): gc.collect(); i.clear(); gc.callbacks.clear()
gc.callbacks.append(cb); t('callback', lambda: gc.collect() >= 0); gc.callbacks.append(5); 
import sys
sys.unraisablehook = lambda u: print('unraisable', u.exc_type.__name__)
gc.collect(); gc.callbacks.clear()
class M(type):
    def __del__(cls): print('class dies', cls.__name__)
X = M('X', (), {}); del X; gc.collect()
objs = gc.get_objects(); objs.append(objs); n = len(objs); del objs; t('objs', lambda: gc.collect() > 0)
for x in gc.get_objects()[:200]: gc.get_referents(x)
gc.garbage.append(1); print(gc.garbage); gc.garbage.clear(); t('freeze', lambda: gc.freeze()); t('unfreeze', lambda: gc.unfreeze())
class T:
    def __del__(self): gc.set_threshold(0); self.x = [self]; gc.get_objects(); 
for _ in range(20): a = T(); a.a = a
del a; gc.collect(); gc.collect(); gc.set_threshold(700, 10, 10); print('end')
