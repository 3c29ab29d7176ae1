if 1:
    print("crlf")
x = """a
b"""
print(repr(x))
