def v(name, value):
    print('eval', name)
    return value
print(v('a', 0) or v('b', 'B') or v('c', 'C'))
print(v('a', 1) and v('b', []) and v('c', 2))
print(v('a', 0) or v('b', ''))
print(not v('a', 0))
print(v('a', 1) and v('b', 0) or v('c', 3))
x = None or 'default'
print(x)
print([] or {} or () or 0 or 'end')
print(1 and 'two' and 3.0)
if v('p', 1) and not v('q', 0):
    print('yes')
print((v('a', 1) or v('b', 2)) and (v('c', 0) or v('d', 4)))
