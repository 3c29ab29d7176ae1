# _count_elements on dicts, subclasses with and without methods of their own, and other mappings.
from _collections import _count_elements, OrderedDict, defaultdict


class Plain(dict):
    pass


class OwnGet(dict):
    def get(self, key, default=None):
        return 10


class OwnSet(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


class Mapping:
    def __init__(self):
        self.log = []

    def get(self, key, default):
        return 5

    def __setitem__(self, key, value):
        self.log.append((key, value))


for make in (dict, Plain, OwnGet, OwnSet, OrderedDict, lambda: defaultdict(int), lambda: {'a': 1.5}):
    mapping = make()
    print(_count_elements(mapping, 'abracadabra'), mapping)
m = Mapping()
_count_elements(m, 'ab')
print(m.log)
for call in (lambda: _count_elements({}), lambda: _count_elements(1, 'a'), lambda: _count_elements({}, 5),
             lambda: _count_elements({}, [[]]), lambda: _count_elements({'a': 'x'}, 'a')):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Key:
    def __init__(self, mapping):
        self.mapping = mapping

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.mapping.clear()
        return False


m = {}
m[Key(m)] = 1
_count_elements(m, [Key(m), Key(m), Key(m)])
print(len(m))
