# Without a declared encoding CPython counts columns of a syntax error in bytes, also in f-strings.
for text in "é = 'ü中' 5", "x = f'é{é é}'", "é='ü'; f(1+2=1)", "é = 'ü'; (é", "é='ü'; 5a":
    for source in text, text.encode(), b'\xef\xbb\xbf' + text.encode(), b'# coding: utf-8\n' + text.encode():
        try: compile(source, 'source', 'exec')
        except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_offset)
