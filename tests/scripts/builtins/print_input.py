print()
print(1, 'a', None, [1, 'b'], sep=', ', end='.\n')
print('a', 'b', sep='')
print('x', end='')
print('y', flush=True)
print(sep='x', end='only end\n')
import sys
print('to stdout', file=sys.stdout)
class W:
    def __init__(self): self.data = []
    def write(self, s): self.data.append(s)
w = W()
print('a', 1, file=w, sep='-', end='!')
print(w.data)
for f in (lambda: print(sep=5), lambda: print(end=1), lambda: print(1, file=5), lambda: print(x=1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
line = input()
print('read', repr(line))
print(repr(input('prompt> ')))
try:
    input()
except EOFError as e:
    print(type(e).__name__, e)
print('é中😀', 'tab\t|', 'nul\0|'.encode())
sys.stdout.write('direct\n')
class R:
    def __str__(self): raise ValueError('str fails')
try:
    print('before', R(), 'after')
except ValueError as e:
    print('|', e)
