sources = ['x = (1,', 'def f(:\n  pass', 'if x\n  y', "s = 'abc", 'a b c', 'for in x: pass', 'return 5', 'f(a=1, 2)',
           'x = 08', '  indented', 'if 1:\npass', 'break', 'class C\n  pass', 'lambda x=: 1', 'print "x"', 'a = {1: 2, 3}',
           'del f()', '1 = x', 'f(**k, *a)', 'def f(a, a): pass', 'nonlocal x', 'x = yield = 1', 'f"{a b}"', 'f"{"', 'é = $',
           'try:\n  x\ny', 'import', 'from x import', 'a := 1', 'with open(x) as f()', '(a, b) += 1', '"\\x1"', 'b"é"', ')']
for source in sources:
    try:
        compile(source, 'bad.py', 'exec')
        print('fine', source)
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset, e.text, e.end_offset)
try:
    eval('1 +')
except SyntaxError as e:
    print(e)
