print(list('ab'), tuple([1]), set([1, 1]), dict([(1, 2)]), frozenset('a'), str(1), bytes(2), bytearray(1), int('7'), float(3), complex('1j'), bool(1), repr('a'), ascii('é'), format(5, '03'), slice(3), range(2), object.__name__, type(memoryview(b'a')).__name__ if 0 else '')
for make in (list, tuple, set, frozenset, str, int, float, complex, bool, bytes, dict, bytearray):
    print(make.__name__, repr(make()), make() == make(), type(make()) is make, bool(make()))
class Hint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return 100
class BadHint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return 'x'
class NegHint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return -5
print(list(Hint()), tuple(Hint()))
for h in (BadHint(), NegHint()):
    try:
        print(list(h))
    except Exception as e:
        print(type(e).__name__, e)
class Len:
    def __iter__(self): return iter([1])
    def __len__(self): raise ValueError('len fails')
try:
    print(list(Len()))
except ValueError as e:
    print(e)
print(str(b'a', 'utf-8'), str([1, 'a', None]), str(str), repr(repr), str({'a': (1,)}), repr({1: [2]}), format('a', '>3'), format([1]), sorted({3: 0, 1: 0}), list(map(str, (1, 2))), ascii([chr(300)]))
print(__import__('math').floor(1.5), hash((1, 'a')) == hash((1, 'a')), isinstance(len, type(print)), len.__name__, print.__self__.__name__, int.__doc__ is not None)
