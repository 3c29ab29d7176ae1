import sys
sys.stdout.write('a'); sys.stdout.write('b\n'); print(sys.stdout.write('five\n'))
class Tee:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return len(s)
    def flush(self): pass
real, sys.stdout = sys.stdout, Tee()
print('captured', 1, [2]); print(); tee, sys.stdout = sys.stdout, real
print(tee.parts, sys.stdout is sys.__stdout__)
class Broken:
    def write(self, s): raise ValueError('cannot write')
sys.stdout = Broken()
try: print('x')
except ValueError as e: sys.stdout = real; print(e)
sys.stdout = None; print('goes nowhere'); sys.stdout = real
print('back', file=None); print('é', '中', sep='|')
for f in (lambda: sys.stdout.write(5), lambda: sys.stdout.write(), lambda: sys.stdout.nope):
    try: f()
    except Exception as e: print(type(e).__name__)
