# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt('(' * n)
    attempt('(' * n + ')' * n)
    attempt('[' * n + ']' * n)
    attempt('{' * n)
    attempt('{1:' * n + '1' + '}' * n)
    attempt('f(' * n + ')' * n)
    attempt('a[' * n + '0' + ']' * n)
    attempt('([{' * n)

print('alive')
