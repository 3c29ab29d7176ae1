# An exception that a local keeps holds the frame, which holds the local: a cycle.
import gc
gc.disable(); gc.collect()
class D:
    def __del__(self): print('del')
def kept():
    d = D()
    try: 1 / 0
    except ZeroDivisionError as e: saved = e
def dropped():
    d = D()
    try: 1 / 0
    except ZeroDivisionError as e: saved = e
    saved = None
def returned():
    d = D()
    try: 1 / 0
    except ZeroDivisionError as e: return str(e)
print('kept'); kept(); print(gc.collect())
print('dropped'); dropped(); print(gc.collect())
print('returned'); returned(); print(gc.collect())
def nested():
    try: kept_inner()
    except KeyError as e: saved = e
def kept_inner():
    d = D()
    raise KeyError
print('nested'); nested(); print(gc.collect() > 0)
e = None
try: kept_inner()
except KeyError as err: e = err
print('global'); e = None; print(gc.collect())
try: kept_inner()
except KeyError as err: tb = err.__traceback__
print('traceback'); print(tb.tb_next.tb_frame.f_code.co_name); del tb; print(gc.collect())
