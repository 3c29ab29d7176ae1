import sys
import _imported
from _imported import Thing, VALUE as v
from _imported_too import *
import math, random as rnd
print(Thing(), v, half(9), _imported.__doc__, _imported.__name__, sorted(m for m in sys.modules if m[:4] == '_imp' and m != '_imp'))
try:
    import no_such_module_at_all
except ImportError as e:
    print(e, e.name)
try:
    from _imported import nothing
except ImportError as e:
    print(e.name)
del sys.modules['_imported']
import _imported as again
print(again is _imported, again.VALUE == v, __import__('_imported_too').half(3))
import time
print(time.gmtime(0)[:3], len(time.tzname), time.strftime('%Y', time.gmtime(0)))
rnd.seed(5)
print(rnd.random(), rnd.randint(1, 1000), rnd.sample(range(100), 5), rnd.choice('abc'), rnd.shuffle([1, 2]))
