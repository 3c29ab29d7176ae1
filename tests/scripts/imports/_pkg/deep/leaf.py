from .. import value as up
from ..inner import thing
from . import __name__ as where
