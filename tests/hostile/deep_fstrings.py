# differs: the depth that a parser can take is its own; refusing cleanly is all that counts
def attempt(source):
    try:
        compile(source, 's', 'exec')
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        pass
for n in (10, 100, 1000, 10000, 100000):
    attempt('f"' + '{' * n + '}' * n + '"')
    attempt('f"{x:' * n)
    attempt('f"{' + '(' * n + ')' * n + '}"')
    attempt('f"""{' * n)
    attempt('"' * n)
    attempt('f"' + '{x}' * n + '"')

print('alive')
