"""Method calls: a class hierarchy of shapes and counters, called in a loop."""


class Counter:
    def __init__(self, start):
        self.value = start

    def increment(self):
        self.value += 1

    def add(self, amount):
        self.value += amount
        return self

    def get(self):
        return self.value


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError

    def scaled_area(self, factor):
        return self.area() * factor


class Square(Shape):
    def __init__(self, side):
        Shape.__init__(self, "square")
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle(Shape):
    def __init__(self, width, height):
        Shape.__init__(self, "rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    @staticmethod
    def unit():
        return 1

    @classmethod
    def of(cls, size):
        return cls(size, size + 1)


class Cube(Square):
    def area(self):
        return 6 * Square.area(self)


def count_to(limit):
    counter = Counter(0)
    while counter.get() < limit:
        counter.increment()
        counter.add(2).add(1)
    return counter.get()


def sum_areas(rounds):
    shapes = [Square(3), Rectangle(2, 5), Cube(2), Rectangle.of(4), Square(7)]
    total = 0
    for i in range(rounds):
        for shape in shapes:
            total += shape.scaled_area(i & 3)
        total += Rectangle.unit()
    return total


def main():
    print(count_to(4000000))
    print(sum_areas(350000))


main()
