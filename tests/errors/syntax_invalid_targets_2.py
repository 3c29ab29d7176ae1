def show(source):
    try:
        compile(source, 'source', 'exec')
        print(repr(source), 'compiles')
    except SyntaxError as e:
        print(repr(source), '->', type(e).__name__ + ':', e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), repr(e.text))

show('(a, b): int = 1')
show('[a]: int')
show('1: int')
show('__debug__ = 1')
show('def f(None): pass')
show('class True: pass')
show('x.None = 1')
show('def __debug__(): pass')
show('(yield) = 1')
show('a and b = c')
