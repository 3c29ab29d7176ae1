# ModuleNotFoundError of a blocked module had no name; import * did not say which entry is no str.
import sys
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e: print(e, e.name)
module = type(sys)('made')
module.__all__ = [5]
sys.modules['made'] = module
try:
    from made import *
except TypeError as e: print(e)
del module.__all__
module.__dict__[7] = 1
try:
    from made import *
except TypeError as e: print(e)
