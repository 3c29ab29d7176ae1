# Frames of hot code: tracebacks, generators, recursion, exceptions that leave and enter it.
import sys


def fails_at(n, at):
    total = 0
    for i in range(n):
        if i == at:
            total += {}["missing"]
        total += i
    return total


def line_numbers(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        places, entry = [], error.__traceback__
        while entry:
            places.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
            entry = entry.tb_next
        return places, repr(error)


def outer(n, at):
    return [
        fails_at(n, at)
        for _ in range(3)]


for at in (0, 10, 999, 5000):
    print(line_numbers(outer, 1000, at))


def generator(n):
    received = []
    try:
        for i in range(n):
            got = yield i
            if got:
                received.append(got)
    except ValueError as error:
        yield "caught %s" % error
    received.append("end")
    yield received


def drive(n):
    steps = generator(n)
    next(steps)
    for i in range(n // 2):
        steps.send(i)
    return steps


print(drive(1000).throw(ValueError("thrown")))
steps = drive(500)
print(list(steps)[-1][-3:])


def delegate(n):
    if n:
        yield n
        yield from delegate(n - 1)
        return n
    return 0


def total(n):
    return sum(value for _ in range(50) for value in delegate(n))


print(total(20))


def handled(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            if i % 3 == 1:
                [][i]
        except KeyError:
            caught += 1
        except IndexError as error:
            caught += 10
        else:
            caught += 100
        finally:
            caught += 1000
    return caught


print(handled(900))


def deep(n):
    return 1 + deep(n - 1) if n else sys._getframe().f_lineno


print(deep(500), [deep(i % 7) for i in range(200)][-1])
try:
    deep(10**6)
except RecursionError as error:
    print(error)


def unbound(n):
    for i in range(n):
        if i == n - 1:
            del text
        else:
            text = str(i)
    return text


print(line_numbers(unbound, 1000))


class Context:
    depth = 0

    def __enter__(self):
        self.depth += 1
        return self

    def __exit__(self, kind, error, tb):
        self.depth -= 1
        return kind is ValueError


def contexts(n):
    context = Context()
    for i in range(n):
        with context as c:
            if i % 2:
                raise ValueError
            if c.depth != 1:
                return "deep"
    return context.depth


print(contexts(1000))
print(sorted(range(300), key=lambda i: -i % 7)[:5], list(map(lambda a, b: a * b, range(300), range(300)))[-1])


def caller():
    return sys._getframe(1).f_code.co_name, sys._getframe(1).f_lineno


def called(n):
    for i in range(n):
        who = caller()
    return who


print(called(500))


def keywords(n):
    def inner(a, b=2, *rest, c, **more):
        return a + b + sum(rest) + c + len(more)
    return sum(inner(i, c=1) + inner(i, 2, 3, c=i, d=4) + inner(*(i, i), **{"c": 2}) for i in range(n))


print(keywords(300))
