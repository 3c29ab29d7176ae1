import sys
def hook(u):
    print('hook', u.exc_type.__name__, u.exc_value, u.err_msg, u.object.__qualname__, u.exc_traceback.tb_lineno)
sys.unraisablehook = hook
class D:
    def __del__(self): 1 / 0
D()
print('end')
