# differs: Adder only: module mem
# Every live object, atoms and untracked containers too; no question finds its own answer.
import mem, gc


class A:
    pass


class B(A):
    pass


a = [A() for _ in range(10)] + [B() for _ in range(5)]
print(len(mem.objects(A)), len(mem.objects(B)), all(type(x) is B for x in mem.objects(type=B)))
number, real, text, atoms = 10 ** 20 + len(a), 0.5 + len(a), 'text of %d' % len(a), tuple([1, len(a)])
big = 'long ' * (1000 + len(a))
everything = mem.objects()
for x in (number, real, text, atoms, big, a, a[0]):
    print(type(x).__name__, sum(1 for y in everything if y is x))
del everything
before = len(mem.objects(list))
print(len(mem.objects(list)) - before)
del a, x
print(mem.objects(A))


class Name:
    def __repr__(self):
        # while a str is being built for the list that holds us
        found = mem.objects(str)
        assert all(isinstance(x, str) for x in found)
        for x in found:
            hash(x)
        return 'Name'


print([Name(), Name()])
found = mem.objects()
print(len(set(map(id, found))) == len(found))
del found
for wrong in (1, 'A'):
    try:
        mem.objects(wrong)
    except TypeError as error:
        print(error)
gc.collect()
tracked = gc.get_objects()
known = set(map(id, mem.objects()))
print(len(tracked) > 100, all(id(x) in known for x in tracked))
