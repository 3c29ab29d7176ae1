"""Exceptions: raised near and far, caught by kind, with finally, chained and re-raised."""


class ParseError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Underflow(ParseError):
    pass


def check(n):
    if n % 3 == 0:
        raise ValueError("three")
    if n % 5 == 0:
        raise ParseError("five", n)
    if n % 7 == 0:
        raise Underflow("seven", n)
    return n


def classify(rounds):
    values = parse = under = good = 0
    for n in range(rounds):
        try:
            good += check(n)
        except ValueError:
            values += 1
        except Underflow as error:
            under += error.position
        except ParseError as error:
            parse += error.position
    return values, parse, under, good


def deep(depth, n):
    if depth == 0:
        raise KeyError(n)
    return deep(depth - 1, n) + 1


def unwind(rounds):
    total = 0
    for n in range(rounds):
        try:
            deep(10, n)
        except LookupError as error:
            total += error.args[0]
    return total


def clean_up(rounds):
    log = 0
    for n in range(rounds):
        try:
            try:
                if n & 1:
                    raise RuntimeError
                log += 1
            finally:
                log += 2
        except RuntimeError:
            log += 4
        else:
            log += 8
    return log


def translate(rounds):
    table = {"a": 1, "b": 2}
    chained = 0
    for n in range(rounds):
        try:
            try:
                table["c"]
            except KeyError as error:
                raise ParseError("missing", n) from error
        except ParseError as error:
            if error.__cause__.args == ("c",):
                chained += 1
    return chained


def never_raised(rounds):
    total = 0
    for n in range(rounds):
        try:
            total += n
        except ValueError:
            total = 0
    return total


def main():
    print(*classify(700000))
    print(unwind(60000))
    print(clean_up(600000))
    print(translate(150000))
    print(never_raised(1500000))


main()
