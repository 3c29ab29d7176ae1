def show(source):
    try:
        compile(source, 'source', 'exec')
        print(repr(source), 'compiles')
    except SyntaxError as e:
        print(repr(source), '->', type(e).__name__ + ':', e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), repr(e.text))

show('(')
show('[1, 2')
show('{1: 2')
show('f(1, 2')
show(')')
show('(]')
show('{)')
show('[1, (2, 3]')
show('x = (1,\n2\ny = 3')
show('print("a"\nprint("b")')
show('a = [1, 2\nb = 3')
show('foo(a, b\n\ndef g(): pass')
show('d = {"a": 1\n"b": 2}')
show(']')
show('}')
show('((((1)')
show('x = 5)')
