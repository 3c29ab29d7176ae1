# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt(''.join(' ' * i + 'if 1:\n' for i in range(min(n, 1000))) + ' ' * min(n, 1000) + 'pass\n')
    attempt(''.join(' ' * i + 'def f():\n' for i in range(min(n, 1000))) + ' ' * min(n, 1000) + 'pass\n')
    attempt(''.join(' ' * i + 'class C:\n' for i in range(min(n, 500))) + ' ' * min(n, 500) + 'pass\n')
    attempt(''.join(' ' * i + 'try:\n' for i in range(min(n, 500))))
    attempt('if 1: pass\n' + 'elif 1: pass\n' * min(n, 20000))

print('alive')
