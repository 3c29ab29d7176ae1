class S:
    def __getitem__(self, key): return key
    def __class_getitem__(cls, key): return ('class', key)
s = S()
print(s[1], s[1, 2], s[1:2], s[::], s[1:2, 3], s[...], s[()])
print(s[1:2:3], s[:, 1], s[None:], s['a':'b'])
print(S[int], S[1, 2])
print(s[*[1, 2]], s[*(1,), 3])
items = list(range(10))
print(items[2:5], items[::-2], items[-3:], items[5:2], items[100:])
for bad in ('x', 1.5, None):
    try:
        items[bad]
    except TypeError as e:
        print(e)
for thing in (5, None, len, 1.5):
    try:
        thing[0]
    except TypeError as e:
        print(e)
try:
    items[10]
except IndexError as e:
    print(e)
try:
    items[::0]
except ValueError as e:
    print(e)
try:
    'abc'[5]
except IndexError as e:
    print(e)
try:
    (1,)[1]
except IndexError as e:
    print(e)
