for n in (254, 255, 256, 257, 300, 1000):
    ns = {}
    exec('def f():\n' + ''.join('    v%d = %d\n' % (i, i) for i in range(n)) + '    return v0, v%d, sum(locals().values())\n' % (n - 1), ns); print(n, ns['f']())
    exec('def g(' + ', '.join('a%d' % i for i in range(n)) + '): return a0 + a%d\n' % (n - 1), ns); print(ns['g'](*range(n)))
    exec('h = [' + ', '.join(str(i) for i in range(n)) + ']; d = {' + ', '.join('%d: %d' % (i, i) for i in range(n)) + '}; t = f(); s = "' + 'x' * n + '"', ns); print(len(ns['h']), len(ns['d']), len(ns['s']))
    exec('def k():\n' + ''.join('    x = %d.5\n' % i for i in range(n)) + '    return x\n', ns); print(ns['k']())
    exec('a, *b = range(%d); ' % n + ', '.join('c%d' % i for i in range(n)) + ' = range(%d)' % n, ns); print(len(ns['b']), ns['c%d' % (n - 1)])
