print(0x1F, 0o17, 0b101, 1_000_000, 0xdead_beef, 0B1, 0XaF, 0O7, 00, 0_0)
print(1.5, .5, 5., 1e3, 1E-3, 1_0.5_0, 1e1_0, 0.0, 1.e5)
print(1j, 2.5J, 1e2j, 0j)
print('a' "b" '''c''' """d
e""")
print(r'\n', R"\\", b'bytes', rb'\x', Br'\n', u'u')
print('\x41\u00e9\u03b1\U0001F600\101\0end'.encode('unicode_escape'))
print('tab\tnewline\\n quote\' "', "it's", 'a\
b')
print(True, False, None, ..., Ellipsis, NotImplemented)
print(b'\x00\xff\n\101', b'a' b'b')
print(repr('\a\b\f\v\r\x7f\x1b'))
