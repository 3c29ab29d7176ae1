# An error in a function of atexit is shown and changes nothing else; what it registers is dropped.
import atexit
import sys
def fails():
    atexit.register(print, 'dropped')
    raise KeyError('late')
atexit.register(lambda: (print('first registered'), sys.stdout.flush()))
atexit.register(fails)
print('end', flush=True)
sys.exit(4)
