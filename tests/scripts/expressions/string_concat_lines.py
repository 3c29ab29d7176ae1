s = ('a'
     'b' f'{1}'
     "c")
print(s)
t = 'line one \
continued'
print(t)
u = """first
  second\
 joined
"""
print(repr(u))
print('a' 'b' * 2, ('a' 'b') * 2, r'\a' '\a' == '\\a\x07', b'a' rb'\n')
v = '''it's "quoted" \''' end'''
print(v, """a""b""", '''a'b''c''', "''", '""', '''''', len(""""x"""))
