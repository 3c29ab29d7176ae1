# sys.unraisablehook gets what cannot be raised; errors in the hook itself are reported, too.
import sys
class E:
    def __repr__(self): return '<an E>'
    def __del__(self): raise ValueError('broken')
def hook(args):
    print(type(args).__name__, len(args), args.exc_type.__name__, args.exc_value, args.err_msg, getattr(args.object, '__qualname__', args.object), args.exc_traceback.tb_lineno)
sys.unraisablehook = hook
E(); print('-')
def bad(args): raise KeyError('hook')
sys.unraisablehook = bad
E(); print('-')
sys.unraisablehook = None
E(); print('none')
sys.unraisablehook = 5
E(); print('int')
del sys.unraisablehook
E(); print('deleted')
sys.unraisablehook = sys.__unraisablehook__
E(); print('default')
for wrong in (None, 5, (ValueError, None, None, None, None)):
    try: sys.__unraisablehook__(wrong)
    except TypeError as e: print(e)
print('end')
