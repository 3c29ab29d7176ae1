def a():
    try:
        return 'try'
    finally:
        print('finally a')
def b():
    try:
        return 'try'
    finally:
        return 'finally'
def c():
    for i in range(3):
        try:
            continue
        finally:
            print('finally', i)
    return 'c'
def d():
    while True:
        try:
            break
        finally:
            print('leaving')
    return 'd'
def e():
    try:
        1 / 0
    except ZeroDivisionError:
        return 'except'
    else:
        return 'else'
    finally:
        print('finally e')
def f():
    for i in range(5):
        try:
            1 / 0
        finally:
            if i == 2:
                break
            continue
    return i
def g():
    x = 1
    try:
        return x
    finally:
        x = 2
for function in (a, b, c, d, e, f, g):
    print(function.__name__, function())
