# Errors of the encoding of an imported file were those of a script: CPython compiles the bytes of a module.
import os
import sys

sys.dont_write_bytecode = True
folder = f"/tmp/_broken_encoding_{os.getpid()}"
sys.path.insert(0, folder)
os.mkdir(folder)
texts = {"in_str": b"x = '\xff'\n", "in_comment": b"# \xff\n", "unknown": b"# coding: foobar\n", "null": b"x = 1\0\n"}
for name, text in texts.items():
    with open(f"{folder}/{name}.py", "wb") as file:
        file.write(text)
    try:
        __import__(name)
        print(name, "is fine")
    except (SyntaxError, ValueError) as e:
        print(name, type(e).__name__, str(e).replace(folder, ""), *e.args[1][1:] if e.args[1:] else "")
    os.remove(f"{folder}/{name}.py")
os.rmdir(folder)
