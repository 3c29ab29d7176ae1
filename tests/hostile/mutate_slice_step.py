# differs: CPython 3.11 crashes when the assigned iterable clears the list
l = list(range(5))
class It:
    def __iter__(self):
        l.clear()
        return iter([1, 2])
try:
    l[0:4:2] = It()
except ValueError:
    pass
print('alive')
