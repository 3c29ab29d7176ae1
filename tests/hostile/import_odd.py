def t(name, f):
    try:
        r = f()
        print(name, 'ok', r if isinstance(r, (int, str, bool, type(None))) and len(str(r)) < 60 else type(r).__name__)
    except BaseException as e:
        print(name, type(e).__name__)

import sys
t('self', lambda: __import__('import_odd_missing')); t('dots', lambda: __import__('a..b')); t('nul', lambda: __import__('a\0b')); t('long', lambda: __import__('a' * 5000)); t('slash', lambda: __import__('../x')); t('rel', lambda: __import__('x', level=5)); t('neg', lambda: __import__('x', level=-1)); t('int', lambda: __import__(5))
sys.modules['m1'] = 5; t('int module', lambda: __import__('m1')); t('sub', lambda: __import__('m1.x')); sys.modules['m2'] = None; t('none', lambda: __import__('m2'))
path = sys.path; sys.path = [5, None, '', 'nope']; t('path', lambda: __import__('zzz_none')); sys.path = path
exec('from math import *'); t('star', lambda: pi > 3); t('mod', lambda: type(sys)()); t('mod5', lambda: type(sys)(5)); m = type(sys)('m'); del m.__name__; t('noname', lambda: m.zz); t('dict', lambda: setattr(m, '__dict__', {})); m.__getattr__ = 5; t('getattr', lambda: m.zz); t('class', lambda: setattr(m, '__class__', int))
