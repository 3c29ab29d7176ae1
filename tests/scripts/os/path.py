# Functions on path names.
import os, os.path, sys
from os.path import *

print(os.name, os.sep, os.linesep == '\n', os.curdir, os.pardir, os.extsep, os.altsep, os.pathsep, os.devnull, os.path is sys.modules['os.path'], os.error is OSError, os.O_RDONLY, os.F_OK, os.R_OK)
for f, args in ((join, ('a', 'b', '/c', 'd/', 'e', '')), (join, ('a',)), (join, (b'a', b'b')), (split, ('/a/b/c',)), (split, ('/',)), (split, ('//a',)), (split, ('a/',)), (splitext, ('a.b.c',)), (splitext, ('.bashrc',)), (splitext, ('a/.b.c',)), (splitext, ('..a',)), (splitext, (b'x.y',)), (basename, ('/a/b',)), (basename, ('a/',)), (dirname, ('/a/b',)), (dirname, ('a',)), (normpath, ('/a/../b//c/./d/..',)), (normpath, ('//a',)), (normpath, ('///a',)), (normpath, ('',)), (normpath, ('../../a/..',)), (normpath, ('/..',)), (isabs, ('/a',)), (isabs, ('a',)), (commonprefix, (['/usr/lib', '/usr/local'],)), (commonprefix, ([],)), (commonpath, (['/usr/lib', '/usr/local/x'],)), (commonpath, (['a/b', 'a/c'],)), (commonpath, (['/a', 'b'],)), (commonpath, ([],)), (relpath, ('/a/b/c', '/a/d')), (relpath, ('/a', '/a')), (relpath, ('',)), (expandvars, ('$LPVAR/${LPVAR}x$NOPE$',)), (expanduser, ('~/x',)), (expanduser, ('a~',)), (splitdrive, ('/a',)), (normcase, ('A',)), (join, ('a', b'b')), (join, ('a', 3)), (join, (3,)), (abspath, ('/x/../y',)), (realpath, ('/usr/../usr/.',)), (exists, ('/',)), (exists, ('/nope',)), (isdir, ('/',)), (isfile, ('/',)), (islink, ('/',)), (ismount, ('/',)), (lexists, ('/nope',)), (exists, ('\0',)), (samefile, ('/', '/usr/..'))):
    os.environ['LPVAR'] = 'val'; os.environ['HOME'] = '/home/x'
    try: print(f.__name__, args, f(*args))
    except Exception as e: print(f.__name__, args, type(e).__name__, e)
