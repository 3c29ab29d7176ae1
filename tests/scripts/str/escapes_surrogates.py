print(repr('\ud800'), len('\ud800\udc00'), ascii('\ud83d\ude00'), '\ud800' == '\ud800', ascii('a\u0080\u00ff\u0100\uffff\U00010000'))
for s in ('\ud800', 'a\udfffb'):
    for enc in ('utf-8', 'ascii', 'latin-1', 'utf-16'):
        try:
            print(s.encode(enc))
        except UnicodeEncodeError as e:
            print(e, '|', e.reason, e.start, e.end)
print('\ud800'.encode('utf-8', 'surrogatepass'), b'\xed\xa0\x80'.decode('utf-8', 'surrogatepass') == '\ud800', b'\xff\xfe'.decode('utf-8', 'surrogateescape') == '\udcff\udcfe', '\udcff'.encode('utf-8', 'surrogateescape'))
print(repr('\x00\x01\x1f\x7f\x80\x9f\xa0\xad\xff'), repr('\u2028\u200b\ufeff\ue000\uffff'), repr('\U000e0001\U0010ffff'), repr("'"), repr('"'), repr('\'"'), repr('\\'), repr('é中😀'))
print('\x41\101\u0041\u00e9\u2603\x61', r'\x41\u0041', '\
joined', len('\
'), '\0'.encode(), '\08'.encode(), '\1234'.encode(), b'\x00\'"')
for code in (r"'\x4'", r"'\u123'", r"'\U00110000'", r"'\N'", r"b'\x4'", "b'é'", r"'\777'", r"'\N{}'", r"'\U1234567'", r"b'\u1234'"):
    try:
        print(ascii(eval(code)))
    except SyntaxError as e:
        print(e.msg)
