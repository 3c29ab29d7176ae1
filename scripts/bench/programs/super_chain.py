"""super(): chains of initialisers and methods, diamonds, mix-ins, class methods, properties."""


class Base:
    def __init__(self, value):
        self.value = value
        self.trail = 0

    def work(self, n):
        return self.value + n

    @classmethod
    def make(cls, value):
        return cls(value)

    @property
    def weight(self):
        return 1


class First(Base):
    def __init__(self, value):
        super().__init__(value + 1)
        self.first = value

    def work(self, n):
        return super().work(n) * 2

    @property
    def weight(self):
        return super().weight + 1


class Second(Base):
    def __init__(self, value):
        super().__init__(value + 2)
        self.second = value

    def work(self, n):
        return super().work(n + 1) - 1

    @property
    def weight(self):
        return super().weight + 2


class Logged:
    def work(self, n):
        self.trail += 1
        return super().work(n)


class Diamond(First, Second):
    def __init__(self, value):
        super().__init__(value)
        self.third = value

    def work(self, n):
        return super().work(n) + 3

    @classmethod
    def make(cls, value):
        return super().make(value * 2)


class Top(Logged, Diamond):
    def work(self, n):
        return super().work(n) & 0xFFFF


class Deep0:
    def depth(self):
        return 1


class Deep1(Deep0):
    def depth(self):
        return super().depth() + 1


class Deep2(Deep1):
    def depth(self):
        return super().depth() + 1


class Deep3(Deep2):
    def depth(self):
        return super().depth() + 1


class Deep4(Deep3):
    def depth(self):
        return super().depth() + 1


def main():
    top = Top(5)
    total = 0
    for n in range(360000):
        total += top.work(n)
    print(total, top.trail)
    total = 0
    for n in range(240000):
        thing = Diamond.make(n)
        total += thing.value + thing.first + thing.third
    print(total)
    total = 0
    for n in range(120000):
        total += top.weight
    print(total)
    deep = Deep4()
    print(sum([deep.depth() for _ in range(300000)]))
    print([cls.__name__ for cls in Top.__mro__])


main()
