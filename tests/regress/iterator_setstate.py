# iterators had no __setstate__
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter('abc'), lambda: iter('äbc'),
             lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: reversed([1, 2, 3]),
             lambda: reversed((1, 2, 3))):
    for index in -5, -1, 0, 1, 2, 3, 10 ** 10:
        iterator = make()
        print(iterator.__setstate__(index), list(iterator), end=' ')
    print()
    for index in 'x', None, 10 ** 30:
        try:
            make().__setstate__(index)
        except (TypeError, OverflowError) as error:
            print(type(error).__name__)
    iterator = make()
    list(iterator)
    iterator.__setstate__(0)
    print(list(iterator))


class Sequence:
    def __getitem__(self, index):
        return [10, 11, 12][index]


iterator = iter(Sequence())
iterator.__setstate__(1)
print(list(iterator))
