def load():
    from math import squareroot
load()
