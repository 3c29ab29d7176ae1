# The iterator of a comprehension that failed died before the except clause ran.
def source():
    try:
        yield 1
    finally:
        print('source ends')


def show(make):
    try:
        make()
    except NameError as e:
        print(e)


show(lambda: [missing for k in source()])
show(lambda: {missing for k in source()})
show(lambda: {k: missing for k in source() for m in range(2)})
show(lambda: list(missing for k in source()))
