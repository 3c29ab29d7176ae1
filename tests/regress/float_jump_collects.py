# A hot loop that goes back while two floats are equal, or not: the comparison holds whatever a collection runs there.
import gc


def callback(phase, info):
    a = 3.25 * 7.5


gc.callbacks.append(callback)


def equal():
    x, count, kept = 1.0, 0, None
    while x == 1.0:
        kept = [kept]
        count += 1
        if count == 5000:
            x = 2.0
    return count


def unequal():
    x, count, kept = 1.0, 0, None
    while x * 0.5 != 1.0:
        kept = [kept]
        count += 1
        if count == 5000:
            x = 2.0
    return count


def never():
    x, count = float("nan"), 0
    while x != x:
        count += 1
        if count == 3000:
            x = 0.0
    return count


print([(equal(), unequal(), never()) for _ in range(3)])
