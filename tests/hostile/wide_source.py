# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt('x = [' + '1,' * n + ']')
    attempt('f(' + '1,' * n + ')')
    attempt('def f(' + ','.join('a%d' % i for i in range(n)) + '): pass')
    attempt('x = 1;' * n)
    attempt('x\n' * n)
    attempt('a' * n + ' = 1')
    attempt('1' * n)
    attempt('x = "' + 'a' * n + '"')
    attempt('{' + '1:2,' * n + '}')
    attempt('a=' * min(n, 5000) + '1')
    attempt('del ' + 'a,' * n)
    attempt('import ' + 'a.' * n + 'b')
    attempt('global ' + ','.join('a%d' % i for i in range(n)))
    attempt('# ' + 'x' * n)
    attempt('\\\n' * n + '1')
    attempt('"a" ' * n)

print('alive')
