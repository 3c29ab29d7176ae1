import sys
def level(n):
    if n == 0:
        return {'key': [1, 2]}['missing' * 3]
    return level(n - 1)
print('before')
try:
    level(6)
except KeyError as e:
    e.add_note('a note')
    print('raising', file=sys.stdout)
    raise RuntimeError('while handling', 1000) from e
