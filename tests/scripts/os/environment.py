# Environment variables, path-like objects, this process.
import os, os.path, sys
from os.path import *


class FP:
    def __fspath__(self): return '/x'
print(os.fspath(FP()), isinstance(FP(), os.PathLike), isinstance('', os.PathLike), os.fsencode('é'), os.fsdecode(b'\xff'), join(FP(), 'y'))
os.environ['LP_A'] = 'x'; print(os.getenv('LP_A'), os.getenv('LP_NOPE'), os.getenv('LP_NOPE', 3), 'LP_A' in os.environ, os.environb[b'LP_A'], os.environ.get('LP_A')); del os.environ['LP_A']; print('LP_A' in os.environ)
for f in (lambda: os.environ['LP_NOPE'], lambda: os.environ.__delitem__('LP_NOPE'), lambda: os.environ.__setitem__('a', 3), lambda: os.environ.__setitem__(3, 'a'), lambda: os.nope):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(len(os.urandom(5)), os.getpid() > 0, os.getppid() > 0, os.cpu_count() > 0, os.strerror(2), repr(os.environ)[:8], os.path.sep, os.get_exec_path({'PATH': 'a:b'}))
