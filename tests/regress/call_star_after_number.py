# f(*args) without ** took a number that an earlier call had left in a dead register for its keywords.
def less(a, b, unused=0, unused_too=0):
    if a + 0 < b + 0:
        return "less"
    return "not less"


def call(function, arguments):
    return function(*arguments)


def call_bound(function, arguments):
    return function.__call__(*arguments)


def call_class(make, arguments):
    return make(*arguments)


for one in 1000, 1000.5:
    print(less(one, 2000))
    print(call(less, (3000, 4000)))
    print(less(one, 2000))
    print(call_bound(less, (3000, 4000)))
    print(less(one, 2000))
    print(call_class(complex, (3000, 4000)))
