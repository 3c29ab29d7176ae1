# '%s' % text and '{}'.format(text) made a copy; CPython returns the text itself.
text = 'x' * 30
print('%s' % text is text, '%s' % (text,) is text, '{}'.format(text) is text)
print('%.5s' % text, '%s!' % text == text + '!', '%40s' % text is text, '{:<3}'.format(text) == text)
class Sub(str): pass
sub = Sub('sub')
print(type('%s' % sub), type('{}'.format(sub)), '%s' % sub)
print(b'%s' % b'abc', '%s' % '', '{}{}'.format('', 'a'))
