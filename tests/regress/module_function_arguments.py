# Errors about the number of arguments left out the module of a built-in function.
import gc
for call in ('gc.collect(1, 2)', 'gc.enable(1)', 'gc.isenabled(x=1)', 'gc.is_tracked()', 'len()', 'callable(x=1)'):
    try:
        eval(call)
    except TypeError as e: print(e)
