# The types that have no name elsewhere.
import types

print(sorted(n for n in types.__all__ if n not in ('CoroutineType', 'AsyncGeneratorType', 'coroutine')))
for n in sorted(types.__all__):
    if n.endswith('Type'): 
        if 'Corout' in n or 'Async' in n: continue
        print(n, getattr(types, n))
print(types.GenericAlias, types.SimpleNamespace(a=1), types.MappingProxyType({1: 2}))
m = types.ModuleType('mod', 'doc'); print(m, m.__doc__)
print(types.MethodType(len, 'abc')(), types.FunctionType((lambda: 3).__code__, {})())
try: types.nope
except AttributeError as e: print(e)
