import _helper
print(_helper.__name__, _helper.__doc__, sorted(k for k in vars(_helper) if not k.startswith('__')))
_helper.new = 1
from _helper import new
print(new, 'new' in dir(_helper))
del _helper.new
try:
    _helper.new
except AttributeError as e:
    print(e)
try:
    from _helper import new
except ImportError as e:
    print(type(e).__name__)
import _lazy
print(_lazy.anything, _lazy.real)
try:
    _lazy.missing
except AttributeError as e:
    print(e)
from _lazy import computed
print(computed)
print(dir(_lazy))
print(_helper.__file__.endswith('_helper.py'), __file__.endswith('module_attributes.py'))
from _helper import *
print(counter, '_under' in globals())
M = type(_helper)
m = M('made', 'a doc')
m.x = 1
print(m.__name__, m.__doc__, m.x, m)
