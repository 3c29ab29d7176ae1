done = 1
big = bytes(1 << 40)
after = 2
