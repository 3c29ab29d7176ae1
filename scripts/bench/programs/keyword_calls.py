"""Calls with keywords, defaults, *args and **kwargs, wrappers that pass everything on."""


def area(width, height=2, *, depth=1, scale=1):
    return width * height * depth * scale


def collect(**options):
    return len(options) + options.get("a", 0)


def everything(first, *rest, last=0, **options):
    total = first + last
    for value in rest:
        total += value
    for value in options.values():
        total += value
    return total


def traced(function):
    calls = [0]

    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)

    wrapper.calls = calls
    return wrapper


@traced
def traced_area(width, height, unit="cm"):
    return width * height + len(unit)


class Widget:
    defaults = {"colour": 3, "border": 1}

    def __init__(self, parent=None, **options):
        self.parent = parent
        self.options = {**self.defaults, **options}

    def configure(self, **options):
        self.options.update(options)
        return self

    def __call__(self, *, times=1):
        return self.options["colour"] * times


def main():
    total = 0
    for i in range(500000):
        total += area(i & 7)
        total += area(i & 3, height=4)
        total += area(width=i & 1, depth=3, scale=2)
    print(total)
    total = 0
    for i in range(250000):
        total += collect(a=i, b=2) + collect(c=1)
        total += everything(i, 1, 2, last=3, x=4, y=5)
    print(total)
    total = 0
    options = {"height": 3, "unit": "mm"}
    for i in range(300000):
        total += traced_area(i & 15, 2) + traced_area(i & 7, **options)
    print(total, traced_area.calls[0])
    total = 0
    parent = Widget()
    for i in range(120000):
        widget = Widget(parent, colour=i & 7, width=i)
        widget.configure(border=2, height=i)
        total += widget(times=2) + len(widget.options) + widget.options["border"]
    print(total)


main()
