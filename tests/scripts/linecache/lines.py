# Lines of files: from the cache until they are checked, "" where there is none.
import linecache
import posix
import sys

name = 'lines_%d.tmp' % posix.getpid()
with open(name, 'w') as file:
    file.write('one\ntwo\nthree')
try:
    print([linecache.getline(name, i) for i in range(-1, 5)])
    print(linecache.getlines(name))
    with open(name, 'w') as file:
        file.write('uno\r\n')
    print(linecache.getline(name, 1))
    linecache.checkcache(name)
    print(linecache.getlines(name))
    linecache.checkcache()
    print(list(linecache.cache) == [name], linecache.cache[name][0], linecache.cache[name][2])
    linecache.clearcache()
    print(linecache.cache)
    with open(name, 'wb') as file:
        file.write(b'# coding: latin-1\nx = "\xe9"\n')
    print(linecache.getlines(name))
    with open(name, 'wb') as file:
        file.write(b'x = "\xe9"\n')
    linecache.checkcache()
    print(linecache.getlines(name), name in linecache.cache)
finally:
    posix.remove(name)
print(linecache.getlines(name), linecache.getline('<string>', 1), linecache.getline('', 1))


class Loader:
    def get_source(self, name):
        print('asked for', name)
        return 'a\nb' if name == 'm' else None


module = {'__name__': 'm', '__loader__': Loader()}
print(linecache.lazycache('m.lazy', module), linecache.lazycache('m.lazy', module), linecache.lazycache('x', {}))
print(linecache.getline('m.lazy', 2), linecache.getline('m.lazy', 1), linecache.lazycache('m.lazy', module))
print(linecache.getlines('n.lazy', {'__name__': 'n', '__loader__': Loader()}))
