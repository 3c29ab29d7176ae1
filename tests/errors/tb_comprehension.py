data = [1, 2, 0]
r = [1 / x for x in data]
