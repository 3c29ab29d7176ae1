# Folders, files, links: making, looking, renaming, removing; errors name the file.
import os, os.path, sys
from os.path import *

d = '/tmp/adder_os_%d' % os.getpid(); os.mkdir(d); old = os.getcwd(); os.chdir(d)
print(os.getcwd() == realpath(d), os.getcwdb() == os.fsencode(os.getcwd()))
os.makedirs('a/b/c'); os.makedirs('a/b/c', exist_ok=True)
for f in (lambda: os.makedirs('a/b/c'), lambda: os.rmdir('a'), lambda: os.remove('a/b'), lambda: os.listdir('q'), lambda: os.chdir('q'), lambda: os.rename('q', 'r'), lambda: os.stat('q'), lambda: os.mkdir('a'), lambda: open('q')):
    try: f()
    except OSError as e: print(type(e).__name__, e, e.errno, e.filename, e.filename2)
open('f.txt', 'w').write('hello'); os.symlink('f.txt', 'ln'); os.symlink('loop', 'loop')
print(sorted(os.listdir()), os.stat('f.txt').st_size, getsize('f.txt'), isfile('f.txt'), islink('ln'), os.readlink('ln'), basename(realpath('ln')), lexists('loop'), exists('loop'), basename(realpath('loop')), os.access('f.txt', os.R_OK))
os.chmod('f.txt', 0o640); s = os.stat('f.txt'); print(oct(s.st_mode), s[6] == s.st_size, s.st_mtime_ns // 10**9 == int(s.st_mtime), len(s), type(s.st_mtime), type(s[8]), os.lstat('ln').st_size, os.stat('ln', follow_symlinks=False).st_size)
os.rename('f.txt', 'a/g.txt'); os.replace('a/g.txt', 'a/b/h'); os.link('a/b/h', 'a/b/i'); print(os.stat('a/b/h').st_nlink)
for top in (True, False): print([(x, sorted(y), sorted(z)) for x, y, z in os.walk('a', topdown=top)])
os.unlink('loop'); print(sorted((e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink()) for e in os.scandir()))
with os.scandir('a') as it: print([repr(e) for e in it])
os.unlink('a/b/h'); os.remove('a/b/i'); os.removedirs('a/b/c'); os.unlink('ln'); print(os.listdir('.'), os.listdir(b'.'))
fd = os.open('raw', os.O_WRONLY | os.O_CREAT); print(os.write(fd, b'abc'), os.isatty(fd), os.fstat(fd).st_size); os.close(fd); fd = os.open('raw', os.O_RDONLY); print(os.read(fd, 10)); os.close(fd); os.remove('raw')
os.chdir(old); os.rmdir(d)
