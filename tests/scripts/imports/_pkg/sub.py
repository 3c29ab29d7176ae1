print('sub', __name__)
from .inner import thing
from . import value
from .deep import leaf
__all__ = ['name', 'func']
name = 'sub of ' + value
hidden = 'hidden'
def func(): return thing, leaf.where, leaf.up
