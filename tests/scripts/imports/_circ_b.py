print('b starts')
import _circ_a
b = 'from b'
print('b sees', _circ_a.a, hasattr(_circ_a, 'get'))
def read(): return _circ_a.a
