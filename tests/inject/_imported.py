"""Imported by others."""
import _imported_too
VALUE = [_imported_too.half(n) for n in range(5)]
class Thing:
    def __repr__(self): return 'Thing'
