for top in (130, 200, 300, 900):
    for low in (1, 1 << 63, 1 << 64, 1 << (top - 54)):
        half = 1 << top - 53
        for n in ((1 << top) + half, (1 << top) + half + low, (1 << top) + half - low,
                  (1 << top) + 3 * half + low, (1 << top) + 3 * half - low):
            print(float(n).hex(), float(-n).hex(), (n / 1).hex(), (3 * n / 3).hex(), float(n) == n, float(n) > n)
