with open('files.py') as f:
    first = f.readline()
    rest = f.read()
print(first, len(rest), rest.count('open'))
with open('files.py', 'rb') as f:
    data = f.read(100)
    f.seek(0)
    lines = f.readlines()
print(data[:20], len(lines), f.closed)
for i, line in enumerate(open('files.py', encoding='latin-1')):
    if i % 5 == 0:
        print(i, line, end='')
print('a', 'b', sep='-', end='!\n', flush=True)
try:
    open('missing/file')
except OSError as e:
    print(e.errno, e.filename, e.strerror)
with open('/dev/null', 'w') as out:
    print(out.write('x' * 5000), out.writable(), out.name, out.mode)
    print('to null', file=out)
