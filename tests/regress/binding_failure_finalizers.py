# Finalizers of arguments that a function refused ran in the registers where the other arguments were.
class Mortal:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        kept = [self.name, "kept"]
        print("    end of", self.name, len(kept))


class Name(str):
    """Its text is asked for by the error."""

    def __str__(self):
        one, two, three, four = "its", "own", "text", 10**10
        return " ".join([one, two, three, str(four)])

    def __eq__(self, other):
        a, b, c = "a", "b", "c"
        return str.__str__(self) + a == str.__str__(other) + a

    __hash__ = str.__hash__


def wide(a, b="b", c="c", d="d", e="e", f="f", g="g", *, h="h", i="i"):
    return a, b, c


class Class:
    def __init__(self, a, b="b", c="c", d="d"):
        self.args = a, b, c

    def __del__(self):
        print("    end of instance")


def keywords(f):
    f(Mortal("first"), c=Mortal("c"), nothing=Mortal("nothing"), b=Mortal("b"))


def doubled(f):
    f(Mortal("first"), c=Mortal("c"), a=Mortal("a again"), b=Mortal("b"))


def stars(f):
    f(*[Mortal("first"), Mortal("second")], **{"c": Mortal("c"), "nothing": Mortal("nothing")})


def too_many(f):
    f(*[Mortal(str(number)) for number in range(12)], i=Mortal("i"))


def name_class(f):
    f(Mortal("first"), **{Name("c"): Mortal("c"), Name("nothing"): Mortal("nothing")})


def name_class_doubled(f):
    f(Mortal("first"), b=Mortal("b"), **{"d": Mortal("d"), Name("a"): Mortal("a again")})


def missing(f):
    f(b=Mortal("b"), c=Mortal("c"), d=Mortal("d"))


def by_map(f):
    list(map(f, [Mortal("first")], *[[Mortal(str(number))] for number in range(12)]))


for place in keywords, doubled, stars, too_many, name_class, name_class_doubled, missing, by_map:
    for f in wide, Class:
        print(place.__name__, f.__name__)
        for _ in range(2):
            try:
                place(f)
            except TypeError as error:
                print(error)
print(wide(1, **{Name("c"): 2, Name("b"): 3}), Class(1, **{Name("c"): 2}).args)


class Key(str):
    """A key of __kwdefaults__ that changes them."""

    def __eq__(self, other):
        wide.__kwdefaults__ = {"h": 1, "i": 2}
        return False

    def __hash__(self):
        return hash("h")


wide.__kwdefaults__ = {Key("other"): Mortal("default"), "i": Mortal("default of i")}
try:
    print(wide(1, c=2))
except TypeError as error:
    print(error)
print(wide(1, c=2))
