import _star_all, _star_plain
ns = {}; exec('from _star_all import *', ns); print(sorted(k for k in ns if not k.startswith('__')))
ns = {}; exec('from _star_plain import *', ns); print(sorted(k for k in ns if not k.startswith('__')))
_star_all.__all__ = ['missing']
try: exec('from _star_all import *', {})
except AttributeError as e: print(e)
_star_all.__all__ = [5]
try: exec('from _star_all import *', {})
except TypeError as e: print(e)
from _star_plain import a as x, _b as y, f
print(x, y, f(), f.__module__, f.__globals__ is vars(_star_plain))
_star_plain.a = 'changed'; print(x, f(), _star_plain.a)
import _pkg.sub, _pkg.inner as i; print(_pkg.sub.func(), i.thing)
