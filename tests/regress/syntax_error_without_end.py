# Errors of __future__ imports and of the encoding had end positions; CPython gives None.
for source in 'from __future__ import nothing', 'from __future__ import braces', b'# coding: foo\nx', b"# coding: ascii\n'\xff'":
    try: compile(source, 'source', 'exec')
    except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text)
