# randrange() with floats did not warn; a submodule of os that is not there was not told from one of a package.
import random

r = random.Random(4)
for arguments in (5.0,), (5.5,), (0, 10.0), (0, 10.5), (0, 10, 2.0), (0, 10, 2.5), (0, 10, 0.0), ("x",), (0, 10, None):
    try:
        print(r.randrange(*arguments))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
for _ in range(2):
    r.randrange(3.0)
print(r.randint(1, 6.0), r.randrange(6, 0, -2.0))
try:
    import os.nothing
except ImportError as e:
    print(e, e.name)
