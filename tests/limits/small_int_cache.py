for n in (-7, -6, -5, -4, 255, 256, 257, 258): print(n, int(str(n)) is int(str(n)), n + 1 - 1 == n)
