import math
a, _b = 'a', 'b'
def f(): return a, math.floor(1.5)
