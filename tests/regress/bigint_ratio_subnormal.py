# The quotient of two ints between half the smallest float and the smallest float was 0.
for top in [1, 2, 3, 4, 5, 6]:
    print(top / 2**1076, (top * 10**30 + 1) / (10**30 << 1076))
