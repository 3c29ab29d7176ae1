# What a comprehension defines had ".<locals>" behind the comprehension's name in its __qualname__.
def names():
    made = [(lambda: 0) for _ in "a"] + list({(lambda: 0) for _ in "a"}) + list({(lambda: 0): 1 for _ in "a"})
    made += list((lambda: 0) for _ in "a") + [(lambda: (lambda: 0))() for _ in "a"]
    made += [list((lambda: 0) for _ in "a")[0] for _ in "a"] + [(lambda: [(lambda: 0) for _ in "a"][0])() for _ in "a"]
    return [one.__qualname__ for one in made] + [(one for one in "a").__qualname__ for _ in "a"]


class Class:
    made = [(lambda: 0) for _ in "a"] + [(lambda: (lambda: 0))() for _ in "a"]

    def method(self):
        return [(lambda: 0) for _ in "a"][0]


print(*names(), *(one.__qualname__ for one in Class.made), Class().method().__qualname__, sep="\n")
print([(lambda: 0) for _ in "a"][0].__qualname__, [(lambda: (lambda: 0))() for _ in "a"][0].__qualname__)
try:
    [(lambda a: a) for _ in "a"][0]()
except TypeError as error:
    print(error)
