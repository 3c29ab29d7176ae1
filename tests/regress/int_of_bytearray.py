# The error of int(bytearray) shows bytes, at most 200 of them.
for source in bytearray(b"x"), b"x" * 250, bytearray(b"\0"), b"1\x002", bytearray(b"z" * 199 + b"\xff" * 9):
    for arguments in (source,), (source, 16):
        try:
            print(int(*arguments))
        except ValueError as error:
            print(error)
