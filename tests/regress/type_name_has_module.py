# Errors named static types outside builtins without their module.
import sys
import weakref
class C: pass
c = C()
ref, proxy = weakref.ref(c), weakref.proxy(c)
for wrong in (lambda: ref.x, lambda: ref < ref, lambda: ref + 1, lambda: ref[0], lambda: len(ref), lambda: iter(ref),
              lambda: hash(proxy), lambda: int(ref), lambda: 'a' + ref, lambda: sys.stdout.x, lambda: sys.stdout(),
              lambda: -ref, lambda: 1 in ref, lambda: next(ref), lambda: weakref.ref.x,
              lambda: sys.flags.x, lambda: (lambda: 0).x, lambda: (i for i in ()).x):
    try: wrong()
    except (TypeError, AttributeError) as e: print(e)
