# Equal constants of one function are one object, those inside of tuples too.
def constants():
    return 10**10, (10**10, 0.5), [(0.5, "x y")[0]], (10**10, (10**10, 0.5))


one, two, three, four = constants()
print(one is two[0], two[1] is three[0], one is four[0], four[0] is four[1][0], four[1] is two)
