a, b = 1, 2
a, *c, d = (a,)
