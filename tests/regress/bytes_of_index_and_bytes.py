# bytes(x) asked __index__ before __bytes__, and int.from_bytes('a') spoke of an encoding.
class B:
    def __bytes__(self): return b'B!'
    def __index__(self): return 3
print(bytes(B()), int.from_bytes(B(), 'big'))
class S(str):
    def __bytes__(self): return b'S!'
print(int.from_bytes(S('x'), 'big'))
try:
    int.from_bytes('a')
except TypeError as e: print(e)
for sep in (1, [], ['a'], '', 'é'):
    try:
        b'ab'.hex(sep)
    except (TypeError, ValueError) as e: print(e)
