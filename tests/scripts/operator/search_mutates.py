# __eq__ that changes the list which is being searched.
import operator


class Nasty:
    def __init__(self, items):
        self.items = items

    def __eq__(self, other):
        self.items.clear()
        return False


items = []
items.extend([Nasty(items), Nasty(items), Nasty(items)])
print(operator.countOf(items, 5), items)
items.extend([Nasty(items), Nasty(items), 7])
try:
    print(operator.indexOf(items, 7))
except ValueError as error:
    print(error)
items.extend([Nasty(items), 7])
print(operator.contains(items, 7))


class Broken:
    def __iter__(self):
        yield 1
        raise KeyError('end')


for function in (operator.countOf, operator.indexOf, operator.contains):
    try:
        print(function(Broken(), 3))
    except Exception as error:
        print(type(error).__name__, error)


class Hint:
    def __init__(self, answer):
        self.answer = answer

    def __length_hint__(self):
        if isinstance(self.answer, type):
            raise self.answer('hint')
        return self.answer


for answer in (3, -1, 'a', NotImplemented, TypeError, ValueError, 2 ** 70):
    try:
        print(operator.length_hint(Hint(answer), 9))
    except Exception as error:
        print(type(error).__name__, error)
