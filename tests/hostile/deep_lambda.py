# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt('lambda: ' * n + '1')
    attempt('lambda x=' * n + '1' + ': 0' * n)
    attempt('x = ' * n + '1')
    attempt('[x for x in ' * n + 'y' + ']' * n)
    attempt('*' * n + 'a')
    attempt('yield ' * n)
    attempt('(yield ' * n + ')' * n)

print('alive')
