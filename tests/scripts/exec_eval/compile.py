c = compile('1 + 2', '<test>', 'eval'); print(eval(c), c.co_filename, c.co_name, type(c).__name__)
c = compile('x = 5\nprint(x)', 'file.py', 'exec'); exec(c); print(c.co_names, c.co_consts[:1], c.co_filename)
c = compile('print("single")\n', 's', 'single'); exec(c)
exec(compile('1 + 1', 's', 'single')); exec(compile('None', 's', 'single')); exec(compile('"str"; 5', 's', 'single'))
for args in (('1 +', 'f', 'eval'), ('x = 1', 'f', 'eval'), ('1', 'f', 'nomode'), (5, 'f', 'exec'), ('1', 5, 'exec'), ('a = 1\nb = 2', 'f', 'single'), ('if 1:\npass', 'f', 'exec'), ('x',), ('f(', 'name.py', 'exec')):
    try:
        print(compile(*args).co_name)
    except Exception as e: print(type(e).__name__, e, getattr(e, 'lineno', None), getattr(e, 'offset', None))
try:
    exec(compile('\n\n1/0', 'myfile', 'exec'))
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_filename)
def f(a, *b, c=1, **d):
    x = y = 2
    return lambda: (x, a)
co = f.__code__
print(co.co_argcount, co.co_varnames, co.co_cellvars, co.co_freevars, co.co_nlocals, co.co_firstlineno, co.co_name, co.co_qualname, co.co_flags & 0xff, co.co_kwonlyargcount, [k.co_name for k in co.co_consts if hasattr(k, 'co_name')])
print(eval(compile('(lambda x: x * 2)(4)', '', 'eval')), compile('1', 'a', 'eval') == compile('1', 'a', 'eval'), exec(compile('pass', '', 'exec')), type(co).__name__)
F = type(f); g = F(co, {'q': 1}, 'newname', (9,)) if 0 else None
h = F((lambda: q).__code__, {'q': 'own globals'}); print(h())
try:
    exec(f.__code__)
except TypeError as e: print(e)
f2 = lambda: 1; f2.__code__ = (lambda: 2).__code__; print(f2())
