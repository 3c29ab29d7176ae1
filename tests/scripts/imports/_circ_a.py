print('a starts')
a = 'from a'
import _circ_b
def get(): return _circ_b.read()
print('a ends')
