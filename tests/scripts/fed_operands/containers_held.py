# While what a store replaces dies, the container is held, as CPython's stack holds it.
import sys


class Owner:
    pass


class Loud:
    def __init__(self, name, owner, drops=False):
        self.name, self.owner, self.drops = name, owner, drops

    def __del__(self):
        print("begin", self.name, sys.getrefcount(self.owner.inner) if self.owner.inner is not None else None)
        if self.drops:
            self.owner.inner = None
        print("end", self.name)


def item(owner):
    owner.inner[0] = 5


def attribute(owner):
    owner.inner.x = 5


def key(owner):
    owner.inner["k"] = 5


for place in item, attribute, key:
    def make(value, other, quiet):
        owner = Owner()
        if place is item:
            owner.inner = [value(owner), other(owner)]
        elif place is key:
            owner.inner = {"k": value(owner), "l": other(owner)}
        else:
            owner.inner = Owner()
            owner.inner.x, owner.inner.y = value(owner), other(owner)
        return owner

    for _ in range(60): # the instruction is specialised
        place(make(lambda owner: 1000, lambda owner: 2000, True))
    for drops in False, True:
        print(place.__name__, drops)
        owner = make(lambda owner: Loud("replaced", owner, drops), lambda owner: Loud("neighbour", owner), False)
        place(owner)
        print("stored", owner.inner is None)
        if owner.inner is not None:
            kept, owner.inner = owner.inner, None
            del kept
