# A small int that arithmetic on changing kinds stores in an attribute or an item is the shared one.
class Place:
    pass


ONE, SEVEN = int("1"), int("7")


def masked(place, x):
    place.v = x & 7


def rest(place, x):
    place.v = x % 3


def added(place, x):
    place.v = 1 + x


def stored(items, x):
    items[0] = x << 1


for function, expected in ((masked, ONE), (rest, ONE), (added, int("2"))):
    place, wrong = Place(), 0
    for i in range(12000):
        try:
            function(place, ("abc", 1, 1.5, 1, 1)[i % 5])
        except TypeError:
            continue
        wrong += i % 5 in (1, 3, 4) and place.v is not expected
    print(function.__name__, wrong)
items, wrong = [None], 0
for i in range(12000):
    try:
        stored(items, "abc" if i % 3 == 0 else 1)
    except TypeError:
        continue
    wrong += items[0] is not int("2")
print("stored", wrong)
