for n in (10, 100, 1000, 5000):
    body = '        x += 1\n' * n
    ns = {}
    exec('def f(k):\n    x = 0\n    for i in range(k):\n' + body + '        if i == 2: break\n    else:\n        x = -x\n    return x\n', ns)
    exec('def g(k):\n    x = 0\n    while k:\n        k -= 1\n' + body + '    try:\n        if x: raise ValueError\n    except ValueError:\n        x += 1\n    return x\n', ns)
    print(n, ns['f'](2), ns['f'](5), ns['g'](3))
