# UserDict, UserList, UserString: their methods give objects of the same class.
import copy
from collections import UserDict, UserList, UserString


u = UserDict({'a': 1}, b=2); u['c'] = 3; print(u, len(u), u.get('q'), u | {'d': 4}, {'e': 5} | u, u.copy(), copy.copy(u), 'a' in u, UserDict.fromkeys('ab'))
class MD(UserDict):
    def __missing__(self, k): return k * 2
print(MD()['x'], MD().get('x'), MD(a=1).copy())
try: u['zz']
except KeyError as e: print(repr(e))
l = UserList([3, 1, 2]); l.sort(); l.append(9); l += [5]; print(l, l[1:], l + [1], [0] + l, l * 2, l == [1, 2, 3, 9, 5], l < [2], 3 in l, l.index(9), l.count(1), l.pop(), copy.copy(l), l.copy(), UserList('ab'), UserList(l), l.reverse(), l)
s = UserString('Hello'); print(s, repr(s), s + '!', '>' + s, s * 2, s.upper(), s.center(9, '*'), s[1:3], s == 'Hello', 'ell' in s, s.find('l'), s.replace('l', 'L'), s.split('l'), s.isalpha(), len(s), int(UserString('12')), '%s' % s, UserString('%d') % 3, s.encode(), s.startswith('He'), hash(s) == hash('Hello'), s.title(), s.zfill(8), s.join(['a', 'b']), s.strip('H'), type(s.lower()).__name__, s < 'I', UserString(3), s.partition('l'))
