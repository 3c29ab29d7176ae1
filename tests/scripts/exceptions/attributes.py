def show(e):
    print(type(e).__name__, '|', e, '|', repr(e), '|', e.args)
show(Exception()); show(Exception('a')); show(Exception('a', 1)); show(Exception((1, 2)))
show(KeyError('k')); show(KeyError()); show(KeyError('a', 'b')); show(KeyError('it\'s'))
show(OSError(2, 'No such file')); show(OSError('x')); show(OSError(2, 'msg', 'file.txt'))
e = OSError(2, 'msg', 'file.txt')
print(type(e).__name__, e.errno, e.strerror, e.filename)
show(SystemExit(3)); print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)
show(StopIteration(5)); show(ImportError('m', name='n', path='p'))
print(ImportError('m', name='n', path='p').name)
show(UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad byte'))
show(UnicodeEncodeError('ascii', 'aé', 1, 2, 'ordinal'))
e = NameError('nm', name='x'); print(e.name)
e = AttributeError('at', name='x', obj=5); print(e.name, e.obj)
s = SyntaxError('bad', ('f', 1, 2, 'text', 1, 3)); show(s)
print(s.msg, s.filename, s.lineno, s.offset, s.text, s.end_lineno, s.end_offset)
e = ValueError('x'); e.args = (1, 2); show(e)
e.extra = 'attr'; print(e.extra, e.__dict__)
e.add_note('note 1'); e.add_note('note 2'); print(e.__notes__)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
try:
    e.__cause__ = 5
except TypeError as x:
    print(x)
try:
    e.args = 5
except TypeError as x:
    print(x)
try:
    Exception(a=1)
except TypeError as x:
    print(x)
