def t(code):
    try:
        exec(code, {'__name__': '__main__', '__package__': None} if 'from .' in code else {})
        print('no error')
    except Exception as e:
        text = str(e)
        i = text.find(' (/')
        if i >= 0:
            text = text[:i] + ' (PATH)'
        print(type(e).__name__, '|', text, '|', getattr(e, 'name', None))
t('import no_such_module')
t('import no.such.module')
t('import math.nothing')
t('from math import nothing')
t('from no_such import x')
t('import _pkg.nothing')
t('from _pkg import nothing')
t('from _pkg.nothing import x')
t('from . import x')
t('from .a import x')
t('import _helper.sub')
t('import _fails')
t('import _fails')
t('from _fails import x')
t('import _syntax')
t('from _helper import counter, missing')
import sys
print('_fails' in sys.modules, '_syntax' in sys.modules)
sys.modules['blocked'] = None
t('import blocked')
sys.modules['fake'] = 'any object'
import fake
print(fake)
t('__import__(5)')
t('__import__("")')
