# Equal constants of one function are one object, those inside of tuples too.
def constants():
    return 10**10, (10**10, 0.5), [(0.5, "x y")[0]], (10**10, (10**10, 0.5))


one, two, three, four = constants()
print(one is two[0], two[1] is three[0], one is four[0], four[0] is four[1][0], four[1] is two)


def others():
    return 10**10, "x y"


class Named:
    big = 10**10
    text = "x y"


def default(big=10**10, *, text="x y"):
    return big is one, text is Named.text


print(others()[0] is one, others()[1] is Named.text, others()[1] is two[0], Named.big is one, default())
print((lambda: (0.5, 10**10))() is (lambda: (0.5, 10**10))(), [(0.0,)][0] is [(-0.0,)][0], [(0.0, 1)][0] is [(0.0, True)][0])
