xs = [i * i for i in range(20)]
print(xs[2:10:3][-1], xs[-1:-5:-1], xs[len(xs) // 2], sum(xs[::2]) - sum(xs[1::2]))
print((1, 2, 3)[1] + [4, 5][0] * {'k': 6}['k'], 'abc'[1] * 3, -xs[3] ** 2, (-xs[3]) ** 2)
print(3 - -3, 3 - - -3, 2 ** -1 ** 2, ~-~5, not -1, - (not 0))
print(5 // 2 / 2, 5 / 2 // 2, 7 % 4 ** 2, 2 * 3 % 4, 1 - 1 + 1, 8 >> 1 << 2, 6 & 3 << 1, 1 | 2 ^ 3 & 2)
print(1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], not 0 == 1, 1 if [] else 2 if () else 3)
a = [1, 2, 3]
print(a[a[0]], a[a.index(3) - 1], a[-a[0]], [a, a][1][2], (lambda: a)()[0])
