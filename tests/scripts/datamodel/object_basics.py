o = object()
for action in ('o.x = 1', 'o.x', 'del o.x', 'o()', 'o[0]', 'len(o)', 'o + 1', '-o', 'o < o', 'iter(o)', 'o[0] = 1', 'del o[0]', '1 in o', 'next(o)', 'int(o)', 'float(o)', 'with_ = o.__enter__', 'o @ o', 'o ** 2', 'divmod(o, 1)', 'o()', '[][o]', '"a" * o', 'round(o)', 'abs(o)', 'complex(o)', 'bytes(o)', 'hex(o)', 'sorted(o)'):
    try:
        exec(action)
        print(action, 'fine')
    except Exception as e:
        print(action, '->', type(e).__name__, e)
print(o == o, o != o, o == object(), bool(o), isinstance(hash(o), int))
print(object.__doc__ is not None, object.__bases__, object.__base__, type(object))
