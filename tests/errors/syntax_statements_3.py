def show(source):
    try:
        compile(source, 'source', 'exec')
        print(repr(source), 'compiles')
    except SyntaxError as e:
        print(repr(source), '->', type(e).__name__ + ':', e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset), repr(e.text))

show('is')
show('if')
show('class A: yield 1')
show('[(yield) for x in y]')
show('def f(): [(yield x) for x in y]')
show('class C: [(yield) for x in y]')
