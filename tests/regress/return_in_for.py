# The iterator of a loop that was left by return died only when its register was used again, in the middle of a call.
def gen():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


def find(g, wanted):
    for outer in g:
        for item in gen():
            if item == wanted:
                return item
    return None


print('found', find(gen(), 2))
print('after')


class Sequence:
    def __iter__(self):
        index = 0
        try:
            while True:
                item = self[index]
                yield item
                index += 1
        except IndexError:
            return

    def __getitem__(self, index):
        return [1, 2, 3][index]

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def count(self, value):
        return sum(1 for item in self if item is value or item == value)


s = Sequence()
print(3 in s)
print(s.count(1))
print(list(s))
