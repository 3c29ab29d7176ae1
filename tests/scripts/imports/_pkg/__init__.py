print('pkg init', __name__)
value = 'pkg value'
from . import inner
from .inner import thing as renamed
