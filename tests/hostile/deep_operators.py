# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt('-' * n + '1')
    attempt('not ' * n + '1')
    attempt('~' * n + 'x')
    attempt('1' + '+1' * n)
    attempt('1' + '**1' * n)
    attempt('x' + '.a' * n)
    attempt('x' + '()' * n)
    attempt('x' + '[0]' * n)
    attempt('1' + '<1' * n)
    attempt('1' + ' and 1' * n)
    attempt('1' + ' if 1 else 1' * n)
    attempt('await ' * n + 'x')

print('alive')
