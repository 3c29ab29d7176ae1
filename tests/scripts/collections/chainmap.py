# ChainMap: lookups go along the maps, changes to the first.
import copy
from collections import ChainMap

m = ChainMap({'a': 1}, {'b': 2, 'a': 3}); print(m, m['a'], m['b'], list(m), len(m), 'b' in m, m.get('q', 5), dict(m), bool(ChainMap()), m.parents, m.new_child({'c': 1}), m.new_child(q=1))
m['b'] = 9; del m['a']; print(m, m | {'z': 1}, {'y': 0} | m); m |= {'w': 1}; print(m)
for f in (lambda: m['nope'], lambda: m.pop('nope'), lambda: ChainMap().popitem(), lambda: m.__delitem__('a')):
    try: f()
    except KeyError as e: print(e)
print(m.popitem(), ChainMap.fromkeys('ab', 1), m.copy(), copy.copy(m))
