# Names of ** that hash themselves ran code over parameters that were already bound.
class Name(str):
    def __hash__(self):
        def inner(a, b, c, d, e):
            return a
        return inner(5, 2, 3, 4, [6])

    def __eq__(self, other):
        return str.__eq__(self, other)


def all_kinds(a, b, *c, **k):
    return a, b, c, k


def keyword_only(a, *, b=2, **k):
    return a, b, k


def generator(a, **k):
    yield a
    yield k


print(all_kinds([1], [2], [3], **{Name('q'): 5, 'z': 6}))
print(all_kinds([1], **{Name('q'): 5, 'b': 6}))
print(keyword_only([1], **{Name('q'): 5}))
print(list(generator([1], **{Name('q'): 5})))
try:
    all_kinds([1], [2], **{Name('q'): 5, 'a': 6})
except TypeError as e:
    print(e)
