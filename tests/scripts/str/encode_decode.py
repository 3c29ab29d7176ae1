s = 'aé中😀'
for enc in ('utf-8', 'utf8', 'UTF-8', 'U8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'ascii', 'latin-1', 'iso-8859-1', 'cp1252' if 0 else 'latin1'):
    for err in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace' if 0 else 'ignore'):
        try:
            b = s.encode(enc, err)
            print(enc, err, b, b.decode(enc, err) == s)
        except UnicodeEncodeError as e:
            print(enc, err, e)
        if enc.lower().startswith('u'): break
for b in (b'\xff', b'a\x80b', b'\xc3', b'\xc3\x28', b'\xe4\xb8', b'\xf0\x9f\x98', b'\xed\xa0\x80', b'\xc0\x80', b'\xf5\x80\x80\x80', b'\xe4\xb8\xffx', b'ok'):
    for err in ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape'):
        try:
            print(b, err, ascii(b.decode('utf-8', err)))
        except UnicodeDecodeError as e:
            print(b, err, e, e.start, e.end, e.reason, e.encoding, e.object)
for f in (lambda: 'a'.encode('nope'), lambda: b'a'.decode('nope'), lambda: 'é'.encode('ascii', 'nope'), lambda: 'a'.encode(5), lambda: str(5, 'ascii'), lambda: str('a', 'ascii'), lambda: b'\xff'.decode('ascii'), lambda: b'a\x00\x01'.decode('utf-16')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
