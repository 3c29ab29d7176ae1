import sys, math
import math as m, sys as system
from math import pi, sqrt as root
print(math is m, system is sys, pi, root(16), math.__name__, type(math).__name__)
import _pkg
print(_pkg.__name__, _pkg.value, _pkg.__package__, hasattr(_pkg, '__path__'))
import _pkg.sub
print(_pkg.sub.name, _pkg.sub.__name__, _pkg.sub.__package__)
import _pkg.sub as alias
print(alias is _pkg.sub, 'sys' in sys.modules, sys.modules['_pkg'] is _pkg)
from _pkg import sub, value as v
print(sub is alias, v)
from _pkg.sub import *
print(name, func(), 'hidden' in globals(), '_under' in globals())
import _helper
import _helper
print(_helper.counter)
_helper.counter = 5
from _helper import counter
print(counter)
print(__name__, __import__('math') is math, __import__('_pkg.sub') is _pkg)
