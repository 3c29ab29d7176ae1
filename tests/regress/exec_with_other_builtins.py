# exec of code that ran before, in the same globals with other __builtins__: cached builtins were used.
code = compile('''
for i in range(60): r = len([1])
print(r)
''', 'x', 'exec')
g = {'__builtins__': __builtins__}
exec(code, g)
g['__builtins__'] = {'len': lambda x: 'mine', 'print': print, 'range': range}
exec(code, g)
exec(code, g)
import builtins
g['__builtins__'] = builtins
exec(code, g)
g['__builtins__'] = builtins.__dict__
exec(code, g)
code = compile('''
def f(): return len([1])
for i in range(60): r = f()
print(r)
''', 'x', 'exec')
g = {'__builtins__': __builtins__}
exec(code, g)
g['__builtins__'] = {'len': lambda x: 'mine', 'print': print, 'range': range}
print(g['f']())
exec(code, g)
