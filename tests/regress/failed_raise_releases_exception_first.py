# raise from what is no exception: the exception died after the cause.
class V:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
def no_cause(): raise ValueError(V(1)) from V(2)
def no_exception(): raise V(1) from V(2)
def both(): raise V(1)
def cause_fails():
    class E(Exception):
        def __init__(s): raise KeyError('init')
    raise ValueError(V(1)) from E
def good():
    try: raise ValueError(V(1)) from KeyError(V(2))
    except ValueError as e: print(e.__cause__.args[0].n)
for i in range(2):
    for f in no_cause, no_exception, both, cause_fails, good:
        try: f()
        except (TypeError, KeyError) as e: print(type(e).__name__, e)
