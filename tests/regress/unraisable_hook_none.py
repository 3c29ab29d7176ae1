# With sys.unraisablehook = None nothing was printed; CPython prints as by default.
import sys
class Dying:
    def __del__(self): raise ValueError('dying')
sys.unraisablehook = None
Dying()
del sys.unraisablehook
Dying()
