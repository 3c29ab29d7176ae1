# args: one two --three
import sys
print(sys.argv, sys.version_info[:2], sys.version_info >= (3, 11), sys.version_info.major, sys.maxsize, sys.byteorder, sys.maxunicode, sys.getrecursionlimit(), sys.platform, type(sys.path).__name__, isinstance(sys.modules, dict), sys.hexversion >> 16 == 0x30b)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min, sys.int_info.default_max_str_digits, sys.hash_info.modulus, sys.hash_info.inf, sys.getdefaultencoding(), sys.flags.optimize, sys.copyright[:9])
sys.setrecursionlimit(500); print(sys.getrecursionlimit())
for a in (0, -1, 'a', 1.5):
    try:
        sys.setrecursionlimit(a)
    except Exception as e: print(type(e).__name__, e)
sys.stdout.write('written\n'); sys.stdout.flush()
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exc_info()[1])
def f(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name, sys._getframe(0).f_lineno
def g(): return f()
print(g())
try: sys._getframe(100)
except ValueError as e: print(e)
print(sys.intern('abc') is sys.intern('ab' + 'c'), sys.getsizeof([]) > 0, sys.getsizeof(5, 0) > 0, sys.is_finalizing(), sys.getrefcount(object()) >= 1, callable(sys.exit), sys.stdin is sys.__stdin__, sys.implementation.name != '')
for code in (lambda: sys.intern(5), lambda: sys.intern(type('S', (str,), {})('a')), lambda: sys.exit(3), lambda: sys.exit(), lambda: sys.exit('msg'), lambda: sys.exit((1, 2)), lambda: sys.nope):
    try: code()
    except BaseException as e: print(type(e).__name__, e, getattr(e, 'code', '-'))
sys.displayhook(5); sys.displayhook(None); sys.displayhook('s')
