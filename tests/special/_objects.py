# Objects that make the guess of an attribute instruction fail, and drivers that pass them to a place.


class Plain:
    """The guessed class."""
    shared = "of the class"

    def __init__(self, value):
        self.value = value

    def method(self):
        return ("method", self.value)


class Derived(Plain):
    pass


class Overriding(Plain):
    def method(self):
        return ("overriding", self.value)


class More(Plain):
    def __init__(self, value):
        self.first = 1
        self.second = 2
        self.value = value


class Slots:
    __slots__ = "value", "unset"
    shared = "of the class with slots"

    def __init__(self, value):
        self.value = value

    def method(self):
        return ("slots", self.value)


class Property:
    def __init__(self, value):
        self.stored = value

    @property
    def value(self):
        return ("property", self.stored)

    @value.setter
    def value(self, value):
        self.stored = ("set", value)

    @property
    def shared(self):
        return "from a property"

    @property
    def method(self):
        return lambda: ("property", self.stored)


class Raising:
    @property
    def value(self):
        raise ValueError("no value")

    @value.setter
    def value(self, value):
        raise ValueError("not to be set")

    shared = method = value


class Answering:
    def __getattr__(self, name):
        return lambda: "answer for " + name if name == "method" else "answer for " + name


class Intercepting(Plain):
    def __getattribute__(self, name):
        if name in ("value", "shared", "method"):
            found = object.__getattribute__(self, name)
            return found if name == "method" else ("intercepted", found)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, ("intercepted", value))


class Missing:
    pass


class Shadowing(Plain):
    def __init__(self, value):
        self.value = value
        self.shared = "of the instance"
        self.method = lambda: "of the instance"


class ListWithAttributes(list):
    shared = "of the list's class"
    value = "of the list's class too"

    def method(self):
        return "of a list"


class DictMode(Plain):
    """Its instances have so many attributes, and one removed, that a dict of their own keeps them."""

    def __init__(self, value):
        for number in range(80):
            setattr(self, "n%d" % number, number)
        del self.n3
        self.value = value


def others():
    """Fresh objects of all kinds."""
    class Local:
        shared = "local"

        def __init__(self):
            self.value = "of a class that ends"

        def method(self):
            return "of a class that ends"

    return [Derived(1), Overriding(2), More(3), Slots(4), Property(5), Raising(), Answering(), Intercepting(6),
            Missing(), Shadowing(7), ListWithAttributes(), DictMode(8), Local(), Plain, Slots, 5, 5.5, "text", None, [],
            lambda: 0, len, type, __import__("sys"), super(Derived, Derived(9))]


def show(value):
    text = repr(value)
    return text.split(" at 0x")[0] if " at 0x" in text else text


def attempt(place, *operands):
    try:
        if len(operands) == 2:
            return show(place(operands[0], operands[1]))
        return show(place(operands[0]))
    except Exception as error:
        return "%s: %s" % (type(error).__name__, error)


def storable():
    """The same without classes and modules, which a store would change for good."""
    return [other for other in others() if not isinstance(other, (type, type(__import__("sys"))))]


def drive(make_place, guessed, *more):
    """Another kind after the guessed one, each on a place of its own and then all on one place."""
    make_others = storable if more else others
    shared_place = make_place()
    for number in range(len(make_others())):
        place = make_place()
        for _ in range(4):
            attempt(place, guessed(), *more)
        other = make_others()[number]
        print(type(other).__name__, "|", attempt(place, other, *more), "|", attempt(place, guessed(), *more), "|",
              attempt(shared_place, other, *more))
    for round_ in range(60):
        for other in make_others():
            attempt(shared_place, guessed(), *more)
            attempt(shared_place, other, *more)
    print("at last |", attempt(shared_place, guessed(), *more))
    for _ in range(3000):
        attempt(shared_place, guessed(), *more)
    print("again |", attempt(shared_place, guessed(), *more))


class Mortal:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<%s>" % self.name

    def __del__(self):
        print("    end of", self.name)
