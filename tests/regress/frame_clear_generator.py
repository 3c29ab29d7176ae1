# frame.clear() left a suspended generator as it was; a KeyError of a ** mapping's __getitem__ became a TypeError.
class D:
    def __del__(self):
        print('del')


def gen():
    x = D()
    try:
        yield 1
    finally:
        print('closed')


it = gen()
next(it)
it.gi_frame.clear()
print(list(it))
it = gen()
it.gi_frame.clear()
print(list(it))


class K:
    def keys(self):
        return ['a']

    def __getitem__(self, key):
        raise KeyError(key)


try:
    print(**K())
except KeyError as e:
    print(repr(e))
try:
    print(**{'sep': 1}, **{'sep': 2})
except TypeError as e:
    print(e)
